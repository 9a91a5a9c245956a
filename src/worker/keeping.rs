//! Sending the page a run's state from time to time, so that it can go on after the tab was closed.

use super::scope;
use crate::protocol::EpochReport;
use crate::training::Snapshot;
use web_time::{Duration, Instant};

/// How often a state is sent at most; a run shorter than that sends none.
const EVERY: Duration = Duration::from_secs(2);

/// What is sent of one run.
pub struct Keeping {
    run: u32,
    epochs: Vec<EpochReport>,
    sent: Instant,
}

impl Keeping {
    /// `epochs` are those that were finished before, where the run goes on.
    pub fn new(run: u32, epochs: Vec<EpochReport>) -> Self {
        Self {
            run,
            epochs,
            sent: Instant::now(),
        }
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
        let bytes = snapshot.to_checkpoint(&self.epochs).to_bytes();
        let buffer = js_sys::Uint8Array::from(&*bytes).buffer();
        let message = js_sys::Array::of2(&self.run.into(), &buffer);
        // Handed over, not copied. Fails only when the page is gone.
        let _ = scope().post_message_with_transfer(&message, &js_sys::Array::of1(&buffer));
    }
}
