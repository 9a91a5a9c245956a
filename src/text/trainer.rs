//! The trainer: why a run is on its device, why a training could not go on, what befell the worker.
//! Reasons are sentences without a full stop.

texts! {
    cpu_chosen {
        en: "The CPU was chosen in the settings",
        de: "In den Einstellungen ist die CPU gewählt",
    }
    cpu_for_several_days {
        en: "A direct forecast of several days is trained on the CPU: the GPU’s kernels forecast one \
             day at a time",
        de: "Eine direkte Prognose mehrerer Tage wird auf der CPU trainiert: Die Kernel der GPU sagen \
             immer nur einen Tag vorher",
    }
    gpu_lost_earlier {
        en: "The GPU was lost earlier; reload the page to use it again",
        de: "Die GPU ging vorhin verloren; laden Sie die Seite neu, um sie wieder zu verwenden",
    }
    software_adapter(name) {
        en: "WebGPU runs on a software adapter here ({name}), which is slower than the CPU kernel",
        de: "WebGPU läuft hier auf einem Software-Adapter ({name}), der langsamer ist als der \
             CPU-Kernel",
    }
    gpu_faster(gpu_ms, cpu_ms) {
        en: "A step takes {gpu_ms} ms here and {cpu_ms} ms on the CPU",
        de: "Ein Schritt dauert hier {gpu_ms} ms und auf der CPU {cpu_ms} ms",
    }
    cpu_faster(cpu_ms, gpu_ms, name) {
        en: "A step takes {cpu_ms} ms here and {gpu_ms} ms on WebGPU ({name})",
        de: "Ein Schritt dauert hier {cpu_ms} ms und mit WebGPU ({name}) {gpu_ms} ms",
    }
    gpu_not_ready(cpu_ms, name) {
        en: "A step takes {cpu_ms} ms here, and WebGPU ({name}) was not ready in time",
        de: "Ein Schritt dauert hier {cpu_ms} ms, und WebGPU ({name}) war nicht rechtzeitig bereit",
    }
    webgpu_chosen_software {
        en: "WebGPU was chosen in the settings; it is a software adapter, so expect it to be slow",
        de: "In den Einstellungen ist WebGPU gewählt; es ist ein Software-Adapter und deshalb \
             vermutlich langsam",
    }
    webgpu_chosen {
        en: "WebGPU was chosen in the settings",
        de: "In den Einstellungen ist WebGPU gewählt",
    }
    no_webgpu {
        en: "This browser offers no WebGPU",
        de: "Dieser Browser bietet kein WebGPU",
    }
    webgpu_not_opened(error) {
        en: "WebGPU could not be opened ({error})",
        de: "WebGPU ließ sich nicht öffnen ({error})",
    }
    gpu_lost_goes_on(reason, epoch) {
        en: "The GPU was lost ({reason}), so training goes on here from epoch {epoch}",
        de: "Die GPU ging verloren ({reason}), daher geht das Training hier ab Epoche {epoch} weiter",
    }
    gpu_lost_starts_again(reason) {
        en: "The GPU was lost ({reason}), so training starts again here",
        de: "Die GPU ging verloren ({reason}), daher beginnt das Training hier von vorn",
    }

    stopped_run_gone {
        en: "The stopped run is no longer in memory, so it cannot go on. Train again.",
        de: "Der angehaltene Lauf ist nicht mehr im Speicher und kann deshalb nicht weitergehen. \
             Trainieren Sie noch einmal.",
    }
    diverged(epoch) {
        en: "Training diverged in epoch {epoch}: the loss is no longer a finite number. Try a lower \
             learning rate.",
        de: "Das Training ist in Epoche {epoch} divergiert: Der Verlust ist keine endliche Zahl mehr. \
             Versuchen Sie es mit einer niedrigeren Lernrate.",
    }
    /// With one of the details below.
    bad_job(detail) {
        en: "The training data do not fit together ({detail}). Load the prices again.",
        de: "Die Trainingsdaten passen nicht zusammen ({detail}). Laden Sie die Kurse noch einmal.",
    }
    device_stopped(detail) {
        en: "The device stopped delivering results ({detail}).",
        de: "Das Gerät liefert keine Ergebnisse mehr ({detail}).",
    }
    targets_do_not_divide(targets, outputs) {
        en: "{targets} targets, which {outputs} a row cannot be",
        de: "{targets} Ziele, was bei {outputs} je Zeile nicht sein kann",
    }
    other_inputs(found, needed) {
        en: "{found} inputs where {needed} are needed",
        de: "{found} Eingaben, wo {needed} nötig sind",
    }
    row_beyond(rows) {
        en: "a row beyond the last one, {rows}",
        de: "eine Zeile hinter der letzten, {rows}",
    }
    forecast_beyond(rows) {
        en: "a forecast from beyond the last row, {rows}",
        de: "eine Prognose von hinter der letzten Zeile, {rows}",
    }
    outputs_do_not_fit(outputs, days) {
        en: "{outputs} outputs for {days} days ahead",
        de: "Ausgaben: {outputs}, Tage voraus: {days}",
    }
    other_parameters(found, needed) {
        en: "{found} parameters where {needed} are needed",
        de: "{found} Parameter, wo {needed} nötig sind",
    }
    no_training_rows { en: "no training rows", de: "keine Trainingszeilen" }
    /// One of the sizes below.
    size_out_of_bounds(name, value, low, high) {
        en: "The {name} is {value}, but must lie between {low} and {high}. Choose a {name} within these \
             bounds.",
        de: "{name} {value} geht nicht: Möglich ist {low} bis {high}. Wählen Sie einen Wert in diesen \
             Grenzen.",
    }
    number_of_features { en: "number of features", de: "Anzahl der Merkmale" }
    hidden_size { en: "hidden size", de: "Anzahl der verborgenen Einheiten" }
    number_of_layers { en: "number of layers", de: "Anzahl der Schichten" }
    number_of_outputs { en: "number of outputs", de: "Anzahl der Ausgaben" }
    look_back_window { en: "look-back window", de: "Rückblickfenster" }
    batch_size { en: "batch size", de: "Größe der Batches" }
    kept_state_damaged {
        en: "the kept state of the training is damaged",
        de: "der aufbewahrte Stand des Trainings ist beschädigt",
    }
    kept_state_of_another(found, expected) {
        en: "the kept state is of another network, with {found} parameters where {expected} are needed",
        de: "der aufbewahrte Stand gehört zu einem anderen Netz, mit {found} Parametern, wo {expected} \
             nötig sind",
    }

    not_let_to_start {
        en: "This browser did not let the page start its trainer (a Web Worker). Try a current Chrome, \
             Edge, Firefox or Safari.",
        de: "Dieser Browser ließ die Seite ihren Trainer (einen Web Worker) nicht starten. Versuchen Sie \
             es mit einem aktuellen Chrome, Edge, Firefox oder Safari.",
    }
    outdated {
        en: "The page and its trainer are of different versions, probably because a new one was just \
             published. Reload the page.",
        de: "Die Seite und ihr Trainer stammen aus verschiedenen Versionen, vermutlich weil eben eine \
             neue erschienen ist. Laden Sie die Seite neu.",
    }
    out_of_memory {
        en: "The trainer ran out of memory and was started again.",
        de: "Dem Trainer ging der Speicher aus; er wurde neu gestartet.",
    }
    crashed {
        en: "The trainer crashed and was started again.",
        de: "Der Trainer ist abgestürzt und wurde neu gestartet.",
    }
    did_not_load {
        en: "The trainer did not load. Check your connection, then press Train to try again.",
        de: "Der Trainer wurde nicht geladen. Prüfen Sie Ihre Verbindung und versuchen Sie es dann noch \
             einmal mit „Trainieren“.",
    }
    did_not_stop {
        en: "The trainer did not stop and was started again.",
        de: "Der Trainer hielt nicht an und wurde neu gestartet.",
    }
}
