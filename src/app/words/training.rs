//! Why a training could not go on, and what is odd about one that does.

use crate::protocol::{BadJob, Size, SizeError, TrainingError};
use crate::text::{self, Say, trainer};
use crate::watch::norms::Trouble;
use std::fmt;

/// What happened and what to do next.
impl Say for TrainingError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size(error) => error.say(f),
            Self::Diverged { epoch } => f.write_str(&trainer::diverged(epoch)),
            Self::BadJob(detail) => f.write_str(&trainer::bad_job(detail)),
            Self::Device(detail) => f.write_str(&trainer::device_stopped(detail)),
            Self::StoppedRunGone => f.write_str(trainer::stopped_run_gone()),
            Self::Outdated => f.write_str(trainer::outdated()),
        }
    }
}

/// In brackets, within a sentence.
impl Say for BadJob {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::TargetsDoNotDivide { targets, outputs } => {
                trainer::targets_do_not_divide(targets, outputs)
            }
            Self::OtherInputs { found, needed } => trainer::other_inputs(found, needed),
            Self::RowBeyond { rows } => trainer::row_beyond(rows),
            Self::ForecastBeyond { rows } => trainer::forecast_beyond(rows),
            Self::OutputsDoNotFit { outputs, days } => trainer::outputs_do_not_fit(outputs, days),
            Self::OtherParameters { found, needed } => trainer::other_parameters(found, needed),
            Self::NoTrainingRows => trainer::no_training_rows().to_owned(),
            Self::KeptStateDamaged => trainer::kept_state_damaged().to_owned(),
            Self::KeptStateOfAnother { found, needed } => {
                trainer::kept_state_of_another(found, needed)
            }
        })
    }
}

impl Say for SizeError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            size,
            value,
            low,
            high,
        } = self;
        f.write_str(&trainer::size_out_of_bounds(size, value, low, high))
    }
}

impl Say for Size {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Features => trainer::number_of_features(),
            Self::Hidden => trainer::hidden_size(),
            Self::Layers => trainer::number_of_layers(),
            Self::Outputs => trainer::number_of_outputs(),
            Self::Window => trainer::look_back_window(),
            Self::Batch => trainer::batch_size(),
        })
    }
}

/// What happened to the norms and what to do next. `clipped`: the gradients' norm is clipped.
pub fn trouble(trouble: Trouble, clipped: bool) -> String {
    match trouble {
        Trouble::GradientsExploded(times) => {
            let fold = text::watch::fold(rough(times));
            if clipped {
                text::watch::gradients_exploded_clipped(fold)
            } else {
                text::watch::gradients_exploded_unclipped(fold)
            }
        }
        Trouble::WeightsExploded(times) => {
            text::watch::weights_exploded(text::watch::fold(rough(times)))
        }
        Trouble::GradientsVanished(parts) => {
            text::watch::gradients_vanished(text::watch::parts(rough(parts)))
        }
    }
}

/// Two digits are enough for a warning, and from a million on (`None`) the number says nothing more.
fn rough(times: f64) -> Option<usize> {
    if !(1.0..1e6).contains(&times) {
        return None;
    }
    let unit = 10_f64.powi((times.log10().floor() as i32 - 1).max(0));
    Some(((times / unit).round() * unit) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language, said};

    #[test]
    fn a_failure_says_what_to_do_next() {
        let diverged = TrainingError::Diverged { epoch: 3 };
        assert!(said(&diverged).contains("diverged in epoch 3"));
        let german = in_language(Language::German, || said(&diverged));
        assert!(german.contains("niedrigeren Lernrate"), "{german}");
        let size = TrainingError::Size(SizeError {
            size: Size::Hidden,
            value: 3,
            low: 4,
            high: 128,
        });
        assert_eq!(
            said(&size),
            "The hidden size is 3, but must lie between 4 and 128. Choose a hidden size within these \
             bounds."
        );
        let job = TrainingError::BadJob(BadJob::OtherInputs {
            found: 7,
            needed: 9,
        });
        assert!(said(&job).contains("(7 inputs where 9 are needed)"));
    }

    #[test]
    fn troubles_say_how_large_they_are_and_what_helps() {
        let exploded = |clipped| trouble(Trouble::GradientsExploded(400.0), clipped);
        assert!(exploded(false).starts_with("The gradients grew 400-fold"));
        assert!(exploded(false).contains("smaller learning rate, or the honest recipe"));
        assert!(!exploded(true).contains("recipe"));
        let vanished = |parts| trouble(Trouble::GradientsVanished(parts), true);
        assert!(vanished(5_000.0).contains("one part in 5,000"));
        assert!(vanished(1e9).contains("one part in a million of"));
        assert!(
            in_language(Language::German, || vanished(1e9)).contains("Von einer Million Teilen")
        );
    }

    #[test]
    fn factors_are_said_with_two_digits() {
        for (times, english, german) in [
            (12.4, "12-fold", "12-Fache"),
            (437.0, "440-fold", "440-Fache"),
            (1_000.0, "1,000-fold", "1.000-Fache"),
            (51_234.0, "51,000-fold", "51.000-Fache"),
            (1e9, "a million-fold", "Millionenfache"),
            (f64::INFINITY, "a million-fold", "Millionenfache"),
        ] {
            let fold = || text::watch::fold(rough(times));
            assert_eq!(fold(), english);
            assert_eq!(in_language(Language::German, fold), german);
        }
    }
}
