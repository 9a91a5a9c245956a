//! The charts in words: what a reader who cannot see one should know. One or two sentences each,
//! with the numbers.

use super::loss::SecondLoss;
use super::predictions::Beside;
use super::prices::{LAST_ROWS, MOST_MARKS, SplitMark, next_label};
use super::text::in_a_row;
use crate::app::ui::number;
use crate::forecast::dataset::Block;
use crate::forecast::evaluation::{IntervalMethod, LevelInterval};
use crate::forecast::{Dataset, Evaluation};
use crate::market::{Digits, Interval, Prices};
use crate::protocol::EpochReport;
use crate::text::{self, written_date};
use crate::watch::so_far::SoFar;

/// Price history.
pub fn summary_history(prices: &Prices, splits: &[SplitMark]) -> String {
    let series = &prices.series;
    let rows = series.rows();
    let by_price = |a: &&crate::market::Row, b: &&crate::market::Row| a.price.total_cmp(&b.price);
    let lowest = rows.iter().min_by(by_price).unwrap_or(&rows[0]);
    let highest = rows.iter().max_by(by_price).unwrap_or(&rows[0]);
    let say = match series.info().interval {
        Interval::Daily => text::charts::daily_prices,
        Interval::Weekly => text::charts::weekly_prices,
        Interval::Monthly => text::charts::monthly_prices,
    };
    let extent = say(
        number::count(rows.len()),
        series.info(),
        written_date(series.first_date()),
        written_date(series.last_date()),
    );
    let digits = Digits::of(series);
    let price = |price| number::price(price, digits);
    let course = text::charts::course(
        price(rows[0].price),
        price(series.last_price()),
        price(lowest.price),
        written_date(lowest.date),
        price(highest.price),
        written_date(highest.date),
    );
    let jumps: Vec<String> = splits
        .iter()
        .take(MOST_MARKS)
        .map(|SplitMark { split, adjusted }| {
            let (split, day) = (split.to_string(), written_date(split.date));
            match adjusted {
                true => text::charts::jump_adjusted(split, day),
                false => text::charts::jump(split, day),
            }
        })
        .collect();
    let jumps = (!jumps.is_empty()).then(|| text::charts::jumps(jumps.join("; ")));
    in_a_row([Some(extent), Some(course), jumps])
}

/// The split into blocks.
pub fn summary_split(prices: &Prices, dataset: &Dataset) -> String {
    let rows = prices.series.rows();
    let split = &dataset.split;
    let sealed = match rows.get(dataset.target_index(dataset.rows())..) {
        Some(sealed @ [first, .., last]) => Some(text::charts::sealed_rows(
            number::count(sealed.len()),
            written_date(first.date),
            written_date(last.date),
        )),
        Some([only]) => Some(text::charts::sealed_row(written_date(only.date))),
        _ => None,
    };
    if dataset.scattered.is_some() {
        let dealt = text::charts::dealt(
            number::count(split.train.len()),
            number::count(split.validation.len()),
            number::count(split.test.len()),
        );
        return in_a_row([Some(dealt), sealed]);
    }
    let blocks: Vec<String> = [Block::Train, Block::Validation, Block::Test]
        .into_iter()
        .filter_map(|kind| {
            let block = match kind {
                Block::Train => &split.train,
                Block::Validation => &split.validation,
                Block::Test => &split.test,
            };
            let say = match kind {
                Block::Train => text::charts::training_rows,
                Block::Validation => text::charts::validation_rows,
                Block::Test => text::charts::test_rows,
            };
            let last = block.end.checked_sub(1).filter(|_| !block.is_empty())?;
            let first = rows.get(block.start + dataset.first_target)?;
            let last = rows.get(last + dataset.first_target)?;
            Some(say(
                number::count(block.len()),
                written_date(first.date),
                written_date(last.date),
            ))
        })
        .collect();
    let by_time = text::charts::split_by_time(blocks.join(", "), dataset.first_target);
    in_a_row([Some(by_time), sealed])
}

/// The losses so far.
pub fn summary_loss(epochs: &[EpochReport], second: SecondLoss) -> String {
    let (Some(first), Some(last)) = (epochs.first(), epochs.last()) else {
        return text::charts::no_epoch().to_owned();
    };
    let lowest = epochs
        .iter()
        .min_by(|a, b| a.validation_loss.total_cmp(&b.validation_loss))
        .unwrap_or(last);
    let went = match second {
        SecondLoss::Validation => text::charts::validation_losses,
        SecondLoss::Test => text::charts::test_losses,
    };
    let lowest_was = match second {
        SecondLoss::Validation => text::charts::lowest_validation_loss,
        SecondLoss::Test => text::charts::lowest_test_loss,
    };
    let went = went(
        epochs.len(),
        number::loss(first.train_loss),
        number::loss(last.train_loss),
        number::loss(first.validation_loss),
        number::loss(last.validation_loss),
    );
    let lowest = lowest_was(
        number::loss(lowest.validation_loss),
        lowest.epoch,
        number::loss(last.learning_rate),
    );
    in_a_row([Some(went), Some(lowest)])
}

