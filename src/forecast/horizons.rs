//! Forecasts of more than one day: each day ahead scored on its own, against "no change" and the other
//! baselines, with an interval of its own.
//!
//! Step s is about the forecasts made on the day before each test day (persistence, `P̂ = P_t`, is the
//! last price then known), as far as day t+s is a test day too: step 1 is what every other score is
//! about, and each further step has one day less. Every step has its own residuals, conformal quantile
//! and Diebold–Mariano test ([`super::fixed_b`]; of step 1 it is the verdict's), so what is said of a step
//! says nothing of a whole path: a fan drawn from these intervals holds a given share of the days at each step, not of the paths.

use super::Dataset;
use super::baselines::{Baselines, ByBaseline};
use super::calibration::Calibration;
use super::conformal::{self, LEVEL};
use super::dataset::Block;
use super::diebold_mariano::DieboldMariano;
use super::fixed_b::diebold_mariano_ahead;
use super::holm;
use super::intervals::{self, Calibrated, IntervalChoice, IntervalMethod, LevelInterval, TestDays};
use super::metrics;
use super::verdict::{Verdict, VerdictKind};
use crate::market::{Interval, Series};
use serde::{Deserialize, Serialize};

/// The least that a forecast is summed up by, in price units.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct StepErrors {
    pub mae: f64,
    pub rmse: f64,
    /// MAE divided by persistence's MAE at the same step.
    pub rmae: f64,
}

/// An interval at one step, and how it did on the test days.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct StepInterval {
    #[serde(default = "IntervalMethod::first")]
    pub method: IntervalMethod,
    pub level: f64,
    pub coverage: f64,
    /// In price units.
    pub mean_width: f64,
    /// Half the width in logarithms around the forecast after the last known day: the interval around P̂ is
    /// P̂·exp(±q).
    pub log_half_width: f64,
    /// The level that the days it is calibrated on can promise, at most `level`.
    pub promised: f64,
}

/// How one day ahead was forecast on the test block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StepScores {
    /// Days ahead, from 1.
    pub step: usize,
    /// Test days scored.
    pub days: usize,
    pub model: StepErrors,
    #[serde(flatten)]
    pub baselines: ByBaseline<StepErrors>,
    /// The model against persistence: of step 1 the verdict, of further steps its first question alone, by
    /// `p_adjusted`.
    pub kind: VerdictKind,
    /// Of errors as shares of the last price.
    pub dm: f64,
    pub p_value: f64,
    /// `p_value` with all further steps counted (Holm): one of many tests rejects by chance. `None` of step 1,
    /// whose question is asked by itself, and of reports that are older than the correction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub p_adjusted: Option<f64>,
    /// The usual one at 80 %.
    pub interval: StepInterval,
    /// Every method at every level, see [`StepScores::interval_at`]. Empty in reports that are older.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub intervals: Vec<StepInterval>,
}

/// One day of the forecast after the last known one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PathPoint {
    pub step: usize,
    #[serde(rename = "date_label")]
    pub ahead: Ahead,
    pub price: f64,
    /// Ends of the usual 80 % interval.
    pub low: f64,
    pub high: f64,
    /// The usual intervals at every level, narrowest first.
    pub intervals: Vec<PathInterval>,
    /// Those of the other methods. Empty in reports that are older.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub others: Vec<PathInterval>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PathInterval {
    #[serde(default = "IntervalMethod::first")]
    pub method: IntervalMethod,
    pub level: f64,
    pub low: f64,
    pub high: f64,
}

/// A place on the way ahead. Holidays are not known, so no date is claimed: in a report it is "Day 3".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Ahead {
    pub interval: Interval,
    /// From 1.
    pub step: usize,
}

impl From<Ahead> for String {
    fn from(ahead: Ahead) -> Self {
        let unit = match ahead.interval {
            Interval::Daily => "Day",
            Interval::Weekly => "Week",
            Interval::Monthly => "Month",
        };
        format!("{unit} {}", ahead.step)
    }
}

impl TryFrom<String> for Ahead {
    type Error = &'static str;

    fn try_from(title: String) -> Result<Self, Self::Error> {
        let step = title.split(' ').next_back();
        let step = step.and_then(|step| step.parse().ok());
        let step = step.ok_or("no count of steps")?;
        [Interval::Daily, Interval::Weekly, Interval::Monthly]
            .map(|interval| Self { interval, step })
            .into_iter()
            .find(|ahead| String::from(*ahead) == title)
            .ok_or("not a place ahead")
    }
}

