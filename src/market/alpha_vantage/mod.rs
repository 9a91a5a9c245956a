//! Alpha Vantage: the request's address, and what its answers mean. The transport is the page's.
//!
//! The service answers HTTP 200 to nearly everything, refusals included, and its gates move: so an
//! answer is judged by what it says, never by a table of what a key should be allowed.
//!
//! Also what surrounds a request: which to make next, when, how many there were today, and how long
//! an answer holds. All of it decides on plain data and a time that is handed in.

mod allowance;
mod answer;
mod clock;
mod copies;
mod errors;
mod history;
mod nearest;
mod no_history;
mod notice;
mod pacing;
mod request;
mod search;

pub use allowance::{Allowance, FREE_REQUESTS_PER_DAY};
pub use answer::{parse, parse_of};
pub use copies::{KeptCopy, MOST_COPIES, surplus};
pub use errors::{AnswerError, BadRowFor, TransportError, UnreadableFor};
pub use history::{DEMO_KEY, Gates, History, Refusal, Step};
pub use nearest::{is_written_as_symbol, nearest_symbol};
pub use no_history::NoHistory;
pub use pacing::{Queue, Ticket, Turn};
pub use request::{EXAMPLE_SYMBOL, Endpoint, request_url};
pub use search::{SymbolMatch, parse_search, search_url};
