//! Where each parameter lies in the flat vector, and which sizes the kernels accept.

use crate::cells::{Cell, Linear, NetworkKind};
use crate::protocol::{NetworkConfig, Size, SizeError};
use std::ops::{Range, RangeInclusive};

pub const FEATURES: RangeInclusive<usize> = 1..=8;
pub const HIDDEN: RangeInclusive<usize> = 4..=128;
pub const LAYERS: RangeInclusive<usize> = 1..=3;
pub const OUTPUTS: RangeInclusive<usize> = 1..=30;
pub const WINDOW: RangeInclusive<usize> = 2..=250;
pub const BATCH: RangeInclusive<usize> = 1..=512;

/// Checks every size that the network has against its bound.
///
/// # Errors
/// Names the first size that is out of bounds.
pub fn check_sizes(network: &NetworkConfig, window: usize, batch: usize) -> Result<(), SizeError> {
    let of_layers = [
        (Size::Hidden, network.hidden, HIDDEN),
        (Size::Layers, network.layers, LAYERS),
    ];
    let of_layers = match network.cell {
        NetworkKind::Recurrent(_) => &of_layers[..],
        NetworkKind::Linear(_) => &[],
    };
    let of_all = [
        (Size::Features, network.features, FEATURES),
        (Size::Outputs, network.outputs, OUTPUTS),
        (Size::Window, window, WINDOW),
        (Size::Batch, batch, BATCH),
    ];
    for (size, value, bounds) in of_layers.iter().cloned().chain(of_all) {
        if !bounds.contains(&value) {
            return Err(SizeError {
                size,
                value,
                low: *bounds.start(),
                high: *bounds.end(),
            });
        }
    }
    Ok(())
}

/// Where a network's parameters lie, of whatever kind it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    Recurrent(ParameterLayout),
    Linear(LinearLayout),
}

impl Layout {
    pub fn new(network: &NetworkConfig, window: usize) -> Self {
        match network.cell {
            NetworkKind::Recurrent(_) => Self::Recurrent(ParameterLayout::new(network)),
            NetworkKind::Linear(linear) => Self::Linear(LinearLayout {
                linear,
                window,
                features: network.features,
                outputs: network.outputs,
            }),
        }
    }

    /// Numbers of a day.
    pub fn features(&self) -> usize {
        match self {
            Self::Recurrent(layout) => layout.features,
            Self::Linear(layout) => layout.features,
        }
    }

    /// Number of parameters.
    #[allow(clippy::len_without_is_empty)] // a network always has parameters
    pub fn len(&self) -> usize {
        match self {
            Self::Recurrent(layout) => layout.len(),
            Self::Linear(layout) => layout.len(),
        }
    }
}

/// The flat parameter vector of a linear network: the weight `[outputs, window·features]`, oldest day
/// first, then the bias `[outputs]`, as `torch.nn.Linear` has them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinearLayout {
    pub linear: Linear,
    pub window: usize,
    pub features: usize,
    pub outputs: usize,
}

impl LinearLayout {
    /// Numbers of a window.
    pub fn inputs(&self) -> usize {
        self.window * self.features
    }

    /// `[outputs, window·features]`
    pub fn weight(&self) -> Range<usize> {
        0..self.outputs * self.inputs()
    }

    /// `[outputs]`
    pub fn biases(&self) -> Range<usize> {
        let start = self.weight().end;
        start..start + self.outputs
    }

    /// Number of parameters.
    #[allow(clippy::len_without_is_empty)] // a network always has parameters
    pub fn len(&self) -> usize {
        self.biases().end
    }
}

/// The flat parameter vector of a recurrent network.
///
/// In order: the input layer's weight `[features, hidden]` and bias `[hidden]`; per recurrent layer the
/// input matrix `[hidden, gates·hidden]`, the recurrent matrix `[hidden, gates·hidden]` (both transposed
/// against PyTorch, so that a gate's columns are contiguous) and PyTorch's two biases `[gates·hidden]`
/// each; the head's weight `[outputs, layers·hidden]` and bias `[outputs]`. Gate columns are stacked
/// in PyTorch's order, see [`crate::cells`].
///
/// Where a gate uses the sum of its two parts, two biases are one too many for the formula, but Adam
/// moves each by its own step, so a network with one learns at another speed than PyTorch's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParameterLayout {
    pub cell: Cell,
    pub features: usize,
    pub hidden: usize,
    pub layers: usize,
    pub outputs: usize,
}

/// Where one recurrent layer's parameters lie.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayerLayout {
    /// `[hidden, gates·hidden]`
    pub input: Range<usize>,
    /// `[hidden, gates·hidden]`
    pub recurrent: Range<usize>,
    /// `[gates·hidden]`
    pub input_bias: Range<usize>,
    /// `[gates·hidden]`
    pub recurrent_bias: Range<usize>,
}

impl ParameterLayout {
    /// # Panics
    /// A linear network has no such layout: see [`Layout`].
    pub fn new(network: &NetworkConfig) -> Self {
        Self {
            cell: network.cell.cell().expect("a recurrent network"),
            features: network.features,
            hidden: network.hidden,
            layers: network.layers,
            outputs: network.outputs,
        }
    }

