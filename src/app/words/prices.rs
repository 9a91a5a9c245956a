//! Prices and where they come from.

use crate::market::{Field, Interval, LONGEST_SYMBOL, PASTED, SeriesInfo, Source, SymbolError};
use crate::text::{self, Say};
use std::fmt;

/// "Daily".
impl Say for Interval {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Daily => text::market::daily(),
            Self::Weekly => text::market::weekly(),
            Self::Monthly => text::market::monthly(),
        })
    }
}

/// "Adjusted close".
impl Say for Field {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Close => text::market::close(),
            Self::AdjustedClose => text::market::adjusted_close(),
        })
    }
}

/// What people call the series: the ticker, the world's title, the file's name.
impl Say for SeriesInfo {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source {
            Source::World(kind) => kind.say(f),
            Source::AlphaVantage { .. } | Source::Pair(_) => f.write_str(&self.symbol),
            Source::File { .. } => f.write_str(file_title(&self.symbol)),
        }
    }
}

/// "IBM, daily, from Alpha Vantage". (`Display` is the address's form.)
impl Say for Source {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::World(kind) => kind.say(f),
            Self::AlphaVantage { symbol, interval } => f.write_str(&match interval {
                Interval::Daily => text::market::daily_from_alpha_vantage(symbol),
                Interval::Weekly => text::market::weekly_from_alpha_vantage(symbol),
                Interval::Monthly => text::market::monthly_from_alpha_vantage(symbol),
            }),
            Self::Pair(pair) => {
                f.write_str(&text::market::daily_from_alpha_vantage(pair.to_string()))
            }
            Self::File { name } => f.write_str(file_title(name)),
        }
    }
}

/// What people call a file of this name.
fn file_title(name: &str) -> &str {
    if name == PASTED {
        text::market::pasted_prices()
    } else {
        name
    }
}

impl Say for SymbolError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str(text::market::no_symbol()),
            Self::TooLong => f.write_str(&text::market::symbol_too_long(LONGEST_SYMBOL)),
            Self::BadPair => f.write_str(text::market::no_pair()),
            Self::BadCharacter(character) => f.write_str(&text::market::not_in_a_symbol(character)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::world::{self, WorldKind};
    use crate::text::{Language, in_language, said};

    #[test]
    fn a_series_is_called_what_its_language_calls_it() {
        let prices = world::generate(WorldKind::Sine, 1, 2);
        let info = prices.series.info();
        let languages = [Language::English, Language::German];
        let both = |thing: &dyn Fn() -> String| languages.map(|it| in_language(it, thing));
        assert_eq!(both(&|| said(info)), ["Pure sine wave", "Reine Sinuswelle"]);
        let pasted = Source::File {
            name: PASTED.into(),
        };
        assert_eq!(
            both(&|| said(&pasted)),
            ["Pasted prices", "Eingefügte Kurse"]
        );
        let file = Source::File {
            name: "ibm.csv".into(),
        };
        assert_eq!(both(&|| said(&file)), ["ibm.csv", "ibm.csv"]);
    }
}
