//! What Alpha Vantage gives and refuses.

texts! {
    daily_raw { en: "Daily, not adjusted", de: "Täglich, nicht bereinigt" }
    daily_recent { en: "Daily, last 100 days", de: "Täglich, letzte 100 Tage" }
    not_adjusted {
        en: "Your key may not have adjusted prices, so these are prices as they were traded: a stock \
             split looks like a crash. The weekly history is adjusted.",
        de: "Mit Ihrem Schlüssel gibt es keine bereinigten Kurse, darum sind dies Kurse, wie sie \
             gehandelt wurden: Ein Aktiensplit sieht aus wie ein Absturz. Der wöchentliche Kursverlauf \
             ist bereinigt.",
    }

    premium {
        en: "Alpha Vantage gives this history to premium keys only. Load the free weekly history \
             instead.",
        de: "Alpha Vantage gibt diesen Kursverlauf nur für Premium-Schlüssel heraus. Laden Sie \
             stattdessen den kostenlosen wöchentlichen Kursverlauf.",
    }
    daily_limit {
        en: "Your Alpha Vantage key has used up its requests for today: try again tomorrow, or train \
             on a known world or a price file until then.",
        de: "Ihr Schlüssel für Alpha Vantage hat seine Anfragen für heute verbraucht: Versuchen Sie es \
             morgen noch einmal, oder trainieren Sie bis dahin mit einer bekannten Welt oder einer \
             Kursdatei.",
    }
    demo_limit {
        en: "Alpha Vantage gives no more prices for the public key “demo” today: enter a key of your \
             own (free at alphavantage.co/support), or train on a known world or a price file.",
        de: "Alpha Vantage gibt heute keine Kurse mehr für den öffentlichen Schlüssel „demo“ heraus: \
             Geben Sie einen eigenen Schlüssel ein (kostenlos unter alphavantage.co/support), oder \
             trainieren Sie mit einer bekannten Welt oder einer Kursdatei.",
    }
    too_fast {
        en: "Alpha Vantage asks for fewer requests at a time: wait a minute, then load again.",
        de: "Alpha Vantage bittet um weniger Anfragen auf einmal: Warten Sie eine Minute, und laden \
             Sie dann noch einmal.",
    }
    key_missing {
        en: "The API key is missing or not valid: enter your Alpha Vantage key, or get a free one at \
             alphavantage.co/support.",
        de: "Der API-Schlüssel fehlt oder ist nicht gültig: Geben Sie Ihren Schlüssel für Alpha \
             Vantage ein, oder holen Sie sich einen kostenlosen unter alphavantage.co/support.",
    }
    demo_key {
        en: "The key “demo” serves only IBM as an example: get a free key at alphavantage.co/support \
             for other symbols, or load IBM.",
        de: "Mit dem Schlüssel „demo“ gibt es nur IBM als Beispiel: Holen Sie sich für andere Symbole \
             einen kostenlosen Schlüssel unter alphavantage.co/support, oder laden Sie IBM.",
    }
    unknown_symbol(symbol) {
        en: "Alpha Vantage does not know the symbol {symbol}: check its spelling (foreign exchanges \
             need a suffix, as in TSCO.LON).",
        de: "Alpha Vantage kennt das Symbol {symbol} nicht: Prüfen Sie die Schreibweise (Börsen \
             außerhalb der USA brauchen eine Endung, wie in TSCO.LON).",
    }
    /// Both parts as [`daily`] and those below it.
    wrong_interval(found, expected) {
        en: "Alpha Vantage sent {found} prices where {expected} ones were asked for: choose daily, \
             weekly or monthly history and load again.",
        de: "Alpha Vantage hat {found} Kurse geschickt, gefragt waren {expected}: Wählen Sie den \
             täglichen, wöchentlichen oder monatlichen Kursverlauf, und laden Sie noch einmal.",
    }
    /// Of prices; in German for the nominative and the accusative of the plural.
    daily { en: "daily", de: "tägliche" }
    weekly { en: "weekly", de: "wöchentliche" }
    monthly { en: "monthly", de: "monatliche" }
    intraday { en: "intraday", de: "untertägige" }
    other_message(message) {
        en: "Alpha Vantage sent no prices but this message, so follow it or choose another source: \
             “{message}”",
        de: "Alpha Vantage hat keine Kurse geschickt, sondern eine Meldung; folgen Sie ihr, oder \
             wählen Sie eine andere Quelle: „{message}“",
    }
    no_prices_for(symbol) {
        en: "Alpha Vantage has no prices for {symbol}: check the symbol or choose another interval.",
        de: "Alpha Vantage hat keine Kurse für {symbol}: Prüfen Sie das Symbol, oder wählen Sie einen \
             anderen Zeitabstand.",
    }

    /// `reason` as [`no_prices`] and those below it.
    unreadable(reason) {
        en: "The answer from Alpha Vantage cannot be read ({reason}): load again, or choose another \
             source if that does not help.",
        de: "Die Antwort von Alpha Vantage ist nicht lesbar ({reason}): Laden Sie noch einmal, oder \
             wählen Sie eine andere Quelle, wenn das nicht hilft.",
    }
    no_prices { en: "it holds no prices", de: "sie enthält keine Kurse" }
    empty { en: "it is empty", de: "sie ist leer" }
    cut_short { en: "it is cut short", de: "sie bricht mittendrin ab" }
    unknown_shape(line, column) {
        en: "it has an unknown shape at line {line}, column {column}",
        de: "sie ist in Zeile {line}, Spalte {column} anders aufgebaut als bekannt",
    }
    not_json(line, column) {
        en: "it is not valid JSON at line {line}, column {column}",
        de: "sie ist in Zeile {line}, Spalte {column} kein gültiges JSON",
    }

    /// `reason` as [`not_a_date`] and those below it.
    bad_row(date, reason) {
        en: "The row of {date} in the answer from Alpha Vantage cannot be used ({reason}): choose \
             another interval or another symbol.",
        de: "Die Zeile {date} in der Antwort von Alpha Vantage lässt sich nicht verwenden ({reason}): \
             Wählen Sie einen anderen Zeitabstand oder ein anderes Symbol.",
    }
    not_a_date { en: "that is not a date", de: "das ist kein Datum" }
    there_twice { en: "it is there twice", de: "sie ist doppelt da" }
    price_not_positive { en: "its price is not above zero", de: "ihr Kurs liegt nicht über null" }
    has_no_close { en: "it has no close", de: "ihr fehlt der Schlusskurs" }
    has_no_adjusted_close {
        en: "it has no adjusted close",
        de: "ihr fehlt der bereinigte Schlusskurs",
    }
    close_no_price(quote) {
        en: "its close is “{quote}”, not a number above zero",
        de: "als Schlusskurs steht dort „{quote}“, keine Zahl über null",
    }
    adjusted_close_no_price(quote) {
        en: "its adjusted close is “{quote}”, not a number above zero",
        de: "als bereinigter Schlusskurs steht dort „{quote}“, keine Zahl über null",
    }

    forbidden {
        en: "Alpha Vantage refused the request (HTTP 403): check your API key, and whether a VPN or a \
             firewall is in the way.",
        de: "Alpha Vantage hat die Anfrage abgelehnt (HTTP 403): Prüfen Sie Ihren API-Schlüssel und ob \
             ein VPN oder eine Firewall im Weg ist.",
    }
    too_many_requests {
        en: "Alpha Vantage has had too many requests (HTTP 429): wait a minute, then load again.",
        de: "Alpha Vantage hat zu viele Anfragen bekommen (HTTP 429): Warten Sie eine Minute, und \
             laden Sie dann noch einmal.",
    }
    server_trouble(status) {
        en: "Alpha Vantage is having trouble (HTTP {status}): load again in a few minutes.",
        de: "Alpha Vantage hat eine Störung (HTTP {status}): Laden Sie in ein paar Minuten noch \
             einmal.",
    }
    unexpected_status(status) {
        en: "Alpha Vantage answered with the unexpected status HTTP {status}: load again, or choose \
             another source if that does not help.",
        de: "Alpha Vantage hat mit dem unerwarteten Status HTTP {status} geantwortet: Laden Sie noch \
             einmal, oder wählen Sie eine andere Quelle, wenn das nicht hilft.",
    }
    offline {
        en: "Alpha Vantage cannot be reached: check your network and any content blocker, then load \
             again; known worlds work without a network.",
        de: "Alpha Vantage ist nicht zu erreichen: Prüfen Sie Ihre Internetverbindung und etwaige \
             Inhaltsblocker, und laden Sie dann noch einmal; bekannte Welten gehen auch ohne \
             Verbindung.",
    }
    timeout(seconds) {
        en: "Alpha Vantage did not answer within {seconds} seconds: check your network, then load \
             again.",
        de: "Alpha Vantage hat in {seconds} Sekunden nicht geantwortet: Prüfen Sie Ihre \
             Internetverbindung, und laden Sie dann noch einmal.",
    }

    /// `wanted` as [`long_daily_histories`] and those below it.
    demo_has_not(wanted, symbol) {
        en: "The key “demo” serves only a few examples, and {wanted} of {symbol} are not among them \
             any more.",
        de: "Mit dem Schlüssel „demo“ gibt es nur wenige Beispiele, und {wanted} von {symbol} gehören \
             nicht mehr dazu.",
    }
    premium_only(wanted) {
        en: "Alpha Vantage gives {wanted} to premium keys only, and yours is not one.",
        de: "Alpha Vantage gibt {wanted} nur für Premium-Schlüssel heraus, und Ihrer ist keiner.",
    }
    /// In German for the nominative and the accusative.
    long_daily_histories { en: "long daily histories", de: "lange tägliche Kursverläufe" }
    daily_prices { en: "daily prices", de: "tägliche Kurse" }
    weekly_histories { en: "weekly histories", de: "wöchentliche Kursverläufe" }
    monthly_histories { en: "monthly histories", de: "monatliche Kursverläufe" }
    load_weekly_instead {
        en: "Load the weekly history instead: free, adjusted, as long as the stock’s own, with \
             forecasts one week ahead.",
        de: "Laden Sie stattdessen den wöchentlichen Kursverlauf: kostenlos, bereinigt, so lang wie \
             der der Aktie selbst, mit Prognosen eine Woche voraus.",
    }
    load_recent_instead {
        en: "Load the last 100 days instead: enough to see how it works, too few to learn much from.",
        de: "Laden Sie stattdessen die letzten 100 Tage: genug, um zu sehen, wie es geht, zu wenige, \
             um viel daraus zu lernen.",
    }
    train_elsewhere {
        en: "Train on a known world instead, or on a price file.",
        de: "Trainieren Sie stattdessen mit einer bekannten Welt oder mit einer Kursdatei.",
    }
}
