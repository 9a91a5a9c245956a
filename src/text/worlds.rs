//! The known worlds: their names, what they do, and what can be changed about them.

texts! {
    random_walk { en: "Random walk with drift", de: "Random Walk mit Drift" }
    mean_reverting { en: "Mean-reverting prices", de: "Kurse, die zum Mittel zurückkehren" }
    seasonal { en: "Noisy seasonal wave", de: "Verrauschte Saisonwelle" }
    volatility_clusters { en: "Volatility clusters", de: "Volatilitätscluster" }
    regime_switching {
        en: "Hidden rising and falling markets",
        de: "Verborgene steigende und fallende Märkte",
    }
    trend_break { en: "Trend that breaks", de: "Trend, der bricht" }
    jump_diffusion { en: "Walk with jumps", de: "Walk mit Sprüngen" }
    sine { en: "Pure sine wave", de: "Reine Sinuswelle" }

    random_walk_process {
        en: "Each day’s return is a small constant drift plus fresh noise, so past prices say nothing \
             about the next move.",
        de: "Die Rendite jedes Tages ist eine kleine feste Drift plus neues Rauschen. Vergangene Kurse \
             sagen also nichts über die nächste Bewegung.",
    }
    mean_reverting_process {
        en: "The price is drawn back to its level: each day a part of the distance is expected to \
             vanish, and fresh noise is added.",
        de: "Der Kurs wird zu seinem Niveau zurückgezogen: Jeden Tag ist zu erwarten, dass ein Teil \
             des Abstands verschwindet, und neues Rauschen kommt hinzu.",
    }
    seasonal_process {
        en: "The price follows a regular wave around its level, with fresh noise on every day’s price.",
        de: "Der Kurs folgt einer regelmäßigen Welle um sein Niveau, und auf jedem Tageskurs liegt \
             neues Rauschen.",
    }
    volatility_clusters_process {
        en: "Big moves follow big moves and small ones small ones, but each is as likely up as down: \
             the size of tomorrow’s move can be foreseen, its direction cannot.",
        de: "Auf große Bewegungen folgen große und auf kleine kleine, aber jede geht ebenso \
             wahrscheinlich nach oben wie nach unten: Wie groß die Bewegung von morgen ist, lässt sich \
             vorhersehen, ihre Richtung nicht.",
    }
    regime_switching_process {
        en: "A rising and a falling market take turns, and nobody is told which one it is: the last \
             weeks’ moves say it more or less.",
        de: "Ein steigender und ein fallender Markt wechseln sich ab, und niemand erfährt, welcher \
             gerade herrscht: Die Bewegungen der letzten Wochen verraten es mehr oder weniger.",
    }
    trend_break_process {
        en: "One steady trend turns into another on a day that nothing announces: a network that \
             learned the first goes on believing in it.",
        de: "Ein stetiger Trend wird zu einem anderen, an einem Tag, den nichts ankündigt: Ein Netz, \
             das den ersten gelernt hat, glaubt weiter an ihn.",
    }
    jump_diffusion_process {
        en: "A walk with a small drift that leaps now and then, as likely up as down: no past price \
             announces a leap.",
        de: "Ein Walk mit kleiner Drift, der ab und zu springt, ebenso wahrscheinlich nach oben wie \
             nach unten: Kein vergangener Kurs kündigt einen Sprung an.",
    }
    sine_process {
        en: "The price follows a regular wave without any noise: whoever sees the wave knows every \
             price to come.",
        de: "Der Kurs folgt einer regelmäßigen Welle ohne jedes Rauschen: Wer die Welle sieht, kennt \
             jeden künftigen Kurs.",
    }

    /// The words of formulas.
    counted_from_first_day(equation) {
        en: "{equation}, t = 0 on the first day",
        de: "{equation}, t = 0 am ersten Tag",
    }
    sign_stays(equation, probability) {
        en: "{equation}, the sign stays with probability {probability}",
        de: "{equation}, das Vorzeichen bleibt mit der Wahrscheinlichkeit {probability}",
    }
    drift_breaks(equation, before, day, after, noise) {
        en: "{equation}, μ = {before} before day {day} and {after} from it on, {noise}",
        de: "{equation}, μ = {before} vor Tag {day} und {after} ab diesem Tag, {noise}",
    }
    jumps_on_a_share(equation, share) {
        en: "{equation} on a share {share} of days, else 0",
        de: "{equation} an einem Anteil von {share} der Tage, sonst 0",
    }

    drift_per_day { en: "Drift per day", de: "Drift pro Tag" }
    drift_per_day_means {
        en: "The return expected every day: 0.0003 is about 8 % a year.",
        de: "Die Rendite, die jeden Tag zu erwarten ist: 0,0003 sind etwa 8 % im Jahr.",
    }
    daily_noise { en: "Daily noise", de: "Tägliches Rauschen" }
    daily_noise_means {
        en: "How far chance moves the price on a usual day: 0.01 is one percent.",
        de: "Wie weit der Zufall den Kurs an einem gewöhnlichen Tag bewegt: 0,01 ist ein Prozent.",
    }
    memory { en: "Memory φ", de: "Gedächtnis φ" }
    memory_means {
        en: "The share of the distance to its level that the price keeps overnight: near 1 it is \
             almost a random walk.",
        de: "Der Anteil des Abstands zu seinem Niveau, den der Kurs über Nacht behält: Nahe 1 ist das \
             fast ein Random Walk.",
    }
    wave_height { en: "Height of the wave", de: "Höhe der Welle" }
    noisy_wave_height_means {
        en: "How far the wave carries the price from its level: 0.05 is five percent.",
        de: "Wie weit die Welle den Kurs von seinem Niveau wegträgt: 0,05 sind fünf Prozent.",
    }
    pure_wave_height_means {
        en: "How far the wave carries the price from its level: 0.1 is ten percent.",
        de: "Wie weit die Welle den Kurs von seinem Niveau wegträgt: 0,1 sind zehn Prozent.",
    }
    days_per_wave { en: "Days per wave", de: "Tage pro Welle" }
    noisy_days_per_wave_means {
        en: "A wave longer than the look-back window is harder to make out.",
        de: "Eine Welle, die länger ist als das Rückblickfenster, ist schwerer zu erkennen.",
    }
    pure_days_per_wave_means {
        en: "How many trading days one wave takes.",
        de: "Wie viele Handelstage eine Welle dauert.",
    }
    reaction { en: "Reaction α", de: "Reaktion α" }
    reaction_means {
        en: "How strongly one wild day makes the next one wild.",
        de: "Wie stark ein wilder Tag den nächsten wild macht.",
    }
    persistence { en: "Persistence α + β", de: "Persistenz α + β" }
    persistence_means {
        en: "How slowly quiet and wild times pass: near 1 they last for months.",
        de: "Wie langsam ruhige und wilde Zeiten vergehen: Nahe 1 dauern sie Monate.",
    }
    drift_of_either { en: "Drift of either market", de: "Drift beider Märkte" }
    drift_of_either_means {
        en: "How much the price rises a day in the good market, and falls in the bad one.",
        de: "Um wie viel der Kurs im guten Markt am Tag steigt und im schlechten fällt.",
    }
    chance_to_stay { en: "Chance to stay", de: "Wahrscheinlichkeit zu bleiben" }
    chance_to_stay_means {
        en: "The chance that tomorrow’s market is today’s: at 0.95 one lasts twenty days.",
        de: "Die Wahrscheinlichkeit, dass der Markt von morgen der von heute ist: Bei 0,95 dauert \
             einer zwanzig Tage.",
    }
    drift_before { en: "Drift before the break", de: "Drift vor dem Bruch" }
    drift_before_means {
        en: "The return expected every day until the trend breaks.",
        de: "Die Rendite, die jeden Tag zu erwarten ist, bis der Trend bricht.",
    }
    drift_after { en: "Drift after the break", de: "Drift nach dem Bruch" }
    drift_after_means {
        en: "The return expected every day from then on.",
        de: "Die Rendite, die von da an jeden Tag zu erwarten ist.",
    }
    jump_chance { en: "Chance of a jump", de: "Wahrscheinlichkeit eines Sprungs" }
    jump_chance_means {
        en: "The share of days on which the price leaps: 0.02 is five times a year.",
        de: "Der Anteil der Tage, an denen der Kurs springt: 0,02 ist fünfmal im Jahr.",
    }
    jump_size { en: "Size of a jump", de: "Größe eines Sprungs" }
    jump_size_means {
        en: "How far a usual leap goes: 0.05 is five percent, up or down.",
        de: "Wie weit ein gewöhnlicher Sprung geht: 0,05 sind fünf Prozent, nach oben oder nach unten.",
    }

    /// These two end a sentence that has named the text.
    unknown_parameter(keys) {
        en: "this world’s parameters are {keys}",
        de: "die Parameter dieser Welt sind {keys}",
    }
    parameter_out_of_bounds(key, min, max) {
        en: "{key} must be a number from {min} to {max}",
        de: "{key} muss eine Zahl von {min} bis {max} sein",
    }
}
