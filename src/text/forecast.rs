//! What is said of forecasts: caveats, comparisons, intervals, the sealed block.

use super::pick;

texts! {
    test_days_scattered(days) {
        en: "The {days} test days are drawn at random from the whole history, with training days before \
             and after each of them: the scores tell how well gaps are filled, not how well the future \
             is forecast.",
        de: "Die {days} Testtage sind zufällig aus dem ganzen Kursverlauf gezogen, mit Trainingstagen vor \
             und nach jedem davon: Die Fehlermaße sagen, wie gut Lücken gefüllt werden, nicht, wie gut \
             die Zukunft vorhergesagt wird.",
    }
    prices_stand_still(cap) {
        en: "The price did not move on any test day, so “tomorrow = today” is exactly right and nothing \
             can beat it. Where a score would divide by its error of zero, it stops at {cap}.",
        de: "Der Kurs hat sich an keinem Testtag bewegt, also stimmt „morgen = heute“ genau, und nichts \
             kann es schlagen. Wo ein Fehlermaß durch diesen Fehler von null teilen müsste, endet es \
             bei {cap}.",
    }
    repeats_last_price {
        en: "The network repeats the last price on every test day: it has become “tomorrow = today” \
             itself, and there is nothing to compare.",
        de: "Das Netz wiederholt an jedem Testtag den letzten Kurs: Es ist selbst zu „morgen = heute“ \
             geworden, und es gibt nichts zu vergleichen.",
    }
    always_the_same_price {
        en: "The network forecasts one and the same price on every test day: it has learned nothing \
             from its window.",
        de: "Das Netz sagt für jeden Testtag ein und denselben Kurs vorher: Es hat aus seinem Fenster \
             nichts gelernt.",
    }
    always_the_same_move {
        en: "The network forecasts one and the same move on every test day: it has learned an average, \
             and nothing from its window.",
        de: "Das Netz sagt für jeden Testtag ein und dieselbe Bewegung vorher: Es hat einen Durchschnitt \
             gelernt und aus seinem Fenster nichts.",
    }
    nothing_to_measure_chance_by {
        en: "The two errors differ in the same way, or not at all, on every test day, so the \
             Diebold–Mariano test has nothing to measure chance by and finds no evidence.",
        de: "Die beiden Fehler unterscheiden sich an jedem Testtag auf dieselbe Weise oder gar nicht. \
             Der Diebold-Mariano-Test hat also nichts, woran er den Zufall messen könnte, und findet \
             keinen Beleg.",
    }
    few_test_days(count) plural {
        en: "There are only {count} test day: too few for a verdict to mean much. Load a longer history.",
            "There are only {count} test days: too few for a verdict to mean much. Load a longer history.";
        de: "Es gibt nur {count} Testtag: zu wenig für ein aussagekräftiges Urteil. Laden Sie einen \
             längeren Kursverlauf.",
            "Es gibt nur {count} Testtage: zu wenige für ein aussagekräftiges Urteil. Laden Sie einen \
             längeren Kursverlauf.";
    }
    intervals_promise_less(level) {
        en: "The intervals from {level} % on are calibrated on so few days that they are drawn as wide \
             as the worst of them and promise less than their level.",
        de: "Die Intervalle ab {level} % sind an so wenigen Tagen kalibriert, dass sie so breit \
             gezeichnet sind, wie der schlechteste davon es verlangt, und weniger versprechen als ihr \
             Niveau.",
    }
    few_days_for_last_step(days) {
        en: "The last step of the horizon could be tested on only {days} days: too few for its score to \
             mean much.",
        de: "Der letzte Schritt des Horizonts ließ sich an nur {days} Tagen prüfen: zu wenige für ein \
             aussagekräftiges Fehlermaß.",
    }
    far_intervals_promise_less(level) {
        en: "The {level} % intervals of the far steps are calibrated on so few days that they are drawn \
             as wide as the worst of them and promise less than their level.",
        de: "Die {level}-%-Intervalle der fernen Schritte sind an so wenigen Tagen kalibriert, dass sie \
             so breit gezeichnet sind, wie der schlechteste davon es verlangt, und weniger versprechen \
             als ihr Niveau.",
    }

    /// Of two runs: `first` begins the sentence, in German as a masculine “Lauf 1” or “Er”.
    same_forecasts(first, second, days) {
        en: "{first} and {second} forecast the same price on each of {days} test days.",
        de: "{first} und {second} sagen für jeden von {days} Testtagen denselben Kurs vorher.",
    }
    errors_disagree(first, second, ratio, days) {
        en: "{first} has {ratio} times the absolute error of {second} over {days} test days, and the \
             squared errors say the opposite: one is better on usual days, the other on the large \
             misses, and neither is better altogether.",
        de: "{first} hat über {days} Testtage das {ratio}-Fache des absoluten Fehlers von {second}, und \
             die quadrierten Fehler sagen das Gegenteil: Der eine ist an gewöhnlichen Tagen besser, der \
             andere bei den großen Fehlern, und insgesamt ist es keiner.",
    }
    within_chance(first, second, ratio, days, p) {
        en: "{first} has {ratio} times the error of {second} over {days} test days. That is not more \
             than chance may give ({p}): neither is shown to be better.",
        de: "{first} hat über {days} Testtage das {ratio}-Fache des Fehlers von {second}. Das ist nicht \
             mehr, als der Zufall ausmachen kann ({p}): Keiner von beiden ist nachweislich besser.",
    }
    first_is_better(first, second, ratio, days, p) {
        en: "{first} is better than {second}: {ratio} times its error over {days} test days, which is \
             more of a difference than chance gives ({p}).",
        de: "{first} ist besser als {second}: Über {days} Testtage beträgt sein Fehler das \
             {ratio}-Fache, und dieser Unterschied ist größer, als ihn der Zufall macht ({p}).",
    }
    first_is_worse(first, second, ratio, days, p) {
        en: "{first} is worse than {second}: {ratio} times its error over {days} test days, which is \
             more of a difference than chance gives ({p}).",
        de: "{first} ist schlechter als {second}: Über {days} Testtage beträgt sein Fehler das \
             {ratio}-Fache, und dieser Unterschied ist größer, als ihn der Zufall macht ({p}).",
    }

    /// What an interval was calibrated on; in German in the dative, as after “kalibriert an”.
    the_validation_rows(rows) {
        en: "the {rows} validation rows",
        de: "den {rows} Validierungszeilen",
    }
    the_last_training_rows(rows) {
        en: "the last eighth of the training rows ({rows} rows), for want of a validation block: the \
             network has seen them, so the interval may be too narrow",
        de: "dem letzten Achtel der Trainingszeilen ({rows} Zeilen), weil es keinen Validierungsblock \
             gibt: Das Netz hat sie gesehen, also ist das Intervall vielleicht zu schmal",
    }
    interval(level) { en: "{level} % interval", de: "{level}-%-Intervall" }
    adaptive_interval(level) {
        en: "{level} % interval, adaptive",
        de: "{level}-%-Intervall, adaptiv",
    }
    split_conformal_means {
        en: "One width for all days, from the errors on days before the test block: right as long as \
             the market stays as it was.",
        de: "Eine Breite für alle Tage, aus den Fehlern an Tagen vor dem Testblock: richtig, solange \
             der Markt bleibt, wie er war.",
    }
    adaptive_conformal_means {
        en: "The width moves a little every day: wider after a miss, narrower after a hit, so that it \
             follows calm and stormy times.",
        de: "Die Breite ändert sich jeden Tag ein wenig: breiter nach einem Fehlschlag, schmaler nach \
             einem Treffer, sodass sie ruhigen und stürmischen Zeiten folgt.",
    }
    too_few_days_to_roll(days, test_days) {
        en: "The rolling coverage is taken over {days} test days at a time, and there are only \
             {test_days}: load a longer history to see where the interval was too narrow.",
        de: "Die gleitende Abdeckung geht über jeweils {days} Testtage, und es gibt nur {test_days}: \
             Laden Sie einen längeren Kursverlauf, um zu sehen, wo das Intervall zu schmal war.",
    }
    scattered_days_do_not_roll {
        en: "A random split scatters the test days over the whole history, so there is no stretch of \
             them to follow: split by time to see where the interval was too narrow.",
        de: "Eine zufällige Aufteilung verstreut die Testtage über den ganzen Kursverlauf, also gibt es \
             keine Strecke, der man folgen könnte: Teilen Sie nach der Zeit auf, um zu sehen, wo das \
             Intervall zu schmal war.",
    }

    too_few_rows(count, needed) plural {
        en: "There are only {count} row of prices and this look-back window needs at least {needed}: \
             load a longer history or choose a shorter window.",
            "There are only {count} rows of prices and this look-back window needs at least {needed}: \
             load a longer history or choose a shorter window.";
        de: "Es gibt nur {count} Zeile mit Kursen, und dieses Rückblickfenster braucht mindestens \
             {needed}: Laden Sie einen längeren Kursverlauf, oder wählen Sie ein kürzeres Fenster.",
            "Es gibt nur {count} Zeilen mit Kursen, und dieses Rückblickfenster braucht mindestens \
             {needed}: Laden Sie einen längeren Kursverlauf, oder wählen Sie ein kürzeres Fenster.";
    }
    too_few_rows_for_horizon(count, needed) plural {
        en: "There are only {count} row of prices and this look-back window and horizon need at least \
             {needed}: load a longer history or choose a shorter window or horizon.",
            "There are only {count} rows of prices and this look-back window and horizon need at least \
             {needed}: load a longer history or choose a shorter window or horizon.";
        de: "Es gibt nur {count} Zeile mit Kursen, und dieses Rückblickfenster und dieser Horizont \
             brauchen mindestens {needed}: Laden Sie einen längeren Kursverlauf, oder wählen Sie ein \
             kürzeres Fenster oder einen kürzeren Horizont.",
            "Es gibt nur {count} Zeilen mit Kursen, und dieses Rückblickfenster und dieser Horizont \
             brauchen mindestens {needed}: Laden Sie einen längeren Kursverlauf, oder wählen Sie ein \
             kürzeres Fenster oder einen kürzeren Horizont.";
    }
    diverged {
        en: "The training diverged: the network’s forecasts are no longer usable numbers. Try a lower \
             learning rate.",
        de: "Das Training ist divergiert: Die Prognosen des Netzes sind keine brauchbaren Zahlen mehr. \
             Versuchen Sie eine kleinere Lernrate.",
    }
    results_of_other_prices(expected, found) {
        en: "The results do not belong to these prices (expected {expected} values, got {found}): train \
             again.",
        de: "Die Ergebnisse gehören nicht zu diesen Kursen (erwartet waren {expected} Werte, gekommen \
             sind {found}): Trainieren Sie noch einmal.",
    }
    unscorable {
        en: "These prices span too wide a range to be scored: check the data for wrong values.",
        de: "Diese Kurse liegen zu weit auseinander, um bewertet zu werden: Prüfen Sie die Daten auf \
             falsche Werte.",
    }
    /// The forecasters, as in a table.
    persistence { en: "Tomorrow = today (persistence)", de: "Morgen = heute (Persistenz)" }
    drift { en: "Drift", de: "Drift" }
    moving_average { en: "5-day mean", de: "5-Tage-Mittel" }
    ar1 { en: "AR(1) on returns", de: "AR(1) auf Renditen" }
    ridge { en: "Ridge regression", de: "Ridge-Regression" }
    best_possible { en: "Best possible", de: "Bestmöglich" }

    seal_is_open {
        en: "The sealed block of this history is open already, and what was seen cannot be unseen. Load \
             another history for a fresh one.",
        de: "Der versiegelte Block dieses Kursverlaufs ist schon geöffnet, und Gesehenes lässt sich nicht \
             ungesehen machen. Laden Sie einen anderen Kursverlauf, um einen frischen zu haben.",
    }
    no_look_yet {
        en: "Nobody has looked at this test block yet.",
        de: "Diesen Testblock hat noch niemand angesehen.",
    }
    first_look {
        en: "This is the first look at this test block: its verdict counts in full.",
        de: "Das ist der erste Blick auf diesen Testblock: Sein Urteil zählt voll.",
    }
    looks_at_one_experiment(looks) {
        en: "This test block has been looked at {looks} times, always with the same experiment: its \
             verdict still counts in full.",
        de: "Dieser Testblock wurde {looks}-mal angesehen, immer mit demselben Experiment: Sein Urteil \
             zählt noch voll.",
    }
    looks_at_several_experiments(looks, experiments, percent) {
        en: "This test block has been looked at {looks} times, with {experiments} different experiments. \
             Each is another chance to be lucky: of {experiments} networks that know nothing, at least \
             one would be said to beat “tomorrow = today” in up to {percent} % of cases. Choosing the \
             best of them and quoting its score is no test any more.",
        de: "Dieser Testblock wurde {looks}-mal angesehen, mit {experiments} verschiedenen Experimenten. \
             Jedes ist eine weitere Gelegenheit, Glück zu haben: Von {experiments} Netzen, die nichts \
             wissen, schiene in bis zu {percent} % der Fälle mindestens eines „morgen = heute“ zu \
             schlagen. Das beste davon auszusuchen und sein Fehlermaß zu nennen, ist kein Test \
             mehr.",
    }

    folds_not_offered(found, least, most) {
        en: "A walk-forward test of {found} folds is not offered: choose from {least} to {most}.",
        de: "Einen Walk-Forward-Test mit {found} Abschnitten gibt es nicht: Wählen Sie {least} bis \
             {most}.",
    }
    fewer_folds_needed(rows, needed, possible) {
        en: "There are only {rows} rows of prices and these folds need at least {needed}: load a longer \
             history or choose at most {possible} folds.",
        de: "Es gibt nur {rows} Zeilen mit Kursen, und diese Abschnitte brauchen mindestens {needed}: \
             Laden Sie einen längeren Kursverlauf, oder wählen Sie höchstens {possible} Abschnitte.",
    }
    no_folds_possible(rows, needed) {
        en: "There are only {rows} rows of prices and these folds need at least {needed}: load a longer \
             history or choose a shorter look-back window.",
        de: "Es gibt nur {rows} Zeilen mit Kursen, und diese Abschnitte brauchen mindestens {needed}: \
             Laden Sie einen längeren Kursverlauf, oder wählen Sie ein kürzeres Rückblickfenster.",
    }
    times_retrained(count) plural {
        en: "Retrained once", "Retrained {count} times";
        de: "Einmal neu trainiert", "{count}-mal neu trainiert";
    }
    /// `retrained` is [`times_retrained`]'s.
    folds_beat(retrained, days, rmae, p, better, folds) {
        en: "{retrained}, the network beats “tomorrow = today” over {days} test days (rMAE {rmae}, {p}); \
             it was the better one in {better} of {folds} folds.",
        de: "{retrained}, schlägt das Netz „morgen = heute“ über {days} Testtage (rMAE {rmae}, {p}); in \
             {better} von {folds} Abschnitten war es besser.",
    }
    folds_tie(retrained, days, rmae, p, better, folds) {
        en: "{retrained}, the network ties with “tomorrow = today” over {days} test days (rMAE {rmae}, \
             {p}); it was the better one in {better} of {folds} folds.",
        de: "{retrained}, ist das Netz über {days} Testtage so gut wie „morgen = heute“ (rMAE {rmae}, \
             {p}); in {better} von {folds} Abschnitten war es besser.",
    }
    folds_lose(retrained, days, rmae, p, better, folds) {
        en: "{retrained}, the network loses to “tomorrow = today” over {days} test days (rMAE {rmae}, \
             {p}); it was the better one in {better} of {folds} folds.",
        de: "{retrained}, verliert das Netz über {days} Testtage gegen „morgen = heute“ (rMAE {rmae}, \
             {p}); in {better} von {folds} Abschnitten war es besser.",
    }

    /// A place on the way ahead, by itself; holidays are not known, so no date is claimed.
    day_number(number) { en: "Day {number}", de: "Tag {number}" }
    week_number(number) { en: "Week {number}", de: "Woche {number}" }
    month_number(number) { en: "Month {number}", de: "Monat {number}" }
    /// The same within a sentence; in German without an article, in any case.
    the_day(number) { en: "day {number}", de: "Tag {number}" }
    the_week(number) { en: "week {number}", de: "Woche {number}" }
    the_month(number) { en: "month {number}", de: "Monat {number}" }
    /// Several of them, as [`list`] writes the numbers; in German in the accusative.
    the_days(numbers) { en: "days {numbers}", de: "die Tage {numbers}" }
    the_weeks(numbers) { en: "weeks {numbers}", de: "die Wochen {numbers}" }
    the_months(numbers) { en: "months {numbers}", de: "die Monate {numbers}" }
    /// How far it beats “no change”, without a full stop: [`worse_on`] may follow.
    beats_on_no_day(last) {
        en: "On none of these {last} days ahead does the network beat “no change”",
        de: "Für keinen der nächsten {last} Tage schlägt das Netz „keine Änderung“",
    }
    beats_in_no_week(last) {
        en: "On none of these {last} weeks ahead does the network beat “no change”",
        de: "Für keine der nächsten {last} Wochen schlägt das Netz „keine Änderung“",
    }
    beats_in_no_month(last) {
        en: "On none of these {last} months ahead does the network beat “no change”",
        de: "Für keinen der nächsten {last} Monate schlägt das Netz „keine Änderung“",
    }
    beats_on_each_day(last) {
        en: "The network beats “no change” on each of these {last} days ahead",
        de: "Das Netz schlägt „keine Änderung“ für jeden der nächsten {last} Tage",
    }
    beats_in_each_week(last) {
        en: "The network beats “no change” on each of these {last} weeks ahead",
        de: "Das Netz schlägt „keine Änderung“ für jede der nächsten {last} Wochen",
    }
    beats_in_each_month(last) {
        en: "The network beats “no change” on each of these {last} months ahead",
        de: "Das Netz schlägt „keine Änderung“ für jeden der nächsten {last} Monate",
    }
    /// `first` is the first place.
    beats_at_first(first) {
        en: "On {first} the network beats “no change”; beyond {first} it does not",
        de: "Für {first} schlägt das Netz „keine Änderung“, danach nicht mehr",
    }
    beats_up_to(end) {
        en: "Up to {end} the network beats “no change”; beyond {end} it does not",
        de: "Bis {end} schlägt das Netz „keine Änderung“, danach nicht mehr",
    }
    beats_on_these_days(these, last) {
        en: "The network beats “no change” on {these}, and on no other of these {last} days ahead",
        de: "Das Netz schlägt „keine Änderung“ für {these} und für keinen anderen der nächsten {last} \
             Tage",
    }
    beats_in_these_weeks(these, last) {
        en: "The network beats “no change” on {these}, and on no other of these {last} weeks ahead",
        de: "Das Netz schlägt „keine Änderung“ für {these} und für keine andere der nächsten {last} \
             Wochen",
    }
    beats_in_these_months(these, last) {
        en: "The network beats “no change” on {these}, and on no other of these {last} months ahead",
        de: "Das Netz schlägt „keine Änderung“ für {these} und für keinen anderen der nächsten {last} \
             Monate",
    }
    worse_on_all(beats) {
        en: "{beats}: it is worse on each of them.",
        de: "{beats}: Es ist überall schlechter.",
    }
    worse_on(beats, these) {
        en: "{beats}; on {these} it is worse.",
        de: "{beats}; für {these} ist es schlechter.",
    }

    days(count) plural { en: "{count} day", "{count} days"; de: "{count} Tag", "{count} Tage"; }
    weeks(count) plural { en: "{count} week", "{count} weeks"; de: "{count} Woche", "{count} Wochen"; }
    months(count) plural {
        en: "{count} month", "{count} months";
        de: "{count} Monat", "{count} Monate";
    }
    error_is_level {
        en: "The error is the same wherever the line is moved, because nothing in it moves.",
        de: "Der Fehler ist derselbe, wohin man die Linie auch schiebt, denn in ihr bewegt sich nichts.",
    }
    no_echo {
        en: "The line fits best where it stands: it is no echo of the past.",
        de: "Am besten passt die Linie, wo sie steht: Sie ist kein Echo der Vergangenheit.",
    }
    /// `saving` is a percentage, or [`under_one_percent`].
    echo_of_yesterday(saving) {
        en: "The line fits best 1 day earlier, with {saving} less error: it runs 1 day late, an echo of \
             yesterday’s price. Two lines that look close in a chart can be just that.",
        de: "Am besten passt die Linie 1 Tag früher; der Fehler ist dort um {saving} kleiner. Sie läuft \
             1 Tag hinterher, ein Echo des gestrigen Kurses. Zwei Linien, die in einem Diagramm eng \
             beieinanderliegen, können genau das sein.",
    }
    echo_of_last_week(saving) {
        en: "The line fits best 1 week earlier, with {saving} less error: it runs 1 week late, an echo \
             of last week’s price. Two lines that look close in a chart can be just that.",
        de: "Am besten passt die Linie 1 Woche früher; der Fehler ist dort um {saving} kleiner. Sie \
             läuft 1 Woche hinterher, ein Echo des Kurses der letzten Woche. Zwei Linien, die in einem \
             Diagramm eng beieinanderliegen, können genau das sein.",
    }
    echo_of_last_month(saving) {
        en: "The line fits best 1 month earlier, with {saving} less error: it runs 1 month late, an \
             echo of last month’s price. Two lines that look close in a chart can be just that.",
        de: "Am besten passt die Linie 1 Monat früher; der Fehler ist dort um {saving} kleiner. Sie \
             läuft 1 Monat hinterher, ein Echo des Kurses des letzten Monats. Zwei Linien, die in einem \
             Diagramm eng beieinanderliegen, können genau das sein.",
    }
    /// `distance` is of [`days`] and its like.
    runs_late(distance, saving) {
        en: "The line fits best {distance} earlier, with {saving} less error: it runs {distance} late, \
             as an average over past prices does.",
        de: "Am besten passt die Linie {distance} früher; der Fehler ist dort um {saving} kleiner. Sie \
             läuft {distance} hinterher, wie es ein Mittel über vergangene Kurse tut.",
    }
    runs_early(distance, saving) {
        en: "The line fits best {distance} later, with {saving} less error: it runs {distance} early, \
             which no forecast does for a reason. Take it for chance.",
        de: "Am besten passt die Linie {distance} später; der Fehler ist dort um {saving} kleiner. Sie \
             läuft {distance} voraus, und das tut keine Prognose aus gutem Grund. Halten Sie es für \
             Zufall.",
    }
    few_days_to_compare(count) plural {
        en: "With only {count} day to compare, that may be chance.",
            "With only {count} days to compare, that may be chance.";
        de: "Bei nur {count} Tag zum Vergleichen kann das Zufall sein.",
            "Bei nur {count} Tagen zum Vergleichen kann das Zufall sein.";
    }
    few_weeks_to_compare(count) plural {
        en: "With only {count} week to compare, that may be chance.",
            "With only {count} weeks to compare, that may be chance.";
        de: "Bei nur {count} Woche zum Vergleichen kann das Zufall sein.",
            "Bei nur {count} Wochen zum Vergleichen kann das Zufall sein.";
    }
    few_months_to_compare(count) plural {
        en: "With only {count} month to compare, that may be chance.",
            "With only {count} months to compare, that may be chance.";
        de: "Bei nur {count} Monat zum Vergleichen kann das Zufall sein.",
            "Bei nur {count} Monaten zum Vergleichen kann das Zufall sein.";
    }
    under_one_percent { en: "under 1 %", de: "weniger als 1 %" }
}

/// “2, 4 and 7–9”.
pub fn list(parts: &[String]) -> String {
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {} {last}", rest.join(", "), pick("and", "und"))
        }
        _ => parts.concat(),
    }
}