/// Every step's scores and the path after the last known day, a step after the other.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Horizons {
    /// The model's forecast prices of each of [`Dataset::path_rows`], `[rows, horizon]`.
    paths: Vec<Vec<f64>>,
    /// [`Dataset::path_rows`], in ascending order.
    rows: Vec<usize>,
    /// Rows that intervals are calibrated on.
    calibration: Vec<usize>,
    test: Vec<usize>,
    /// What the baselines said of the days after each test row.
    of_baselines: Vec<ByBaseline<Vec<f64>>>,
    /// The verdict on the first step.
    next_day: Verdict,
    /// The size of a day's move that was known at each row, `[rows + 1]`.
    moves: Vec<f64>,
    steps: Vec<StepScores>,
    path: Vec<PathPoint>,
}

impl Horizons {
    /// Nothing scored yet. `paths` has the model's forecast prices of each of [`Dataset::path_rows`],
    /// `[rows, horizon]`; `next_day` is the verdict on the first step, and `moves` the size of a day's move that
    /// was known at each row, `[rows + 1]`.
    /// A baseline's price is cut at `highest`: iterated thirty times, even a straight line can run
    /// away.
    pub fn new(
        series: &Series,
        dataset: &Dataset,
        paths: Vec<Vec<f64>>,
        highest: f64,
        next_day: Verdict,
        moves: Vec<f64>,
    ) -> Self {
        let baselines = Baselines::fit(series, dataset);
        let cut = |path: &Vec<f64>| {
            let prices = path.iter();
            prices.map(|price| price.clamp(-highest, highest)).collect()
        };
        let test = dataset.rows_of(Block::Test);
        let of_baselines = test
            .iter()
            .map(|row| baselines.paths(*row, dataset.settings.horizon).map(cut));
        Self {
            of_baselines: of_baselines.collect(),
            paths,
            rows: dataset.path_rows(),
            calibration: Calibration::of(dataset).rows,
            test,
            next_day,
            moves,
            steps: Vec::new(),
            path: Vec::new(),
        }
    }

    pub fn is_done(&self, dataset: &Dataset) -> bool {
        self.steps.len() == dataset.settings.horizon
    }

    /// What the model said of the days after a row that has a path.
    fn path_of(&self, row: usize) -> &[f64] {
        &self.paths[self.rows.partition_point(|other| *other < row)]
    }

    /// Scores the next step. `series` and `dataset` are those that it began with.
    pub fn score_step(&mut self, series: &Series, dataset: &Dataset) {
        let step = self.steps.len() + 1;
        let known = series.prices();
        let actual_of = |row: usize| known[dataset.target_index(row) + step - 1];
        // s independent days move √s times as far as one.
        let moves_of = |row: usize| self.moves[row] * (step as f64).sqrt();
        let reaches = |row: &usize| dataset.reaches(*row, step);
        let rows = self.calibration.iter().copied().filter(reaches);
        let calibrated = Calibrated::new(rows.map(|row| {
            let residual = conformal::log_residual(actual_of(row), self.path_of(row)[step - 1]);
            (residual, moves_of(row))
        }));

        let scored: Vec<(usize, &ByBaseline<Vec<f64>>)> = (self.test.iter().copied())
            .zip(&self.of_baselines)
            .filter(|(row, _)| reaches(row))
            .collect();
        let rows = || scored.iter().map(|(row, _)| *row);
        let actual: Vec<f64> = rows().map(actual_of).collect();
        let of_model: Vec<f64> = rows().map(|row| self.path_of(row)[step - 1]).collect();
        let of_baselines = ByBaseline::of(|kind| {
            let prices = scored.iter();
            let of_step = prices.map(|(_, said)| said[kind.key][step - 1]);
            of_step.collect::<Vec<f64>>()
        });
        let persistence = of_baselines.persistence();
        let persistence_mae = metrics::mae(&actual, persistence);
        let errors_of = |forecasts: &[f64]| {
            let mae = metrics::mae(&actual, forecasts);
            StepErrors {
                mae,
                rmse: metrics::rmse(&actual, forecasts),
                rmae: metrics::ratio(mae, persistence_mae),
            }
        };
        // As shares of the last price, which is persistence's forecast.
        let missed_by = |forecasts: &[f64]| -> Vec<f64> {
            let days = actual.iter().zip(forecasts).zip(persistence);
            days.map(|((actual, forecast), last)| (actual - forecast) / last)
                .collect()
        };
        let test = match step {
            1 => DieboldMariano {
                statistic: self.next_day.dm,
                p_value: self.next_day.p_value,
            },
            _ => diebold_mariano_ahead(&missed_by(&of_model), &missed_by(persistence), step),
        };
        let last = self.path_of(dataset.rows())[step - 1];
        let volatility: Vec<f64> = rows().chain([dataset.rows()]).map(moves_of).collect();
        let days = TestDays {
            actual: &actual,
            predicted: &of_model,
            next: last,
            volatility: &volatility,
            step,
        };
        let intervals = intervals::intervals(&calibrated, days);
        let of_step: Vec<StepInterval> = intervals.iter().map(StepInterval::of).collect();
        let scores = StepScores {
            step,
            days: scored.len(),
            model: errors_of(&of_model),
            baselines: of_baselines.map(|forecasts| errors_of(forecasts)),
            kind: self.next_day.kind,
            dm: test.statistic,
            p_value: test.p_value,
            p_adjusted: None,
            interval: usual(&of_step),
            intervals: of_step,
        };
        self.steps.push(scores);
        self.path.push(point(step, last, &intervals, series));
    }

