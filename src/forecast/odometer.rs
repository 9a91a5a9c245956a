//! The test-set odometer: how often has a series' test block been looked at, and an optional sealed
//! final block that can be opened once.
//!
//! A test block is only worth its verdict as long as nobody chooses by it. Each further look is one
//! more chance to be lucky, and whoever keeps the luckiest has tested nothing.

use super::dataset::{Block, Dataset, Split, scaled_targets, values_read};
use super::inputs;
use super::walk_forward::prices_within;
use crate::market::{Prices, Row, fingerprint};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The chance that one look at a useless network finds that it "beats" persistence: half of the
/// verdict's two-sided 5 %.
pub const FALSE_BEAT: f64 = 0.025;
/// Rows of the sealed block, as a share of all: a twentieth.
const SEALED_PART: usize = 20;

/// Which history a test block is of: its dates and prices, not its name, so that a new load of the
/// same prices is the same test block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SeriesId(u64);

impl SeriesId {
    pub fn of(prices: &Prices) -> Self {
        Self(fingerprint(&prices.series))
    }

    /// The same today and tomorrow: it may be kept.
    pub fn number(self) -> u64 {
        self.0
    }

    /// Of a [`Self::number`] that was kept.
    pub fn of_number(number: u64) -> Self {
        Self(number)
    }
}

/// The looks of one session, by series.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Odometer {
    looks: BTreeMap<SeriesId, Record>,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Record {
    looks: usize,
    /// What was looked at: an experiment seen twice is no second chance.
    experiments: BTreeSet<String>,
    seal_opened: bool,
}

/// What is known about one series' test block.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Looks {
    /// Evaluations shown.
    pub looks: usize,
    /// Different experiments among them.
    pub experiments: usize,
    pub seal_opened: bool,
}

/// The sealed block was opened before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlreadyOpened;

impl Odometer {
    /// Counts one evaluation shown. `experiment` is its address, or any text that differs exactly
    /// where experiments do.
    pub fn look(&mut self, series: SeriesId, experiment: &str) -> Looks {
        let record = self.looks.entry(series).or_default();
        record.looks += 1;
        record.experiments.insert(experiment.to_owned());
        self.looks(series)
    }

    pub fn looks(&self, series: SeriesId) -> Looks {
        let Some(record) = self.looks.get(&series) else {
            return Looks::default();
        };
        Looks {
            looks: record.looks,
            experiments: record.experiments.len(),
            seal_opened: record.seal_opened,
        }
    }

    /// Breaks the seal, for good.
    ///
    /// # Errors
    /// It was broken before.
    pub fn open_seal(&mut self, series: SeriesId) -> Result<(), AlreadyOpened> {
        let record = self.looks.entry(series).or_default();
        if record.seal_opened {
            return Err(AlreadyOpened);
        }
        record.seal_opened = true;
        Ok(())
    }
}

impl Looks {
    /// The chance that at least one of so many useless networks is said to beat persistence, if each
    /// were judged on days of its own: `1 − 0.975^experiments`. On the same days it is less, because
    /// their luck is shared; it grows all the same.
    pub fn chance_of_luck(&self) -> f64 {
        1.0 - (1.0 - FALSE_BEAT).powf(self.experiments as f64)
    }
}

/// A history whose last twentieth is put away.
///
/// Everything is tried and chosen on [`Self::open_part`], which has its own test block. When the
/// choice is made, [`Self::final_dataset`] tests the chosen network, as it is, on the sealed days,
/// which nobody has forecast before. (Training it once more on all of the open part would use more of
/// the history, and test another network than the one that was chosen.)
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seal {
    /// Index of the first sealed price.
    pub first_sealed: usize,
    /// Sealed prices: a twentieth of all, rounded down; at least one.
    pub sealed: usize,
}

/// The prices that may be looked at: all of them, or those before the seal where it is `kept`.
pub fn open_prices(prices: &Arc<Prices>, kept: bool) -> Arc<Prices> {
    match Seal::of(prices).filter(|_| kept) {
        Some(seal) => Arc::new(seal.open_part(prices)),
        None => prices.clone(),
    }
}

impl Seal {
    /// `None` for a series of less than two rows, of which nothing would be left.
    pub fn of(prices: &Prices) -> Option<Self> {
        let rows = prices.series.len();
        let sealed = (rows / SEALED_PART).max(1);
        (rows > sealed).then(|| Self {
            first_sealed: rows - sealed,
            sealed,
        })
    }

