//! Studies: one training after the other, each step in a task of its own so that the page stays quick:
//! cutting a dataset, writing its job, scoring its network, pooling the scores.

use super::{Root, later};
use crate::app::browser;
use crate::app::intention::PartnerChoice;
use crate::experiment::Experiment;
use crate::forecast::evaluation::EvaluationError;
use crate::forecast::odometer::open_prices;
use crate::forecast::settings::Recipe;
use crate::forecast::walk_forward::TrainingSpan;
use crate::forecast::{Evaluation, Settings};
use crate::market::Prices;
use crate::protocol::{FromTrainer, ToTrainer, Watch};
use crate::run::{Event, NoticeKind, Run};
use crate::study::{FIRST_RUN, Partner, Scoring, SettingsOf, Study};
use crate::text::{self, said};
use leptos::prelude::*;
use std::sync::Arc;

/// Progress is shown at most this often: small networks are through an epoch in milliseconds.
const SHOWN_EVERY_MS: f64 = 250.0;

impl Root {
    pub(super) fn run_walk_forward(self, folds: usize, span: TrainingSpan) {
        self.begin_study(|experiment, prices| Study::walk_forward(experiment, prices, folds, span));
    }

    pub(super) fn repeat_seeds(self, seeds: usize, partner: PartnerChoice) {
        let partner = match self.partner(partner) {
            Ok(partner) => partner,
            Err(reason) => return self.notify(NoticeKind::Error, reason),
        };
        self.begin_study(|experiment, prices| Study::seeds(experiment, prices, seeds, partner));
    }

    fn partner(self, choice: PartnerChoice) -> Result<Option<Partner>, &'static str> {
        match choice {
            PartnerChoice::None => Ok(None),
            PartnerChoice::OtherRecipe => {
                let settings = self.settings();
                let other = other_recipe(&settings);
                Ok(Some(Partner {
                    of: SettingsOf::Recipe(other),
                    settings: settings.with_recipe(other),
                }))
            }
            PartnerChoice::PastRun(number) => self
                .session
                .with_untracked(|session| {
                    let settings = session.run(number)?.experiment.settings.clone();
                    Some(Some(Partner {
                        of: SettingsOf::Run(number),
                        settings,
                    }))
                })
                .ok_or_else(text::notices::partner_is_gone),
        }
    }

    fn begin_study(self, make: impl FnOnce(&Experiment, &Arc<Prices>) -> Result<Study, String>) {
        // The trainer has one thing to do at a time.
        let taken = self.opening.get_untracked() || self.both.with_untracked(Option::is_some);
        if taken || !self.run.with_untracked(Run::can_train) {
            return;
        }
        let (experiment, loaded) = self
            .run
            .with_untracked(|run| (run.experiment.clone(), run.prices.clone()));
        let Some(loaded) = loaded else { return };
        // What is sealed stays so, whoever tests.
        let prices = open_prices(&loaded, experiment.sealed);
        // The form refuses these next to the field; here they come from nowhere but a bug.
        if let Err(errors) = experiment.settings.validate() {
            let sentences: Vec<_> = errors.iter().map(said).collect();
            return self.notify(NoticeKind::Error, sentences.join(" "));
        }
        match make(&experiment, &prices) {
            Ok(study) => {
                self.apply(Event::StudyStarted);
                self.studies.update(|studies| studies.begin(study, &loaded));
                self.next_training();
            }
            Err(reason) => self.notify(NoticeKind::Error, reason),
        }
    }

    fn next_training(self) {
        self.show_study_progress();
        later(move || {
            let run = FIRST_RUN + self.study_runs.get_value();
            let mut order = None;
            self.studies.update(|studies| order = studies.next(run));
            let Some(order) = order else {
                return self.after_study();
            };
            self.study_runs.update_value(|runs| *runs += 1);
            self.send(move || ToTrainer::Train {
                run: order.run,
                job: Box::new(order.job()),
                watch: Watch::default(),
            });
        });
    }

    /// What the trainer says of a study's training. Plain trainings are the run's.
    pub(super) fn hear_of_study(self, word: FromTrainer) {
        let mut scoring = None;
        // Most words change nothing that is shown but the progress, which has a signal of its own.
        let is_news = matches!(word, FromTrainer::DeviceChanged { .. });
        self.studies.maybe_update(|studies| {
            scoring = studies.hear(word, browser::now_ms());
            is_news || studies.running().is_none()
        });
        if let Some(scoring) = scoring {
            self.show_study_progress();
            return self.score(scoring);
        }
        let running = self.studies.with_untracked(|it| it.running().is_some());
        let due = browser::now_ms() - self.study_shown_ms.get_value() >= SHOWN_EVERY_MS;
        if !running {
            self.after_study();
        } else if due {
            self.show_study_progress();
        }
    }

    fn score(self, scoring: Scoring) {
        later(move || {
            let run = scoring.run;
            let outcome = scoring.evaluate();
            drop(scoring);
            later(move || self.scored(run, outcome));
        });
    }

    fn scored(self, run: u32, outcome: Result<Evaluation, EvaluationError>) {
        let mut looked_at = None;
        self.studies.update(|studies| {
            looked_at = studies.scored(run, outcome, browser::now_ms());
        });
        if let Some(looked_at) = looked_at
            && let Some(prices) = self.run.with_untracked(|run| run.prices.clone())
        {
            self.session
                .update(|session| session.look(&prices, &looked_at));
        }
        if self.studies.with_untracked(|it| it.running().is_some()) {
            self.next_training();
        } else {
            self.after_study();
        }
    }

    pub(super) fn cancel_study(self) {
        let mut stop = None;
        self.studies.update(|studies| stop = studies.cancel());
        if let Some(run) = stop {
            self.send(move || ToTrainer::Stop { run });
        }
        self.after_study();
    }

    /// The trainer crashed or cannot be used.
    pub(super) fn study_lost(self, message: &str) {
        self.studies.update(|studies| studies.trainer_lost(message));
        self.after_study();
    }

    /// Gives the trainer back where no study has it any more.
    fn after_study(self) {
        let running = self.studies.with_untracked(|it| it.running().is_some());
        if !running && self.run.with_untracked(Run::is_studying) {
            self.apply(Event::StudyEnded);
            self.study_progress.set(None);
        }
    }

    fn show_study_progress(self) {
        let now = browser::now_ms();
        self.study_shown_ms.set_value(now);
        self.study_progress
            .set(self.studies.with_untracked(|it| it.progress(now)));
    }

    /// Drops what was found on other prices than the loaded ones.
    pub(super) fn keep_studies_of(self, prices: Option<&Prices>) {
        let outdated = self
            .studies
            .with_untracked(|studies| studies.are_outdated(prices));
        if outdated {
            self.studies.update(|studies| *studies = Default::default());
        }
    }
}

/// The recipe that these settings do not have.
pub fn other_recipe(settings: &Settings) -> Recipe {
    match settings.recipe {
        Recipe::Honest => Recipe::Notebook,
        Recipe::Notebook => Recipe::Honest,
    }
}
