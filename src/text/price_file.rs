//! Price files: how one is read, what it leaves open, why it gives no prices.

use super::{Language, language};
use std::borrow::Cow;

texts! {
    /// Columns’ roles.
    date { en: "date", de: "Datum" }
    open { en: "open", de: "Eröffnungskurs" }
    high { en: "high", de: "Höchstkurs" }
    low { en: "low", de: "Tiefstkurs" }
    close { en: "close", de: "Schlusskurs" }
    adjusted_close { en: "adjusted close", de: "bereinigter Schlusskurs" }
    volume { en: "volume", de: "Volumen" }
    not_used { en: "not used", de: "nicht verwendet" }

    decimal_point { en: "decimal point", de: "Dezimalpunkt" }
    decimal_comma { en: "decimal comma", de: "Dezimalkomma" }

    /// What separates cells; in German also after “durch”.
    commas { en: "commas", de: "Kommas" }
    semicolons { en: "semicolons", de: "Semikolons" }
    tabs { en: "tabs", de: "Tabulatoren" }
    bars { en: "bars", de: "senkrechte Striche" }

    year_month_day { en: "year, month, day", de: "Jahr, Monat, Tag" }
    day_month_year { en: "day, month, year", de: "Tag, Monat, Jahr" }
    month_day_year { en: "month, day, year", de: "Monat, Tag, Jahr" }
    unix_seconds { en: "seconds since 1970", de: "Sekunden seit 1970" }
    unix_milliseconds { en: "milliseconds since 1970", de: "Millisekunden seit 1970" }
    compact_pattern { en: "YYYYMMDD", de: "JJJJMMTT" }

    read_as_answer {
        en: "Read as: an answer of Alpha Vantage.",
        de: "Gelesen als: eine Antwort von Alpha Vantage.",
    }
    /// `price` as [`price_column`] and those below it.
    read_as_table(dates, price, mark, separator) {
        en: "Read as: date {dates}, {price}, {mark}, cells separated by {separator}.",
        de: "Gelesen als: Datum {dates}, {price}, {mark}, Zellen getrennt durch {separator}.",
    }
    price_column(role, column) { en: "{role} = column {column}", de: "{role} = Spalte {column}" }
    named_price_column(role, column, name) {
        en: "{role} = column {column} (“{name}”)",
        de: "{role} = Spalte {column} („{name}“)",
    }
    no_price_column { en: "no column of prices", de: "keine Spalte mit Kursen" }

    doubt_of_date_order(read, other) {
        en: "The dates could be {read} or {other}: are they right as shown?",
        de: "Die Datumsangaben ließen sich als „{read}“ oder als „{other}“ lesen: Stimmen sie so, wie \
             sie hier stehen?",
    }
    doubt_of_point {
        en: "The numbers are read with a decimal point, but they could be read otherwise: are the \
             prices right as shown?",
        de: "Die Zahlen sind mit Dezimalpunkt gelesen, ließen sich aber auch anders lesen: Stimmen die \
             Kurse so, wie sie hier stehen?",
    }
    doubt_of_comma {
        en: "The numbers are read with a decimal comma, but they could be read otherwise: are the \
             prices right as shown?",
        de: "Die Zahlen sind mit Dezimalkomma gelesen, ließen sich aber auch anders lesen: Stimmen die \
             Kurse so, wie sie hier stehen?",
    }
    doubt_of_columns {
        en: "The columns have no names that are known here, so their meaning was guessed from their \
             numbers: is the close the right column?",
        de: "Die Spalten haben keine Namen, die hier bekannt sind, darum ist ihre Bedeutung aus ihren \
             Zahlen erraten: Ist der Schlusskurs die richtige Spalte?",
    }
    doubt_of_price {
        en: "No column looks like a closing price: which one is it?",
        de: "Keine Spalte sieht nach einem Schlusskurs aus: Welche ist es?",
    }

    too_large(megabytes, most) {
        en: "This file has {megabytes} MB, and the largest that is read here has {most} MB: choose a \
             file of one share’s daily prices.",
        de: "Diese Datei hat {megabytes} MB, und mehr als {most} MB werden hier nicht gelesen: Wählen \
             Sie eine Datei mit den täglichen Kursen einer einzigen Aktie.",
    }
    empty {
        en: "This file is empty: choose one with a column of dates and a column of prices.",
        de: "Diese Datei ist leer: Wählen Sie eine mit einer Spalte für das Datum und einer für den \
             Kurs.",
    }
    packed {
        en: "This file is a packed file, not text: save the prices as CSV and choose that file.",
        de: "Diese Datei ist gepackt und kein Text: Speichern Sie die Kurse als CSV, und wählen Sie \
             die neue Datei.",
    }
    workbook {
        en: "This file is an Excel workbook or another packed file, not text: save the prices as CSV \
             and choose that file.",
        de: "Diese Datei ist eine Excel-Arbeitsmappe oder sonst gepackt und kein Text: Speichern Sie \
             die Kurse als CSV, und wählen Sie die neue Datei.",
    }
    old_workbook {
        en: "This file is an old Excel workbook, not text: save the prices as CSV and choose that \
             file.",
        de: "Diese Datei ist eine alte Excel-Arbeitsmappe und kein Text: Speichern Sie die Kurse als \
             CSV, und wählen Sie die neue Datei.",
    }
    pdf {
        en: "This file is a PDF document, not text: save the prices as CSV and choose that file.",
        de: "Diese Datei ist ein PDF-Dokument und kein Text: Speichern Sie die Kurse als CSV, und \
             wählen Sie die neue Datei.",
    }
    binary {
        en: "This file is made of bytes that no text has, not text: save the prices as CSV and choose \
             that file.",
        de: "Diese Datei besteht aus Bytes, die in keinem Text vorkommen: Speichern Sie die Kurse als \
             CSV, und wählen Sie die neue Datei.",
    }
    no_table(line) {
        en: "From line {line} on there is no column of dates beside a column of numbers: choose a file \
             with one row per day, its cells separated by commas, semicolons, tabs or bars.",
        de: "Ab Zeile {line} steht keine Datumsspalte neben einer Spalte mit Zahlen: Wählen Sie eine \
             Datei mit einer Zeile pro Tag, deren Zellen durch Kommas, Semikolons, Tabulatoren oder \
             senkrechte Striche getrennt sind.",
    }
    no_prices(line) {
        en: "From line {line} on there are dates, but no column that looks like a closing price: say \
             in the preview which column it is.",
        de: "Ab Zeile {line} steht ein Datum, aber keine Spalte sieht nach einem Schlusskurs aus: \
             Sagen Sie in der Vorschau, welche es ist.",
    }
    no_usable_row(line, reason) {
        en: "No row can be used, from line {line} on ({reason}): correct in the preview how the file \
             is read, or choose another file.",
        de: "Ab Zeile {line} lässt sich keine Zeile verwenden ({reason}): Berichtigen Sie in der \
             Vorschau, wie die Datei gelesen wird, oder wählen Sie eine andere Datei.",
    }
    there_is_no_row { en: "there is none", de: "es gibt keine" }
    intraday(line) {
        en: "This file holds several prices a day (see line {line}): choose one with daily, weekly or \
             monthly prices.",
        de: "Diese Datei enthält mehrere Kurse pro Tag (siehe Zeile {line}): Wählen Sie eine mit \
             täglichen, wöchentlichen oder monatlichen Kursen.",
    }
}

/// A pattern of dates, `DD.MM.YYYY`, with the language's letters for day, month and year.
pub fn date_pattern(pattern: &str) -> Cow<'_, str> {
    match language() {
        Language::English => Cow::Borrowed(pattern),
        Language::German => Cow::Owned(pattern.replace('D', "T").replace('Y', "J")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::in_language;

    #[test]
    fn a_pattern_has_the_languages_letters() {
        let both = |pattern| Language::ALL.map(|it| in_language(it, || date_pattern(pattern)));
        assert_eq!(both("DD.MM.YYYY"), ["DD.MM.YYYY", "TT.MM.JJJJ"]);
        assert_eq!(both("DD-MMM-YY"), ["DD-MMM-YY", "TT-MMM-JJ"]);
    }
}
