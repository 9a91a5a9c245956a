//! What the trainer says of a run, and what comes of its model.

use super::{Phase, Progress, Run, Stage};
use crate::forecast::Evaluation;
use crate::lab::Notice;
use crate::lab::training::message::TrainingMessage;
use crate::protocol::{DeviceReason, FromTrainer, TrainedModel};
use std::sync::Arc;

impl Run {
    pub(super) fn hear(&mut self, message: FromTrainer) {
        // A message of an older run, or one that crossed the end of this one. A learning rate can also
        // be set in a pause.
        let awaited = match message {
            FromTrainer::LearningRateSet { .. } => true,
            _ => self.is_under_way(),
        };
        if !awaited || message.run() != Some(self.id) {
            return;
        }
        match message {
            FromTrainer::Ready { .. } => {}
            FromTrainer::Started { mut device, .. } => {
                if self.opened.is_some() {
                    device.reason = DeviceReason::OnlyForecasts;
                }
                self.device = Some(device);
                self.epochs_before_device = self.epochs_done();
            }
            FromTrainer::Progress {
                epoch,
                step,
                steps,
                ms_per_step,
                ..
            } => {
                self.progress = Some(Progress {
                    epoch,
                    step,
                    steps,
                    ms_per_step,
                });
            }
            FromTrainer::Epoch { report, .. } => {
                // An epoch that is done again, from a checkpoint, replaces what came of it before.
                self.epochs.retain(|earlier| earlier.epoch < report.epoch);
                self.epochs.push(report);
            }
            FromTrainer::Preview { preview, .. } => self.preview = Some(Arc::new(preview)),
            FromTrainer::LearningRateSet { change, .. } => {
                change.add_to(&mut self.rate_changes);
            }
            FromTrainer::DeviceChanged { device, .. } => {
                let reason = device.reason.clone();
                self.show_of_training(Notice::warning(TrainingMessage::DeviceChanged(reason)));
                self.device = Some(device);
                self.progress = None;
                self.epochs_before_device = self.epochs_done();
            }
            FromTrainer::Shared { sharing, .. } => self.sharing = Some(sharing),
            FromTrainer::Stopped { model, .. } => self.model_arrived(model, Phase::Stopped),
            FromTrainer::Finished { model, .. } => self.model_arrived(model, Phase::Done),
            FromTrainer::Failed { error, .. } => self.fail(TrainingMessage::Failed(error)),
        }
    }

    fn model_arrived(&mut self, mut model: TrainedModel, ending: Phase) {
        if let Some(opened) = &self.opened {
            // The trainer has trained nothing and cannot know.
            model.best_epoch = opened.best_epoch;
        }
        self.model = Some(model);
        let done = self.epochs_done();
        let within = |progress: &Progress| progress.epoch > done && progress.step > 0;
        self.paused_at = self.progress.take().filter(within);
        self.stage = Stage::Evaluating { ending };
    }

    pub(super) fn evaluated(&mut self, run: u32, evaluation: Arc<Evaluation>) {
        if let Some(ending) = self.ending().filter(|_| run == self.id) {
            self.phase = ending;
            self.evaluation = Some(evaluation);
        }
    }

    /// Ends the training under way as failed.
    pub(super) fn fail(&mut self, message: TrainingMessage) {
        self.phase = Phase::Failed;
        self.progress = None;
        self.show_of_training(Notice::error(message));
    }
}
