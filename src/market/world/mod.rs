//! Known worlds: seeded generated series whose true process, and so the best possible score, is known.
//!
//! Each world is a process in the log price x = ln P, so prices are positive.
//! The best forecast given here is the conditional **median** of the next price, exp of the
//! conditional mean of x: of all forecasts it has the smallest expected absolute error, and the
//! verdict rests on absolute errors. (The conditional mean of the price is larger by the factor
//! exp(σ²/2), one part in 20,000 for σ = 0.01: far below what any score here resolves.)
//!
//! | file | what it holds |
//! |---|---|
//! | `known/` | the list of worlds, and each in a file of its own |
//! | `process` | what every world is made of |
//! | `formula` | a process as a formula |
//! | `parameter` | a number that can be changed, with its bounds |
//! | `parameters` | the values that were chosen, as the address has them |
//! | `truth` | what is known of a world's prices |
//! | `generate` | a world's prices from a seed |

mod formula;
mod generate;
pub(super) mod known;
mod parameter;
mod parameters;
mod process;
pub(super) mod truth;

pub use formula::Formula;
pub use generate::{DEFAULT_DAYS, generate, generate_with};
pub use known::WorldKind;
pub use parameter::Parameter;
pub use parameters::{ParameterError, Parameters};
pub use process::World;
pub use truth::WorldTruth;
