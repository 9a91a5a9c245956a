//! The forecast of the next day, and the journal.

texts! {
    /// The section's heading.
    title { en: "Tomorrow", de: "Morgen" }
    no_day_yet {
        en: "The network’s forecast for the next trading day stands here after training, with the range \
             it is probably in.",
        de: "Nach dem Training steht hier die Prognose des Netzes für den nächsten Handelstag, mit dem \
             Bereich, in dem der Kurs wahrscheinlich liegt.",
    }
    no_week_yet {
        en: "The network’s forecast for the next trading week stands here after training, with the \
             range it is probably in.",
        de: "Nach dem Training steht hier die Prognose des Netzes für die nächste Handelswoche, mit dem \
             Bereich, in dem der Kurs wahrscheinlich liegt.",
    }
    no_month_yet {
        en: "The network’s forecast for the next month stands here after training, with the range it is \
             probably in.",
        de: "Nach dem Training steht hier die Prognose des Netzes für den nächsten Monat, mit dem \
             Bereich, in dem der Kurs wahrscheinlich liegt.",
    }
    chart { en: "The last days and the next", de: "Die letzten Tage und der nächste" }
    is_sealed {
        en: "The last 5 % are sealed: this is the forecast for the first sealed day. Train without the \
             seal to forecast beyond the last price.",
        de: "Die letzten 5 % sind versiegelt: Dies ist die Prognose für den ersten versiegelten Tag. \
             Trainieren Sie ohne Siegel, um über den letzten Kurs hinaus vorherzusagen.",
    }
    no_advice {
        en: "Educational, not advice: this is what one small network says after one training, not what \
             will happen. The verdict above says how far to trust it.",
        de: "Zum Lernen, kein Anlagerat: Hier steht, was ein kleines Netz nach einem Training sagt, nicht, \
             was geschehen wird. Wie weit ihm zu trauen ist, sagt das Urteil oben.",
    }
    day_after(date) {
        en: "Forecast for the next trading day after {date}",
        de: "Prognose für den nächsten Handelstag nach dem {date}",
    }
    week_after(date) {
        en: "Forecast for the next trading week after {date}",
        de: "Prognose für die nächste Handelswoche nach dem {date}",
    }
    month_after(date) {
        en: "Forecast for the next month after {date}",
        de: "Prognose für den nächsten Monat nach dem {date}",
    }
    change(change, percent, last) {
        en: "{change} ({percent} %) from {last}",
        de: "{change} ({percent} %) gegenüber {last}",
    }
    tomorrow_is_today_says { en: "“Tomorrow = today” says", de: "„Morgen = heute“ sagt" }

    world_has_no_tomorrow {
        en: "A generated world has no tomorrow: forecasts of real prices can be kept and scored.",
        de: "Eine erzeugte Welt hat kein Morgen: Aufbewahren und bewerten lassen sich Prognosen für \
             echte Kurse.",
    }
    is_kept {
        en: "This forecast is kept in the journal below.",
        de: "Diese Prognose steht unten im Tagebuch.",
    }
    keep { en: "Keep this forecast", de: "Diese Prognose aufbewahren" }
    keep_means {
        en: "It is scored when you load these prices again and the day is there.",
        de: "Sie wird bewertet, wenn Sie diese Kurse wieder laden und der Tag da ist.",
    }
    journal { en: "Forecast journal", de: "Prognosetagebuch" }
    journal_means {
        en: "Forecasts that were kept before anyone knew the answer. Load the prices again on a later \
             day, and each is scored beside “no change”, the last price it knew.",
        de: "Prognosen, die aufbewahrt wurden, bevor jemand die Antwort kannte. Laden Sie die Kurse an \
             einem späteren Tag wieder, und jede wird neben „keine Änderung“ bewertet, dem letzten Kurs, \
             den sie kannte.",
    }
    forecast { en: "Forecast", de: "Prognose" }
    price { en: "Price", de: "Kurs" }
    interval { en: "80 % interval", de: "80-%-Intervall" }
    what_happened { en: "What happened", de: "Was geschah" }
    off_by { en: "Off by", de: "Abweichung" }
    of_day(after, made_on) {
        en: "the trading day after {after}, made on {made_on}",
        de: "der Handelstag nach dem {after}, vorhergesagt am {made_on}",
    }
    of_week(after, made_on) {
        en: "the week after {after}, made on {made_on}",
        de: "die Woche nach dem {after}, vorhergesagt am {made_on}",
    }
    of_month(after, made_on) {
        en: "the month after {after}, made on {made_on}",
        de: "der Monat nach dem {after}, vorhergesagt am {made_on}",
    }
    inside(price, date) { en: "{price} on {date}, inside", de: "{price} am {date}, innerhalb" }
    outside(price, date) { en: "{price} on {date}, outside", de: "{price} am {date}, außerhalb" }
    waits { en: "waits for its day", de: "wartet auf ihren Tag" }
    delete_forecast(symbol, after) {
        en: "Delete the forecast of {symbol}, {after}",
        de: "Die Prognose für {symbol} nach dem {after} löschen",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language, number, written_date};
    use chrono::NaiveDate;

    #[test]
    fn german_has_its_marks_and_dates() {
        let day = NaiveDate::from_ymd_opt(2012, 3, 5).expect("a date");
        in_language(Language::German, || {
            assert_eq!(
                change(
                    number::signed(-1.25, 2),
                    number::signed(-0.4, 2),
                    number::decimal(312.5, 2)
                ),
                "−1,25 (−0,40 %) gegenüber 312,50"
            );
            assert_eq!(
                week_after(written_date(day)),
                "Prognose für die nächste Handelswoche nach dem 5. März 2012"
            );
        });
    }
}
