//! The charts beside the stage: losses and coverage.

use super::*;

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
