//! The charts as the options they become. 120 weekdays of prices, a window of 5: 115 rows, cut into
//! 80 for training, 12 for validation and 23 for the test.

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
    Cell, DeviceChoice, Inputs, Label, Recipe, ScalerRows, Settings, SplitBy, Steps, Target,
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
            cell: Cell::Lstm,
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

#[test]
fn the_history_has_every_trading_day_as_a_category_and_no_weekend() {
    let option = option(&history(&prices(), &[], &[], ColorScheme::Light));
    let days = option["xAxis"][0]["data"].as_array().expect("days");
    assert_eq!(option["xAxis"][0]["type"], "category");
    assert_eq!(days.len(), DAYS);
    // 2020-01-03 was a Friday.
    assert_eq!(days[2], "2020-01-03");
    assert_eq!(days[3], "2020-01-06");
    assert_eq!(
        series(&option, "Price")["data"][3],
        serde_json::json!([3, 103.0])
    );
}

#[test]
fn the_history_marks_its_splits_and_the_summary_names_them() {
    let split = |date: &str, shares| ShareSplit {
        date: date.parse().expect("a date"),
        shares,
        close_fit: true,
    };
    let found = [split("2020-02-03", 7.0), split("2020-03-02", 0.1)];
    let marks = SplitMark::of(&found, &found[..1]);
    let option = option(&history(&prices(), &marks, &[], ColorScheme::Light));
    let lines = &series(&option, "Price")["markLine"]["data"];
    assert_eq!(lines[0]["xAxis"], "2020-02-03");
    assert_eq!(lines[0]["label"]["formatter"], "7:1 adjusted");
    assert_eq!(lines[1]["xAxis"], "2020-03-02");
    assert_eq!(lines[1]["label"]["formatter"], "1:10?");
    let summary = summary_history(&prices(), &marks);
    assert!(
        summary.ends_with(
            "Jumps that look like splits: 7:1 on 3 Feb 2020, adjusted; 1:10 on 2 Mar 2020."
        ),
        "{summary}"
    );
    // A series that swings wildly is not hatched.
    let many = SplitMark::of(&[found[0]; 40], &[]);
    let option = self::option(&history(&prices(), &many, &[], ColorScheme::Light));
    let lines = series(&option, "Price")["markLine"]["data"].clone();
    assert_eq!(lines.as_array().expect("lines").len(), 12);
}

#[test]
fn every_chart_of_days_has_zoom_inside_and_by_slider_a_tooltip_and_a_legend() {
    let (prices, dataset, evaluation) = (prices(), dataset(), evaluation());
    let scheme = ColorScheme::Dark;
    for chart in [
        history(&prices, &[], &[], scheme),
        split(&prices, &dataset, scheme),
        prediction(&Predicted::from(&evaluation), BARE, scheme),
        zoom(&Predicted::from(&evaluation), moved(0), BARE, scheme),
        next_day(&prices, &evaluation, &interval(), scheme),
    ] {
        let option = option(&chart);
        let zooms: Vec<_> = option["dataZoom"]
            .as_array()
            .expect("zooms")
            .iter()
            .map(|zoom| zoom["type"].clone())
            .collect();
        assert_eq!(zooms, ["slider", "inside"]);
        assert_eq!(option["tooltip"]["trigger"], "axis");
        assert_eq!(option["animation"], false);
        // A saved image is no hole in a dark page.
        assert!(option["backgroundColor"].is_string());
        for name in option["legend"]["data"].as_array().expect("legend") {
            series(&option, name["name"].as_str().expect("a name"));
        }
    }
}

#[test]
fn the_strips_charts_have_a_tooltip_and_named_ends_and_no_zoom() {
    let (epochs, scheme) = (epochs(&[1.0, 0.9]), ColorScheme::Dark);
    for chart in [
        loss(&epochs, SecondLoss::Validation, Some(2), scheme),
        norms(&epochs, scheme),
    ] {
        let option = option(&chart);
        assert_eq!(option["dataZoom"], serde_json::json!([]));
        assert_eq!(option["legend"]["show"], false);
        assert_eq!(option["tooltip"]["trigger"], "axis");
        let all = option["series"].as_array().expect("series");
        for line in &all[..2] {
            assert_eq!(line["label"]["show"], true);
        }
    }
}

