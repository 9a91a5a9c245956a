//! The prediction intervals of an evaluation, at every level and by every method, and how they did on
//! the test block. What they are calibrated on and by is in [`super::conformal`], [`super::adaptive`]
//! and [`super::volatility`].

use super::adaptive::{self, ADAPTATION_RATE};
use super::calibration::CalibratedOn;
use super::conformal::{self, LEVEL, LEVELS, Residuals};
use serde::{Deserialize, Serialize};

/// What the width of an interval follows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum IntervalMethod {
    /// Split conformal: calibrated once, before the test block.
    Split,
    /// Adaptive conformal: moved by each test day's hit or miss.
    Adaptive,
    /// The same of residuals in units of the volatility that was known the day before: the band breathes
    /// with the market.
    Volatility,
}

impl IntervalMethod {
    pub const ALL: [IntervalMethod; 3] = [Self::Split, Self::Adaptive, Self::Volatility];
    /// The method of the report's one interval and of the fan, unless another is chosen.
    pub const USUAL: Self = Self::Volatility;

    /// The only method of what was written before there were several.
    pub(super) fn first() -> Self {
        Self::Split
    }

    /// `split`, `adaptive` or `volatility`, as in a report.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Split => "split",
            Self::Adaptive => "adaptive",
            Self::Volatility => "volatility",
        }
    }
}

/// Which of an evaluation's intervals is looked at.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct IntervalChoice {
    pub method: IntervalMethod,
    /// One of [`LEVELS`].
    pub level: f64,
}

impl Default for IntervalChoice {
    fn default() -> Self {
        Self {
            method: IntervalMethod::USUAL,
            level: LEVEL,
        }
    }
}

/// The usual interval and how it did on the test block.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IntervalSummary {
    #[serde(default = "IntervalMethod::first")]
    pub method: IntervalMethod,
    pub level: f64,
    pub coverage: f64,
    /// Mean of high − low over the test block, in price units.
    pub mean_width: f64,
    /// Half the next day's width in logarithms, q: the interval around P̂ is P̂·exp(±q).
    pub log_half_width: f64,
    pub calibrated_on: CalibratedOn,
}

/// An interval of one method at one level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LevelInterval {
    pub method: IntervalMethod,
    /// The share of days it is meant to hold.
    pub level: f64,
    /// What so few calibration rows can promise: less than `level` where they are too few.
    pub promised: f64,
    /// The share of test days it held.
    pub coverage: f64,
    /// Mean of high − low over the test block, in price units.
    pub mean_width: f64,
    /// The next day's, `(low, high)`.
    pub next_day: (f64, f64),
    /// Half the width in logarithms of each test day and, last, of the next day, `[test days + 1]`;
    /// a single number where it is the same on all of them. See [`Self::log_half_width`].
    pub log_half_widths: Vec<f64>,
}

impl LevelInterval {
    /// Half the width of a test day, in logarithms; `day == test days` is the next day.
    pub fn log_half_width(&self, day: usize) -> f64 {
        match self.log_half_widths.as_slice() {
            [same] => *same,
            widths => widths.get(day).copied().unwrap_or(0.0),
        }
    }

    /// Half the width of the day after the last, in logarithms.
    pub fn last_log_half_width(&self) -> f64 {
        self.log_half_widths.last().copied().unwrap_or(0.0)
    }

    /// The interval around the forecast of a test day, `(low, high)`; for the band of a chart.
    pub fn around(&self, day: usize, predicted: f64) -> (f64, f64) {
        conformal::interval(predicted, self.log_half_width(day))
    }

    /// Whether it held, for each test day.
    pub(super) fn held(&self, actual: &[f64], predicted: &[f64]) -> Vec<bool> {
        let days = actual.iter().zip(predicted).enumerate();
        days.map(|(day, (actual, predicted))| {
            conformal::holds(*actual, *predicted, self.log_half_width(day))
        })
        .collect()
    }

    pub(super) fn all_finite(&self) -> bool {
        let (low, high) = self.next_day;
        [low, high, self.coverage, self.mean_width]
            .iter()
            .chain(&self.log_half_widths)
            .all(|number| number.is_finite())
    }
}

/// Half an interval is no wider than this in logarithms, far beyond any price, so that a band stays a
/// finite number where prices that stood still begin to move.
const WIDEST: f64 = 40.0;

