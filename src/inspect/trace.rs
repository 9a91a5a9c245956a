//! What is written down of one window on its way through a network, and how the prediction hangs on each
//! input.

use crate::cells::Cell;
use crate::lstm::layout::{Layout, ParameterLayout};

/// Gates of an LSTM cell.
pub const GATES: usize = Cell::Lstm.gates();

/// Places of the gates in a stack, PyTorch's order.
pub const INPUT: usize = 0;
pub const FORGET: usize = 1;
pub const CANDIDATE: usize = 2;
pub const OUTPUT: usize = 3;

/// Why a window cannot go through a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TraceError {
    /// The parameters are not this network's.
    Parameters { expected: usize, found: usize },
    /// The window is empty or is no whole number of time steps.
    Window { features: usize, found: usize },
    /// A parameter or an input is no finite number.
    NotFinite,
}

/// Everything inside the network for one window.
#[derive(Debug, Clone, PartialEq)]
pub struct Trace {
    pub layout: Layout,
    pub window: usize,
    /// `[window, features]`
    pub inputs: Vec<f64>,
    /// The input layer's output, `[window, hidden]`; nothing of a linear network.
    pub projected: Vec<f64>,
    /// First layer first; none of a linear network.
    pub layers: Vec<LayerTrace>,
    /// ŷ, in scaled units.
    pub prediction: f64,
    /// ∂ŷ/∂x, `[window, features]`, scaled units by scaled units.
    pub gradient: Vec<f64>,
}

/// One recurrent layer over the window.
#[derive(Debug, Clone, PartialEq)]
pub struct LayerTrace {
    /// The cell's columns, as [`forward`](crate::cells::formula::forward) leaves them: `[window, columns, hidden]`; an LSTM's are
    /// its gates i, f, g, o.
    pub columns: Vec<f64>,
    /// `[window, hidden]`; zeros where the cell has no such state.
    pub cell: Vec<f64>,
    /// `[window, hidden]`
    pub hidden: Vec<f64>,
    /// ∂ŷ/∂c_t and ∂ŷ/∂h_t by every way from there to the forecast, `[window, hidden]`.
    pub by_cell: Vec<f64>,
    pub by_hidden: Vec<f64>,
}

impl Trace {
    /// The layout, where the network is an LSTM.
    pub fn lstm(&self) -> Option<ParameterLayout> {
        match self.layout {
            Layout::Recurrent(layout) if layout.cell == Cell::Lstm => Some(layout),
            _ => None,
        }
    }

    /// What layer `layer` reads at time step `time`, `[hidden]`.
    pub fn layer_input(&self, layer: usize, time: usize) -> &[f64] {
        let sequence = match layer {
            0 => &self.projected,
            above => &self.layers[above - 1].hidden,
        };
        let hidden = sequence.len() / self.window;
        &sequence[time * hidden..][..hidden]
    }
}