#[test]
fn the_split_colours_each_target_once_and_leaves_the_first_window_out() {
    let option = option(&split(&prices(), &dataset(), ColorScheme::Light));
    assert_eq!(known_rows(&option, "First window"), 0..5);
    assert_eq!(known_rows(&option, "Training"), 5..85);
    assert_eq!(known_rows(&option, "Validation"), 85..97);
    assert_eq!(known_rows(&option, "Test"), 97..120);
    let shade = &series(&option, "Test")["markArea"]["data"][0];
    assert_eq!(shade[0]["xAxis"], option["xAxis"][0]["data"][97]);
    assert_eq!(shade[1]["xAxis"], option["xAxis"][0]["data"][119]);
}

#[test]
fn a_recipe_without_validation_rows_draws_no_validation() {
    let mut dataset = dataset();
    dataset.split.train = 0..92;
    dataset.split.validation = 92..92;
    let option = option(&split(&prices(), &dataset, ColorScheme::Light));
    assert_eq!(
        option["legend"]["data"].as_array().expect("legend").len(),
        3
    );
    assert_eq!(known_rows(&option, "Training"), 5..97);
}

#[test]
fn whole_and_test_block_share_rows_and_differ_in_the_window_that_they_open_on() {
    let whole = option(&prediction(
        &Predicted::from(&evaluation()),
        BARE,
        ColorScheme::Light,
    ));
    let detail = option(&zoom(
        &Predicted::from(&evaluation()),
        moved(0),
        BARE,
        ColorScheme::Light,
    ));
    assert_eq!(whole["xAxis"][0]["data"], detail["xAxis"][0]["data"]);
    assert_eq!(known_rows(&whole, "Actual"), 0..115);
    assert_eq!(known_rows(&whole, "Predicted, training"), 0..80);
    assert_eq!(known_rows(&whole, "Predicted, validation"), 80..92);
    assert_eq!(known_rows(&detail, "Predicted, test"), 92..115);
    for zoom in 0..2 {
        assert_eq!(whole["dataZoom"][zoom]["start"], 0.0);
        // Row 92 of 0..=114: 80.70 %.
        let start = detail["dataZoom"][zoom]["start"].as_f64().expect("start");
        assert!((start - 100.0 * 92.0 / 114.0).abs() < 1e-9);
        for chart in [&whole, &detail] {
            assert_eq!(chart["dataZoom"][zoom]["end"], 100.0);
            assert_eq!(chart["dataZoom"][zoom]["xAxisIndex"], 0.0);
        }
    }
    // The test block is shaded in both.
    for chart in [&whole, &detail] {
        let shade = &series(chart, "Actual")["markArea"]["data"][0];
        assert_eq!(shade[0]["xAxis"], chart["xAxis"][0]["data"][92]);
        assert_eq!(shade[1]["xAxis"], chart["xAxis"][0]["data"][114]);
    }
}

#[test]
fn a_line_so_far_changes_its_own_series_and_the_trained_one_keeps_rows_and_window() {
    let (series, dataset, evaluation) = (prices().series, dataset(), evaluation());
    let line = |predicted: f64| SoFar {
        epoch: 1,
        days: evaluation.predictions[90..]
            .iter()
            .map(|day| DaySoFar {
                date: day.date,
                actual: day.actual,
                predicted,
            })
            .collect(),
        first_test: Some(2),
    };
    let chart = |line: Option<&SoFar>| {
        let rows = Predicted::so_far(&series, &dataset, line);
        zoom(&rows, moved(0), BARE, ColorScheme::Light)
    };
    let [first, second] = [150.0, 151.0].map(|price| chart(Some(&line(price))));
    let some = second
        .changed_series(&first)
        .expect("the frame is the same");
    let some = serde_json::to_value(&some).expect("series");
    let ids = some["series"].as_array().expect("series").iter();
    let ids: Vec<_> = ids.map(|one| one["id"].clone()).collect();
    assert_eq!(ids, ["Predicted, validation", "Predicted, test"]);
    assert!(first.changed_series(&first).expect("the same").is_empty());

    // From nothing to a line, and from there to the trained network: no axis and no window changes.
    let trained = zoom(
        &Predicted::from(&evaluation),
        moved(0),
        BARE,
        ColorScheme::Light,
    );
    let bare = option(&chart(None));
    for chart in [option(&first), option(&trained)] {
        for part in ["xAxis", "dataZoom", "legend", "grid"] {
            assert_eq!(chart[part], bare[part], "{part}");
        }
    }
    let color = |chart: &Value| {
        let line = self::series(chart, "Predicted, test");
        line["lineStyle"]["color"].clone()
    };
    assert_eq!(color(&option(&first)), color(&option(&trained)));
}

