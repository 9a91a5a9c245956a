//! The visit as one pure machine: what happens comes in as an [`Event`], what is to be done goes out as
//! [`Command`]s. Nothing here knows a browser, a clock, a source of chance or words.
//!
//! ```text
//! visitor ─ Intention ─┐                              ┌─► fetch, read, keep, download, wake me
//! trainer ─ its words ─┼─► Lab::apply(event, now) ────┼─► orders to the trainer
//! world   ─ answers ───┘        │                     └─► work: what is too long for one task
//!                               └─► the state that the page shows
//! ```
//!
//! An answer names what it answers (a load, a run, a [`Purpose`](command::Purpose)), so an answer that comes late, after
//! the visitor went on to something else, is dropped here and nowhere else. Work that would keep the page
//! from answering (reading a file, scoring a network) is a command too: [`Work`] is plain data with one
//! function that does it, which the page calls in a task of its own and a test calls at once.
//!
//! # Layout
//!
//! | file | what it decides |
//! |---|---|
//! | [`event`], [`intention`], [`command`], [`work`], [`notice`] | the machine's vocabulary |
//! | `file`, `store`, `secret`, `download`, `to_write` | the plain data that it is made of |
//! | [`lease`], [`pool`] | who has the trainer, and how many a study has |
//! | [`run`] | the run on the screen: prices, settings, training, results |
//! | `at_once` | what is shown of an event before the code that takes it in has loaded |
//! | `address` | opening the page, links, following the address |
//! | `lessons` | a lesson's own experiment, and giving the visitor's back |
//! | [`prices`] | worlds, Alpha Vantage, files, splits |
//! | `training`, `recipes`, `studies`, `seal`, `model` | everything that orders the trainer about |
//! | [`paying`] | what the results would have paid |
//! | [`looking`] | the best of several runs, all looks counted |
//! | [`records`], `journal` | what outlives the visit |
//! | `downloads` | files to take home |

pub mod command;
pub mod event;
pub mod intention;
pub mod lease;
pub mod looking;
pub mod notice;
pub mod paying;
pub mod pool;
pub mod prices;
pub mod records;
pub mod run;
pub mod to_write;
pub mod work;

pub mod address;
mod at_once;
mod download;
mod downloads;
mod file;
mod journal;
mod lessons;
mod model;
mod recipes;
mod seal;
mod secret;
pub mod several;
mod store;
pub mod studies;
pub mod training;

pub use command::Command;
pub use event::{Event, Now};
pub use intention::Intention;
pub use lease::{Lease, RecipePair};
pub use notice::{Message, Notice, NoticeKind, Offer};
pub use records::Interrupted;
pub use run::{Phase, Run};
pub use work::{Outcome, Work};

use crate::experiment::Experiment;
use crate::guide::GuideLink;
use crate::journal::Journal;
use crate::market::Prices;
use crate::market::price_file::{UnpackError, Unpacked};
use crate::model_file::opened::OpenedModel;
use crate::protocol::Stretch;
use crate::session::Session;
use crate::study::{Progress as StudyProgress, Studies};
use std::sync::Arc;

/// Everything the page shows and decides by. Large parts are behind an `Arc`, so that the page sees a
/// change by its address.
#[derive(Debug)]
pub struct Lab {
    pub run: Run,
    pub lease: Lease,
    /// The visitor's machine.
    hardware: pool::Hardware,
    /// As many trainers as the address wants a study to have.
    workers: Option<usize>,
    /// Where prices come from, and what is known of it.
    pub prices: prices::PriceSources,
    /// An experiment whose prices are not there yet; with `autorun` it is trained as soon as they are.
    pub pending: Option<Experiment>,
    /// The lesson and the hidden parts that the address carries.
    pub link: GuideLink,
    /// What comes back after the lesson.
    own: Option<lessons::Own>,
    /// What stands in the address behind `#`.
    address: String,
    /// What could not be used of it. Until the visitor does something it is said with whatever else is.
    complaint: Option<Message>,
    /// What became of the last "Copy link".
    pub copied: address::CopyOutcome,
    /// The prices that the current or last training used: what is loaded may change meanwhile.
    pub trained_prices: Option<Arc<Prices>>,
    /// How far the training under way was sent.
    pub stretch: Stretch,
    /// The run and its entry in the list of runs, where it was paused by such an order.
    pub stepped: Option<(u32, u32)>,
    /// A network that is opened and whose prices are not there yet.
    pub waiting_model: Option<Arc<OpenedModel>>,
    /// The file that is being read as a network.
    model_file_awaited: Option<intention::GivenFile>,
    /// The runs of this visit, and those of earlier ones that are kept.
    pub session: Arc<Session>,
    pub studies: Studies,
    /// Files that were brought together, for one of them.
    pub several: several::Several,
    /// Counts what changed in them that is worth showing; where a training stands has a place of its own.
    pub studies_changes: u32,
    /// Of the study that runs.
    pub study_progress: Option<StudyProgress>,
    /// When that was taken.
    study_shown_ms: f64,
    /// Trainings ordered so far, whoever they are for.
    last_training_id: u32,
    pub journal: Arc<Journal>,
    /// What some results would have paid; see [`Lab::paying`].
    paying: Option<paying::Paying>,
    /// The comparable runs together; see [`Lab::looking`].
    looking: Option<looking::Looking>,
    /// Questions asked of it so far.
    last_question: u32,
    /// What is kept on the device, and how far keeping has come.
    pub records: records::Records,
    /// The last file that was ordered to be saved.
    last_download: downloads::FileKind,
    now: Now,
    commands: Vec<Command>,
}

