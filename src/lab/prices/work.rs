//! What is computed about prices in tasks of its own: reading and writing thousands of rows.

use super::copies::FetchedPrices;
use super::import::{FileText, SharedFile};
use super::service::{Asked, Question};
use super::{Lab, PriceMessage};
use crate::lab::event::Secret;
use crate::lab::{Notice, NoticeKind};
use crate::market::Series;
use crate::market::alpha_vantage::{self, AnswerError, Endpoint, KeptCopy, SymbolMatch};
use crate::market::price_file::{self, Correction, FileError, FilePrices, Preview, Reading};
use std::sync::Arc;

/// One step of work; each names the load, the search or the file that it is for.
#[derive(Debug, Clone, PartialEq)]
pub enum PriceWork {
    ReadCopy {
        load: u32,
        endpoint: Endpoint,
        text: String,
    },
    /// Writes a copy as text.
    WriteCopy(FetchedPrices),
    /// Reads an answer of the service.
    ReadAnswer {
        question: Question,
        body: Secret,
    },
    TakeApart {
        load: u32,
        name: String,
        bytes: Vec<u8>,
    },
    /// Decides how a file is to be read.
    Understand(FileText),
    ReadFile {
        text: FileText,
        reading: Reading,
    },
    Preview {
        text: FileText,
        reading: Reading,
        why: Notice,
    },
    Correct {
        file: SharedFile,
        reading: Reading,
        correction: Correction,
    },
}

/// What came of a [`PriceWork`].
#[derive(Debug, Clone, PartialEq)]
pub enum PriceOutcome {
    CopyRead {
        load: u32,
        endpoint: Endpoint,
        /// `None` where it is damaged.
        copy: Option<Arc<KeptCopy>>,
    },
    CopyWritten {
        fetched: FetchedPrices,
        text: String,
    },
    HistoryRead {
        question: Question,
        answer: Result<Series, AnswerError>,
    },
    SymbolsRead {
        search: u32,
        typed: String,
        matches: Result<Arc<[SymbolMatch]>, AnswerError>,
    },
    TakenApart {
        load: u32,
        name: String,
        file: Result<SharedFile, FileError>,
    },
    Understood {
        text: FileText,
        reading: Result<Reading, FileError>,
    },
    FileRead {
        text: FileText,
        reading: Reading,
        prices: Result<Box<FilePrices>, FileError>,
    },
    Previewed {
        text: FileText,
        reading: Reading,
        why: Notice,
        preview: Result<Preview, FileError>,
    },
    Corrected {
        file: SharedFile,
        corrected: Result<(Reading, Preview), FileError>,
    },
}

impl PriceWork {
    /// Does it.
    pub fn run(self) -> PriceOutcome {
        match self {
            Self::ReadCopy {
                load,
                endpoint,
                text,
            } => PriceOutcome::CopyRead {
                load,
                endpoint,
                copy: KeptCopy::from_text(&text).map(Arc::new),
            },
            Self::WriteCopy(fetched) => PriceOutcome::CopyWritten {
                text: fetched.copy.to_text(),
                fetched,
            },
            Self::ReadAnswer { question, body } => read_answer(question, &body.0),
            Self::TakeApart { load, name, bytes } => PriceOutcome::TakenApart {
                load,
                name,
                file: price_file::parse(bytes).map(|file| SharedFile(Arc::new(file))),
            },
            Self::Understand(text) => PriceOutcome::Understood {
                reading: text.file.0.sniff(),
                text,
            },
            Self::ReadFile { text, reading } => PriceOutcome::FileRead {
                prices: text.file.0.read(&reading, &text.name).map(Box::new),
                text,
                reading,
            },
            Self::Preview { text, reading, why } => PriceOutcome::Previewed {
                preview: text.file.0.preview(&reading),
                text,
                reading,
                why,
            },
            Self::Correct {
                file,
                reading,
                correction,
            } => {
                let corrected = file.0.corrected(&reading, correction);
                let corrected = corrected.and_then(|reading| {
                    let preview = file.0.preview(&reading)?;
                    Ok((reading, preview))
                });
                PriceOutcome::Corrected { file, corrected }
            }
        }
    }
}

fn read_answer(question: Question, body: &str) -> PriceOutcome {
    let key = question.key.expose();
    match &question.what {
        Asked::History {
            symbol, interval, ..
        } => PriceOutcome::HistoryRead {
            answer: alpha_vantage::parse(body, symbol, *interval, key),
            question,
        },
        Asked::Symbols { search, typed } => PriceOutcome::SymbolsRead {
            search: *search,
            matches: alpha_vantage::parse_search(body, typed, key).map(Arc::from),
            typed: typed.clone(),
        },
    }
}

impl Lab {
    pub(in crate::lab) fn price_work_done(&mut self, outcome: PriceOutcome) {
        match outcome {
            PriceOutcome::CopyRead {
                load,
                endpoint,
                copy,
            } => self.copy_read(load, endpoint, copy),
            PriceOutcome::CopyWritten { fetched, text } => self.copy_written(fetched, text),
            PriceOutcome::HistoryRead { question, answer } => self.history_read(question, answer),
            PriceOutcome::SymbolsRead {
                search,
                typed,
                matches,
            } => self.symbols_read(search, typed, matches),
            PriceOutcome::TakenApart { load, name, file } => {
                self.file_taken_apart(load, name, file);
            }
            PriceOutcome::Understood { text, reading } => self.file_understood(text, reading),
            PriceOutcome::FileRead {
                text,
                reading,
                prices,
            } => self.file_prices_read(text, reading, prices),
            PriceOutcome::Previewed {
                text,
                reading,
                why,
                preview,
            } => self.reading_previewed(text, reading, why, preview),
            PriceOutcome::Corrected { file, corrected } => self.import_corrected(&file, corrected),
        }
    }

    /// What does the work did not load: whoever waits for it is told, and nothing is lost.
    pub(in crate::lab) fn price_work_not_done(&mut self, work: PriceWork) {
        let load = match work {
            // The prices are there, but for a copy.
            PriceWork::WriteCopy(fetched) => return self.keep_in_tab(fetched),
            PriceWork::Correct { .. } => {
                self.prices.corrections.clear();
                return self.notify(NoticeKind::Error, PriceMessage::PartNotLoaded);
            }
            PriceWork::ReadAnswer { question, .. } => match question.what {
                Asked::Symbols { search, .. } => {
                    return self.search_failed(search, PriceMessage::PartNotLoaded);
                }
                Asked::History { load, .. } => load,
            },
            PriceWork::ReadCopy { load, .. } | PriceWork::TakeApart { load, .. } => load,
            PriceWork::Understand(text)
            | PriceWork::ReadFile { text, .. }
            | PriceWork::Preview { text, .. } => text.load,
        };
        if self.is_newest_load(load) {
            self.load_failed(Notice::error(PriceMessage::PartNotLoaded));
        }
    }
}
