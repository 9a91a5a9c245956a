//! Slide-it: where does the predicted line fit best if it is moved along the time axis?
//!
//! A line that fits best a day earlier than it stands runs a day late: it repeats the last price. Two
//! lines that lie close together in a chart say nothing until one has looked at this.

use super::metrics;
use serde::{Deserialize, Serialize};

/// Days that the line is moved to either side, at most.
pub const FARTHEST: usize = 5;
/// With fewer days than this the smallest error may stand anywhere by chance.
pub const FEW_DAYS: usize = 20;
/// One error counts as smaller than another only by more than this share: the rest is rounding.
const NOISE: f64 = 1e-9;

/// The errors of the line in one place, in price units.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Shift {
    /// How far the line is moved: the forecast of day i stands over day i + `days`. Negative is to
    /// the left, earlier.
    pub days: i32,
    pub mae: f64,
    pub rmse: f64,
}

/// The errors in every place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Slide {
    /// Days that the errors are over: the same ones in every place, so that a calm week cannot make
    /// one place look better. The days near either end of the test block are therefore left out,
    /// and the error at 0 differs a little from that of the whole block.
    pub compared_days: usize,
    /// From the farthest left to the farthest right.
    pub shifts: Vec<Shift>,
    /// The place of the smallest MAE; the nearest to 0 of equally good ones.
    pub best: i32,
    /// The place of the smallest RMSE.
    pub best_by_rmse: i32,
}

impl Slide {
    /// Moves the line from −5 to +5 days, and less far where the days are so few that none would be
    /// left to compare. `actual` and `predicted` are of the same consecutive days, oldest first.
    /// `None` for fewer than three days, which leave nothing to move.
    pub fn new(actual: &[f64], predicted: &[f64]) -> Option<Self> {
        let days = actual.len().min(predicted.len());
        let farthest = FARTHEST.min(days.saturating_sub(1) / 2);
        if farthest == 0 {
            return None;
        }
        let compared_days = days - 2 * farthest;
        let compared = &actual[farthest..][..compared_days];
        let shifts: Vec<Shift> = (0..=2 * farthest)
            .map(|place| {
                // Day i shows the forecast of day i − shift.
                let moved = &predicted[2 * farthest - place..][..compared_days];
                Shift {
                    days: place as i32 - farthest as i32,
                    mae: metrics::mae(compared, moved),
                    rmse: metrics::rmse(compared, moved),
                }
            })
            .collect();
        Some(Self {
            compared_days,
            best: best_of(&shifts, |shift| shift.mae),
            best_by_rmse: best_of(&shifts, |shift| shift.rmse),
            shifts,
        })
    }

    /// The errors in one place; `None` beyond the farthest.
    pub fn at(&self, days: i32) -> Option<&Shift> {
        self.shifts.iter().find(|shift| shift.days == days)
    }

    /// How much less the smallest MAE is than the one at 0, as a share of it.
    pub fn saving(&self) -> f64 {
        let mae = |days| self.at(days).map_or(0.0, |shift| shift.mae);
        1.0 - metrics::ratio(mae(self.best), mae(0))
    }

    /// Every place is as good as 0.
    pub fn is_level(&self) -> bool {
        let lowest = self.shifts.iter().map(|shift| shift.mae);
        let highest = lowest.clone().fold(0.0, f64::max);
        lowest.fold(f64::INFINITY, f64::min) >= highest * (1.0 - NOISE)
    }
}

/// The place of the smallest error, the nearest to 0 among equals.
fn best_of(shifts: &[Shift], error: impl Fn(&Shift) -> f64) -> i32 {
    let mut nearest_first: Vec<&Shift> = shifts.iter().collect();
    nearest_first.sort_by_key(|shift| shift.days.abs());
    let mut places = nearest_first.into_iter();
    let Some(mut best) = places.next() else {
        return 0;
    };
    for shift in places {
        if error(shift) < error(best) * (1.0 - NOISE) {
            best = shift;
        }
    }
    best.days
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::wave;
    use super::*;

    /// What a line that is `days` late predicts: day i's forecast is the price of day i − days.
    fn late(prices: &[f64], days: usize) -> (Vec<f64>, Vec<f64>) {
        let count = prices.len() - days;
        (prices[days..].to_vec(), prices[..count].to_vec())
    }

    #[test]
    fn errors_by_hand() {
        // Prices 1 2 4 8 16 and forecasts 0 1 2 4 8, a day late: two days to either side leave day
        // 2, price 4. It meets the forecasts 8, 4, 2, 1, 0 when the line is moved by −2 … 2.
        let slide = Slide::new(&[1.0, 2.0, 4.0, 8.0, 16.0], &[0.0, 1.0, 2.0, 4.0, 8.0]).unwrap();
        let errors: Vec<_> = slide
            .shifts
            .iter()
            .map(|s| (s.days, s.mae, s.rmse))
            .collect();
        assert_eq!(
            errors,
            [
                (-2, 4.0, 4.0),
                (-1, 0.0, 0.0),
                (0, 2.0, 2.0),
                (1, 3.0, 3.0),
                (2, 4.0, 4.0)
            ]
        );
        assert_eq!(
            (slide.best, slide.best_by_rmse, slide.compared_days),
            (-1, -1, 1)
        );
    }

    #[test]
    fn persistence_is_an_echo_a_day_late() {
        let (actual, predicted) = late(&wave(200), 1);
        let slide = Slide::new(&actual, &predicted).unwrap();
        assert_eq!((slide.shifts.len(), slide.compared_days), (11, 189));
        assert_eq!((slide.best, slide.at(-1).unwrap().mae), (-1, 0.0));
        assert_eq!(slide.saving(), 1.0);
    }

    #[test]
    fn a_line_that_knows_the_day_fits_where_it_stands() {
        let prices = wave(100);
        let near: Vec<f64> = prices.iter().map(|price| price + 0.1).collect();
        let slide = Slide::new(&prices, &near).unwrap();
        assert_eq!((slide.best, slide.saving()), (0, 0.0));
        assert!(!slide.is_level());
    }

    #[test]
    fn later_and_earlier_lines_are_told_apart() {
        // An even trend, on which every day of delay costs the same.
        let trend: Vec<f64> = (0..100).map(|day| 50.0 + f64::from(day)).collect();
        let (actual, predicted) = late(&trend, 3);
        let slide = Slide::new(&actual, &predicted).unwrap();
        assert_eq!(slide.best, -3);
        let slide = Slide::new(&predicted, &actual).unwrap();
        assert_eq!(slide.best, 3);
    }

    #[test]
    fn a_level_line_has_no_best_place() {
        for forecast in [7.0, 8.0] {
            let slide = Slide::new(&[7.0; 40], &[forecast; 40]).unwrap();
            assert_eq!((slide.best, slide.best_by_rmse), (0, 0));
            assert!(slide.is_level());
        }
    }

    #[test]
    fn few_days_are_moved_less() {
        assert_eq!(Slide::new(&[1.0, 2.0], &[1.0, 2.0]), None);
        let slide = Slide::new(&[1.0, 2.0, 1.0], &[2.0, 1.0, 2.0]).unwrap();
        assert_eq!((slide.shifts.len(), slide.compared_days), (3, 1));
    }
}
