//! History, split and tomorrow: which days they have and how they are marked.

use super::*;

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
