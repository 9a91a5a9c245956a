//! Several runs that differ in their seed: how far apart their scores lie, and which of two
//! experiments is better.

use super::verdict::p_text;
use crate::app::ui::number;
use crate::forecast::seeds::{
    Answer, MAX_SEEDS, MIN_SEEDS, PAIRS_TO_TELL, PairedComparison, SeedsError, Spread,
};
use crate::text::{self, Say};
use std::fmt;

impl Say for SeedsError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Count { found } => {
                f.write_str(&text::seeds::wrong_count(found, MIN_SEEDS, MAX_SEEDS))
            }
            Self::Unpaired { first, second } => f.write_str(&text::seeds::unpaired(first, second)),
            Self::NotFinite => f.write_str(text::seeds::not_finite()),
        }
    }
}

/// "Over 5 seeds the rMAE ran from 0.990 to 1.012 …", for a score of this name.
pub fn spread(spread: &Spread, score: &str) -> String {
    if spread.deviation == 0.0 {
        return text::seeds::no_spread(spread.runs, score, written(spread.mean));
    }
    text::seeds::spread(
        spread.runs,
        score,
        written(spread.lowest),
        written(spread.highest),
        written(spread.mean),
        written(spread.deviation),
    )
}

/// The answer about two experiments of these names and a score of this name.
pub fn comparison(found: &PairedComparison, first: &str, second: &str, score: &str) -> String {
    let (better, worse, wins) = match found.answer {
        Answer::FirstBetter => (first, second, found.first_better),
        Answer::SecondBetter => (second, first, found.second_better),
        Answer::CannotTell => return doubt(found, first, second, score),
    };
    let (near, far) = match found.answer {
        Answer::FirstBetter => (-found.high, -found.low),
        _ => (found.low, found.high),
    };
    text::seeds::is_better(
        better,
        worse,
        wins,
        found.pairs,
        score,
        written(found.mean_difference.abs()),
        text::seeds::surely(written(near), written(far), p_text(found.p_value)),
    )
}

fn doubt(found: &PairedComparison, first: &str, second: &str, score: &str) -> String {
    let pairs = found.pairs;
    if found.first_better + found.second_better == 0 {
        return text::seeds::same_scores(first, second, score);
    }
    if pairs < PAIRS_TO_TELL {
        let all_by_chance = 2.0 / f64::from(1 << pairs);
        let percent = number::percent_number(all_by_chance, 0);
        return text::seeds::too_few_pairs(first, second, pairs, percent, PAIRS_TO_TELL);
    }
    let wins = text::seeds::wins(
        first,
        second,
        found.first_better,
        found.second_better,
        pairs,
    );
    let difference = text::seeds::mean_difference(
        score,
        written(found.mean_difference),
        written(found.low),
        written(found.high),
        p_text(found.p_value),
    );
    text::seeds::cannot_tell(first, second, wins, difference)
}

/// A score, or a difference of two, with as many decimals as seeds make a difference in.
fn written(score: f64) -> String {
    number::fine_ratio(score)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    fn found(first: &[f64], second: &[f64]) -> PairedComparison {
        PairedComparison::new(first, second).unwrap()
    }

    /// A that is better than B with every seed.
    fn better(pairs: usize) -> [Vec<f64>; 2] {
        [(1.0, 0.01), (1.1, 0.02)]
            .map(|(base, step)| (0..pairs).map(|k| base + step * k as f64).collect())
    }

    #[test]
    fn a_spread_has_its_ends() {
        let of = |scores: &[f64]| spread(&Spread::new(scores).unwrap(), "rMAE");
        assert!(of(&[4.0, 2.0, 6.0, 4.0]).contains("ran from 2.0000 to 6.0000"));
        assert!(of(&[0.1; 7]).contains("no difference"));
    }

    #[test]
    fn a_win_in_every_seed_is_said_from_six_on() {
        for pairs in MIN_SEEDS..=MAX_SEEDS {
            let [first, second] = better(pairs);
            let said = comparison(&found(&first, &second), "Honest", "Notebook", "rMAE");
            let told = pairs >= PAIRS_TO_TELL;
            assert_eq!(said.starts_with("Honest is better than Notebook"), told);
            assert_eq!(said.ends_with("Run at least 6."), !told);
            // No p is zero: 2/2¹¹ is the first below a thousandth.
            assert!(!said.contains("p = 0.000"), "{said}");
            assert_eq!(said.contains("p < 0.001"), pairs > 10, "{said}");
        }
    }

    #[test]
    fn doubt_has_its_reasons() {
        let first = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
        let second = [2.0, 4.0, 6.0, 8.0, 3.5, 11.0];
        let mixed = comparison(&found(&first, &second), "A", "B", "rMAE");
        assert!(
            mixed.contains("cannot be told: A was better in 5"),
            "{mixed}"
        );
        let same = comparison(&found(&[0.1; 8], &[0.1; 8]), "A", "B", "rMAE");
        assert!(same.contains("the same rMAE"), "{same}");
    }

    #[test]
    fn german_says_the_same_with_its_own_marks() {
        let german = |found: &PairedComparison| {
            in_language(Language::German, || comparison(found, "A", "B", "rMAE"))
        };
        let [first, second] = better(6);
        let said = german(&found(&second, &first));
        assert!(
            said.starts_with(
                "B ist auf diesem Testblock besser als A: besser bei 6 von 6 Seeds, mit einem rMAE, \
                 der im Mittel um 0,1250 kleiner ist (95-%-Intervall 0,10"
            ),
            "{said}"
        );
        assert_eq!(
            german(&found(&first[..3], &second[..3])),
            "Ob A oder B besser ist, lässt sich an 3 Seeds nicht sagen: Selbst wenn alle auf einer \
             Seite lägen, käme das in 25 % der Fälle durch Zufall allein vor. Nehmen Sie mindestens 6."
        );
    }
}
