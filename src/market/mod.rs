//! Prices and where they come from. Pure: knows no browser, no network, no forecast and no language.
//!
//! | module | what lives there |
//! |---|---|
//! | [`row`](Row), [`info`](SeriesInfo), [`series`](Series) | prices by date |
//! | [`source`](Source) | where they come from, as the address has it |
//! | `symbol`, [`pair`](Pair) | what shares and pairs of currencies are called |
//! | `checks` | what is odd about them |
//! | [`alpha_vantage`] | requests and their answers |
//! | [`price_file`] | the visitor's own files |
//! | [`world`] | generated prices whose process is known |
//! | `other` | a second series beside the first, by date |
//! | [`packed`], `fingerprint` | a series as bytes, and as one number |

pub mod alpha_vantage;
mod checks;
mod digits;
mod fingerprint;
mod info;
mod other;
pub mod packed;
mod pair;
pub mod price_file;
mod prices;
mod row;
mod series;
mod source;
mod symbol;
pub mod world;

pub use checks::{
    CoarseSteps, ConstantRun, DataReport, DataWarning, Dropped, DroppedFor, FarMove, Gap,
    OddPrices, PriceKind, Remark, Spike, Split, adjust_splits, correct, leave_out, possible_splits,
};
pub use digits::Digits;
pub use fingerprint::{fingerprint, fingerprint_of_other, fingerprint_text, read_fingerprint};
pub use info::SeriesInfo;
pub use pair::{Pair, PairKind, WELL_KNOWN_PAIRS, normalized_name};
pub use prices::Prices;
pub use row::{Field, Interval, Row, iso_date};
pub use series::{Series, SeriesError};
pub use source::{PASTED, Source, SourceError, file_name};
pub use symbol::{LONGEST_SYMBOL, SymbolError, looks_like_key, normalized_symbol};
