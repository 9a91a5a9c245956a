//! Settings: their names, what they do, and why one was refused.

use super::pick;

texts! {
    window { en: "Look-back window", de: "Rückblickfenster" }
    window_means {
        en: "How many past days the network reads before it forecasts the next one.",
        de: "Wie viele vergangene Tage das Netz liest, bevor es den nächsten vorhersagt.",
    }
    horizon { en: "Horizon", de: "Horizont" }
    horizon_means {
        en: "How many days ahead it forecasts; from two on with a fan and a score for each day.",
        de: "Wie viele Tage voraus es vorhersagt; ab zwei mit einem Fächer und mit Fehlermaßen für \
             jeden Tag.",
    }
    hidden { en: "Hidden units", de: "Verborgene Einheiten" }
    hidden_means {
        en: "How many numbers each LSTM layer remembers from one day to the next.",
        de: "Wie viele Zahlen sich jede LSTM-Schicht von einem Tag zum nächsten merkt.",
    }
    layers { en: "LSTM layers", de: "LSTM-Schichten" }
    layers_means {
        en: "How many LSTMs are stacked, each reading the one below it.",
        de: "Wie viele LSTMs übereinander liegen; jedes liest, was das darunter ausgibt.",
    }
    dropout { en: "Dropout", de: "Dropout" }
    dropout_means {
        en: "The share of the last hidden values switched off at random in each training step, so that \
             the network cannot lean on a few of them.",
        de: "Der Anteil der letzten verborgenen Werte, der in jedem Trainingsschritt zufällig \
             abgeschaltet wird, damit sich das Netz nicht auf wenige davon verlässt.",
    }
    batch { en: "Batch size", de: "Batchgröße" }
    batch_means {
        en: "How many windows the network sees before each correction of its weights.",
        de: "Wie viele Fenster das Netz sieht, bevor seine Gewichte jeweils korrigiert werden.",
    }
    epochs { en: "Epochs", de: "Epochen" }
    epochs_means {
        en: "How many times, at most, training goes through all its windows.",
        de: "Wie oft das Training höchstens alle seine Fenster durchläuft.",
    }
    learning_rate { en: "Learning rate", de: "Lernrate" }
    learning_rate_means {
        en: "How large each correction of the weights is: too large and training diverges, too small \
             and it crawls.",
        de: "Wie groß jede Korrektur der Gewichte ist: zu groß, und das Training divergiert; zu klein, \
             und es kriecht.",
    }
    seed { en: "Seed", de: "Seed" }
    seed_means {
        en: "Where all chance starts from: the same seed gives the same generated prices and, on one \
             device, the same training.",
        de: "Womit aller Zufall beginnt: Derselbe Seed ergibt dieselben erzeugten Kurse und auf \
             demselben Gerät dasselbe Training.",
    }
    recipe { en: "Recipe", de: "Rezept" }
    target { en: "Target", de: "Ziel" }
    scaler { en: "Scaler", de: "Skalierung" }
    split { en: "Split", de: "Aufteilung" }
    label { en: "Label", de: "Label" }
    /// How a forecast of several days comes about.
    steps { en: "Days ahead", de: "Tage voraus" }
    device { en: "Device", de: "Gerät" }
    /// A choice in a word, as in a list of what changed: “Recipe: honest → notebook”.
    honest { en: "honest", de: "ehrlich" }
    notebook { en: "notebook", de: "Notebook" }
    price { en: "price", de: "Kurs" }
    return_ { en: "return", de: "Rendite" }
    train { en: "train", de: "Trainingszeilen" }
    all { en: "all", de: "alle Zeilen" }
    time { en: "time", de: "nach der Zeit" }
    random { en: "random", de: "zufällig" }
    next { en: "next", de: "nächster Tag" }
    average { en: "average", de: "5-Tage-Mittel" }
    direct { en: "direct", de: "direkt" }
    recursive { en: "recursive", de: "rekursiv" }
    auto { en: "auto", de: "automatisch" }
    webgpu { en: "webgpu", de: "WebGPU" }
    cpu { en: "cpu", de: "CPU" }
    /// A choice at more length, as beside its setting’s name in a table.
    the_return { en: "the return", de: "die Rendite" }
    the_price { en: "the price itself", de: "der Kurs selbst" }
    on_training_rows {
        en: "fitted on the training rows",
        de: "an den Trainingszeilen bestimmt",
    }
    on_whole_history {
        en: "fitted on the whole history",
        de: "am ganzen Kursverlauf bestimmt",
    }
    by_time { en: "by time", de: "nach der Zeit" }
    at_random { en: "at random", de: "zufällig" }
    the_next_day { en: "the next day", de: "der nächste Tag" }
    a_5_day_average { en: "a 5-day average", de: "ein 5-Tage-Mittel" }
    automatic { en: "automatic", de: "automatisch" }
    the_cpu { en: "CPU", de: "CPU" }
    the_gpu { en: "WebGPU", de: "WebGPU" }
    scaler_of_training_rows_means {
        en: "Mean and spread come from the training rows alone.",
        de: "Mittel und Streuung kommen allein aus den Trainingszeilen.",
    }
    scaler_of_all_rows_means {
        en: "Mean and spread come from the whole history: the network is told how high the test \
             prices lie before it has seen one.",
        de: "Mittel und Streuung kommen aus dem ganzen Kursverlauf: Dem Netz wird verraten, wie hoch die \
             Testkurse liegen, bevor es einen davon gesehen hat.",
    }
    split_by_time_means {
        en: "The last fifth of the history is for the test, so every test day is the future.",
        de: "Das letzte Fünftel des Kursverlaufs ist für den Test, also liegt jeder Testtag in der Zukunft.",
    }
    split_at_random_means {
        en: "Test days are drawn at random from the whole history: the network has learned from the \
             days before and after each of them, so it fills gaps instead of forecasting.",
        de: "Die Testtage werden zufällig aus dem ganzen Kursverlauf gezogen: Das Netz hat von den Tagen \
             vor und nach jedem davon gelernt und füllt also Lücken, statt vorherzusagen.",
    }
    label_next_means {
        en: "The network is asked for the next day.",
        de: "Das Netz wird nach dem nächsten Tag gefragt.",
    }
    label_average_means {
        en: "The network is asked for a 5-day average that ends with the next day: four of the five \
             days are in its window, so most of the answer is in the question.",
        de: "Das Netz wird nach einem 5-Tage-Mittel gefragt, das mit dem nächsten Tag endet: Vier der \
             fünf Tage liegen in seinem Fenster, also steckt der größte Teil der Antwort schon in der \
             Frage.",
    }
    steps_direct_means {
        en: "The network has one output for each day ahead and learns them all at once: no error is \
             fed back, but the far days share its attention with the next one.",
        de: "Das Netz hat für jeden Tag voraus einen Ausgang und lernt alle auf einmal: Kein Fehler \
             wird zurückgespeist, aber die fernen Tage teilen sich seine Aufmerksamkeit mit dem \
             nächsten.",
    }
    steps_recursive_means {
        en: "The network learns the next day alone and then reads its own forecast as if it had \
             happened, day after day: simple, but errors add up and most paths flatten out.",
        de: "Das Netz lernt nur den nächsten Tag und liest dann seine eigene Prognose, als wäre sie \
             eingetreten, Tag für Tag: einfach, aber die Fehler summieren sich, und die meisten Pfade \
             werden flach.",
    }
    must_be_whole(label, least, most) {
        en: "{label} must be a whole number from {least} to {most}.",
        de: "Für „{label}“ ist eine ganze Zahl von {least} bis {most} nötig.",
    }
    must_be_a_number(label, least, most) {
        en: "{label} must be a number from {least} to {most}.",
        de: "Für „{label}“ ist eine Zahl von {least} bis {most} nötig.",
    }
    /// Why the two cannot be had together, next to whichever of them was asked for second.
    average_is_of_one_day {
        en: "Horizon must be 1 while the network learns a 5-day average, which is a label of the next \
             day alone.",
        de: "Der Horizont muss 1 sein, solange das Netz ein 5-Tage-Mittel lernt, denn das gilt nur dem \
             nächsten Tag.",
    }
    /// What a value has to be, after the word for the value; see [`either`].
    must_be(slugs) { en: "must be {slugs}", de: "muss {slugs} sein" }
}

/// “a, b or c”, of words that stay as they are.
pub fn either(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => {
            format!("{} {} {last}", rest.join(", "), pick("or", "oder"))
        }
        _ => words.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    #[test]
    fn words_are_offered_in_a_list() {
        let said = |words: &[&str]| {
            Language::ALL.map(|language| in_language(language, || must_be(either(words))))
        };
        assert_eq!(
            said(&["auto", "webgpu", "cpu"]),
            [
                "must be auto, webgpu or cpu",
                "muss auto, webgpu oder cpu sein"
            ]
        );
        assert_eq!(said(&["honest"]), ["must be honest", "muss honest sein"]);
    }
}
