//! What surrounds the sections: the top bar, the notice bar, the foot.

texts! {
    /// The document's title.
    document_title {
        en: "Hindcast: does an LSTM beat “tomorrow = today”?",
        de: "Hindcast: Schlägt ein LSTM „morgen = heute“?",
    }
    /// What search engines and link previews show under the title.
    document_description {
        en: "Train an LSTM on stock prices in your browser, on your own GPU, and see plainly whether its \
             forecasts beat saying that tomorrow’s price is today’s.",
        de: "Trainieren Sie in Ihrem Browser, auf Ihrer eigenen GPU, ein LSTM auf Aktienkurse und sehen \
             Sie klar, ob seine Prognosen mehr taugen als der Satz, der Kurs von morgen sei der von \
             heute.",
    }
    skip_to_content { en: "Skip to the content", de: "Zum Inhalt springen" }
    sections { en: "Sections", de: "Abschnitte der Seite" }
    section_lessons { en: "Lessons", de: "Lektionen" }
    section_lstm { en: "How it works", de: "So funktioniert es" }
    copy_link { en: "Copy link", de: "Link kopieren" }
    link_copied { en: "Link copied", de: "Link kopiert" }
    copy_by_hand {
        en: "This browser lets no page copy. Here is the link:",
        de: "Dieser Browser lässt keine Seite kopieren. Hier ist der Link:",
    }
    colours { en: "Colours", de: "Farben" }
    colours_auto { en: "Auto", de: "Auto" }
    colours_light { en: "Light", de: "Hell" }
    colours_dark { en: "Dark", de: "Dunkel" }
    language { en: "Language", de: "Sprache" }
    dismiss_message { en: "Dismiss message", de: "Meldung schließen" }
    load_weekly {
        en: "Load the free weekly history",
        de: "Die freien Wochenkurse laden",
    }
    load_recent { en: "Load the last 100 days", de: "Die letzten 100 Tage laden" }
    load_symbol(symbol) { en: "Load {symbol}", de: "{symbol} laden" }
    search_symbol(typed) { en: "Search for “{typed}”", de: "Nach „{typed}“ suchen" }
    not_advice { en: "Educational, not advice.", de: "Zum Lernen, keine Beratung." }
    what_it_is {
        en: "Hindcast shows how an LSTM forecasts and how to judge a forecast. Nothing here is a \
             recommendation to buy or sell anything.",
        de: "Hindcast zeigt, wie ein LSTM vorhersagt und wie man eine Prognose beurteilt. Nichts hier \
             ist eine Empfehlung, etwas zu kaufen oder zu verkaufen.",
    }
    who_sees_what {
        en: "Everything runs in this tab: prices go from Alpha Vantage to your browser, the network \
             trains on your own device, and no one else sees your key, your prices or your results.",
        de: "Alles läuft in diesem Tab: Die Kurse kommen von Alpha Vantage in Ihren Browser, das Netz \
             trainiert auf Ihrem eigenen Gerät, und niemand sonst sieht Ihren Schlüssel, Ihre Kurse \
             oder Ihre Ergebnisse.",
    }
}
