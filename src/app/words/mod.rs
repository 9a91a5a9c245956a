//! The words for the core's data. The core gives errors, caveats, verdicts, settings and lessons as
//! plain data; here each becomes a sentence in the language of now, from the texts of
//! [`crate::text`]. What may live here: `impl Say` for the core's types, and functions that say them
//! where they need more than themselves. Nothing here decides anything.
//!
//! `said(&thing)` ([`crate::text::said`]) gives a thing's words as a string.

pub mod address;
pub mod baselines;
pub mod caveats;
pub mod cell;
pub mod comparison;
pub mod device;
pub mod evaluation;
pub mod horizons;
pub mod intervals;
pub mod lessons;
pub mod model_file;
pub mod odometer;
pub mod rate;
pub mod report;
pub mod run_card;
pub mod seeds;
pub mod settings;
pub mod shift;
pub mod training;
pub mod verdict;
pub mod walk_forward;
