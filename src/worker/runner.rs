//! One run: training, stopping, and moving to the CPU when the GPU is lost.

use super::crew::Crew;
use super::device::{self, Chosen, Devices};
use super::inbox::Inbox;
use super::keeping::Keeping;
use super::patience::{Pulse, STEP_SECS};
use super::post;
use crate::checkpoint::Checkpoint;
use crate::protocol::{
    BadJob, DeviceKind, DeviceReason, EpochReport, FromTrainer, Preview, RateChange, Stretch,
    TrainedModel, TrainingError, TrainingJob, Watch,
};
use crate::training::{Flow, Observer, Outcome, Snapshot, StepProgress, Training};
use futures_util::future::{Either, select};
use std::pin::pin;
use web_time::{Duration, Instant};

/// How often the event loop gets a turn: well within the second that Stop may take.
const TURN_EVERY: Duration = Duration::from_millis(50);

/// How often progress within an epoch is told.
const PROGRESS_EVERY: Duration = Duration::from_millis(250);

/// A run that trains, or that stopped and may go on.
pub struct Runner {
    id: u32,
    training: Training,
    kind: DeviceKind,
    /// The last finished epoch: what a lost device leaves.
    snapshot: Option<Snapshot>,
    /// Where the page wants its state.
    keeping: Option<Keeping>,
    preview_from: Option<u32>,
}

impl Runner {
    /// Chooses the device, tells the page, and sets the run up: from the state that the page brought,
    /// where it did.
    pub async fn start(
        id: u32,
        job: TrainingJob,
        watch: Watch,
        state: Option<Vec<u8>>,
        devices: &mut Devices,
    ) -> Result<Self, TrainingError> {
        let brought = match state {
            Some(bytes) => Some(
                Checkpoint::from_bytes(&bytes)
                    .ok_or(TrainingError::BadJob(BadJob::KeptStateDamaged))?,
            ),
            None => None,
        };
        let Chosen { device, report } = devices.choose(&job).await?;
        let kind = report.kind;
        let epochs = brought
            .as_ref()
            .map_or_else(Vec::new, |brought| brought.header.epochs.clone());
        let keeping = watch
            .keep_state
            .then(|| Keeping::new(id, epochs, job.rate_changes.clone()));
        let snapshot = brought.clone().map(Snapshot::from_checkpoint);
        let training = match brought {
            Some(brought) => Training::from_checkpoint(job, brought, kind, device)?,
            None => Training::new(job, kind, device)?,
        };
        post(&FromTrainer::Started {
            run: id,
            device: report,
        });
        Ok(Self {
            id,
            training,
            kind,
            snapshot,
            keeping,
            preview_from: watch.preview_from,
        })
    }

    pub fn id(&self) -> u32 {
        self.id
    }

    pub fn job(&self) -> &TrainingJob {
        self.training.job()
    }

    /// Trains at this rate from the next step on.
    pub fn set_learning_rate(&mut self, learning_rate: f64) {
        let change = self.training.set_learning_rate(learning_rate);
        if let Some(keeping) = &mut self.keeping {
            keeping.learning_rate_set(change);
        }
        post(&FromTrainer::LearningRateSet {
            run: self.id,
            change,
        });
    }

    /// Trains to the end of this stretch or to a stop, and tells the page how it ended.
    pub async fn run(
        &mut self,
        inbox: &Inbox,
        devices: &mut Devices,
        crew: &mut Crew,
        stretch: Stretch,
    ) {
        let run = self.id;
        let ended = loop {
            let ended = self.train(inbox, devices, crew, stretch).await;
            match ended {
                Err(TrainingError::Device(reason)) if self.kind == DeviceKind::Webgpu => {
                    if let Err(error) = self.move_to_cpu(&reason) {
                        break Err(error);
                    }
                }
                ended => break ended,
            }
        };
        post(&match ended {
            Ok((Outcome::Finished, model)) => FromTrainer::Finished { run, model },
            Ok((Outcome::Stopped, model)) => FromTrainer::Stopped { run, model },
            Err(error) => FromTrainer::Failed { run, error },
        });
    }

