//! What can happen: a visitor wants something, the trainer speaks, the world answers.

pub use super::secret::Secret;
pub use crate::protocol::Crash;

use super::Intention;
use super::command::{Purpose, RequestId, Wake};
use super::file::FileId;
use super::pool::{Hardware, TrainerId};
use super::store::StoreOutcome;
use super::work::Outcome;
use crate::market::alpha_vantage::TransportError;
use crate::market::price_file::{UnpackError, Unpacked};
use crate::protocol::FromTrainer;
use chrono::{DateTime, NaiveDate};

/// When an event came.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Now {
    /// Unix time in milliseconds, as the visitor's device has it.
    pub unix_ms: f64,
    /// Milliseconds on a clock that never jumps; for waiting and for speeds.
    pub steady_ms: f64,
    /// The visitor's local time less UTC, in minutes.
    pub utc_offset_minutes: i32,
}

impl Now {
    /// The visitor's date at a Unix time; `None` for a time that no calendar has.
    pub fn local_date(self, unix_ms: f64) -> Option<NaiveDate> {
        let local_ms = unix_ms + f64::from(self.utc_offset_minutes) * 60_000.0;
        if !local_ms.is_finite() {
            return None;
        }
        DateTime::from_timestamp_millis(local_ms.floor() as i64).map(|time| time.date_naive())
    }

    /// The visitor's date now.
    pub fn today(self) -> Option<NaiveDate> {
        self.local_date(self.unix_ms)
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Event {
    /// The page is there and can carry out commands.
    Opened {
        /// What stands in the address behind `#`.
        fragment: String,
        stored: SmallRecords,
        hardware: Hardware,
    },
    /// The visitor changed the address, or went back to another.
    AddressChanged {
        fragment: String,
    },
    Wanted(Intention),
    Trainer(TrainerId, TrainerSaid),
    /// The answer to [`Command::Fetch`](super::Command::Fetch).
    Fetched {
        request: RequestId,
        reply: Result<Secret, TransportError>,
        /// The kept count of requests, which another tab may have changed; see [`SmallRecords`].
        requests: Option<String>,
    },
    /// The answer to [`Command::ReadFile`](super::Command::ReadFile); `None` where it cannot be read.
    FileRead {
        file: FileId,
        bytes: Option<Vec<u8>>,
    },
    /// The answer to [`Command::Unpack`](super::Command::Unpack); `None` where the unpacker did not load.
    Unpacked {
        file: FileId,
        outcome: Option<Result<Unpacked, UnpackError>>,
    },
    /// The answer to [`Command::Store`](super::Command::Store).
    Stored {
        purpose: Purpose,
        outcome: StoreOutcome,
    },
    /// The answer to [`Command::Do`](super::Command::Do).
    WorkDone(Outcome),
    /// The answer to [`Command::Wake`](super::Command::Wake).
    Woken(Wake),
    /// The answer to [`Command::CopyLink`](super::Command::CopyLink).
    Copied {
        link: String,
        done: bool,
    },
    /// A file that the browser did not save.
    DownloadFailed,
}

impl Event {
    /// Only says which experiment is wanted.
    pub fn is_of_experiment(&self) -> bool {
        matches!(
            self,
            Self::Opened { .. }
                | Self::AddressChanged { .. }
                | Self::Wanted(
                    Intention::ChangeSettings(_)
                        | Intention::SealLastDays(_)
                        | Intention::LoadWorld(_)
                )
        )
    }
}

/// What the browser keeps for the page under a name each (`localStorage`), as it was written.
#[derive(Clone, PartialEq, Default)]
pub struct SmallRecords {
    /// The remembered API key.
    pub api_key: Option<String>,
    /// Requests of today.
    pub requests: Option<String>,
    pub recent_symbols: Option<String>,
}

impl std::fmt::Debug for SmallRecords {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("SmallRecords")
            .field("requests", &self.requests)
            .field("recent_symbols", &self.recent_symbols)
            .finish_non_exhaustive()
    }
}

/// A trainer, or what became of it.
#[derive(Debug, Clone, PartialEq)]
pub enum TrainerSaid {
    Message(FromTrainer),
    /// The state of a run after an epoch: see [`crate::checkpoint`].
    State {
        run: u32,
        state: Vec<u8>,
    },
    /// The worker died and was replaced where that makes sense.
    Crashed(Crash),
    /// The worker has something to do and has said nothing for a while.
    Silent,
    /// The worker is of another version than the page: only a reload helps.
    Outdated,
}
