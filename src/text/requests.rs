//! The form for prices from Alpha Vantage: the symbol, the interval, the key, and the day's requests.

texts! {
    form { en: "Prices from Alpha Vantage", de: "Kurse von Alpha Vantage" }
    interval { en: "Interval", de: "Intervall" }
    load { en: "Load prices", de: "Kurse laden" }
    try_demo { en: "Try IBM with the demo key", de: "IBM mit dem Demo-Schlüssel ausprobieren" }

    key { en: "API key", de: "API-Schlüssel" }
    /// The words of the button are the beginning of what it is called.
    show { en: "Show", de: "Zeigen" }
    show_key { en: "Show what is typed as the key", de: "Zeigen, was als Schlüssel eingegeben ist" }
    key_is_sent {
        en: "Sent to Alpha Vantage and to no one else.",
        de: "Er wird an Alpha Vantage gesendet und an niemanden sonst.",
    }
    key_in_tab {
        en: "A key is kept for this tab. Leave the field empty to use it.",
        de: "Für diesen Tab ist ein Schlüssel da. Lassen Sie das Feld leer, um ihn zu verwenden.",
    }
    key_on_device {
        en: "A key is remembered on this device. Leave the field empty to use it.",
        de: "Auf diesem Gerät ist ein Schlüssel gespeichert. Lassen Sie das Feld leer, um ihn zu \
             verwenden.",
    }
    key_not_remembered {
        en: "This browser lets the page remember nothing, so the key is kept for this tab only.",
        de: "Dieser Browser lässt die Seite nichts speichern, darum bleibt der Schlüssel nur für \
             diesen Tab.",
    }
    get_key { en: "Get a free key", de: "Kostenlosen Schlüssel holen" }
    remember_key { en: "Remember on this device", de: "Auf diesem Gerät speichern" }
    forget_key { en: "Forget the key", de: "Schlüssel vergessen" }

    symbol { en: "Symbol", de: "Symbol" }
    symbol_help {
        en: "As in IBM or TSCO.LON. Or type a company’s name and press Enter: a search is one request.",
        de: "Zum Beispiel IBM oder TSCO.LON. Oder tippen Sie den Namen einer Firma und drücken Sie die \
             Eingabetaste: Eine Suche ist eine Anfrage.",
    }
    search { en: "Search", de: "Suchen" }
    search_by_name { en: "Search by name", de: "Suchen nach dem Namen" }
    searching { en: "Searching …", de: "Die Suche läuft …" }
    no_match(typed) {
        en: "Alpha Vantage knows no name like “{typed}”. Try fewer letters, or the symbol itself.",
        de: "Alpha Vantage kennt keinen Namen wie „{typed}“. Versuchen Sie es mit weniger Buchstaben \
             oder mit dem Symbol selbst.",
    }
    matches(count) plural {
        en: "{count} match. Enter takes it.", "{count} matches. Choose with the arrow keys and Enter.";
        de: "{count} Treffer. Die Eingabetaste übernimmt ihn.",
            "{count} Treffer. Wählen Sie mit den Pfeiltasten und der Eingabetaste.";
    }
    /// What the list below the field is called.
    choices { en: "Choices", de: "Auswahl" }
    loaded_lately { en: "loaded lately", de: "zuletzt geladen" }

    /// Before how many there were today.
    requests { en: "Requests:", de: "Anfragen:" }
    used_of(used, limit) {
        en: "{used} of {limit} today, counted on this device.",
        de: "heute {used} von {limit}, gezählt auf diesem Gerät.",
    }
    /// More than a free key has.
    used(used) {
        en: "{used} today, counted on this device.",
        de: "heute {used}, gezählt auf diesem Gerät.",
    }
    what_a_free_key_has(limit) {
        en: "A free key has {limit} a day, by New York’s date as in the service’s own times; prices \
             that are kept here cost none.",
        de: "Ein kostenloser Schlüssel hat {limit} am Tag, und der Tag ist der von New York wie in den \
             Zeitangaben des Dienstes; Kurse, die hier aufbewahrt sind, kosten keine.",
    }
    symbols_are_remembered {
        en: "Symbols that were loaded earlier are remembered on this device.",
        de: "Symbole, die früher geladen wurden, sind auf diesem Gerät gespeichert.",
    }
    from_copy_on_device(date) {
        en: "From the copy kept on this device, of {date}.",
        de: "Aus der auf diesem Gerät aufbewahrten Kopie vom {date}.",
    }
    from_copy_in_tab(date) {
        en: "From the copy kept in this tab, of {date}.",
        de: "Aus der in diesem Tab aufbewahrten Kopie vom {date}.",
    }
    fetched_kept_on_device(date) {
        en: "Fetched on {date}. A copy is kept on this device.",
        de: "Abgerufen am {date}. Eine Kopie wird auf diesem Gerät aufbewahrt.",
    }
    fetched_kept_in_tab(date) {
        en: "Fetched on {date}. A copy is kept until this tab closes.",
        de: "Abgerufen am {date}. Eine Kopie wird aufbewahrt, bis dieser Tab geschlossen wird.",
    }
    refresh { en: "Refresh", de: "Aktualisieren" }
    forget { en: "Forget", de: "Vergessen" }
}
