//! The panel that leads through a lesson, the list of lessons, and a teacher's link.

texts! {
    step_of_lesson(lesson, step, steps) {
        en: "{lesson}, step {step} of {steps}",
        de: "{lesson}, Schritt {step} von {steps}",
    }
    steps { en: "Steps of the lesson", de: "Schritte der Lektion" }
    done { en: "Done.", de: "Geschafft." }
    not_there_yet {
        en: "That part of the page is not there yet: it appears after a training.",
        de: "Diesen Teil der Seite gibt es noch nicht: Er erscheint nach einem Training.",
    }
    i_have_looked { en: "I have looked", de: "Ich habe es angesehen" }
    next { en: "Next", de: "Weiter" }
    show_me_where { en: "Show me where", de: "Wo ist das?" }
    back { en: "Back", de: "Zurück" }
    skip { en: "Skip", de: "Überspringen" }
    leave { en: "Leave the lesson", de: "Lektion verlassen" }
    finished(lesson) {
        en: "You have finished “{lesson}”.",
        de: "Sie haben „{lesson}“ abgeschlossen.",
    }
    next_lesson(lesson) { en: "Next: {lesson}", de: "Weiter: {lesson}" }
    close { en: "Close", de: "Schließen" }

    title { en: "Six short lessons", de: "Sechs kurze Lektionen" }
    hint {
        en: "Each leads you through the page in a few minutes. A step is done when you have done it. Leave \
             whenever you like; a lesson goes on where you left it.",
        de: "Jede führt Sie in wenigen Minuten durch die Seite. Ein Schritt ist geschafft, wenn Sie ihn \
             wirklich gemacht haben. Hören Sie auf, wann Sie möchten; eine Lektion geht dort weiter, wo Sie \
             sie verlassen haben.",
    }
    running { en: "Running", de: "Läuft" }
    start { en: "Start", de: "Beginnen" }
    go_on(step) { en: "Go on at step {step}", de: "Weiter bei Schritt {step}" }

    for_teachers {
        en: "For teachers: a link for your class",
        de: "Für Lehrkräfte: ein Link für Ihre Klasse",
    }
    link_hint {
        en: "The link opens the page with the prices and settings of this moment, with a lesson if you choose \
             one, and without what you tick. Your class can always bring it back.",
        de: "Der Link öffnet die Seite mit den Kursen und Einstellungen dieses Augenblicks, auf Wunsch mit \
             einer Lektion und ohne das, was Sie ankreuzen. Ihre Klasse kann es jederzeit wieder einblenden.",
    }
    lesson { en: "Lesson", de: "Lektion" }
    none { en: "None", de: "Keine" }
    hide { en: "Hide", de: "Ausblenden" }
    copy_link { en: "Copy lesson link", de: "Link zur Lektion kopieren" }
    link_hides {
        en: "This link hides parts of the page. ",
        de: "Dieser Link blendet Teile der Seite aus. ",
    }
    show_everything { en: "Show everything", de: "Alles zeigen" }
}
