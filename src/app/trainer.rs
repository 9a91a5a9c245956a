//! The page's end of the trainer, a module Web Worker.
//!
//! The worker is started when the page has been painted, so that its engine loads while the visitor
//! reads. What is posted to a worker before it listens is lost, so words wait here until its
//! `Ready`. A worker that dies is replaced; what it held (the weights of the run) is gone.

use super::browser;
use crate::number;
use crate::protocol::{FromTrainer, PROTOCOL_VERSION, ToTrainer};
use crate::text;
use js_sys::{Array, ArrayBuffer};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{ErrorEvent, Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// Where the page's document names the worker's script: that of the same build, by its content's hash.
const SCRIPT_META: &str = "hindcast-trainer";

/// A worker that dies this often before its `Ready` is not started again until the next order.
const MAX_FAILED_STARTS: u32 = 2;

/// What the bridge tells the root.
#[derive(Debug, Clone, PartialEq)]
pub enum TrainerWord {
    Message(FromTrainer),
    /// The state of a run after an epoch, to be handed on as it is: see [`crate::checkpoint`].
    State {
        run: u32,
        state: ArrayBuffer,
    },
    /// The worker died. One sentence on what happened; what was lost is the run's to say.
    Crashed {
        message: String,
    },
    /// The worker is of another version than the page: only a reload helps.
    Outdated {
        message: String,
    },
}

type Listener = Rc<dyn Fn(TrainerWord)>;

/// A handle to the one worker; clones speak to the same.
#[derive(Clone)]
pub struct Trainer {
    state: Rc<RefCell<State>>,
    listener: Listener,
}

struct State {
    worker: Option<RunningWorker>,
    ready: bool,
    /// Words for a worker that is not ready yet.
    waiting: Vec<(ToTrainer, Option<ArrayBuffer>)>,
    failed_starts: u32,
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
    /// `listener` hears every word of the trainer, in order. Nothing runs before [`Self::start`].
    pub fn new(listener: impl Fn(TrainerWord) + 'static) -> Self {
        Self {
            state: Rc::new(RefCell::new(State {
                worker: None,
                ready: false,
                waiting: Vec::new(),
                failed_starts: 0,
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
                (self.listener)(TrainerWord::Crashed {
                    message: text::trainer::not_let_to_start().to_owned(),
                });
            }
        }
    }

    /// Sends `word`, or keeps it until the trainer is ready.
    pub fn send(&self, word: ToTrainer) {
        self.send_both(word, None);
    }

    /// As [`Self::send`], with the state that the run goes on from.
    pub fn send_with_state(&self, word: ToTrainer, state: ArrayBuffer) {
        self.send_both(word, Some(state));
    }

    fn send_both(&self, word: ToTrainer, bytes: Option<ArrayBuffer>) {
        self.start();
        let mut state = self.state.borrow_mut();
        if matches!(word, ToTrainer::Train { .. }) {
            // Only the newest job counts; an older one that still waits would be trained for nothing.
            state.waiting.clear();
        }
        if state.ready {
            post(&state, &word, bytes.as_ref());
        } else {
            state.waiting.push((word, bytes));
        }
    }

    /// Ends a trainer that does not answer and starts a new one. The run it held is lost.
    pub fn restart(&self) {
        self.discard();
        self.start();
    }

    fn discard(&self) {
        // Taken out first: dropping the worker inside the borrow is fine, but its handlers must not
        // find the state borrowed.
        let worker = {
            let mut state = self.state.borrow_mut();
            state.ready = false;
            state.waiting.clear();
            state.worker.take()
        };
        drop(worker);
    }

    fn spawn(&self) -> Result<RunningWorker, wasm_bindgen::JsValue> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options(&browser::meta_content(SCRIPT_META), &options)?;

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
            gloo_timers::callback::Timeout::new(0, move || this.crashed(&detail)).forget();
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
            if let (Some(run), Ok(state)) = (pair.get(0).as_f64(), pair.get(1).dyn_into()) {
                let run = run as u32;
                (self.listener)(TrainerWord::State { run, state });
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
        (self.listener)(TrainerWord::Message(word));
    }

    fn outdated(&self) {
        self.state.borrow_mut().waiting.clear();
        (self.listener)(TrainerWord::Outdated {
            message: text::trainer::outdated().to_owned(),
        });
    }

    fn crashed(&self, detail: &str) {
        let (was_ready, failed_starts) = {
            let mut state = self.state.borrow_mut();
            if !state.ready {
                state.failed_starts += 1;
            }
            (state.ready, state.failed_starts)
        };
        self.discard();
        let message = match (was_ready, detail.contains("memory")) {
            (true, true) => text::trainer::out_of_memory(),
            (true, false) => text::trainer::crashed(),
            (false, _) => text::trainer::did_not_load(),
        }
        .to_owned();
        if was_ready || failed_starts < MAX_FAILED_STARTS {
            self.start();
        }
        (self.listener)(TrainerWord::Crashed { message });
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
