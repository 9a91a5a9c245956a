//! What several trainings with different seeds come to.
//!
//! A score is spoken of by its name, which is of masculine gender in German: “der rMAE”.

texts! {
    wrong_count(found, least, most) {
        en: "{found} runs cannot be summarised: choose from {least} to {most} seeds.",
        de: "{found} Läufe lassen sich nicht zusammenfassen: Wählen Sie {least} bis {most} Seeds.",
    }
    unpaired(first, second) {
        en: "One experiment has {first} runs and the other {second}: compare them over the same seeds.",
        de: "Das eine Experiment hat {first} Läufe und das andere {second}: Vergleichen Sie beide über \
             dieselben Seeds.",
    }
    not_finite {
        en: "One of the runs has no usable score: leave out the run whose training diverged.",
        de: "Einer der Läufe hat kein brauchbares Fehlermaß: Lassen Sie den Lauf weg, dessen Training \
             divergiert ist.",
    }
    no_spread(runs, score, mean) {
        en: "All {runs} seeds gave the same {score}, {mean}: the seed makes no difference here.",
        de: "Alle {runs} Seeds ergaben denselben {score}, {mean}: Der Seed macht hier keinen \
             Unterschied.",
    }
    spread(runs, score, lowest, highest, mean, deviation) {
        en: "Over {runs} seeds the {score} ran from {lowest} to {highest}, with a mean of {mean} and a \
             standard deviation of {deviation}. A single run is one draw from that.",
        de: "Über {runs} Seeds lag der {score} zwischen {lowest} und {highest}, mit einem Mittel von \
             {mean} und einer Standardabweichung von {deviation}. Ein einzelner Lauf ist eine Ziehung \
             daraus.",
    }
    /// `surely` is [`surely`]’s.
    is_better(better, worse, wins, pairs, score, size, surely) {
        en: "{better} is better than {worse} on this test block: better in {wins} of {pairs} seeds, \
             with a {score} that is {size} lower on average ({surely}).",
        de: "{better} ist auf diesem Testblock besser als {worse}: besser bei {wins} von {pairs} Seeds, \
             mit einem {score}, der im Mittel um {size} kleiner ist ({surely}).",
    }
    surely(near, far, p) {
        en: "95 % interval {near} to {far}; {p}",
        de: "95-%-Intervall {near} bis {far}; {p}",
    }
    same_scores(first, second, score) {
        en: "{first} and {second} cannot be told apart: every seed gave both the same {score}.",
        de: "{first} und {second} sind nicht zu unterscheiden: Mit jedem Seed hatten beide denselben \
             {score}.",
    }
    too_few_pairs(first, second, pairs, percent, least) {
        en: "Whether {first} or {second} is better cannot be told from {pairs} seeds: even with all of \
             them on one side, chance alone would do that in {percent} % of cases. Run at least {least}.",
        de: "Ob {first} oder {second} besser ist, lässt sich an {pairs} Seeds nicht sagen: Selbst wenn \
             alle auf einer Seite lägen, käme das in {percent} % der Fälle durch Zufall allein vor. \
             Nehmen Sie mindestens {least}.",
    }
    /// `wins` and `difference` are clauses, [`wins`]’s and [`mean_difference`]’s.
    cannot_tell(first, second, wins, difference) {
        en: "Whether {first} or {second} is better cannot be told: {wins}, and {difference}.",
        de: "Ob {first} oder {second} besser ist, lässt sich nicht sagen: {wins}, und {difference}.",
    }
    wins(first, second, first_wins, second_wins, pairs) {
        en: "{first} was better in {first_wins} and {second} in {second_wins} of {pairs} seeds",
        de: "{first} war bei {first_wins} und {second} bei {second_wins} von {pairs} Seeds besser",
    }
    mean_difference(score, difference, low, high, p) {
        en: "the mean difference in {score}, {difference}, may lie anywhere from {low} to {high} ({p})",
        de: "der mittlere Unterschied im {score}, {difference}, kann überall zwischen {low} und {high} \
             liegen ({p})",
    }
}
