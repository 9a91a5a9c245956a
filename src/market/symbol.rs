//! Symbols of shares as people type them, and keys that were typed in their place.

/// The longest symbol: the service's own are shorter.
pub const LONGEST_SYMBOL: usize = 20;

/// Why a text is no stock symbol.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SymbolError {
    Missing,
    TooLong,
    BadCharacter(char),
    /// Meant as two currencies, and not two codes with a slash between them.
    BadPair,
}

/// A symbol as typed by people, trimmed and in capitals.
///
/// # Errors
///
/// Empty, longer than 20 characters, or anything but ASCII letters, digits and `.` `-` `^` `=`.
pub fn normalized_symbol(typed: &str) -> Result<String, SymbolError> {
    let symbol = typed.trim();
    if symbol.is_empty() {
        return Err(SymbolError::Missing);
    }
    let allowed = |c: &char| c.is_ascii_alphanumeric() || ".-^=".contains(*c);
    if let Some(character) = symbol.chars().find(|c| !allowed(c)) {
        return Err(SymbolError::BadCharacter(character));
    }
    if symbol.len() > LONGEST_SYMBOL {
        return Err(SymbolError::TooLong);
    }
    Ok(symbol.to_ascii_uppercase())
}

/// A key of Alpha Vantage has 16 letters and digits. Symbols and names have no such words; an ISIN is
/// one, but the service does not know stocks by it.
const SHORTEST_KEYLIKE_WORD: usize = 12;

/// Whether a text typed as a symbol or a company's name looks like an API key: a word of 12 or more
/// ASCII letters and digits, with a digit among them.
pub fn looks_like_key(typed: &str) -> bool {
    typed
        .split(|c: char| !c.is_ascii_alphanumeric())
        .any(|word| {
            word.len() >= SHORTEST_KEYLIKE_WORD && word.contains(|c: char| c.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_told_from_symbols_and_names() {
        for key in [
            "K3YOFATEST0000XY",
            " k3yofatest0000xy\n",
            "ABCDEFGHIJK1",
            "apikey=K3YOFATEST0000XY",
        ] {
            assert!(looks_like_key(key), "{key}");
        }
        for other in [
            "",
            "IBM",
            "600104.SHH",
            "0P0000ABCD.LON",
            "ABCDEFGHIJ1",
            "BERKSHIREHATHAWAY",
            "3M Company 2030 convertible",
        ] {
            assert!(!looks_like_key(other), "{other}");
        }
    }
}
