//! The plain recurrent network (Elman 1990), as `torch.nn.RNN` has it with its usual tanh:
//!
//! ```text
//! h_t = tanh(p + q)
//! ```
//!
//! # Shapes
//! Matrices `[hidden, hidden]`, biases `[hidden]`.

use super::{Definition, tanh};

pub const DEFINITION: Definition = Definition {
    slug: "rnn",
    pytorch: "RNN",
    // The new state itself.
    gates: &[tanh('h')],
    apart: 0,
    cell_state: false,
};
