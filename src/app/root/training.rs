//! Training: orders to the trainer, and what becomes of its answers.

use super::sealed::SEALED_RUN;
use super::{Root, later};
use crate::app::trainer::{Trainer, TrainerWord};
use crate::experiment::Experiment;
use crate::forecast::job::training_job;
use crate::forecast::odometer::open_prices;
use crate::forecast::{Dataset, Settings, evaluation};
use crate::market::Source;
use crate::model_file::opened::ModelOrigin;
use crate::protocol::{FromTrainer, Stretch, ToTrainer, TrainingError, Watch};
use crate::run::{Event, NoticeKind, Phase, Run, run_of};
use crate::session::Course;
use crate::study::is_of_study;
use crate::text::{self, said};
use crate::watch::so_far::preview_from;
use leptos::prelude::*;
use std::sync::Arc;

/// A trainer that has not stopped by then hangs, and is replaced. An order to stop is normally
/// followed within a second.
const STOP_PATIENCE_MS: u32 = 15_000;

impl Root {
    pub(super) fn with_trainer<T>(self, act: impl FnOnce(&Trainer) -> T) -> Option<T> {
        self.trainer.with_value(|trainer| trainer.as_ref().map(act))
    }

    pub(super) fn change_settings(self, settings: Settings) {
        // These settings are the visitor's own word: a link that still waits for its prices has none.
        self.pending.set(None);
        let experiment = self.run.with_untracked(|run| run.experiment.clone());
        // The seed seeds a world too: another seed is another history.
        let new_world = match experiment.source {
            Source::World(kind) if experiment.settings.seed != settings.seed => Some(kind),
            _ => None,
        };
        self.apply(Event::ExperimentChanged(Experiment {
            settings,
            ..experiment
        }));
        if let Some(kind) = new_world {
            self.load_world(kind);
        }
    }

    pub(super) fn train(self) {
        self.train_for(Stretch::ToTheEnd);
    }

    fn train_for(self, stretch: Stretch) {
        if !self.run.with_untracked(Run::can_load) {
            return;
        }
        self.waiting_model.set(None);
        // An opening that is still under way would be of a network that is gone.
        self.opening.set(false);
        let (experiment, prices, id) = self
            .run
            .with_untracked(|run| (run.experiment.clone(), run.prices.clone(), run.next_id()));
        let Some(prices) = prices else {
            return self.notify(NoticeKind::Error, text::notices::no_prices());
        };
        // The form refuses these next to the field; here they come from nowhere but a bug.
        if let Err(errors) = experiment.settings.validate() {
            let sentences: Vec<_> = errors.iter().map(said).collect();
            return self.notify(NoticeKind::Error, sentences.join(" "));
        }
        let open = open_prices(&prices, experiment.sealed);
        let dataset = match Dataset::new(&open.series, &experiment.settings) {
            Ok(dataset) => Arc::new(dataset),
            Err(error) => return self.notify(NoticeKind::Error, said(&error)),
        };
        self.trained_prices.set_value(Some(prices));
        self.apply(Event::TrainStarted {
            run: id,
            experiment,
            dataset: dataset.clone(),
        });
        self.stretch.set_value(stretch);
        self.send(move || ToTrainer::Train {
            run: id,
            job: Box::new(training_job(&dataset)),
            watch: Watch {
                stretch,
                preview_from: Some(preview_from(&dataset)),
                keep_state: true,
            },
        });
    }

    /// Writes a message in a task of its own: a job is long, and the screen should answer first.
    /// Messages keep their order.
    pub(super) fn send(self, message: impl FnOnce() -> ToTrainer + 'static) {
        later(move || {
            self.with_trainer(|trainer| trainer.send(message()));
        });
    }

    pub(super) fn stop(self) {
        if !self.run.with_untracked(Run::can_stop) {
            return;
        }
        let id = self.run.with_untracked(|run| run.id);
        self.apply(Event::StopRequested);
        self.send(move || ToTrainer::Stop { run: id });
        gloo_timers::callback::Timeout::new(STOP_PATIENCE_MS, move || {
            let hangs = self
                .run
                .with_untracked(|run| run.id == id && run.is_stopping());
            if hangs {
                self.with_trainer(Trainer::restart);
                self.trainer_crashed(text::trainer::did_not_stop().to_owned());
            }
        })
        .forget();
    }

    pub(super) fn resume(self) {
        self.resume_for(Stretch::ToTheEnd);
    }

    /// A little of the stopped run, or of a new one.
    pub(super) fn advance(self, stretch: Stretch) {
        match self.run.with_untracked(Run::can_resume) {
            true => self.resume_for(stretch),
            false => self.train_for(stretch),
        }
    }

    /// What the trainer makes of it is told by its answer.
    pub(super) fn set_learning_rate(self, learning_rate: f64) {
        if self.run.with_untracked(Run::can_set_learning_rate) {
            let run = self.run.with_untracked(|run| run.id);
            self.send(move || ToTrainer::SetLearningRate { run, learning_rate });
        }
    }

