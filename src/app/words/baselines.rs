//! The baselines and the other forecasters of a score table, by their report keys.

use crate::cells::NetworkKind;
use crate::forecast::evaluation::{ScoreTable, Scores};
use crate::text::{forecast, results};

/// A baseline's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// Where there is little room.
    pub name: &'static str,
    /// In a run card, which explains nothing else.
    pub full_name: &'static str,
    /// What it does.
    pub means: &'static str,
}

/// The words of the baseline of this key; without any it goes by its key.
pub fn words(key: &'static str) -> Words {
    let words = |name, full_name, means| Words {
        name,
        full_name,
        means,
    };
    match key {
        "persistence" => words(
            results::persistence(),
            forecast::persistence(),
            results::persistence_means(),
        ),
        "drift" => words(forecast::drift(), forecast::drift(), results::drift_means()),
        "moving_average" => words(
            forecast::moving_average(),
            forecast::moving_average(),
            results::moving_average_means(),
        ),
        "ar1" => words("AR(1)", forecast::ar1(), results::ar1_means()),
        "ridge" => words(results::ridge(), forecast::ridge(), results::ridge_means()),
        _ => words(key, key, ""),
    }
}

/// Every forecaster with its full name, the network first, by its cell.
pub fn named(table: &ScoreTable, cell: NetworkKind) -> Vec<(&'static str, &Scores)> {
    let baselines = table.baselines.iter();
    let best = table.best_possible.iter();
    [(cell.name(), &table.model)]
        .into_iter()
        .chain(baselines.map(|(key, scores)| (words(key).full_name, scores)))
        .chain(best.map(|scores| (forecast::best_possible(), scores)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::baselines::BASELINES;

    #[test]
    fn every_baseline_has_words() {
        for kind in &BASELINES {
            let Words {
                name,
                full_name,
                means,
            } = words(kind.key);
            assert!(![name, full_name].contains(&kind.key), "{}", kind.key);
            assert!(!means.is_empty(), "{}", kind.key);
        }
    }
}
