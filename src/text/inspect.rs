//! Looking inside the network: what its units compute.

texts! {
    input_gate { en: "input gate", de: "Input-Gate" }
    forget_gate { en: "forget gate", de: "Forget-Gate" }
    candidate { en: "candidate", de: "Kandidat" }
    output_gate { en: "output gate", de: "Output-Gate" }
    cell_state { en: "cell state", de: "Zellzustand" }
    hidden_state { en: "hidden state", de: "verborgener Zustand" }
}
