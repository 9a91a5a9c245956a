//! Prices: what they are called, where they come from, what is odd about them.

texts! {
    daily { en: "Daily", de: "Täglich" }
    weekly { en: "Weekly", de: "Wöchentlich" }
    monthly { en: "Monthly", de: "Monatlich" }
    close { en: "Close", de: "Schlusskurs" }
    adjusted_close { en: "Adjusted close", de: "Bereinigter Schlusskurs" }

    /// Prices without a file's name.
    pasted_prices { en: "Pasted prices", de: "Eingefügte Kurse" }
    daily_from_alpha_vantage(symbol) {
        en: "{symbol}, daily, from Alpha Vantage",
        de: "{symbol}, täglich, von Alpha Vantage",
    }
    weekly_from_alpha_vantage(symbol) {
        en: "{symbol}, weekly, from Alpha Vantage",
        de: "{symbol}, wöchentlich, von Alpha Vantage",
    }
    monthly_from_alpha_vantage(symbol) {
        en: "{symbol}, monthly, from Alpha Vantage",
        de: "{symbol}, monatlich, von Alpha Vantage",
    }

    no_symbol {
        en: "No symbol is given: type one, such as IBM or TSCO.LON.",
        de: "Es fehlt ein Symbol: Geben Sie eines ein, zum Beispiel IBM oder TSCO.LON.",
    }
    symbol_too_long(most) {
        en: "A symbol has at most {most} characters: type one such as IBM or TSCO.LON.",
        de: "Ein Symbol hat höchstens {most} Zeichen: Geben Sie eines ein wie IBM oder TSCO.LON.",
    }
    not_in_a_symbol(character) {
        en: "A symbol cannot contain “{character}”: use letters, digits, and . - ^ = only.",
        de: "In einem Symbol kann kein „{character}“ stehen: Nur Buchstaben, Ziffern und . - ^ = sind \
             erlaubt.",
    }

    extent(count, from, to) plural {
        en: "1 row from {from} to {to}.", "{count} rows from {from} to {to}.";
        de: "1 Zeile vom {from} bis zum {to}.", "{count} Zeilen vom {from} bis zum {to}.";
    }
    out_of_order(count) plural {
        en: "1 row was out of date order and has been sorted in.",
            "{count} rows were out of date order and have been sorted in.";
        de: "1 Zeile stand nicht in der Reihenfolge der Tage und wurde einsortiert.",
            "{count} Zeilen standen nicht in der Reihenfolge der Tage und wurden einsortiert.";
    }
    /// `reason` as [`bad_date`] and those below it.
    row_left_out(line, reason) {
        en: "Line {line} was left out: {reason}.",
        de: "Zeile {line} wurde ausgelassen: {reason}.",
    }
    rows_left_out(count, line, reason) {
        en: "{count} rows were left out, the first on line {line}: {reason}.",
        de: "{count} Zeilen wurden ausgelassen, zuerst Zeile {line}: {reason}.",
    }
    bad_date { en: "its date cannot be read", de: "kein lesbares Datum" }
    price_missing { en: "its price is missing", de: "kein Kurs" }
    price_no_number { en: "its price is not a number", de: "keine Zahl als Kurs" }
    price_not_positive { en: "its price is not above zero", de: "kein Kurs über null" }
    too_many_cells {
        en: "it has more cells than the table has columns",
        de: "mehr Zellen, als die Tabelle Spalten hat",
    }
    date_twice(date) {
        en: "There were two rows for {date}; the last one was kept.",
        de: "Für den {date} gab es zwei Zeilen; die letzte gilt.",
    }
    dates_repeated(count, first) {
        en: "{count} rows repeated a date, the first {first}; the last row of each date was kept.",
        de: "Bei {count} Zeilen kam der Tag noch einmal vor, zuerst der {first}; von jedem Tag gilt \
             die letzte Zeile.",
    }

    /// `one` as [`one_trading_day`].
    gap(days, from, to, one) {
        en: "There is a gap of {days} days between {from} and {to}; the forecast steps over it as if \
             it were {one}.",
        de: "Zwischen dem {from} und dem {to} klafft eine Lücke von {days} Tagen; die Prognose geht \
             darüber hinweg, als wäre es {one}.",
    }
    gaps(count, days, from, to, one) {
        en: "There are {count} gaps, the longest of {days} days between {from} and {to}; the forecast \
             steps over each as if it were {one}.",
        de: "Es gibt {count} Lücken, die längste von {days} Tagen zwischen dem {from} und dem {to}; \
             die Prognose geht über jede hinweg, als wäre es {one}.",
    }
    /// In German in the nominative.
    one_trading_day { en: "one trading day", de: "ein einziger Handelstag" }
    one_week { en: "one week", de: "eine einzige Woche" }
    one_month { en: "one month", de: "ein einziger Monat" }
    gap_of_weekdays(days, from, to) {
        en: "There is a gap of {days} weekdays between {from} and {to}.",
        de: "Zwischen dem {from} und dem {to} klafft eine Lücke von {days} Werktagen.",
    }
    gaps_of_weekdays(count, days, from, to) {
        en: "There are {count} gaps, the longest of {days} weekdays between {from} and {to}.",
        de: "Es gibt {count} Lücken, die längste von {days} Werktagen zwischen dem {from} und dem \
             {to}.",
    }
    on_weekends(count) plural {
        en: "1 row is on a weekend.", "{count} rows are on weekends.";
        de: "1 Zeile fällt auf ein Wochenende.", "{count} Zeilen fallen auf Wochenenden.";
    }
    price_stays(price, rows, from, to) {
        en: "The price stays at {price} for {rows} rows from {from} to {to}.",
        de: "Der Kurs bleibt {rows} Zeilen lang bei {price}, vom {from} bis zum {to}.",
    }
    price_stands_still(count, rows, from, to) {
        en: "The price stands still {count} times, the longest for {rows} rows from {from} to {to}.",
        de: "Der Kurs steht {count}-mal still, am längsten {rows} Zeilen lang vom {from} bis zum {to}.",
    }
    unfinished_week(last) {
        en: "The last row, {last}, is of a week that was not over yet.",
        de: "Die letzte Zeile, {last}, gehört zu einer Woche, die noch nicht zu Ende war.",
    }
    unfinished_month(last) {
        en: "The last row, {last}, is of a month that was not over yet.",
        de: "Die letzte Zeile, {last}, gehört zu einem Monat, der noch nicht zu Ende war.",
    }

    /// `split` as `7:1`.
    jump(date, split) {
        en: "The jump on {date} looks like a {split} split that these closing prices are not adjusted \
             for; adjusted prices would train a better forecast.",
        de: "Der Sprung am {date} sieht nach einem {split}-Split aus, um den diese Schlusskurse nicht \
             bereinigt sind; bereinigte Kurse würden eine bessere Prognose ergeben.",
    }
    /// The count is of the others.
    jumps(count, date, split) plural {
        en: "The jump on {date} (and there is 1 more such jump) looks like a {split} split that these \
             closing prices are not adjusted for; adjusted prices would train a better forecast.",
            "The jump on {date} (and there are {count} more such jumps) looks like a {split} split \
             that these closing prices are not adjusted for; adjusted prices would train a better \
             forecast.";
        de: "Der Sprung am {date} (und es gibt noch 1 solchen Sprung) sieht nach einem {split}-Split \
             aus, um den diese Schlusskurse nicht bereinigt sind; bereinigte Kurse würden eine bessere \
             Prognose ergeben.",
            "Der Sprung am {date} (und es gibt noch {count} solche Sprünge) sieht nach einem \
             {split}-Split aus, um den diese Schlusskurse nicht bereinigt sind; bereinigte Kurse \
             würden eine bessere Prognose ergeben.";
    }
    looks_like_split(split, date) {
        en: "Looks like a {split} split on {date}.",
        de: "Sieht nach einem {split}-Split am {date} aus.",
    }
    may_be_split(split, date) {
        en: "May be a {split} split on {date}.",
        de: "Könnte ein {split}-Split am {date} sein.",
    }
    adjusted_for_split(date, split) {
        en: "Prices before {date} are adjusted for a {split} split.",
        de: "Die Kurse vor dem {date} sind um einen {split}-Split bereinigt.",
    }
}
