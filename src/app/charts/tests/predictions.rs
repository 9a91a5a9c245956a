//! Predicted lines, their bands, and the one that a hand moves.

use super::*;

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
