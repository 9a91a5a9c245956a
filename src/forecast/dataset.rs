//! The scaled dataset a network is trained on.
//!
//! Row `k` is a supervised example: its window is the days `k..k + window` of `inputs`, its target
//! `targets[k]`. `inputs` has `rows + window` days, so the window at `k == rows` is the one that forecasts
//! the next, unknown day. The first number of a day is the past of what is forecast; those that the settings
//! have the network read beside it ([`super::inputs`]) follow it.
//!
//! With prices P₀..Pₙ₋₁ and the look-back window W:
//!
//! | target | value `v` behind input `i` | rows | row k's target |
//! |---|---|---|---|
//! | price | Pᵢ | n − W | P of index W + k |
//! | return | ln(Pᵢ₊₁ / Pᵢ) | n − W − 1 | the return into P of index W + 1 + k |
//!
//! Returns cost one row, because the first price has none. The hold-out boundary is the same date
//! all the same: it is the price of index W + ⌊0.8·(n − W)⌋ whatever the target.
//!
//! A forecast of h days has h targets a row: the values of the days t+1..t+h as prices, or the growth
//! since t, ln(P_{t+s}/P_t), as returns. A row belongs to the block of its first target, so the test
//! block has the same dates whatever the horizon; rows whose targets cross the end of their block
//! ([`Dataset::reaches`]) are learned from by nobody: an embargo of h − 1 rows between blocks.
//!
//! Three settings are leaks on purpose, to be measured: a random split deals the rows to the blocks by
//! chance ([`Dataset::block_of`]), an averaged label gives a row another target than the value
//! after its window ([`super::label`]), and a look-ahead has each day of a window read with the further numbers of
//! the day after, so that the last has those of the target's own day. Of the next, unknown day nobody has them:
//! its window ends with their mean, 0, as any day without the number.
//!
//! Everything is computed in `f64` and rounded to `f32` once, at the end.

use super::inputs::{self, FurtherInput, Lack};
use super::label;
use super::scaler::Scaler;
use super::settings::{Input, ScalerRows, Settings, SplitBy, Steps, Target};
use crate::market::Series;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use std::ops::Range;

/// The training share of the hold-out split, as a fraction (0.8): whole numbers floor exactly.
const TRAIN_SHARE: (usize, usize) = (4, 5);
/// The validation block is this part of the rows before the test block, rounded down.
pub(super) const VALIDATION_PART: usize = 8;
/// Rows that every dataset has before its test block: the fewest of which an eighth, the validation
/// block, is as long as the horizon, so that one row of it has all its targets there.
pub(super) fn min_before_test(settings: &Settings) -> usize {
    VALIDATION_PART * settings.horizon
}

/// Prices needed beyond the first window. 10·h + 2 leave ⌊0.8 · (10·h + 2)⌋ = 8·h + 1 targets before
/// the test block, of which a return costs one: [`min_before_test`].
fn min_targets(settings: &Settings) -> usize {
    10 * settings.horizon + 2
}

/// The stream of the seed that deals a random split, far from those of worlds and epochs.
const SPLIT_STREAM: u64 = 0x5350_4c49;

/// Which block a row belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    Train,
    Validation,
    Test,
}

/// Row ranges, in time order; `validation` is empty in the notebook recipe. Of a random split only
/// their lengths are true: ask [`Dataset::rows_of`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Split {
    pub train: Range<usize>,
    pub validation: Range<usize>,
    pub test: Range<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Dataset {
    pub settings: Settings,
    /// Scaled inputs, `[rows + window, features]`.
    pub inputs: Vec<f32>,
    /// Scaled targets, `[rows, outputs]`: the labels. One that is not known yet is 0, in a row that no
    /// training job has.
    pub targets: Vec<f32>,
    /// Index in the series of row 0's target: `window` for prices, `window + 1` for returns.
    pub first_target: usize,
    pub split: Split,
    /// The block of each row, `[rows]`, where the split is random.
    pub scattered: Option<Vec<Block>>,
    /// Of a day's first number.
    pub input_scaler: Scaler,
    pub target_scaler: Scaler,
    /// A day's other numbers.
    pub further: Vec<FurtherInput>,
}

