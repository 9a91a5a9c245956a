//! Prices from a file, a drop or a paste: read step by step, shown for correction where the file leaves
//! a question.

use super::PriceMessage;
use super::file_text::{FileText, SharedFile};
use super::load::Load;
use super::work::PriceWork;
use crate::lab::file::{FileId, GivenFile};
use crate::lab::intention::PriceText;
use crate::lab::run::Event as RunEvent;
use crate::lab::{Command, Lab, Notice, NoticeKind, Work};
use crate::market::price_file::{
    Correction, FileError, FilePrices, LARGEST_FILE_BYTES, Preview, Reading, UnpackError, Unpacked,
    is_packed,
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
    file: SharedFile,
}

/// Whether a pasted text may be a table: one line is none, and it may be an API key that missed its
/// field.
pub fn may_be_table(pasted: &str) -> bool {
    pasted.trim().lines().count() > 1
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
        self.prices.load = Load::File {
            file: file.id,
            name: file.name,
        };
        self.order(Command::ReadFile(file.id));
    }

    pub(in crate::lab) fn price_file_read(&mut self, file: FileId, bytes: Option<Vec<u8>>) {
        let Some(name) = self.awaited_file(file) else {
            return;
        };
        match bytes {
            Some(bytes) if is_packed(&bytes) => {
                let packed = name.clone();
                self.prices.load = Load::File { file, name };
                self.order(Command::Unpack {
                    file,
                    name: packed,
                    bytes,
                });
            }
            Some(bytes) => self.take_apart(self.prices.load_number, name, bytes),
            None => self.file_refused(PriceMessage::FileNotReadable),
        }
    }

    /// What came out of a packed file; `None` where what unpacks did not load.
    pub(in crate::lab) fn price_file_unpacked(
        &mut self,
        file: FileId,
        outcome: Option<Result<Unpacked, UnpackError>>,
    ) {
        if self.awaited_file(file).is_none() {
            return;
        }
        match outcome {
            Some(Ok(Unpacked { name, bytes })) => {
                self.take_apart(self.prices.load_number, name, bytes);
            }
            Some(Err(error)) => self.file_refused(PriceMessage::File(FileError::Packed(error))),
            None => self.file_refused(PriceMessage::PartNotLoaded),
        }
    }

    /// The name of a file, where it is the one whose bytes are waited for: they are no more.
    fn awaited_file(&mut self, file: FileId) -> Option<String> {
        match std::mem::take(&mut self.prices.load) {
            Load::File {
                file: awaited,
                name,
            } if awaited == file => Some(name),
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
                self.leave_import();
                self.prices.import = Some(Arc::new(Import {
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
        self.do_price_work(PriceWork::ReadFile { text, reading });
    }

    pub(super) fn discard_import(&mut self) {
        self.leave_import();
        self.run.dismiss_notice();
    }

    /// No file is asked about any more.
    pub(super) fn leave_import(&mut self) {
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
