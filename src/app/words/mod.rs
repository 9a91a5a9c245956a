//! The words for the core's data. The core gives errors, caveats, verdicts, settings and lessons as
//! plain data; here each becomes a sentence in the language of now, from the texts of
//! [`crate::text`]. What may live here: `impl Say` for the core's types, and functions that say them
//! where they need more than themselves. Nothing here decides anything.
//!
//! `said(&thing)` ([`crate::text::said`]) gives a thing's words as a string.

pub mod address;
pub mod alpha_vantage;
pub mod bands;
pub mod baselines;
pub mod caveats;
pub mod cell;
pub mod comparison;
mod crash;
pub mod data_report;
pub mod device;
pub mod direction;
pub mod evaluation;
pub mod horizons;
pub mod intervals;
pub mod journal;
pub mod lessons;
pub mod looking;
pub mod messages;
pub mod model_file;
pub mod odometer;
pub mod paid;
pub mod price_file;
pub mod prices;
pub mod rate;
pub mod recipes;
pub mod report;
pub mod run_card;
pub mod seeds;
pub mod session;
pub mod settings;
pub mod several;
pub mod shift;
pub mod study;
pub mod training;
pub mod verdict;
pub mod walk_forward;
pub mod worlds;

use crate::lab::intention::Keepsake;
use crate::text;

/// The button that saves a file of a finished run.
pub fn download_button(file: Keepsake) -> &'static str {
    match file {
        Keepsake::Model => text::model_file::download_model(),
        Keepsake::Script => text::model_file::download_script(),
        Keepsake::Predictions => text::model_file::download_predictions(),
        Keepsake::RunCard => text::model_file::download_run_card(),
        Keepsake::ScoresCsv => text::model_file::download_scores_csv(),
        Keepsake::ScoresLatex => text::model_file::download_scores_latex(),
    }
}

/// What the file is for.
pub fn download_means(file: Keepsake) -> &'static str {
    match file {
        Keepsake::Model => text::model_file::model_means(),
        Keepsake::Script => text::model_file::script_means(),
        Keepsake::Predictions => text::model_file::predictions_mean(),
        Keepsake::RunCard => text::model_file::run_card_means(),
        Keepsake::ScoresCsv => text::model_file::scores_csv_means(),
        Keepsake::ScoresLatex => text::model_file::scores_latex_means(),
    }
}
