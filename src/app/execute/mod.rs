//! Carries the lab's commands out and brings back what came of them. Decides nothing: whatever depends
//! on what is on the screen is [`Lab::apply`]'s to decide.

mod fetch;
mod storage;
mod trainer;
mod unpacker;

use self::storage::Database;
use self::trainer::Trainer;
use super::machine::Machine;
use super::{browser, language, small_records, words};
use crate::forecast::odometer::open_prices;
use crate::lab::command::{Command, Download, SmallRecord};
use crate::lab::event::{Secret, TrainerSaid};
use crate::lab::pool::TrainerId;
use crate::lab::{Event, Intention, Lab, Now, Work};
use crate::market::price_file::{Unpacked, in_utf8};
use crate::model_file::stem;
use crate::report::FinishedRun;
use crate::text::Language;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{BTreeMap, VecDeque};
use std::rc::Rc;

/// When the browser's list of requests is emptied once more.
const LATE_NOTE_MS: u32 = 1_000;

/// Work that follows other work begins in the same task while that is younger than this. Most price
/// files are read within one task: between two, the browser would paint a page with nothing new on it.
const TASK_MS: f64 = 12.0;

/// The lab and the world around it. A handle, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Executor {
    machine: Machine,
    database: Database,
    trainers: StoredValue<BTreeMap<TrainerId, Trainer>, LocalStorage>,
    work: StoredValue<WorkQueue, LocalStorage>,
}

#[derive(Debug, Default)]
struct WorkQueue {
    waiting: VecDeque<Work>,
    /// A task that works the queue off is under way or ordered.
    working: bool,
}

impl Executor {
    /// Takes over the machine: what has happened to it, and what will.
    pub fn of(machine: Machine) -> Self {
        let executor = Self {
            machine,
            database: Database::new(),
            trainers: StoredValue::new_local(BTreeMap::new()),
            work: StoredValue::new_local(WorkQueue::default()),
        };
        machine.is_executed_by(Rc::new(move |event| executor.happen(event)));
        executor
    }

    /// Starts the worker, so that its engine loads while the visitor reads.
    pub fn start_trainer(self) {
        self.trainer(TrainerId::OWN).start();
    }

    /// Something happened: the lab takes it in, and what it orders is done.
    fn happen(self, event: Event) {
        let mut commands = Vec::new();
        let lab = self.machine.lab;
        lab.update(|lab| commands = lab.apply(event, now()));
        for command in commands {
            self.carry_out(command);
        }
    }