/// Forecasts of the test days beside what happened, and the forecast of the day after the last.
#[derive(Debug, Clone, Copy)]
pub(super) struct TestDays<'a> {
    pub actual: &'a [f64],    // [days]
    pub predicted: &'a [f64], // [days]
    pub next: f64,
    /// The size of a move that was known when each was made, σ_t·√step, `[days + 1]`.
    pub volatility: &'a [f64],
    /// Days ahead of each forecast, from 1.
    pub step: usize,
}

/// The days that intervals are calibrated on: by how much each was missed, [`conformal::log_residual`].
#[derive(Debug, Clone)]
pub(super) struct Calibrated {
    residuals: Residuals,
    /// The same in units of the volatility that was known.
    scores: Residuals,
}

impl Calibrated {
    /// Residuals with the volatility known at each.
    pub fn new(days: impl Iterator<Item = (f64, f64)>) -> Self {
        let (residuals, scores) = days
            .map(|(residual, volatility)| (residual, residual / volatility))
            .unzip();
        Self {
            residuals: Residuals::new(residuals),
            scores: Residuals::new(scores),
        }
    }
}

/// Every method at every level, in the order of [`IntervalMethod::ALL`] and [`LEVELS`].
///
/// By volatility, the score of a day is `|ln(P/P̂)|/(σ_t·√s)` for a forecast s days ahead, σ_t of
/// [`super::volatility::weighted`]; the band is `P̂·exp(±q·σ_t·√s)` with the adaptive q of the scores.
pub(super) fn intervals(calibration: &Calibrated, days: TestDays) -> Vec<LevelInterval> {
    let residuals: Vec<f64> = days
        .actual
        .iter()
        .zip(days.predicted)
        .map(|(actual, predicted)| conformal::log_residual(*actual, *predicted))
        .collect();
    let adaptive = |calibration: &Residuals, days_missed_by: &[f64]| {
        adaptive::half_widths(
            calibration,
            days_missed_by,
            LEVELS,
            ADAPTATION_RATE,
            days.step,
        )
    };
    let mut all = Vec::with_capacity(IntervalMethod::ALL.len() * LEVELS.len());
    for method in IntervalMethod::ALL {
        let widths = match method {
            IntervalMethod::Split => {
                LEVELS.map(|level| vec![calibration.residuals.half_width(level)])
            }
            IntervalMethod::Adaptive => adaptive(&calibration.residuals, &residuals),
            IntervalMethod::Volatility => {
                let pairs = residuals.iter().zip(days.volatility);
                let scores: Vec<f64> = pairs.map(|(residual, size)| residual / size).collect();
                adaptive(&calibration.scores, &scores).map(|widths| {
                    let widths = widths.iter().zip(days.volatility);
                    widths.map(|(q, size)| (q * size).min(WIDEST)).collect()
                })
            }
        };
        for (level, log_half_widths) in LEVELS.into_iter().zip(widths) {
            let promised = calibration.residuals.promised(level);
            all.push(measured(method, level, promised, log_half_widths, days));
        }
    }
    all
}

fn measured(
    method: IntervalMethod,
    level: f64,
    promised: f64,
    log_half_widths: Vec<f64>,
    days: TestDays,
) -> LevelInterval {
    let mut interval = LevelInterval {
        method,
        level,
        promised,
        coverage: 0.0,
        mean_width: 0.0,
        next_day: (0.0, 0.0),
        log_half_widths,
    };
    let count = days.actual.len().max(1) as f64;
    let held = interval.held(days.actual, days.predicted);
    let width: f64 = days
        .predicted
        .iter()
        .enumerate()
        .map(|(day, predicted)| {
            let (low, high) = interval.around(day, *predicted);
            high - low
        })
        .sum();
    interval.coverage = held.iter().filter(|held| **held).count() as f64 / count;
    interval.mean_width = width / count;
    interval.next_day = interval.around(days.actual.len(), days.next);
    interval
}

/// The report's one interval: the usual method at [`LEVEL`].
pub(super) fn summary(
    all: &[LevelInterval],
    calibrated_on: CalibratedOn,
) -> Option<IntervalSummary> {
    let interval = find(all, IntervalMethod::USUAL, LEVEL)?;
    Some(IntervalSummary {
        method: interval.method,
        level: interval.level,
        coverage: interval.coverage,
        mean_width: interval.mean_width,
        log_half_width: interval.last_log_half_width(),
        calibrated_on,
    })
}