/// Why a series cannot be cut with these settings.
#[derive(Debug, Clone, PartialEq)]
pub enum DatasetError {
    TooFewRows {
        rows: usize,
        needed: usize,
        /// Days ahead that were to be forecast.
        horizon: usize,
    },
    /// The series does not have what the network is to read.
    NoInput { input: Input, lack: Lack },
}

impl Dataset {
    /// Cuts, splits and scales a series. The settings are expected to be within their bounds
    /// ([`Settings::validate`]).
    ///
    /// A day's first number and the targets are the same quantity, so one scaler serves both. With
    /// [`ScalerRows::Train`] a value enters its fit only if it is an input or the target of a
    /// training row; validation rows are not training rows. Each further input has a scaler of its own, by the
    /// same rule.
    ///
    /// # Errors
    /// The series is too short for every block to have a row, or lacks an input.
    pub fn new(series: &Series, settings: &Settings) -> Result<Self, DatasetError> {
        let window = settings.window;
        let rows = series.len();
        let needed = window + min_targets(settings);
        if rows < needed {
            return Err(DatasetError::TooFewRows {
                rows,
                needed,
                horizon: settings.horizon,
            });
        }
        let boundary = window + (rows - window) * TRAIN_SHARE.0 / TRAIN_SHARE.1;
        Self::cut(series, settings.clone(), boundary)
    }

    /// The same with a test block of its own, from the price of index `first_test` to the end. It is
    /// split by time whatever the settings say, and its settings then say so too.
    ///
    /// # Errors
    /// There are fewer rows before that price than eight times the horizon, or fewer from it on than
    /// the horizon, or the series lacks an input.
    pub fn with_test_from(
        series: &Series,
        settings: &Settings,
        first_test: usize,
    ) -> Result<Self, DatasetError> {
        let settings = Settings {
            split: SplitBy::Time,
            ..settings.clone()
        };
        Self::cut(series, settings, first_test)
    }

    fn cut(series: &Series, settings: Settings, first_test: usize) -> Result<Self, DatasetError> {
        let window = settings.window;
        let first_target = settings.first_target();
        let test_rows = series.len().saturating_sub(first_test);
        let before_test = min_before_test(&settings);
        if first_test < first_target + before_test || test_rows < settings.horizon {
            return Err(DatasetError::TooFewRows {
                rows: series.len(),
                needed: first_target + before_test + test_rows.max(settings.horizon),
                horizon: settings.horizon,
            });
        }
        for input in settings.inputs.further() {
            inputs::known_rows(series, input)
                .map_err(|lack| DatasetError::NoInput { input, lack })?;
        }
        let values = values_read(series, settings.target);
        let rows = values.len() - window;
        let split = Split::new(rows, first_test - first_target, &settings);
        let scattered = match settings.split {
            SplitBy::Time => None,
            SplitBy::Random => Some(split.scatter(settings.seed)),
        };

        // Row k reads values k..k + window and aims at value k + window, in both targets.
        let scaler = match (settings.scaler, &scattered) {
            (ScalerRows::All, _) => Scaler::fit(&values),
            (ScalerRows::Train, None) => Scaler::fit(&values[..split.train.end + window]),
            (ScalerRows::Train, Some(blocks)) => {
                Scaler::fit(&values_of_training(&values, blocks, window + 1))
            }
        };
        let first_beside = first_target - window + settings.lookahead_days();
        let further = inputs::fit(series, &settings, |values| {
            let values = &values[first_beside..];
            match (settings.scaler, &scattered) {
                (ScalerRows::All, _) => values.to_vec(),
                (ScalerRows::Train, None) => values[..split.train.end + window - 1].to_vec(),
                (ScalerRows::Train, Some(blocks)) => values_of_training(values, blocks, window),
            }
        });
        Ok(Self {
            inputs: inputs::beside(scaler.scale_all(&values), series, first_beside, &further),
            targets: scaled_targets(&values, &settings, &scaler),
            settings,
            first_target,
            split,
            scattered,
            input_scaler: scaler,
            target_scaler: scaler,
            further,
        })
    }