    fn resume_for(self, stretch: Stretch) {
        if !self.run.with_untracked(Run::can_resume) {
            return;
        }
        let id = self.run.with_untracked(|run| run.id);
        self.apply(Event::ResumeStarted { run: id });
        self.stretch.set_value(stretch);
        self.send(move || ToTrainer::Resume { run: id, stretch });
    }

    pub(super) fn hear(self, word: TrainerWord) {
        match word {
            TrainerWord::Crashed { message } => {
                self.opening.set(false);
                self.end_study(&message);
                self.trainer_crashed(message);
            }
            TrainerWord::Outdated { message } => {
                self.end_study(&message);
                let run = self.run.with_untracked(|run| run.id);
                self.apply(Event::Trainer(FromTrainer::Failed {
                    run,
                    error: TrainingError::Outdated,
                }));
                self.notify(NoticeKind::Error, message);
            }
            TrainerWord::State { run, state } => {
                self.behind(move |part| (part.keep_state)(self, run, state));
            }
            TrainerWord::Message(message) if run_of(&message) == Some(SEALED_RUN) => {
                self.behind(move |part| (part.hear_of_sealed)(self, message));
            }
            TrainerWord::Message(message) if is_of_study(&message) => {
                self.behind(move |part| (part.hear_of_study)(self, message));
            }
            TrainerWord::Message(message) => {
                let model = match &message {
                    FromTrainer::Stopped { run, model } | FromTrainer::Finished { run, model } => {
                        Some((*run, model.predictions.clone(), model.paths.clone()))
                    }
                    _ => None,
                };
                let ended = model.is_some() || matches!(message, FromTrainer::Failed { .. });
                self.apply(Event::Trainer(message));
                if ended {
                    self.behind(move |part| (part.end_state_keeping)(self));
                }
                if let Some((run, predictions, paths)) = model {
                    self.behind_or(
                        move |part| (part.evaluate)(self, run, predictions, paths),
                        move || {
                            self.apply(Event::EvaluationFailed {
                                run,
                                message: text::notices::not_judged().to_owned(),
                            });
                        },
                    );
                }
            }
        }
    }

    /// The trainer is gone: says so, and offers what was kept of the training under way.
    fn trainer_crashed(self, message: String) {
        let kept = self.keeps_its_state();
        self.apply(Event::TrainerCrashed { message, kept });
        if kept {
            self.behind(move |part| (part.offer_own_state)(self));
        }
    }

    /// The trainer crashed or cannot be used: so ends the study that had it.
    fn end_study(self, message: &str) {
        if self.run.with_untracked(Run::is_studying) {
            let message = message.to_owned();
            self.behind(move |part| (part.study_lost)(self, &message));
        }
    }

    /// Scores a model in a task of its own, so that the last epoch is painted first.
    pub(super) fn evaluate(self, id: u32, predictions: Vec<f32>, paths: Vec<f32>) {
        later(move || {
            let trained = self.run.with_untracked(|run| {
                let current = run.trained.as_ref().filter(|_| run.id == id)?;
                let origin = run.opened.as_ref().map(|opened| opened.origin.clone());
                let steps = run.paused_at.as_ref().map_or(0, |at| at.step);
                let course = (run.epochs.len(), steps, run.rate_changes.clone());
                Some((current.clone(), course, origin))
            });
            let (
                Some(((experiment, dataset), (epochs, steps, rate_changes), origin)),
                Some(prices),
            ) = (trained, self.trained_prices.get_value())
            else {
                return;
            };
            let open = open_prices(&prices, experiment.sealed);
            match evaluation::evaluate_path(&open, &dataset, &predictions, &paths) {
                // Showing it is another task's work.
                Ok(evaluation) => later(move || {
                    let evaluation = Arc::new(evaluation);
                    self.apply(Event::Evaluated {
                        run: id,
                        evaluation: evaluation.clone(),
                    });
                    // Only what is shown was looked at.
                    let shown = self.run.with_untracked(|run| {
                        let shown = run.evaluation.as_ref();
                        shown.is_some_and(|shown| Arc::ptr_eq(shown, &evaluation))
                    });
                    // … and what is in the list is not there twice.
                    let known = matches!(origin, Some(ModelOrigin::Kept { .. }));
                    if shown && !known {
                        let earlier = self.stepped.get_value().filter(|(run, _)| *run == id);
                        let course = Course {
                            epochs,
                            steps,
                            rate_changes: &rate_changes,
                            replaces: earlier.map(|(_, entry)| entry),
                        };
                        let mut entry = 0;
                        self.session.update(|session| {
                            entry =
                                session.record_course(&experiment, &prices, &evaluation, course);
                            if origin.is_some() {
                                session.mark_from_file(entry);
                            }
                        });
                        let paused = self.stretch.get_value() != Stretch::ToTheEnd
                            && self.phase() == Phase::Stopped;
                        self.stepped.set_value(paused.then_some((id, entry)));
                        later(move || self.keep_run(entry));
                    }
                }),
                Err(error) => self.apply(Event::EvaluationFailed {
                    run: id,
                    message: said(&error),
                }),
            }
        });
    }
}
