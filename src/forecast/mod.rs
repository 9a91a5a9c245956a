//! From a series to a verdict: settings, split, scaling, windows, baselines, scores, intervals.
//! Pure: knows no browser and no Burn; every function is plain data in, plain data out.

pub mod adaptive;
pub mod baselines;
pub mod calibration;
pub mod caveats;
pub mod comparison;
pub mod conformal;
pub mod coverage;
pub mod dataset;
pub mod diebold_mariano;
pub mod evaluation;
pub mod horizons;
pub mod intervals;
pub mod job;
pub mod label;
mod label_scores;
pub mod metrics;
pub mod odometer;
mod rescaled;
pub mod scaler;
pub mod scores;
pub mod seeds;
pub mod settings;
pub mod shift;
mod student_t;
pub mod tested;
pub mod verdict;
pub mod walk_forward;

pub use dataset::Dataset;
pub use evaluation::Evaluation;
pub use settings::Settings;

#[cfg(test)]
pub(crate) mod fixtures;