    /// Trains on the present device; its loss is an error like any other of the device.
    async fn train(
        &mut self,
        inbox: &Inbox,
        devices: &Devices,
        crew: &mut Crew,
        stretch: Stretch,
    ) -> Result<(Outcome, TrainedModel), TrainingError> {
        let pulse = Pulse::new();
        let mut watcher = Watcher {
            pulse: pulse.clone(),
            run: self.id,
            inbox,
            snapshot: &mut self.snapshot,
            keeping: &mut self.keeping,
            clock: Clock::new(),
            stretch,
            stops_after_epoch: stretch != Stretch::ToTheEnd,
            preview_from: self.preview_from,
        };
        let training = &mut self.training;
        let work = pin!(async move {
            let outcome = training.run_shared(&mut watcher, crew).await?;
            Ok((outcome, training.model().await?))
        });
        let lost = devices.lost().filter(|_| self.kind == DeviceKind::Webgpu);
        let Some(lost) = lost else { return work.await };
        let silent = pin!(async {
            pulse.silence(STEP_SECS).await;
            let why = format!("no answer for {STEP_SECS} s");
            lost.give_up(&why);
            why
        });
        let told = pin!(lost.wait());
        let gone = select(told, silent);
        match select(work, gone).await {
            Either::Left((ended, _)) => ended,
            Either::Right((reason, _)) => Err(TrainingError::Device(reason.factor_first().0)),
        }
    }

    fn move_to_cpu(&mut self, reason: &str) -> Result<(), TrainingError> {
        let Chosen { device, report } = device::cpu(DeviceReason::GpuLost {
            why: reason.to_owned(),
            from_epoch: self.snapshot.as_ref().map(|snapshot| snapshot.epoch),
        });
        self.kind = report.kind;
        // With the learning rates that were set by hand.
        let job = self.training.job().clone();
        self.training = match self.snapshot.clone() {
            Some(snapshot) => Training::from_snapshot(job, snapshot, self.kind, device)?,
            None => Training::new(job, self.kind, device)?,
        };
        post(&FromTrainer::DeviceChanged {
            run: self.id,
            device: report,
        });
        Ok(())
    }
}

/// When the event loop last had a turn, and progress was last told.
struct Clock {
    turn: Instant,
    progress: Instant,
}

impl Clock {
    fn new() -> Self {
        Self {
            turn: Instant::now(),
            progress: Instant::now(),
        }
    }
}

/// Tells the page how the run goes, and the run when the page wants it to stop.
struct Watcher<'a> {
    run: u32,
    pulse: Pulse,
    inbox: &'a Inbox,
    snapshot: &'a mut Option<Snapshot>,
    keeping: &'a mut Option<Keeping>,
    clock: Clock,
    stretch: Stretch,
    stops_after_epoch: bool,
    preview_from: Option<u32>,
}

impl Watcher<'_> {
    /// Stops, and tells where. After an epoch's last step, the epoch is finished first.
    fn stop(&mut self, progress: StepProgress) -> Flow {
        if progress.step == progress.steps {
            self.stops_after_epoch = true;
            return Flow::Continue;
        }
        self.tell(progress);
        Flow::Stop
    }

    fn tell(&mut self, progress: StepProgress) {
        self.clock.progress = Instant::now();
        let StepProgress {
            epoch,
            step,
            steps,
            ms_per_step,
        } = progress;
        post(&FromTrainer::Progress {
            run: self.run,
            epoch,
            step,
            steps,
            ms_per_step,
        });
    }
}

impl Observer for Watcher<'_> {
    async fn between_steps(&mut self, progress: StepProgress) -> Flow {
        self.pulse.beat();
        if self.stretch == Stretch::OneStep {
            return self.stop(progress);
        }
        if self.clock.progress.elapsed() >= PROGRESS_EVERY {
            self.tell(progress);
        }
        if self.clock.turn.elapsed() < TURN_EVERY {
            return Flow::Continue;
        }
        let asked = self.inbox.asks_to_stop(self.run).await;
        self.clock.turn = Instant::now();
        if asked {
            return self.stop(progress);
        }
        match self.inbox.take_learning_rate(self.run) {
            Some(learning_rate) => Flow::SetLearningRate(learning_rate),
            None => Flow::Continue,
        }
    }

    fn stops_between_epochs(&mut self) -> bool {
        self.stops_after_epoch
    }

    fn preview_from(&self) -> Option<u32> {
        self.preview_from
    }

    fn previewed(&mut self, preview: Preview) {
        self.pulse.beat();
        post(&FromTrainer::Preview {
            run: self.run,
            preview,
        });
    }

    fn learning_rate_set(&mut self, change: RateChange) {
        if let Some(keeping) = self.keeping {
            keeping.learning_rate_set(change);
        }
        post(&FromTrainer::LearningRateSet {
            run: self.run,
            change,
        });
    }

    fn epoch_finished(&mut self, report: &EpochReport, snapshot: &Snapshot) {
        self.pulse.beat();
        *self.snapshot = Some(snapshot.clone());
        if let Some(keeping) = self.keeping {
            keeping.epoch_finished(report, snapshot);
        }
        post(&FromTrainer::Epoch {
            run: self.run,
            report: report.clone(),
        });
    }
}
