//! Prices and predictions as CSV.

use crate::forecast::dataset::Block;
use crate::forecast::inputs;
use crate::forecast::{Dataset, Evaluation};
use crate::market::Prices;
use std::fmt::Write;

pub const HEADER: &str = "date,price,predicted,block";

/// A number of each row.
type Column = Vec<Option<f64>>;

/// Every price, oldest first, and beside it what was predicted for that day and in which block it
/// lies; both are empty for the first days, which only serve as input. The last line is the next day:
/// no date, no price, the forecast, `next`. Where the network reads more than prices, a column of each
/// further number follows, unscaled, empty where it is not known.
///
/// Numbers are written so that they read back the same.
pub fn predictions_csv(prices: &Prices, dataset: &Dataset, evaluation: &Evaluation) -> String {
    let further = dataset.further.iter().map(|input| input.number);
    let further: Vec<(&str, Column)> = further
        .map(|number| (number.name(), inputs::values(&prices.series, number)))
        .collect();
    let mut csv = HEADER.to_owned();
    for (name, _) in &further {
        csv.push(',');
        csv.push_str(name);
    }
    csv.push('\n');
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
        let _ = write!(csv, "{},{},{predicted},{block}", row.date, row.price);
        for (_, values) in &further {
            let value = values[index].map(|value| value.to_string());
            let _ = write!(csv, ",{}", value.unwrap_or_default());
        }
        csv.push('\n');
    }
    let nothing = ",".repeat(further.len());
    let _ = writeln!(csv, ",,{},next{nothing}", evaluation.forecast.price);
    csv
}

fn slug(block: Block) -> &'static str {
    match block {
        Block::Train => "train",
        Block::Validation => "validation",
        Block::Test => "test",
    }
}
