use super::*;

const ENGLISH: &str = "\
language-name = English
language-own_name = English

### The verdict.

verdict-title = Verdict
# Of a test day.
verdict-missed = It missed { $price } on { $day }.
verdict-days_left = { $count ->
    [one] { $count } day left for { $who }
   *[other] { $count } days left for { $who }
}
# Parts: number
verdict-it = It
";

const GERMAN: &str = "\
language-name = German
language-own_name = Deutsch
verdict-days_left = { $count ->
    [one] ein Tag für { $who }
   *[other] { $count } Tage für { $who }
}
verdict-title = Urteil
verdict-missed = Am { $day } hat es { $price } verfehlt.
verdict-it = { \" \" }Lauf { $number }
";

fn of(english: &str, german: &str) -> Result<Catalogue, Vec<String>> {
    Catalogue::of(&[
        ("en".to_owned(), english.to_owned()),
        ("de".to_owned(), german.to_owned()),
    ])
}

fn faults(german: &str) -> String {
    of(ENGLISH, german).expect_err("a fault").join("\n")
}

#[test]
fn a_table_has_every_form_in_the_order_of_the_source() {
    let catalogue = of(ENGLISH, GERMAN).expect("no fault");
    let tables: Vec<String> = catalogue.languages().iter().map(Language::table).collect();
    assert_eq!(
        tables,
        [
            "Verdict|It missed {0} on {1}.|{0} day left for {1}|{0} days left for {1}|It",
            "Urteil|Am {1} hat es {0} verfehlt.|ein Tag für {1}|{0} Tage für {1}| Lauf {0}",
        ]
        .map(|table| table.replace('|', &SEPARATOR.to_string()))
    );
}

#[test]
fn the_first_screens_words_are_a_table_of_their_own() {
    let [english, german] =
        [ENGLISH, GERMAN].map(|file| format!("{file}page-more = {}\n", file.len()));
    let catalogue = of(&english, &german).expect("no fault");
    for language in catalogue.languages() {
        let [first, rest] = catalogue.tables(language);
        assert!(first.parse::<usize>().is_ok(), "{first}");
        assert_eq!(rest.split(SEPARATOR).count(), 5);
        assert_eq!(language.table(), format!("{first}{SEPARATOR}{rest}"));
    }
    assert!(catalogue.rust().contains("FORMS: [usize; 2] = [1, 5]"));
}

#[test]
fn a_message_becomes_a_function_with_its_parts() {
    let code = of(ENGLISH, GERMAN).expect("no fault").rust();
    for line in [
        "pub const ALL: [Self; 2] = [Self::English, Self::German, ];",
        "pub(super) const FORMS: [usize; 2] = [0, 5];",
        "pub mod verdict {",
        "/// `Verdict`\npub fn title() -> &'static str { words(0) }",
        "/// Of a test day.\npub fn missed(price: impl Say, day: impl Say) -> String { fill(1, &[&price, &day]) }",
        "pub fn days_left(count: usize, who: impl Say) -> String { fill(2 + usize::from(count != 1), &[&count, &who]) }",
        "pub fn it(number: impl Say) -> String { fill(4, &[&number]) }",
    ] {
        assert!(code.contains(line), "{line}\nis not in\n{code}");
    }
    assert!(!code.contains("pub mod language"));
}

#[test]
fn what_a_language_lacks_is_named_with_file_and_message() {
    assert_eq!(
        faults(&GERMAN.replace("verdict-title", "verdict-titel")),
        "de.ftl: verdict-title is missing\nde.ftl: verdict-titel is not in English"
    );
    assert_eq!(
        faults(&GERMAN.replace("{ $price } ", "")),
        "de.ftl: verdict-missed: it does not say price"
    );
    assert_eq!(
        faults(&GERMAN.replace("$price", "$preis")),
        "de.ftl: verdict-missed: it has no part preis"
    );
    assert_eq!(
        faults(&GERMAN.replace("Tage für { $who }", "Tage")),
        "de.ftl: verdict-days_left: it does not say who"
    );
    assert_eq!(
        faults(&format!("{GERMAN}verdict-title = Spruch\n")),
        "de.ftl: verdict-title is there twice"
    );
    assert_eq!(
        faults(&GERMAN.replace("language-own_name = Deutsch\n", "")),
        "de.ftl: language-own_name is missing"
    );
}

#[test]
fn plural_forms_are_those_of_the_source() {
    assert_eq!(
        faults(&GERMAN.replace("    [one] ein Tag für { $who }\n", "")),
        "de.ftl: verdict-days_left: a count has the forms [one] and *[other]"
    );
    assert_eq!(
        faults(&GERMAN.replace("= Urteil", "= { $count ->\n    [one] a\n   *[other] b\n}")),
        "de.ftl: verdict-title: it has other plural forms than in English"
    );
    let polish = Catalogue::of(&[
        ("en".to_owned(), ENGLISH.to_owned()),
        ("pl".to_owned(), GERMAN.to_owned()),
    ]);
    let faults = polish.expect_err("a fault").join("\n");
    assert!(
        faults.contains("pl.ftl: how it counts is not known"),
        "{faults}"
    );
}

#[test]
fn what_the_page_does_not_use_of_fluent_is_refused() {
    for (message, fault) in [
        ("verdict-x = { verdict-title }", "between braces"),
        ("verdict-x = a\n    .title = b", "no attributes"),
        ("Title = a", "not named module-name"),
        ("-term = a", "no terms"),
        ("verdict-x =", "Expected"),
    ] {
        let found = faults(&format!("{GERMAN}{message}\n"));
        assert!(found.contains(fault), "{message}: {found}");
    }
}

#[test]
fn without_the_source_there_is_nothing_to_check_against() {
    let alone = Catalogue::of(&[("de".to_owned(), GERMAN.to_owned())]);
    assert!(alone.is_err());
}
