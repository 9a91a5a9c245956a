//! Prices and where they come from. Pure: knows no browser, no network and no forecast.

pub mod alpha_vantage;
mod checks;
mod digits;
mod fingerprint;
pub mod packed;
pub mod price_file;
mod series;
mod source;
pub mod world;

pub use checks::{
    ConstantRun, DataReport, DataWarning, Dropped, DroppedFor, Gap, Split, adjust_splits,
    possible_splits,
};
pub use digits::Digits;
pub use fingerprint::{fingerprint, fingerprint_text, read_fingerprint};
pub use series::{Field, Interval, Row, Series, SeriesError, SeriesInfo, iso_date};
pub use source::{PASTED, Source, SourceError, SymbolError, looks_like_key, normalized_symbol};

/// What a source delivers: a series and, where the process is known, its truth.
#[derive(Debug, Clone, PartialEq)]
pub struct Prices {
    pub series: Series,
    /// Present only for generated worlds.
    pub truth: Option<world::WorldTruth>,
}
