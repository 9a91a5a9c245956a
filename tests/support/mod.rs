//! What the tests that train whole networks share.

use hindcast::protocol::EpochReport;
use hindcast::training::{Flow, Observer, Snapshot, StepProgress};

/// Trains to the end and looks at nothing on the way.
#[derive(Debug)]
pub struct Unwatched;

impl Observer for Unwatched {
    async fn between_steps(&mut self, _progress: StepProgress) -> Flow {
        Flow::Continue
    }
    fn epoch_finished(&mut self, _report: &EpochReport, _snapshot: &Snapshot) {}
}

/// Polls a future that never waits for anything outside this thread.
pub fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    loop {
        if let std::task::Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
    }
}
