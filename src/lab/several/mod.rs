//! Several histories for one study: files that the visitor gave together, or symbols typed in a row, each read or
//! asked for when its turn comes. One that cannot be had says so in its row, and the others go on.

mod symbols;
mod work;

pub use symbols::Requests;
pub use work::SeveralWork;

use super::file::{FileId, GivenFile};
use super::intention::{PriceText, SeveralChoice};
use super::prices::PriceMessage;
use super::{Command, Lab, NoticeKind, Work};
use crate::forecast::seeds::seeds_from;
use crate::market::alpha_vantage::NoHistory;
use crate::market::price_file::{FileError, LARGEST_FILE_BYTES, UnpackError, Unpacked, is_packed};
use crate::market::{Prices, Series, file_name};
use crate::study::{MAX_SERIES, MIN_SERIES, NoScore, SeriesName, Study};
use std::sync::Arc;
use work::Step;

/// What was brought and named together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Several {
    /// What a study of files would be of now.
    pub files: Arc<[GivenFile]>,
    /// What a study of symbols would be of now.
    pub symbols: Arc<[String]>,
    /// What the one under way waits for, one after the other.
    of_study: Vec<Source>,
    /// Which of them is being read or asked for.
    awaited: Option<usize>,
    /// The service refused what it would refuse of any symbol: the study under way asks for no other.
    refused: bool,
}

/// Where a history of a study comes from.
#[derive(Debug, Clone, PartialEq)]
enum Source {
    File(GivenFile),
    Symbol(String),
}

impl Several {
    /// Whether the study under way may spend a request.
    pub(super) fn may_ask(&self) -> bool {
        !self.refused
    }

    /// Learns from why a history was not had.
    pub(super) fn learn(&mut self, why: &NoHistory) {
        self.refused |= why.is_of_any();
    }

    /// The file that is being read.
    fn awaited_file(&self) -> Option<&GivenFile> {
        match self.of_study.get(self.awaited?)? {
            Source::File(file) => Some(file),
            Source::Symbol(_) => None,
        }
    }
}

impl Lab {
    /// One file is opened; several wait for the visitor's word that they be studied together.
    pub(super) fn files_brought(&mut self, files: Vec<GivenFile>) {
        match files.len() {
            0 => self.notify(NoticeKind::Error, PriceMessage::NoFileDropped),
            1 => {
                if let Some(file) = files.into_iter().next() {
                    self.open_price_text(PriceText::File(file));
                }
            }
            _ => self.hold_for_study(files),
        }
    }

    /// Histories to be studied together, when the visitor wants it.
    pub(super) fn hold_for_study(&mut self, files: Vec<GivenFile>) {
        let count = files.len();
        if count > MAX_SERIES {
            return self.notify(NoticeKind::Error, PriceMessage::TooManyFiles(count));
        }
        if count >= MIN_SERIES {
            self.several.files = files.into();
            self.notify(NoticeKind::Info, PriceMessage::FilesHeld(count));
        }
    }

    pub(super) fn run_several(&mut self, choice: SeveralChoice) {
        let Several { files, symbols, .. } = &self.several;
        let sources: Vec<Source> = match choice {
            SeveralChoice::Seeds(_) => Vec::new(),
            SeveralChoice::Files => files.iter().cloned().map(Source::File).collect(),
            SeveralChoice::Symbols => symbols.iter().cloned().map(Source::Symbol).collect(),
        };
        let names = match choice {
            SeveralChoice::Seeds(count) => seeds_from(self.run.experiment.settings.seed, count)
                .map(SeriesName::Seed)
                .collect(),
            _ => (sources.iter())
                .map(|source| match source {
                    Source::File(file) => SeriesName::File(file_name(&file.name)),
                    Source::Symbol(symbol) => SeriesName::Symbol(symbol.clone()),
                })
                .collect(),
        };
        self.begin_study(|experiment, prices| Study::several(experiment, prices, names));
        if self.studies.wanted().is_some() {
            self.several.of_study = sources;
            self.several.refused = false;
        }
    }

    /// The study waits for the prices of one of its histories.
    pub(super) fn read_next_history(&mut self, number: usize) {
        if self.several.awaited.is_some() {
            return;
        }
        self.several.awaited = Some(number);
        match self.several.of_study.get(number).cloned() {
            Some(Source::File(file)) => self.read_file_of_study(file),
            Some(Source::Symbol(symbol)) => self.find_symbol(symbol),
            None => self.give_history(Err(NoScore::FileNotReadable)),
        }
    }

    fn read_file_of_study(&mut self, file: GivenFile) {
        // Before anything is read: a large file would first fill the memory.
        if file.size > LARGEST_FILE_BYTES as u64 {
            let bytes = usize::try_from(file.size).unwrap_or(usize::MAX);
            return self.give_history(Err(NoScore::File(FileError::TooLarge { bytes })));
        }
        self.order(Command::ReadFile(file.id));
    }

    pub(super) fn awaits_history(&self, file: FileId) -> bool {
        self.several.awaited_file().is_some_and(|it| it.id == file)
    }

    pub(super) fn history_file_read(&mut self, bytes: Option<Vec<u8>>) {
        match (self.several.awaited_file().cloned(), bytes) {
            (Some(file), Some(bytes)) if is_packed(&bytes) => self.order(Command::Unpack {
                file: file.id,
                name: file.name,
                place: file.packed,
                bytes,
            }),
            (Some(file), Some(bytes)) => {
                let name = file.name.clone();
                self.read_history(SeveralWork::new(file, name, bytes));
            }
            _ => self.give_history(Err(NoScore::FileNotReadable)),
        }
    }

    /// What came out of a packed file; `None` where what unpacks did not load.
    pub(super) fn history_file_unpacked(&mut self, outcome: Option<Result<Unpacked, UnpackError>>) {
        match (self.several.awaited_file().cloned(), outcome) {
            (Some(file), Some(Ok(Unpacked { name, bytes }))) => {
                self.read_history(SeveralWork::new(file, name, bytes));
            }
            (_, Some(Err(error))) => {
                self.give_history(Err(NoScore::File(FileError::Packed(error))));
            }
            _ => self.give_history(Err(NoScore::PartNotLoaded)),
        }
    }

    /// A step of reading a file is done: the next, or the end.
    pub(super) fn go_on_reading(&mut self, work: SeveralWork) {
        if self.several.awaited_file() != Some(&work.file) {
            return;
        }
        match work.step {
            Step::Read(prices) => self.give_history(prices.map(|prices| *prices)),
            _ => self.read_history(work),
        }
    }

    fn read_history(&mut self, work: SeveralWork) {
        self.order(Command::Do(Work::Several(Box::new(work))));
    }

    fn give_history(&mut self, prices: Result<Prices, NoScore>) {
        if let Some(number) = self.several.awaited.take() {
            self.studies_mut().give(number, prices.map(Arc::new));
            self.go_on_with_study();
        }
    }

    /// A symbol's prices are there, or will not be.
    pub(super) fn history_found(&mut self, found: Result<Series, NoHistory>) {
        let prices = found.map(|series| Prices {
            series,
            truth: None,
        });
        self.give_history(prices.map_err(NoScore::NoHistory));
    }

    /// No study waits for a history any more.
    pub(super) fn stop_reading_histories(&mut self) {
        self.several.awaited = None;
        self.leave_history_of_study();
    }

    /// A trainer of the study is idle, or has its next history: what comes next begins in a task of its own.
    pub(super) fn go_on_with_study(&mut self) {
        if self.studies.running().is_none() {
            return self.after_study();
        }
        self.show_study_progress();
        self.order_next_training();
    }
}
