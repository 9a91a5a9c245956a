use super::*;
use chrono::NaiveDate;

/// Every form of every text, in a language.
fn forms(language: Language) -> Vec<&'static str> {
    let shares = [Share::FirstScreen, Share::Rest];
    let tables = shares.map(|share| language.table(share));
    let tables = tables.map(|table| table.expect("native tests hold all languages"));
    tables.concat()
}

/// The marks that a language quotes with, and those of the others.
fn quotation_marks(language: Language) -> ([char; 2], &'static str) {
    match language {
        Language::English => (['“', '”'], "„«»"),
        Language::German => (['„', '“'], "”«»"),
        Language::Spanish => (['«', '»'], "“”„"),
    }
}

#[test]
fn texts_are_set_as_their_language_sets_them() {
    for language in Language::ALL {
        let ([opening, closing], foreign) = quotation_marks(language);
        for (words, english) in forms(language).iter().zip(forms(Language::English)) {
            assert!(!words.contains("  "), "two spaces: {words}");
            assert!(!words.contains(['"', '\'', '—']), "{words}");
            assert!(
                !words.contains(|it| foreign.contains(it)),
                "{language:?}: {words}"
            );
            assert_eq!(
                words.matches(opening).count(),
                words.matches(closing).count(),
                "{words}"
            );
            assert_eq!(
                [words.starts_with(' '), words.ends_with(' ')],
                [english.starts_with(' '), english.ends_with(' ')],
                "a space around: {words}"
            );
        }
    }
}

#[test]
fn spanish_opens_its_questions_and_exclamations() {
    // Of all together: a question may come in two pieces, around a name.
    let all = forms(Language::Spanish).concat();
    for [opening, closing] in [['¿', '?'], ['¡', '!']] {
        assert_eq!(all.matches(opening).count(), all.matches(closing).count());
    }
}

#[test]
fn parts_are_put_in_the_places_that_the_language_gives_them() {
    let said = |language| {
        in_language(language, || {
            seeds::wins("rMAE", "MAE", 2_usize, 1_usize, 3_usize)
        })
    };
    let english = said(Language::English);
    assert!(english.find("rMAE") < english.find(" MAE"), "{english}");
    assert!(said(Language::German).contains("rMAE"));
    let half = in_language(Language::German, || runs::steps_after_epochs(1, 0.5));
    assert_eq!(half, "0,5, 1 Schritt");
}

#[test]
fn a_tag_names_its_language_whatever_the_region() {
    assert_eq!(Language::from_tag("de-AT"), Some(Language::German));
    assert_eq!(Language::from_tag("es-419"), Some(Language::Spanish));
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

#[test]
fn words_of_another_build_are_refused() {
    assert!(!bring(
        Language::German,
        Share::Rest,
        "ein\u{1f}paar".to_owned()
    ));
}

#[test]
fn counts_choose_their_form_and_marks_their_language() {
    let in_german = |make: fn() -> String| in_language(Language::German, make);
    let in_spanish = |make: fn() -> String| in_language(Language::Spanish, make);
    assert_eq!(
        in_german(|| results::price_and_range(
            number::decimal(101.5, 2),
            number::decimal(98.1, 2),
            number::decimal(104.25, 2)
        )),
        "101,50 (98,10 bis 104,25)"
    );
    assert!(
        in_german(|| results::always_up(number::percent(0.541, 1)))
            .contains("an 54,1 % der Testtage")
    );
    assert_eq!(in_german(|| results::weeks_later(1)), "1 Woche später");
    assert_eq!(in_german(|| results::weeks_later(2)), "2 Wochen später");
    assert_eq!(in_spanish(|| results::weeks_later(1)), "1 semana después");
    assert_eq!(in_spanish(|| results::weeks_later(2)), "2 semanas después");
    assert_eq!(
        in_german(|| runs::steps_after_epochs(12, 7usize)),
        "7, 12 Schritte"
    );
    assert_eq!(
        in_german(|| tomorrow::change(number::signed(-1.25, 2), number::signed(-0.4, 2))),
        "−1,25 (−0,40 %)"
    );
}

#[test]
fn dates_are_said_within_sentences() {
    let day = |day| written_date(NaiveDate::from_ymd_opt(2012, 3, day).expect("a date"));
    assert_eq!(
        in_language(Language::German, || {
            studies::fold_in_words(day(1), day(5), day(9))
        }),
        "Lernt ab dem 1. März 2012, wird vom 5. März 2012 bis zum 9. März 2012 getestet"
    );
    assert_eq!(
        in_language(Language::German, || tomorrow::after(day(5))),
        "nach dem 5. März 2012"
    );
}
