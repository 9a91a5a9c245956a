//! The verdict.

texts! {
    /// The section's heading.
    title { en: "Verdict", de: "Urteil" }
    download_report { en: "Download report", de: "Bericht herunterladen" }
    comes_after_training {
        en: "The verdict comes when training has ended. Stop gives one for now.",
        de: "Das Urteil kommt, wenn das Training zu Ende ist. Mit „Anhalten“ gibt es eines für jetzt.",
    }
    nothing_yet {
        en: "After training, the network’s forecasts on days it never saw stand here beside what \
             happened, and beside the forecast that costs nothing: tomorrow = today.",
        de: "Nach dem Training stehen hier die Prognosen des Netzes für Tage, die es nie gesehen hat, \
             neben dem, was geschah, und neben der Prognose, die nichts kostet: morgen = heute.",
    }
    beats { en: "It beats “tomorrow = today”.", de: "Es schlägt „morgen = heute“." }
    ties { en: "It ties with “tomorrow = today”.", de: "Es ist so gut wie „morgen = heute“." }
    loses { en: "It loses to “tomorrow = today”.", de: "Es verliert gegen „morgen = heute“." }
    /// The verdict in a word, for tables; the network is who does it.
    beats_in_a_word { en: "beats", de: "schlägt" }
    ties_in_a_word { en: "ties", de: "gleichauf" }
    loses_in_a_word { en: "loses", de: "verliert" }
    errors(network, naive, difference) {
        en: "On the test days the network was off by {network} on average, “tomorrow = today” by \
             {naive}: {difference}.",
        de: "An den Testtagen lag das Netz im Mittel um {network} daneben, „morgen = heute“ um {naive}: \
             {difference}.",
    }
    times_the_error(ratio) { en: "{ratio} times the error", de: "das {ratio}-Fache des Fehlers" }
    more_error(percent) { en: "{percent} % more error", de: "{percent} % mehr Fehler" }
    less_error(percent) { en: "{percent} % less error", de: "{percent} % weniger Fehler" }
    same_error {
        en: "the same error to a thousandth",
        de: "auf ein Tausendstel derselbe Fehler",
    }
    beats_means {
        en: "A difference this large would be rare if the two were equally good. On real prices, be \
             suspicious of it, and try other seeds and symbols.",
        de: "Ein so großer Unterschied wäre selten, wenn beide gleich gut wären. Bei echten Kursen \
             sollten Sie ihm misstrauen und andere Seeds und Symbole versuchen.",
    }
    disagreement_means {
        en: "Absolute and squared errors disagree: one of the two is better on usual days, the other on \
             the large misses. Neither has won.",
        de: "Absolute und quadrierte Fehler widersprechen sich: Der eine ist an gewöhnlichen Tagen \
             besser, der andere bei den großen Fehlern. Gewonnen hat keiner.",
    }
    ties_means {
        en: "The difference is within what chance alone would give. That is what an efficient market \
             looks like, and no shame for the network.",
        de: "Der Unterschied ist nicht größer, als der Zufall allein ihn machen würde. So sieht ein \
             effizienter Markt aus, und das Netz muss sich dafür nicht schämen.",
    }
    loses_means {
        en: "The network did worse than repeating the last price, by more than chance would give.",
        de: "Das Netz war schlechter, als einfach den letzten Kurs zu wiederholen, und zwar um mehr, \
             als der Zufall ausmacht.",
    }
    significance { en: "Significance", de: "Signifikanz" }
    label_beats(days, ratio) {
        en: "Beside the {days}-day average that it learned, it would be said to beat “tomorrow = \
             today”, with an rMAE of {ratio}. The numbers here are of the next day’s price, which is \
             what anyone could buy at.",
        de: "Am {days}-Tage-Mittel gemessen, das es gelernt hat, hieße es, dass es „morgen = heute“ \
             schlägt, mit einem rMAE von {ratio}. Die Zahlen hier gelten dem Kurs des nächsten Tages, \
             denn nur zu dem kann man kaufen.",
    }
    label_ties(days, ratio) {
        en: "Beside the {days}-day average that it learned, it would be said to tie with “tomorrow = \
             today”, with an rMAE of {ratio}. The numbers here are of the next day’s price, which is \
             what anyone could buy at.",
        de: "Am {days}-Tage-Mittel gemessen, das es gelernt hat, hieße es, dass es so gut ist wie \
             „morgen = heute“, mit einem rMAE von {ratio}. Die Zahlen hier gelten dem Kurs des nächsten \
             Tages, denn nur zu dem kann man kaufen.",
    }
    label_loses(days, ratio) {
        en: "Beside the {days}-day average that it learned, it would be said to lose to “tomorrow = \
             today”, with an rMAE of {ratio}. The numbers here are of the next day’s price, which is \
             what anyone could buy at.",
        de: "Am {days}-Tage-Mittel gemessen, das es gelernt hat, hieße es, dass es gegen „morgen = \
             heute“ verliert, mit einem rMAE von {ratio}. Die Zahlen hier gelten dem Kurs des nächsten \
             Tages, denn nur zu dem kann man kaufen.",
    }
    p_value(p) { en: "p = {p}", de: "p = {p}" }
    p_below(p) { en: "p < {p}", de: "p < {p}" }
    predicted_and_actual { en: "Predicted beside what happened", de: "Vorhergesagt und geschehen" }
    close_up { en: "The test block, close up", de: "Der Testblock von nahem" }
}
