//! The charts as the options they become. 120 weekdays of prices, a window of 5: 115 rows, cut into
//! 80 for training, 12 for validation and 23 for the test.

mod days;
mod predictions;
mod strip;
mod words;

use super::chart::Chart;
use super::*;
use crate::forecast::baselines::{ByBaseline, PERSISTENCE};
use crate::forecast::calibration::CalibratedOn;
use crate::forecast::coverage::{Rolling, Stretch};
use crate::forecast::dataset::{Block, Split};
use crate::forecast::diebold_mariano::DieboldMariano;
use crate::forecast::evaluation::{
    IntervalMethod, IntervalSummary, LevelInterval, NextDay, Prediction, ScoreTable, Scores,
    Verdict,
};
use crate::forecast::scaler::Scaler;
use crate::forecast::settings::{
    DeviceChoice, Inputs, Label, Lookahead, NetworkKind, Recipe, ScalerRows, Settings, SplitBy,
    Steps, Target,
};
use crate::forecast::{Dataset, Evaluation};
use crate::market::Split as ShareSplit;
use crate::market::{Digits, Field, Interval, Prices, Row, Series, SeriesInfo, Source};
use crate::protocol::EpochReport;
use crate::watch::so_far::{DaySoFar, SoFar};
use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::Value;

const DAYS: usize = 120;
const FIRST_TARGET: usize = 5;

pub(super) fn prices() -> Prices {
    let start = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a date");
    let rows = start
        .iter_days()
        .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun))
        .take(DAYS)
        .enumerate()
        .map(|(day, date)| Row::of_price(date, 100.0 + day as f64))
        .collect();
    let info = SeriesInfo {
        source: Source::File {
            name: "up.csv".to_owned(),
        },
        symbol: "UP".to_owned(),
        interval: Interval::Daily,
        field: Field::Close,
    };
    Prices {
        series: Series::new(info, rows).expect("a series"),
        truth: None,
    }
}

pub(super) fn dataset() -> Dataset {
    Dataset {
        settings: Settings {
            recipe: Recipe::Honest,
            target: Target::Price,
            scaler: ScalerRows::Train,
            split: SplitBy::Time,
            label: Label::Next,
            lookahead: Lookahead::Off,
            cell: NetworkKind::default(),
            window: FIRST_TARGET,
            horizon: 1,
            steps: Steps::Direct,
            inputs: Inputs::default(),
            hidden: 32,
            layers: 2,
            dropout: 0.2,
            batch: 64,
            epochs: 100,
            learning_rate: 0.001,
            forget_bias: 0.0,
            seed: 1,
            device: DeviceChoice::Auto,
        },
        inputs: vec![0.0; DAYS],
        targets: vec![0.0; DAYS - FIRST_TARGET],
        first_target: FIRST_TARGET,
        split: Split {
            train: 0..80,
            validation: 80..92,
            test: 92..115,
        },
        scattered: None,
        input_scaler: Scaler {
            mean: 0.0,
            deviation: 1.0,
        },
        target_scaler: Scaler {
            mean: 0.0,
            deviation: 1.0,
        },
        further: Vec::new(),
    }
}

/// Between half and twice the forecast on every day.
fn interval() -> LevelInterval {
    LevelInterval {
        method: IntervalMethod::Split,
        level: 0.8,
        promised: 0.8,
        coverage: 0.75,
        mean_width: 4.0,
        next_day: (218.5, 222.5),
        log_half_widths: vec![2.0_f64.ln()],
    }
}

const CENTS: Digits = Digits::new(2, 2);

/// No band.
const BARE: Beside = Beside {
    interval: None,
    sealed: &[],
    digits: CENTS,
};

/// A line that stands so many rows from its place.
fn moved(rows: i32) -> Shift {
    Shift {
        rows,
        by_hand: false,
    }
}

