//! Looking inside the network: what its units compute, and why a window cannot be followed.

texts! {
    input_gate { en: "input gate", de: "Input-Gate" }
    forget_gate { en: "forget gate", de: "Forget-Gate" }
    candidate { en: "candidate", de: "Kandidat" }
    output_gate { en: "output gate", de: "Output-Gate" }
    cell_state { en: "cell state", de: "Zellzustand" }
    hidden_state { en: "hidden state", de: "verborgener Zustand" }
    other_parameters(expected, found) {
        en: "This network has {expected} parameters, but {found} came: train again to look inside it.",
        de: "Dieses Netz hat {expected} Parameter, angekommen sind aber {found}: Trainieren Sie noch \
             einmal, um hineinzusehen.",
    }
    other_window(found, features) {
        en: "A window of {found} values cannot be read {features} at a time: train again to look \
             inside the network.",
        de: "Ein Fenster mit {found} Werten lässt sich nicht zu je {features} lesen: Trainieren Sie \
             noch einmal, um in das Netz hineinzusehen.",
    }
    not_finite {
        en: "The network holds numbers that are not finite, so there is nothing to follow through it. \
             Train again with a lower learning rate.",
        de: "Das Netz enthält Zahlen, die nicht endlich sind, daher gibt es nichts darin zu verfolgen. \
             Trainieren Sie noch einmal mit einer niedrigeren Lernrate.",
    }
}
