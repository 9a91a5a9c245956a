//! Carries the lab's commands out and brings back what came of them. Decides nothing: whatever depends
//! on what is on the screen is [`Lab::apply`]'s to decide.

mod fetch;
mod storage;
mod trainer;

use self::storage::Database;
use self::trainer::Trainer;
use super::browser;
use super::deferred::{Deferred, Part};
use super::language;
use crate::lab::command::{Command, Download, FileId, SmallRecord};
use crate::lab::event::{Secret, SmallRecords, TrainerSaid};
use crate::lab::intention::GivenFile;
use crate::lab::{Event, Intention, Lab, Now, Outcome, Work};
use crate::market::price_file::is_foreign;
use crate::text::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::VecDeque;

/// Names in `localStorage`.
const API_KEY: &str = "hindcast.api-key";
const REQUESTS: &str = "hindcast.requests";
const RECENT_SYMBOLS: &str = "hindcast.recent-symbols";

/// When the browser's list of requests is emptied once more.
const LATE_NOTE_MS: u32 = 1_000;

/// Work that follows other work begins in the same task while that is younger than this. Most price
/// files are read within one task: between two, the browser would paint a page with nothing new on it.
const TASK_MS: f64 = 12.0;

/// The lab and the world around it. A handle, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Machine {
    pub lab: RwSignal<Lab>,
    deferred: Deferred,
    database: Database,
    trainer: StoredValue<Option<Trainer>, LocalStorage>,
    /// Files that were given and are not read yet, by their number.
    files: StoredValue<Vec<web_sys::File>, LocalStorage>,
    work: StoredValue<WorkQueue, LocalStorage>,
}

#[derive(Debug, Default)]
struct WorkQueue {
    waiting: VecDeque<Work>,
    /// A task that works the queue off is under way or ordered.
    working: bool,
}

impl Machine {
    pub fn new(deferred: Deferred) -> Self {
        let machine = Self {
            lab: RwSignal::new(Lab::new()),
            deferred,
            database: Database::new(),
            trainer: StoredValue::new_local(None),
            files: StoredValue::new_local(Vec::new()),
            work: StoredValue::new_local(WorkQueue::default()),
        };
        let trainer = Trainer::new(move |said| machine.happen(Event::Trainer(said)));
        machine.trainer.set_value(Some(trainer));
        machine
    }

    /// Opens the visit with what the address says and the device keeps.
    pub fn open(self) {
        let stored = SmallRecords {
            api_key: small_record(API_KEY),
            requests: small_record(REQUESTS),
            recent_symbols: small_record(RECENT_SYMBOLS),
        };
        let fragment = browser::fragment();
        self.happen(Event::Opened { fragment, stored });
    }

    /// Starts the worker, so that its engine loads while the visitor reads.
    pub fn start_trainer(self) {
        self.with_trainer(Trainer::start);
    }

    pub fn intend(self, intention: Intention) {
        self.happen(Event::Wanted(intention));
    }

    /// Holds a file for the lab, which asks for its bytes where it wants them.
    pub fn given(self, file: web_sys::File) -> GivenFile {
        let (name, size) = (file.name(), file.size() as u64);
        let mut number = 0;
        self.files.update_value(|files| {
            number = files.len() as u32;
            files.push(file);
        });
        GivenFile {
            id: FileId(number),
            name,
            size,
        }
    }

    /// Something happened: the lab takes it in, and what it orders is done.
    pub fn happen(self, event: Event) {
        let mut commands = Vec::new();
        self.lab.update(|lab| commands = lab.apply(event, now()));
        for command in commands {
            self.carry_out(command);
        }
    }

