//! What is said of a training while it goes on.

use super::{number, pick};

texts! {
    /// `fold` is [`fold`]'s.
    gradients_exploded_unclipped(fold) {
        en: "The gradients grew {fold} since the first epochs. Try a smaller learning rate, or the \
             honest recipe, which clips them.",
        de: "Die Gradienten sind seit den ersten Epochen auf das {fold} gewachsen. Versuchen Sie eine \
             kleinere Lernrate oder das Rezept „Ehrlich“, das sie begrenzt.",
    }
    gradients_exploded_clipped(fold) {
        en: "The gradients grew {fold} since the first epochs. Try a smaller learning rate; clipping \
             keeps each step short, but not in a good direction.",
        de: "Die Gradienten sind seit den ersten Epochen auf das {fold} gewachsen. Versuchen Sie eine \
             kleinere Lernrate; das Begrenzen hält zwar jeden Schritt kurz, aber nicht in einer guten \
             Richtung.",
    }
    weights_exploded(fold) {
        en: "The weights grew {fold} since the first epochs: the network is running away from what it \
             can learn. Try a smaller learning rate.",
        de: "Die Gewichte sind seit den ersten Epochen auf das {fold} gewachsen: Das Netz läuft dem \
             davon, was es lernen kann. Versuchen Sie eine kleinere Lernrate.",
    }
    /// `parts` is [`parts`]'s.
    gradients_vanished(parts) {
        en: "The gradients have all but vanished, to one part in {parts} of the first epochs’, and the \
             loss has hardly fallen. Try another learning rate, another seed or a shorter window.",
        de: "Die Gradienten sind fast verschwunden: Von {parts} Teilen, die sie in den ersten Epochen \
             hatten, ist noch einer übrig, und der Verlust ist kaum gefallen. Versuchen Sie eine andere \
             Lernrate, einen anderen Seed oder ein kürzeres Fenster.",
    }
    /// Without a full stop: more may follow.
    rate_changed(places) {
        en: "Learning rate changed by hand {places}",
        de: "Lernrate von Hand geändert: {places}",
    }
    rate_at_epoch(epoch, rate) {
        en: "at epoch {epoch} to {rate}",
        de: "in Epoche {epoch} auf {rate}",
    }
    rate_at_step(epoch, step, rate) {
        en: "at epoch {epoch}, step {step} to {rate}",
        de: "in Epoche {epoch} bei Schritt {step} auf {rate}",
    }
    /// `count` changes more than the places that are named.
    and_more_changes(count, places) plural {
        en: "{places}, and once more", "{places}, and {count} times more";
        de: "{places} und noch einmal", "{places} und noch {count}-mal";
    }
}

/// So many times what it was; `None` is a million times or more.
pub fn fold(times: Option<usize>) -> String {
    match times {
        Some(times) => format!("{}{}", number::count(times), pick("-fold", "-Fache")),
        None => pick("a million-fold", "Millionenfache").to_owned(),
    }
}

/// So many parts, “one part in 5,000”; `None` is a million or more.
pub fn parts(parts: Option<usize>) -> String {
    match parts {
        Some(parts) => number::count(parts),
        None => pick("a million", "einer Million").to_owned(),
    }
}
