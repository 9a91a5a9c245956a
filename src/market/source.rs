//! Where a series comes from, as written in the address (`world:random-walk`, `av:IBM:daily`,
//! `fx:EUR/USD`, `coin:BTC/USD`).

use super::pair::{Pair, PairKind};
use super::row::Interval;
use super::symbol::{SymbolError, normalized_symbol};
use super::world::known::WorldKind;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The origin of a series. Its text form (`Display`, `FromStr`) is the address's `source` value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Source {
    World(WorldKind),
    AlphaVantage {
        symbol: String,
        interval: Interval,
    },
    /// Two currencies, day by day, from Alpha Vantage.
    Pair(Pair),
    /// A price file the visitor opened; an address can name it but not carry it.
    File {
        name: String,
    },
}

/// What prices are called that came without a name. Links, runs and models hold it, as they hold a
/// file's name; the page says it in its language.
pub const PASTED: &str = "Pasted prices";

/// A longer name of a file is cut, so that it fits wherever it is shown.
const LONGEST_FILE_NAME: usize = 80;

/// A file's name as it is used here: on one line, in one direction, of 80 characters at most. A link's name
/// and that of an opened file are cut alike, so the one still means the other.
pub fn file_name(name: &str) -> String {
    // What turns the direction of the text around it.
    const OF_DIRECTION: [(char, char); 4] = [
        ('\u{61c}', '\u{61c}'),
        ('\u{200e}', '\u{200f}'),
        ('\u{202a}', '\u{202e}'),
        ('\u{2066}', '\u{2069}'),
    ];
    let turns = |c: char| {
        OF_DIRECTION
            .iter()
            .any(|(first, last)| (*first..=*last).contains(&c))
    };
    let shown = name.chars().filter(|c| !turns(*c));
    let shown: String = shown
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let shown = shown.trim();
    if shown.chars().count() <= LONGEST_FILE_NAME {
        return shown.to_owned();
    }
    shown
        .chars()
        .take(LONGEST_FILE_NAME - 1)
        .chain(['…'])
        .collect()
}

impl Default for Source {
    fn default() -> Self {
        Self::World(WorldKind::RandomWalk)
    }
}

/// Why a text names no source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceError {
    UnknownKind,
    UnknownWorld,
    UnknownInterval,
    Symbol(SymbolError),
    MissingFileName,
}

impl Source {
    /// Alpha Vantage prices of a symbol as typed by people.
    ///
    /// # Errors
    ///
    /// As [`normalized_symbol`].
    pub fn alpha_vantage(typed_symbol: &str, interval: Interval) -> Result<Self, SymbolError> {
        Ok(Self::AlphaVantage {
            symbol: normalized_symbol(typed_symbol)?,
            interval,
        })
    }
}

/// Plain text, not percent-encoded: that is done where an address is written.
impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::World(kind) => write!(f, "world:{}", kind.slug()),
            Self::AlphaVantage { symbol, interval } => {
                write!(f, "av:{}:{}", symbol, interval.slug())
            }
            Self::Pair(pair) => write!(f, "{}:{pair}", pair.kind.slug()),
            Self::File { name } => write!(f, "file:{name}"),
        }
    }
}

/// Reads what `Display` writes; symbols and codes may also come in small letters.
impl FromStr for Source {
    type Err = SourceError;

