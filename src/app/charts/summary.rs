//! The charts in words: what a reader who cannot see one should know. One or two sentences each,
//! with the numbers.

use super::prices::{LAST_ROWS, MOST_MARKS, SplitMark, next_label};
use super::text::{count_text, loss_text, price_text};
use crate::forecast::dataset::Block;
use crate::forecast::evaluation::LevelInterval;
use crate::forecast::{Dataset, Evaluation};
use crate::market::{Interval, Prices};
use crate::protocol::EpochReport;
use crate::text::written_date;

/// Price history.
pub fn summary_history(prices: &Prices, splits: &[SplitMark]) -> String {
    let series = &prices.series;
    let rows = series.rows();
    let by_price = |a: &&crate::market::Row, b: &&crate::market::Row| a.price.total_cmp(&b.price);
    let lowest = rows.iter().min_by(by_price).unwrap_or(&rows[0]);
    let highest = rows.iter().max_by(by_price).unwrap_or(&rows[0]);
    let jumps: Vec<String> = splits
        .iter()
        .take(MOST_MARKS)
        .map(|SplitMark { split, adjusted }| {
            let done = if *adjusted { ", adjusted" } else { "" };
            format!("{split} on {}{done}", written_date(split.date))
        })
        .collect();
    let jumps = match jumps.is_empty() {
        true => String::new(),
        false => format!(" Jumps that look like splits: {}.", jumps.join("; ")),
    };
    format!(
        "{} {} prices of {} from {} to {}. They start at {} and end at {}, with a low of {} on {} and a high of {} on {}.{jumps}",
        count_text(rows.len()),
        interval_word(series.info().interval),
        series.info().symbol,
        written_date(series.first_date()),
        written_date(series.last_date()),
        price_text(rows[0].price),
        price_text(series.last_price()),
        price_text(lowest.price),
        written_date(lowest.date),
        price_text(highest.price),
        written_date(highest.date),
    )
}

/// The split into blocks.
pub fn summary_split(prices: &Prices, dataset: &Dataset) -> String {
    let rows = prices.series.rows();
    let split = &dataset.split;
    let sealed = rows.get(dataset.target_index(dataset.rows())..);
    let sealed = match sealed {
        Some([first, .., last]) => format!(
            " The last {} rows ({} to {}) are sealed: nothing is trained or tested on them.",
            count_text(rows.len() - dataset.target_index(dataset.rows())),
            written_date(first.date),
            written_date(last.date),
        ),
        Some([only]) => format!(" The last row ({}) is sealed.", written_date(only.date)),
        _ => String::new(),
    };
    if dataset.scattered.is_some() {
        return format!(
            "The rows are dealt at random over the whole history: {} for training, {} for validation, \
             {} for the test.{sealed}",
            count_text(split.train.len()),
            count_text(split.validation.len()),
            count_text(split.test.len())
        );
    }
    let named: Vec<String> = [
        ("training", &split.train),
        ("validation", &split.validation),
        ("test", &split.test),
    ]
    .into_iter()
    .filter(|(_, block)| !block.is_empty())
    .filter_map(|(name, block)| {
        let first = rows.get(block.start + dataset.first_target)?;
        let last = rows.get(block.end - 1 + dataset.first_target)?;
        Some(format!(
            "{} rows for {name} ({} to {})",
            count_text(block.len()),
            written_date(first.date),
            written_date(last.date)
        ))
    })
    .collect();
    format!(
        "The prices are split by time: {}. The first {} rows only serve as the first window's input.{sealed}",
        named.join(", "),
        dataset.first_target
    )
}