/// The line in the middle of a training. No score of a test day: those come at the end.
pub fn summary_so_far(so_far: &SoFar, digits: Digits) -> String {
    let (Some(first), Some(last)) = (so_far.days.first(), so_far.days.last()) else {
        return text::charts::nothing_to_show().to_owned();
    };
    let predicted = text::charts::so_far(
        so_far.epoch,
        number::count(so_far.days.len()),
        written_date(first.date),
        written_date(last.date),
    );
    let miss = so_far.mean_miss_before_test();
    let miss = miss.map(|miss| text::charts::misses_before_test(number::price_error(miss, digits)));
    in_a_row([Some(predicted), miss])
}

/// Predicted beside actual, whole.
pub fn summary_prediction(evaluation: &Evaluation, beside: Beside) -> String {
    let predictions = &evaluation.predictions;
    let (Some(first), Some(last)) = (predictions.first(), predictions.last()) else {
        return text::charts::no_predictions().to_owned();
    };
    let errors: Vec<String> = [Block::Train, Block::Validation, Block::Test]
        .into_iter()
        .filter_map(|block| {
            let error = number::price_error(mean_absolute_error(evaluation, block)?, beside.digits);
            Some(match block {
                Block::Train => text::charts::error_in_training(error),
                Block::Validation => text::charts::error_in_validation(error),
                Block::Test => text::charts::error_in_test(error),
            })
        })
        .collect();
    let predicted = text::charts::predictions(
        number::count(predictions.len()),
        written_date(first.date),
        written_date(last.date),
        errors.join(", "),
    );
    in_a_row([Some(predicted), band_sentence(evaluation, beside)])
}

/// Predicted beside actual in the test block.
pub fn summary_zoom(evaluation: &Evaluation, beside: Beside) -> String {
    let test: Vec<_> = evaluation
        .predictions
        .iter()
        .filter(|prediction| prediction.block == Block::Test)
        .collect();
    let (Some(first), Some(last)) = (test.first(), test.last()) else {
        return text::charts::no_test_block().to_owned();
    };
    let scores = &evaluation.scores;
    let block = text::charts::test_block(
        number::count(test.len()),
        written_date(first.date),
        written_date(last.date),
        number::price_error(scores.model.mae, beside.digits),
        number::price_error(scores.persistence().mae, beside.digits),
    );
    in_a_row([Some(block), band_sentence(evaluation, beside)])
}

/// The shaded band, where there is one.
fn band_sentence(evaluation: &Evaluation, beside: Beside) -> Option<String> {
    let interval = beside.interval.filter(|_| !evaluation.is_scattered())?;
    let level = number::percent_number(interval.level, 0);
    let held = number::percent_number(interval.coverage, 1);
    let width = number::price_error(interval.mean_width, beside.digits);
    Some(match interval.method {
        IntervalMethod::Split => text::charts::band_split(level, held, width),
        IntervalMethod::Adaptive => text::charts::band_adaptive(level, held, width),
        IntervalMethod::Volatility => text::charts::band_volatility(level, held, width),
    })
}

/// The last days and the forecast.
pub fn summary_next_day(
    prices: &Prices,
    evaluation: &Evaluation,
    interval: &LevelInterval,
) -> String {
    let (low, high) = interval.next_day;
    let forecast = &evaluation.forecast;
    let digits = Digits::of(&prices.series);
    let price = |price| number::price(price, digits);
    let last = text::charts::last_prices(
        prices.series.len().min(LAST_ROWS),
        price(forecast.last_price),
        written_date(forecast.after_date),
    );
    let say = match interval.method {
        IntervalMethod::Split => text::charts::next_split,
        IntervalMethod::Adaptive => text::charts::next_adaptive,
        IntervalMethod::Volatility => text::charts::next_volatility,
    };
    let next = say(
        next_label(prices.series.info().interval),
        price(forecast.price),
        number::percent_number(interval.level, 0),
        price(low),
        price(high),
    );
    in_a_row([Some(last), Some(next)])
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
