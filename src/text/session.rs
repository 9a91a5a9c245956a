//! The visit: its runs, two of them side by side, an opened seal.

use super::{Language, language};

texts! {
    /// Which of both recipes is being trained.
    first_of_both { en: "1 of 2: honest", de: "1 von 2: „Ehrlich“" }
    second_of_both { en: "2 of 2: notebook", de: "2 von 2: „Notebook“" }
    honest_run(number) { en: "Run {number}, honest", de: "Lauf {number}, „Ehrlich“" }
    notebook_run(number) { en: "Run {number}, notebook", de: "Lauf {number}, „Notebook“" }
    /// At the beginning of a sentence.
    run_first(number) { en: "Run {number}", de: "Lauf {number}" }
    run(number) { en: "run {number}", de: "Lauf {number}" }
    last_days { en: "The last 5 %", de: "Die letzten 5 %" }
    last_days_sealed { en: "sealed", de: "versiegelt" }
    last_days_tested { en: "tested on", de: "zum Testen verwendet" }
    rate_by_hand { en: "Learning rate by hand", de: "Lernrate von Hand" }
    rate_not_changed { en: "not changed", de: "nicht geändert" }
    not_the_same_days(other, own_ratio, other_ratio) {
        en: "It was not tested on the same days as run {other}, so no test can compare them. Against \
             “tomorrow = today” on its own days it has an rMAE of {own_ratio}, run {other} of \
             {other_ratio}.",
        de: "Er wurde nicht an denselben Tagen getestet wie Lauf {other}, daher kann kein Test die \
             beiden vergleichen. Gegen „morgen = heute“ hat er an seinen eigenen Tagen einen rMAE von \
             {own_ratio}, Lauf {other} einen von {other_ratio}.",
    }
    tested_on(count, number, first, last) plural {
        en: "run {number} on {count} day from {first} to {last}",
            "run {number} on {count} days from {first} to {last}";
        de: "Lauf {number} an {count} Tag vom {first} bis zum {last}",
            "Lauf {number} an {count} Tagen vom {first} bis zum {last}";
    }
    tested_on_nothing(number) { en: "run {number} on 0 days", de: "Lauf {number} an keinem Tag" }
    other_prices_of_one_title(one, other, title) {
        en: "Runs {one} and {other} are both on {title}, but not on the same prices: they were made \
             with another seed, loaded at another time, or adjusted for splits in between. An error \
             says nothing beside one on other prices, so they are not compared. Train both on the \
             same prices.",
        de: "Lauf {one} und Lauf {other} verwenden beide dieselbe Quelle ({title}), aber nicht \
             dieselben Kurse: Diese wurden mit einem anderen Seed erzeugt, zu einer anderen Zeit \
             geladen oder dazwischen um Splits bereinigt. Fehler bei verschiedenen Kursen lassen sich \
             nicht nebeneinanderstellen, darum werden die beiden nicht verglichen. Trainieren Sie \
             beide mit denselben Kursen.",
    }
    other_prices(one, other, one_title, other_title) {
        en: "Runs {one} and {other} are on different prices: {one_title} and {other_title}. An error \
             says nothing beside one on other prices, so they are not compared. Train both on the \
             same prices.",
        de: "Lauf {one} und Lauf {other} verwenden verschiedene Kurse: {one_title} und {other_title}. \
             Fehler bei verschiedenen Kursen lassen sich nicht nebeneinanderstellen, darum werden die \
             beiden nicht verglichen. Trainieren Sie beide mit denselben Kursen.",
    }
    other_days(one, other) {
        en: "These two were not tested on the same days: {one}, {other}. One may have had the easier \
             days, so they are not compared. Give both the same look-back window, split and sealed \
             block.",
        de: "Diese beiden wurden nicht an denselben Tagen getestet: {one}, {other}. Einer von ihnen \
             könnte die leichteren Tage gehabt haben, darum werden sie nicht verglichen. Geben Sie \
             beiden dasselbe Rückblickfenster, dieselbe Aufteilung und denselben versiegelten Block.",
    }
    seal_showed_worse(now, before) {
        en: "On days that nobody had looked at, its error is {now} times that of “tomorrow = today”, \
             worse than on the test block. A score that was chosen, or lucky, falls back like this: \
             it was {before} there.",
        de: "An Tagen, die noch niemand angesehen hatte, ist sein Fehler das {now}-Fache des Fehlers \
             von „morgen = heute“, schlechter als auf dem Testblock, wo es das {before}-Fache war. So \
             fällt ein Ergebnis zurück, das ausgesucht war oder Glück hatte.",
    }
    seal_showed_better(now, before) {
        en: "On days that nobody had looked at, its error is {now} times that of “tomorrow = today”, \
             better than on the test block. So few days leave much to luck: it was {before} there.",
        de: "An Tagen, die noch niemand angesehen hatte, ist sein Fehler das {now}-Fache des Fehlers \
             von „morgen = heute“, besser als auf dem Testblock, wo es das {before}-Fache war. So \
             wenige Tage überlassen viel dem Zufall.",
    }
    seal_showed_the_same(now, before) {
        en: "On days that nobody had looked at, its error is {now} times that of “tomorrow = today”, \
             as on the test block. That is how a score looks that nobody chose by: it was {before} \
             there.",
        de: "An Tagen, die noch niemand angesehen hatte, ist sein Fehler das {now}-Fache des Fehlers \
             von „morgen = heute“, wie auf dem Testblock, wo es das {before}-Fache war. So sieht ein \
             Ergebnis aus, nach dem niemand ausgewählt hat.",
    }
}

/// The run that is spoken of, at the beginning of a sentence. In German by its number, which needs no
/// case.
pub fn this_run(number: u32) -> String {
    match language() {
        Language::English => "It".to_owned(),
        Language::German => run_first(number),
    }
}
