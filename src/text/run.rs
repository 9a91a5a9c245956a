//! A training on its way, and what ends it otherwise than was meant.

texts! {
    other_versions {
        en: "The page and its trainer are of different versions: reload the page.",
        de: "Die Seite und ihr Trainer stammen aus verschiedenen Versionen: Laden Sie die Seite neu.",
    }
    /// Why a network that was trained before is on this device.
    only_forecasts {
        en: "Nothing is trained: the network is there, and only forecasts.",
        de: "Hier wird nichts trainiert: Das Netz ist schon da und sagt nur vorher.",
    }
    /// After what befell the trainer. The button stands beside “Train”.
    can_go_on {
        en: "The training is kept on this device: press Resume it to go on from there, or Train to \
             start afresh.",
        de: "Das Training ist auf diesem Gerät aufbewahrt: Mit „Fortsetzen“ geht es dort weiter, mit \
             „Trainieren“ beginnen Sie neu.",
    }
    lost_before_an_epoch {
        en: "This run is lost before its first epoch was done; prices and settings are kept. Press \
             Train to start afresh.",
        de: "Dieser Lauf ist verloren, noch bevor seine erste Epoche zu Ende war; Kurse und \
             Einstellungen bleiben erhalten. Mit „Trainieren“ beginnen Sie neu.",
    }
    lost_before_an_epoch_with_results {
        en: "This run is lost before its first epoch was done; the results of the earlier stop, \
             prices and settings are kept. Press Train to start afresh.",
        de: "Dieser Lauf ist verloren, noch bevor seine erste Epoche zu Ende war; die Ergebnisse vom \
             früheren Anhalten, Kurse und Einstellungen bleiben erhalten. Mit „Trainieren“ beginnen \
             Sie neu.",
    }
    lost_after(done, planned) {
        en: "This run is lost after {done} of {planned} epochs; prices and settings are kept. Press \
             Train to start afresh.",
        de: "Dieser Lauf ist nach {done} von {planned} Epochen verloren gegangen; Kurse und \
             Einstellungen bleiben erhalten. Mit „Trainieren“ beginnen Sie neu.",
    }
    lost_after_with_results(done, planned) {
        en: "This run is lost after {done} of {planned} epochs; the results of the earlier stop, \
             prices and settings are kept. Press Train to start afresh.",
        de: "Dieser Lauf ist nach {done} von {planned} Epochen verloren gegangen; die Ergebnisse vom \
             früheren Anhalten, Kurse und Einstellungen bleiben erhalten. Mit „Trainieren“ beginnen \
             Sie neu.",
    }
    stopped_run_lost {
        en: "The results are kept, but the stopped run cannot go on. Press Train to start afresh.",
        de: "Die Ergebnisse bleiben erhalten, aber der angehaltene Lauf kann nicht weitergehen. Mit \
             „Trainieren“ beginnen Sie neu.",
    }
}