    /// `[features, hidden]`
    pub fn input_weight(&self) -> Range<usize> {
        0..self.features * self.hidden
    }

    /// `[hidden]`
    pub fn input_bias(&self) -> Range<usize> {
        let start = self.input_weight().end;
        start..start + self.hidden
    }

    /// The parameters of recurrent layer `layer`, counted from the input.
    pub fn layer(&self, layer: usize) -> LayerLayout {
        debug_assert!(layer < self.layers);
        let columns = self.cell.gates() * self.hidden;
        let matrix = self.hidden * columns;
        let start = self.input_bias().end + layer * (2 * matrix + 2 * columns);
        let input = start..start + matrix;
        let recurrent = input.end..input.end + matrix;
        let input_bias = recurrent.end..recurrent.end + columns;
        let recurrent_bias = input_bias.end..input_bias.end + columns;
        LayerLayout {
            input,
            recurrent,
            input_bias,
            recurrent_bias,
        }
    }

    /// The head's inputs: the layers' last hidden states, first layer first.
    pub fn head_inputs(&self) -> usize {
        self.layers * self.hidden
    }

    /// `[outputs, layers·hidden]`
    pub fn head_weight(&self) -> Range<usize> {
        let start = self.layer(self.layers - 1).recurrent_bias.end;
        start..start + self.outputs * self.head_inputs()
    }

    /// `[outputs]`
    pub fn head_biases(&self) -> Range<usize> {
        let start = self.head_weight().end;
        start..start + self.outputs
    }

    /// Index of the first output's bias: of the only one, where there is one.
    pub fn head_bias(&self) -> usize {
        self.head_biases().start
    }

    /// Number of parameters.
    #[allow(clippy::len_without_is_empty)] // a network always has parameters
    pub fn len(&self) -> usize {
        self.head_biases().end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notebook_network_has_pytorchs_parameter_count() {
        // Linear 1→32: 32 + 32. Two LSTM layers 32→32: 2·(4·32·32) + 2·(4·32) = 8,448 each.
        // Linear 64→1: 64 + 1. Together 64 + 16,896 + 65 = 17,025.
        let layout = ParameterLayout {
            cell: Cell::Lstm,
            features: 1,
            hidden: 32,
            layers: 2,
            outputs: 1,
        };
        assert_eq!(layout.len(), 17_025);
        assert_eq!(layout.layer(0).input.start, 64);
        assert_eq!(layout.layer(1).input.start, 64 + 8_448);
        assert_eq!(layout.head_weight(), 16_960..17_024);
        // Five outputs: 5·64 weights and 5 biases, the same before them.
        let five = ParameterLayout {
            outputs: 5,
            ..layout
        };
        assert_eq!(five.head_weight(), 16_960..17_280);
        assert_eq!(five.head_biases(), 17_280..17_285);
        assert_eq!(five.len(), 17_285);
    }

    #[test]
    fn each_cell_has_pytorchs_parameter_count() {
        // Without its 64 + 65 parameters of linear layers, the same network has two layers of
        // gates·(32·32 + 32·32 + 32 + 32) = gates·2,112 parameters.
        let parameters = |cell| {
            let layout = ParameterLayout {
                cell,
                features: 1,
                hidden: 32,
                layers: 2,
                outputs: 1,
            };
            layout.len()
        };
        assert_eq!(parameters(Cell::Gru), 129 + 2 * 3 * 2_112);
        assert_eq!(parameters(Cell::Rnn), 129 + 2 * 2_112);
    }

    #[test]
    fn a_linear_network_has_a_weight_for_each_number_of_its_window_and_no_other_sizes() {
        let network = NetworkConfig {
            cell: Linear::Plain.into(),
            features: 3,
            hidden: 0,
            layers: 0,
            outputs: 5,
            dropout: 0.0,
        };
        assert_eq!(Layout::new(&network, 20).len(), 5 * (20 * 3 + 1));
        assert!(check_sizes(&network, 20, 64).is_ok());
        let refused = check_sizes(&network, 251, 64).unwrap_err();
        assert_eq!(refused.size, Size::Window);
    }

    #[test]
    fn sizes_out_of_bounds_name_the_bound() {
        let network = NetworkConfig {
            cell: Cell::Lstm.into(),
            features: 1,
            hidden: 129,
            layers: 2,
            outputs: 1,
            dropout: 0.0,
        };
        assert_eq!(
            check_sizes(&network, 20, 64),
            Err(SizeError {
                size: Size::Hidden,
                value: 129,
                low: 4,
                high: 128
            })
        );
        let network = NetworkConfig {
            hidden: 32,
            ..network
        };
        let refused = |network, window| check_sizes(network, window, 64).unwrap_err().size;
        assert_eq!(refused(&network, 1), Size::Window);
        let many = NetworkConfig {
            outputs: 31,
            ..network
        };
        assert_eq!(refused(&many, 20), Size::Outputs);
        assert!(check_sizes(&network, 20, 64).is_ok());
    }
}