impl Lab {
    /// A visit that begins; [`Event::Opened`] comes first.
    pub fn new() -> Self {
        Self {
            run: Run::new(Experiment::default()),
            lease: Lease::default(),
            hardware: pool::Hardware::default(),
            workers: None,
            prices: prices::PriceSources::default(),
            pending: None,
            link: GuideLink::default(),
            own: None,
            address: String::new(),
            complaint: None,
            copied: address::CopyOutcome::None,
            trained_prices: None,
            stretch: Stretch::ToTheEnd,
            stepped: None,
            waiting_model: None,
            model_file_awaited: None,
            session: Arc::default(),
            studies: Studies::default(),
            several: several::Several::default(),
            studies_changes: 0,
            study_progress: None,
            study_shown_ms: 0.0,
            last_training_id: 0,
            journal: Arc::default(),
            paying: None,
            looking: None,
            last_question: 0,
            records: records::Records::default(),
            last_download: downloads::FileKind::default(),
            now: Now::default(),
            commands: Vec::new(),
        }
    }

    /// Takes in what happened, and says what is to be done about it, in this order.
    pub fn apply(&mut self, event: Event, now: Now) -> Vec<Command> {
        self.now = now;
        match event {
            Event::Opened {
                fragment,
                stored,
                hardware,
            } => self.opened(&fragment, stored, hardware),
            Event::AddressChanged { fragment } => self.address_changed(&fragment),
            Event::Wanted(intention) => {
                self.complaint = None;
                self.act(intention);
            }
            Event::Trainer(trainer, said) => self.trainer_said(trainer, said),
            Event::Fetched {
                request,
                reply,
                requests,
            } => self.fetched(request, reply, requests),
            Event::FileRead { file, bytes } => self.file_read(file, bytes),
            Event::Unpacked { file, outcome } => self.file_unpacked(file, outcome),
            Event::Stored { purpose, outcome } => self.stored(purpose, outcome),
            Event::WorkDone(outcome) => self.work_done(outcome),
            Event::Woken(wake) => self.woken(wake),
            Event::Copied { link, done } => self.link_copied(link, done),
            Event::DownloadFailed => self.download_failed(),
        }
        self.give_own_back();
        self.settle_other();
        self.follow_prices();
        self.keep_address();
        std::mem::take(&mut self.commands)
    }

