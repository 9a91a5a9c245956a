//! The forecast journal in a sentence.

texts! {
    nothing_kept { en: "No forecast is kept yet.", de: "Noch ist keine Prognose aufbewahrt." }
    waiting(count) plural {
        en: "{count} forecast waits for its day.", "{count} forecasts wait for their day.";
        de: "{count} Prognose wartet auf ihren Tag.", "{count} Prognosen warten auf ihren Tag.";
    }
    more_waiting(count) plural {
        en: "{count} more waits for its day.", "{count} more wait for their day.";
        de: "{count} weitere wartet auf ihren Tag.", "{count} weitere warten auf ihren Tag.";
    }
    scored(count, inside, closer) plural {
        en: "{count} forecast: {inside} inside the 80 % interval, {closer} closer than “no change”.",
            "{count} forecasts: {inside} inside the 80 % interval, {closer} closer than “no change”.";
        de: "{count} Prognose: {inside} im 80-%-Intervall, {closer} näher am Kurs als „keine Änderung“.",
            "{count} Prognosen: {inside} im 80-%-Intervall, {closer} näher am Kurs als „keine Änderung“.";
    }
}
