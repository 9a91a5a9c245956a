//! Files of a run: their buttons, the run card, and models that are opened again.

texts! {
    download_model { en: "Download model", de: "Modell herunterladen" }
    download_script { en: "Download PyTorch script", de: "PyTorch-Skript herunterladen" }
    download_predictions { en: "Download predictions (CSV)", de: "Vorhersagen herunterladen (CSV)" }
    download_run_card { en: "Download run card", de: "Steckbrief des Laufs herunterladen" }
    model_means {
        en: "Weights and scaling, as safetensors with PyTorch’s names.",
        de: "Gewichte und Skalierung, als safetensors mit den Namen von PyTorch.",
    }
    script_means {
        en: "Loads the model in PyTorch and repeats the predictions.",
        de: "Lädt das Modell in PyTorch und wiederholt die Vorhersagen.",
    }
    predictions_mean {
        en: "Every price and what was predicted for it.",
        de: "Jeder Kurs und was für ihn vorhergesagt wurde.",
    }
    run_card_means {
        en: "The run in words, as Markdown, with its link.",
        de: "Der Lauf in Worten, als Markdown, mit seinem Link.",
    }

    // The run card. Its Markdown is the card's own business.
    card_title(symbol) { en: "Hindcast run: {symbol}", de: "Hindcast-Lauf: {symbol}" }
    beats {
        en: "The network beats “tomorrow = today”",
        de: "Das Netz schlägt „morgen = heute“",
    }
    ties {
        en: "The network ties with “tomorrow = today”",
        de: "Das Netz ist so gut wie „morgen = heute“",
    }
    loses {
        en: "The network loses to “tomorrow = today”",
        de: "Das Netz verliert gegen „morgen = heute“",
    }
    replay(link) { en: "Replay it: {link}", de: "Noch einmal ausführen: {link}" }
    changed_by_hand(changes, link) {
        en: "{changes}, so its link does not repeat this run, only its settings: {link}",
        de: "{changes}. Der Link wiederholt deshalb nicht diesen Lauf, nur seine Einstellungen: {link}",
    }
    data { en: "Data", de: "Daten" }
    daily { en: "daily", de: "täglich" }
    weekly { en: "weekly", de: "wöchentlich" }
    monthly { en: "monthly", de: "monatlich" }
    rows(rows, first, last) {
        en: "{rows} rows, {first} to {last}",
        de: "{rows} Zeilen, {first} bis {last}",
    }
    blocks(training, validation, test) {
        en: "{training} rows for training, {validation} for validation, {test} for the test",
        de: "{training} Zeilen zum Trainieren, {validation} zum Validieren, {test} zum Testen",
    }
    network { en: "Network", de: "Netz" }
    recipe(recipe, target, scaler, split, label) {
        en: "Recipe {recipe}: target {target}, scaler {scaler}, split {split}, label {label}",
        de: "Rezept {recipe}: Ziel {target}, Skalierung {scaler}, Aufteilung {split}, Label {label}",
    }
    recipe_honest { en: "honest", de: "„Ehrlich“" }
    recipe_notebook { en: "notebook", de: "„Notebook“" }
    target_return { en: "return", de: "Rendite" }
    target_price { en: "price", de: "Kurs" }
    scaler_train { en: "train", de: "nach den Trainingszeilen" }
    scaler_all { en: "all", de: "nach dem ganzen Verlauf" }
    split_time { en: "time", de: "nach der Zeit" }
    split_random { en: "random", de: "zufällig" }
    label_next { en: "next", de: "nächster Tag" }
    label_average { en: "average", de: "5-Tage-Mittel" }
    shape(window, layers, units, dropout, parameters) {
        en: "Window {window}, {layers} layers of {units} units, dropout {dropout}, {parameters} \
             parameters",
        de: "Fenster {window}, Schichten {layers} mit je {units} Einheiten, Dropout {dropout}, \
             {parameters} Parameter",
    }
    untrained_weights {
        en: "the untrained weights, as no epoch was better",
        de: "die untrainierten Gewichte, denn keine Epoche war besser",
    }
    weights_of_epoch(epoch) {
        en: "the weights of epoch {epoch}",
        de: "die Gewichte der Epoche {epoch}",
    }
    epochs(done, planned) { en: "{done} epochs of {planned}", de: "{done} von {planned} Epochen" }
    course(batch, rate, seed, done, weights) {
        en: "Batch {batch}, learning rate {rate}, seed {seed}; {done}, {weights}",
        de: "Batch {batch}, Lernrate {rate}, Seed {seed}; {done}, {weights}",
    }
    trained_on_gpu(adapter, ms) {
        en: "Trained on the GPU by WebGPU ({adapter}), {ms} ms a step",
        de: "Auf der GPU mit WebGPU trainiert ({adapter}), {ms} ms je Schritt",
    }
    trained_on_cpu(adapter, ms) {
        en: "Trained on the CPU ({adapter}), {ms} ms a step",
        de: "Auf der CPU trainiert ({adapter}), {ms} ms je Schritt",
    }
    run_on_gpu(adapter) {
        en: "Run on the GPU by WebGPU ({adapter}), without training",
        de: "Auf der GPU mit WebGPU ausgeführt ({adapter}), ohne Training",
    }
    run_on_cpu(adapter) {
        en: "Run on the CPU ({adapter}), without training",
        de: "Auf der CPU ausgeführt ({adapter}), ohne Training",
    }
    scores { en: "Scores on the test days", de: "Ergebnisse an den Testtagen" }
    forecast { en: "forecast", de: "Prognose" }
    right_direction { en: "right direction", de: "richtige Richtung" }
    interval(level, calibrated_on, coverage, width) {
        en: "The {level} % interval, calibrated on {calibrated_on}, held {coverage} % of the test days \
             and is {width} wide on average.",
        de: "Das {level}-%-Intervall, kalibriert an {calibrated_on}, hielt {coverage} % der Testtage \
             und ist im Mittel {width} breit.",
    }
    next_day { en: "The next day", de: "Der nächste Tag" }
    next_price(after, last, price, level, low, high) {
        en: "After {after} at {last}: **{price}**, with {level} % between {low} and {high}.",
        de: "Nach dem {after} mit {last}: **{price}**, mit {level} % zwischen {low} und {high}.",
    }
    files { en: "Files of this run", de: "Dateien dieses Laufs" }
    model_holds {
        en: "the network, named as in PyTorch",
        de: "das Netz, mit den Namen von PyTorch",
    }
    script_holds {
        en: "loads it and repeats the predictions",
        de: "lädt es und wiederholt die Vorhersagen",
    }
    predictions_hold { en: "prices and predictions", de: "Kurse und Vorhersagen" }
    report_holds {
        en: "the report, with everything",
        de: "der Bericht (auf Englisch), mit allem",
    }
    no_advice { en: "Educational, not advice.", de: "Zum Lernen gedacht, keine Beratung." }

    // Models that were trained before.
    from_a_file { en: "from a file, not trained here", de: "aus einer Datei, nicht hier trainiert" }
    kept_from_before {
        en: "kept from an earlier training, not trained anew",
        de: "von einem früheren Training aufbewahrt, nicht neu trainiert",
    }
    comes_from_a_file(name) {
        en: "This network comes from a file, {name}: it was not trained here, but judged on these \
             prices as it is.",
        de: "Dieses Netz stammt aus einer Datei, {name}: Es wurde nicht hier trainiert, sondern so, wie \
             es ist, an diesen Kursen beurteilt.",
    }
    comes_from_run(run) {
        en: "This is the network of run {run} as it was kept on this device: it was not trained anew.",
        de: "Das ist das Netz von Lauf {run}, wie es auf diesem Gerät aufbewahrt war: Es wurde nicht \
             neu trainiert.",
    }
    /// A file of prices, by its name.
    the_file(name) { en: "the file {name}", de: "die Datei {name}" }
    rows_of(what, rows, first, last) {
        en: "{what}, {rows} rows from {first} to {last}",
        de: "{what}, {rows} Zeilen vom {first} bis zum {last}",
    }
    days_of(what, first, last) {
        en: "{what}, from {first} to {last}",
        de: "{what}, vom {first} bis zum {last}",
    }
    /// After a colon; what the model needs was said by `rows_of` or `days_of`.
    needs(wanted) { en: "it needs {wanted}.", de: "Es braucht {wanted}." }
    opened_and_needs(wanted) {
        en: "The model is opened, and it needs {wanted}.",
        de: "Das Modell ist geöffnet und braucht {wanted}.",
    }
    not_its_prices(wanted) {
        en: "These are not the prices that the opened model was trained on: it needs {wanted}. Load \
             those prices; the model waits for them.",
        de: "Das sind nicht die Kurse, mit denen das geöffnete Modell trainiert wurde: Es braucht \
             {wanted}. Laden Sie diese Kurse; das Modell wartet auf sie.",
    }
    longer_and_scattered {
        en: "These prices have gone on since the opened model was trained, and its training days were \
             drawn at random, so no fair test days are left. Train it anew instead.",
        de: "Diese Kurse sind weitergegangen, seit das geöffnete Modell trainiert wurde, und seine \
             Trainingstage waren zufällig gezogen; faire Testtage sind daher keine übrig. Trainieren Sie \
             es stattdessen neu.",
    }
    corrected_since {
        en: "These prices are of the same days as those the model was trained on, but not the same: \
             they were corrected or adjusted since. Its scores differ from those it had.",
        de: "Diese Kurse sind von denselben Tagen wie die, mit denen das Modell trainiert wurde, aber \
             nicht dieselben: Sie wurden seither berichtigt oder bereinigt. Seine Ergebnisse weichen \
             von den damaligen ab.",
    }
    gone_on(count) plural {
        en: "These prices go on for {count} row after those the model was trained on. It is judged on \
             the last fifth of them all, so its scores differ from those it had.",
            "These prices go on for {count} rows after those the model was trained on. It is judged on \
             the last fifth of them all, so its scores differ from those it had.";
        de: "Diese Kurse reichen {count} Zeile weiter als die, mit denen das Modell trainiert wurde. Es \
             wird am letzten Fünftel von allen beurteilt, daher weichen seine Ergebnisse von den \
             damaligen ab.",
            "Diese Kurse reichen {count} Zeilen weiter als die, mit denen das Modell trainiert wurde. Es \
             wird am letzten Fünftel von allen beurteilt, daher weichen seine Ergebnisse von den \
             damaligen ab.";
    }
    unreadable {
        en: "This is no complete safetensors file: choose a model that was downloaded here, or download \
             it again.",
        de: "Das ist keine vollständige safetensors-Datei: Wählen Sie ein Modell, das hier \
             heruntergeladen wurde, oder laden Sie es noch einmal herunter.",
    }
    foreign {
        en: "This safetensors file holds another network than Hindcast’s: choose a model that was \
             downloaded here.",
        de: "Diese safetensors-Datei enthält ein anderes Netz als das von Hindcast: Wählen Sie ein \
             Modell, das hier heruntergeladen wurde.",
    }
    damaged(part) {
        en: "This model cannot be used, because its {part} is not as it should be: download it again \
             from the page that trained it.",
        de: "Dieses Modell lässt sich nicht verwenden, denn etwas darin ist nicht, wie es sein sollte \
             ({part}): Laden Sie es auf der Seite, die es trainiert hat, noch einmal herunter.",
    }
    list_of_settings { en: "list of settings", de: "Liste der Einstellungen" }
    list_of_tensors { en: "list of tensors", de: "Liste der Tensoren" }
    scaling { en: "scaling", de: "Skalierung" }
    length { en: "length", de: "Länge" }
    layout { en: "layout", de: "Anordnung" }
}