    /// Number of rows with a known target.
    pub fn rows(&self) -> usize {
        self.inputs.len() / self.features() - self.settings.window
    }

    /// Numbers of a day.
    pub fn features(&self) -> usize {
        1 + self.further.len()
    }

    /// The window of a row, oldest day first, `[window, features]`; `row == rows` is the one that forecasts
    /// the next, unknown day.
    pub fn window(&self, row: usize) -> &[f32] {
        let features = self.features();
        &self.inputs[row * features..(row + self.settings.window) * features]
    }

    /// One number of every day, by its place in a day, `[rows + window]`.
    pub fn column(&self, place: usize) -> impl Iterator<Item = f32> {
        let days = self.inputs.iter().skip(place);
        days.step_by(self.features()).copied()
    }

    /// Index in the series of the first day that is read.
    pub fn first_read(&self) -> usize {
        self.first_target - self.settings.window
    }

    /// Index in the series of the day whose further numbers are read beside it: the same, or the day after
    /// where the settings look ahead.
    pub fn first_read_beside(&self) -> usize {
        self.first_read() + self.settings.lookahead_days()
    }

    /// Index in the series of a row's target; for `row == rows`, one past the last price.
    pub fn target_index(&self, row: usize) -> usize {
        self.first_target + row
    }

    /// Index in the series of the last price that a row may know: P_t, the day before its target.
    pub fn last_known_price_index(&self, row: usize) -> usize {
        self.target_index(row) - 1
    }

    /// The block of a row with a known target.
    pub fn block_of(&self, row: usize) -> Block {
        if let Some(blocks) = &self.scattered {
            blocks[row]
        } else if row < self.split.train.end {
            Block::Train
        } else if row < self.split.validation.end {
            Block::Validation
        } else {
            Block::Test
        }
    }

    /// The rows of a block, in time order.
    pub fn rows_of(&self, block: Block) -> Vec<usize> {
        match (&self.scattered, block) {
            (Some(blocks), _) => (0..blocks.len())
                .filter(|row| blocks[*row] == block)
                .collect(),
            (None, Block::Train) => self.split.train.clone().collect(),
            (None, Block::Validation) => self.split.validation.clone().collect(),
            (None, Block::Test) => self.split.test.clone().collect(),
        }
    }

    /// Whether the target `step` days ahead of a row's last known day is known and in the row's own
    /// block. A random split has no blocks that lie together, so there it is enough that it is known.
    pub fn reaches(&self, row: usize, step: usize) -> bool {
        let last = row + step - 1;
        last < self.rows()
            && (self.scattered.is_some() || self.block_of(last) == self.block_of(row))
    }

    /// The rows of a block that [reach](Self::reaches) so far, in time order.
    pub fn rows_reaching(&self, block: Block, step: usize) -> Vec<usize> {
        let mut rows = self.rows_of(block);
        rows.retain(|row| self.reaches(*row, step));
        rows
    }

    /// The scaled forecasts of a row's days ahead as prices, `[scaled.len()]`; `steps` says what they
    /// are forecasts of. Of returns, a direct forecast is `z_s`, the growth until day s in units of what
    /// s independent days would give it:
    ///
    /// `P̂_{t+s} = P_t·exp(s·μ + √s·σ·z_s)`, with the scaler's μ and σ,
    ///
    /// and a recursive one is day by day: `P̂_{t+s} = P_t·exp(r̂_{t+1} + … + r̂_{t+s})`.
    pub fn prices_from_path(
        &self,
        row: usize,
        scaled: &[f64],
        steps: Steps,
        series: &Series,
    ) -> Vec<f64> {
        let scaler = &self.target_scaler;
        let last = series.rows()[self.last_known_price_index(row)].price;
        let mut growth = 0.0;
        scaled
            .iter()
            .zip(1..)
            .map(|(scaled, days)| match (self.settings.target, steps) {
                (Target::Price, _) => scaler.unscale(*scaled),
                (Target::Return, Steps::Direct) => {
                    last * scaler.over_days(days).unscale(*scaled).exp()
                }
                (Target::Return, Steps::Recursive) => {
                    growth += scaler.unscale(*scaled);
                    last * growth.exp()
                }
            })
            .collect()
    }

