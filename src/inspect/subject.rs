//! A trained network together with the dataset and the prices it was trained on: whoever looks
//! inside a network must not mix it with prices that were loaded since.

use super::trace::Trace;
use super::tracing::Tracing;
use crate::cells::NetworkKind;
use crate::forecast::dataset::values_read;
use crate::forecast::inputs;
use crate::forecast::job::network_config;
use crate::forecast::settings::Target;
use crate::forecast::{Dataset, Settings};
use crate::lstm::layout::Layout;
use crate::market::{Interval, Prices, Series};
use chrono::NaiveDate;
use std::ops::Range;
use std::sync::Arc;

/// What is looked into. It exists only where network, dataset and prices belong together.
#[derive(Debug, Clone)]
pub struct Subject {
    parameters: Arc<[f32]>,
    layout: Layout,
    dataset: Arc<Dataset>,
    prices: Arc<Prices>,
}

impl Subject {
    /// `None` where the parameters are not those of the dataset's network, or where the dataset was
    /// cut from other prices than these.
    pub fn new(parameters: &[f32], dataset: Arc<Dataset>, prices: Arc<Prices>) -> Option<Self> {
        let layout = Layout::new(&network_config(&dataset.settings), dataset.settings.window);
        let fits = parameters.len() == layout.len() && is_cut_from(&dataset, &prices.series);
        fits.then(|| Self {
            parameters: parameters.into(),
            layout,
            dataset,
            prices,
        })
    }

    /// Another kind of network on the same days of the same prices. `None` where the parameters are not that
    /// kind's.
    pub fn beside(&self, kind: NetworkKind, parameters: Arc<[f32]>) -> Option<Self> {
        let settings = Settings {
            cell: kind,
            ..self.dataset.settings.clone()
        };
        let layout = Layout::new(&network_config(&settings), settings.window);
        (parameters.len() == layout.len()).then(|| Self {
            parameters,
            layout,
            dataset: Arc::new(Dataset {
                settings,
                ..Dataset::clone(&self.dataset)
            }),
            prices: self.prices.clone(),
        })
    }

    pub fn parameters(&self) -> &[f32] {
        &self.parameters
    }

    pub fn layout(&self) -> Layout {
        self.layout
    }

    pub fn target(&self) -> Target {
        self.dataset.settings.target
    }

    pub fn interval(&self) -> Interval {
        self.prices.series.info().interval
    }

    pub fn dataset(&self) -> &Dataset {
        &self.dataset
    }

    pub fn series(&self) -> &Series {
        &self.prices.series
    }

    /// Days one can look into: every row, and last the next, unknown day.
    pub fn days(&self) -> usize {
        self.dataset.rows() + 1
    }

    /// The day a row's forecast is for; `None` for the next, unknown one.
    pub fn date(&self, row: usize) -> Option<NaiveDate> {
        let index = self.dataset.target_index(row);
        Some(self.series().rows().get(index)?.date)
    }

    /// The days that a row's window reads, as indices in the series. With returns a value is that of
    /// the move from the day before.
    pub fn window_days(&self, row: usize) -> Range<usize> {
        let target = self.dataset.target_index(row);
        target - self.dataset.settings.window..target
    }

    /// The window of a row before scaling, oldest first: prices, or log returns. Of a day's numbers the first
    /// alone.
    pub fn window_values(&self, row: usize) -> Vec<f64> {
        let rows = self.series().rows();
        let days = self.window_days(row);
        days.map(|day| match self.target() {
            Target::Price => rows[day].price,
            Target::Return => (rows[day].price / rows[day - 1].price).ln(),
        })
        .collect()
    }

    /// The way of a row's window through the network. `None` where the network is not finite, or for
    /// a row that is not there.
    pub fn tracing(&self, row: usize) -> Option<Tracing> {
        if row > self.dataset.rows() {
            return None;
        }
        let inputs = self.dataset.window(row);
        Tracing::new(self.parameters.clone(), self.layout, inputs).ok()
    }

    /// ŷ − y of a row, in scaled units; `None` for the next day, of which nothing is known.
    pub fn error(&self, row: usize, trace: &Trace) -> Option<f64> {
        let outputs = self.dataset.targets.len() / self.dataset.rows();
        let target = (row < self.dataset.rows()).then(|| self.dataset.targets[row * outputs])?;
        Some(trace.prediction - f64::from(target))
    }

    /// A trace's forecast as a price.
    pub fn price(&self, row: usize, trace: &Trace) -> f64 {
        self.dataset
            .price_from_scaled(row, trace.prediction, self.series())
    }
}