    fn carry_out(self, command: Command) {
        match command {
            Command::Fetch { request, url } => spawn_local(async move {
                let reply = fetch::get_text(url.expose()).await.map(Secret);
                let requests = small_records::read(small_records::REQUESTS);
                self.happen(Event::Fetched {
                    request,
                    reply,
                    requests,
                });
            }),
            Command::ReadFile(file) => spawn_local(async move {
                let bytes = match self.machine.file(file) {
                    Some(held) => browser::bytes_of(&held).await,
                    None => None,
                };
                // Only the browser knows an encoding other than UTF-8.
                let bytes = bytes.map(|bytes| in_utf8(bytes, browser::decoded));
                self.happen(Event::FileRead { file, bytes });
            }),
            Command::Unpack {
                file,
                name,
                place,
                bytes,
            } => spawn_local(async move {
                let mut outcome = unpacker::unpack(&name, &bytes, place).await;
                if let Some(Ok(Unpacked { bytes, .. })) = &mut outcome {
                    *bytes = in_utf8(std::mem::take(bytes), browser::decoded);
                }
                self.happen(Event::Unpacked { file, outcome });
            }),
            Command::Store { action, purpose } => spawn_local(async move {
                let outcome = self.database.carry_out(action).await;
                self.happen(Event::Stored { purpose, outcome });
            }),
            Command::Remember { name, value } => {
                let name = match name {
                    SmallRecord::Requests => small_records::REQUESTS,
                    SmallRecord::RecentSymbols => small_records::RECENT_SYMBOLS,
                };
                // Where nothing can be kept, the tab remembers.
                small_records::keep(name, value.as_deref());
            }
            Command::RememberKey(key) => {
                let key = key.as_ref().map(|key| key.expose());
                if !small_records::keep(small_records::API_KEY, key) {
                    self.happen(Event::Wanted(Intention::KeyNotRemembered));
                }
            }
            Command::Do(work) => self.queue(work),
            // Writing a long job as JSON is a task of its own; the screen answers first. Orders keep
            // their order.
            Command::Send(trainer, order) => browser::later(move || {
                self.trainer(trainer).send(order, None);
            }),
            Command::SendWithState { order, state } => browser::later(move || {
                self.trainer(TrainerId::OWN).send(order, Some(state));
            }),
            Command::ReplaceTrainer(crash) => {
                self.trainer(TrainerId::OWN).restart();
                self.happen(Event::Trainer(TrainerId::OWN, TrainerSaid::Crashed(crash)));
            }
            // In its place among the orders: one that came after it would start the trainer again.
            Command::EndTrainer(trainer) => browser::later(move || {
                let ended = self.trainers.try_update_value(|all| all.remove(&trainer));
                if let Some(trainer) = ended.flatten() {
                    trainer.end();
                }
            }),
            Command::Wake { after_ms, wake } => {
                let after_ms = after_ms.max(0.0).ceil() as u32;
                browser::after(after_ms, move || {
                    self.happen(Event::Woken(wake));
                });
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
                self.save(english.then(|| report.download(words::report::report)));
            }),
            Command::DownloadRunCard { name } => {
                let card = self.machine.lab.with_untracked(run_card);
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
                browser::after(LATE_NOTE_MS, browser::clear_request_timings);
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

    /// A handle to this trainer, whose worker starts with its first order.
    fn trainer(self, id: TrainerId) -> Trainer {
        let found = self.trainers.with_value(|all| all.get(&id).cloned());
        found.unwrap_or_else(|| {
            let trainer = Trainer::new(move |said| self.happen(Event::Trainer(id, said)));
            self.trainers.update_value(|all| {
                all.insert(id, trainer.clone());
            });
            trainer
        })
    }

    /// Does the work in a task to come.
    fn queue(self, work: Work) {
        let mut idle = false;
        self.work.update_value(|queue| {
            queue.waiting.push_back(work);
            idle = !std::mem::replace(&mut queue.working, true);
        });
        if idle {
            browser::later(move || self.work_off());
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
            let outcome = browser::measured(work.name(), || work.run());
            if browser::now_ms() - began >= TASK_MS {
                // What is shown of it is a task of its own.
                return browser::later(move || {
                    self.happen(Event::WorkDone(outcome));
                    browser::later(move || self.work_off());
                });
            }
            self.happen(Event::WorkDone(outcome));
        }
    }
}

fn now() -> Now {
    Now {
        unix_ms: js_sys::Date::now(),
        steady_ms: browser::now_ms(),
        // JavaScript counts from local time to UTC.
        utc_offset_minutes: -(js_sys::Date::new_0().get_timezone_offset() as i32),
    }
}

/// The run card of the results on the screen, where there are any.
fn run_card(lab: &Lab) -> Option<String> {
    let run = &lab.run;
    let (experiment, dataset) = run.trained.as_ref()?;
    // What is sealed stays here.
    let prices = open_prices(run.prices.as_ref()?, experiment.sealed);
    let shared = experiment.clone().without_autorun();
    let finished = FinishedRun {
        experiment,
        prices: &prices,
        dataset,
        device: run.device.as_ref()?,
        epochs: &run.epochs,
        model: run.model.as_ref()?,
        evaluation: run.evaluation.as_deref()?,
        opened: run.opened.as_ref().map(|opened| &opened.origin),
        rate_changes: &run.rate_changes,
    };
    let link = browser::address_with(&shared.to_fragment());
    Some(words::run_card::run_card(
        finished,
        &link,
        &stem(&prices.series),
    ))
}
