//! Split conformal prediction intervals: how wide must a band be to have held a given share of the
//! days that the network did not learn from?

/// The share of days that the interval of a report and of a chart is meant to hold.
pub const LEVEL: f64 = 0.8;
/// The levels that every evaluation has an interval of; [`LEVEL`] is one of them.
pub const LEVELS: [f64; 3] = [0.5, LEVEL, 0.95];
/// Days of a rolling coverage. Over fewer, chance alone moves the share so far that the line says
/// little: over 100 days an exact 80 % interval is between 72 and 88 % on 19 of 20 stretches, over 30
/// between 66 and 94 %.
pub const ROLLING_DAYS: usize = 100;
/// A forecast at or below zero has no logarithm; it counts as this, far below any real price.
const FORECAST_FLOOR: f64 = 1e-9;

/// `|ln(P / P̂)|`. A logarithm, so that days long ago, when the price was a tenth of today's, weigh
/// as much as yesterday.
pub fn log_residual(actual: f64, predicted: f64) -> f64 {
    (actual / predicted.max(FORECAST_FLOOR)).ln().abs()
}

/// Residuals in ascending order, each [`log_residual`]'s.
#[derive(Debug, Clone, PartialEq)]
pub struct Residuals(Vec<f64>);

impl Residuals {
    /// Sorted once, so that every level's half-width is one look.
    pub fn new(mut residuals: Vec<f64>) -> Self {
        residuals.sort_unstable_by(f64::total_cmp);
        Self(residuals)
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The half-width q: the ⌈(n + 1)·level⌉-th smallest residual (Vovk, Gammerman & Shafer 2005; Lei
    /// et al. 2018, "Distribution-free predictive inference for regression"). The largest one where
    /// that rank is beyond n (see [`Self::promised`]), the smallest where it is below 1; 0 for none.
    pub fn half_width(&self, level: f64) -> f64 {
        // A hair less, lest 0.8 in binary lift a whole rank to the next one.
        let rank = ((self.0.len() + 1) as f64 * level - 1e-9).ceil() as usize;
        let index = rank.clamp(1, self.0.len().max(1)) - 1;
        self.0.get(index).copied().unwrap_or(0.0)
    }

    /// The level that this many residuals can promise, at most `level`: the largest of n holds a
    /// further one with probability n/(n + 1), so 95 % takes 19 residuals and 80 % takes four.
    pub fn promised(&self, level: f64) -> f64 {
        let count = self.0.len() as f64;
        level.min(count / (count + 1.0))
    }

    /// One more residual, in its place.
    pub fn insert(&mut self, residual: f64) {
        let place = self.0.partition_point(|smaller| *smaller < residual);
        self.0.insert(place, residual);
    }
}

/// `[P̂·exp(−q), P̂·exp(q)]`.
pub fn interval(predicted: f64, half_width: f64) -> (f64, f64) {
    let predicted = predicted.max(FORECAST_FLOOR);
    (
        predicted * (-half_width).exp(),
        predicted * half_width.exp(),
    )
}

/// Whether the interval around a forecast holds what happened, ends included.
pub fn holds(actual: f64, predicted: f64, half_width: f64) -> bool {
    log_residual(actual, predicted) <= half_width
}

/// The share of `held` in each run of `days` consecutive ones: entry i is about the days
/// `i..i + days`. Empty where there are fewer.
pub fn rolling_share(held: &[bool], days: usize) -> Vec<f64> {
    held.windows(days.max(1))
        .map(|run| run.iter().filter(|held| **held).count() as f64 / run.len() as f64)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rank_is_the_finite_sample_one() {
        let half_width = |count: usize, level| {
            Residuals::new((1..=count).rev().map(|r| r as f64).collect()).half_width(level)
        };
        // ⌈10·0.8⌉ = 8 of 9; ⌈11·0.8⌉ = 9 of 10; ⌈5·0.8⌉ = 4 of 4; ⌈4·0.8⌉ = 4 of 3: the largest.
        assert_eq!(half_width(9, 0.8), 8.0);
        assert_eq!(half_width(10, 0.8), 9.0);
        assert_eq!(half_width(4, 0.8), 4.0);
        assert_eq!(half_width(3, 0.8), 3.0);
        assert_eq!(half_width(0, 0.8), 0.0);
        // ⌈10·0.5⌉ = 5 of 9; ⌈20·0.95⌉ = 19 of 19; ⌈19·0.95⌉ = 19 of 18: the largest.
        assert_eq!(half_width(9, 0.5), 5.0);
        assert_eq!(half_width(19, 0.95), 19.0);
        assert_eq!(half_width(18, 0.95), 18.0);
        // Levels that no rank is of take the nearest one.
        assert_eq!((half_width(9, 1.3), half_width(9, -0.2)), (9.0, 1.0));
        // Whole products stay whole, whatever 0.8 is in binary.
        for fifths in 1..400 {
            let count = 5 * fifths - 1;
            assert_eq!(half_width(count, 0.8), (4 * fifths) as f64);
        }
    }

    #[test]
    fn few_residuals_promise_less() {
        let promised = |count, level| Residuals::new(vec![1.0; count]).promised(level);
        assert_eq!((promised(19, 0.95), promised(4, 0.8)), (0.95, 0.8));
        assert_eq!((promised(9, 0.95), promised(0, 0.5)), (0.9, 0.0));
    }

    #[test]
    fn an_inserted_residual_keeps_the_order() {
        let mut residuals = Residuals::new(vec![3.0, 1.0]);
        for residual in [2.0, 0.5, 4.0, 2.0] {
            residuals.insert(residual);
        }
        assert_eq!(residuals, Residuals(vec![0.5, 1.0, 2.0, 2.0, 3.0, 4.0]));
    }

    #[test]
    fn the_interval_is_even_in_the_logarithm() {
        let (low, high) = interval(100.0, 2.0_f64.ln());
        assert!((low - 50.0).abs() < 1e-9 && (high - 200.0).abs() < 1e-9);
        assert!((log_residual(50.0, 100.0) - log_residual(200.0, 100.0)).abs() < 1e-12);
        assert!(holds(150.0, 100.0, 2.0_f64.ln()));
        assert!(!holds(201.0, 100.0, 2.0_f64.ln()));
    }

    #[test]
    fn a_negative_forecast_still_has_a_residual() {
        let residual = log_residual(10.0, -3.0);
        assert!(residual.is_finite() && residual > 20.0);
        let (low, high) = interval(-3.0, 0.1);
        assert!(0.0 < low && low < high && high.is_finite());
    }

    #[test]
    fn rolls_over_the_days() {
        let held = [true, true, false, true];
        assert_eq!(rolling_share(&held, 2), [1.0, 0.5, 0.5]);
        assert_eq!(rolling_share(&held, 5), Vec::<f64>::new());
    }
}
