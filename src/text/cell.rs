//! Inside the cell: a unit's lines, its equations, and the units that differ.

texts! {
    title { en: "Inside the cell", de: "Im Inneren der Zelle" }
    nothing_yet {
        en: "Train a network first: choose prices at the top and press Train. Then one of its cells can be \
             watched at work here, day by day, with its own numbers in the equations.",
        de: "Trainieren Sie zuerst ein Netz: Wählen Sie oben Kurse und drücken Sie „Trainieren“. Dann können \
             Sie hier einer seiner Zellen bei der Arbeit zusehen, Tag für Tag und mit ihren eigenen Zahlen \
             in den Gleichungen.",
    }
    explanation {
        en: "This is your trained network, not a drawing: what one of its units did with the window of the \
             chosen day. Point at a step, tap it, or use the arrow keys on the lines, and the equations show \
             the numbers that went in and out. Drag over the lines, or hold Shift with the arrow keys, to \
             mark several steps.",
        de: "Das ist Ihr trainiertes Netz, keine Zeichnung: Sie sehen, was eine seiner Einheiten mit dem \
             Fenster des gewählten Tages gemacht hat. Zeigen oder tippen Sie auf einen Schritt, oder gehen \
             Sie mit den Pfeiltasten durch die Linien; die Gleichungen zeigen dann die Zahlen, die hinein- \
             und hinausgingen. Mehrere Schritte markieren Sie, indem Sie über die Linien ziehen oder zu den \
             Pfeiltasten die Umschalttaste halten.",
    }
    layer { en: "Layer", de: "Schicht" }
    choose_unit(units) { en: "Unit, 1 to {units}", de: "Einheit, 1 bis {units}" }
    pause { en: "Pause", de: "Pause" }
    play { en: "Play the steps", de: "Schritte abspielen" }
    step_of_window { en: "Step of the window", de: "Schritt des Fensters" }
    as_a_table { en: "The lines as a table", de: "Die Linien als Tabelle" }
    table { en: "Inside the cell, as a table", de: "Im Inneren der Zelle, als Tabelle" }
    step { en: "Step", de: "Schritt" }
    step_of(step, steps) { en: "Step {step} of {steps}", de: "Schritt {step} von {steps}" }
    step_on(step, steps, date) {
        en: "Step {step} of {steps}, {date}",
        de: "Schritt {step} von {steps}, {date}",
    }
    unit(unit) { en: "Unit {unit}", de: "Einheit {unit}" }
    unit_of_layer(unit, layer) {
        en: "Unit {unit} of layer {layer}",
        de: "Einheit {unit} der Schicht {layer}",
    }
    step_and_unit(step, unit) { en: "{step}, unit {unit}", de: "{step}, Einheit {unit}" }
    step_and_unit_of_layer(step, unit, layer) {
        en: "{step}, unit {unit} of layer {layer}",
        de: "{step}, Einheit {unit} der Schicht {layer}",
    }
    reads_price(value, scaled) {
        en: "The network gets a price of {value}, scaled {scaled}, which the input layer turns into the \
             numbers that this cell reads.",
        de: "Das Netz bekommt einen Kurs von {value}, skaliert {scaled}. Die Eingabeschicht macht daraus die \
             Zahlen, die diese Zelle liest.",
    }
    reads_return(value, scaled) {
        en: "The network gets a return of {value}, scaled {scaled}, which the input layer turns into the \
             numbers that this cell reads.",
        de: "Das Netz bekommt eine Rendite von {value}, skaliert {scaled}. Die Eingabeschicht macht daraus \
             die Zahlen, die diese Zelle liest.",
    }
    price_from_below(value, scaled) {
        en: "The network gets a price of {value}, scaled {scaled}, and this cell reads what the layer below \
             made of it.",
        de: "Das Netz bekommt einen Kurs von {value}, skaliert {scaled}, und diese Zelle liest, was die \
             Schicht darunter daraus gemacht hat.",
    }
    return_from_below(value, scaled) {
        en: "The network gets a return of {value}, scaled {scaled}, and this cell reads what the layer below \
             made of it.",
        de: "Das Netz bekommt eine Rendite von {value}, skaliert {scaled}, und diese Zelle liest, was die \
             Schicht darunter daraus gemacht hat.",
    }
    strokes {
        en: "A stroke marks what is from the step before: c′ its cell state, h′ the outputs of all this \
             layer’s units. W x and U h′ are this unit’s weighted sums. Rounded to four decimals.",
        de: "Ein Strich bedeutet: vom Schritt davor. c′ ist dessen Zellzustand, h′ sind die Ausgaben aller \
             Einheiten dieser Schicht. W x und U h′ sind die gewichteten Summen dieser Einheit. Gerundet \
             auf vier Nachkommastellen.",
    }

    // Above the equations, and their names for whoever hears them.
    forget_gate { en: "Forget gate", de: "Forget-Gate" }
    input_gate { en: "Input gate", de: "Input-Gate" }
    candidate { en: "Candidate", de: "Kandidat" }
    cell_state { en: "Cell state", de: "Zellzustand" }
    output_gate { en: "Output gate", de: "Output-Gate" }
    hidden_state { en: "Hidden state", de: "Verborgener Zustand" }

    differ_on_step(step) { en: "Other gates on step {step}", de: "Andere Gates in Schritt {step}" }
    differ_on_steps(first, last) {
        en: "Other gates on steps {first} to {last}",
        de: "Andere Gates in den Schritten {first} bis {last}",
    }
    nothing_to_compare {
        en: "Every step is marked, so there is nothing to compare with.",
        de: "Alle Schritte sind markiert, also bleibt nichts zum Vergleichen.",
    }
    differing_units {
        en: "The units whose gates stand most differently here than on the other steps. Choose one to see its \
             lines.",
        de: "Bei diesen Einheiten stehen die Gates hier am deutlichsten anders als in den übrigen Schritten. \
             Wählen Sie eine, um ihre Linien zu sehen.",
    }
    /// After a unit's name. `gate` is a gate's name.
    gate_differs(gate, inside, outside) {
        en: "{gate} {inside} here, {outside} elsewhere",
        de: "{gate} hier {inside}, sonst {outside}",
    }

    /// `whose` is [`unit`] or [`unit_of_layer`], `day` as in [`super::days::on_date`].
    summary(whose, day, ranges, memory, shown) {
        en: "{whose} over the window read for {day}: {ranges}. At the end the memory holds {memory} and shows \
             {shown}.",
        de: "{whose} über das Fenster, das für {day} gelesen wird: {ranges}. Am Ende hält das Gedächtnis \
             {memory} und zeigt {shown}.",
    }
    range_of_forget_gate(low, high) {
        en: "the forget gate between {low} and {high}",
        de: "das Forget-Gate zwischen {low} und {high}",
    }
    range_of_input_gate(low, high) {
        en: "the input gate between {low} and {high}",
        de: "das Input-Gate zwischen {low} und {high}",
    }
    range_of_candidate(low, high) {
        en: "the candidate between {low} and {high}",
        de: "der Kandidat zwischen {low} und {high}",
    }
    range_of_cell_state(low, high) {
        en: "the cell state between {low} and {high}",
        de: "der Zellzustand zwischen {low} und {high}",
    }
    range_of_output_gate(low, high) {
        en: "the output gate between {low} and {high}",
        de: "das Output-Gate zwischen {low} und {high}",
    }
    range_of_hidden_state(low, high) {
        en: "the hidden state between {low} and {high}",
        de: "der verborgene Zustand zwischen {low} und {high}",
    }
}
