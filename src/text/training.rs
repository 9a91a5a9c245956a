//! The training section: its buttons, where it stands, its losses, and what it goes on with.

texts! {
    /// The section's heading.
    title { en: "Training", de: "Training" }
    train { en: "Train", de: "Trainieren" }
    stop { en: "Stop", de: "Anhalten" }
    resume { en: "Resume", de: "Fortsetzen" }
    one_step { en: "One step", de: "Ein Schritt" }
    one_epoch { en: "One epoch", de: "Eine Epoche" }
    what_steps_do {
        en: "Trains one batch, or once through all of them, and pauses.",
        de: "Trainiert einen Batch oder einmal durch alle und macht dann Pause.",
    }

    load_prices_first { en: "Load prices to begin.", de: "Laden Sie zuerst Kurse." }
    loading { en: "Loading prices …", de: "Kurse werden geladen …" }
    studying {
        en: "The trainer is busy with the study below the verdict. Cancel that, or wait for its end.",
        de: "Der Trainer arbeitet an der Studie unter dem Urteil. Brechen Sie sie ab oder warten Sie, \
             bis sie zu Ende ist.",
    }
    ready { en: "Ready to train.", de: "Bereit zum Trainieren." }
    stopping { en: "Stopping …", de: "Wird angehalten …" }
    judging_opened {
        en: "Judging the opened model …",
        de: "Das geöffnete Modell wird beurteilt …",
    }
    starting { en: "Starting the trainer …", de: "Der Trainer startet …" }
    running {
        en: "Training. The page stays usable.",
        de: "Das Training läuft. Die Seite bleibt benutzbar.",
    }
    opened_is_judged {
        en: "The opened model is judged below. Nothing was trained.",
        de: "Das Urteil über das geöffnete Modell steht unten. Trainiert wurde nichts.",
    }
    done { en: "Done. The verdict is in.", de: "Fertig. Das Urteil steht fest." }
    failed {
        en: "Training failed. The message above says what to do.",
        de: "Das Training ist gescheitert. Die Meldung oben sagt, was zu tun ist.",
    }
    stopped {
        en: "Stopped. The network of that moment is judged below.",
        de: "Angehalten. Das Urteil unten gilt dem Netz dieses Augenblicks.",
    }
    stopped_after_epoch(epoch) {
        en: "Stopped after epoch {epoch}. The network of that moment is judged below.",
        de: "Nach Epoche {epoch} angehalten. Das Urteil unten gilt dem Netz dieses Augenblicks.",
    }
    stopped_at_step(step, steps, epoch) {
        en: "Stopped at step {step} of {steps} in epoch {epoch}. The network of that moment is judged \
             below.",
        de: "Bei Schritt {step} von {steps} in Epoche {epoch} angehalten. Das Urteil unten gilt dem \
             Netz dieses Augenblicks.",
    }
    settings_changed {
        en: "The settings have changed since this training. Train again to see what they do.",
        de: "Die Einstellungen haben sich seit diesem Training geändert. Trainieren Sie noch einmal, \
             um zu sehen, was sie bewirken.",
    }

    progress { en: "Training progress", de: "Fortschritt des Trainings" }
    epoch_of(epoch, epochs) { en: "Epoch {epoch} of {epochs}", de: "Epoche {epoch} von {epochs}" }
    best_was_none {
        en: "no epoch was better than no training",
        de: "keine Epoche war besser als gar kein Training",
    }
    best_was(epoch) { en: "best was epoch {epoch}", de: "die beste war Epoche {epoch}" }
    training_loss { en: "Training loss", de: "Trainingsverlust" }
    validation_loss { en: "Validation loss", de: "Validierungsverlust" }
    test_loss { en: "Test loss", de: "Testverlust" }
    per_step { en: "Per step", de: "Pro Schritt" }
    time_left { en: "Time left", de: "Verbleibende Zeit" }
    time_taken { en: "Time taken", de: "Benötigte Zeit" }

    /// Not the name of the setting, which stands on the page as well.
    new_rate { en: "New rate from the next step on", de: "Neue Rate ab dem nächsten Schritt" }
    change_rate { en: "Change rate", de: "Rate ändern" }
    /// `changed` says how the learning rate was changed by hand, without a full stop.
    link_does_not_repeat(changed) {
        en: "{changed}. The link does not repeat that.",
        de: "{changed}. Der Link wiederholt das nicht.",
    }

    loss { en: "Loss per epoch", de: "Verlust je Epoche" }
    /// A curve of the losses.
    validation { en: "Validation", de: "Validierung" }
    /// A curve of the losses.
    test { en: "Test", de: "Test" }
    loss_not_in_file {
        en: "The opened model was trained before: its file does not hold the losses of its epochs.",
        de: "Das geöffnete Modell wurde früher trainiert: Seine Datei enthält die Verluste seiner \
             Epochen nicht.",
    }
    loss_comes {
        en: "Press Train: the loss is drawn here as it falls, epoch by epoch.",
        de: "Drücken Sie „Trainieren“: Hier sehen Sie den Verlust fallen, Epoche für Epoche.",
    }
    what_validation_loss_is {
        en: "Mean squared error per sample, in scaled units. Training stops when the validation loss \
             no longer improves, and keeps the best epoch.",
        de: "Mittlerer quadratischer Fehler je Beispiel, in skalierten Einheiten. Das Training endet, \
             wenn der Validierungsverlust nicht mehr besser wird, und behält die beste Epoche.",
    }
    what_test_loss_is {
        en: "Mean squared error per sample, in scaled units. This recipe keeps no validation rows: the \
             second curve is of the test block, shown and never used to choose.",
        de: "Mittlerer quadratischer Fehler je Beispiel, in skalierten Einheiten. Dieses Rezept behält \
             keine Validierungszeilen: Die zweite Kurve ist die des Testblocks; sie wird gezeigt und \
             nie zum Auswählen benutzt.",
    }
    norms { en: "Norms per epoch", de: "Normen je Epoche" }
    what_norms_are {
        en: "How long the gradient is, averaged over the epoch’s steps and before clipping, and how \
             large all weights are together. Calm lines are good ones.",
        de: "Wie lang der Gradient ist, gemittelt über die Schritte der Epoche und bevor er gekappt \
             wird, und wie groß alle Gewichte zusammen sind. Ruhige Linien sind ein gutes Zeichen.",
    }
    so_far { en: "Prediction so far", de: "Vorhersage bis jetzt" }
    what_so_far_is {
        en: "Only to look at, and drawn anew as it learns. It is judged at the end.",
        de: "Nur zum Ansehen, und immer neu gezeichnet, während das Netz lernt. Das Urteil kommt am \
             Ende.",
    }

    open_model { en: "Open a trained model", de: "Trainiertes Modell öffnen" }
    /// `wanted` is a sentence that says which prices it needs.
    model_waits(wanted) {
        en: "A trained model waits for its prices: {wanted}",
        de: "Ein trainiertes Modell wartet auf seine Kurse: {wanted}",
    }
    put_away { en: "Put it away", de: "Weglegen" }
    interrupted_honest(epoch, epochs, source) {
        en: "A training was interrupted at epoch {epoch} of {epochs}: {source}, honest recipe. It can \
             go on from there.",
        de: "Ein Training wurde in Epoche {epoch} von {epochs} unterbrochen: {source}, Rezept \
             „Ehrlich“. Es kann dort weitergehen.",
    }
    interrupted_notebook(epoch, epochs, source) {
        en: "A training was interrupted at epoch {epoch} of {epochs}: {source}, notebook recipe. It \
             can go on from there.",
        de: "Ein Training wurde in Epoche {epoch} von {epochs} unterbrochen: {source}, Rezept \
             „Notebook“. Es kann dort weitergehen.",
    }
    resume_it { en: "Resume it", de: "Fortsetzen" }
    discard { en: "Discard", de: "Verwerfen" }
}
