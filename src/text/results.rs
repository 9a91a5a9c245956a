//! The verdict section: scores, intervals, days ahead, the sealed block.

texts! {
    /// Both ends of a range, prices or dates.
    from_to(low, high) { en: "{low} to {high}", de: "{low} bis {high}" }

    scores_title {
        en: "Scores on the held-out test block",
        de: "Ergebnisse im zurückgehaltenen Testblock",
    }
    network_means { en: "the network you trained", de: "das Netz, das Sie trainiert haben" }
    persistence { en: "Persistence", de: "Persistenz" }
    persistence_means { en: "tomorrow = today", de: "morgen = heute" }
    drift_means { en: "today plus the average step", de: "heute plus der mittlere Schritt" }
    moving_average_means {
        en: "the mean of the last five days",
        de: "das Mittel der letzten fünf Tage",
    }
    ar1_means { en: "the last return, weighted", de: "die letzte Rendite, gewichtet" }
    ridge { en: "Ridge", de: "Ridge" }
    ridge_means {
        en: "a straight line through the same window",
        de: "eine Gerade durch dasselbe Fenster",
    }
    best_possible_means {
        en: "by someone who knows the process",
        de: "von jemandem, der den Prozess kennt",
    }
    forecast { en: "Forecast", de: "Prognose" }
    mae_means {
        en: "Mean absolute error, in price units",
        de: "Mittlerer absoluter Fehler, in der Einheit der Kurse",
    }
    rmse_means {
        en: "Root mean squared error, in price units",
        de: "Wurzel aus dem mittleren quadrierten Fehler, in der Einheit der Kurse",
    }
    mape_means {
        en: "Mean absolute percentage error",
        de: "Mittlerer absoluter Fehler in Prozent",
    }
    rmae_means {
        en: "MAE divided by that of persistence: below 1 is better",
        de: "MAE geteilt durch den der Persistenz: unter 1 ist besser",
    }
    r_squared { en: "R² returns", de: "R² der Renditen" }
    r_squared_means {
        en: "Out-of-sample R² on returns, against the expanding mean",
        de: "R² der Renditen an ungesehenen Tagen, gegen das Mittel aller Renditen davor",
    }
    direction_and_interval {
        en: "Direction right (95 % interval)",
        de: "Richtung getroffen (95-%-Intervall)",
    }
    always_up(share) {
        en: "Persistence names no direction. For comparison, always saying “up” would have been right \
             on {share} of the test days.",
        de: "Persistenz nennt keine Richtung. Zum Vergleich: Immer „aufwärts“ zu sagen, wäre an {share} \
             der Testtage richtig gewesen.",
    }

    intervals_title { en: "How sure is it?", de: "Wie sicher ist das?" }
    /// `calibrated_on` is in the dative in German.
    intervals_are(calibrated_on) {
        en: "Each interval is a range around the forecast that is meant to hold a given share of the \
             days. Calibrated on {calibrated_on}; the column “held” says what came of it on the test \
             days.",
        de: "Jedes Intervall ist ein Bereich um die Prognose, in dem ein bestimmter Anteil der Tage \
             liegen soll. Kalibriert an {calibrated_on}; die Spalte „gehalten“ sagt, was an den \
             Testtagen daraus wurde.",
    }
    split { en: "Split", de: "Split" }
    adaptive { en: "Adaptive", de: "Adaptiv" }
    shown_in_charts { en: "Shown in the charts", de: "In den Diagrammen gezeigt" }
    method { en: "Method", de: "Verfahren" }
    interval { en: "Interval", de: "Intervall" }
    meant_to_hold { en: "Meant to hold", de: "Soll halten" }
    held { en: "Held", de: "Gehalten" }
    mean_width { en: "Mean width", de: "Mittlere Breite" }
    /// The interval of the next day, week or month.
    next { en: "Next", de: "Als Nächstes" }
    held_lately {
        en: "Held over the last 100 test days",
        de: "Gehalten über die jeweils letzten 100 Testtage",
    }

    direct { en: "Direct: all days at once", de: "Direkt: alle Tage auf einmal" }
    recursive { en: "Recursive: day after day", de: "Rekursiv: Tag für Tag" }
    /// The chart's title.
    the_days_ahead { en: "The days ahead", de: "Die nächsten Tage" }
    day_bands {
        en: "The bands hold 50, 80 and 95 % of what happened on the days they were calibrated on, for \
             each day ahead by itself. A whole path stays inside far less often than any one day does.",
        de: "Die Bänder enthalten 50, 80 und 95 % dessen, was an den Tagen geschah, an denen sie \
             kalibriert wurden, und zwar für jeden Tag voraus einzeln. Ein ganzer Pfad bleibt viel \
             seltener darin als ein einzelner Tag.",
    }
    week_bands {
        en: "The bands hold 50, 80 and 95 % of what happened on the days they were calibrated on, for \
             each week ahead by itself. A whole path stays inside far less often than any one week \
             does.",
        de: "Die Bänder enthalten 50, 80 und 95 % dessen, was an den Tagen geschah, an denen sie \
             kalibriert wurden, und zwar für jede Woche voraus einzeln. Ein ganzer Pfad bleibt viel \
             seltener darin als eine einzelne Woche.",
    }
    month_bands {
        en: "The bands hold 50, 80 and 95 % of what happened on the days they were calibrated on, for \
             each month ahead by itself. A whole path stays inside far less often than any one month \
             does.",
        de: "Die Bänder enthalten 50, 80 und 95 % dessen, was an den Tagen geschah, an denen sie \
             kalibriert wurden, und zwar für jeden Monat voraus einzeln. Ein ganzer Pfad bleibt viel \
             seltener darin als ein einzelner Monat.",
    }
    how_good_by_day {
        en: "How good is it, day by day?",
        de: "Wie gut ist die Prognose, Tag für Tag?",
    }
    how_good_by_week {
        en: "How good is it, week by week?",
        de: "Wie gut ist die Prognose, Woche für Woche?",
    }
    how_good_by_month {
        en: "How good is it, month by month?",
        de: "Wie gut ist die Prognose, Monat für Monat?",
    }
    /// The column that says how far ahead.
    ahead { en: "Ahead", de: "Voraus" }
    network_mae_means {
        en: "Mean absolute error of the network, in price units",
        de: "Mittlerer absoluter Fehler des Netzes, in der Einheit der Kurse",
    }
    no_change { en: "“No change”", de: "„Keine Änderung“" }
    no_change_means {
        en: "Mean absolute error of the last known price",
        de: "Mittlerer absoluter Fehler des letzten bekannten Kurses",
    }
    /// Of the two columns before it.
    ratio_means {
        en: "The first divided by the second: below 1 is better",
        de: "Der erste geteilt durch den zweiten: unter 1 ist besser",
    }
    network { en: "Network", de: "Netz" }
    held_means {
        en: "Share of test days that the 80 % interval held",
        de: "Anteil der Testtage, die das 80-%-Intervall gehalten hat",
    }
    forecast_and_interval { en: "Forecast (80 % interval)", de: "Prognose (80-%-Intervall)" }
    price_and_range(price, low, high) {
        en: "{price} ({low} to {high})",
        de: "{price} ({low} bis {high})",
    }
    days_are_scored {
        en: "Scored on the test block; the verdict above is about the first row. Each row has a \
             Diebold–Mariano test of its own, which allows for forecasts several days ahead that \
             overlap; still, of many rows one or another looks significant by chance.",
        de: "Gemessen am Testblock; das Urteil oben gilt der ersten Zeile. Jede Zeile hat einen eigenen \
             Diebold-Mariano-Test, der berücksichtigt, dass sich Prognosen über mehrere Tage \
             überlappen. Trotzdem sieht unter vielen Zeilen die eine oder andere durch Zufall \
             signifikant aus.",
    }
    weeks_are_scored {
        en: "Scored on the test block; the verdict above is about the first row. Each row has a \
             Diebold–Mariano test of its own, which allows for forecasts several weeks ahead that \
             overlap; still, of many rows one or another looks significant by chance.",
        de: "Gemessen am Testblock; das Urteil oben gilt der ersten Zeile. Jede Zeile hat einen eigenen \
             Diebold-Mariano-Test, der berücksichtigt, dass sich Prognosen über mehrere Wochen \
             überlappen. Trotzdem sieht unter vielen Zeilen die eine oder andere durch Zufall \
             signifikant aus.",
    }
    months_are_scored {
        en: "Scored on the test block; the verdict above is about the first row. Each row has a \
             Diebold–Mariano test of its own, which allows for forecasts several months ahead that \
             overlap; still, of many rows one or another looks significant by chance.",
        de: "Gemessen am Testblock; das Urteil oben gilt der ersten Zeile. Jede Zeile hat einen eigenen \
             Diebold-Mariano-Test, der berücksichtigt, dass sich Prognosen über mehrere Monate \
             überlappen. Trotzdem sieht unter vielen Zeilen die eine oder andere durch Zufall \
             signifikant aus.",
    }

    slide_title { en: "Slide it", de: "Die Linie verschieben" }
    slide_help {
        en: "Move the predicted line of the test block, by dragging or with the arrow keys, and watch \
             the chart above and the error. Where does it fit best?",
        de: "Verschieben Sie die vorhergesagte Linie des Testblocks durch Ziehen oder mit den \
             Pfeiltasten, und beobachten Sie dabei das Diagramm darüber und den Fehler. Wo passt die \
             Linie am besten?",
    }
    move_line { en: "Move the predicted line", de: "Vorhergesagte Linie verschieben" }
    where_it_stands { en: "Where it stands", de: "An ihrem Platz" }
    days_earlier(count) plural {
        en: "{count} trading day earlier", "{count} trading days earlier";
        de: "{count} Handelstag früher", "{count} Handelstage früher";
    }
    days_later(count) plural {
        en: "{count} trading day later", "{count} trading days later";
        de: "{count} Handelstag später", "{count} Handelstage später";
    }
    weeks_earlier(count) plural {
        en: "{count} week earlier", "{count} weeks earlier";
        de: "{count} Woche früher", "{count} Wochen früher";
    }
    weeks_later(count) plural {
        en: "{count} week later", "{count} weeks later";
        de: "{count} Woche später", "{count} Wochen später";
    }
    months_earlier(count) plural {
        en: "{count} month earlier", "{count} months earlier";
        de: "{count} Monat früher", "{count} Monate früher";
    }
    months_later(count) plural {
        en: "{count} month later", "{count} months later";
        de: "{count} Monat später", "{count} Monate später";
    }

    keep_sealed { en: "Keep the last 5 % sealed", de: "Die letzten 5 % versiegelt lassen" }
    keep_sealed_help {
        en: "Neither trained nor tested on. When you have made your choice, open it once: the only \
             score that nothing was chosen by.",
        de: "An ihnen wird weder trainiert noch getestet. Wenn Ihre Wahl getroffen ist, öffnen Sie sie \
             einmal: das einzige Ergebnis, nach dem nichts ausgesucht wurde.",
    }
    sealed_title { en: "The sealed block", de: "Der versiegelte Block" }
    is_sealed { en: "sealed", de: "versiegelt" }
    is_opening { en: "opening", de: "wird geöffnet" }
    is_opened { en: "opened", de: "geöffnet" }
    sealed_prices(count, from, to) {
        en: "The last {count} prices, {from} to {to}, took no part in training or test.",
        de: "Die letzten {count} Kurse, {from} bis {to}, waren weder am Training noch am Test beteiligt.",
    }
    why_once {
        en: "Every verdict you look at before you settle on a network makes the test block a little \
             less of a test. These days are untouched, so their score is worth most, and only once: \
             open them when your choice is made.",
        de: "Mit jedem Urteil, das Sie sich ansehen, bevor Sie sich für ein Netz entscheiden, wird der \
             Testblock etwas weniger zum Test. Diese Tage sind unberührt, also ist ihr Ergebnis am \
             meisten wert, aber nur einmal: Öffnen Sie sie, wenn Ihre Wahl getroffen ist.",
    }
    open_sealed { en: "Open the sealed block", de: "Versiegelten Block öffnen" }
    opening { en: "Opening …", de: "Wird geöffnet …" }
    open_question {
        en: "Open it now, with this network? For these prices it then stays open, in your later visits \
             too.",
        de: "Jetzt öffnen, mit diesem Netz? Für diese Kurse bleibt er dann offen, auch bei späteren \
             Besuchen.",
    }
    open_it { en: "Yes, open it", de: "Ja, öffnen" }
    not_yet { en: "Not yet", de: "Noch nicht" }
    days_from_to(count, from, to) {
        en: "{count} days, {from} to {to}",
        de: "{count} Tage, {from} bis {to}",
    }
    opened_with_run(run) {
        en: "It was opened with run {run}. For a later network it is a block like any other, and its \
             score would be no test: load another history for a fresh one.",
        de: "Er wurde mit Lauf {run} geöffnet. Für ein späteres Netz ist er ein Block wie jeder andere, \
             und sein Ergebnis wäre kein Test: Laden Sie für einen frischen Block einen anderen \
             Kursverlauf.",
    }
    opened_earlier {
        en: "It was opened in an earlier visit. For a later network it is a block like any other, and \
             its score would be no test: load another history for a fresh one.",
        de: "Er wurde bei einem früheren Besuch geöffnet. Für ein späteres Netz ist er ein Block wie \
             jeder andere, und sein Ergebnis wäre kein Test: Laden Sie für einen frischen Block einen \
             anderen Kursverlauf.",
    }
    block { en: "Block", de: "Block" }
    test_block { en: "Test", de: "Test" }
    sealed_block { en: "Sealed", de: "Versiegelt" }
    tomorrow_is_today { en: "“Tomorrow = today”", de: "„Morgen = heute“" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language, number};

    #[test]
    fn german_has_its_marks_and_forms() {
        in_language(Language::German, || {
            assert_eq!(
                price_and_range(
                    number::decimal(101.5, 2),
                    number::decimal(98.1, 2),
                    number::decimal(104.25, 2)
                ),
                "101,50 (98,10 bis 104,25)"
            );
            assert!(always_up(number::percent(0.541, 1)).contains("an 54,1 % der Testtage"));
            assert_eq!(
                [weeks_later(1), weeks_later(2), days_earlier(3)],
                ["1 Woche später", "2 Wochen später", "3 Handelstage früher"]
            );
        });
    }
}
