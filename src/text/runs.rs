//! The list of runs, runs side by side, both recipes in one go, and what can be taken home.

texts! {
    /// The list's heading.
    title { en: "Your runs", de: "Ihre Läufe" }
    tick_two {
        en: "Tick two runs to see them side by side.",
        de: "Kreuzen Sie zwei Läufe an, um sie nebeneinander zu sehen.",
    }
    one_is_ticked(run) {
        en: "Run {run} is chosen. Tick the run to compare it with.",
        de: "Lauf {run} ist gewählt. Kreuzen Sie den Lauf an, mit dem er verglichen werden soll.",
    }
    /// A column's heading.
    run { en: "Run", de: "Lauf" }
    what_changed {
        en: "What changed, and what it did",
        de: "Was sich geändert hat, und was es bewirkte",
    }
    /// The heading of a column with buttons.
    actions { en: "What to do with it", de: "Was Sie damit tun können" }
    kept_here {
        en: "Runs are kept on this device with their settings and scores, the newest also with their \
             networks, and never with your API key.",
        de: "Läufe werden mit ihren Einstellungen und Ergebnissen auf diesem Gerät aufbewahrt, die \
             neuesten auch mit ihren Netzen, und nie mit Ihrem API-Schlüssel.",
    }
    forget_all { en: "Forget all that is kept", de: "Alles Aufbewahrte löschen" }
    nothing_to_compare_with {
        en: "Nothing to compare with on this history.",
        de: "Auf diesem Kursverlauf gibt es nichts, womit er sich vergleichen ließe.",
    }
    same_settings_as(run) {
        en: "The same settings as run {run}.",
        de: "Dieselben Einstellungen wie Lauf {run}.",
    }
    /// Epochs, and steps into the next one.
    steps_after_epochs(count, epochs) plural {
        en: "{epochs}, {count} step", "{epochs}, {count} steps";
        de: "{epochs}, {count} Schritt", "{epochs}, {count} Schritte";
    }
    compare_run(run) { en: "Compare run {run}", de: "Lauf {run} vergleichen" }
    pin { en: "Pin", de: "Anheften" }
    pin_run(run) {
        en: "Pin run {run}: later runs are compared with it",
        de: "Lauf {run} anheften: Spätere Läufe werden mit ihm verglichen",
    }
    show { en: "Show", de: "Zeigen" }
    show_run(run) {
        en: "Show the results of run {run} again",
        de: "Die Ergebnisse von Lauf {run} noch einmal zeigen",
    }
    restore { en: "Restore", de: "Wiederherstellen" }
    restore_run(run) {
        en: "Restore the settings of run {run}",
        de: "Die Einstellungen von Lauf {run} wiederherstellen",
    }
    delete { en: "Delete", de: "Löschen" }
    delete_run(run) {
        en: "Delete run {run} from the list",
        de: "Lauf {run} aus der Liste löschen",
    }

    side_by_side(one, other) {
        en: "Run {one} and run {other} side by side",
        de: "Lauf {one} und Lauf {other} nebeneinander",
    }
    close { en: "Close", de: "Schließen" }
    both_and_actual { en: "Both beside what happened", de: "Beide neben dem, was geschah" }
    beats { en: "Beats “tomorrow = today”", de: "Schlägt „morgen = heute“" }
    ties { en: "Ties with “tomorrow = today”", de: "So gut wie „morgen = heute“" }
    loses { en: "Loses to “tomorrow = today”", de: "Verliert gegen „morgen = heute“" }
    same_settings { en: "Both have the same settings.", de: "Beide haben dieselben Einstellungen." }
    set_differently { en: "What was set differently", de: "Was anders eingestellt war" }
    setting { en: "Setting", de: "Einstellung" }
    run_number(run) { en: "Run {run}", de: "Lauf {run}" }
    scores_on_same_days {
        en: "Their scores on the same test days",
        de: "Die Ergebnisse beider an denselben Testtagen",
    }
    direction_right { en: "Direction right", de: "Richtung getroffen" }
    tomorrow_is_today { en: "Tomorrow = today", de: "Morgen = heute" }

    run_both { en: "Run both recipes", de: "Beide Rezepte ausführen" }
    both_means {
        en: "Trains honest, then notebook, on these prices, and sets the two side by side.",
        de: "Trainiert auf diesen Kursen erst „Ehrlich“, dann „Notebook“, und stellt beide \
             nebeneinander.",
    }
    /// Which of both is being trained: “1 of 2: honest”.
    place_of_both(place) { en: "Recipe {place}.", de: "Rezept {place}." }

    take_home { en: "Take it home", de: "Zum Mitnehmen" }
    take_home_means {
        en: "What was trained here is yours: the files hold the network, the prices and the link that \
             replays the run, and never your API key. Put model, script and predictions into one \
             folder and run the script with Python.",
        de: "Was hier trainiert wurde, gehört Ihnen: Die Dateien enthalten das Netz, die Kurse und den \
             Link, der den Lauf wiederholt, und nie Ihren API-Schlüssel. Legen Sie Modell, Skript und \
             Vorhersagen in einen Ordner und führen Sie das Skript mit Python aus.",
    }
    saved_model {
        en: "A model saved before: judged on its prices again, without training.",
        de: "Ein früher gespeichertes Modell: Es wird noch einmal an seinen Kursen beurteilt, ohne \
             Training.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    #[test]
    fn german_counts_steps_after_epochs() {
        in_language(Language::German, || {
            assert_eq!(
                [
                    steps_after_epochs(1, 7usize),
                    steps_after_epochs(12, 7usize)
                ],
                ["7, 1 Schritt", "7, 12 Schritte"]
            );
        });
    }
}
