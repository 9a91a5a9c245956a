//! Which days mattered: the bars, their words, and the choice of a day.

texts! {
    title { en: "Which days mattered", de: "Welche Tage gezählt haben" }
    hint {
        en: "Each bar is a day the network read: how far the forecast would move, had that day been one \
             percent higher and all others as they were. Choose a day with the slider, with the arrow keys, \
             or by a click in the charts above.",
        de: "Jeder Balken steht für einen Tag, den das Netz gelesen hat: So weit würde sich die Prognose \
             bewegen, wäre dieser Tag um ein Prozent höher gewesen und alle anderen, wie sie waren. Wählen \
             Sie einen Tag mit dem Schieberegler, mit den Pfeiltasten oder mit einem Klick in die Diagramme \
             oben.",
    }
    no_percent {
        en: "This forecast cannot be told in percent: it is no positive price, or the network’s numbers are \
             not finite. Choose another day.",
        de: "Diese Prognose lässt sich nicht in Prozent erzählen: Sie ist kein positiver Kurs, oder die \
             Zahlen des Netzes sind nicht endlich. Wählen Sie einen anderen Tag.",
    }
    one_percent_more_in { en: "One percent more in", de: "Ein Prozent mehr" }
    /// After [`one_percent_more_in`].
    price { en: "a day’s price", de: "beim Kurs eines Tages" }
    /// After [`one_percent_more_in`].
    daily_return { en: "a day’s return", de: "bei der Rendite eines Tages" }
    as_a_table { en: "The days as a table", de: "Die Tage als Tabelle" }
    table {
        en: "Which days mattered, as a table",
        de: "Welche Tage gezählt haben, als Tabelle",
    }
    more_on { en: "1 % more on", de: "1 % mehr am" }
    price_moves_by { en: "Forecast price moves by", de: "Die Kursprognose bewegt sich um" }
    return_moves_by { en: "Forecast return moves by", de: "Die Renditeprognose bewegt sich um" }

    /// Before the day in question, as [`on_date`] and its kin name it.
    forecast_for { en: "Forecast for", de: "Prognose für" }
    /// A day after “for”. German has the accusative there.
    on_date(date) { en: "{date}", de: "den {date}" }
    /// As [`on_date`].
    next_trading_day { en: "the next trading day", de: "den nächsten Handelstag" }
    /// As [`on_date`].
    next_week { en: "the next week", de: "die nächste Woche" }
    /// As [`on_date`].
    next_month { en: "the next month", de: "den nächsten Monat" }
    to_the_next_day { en: "To the next day", de: "Zum nächsten Tag" }
    /// After [`forecast_for`] and the day.
    was_forecast(forecast, actual) {
        en: "{forecast} was forecast, {actual} came",
        de: "{forecast} war die Prognose, {actual} kam",
    }
    /// After [`forecast_for`] and the day.
    is_forecast(forecast) { en: "{forecast} is forecast", de: "{forecast} ist die Prognose" }

    no_pull(day) {
        en: "No day has any pull on the forecast for {day}: the network says the same whatever it reads.",
        de: "Kein Tag hat Einfluss auf die Prognose für {day}: Das Netz sagt dasselbe, was auch immer es \
             liest.",
    }
    /// In English at the start of a sentence.
    less_than_one_percent { en: "Less than 1 %", de: "weniger als 1 %" }
    /// In English at the start of a sentence.
    more_than_99_percent { en: "More than 99 %", de: "mehr als 99 %" }
    price_higher(share, day, newest, amount) {
        en: "{share} of the pull on the forecast for {day} comes from the newest day, {newest}: had its price \
             been 1 % higher, the forecast price would be {amount} % higher.",
        de: "Am Einfluss auf die Prognose für {day} hat der neueste Tag, der {newest}, einen Anteil von \
             {share}: Wäre sein Kurs 1 % höher gewesen, läge der vorhergesagte Kurs {amount} % höher.",
    }
    price_lower(share, day, newest, amount) {
        en: "{share} of the pull on the forecast for {day} comes from the newest day, {newest}: had its price \
             been 1 % higher, the forecast price would be {amount} % lower.",
        de: "Am Einfluss auf die Prognose für {day} hat der neueste Tag, der {newest}, einen Anteil von \
             {share}: Wäre sein Kurs 1 % höher gewesen, läge der vorhergesagte Kurs {amount} % tiefer.",
    }
    return_higher(share, day, newest, amount) {
        en: "{share} of the pull on the forecast return for {day} comes from the newest day, {newest}: had its \
             return been one percentage point higher, the forecast return would be {amount} points higher.",
        de: "Am Einfluss auf die vorhergesagte Rendite für {day} hat der neueste Tag, der {newest}, einen \
             Anteil von {share}: Wäre seine Rendite einen Prozentpunkt höher gewesen, läge die vorhergesagte \
             {amount} Punkte höher.",
    }
    return_lower(share, day, newest, amount) {
        en: "{share} of the pull on the forecast return for {day} comes from the newest day, {newest}: had its \
             return been one percentage point higher, the forecast return would be {amount} points lower.",
        de: "Am Einfluss auf die vorhergesagte Rendite für {day} hat der neueste Tag, der {newest}, einen \
             Anteil von {share}: Wäre seine Rendite einen Prozentpunkt höher gewesen, läge die vorhergesagte \
             {amount} Punkte tiefer.",
    }
    strongest_price(day, amount) {
        en: "The strongest pull is that of {day}, with {amount} %.",
        de: "Den stärksten Einfluss hat der {day} mit {amount} %.",
    }
    strongest_return(day, amount) {
        en: "The strongest pull is that of {day}, with {amount} points.",
        de: "Den stärksten Einfluss hat der {day} mit {amount} Punkten.",
    }
    by_construction(added) {
        en: "The last price moves it by 1 % by construction, because a forecast return is put on top of that \
             price: this is “tomorrow = today”. The network itself adds {added}.",
        de: "Um 1 % bewegt schon der letzte Kurs die Prognose, ganz ohne das Netz, denn die vorhergesagte \
             Rendite wird auf ihn aufgeschlagen: Das ist „morgen = heute“. Das Netz selbst gibt {added} dazu.",
    }
    echo {
        en: "A network that leans on the last price like this says little more than “tomorrow = today”: it is \
             the echo, seen from inside.",
        de: "Ein Netz, das sich so auf den letzten Kurs stützt, sagt kaum mehr als „morgen = heute“: Das ist \
             das Echo, von innen gesehen.",
    }
}
