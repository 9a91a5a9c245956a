//! From a series to a verdict: settings, split, scaling, windows, baselines, scores, intervals.
//! Pure: knows no browser and no Burn; every function is plain data in, plain data out.

pub mod adaptive;
pub mod bands;
pub mod baselines;
pub mod benjamini_hochberg;
pub mod calibration;
pub mod caveats;
pub mod chance;
pub mod clark_west;
pub mod comparison;
pub mod conformal;
pub mod coverage;
pub mod dataset;
pub mod day_forecasts;
pub mod diebold_mariano;
pub mod direction;
pub mod evaluation;
pub mod fixed_b;
pub mod holm;
pub mod horizons;
pub mod inputs;
pub mod intervals;
pub mod job;
pub mod label;
mod label_scores;
mod long_run;
pub mod many_looks;
pub mod metrics;
mod normal;
pub mod odometer;
pub mod paid;
mod rescaled;
pub mod scaler;
pub mod scores;
pub mod seeds;
pub mod settings;
pub mod several;
mod sharpe;
pub mod shift;
pub mod squared_ratio;
mod stationary;
mod student_t;
pub mod tested;
pub mod verdict;
pub mod volatility;
pub mod walk_forward;

pub use dataset::Dataset;
pub use evaluation::Evaluation;
pub use settings::Settings;

#[cfg(test)]
pub(crate) mod fixtures;
