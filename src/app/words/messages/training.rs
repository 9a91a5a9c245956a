//! What is said about trainings, studies, the sealed block and opened networks.

use crate::app::words::crash::crash_sentence;
use crate::app::words::{model_file, study};
use crate::lab::training::TrainingMessage;
use crate::lab::training::message::{Loss, SealFailure};
use crate::market::Source;
use crate::model_file::opened::OpenedModel;
use crate::protocol::Crash;
use crate::text::{self, Say, notices, run, trainer};
use std::fmt;

impl Say for TrainingMessage {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = match self {
            Self::NoPrices => notices::no_prices().to_owned(),
            Self::SettingsRefused(errors) => {
                let sentences: Vec<String> = errors.iter().map(text::said).collect();
                sentences.join(" ")
            }
            Self::NoDataset(error) => text::said(error),
            Self::Failed(failure) => text::said(failure),
            Self::DeviceChanged(reason) => format!("{}.", text::said(reason)),
            Self::NotScored(error) => text::said(error),
            Self::TrainerLost { crash, loss } => trainer_lost(*crash, *loss),
            Self::Silent => trainer::silent().to_owned(),
            Self::GoesOn { crash, epoch } => {
                format!("{} {}", crash_sentence(*crash), run::goes_on(epoch))
            }
            Self::Outdated => trainer::outdated().to_owned(),
            Self::FirstRecipeStopped => notices::first_recipe_stopped().to_owned(),
            Self::SecondRecipeStopped => notices::second_recipe_stopped().to_owned(),
            Self::PartnerGone => notices::partner_is_gone().to_owned(),
            Self::StudyRefused(reason) => study::not_begun(reason),
            Self::StillSealed(failure) => notices::still_sealed(match failure {
                SealFailure::Trainer(failure) => text::said(failure),
                SealFailure::NotScored(error) => text::said(error),
            }),
            Self::ModelWhileTraining => notices::model_while_training().to_owned(),
            Self::ModelTooLarge => notices::model_too_large().to_owned(),
            Self::ModelFileNotReadable => notices::file_not_readable().to_owned(),
            Self::ModelRefused(error) => text::said(error),
            Self::ModelWaits(model) => model_waits(model),
            Self::NotItsPrices(error) => text::said(error),
            Self::ModelShown(note) => text::said(note),
        };
        f.write_str(&said)
    }
}

/// What happened to the trainer, what went with it, and what to do next.
fn trainer_lost(crash: Crash, loss: Loss) -> String {
    let happened = crash_sentence(crash);
    let lost = match loss {
        Loss::Nothing => return happened.to_owned(),
        Loss::KeptTraining => run::can_go_on().to_owned(),
        Loss::StoppedRun => run::stopped_run_lost().to_owned(),
        Loss::Training {
            epochs_done: 0,
            results_stay: false,
            ..
        } => run::lost_before_an_epoch().to_owned(),
        Loss::Training { epochs_done: 0, .. } => {
            run::lost_before_an_epoch_with_results().to_owned()
        }
        Loss::Training {
            epochs_done,
            epochs_planned,
            results_stay: false,
        } => run::lost_after(epochs_done, epochs_planned),
        Loss::Training {
            epochs_done,
            epochs_planned,
            ..
        } => run::lost_after_with_results(epochs_done, epochs_planned),
    };
    format!("{happened} {lost}")
}

fn model_waits(model: &OpenedModel) -> String {
    let needs = model_file::opened_and_needs(model);
    match model.experiment.source {
        Source::World(_) => needs,
        Source::AlphaVantage { .. } | Source::Pair(_) => {
            format!("{needs} {}", notices::model_waits_for_symbol())
        }
        Source::File { .. } => format!("{needs} {}", notices::model_waits_for_file()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    fn said(message: &TrainingMessage) -> String {
        struct Said<'a>(&'a TrainingMessage);
        impl fmt::Display for Said<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.say(f)
            }
        }
        Said(message).to_string()
    }

    fn lost(epochs_done: usize, results_stay: bool) -> TrainingMessage {
        TrainingMessage::TrainerLost {
            crash: Crash::OutOfMemory,
            loss: Loss::Training {
                epochs_done,
                epochs_planned: 10,
                results_stay,
            },
        }
    }

    #[test]
    fn a_crash_in_training_says_what_was_lost_and_what_is_kept() {
        let text = said(&lost(2, false));
        assert!(text.starts_with("The trainer ran out of memory"), "{text}");
        assert!(text.contains("lost after 2 of 10 epochs"), "{text}");
        assert!(text.contains("prices and settings are kept"), "{text}");
        let text = said(&lost(0, true));
        assert!(text.contains("results of the earlier stop"), "{text}");
        let german = in_language(Language::German, || said(&lost(2, false)));
        assert!(
            german.contains("Dieser Lauf ist nach 2 von 10 Epochen verloren"),
            "{german}"
        );
    }

    #[test]
    fn a_training_that_is_kept_is_not_called_lost() {
        let text = said(&TrainingMessage::TrainerLost {
            crash: Crash::Died,
            loss: Loss::KeptTraining,
        });
        assert!(
            text.starts_with("The trainer crashed and was started again. The training is kept"),
            "{text}"
        );
        assert!(!text.contains("lost"), "{text}");
    }
}