    /// All that is scored, the further steps judged together.
    pub fn judged(mut self) -> (Vec<StepScores>, Vec<PathPoint>) {
        judge_together(&mut self.steps);
        (self.steps, self.path)
    }
}

/// The verdicts of all steps but the first, which are tested together.
fn judge_together(steps: &mut [StepScores]) {
    let further = steps.get_mut(1..).unwrap_or_default();
    let p_values: Vec<f64> = further.iter().map(|step| step.p_value).collect();
    for (step, p_value) in further.iter_mut().zip(holm::adjusted(&p_values)) {
        let test = DieboldMariano {
            statistic: step.dm,
            p_value,
        };
        step.kind = Verdict::new(step.model.rmae, test).kind;
        step.p_adjusted = Some(p_value);
    }
}

impl StepInterval {
    fn of(interval: &LevelInterval) -> Self {
        Self {
            method: interval.method,
            level: interval.level,
            coverage: interval.coverage,
            mean_width: interval.mean_width,
            log_half_width: interval.last_log_half_width(),
            promised: interval.promised,
        }
    }

    fn is(&self, choice: IntervalChoice) -> bool {
        (self.method, self.level) == (choice.method, choice.level)
    }
}

/// The usual one of a step's intervals.
fn usual(all: &[StepInterval]) -> StepInterval {
    let usual = all.iter().find(|it| it.is(IntervalChoice::default()));
    *usual.expect("every method has every level")
}

fn point(step: usize, price: f64, intervals: &[LevelInterval], series: &Series) -> PathPoint {
    let all = intervals.iter().map(|interval| {
        let (low, high) = interval.next_day;
        PathInterval {
            method: interval.method,
            level: interval.level,
            low,
            high,
        }
    });
    let (intervals, others): (Vec<_>, Vec<_>) =
        all.partition(|interval| interval.method == IntervalMethod::USUAL);
    let (low, high) = intervals
        .iter()
        .find(|interval| interval.level == LEVEL)
        .map_or((price, price), |interval| (interval.low, interval.high));
    PathPoint {
        step,
        ahead: Ahead {
            interval: series.info().interval,
            step,
        },
        price,
        low,
        high,
        intervals,
        others,
    }
}

impl StepErrors {
    fn all_finite(&self) -> bool {
        self.mae.is_finite() && self.rmse.is_finite() && self.rmae.is_finite()
    }
}

impl StepScores {
    /// The interval that a visitor chose; `None` in a report that is older than the choice.
    pub fn interval_at(&self, choice: IntervalChoice) -> Option<&StepInterval> {
        let mut all = self.intervals.iter().chain([&self.interval]);
        all.find(|interval| interval.is(choice))
    }

    pub(super) fn all_finite(&self) -> bool {
        self.model.all_finite()
            && self.baselines.values().all(StepErrors::all_finite)
            && self.intervals.iter().all(|interval| {
                interval.mean_width.is_finite() && interval.log_half_width.is_finite()
            })
            && self.dm.is_finite()
            && self.p_value.is_finite()
    }
}

impl PathPoint {
    /// The interval that a visitor chose; `None` in a report that is older than the choice.
    pub fn interval_at(&self, choice: IntervalChoice) -> Option<&PathInterval> {
        let mut all = self.intervals.iter().chain(&self.others);
        all.find(|it| (it.method, it.level) == (choice.method, choice.level))
    }

    pub(super) fn all_finite(&self) -> bool {
        let ends = |each: &PathInterval| each.low.is_finite() && each.high.is_finite();
        self.price.is_finite() && self.intervals.iter().chain(&self.others).all(ends)
    }
}

#[cfg(test)]
mod tests;
