//! How an LSTM works, in words beside its equations. Where a word is set apart, the sentence comes in
//! pieces, up to it and from it on.

texts! {
    lead_before {
        en: "What a price means depends on the prices before it. A ",
        de: "Was ein Kurs bedeutet, hängt von den Kursen davor ab. Ein ",
    }
    recurrent { en: "recurrent", de: "rekurrentes" }
    lead_after {
        en: " network is built for that: it reads one day at a time, and after each day it hands a note to \
             itself about what it has seen so far.",
        de: " Netz ist dafür gebaut: Es liest Tag für Tag, und nach jedem Tag reicht es sich selbst eine \
             Notiz weiter, was es bisher gesehen hat.",
    }

    one_cell { en: "One cell, used again for every day", de: "Eine Zelle, jeden Tag von neuem" }
    chain {
        en: "With a window of twenty days, the same cell runs twenty times. Its weights do not change from day \
             to day; only its input and its memory do. Drawn once per day, as here, the loop becomes a chain, \
             and the output of its last link is the forecast.",
        de: "Bei einem Fenster von zwanzig Tagen läuft dieselbe Zelle zwanzigmal. Ihre Gewichte bleiben von \
             Tag zu Tag gleich; nur ihre Eingabe und ihr Gedächtnis ändern sich. Zeichnet man sie wie hier \
             für jeden Tag einmal, wird aus der Schleife eine Kette, und was das letzte Glied ausgibt, ist \
             die Prognose.",
    }
    vanishing_before {
        en: "A plain recurrent cell has one layer, and rewrites its whole note every day. To learn, an error \
             must travel back through all those rewritings, and at each one it is multiplied by much the same \
             number. Halve it twenty times and less than a millionth is left: the error ",
        de: "Eine einfache rekurrente Zelle hat eine einzige Schicht und schreibt ihre Notiz jeden Tag ganz \
             neu. Damit sie lernt, muss ein Fehler durch all diese Abschriften zurückwandern, und bei jeder \
             wird er mit ungefähr derselben Zahl malgenommen. Halbiert man ihn zwanzigmal, bleibt weniger \
             als ein Millionstel: Der Fehler ",
    }
    vanishes { en: "vanishes", de: "verschwindet" }
    vanishing_after {
        en: ", and the cell never learns that something three weeks ago mattered.",
        de: ", und die Zelle lernt nie, dass vor drei Wochen etwas wichtig war.",
    }

    the_cell {
        en: "The cell: a memory line and four small layers",
        de: "Die Zelle: eine Gedächtnislinie und vier kleine Schichten",
    }
    history_before {
        en: "Sepp Hochreiter and Jürgen Schmidhuber answered this in 1997 with the ",
        de: "Sepp Hochreiter und Jürgen Schmidhuber fanden darauf 1997 eine Antwort: das ",
    }
    long_short_term_memory { en: "long short-term memory", de: "lange Kurzzeitgedächtnis" }
    memory_and_output {
        en: ", the LSTM. Its cell keeps two things: an output ",
        de: ", auf Englisch „long short-term memory“, kurz LSTM. Seine Zelle bewahrt zweierlei: eine Ausgabe ",
    }
    output_and_state { en: ", which others see, and a ", de: ", die andere sehen, und einen " }
    cell_state { en: "cell state", de: "Zellzustand" }
    state_after {
        en: ", which runs straight through the top of the drawing. Nothing squeezes the cell state on its way; \
             it is only scaled a little and added to.",
        de: ", der oben geradewegs durch die Zeichnung läuft. Nichts presst den Zellzustand unterwegs \
             zusammen; er wird nur ein wenig skaliert, und etwas kommt hinzu.",
    }
    layers_before {
        en: "Four small layers decide what happens to it. All four read the same two things: today’s input ",
        de: "Vier kleine Schichten entscheiden, was mit ihm geschieht. Alle vier lesen dasselbe: die heutige \
             Eingabe ",
    }
    input_and_output { en: " and yesterday’s output ", de: " und die gestrige Ausgabe " }
    output_and_gates { en: ". Three of them are ", de: ". Drei von ihnen sind " }
    gates { en: "gates", de: "Gates" }
    gates_after {
        en: ": the function σ (sigmoid) brings their values between 0, closed, and 1, open. The fourth \
             proposes new content between −1 and 1, by tanh.",
        de: ", also Tore: Die Funktion σ (Sigmoid) bringt ihre Werte zwischen 0, geschlossen, und 1, offen. \
             Die vierte schlägt neuen Inhalt zwischen −1 und 1 vor, mit tanh.",
    }
    signs {
        en: "In the drawing, × and + work number by number; so does ⊙ in the formulas below. Where lines meet, \
             values are read by several layers.",
        de: "In der Zeichnung rechnen × und + Zahl für Zahl, ebenso ⊙ in den Formeln darunter. Wo Linien sich \
             treffen, lesen mehrere Schichten dieselben Werte.",
    }

    four_steps { en: "Four steps through the cell", de: "Vier Schritte durch die Zelle" }
    forget { en: "Forget", de: "Vergessen" }
    forget_gate {
        en: "What of the old memory is still worth keeping? The forget gate gives every number of the cell \
             state a share from 0, drop it, to 1, keep it. The cell of 1997 had no such gate and could only \
             pile up; Felix Gers, Jürgen Schmidhuber and Fred Cummins added it in 2000.",
        de: "Was vom alten Gedächtnis lohnt es sich zu behalten? Das Forget-Gate, das Tor des Vergessens, \
             gibt jeder Zahl des Zellzustands einen Anteil von 0, fallen lassen, bis 1, behalten. Die Zelle \
             von 1997 hatte kein solches Gate und konnte nur anhäufen; Felix Gers, Jürgen Schmidhuber und \
             Fred Cummins fügten es im Jahr 2000 hinzu.",
    }
    input { en: "Input", de: "Eingabe" }
    input_gate {
        en: "How much of today should be written down? On a day like any other the input gate can stay nearly \
             shut; on a day that changes the picture it opens.",
        de: "Wie viel von heute soll aufgeschrieben werden? An einem Tag wie jedem anderen kann das \
             Input-Gate fast geschlossen bleiben; an einem Tag, der das Bild verändert, geht es auf.",
    }
    candidate { en: "Candidate", de: "Kandidat" }
    candidate_layer {
        en: "What is there to write? The candidate is the content the input gate lets in. With it the memory \
             is brought up to date: keep a part of the old, add a part of the new.",
        de: "Und was gibt es aufzuschreiben? Der Kandidat ist der Inhalt, den das Input-Gate einlässt. Mit \
             ihm kommt das Gedächtnis auf den neuesten Stand: einen Teil des Alten behalten, einen Teil des \
             Neuen hinzufügen.",
    }
    output { en: "Output", de: "Ausgabe" }
    output_gate {
        en: "What of the memory is of use right now? The output gate picks it, and the result goes to the next \
             day, to the next layer and, after the last day, to the forecast. What is not shown is not lost: \
             it stays in the cell state.",
        de: "Was vom Gedächtnis wird gerade jetzt gebraucht? Das Output-Gate wählt es aus, und das Ergebnis \
             geht an den nächsten Tag, an die nächste Schicht und nach dem letzten Tag an die Prognose. Was \
             nicht gezeigt wird, ist nicht verloren: Es bleibt im Zellzustand.",
    }

    why_it_lasts { en: "Why the memory lasts", de: "Warum das Gedächtnis hält" }
    one_multiplication {
        en: "Follow an error back along the memory line. Between yesterday’s cell state and today’s stands one \
             multiplication, by the forget gate:",
        de: "Folgen Sie einem Fehler die Gedächtnislinie zurück. Zwischen dem Zellzustand von gestern und dem \
             von heute steht eine einzige Multiplikation, die mit dem Forget-Gate:",
    }
    learned_gate {
        en: "While the gate stays near 1, the error comes through nearly whole, over twenty days as over one. \
             And the gate is learned: the cell finds out by itself what to carry for long and what to let go. \
             (Errors also flow through the gates; those paths fade as they do in a plain cell.)",
        de: "Solange das Gate nahe bei 1 bleibt, kommt der Fehler fast unversehrt durch, über zwanzig Tage \
             wie über einen. Und das Gate wird gelernt: Die Zelle findet selbst heraus, was sie lange \
             mitträgt und was sie loslässt. (Fehler fließen auch durch die Gates; auf diesen Wegen \
             verblassen sie wie in einer einfachen Zelle.)",
    }

    in_this_network { en: "In this page’s network", de: "Im Netz dieser Seite" }
    matrices_before {
        en: "The four layers share one stacked matrix for the input and one for the previous output, with the \
             gates in the order ",
        de: "Die vier Schichten teilen sich eine gestapelte Matrix für die Eingabe und eine für die vorige \
             Ausgabe, mit den Gates in der Reihenfolge ",
    }
    matrices_after {
        en: ", as in PyTorch: one product gives all four at once. Two such layers are stacked, 32 numbers of \
             memory each unless you set it otherwise; the second reads what the first puts out, day by day. \
             None of this makes prices predictable. An LSTM can only remember what helps, and whether anything \
             does is what the verdict above measures.",
        de: ", wie in PyTorch: Ein einziges Produkt ergibt alle vier auf einmal. Zwei solche LSTM-Schichten \
             liegen übereinander, jede mit 32 Zahlen Gedächtnis, wenn Sie nichts anderes einstellen; die \
             zweite liest Tag für Tag, was die erste ausgibt. Vorhersagbar werden Kurse dadurch nicht. Ein \
             LSTM kann sich nur merken, was hilft, und ob überhaupt etwas hilft, misst das Urteil weiter oben.",
    }
    sources { en: "Sources", de: "Quellen" }
    authors_of_1997 {
        en: "S. Hochreiter and J. Schmidhuber (1997). ",
        de: "S. Hochreiter und J. Schmidhuber (1997). ",
    }
    authors_of_2000 {
        en: "F. A. Gers, J. Schmidhuber and F. Cummins (2000). ",
        de: "F. A. Gers, J. Schmidhuber und F. Cummins (2000). ",
    }

    // The drawing of the chain. Its words are short: they have little room.
    chain_title {
        en: "The recurrent chain, unrolled in time",
        de: "Die rekurrente Kette, in der Zeit entrollt",
    }
    chain_description {
        en: "The same cell drawn once per day, from day 1 to day 20. Each cell reads its day’s price from below \
             and hands its memory to the cell of the next day. The last cell’s output gives the forecast for \
             day 21.",
        de: "Dieselbe Zelle, für jeden Tag einmal gezeichnet, von Tag 1 bis Tag 20. Jede liest von unten den \
             Kurs ihres Tages und reicht ihr Gedächtnis an die Zelle des nächsten Tages weiter. Die Ausgabe \
             der letzten ergibt die Prognose für Tag 21.",
    }
    day(day) { en: "day {day}", de: "Tag {day}" }
    memory { en: "memory", de: "Notiz" }
    forecast_for(day) { en: "forecast for day {day}", de: "Prognose für Tag {day}" }

    // The drawing of the cell.
    cell_title {
        en: "The LSTM cell with its four interacting layers",
        de: "Die LSTM-Zelle mit ihren vier zusammenwirkenden Schichten",
    }
    cell_description {
        en: "Along the top runs the cell state from the day before to today: it is first multiplied by the \
             forget gate’s output, then the product of input gate and candidate is added. Below, four small \
             layers all read the previous output and today’s input. At the right, the new cell state passes \
             through tanh and is multiplied by the output gate’s values; the result is today’s output, handed \
             to the next day.",
        de: "Oben läuft der Zellzustand vom Vortag bis heute: Zuerst wird er mit dem Wert des Forget-Gates \
             multipliziert, dann kommt das Produkt aus Input-Gate und Kandidat hinzu. Darunter lesen vier \
             kleine Schichten allesamt die vorige Ausgabe und die heutige Eingabe. Rechts geht der neue \
             Zellzustand durch tanh und wird mit den Werten des Output-Gates multipliziert; das Ergebnis ist \
             die heutige Ausgabe, die an den nächsten Tag geht.",
    }
    memory_line { en: "cell state: the memory line", de: "Zellzustand: die Gedächtnislinie" }
    todays_input { en: "today’s input", de: "heutige Eingabe" }
    draw_forget { en: "forget", de: "Forget" }
    draw_input { en: "input", de: "Input" }
    draw_candidate { en: "candidate", de: "Kandidat" }
    draw_output { en: "output", de: "Output" }
}