    /// The prices before the seal: all that may be shown, trained on and tested on until it is opened.
    pub fn open_part(&self, prices: &Prices) -> Prices {
        prices_within(prices, 0..self.first_sealed)
    }

    /// The sealed rows themselves, of the whole prices.
    pub fn sealed_rows<'a>(&self, prices: &'a Prices) -> &'a [Row] {
        &prices.series.rows()[self.first_sealed..]
    }

    /// The dataset of the one look behind the seal, for a network that was trained on `trained`, which
    /// was cut from the open part: that dataset gone on to the last price. Scaler and training rows stay
    /// what they were, so the network reads the sealed days as it read all others. What was the test
    /// block now calibrates the interval, together with the validation block: days the network did not
    /// learn from. The sealed days are the test block.
    pub fn final_dataset(&self, prices: &Prices, trained: &Dataset) -> Dataset {
        let settings = &trained.settings;
        let values = values_read(&prices.series, settings.target);
        let targets = scaled_targets(&values, settings, &trained.target_scaler);
        let (open_rows, rows) = (trained.rows(), values.len() - settings.window);
        let own = trained.target_scaler.scale_all(&values);
        let first = trained.first_read_beside();
        let scattered = trained.scattered.as_ref().map(|blocks| {
            let opened = blocks.iter().map(|block| match block {
                Block::Train => Block::Train,
                Block::Validation | Block::Test => Block::Validation,
            });
            opened
                .chain(std::iter::repeat_n(Block::Test, rows - open_rows))
                .collect()
        });
        Dataset {
            inputs: inputs::beside(own, &prices.series, first, &trained.further),
            targets,
            split: Split {
                train: trained.split.train.clone(),
                validation: trained.split.train.end..open_rows,
                test: open_rows..rows,
            },
            scattered,
            ..trained.clone()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::evaluation::evaluate;
    use super::super::fixtures::{series, wave};
    use super::super::settings::{Recipe, Settings, SplitBy};
    use super::*;
    use crate::market::world::{self, WorldKind};

    fn prices(rows: usize) -> Prices {
        Prices {
            series: series(&wave(rows)),
            truth: None,
        }
    }

    #[test]
    fn looks_are_counted_by_series_and_by_experiment() {
        let [one, other] = [100, 101].map(|rows| SeriesId::of(&prices(rows)));
        assert_ne!(one, other);
        assert_eq!(one, SeriesId::of(&prices(100)));
        let mut odometer = Odometer::default();
        assert_eq!(odometer.looks(one), Looks::default());
        assert_eq!(odometer.look(one, "seed=1").looks, 1);
        let again = odometer.look(one, "seed=1");
        assert_eq!((again.looks, again.experiments), (2, 1));
        let looks = odometer.look(one, "seed=2");
        assert_eq!((looks.looks, looks.experiments), (3, 2));
        assert_eq!(odometer.looks(other), Looks::default());
    }

    #[test]
    fn the_chance_of_luck_by_hand() {
        let looks = |experiments| Looks {
            looks: experiments,
            experiments,
            seal_opened: false,
        };
        // 1 − 0.975 = 2.5 %; 1 − 0.975² = 4.9375 %; 1 − 0.975^20 = 39.7 %.
        assert!((looks(1).chance_of_luck() - 0.025).abs() < 1e-12);
        assert!((looks(2).chance_of_luck() - 0.049_375).abs() < 1e-12);
        assert!((looks(20).chance_of_luck() - 0.397).abs() < 1e-3);
        assert_eq!(looks(0).chance_of_luck(), 0.0);
    }

    #[test]
    fn a_seal_opens_once() {
        let id = SeriesId::of(&prices(100));
        let mut odometer = Odometer::default();
        assert_eq!(odometer.open_seal(id), Ok(()));
        assert!(odometer.looks(id).seal_opened);
        assert_eq!(odometer.open_seal(id), Err(AlreadyOpened));
        assert_eq!(odometer.open_seal(SeriesId::of(&prices(101))), Ok(()));
    }

    #[test]
    fn the_sealed_block_is_the_last_twentieth() {
        let all = prices(419);
        let seal = Seal::of(&all).unwrap();
        assert_eq!((seal.first_sealed, seal.sealed), (399, 20));
        let open = seal.open_part(&all);
        assert_eq!(open.series.rows(), &all.series.rows()[..399]);
        let trained = Dataset::new(&open.series, &Settings::default()).unwrap();
        let dataset = seal.final_dataset(&all, &trained);
        assert_eq!(dataset.split.test.len(), 20);
        assert_eq!(dataset.target_index(dataset.split.test.start), 399);
        assert_eq!(dataset.target_index(dataset.rows()), 419);
        assert_eq!(seal.sealed_rows(&all), &all.series.rows()[399..]);
        assert_eq!(Seal::of(&prices(1)), None);
        assert_eq!(Seal::of(&prices(2)).unwrap().sealed, 1);
    }

    #[test]
    fn no_sealed_price_reaches_anything_before_the_opening() {
        let mut values = wave(400);
        let seal = Seal::of(&prices(400)).unwrap();
        let before = seal.open_part(&prices(400));
        for price in &mut values[seal.first_sealed..] {
            *price *= 3.0;
        }
        let changed = Prices {
            series: series(&values),
            truth: None,
        };
        assert_eq!(seal.open_part(&changed), before);
        // … and the final look reads what the network was trained on as it was read then.
        for (recipe, split) in [
            (Recipe::Honest, SplitBy::Time),
            (Recipe::Notebook, SplitBy::Time),
            (Recipe::Honest, SplitBy::Random),
        ] {
            let settings = Settings {
                split,
                ..Settings::for_recipe(recipe)
            };
            let trained = Dataset::new(&before.series, &settings).unwrap();
            let last = seal.final_dataset(&changed, &trained);
            assert_eq!(last.target_scaler, trained.target_scaler);
            assert_eq!(last.inputs[..trained.inputs.len()], trained.inputs[..]);
            assert_eq!(last.targets[..trained.rows()], trained.targets[..]);
            assert_eq!(last.rows(), trained.rows() + seal.sealed);
            assert_eq!(last.rows_of(Block::Train), trained.rows_of(Block::Train));
            let sealed: Vec<_> = (trained.rows()..last.rows()).collect();
            assert_eq!(last.rows_of(Block::Test), sealed);
        }
    }

    #[test]
    fn the_final_look_has_every_target_of_a_network_of_several_days() {
        let seal = Seal::of(&prices(400)).unwrap();
        let settings = Settings {
            window: 20,
            horizon: 3,
            ..Settings::default()
        };
        let trained = Dataset::new(&seal.open_part(&prices(400)).series, &settings).unwrap();
        let last = seal.final_dataset(&prices(400), &trained);
        assert_eq!(last.rows(), trained.rows() + seal.sealed);
        assert_eq!(last.targets.len(), 3 * last.rows());
        // Where all three were known before, they are what they were.
        let known = 3 * (trained.rows() - 2);
        assert_eq!(last.targets[..known], trained.targets[..known]);
    }

    #[test]
    fn the_final_look_scores_the_sealed_days_alone() {
        let all = world::generate(WorldKind::MeanReverting, 1, 800);
        let seal = Seal::of(&all).unwrap();
        let open = seal.open_part(&all);
        let trained = Dataset::new(&open.series, &Settings::default()).unwrap();
        let last = seal.final_dataset(&all, &trained);
        let nothing = vec![0.0; last.rows() + 1];
        let evaluation = evaluate(&all, &last, &nothing).unwrap();
        let days: Vec<_> = evaluation.test_predictions().map(|day| day.date).collect();
        let sealed: Vec<_> = seal.sealed_rows(&all).iter().map(|row| row.date).collect();
        assert_eq!(days, sealed);
        // The network's word on an open day is the same as before.
        let before = evaluate(&open, &trained, &nothing[..=trained.rows()]).unwrap();
        for (now, then) in evaluation.predictions.iter().zip(&before.predictions) {
            assert_eq!((now.date, now.predicted), (then.date, then.predicted));
        }
        assert!(!evaluation.is_scattered());
    }

    #[test]
    fn a_world_behind_its_seal_keeps_its_truth() {
        let all = world::generate(WorldKind::MeanReverting, 1, 800);
        let seal = Seal::of(&all).unwrap();
        let open = seal.open_part(&all);
        let dataset = Dataset::new(&open.series, &Settings::default()).unwrap();
        let nothing = vec![0.0; dataset.rows() + 1];
        let evaluation = evaluate(&open, &dataset, &nothing).unwrap();
        assert!(evaluation.scores.best_possible.is_some());
    }
}
