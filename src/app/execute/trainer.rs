//! The page's end of a trainer, a module Web Worker.
//!
//! The worker of the page's own trainer is started when the page has been painted, so that its engine
//! loads while the visitor reads; that of any other, with its first order. What is posted to a worker
//! before it listens is lost, so orders wait here until its `Ready`. A worker that dies is replaced, and so
//! is one that vanished without a word ([`Silence`]); what it held (the weights of the run) is gone.

use crate::app::browser;
use crate::lab::event::{Crash, TrainerSaid};
use crate::lab::training::silence::{Quiet, Silence};
use crate::number;
use crate::protocol::{FromTrainer, PROTOCOL_VERSION, ToTrainer};
use gloo_timers::callback::Interval;
use js_sys::{Array, ArrayBuffer, Uint8Array};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker};

/// Where the page's document names the worker's script: that of the same build, by its content's hash.
const SCRIPT_META: &str = "hindcast-trainer";

/// A worker that dies this often before its `Ready` is not started again until the next order.
const MAX_FAILED_STARTS: u32 = 2;

type Listener = Rc<dyn Fn(TrainerSaid)>;

/// A handle to one worker; clones speak to the same.
#[derive(Clone)]
pub struct Trainer {
    state: Rc<RefCell<State>>,
    listener: Listener,
}

struct State {
    worker: Option<RunningWorker>,
    ready: bool,
    /// Orders for a worker that is not ready yet.
    waiting: Vec<(ToTrainer, Option<ArrayBuffer>)>,
    failed_starts: u32,
    silence: Silence,
    /// Counts the silence's seconds while a word is awaited.
    ticking: Option<Interval>,
}

struct RunningWorker {
    worker: Worker,
    // The browser calls these; they live as long as the worker does.
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

impl Drop for RunningWorker {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Trainer {
    /// `listener` hears everything the trainer says, in order. Nothing runs before [`Self::start`].
    pub fn new(listener: impl Fn(TrainerSaid) + 'static) -> Self {
        Self {
            state: Rc::new(RefCell::new(State {
                worker: None,
                ready: false,
                waiting: Vec::new(),
                failed_starts: 0,
                silence: Silence::default(),
                ticking: None,
            })),
            listener: Rc::new(listener),
        }
    }

    /// Starts the worker if there is none.
    pub fn start(&self) {
        if self.state.borrow().worker.is_some() {
            return;
        }
        match self.spawn() {
            Ok(worker) => {
                let mut state = self.state.borrow_mut();
                state.worker = Some(worker);
                state.ready = false;
            }
            Err(_) => {
                self.state.borrow_mut().waiting.clear();
                (self.listener)(TrainerSaid::Crashed(Crash::NotAllowed));
            }
        }
    }

    /// Sends an order, perhaps with the state that the run goes on from, or keeps it until the trainer
    /// is ready.
    pub fn send(&self, order: ToTrainer, state_bytes: Option<Vec<u8>>) {
        let bytes = state_bytes.map(|bytes| Uint8Array::from(&*bytes).buffer());
        self.start();
        let mut state = self.state.borrow_mut();
        if matches!(order, ToTrainer::Train { .. } | ToTrainer::Resume { .. }) {
            let this = self.clone();
            state.silence.begin();
            state.ticking = Some(Interval::new(1_000, move || this.second_passed()));
        }
        if matches!(order, ToTrainer::Train { .. }) {
            // Only the newest job counts; an older one that still waits would be trained for nothing.
            state.waiting.clear();
        }
        if state.ready {
            post(&state, &order, bytes.as_ref());
        } else {
            state.waiting.push((order, bytes));
        }
    }

    /// Ends a trainer that does not answer and starts a new one. The run it held is lost.
    pub fn restart(&self) {
        self.end();
        self.start();
    }

    /// Ends the worker with whatever it does. The next order would start another.
    pub fn end(&self) {
        // Taken out first: dropping the worker inside the borrow is fine, but its handlers must not
        // find the state borrowed.
        let worker = {
            let mut state = self.state.borrow_mut();
            state.ready = false;
            state.waiting.clear();
            state.silence = Silence::default();
            state.ticking = None;
            state.worker.take()
        };
        drop(worker);
    }

