//! The forecast journal in a sentence.

use crate::journal::Tally;
use crate::text::journal;

/// "7 forecasts: 5 inside the 80 % interval, 3 closer than “no change”. 1 more waits for its day."
pub fn tally(tally: Tally) -> String {
    let Tally {
        waiting,
        scored,
        inside,
        closer,
    } = tally;
    let scores = || journal::scored(scored, inside, closer);
    match (scored, waiting) {
        (0, 0) => journal::nothing_kept().to_owned(),
        (0, _) => journal::waiting(waiting),
        (_, 0) => scores(),
        _ => format!("{} {}", scores(), journal::more_waiting(waiting)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    fn said(waiting: usize, scored: usize) -> String {
        tally(Tally {
            waiting,
            scored,
            inside: 2,
            closer: 2,
        })
    }

    #[test]
    fn the_tally_names_what_is_scored_and_what_waits() {
        assert_eq!(said(0, 0), "No forecast is kept yet.");
        assert_eq!(
            said(1, 3),
            "3 forecasts: 2 inside the 80 % interval, 2 closer than “no change”. 1 more waits for its \
             day."
        );
        assert!(said(0, 3).ends_with("“no change”."));
    }

    #[test]
    fn the_tally_speaks_german_too() {
        let german = |waiting, scored| in_language(Language::German, || said(waiting, scored));
        assert_eq!(german(1, 0), "1 Prognose wartet auf ihren Tag.");
        assert_eq!(
            german(2, 7),
            "7 Prognosen: 2 im 80-%-Intervall, 2 näher am Kurs als „keine Änderung“. 2 weitere warten \
             auf ihren Tag."
        );
    }
}
