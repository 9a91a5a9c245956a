use super::*;

/// A text's name, its parts, and its words in English and German: one pair, or two for a plural.
pub(super) type Entry = (
    &'static str,
    &'static [&'static str],
    &'static [(&'static str, &'static str)],
);

fn every_entry() -> impl Iterator<Item = (String, &'static Entry)> {
    let modules: [(&str, &[Entry]); 34] = [
        ("address", super::address::ALL),
        ("alpha_vantage", super::alpha_vantage::ALL),
        ("cell", super::cell::ALL),
        ("charts", super::charts::ALL),
        ("days", super::days::ALL),
        ("forecast", super::forecast::ALL),
        ("guide", super::guide::ALL),
        ("import", super::import::ALL),
        ("inspect", super::inspect::ALL),
        ("journal", super::journal::ALL),
        ("lessons", super::lessons::ALL),
        ("lstm", super::lstm::ALL),
        ("market", super::market::ALL),
        ("model_file", super::model_file::ALL),
        ("network", super::network::ALL),
        ("notices", super::notices::ALL),
        ("page", super::page::ALL),
        ("price_file", super::price_file::ALL),
        ("prices", super::prices::ALL),
        ("requests", super::requests::ALL),
        ("results", super::results::ALL),
        ("run", super::run::ALL),
        ("runs", super::runs::ALL),
        ("seeds", super::seeds::ALL),
        ("session", super::session::ALL),
        ("settings", super::settings::ALL),
        ("studies", super::studies::ALL),
        ("study", super::study::ALL),
        ("tomorrow", super::tomorrow::ALL),
        ("trainer", super::trainer::ALL),
        ("training", super::training::ALL),
        ("verdict", super::verdict::ALL),
        ("watch", super::watch::ALL),
        ("worlds", super::worlds::ALL),
    ];
    modules.into_iter().flat_map(|(module, texts)| {
        texts
            .iter()
            .map(move |entry| (format!("{module}::{}", entry.0), entry))
    })
}

fn every_text() -> impl Iterator<Item = (String, &'static str, &'static str)> {
    every_entry().flat_map(|(name, (_, _, words))| {
        words
            .iter()
            .map(move |(english, german)| (name.clone(), *english, *german))
    })
}

/// The parts of a text, sorted. Panics on what is not a plain `{name}`.
fn parts(words: &str) -> Vec<&str> {
    let mut parts: Vec<&str> = words
        .split('{')
        .skip(1)
        .map(|rest| rest.split_once('}').expect("a part ends").0)
        .collect();
    for part in &parts {
        assert!(
            !part.is_empty() && part.chars().all(|it| it.is_ascii_lowercase() || it == '_'),
            "{words}: {part} is not a plain name"
        );
    }
    parts.sort_unstable();
    parts
}

#[test]
fn both_languages_say_the_same_parts() {
    for (name, english, german) in every_text() {
        let (mut english, mut german) = (parts(english), parts(german));
        english.dedup();
        german.dedup();
        // The words for one may leave out the count.
        for parts in [&mut english, &mut german] {
            parts.retain(|part| *part != "count");
        }
        assert_eq!(english, german, "{name}");
    }
}

#[test]
fn words_name_their_parts_and_no_others() {
    for (name, (_, known, words)) in every_entry() {
        let said: Vec<&str> = words
            .iter()
            .flat_map(|(english, german)| [parts(english), parts(german)].concat())
            .collect();
        for part in &said {
            assert!(known.contains(part), "{name} has no part {part}");
        }
        for part in *known {
            assert!(said.contains(part), "{name} does not say {part}");
        }
    }
}

#[test]
fn parts_are_put_in_their_places() {
    assert_eq!(
        fill(&["{b}, {a} and {b}", ""], &["a", "b"], &[&"one", &2_usize]),
        "2, one and 2"
    );
    let german = in_language(Language::German, || fill(&["", "{a}"], &["a"], &[&0.5]));
    assert_eq!(german, "0,5");
}

#[test]
fn texts_are_set_as_their_language_sets_them() {
    for (name, english, german) in every_text() {
        for words in [english, german] {
            assert!(!words.trim().is_empty(), "{name} is empty");
            assert!(!words.contains("  "), "{name}: two spaces");
            assert!(!words.contains(['"', '\'', '—']), "{name}: {words}");
        }
        assert_eq!(
            english.starts_with(' '),
            german.starts_with(' '),
            "{name}: a space in front"
        );
        assert_eq!(
            english.ends_with(' '),
            german.ends_with(' '),
            "{name}: a space at the end"
        );
        assert!(!english.contains('„'), "{name}: {english}");
        assert!(!german.contains('”'), "{name}: {german}");
        assert_eq!(
            german.matches('„').count(),
            german.matches('“').count(),
            "{name}: {german}"
        );
    }
}

#[test]
fn a_tag_names_its_language_whatever_the_region() {
    assert_eq!(Language::from_tag("de-AT"), Some(Language::German));
    assert_eq!(Language::from_tag("EN"), Some(Language::English));
    assert_eq!(Language::from_tag("fr"), None);
    assert_eq!(Language::from_tag(""), None);
    assert_eq!(Language::wanted(["fr-FR", "de", "en"]), Language::German);
    assert_eq!(Language::wanted(["fr-FR"]), Language::English);
}

#[test]
fn a_language_can_be_spoken_for_a_while() {
    let german = in_language(Language::German, verdict::title);
    assert_eq!([german, verdict::title()], ["Urteil", "Verdict"]);
}
