//! Prices from a file, a drop or a paste: read step by step, shown for correction where the file leaves
//! a question.

use super::file_text::{FileText, SharedFile};
use super::load::Load;
use super::work::PriceWork;
use super::{PriceMessage, PriceSources};
use crate::lab::file::{FileId, GivenFile};
use crate::lab::intention::{HistoryChoice, PriceText};
use crate::lab::run::Event as RunEvent;
use crate::lab::{Command, Lab, Notice, NoticeKind, Work};
use crate::market::price_file::{
    Correction, Doubt, FileError, FilePrices, LARGEST_FILE_BYTES, PackedFile, Preview, Reading,
    UnpackError, Unpacked, is_packed,
};
use crate::market::{PASTED, Prices, file_name};
use crate::model_file::opened::ENDING;
use std::sync::Arc;

/// A file that waits for the visitor's word on how it is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    pub name: String,
    pub reading: Reading,
    pub preview: Preview,
    /// The file that was given; `None` where the prices were pasted.
    given: Option<GivenFile>,
    file: SharedFile,
}

/// An archive of several files of prices, which waits for the visitor to choose one.
#[derive(Debug, Clone, PartialEq)]
pub struct ArchiveQuestion {
    pub archive: GivenFile,
    pub files: Vec<PackedFile>,
}

/// Whether a pasted text may be a table: one line is none, and it may be an API key that missed its
/// field.
pub fn may_be_table(pasted: &str) -> bool {
    pasted.trim().lines().count() > 1
}

