//! Studies: how far one is, how it ended, what its seeds say.

texts! {
    honest_recipe { en: "honest recipe", de: "Rezept „Ehrlich“" }
    notebook_recipe { en: "notebook recipe", de: "Rezept „Notebook“" }
    the_honest_recipe { en: "the honest recipe", de: "das Rezept „Ehrlich“" }
    the_notebook_recipe { en: "the notebook recipe", de: "das Rezept „Notebook“" }

    fold(number, folds) { en: "Fold {number} of {folds}", de: "Abschnitt {number} von {folds}" }
    training(number, trainings, seed) {
        en: "Training {number} of {trainings} (seed {seed})",
        de: "Training {number} von {trainings} (Seed {seed})",
    }
    /// Of one of two sides, A or B.
    training_of_side(number, trainings, seed, side) {
        en: "Training {number} of {trainings} (seed {seed}, {side})",
        de: "Training {number} von {trainings} (Seed {seed}, {side})",
    }
    /// After the training's name: this and the next two.
    starting(training) { en: "{training}, starting", de: "{training}, beginnt" }
    being_scored(training) { en: "{training}, being scored", de: "{training}, wird ausgewertet" }
    in_epoch(training, epoch, epochs) {
        en: "{training}, epoch {epoch} of {epochs}",
        de: "{training}, Epoche {epoch} von {epochs}",
    }

    has_ended { en: "The study has ended.", de: "Die Studie ist zu Ende." }
    trainer_stopped {
        en: "The trainer stopped before the training had ended.",
        de: "Der Trainer hielt an, bevor das Training zu Ende war.",
    }
    cancelled_before_anything {
        en: "Cancelled before anything was finished.",
        de: "Abgebrochen, bevor etwas fertig war.",
    }
    /// What is kept follows.
    cancelled(kept) { en: "Cancelled. {kept}", de: "Abgebrochen. {kept}" }
    /// A training's name is in front of it.
    not_finished(training) {
        en: "{training} was not finished.",
        de: "{training} wurde nicht fertig.",
    }
    nothing_kept {
        en: "Nothing was finished before.",
        de: "Davor war nichts fertig geworden.",
    }
    folds_kept(finished, folds) {
        en: "What {finished} of {folds} folds gave is kept.",
        de: "Was {finished} von {folds} Abschnitten ergeben haben, bleibt erhalten.",
    }
    trainings_kept(finished, trainings) {
        en: "What {finished} of {trainings} trainings gave is kept.",
        de: "Was {finished} von {trainings} Trainings ergeben haben, bleibt erhalten.",
    }

    other_windows {
        en: "Their look-back windows differ, so their test days differ a little too: each is measured \
             against “tomorrow = today” on its own days.",
        de: "Ihre Rückblickfenster sind verschieden, daher auch ein wenig ihre Testtage: Jede Seite \
             wird an ihren eigenen Tagen an „morgen = heute“ gemessen.",
    }
    too_few_seeds {
        en: "Fewer than three seeds were finished: too few to say how far apart scores lie.",
        de: "Es wurden weniger als drei Seeds fertig: zu wenige, um zu sagen, wie weit die Ergebnisse \
             auseinanderliegen.",
    }
    /// All scores are ratios, where 1 is as good as “tomorrow = today”.
    all_below_one {
        en: "All of them are below 1, so that much does not hang on the seed.",
        de: "Alle liegen unter 1; wenigstens das hängt nicht am Seed.",
    }
    none_below_one {
        en: "All of them are not below 1, so that much does not hang on the seed.",
        de: "Keiner liegt unter 1; wenigstens das hängt nicht am Seed.",
    }
    some_below_one(below, runs) {
        en: "{below} of {runs} are below 1: whether one training seems to beat “tomorrow = today” is \
             luck here.",
        de: "Unter 1 liegen {below} von {runs}: Ob ein einzelnes Training „morgen = heute“ zu schlagen \
             scheint, ist hier Glückssache.",
    }
    verdicts(beats, ties, loses) {
        en: "The verdict was “beats” {beats}, “ties” {ties} and “loses” {loses}.",
        de: "Das Urteil hieß {beats} „schlägt“, {ties} „gleichauf“ und {loses} „verliert“.",
    }
    never { en: "never", de: "nie" }
    once { en: "once", de: "einmal" }
    twice { en: "twice", de: "zweimal" }
    times(count) { en: "{count} times", de: "{count}-mal" }
}
