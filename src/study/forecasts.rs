//! The forecasts that a study's numbers are made of, for the report: day by day, so that anyone can compute
//! the numbers again.

use super::{Study, Subject};
use crate::forecast::Evaluation;
use crate::forecast::day_forecasts::DayForecasts;
use crate::forecast::metrics;
use crate::forecast::walk_forward::Fold;
use crate::market::{Prices, Series};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Of a fold's test days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FoldForecasts {
    /// Its mean returns are of the fold's own prices, which its own verdict is asked with.
    #[serde(flatten)]
    pub days: DayForecasts,
    /// The mean returns of all prices, with which all folds are judged together, `[days]`.
    pub mean_return_of_all: Vec<f64>,
    /// Half the width of the usual 80 % interval in logarithms, `[days]`.
    pub log_half_widths: Vec<f64>,
}

/// Of the test days of an experiment that is repeated with seeds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SideForecasts {
    /// `[days]`
    pub dates: Vec<NaiveDate>,
    pub last_known: Vec<f64>,
    /// The mean of all simple returns up to the day before.
    pub mean_return: Vec<f64>,
    pub actual: Vec<f64>,
    /// Of each finished seed, `[seeds][days]`.
    pub predicted: Vec<Vec<f64>>,
}

impl FoldForecasts {
    /// `means` are the mean returns of all prices.
    fn of(fold: &Fold, evaluation: &Evaluation, all: &Prices, means: &[f64]) -> Option<Self> {
        let prices = fold.prices(all);
        let days = DayForecasts::of(&prices.series, evaluation.test_predictions())?;
        let usual = evaluation.intervals.first();
        Some(Self {
            mean_return_of_all: means.get(fold.test.clone())?.to_vec(),
            log_half_widths: usual.map_or(Vec::new(), |it| {
                (0..days.len()).map(|day| it.log_half_width(day)).collect()
            }),
            days,
        })
    }
}

impl SideForecasts {
    /// Takes the forecasts of one more seed; so many seeds before it have theirs in.
    pub(super) fn insert(
        side: &mut Option<Self>,
        before: usize,
        series: &Series,
        evaluation: &Evaluation,
    ) {
        let predicted = evaluation.test_predictions().map(|day| day.predicted);
        let predicted: Vec<f64> = predicted.collect();
        match side {
            Some(side) => side.predicted.insert(before, predicted),
            None => {
                let days = DayForecasts::of(series, evaluation.test_predictions());
                *side = days.map(|days| Self {
                    dates: days.dates,
                    last_known: days.last_known,
                    mean_return: days.mean_return,
                    actual: days.actual,
                    predicted: vec![predicted],
                });
            }
        }
    }
}

impl Study {
    /// Of each finished fold, oldest first; none for another study.
    pub(super) fn fold_forecasts(&self) -> Vec<Option<FoldForecasts>> {
        let Subject::WalkForward {
            plan, evaluations, ..
        } = &self.subject
        else {
            return Vec::new();
        };
        let means = metrics::expanding_mean_returns(&self.prices.series.prices());
        let folds = plan.folds.iter().zip(evaluations);
        folds
            .filter_map(|(fold, evaluation)| Some((fold, evaluation.as_ref()?)))
            .map(|(fold, evaluation)| FoldForecasts::of(fold, evaluation, &self.prices, &means))
            .collect()
    }
}