#[test]
fn a_line_that_a_hand_moves_leaves_the_drag_in_the_plot_to_it() {
    let by_hand = Shift {
        rows: 0,
        by_hand: true,
    };
    let disabled = |shift| {
        let predicted = evaluation();
        let chart = zoom(&Predicted::from(&predicted), shift, BARE, ColorScheme::Dark);
        let option = option(&chart);
        [0, 1].map(|zoom| option["dataZoom"][zoom]["disabled"].clone())
    };
    assert_eq!(disabled(by_hand), [Value::Null, Value::from(true)]);
    // Options are merged, so it is said that it is not.
    assert_eq!(disabled(moved(0)), [Value::Null, Value::from(false)]);
}

#[test]
fn the_forecast_stands_after_the_last_day_with_its_interval() {
    let option = option(&next_day(
        &prices(),
        &evaluation(),
        &interval(),
        ColorScheme::Light,
    ));
    let days = option["xAxis"][0]["data"].as_array().expect("days");
    assert_eq!(days.len(), 31);
    assert_eq!(days[30], "Next day");
    assert_eq!(series(&option, "Actual")["data"][29], 219.0);
    assert_eq!(series(&option, "Predicted")["data"][29], 218.0);
    // Nothing but the next day is a forecast: the line that leads there is only a mark.
    assert_eq!(known_rows(&option, "Forecast"), 30..31);
    assert_eq!(series(&option, "Forecast")["data"][30], 220.5);
    // The band holds the 23 test days among the last thirty, and the next one.
    let [low, width] = band(&option);
    assert_eq!(low.len(), 24);
    assert_eq!(low[22], serde_json::json!([29, 109.0]));
    assert_eq!(low[23], serde_json::json!([30, 218.5]));
    assert_eq!(width[23], serde_json::json!([30, 4.0]));
    let ends = &series(&option, "Forecast")["markLine"]["data"][0];
    assert_eq!(ends[0]["coord"], serde_json::json!(["Next day", 218.5]));
    assert_eq!(ends[1]["coord"], serde_json::json!(["Next day", 222.5]));
}

#[test]
fn predictions_that_start_late_leave_the_first_days_empty() {
    let mut evaluation = evaluation();
    evaluation.predictions.drain(..105);
    let option = option(&next_day(
        &prices(),
        &evaluation,
        &interval(),
        ColorScheme::Light,
    ));
    assert_eq!(known_rows(&option, "Predicted"), 20..30);
}

#[test]
fn losses_get_a_log_axis_only_where_it_helps() {
    let falling = option(&loss(
        &epochs(&[1.0, 0.1, 0.01]),
        SecondLoss::Test,
        None,
        ColorScheme::Light,
    ));
    assert_eq!(falling["yAxis"][0]["type"], "log");
    let flat = option(&loss(
        &epochs(&[1.02, 1.01, 1.0]),
        SecondLoss::Test,
        None,
        ColorScheme::Light,
    ));
    assert_eq!(flat["yAxis"][0]["type"], "value");
    // A loss of zero has no logarithm.
    let zero = option(&loss(
        &epochs(&[1.0, 0.0]),
        SecondLoss::Test,
        None,
        ColorScheme::Light,
    ));
    assert_eq!(zero["yAxis"][0]["type"], "value");
}

#[test]
fn a_loss_that_is_not_a_number_leaves_a_gap_not_a_zero() {
    let option = option(&loss(
        &epochs(&[1.0, f64::NAN]),
        SecondLoss::Validation,
        None,
        ColorScheme::Light,
    ));
    assert!(series(&option, "Training loss")["data"][1].is_null());
    assert_eq!(series(&option, "Learning rate")["yAxisIndex"], 1.0);
}

