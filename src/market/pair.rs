//! Two currencies: one's price in the other.

use super::symbol::{SymbolError, normalized_symbol};
use serde::{Deserialize, Serialize};
use std::fmt;

/// One currency, and what it is priced in. `Display` writes `EUR/USD`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair {
    pub kind: PairKind,
    pub base: String,
    pub quote: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PairKind {
    /// Two currencies of countries: a foreign exchange rate.
    Fx,
    /// A digital currency, traded every day of the week.
    Coin,
}

impl PairKind {
    const ALL: [Self; 2] = [Self::Fx, Self::Coin];

    /// Reads what [`slug`](Self::slug) wrote.
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.slug() == slug)
    }

    /// `fx`, as in the address.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Fx => "fx",
            Self::Coin => "coin",
        }
    }
}

/// A digital currency's code, such as `1INCH`, may have so many letters and digits.
const LONGEST_CODE: usize = 10;

/// The codes of ISO 4217 in use, with gold, silver and the drawing rights, as one text of three letters
/// each.
const OF_COUNTRIES: &str = "AEDAFNALLAMDANGAOAARSAUDAWGAZNBAMBBDBDTBGNBHDBIFBMDBNDBOBBRLBSDBTNBWPBYNBZD\
CADCDFCHFCLFCLPCNHCNYCOPCRCCUPCVECZKDJFDKKDOPDZDEGPERNETBEURFJDFKPGBPGELGHSGIPGMDGNFGTQGYDHKDHNL\
HTGHUFIDRILSINRIQDIRRISKJMDJODJPYKESKGSKHRKMFKPWKRWKWDKYDKZTLAKLBPLKRLRDLSLLYDMADMDLMGAMKDMMKMNT\
MOPMRUMURMVRMWKMXNMYRMZNNADNGNNIONOKNPRNZDOMRPABPENPGKPHPPKRPLNPYGQARRONRSDRUBRWFSARSBDSCRSDGSEK\
SGDSHPSLESOSSRDSSPSTNSVCSYPSZLTHBTJSTMTTNDTOPTRYTTDTWDTZSUAHUGXUSDUYUUZSVESVNDVUVWSTXAFXAGXAUXCD\
XDRXOFXPFYERZARZMWZWL";

/// Pairs that many ask for, with the word by which a coin may be looked for.
pub const WELL_KNOWN_PAIRS: [(&str, &str); 14] = [
    ("EUR/USD", ""),
    ("GBP/USD", ""),
    ("USD/JPY", ""),
    ("USD/CHF", ""),
    ("EUR/GBP", ""),
    ("EUR/CHF", ""),
    ("BTC/USD", "bitcoin"),
    ("BTC/EUR", "bitcoin"),
    ("ETH/USD", "ethereum"),
    ("SOL/USD", "solana"),
    ("XRP/USD", "xrp"),
    ("DOGE/USD", "dogecoin"),
    ("ADA/USD", "cardano"),
    ("LTC/USD", "litecoin"),
];

fn is_of_country(code: &str) -> bool {
    let codes = OF_COUNTRIES.as_bytes().chunks_exact(3);
    codes.into_iter().any(|known| known == code.as_bytes())
}

impl Pair {
    /// A pair of this kind, as `EUR/USD` in capitals or small letters.
    ///
    /// # Errors
    ///
    /// Anything but two different codes of letters and digits with a slash between them.
    pub fn of(kind: PairKind, text: &str) -> Result<Self, SymbolError> {
        let (base, quote) = text.split_once('/').ok_or(SymbolError::BadPair)?;
        let code = |code: &str| {
            let code = code.trim();
            let is_code = (2..=LONGEST_CODE).contains(&code.len())
                && code.bytes().all(|byte| byte.is_ascii_alphanumeric());
            is_code.then(|| code.to_ascii_uppercase())
        };
        match (code(base), code(quote)) {
            (Some(base), Some(quote)) if base != quote => Ok(Self { kind, base, quote }),
            _ => Err(SymbolError::BadPair),
        }
    }

    /// What was typed, where it is written as a pair: `EUR/USD`, `btc/usd`, and `EURUSD`, which no share is
    /// called. Two currencies of countries have an exchange rate; anything else in front is a coin.
    pub fn typed(typed: &str) -> Option<Result<Self, SymbolError>> {
        let typed = typed.trim().to_ascii_uppercase();
        let text = match typed.contains('/') {
            true => typed,
            false => {
                let (base, quote) = typed.split_at_checked(3)?;
                if !is_of_country(base) || !is_of_country(quote) {
                    return None;
                }
                format!("{base}/{quote}")
            }
        };
        let pair = Self::of(PairKind::Coin, &text);
        Some(pair.map(
            |pair| match is_of_country(&pair.base) && is_of_country(&pair.quote) {
                true => Self {
                    kind: PairKind::Fx,
                    ..pair
                },
                false => pair,
            },
        ))
    }
}

impl fmt::Display for Pair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.base, self.quote)
    }
}

/// What the service is asked for, as typed by people: a share's symbol or a pair, trimmed and in capitals.
///
/// # Errors
///
/// As [`normalized_symbol`]; of what is written as a pair, as [`Pair::of`].
pub fn normalized_name(typed: &str) -> Result<String, SymbolError> {
    match Pair::typed(typed) {
        Some(pair) => pair.map(|pair| pair.to_string()),
        None => normalized_symbol(typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_is_told_apart() {
        let typed = |text: &str| {
            let pair = Pair::typed(text)
                .expect("written as a pair")
                .expect("a pair");
            (pair.kind, pair.to_string())
        };
        assert_eq!(typed("EUR/USD"), (PairKind::Fx, "EUR/USD".into()));
        assert_eq!(typed(" usd / jpy "), (PairKind::Fx, "USD/JPY".into()));
        assert_eq!(typed("EURUSD"), (PairKind::Fx, "EUR/USD".into()));
        assert_eq!(typed("xauusd"), (PairKind::Fx, "XAU/USD".into()));
        assert_eq!(typed("btc/usd"), (PairKind::Coin, "BTC/USD".into()));
        assert_eq!(typed("ETH/BTC"), (PairKind::Coin, "ETH/BTC".into()));
        assert_eq!(typed("1INCH/EUR"), (PairKind::Coin, "1INCH/EUR".into()));
        // Symbols and names.
        for text in [
            "IBM",
            "BRK-B",
            "BTCUSD",
            "",
            "EUR",
            "EURUSDX",
            "Tesco plc",
            "ÄÄÄ",
        ] {
            assert_eq!(Pair::typed(text), None, "{text}");
        }
        for text in [
            "/",
            "EUR/",
            "/USD",
            "EUR/USD/JPY",
            "EUR/EUR",
            "E/USD",
            "A B/USD",
            "€/USD",
        ] {
            let error = Some(Err(SymbolError::BadPair));
            assert_eq!(Pair::typed(text), error, "{text}");
        }
        assert_eq!(normalized_name(" ibm "), Ok("IBM".into()));
        assert_eq!(normalized_name("eurusd"), Ok("EUR/USD".into()));
    }

    #[test]
    fn the_well_known_are_pairs_and_only_coins_have_names() {
        for (text, name) in WELL_KNOWN_PAIRS {
            let pair = Pair::typed(text).expect("a pair").expect("a pair");
            assert_eq!(pair.to_string(), text);
            assert_eq!(pair.kind == PairKind::Coin, !name.is_empty(), "{text}");
        }
        assert_eq!(OF_COUNTRIES.len() % 3, 0);
    }
}
