//! A visit in memory: carries the machine's commands out on a storage, a service, a trainer and a clock
//! that the test holds in its hand.
//!
//! Files, storage and work are answered at once, unless the test holds them back ([`Visit::held`]) to
//! let something else happen first. What the service and the trainer answer, and when, is the test's to
//! say.

use hindcast::lab::command::{
    Change, Command, Download, FileId, Key, Record, RequestId, SmallRecord, Store, StoreAction,
    StoreOutcome, Wake,
};
use hindcast::lab::event::{Secret, SmallRecords, TrainerSaid};
use hindcast::lab::intention::GivenFile;
use hindcast::lab::pool::{Hardware, TrainerId};
use hindcast::lab::{Event, Intention, Lab, Now, Work};
use hindcast::lstm::layout::Layout;
use hindcast::market::alpha_vantage::TransportError;
use hindcast::market::price_file::{UnpackError, Unpacked};
use hindcast::protocol::{
    DeviceKind, DeviceReason, DeviceReport, EpochReport, FromTrainer, ToTrainer, TrainedModel,
    TrainingJob,
};
use hindcast::report::{Report, Sentences};
use std::collections::VecDeque;

/// 2026-01-15, a Thursday, at noon UTC.
pub const START_UNIX_MS: f64 = 1_768_478_400_000.0;

pub struct Visit {
    pub lab: Lab,
    pub now: Now,
    /// Leave the answers to these for [`Visit::settle`].
    pub held: Held,
    /// Everything that was ordered, in order.
    pub ordered: Vec<Command>,
    waiting: VecDeque<Command>,
    pub storage: Storage,
    pub small: SmallRecords,
    /// Requests that are not answered yet, with their addresses.
    pub requests: Vec<(RequestId, String)>,
    files: Vec<(FileId, Option<Vec<u8>>)>,
    /// What the next packed file gives; `None`: the unpacker does not load.
    pub unpacked: Option<Result<Unpacked, UnpackError>>,
    timers: Vec<(f64, Wake)>,
    /// Orders to the trainer, and the state sent with the last one.
    pub orders: Vec<ToTrainer>,
    pub sent_state: Option<Vec<u8>>,
    /// Which trainer was given which run.
    pub trainers: Vec<(u32, TrainerId)>,
    /// Trainers that were ended.
    pub ended: Vec<TrainerId>,
    pub downloads: Vec<Download>,
    pub address: String,
}

#[derive(Debug, Clone, Copy, Default)]
pub struct Held {
    pub files: bool,
    pub storage: bool,
    pub work: bool,
}

/// The device's database. `None`: there is none.
#[derive(Debug, Clone)]
pub struct Storage(pub Option<Vec<(Store, Key, Record)>>);

impl Default for Storage {
    fn default() -> Self {
        Self(Some(Vec::new()))
    }
}

impl Storage {
    pub fn all(&self, store: Store) -> Vec<(Key, Record)> {
        let records = self.0.iter().flatten().filter(|(of, ..)| *of == store);
        let mut all: Vec<_> = records
            .map(|(_, key, record)| (key.clone(), record.clone()))
            .collect();
        all.sort_by(|one, other| one.0.partial_cmp(&other.0).unwrap());
        all
    }

    fn change(&mut self, changes: Vec<Change>) -> bool {
        let Some(records) = &mut self.0 else {
            return false;
        };
        for (store, key, record) in changes {
            records.retain(|(of, at, _)| *of != store || *at != key);
            if let Some(record) = record {
                records.push((store, key, record));
            }
        }
        true
    }

    fn carry_out(&mut self, action: StoreAction) -> StoreOutcome {
        let there = self.0.is_some();
        match action {
            StoreAction::Read(store, key) => StoreOutcome::Read(there.then(|| {
                let found = self.all(store).into_iter().find(|(at, _)| *at == key);
                found.map(|(_, record)| record)
            })),
            StoreAction::Keys(store) => StoreOutcome::Keys(
                there.then(|| self.all(store).into_iter().map(|(key, _)| key).collect()),
            ),
            StoreAction::All(store) => StoreOutcome::All(there.then(|| self.all(store))),
            StoreAction::Change(changes) => StoreOutcome::Changed(self.change(changes)),
            StoreAction::Clear => {
                if let Some(records) = &mut self.0 {
                    records.clear();
                }
                StoreOutcome::Changed(there)
            }
        }
    }
}

