//! A run whose steps are shared with other workers: how it begins to share them, and goes on alone.

use super::replica::{Exchange, Gone, Part, Replica, Seat, Start};
use super::{Training, TrainingState, batches, floats, read_all};
use crate::protocol::{DeviceKind, TrainingError, TrainingJob};

/// The other workers that a run on the CPU may share its steps with.
#[allow(async_fn_in_trait)] // one thread, one caller: no Send bound is wanted
pub trait Crew: Exchange {
    /// Among how many workers, the run's own included, the next step is to be dealt.
    fn wanted(&mut self) -> usize;
    /// Has others begin to share the run's steps from this state on, those that do so already too;
    /// `workers` as it was wanted. What they cannot do shows at the first exchange.
    fn begin(&mut self, job: &TrainingJob, start: &Start, workers: usize);
    /// The others are not needed any longer, or one of them is gone.
    fn end(&mut self, gone: bool);
    /// A step was done by so many workers, in this time.
    fn stepped(&mut self, workers: usize, ms: f64);
}

/// Nobody else.
#[derive(Debug, Clone, Copy, Default)]
pub struct Alone;

impl Exchange for Alone {
    async fn exchange(&mut self, _parts: &mut [Part]) -> Result<(), Gone> {
        Err(Gone)
    }
}

impl Crew for Alone {
    fn wanted(&mut self) -> usize {
        1
    }
    fn begin(&mut self, _job: &TrainingJob, _start: &Start, _workers: usize) {}
    fn end(&mut self, _gone: bool) {}
    fn stepped(&mut self, _workers: usize, _ms: f64) {}
}

impl Training {
    /// Takes the next step with others, where `crew` wants that; gives whether it was taken. Where
    /// somebody is gone it was not, and the run goes on alone from the state before it.
    ///
    /// # Errors
    /// If the device fails.
    pub(super) async fn step_shared(
        &mut self,
        crew: &mut impl Crew,
    ) -> Result<bool, TrainingError> {
        // A linear network's step is less work than an exchange.
        let recurrent = self.job.network.cell.cell().is_some();
        let workers = match self.kind {
            DeviceKind::Cpu if recurrent => crew.wanted(),
            DeviceKind::Cpu | DeviceKind::Webgpu => 1,
        };
        if workers != self.workers() {
            self.stop_sharing(crew, false);
            if workers > 1 {
                self.begin_sharing(workers, crew).await?;
            }
        }
        let learning_rate = self.next_learning_rate();
        let Some(replica) = &mut self.shared else {
            return Ok(false);
        };
        let stepped = replica.step(&self.job, learning_rate, crew).await;
        if stepped.is_err() {
            self.stop_sharing(crew, true);
        }
        Ok(stepped.is_ok())
    }

    /// The watched rows' predictions, `[watched, outputs]`, after an epoch's last step; `None` where the run
    /// is alone.
    pub(super) async fn predict_watched_shared(
        &mut self,
        crew: &mut impl Crew,
    ) -> Option<Vec<f32>> {
        let replica = self.shared.as_mut()?;
        let rows = batches::watched_rows(&self.job);
        let predictions = replica.predict(&self.job, rows, crew).await;
        if predictions.is_err() {
            self.stop_sharing(crew, true);
        }
        predictions.ok()
    }

    /// Goes on alone, from where the run stands.
    pub(super) fn stop_sharing(&mut self, crew: &mut impl Crew, gone: bool) {
        if self.shared.is_some() {
            self.publish();
            self.shared = None;
            crew.end(gone);
        }
    }

    /// Brings the run's tensors up to the state that is shared.
    pub(super) fn publish(&mut self) {
        let Some(replica) = &self.shared else { return };
        let tensor = |values: &[f32]| floats(values, &self.device);
        self.state = TrainingState {
            parameters: tensor(&replica.state.parameters),
            moment_1: tensor(&replica.state.moment_1),
            moment_2: tensor(&replica.state.moment_2),
            squared_errors: tensor(&replica.squared_errors),
            gradient_norms: tensor(&replica.gradient_norms),
        };
    }

    /// How many workers share the run's steps.
    pub(super) fn workers(&self) -> usize {
        self.shared.as_ref().map_or(1, Replica::workers)
    }

    async fn begin_sharing(
        &mut self,
        workers: usize,
        crew: &mut impl Crew,
    ) -> Result<(), TrainingError> {
        let state = self.state.clone();
        let [parameters, moment_1, moment_2, errors, norms] = read_all([
            state.parameters,
            state.moment_1,
            state.moment_2,
            state.squared_errors,
            state.gradient_norms,
        ])
        .await?;
        let start = Start {
            epoch: self.snapshot.epoch + 1,
            steps_done: self.steps_done,
            time: self.snapshot.time + self.steps_done as u32,
            parameters,
            moment_1,
            moment_2,
        };
        crew.begin(&self.job, &start, workers);
        let seat = Seat { place: 0, workers };
        let mut replica = Replica::new(&self.job, seat, start);
        replica.squared_errors = errors;
        replica.gradient_norms = norms;
        self.shared = Some(replica);
        Ok(())
    }
}
