//! The training loop: a job of plain scaled numbers in, losses and predictions out. Knows no
//! browser; progress and cancellation are data, and waiting is the [`Observer`]'s.
//!
//! burn-train does not run in WebAssembly, so the loop is our own. A run is repeatable: the order of
//! an epoch's rows and the dropout masks depend on the job's seed and the epoch alone, so that a run
//! that stopped, or moved to another device, goes on as if it had not.

mod batches;
mod checkpoint;
mod crew;
mod path;
mod preview;
mod rate;
mod replica;
mod snapshot;
#[cfg(test)]
mod tests;
mod tuner;

pub use batches::pieces;
use crew::Alone;
pub use crew::Crew;
pub use replica::{Exchange, Gone, Part, Seat, Start, help};
pub use snapshot::{Best, Snapshot};
pub use tuner::Tuner;

use crate::lstm::adam;
use crate::lstm::backend::BatchSpec;
use crate::lstm::init;
use crate::lstm::layout::{self, Layout};
use crate::lstm::network::{NetworkData, TrainingState, floats, row_numbers};
use crate::protocol::{
    BadJob, DeviceKind, EpochReport, Preview, RateChange, TrainedModel, TrainingError, TrainingJob,
};
use batches::{epoch_order, steps_per_epoch};
use burn::backend::ExecutionError;
use burn::tensor::{Device, Int, Tensor, TensorData};
use preview::PreviewPace;
use replica::Replica;
use web_time::Instant;

/// How much GPU work may be queued before the loop waits for it, so that Stop acts at once and
/// progress is true. A read stalls the pipeline, so fast devices wait once per epoch only.
const QUEUE_AHEAD_MS: f64 = 250.0;

/// Where a run stands between two steps.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StepProgress {
    /// 1-based.
    pub epoch: usize,
    /// Steps done in this epoch, of `steps`.
    pub step: usize,
    pub steps: usize,
    pub ms_per_step: f64,
}

/// Whether a run goes on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Flow {
    Continue,
    Stop,
    /// Go on, at this learning rate from the next step on.
    SetLearningRate(f64),
}

/// Who watches a run and may stop it.
#[allow(async_fn_in_trait)] // one thread, one caller: no Send bound is wanted
pub trait Observer {
    /// Between two steps: the place to let other work in.
    async fn between_steps(&mut self, progress: StepProgress) -> Flow;
    /// After each epoch, with all that is needed to go on from here.
    fn epoch_finished(&mut self, report: &EpochReport, snapshot: &Snapshot);
    /// Whether the run shall stop before its next epoch, where there is one.
    fn stops_between_epochs(&mut self) -> bool {
        false
    }
    /// The first row whose prediction is wanted between epochs. They come twice a second at most, and
    /// cost a twentieth of the training's time at most.
    fn preview_from(&self) -> Option<u32> {
        None
    }
    fn previewed(&mut self, _preview: Preview) {}
    /// A learning rate holds that was asked for by [`Flow::SetLearningRate`].
    fn learning_rate_set(&mut self, _change: RateChange) {}
}

/// Trains to the end and looks at nothing on the way.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Observer for Unwatched {
    async fn between_steps(&mut self, _progress: StepProgress) -> Flow {
        Flow::Continue
    }
    fn epoch_finished(&mut self, _report: &EpochReport, _snapshot: &Snapshot) {}
}

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Finished,
    Stopped,
}

impl From<ExecutionError> for TrainingError {
    fn from(error: ExecutionError) -> Self {
        Self::Device(error.to_string())
    }
}

/// A run in progress on one device.
#[derive(Debug)]
pub struct Training {
    job: TrainingJob,
    kind: DeviceKind,
    device: Device,
    data: NetworkData,
    /// Rows whose loss is shown as the second one ([`batches::watched_rows`]).
    watched: Tensor<1, Int>,
    state: TrainingState,
    snapshot: Snapshot,
    /// The epoch in progress: its order on the device, and how many steps of it are done.
    order: Option<Tensor<1, Int>>,
    steps_done: usize,
    epoch_ms: f64,
    total_ms: f64,
    total_steps: usize,
    preview_pace: PreviewPace,
    /// The state, while the steps are shared with other workers.
    shared: Option<Replica>,
}

