//! Charts as words, tables and numbers, in the language and the digits of the series.

use super::*;

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
