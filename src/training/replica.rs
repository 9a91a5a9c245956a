//! A run on several CPU workers: each holds the whole state, computes the gradient of some pieces of
//! every batch, gives the others its sums and gets theirs, and takes the same optimizer step. So a step
//! needs one exchange, and the state itself never travels after the beginning.
//!
//! Sums are added in an order that does not depend on who computed them ([`crate::lstm::cpu::tree`]):
//! any number of workers ends at the same bits as one.

use super::batches;
use crate::lstm::adam;
use crate::lstm::cpu::{self, Batch, CpuNetwork, Rows, tree};
use crate::protocol::TrainingJob;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A worker's part: of the predictions after an epoch, its rows' behind a place that means nothing; of a
/// step, the learning rate, which is the leader's to say, the squared errors of its
/// rows, and the sums of its pieces, a branch of the tree after the other.
pub type Part = Vec<f32>;

/// Another worker is gone, or does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone;

/// How the workers of a run give each other their parts of a step.
#[allow(async_fn_in_trait)] // one thread, one caller: no Send bound is wanted
pub trait Exchange {
    /// Gives this worker's part, which stands at its place among `parts`, to all others, and fills in
    /// theirs.
    async fn exchange(&mut self, parts: &mut [Part]) -> Result<(), Gone>;
}

/// Which worker of how many; the leader has place zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seat {
    pub place: usize,
    pub workers: usize,
}

impl Seat {
    /// The worker's pieces of a batch of so many rows.
    fn pieces(self, rows: usize) -> Range<usize> {
        self.of(cpu::pieces(rows))
    }

    /// The worker's of so many things.
    fn of(self, all: usize) -> Range<usize> {
        all * self.place / self.workers..all * (self.place + 1) / self.workers
    }
}

/// A run's state between two steps: where a worker begins to share it. Its vectors are not serialised.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Start {
    /// The epoch in progress, 1-based.
    pub epoch: usize,
    /// Steps of it that are done.
    pub steps_done: usize,
    /// Optimizer steps of the run that are done.
    pub time: u32,
    #[serde(skip)]
    pub parameters: Vec<f32>,
    #[serde(skip)]
    pub moment_1: Vec<f32>,
    #[serde(skip)]
    pub moment_2: Vec<f32>,
}

/// One worker's copy of the state.
#[derive(Debug)]
pub struct Replica {
    seat: Seat,
    pub state: Start,
    /// Of the epoch in progress.
    order: Vec<u32>,
    /// As in [`TrainingTensors`](crate::lstm::backend::TrainingTensors): `[rows]` and `[steps]`.
    pub squared_errors: Vec<f32>,
    pub gradient_norms: Vec<f32>,
    network: CpuNetwork,
    gradient: Vec<f32>,
    parts: Vec<Part>,
}

impl Replica {
    pub fn new(job: &TrainingJob, seat: Seat, state: Start) -> Self {
        Self {
            seat,
            order: batches::epoch_order(job, state.epoch),
            squared_errors: vec![0.0; job.train_rows.len()],
            gradient_norms: vec![0.0; batches::steps_per_epoch(job)],
            network: CpuNetwork::new(&job.network, job.window),
            gradient: vec![0.0; state.parameters.len()],
            parts: vec![Part::new(); seat.workers],
            state,
        }
    }

    pub fn workers(&self) -> usize {
        self.seat.workers
    }

    /// One step at the leader's learning rate; another worker's is not looked at. Where another one is
    /// gone, the state is still that before the step.
    ///
    /// # Errors
    /// If a worker is gone.
    pub async fn step(
        &mut self,
        job: &TrainingJob,
        learning_rate: f32,
        exchange: &mut impl Exchange,
    ) -> Result<(), Gone> {
        if self.epoch_is_done(job) {
            self.state.epoch += 1;
            self.state.steps_done = 0;
            self.order = batches::epoch_order(job, self.state.epoch);
        }
        let places = batches::batch_places(job, self.state.steps_done);
        self.compute_own(job, places.clone(), learning_rate);
        exchange.exchange(&mut self.parts).await?;
        if !self.parts_fit(places.len()) {
            return Err(Gone);
        }
        self.add_up(places);
        self.network
            .finish(&self.state.parameters, &mut self.gradient);
        let state = &mut self.state;
        let step = state.steps_done;
        let adam = batches::adam(job, self.parts[0][0], state.time + 1, step);
        let norm = adam::step(
            &mut state.parameters,
            &mut state.moment_1,
            &mut state.moment_2,
            &self.gradient,
            &adam,
        );
        self.gradient_norms[step] = norm as f32;
        state.time += 1;
        state.steps_done += 1;
        Ok(())
    }