pub(super) fn find(
    all: &[LevelInterval],
    method: IntervalMethod,
    level: f64,
) -> Option<&LevelInterval> {
    all.iter()
        .find(|interval| interval.method == method && interval.level == level)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Forecasts of 100 that are off by these shares of the way from 100 to 200, in logarithms.
    fn prices(residuals: &[f64]) -> Vec<f64> {
        residuals
            .iter()
            .map(|residual| 100.0 * residual.exp2())
            .collect()
    }

    #[test]
    fn coverage_and_width_by_hand() {
        // Calibration residuals ln 2 times 0.1 … 0.9: the 50 % rank is 5, the 80 % rank 8, the 95 %
        // rank 10 > 9, the largest. Test residuals 0.2, 0.5, 0.85, 1.0.
        let ln_2 = std::f64::consts::LN_2;
        let calibration =
            Calibrated::new((1..10).map(|tenths| (ln_2 * f64::from(tenths) / 10.0, 0.01)));
        let actual = prices(&[0.2, 0.499, 0.85, 1.0]);
        let days = TestDays {
            actual: &actual,
            predicted: &[100.0; 4],
            next: 50.0,
            volatility: &[0.01; 5],
            step: 1,
        };
        let all = intervals(&calibration, days);
        let found: Vec<_> = all[..3]
            .iter()
            .map(|interval| (interval.level, interval.coverage))
            .collect();
        assert_eq!(found, [(0.5, 0.5), (0.8, 0.5), (0.95, 0.75)]);
        assert_eq!(all[2].promised, 0.9);
        // 100·(2^0.5 − 2^−0.5) = 100/√2; the next day is half of it: 50·2^∓0.5.
        let width = all[0].mean_width;
        assert!((width - 100.0 / 2.0_f64.sqrt()).abs() < 1e-9, "{width}");
        let (low, high) = all[0].next_day;
        assert!((low - 50.0 / 2.0_f64.sqrt()).abs() < 1e-9, "{low}");
        assert!((high - 50.0 * 2.0_f64.sqrt()).abs() < 1e-9, "{high}");
        let adaptive = find(&all, IntervalMethod::Adaptive, 0.8).unwrap();
        assert_eq!(adaptive.log_half_widths.len(), 5);
        assert_eq!(adaptive.log_half_width(0), all[1].log_half_width(0));
        let summary = summary(&all, CalibratedOn::Validation { rows: 9 }).unwrap();
        assert_eq!((summary.level, summary.coverage), (0.8, 0.5));
        // Where volatility never changes its band is the adaptive one.
        let volatility = find(&all, IntervalMethod::Volatility, 0.8).unwrap();
        for day in 0..=4 {
            let apart = volatility.log_half_width(day) - adaptive.log_half_width(day);
            assert!(apart.abs() < 1e-12);
        }
    }

    #[test]
    fn the_band_breathes_with_the_volatility() {
        // Residuals of one volatility each; the test days' volatility is 1, 2 and 4 percent.
        let calibration = Calibrated::new((0..9).map(|_| (0.01, 0.01)));
        let days = TestDays {
            actual: &[100.0; 3],
            predicted: &[100.0; 3],
            next: 100.0,
            volatility: &[0.01, 0.02, 0.04, 1e9],
            step: 1,
        };
        let all = intervals(&calibration, days);
        let found = find(&all, IntervalMethod::Volatility, 0.8).unwrap();
        for (day, width) in [0.01, 0.02, 0.04].into_iter().enumerate() {
            assert!((found.log_half_width(day) - width).abs() < 1e-12);
        }
        assert_eq!(found.last_log_half_width(), WIDEST);
        assert!(found.all_finite());
    }

    #[test]
    fn a_higher_level_is_never_narrower() {
        let calibration =
            Calibrated::new((0..100).map(|k| ((f64::from(k) * 0.7).sin().abs(), 0.3)));
        let volatility: Vec<f64> = (0..301).map(|k| 0.5 + 0.2 * f64::from(k).cos()).collect();
        let actual: Vec<f64> = (0..300)
            .map(|k| 100.0 * (0.5 * (k as f64 * 1.3).sin()).exp())
            .collect();
        let days = TestDays {
            actual: &actual,
            predicted: &[100.0; 300],
            next: 100.0,
            volatility: &volatility,
            step: 1,
        };
        let all = intervals(&calibration, days);
        for of_one_method in all.chunks(LEVELS.len()) {
            for pair in of_one_method.windows(2) {
                assert!(pair[0].mean_width <= pair[1].mean_width);
                assert!(pair[0].coverage <= pair[1].coverage);
            }
        }
    }
}
