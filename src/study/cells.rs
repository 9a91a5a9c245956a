//! One experiment with each kind of network, LSTM to linear, on the same days with the same seed: does the
//! kind matter, and is a network needed at all? A kind that cannot be trained or scored, as one whose training
//! diverges, says why in its row, and the others go on.

use super::series::counted;
use super::{AllCounted, FailedBy, NoScore, State, Study, Subject};
use crate::cells::NetworkKind;
use crate::forecast::day_forecasts::DayForecasts;
use crate::forecast::evaluation::{Evaluation, Verdict};
use crate::forecast::job::network_config;
use crate::forecast::{Dataset, Settings, holm};
use crate::lstm::layout::Layout;
use crate::market::Series;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// One kind of network.
#[derive(Debug, Clone, PartialEq)]
pub struct Rival {
    pub cell: NetworkKind,
    /// `None` until its turn is over.
    pub outcome: Option<Result<Box<CellScore>, NoScore>>,
    /// Its parameters, once it is scored.
    network: Option<Arc<[f32]>>,
}

/// What a kind of network came to.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellScore {
    pub cell: NetworkKind,
    /// Numbers that it had to learn.
    pub parameters: usize,
    /// Of its training, by the trainer's clock.
    pub ms: f64,
    /// In price units.
    pub mae: f64,
    pub rmse: f64,
    /// RMSE divided by that of persistence.
    pub rmse_ratio: f64,
    pub verdict: Verdict,
    /// Of its test days; `None` where no price of theirs can be told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecasts: Option<DayForecasts>,
}

/// A kind of network in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellReport {
    #[serde(flatten)]
    pub score: CellScore,
    pub all_counted: AllCounted,
}

/// All kinds of network, under `cells` in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellsReport {
    /// The experiment's fragment, without `#`; each kind trains it with a `cell` of its own.
    pub address: String,
    pub state: State,
    /// Kinds planned.
    pub planned: usize,
    /// Those that are scored, in their order.
    pub cells: Vec<CellReport>,
    /// Those that were trained in vain.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without_score: Vec<CellWithoutScore>,
}

/// A kind of network without a score in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CellWithoutScore {
    pub cell: NetworkKind,
    /// Why, in a word.
    pub no_score: String,
}

impl Rival {
    pub(super) fn all() -> Vec<Self> {
        let cells = NetworkKind::ALL.iter();
        cells
            .map(|cell| Self {
                cell: *cell,
                outcome: None,
                network: None,
            })
            .collect()
    }

    /// `None` until it is trained and scored.
    pub fn score(&self) -> Option<&CellScore> {
        self.outcome.as_ref()?.as_ref().ok().map(Box::as_ref)
    }

    /// The experiment's settings with this kind.
    pub(super) fn settings(&self, settings: &Settings) -> Settings {
        Settings {
            cell: self.cell,
            ..settings.clone()
        }
    }
}

impl CellScore {
    pub(super) fn of(dataset: &Dataset, series: &Series, evaluation: &Evaluation, ms: f64) -> Self {
        let settings = &dataset.settings;
        let scores = &evaluation.scores;
        Self {
            cell: settings.cell,
            parameters: Layout::new(&network_config(settings), settings.window).len(),
            ms,
            mae: scores.model.mae,
            rmse: scores.model.rmse,
            rmse_ratio: evaluation.rmse_ratio(),
            verdict: evaluation.verdict.clone(),
            forecasts: DayForecasts::of(series, evaluation.test_predictions()),
        }
    }
}

/// Each of these scores with all of them counted, in their order: of five networks that know nothing, one
/// would else be said to beat too often.
pub fn cells_counted(scores: &[&CellScore]) -> Vec<AllCounted> {
    let verdicts: Vec<&Verdict> = scores.iter().map(|score| &score.verdict).collect();
    counted(&verdicts, holm::adjusted)
}

/// The dataset of one kind: the same numbers, another network.
pub(super) fn dataset_of(
    dataset: Option<&Arc<Dataset>>,
    rival: &Rival,
) -> Result<Arc<Dataset>, FailedBy> {
    let dataset = dataset.ok_or(FailedBy::HasEnded)?;
    Ok(Arc::new(Dataset {
        settings: rival.settings(&dataset.settings),
        ..Dataset::clone(dataset)
    }))
}

