//! The charts: what stands in them, and the same in words.

texts! {
    // Legends, axes and tables.
    actual { en: "Actual", de: "Tatsächlich" }
    predicted { en: "Predicted", de: "Vorhergesagt" }
    predicted_training { en: "Predicted, training", de: "Vorhergesagt, Training" }
    predicted_validation { en: "Predicted, validation", de: "Vorhergesagt, Validierung" }
    predicted_test { en: "Predicted, test", de: "Vorhergesagt, Test" }
    forecast { en: "Forecast", de: "Prognose" }
    no_change { en: "No change", de: "Keine Änderung" }
    price { en: "Price", de: "Kurs" }
    first_window { en: "First window", de: "Erstes Fenster" }
    dealt_at_random { en: "Dealt at random", de: "Zufällig verteilt" }
    training { en: "Training", de: "Training" }
    validation { en: "Validation", de: "Validierung" }
    test { en: "Test", de: "Test" }
    sealed { en: "Sealed", de: "Versiegelt" }
    gradient_norm { en: "Gradient norm", de: "Gradientennorm" }
    weight_norm { en: "Weight norm", de: "Gewichtsnorm" }
    wanted(level) { en: "Wanted, {level} %", de: "Gewünscht, {level} %" }
    exact { en: "Exact, 19 of 20", de: "Exakt, 19 von 20" }
    interval_from(level) { en: "{level} % interval, from", de: "{level}-%-Intervall, von" }
    interval_to(level) { en: "{level} % interval, to", de: "{level}-%-Intervall, bis" }
    next_day { en: "Next day", de: "Nächster Tag" }
    next_week { en: "Next week", de: "Nächste Woche" }
    next_month { en: "Next month", de: "Nächster Monat" }
    /// A place on the axis; the number comes last, after a space.
    epoch_number(epoch) { en: "Epoch {epoch}", de: "Epoche {epoch}" }
    epoch { en: "Epoch", de: "Epoche" }
    date { en: "Date", de: "Datum" }
    split_adjusted(split) { en: "{split} adjusted", de: "{split} bereinigt" }

    // Around every chart.
    save_as_image { en: "Save as image", de: "Als Bild speichern" }
    save_this_as_image(title) { en: "Save as image: {title}", de: "Als Bild speichern: {title}" }
    nothing_yet { en: "Nothing to draw yet.", de: "Noch gibt es nichts zu zeichnen." }
    library_missing {
        en: "The chart library did not load. Reload the page to try again; the numbers below are \
             complete without it.",
        de: "Die Diagramme konnten nicht geladen werden. Laden Sie die Seite neu, um es noch einmal zu \
             versuchen; die Zahlen darunter sind auch ohne sie vollständig.",
    }
    last_rows { en: "The last rows as a table", de: "Die letzten Zeilen als Tabelle" }
    as_a_table(title) { en: "{title}, as a table", de: "{title}, als Tabelle" }

    // The history.
    daily_prices(count, symbol, first, last) {
        en: "{count} daily prices of {symbol} from {first} to {last}.",
        de: "{count} tägliche Kurse von {symbol}, vom {first} bis zum {last}.",
    }
    weekly_prices(count, symbol, first, last) {
        en: "{count} weekly prices of {symbol} from {first} to {last}.",
        de: "{count} wöchentliche Kurse von {symbol}, vom {first} bis zum {last}.",
    }
    monthly_prices(count, symbol, first, last) {
        en: "{count} monthly prices of {symbol} from {first} to {last}.",
        de: "{count} monatliche Kurse von {symbol}, vom {first} bis zum {last}.",
    }
    course(start, end, low, low_day, high, high_day) {
        en: "They start at {start} and end at {end}, with a low of {low} on {low_day} and a high of {high} \
             on {high_day}.",
        de: "Sie beginnen bei {start} und enden bei {end}. Am tiefsten standen sie am {low_day} mit {low}, \
             am höchsten am {high_day} mit {high}.",
    }
    jumps(jumps) {
        en: "Jumps that look like splits: {jumps}.",
        de: "Sprünge, die nach Aktiensplits aussehen: {jumps}.",
    }
    jump(split, day) { en: "{split} on {day}", de: "{split} am {day}" }
    jump_adjusted(split, day) { en: "{split} on {day}, adjusted", de: "{split} am {day}, bereinigt" }

    // The split into blocks.
    dealt(training, validation, test) {
        en: "The rows are dealt at random over the whole history: {training} for training, {validation} for \
             validation, {test} for the test.",
        de: "Die Zeilen sind zufällig über den ganzen Kursverlauf verteilt: {training} zum Trainieren, \
             {validation} zum Validieren, {test} zum Testen.",
    }
    split_by_time(blocks, warm_up) {
        en: "The prices are split by time: {blocks}. The first {warm_up} rows only serve as the first \
             window’s input.",
        de: "Die Kurse sind nach der Zeit aufgeteilt: {blocks}. Die ersten {warm_up} Zeilen dienen nur als \
             Eingabe des ersten Fensters.",
    }
    training_rows(count, first, last) {
        en: "{count} rows for training ({first} to {last})",
        de: "{count} Zeilen zum Trainieren ({first} bis {last})",
    }
    validation_rows(count, first, last) {
        en: "{count} rows for validation ({first} to {last})",
        de: "{count} Zeilen zum Validieren ({first} bis {last})",
    }
    test_rows(count, first, last) {
        en: "{count} rows for test ({first} to {last})",
        de: "{count} Zeilen zum Testen ({first} bis {last})",
    }
    sealed_rows(count, first, last) {
        en: "The last {count} rows ({first} to {last}) are sealed: nothing is trained or tested on them.",
        de: "Die letzten {count} Zeilen ({first} bis {last}) sind versiegelt: An ihnen wird weder trainiert \
             noch getestet.",
    }
    sealed_row(day) {
        en: "The last row ({day}) is sealed.",
        de: "Die letzte Zeile ({day}) ist versiegelt.",
    }

    // The losses.
    no_epoch { en: "No epoch has finished yet.", de: "Noch ist keine Epoche zu Ende." }
    validation_losses(count, train_first, train_last, first, last) plural {
        en: "{count} epoch finished: the training loss went from {train_first} to {train_last}, the \
             validation loss from {first} to {last}.",
            "{count} epochs finished: the training loss went from {train_first} to {train_last}, the \
             validation loss from {first} to {last}.";
        de: "{count} Epoche ist zu Ende: Der Trainingsverlust ging von {train_first} auf {train_last}, der \
             Validierungsverlust von {first} auf {last}.",
            "{count} Epochen sind zu Ende: Der Trainingsverlust ging von {train_first} auf {train_last}, der \
             Validierungsverlust von {first} auf {last}.";
    }
    test_losses(count, train_first, train_last, first, last) plural {
        en: "{count} epoch finished: the training loss went from {train_first} to {train_last}, the test \
             loss from {first} to {last}.",
            "{count} epochs finished: the training loss went from {train_first} to {train_last}, the test \
             loss from {first} to {last}.";
        de: "{count} Epoche ist zu Ende: Der Trainingsverlust ging von {train_first} auf {train_last}, der \
             Testverlust von {first} auf {last}.",
            "{count} Epochen sind zu Ende: Der Trainingsverlust ging von {train_first} auf {train_last}, der \
             Testverlust von {first} auf {last}.";
    }
    lowest_validation_loss(lowest, epoch, rate) {
        en: "The lowest validation loss was {lowest} in epoch {epoch}; the learning rate is {rate}.",
        de: "Am niedrigsten war der Validierungsverlust mit {lowest} in Epoche {epoch}; die Lernrate ist \
             {rate}.",
    }
    lowest_test_loss(lowest, epoch, rate) {
        en: "The lowest test loss was {lowest} in epoch {epoch}; the learning rate is {rate}.",
        de: "Am niedrigsten war der Testverlust mit {lowest} in Epoche {epoch}; die Lernrate ist {rate}.",
    }
    no_norm {
        en: "No norm is known of these epochs.",
        de: "Von diesen Epochen ist keine Norm bekannt.",
    }
    gradient_went(first, last) {
        en: "The gradient’s norm went from {first} to {last}.",
        de: "Die Norm des Gradienten ging von {first} auf {last}.",
    }
    norms_went(first, last, weights_first, weights_last) {
        en: "The gradient’s norm went from {first} to {last}, that of all weights from {weights_first} to \
             {weights_last}.",
        de: "Die Norm des Gradienten ging von {first} auf {last}, die aller Gewichte von {weights_first} auf \
             {weights_last}.",
    }

    // The predictions.
    nothing_to_show { en: "There is nothing to show yet.", de: "Noch gibt es nichts zu zeigen." }
    so_far(epoch, count, first, last) {
        en: "What the network of epoch {epoch} predicts for {count} days, {first} to {last}.",
        de: "Was das Netz nach Epoche {epoch} für {count} Tage vorhersagt, {first} bis {last}.",
    }
    misses_before_test(miss) {
        en: "Before the test block it misses the price by {miss} on average.",
        de: "Vor dem Testblock verfehlt es den Kurs im Mittel um {miss}.",
    }
    no_predictions {
        en: "There are no predictions to show.",
        de: "Es gibt keine Vorhersagen zu zeigen.",
    }
    predictions(count, first, last, errors) {
        en: "{count} predictions from {first} to {last}. On average they miss the actual price by {errors}.",
        de: "{count} Vorhersagen vom {first} bis zum {last}. Im Mittel verfehlen sie den tatsächlichen Kurs \
             um {errors}.",
    }
    error_in_training(error) {
        en: "{error} in the training block",
        de: "{error} im Trainingsblock",
    }
    error_in_validation(error) {
        en: "{error} in the validation block",
        de: "{error} im Validierungsblock",
    }
    error_in_test(error) { en: "{error} in the test block", de: "{error} im Testblock" }
    no_test_block {
        en: "There is no test block to show.",
        de: "Es gibt keinen Testblock zu zeigen.",
    }
    test_block(count, first, last, model, naive) {
        en: "The {count} days of the test block, {first} to {last}. The model misses the price by {model} on \
             average; saying “tomorrow = today” misses it by {naive}.",
        de: "Die {count} Tage des Testblocks, {first} bis {last}. Das Netz verfehlt den Kurs im Mittel um \
             {model}; wer „morgen = heute“ sagt, verfehlt ihn um {naive}.",
    }
    band_split(level, held, width) {
        en: "The shaded band is the {level} % interval: it held {held} % of the test days and is {width} wide \
             on average.",
        de: "Das getönte Band ist das {level}-%-Intervall: Es hielt {held} % der Testtage und ist im Mittel \
             {width} breit.",
    }
    band_adaptive(level, held, width) {
        en: "The shaded band is the {level} % interval, adaptive: it held {held} % of the test days and is \
             {width} wide on average.",
        de: "Das getönte Band ist das adaptive {level}-%-Intervall: Es hielt {held} % der Testtage und ist \
             im Mittel {width} breit.",
    }
    last_prices(count, price, day) {
        en: "The last {count} prices, ending at {price} on {day}.",
        de: "Die letzten {count} Kurse, zuletzt {price} am {day}.",
    }
    /// `next` is [`next_day`], [`next_week`] or [`next_month`].
    next_split(next, price, level, low, high) {
        en: "{next}: {price} is forecast, with its {level} % interval from {low} to {high}.",
        de: "{next}: Die Prognose ist {price}, mit einem {level}-%-Intervall von {low} bis {high}.",
    }
    next_adaptive(next, price, level, low, high) {
        en: "{next}: {price} is forecast, with its {level} % interval, adaptive from {low} to {high}.",
        de: "{next}: Die Prognose ist {price}, mit einem adaptiven {level}-%-Intervall von {low} bis {high}.",
    }
    no_test_days {
        en: "There are no test days to show.",
        de: "Es gibt keine Testtage zu zeigen.",
    }
    two_runs(count, first, last, one, one_error, other, other_error) {
        en: "The {count} test days from {first} to {last}. {one} misses the price by {one_error} on average, \
             {other} by {other_error}.",
        de: "Die {count} Testtage vom {first} bis zum {last}. {one} verfehlt den Kurs im Mittel um \
             {one_error}, {other} um {other_error}.",
    }

    // The rolling coverage.
    held_least_split(days, level, first, last, share) {
        en: "Over {days} test days at a time, the split interval that is meant to hold {level} % held fewest \
             from {first} to {last}: {share}.",
        de: "Über jeweils {days} Testtage gezählt, hielt das Split-Intervall, das {level} % halten soll, vom \
             {first} bis zum {last} am wenigsten: {share}.",
    }
    held_least_adaptive(days, level, first, last, share) {
        en: "Over {days} test days at a time, the adaptive interval that is meant to hold {level} % held \
             fewest from {first} to {last}: {share}.",
        de: "Über jeweils {days} Testtage gezählt, hielt das adaptive Intervall, das {level} % halten soll, \
             vom {first} bis zum {last} am wenigsten: {share}.",
    }
    exactly_right(low, high, within) {
        en: "One that is exactly right would be between {low} and {high} % on 19 of 20 stretches; this one was \
             on {within}.",
        de: "Ein genau richtiges läge in 19 von 20 solchen Zeiträumen zwischen {low} und {high} %; dieses tat \
             es in {within}.",
    }
    worst_of_split(share, first, last) {
        en: "The split one’s worst was {share}, from {first} to {last}.",
        de: "Beim Split-Intervall waren es im schlechtesten Fall {share}, vom {first} bis zum {last}.",
    }
    worst_of_adaptive(share, first, last) {
        en: "The adaptive one’s worst was {share}, from {first} to {last}.",
        de: "Beim adaptiven waren es im schlechtesten Fall {share}, vom {first} bis zum {last}.",
    }

    // The fan of several days.
    no_fan {
        en: "One day ahead is forecast: there is no fan to show.",
        de: "Die Prognose gilt einem Tag voraus: Es gibt keinen Fächer zu zeigen.",
    }
    /// The fan's beginning; [`fan_end`] follows. `ahead` is "day 1".
    fan_start(last_price, day, price, ahead, level, low, high) {
        en: "After {last_price} on {day}: {price} is forecast for {ahead}, with an {level} % interval from {low} to \
             {high},",
        de: "Nach {last_price} am {day}: Die Prognose für {ahead} ist {price}, mit einem {level}-%-Intervall von \
             {low} bis {high},",
    }
    fan_end(price, ahead, low, high) {
        en: "and {price} for {ahead}, with one from {low} to {high}.",
        de: "und {price} für {ahead}, mit einem von {low} bis {high}.",
    }
}
