//! The predicted line in the middle of a training, beside what happened. No scores: those come at the
//! end.

use super::chart::Chart;
use super::frame::{self, Frame, Slider};
use super::palette::ColorScheme;
use super::text::in_a_row;
use super::unit::Unit;
use crate::app::ui::number;
use crate::market::Digits;
use crate::text::{self, written_date};
use crate::watch::so_far::SoFar;
use charming::element::LineStyle;

/// The last days, the test block shaded; opens on the test block and as many days before it.
pub fn so_far(so_far: &SoFar, digits: Digits, scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let palette = frame.palette;
    let unit = Unit::Price(digits);
    let [name, actual_name] = [text::training::so_far(), text::charts::actual()];
    let days = &so_far.days;
    let dates: Vec<String> = days.iter().map(|day| day.date.to_string()).collect();
    let shade = so_far.first_test.map(|first| {
        frame.shade(
            text::charts::test(),
            palette.test,
            &dates,
            &(first..days.len()),
        )
    });
    let actual = frame
        .line(
            actual_name,
            palette.actual,
            frame::placed(days.iter().map(|day| day.actual).enumerate()),
        )
        .line_style(LineStyle::new().color(palette.actual).width(1.8));
    let predicted = frame.line(
        name,
        palette.forecast,
        frame::placed(days.iter().map(|day| day.predicted).enumerate()),
    );
    let chart = frame
        .chart(unit, &[actual_name, name], Slider::Below)
        .x_axis(frame.categories(dates, frame::LABEL_MONTH))
        .y_axis(frame.values(unit))
        .series(match shade {
            Some(shade) => actual.mark_area(shade),
            None => actual,
        })
        .series(predicted);
    frame.zoomed(chart, Slider::Below, 0, window(so_far))
}

/// In percent of the axis.
fn window(so_far: &SoFar) -> (f64, f64) {
    let days = so_far.days.len();
    match so_far.first_test {
        Some(first) if days > 1 => {
            let shown = 2 * (days - first);
            let start = days.saturating_sub(shown);
            (100.0 * start as f64 / (days - 1) as f64, 100.0)
        }
        _ => (0.0, 100.0),
    }
}

/// The chart in words.
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

#[cfg(test)]
mod tests {
    use super::super::tests::{option, series};
    use super::*;
    use crate::watch::so_far::DaySoFar;

    const CENTS: Digits = Digits::new(2, 2);

    fn ten_days(first_test: Option<usize>) -> SoFar {
        let day = |day: usize| DaySoFar {
            date: format!("2024-01-{:02}", day + 1).parse().unwrap(),
            actual: 100.0,
            predicted: if day == 3 { f64::NAN } else { 101.5 },
        };
        SoFar {
            epoch: 4,
            days: (0..10).map(day).collect(),
            first_test,
        }
    }

    #[test]
    fn the_line_leaves_out_what_is_no_number_and_the_test_block_is_shaded() {
        let option = option(&so_far(&ten_days(Some(8)), CENTS, ColorScheme::Dark));
        let line = series(&option, "Prediction so far")["data"]
            .as_array()
            .unwrap()
            .clone();
        assert_eq!(line.len(), 9);
        assert_eq!(line[3], serde_json::json!([4, 101.5]));
        let shade = &series(&option, "Actual")["markArea"]["data"][0];
        assert_eq!(shade[0]["xAxis"], "2024-01-09");
        // Two test days and two before them: rows 6 to 9 of 0 to 9.
        let start = option["dataZoom"][0]["start"].as_f64().unwrap();
        assert!((start - 600.0 / 9.0).abs() < 1e-9, "{start}");
    }

    #[test]
    fn the_summary_says_which_epoch_and_scores_no_test_day() {
        assert_eq!(
            summary_so_far(&ten_days(Some(8)), CENTS),
            "What the network of epoch 4 predicts for 10 days, 1 Jan 2024 to 10 Jan 2024. Before \
             the test block it misses the price by 1.50 on average."
        );
        let scattered = ten_days(None);
        assert!(summary_so_far(&scattered, CENTS).ends_with("10 Jan 2024."));
        let option = option(&so_far(&scattered, CENTS, ColorScheme::Light));
        assert!(series(&option, "Actual")["markArea"].is_null());
        assert_eq!(option["dataZoom"][0]["start"], 0.0);
    }
}