    fn carry_out(self, command: Command) {
        match command {
            Command::Fetch { request, url } => spawn_local(async move {
                let reply = fetch::get_text(url.expose()).await.map(Secret);
                let requests = small_record(REQUESTS);
                self.happen(Event::Fetched {
                    request,
                    reply,
                    requests,
                });
            }),
            Command::ReadFile(file) => spawn_local(async move {
                let held = self
                    .files
                    .with_value(|files| files.get(file.0 as usize).cloned());
                let bytes = match held {
                    Some(held) => browser::bytes_of(&held).await,
                    None => None,
                };
                let bytes = match bytes {
                    // Only the browser knows such an encoding. Work waits for the same part.
                    Some(bytes) if is_foreign(&bytes) => match self.deferred.load_part().await {
                        Some(part) => Some((part.in_utf8)(bytes)),
                        None => Some(bytes),
                    },
                    bytes => bytes,
                };
                self.happen(Event::FileRead { file, bytes });
            }),
            Command::Store { action, purpose } => spawn_local(async move {
                let outcome = self.database.carry_out(action).await;
                self.happen(Event::Stored { purpose, outcome });
            }),
            Command::Remember { name, value } => {
                let name = match name {
                    SmallRecord::Requests => REQUESTS,
                    SmallRecord::RecentSymbols => RECENT_SYMBOLS,
                };
                // Where nothing can be kept, the tab remembers.
                keep_small_record(name, value.as_deref());
            }
            Command::RememberKey(key) => {
                let key = key.as_ref().map(|key| key.expose());
                if !keep_small_record(API_KEY, key) {
                    self.intend(Intention::KeyNotRemembered);
                }
            }
            Command::Do(work) => self.queue(work),
            // Writing a long job as JSON is a task of its own; the screen answers first. Orders keep
            // their order.
            Command::Send(order) => later(move || {
                self.with_trainer(|trainer| trainer.send(order, None));
            }),
            Command::SendWithState { order, state } => later(move || {
                self.with_trainer(|trainer| trainer.send(order, Some(state)));
            }),
            Command::ReplaceTrainer(crash) => {
                self.with_trainer(Trainer::restart);
                self.happen(Event::Trainer(TrainerSaid::Crashed(crash)));
            }
            Command::Wake { after_ms, wake } => {
                let after_ms = after_ms.max(0.0).ceil() as u32;
                gloo_timers::callback::Timeout::new(after_ms, move || {
                    self.happen(Event::Woken(wake));
                })
                .forget();
            }
            Command::WriteAddress(fragment) => browser::replace_fragment(&fragment),
            Command::CopyLink { fragment } => spawn_local(async move {
                let link = browser::address_with(&fragment);
                let done = browser::copy_text(&link).await;
                self.happen(Event::Copied { link, done });
            }),
            Command::Download(download) => self.save(Some(download)),
            Command::DownloadReport(report) => spawn_local(async move {
                // A report is English, whatever the page speaks.
                let english = language::load(Language::English).await;
                let part = self.deferred.part_untracked().filter(|_| english);
                self.save(part.map(|part| (part.report)(&report)));
            }),
            Command::DownloadRunCard { name } => {
                let part = self.deferred.part_untracked();
                let card = part.and_then(|part| self.lab.with_untracked(part.run_card));
                self.save(card.map(|card| Download {
                    name,
                    mime: "text/markdown",
                    bytes: card.into_bytes(),
                }));
            }
            Command::Focus(id) => browser::focus_when_there(id),
            Command::ForgetRequests => {
                browser::clear_request_timings();
                // A browser may note a request only some time after its answer was read.
                gloo_timers::callback::Timeout::new(LATE_NOTE_MS, browser::clear_request_timings)
                    .forget();
            }
        }
    }

    /// Offers a file to the visitor; `None` could not be written.
    fn save(self, file: Option<Download>) {
        let saved = file.map(|file| browser::download(&file.name, file.mime, &file.bytes));
        if !matches!(saved, Some(Ok(()))) {
            self.happen(Event::DownloadFailed);
        }
    }

    fn with_trainer(self, act: impl FnOnce(&Trainer)) {
        self.trainer.with_value(|trainer| trainer.as_ref().map(act));
    }

    /// Does the work in a task to come.
    fn queue(self, work: Work) {
        let mut idle = false;
        self.work.update_value(|queue| {
            queue.waiting.push_back(work);
            idle = !std::mem::replace(&mut queue.working, true);
        });
        if idle {
            later(move || self.work_off());
        }
    }

    fn work_off(self) {
        let began = browser::now_ms();
        loop {
            let mut next = None;
            self.work.update_value(|queue| {
                next = queue.waiting.pop_front();
                queue.working = next.is_some();
            });
            let Some(work) = next else { return };
            match self.deferred.part_untracked() {
                Some(part) => self.happen(Event::WorkDone(measured(part, work))),
                None => return self.work_when_loaded(work),
            }
            if browser::now_ms() - began >= TASK_MS {
                return later(move || self.work_off());
            }
        }
    }

    /// The part of the page that works is still to come.
    fn work_when_loaded(self, work: Work) {
        spawn_local(async move {
            let event = match self.deferred.load_part().await {
                Some(part) => Event::WorkDone(measured(part, work)),
                None => Event::WorkNotDone(work),
            };
            self.happen(event);
            later(move || self.work_off());
        });
    }
}

fn measured(part: &Part, work: Work) -> Outcome {
    browser::measured(work.name(), || (part.work)(work))
}

fn now() -> Now {
    Now {
        unix_ms: js_sys::Date::now(),
        steady_ms: browser::now_ms(),
        // JavaScript counts from local time to UTC.
        utc_offset_minutes: -(js_sys::Date::new_0().get_timezone_offset() as i32),
    }
}

fn small_record(name: &str) -> Option<String> {
    browser::storage()?.get_item(name).ok().flatten()
}

/// False where the browser does not keep it.
fn keep_small_record(name: &str, value: Option<&str>) -> bool {
    let Some(storage) = browser::storage() else {
        return value.is_none();
    };
    match value {
        Some(value) => storage.set_item(name, value).is_ok(),
        None => storage.remove_item(name).is_ok(),
    }
}

/// Runs in a task of its own, after this one.
fn later(act: impl FnOnce() + 'static) {
    gloo_timers::callback::Timeout::new(0, act).forget();
}