    fn from_str(text: &str) -> Result<Self, SourceError> {
        let (kind, rest) = text.split_once(':').ok_or(SourceError::UnknownKind)?;
        if let Some(kind) = PairKind::from_slug(kind) {
            let pair = Pair::of(kind, rest).map_err(SourceError::Symbol)?;
            return Ok(Self::Pair(pair));
        }
        match kind {
            "world" => WorldKind::from_slug(rest)
                .map(Self::World)
                .ok_or(SourceError::UnknownWorld),
            "av" => {
                let (symbol, interval) =
                    rest.rsplit_once(':').ok_or(SourceError::UnknownInterval)?;
                let interval = Interval::from_slug(interval).ok_or(SourceError::UnknownInterval)?;
                Self::alpha_vantage(symbol, interval).map_err(SourceError::Symbol)
            }
            "file" => match file_name(rest) {
                name if name.is_empty() => Err(SourceError::MissingFileName),
                name => Ok(Self::File { name }),
            },
            _ => Err(SourceError::UnknownKind),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_form_comes_back() {
        let cases = [
            (Source::default(), "world:random-walk"),
            (
                Source::World(WorldKind::MeanReverting),
                "world:mean-reverting",
            ),
            (
                Source::alpha_vantage(" ibm ", Interval::Weekly).expect("a symbol"),
                "av:IBM:weekly",
            ),
            (
                Source::alpha_vantage("^GSPC", Interval::Monthly).expect("a symbol"),
                "av:^GSPC:monthly",
            ),
            (
                Source::alpha_vantage("EURUSD=X", Interval::Daily).expect("a symbol"),
                "av:EURUSD=X:daily",
            ),
            (
                Source::Pair(Pair::of(PairKind::Fx, "eur/usd").expect("a pair")),
                "fx:EUR/USD",
            ),
            (
                Source::Pair(Pair::of(PairKind::Coin, "BTC/EUR").expect("a pair")),
                "coin:BTC/EUR",
            ),
            (
                Source::File {
                    name: "my prices: more (50%) #2.csv".into(),
                },
                "file:my prices: more (50%) #2.csv",
            ),
        ];
        for (source, text) in cases {
            assert_eq!(source.to_string(), text);
            assert_eq!(text.parse(), Ok(source));
        }
    }

    #[test]
    fn a_files_name_fits_on_one_line_and_is_cut_the_same_way_twice() {
        for (name, expected) in [
            ("prices.csv", "prices.csv"),
            (" a\nb\u{202e}c \u{202e}\n", "a bc"),
            ("", ""),
        ] {
            assert_eq!(file_name(name), expected);
        }
        let long = "é".repeat(200);
        let cut = file_name(&long);
        assert_eq!((cut.chars().count(), cut.ends_with("é…")), (80, true));
        for name in [&cut, &long[..160]] {
            assert_eq!(file_name(name), *name);
        }
        let link = format!("file:{long}");
        assert_eq!(link.parse(), Ok(Source::File { name: cut }));
        let nothing = "file:\u{202e}\n".parse::<Source>();
        assert_eq!(nothing, Err(SourceError::MissingFileName));
    }

    #[test]
    fn a_hand_typed_address_is_read_kindly() {
        assert_eq!(
            "av:tsco.lon:daily".parse::<Source>(),
            Ok(Source::AlphaVantage {
                symbol: "TSCO.LON".into(),
                interval: Interval::Daily
            })
        );
        assert!("av:^gspc:daily".parse::<Source>().is_ok());
    }

    #[test]
    fn bad_texts_are_told_apart() {
        let cases = [
            ("", SourceError::UnknownKind),
            ("IBM", SourceError::UnknownKind),
            ("http://example.org", SourceError::UnknownKind),
            ("world:flat", SourceError::UnknownWorld),
            ("av:IBM", SourceError::UnknownInterval),
            ("av:IBM:hourly", SourceError::UnknownInterval),
            ("av::daily", SourceError::Symbol(SymbolError::Missing)),
            (
                "av:I BM:daily",
                SourceError::Symbol(SymbolError::BadCharacter(' ')),
            ),
            (
                "av:ABCDEFGHIJKLMNOPQRSTU:daily",
                SourceError::Symbol(SymbolError::TooLong),
            ),
            ("fx:EUR", SourceError::Symbol(SymbolError::BadPair)),
            ("coin:", SourceError::Symbol(SymbolError::BadPair)),
            ("coin:BTC/", SourceError::Symbol(SymbolError::BadPair)),
            ("fx:EUR/USD/JPY", SourceError::Symbol(SymbolError::BadPair)),
            (
                "fx:EUR/USD:daily",
                SourceError::Symbol(SymbolError::BadPair),
            ),
            ("file:", SourceError::MissingFileName),
            ("file: ", SourceError::MissingFileName),
        ];
        for (text, error) in cases {
            assert_eq!(text.parse::<Source>(), Err(error), "{text}");
        }
    }
}
