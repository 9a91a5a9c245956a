//! Several histories for one study: files that the visitor gave together, each read when its turn comes. One that
//! cannot be read says so in its row, and the others go on.

mod work;

pub use work::SeveralWork;

use super::file::{FileId, GivenFile};
use super::intention::{PriceText, SeveralChoice};
use super::prices::PriceMessage;
use super::{Command, Lab, Lease, NoticeKind, Work};
use crate::forecast::seeds::seeds_from;
use crate::market::Prices;
use crate::market::price_file::{FileError, LARGEST_FILE_BYTES};
use crate::study::{MAX_SERIES, NoScore, SeriesName, Study};
use std::sync::Arc;
use work::Step;

/// The files that were brought together.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Several {
    /// What a study would be of now.
    pub files: Arc<[GivenFile]>,
    /// What the one under way is of.
    of_study: Arc<[GivenFile]>,
    /// The one that is being read.
    awaited: Option<FileId>,
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
            count if count > MAX_SERIES => {
                self.notify(NoticeKind::Error, PriceMessage::TooManyFiles(count));
            }
            count => {
                self.several.files = files.into();
                self.notify(NoticeKind::Info, PriceMessage::FilesHeld(count));
            }
        }
    }

    pub(super) fn run_several(&mut self, choice: SeveralChoice) {
        let files = match choice {
            SeveralChoice::Seeds(_) => Arc::default(),
            SeveralChoice::Files => self.several.files.clone(),
        };
        let names = match choice {
            SeveralChoice::Seeds(count) => seeds_from(self.run.experiment.settings.seed, count)
                .map(SeriesName::Seed)
                .collect(),
            SeveralChoice::Files => (files.iter())
                .map(|file| SeriesName::File(file.name.clone()))
                .collect(),
        };
        self.begin_study(|experiment, prices| {
            let study = Study::several(experiment, prices, names)?;
            Ok(study)
        });
        if self.studies.wanted().is_some() {
            self.several.of_study = files;
        }
    }

    /// The study waits for the prices of one of its files.
    pub(super) fn read_next_history(&mut self, number: usize) {
        let Some(file) = self.several.of_study.get(number) else {
            return self.give_history(Err(NoScore::FileNotReadable));
        };
        // Before anything is read: a large file would first fill the memory.
        if file.size > LARGEST_FILE_BYTES as u64 {
            let bytes = usize::try_from(file.size).unwrap_or(usize::MAX);
            return self.give_history(Err(NoScore::File(FileError::TooLarge { bytes })));
        }
        let file = file.id;
        self.several.awaited = Some(file);
        self.order(Command::ReadFile(file));
    }

    pub(super) fn awaits_history(&self, file: FileId) -> bool {
        self.several.awaited == Some(file)
    }

    pub(super) fn history_file_read(&mut self, file: FileId, bytes: Option<Vec<u8>>) {
        let known = self.several.of_study.iter().find(|it| it.id == file);
        match (known, bytes) {
            (Some(known), Some(bytes)) => {
                let work = SeveralWork::new(known, bytes);
                self.order(Command::Do(Work::Several(Box::new(work))));
            }
            _ => self.give_history(Err(NoScore::FileNotReadable)),
        }
    }

    /// A step of reading a file is done: the next, or the end.
    pub(super) fn go_on_reading(&mut self, work: SeveralWork) {
        if !self.awaits_history(work.file) {
            return;
        }
        match work.step {
            Step::Read(prices) => self.give_history(prices.map(|prices| *prices)),
            _ => self.order(Command::Do(Work::Several(Box::new(work)))),
        }
    }

    fn give_history(&mut self, prices: Result<Prices, NoScore>) {
        self.several.awaited = None;
        self.studies_mut().give(prices.map(Arc::new));
        self.go_on_with_study();
    }

    /// No study waits for a file any more.
    pub(super) fn stop_reading_histories(&mut self) {
        self.several.awaited = None;
    }

    /// The study has nothing under way: what comes next begins in a task of its own.
    pub(super) fn go_on_with_study(&mut self) {
        if self.studies.running().is_none() {
            return self.after_study();
        }
        self.lease = Lease::Study { run: None };
        self.show_study_progress();
        self.order_next_training();
    }
}