#[test]
fn summaries_say_the_numbers() {
    let (prices, evaluation) = (prices(), evaluation());
    let history = summary_history(&prices, &[]);
    assert!(history.starts_with("120 daily prices of UP from 1 Jan 2020 to 16 Jun 2020."));
    assert!(history.contains("a low of 100.00 on 1 Jan 2020"));
    let scattered = Dataset {
        scattered: Some(vec![Block::Test; 115]),
        ..dataset()
    };
    assert!(summary_split(&prices, &scattered).contains("at random"));
    let split = summary_split(&prices, &dataset());
    assert!(
        split.contains("80 rows for training (8 Jan 2020 to 28 Apr 2020)"),
        "{split}"
    );
    assert!(split.contains("23 rows for test"));
    let loss = summary_loss(&epochs(&[1.0, 0.5]), SecondLoss::Validation);
    assert!(
        loss.contains("the training loss went from 1 to 0.5"),
        "{loss}"
    );
    assert!(loss.contains("0.55 in epoch 2"));
    assert!(summary_prediction(&evaluation, BARE).contains("1.00 in the test block"));
    assert!(summary_zoom(&evaluation, BARE).contains("misses it by 1.25"));
    let next = summary_next_day(&prices, &evaluation, &interval());
    assert!(
        next.contains(
            "Next day: 220.50 is forecast, with its 80 % interval, split, from 218.50 to 222.50"
        ),
        "{next}"
    );
    assert_eq!(
        summary_loss(&[], SecondLoss::Validation),
        "No epoch has finished yet."
    );
}

#[test]
fn a_chart_reads_as_a_table_newest_first() {
    let table = table::last_rows(
        &zoom(
            &Predicted::from(&evaluation()),
            moved(0),
            BARE,
            ColorScheme::Light,
        ),
        2,
    );
    assert_eq!(
        table.headers,
        [
            "Date",
            "Actual",
            "Predicted, training",
            "Predicted, validation",
            "Predicted, test"
        ]
    );
    assert_eq!(
        table.rows,
        [
            ["Tue, 16 Jun 2020", "219.00", "–", "–", "218.00"],
            ["Mon, 15 Jun 2020", "218.00", "–", "–", "217.00"],
        ]
    );
    let losses = table::last_rows(
        &loss(
            &epochs(&[1.0, 0.5]),
            SecondLoss::Test,
            None,
            ColorScheme::Light,
        ),
        5,
    );
    assert_eq!(losses.headers[0], "Epoch");
    assert_eq!(losses.rows[0], ["Epoch 2", "0.5", "0.55", "0.001"]);
}

#[test]
fn a_moved_test_line_keeps_its_values_and_leaves_the_axis_at_neither_end() {
    let data = |shift| {
        let option = option(&zoom(
            &Predicted::from(&evaluation()),
            moved(shift),
            BARE,
            ColorScheme::Light,
        ));
        series(&option, "Predicted, test")["data"]
            .as_array()
            .expect("points")
            .clone()
    };
    let (stands, earlier, later) = (data(0), data(-2), data(2));
    assert_eq!(earlier.len(), stands.len());
    assert_eq!(
        earlier[0][0].as_i64(),
        stands[0][0].as_i64().map(|row| row - 2)
    );
    assert_eq!(earlier[0][1], stands[0][1]);
    // The last two would stand after the last day.
    assert_eq!(later.len(), stands.len() - 2);
    assert_eq!(
        later[0][0].as_i64(),
        stands[0][0].as_i64().map(|row| row + 2)
    );
}

#[test]
fn scattered_test_days_are_points_without_a_line() {
    let mut evaluation = evaluation();
    for (row, prediction) in evaluation.predictions.iter_mut().enumerate() {
        prediction.block = if row % 5 == 0 {
            Block::Test
        } else {
            Block::Train
        };
    }
    let interval = interval();
    let shaded = Beside {
        interval: Some(&interval),
        sealed: &[],
        digits: CENTS,
    };
    let option = option(&zoom(
        &Predicted::from(&evaluation),
        moved(0),
        shaded,
        ColorScheme::Light,
    ));
    // Nor is there a band over the days between.
    assert!(!option.to_string().contains("interval"));
    assert!(!summary_zoom(&evaluation, shaded).contains("band"));
    let test = series(&option, "Predicted, test");
    assert_eq!(test["showSymbol"], true);
    assert_eq!(test["lineStyle"]["opacity"], 0.0);
}

