//! The mean of the last five prices (of two where only two are known).

use super::super::settings::AVERAGE_DAYS;
use super::baseline::{Baseline, History, Kind};

pub const MOVING_AVERAGE: Kind = Kind {
    key: "moving_average",
    fit: |_| Box::new(MovingAverage),
};

#[derive(Debug)]
struct MovingAverage;

impl Baseline for MovingAverage {
    fn next(&self, history: &History, row: usize) -> f64 {
        let end = history.today(row) + 1;
        let span = &history.prices[end.saturating_sub(AVERAGE_DAYS)..end];
        span.iter().sum::<f64>() / span.len() as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::Dataset;
    use crate::forecast::Settings;
    use crate::forecast::fixtures::series;
    use crate::forecast::settings::Recipe;

    fn means(settings: &Settings, rows: &[usize]) -> Vec<f64> {
        let prices: Vec<f64> = (1..=32).map(f64::from).collect();
        let series = series(&prices);
        let dataset = Dataset::new(&series, settings).unwrap();
        let history = History::new(&series, &dataset);
        let next = |row: &usize| MovingAverage.next(&history, *row);
        rows.iter().map(next).collect()
    }

    #[test]
    fn the_last_five_by_hand() {
        // Row 0 aims at price index 21 (22.0): the five before are 17..=21. The next day is row 11.
        assert_eq!(means(&Settings::default(), &[0, 11]), [19.0, 30.0]);
    }

    #[test]
    fn a_short_window_averages_what_is_known() {
        let settings = Settings {
            window: 2,
            ..Settings::for_recipe(Recipe::Notebook)
        };
        assert_eq!(means(&settings, &[0, 1, 2, 3]), [1.5, 2.0, 2.5, 3.0]);
    }
}
