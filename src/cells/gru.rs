//! Gated recurrent unit (Cho et al. 2014), as `torch.nn.GRU` has it:
//!
//! ```text
//! r, z = σ(p + q)
//! n = tanh(p_n + r ⊙ q_n)
//! h_t = (1 − z) ⊙ n + z ⊙ h_(t−1)
//! ```
//!
//! The reset gate `r` multiplies the product `U_n h + b'_n` and not `h` itself as in the paper, so the
//! candidate's two biases cannot be one: `b'_n` is inside what `r` multiplies.
//!
//! # Shapes
//! Matrices `[3·hidden, hidden]`, biases `[3·hidden]` in PyTorch, gates stacked r, z, n.

use super::{Definition, sigmoid, tanh};

pub const DEFINITION: Definition = Definition {
    slug: "gru",
    pytorch: "GRU",
    // Reset, update, candidate.
    gates: &[sigmoid('r'), sigmoid('z'), tanh('n')],
    apart: 1,
    cell_state: false,
};