    /// A scaled prediction as a price: unscaled for the target price, P_t·exp(r̂) for returns.
    /// `row == rows` is the next, unknown day. A prediction of an averaged label is taken at its word,
    /// as if it were one of the next day.
    ///
    /// The price of a finite prediction may be negative (target price) or infinite (a return too
    /// large for `exp`); the evaluation decides what that means.
    pub fn price_from_scaled(&self, row: usize, scaled: f64, series: &Series) -> f64 {
        let value = self.target_scaler.unscale(scaled);
        match self.settings.target {
            Target::Price => value,
            Target::Return => series.rows()[self.last_known_price_index(row)].price * value.exp(),
        }
    }
}

impl Split {
    /// Splits `rows` by time; `before_test` of them come before the test block.
    fn new(rows: usize, before_test: usize, settings: &Settings) -> Self {
        let validation_rows = if settings.has_validation_block() {
            before_test / VALIDATION_PART
        } else {
            0
        };
        let train_rows = before_test - validation_rows;
        Self {
            train: 0..train_rows,
            validation: train_rows..before_test,
            test: before_test..rows,
        }
    }
}

impl Split {
    /// Deals as many rows to each block as the ranges have, by chance (Fisher & Yates), `[rows]`. The
    /// same seed deals the same on every machine.
    fn scatter(&self, seed: u64) -> Vec<Block> {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        rng.set_stream(SPLIT_STREAM);
        let mut blocks = vec![Block::Train; self.train.len()];
        blocks.resize(self.validation.end, Block::Validation);
        blocks.resize(self.test.end, Block::Test);
        for last in (1..blocks.len()).rev() {
            // A u64, because a usize has another width in a browser.
            let other = rng.random_range(0..=last as u64) as usize;
            blocks.swap(last, other);
        }
        blocks
    }
}

/// The values of the `reach` days from each training row on: its window, or that and its target.
fn values_of_training<T: Clone>(values: &[T], blocks: &[Block], reach: usize) -> Vec<T> {
    let mut touched_to = 0;
    let mut touched = Vec::new();
    for (row, block) in blocks.iter().enumerate() {
        if *block == Block::Train {
            let end = row + reach;
            touched.extend_from_slice(&values[row.max(touched_to)..end]);
            touched_to = end;
        }
    }
    touched
}

/// What is behind the inputs and targets of a series: its prices, or their log returns.
pub(crate) fn values_read(series: &Series, target: Target) -> Vec<f64> {
    match target {
        Target::Price => series.prices(),
        Target::Return => log_returns(&series.prices()),
    }
}

/// The labels of each row with such values, scaled, `[rows, outputs]`.
pub(super) fn scaled_targets(values: &[f64], settings: &Settings, scaler: &Scaler) -> Vec<f32> {
    match settings.outputs() {
        1 => {
            let averaged = label::averaged_values(settings);
            scaler.scale_all(&label::labels(values, settings.window, averaged))
        }
        _ => direct_targets(values, settings, scaler),
    }
}

/// The labels of a direct forecast, scaled, `[rows, horizon]`; 0 for days after the last one.
fn direct_targets(values: &[f64], settings: &Settings, scaler: &Scaler) -> Vec<f32> {
    let (window, horizon) = (settings.window, settings.horizon);
    let mut targets = Vec::with_capacity((values.len() - window) * horizon);
    for row in 0..values.len() - window {
        let mut growth = 0.0;
        for days in 1..=horizon {
            let scaled = values.get(row + window + days - 1).map(|value| {
                growth += value;
                match settings.target {
                    Target::Price => scaler.scale(*value),
                    Target::Return => scaler.over_days(days).scale(growth),
                }
            });
            targets.push(scaled.unwrap_or(0.0) as f32);
        }
    }
    targets
}

/// `ln(P_j / P_{j−1})` for j = 1..n: one fewer than prices.
pub(super) fn log_returns(prices: &[f64]) -> Vec<f64> {
    prices
        .windows(2)
        .map(|pair| (pair[1] / pair[0]).ln())
        .collect()
}

#[cfg(test)]
mod tests;
