//! The address: what it asked for and cannot have, and what a lesson’s link hides.

texts! {
    /// `rule` as [`bad_escapes`] and those below it.
    refused(key, value, rule, used) {
        en: "The address asks for {key}={value}, which cannot be used ({rule}); using {used} instead.",
        de: "Die Adresse verlangt {key}={value}. Das lässt sich nicht verwenden ({rule}); stattdessen \
             gilt {used}.",
    }
    refused_for_usual_value(key, value, rule) {
        en: "The address asks for {key}={value}, which cannot be used ({rule}); using the usual value \
             instead.",
        de: "Die Adresse verlangt {key}={value}. Das lässt sich nicht verwenden ({rule}); stattdessen \
             gilt der übliche Wert.",
    }
    refused_for_usual_ones(key, value, rule) {
        en: "The address asks for {key}={value}, which cannot be used ({rule}); using the usual ones \
             instead.",
        de: "Die Adresse verlangt {key}={value}. Das lässt sich nicht verwenden ({rule}); stattdessen \
             gelten die üblichen Werte.",
    }
    bad_escapes { en: "its % escapes cannot be read", de: "die %-Kodierung ist nicht lesbar" }
    /// `rule` goes on with a verb: “must be honest or notebook”.
    breaks_rule(rule) { en: "it {rule}", de: "der Wert {rule}" }
    switch_rule { en: "it must be 1 or left out", de: "der Wert muss 1 sein oder fehlen" }
    source_rule {
        en: "it must read like world:random-walk or av:IBM:daily",
        de: "der Wert muss aussehen wie world:random-walk oder av:IBM:daily",
    }

    unknown_lesson {
        en: "The address names a lesson that is not known here, so none was started; the lessons stand \
             at the end of the page.",
        de: "Die Adresse nennt eine Lektion, die es hier nicht gibt, darum hat keine begonnen; die \
             Lektionen stehen am Ende der Seite.",
    }
    unknown_hidden {
        en: "The address hides something that is not known here; the rest of it was hidden.",
        de: "Die Adresse blendet etwas aus, was es hier nicht gibt; alles andere ist ausgeblendet.",
    }

    /// What a teacher can hide.
    prices { en: "the choice of prices", de: "die Wahl der Kurse" }
    recipe { en: "“Honest” or “Notebook”", de: "„Ehrlich“ oder „Notebook“" }
    settings { en: "the network’s numbers", de: "die Zahlen des Netzes" }
    device { en: "GPU or CPU", de: "GPU oder CPU" }
    leaks { en: "the leaks", de: "die Datenlecks" }
    verdict { en: "the verdict card", de: "die Karte mit dem Urteil" }
    slide { en: "the sliding of the line", de: "das Verschieben der Linie" }
    scores { en: "the scores", de: "die Fehlermaße" }
    intervals { en: "how sure it is", de: "wie sicher es ist" }
    runs { en: "the list of runs", de: "die Liste der Läufe" }
    tomorrow { en: "the forecast", de: "die Prognose" }
}
