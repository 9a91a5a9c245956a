//! The visitor's own prices: a file chosen, dropped or pasted, and how it is read.

texts! {
    /// The heading of this way to prices.
    title { en: "Your own prices", de: "Ihre eigenen Kurse" }
    what_it_takes {
        en: "Any table of dates and prices, or a saved answer of Alpha Vantage: choose it, drop it \
             anywhere on this page, or paste it. It is read here and sent nowhere.",
        de: "Irgendeine Tabelle mit Datum und Kurs oder eine gespeicherte Antwort von Alpha Vantage: \
             Wählen Sie sie aus, legen Sie sie irgendwo auf dieser Seite ab oder fügen Sie sie ein. \
             Sie wird hier gelesen und nirgendwohin gesendet.",
    }
    file { en: "Price file", de: "Kursdatei" }
    paste_instead { en: "Paste prices instead", de: "Stattdessen Kurse einfügen" }
    prices_to_read { en: "Prices to read", de: "Zu lesende Kurse" }
    /// A table as people have it.
    example {
        en: "Date,Close\n2024-01-02,185.64\n2024-01-03,184.25",
        de: "Datum;Schlusskurs\n02.01.2024;185,64\n03.01.2024;184,25",
    }
    read_pasted { en: "Read pasted prices", de: "Eingefügte Kurse lesen" }
    drop_here {
        en: "Drop the file to read its prices, or a trained model",
        de: "Legen Sie die Datei ab, um ihre Kurse oder ein trainiertes Modell zu lesen",
    }

    /// Before the file's name.
    is_it { en: "Is ", de: "Wird " }
    /// After the file's name.
    read_as_it_should_be { en: " read as it should be?", de: " richtig gelesen?" }
    how_it_is_read { en: "How the file is read", de: "Wie die Datei gelesen wird" }
    separated_by { en: "Cells separated by", de: "Zellen getrennt durch" }
    decimal_mark { en: "Decimal mark", de: "Dezimalzeichen" }
    date_order { en: "Date order", de: "Reihenfolge im Datum" }
    date_column { en: "Date column", de: "Spalte des Datums" }
    close_column { en: "Close column", de: "Spalte des Schlusskurses" }
    /// No column is one of prices.
    not_found { en: "not found", de: "nicht gefunden" }
    use_these { en: "Use these prices", de: "Diese Kurse verwenden" }
    leave { en: "Leave this file", de: "Diese Datei weglegen" }

    first_and_last_rows {
        en: "The file’s first and last rows",
        de: "Die ersten und die letzten Zeilen der Datei",
    }
    line { en: "Line", de: "Zeile" }
    date_read { en: "Date read", de: "Gelesenes Datum" }
    price_read { en: "Price read", de: "Gelesener Kurs" }
    /// A column without a name.
    column(number) { en: "Column {number}", de: "Spalte {number}" }
    more_rows(count) plural {
        en: "… {count} more row …", "… {count} more rows …";
        de: "… {count} weitere Zeile …", "… {count} weitere Zeilen …";
    }
    cannot_be_read { en: "cannot be read", de: "nicht lesbar" }
}
