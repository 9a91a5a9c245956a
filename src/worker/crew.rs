//! The helpers of this trainer: starting them, dealing a run's steps to them, and doing without them.

use super::ports::{Notice, Ports};
use super::{helper, post, scope};
use crate::protocol::{FromTrainer, Sharing, SharingReason, TrainingJob, Workers};
use crate::training::{Crew as RunsCrew, Exchange, Gone, Part, Seat, Start, Tuner};
use futures_util::future::{Either, select};
use gloo_timers::future::TimeoutFuture;
use std::cell::{Cell, RefCell};
use std::pin::pin;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, MessageChannel, MessagePort, Worker, WorkerOptions, WorkerType};
use web_time::{Duration, Instant};

/// A run that is over earlier starts no helpers, which take memory and longer to load.
const ALONE_AT_FIRST: Duration = Duration::from_millis(300);

/// How many workers are tried at most, whatever the machine has: each takes some megabytes.
const MOST_TRIED: usize = 8;

/// How long a helper may take for its part beyond what the trainer takes for its own, and how much of
/// the trainer's time.
const PATIENCE_MS: f64 = 800.0;
const PATIENCE_TIMES: f64 = 4.0;

/// The limit is waited for in so many turns, so that messages that came while the machine slept are
/// heard before it is over.
const PATIENCE_TURNS: u32 = 4;

/// The helpers, and the run that they share.
pub struct Crew {
    helpers: Vec<Helper>,
    run: u32,
    tuner: Option<Tuner>,
    asked: usize,
    began: Instant,
    /// Jobs are counted, so that a helper is sent each once.
    job: u32,
    ports: Option<Ports>,
    workers: usize,
    step_began: Instant,
    /// How many the page was last told that were found to be fastest.
    told: usize,
    /// There is no doing with helpers in this run.
    failed: bool,
}

struct Helper {
    worker: Worker,
    state: Rc<State>,
    job: u32,
    _listeners: [Closure<dyn FnMut(Event)>; 2],
}

#[derive(Default)]
struct State {
    ready: Cell<bool>,
    failed: Cell<bool>,
    notice: RefCell<Option<Notice>>,
}

impl Helper {
    fn start() -> Option<Self> {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        options.set_name(helper::NAME);
        let script = scope().location().href();
        let worker = Worker::new_with_options(&script, &options).ok()?;
        let state = Rc::<State>::default();
        let told = state.clone();
        let on_message = Closure::<dyn FnMut(Event)>::new(move |_| told.ready.set(true));
        let told = state.clone();
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default(); // handled here: the run goes on alone
            told.failed.set(true);
            if let Some(notice) = &*told.notice.borrow() {
                notice.gone();
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self {
            worker,
            state,
            job: 0,
            _listeners: [on_message, on_error],
        })
    }
}

impl Drop for Helper {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

impl Default for Crew {
    fn default() -> Self {
        Self {
            helpers: Vec::new(),
            run: 0,
            tuner: None,
            asked: 1,
            began: Instant::now(),
            job: 0,
            ports: None,
            workers: 1,
            step_began: Instant::now(),
            told: 0,
            failed: false,
        }
    }
}

impl Crew {
    /// Gets ready for a run, which may have so many workers.
    pub fn take_on(&mut self, run: u32, job: &TrainingJob, workers: Workers) {
        self.end(false);
        self.run = run;
        self.job += 1;
        self.began = Instant::now();
        self.told = 0;
        self.failed = false;
        self.helpers.retain(|helper| !helper.state.failed.get());
        let pieces = crate::training::pieces(job);
        self.asked = 1;
        self.tuner = None;
        match workers {
            Workers::One => {}
            Workers::Exactly(count) => self.asked = count.min(pieces),
            Workers::Auto => {
                let cores = scope().navigator().hardware_concurrency() as usize;
                self.tuner = Some(Tuner::new(cores.min(pieces).min(MOST_TRIED)));
            }
        }
    }

