//! The section of prices: where they come from, what was loaded, what is odd about it, and the known
//! worlds with their sliders.

texts! {
    /// The page's heading.
    question {
        en: "Can a network beat “tomorrow = today”?",
        de: "Kann ein Netz „morgen = heute“ schlagen?",
    }
    lede {
        en: "Train an LSTM on stock prices, here in your browser, and see plainly whether its forecast \
             is worth more than repeating the last price.",
        de: "Trainieren Sie ein LSTM mit Aktienkursen, hier in Ihrem Browser, und sehen Sie klar, ob \
             seine Prognose mehr taugt, als einfach den letzten Kurs zu wiederholen.",
    }
    /// The section's heading.
    title { en: "Prices", de: "Kurse" }

    real_prices { en: "Real prices", de: "Echte Kurse" }
    from_alpha_vantage {
        en: "From Alpha Vantage, straight to this browser. Weekly and monthly histories are free; long \
             daily ones need a premium key.",
        de: "Von Alpha Vantage, direkt in diesen Browser. Wöchentliche und monatliche Kursverläufe \
             sind kostenlos; für lange tägliche braucht es einen Premium-Schlüssel.",
    }
    known_worlds { en: "Known worlds", de: "Bekannte Welten" }
    /// The network that is not needed is the internet.
    what_worlds_are {
        en: "Generated prices whose true process is known, and so the best score anyone could reach. \
             No key, no network.",
        de: "Erzeugte Kurse, deren wahrer Prozess bekannt ist und damit auch das beste Ergebnis, das \
             überhaupt zu erreichen ist. Ohne Schlüssel, ohne Internet.",
    }
    /// What the choice is of.
    known_world { en: "Known world", de: "Bekannte Welt" }
    lesson_of_random_walk {
        en: "Nothing to learn: tomorrow is today plus luck. An honest network ties.",
        de: "Nichts zu lernen: Morgen ist heute plus Glück. Ein ehrliches Netz liegt gleichauf.",
    }
    lesson_of_mean_reverting {
        en: "A little to learn: what is far from its level drifts back.",
        de: "Ein wenig zu lernen: Was weit von seinem Niveau entfernt ist, treibt zurück.",
    }
    lesson_of_seasonal {
        en: "Much to learn: a wave that repeats under the noise.",
        de: "Viel zu lernen: eine Welle, die sich unter dem Rauschen wiederholt.",
    }
    lesson_of_volatility_clusters {
        en: "Nothing to learn about up and down: only how wild tomorrow will be.",
        de: "Nichts zu lernen über Auf und Ab, nur darüber, wie wild es morgen zugeht.",
    }
    lesson_of_regime_switching {
        en: "Something to learn: the last weeks tell which of two hidden markets it is.",
        de: "Etwas zu lernen: Die letzten Wochen verraten, welcher von zwei verborgenen Märkten gilt.",
    }
    lesson_of_trend_break {
        en: "A trap: the trend that was learned turns round.",
        de: "Eine Falle: Der Trend, der gelernt wurde, kehrt sich um.",
    }
    lesson_of_jump_diffusion {
        en: "Nothing to learn: leaps come out of nowhere.",
        de: "Nichts zu lernen: Die Sprünge kommen aus dem Nichts.",
    }
    lesson_of_sine {
        en: "All to learn: a wave without any noise.",
        de: "Alles zu lernen: eine Welle ganz ohne Rauschen.",
    }
    parameters_of(world) { en: "Parameters: {world}", de: "Parameter: {world}" }
    usual_values { en: "Back to the usual values", de: "Zurück zu den üblichen Werten" }

    waiting { en: "Waiting for prices …", de: "Warten auf Kurse …" }
    none_yet {
        en: "No prices yet. Choose a known world, load a symbol, or open a file.",
        de: "Noch keine Kurse. Wählen Sie eine bekannte Welt, laden Sie ein Symbol oder öffnen Sie \
             eine Datei.",
    }
    history { en: "Price history", de: "Kursverlauf" }
    split {
        en: "What is trained on and what is held out",
        de: "Womit trainiert und was zurückgehalten wird",
    }
    /// A tag beside the name of a world.
    synthetic { en: "synthetic", de: "künstlich" }
    /// Which price a day, a week or a month is told by.
    field { en: "Field", de: "Kursart" }
    daily_adjusted_close { en: "daily adjusted close", de: "täglicher bereinigter Schlusskurs" }
    daily_close { en: "daily close", de: "täglicher Schlusskurs" }
    weekly_adjusted_close { en: "weekly adjusted close", de: "wöchentlicher bereinigter Schlusskurs" }
    weekly_close { en: "weekly close", de: "wöchentlicher Schlusskurs" }
    monthly_adjusted_close { en: "monthly adjusted close", de: "monatlicher bereinigter Schlusskurs" }
    monthly_close { en: "monthly close", de: "monatlicher Schlusskurs" }
    rows { en: "Rows", de: "Zeilen" }
    dates { en: "Dates", de: "Zeitraum" }
    from_to(first, last) { en: "{first} to {last}", de: "{first} bis {last}" }
    last_price { en: "Last price", de: "Letzter Kurs" }
    best_reachable(ratio) {
        en: "Best reachable on the held-out fifth: an error {ratio} times that of “tomorrow = today”.",
        de: "Im besten Fall erreichbar auf dem zurückgehaltenen Fünftel: das {ratio}-Fache des Fehlers \
             von „morgen = heute“.",
    }

    what_to_know {
        en: "What to know about these prices",
        de: "Was Sie über diese Kurse wissen sollten",
    }
    nothing_odd {
        en: "Data check: nothing odd in these prices",
        de: "Datenprüfung: nichts Auffälliges in diesen Kursen",
    }
    looked_for {
        en: "Looked for: gaps, repeated dates, rows out of order, rows without a usable price, \
             weekends, prices that stand still, and jumps that look like splits.",
        de: "Gesucht wurde nach Lücken, doppelten Tagen, Zeilen in falscher Reihenfolge, Zeilen ohne \
             brauchbaren Kurs, Wochenenden, Kursen, die stillstehen, und Sprüngen, die nach einem \
             Aktiensplit aussehen.",
    }
    what_splits_do {
        en: "A split changes the number of shares, not what they are worth. Adjusted prices are what \
             they would have been without it; results of the unadjusted ones are cleared.",
        de: "Ein Aktiensplit ändert die Zahl der Aktien, nicht das, was sie zusammen wert sind. \
             Bereinigte Kurse sind so, wie sie ohne ihn gewesen wären; Ergebnisse mit den \
             unbereinigten werden gelöscht.",
    }
    more_jumps(count) plural {
        en: "And {count} more such jump.", "And {count} more such jumps.";
        de: "Und {count} weiterer solcher Sprung.", "Und {count} weitere solche Sprünge.";
    }
    adjust { en: "Adjust", de: "Bereinigen" }
    undo { en: "Undo", de: "Rückgängig machen" }
    adjust_for_all(count) { en: "Adjust for all {count}", de: "Um alle {count} bereinigen" }
    undo_all { en: "Undo all", de: "Alle rückgängig machen" }
    /// `split` is a ratio, as `7:1`.
    adjust_for(split, date) {
        en: "Adjust for the {split} split on {date}",
        de: "Um den {split}-Split vom {date} bereinigen",
    }
    undo_adjusting_for(split, date) {
        en: "Undo adjusting for the {split} split on {date}",
        de: "Bereinigung um den {split}-Split vom {date} rückgängig machen",
    }
}
