//! What a baseline is, and what it may look at.

use super::super::Dataset;
use super::super::dataset::{Block, log_returns};
use crate::market::Series;
use std::fmt::Debug;

/// A fitted forecaster. It forecasts each row of a dataset and the next, unknown day.
pub trait Baseline: Debug {
    /// The price of the day after a row's last known one; `row` is at most the dataset's row count.
    fn next(&self, history: &History, row: usize) -> f64;

    /// The prices of the `horizon` days after that, the first one [`Self::next`]'s. Without a rule of
    /// its own a forecast stays where it is.
    fn path(&self, history: &History, row: usize, horizon: usize) -> Vec<f64> {
        vec![self.next(history, row); horizon]
    }
}

/// A baseline that can be fitted: a line of [`BASELINES`](super::BASELINES).
#[derive(Debug, Clone, Copy)]
pub struct Kind {
    /// Its name in a report.
    pub key: &'static str,
    /// Learns from the training rows alone.
    pub fit: fn(&History) -> Box<dyn Baseline>,
}

/// A series and the dataset that was cut from it, in the forms that baselines read.
#[derive(Debug, Clone)]
pub struct History<'a> {
    pub series: &'a Series,
    pub dataset: &'a Dataset,
    pub prices: Vec<f64>,
    /// The return into price j is `returns[j − 1]`.
    pub returns: Vec<f64>,
    /// The numbers of a day that the network reads, scaled as it reads them: one list of each number, the past
    /// of what is forecast first, each `[rows + window]`.
    pub inputs: Vec<Vec<f64>>,
}

impl<'a> History<'a> {
    /// `series` must be the one that `dataset` was cut from.
    pub fn new(series: &'a Series, dataset: &'a Dataset) -> Self {
        let prices = series.prices();
        Self {
            returns: log_returns(&prices),
            prices,
            inputs: (0..dataset.features())
                .map(|place| dataset.column(place).map(f64::from).collect())
                .collect(),
            series,
            dataset,
        }
    }

    /// Index of the last price that a row knows.
    pub fn today(&self, row: usize) -> usize {
        self.dataset.last_known_price_index(row)
    }

    /// That price.
    pub fn last_price(&self, row: usize) -> f64 {
        self.prices[self.today(row)]
    }

    /// What the network learns from, no validation row.
    pub fn training_rows(&self) -> Vec<usize> {
        self.dataset.rows_of(Block::Train)
    }

    /// Of each training row the last known return and the one into its target.
    pub fn training_returns(&self) -> Vec<(f64, f64)> {
        let targets = self.training_rows().into_iter();
        targets
            .map(|row| self.dataset.target_index(row))
            .map(|target| (self.returns[target - 2], self.returns[target - 1]))
            .collect()
    }
}