impl PriceSources {
    /// The histories among which the visitor is asked to choose: files of an archive, or shares of a file
    /// that leaves no other question.
    pub fn histories_asked_about(&self) -> Vec<GivenFile> {
        if let Some(ArchiveQuestion { archive, files }) = self.archive.as_deref() {
            let files = files.iter().map(|file| GivenFile {
                packed: Some(file.place),
                name: file.name.clone(),
                ..archive.clone()
            });
            return files.collect();
        }
        let import = self.import.as_deref();
        let Some((Import { reading, .. }, file)) =
            import.and_then(|it| Some((it, it.given.as_ref()?)))
        else {
            return Vec::new();
        };
        let is_ticker = |doubt: &Doubt| matches!(doubt, Doubt::SeveralTickers { .. });
        match &reading.tickers {
            Some(tickers) if reading.doubts.iter().all(is_ticker) => {
                let shares = tickers.names.iter().enumerate();
                let shares = shares.map(|(place, name)| GivenFile {
                    ticker: Some(place),
                    name: name.clone(),
                    ..file.clone()
                });
                shares.collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Lab {
    pub(in crate::lab) fn open_price_text(&mut self, text: PriceText) {
        if !self.may_load() {
            return self.notify(NoticeKind::Info, PriceMessage::FileWhileTraining);
        }
        match text {
            // Dropped anywhere, or chosen in the wrong place.
            PriceText::File(file) if file.name.ends_with(ENDING) => self.open_model_file(file),
            PriceText::File(file) => self.open_file(file),
            PriceText::Pasted(text) => {
                self.prices.opened = None;
                let load = self.start_load();
                self.take_apart(load, PASTED.to_owned(), text.into_bytes());
            }
        }
    }

    fn open_file(&mut self, file: GivenFile) {
        // Before anything is read: a large file would first fill the memory.
        if file.size > LARGEST_FILE_BYTES as u64 {
            let bytes = usize::try_from(file.size).unwrap_or(usize::MAX);
            let too_large = PriceMessage::File(FileError::TooLarge { bytes });
            return self.notify(NoticeKind::Error, too_large);
        }
        self.start_load();
        self.prices.opened = Some(file.clone());
        self.order(Command::ReadFile(file.id));
        self.prices.load = Load::File(file);
    }

    pub(in crate::lab) fn price_file_read(&mut self, file: FileId, bytes: Option<Vec<u8>>) {
        let Some(given) = self.awaited_file(file) else {
            return;
        };
        match bytes {
            Some(bytes) if is_packed(&bytes) => {
                self.order(Command::Unpack {
                    file,
                    name: given.name.clone(),
                    place: given.packed,
                    bytes,
                });
                self.prices.load = Load::File(given);
            }
            Some(bytes) => self.take_apart(self.prices.load_number, given.name, bytes),
            None => self.file_refused(PriceMessage::FileNotReadable),
        }
    }

    /// What came out of a packed file; `None` where what unpacks did not load.
    pub(in crate::lab) fn price_file_unpacked(
        &mut self,
        file: FileId,
        outcome: Option<Result<Unpacked, UnpackError>>,
    ) {
        let Some(archive) = self.awaited_file(file) else {
            return;
        };
        match outcome {
            Some(Ok(Unpacked { name, bytes })) => {
                self.take_apart(self.prices.load_number, name, bytes);
            }
            Some(Err(UnpackError::Several(files))) => {
                let notice = Notice::info(PriceMessage::ArchiveLeavesQuestion(files.len()));
                self.leave_preview();
                self.prices.archive = Some(Arc::new(ArchiveQuestion { archive, files }));
                // Nothing was loaded, and nothing is lost.
                self.load_failed(notice);
            }
            Some(Err(error)) => self.file_refused(PriceMessage::File(FileError::Packed(error))),
            None => self.file_refused(PriceMessage::PartNotLoaded),
        }
    }

    /// The file, where it is the one whose bytes are waited for: they are no more.
    fn awaited_file(&mut self, file: FileId) -> Option<GivenFile> {
        match std::mem::take(&mut self.prices.load) {
            Load::File(awaited) if awaited.id == file => Some(awaited),
            other => {
                self.prices.load = other;
                None
            }
        }
    }

    fn take_apart(&mut self, load: u32, name: String, bytes: Vec<u8>) {
        let name = file_name(&name);
        self.do_price_work(PriceWork::TakeApart { load, name, bytes });
    }

    pub(super) fn file_taken_apart(
        &mut self,
        load: u32,
        name: String,
        file: Result<SharedFile, FileError>,
    ) {
        if !self.is_newest_load(load) {
            return;
        }
        match file {
            Ok(file) => self.do_price_work(PriceWork::Understand(FileText { load, name, file })),
            Err(error) => self.file_refused(PriceMessage::File(error)),
        }
    }

    pub(super) fn file_understood(&mut self, text: FileText, reading: Result<Reading, FileError>) {
        if !self.is_newest_load(text.load) {
            return;
        }
        match reading {
            Ok(reading) if reading.doubts.is_empty() => {
                self.do_price_work(PriceWork::ReadFile { text, reading });
            }
            Ok(reading) => self.show_reading(
                text,
                reading,
                Notice::info(PriceMessage::FileLeavesQuestion),
            ),
            Err(error) => self.file_refused(PriceMessage::File(error)),
        }
    }

    pub(super) fn file_prices_read(
        &mut self,
        text: FileText,
        reading: Reading,
        prices: Result<Box<FilePrices>, FileError>,
    ) {
        if !self.is_newest_load(text.load) {
            return;
        }
        match prices {
            Ok(prices) => self.file_loaded(*prices, &text.file),
            // What is wrong may be the reading and not the file.
            Err(error @ (FileError::NoUsableRow { .. } | FileError::NoPrices { .. })) => {
                self.show_reading(text, reading, Notice::error(PriceMessage::File(error)));
            }
            Err(error) => self.file_refused(PriceMessage::File(error)),
        }
    }

    /// Shows how the file is read, and waits for the visitor; `why` says what for.
    fn show_reading(&mut self, text: FileText, reading: Reading, why: Notice) {
        self.do_price_work(PriceWork::Preview { text, reading, why });
    }

    pub(super) fn reading_previewed(
        &mut self,
        text: FileText,
        reading: Reading,
        why: Notice,
        preview: Result<Preview, FileError>,
    ) {
        if !self.is_newest_load(text.load) {
            return;
        }
        match preview {
            Ok(preview) => {
                let given = self.prices.opened.clone();
                // Of an archive the other files stay to be chosen.
                if given.as_ref().is_none_or(|file| file.packed.is_none()) {
                    self.prices.archive = None;
                }
                self.leave_preview();
                self.prices.import = Some(Arc::new(Import {
                    given,
                    name: text.name,
                    reading,
                    preview,
                    file: text.file,
                }));
                // Nothing was loaded, and nothing is lost.
                self.load_failed(why);
            }
            Err(error) => self.file_refused(PriceMessage::File(error)),
        }
    }

    /// Corrections are made one after another: each starts from what the one before it made.
    pub(super) fn correct_import(&mut self, correction: Correction) {
        if self.prices.import.is_some() {
            self.prices.corrections.push_back(correction);
            if self.prices.corrections.len() == 1 {
                self.make_next_correction();
            }
        }
    }

    fn make_next_correction(&mut self) {
        let prices = &self.prices;
        if let (Some(import), Some(correction)) = (&prices.import, prices.corrections.front()) {
            self.do_price_work(PriceWork::Correct {
                file: import.file.clone(),
                reading: import.reading.clone(),
                correction: *correction,
            });
        }
    }

    pub(super) fn import_corrected(
        &mut self,
        file: &SharedFile,
        corrected: Result<(Reading, Preview), FileError>,
    ) {
        // Used or left meanwhile: what stands there now counts.
        let Some(import) = &mut self.prices.import else {
            return;
        };
        if import.file != *file || self.prices.corrections.pop_front().is_none() {
            return;
        }
        match corrected {
            Ok((reading, preview)) => {
                let import = Arc::make_mut(import);
                import.reading = reading;
                import.preview = preview;
                self.run.dismiss_notice();
            }
            Err(error) => self.notify(NoticeKind::Error, PriceMessage::File(error)),
        }
        self.make_next_correction();
    }

    pub(super) fn use_import(&mut self) {
        let Some(import) = self.prices.import.clone() else {
            return;
        };
        if !self.may_load() {
            return self.notify(NoticeKind::Info, PriceMessage::UseWhileTraining);
        }
        let load = self.start_load();
        let text = FileText {
            load,
            name: import.name.clone(),
            file: import.file.clone(),
        };
        let reading = import.reading.clone();
        self.prices.opened = import.given.clone();
        self.do_price_work(PriceWork::ReadFile { text, reading });
    }

    /// Of several histories in a file, the one to read, or all to be studied together.
    pub(super) fn choose_history(&mut self, choice: HistoryChoice) {
        let histories = self.prices.histories_asked_about();
        match choice {
            HistoryChoice::One(number) => {
                let Some(file) = histories.into_iter().nth(number) else {
                    return;
                };
                // Of a file's shares one is chosen in its preview.
                if file.packed.is_none() {
                    return;
                }
                if !self.may_load() {
                    return self.notify(NoticeKind::Info, PriceMessage::FileWhileTraining);
                }
                self.open_file(file);
            }
            HistoryChoice::All => self.hold_for_study(histories),
        }
    }

    pub(super) fn discard_import(&mut self) {
        self.leave_questions();
        self.run.dismiss_notice();
    }

    /// No file is asked about any more.
    pub(super) fn leave_questions(&mut self) {
        self.prices.archive = None;
        self.leave_preview();
    }

    fn leave_preview(&mut self) {
        self.prices.import = None;
        self.prices.corrections.clear();
    }

    fn file_loaded(&mut self, FilePrices { series, report }: FilePrices, file: &SharedFile) {
        let import = self.prices.import.as_ref();
        let was_asked_about = import.is_some_and(|import| import.file == *file);
        let prices = Arc::new(Prices {
            series,
            truth: None,
        });
        let report = Arc::new(report);
        self.take_over(prices, |prices| RunEvent::FileLoaded { prices, report });
        self.prices_came();
        if was_asked_about {
            // The button that was pressed goes with the preview.
            self.order(Command::Focus("prices-title"));
        }
    }

    pub(super) fn file_refused(&mut self, why: PriceMessage) {
        self.load_failed(Notice::error(why));
    }

    pub(in crate::lab) fn do_price_work(&mut self, work: PriceWork) {
        self.order(Command::Do(Work::Prices(Box::new(work))));
    }
}
