//! Where the sums of a piece lie in one vector: the gradient, not yet in the flat vector's order.
//!
//! Recurrent layers keep their padding, and the input layer of a network with one feature its sums by
//! intervals (see [`super::scalar_input`]): what turns them into the gradient is linear, so it is done
//! once for the whole batch and not for each piece.

use crate::lstm::layout::ParameterLayout;
use std::ops::Range;

/// The parts of a piece's sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SumsLayout {
    /// Of the input layer: by intervals, or weight and bias as in the flat vector.
    pub input: Range<usize>,
    pub layers: Vec<LayerSums>,
    /// The head's weight and biases, as in the flat vector.
    pub head: Range<usize>,
}

/// The parts of one recurrent layer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LayerSums {
    /// `[padded, gates·padded]`, or empty where the input layer's sums hold them.
    pub input: Range<usize>,
    /// `[padded, gates·padded]`
    pub recurrent: Range<usize>,
    /// `[columns·padded]`, or empty where the input layer's sums hold them.
    pub bias: Range<usize>,
}

impl SumsLayout {
    /// `by_interval` is the length of the input layer's sums by intervals, where they are used.
    pub fn new(layout: &ParameterLayout, padded: usize, by_interval: Option<usize>) -> Self {
        let mut end = 0;
        let mut next = |length: usize| {
            end += length;
            end - length..end
        };
        let matrix = padded * layout.cell.gates() * padded;
        let columns = layout.cell.columns() * padded;
        let input = next(by_interval.unwrap_or(layout.input_bias().end));
        let layers = (0..layout.layers).map(|layer| {
            let own = usize::from(layer > 0 || by_interval.is_none());
            LayerSums {
                input: next(own * matrix),
                recurrent: next(matrix),
                bias: next(own * columns),
            }
        });
        let layers = layers.collect();
        let head = next(layout.len() - layout.head_weight().start);
        Self {
            input,
            layers,
            head,
        }
    }

    /// How many numbers the sums are.
    pub fn len(&self) -> usize {
        self.head.end
    }
}
