//! Messages from the page. The worker has one thread: a message that arrives while it computes waits
//! in the event loop until the computation lets it in.

use crate::protocol::ToTrainer;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent};

/// The queue of messages.
pub struct Inbox {
    waiting: Rc<RefCell<VecDeque<ToTrainer>>>,
    /// The state that came with the newest order to train.
    state: Rc<RefCell<Option<Vec<u8>>>>,
    /// Called when a message arrives while somebody waits for one.
    wake: Rc<RefCell<Option<js_sys::Function>>>,
    turn: EventLoopTurn,
}

impl Inbox {
    /// Listens from now until the worker ends.
    pub fn open(scope: &DedicatedWorkerGlobalScope) -> Self {
        let waiting = Rc::new(RefCell::new(VecDeque::new()));
        let wake: Rc<RefCell<Option<js_sys::Function>>> = Rc::default();
        let state: Rc<RefCell<Option<Vec<u8>>>> = Rc::default();
        let (queue, waker, kept) = (waiting.clone(), wake.clone(), state.clone());
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let mut data = event.data();
            if let Some(pair) = data.dyn_ref::<js_sys::Array>() {
                let bytes = js_sys::Uint8Array::new(&pair.get(1));
                *kept.borrow_mut() = Some(bytes.to_vec());
                data = pair.get(0);
            }
            let parsed = data
                .as_string()
                .and_then(|text| serde_json::from_str(&text).ok());
            let Some(message) = parsed else {
                // Page and trainer are built together, so this is another page's message or a stale
                // page's; `Ready` has told it our version.
                web_sys::console::warn_1(
                    &"Hindcast's trainer ignored a message that it does not know.".into(),
                );
                return;
            };
            queue.borrow_mut().push_back(message);
            if let Some(wake) = waker.borrow_mut().take() {
                let _ = wake.call0(&wasm_bindgen::JsValue::NULL);
            }
        });
        scope.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget(); // it lives as long as the worker
        Self {
            waiting,
            state,
            wake,
            turn: EventLoopTurn::new(),
        }
    }

    /// The state that came with an order to train; taken once.
    pub fn take_state(&self) -> Option<Vec<u8>> {
        self.state.borrow_mut().take()
    }

    /// The next message, waited for.
    pub async fn next(&self) -> ToTrainer {
        loop {
            if let Some(message) = self.waiting.borrow_mut().pop_front() {
                return message;
            }
            let promise =
                js_sys::Promise::new(&mut |resolve, _| *self.wake.borrow_mut() = Some(resolve));
            let _ = JsFuture::from(promise).await;
        }
    }

    /// Lets waiting messages in, then says whether one asks the run to end: `Stop`, or a new `Train`.
    pub async fn asks_to_stop(&self, run: u32) -> bool {
        self.turn.take().await;
        let mut waiting = self.waiting.borrow_mut();
        let asked = waiting.iter().any(|message| match message {
            ToTrainer::Stop { run: stopped } => *stopped == run,
            ToTrainer::Train { .. } | ToTrainer::TrainKept { .. } => true,
            ToTrainer::Resume { .. } | ToTrainer::SetLearningRate { .. } => false,
        });
        waiting.retain(
            |message| !matches!(message, ToTrainer::Stop { run: stopped } if *stopped == run),
        );
        asked
    }

    /// The learning rate that was last asked for, if any was since the last time.
    pub fn take_learning_rate(&self, run: u32) -> Option<f64> {
        let mut last = None;
        self.waiting.borrow_mut().retain(|message| match message {
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

/// Gives the event loop one turn. A message to oneself, because `setTimeout` is held back to 4 ms
/// once it nests, which would cost a tenth of the training's time.
struct EventLoopTurn {
    channel: MessageChannel,
    resolve: Rc<RefCell<Option<js_sys::Function>>>,
    _listener: Closure<dyn FnMut()>,
    pending: Cell<bool>,
}

impl EventLoopTurn {
    fn new() -> Self {
        let channel = MessageChannel::new().expect("every worker has message channels");
        let resolve: Rc<RefCell<Option<js_sys::Function>>> = Rc::default();
        let resolver = resolve.clone();
        let listener = Closure::<dyn FnMut()>::new(move || {
            if let Some(resolve) = resolver.borrow_mut().take() {
                let _ = resolve.call0(&wasm_bindgen::JsValue::NULL);
            }
        });
        channel
            .port1()
            .set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Self {
            channel,
            resolve,
            _listener: listener,
            pending: Cell::new(false),
        }
    }

    async fn take(&self) {
        debug_assert!(!self.pending.replace(true), "one turn at a time");
        let promise =
            js_sys::Promise::new(&mut |resolve, _| *self.resolve.borrow_mut() = Some(resolve));
        let _ = self
            .channel
            .port2()
            .post_message(&wasm_bindgen::JsValue::NULL);
        let _ = JsFuture::from(promise).await;
        self.pending.set(false);
    }
}