impl Training {
    /// A run from its beginning.
    ///
    /// # Errors
    /// If a size is out of bounds or the job's numbers do not fit together.
    pub fn new(job: TrainingJob, kind: DeviceKind, device: Device) -> Result<Self, TrainingError> {
        check_job(&job)?;
        let layout = Layout::new(&job.network, job.window);
        let drawn = || init::network(&layout, job.seed, job.zero_head, job.forget_bias);
        let parameters = job.initial_parameters.clone().unwrap_or_else(drawn);
        Self::from_snapshot(job, Snapshot::initial(parameters), kind, device)
    }

    /// A run that goes on after the snapshot's last finished epoch, on any device.
    ///
    /// # Errors
    /// As [`Training::new`].
    pub fn from_snapshot(
        job: TrainingJob,
        snapshot: Snapshot,
        kind: DeviceKind,
        device: Device,
    ) -> Result<Self, TrainingError> {
        check_job(&job)?;
        let state = TrainingState {
            parameters: floats(&snapshot.parameters, &device),
            moment_1: floats(&snapshot.moment_1, &device),
            moment_2: floats(&snapshot.moment_2, &device),
            squared_errors: Tensor::zeros([job.train_rows.len()], &device),
            gradient_norms: Tensor::zeros([steps_per_epoch(&job)], &device),
        };
        Ok(Self {
            data: NetworkData::new(&job.inputs, &job.targets, &device),
            watched: row_numbers(batches::watched_rows(&job), &device),
            state,
            snapshot,
            order: None,
            steps_done: 0,
            epoch_ms: 0.0,
            total_ms: 0.0,
            total_steps: 0,
            preview_pace: PreviewPace::default(),
            shared: None,
            job,
            kind,
            device,
        })
    }

    pub fn job(&self) -> &TrainingJob {
        &self.job
    }

    /// Training steps per epoch.
    pub fn steps_per_epoch(&self) -> usize {
        steps_per_epoch(&self.job)
    }

    /// As [`Training::run_shared`], alone.
    ///
    /// # Errors
    /// As there.
    pub async fn run(&mut self, observer: &mut impl Observer) -> Result<Outcome, TrainingError> {
        self.run_shared(observer, &mut Alone).await
    }

    /// Trains until the job's end or until the observer stops it; call again to go on after a stop.
    /// Steps are shared with the crew as it wants, and come out the same to the last bit.
    ///
    /// # Errors
    /// If the loss diverges or the device fails; the last snapshot that the observer got still holds.
    pub async fn run_shared(
        &mut self,
        observer: &mut impl Observer,
        crew: &mut impl Crew,
    ) -> Result<Outcome, TrainingError> {
        if self.is_untrained() && !self.finished() {
            self.judge_untrained().await?;
            // The line that is going to learn is there before its first epoch.
            if let Some(preview) = self.preview(observer.preview_from()).await? {
                observer.previewed(preview);
            }
        }
        self.preview_pace.start();
        while !self.finished() {
            let started = Instant::now();
            let flow = self.run_epoch(observer, crew).await;
            self.publish();
            self.epoch_ms += milliseconds_since(started);
            match flow? {
                Flow::Stop => return Ok(Outcome::Stopped),
                Flow::Continue | Flow::SetLearningRate(_) => {
                    let started = Instant::now();
                    let report = self.finish_epoch(crew).await?;
                    let report = EpochReport {
                        ms: self.epoch_ms + milliseconds_since(started),
                        ..report
                    };
                    self.total_ms += report.ms;
                    self.epoch_ms = 0.0;
                    observer.epoch_finished(&report, &self.snapshot);
                    if self.finished() {
                        break;
                    }
                    if observer.stops_between_epochs() {
                        return Ok(Outcome::Stopped);
                    }
                    if let Some(preview) = self.preview_if_due(observer.preview_from()).await? {
                        observer.previewed(preview);
                    }
                }
            }
        }
        self.stop_sharing(crew, false);
        Ok(Outcome::Finished)
    }

