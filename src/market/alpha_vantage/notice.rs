//! What the service's refusals mean. They are prose, reworded from time to time, and advertise one
//! thing while refusing another, so each is recognized by the few words that carry its meaning.

use super::errors::AnswerError;
use super::history::DEMO_KEY;

/// The longest message of the service that is shown.
const LONGEST_MESSAGE: usize = 300;
/// The service's keys are 16 capitals and digits; anything of the kind from this length is masked.
const SHORTEST_KEYLIKE_RUN: usize = 12;
/// A shorter key is masked as a whole word only: letter by letter it would blot out the message.
const SHORTEST_KEY_TO_MASK_ANYWHERE: usize = 4;

const MASK: &str = "****";

/// Reads the text of an `Information`, `Note` or `Error Message`.
pub(super) fn error_from_notice(message: &str, symbol: &str, api_key: &str) -> AnswerError {
    let words = message.to_ascii_lowercase();
    let says = |phrases: &[&str]| phrases.iter().any(|phrase| words.contains(phrase));

    // The order matters. Every refusal praises premium plans and endpoints, and the one about two
    // requests in a second names the daily limit as well.
    if says(&["is a premium", "premium feature for", "premium parameter"]) {
        AnswerError::Premium
    } else if says(&["demo purposes", "**demo**", "demo api key"]) {
        AnswerError::DemoKey
    } else if says(&[
        "per second",
        "per minute",
        "sparingly",
        "/minute",
        "/second",
    ]) {
        AnswerError::TooFast
    } else if says(&["per day", "/day", "daily rate limit", "rate limit"]) {
        match api_key.trim() {
            DEMO_KEY => AnswerError::DemoLimit,
            _ => AnswerError::DailyLimit,
        }
    } else if says(&["apikey", "api key"]) && says(&["missing", "invalid", "not valid"]) {
        AnswerError::KeyMissing
    } else if says(&["invalid api call"]) {
        AnswerError::UnknownSymbol {
            symbol: symbol.to_owned(),
        }
    } else {
        AnswerError::Other
    }
}

/// Text of the service made safe to show: on one line, not too long, and without the caller's key
/// or anything that looks like one.
pub(super) fn masked(message: &str, api_key: &str) -> String {
    let one_line = message.split_whitespace().collect::<Vec<_>>().join(" ");
    let without_key = without_key(&one_line, api_key.trim());
    let safe = without_keylike_runs(&without_key);
    // Cut last: half a key would escape the mask.
    match safe.char_indices().nth(LONGEST_MESSAGE) {
        Some((end, _)) => format!("{}…", &safe[..end]),
        None => safe,
    }
}

fn without_key(text: &str, key: &str) -> String {
    // A key typed with blanks inside was put on one line above, like the text.
    let key = key.split_whitespace().collect::<Vec<_>>().join(" ");
    if key.is_empty() {
        return text.to_owned();
    }
    // ASCII capitals keep every byte's place, so places found in one text hold in the other.
    let (capitals, key) = (text.to_ascii_uppercase(), key.to_ascii_uppercase());
    let anywhere = key.len() >= SHORTEST_KEY_TO_MASK_ANYWHERE;
    let is_part_of_word = |c: char| c.is_alphanumeric();
    let mut out = String::with_capacity(text.len());
    let mut kept = 0;
    for (start, _) in capitals.match_indices(&key) {
        let end = start + key.len();
        let whole_word = !capitals[..start].ends_with(is_part_of_word)
            && !capitals[end..].starts_with(is_part_of_word);
        if anywhere || whole_word {
            out.push_str(&text[kept..start]);
            out.push_str(MASK);
            kept = end;
        }
    }
    out.push_str(&text[kept..]);
    out
}

fn without_keylike_runs(text: &str) -> String {
    let in_run = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let inside = in_run(first);
        let end = rest.find(|c| in_run(c) != inside).unwrap_or(rest.len());
        let (run, tail) = rest.split_at(end);
        let keylike = inside
            && run.len() >= SHORTEST_KEYLIKE_RUN
            && run.contains(|c: char| c.is_ascii_digit());
        out.push_str(if keylike { MASK } else { run });
        rest = tail;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "K3YK3YK3YK3YK3Y0";

    fn error(message: &str) -> AnswerError {
        error_from_notice(message, "IBM", KEY)
    }

    // The wordings below are ours; the recorded ones are tested in `tests/market.rs`.

    #[test]
    fn a_refusal_is_told_by_what_it_refuses_not_by_what_it_advertises() {
        let advert = "Subscribe to instantly unlock all premium endpoints.";
        let cases = [
            ("This is a premium endpoint.", AnswerError::Premium),
            (
                "Full size is a premium feature for this endpoint.",
                AnswerError::Premium,
            ),
            (
                "Spread out your requests (1 request per second, 25 per day).",
                AnswerError::TooFast,
            ),
            ("The limit is 25 requests per day.", AnswerError::DailyLimit),
            (
                "The demo API key is for demo purposes only.",
                AnswerError::DemoKey,
            ),
        ];
        for (message, expected) in cases {
            assert_eq!(error(&format!("{message} {advert}")), expected);
        }
        let limit = "The limit is 25 requests per day.";
        assert_eq!(
            error_from_notice(limit, "IBM", "demo"),
            AnswerError::DemoLimit
        );
        assert_eq!(
            error("the parameter apikey is invalid or missing."),
            AnswerError::KeyMissing
        );
        assert_eq!(
            error("Invalid API call. Please retry."),
            AnswerError::UnknownSymbol {
                symbol: "IBM".into()
            }
        );
    }

    /// A key may be echoed as it is, in base64, with its characters escaped or wide: no word of it is kept.
    #[test]
    fn of_an_unknown_notice_no_word_is_repeated() {
        for echo in [
            KEY,
            "SzNZSzNZSzNZSzNZSzNZMA==",
            "%4B%33%59%4B%33%59",
            "Ｋ３ＹＫ３ＹＫ３Ｙ",
        ] {
            let error = error(&format!("We moved. Your key {echo} is kept."));
            assert_eq!(error, AnswerError::Other);
        }
    }

    #[test]
    fn texts_are_masked_on_one_line() {
        let shown = masked(
            &format!(
                "Found\n for {KEY} ({}), 0THER9KEY8HERE7",
                KEY.to_lowercase()
            ),
            KEY,
        );
        assert_eq!(shown, "Found for **** (****), ****");
    }

    #[test]
    fn a_short_key_is_masked_as_a_word_and_a_long_message_is_cut_after_masking() {
        assert_eq!(masked("key e echoed", "e"), "key **** echoed");
        assert_eq!(masked("xx mykeyxx", "mykey"), "xx ****xx");
        assert_eq!(masked("Schlüssel ÄmykeyÄ", "MYKEY"), "Schlüssel Ä****Ä");
        let long = format!("{} {KEY}", "word ".repeat(59));
        let shown = masked(&long, KEY);
        assert!(!shown.contains("K3Y"), "{shown}");
        assert!(shown.chars().count() <= LONGEST_MESSAGE + 1);
    }
}
