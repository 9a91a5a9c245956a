//! What is said about prices and addresses, as data.

use crate::experiment::AddressError;
use crate::guide::LinkError;
use crate::lab::address::keys::KeyError;
use crate::market::alpha_vantage::{AnswerError, Refusal, TransportError};
use crate::market::price_file::FileError;
use crate::market::{Field, Interval, Source, SymbolError};
use chrono::NaiveDate;

/// What is said about prices, and about the address that asks for them.
#[derive(Debug, Clone, PartialEq)]
pub enum PriceMessage {
    /// What was typed as a symbol or a name looks like a key, so nothing was asked for. Says nothing
    /// of what was typed.
    KeyAsSymbol,
    BadSymbol(SymbolError),
    /// A key is needed, and there is none.
    KeyWanted,
    Transport(TransportError),
    Answer(AnswerError),
    /// The key may not have this history.
    Refused(Refusal),
    /// The prices are those of an old copy.
    OldCopy {
        /// The visitor's date when the copy was fetched; `None` for a time that no calendar has.
        fetched_on: Option<NaiveDate>,
        because: NoNewerPrices,
    },
    /// The daily history is as traded: the key may not have the adjusted one.
    NotAdjusted,
    /// The whole history was called an invalid request, so these are its last days.
    RecentOnly {
        symbol: String,
        rows: usize,
    },
    /// The same, and the last days were not to be had either.
    NoRecentEither(AnswerError),
    /// The storage took no copy of the prices.
    NoCopyKept,
    /// What the history that a notice offered turned out to be.
    OfferLoaded {
        rows: usize,
        symbol: String,
        interval: Interval,
        field: Field,
        first_date: NaiveDate,
    },

    SearchNeedsText,
    SearchNeedsKey,

    FileWhileTraining,
    /// "Use these prices" was pressed while the trainer is at work.
    UseWhileTraining,
    FileNotReadable,
    File(FileError),
    /// The file is shown as it was read, to be confirmed or corrected.
    FileLeavesQuestion,
    /// An archive holds so many files of prices, of which one is to be chosen.
    ArchiveLeavesQuestion(usize),
    NoFileDropped,
    TooManyFiles(usize),
    /// So many wait to be studied together.
    FilesHeld(usize),

    /// A link's prices need a key.
    LinkToSymbol {
        symbol: String,
    },
    /// A link's prices are to be asked for with the visitor's key, which a link does not do by itself.
    LinkWaits {
        symbol: String,
    },
    /// A link's prices are a file, which only the visitor has.
    LinkToFile {
        name: String,
    },
    /// The experiment reads a second series that is not here.
    OtherWanted(Source),
    LinkWhileTraining,
    LinkWhileStudying,
    /// Values of the address that cannot be used, each replaced by its default.
    BadAddress {
        /// Of the experiment.
        experiment: Vec<AddressError>,
        /// Of the lesson and the hidden parts.
        guide: Vec<LinkError>,
        keys: Vec<KeyError>,
    },

    /// What reads such a file is loaded when one is given, and did not come: the network is gone, or the host
    /// has another version by now. Nothing was done, and nothing is wrong with the file.
    PartNotLoaded,
}

/// Why an old copy had to do.
#[derive(Debug, Clone, PartialEq)]
pub enum NoNewerPrices {
    NoKey,
    /// A link asks for nothing with the visitor's key.
    NotAsked,
    Transport(TransportError),
    Answer(AnswerError),
}