    fn spawn(&self) -> Result<RunningWorker, wasm_bindgen::JsValue> {
        let worker = browser::module_worker(&browser::meta_content(SCRIPT_META))?;

        let this = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            this.hear(&event);
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));

        let this = self.clone();
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            // The browser would log the error as uncaught; it is handled here.
            event.prevent_default();
            let detail = event
                .dyn_ref::<ErrorEvent>()
                .map(ErrorEvent::message)
                .unwrap_or_default();
            // Dropping this closure while it runs would free what it uses: a turn later.
            let this = this.clone();
            browser::later(move || this.crashed(&detail));
        });
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));

        Ok(RunningWorker {
            worker,
            _on_message: on_message,
            _on_error: on_error,
        })
    }

    fn hear(&self, event: &MessageEvent) {
        let data = event.data();
        if let Some(pair) = data.dyn_ref::<Array>() {
            let state = pair.get(1).dyn_into::<ArrayBuffer>();
            if let (Some(run), Ok(state)) = (pair.get(0).as_f64(), state) {
                let run = run as u32;
                let state = Uint8Array::new(&state).to_vec();
                (self.listener)(TrainerSaid::State { run, state });
            }
            return;
        }
        let Some(text) = data.as_string() else {
            return;
        };
        let word = match serde_json::from_str::<FromTrainer>(&text) {
            Ok(word) => word,
            // A trainer of another version may speak another tongue before its `Ready` is read.
            Err(_) => return self.outdated(),
        };
        {
            let mut state = self.state.borrow_mut();
            state.silence.hear(&word);
            if !state.silence.awaits() {
                state.ticking = None;
            }
        }
        if let FromTrainer::Ready { version } = word {
            if version != PROTOCOL_VERSION {
                return self.outdated();
            }
            let mut state = self.state.borrow_mut();
            state.ready = true;
            state.failed_starts = 0;
            let waiting = std::mem::take(&mut state.waiting);
            for (word, bytes) in &waiting {
                post(&state, word, bytes.as_ref());
            }
        }
        (self.listener)(TrainerSaid::Message(word));
    }

    fn second_passed(&self) {
        let news = self.state.borrow_mut().silence.tick();
        match news {
            None => {}
            Some(Quiet::Long) => (self.listener)(TrainerSaid::Silent),
            // What ticks is ended with the worker: a turn later, since it runs now.
            Some(Quiet::Gone) => {
                let this = self.clone();
                browser::later(move || {
                    // It may have been ended meanwhile.
                    if this.state.borrow().worker.is_some() {
                        this.restart();
                        (this.listener)(TrainerSaid::Crashed(Crash::Vanished));
                    }
                });
            }
        }
    }

    fn outdated(&self) {
        self.state.borrow_mut().waiting.clear();
        (self.listener)(TrainerSaid::Outdated);
    }

    fn crashed(&self, detail: &str) {
        let (was_ready, failed_starts) = {
            let mut state = self.state.borrow_mut();
            if state.worker.is_none() {
                // It was ended meanwhile.
                return;
            }
            if !state.ready {
                state.failed_starts += 1;
            }
            (state.ready, state.failed_starts)
        };
        self.end();
        let crash = match (was_ready, detail.contains("memory")) {
            (true, true) => Crash::OutOfMemory,
            (true, false) => Crash::Died,
            (false, _) => Crash::DidNotLoad,
        };
        if was_ready || failed_starts < MAX_FAILED_STARTS {
            self.start();
        }
        (self.listener)(TrainerSaid::Crashed(crash));
    }
}

fn post(state: &State, word: &ToTrainer, bytes: Option<&ArrayBuffer>) {
    let Some(running) = &state.worker else {
        return;
    };
    let text = number::to_json(word).expect("a protocol word always serialises");
    let message: wasm_bindgen::JsValue = match bytes {
        Some(bytes) => Array::of2(&text.into(), bytes).into(),
        None => text.into(),
    };
    running
        .worker
        .post_message(&message)
        .expect("a string, and bytes, can always be posted");
}

impl std::fmt::Debug for Trainer {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Trainer").finish_non_exhaustive()
    }
}