    /// Starts helpers until there are so many, and says whether they are ready.
    fn are_ready(&mut self, helpers: usize) -> bool {
        while !self.failed && self.helpers.len() < helpers {
            match Helper::start() {
                Some(helper) => self.helpers.push(helper),
                None => self.failed = true,
            }
        }
        let needed = &self.helpers[..helpers.min(self.helpers.len())];
        self.failed |= needed.iter().any(|helper| helper.state.failed.get());
        !self.failed && needed.iter().all(|helper| helper.state.ready.get())
    }

    fn tell(&self, workers: usize, reason: SharingReason) {
        post(&FromTrainer::Shared {
            run: self.run,
            sharing: Sharing { workers, reason },
        });
    }

    fn try_begin(&mut self, job: &TrainingJob, start: &Start, workers: usize) -> Option<()> {
        // Every two workers have a channel between them.
        let mut ends: Vec<Vec<MessagePort>> = vec![Vec::new(); workers];
        for one in 0..workers {
            for other in one + 1..workers {
                let channel = MessageChannel::new().ok()?;
                ends[one].push(channel.port1());
                ends[other].push(channel.port2());
            }
        }
        let mut ends = ends.into_iter();
        let own = Ports::new(0, ends.next()?);
        for (helper, (ports, place)) in self.helpers.iter_mut().zip(ends.zip(1..)) {
            let new = (helper.job != self.job).then_some(job);
            let seat = Seat { place, workers };
            helper::order(&helper.worker, seat, start, new, &ports).ok()?;
            helper.job = self.job;
            *helper.state.notice.borrow_mut() = Some(own.notice());
        }
        self.ports = Some(own);
        Some(())
    }
}

impl RunsCrew for Crew {
    fn wanted(&mut self) -> usize {
        self.step_began = Instant::now();
        let (wanted, for_one) = match &self.tuner {
            Some(tuner) => {
                let early = self.began.elapsed() < ALONE_AT_FIRST;
                (tuner.wanted(), early || tuner.has_no_choice())
            }
            None => (self.asked, self.asked == 1),
        };
        if self.failed || for_one {
            return 1;
        }
        // One helper is there before one worker is timed, so that its loading is not timed along.
        match self.are_ready(wanted.max(2) - 1) {
            true => wanted,
            false => self.workers,
        }
    }

    fn begin(&mut self, job: &TrainingJob, start: &Start, workers: usize) {
        // What fails here shows at the first exchange.
        let _ = self.try_begin(job, start, workers);
        self.workers = workers;
        if self.tuner.is_none() {
            self.tell(workers, SharingReason::Asked);
        }
    }

    fn end(&mut self, gone: bool) {
        self.ports = None;
        self.workers = 1;
        for helper in &self.helpers {
            helper.state.notice.borrow_mut().take();
        }
        if gone {
            self.failed = true;
            self.helpers.clear();
            self.tell(1, SharingReason::Gone);
        }
    }

    fn stepped(&mut self, workers: usize, ms: f64) {
        let helpers_ready = self.helpers.iter().any(|helper| helper.state.ready.get());
        let Some(tuner) = &mut self.tuner else { return };
        if self.failed || !helpers_ready || workers != tuner.wanted() {
            return;
        }
        let found = tuner.stepped(ms);
        if let Some(choice) = found.filter(|choice| choice.workers != self.told) {
            self.told = choice.workers;
            let reason = SharingReason::Timed {
                ms: choice.ms,
                alone_ms: choice.alone_ms,
            };
            self.tell(choice.workers, reason);
        }
    }
}

impl Exchange for Crew {
    async fn exchange(&mut self, parts: &mut [Part]) -> Result<(), Gone> {
        let own_ms = self.step_began.elapsed().as_secs_f64() * 1e3;
        let ports = self.ports.as_mut().ok_or(Gone)?;
        let limit_ms = PATIENCE_MS + PATIENCE_TIMES * own_ms;
        let limit = pin!(async {
            for _ in 0..PATIENCE_TURNS {
                TimeoutFuture::new((limit_ms / f64::from(PATIENCE_TURNS)) as u32).await;
            }
        });
        match select(pin!(ports.exchange(parts)), limit).await {
            Either::Left((exchanged, _)) => exchanged,
            Either::Right(_) => Err(Gone),
        }
    }
}