    /// Waits until the device has done all that was asked of it.
    ///
    /// # Errors
    /// If the device fails.
    pub async fn settle(&self) -> Result<(), TrainingError> {
        self.state.squared_errors.clone().into_data_async().await?;
        Ok(())
    }

    fn is_untrained(&self) -> bool {
        self.snapshot.epoch == 0 && self.steps_done == 0
    }

    /// Has the untrained network compete for the best epoch, as epoch 0: where no epoch forecasts the
    /// validation rows better than it, there was nothing to learn.
    async fn judge_untrained(&mut self) -> Result<(), TrainingError> {
        if !self.job.validation_rows.is_empty() {
            let [watched] = read_all([self.predict_watched()]).await?;
            self.snapshot
                .keep_if_best(self.mean_squared_error(&watched));
        }
        Ok(())
    }

    /// `[watched, outputs]`
    fn predict_watched(&self) -> Tensor<1> {
        let spec = self.batch_spec(0, batches::watched_rows(&self.job).len());
        self.data
            .predict(&self.state.parameters, &self.watched, spec)
    }

    fn finished(&self) -> bool {
        let out_of_patience = self.job.patience.is_some_and(|patience| {
            self.snapshot
                .best
                .as_ref()
                .is_some_and(|best| self.snapshot.epoch >= best.epoch + patience)
        });
        self.snapshot.epoch >= self.job.epochs || out_of_patience
    }

    /// The steps of an epoch that are still to be done.
    async fn run_epoch(
        &mut self,
        observer: &mut impl Observer,
        crew: &mut impl Crew,
    ) -> Result<Flow, TrainingError> {
        let epoch = self.snapshot.epoch + 1;
        let steps = self.steps_per_epoch();
        let mut wait_after = 1;
        let mut queued = 0;
        let mut since_wait = Instant::now();
        let mut ms_per_step = self.ms_per_step();
        while self.steps_done < steps {
            if !self.step_shared(crew).await? {
                self.step();
            }
            self.steps_done += 1;
            self.total_steps += 1;
            queued += 1;
            if self.kind == DeviceKind::Cpu || queued >= wait_after {
                if self.kind == DeviceKind::Webgpu {
                    self.settle().await?;
                }
                ms_per_step = milliseconds_since(since_wait) / queued as f64;
                // How fast a GPU is says nothing of how many workers are.
                if self.kind == DeviceKind::Cpu {
                    crew.stepped(self.workers(), ms_per_step);
                }
                wait_after = ((QUEUE_AHEAD_MS / ms_per_step.max(1e-3)) as usize).clamp(1, steps);
                (queued, since_wait) = (0, Instant::now());
            }
            let progress = StepProgress {
                epoch,
                step: self.steps_done,
                steps,
                ms_per_step,
            };
            match observer.between_steps(progress).await {
                Flow::Continue => {}
                Flow::Stop => return Ok(Flow::Stop),
                Flow::SetLearningRate(learning_rate) => {
                    observer.learning_rate_set(self.set_learning_rate(learning_rate));
                }
            }
            if queued == 0 {
                // What the observer did while it held the thread is not the step's time.
                since_wait = Instant::now();
            }
        }
        Ok(Flow::Continue)
    }

    fn step(&mut self) {
        let order = match &self.order {
            Some(order) => order.clone(),
            None => {
                let order = epoch_order(&self.job, self.snapshot.epoch + 1);
                row_numbers(&order, &self.device)
            }
        };
        self.order = Some(order.clone());
        let places = batches::batch_places(&self.job, self.steps_done);
        let time = self.snapshot.time + self.steps_done as u32 + 1;
        let batch = BatchSpec {
            dropout: batches::dropout(&self.job, time),
            ..self.batch_spec(places.start, places.len())
        };
        let adam = batches::adam(&self.job, self.next_learning_rate(), time, self.steps_done);
        // The state is moved through the step, so that its buffers have one owner and change in place.
        let placeholder = self.data.targets.clone();
        let held = TrainingState {
            parameters: placeholder.clone(),
            moment_1: placeholder.clone(),
            moment_2: placeholder.clone(),
            squared_errors: placeholder.clone(),
            gradient_norms: placeholder,
        };
        let state = std::mem::replace(&mut self.state, held);
        self.state = self.data.training_step(state, &order, batch, adam);
    }

