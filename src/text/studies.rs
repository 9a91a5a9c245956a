//! Walk-forward and seeds, as the page shows them.

texts! {
    /// The section's heading.
    title { en: "Does it hold?", de: "Hält es stand?" }
    means {
        en: "One verdict is one training on one test block. Both may have been lucky. These two \
             studies train the settings of the form again and again to find out.",
        de: "Ein Urteil ist ein Training und ein Testblock. Beide können Glück gehabt haben. Um das \
             herauszufinden, trainieren diese zwei Studien die Einstellungen des Formulars immer \
             wieder.",
    }
    load_prices_first { en: "Load prices first.", de: "Laden Sie zuerst Kurse." }
    training_is_running {
        en: "A training is running. This can start when it has ended.",
        de: "Gerade läuft ein Training. Wenn es zu Ende ist, kann diese Studie beginnen.",
    }
    other_study_is_running {
        en: "The other study is running. This can start after it.",
        de: "Gerade läuft die andere Studie. Danach kann diese beginnen.",
    }
    running {
        en: "Running. The page stays usable.",
        de: "Läuft. Die Seite bleibt benutzbar.",
    }
    done(count) plural {
        en: "Done: {count} training.", "Done: {count} trainings.";
        de: "Fertig: {count} Training.", "Fertig: {count} Trainings.";
    }
    settings_have_changed {
        en: "The settings have changed since. Run it again to see what they do.",
        de: "Die Einstellungen haben sich seitdem geändert. Starten Sie die Studie noch einmal, um zu \
             sehen, was das bewirkt.",
    }
    cancel { en: "Cancel", de: "Abbrechen" }
    time_left(time) { en: "about {time} left", de: "noch etwa {time}" }
    progress { en: "Progress of the study", de: "Fortschritt der Studie" }

    walk_forward {
        en: "Walk-forward: would it have held at other times?",
        de: "Walk-Forward: Hätte es zu anderen Zeiten standgehalten?",
    }
    walk_forward_means {
        en: "The history is cut into stretches. For each one a network is trained afresh on what came \
             before it, and tested on days that were its future.",
        de: "Der Kursverlauf wird in Abschnitte geteilt. Für jeden wird ein neues Netz auf dem \
             trainiert, was davor liegt, und an Tagen getestet, die seine Zukunft waren.",
    }
    walk_forward_settings {
        en: "Settings of the walk-forward",
        de: "Einstellungen des Walk-Forward",
    }
    folds { en: "Folds", de: "Abschnitte" }
    learn_from { en: "Learn from", de: "Lernen aus" }
    expanding {
        en: "All that came before (expanding)",
        de: "Allem, was davor liegt (wachsend)",
    }
    sliding {
        en: "The latest days only (sliding)",
        de: "Nur den letzten Tagen (gleitend)",
    }
    expanding_means {
        en: "Each network learns from everything before its test days: more and more of it.",
        de: "Jedes Netz lernt aus allem, was vor seinen Testtagen liegt: Das wird immer mehr.",
    }
    sliding_means {
        en: "Each network learns from equally many days right before its test days: less of it, but \
             nothing of a market long gone.",
        de: "Jedes Netz lernt aus gleich vielen Tagen unmittelbar vor seinen Testtagen: aus weniger, \
             aber aus nichts von einem längst vergangenen Markt.",
    }
    run_walk_forward { en: "Run walk-forward", de: "Walk-Forward starten" }
    /// What the folds together say, then how their intervals did.
    folds_say(finding, held) {
        en: "{finding} Their 80 % intervals held {held} of these days.",
        de: "{finding} Ihre 80-%-Intervalle haben {held} dieser Tage gehalten.",
    }
    folds_say_so_far(finding, held) {
        en: "So far: {finding} Their 80 % intervals held {held} of these days.",
        de: "Bisher: {finding} Ihre 80-%-Intervalle haben {held} dieser Tage gehalten.",
    }
    fold { en: "Fold", de: "Abschnitt" }
    tested_on { en: "Tested on", de: "Testtage" }
    rmse_ratio { en: "RMSE ratio", de: "RMSE-Verhältnis" }
    rmse_ratio_means {
        en: "RMSE divided by that of persistence: below 1 is better",
        de: "RMSE geteilt durch den der Persistenz: unter 1 ist besser",
    }
    all_folds { en: "All", de: "Alle" }
    test_days(count) plural {
        en: "{count} test day", "{count} test days";
        de: "{count} Testtag", "{count} Testtage";
    }
    errors_are_shares {
        en: "In the row of all days, rMAE and verdict weigh each error as a share of the price, so that \
             years of high prices do not drown the others; the RMSE ratio is in prices.",
        de: "In der Zeile aller Tage zählt für rMAE und Urteil jeder Fehler als Anteil am Kurs, damit \
             Jahre mit hohen Kursen die anderen nicht übertönen; das RMSE-Verhältnis bleibt in Kursen.",
    }
    training { en: "training", de: "Training" }
    validation { en: "validation", de: "Validierung" }
    test { en: "test", de: "Test" }
    /// A fold's drawing, for ears.
    fold_in_words(train_from, test_from, test_to) {
        en: "Learns from {train_from}, is tested from {test_from} to {test_to}",
        de: "Lernt ab dem {train_from}, wird vom {test_from} bis zum {test_to} getestet",
    }

    seeds { en: "Seeds: how much is luck?", de: "Seeds: Wie viel ist Glück?" }
    seeds_mean {
        en: "The seed draws the network’s first weights and the order of its lessons. Other seeds, \
             same prices, same test block: what differs then is luck in training.",
        de: "Der Seed lost die ersten Gewichte des Netzes aus und die Reihenfolge, in der es lernt. \
             Andere Seeds, dieselben Kurse, derselbe Testblock: Was sich dann unterscheidet, ist Glück \
             beim Training.",
    }
    seeds_settings { en: "Settings of the repetition", de: "Einstellungen der Wiederholung" }
    repetitions { en: "Repetitions", de: "Wiederholungen" }
    beside { en: "Beside", de: "Im Vergleich" }
    no_partner { en: "Nothing: how much is luck?", de: "Nichts: Wie viel ist Glück?" }
    honest_recipe { en: "The honest recipe", de: "Das Rezept „Ehrlich“" }
    notebook_recipe { en: "The notebook recipe", de: "Das Rezept „Notebook“" }
    honest_run(run, rmae) {
        en: "Run {run}: honest, rMAE {rmae}",
        de: "Lauf {run}: „Ehrlich“, rMAE {rmae}",
    }
    notebook_run(run, rmae) {
        en: "Run {run}: notebook, rMAE {rmae}",
        de: "Lauf {run}: „Notebook“, rMAE {rmae}",
    }
    partner_means {
        en: "With a partner both are trained with each seed, in pairs, and a test over the pairs says \
             which one is better, or that it cannot be told. That needs at least six.",
        de: "Gibt es etwas zum Vergleich, so werden beide mit jedem Seed trainiert, als Paar, und ein \
             Test über die Paare sagt, was besser ist oder dass es sich nicht sagen lässt. Dafür \
             braucht es mindestens sechs Wiederholungen.",
    }
    repeat_with_seeds { en: "Repeat with seeds", de: "Mit Seeds wiederholen" }
    apart(changes) {
        en: "What sets B apart from A: {changes}.",
        de: "Was B von A unterscheidet: {changes}.",
    }
    not_apart {
        en: "What sets B apart from A: nothing: they are the same.",
        de: "Was B von A unterscheidet: nichts, sie sind gleich.",
    }
    dots_mean {
        en: "A dot is the rMAE of one seed, the upright bar their median. The dashed line is 1: as good \
             as “tomorrow = today”.",
        de: "Jeder Punkt ist der rMAE eines Seeds, der senkrechte Strich ihr Median. Die gestrichelte \
             Linie ist 1: so gut wie „morgen = heute“.",
    }
    /// The dots, for ears.
    rmae_range(lowest, highest) {
        en: "rMAE from {lowest} to {highest}.",
        de: "rMAE von {lowest} bis {highest}.",
    }
    scores_and_median(count, median) plural {
        en: "{count} score, median {median}", "{count} scores, median {median}";
        de: "{count} Wert, Median {median}", "{count} Werte, Median {median}";
    }
    /// A column's heading, also after “A: ”.
    verdict { en: "verdict", de: "Urteil" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language, number, written_date};
    use chrono::NaiveDate;

    #[test]
    fn german_has_its_marks_and_dates() {
        let day = |day| written_date(NaiveDate::from_ymd_opt(2012, 3, day).expect("a date"));
        in_language(Language::German, || {
            assert_eq!(
                fold_in_words(day(1), day(5), day(9)),
                "Lernt ab dem 1. März 2012, wird vom 5. März 2012 bis zum 9. März 2012 getestet"
            );
            assert_eq!(
                scores_and_median(6, number::decimal(0.98765, 4)),
                "6 Werte, Median 0,9877"
            );
            assert!(
                folds_say("So.", number::percent(0.795, 1))
                    .ends_with("79,5 % dieser Tage gehalten.")
            );
        });
    }
}