impl Visit {
    /// The page opened with this fragment, on a device that keeps nothing yet.
    pub fn open(fragment: &str) -> Self {
        Self::open_on(fragment, Storage::default(), SmallRecords::default())
    }

    /// The page opened on a device that an earlier visit left so.
    pub fn open_on(fragment: &str, storage: Storage, small: SmallRecords) -> Self {
        Self::open_holding(Held::default(), fragment, storage, small)
    }

    /// The page opened on a machine with so many cores.
    pub fn open_with_cores(cores: usize, fragment: &str) -> Self {
        let hardware = Hardware {
            cores,
            ..Hardware::default()
        };
        let (storage, small) = (Storage::default(), SmallRecords::default());
        Self::open_as(Held::default(), fragment, storage, small, hardware)
    }

    /// The same, with the answers to these left for [`Visit::settle`] from the beginning.
    pub fn open_holding(held: Held, fragment: &str, storage: Storage, small: SmallRecords) -> Self {
        Self::open_as(held, fragment, storage, small, Hardware::default())
    }

    fn open_as(
        held: Held,
        fragment: &str,
        storage: Storage,
        small: SmallRecords,
        hardware: Hardware,
    ) -> Self {
        let mut visit = Self {
            lab: Lab::new(),
            now: Now {
                unix_ms: START_UNIX_MS,
                steady_ms: 1_000.0,
                utc_offset_minutes: 0,
            },
            held,
            ordered: Vec::new(),
            waiting: VecDeque::new(),
            storage,
            small: small.clone(),
            requests: Vec::new(),
            files: Vec::new(),
            unpacked: None,
            timers: Vec::new(),
            orders: Vec::new(),
            sent_state: None,
            trainers: Vec::new(),
            ended: Vec::new(),
            downloads: Vec::new(),
            address: fragment.to_owned(),
        };
        visit.happen(Event::Opened {
            fragment: fragment.to_owned(),
            stored: small,
            hardware,
        });
        visit
    }

    /// Something happens; what it leads to is carried out.
    pub fn happen(&mut self, event: Event) {
        let commands = self.lab.apply(event, self.now);
        self.ordered.extend(commands.iter().cloned());
        self.waiting.extend(commands);
        self.carry_out(self.held);
    }

    pub fn want(&mut self, intention: Intention) {
        self.happen(Event::Wanted(intention));
    }

    /// Carries out what was held back, and all that follows from it.
    pub fn settle(&mut self) {
        self.held = Held::default();
        self.carry_out(self.held);
    }

    /// The work that is held back, which will be done all the same.
    pub fn waiting_work(&self) -> Work {
        let works = self.waiting.iter();
        let mut works = works.filter_map(|command| match command {
            Command::Do(work) => Some(work.clone()),
            _ => None,
        });
        works.next().expect("no work is held back")
    }

    /// Gives the visitor a file, as dropped or chosen.
    pub fn file(&mut self, name: &str, bytes: impl Into<Vec<u8>>) -> GivenFile {
        let bytes = bytes.into();
        let size = bytes.len() as u64;
        let id = FileId(self.files.len() as u32 + 1);
        self.files.push((id, Some(bytes)));
        GivenFile::whole(id, name.to_owned(), size)
    }

    /// A file that cannot be read.
    pub fn unreadable_file(&mut self, name: &str) -> GivenFile {
        let id = FileId(self.files.len() as u32 + 1);
        self.files.push((id, None));
        GivenFile::whole(id, name.to_owned(), 10)
    }

    /// The service answers the oldest request.
    pub fn answer(&mut self, body: &str) {
        self.reply(Ok(body.to_owned()));
    }