    fn batch_spec(&self, offset: usize, count: usize) -> BatchSpec {
        BatchSpec {
            network: self.job.network,
            window: self.job.window,
            offset,
            count,
            dropout: None,
        }
    }

    /// Reads back the epoch's losses and the state, and decides whether this is the best epoch.
    async fn finish_epoch(&mut self, crew: &mut impl Crew) -> Result<EpochReport, TrainingError> {
        let epoch = self.snapshot.epoch + 1;
        let steps = self.steps_done;
        let watched = match self.predict_watched_shared(crew).await {
            Some(predictions) => floats(&predictions, &self.device),
            None => self.predict_watched(),
        };
        let state = self.state.clone();
        let tensors = [
            state.squared_errors,
            watched,
            state.parameters,
            state.moment_1,
            state.moment_2,
            state.gradient_norms,
        ];
        let mut read = read_all(tensors).await?.into_iter();
        let mut next = || read.next().expect("as many as were asked for");
        let train_loss = mean(next().iter().map(|error| f64::from(*error)));
        let validation_loss = self.mean_squared_error(&next());
        if !train_loss.is_finite() || !validation_loss.is_finite() {
            return Err(TrainingError::Diverged { epoch });
        }
        self.snapshot.parameters = next();
        self.snapshot.moment_1 = next();
        self.snapshot.moment_2 = next();
        let gradient_norm = mean(next().iter().map(|norm| f64::from(*norm)));
        self.snapshot.epoch = epoch;
        self.snapshot.time += steps as u32;
        if !self.job.validation_rows.is_empty() {
            self.snapshot.keep_if_best(validation_loss);
        }
        self.order = None;
        self.steps_done = 0;
        Ok(EpochReport {
            epoch,
            train_loss,
            validation_loss,
            learning_rate: rate::learning_rate(&self.job, epoch, steps),
            ms: 0.0,
            steps,
            weight_norm: Some(adam::norm(&self.snapshot.parameters)),
            gradient_norm: gradient_norm.is_finite().then_some(gradient_norm),
        })
    }

    /// Of the watched rows' predictions, `[watched, outputs]`.
    fn mean_squared_error(&self, predictions: &[f32]) -> f64 {
        let outputs = self.job.network.outputs;
        let rows = batches::watched_rows(&self.job).iter();
        let targets = rows.flat_map(|row| &self.job.targets[*row as usize * outputs..][..outputs]);
        mean(predictions.iter().zip(targets).map(|(prediction, target)| {
            let error = f64::from(*prediction) - f64::from(*target);
            error * error
        }))
    }

    /// The model as it is: after a finished run the best epoch's where validation rows chose one,
    /// else the weights of this moment.
    ///
    /// # Errors
    /// If the device fails or the predictions are not finite.
    pub async fn model(&self) -> Result<TrainedModel, TrainingError> {
        let best = self.snapshot.best.as_ref().filter(|_| self.finished());
        let (parameters, best_epoch) = match best {
            Some(best) => (floats(&best.parameters, &self.device), best.epoch),
            None => (self.state.parameters.clone(), self.snapshot.epoch),
        };
        let outputs = self.job.network.outputs;
        let rows: Vec<u32> = (0..=(self.job.targets.len() / outputs) as u32).collect();
        let predictions = self.data.predict(
            &parameters,
            &row_numbers(&rows, &self.device),
            self.batch_spec(0, rows.len()),
        );
        let [predictions, flat] = read_all([predictions, parameters.clone()]).await?;
        if predictions.iter().any(|prediction| !prediction.is_finite()) {
            return Err(TrainingError::Diverged {
                epoch: self.snapshot.epoch,
            });
        }
        let paths = self.paths(&parameters, &predictions).await?;
        Ok(TrainedModel {
            // Of every row the first output: the next day.
            predictions: predictions.into_iter().step_by(outputs).collect(),
            paths,
            best_epoch,
            total_ms: self.total_ms + self.epoch_ms,
            steps: self.total_steps,
            ms_per_step: self.ms_per_step(),
            dispatches_per_step: self.dispatches_per_step(),
            parameters: flat,
        })
    }