#[test]
fn the_band_is_the_interval_around_each_test_day_in_one_legend_entry() {
    let (evaluation, interval) = (evaluation(), interval());
    let shaded = Beside {
        interval: Some(&interval),
        sealed: &[],
        digits: CENTS,
    };
    for scheme in [ColorScheme::Light, ColorScheme::Dark] {
        for chart in [
            prediction(&Predicted::from(&evaluation), shaded, scheme),
            zoom(&Predicted::from(&evaluation), moved(0), shaded, scheme),
        ] {
            let option = option(&chart);
            let [low, width] = band(&option);
            assert_eq!((low.len(), width.len()), (23, 23));
            // Row 92 forecasts 197 − 1 = 196: half of it, and twice it.
            assert_eq!(low[0], serde_json::json!([92, 98.0]));
            assert_eq!(width[0], serde_json::json!([92, 294.0]));
            let names = option["legend"]["data"].as_array().expect("legend");
            let named = names
                .iter()
                .filter(|one| one["name"] == "80 % interval, split");
            assert_eq!(named.count(), 1);
        }
    }
    let summary = summary_zoom(&evaluation, shaded);
    assert!(
        summary.ends_with(
            "The shaded band is the 80 % interval, split: it held 75.0 % of the test days and is 4.00 wide \
             on average."
        ),
        "{summary}"
    );
    assert!(summary_prediction(&evaluation, shaded).contains("80 % interval, split"));
}