    pub fn reply(&mut self, reply: Result<String, TransportError>) {
        assert!(!self.requests.is_empty(), "nobody asked");
        let (request, _) = self.requests.remove(0);
        let requests = self.small.requests.clone();
        self.happen(Event::Fetched {
            request,
            reply: reply.map(Secret),
            requests,
        });
    }

    /// Time passes; who wanted to be woken is, in order.
    pub fn pass(&mut self, ms: f64) {
        let end = self.now.steady_ms + ms;
        loop {
            let due = self
                .timers
                .iter()
                .enumerate()
                .filter(|(_, (at, _))| *at <= end);
            let next = due.min_by(|(_, (one, _)), (_, (other, _))| one.total_cmp(other));
            let Some((place, _)) = next else { break };
            let (at, wake) = self.timers.remove(place);
            self.move_clock(at.max(self.now.steady_ms));
            self.happen(Event::Woken(wake));
        }
        self.move_clock(end);
    }

    fn move_clock(&mut self, steady_ms: f64) {
        self.now.unix_ms += steady_ms - self.now.steady_ms;
        self.now.steady_ms = steady_ms;
    }

    fn carry_out(&mut self, held: Held) {
        let mut later = VecDeque::new();
        while let Some(command) = self.waiting.pop_front() {
            let is_held = match &command {
                Command::ReadFile(_) | Command::Unpack { .. } => held.files,
                Command::Store { .. } => held.storage,
                Command::Do(_) => held.work,
                _ => false,
            };
            if is_held {
                later.push_back(command);
                continue;
            }
            if let Some(event) = self.answer_to(command) {
                let commands = self.lab.apply(event, self.now);
                self.ordered.extend(commands.iter().cloned());
                self.waiting.extend(commands);
            }
        }
        self.waiting = later;
    }

    fn answer_to(&mut self, command: Command) -> Option<Event> {
        match command {
            Command::Fetch { request, url } => {
                self.requests.push((request, url.expose().to_owned()));
                None
            }
            Command::ReadFile(file) => {
                let bytes = self.files.iter().find(|(id, _)| *id == file)?.1.clone();
                Some(Event::FileRead { file, bytes })
            }
            Command::Unpack { file, .. } => {
                let outcome = self.unpacked.take();
                Some(Event::Unpacked { file, outcome })
            }
            Command::Store { action, purpose } => {
                let outcome = self.storage.carry_out(action);
                Some(Event::Stored { purpose, outcome })
            }
            Command::Remember { name, value } => {
                match name {
                    SmallRecord::Requests => self.small.requests = value,
                    SmallRecord::RecentSymbols => self.small.recent_symbols = value,
                }
                None
            }
            Command::RememberKey(key) => {
                self.small.api_key = key.map(|key| key.expose().to_owned());
                None
            }
            Command::Do(work) => Some(Event::WorkDone(work.run())),
            Command::Send(trainer, order) => {
                if let ToTrainer::Train { run, .. } = order {
                    self.trainers.push((run, trainer));
                }
                self.orders.push(order);
                None
            }
            Command::EndTrainer(trainer) => {
                self.ended.push(trainer);
                None
            }
            Command::SendWithState { order, state } => {
                self.orders.push(order);
                self.sent_state = Some(state);
                None
            }
            Command::ReplaceTrainer(crash) => {
                Some(Event::Trainer(TrainerId::OWN, TrainerSaid::Crashed(crash)))
            }
            Command::Wake { after_ms, wake } => {
                self.timers.push((self.now.steady_ms + after_ms, wake));
                None
            }
            Command::WriteAddress(fragment) => {
                self.address = fragment;
                None
            }
            Command::CopyLink { fragment } => {
                let link = format!("https://example.org/#{fragment}");
                Some(Event::Copied { link, done: true })
            }
            Command::Download(download) => {
                self.downloads.push(download);
                None
            }
            Command::DownloadReport(report) => {
                self.downloads
                    .push(report.download(|run| Report::new(run, Sentences::default())));
                None
            }
            Command::DownloadRunCard { .. } | Command::Focus(_) | Command::ForgetRequests => None,
        }
    }