    /// Of a full batch, which all but the last of an epoch are.
    fn dispatches_per_step(&self) -> Option<f64> {
        let batch = self.job.batch.min(self.job.train_rows.len());
        self.data
            .dispatches_per_step(&self.batch_spec(0, batch))
            .map(|dispatches| dispatches as f64)
    }

    fn ms_per_step(&self) -> f64 {
        if self.total_steps == 0 {
            0.0
        } else {
            (self.total_ms + self.epoch_ms) / self.total_steps as f64
        }
    }
}

/// Reads tensors back without blocking: the blocking form panics on WebGPU in a browser.
async fn read_all<const COUNT: usize>(
    tensors: [Tensor<1>; COUNT],
) -> Result<[Vec<f32>; COUNT], TrainingError> {
    let mut transaction = burn::tensor::Transaction::default();
    for tensor in tensors {
        transaction = transaction.register(tensor);
    }
    let read: Vec<TensorData> = transaction.execute_async().await?;
    let mut vectors = Vec::with_capacity(COUNT);
    for data in read {
        vectors.push(
            data.try_into_vec::<f32>()
                .map_err(|error| TrainingError::Device(format!("{error:?}")))?,
        );
    }
    vectors
        .try_into()
        .map_err(|_| TrainingError::Device("fewer results than asked for".to_owned()))
}

fn check_job(job: &TrainingJob) -> Result<(), TrainingError> {
    layout::check_sizes(&job.network, job.window, job.batch)?;
    let outputs = job.network.outputs;
    let rows = job.targets.len() / outputs;
    if job.targets.len() != rows * outputs {
        let detail = BadJob::TargetsDoNotDivide {
            targets: job.targets.len(),
            outputs,
        };
        return Err(TrainingError::BadJob(detail));
    }
    let length = (rows + job.window) * job.network.features;
    if job.inputs.len() != length {
        let detail = BadJob::OtherInputs {
            found: job.inputs.len(),
            needed: length,
        };
        return Err(TrainingError::BadJob(detail));
    }
    let all_rows = [&job.train_rows, &job.validation_rows, &job.test_rows];
    if all_rows
        .iter()
        .any(|block| block.iter().any(|row| *row as usize >= rows))
    {
        return Err(TrainingError::BadJob(BadJob::RowBeyond { rows }));
    }
    if job.path_rows.iter().any(|row| *row as usize > rows) {
        return Err(TrainingError::BadJob(BadJob::ForecastBeyond { rows }));
    }
    // A network of one output can only be applied to its own predictions if these are all it reads.
    let days_fit = job.horizon == outputs || (outputs == 1 && job.network.features == 1);
    if job.horizon == 0 || !days_fit {
        let detail = BadJob::OutputsDoNotFit {
            outputs,
            days: job.horizon,
        };
        return Err(TrainingError::BadJob(detail));
    }
    let parameters = Layout::new(&job.network, job.window).len();
    if let Some(given) = &job.initial_parameters
        && given.len() != parameters
    {
        let detail = BadJob::OtherParameters {
            found: given.len(),
            needed: parameters,
        };
        return Err(TrainingError::BadJob(detail));
    }
    if job.train_rows.is_empty() {
        return Err(TrainingError::BadJob(BadJob::NoTrainingRows));
    }
    Ok(())
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0_usize), |(sum, count), value| {
        (sum + value, count + 1)
    });
    sum / count as f64
}

fn milliseconds_since(start: Instant) -> f64 {
    start.elapsed().as_secs_f64() * 1e3
}