/// Whether every input is one of this series' scaled values.
fn is_cut_from(dataset: &Dataset, series: &Series) -> bool {
    let values = values_read(series, dataset.settings.target);
    let own = dataset.input_scaler.scale_all(&values);
    inputs::beside(own, series, dataset.first_read_beside(), &dataset.further) == dataset.inputs
}

#[cfg(test)]
pub(super) mod fixtures {
    use super::*;
    use crate::forecast::Settings;
    use crate::forecast::fixtures::{series, wave};
    use crate::forecast::settings::{Inputs, Recipe};
    use rand::{Rng, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    pub fn prices(rows: usize) -> Arc<Prices> {
        let series = series(&wave(rows));
        Arc::new(Prices {
            series,
            truth: None,
        })
    }

    /// An untrained network, drawn at random, on a wavy series.
    pub fn subject(recipe: Recipe) -> Subject {
        subject_reading(recipe, Inputs::default())
    }

    /// The same with further inputs.
    pub fn subject_reading(recipe: Recipe, inputs: Inputs) -> Subject {
        let settings = Settings {
            window: 6,
            hidden: 8,
            layers: 2,
            inputs,
            ..Settings::for_recipe(recipe)
        };
        let prices = prices(60);
        let dataset = Arc::new(Dataset::new(&prices.series, &settings).unwrap());
        let layout = Layout::new(&network_config(&settings), settings.window);
        let mut rng = ChaCha8Rng::seed_from_u64(5);
        let parameters: Vec<f32> = (0..layout.len())
            .map(|_| rng.random_range(-0.6..0.6))
            .collect();
        Subject::new(&parameters, dataset, prices).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::fixtures::{prices, subject};
    use super::*;
    use crate::cells::Cell;
    use crate::forecast::settings::Recipe;

    #[test]
    fn a_network_is_not_mixed_with_other_prices_or_another_networks_parameters() {
        for recipe in [Recipe::Honest, Recipe::Notebook] {
            let good = subject(recipe);
            let new =
                |parameters: &[f32], prices| Subject::new(parameters, good.dataset.clone(), prices);
            assert!(new(good.parameters(), good.prices.clone()).is_some());
            assert!(new(&good.parameters()[1..], good.prices.clone()).is_none());
            assert!(new(good.parameters(), prices(61)).is_none());
            let mut other = good.series().prices();
            other[30] *= 1.001;
            let other = crate::forecast::fixtures::series(&other);
            let other = Arc::new(Prices {
                series: other,
                truth: None,
            });
            assert!(new(good.parameters(), other).is_none());
        }
    }

    #[test]
    fn another_kind_of_network_reads_the_same_days() {
        let lstm = subject(Recipe::Honest);
        let gru = NetworkKind::from(Cell::Gru);
        let settings = Settings {
            cell: gru,
            ..lstm.dataset().settings.clone()
        };
        let layout = Layout::new(&network_config(&settings), settings.window);
        let beside = lstm.beside(gru, vec![0.1; layout.len()].into()).unwrap();
        assert_eq!(beside.layout(), layout);
        assert_eq!(beside.window_days(3), lstm.window_days(3));
        let traces = [&lstm, &beside].map(|it| it.tracing(3).unwrap().finish());
        assert_eq!(traces[0].inputs, traces[1].inputs);
        assert!(lstm.beside(gru, lstm.parameters.clone()).is_none());
    }

    #[test]
    fn the_error_is_that_of_the_scaled_forecast_and_the_next_day_has_none() {
        let subject = subject(Recipe::Honest);
        let trace = subject.tracing(3).unwrap().finish();
        let dataset = subject.dataset();
        // Scaled back, forecast less error is what happened.
        let error = subject.error(3, &trace).unwrap();
        let actual = trace.prediction - error;
        let price = dataset.price_from_scaled(3, actual, subject.series());
        let happened = subject.series().rows()[dataset.target_index(3)].price;
        assert!((price / happened - 1.0).abs() < 1e-6);
        assert_eq!(subject.error(subject.days() - 1, &trace), None);
    }

    #[test]
    fn the_window_of_the_next_day_ends_with_the_last_price() {
        for recipe in [Recipe::Honest, Recipe::Notebook] {
            let subject = subject(recipe);
            let next = subject.days() - 1;
            assert_eq!(subject.window_days(next), 54..60);
            assert_eq!(subject.date(next), None);
            assert_eq!(subject.date(next - 1), Some(subject.series().last_date()));
            let scaler = subject.dataset().input_scaler;
            let tracing = subject.tracing(next).unwrap();
            let inputs = tracing.finish().inputs;
            for (value, input) in subject.window_values(next).iter().zip(inputs) {
                assert!((scaler.scale(*value) - input).abs() < 1e-6);
            }
            assert!(subject.tracing(next + 1).is_none());
        }
    }
}
