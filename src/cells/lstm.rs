//! Long short-term memory (Hochreiter & Schmidhuber 1997; with a forget gate, Gers et al. 2000), as
//! `torch.nn.LSTM` has it:
//!
//! ```text
//! i, f, o = σ(p + q),   g = tanh(p + q)
//! c_t = f ⊙ c_(t−1) + i ⊙ g
//! h_t = o ⊙ tanh(c_t)
//! ```
//!
//! # Shapes
//! Matrices `[4·hidden, hidden]`, biases `[4·hidden]` in PyTorch, gates stacked i, f, g, o.

use super::{Definition, sigmoid, tanh};

pub const DEFINITION: Definition = Definition {
    slug: "lstm",
    pytorch: "LSTM",
    // Input, forget, candidate, output.
    gates: &[sigmoid('i'), sigmoid('f'), tanh('g'), sigmoid('o')],
    apart: 0,
    cell_state: true,
};
