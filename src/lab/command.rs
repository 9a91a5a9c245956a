//! What the world shall do. Plain data: whoever carries it out decides nothing.

pub use super::download::Download;
pub use super::file::FileId;
pub use super::secret::SecretUrl;
pub use super::store::{Change, Key, Record, Store, StoreAction, StoreOutcome};

use super::pool::TrainerId;
use super::prices::{ApiKey, CopyStep};
use super::records::RecordStep;
use super::to_write::ReportToWrite;
use super::work::Work;
use crate::protocol::{Crash, ToTrainer};

#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// GET from Alpha Vantage; answered by [`Event::Fetched`](super::Event::Fetched).
    Fetch {
        request: RequestId,
        url: SecretUrl,
    },
    /// The bytes of a file that the visitor gave; answered by `Event::FileRead`.
    ReadFile(FileId),
    /// Takes the prices out of a packed file, in a worker of its own; answered by `Event::Unpacked`.
    Unpack {
        file: FileId,
        name: String,
        /// Of several files in it, the one that was chosen.
        place: Option<usize>,
        bytes: Vec<u8>,
    },
    /// The device's database; answered by `Event::Stored`.
    Store {
        action: StoreAction,
        purpose: Purpose,
    },
    /// A small record by its name (`localStorage`); `None` removes it. A browser that keeps nothing for
    /// the page ignores it, but for the key: see [`Command::RememberKey`].
    Remember {
        name: SmallRecord,
        value: Option<String>,
    },
    /// The API key as a small record; `None` removes it. Where the browser does not take it, it is
    /// answered by [`Intention::KeyNotRemembered`](super::Intention::KeyNotRemembered).
    RememberKey(Option<ApiKey>),
    /// Computes, in a task of its own; answered by `Event::WorkDone`.
    Do(Work),
    /// The order, to this trainer, which is started where there is none.
    Send(TrainerId, ToTrainer),
    /// The same, to the page's own trainer, with the state that the run goes on from.
    SendWithState {
        order: ToTrainer,
        state: Vec<u8>,
    },
    /// Ends the page's own trainer, which does not answer, and starts another; answered by `Crashed` with this.
    ReplaceTrainer(Crash),
    /// Ends a trainer that nobody needs any more, with all that it has under way, and frees its memory.
    EndTrainer(TrainerId),
    /// Sends `Event::Woken(wake)` after so many milliseconds.
    Wake {
        after_ms: f64,
        wake: Wake,
    },
    /// Puts the fragment into the address without a new entry of the history.
    WriteAddress(String),
    /// Copies the page's address with this fragment; answered by `Event::Copied` with the whole link.
    CopyLink {
        fragment: String,
    },
    Download(Download),
    /// The report, whose sentences the page writes; see [`ReportToWrite::download`].
    DownloadReport(Box<ReportToWrite>),
    /// The run card of the results on the screen, which is written in the page's language.
    DownloadRunCard {
        name: String,
    },
    /// The keyboard's place: the element with this id, as soon as it is on the page.
    Focus(&'static str),
    /// Empties the browser's list of requests, whose addresses hold the key: now, and once more a second
    /// later, for a browser may note a request only some time after its answer was read.
    ForgetRequests,
}

/// A request to Alpha Vantage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestId(pub u32);

/// A record that is no secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SmallRecord {
    Requests,
    RecentSymbols,
}

/// What a storage's answer is for; it comes back with it.
#[derive(Debug, Clone, PartialEq)]
pub enum Purpose {
    Copies(CopyStep),
    Records(RecordStep),
}

/// Why the machine wants to be woken.
#[derive(Debug, Clone, PartialEq)]
pub enum Wake {
    /// It may be the turn of a request that waits.
    Request(RequestId),
    /// The run was told to stop at that time; perhaps the trainer hangs.
    StopPatience { run: u32, asked_ms: f64 },
    /// The next training of a study, or of both recipes, is due.
    NextTraining,
    /// "Link copied" was long enough in sight.
    CopiedShown,
    /// A training of another tab may have gone on meanwhile.
    LookForInterrupted { kept_at: f64 },
}