    /// The job of the last order to train, and its run.
    pub fn job(&self) -> (u32, TrainingJob) {
        let mut jobs = self.jobs();
        jobs.pop().expect("nothing was ordered to be trained")
    }

    /// All orders to train, oldest first: run and job.
    pub fn jobs(&self) -> Vec<(u32, TrainingJob)> {
        let jobs = self.orders.iter().filter_map(|order| match order {
            ToTrainer::Train { run, job, .. } => Some((*run, (**job).clone())),
            _ => None,
        });
        jobs.collect()
    }

    fn job_of(&self, run: u32) -> TrainingJob {
        let found = self.jobs().into_iter().find(|(of, _)| *of == run);
        found.expect("this run was ordered").1
    }

    pub fn say(&mut self, word: FromTrainer) {
        self.happen(Event::Trainer(TrainerId::OWN, TrainerSaid::Message(word)));
    }

    /// The trainer begins the last job, on the CPU.
    pub fn begin(&mut self) -> u32 {
        let (run, _) = self.job();
        self.begin_run(run);
        run
    }

    /// A trainer begins this run, on the CPU.
    pub fn begin_run(&mut self, run: u32) {
        self.say(FromTrainer::Started { run, device: cpu() });
    }

    /// The trainer finishes an epoch of the last job.
    pub fn epoch(&mut self, epoch: usize) {
        let (run, _) = self.job();
        self.epoch_of(run, epoch);
    }

    /// A trainer finishes an epoch of this run.
    pub fn epoch_of(&mut self, run: u32, epoch: usize) {
        let job = self.job_of(run);
        let report = EpochReport {
            epoch,
            train_loss: 1.0 / epoch as f64,
            validation_loss: 1.1 / epoch as f64,
            learning_rate: job.optimizer.learning_rate,
            ms: 10.0,
            steps: job.train_rows.len().div_ceil(job.batch),
            weight_norm: Some(1.0),
            gradient_norm: Some(1.0),
        };
        self.say(FromTrainer::Epoch { run, report });
    }

    /// The trainer trains the last job to its end.
    pub fn finish(&mut self) {
        let (run, job) = self.job();
        self.finish_with(run, model(&job, job.epochs));
    }

    /// A trainer trains this run to its end, to a network that forecasts in a way of its job's own.
    pub fn finish_run(&mut self, run: u32) {
        let job = self.job_of(run);
        let mut model = model(&job, job.epochs);
        let parameters = model.parameters.len();
        let own = job.seed as f32 + (job.train_rows.len() + job.window + parameters) as f32;
        for (row, predicted) in model.predictions.iter_mut().enumerate() {
            *predicted = 0.05 * (own * row as f32).sin();
        }
        self.finish_with(run, model);
    }

    fn finish_with(&mut self, run: u32, model: TrainedModel) {
        self.begin_run(run);
        for epoch in 1..=self.job_of(run).epochs {
            self.epoch_of(run, epoch);
        }
        self.say(FromTrainer::Finished { run, model });
    }

    /// The trainer follows the order to stop after `epochs` epochs.
    pub fn stop_after(&mut self, epochs: usize) {
        let (run, job) = self.job();
        self.say(FromTrainer::Stopped {
            run,
            model: model(&job, epochs),
        });
    }
}

pub fn cpu() -> DeviceReport {
    DeviceReport {
        kind: DeviceKind::Cpu,
        adapter: "test".to_owned(),
        reason: DeviceReason::CpuChosen,
    }
}

/// A network that forecasts the scaled target's zero on every row.
pub fn model(job: &TrainingJob, epochs: usize) -> TrainedModel {
    let rows = job.targets.len() / job.network.outputs;
    let steps = job.train_rows.len().div_ceil(job.batch) * epochs;
    TrainedModel {
        predictions: vec![0.0; rows + 1],
        paths: vec![0.0; job.path_rows.len() * job.horizon],
        best_epoch: epochs,
        total_ms: 10.0 * epochs as f64,
        steps,
        ms_per_step: 1.0,
        dispatches_per_step: None,
        parameters: vec![0.0; Layout::new(&job.network, job.window).len()],
    }
}
