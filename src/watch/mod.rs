//! What is said of a training while it goes on, as pure functions of what the trainer tells: nothing
//! here changes a run, and nothing judges one.
//!
//! | file | what it holds |
//! |---|---|
//! | [`norms`] | when gradients or weights explode or vanish |
//! | [`so_far`] | what the network predicts so far, in prices |

pub mod norms;
pub mod so_far;