#[test]
fn a_moved_line_takes_its_band_along_and_the_table_tells_it_as_a_range() {
    let (evaluation, interval) = (evaluation(), interval());
    let shaded = Beside {
        interval: Some(&interval),
        sealed: &[],
        digits: CENTS,
    };
    let chart = zoom(
        &Predicted::from(&evaluation),
        moved(2),
        shaded,
        ColorScheme::Light,
    );
    let [low, _] = band(&option(&chart));
    assert_eq!(low.len(), 21);
    assert_eq!(low[0], serde_json::json!([94, 98.0]));
    let table = table::last_rows(
        &zoom(
            &Predicted::from(&evaluation),
            moved(0),
            shaded,
            ColorScheme::Light,
        ),
        1,
    );
    assert_eq!(
        table.headers.last().expect("a header"),
        "80 % interval, split"
    );
    assert_eq!(table.headers.len(), table.rows[0].len());
    assert_eq!(table.rows[0].last().expect("a cell"), "109.00 to 436.00");
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

#[test]
fn the_rolling_coverage_stands_beside_what_is_wanted_and_what_chance_makes_of_it() {
    let split = rolling(IntervalMethod::Split, &[0.8, 0.58, 0.9]);
    let adaptive = rolling(IntervalMethod::Adaptive, &[0.8, 0.74, 0.82]);
    let chart = coverage(&split, Some(&adaptive), ColorScheme::Dark);
    let drawn = option(&chart);
    let days = drawn["xAxis"][0]["data"].as_array().expect("days");
    // A stretch stands on its last day: the fiftieth weekday of 2020.
    assert_eq!((days.len(), &days[0]), (3, &Value::from("2020-03-10")));
    assert_eq!(
        series(&drawn, "Split")["data"][1],
        serde_json::json!([1, 58.0])
    );
    assert_eq!(known_rows(&drawn, "Adaptive"), 0..3);
    assert_eq!(
        series(&drawn, "Wanted, 80 %")["data"][2],
        serde_json::json!([2, 80.0])
    );
    // 80 % ± 11.09 %.
    let [low, width] = band(&drawn);
    assert!((low[0][1].as_f64().expect("a share") - 68.913).abs() < 0.01);
    assert!((width[0][1].as_f64().expect("a share") - 22.174).abs() < 0.01);
    let table = table::last_rows(&chart, 1);
    assert_eq!(
        table.rows[0][1..],
        ["90.0 %", "82.0 %", "80.0 %", "68.9 % to 91.1 %"]
    );
    let summary = summary_coverage(&split, Some(&adaptive));
    assert_eq!(
        summary,
        "Over 50 test days at a time, the split interval that is meant to hold 80 % held fewest from \
         2 Jan 2020 to 11 Mar 2020: 58.0 %. One that is exactly right would be between 69 and 91 % on \
         19 of 20 stretches; this one was on 66.7 %. The adaptive one’s worst was 74.0 %, from \
         2 Jan 2020 to 11 Mar 2020."
    );
    // 58 − 1 and 91.1 + 1, in steps of five; shares near all end the axis at all.
    assert_eq!(drawn["yAxis"][0]["min"], 55);
    assert_eq!(drawn["yAxis"][0]["max"], 95);
    let all = rolling(IntervalMethod::Split, &[1.0]);
    let drawn = option(&coverage(&all, None, ColorScheme::Light));
    assert_eq!(drawn["yAxis"][0]["max"], 100);
}

#[test]
fn a_sealed_block_is_shaded_and_has_no_prediction() {
    // The last six of the 120 days are sealed: the evaluation ends before them.
    let prices = prices();
    let mut evaluation = evaluation();
    evaluation.predictions.truncate(109);
    let interval = interval();
    let beside = Beside {
        interval: Some(&interval),
        sealed: &prices.series.rows()[114..],
        digits: CENTS,
    };
    for chart in [
        prediction(&Predicted::from(&evaluation), beside, ColorScheme::Light),
        zoom(
            &Predicted::from(&evaluation),
            moved(0),
            beside,
            ColorScheme::Dark,
        ),
        zoom(
            &Predicted::from(&evaluation),
            moved(3),
            beside,
            ColorScheme::Dark,
        ),
    ] {
        let option = option(&chart);
        let days = option["xAxis"][0]["data"].as_array().expect("days");
        assert_eq!(days.len(), 115);
        assert_eq!(known_rows(&option, "Actual"), 0..109);
        assert!(known_rows(&option, "Predicted, test").end <= 109);
        assert!(band(&option)[0].last().expect("a point")[0].as_u64() <= Some(108));
        assert_eq!(known_rows(&option, "Sealed"), 109..115);
        let shade = &series(&option, "Sealed")["markArea"]["data"][0];
        assert_eq!(shade[0]["xAxis"], days[109]);
        assert_eq!(shade[1]["xAxis"], days[114]);
        assert_eq!(option["dataZoom"][0]["end"], 100.0);
    }

    let mut dataset = dataset();
    dataset.inputs.truncate(109 + dataset.settings.window);
    dataset.targets.truncate(109);
    dataset.split.test = 92..109;
    let drawn = option(&split(&prices, &dataset, ColorScheme::Light));
    assert_eq!(known_rows(&drawn, "Test"), 97..114);
    assert_eq!(known_rows(&drawn, "Sealed"), 114..120);
    let summary = summary_split(&prices, &dataset);
    assert!(summary.contains("The last 6 rows"), "{summary}");
    dataset.scattered = Some(vec![Block::Test; 109]);
    let drawn = option(&split(&prices, &dataset, ColorScheme::Light));
    assert_eq!(known_rows(&drawn, "Dealt at random"), 5..114);
    assert_eq!(known_rows(&drawn, "Sealed"), 114..120);
}

#[test]
fn in_german_the_charts_and_their_words_are_german() {
    crate::text::in_language(crate::text::Language::German, || {
        let (prices, evaluation, interval) = (prices(), evaluation(), interval());
        let beside = Beside {
            interval: Some(&interval),
            sealed: &prices.series.rows()[114..],
            digits: CENTS,
        };
        // The line that moves is found whatever it is called.
        let chart = zoom(
            &Predicted::from(&evaluation),
            moved(-2),
            beside,
            ColorScheme::Light,
        );
        let drawn = option(&chart);
        assert_eq!(known_rows(&drawn, "Vorhergesagt, Test").start, 90);
        assert_eq!(known_rows(&drawn, "Tatsächlich").start, 0);
        assert_eq!(
            summary_zoom(&evaluation, beside),
            "Die 23 Tage des Testblocks, 15. Mai 2020 bis 16. Juni 2020. Das Netz verfehlt den Kurs im \
             Mittel um 1,00; wer „morgen = heute“ sagt, verfehlt ihn um 1,25. Das getönte Band ist das \
             80-%-Intervall nach Split: Es hielt 75,0 % der Testtage und ist im Mittel 4,00 breit."
        );
        assert_eq!(
            summary_loss(&epochs(&[1.0, 0.5]), SecondLoss::Test),
            "2 Epochen sind zu Ende: Der Trainingsverlust ging von 1 auf 0,5, der Testverlust von 1,1 auf \
             0,55. Am niedrigsten war der Testverlust mit 0,55 in Epoche 2; die Lernrate ist 0,001."
        );
        let losses = loss(
            &epochs(&[1.0, 0.5]),
            SecondLoss::Test,
            None,
            ColorScheme::Light,
        );
        let table = table::last_rows(&losses, 1);
        assert_eq!(
            table.headers,
            ["Epoche", "Trainingsverlust", "Testverlust", "Lernrate"]
        );
        assert_eq!(table.rows[0], ["Epoche 2", "0,5", "0,55", "0,001"]);
        let split = summary_split(&prices, &dataset());
        assert!(
            split.contains("80 Zeilen zum Trainieren (8. Jan. 2020 bis 28. Apr. 2020)"),
            "{split}"
        );
    });
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

#[test]
fn exchange_rates_and_coins_keep_their_digits_in_axis_tooltip_table_and_words() {
    // 219 is the last price, 220.5 the forecast, 218.5 and 222.5 its interval, 1 the error.
    let rate = (
        1.08345,
        5,
        ["1.08345", "1.09087", "1.08098", "1.10077", "0.00495"],
    );
    let coin = (
        0.000_023_4,
        7,
        [
            "0.00002340",
            "0.00002356",
            "0.00002335",
            "0.00002377",
            "0.000000107",
        ],
    );
    for (last_price, decimals, [last, forecast, low, high, error]) in [rate, coin] {
        let (prices, evaluation) = in_units(last_price, decimals);
        let digits = Digits::of(&prices.series);
        let factor = last_price / 219.0;
        let interval = LevelInterval {
            next_day: (218.5 * factor, 222.5 * factor),
            ..interval()
        };
        let chart = next_day(&prices, &evaluation, &interval, ColorScheme::Light);
        let drawn = option(&chart);
        let unit_after = |name: &Value, place: &str| {
            let name = name.as_str().and_then(|name| name.strip_prefix(place));
            unit::Unit::from_name(name.expect("a formatter")).expect("a unit")
        };
        let axis = unit_after(&drawn["yAxis"][0]["axisLabel"]["formatter"], frame::AXIS);
        let tooltip = unit_after(&drawn["tooltip"]["formatter"], frame::TOOLTIP);
        assert_eq!(axis.axis_text(last_price), last);
        // As ECharts has it: rounded to be drawn.
        let actual = series(&drawn, "Actual")["data"][29]
            .as_f64()
            .expect("a price");
        assert_eq!(tooltip.text(actual), last);
        let table = table::last_rows(&chart, 2);
        let range = format!("{low} to {high}");
        assert_eq!(table.rows[0][1..], ["–", "–", forecast, &range]);
        assert_eq!(table.rows[1][1], last);
        let summary = summary_next_day(&prices, &evaluation, &interval);
        for said in [last, forecast, low, high] {
            assert!(summary.contains(said), "{said} in: {summary}");
        }
        assert!(summary_history(&prices, &[]).contains(last));
        let beside = Beside { digits, ..BARE };
        let zoom = summary_zoom(&evaluation, beside);
        assert!(zoom.contains(error), "{error} in: {zoom}");
    }
}

#[test]
fn the_line_so_far_in_words_says_which_epoch_and_scores_no_test_day() {
    let day = |day: usize| DaySoFar {
        date: format!("2024-01-{:02}", day + 1).parse().expect("a date"),
        actual: 100.0,
        predicted: if day == 3 { f64::NAN } else { 101.5 },
    };
    let line = |first_test| SoFar {
        epoch: 4,
        days: (0..10).map(day).collect(),
        first_test,
    };
    assert_eq!(
        summary_so_far(&line(Some(8)), CENTS),
        "What the network of epoch 4 predicts for 10 days, 1 Jan 2024 to 10 Jan 2024. Before \
         the test block it misses the price by 1.50 on average."
    );
    assert!(summary_so_far(&line(None), CENTS).ends_with("10 Jan 2024."));
}