/// The losses so far; `second_label` as in [`super::loss`].
pub fn summary_loss(epochs: &[EpochReport], second_label: &str) -> String {
    let (Some(first), Some(last)) = (epochs.first(), epochs.last()) else {
        return "No epoch has finished yet.".to_owned();
    };
    let lowest = epochs
        .iter()
        .min_by(|a, b| a.validation_loss.total_cmp(&b.validation_loss))
        .unwrap_or(last);
    let second = second_label.to_lowercase();
    format!(
        "{} finished: the training loss went from {} to {}, the {second} from {} to {}. The lowest {second} was {} in epoch {}; the learning rate is {}.",
        match epochs.len() {
            1 => "1 epoch".to_owned(),
            count => format!("{count} epochs"),
        },
        loss_text(first.train_loss),
        loss_text(last.train_loss),
        loss_text(first.validation_loss),
        loss_text(last.validation_loss),
        loss_text(lowest.validation_loss),
        lowest.epoch,
        loss_text(last.learning_rate),
    )
}

/// Predicted beside actual, whole.
pub fn summary_prediction(evaluation: &Evaluation, interval: Option<&LevelInterval>) -> String {
    let predictions = &evaluation.predictions;
    let (Some(first), Some(last)) = (predictions.first(), predictions.last()) else {
        return "There are no predictions to show.".to_owned();
    };
    let errors: Vec<String> = [
        ("training", Block::Train),
        ("validation", Block::Validation),
        ("test", Block::Test),
    ]
    .into_iter()
    .filter_map(|(name, block)| {
        let error = mean_absolute_error(evaluation, block)?;
        Some(format!("{} in the {name} block", price_text(error)))
    })
    .collect();
    format!(
        "{} predictions from {} to {}. On average they miss the actual price by {}.{}",
        count_text(predictions.len()),
        written_date(first.date),
        written_date(last.date),
        errors.join(", "),
        band_sentence(evaluation, interval),
    )
}

/// Predicted beside actual in the test block.
pub fn summary_zoom(evaluation: &Evaluation, interval: Option<&LevelInterval>) -> String {
    let test: Vec<_> = evaluation
        .predictions
        .iter()
        .filter(|prediction| prediction.block == Block::Test)
        .collect();
    let (Some(first), Some(last)) = (test.first(), test.last()) else {
        return "There is no test block to show.".to_owned();
    };
    let scores = &evaluation.scores;
    format!(
        "The {} days of the test block, {} to {}. The model misses the price by {} on average; saying “tomorrow = today” misses it by {}.{}",
        count_text(test.len()),
        written_date(first.date),
        written_date(last.date),
        price_text(scores.model.mae),
        price_text(scores.persistence.mae),
        band_sentence(evaluation, interval),
    )
}

/// The shaded band, where there is one.
fn band_sentence(evaluation: &Evaluation, interval: Option<&LevelInterval>) -> String {
    let Some(interval) = interval.filter(|_| !evaluation.is_scattered()) else {
        return String::new();
    };
    format!(
        " The shaded band is the {}: it held {:.1} % of the test days and is {} wide on average.",
        interval.name(),
        interval.coverage * 100.0,
        price_text(interval.mean_width),
    )
}

/// The last days and the forecast.
pub fn summary_next_day(
    prices: &Prices,
    evaluation: &Evaluation,
    interval: &LevelInterval,
) -> String {
    let (low, high) = interval.next_day;
    let forecast = &evaluation.forecast;
    let shown = prices.series.len().min(LAST_ROWS);
    format!(
        "The last {shown} prices, ending at {} on {}. {}: {} is forecast, with its {} from {} to {}.",
        price_text(forecast.last_price),
        written_date(forecast.after_date),
        next_label(prices.series.info().interval),
        price_text(forecast.price),
        interval.name(),
        price_text(low),
        price_text(high),
    )
}

fn interval_word(interval: Interval) -> &'static str {
    match interval {
        Interval::Daily => "daily",
        Interval::Weekly => "weekly",
        Interval::Monthly => "monthly",
    }
}

fn mean_absolute_error(evaluation: &Evaluation, block: Block) -> Option<f64> {
    let (sum, count) = evaluation
        .predictions
        .iter()
        .filter(|prediction| prediction.block == block)
        .fold((0.0, 0usize), |(sum, count), prediction| {
            (
                sum + (prediction.predicted - prediction.actual).abs(),
                count + 1,
            )
        });
    (count > 0).then(|| sum / count as f64)
}
