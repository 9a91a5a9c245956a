//! Sending the page a run's state from time to time, so that it can go on after the tab was closed.

use super::scope;
use crate::protocol::{EpochReport, RateChange};
use crate::training::Snapshot;
use web_time::{Duration, Instant};

/// How often a state is sent at most; a run shorter than that sends none.
const EVERY: Duration = Duration::from_secs(2);

/// What is sent of one run.
pub struct Keeping {
    run: u32,
    epochs: Vec<EpochReport>,
    rate_changes: Vec<RateChange>,
    sent: Instant,
}

impl Keeping {
    /// `epochs` are those that were finished before, where the run goes on, and `rate_changes` the
    /// learning rates that were set by hand in them.
    pub fn new(run: u32, epochs: Vec<EpochReport>, rate_changes: Vec<RateChange>) -> Self {
        Self {
            run,
            epochs,
            rate_changes,
            sent: Instant::now(),
        }
    }

    /// A learning rate was set by hand.
    pub fn learning_rate_set(&mut self, change: RateChange) {
        change.add_to(&mut self.rate_changes);
    }

    /// An epoch is finished; its state is sent if it is time.
    pub fn epoch_finished(&mut self, report: &EpochReport, snapshot: &Snapshot) {
        // An epoch that is done again, after a lost device, replaces what came of it before.
        self.epochs.retain(|earlier| earlier.epoch < report.epoch);
        self.epochs.push(report.clone());
        if self.sent.elapsed() < EVERY {
            return;
        }
        self.sent = Instant::now();
        let mut state = snapshot.to_checkpoint(&self.epochs);
        state.header.rate_changes.clone_from(&self.rate_changes);
        let bytes = state.to_bytes();
        let buffer = js_sys::Uint8Array::from(&*bytes).buffer();
        let message = js_sys::Array::of2(&self.run.into(), &buffer);
        // Handed over, not copied. Fails only when the page is gone.
        let _ = scope().post_message_with_transfer(&message, &js_sys::Array::of1(&buffer));
    }
}