    /// Predictions of these rows, `[rows, outputs]`, without dropout.
    ///
    /// # Errors
    /// If a worker is gone.
    pub async fn predict(
        &mut self,
        job: &TrainingJob,
        rows: &[u32],
        exchange: &mut impl Exchange,
    ) -> Result<Vec<f32>, Gone> {
        let outputs = job.network.outputs;
        let own = &rows[self.seat.of(rows.len())];
        let part = &mut self.parts[self.seat.place];
        part.clear();
        part.resize(1 + own.len() * outputs, 0.0);
        let own = Rows {
            inputs: &job.inputs,
            rows: own,
        };
        let parameters = &self.state.parameters;
        self.network.predict(parameters, own, &mut part[1..]);
        exchange.exchange(&mut self.parts).await?;
        let predictions = self.parts.iter().flat_map(|part| part.get(1..));
        let predictions = predictions.flatten().copied().collect::<Vec<_>>();
        match predictions.len() == rows.len() * outputs {
            true => Ok(predictions),
            false => Err(Gone),
        }
    }

    /// Whether all steps of the epoch in progress are done.
    fn epoch_is_done(&self, job: &TrainingJob) -> bool {
        self.state.steps_done == batches::steps_per_epoch(job)
    }

    /// Computes this worker's part of the batch that lies at these places of the order.
    fn compute_own(&mut self, job: &TrainingJob, places: Range<usize>, learning_rate: f32) {
        let rows = places.len();
        let batch = Batch {
            rows: Rows {
                inputs: &job.inputs,
                rows: &self.order[places],
            },
            targets: &job.targets,
            dropout: batches::dropout(job, self.state.time + 1),
        };
        let pieces = self.seat.pieces(rows);
        let own_rows = cpu::rows_of(pieces.clone(), rows).len();
        let part = &mut self.parts[self.seat.place];
        part.clear();
        part.push(learning_rate);
        part.resize(1 + own_rows, 0.0);
        let parameters = &self.state.parameters;
        self.network.begin(parameters);
        self.network
            .add_pieces(parameters, batch, pieces, &mut part[1..]);
        for sums in self.network.branches() {
            part.extend_from_slice(sums);
        }
    }

    /// Whether every worker's part is as long as it has to be for a batch of so many rows.
    fn parts_fit(&self, rows: usize) -> bool {
        self.parts.iter().enumerate().all(|(place, part)| {
            let pieces = Seat { place, ..self.seat }.pieces(rows);
            let own_rows = cpu::rows_of(pieces.clone(), rows).len();
            let branches = tree::branches(pieces).count();
            part.len() == 1 + own_rows + branches * self.network.branch_len()
        })
    }

    /// Adds all parts up in the order of the pieces, and notes the rows' errors.
    fn add_up(&mut self, places: Range<usize>) {
        let rows = places.len();
        let errors = &mut self.squared_errors[places];
        self.network.clear_branches();
        for (place, part) in self.parts.iter().enumerate() {
            let pieces = Seat { place, ..self.seat }.pieces(rows);
            let own_rows = cpu::rows_of(pieces.clone(), rows);
            let (own_errors, sums) = part[1..].split_at(own_rows.len());
            errors[own_rows].copy_from_slice(own_errors);
            let sums = sums.chunks_exact(self.network.branch_len());
            for (branch, sums) in tree::branches(pieces).zip(sums) {
                self.network.add_branch(branch, sums);
            }
        }
    }
}

/// Shares a run's steps, and the predictions after each epoch, until its leader, or another worker, is
/// gone.
pub async fn help(job: &TrainingJob, seat: Seat, start: Start, exchange: &mut impl Exchange) {
    let mut replica = Replica::new(job, seat, start);
    let watched = batches::watched_rows(job);
    while replica.step(job, 0.0, exchange).await.is_ok() {
        if replica.epoch_is_done(job) && replica.predict(job, watched, exchange).await.is_err() {
            return;
        }
    }
}
