//! Looking inside a trained network: one day's window goes through it with every gate written down.
//! Plain numbers, dates and prices; no Burn, no browser.
//!
//! | file | what it holds |
//! |---|---|
//! | [`trace`] | what is written down of one window |
//! | [`tracing`] | forward pass and gradient of one window, in 64-bit numbers |
//! | `recurrent`, [`linear`] | the same, by kind of network |
//! | [`subject`] | a trained network with the dataset and the prices it was trained on |
//! | [`days`] | which days of a window a forecast depends on |
//! | [`travel`] | how much of a day's error reaches each day of its window |
//! | [`cell`] | one unit of one layer over the window, and its equations with their numbers |
//! | [`find`] | which units do something else on some steps than on the others |

pub mod cell;
pub mod days;
pub mod find;
pub mod linear;
mod recurrent;
pub mod subject;
pub mod trace;
pub mod tracing;
pub mod travel;

pub use days::{Day, Days, Measure};
pub use subject::Subject;
pub use trace::{Trace, TraceError};
pub use tracing::Tracing;