/// Predicts yesterday's price: every miss is exactly 1.
pub(super) fn evaluation() -> Evaluation {
    let prices = prices();
    let split = dataset().split;
    let scores = Scores {
        mae: 1.0,
        rmse: 1.0,
        mape: 0.5,
        rmae: 1.0,
        r2_out_of_sample: 0.0,
        directional_accuracy: 0.5,
        directional_low: 0.4,
        directional_high: 0.6,
    };
    Evaluation {
        predictions: prices.series.rows()[FIRST_TARGET..]
            .iter()
            .enumerate()
            .map(|(row, day)| Prediction {
                date: day.date,
                actual: day.price,
                predicted: day.price - 1.0,
                block: if split.train.contains(&row) {
                    Block::Train
                } else if split.validation.contains(&row) {
                    Block::Validation
                } else {
                    Block::Test
                },
            })
            .collect(),
        scores: ScoreTable {
            model: scores.clone(),
            baselines: ByBaseline::of(|kind| Scores {
                mae: if kind.key == PERSISTENCE.key {
                    1.25
                } else {
                    scores.mae
                },
                ..scores.clone()
            }),
            best_possible: None,
            always_up: 0.5,
        },
        verdict: Verdict::new(
            1.0,
            DieboldMariano {
                statistic: 0.0,
                p_value: 1.0,
            },
        ),
        directions: None,
        interval: IntervalSummary {
            method: IntervalMethod::Split,
            log_half_width: 0.02,
            level: 0.8,
            coverage: 0.8,
            mean_width: 4.0,
            calibrated_on: CalibratedOn::Validation { rows: 9 },
        },
        intervals: vec![interval()],
        horizons: Vec::new(),
        bands: Vec::new(),
        against_label: None,
        looks_ahead: false,
        forecast: NextDay {
            after_date: prices.series.last_date(),
            last_price: 219.0,
            price: 220.5,
            low: 218.5,
            high: 222.5,
            path: Vec::new(),
        },
    }
}

pub(super) fn epochs(losses: &[f64]) -> Vec<EpochReport> {
    losses
        .iter()
        .enumerate()
        .map(|(index, loss)| EpochReport {
            epoch: index + 1,
            train_loss: *loss,
            validation_loss: loss * 1.1,
            learning_rate: 0.001,
            ms: 10.0,
            steps: 2,
            weight_norm: Some(12.5),
            gradient_norm: Some(0.5),
        })
        .collect()
}

pub(super) fn option(chart: &Chart) -> Value {
    serde_json::to_value(chart).expect("an option")
}

pub(super) fn series<'a>(option: &'a Value, name: &str) -> &'a Value {
    option["series"]
        .as_array()
        .expect("series")
        .iter()
        .find(|one| one["name"] == name)
        .unwrap_or_else(|| panic!("no series named {name}"))
}

/// The points of a chart's band: lower edge, and width above it.
fn band(option: &Value) -> [Vec<Value>; 2] {
    ["band-low", "band-width"].map(|id| {
        let all = option["series"].as_array().expect("series");
        let edge = all.iter().find(|one| one["id"] == id).expect("a band");
        assert_eq!(edge["stack"], "band");
        edge["data"].as_array().expect("points").clone()
    })
}

/// The rows in which a series has a value, be it written as pairs or as a value per row.
fn known_rows(option: &Value, name: &str) -> std::ops::Range<usize> {
    let data = series(option, name)["data"].as_array().expect("data");
    let known: Vec<usize> = data
        .iter()
        .enumerate()
        .filter(|(_, item)| !item.is_null())
        .map(|(place, item)| item[0].as_u64().map_or(place, |row| row as usize))
        .collect();
    let (first, last) = (known[0], known[known.len() - 1]);
    assert_eq!(known.len(), last + 1 - first, "{name} has holes");
    first..last + 1
}

fn rolling(method: IntervalMethod, shares: &[f64]) -> Rolling {
    let days = prices().series;
    let days = days.rows();
    Rolling {
        method,
        level: 0.8,
        days: 50,
        stretches: shares
            .iter()
            .enumerate()
            .map(|(first, share)| Stretch {
                from: days[first].date,
                to: days[first + 49].date,
                coverage: *share,
            })
            .collect(),
    }
}

/// The prices of [`prices`] and the evaluation of [`evaluation`], with this last price instead of 219,
/// prices rounded to decimals.
fn in_units(last: f64, decimals: i32) -> (Prices, Evaluation) {
    let factor = last / 219.0;
    let rounded = |price: f64| {
        let scale = 10_f64.powi(decimals);
        (price * factor * scale).round() / scale
    };
    let rising = prices().series;
    let rows = rising.rows().iter();
    let rows = rows.map(|row| Row::of_price(row.date, rounded(row.price)));
    let series = Series::new(rising.info().clone(), rows.collect()).expect("a series");
    let mut evaluation = evaluation();
    for prediction in &mut evaluation.predictions {
        prediction.actual = rounded(prediction.actual);
        prediction.predicted *= factor;
    }
    evaluation.scores.model.mae *= factor;
    evaluation.scores.baselines = (evaluation.scores.baselines).map(|scores| Scores {
        mae: scores.mae * factor,
        ..scores.clone()
    });
    let forecast = &mut evaluation.forecast;
    forecast.last_price = last;
    forecast.price *= factor;
    let prices = Prices {
        series,
        truth: None,
    };
    (prices, evaluation)
}
