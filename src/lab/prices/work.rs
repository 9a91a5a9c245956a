//! What is computed about prices in tasks of its own: reading and writing thousands of rows.

use super::copy_step::FetchedPrices;
use super::file_text::{FileText, SharedFile};
use super::question::{Asked, Question};
use crate::lab::Notice;
use crate::lab::secret::Secret;
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
            endpoint, symbol, ..
        } => PriceOutcome::HistoryRead {
            answer: alpha_vantage::parse_of(body, endpoint.source(symbol), key),
            question,
        },
        Asked::Symbols { search, typed } => PriceOutcome::SymbolsRead {
            search: *search,
            matches: alpha_vantage::parse_search(body, typed, key).map(Arc::from),
            typed: typed.clone(),
        },
    }
}
