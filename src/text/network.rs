//! The network section: the recipe, the leaks, the device, and the drawing of the network.

texts! {
    /// The section's heading.
    title { en: "Network", de: "Netz" }
    reset { en: "Reset values", de: "Werte zurücksetzen" }
    settings {
        en: "Settings of the network and its training",
        de: "Einstellungen des Netzes und seines Trainings",
    }

    honest { en: "Honest", de: "Ehrlich" }
    notebook { en: "Notebook", de: "Notebook" }
    what_honest_does {
        en: "Forecasts the return, scales on training days alone, begins at the average change, and \
             keeps a validation block that picks the best epoch, if any.",
        de: "Sagt die Rendite vorher, skaliert allein nach den Trainingstagen, beginnt bei der \
             mittleren Änderung und behält einen Validierungsblock, der die beste Epoche auswählt, \
             sofern eine taugt.",
    }
    what_notebook_does {
        en: "As tutorials do it: forecasts the price itself and scales with the whole history, test \
             days included. Instructive, and not to be trusted.",
        de: "Wie es in Tutorials steht: sagt den Kurs selbst vorher und skaliert nach dem ganzen \
             Kursverlauf samt den Testtagen. Lehrreich, aber trauen sollte man ihm nicht.",
    }
    /// `changes` are some of the following, with commas.
    changed_from_recipe(changes) {
        en: "Changed from the recipe: {changes}.",
        de: "Anders als im Rezept: {changes}.",
    }
    forecasts_price {
        en: "it forecasts the price itself",
        de: "Vorhersage des Kurses selbst",
    }
    forecasts_return { en: "it forecasts the return", de: "Vorhersage der Rendite" }
    scales_on_training {
        en: "it scales on training rows alone",
        de: "Skalierung allein nach den Trainingszeilen",
    }
    scales_on_all {
        en: "it scales on the whole history, test rows included",
        de: "Skalierung nach dem ganzen Kursverlauf samt den Testzeilen",
    }
    splits_at_random {
        en: "its test rows are drawn at random from the whole history",
        de: "zufällig aus dem ganzen Kursverlauf gezogene Testzeilen",
    }
    learns_average {
        en: "it learns a 5-day average instead of the next day",
        de: "ein 5-Tage-Mittel statt des nächsten Tages als Ziel",
    }

    automatic { en: "Automatic", de: "Automatisch" }
    what_automatic_is {
        en: "A real graphics card where the browser offers one, else the CPU.",
        de: "Eine echte Grafikkarte, wo der Browser eine anbietet, sonst die CPU.",
    }
    what_webgpu_is {
        en: "The graphics card through WebGPU, even a slow emulated one.",
        de: "Die Grafikkarte über WebGPU, auch eine langsame, nachgeahmte.",
    }
    what_cpu_is {
        en: "The processor. The same seed gives the same losses to the last digit.",
        de: "Der Prozessor. Derselbe Seed ergibt dieselben Verluste bis zur letzten Ziffer.",
    }

    leaks { en: "Leaks to try", de: "Datenlecks zum Ausprobieren" }
    what_leaks_do {
        en: "Each lets some of the answer into the question. Train without it, then with it: the list \
             of runs below the verdict says what it changed on this history, also where that is \
             nothing.",
        de: "Jedes lässt etwas von der Antwort in die Frage sickern. Trainieren Sie ohne das Leck und \
             dann mit ihm: Die Liste der Läufe unter dem Urteil sagt, was es bei diesem Kursverlauf \
             geändert hat, auch wenn es nichts war.",
    }
    leak_scaler { en: "Scale on the whole history", de: "Nach dem ganzen Kursverlauf skalieren" }
    leak_split { en: "Split at random", de: "Zufällig aufteilen" }
    leak_label { en: "Learn a 5-day average", de: "Ein 5-Tage-Mittel lernen" }

    /// A part of the drawing.
    window { en: "Window", de: "Fenster" }
    window_shape(count) plural {
        en: "{count} day, 1 number", "{count} days, 1 number each";
        de: "{count} Tag, 1 Zahl", "{count} Tage, je 1 Zahl";
    }
    /// The layer before the LSTM; the names are PyTorch’s.
    first_linear(outputs) {
        en: "Linear 1 → {outputs}, ReLU",
        de: "Linear 1 → {outputs}, ReLU",
    }
    /// The layer after it.
    last_linear(inputs, outputs) {
        en: "Linear {inputs} → {outputs}",
        de: "Linear {inputs} → {outputs}",
    }
    numbers_a_day(count) plural {
        en: "{count} number a day", "{count} numbers a day";
        de: "{count} Zahl pro Tag", "{count} Zahlen pro Tag";
    }
    last_day { en: "Last day", de: "Letzter Tag" }
    last_days_joined { en: "Last day of each, joined", de: "Letzter Tag jeder Schicht, verbunden" }
    numbers(count) plural {
        en: "{count} number", "{count} numbers";
        de: "{count} Zahl", "{count} Zahlen";
    }
    dropout_shape(percent) {
        en: "{percent} % set to zero, in training only",
        de: "{percent} % auf null gesetzt, nur im Training",
    }
    next_days(count) plural {
        en: "the next day, 1 number", "the next {count} days, {count} numbers";
        de: "der nächste Tag, 1 Zahl", "die nächsten {count} Tage, {count} Zahlen";
    }
    learns_nothing { en: "learns nothing", de: "lernt nichts" }
    to_learn(number) { en: "{number} to learn", de: "{number} zu lernen" }
    /// After the number of all of them.
    numbers_to_learn { en: "numbers to learn.", de: "Zahlen zu lernen." }
}
