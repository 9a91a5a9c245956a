//! How long the trainer waits for a GPU. A driver may neither answer nor fail, and a visitor should not
//! wait for ever.

use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use std::cell::Cell;
use std::pin::pin;
use std::rc::Rc;
use web_time::Instant;

/// For an adapter: the browser looks it up.
pub const ADAPTER_SECS: u32 = 5;

/// For a device: the driver starts.
pub const DEVICE_SECS: u32 = 10;

/// Between two signs of life of a training: a step, or a batch read back. The slowest software adapters
/// compile and predict within it.
pub const STEP_SECS: u32 = 15;

/// What `work` gives, or `None` where that takes longer.
pub async fn within<T>(secs: u32, work: impl Future<Output = T>) -> Option<T> {
    match select(pin!(work), TimeoutFuture::new(secs * 1000)).await {
        Either::Left((done, _)) => Some(done),
        Either::Right(_) => None,
    }
}

/// When a training last gave a sign of life.
#[derive(Debug, Clone)]
pub struct Pulse(Rc<Cell<Instant>>);

impl Pulse {
    pub fn new() -> Self {
        Self(Rc::new(Cell::new(Instant::now())))
    }

    pub fn beat(&self) {
        self.0.set(Instant::now());
    }

    /// Ends when there was no sign of life for so long.
    pub async fn silence(&self, secs: u32) {
        while self.0.get().elapsed().as_secs() < u64::from(secs) {
            TimeoutFuture::new(1000).await;
        }
    }
}