impl Study {
    /// All kinds of network; none of other studies.
    fn rivals(&self) -> &[Rival] {
        match &self.subject {
            Subject::Cells { rivals, .. } => rivals,
            _ => &[],
        }
    }

    /// What is known of each kind that is scored; nothing of other studies.
    pub fn cell_scores(&self) -> Vec<&CellScore> {
        self.rivals().iter().filter_map(Rival::score).collect()
    }

    pub(super) fn keep_network(&mut self, number: usize, parameters: Vec<f32>) {
        if let Subject::Cells { rivals, .. } = &mut self.subject {
            rivals[number].network = Some(parameters.into());
        }
    }

    /// The parameters of each kind that is scored, in their order. None where they were trained otherwise than a
    /// network with these settings is, kind and device apart, or on other prices.
    pub fn networks_beside(
        &self,
        settings: &Settings,
        series: &Series,
    ) -> Vec<(NetworkKind, Arc<[f32]>)> {
        let own = Settings {
            cell: settings.cell,
            device: settings.device,
            ..self.experiment.settings.clone()
        };
        if own != *settings || self.prices.series != *series {
            return Vec::new();
        }
        let rivals = self.rivals().iter();
        rivals
            .filter_map(|rival| Some((rival.cell, rival.network.clone()?)))
            .collect()
    }

    /// Notes what came of a kind of network.
    pub(super) fn settle_cell(&mut self, number: usize, outcome: Result<Box<CellScore>, NoScore>) {
        if outcome.is_err() {
            self.pace.left_out(number);
        }
        if let Subject::Cells { rivals, .. } = &mut self.subject
            && let Some(rival) = rivals.get_mut(number)
        {
            rival.outcome = Some(outcome);
        }
        self.under_way.retain(|it| it.number != number);
        self.end_where_done();
    }

    /// `None` before a kind is scored, and for other studies.
    pub fn cells_report(&self) -> Option<CellsReport> {
        let scores = self.cell_scores();
        let pairs = scores.iter().zip(cells_counted(&scores));
        let cells = pairs.map(|(score, all_counted)| CellReport {
            score: CellScore::clone(score),
            all_counted,
        });
        let without_score = self.rivals().iter().filter_map(|rival| {
            let why = rival.outcome.as_ref()?.as_ref().err()?;
            Some(CellWithoutScore {
                cell: rival.cell,
                no_score: why.slug().to_owned(),
            })
        });
        (!scores.is_empty()).then(|| CellsReport {
            address: self.experiment.to_fragment(),
            state: self.state,
            planned: self.trainings(),
            cells: cells.collect(),
            without_score: without_score.collect(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::clark_west::ClarkWest;
    use crate::forecast::diebold_mariano::DieboldMariano;
    use crate::forecast::verdict::Knowledge;

    fn score(p_value: f64, p_knows: f64, rmae: f64) -> CellScore {
        let test = |p_value| ClarkWest {
            statistic: 1.0,
            p_value,
        };
        let diebold_mariano = DieboldMariano {
            statistic: rmae - 1.0,
            p_value,
        };
        CellScore {
            cell: NetworkKind::default(),
            parameters: 1,
            ms: 1.0,
            mae: rmae,
            rmse: 1.0,
            rmse_ratio: 1.0,
            verdict: Verdict {
                clark_west: Some(Knowledge {
                    no_change: test(p_knows),
                    mean_return: test(p_knows / 2.0),
                }),
                ..Verdict::new(rmae, diebold_mariano)
            },
            forecasts: None,
        }
    }

    #[test]
    fn all_of_them_are_counted_by_hand() {
        // Holm: 0.01·3, 0.03·2, 0.6·1; and 0.02·3 for the first that knows something.
        let scores = [
            score(0.01, 0.02, 0.9),
            score(0.03, 0.5, 1.1),
            score(0.6, 0.9, 1.0),
        ];
        let found = cells_counted(&scores.iter().collect::<Vec<_>>());
        let p_values = found.iter().map(|it| it.p_beats);
        for (found, expected) in p_values.zip([0.03, 0.06, 0.6]) {
            assert!((found - expected).abs() < 1e-12, "{found} for {expected}");
        }
        assert!((found[0].p_knows - 0.06).abs() < 1e-12);
        let said: Vec<_> = found.iter().map(|it| (it.beats, it.loses)).collect();
        assert_eq!(said, [(true, false), (false, false), (false, false)]);
        assert!(found.iter().all(|it| !it.knows_something));
    }
}
