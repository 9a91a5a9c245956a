//! Messages from the page. The worker has one thread: a message that arrives while it computes waits
//! in the event loop until the computation lets it in.

use super::post;
use super::wake::Wake;
use crate::protocol::{FromTrainer, ToTrainer, TrainingError};
use serde::Deserialize;
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

/// A message, and the state that came with it, where it is an order to go on from one.
type Delivery = (ToTrainer, Option<Vec<u8>>);

/// The queue of messages.
pub struct Inbox {
    waiting: Rc<RefCell<VecDeque<Delivery>>>,
    /// Called when a message arrives.
    wake: Wake,
    turn: EventLoopTurn,
}

impl Inbox {
    /// Listens from now until the worker ends.
    pub fn open(scope: &DedicatedWorkerGlobalScope) -> Self {
        let waiting = Rc::new(RefCell::new(VecDeque::new()));
        let wake = Wake::default();
        let (queue, waker) = (waiting.clone(), wake.clone());
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            let (text, state) = match data.dyn_ref::<js_sys::Array>() {
                Some(pair) => {
                    let bytes = js_sys::Uint8Array::new(&pair.get(1));
                    (pair.get(0), Some(bytes.to_vec()))
                }
                None => (data, None),
            };
            let text = text.as_string().unwrap_or_default();
            let Ok(message) = serde_json::from_str(&text) else {
                // Page and trainer are built together, so this is a stale page's. It waits for an answer.
                return post(&FromTrainer::Failed {
                    run: run_named_in(&text),
                    error: TrainingError::Outdated,
                });
            };
            queue.borrow_mut().push_back((message, state));
            waker.call();
        });
        scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget(); // it lives as long as the worker
        Self {
            waiting,
            wake,
            turn: EventLoopTurn::new(),
        }
    }

    /// The next message, waited for.
    pub async fn next(&self) -> Delivery {
        loop {
            if let Some(message) = self.waiting.borrow_mut().pop_front() {
                return message;
            }
            self.wake.wait().await;
        }
    }

    /// Lets waiting messages in, then says whether one asks the run to end: `Stop`, or a new `Train`.
    pub async fn asks_to_stop(&self, run: u32) -> bool {
        self.turn.take().await;
        let mut waiting = self.waiting.borrow_mut();
        let asked = waiting.iter().any(|(message, _)| match message {
            ToTrainer::Stop { run: stopped } => *stopped == run,
            ToTrainer::Train { .. } => true,
            ToTrainer::Resume { .. } | ToTrainer::SetLearningRate { .. } => false,
        });
        waiting.retain(
            |(message, _)| !matches!(message, ToTrainer::Stop { run: stopped } if *stopped == run),
        );
        asked
    }

    /// The learning rate that was last asked for, if any was since the last time.
    pub fn take_learning_rate(&self, run: u32) -> Option<f64> {
        let mut last = None;
        self.waiting
            .borrow_mut()
            .retain(|(message, _)| match message {
                ToTrainer::SetLearningRate {
                    run: changed,
                    learning_rate,
                } if *changed == run => {
                    last = Some(*learning_rate);
                    false
                }
                _ => true,
            });
        last
    }
}

/// The run that an order is about which says something else that nobody here knows.
fn run_named_in(order: &str) -> u32 {
    #[derive(Deserialize)]
    struct OfRun {
        run: u32,
    }
    let order: Option<BTreeMap<String, OfRun>> = serde_json::from_str(order).ok();
    let of_run = order.and_then(|order| order.into_values().next());
    of_run.map_or(0, |it| it.run)
}

/// Gives the event loop one turn. A message to oneself, because `setTimeout` is held back to 4 ms
/// once it nests, which would cost a tenth of the training's time.
struct EventLoopTurn {
    channel: MessageChannel,
    came: Wake,
    _listener: Closure<dyn FnMut()>,
    pending: Cell<bool>,
}

impl EventLoopTurn {
    fn new() -> Self {
        let channel = MessageChannel::new().expect("every worker has message channels");
        let came = Wake::default();
        let told = came.clone();
        let listener = Closure::<dyn FnMut()>::new(move || told.call());
        channel
            .port1()
            .set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Self {
            channel,
            came,
            _listener: listener,
            pending: Cell::new(false),
        }
    }

    async fn take(&self) {
        debug_assert!(!self.pending.replace(true), "one turn at a time");
        let _ = self
            .channel
            .port2()
            .post_message(&wasm_bindgen::JsValue::NULL);
        // What was posted comes in a later turn.
        self.came.wait().await;
        self.pending.set(false);
    }
}
