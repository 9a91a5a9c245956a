//! What a training step works on: an epoch's order of the rows, the batch's place in it, its dropout and
//! its optimizer. All of it follows from the job and the step's number, so that whoever computes a step,
//! or a part of one, needs to be told nothing else.

use crate::lstm::backend::AdamSpec;
use crate::lstm::cpu;
use crate::lstm::dropout::Dropout;
use crate::protocol::TrainingJob;
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;
use std::ops::Range;

pub fn steps_per_epoch(job: &TrainingJob) -> usize {
    job.train_rows.len().div_ceil(job.batch)
}

/// An epoch's order of the training rows: its own stream of the job's generator.
pub fn epoch_order(job: &TrainingJob, epoch: usize) -> Vec<u32> {
    let mut rng = ChaCha8Rng::seed_from_u64(job.seed);
    rng.set_stream(epoch as u64);
    let mut rows = job.train_rows.clone();
    if job.shuffle {
        rows.shuffle(&mut rng);
    }
    rows
}

/// The rows whose loss is shown as the second one.
pub fn watched_rows(job: &TrainingJob) -> &[u32] {
    let rows = [&job.validation_rows, &job.test_rows, &job.train_rows];
    let some = rows.into_iter().find(|rows| !rows.is_empty());
    some.map_or(&[], Vec::as_slice)
}

/// Where the rows of an epoch's step lie in its order; `step` counts from zero.
pub fn batch_places(job: &TrainingJob, step: usize) -> Range<usize> {
    let offset = step * job.batch;
    offset..(offset + job.batch).min(job.train_rows.len())
}

/// Into how many pieces a full batch is dealt: more workers than that have nothing to do.
pub fn pieces(job: &TrainingJob) -> usize {
    cpu::pieces(job.batch.min(job.train_rows.len()))
}

/// The dropout of the run's step number `time`.
pub fn dropout(job: &TrainingJob, time: u32) -> Option<Dropout> {
    let probability = job.network.dropout;
    (probability > 0.0).then_some(Dropout {
        probability,
        seed: fold_seed(job.seed),
        step: time,
    })
}

/// The optimizer's step number `time` of the run, the `step`-th of its epoch, which counts from zero.
pub fn adam(job: &TrainingJob, learning_rate: f32, time: u32, step: usize) -> AdamSpec {
    let optimizer = &job.optimizer;
    AdamSpec {
        learning_rate,
        beta_1: optimizer.beta_1 as f32,
        beta_2: optimizer.beta_2 as f32,
        epsilon: optimizer.epsilon as f32,
        time,
        clip_norm: optimizer.clip_norm.map(|clip| clip as f32),
        norm_place: step,
    }
}

/// The dropout's 32-bit seed: both halves of the job's.
fn fold_seed(seed: u64) -> u32 {
    (seed ^ (seed >> 32)) as u32
}
