//! Notices: what happened, and what to do next. And the place of a part that did not load.

texts! {
    // Parts of the page.
    part_did_not_load {
        en: "A part of this page did not load, so nothing was done. Check the connection and try again; \
             if that does not help, reload the page: it may have been updated since you opened it.",
        de: "Ein Teil dieser Seite wurde nicht geladen, daher ist nichts geschehen. Prüfen Sie die \
             Verbindung und versuchen Sie es noch einmal; hilft das nicht, laden Sie die Seite neu: \
             Vielleicht wurde sie aktualisiert, seit Sie sie geöffnet haben.",
    }
    results_did_not_load {
        en: "This part of the page did not load. Check the connection and try again; if that does not \
             help, reload the page: it may have been updated since you opened it.",
        de: "Dieser Teil der Seite wurde nicht geladen. Prüfen Sie die Verbindung und versuchen Sie es \
             noch einmal; hilft das nicht, laden Sie die Seite neu: Vielleicht wurde sie aktualisiert, seit \
             Sie sie geöffnet haben.",
    }
    try_again { en: "Try again", de: "Noch einmal versuchen" }
    how_an_lstm_works { en: "How an LSTM works", de: "So funktioniert ein LSTM" }

    // Links.
    link_to_symbol(symbol) {
        en: "This link is about the prices of {symbol}. Enter your free Alpha Vantage key and press Load \
             prices.",
        de: "In diesem Link geht es um die Kurse von {symbol}. Geben Sie Ihren kostenlosen \
             Alpha-Vantage-Schlüssel ein und klicken Sie auf „Kurse laden“.",
    }
    link_to_file(name) {
        en: "This link is about prices from the file {name}, which a link cannot carry. Open that file \
             under Prices, or choose another source.",
        de: "In diesem Link geht es um Kurse aus der Datei {name}, die ein Link nicht mitbringen kann. \
             Öffnen Sie diese Datei unter „Kurse“ oder wählen Sie eine andere Quelle.",
    }
    link_while_training {
        en: "A training is running. Stop it, then open the link again.",
        de: "Gerade läuft ein Training. Halten Sie es an und öffnen Sie den Link dann noch einmal.",
    }
    link_while_studying {
        en: "The network is being trained over and over below the verdict. Cancel that, then open the \
             link again.",
        de: "Unter dem Urteil wird das Netz gerade immer wieder trainiert. Brechen Sie das ab und öffnen \
             Sie den Link dann noch einmal.",
    }

    // Files of prices.
    file_while_training {
        en: "A training is running. Stop or cancel it, then open the prices again.",
        de: "Gerade läuft ein Training. Halten Sie es an oder brechen Sie es ab und öffnen Sie die Kurse \
             dann noch einmal.",
    }
    use_while_training {
        en: "A training is running. Stop or cancel it, then press Use these prices again.",
        de: "Gerade läuft ein Training. Halten Sie es an oder brechen Sie es ab und klicken Sie dann noch \
             einmal auf „Diese Kurse verwenden“.",
    }
    file_not_readable {
        en: "The browser could not read this file: it may have been moved or changed. Choose it again.",
        de: "Der Browser konnte diese Datei nicht lesen: Vielleicht wurde sie verschoben oder geändert. \
             Wählen Sie sie noch einmal aus.",
    }
    file_leaves_a_question {
        en: "This file leaves a question: see under Prices how it was read, correct it if need be, and \
             press Use these prices.",
        de: "Diese Datei lässt eine Frage offen: Sehen Sie unter „Kurse“ nach, wie sie gelesen wurde, \
             berichtigen Sie es nötigenfalls und klicken Sie auf „Diese Kurse verwenden“.",
    }
    no_file_dropped {
        en: "What was dropped is no file: drop a file of prices, such as a CSV, or a trained model.",
        de: "Was Sie abgelegt haben, ist keine Datei: Legen Sie eine Datei mit Kursen ab, zum Beispiel \
             eine CSV-Datei, oder ein trainiertes Modell.",
    }
    many_files_dropped(count) {
        en: "{count} files were dropped, but one share is forecast at a time: drop one file.",
        de: "Sie haben {count} Dateien abgelegt, aber vorhergesagt wird immer nur eine Aktie: Legen Sie \
             eine einzige Datei ab.",
    }

    // Models.
    model_while_training {
        en: "A training is running. Stop or cancel it, then open the model again.",
        de: "Gerade läuft ein Training. Halten Sie es an oder brechen Sie es ab und öffnen Sie das Modell \
             dann noch einmal.",
    }
    model_too_large {
        en: "This file is far larger than any model that was trained here: choose a model that was \
             downloaded here.",
        de: "Diese Datei ist viel größer als jedes Modell, das hier trainiert wurde: Wählen Sie ein \
             Modell, das hier heruntergeladen wurde.",
    }
    /// After what the model needs.
    model_waits_for_symbol {
        en: "Enter your free Alpha Vantage key and press Load prices: the model waits for them.",
        de: "Geben Sie Ihren kostenlosen Alpha-Vantage-Schlüssel ein und klicken Sie auf „Kurse laden“: \
             Das Modell wartet auf sie.",
    }
    /// After what the model needs.
    model_waits_for_file {
        en: "Open that file under Prices: the model waits for it.",
        de: "Öffnen Sie diese Datei unter „Kurse“: Das Modell wartet darauf.",
    }

    // Saving.
    report_not_saved {
        en: "The report could not be saved. Allow downloads for this page and try again.",
        de: "Der Bericht ließ sich nicht speichern. Erlauben Sie dieser Seite das Herunterladen und \
             versuchen Sie es noch einmal.",
    }
    file_not_saved {
        en: "The file could not be saved. Allow downloads for this page and try again.",
        de: "Die Datei ließ sich nicht speichern. Erlauben Sie dieser Seite das Herunterladen und \
             versuchen Sie es noch einmal.",
    }

    // What is kept on the device.
    nothing_is_kept {
        en: "This browser keeps nothing for this page: its storage is full or switched off. Runs and \
             their networks are there until you close this tab; download what you want to keep.",
        de: "Dieser Browser bewahrt für diese Seite nichts auf: Sein Speicher ist voll oder abgeschaltet. \
             Läufe und ihre Netze gibt es, bis Sie diesen Tab schließen; laden Sie herunter, was Sie \
             behalten wollen.",
    }
    network_not_readable {
        en: "The network of this run could not be read from this device: press Restore and train it \
             again.",
        de: "Das Netz dieses Laufs ließ sich von diesem Gerät nicht lesen: Klicken Sie auf \
             „Wiederherstellen“ und trainieren Sie es noch einmal.",
    }
    resume_while_busy {
        en: "Something else is under way. Stop or cancel it, then press Resume it again.",
        de: "Gerade läuft etwas anderes. Halten Sie es an oder brechen Sie es ab und klicken Sie dann \
             noch einmal auf „Fortsetzen“.",
    }
    interrupted_not_readable {
        en: "The interrupted training could not be read from this device. Its settings are none of the \
             loss: train again.",
        de: "Das unterbrochene Training ließ sich von diesem Gerät nicht lesen. Seine Einstellungen sind \
             nicht verloren: Trainieren Sie noch einmal.",
    }
    interrupted_needs_prices(prices) {
        en: "The interrupted training needs the prices it began with: {prices}. Load them, then press \
             Resume it again.",
        de: "Das unterbrochene Training braucht die Kurse, mit denen es begann: {prices}. Laden Sie sie \
             und klicken Sie dann noch einmal auf „Fortsetzen“.",
    }

    // Training.
    not_judged {
        en: "The network is trained, but the part of this page that judges it did not load. Reload the \
             page and train again: the address holds every setting.",
        de: "Das Netz ist trainiert, aber der Teil dieser Seite, der es beurteilt, wurde nicht geladen. \
             Laden Sie die Seite neu und trainieren Sie noch einmal: Die Adresse enthält alle \
             Einstellungen.",
    }
    no_prices {
        en: "There are no prices to train on yet. Choose a source and load them first.",
        de: "Noch gibt es keine Kurse zum Trainieren. Wählen Sie eine Quelle und laden Sie sie zuerst.",
    }
    first_recipe_stopped {
        en: "Stopped, so the second recipe was not trained. Press Run both recipes to start again.",
        de: "Angehalten, daher wurde das zweite Rezept nicht trainiert. Mit „Beide Rezepte ausführen“ \
             fangen Sie von vorn an.",
    }
    second_recipe_stopped {
        en: "Stopped during the second recipe. The first one’s result is in the list of runs: tick both \
             there to compare them as they are.",
        de: "Beim zweiten Rezept angehalten. Das Ergebnis des ersten steht in der Liste der Läufe: Haken \
             Sie dort beide an, um sie so zu vergleichen, wie sie sind.",
    }
    partner_is_gone {
        en: "That run is no longer in the list: choose another one to compare with.",
        de: "Dieser Lauf ist nicht mehr in der Liste: Wählen Sie einen anderen zum Vergleichen.",
    }
    /// Why follows.
    still_sealed(reason) {
        en: "The sealed block could not be scored and is still sealed. {reason}",
        de: "Der versiegelte Block ließ sich nicht auswerten und ist weiterhin versiegelt. {reason}",
    }

    // Alpha Vantage.
    key_wanted {
        en: "Enter your Alpha Vantage key (a free one takes a minute), or try IBM with the demo key.",
        de: "Geben Sie Ihren Alpha-Vantage-Schlüssel ein (einen kostenlosen gibt es in einer Minute), \
             oder probieren Sie IBM mit dem Demo-Schlüssel.",
    }
    key_as_symbol {
        en: "That looks like an API key, so nothing was asked for. Type the key into the field “API key” \
             and a symbol such as IBM into “Symbol”.",
        de: "Das sieht nach einem API-Schlüssel aus, daher wurde nichts angefragt. Schreiben Sie den \
             Schlüssel in das Feld „API-Schlüssel“ und ein Symbol, zum Beispiel IBM, in „Symbol“.",
    }
    copies_gone {
        en: "The copies, the list of recent symbols, and the runs, networks and forecasts that were kept \
             are gone from this device. What you see stays until you leave the page.",
        de: "Die Kopien, die Liste der letzten Symbole und die aufbewahrten Läufe, Netze und Prognosen \
             sind von diesem Gerät gelöscht. Was Sie sehen, bleibt, bis Sie die Seite verlassen.",
    }
    copies_not_removed {
        en: "The list of recent symbols is gone, but this browser did not let the page remove copies of \
             prices, runs and networks that it may hold. To remove them, clear this site’s data in the \
             browser’s settings, where cookies are listed.",
        de: "Die Liste der letzten Symbole ist gelöscht, aber dieser Browser ließ die Seite Kopien von \
             Kursen, Läufen und Netzen, die er vielleicht noch hat, nicht entfernen. Um sie zu entfernen, \
             löschen Sie in den Einstellungen des Browsers die Daten dieser Website, dort, wo auch \
             Cookies aufgeführt sind.",
    }
    newer_with_key {
        en: "Enter your Alpha Vantage key and press Refresh for newer prices.",
        de: "Für neuere Kurse geben Sie Ihren Alpha-Vantage-Schlüssel ein und klicken auf \
             „Aktualisieren“.",
    }
    /// Why follows: this and the next one.
    prices_of_a_copy(reason) {
        en: "These are the prices of the copy kept on this device. {reason}",
        de: "Das sind die Kurse der auf diesem Gerät aufbewahrten Kopie. {reason}",
    }
    prices_of_a_copy_of(date, reason) {
        en: "These are the prices of the copy kept on this device, of {date}. {reason}",
        de: "Das sind die Kurse der auf diesem Gerät aufbewahrten Kopie vom {date}. {reason}",
    }
    no_copy_kept {
        en: "The prices are loaded, but this browser keeps no copy of them: its storage for this page is \
             full or switched off. Until you close this tab they need not be asked for again.",
        de: "Die Kurse sind geladen, aber dieser Browser bewahrt keine Kopie davon auf: Sein Speicher für \
             diese Seite ist voll oder abgeschaltet. Bis Sie diesen Tab schließen, müssen sie nicht noch \
             einmal angefragt werden.",
    }
    /// What was offered instead: so many rows, and how they are adjusted; this and the next two.
    days_instead(count, symbol, first, how) plural {
        en: "{count} trading day of {symbol} since {first}, {how}. A forecast is now for one trading day \
             ahead.",
            "{count} trading days of {symbol} since {first}, {how}. A forecast is now for one trading \
             day ahead.";
        de: "{count} Handelstag von {symbol} seit dem {first}, {how}. Eine Prognose reicht jetzt einen \
             Handelstag voraus.",
            "{count} Handelstage von {symbol} seit dem {first}, {how}. Eine Prognose reicht jetzt einen \
             Handelstag voraus.";
    }
    weeks_instead(count, symbol, first, how) plural {
        en: "{count} week of {symbol} since {first}, {how}. A forecast is now for one week ahead.",
            "{count} weeks of {symbol} since {first}, {how}. A forecast is now for one week ahead.";
        de: "{count} Woche von {symbol} seit dem {first}, {how}. Eine Prognose reicht jetzt eine Woche \
             voraus.",
            "{count} Wochen von {symbol} seit dem {first}, {how}. Eine Prognose reicht jetzt eine Woche \
             voraus.";
    }
    months_instead(count, symbol, first, how) plural {
        en: "{count} month of {symbol} since {first}, {how}. A forecast is now for one month ahead.",
            "{count} months of {symbol} since {first}, {how}. A forecast is now for one month ahead.";
        de: "{count} Monat von {symbol} seit dem {first}, {how}. Eine Prognose reicht jetzt einen Monat \
             voraus.",
            "{count} Monate von {symbol} seit dem {first}, {how}. Eine Prognose reicht jetzt einen Monat \
             voraus.";
    }
    adjusted {
        en: "adjusted for splits and dividends",
        de: "um Splits und Dividenden bereinigt",
    }
    as_traded {
        en: "as traded, not adjusted for splits and dividends",
        de: "wie gehandelt, nicht um Splits und Dividenden bereinigt",
    }
    symbol_to_search_for {
        en: "Type a part of the company’s name into the symbol field, then search.",
        de: "Schreiben Sie einen Teil des Firmennamens in das Feld „Symbol“ und suchen Sie dann.",
    }
    search_needs_a_key {
        en: "Searching by name needs an Alpha Vantage key of your own (a free one takes a minute): enter \
             it, or type the symbol itself.",
        de: "Für die Suche nach Namen brauchen Sie einen eigenen Alpha-Vantage-Schlüssel (einen \
             kostenlosen gibt es in einer Minute): Geben Sie ihn ein, oder schreiben Sie gleich das \
             Symbol.",
    }
}