    /// What a visitor wants; each area takes its own.
    fn act(&mut self, intention: Intention) {
        use Intention as I;
        match intention {
            I::LoadWorld(_)
            | I::ChangeWorld(_)
            | I::OpenPrices(_)
            | I::DropFiles(_)
            | I::CorrectImport(_)
            | I::UseImport
            | I::ChooseHistory(_)
            | I::DiscardImport
            | I::AdjustSplits(_)
            | I::LeaveOutOdd(_)
            | I::CorrectOdd(_)
            | I::LoadPrices { .. }
            | I::TryDemo
            | I::ForgetKey
            | I::KeyNotRemembered
            | I::Refresh
            | I::KeepAsOther
            | I::RemoveOther
            | I::SearchSymbol { .. }
            | I::CloseSearch
            | I::Accept(_) => self.act_on_prices(intention),
            I::ChangeSettings(settings) => self.change_settings(settings),
            I::SealLastDays(sealed) => self.seal_last_days(sealed),
            I::StartLesson { lesson, step } => self.start_lesson(lesson, step),
            I::LeaveLesson => self.leave_lesson(),
            I::ShowHidden => self.link.hidden.clear(),
            I::CopyLink => self.copy_link(),
            I::CopyLessonLink(link) => self.copy_lesson_link(&link),
            I::RestoreRun(number) => self.restore(number),
            I::DismissNotice => self.run.dismiss_notice(),
            I::Train => self.train(),
            I::Stop => self.stop(),
            I::Resume => self.resume(Stretch::ToTheEnd),
            I::Advance(stretch) => self.advance(stretch),
            I::SetLearningRate(rate) => self.set_learning_rate(rate),
            I::RunBothRecipes => self.run_both(),
            I::RunWalkForward { folds, span } => self.run_walk_forward(folds, span),
            I::RepeatSeeds { seeds, partner } => self.repeat_seeds(seeds, partner),
            I::NameSymbols(typed) => self.name_symbols(&typed),
            I::TrainAllCells => self.train_all_cells(),
            I::RunSeveral(choice) => self.run_several(choice),
            I::CancelStudy => self.cancel_study(),
            I::OpenSeal => self.open_seal(),
            I::OpenModel(file) => self.open_model_file(file),
            I::LeaveModel => self.leave_model(),
            I::ForgetCopies => self.forget_everything_kept(),
            I::ShowRun(number) => self.show_run(number),
            I::PinRun(number) => self.pin_run(number),
            I::DeleteRun(number) => self.delete_run(number),
            I::CompareRun(number) => Arc::make_mut(&mut self.session).toggle_compared(number),
            I::CloseComparison => Arc::make_mut(&mut self.session).compare(None),
            I::ResumeInterrupted => self.resume_interrupted(),
            I::DiscardInterrupted => self.discard_interrupted(),
            I::CountLooks => self.count_looks(),
            I::AskWhatItWouldPay { cost } => self.ask_what_it_would_pay(cost),
            I::KeepForecast => self.keep_forecast(),
            I::DeleteForecast(kept_ms) => self.delete_forecast(kept_ms),
            I::DownloadReport => self.download_report(),
            I::TakeHome(keepsake) => self.take_home(keepsake),
        }
    }

    fn file_read(&mut self, file: command::FileId, bytes: Option<Vec<u8>>) {
        // A model's file is the model's, a study's the study's; every other is of the prices to be shown.
        if self.awaits_model_file(file) {
            self.model_file_read(bytes);
        } else if self.awaits_history(file) {
            self.history_file_read(bytes);
        } else {
            self.price_file_read(file, bytes);
        }
    }

    fn file_unpacked(
        &mut self,
        file: command::FileId,
        outcome: Option<Result<Unpacked, UnpackError>>,
    ) {
        if self.awaits_history(file) {
            self.history_file_unpacked(outcome);
        } else {
            self.price_file_unpacked(file, outcome);
        }
    }

    fn stored(&mut self, purpose: command::Purpose, outcome: command::StoreOutcome) {
        match purpose {
            command::Purpose::Copies(step) => self.copies_stored(step, outcome),
            command::Purpose::Records(step) => self.records_stored(step, outcome),
        }
    }

    fn work_done(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Prices(outcome) => self.price_work_done(*outcome),
            Outcome::Training(outcome) => self.training_work_done(outcome),
            Outcome::Records(outcome) => self.record_work_done(outcome),
            Outcome::Paying(work) => self.go_on_paying(*work),
            Outcome::Looking(work) => self.go_on_looking(*work),
            Outcome::Several(work) => self.go_on_reading(*work),
        }
    }

    fn woken(&mut self, wake: command::Wake) {
        use command::Wake;
        match wake {
            Wake::Request(request) => self.request_due(request),
            Wake::StopPatience { run, asked_ms } => self.stop_patience_over(run, asked_ms),
            Wake::NextTraining => self.next_training(),
            Wake::CopiedShown => self.copied_shown(),
            Wake::LookForInterrupted { kept_at } => self.look_for_interrupted_again(kept_at),
        }
    }

    fn order(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Shows a notice in place of the one that stands.
    fn show(&mut self, notice: Notice) {
        let notice = self.with_complaint(notice);
        self.run.show(notice);
    }

    /// The notice, after what is still to be said of the address.
    fn with_complaint(&self, notice: Notice) -> Notice {
        let first = self.complaint.clone();
        Notice { first, ..notice }
    }

    fn notify(&mut self, kind: NoticeKind, message: impl Into<Message>) {
        self.show(Notice::new(kind, message));
    }
}

impl Default for Lab {
    fn default() -> Self {
        Self::new()
    }
}
