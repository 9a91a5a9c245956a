//! Symbol search: names in, symbols out.

use super::answer::unreadable;
use super::errors::AnswerError;
use super::notice::{error_from_notice, masked};
use super::request::{SERVICE, encoded};
use serde::Deserialize;

/// One symbol that fits a search, best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SymbolMatch {
    pub symbol: String,
    pub name: String,
    pub region: String,
    pub currency: String,
}

/// The address of a search for `keywords`; the key is handled as in [`super::request_url`].
pub fn search_url(keywords: &str, api_key: &str) -> String {
    format!(
        "{SERVICE}?function=SYMBOL_SEARCH&keywords={}&apikey={}",
        encoded(keywords.trim()),
        encoded(api_key.trim())
    )
}

/// Parses a `SYMBOL_SEARCH` answer. No match is an empty list. The texts are made safe to show: they
/// hold neither the caller's key nor anything that looks like one.
///
/// # Errors
///
/// As [`super::parse`] for notices and unreadable bodies.
pub fn parse_search(
    body: &str,
    keywords: &str,
    api_key: &str,
) -> Result<Vec<SymbolMatch>, AnswerError> {
    let answer: Answer = serde_json::from_str(body.trim_start_matches('\u{feff}'))
        .map_err(|error| unreadable(body, &error))?;
    match (answer.matches, answer.notice) {
        (Some(matches), _) => Ok(matches
            .into_iter()
            .map(|found| SymbolMatch {
                symbol: masked(&found.symbol, api_key),
                name: masked(&found.name, api_key),
                region: masked(&found.region, api_key),
                currency: masked(&found.currency, api_key),
            })
            .collect()),
        (None, Some(message)) => Err(error_from_notice(&message, keywords, api_key)),
        (None, None) => Ok(Vec::new()),
    }
}

#[derive(Deserialize)]
struct Answer {
    #[serde(rename = "bestMatches")]
    matches: Option<Vec<RawMatch>>,
    #[serde(alias = "Information", alias = "Note", alias = "Error Message")]
    notice: Option<String>,
}

#[derive(Deserialize)]
struct RawMatch {
    #[serde(rename = "1. symbol")]
    symbol: String,
    #[serde(rename = "2. name", default)]
    name: String,
    #[serde(rename = "4. region", default)]
    region: String,
    #[serde(rename = "8. currency", default)]
    currency: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_come_in_the_services_order() {
        let body = r#"{"bestMatches": [
            {"1. symbol": "AAA.LON", "2. name": "Three A", "3. type": "Equity",
             "4. region": "United Kingdom", "8. currency": "GBX", "9. matchScore": "0.9"},
            {"1. symbol": "AAA"}]}"#;
        let found = parse_search(body, "three a", "KEY").expect("an answer");
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].symbol, "AAA.LON");
        assert_eq!(found[0].region, "United Kingdom");
        assert_eq!(found[1].name, "");
    }

    #[test]
    fn no_text_of_a_match_holds_the_callers_key() {
        let body = r#"{"bestMatches": [
            {"1. symbol": "K3YK3YK3YK3YK3Y0", "2. name": "Found for k3yk3yk3yk3yk3y0",
             "4. region": "K3YK3YK3YK3YK3Y0", "8. currency": "0THER9KEY8HERE7"}]}"#;
        let found = parse_search(body, "three a", "K3YK3YK3YK3YK3Y0").expect("an answer");
        let expected = SymbolMatch {
            symbol: "****".into(),
            name: "Found for ****".into(),
            region: "****".into(),
            currency: "****".into(),
        };
        assert_eq!(found, [expected]);
    }

    #[test]
    fn a_search_without_a_match_is_an_empty_list_and_a_refusal_an_error() {
        assert_eq!(parse_search(r#"{"bestMatches": []}"#, "x", "K"), Ok(vec![]));
        assert_eq!(parse_search("{}", "x", "K"), Ok(vec![]));
        assert_eq!(
            parse_search(r#"{"Note": "5 calls per minute"}"#, "x", "K"),
            Err(AnswerError::TooFast)
        );
        assert!(matches!(
            parse_search("[", "x", "K"),
            Err(AnswerError::Unreadable { .. })
        ));
    }

    #[test]
    fn keywords_are_encoded() {
        assert_eq!(
            search_url("marks & spencer", "demo"),
            "https://www.alphavantage.co/query?function=SYMBOL_SEARCH\
             &keywords=marks%20%26%20spencer&apikey=demo"
        );
    }
}
