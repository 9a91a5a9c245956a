//! Prices and predictions as CSV.

use crate::forecast::dataset::Block;
use crate::forecast::{Dataset, Evaluation};
use crate::market::Prices;
use std::fmt::Write;

pub const HEADER: &str = "date,price,predicted,block";

/// Every price, oldest first, and beside it what was predicted for that day and in which block it
/// lies; both are empty for the first days, which only serve as input. The last line is the next day:
/// no date, no price, the forecast, `next`.
///
/// Numbers are written so that they read back the same.
pub fn predictions_csv(prices: &Prices, dataset: &Dataset, evaluation: &Evaluation) -> String {
    let mut csv = format!("{HEADER}\n");
    let mut predictions = evaluation.predictions.iter();
    for (index, row) in prices.series.rows().iter().enumerate() {
        let prediction = match index < dataset.first_target {
            true => None,
            false => predictions.next(),
        };
        let (predicted, block) = prediction.map_or_else(Default::default, |prediction| {
            (prediction.predicted.to_string(), slug(prediction.block))
        });
        // Writing to a String cannot fail.
        let _ = writeln!(csv, "{},{},{predicted},{block}", row.date, row.price);
    }
    let _ = writeln!(csv, ",,{},next", evaluation.forecast.price);
    csv
}

fn slug(block: Block) -> &'static str {
    match block {
        Block::Train => "train",
        Block::Validation => "validation",
        Block::Test => "test",
    }
}
