//! What 1 became on the test days, by each rule.

use super::chart::Chart;
use super::frame::{self, Frame};
use super::palette::ColorScheme;
use super::unit::Unit;
use crate::app::ui::number;
use crate::forecast::paid::{Line, Paid};
use crate::text::{self, said};
use charming::element::{LineStyle, LineStyleType};
use chrono::NaiveDate;

/// The rules' lines over `days`, the day before the first test day and the test days.
pub fn growth(paid: &Paid, days: &[NaiveDate], scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let palette = frame.palette;
    let lines = [
        (&paid.long_flat, palette.test, 2.0, LineStyleType::Solid),
        (
            &paid.long_short,
            palette.forecast,
            1.6,
            LineStyleType::Dotted,
        ),
        (&paid.hold, palette.actual, 1.4, LineStyleType::Dashed),
    ];
    let names = lines.each_ref().map(|(line, ..)| said(&line.rule));
    let legend = names.each_ref().map(String::as_str);
    let categories = days.iter().map(NaiveDate::to_string).collect();
    let unit = Unit::Times;
    let mut chart = frame
        .chart(unit, &legend)
        .x_axis(frame.categories(categories, frame::LABEL_DATE))
        .y_axis(frame.values(unit));
    for ((line, color, width, kind), name) in lines.into_iter().zip(&names) {
        let values = frame::values(line.growth.iter().copied());
        let style = LineStyle::new().color(color).width(width).type_(kind);
        chart = chart.series(frame.line(name, color, values).line_style(style));
    }
    frame.zoomed(chart, (0.0, 100.0))
}

/// What 1 became, in words.
pub fn summary_growth(paid: &Paid) -> String {
    let end = |line: &Line| number::ratio(line.end());
    text::charts::growth(
        paid.days,
        end(&paid.long_flat),
        end(&paid.long_short),
        end(&paid.hold),
    )
}

#[cfg(test)]
mod tests {
    use super::super::tests::{option, series};
    use super::*;
    use crate::forecast::paid::Days;

    #[test]
    fn each_rule_has_its_line_from_one_on() {
        let moves = vec![0.5, -0.5];
        let paid = Days::new(moves.clone(), &moves).paid(0.0, 252.0);
        let days: Vec<NaiveDate> = (1..4)
            .map(|day| NaiveDate::from_ymd_opt(2024, 1, day).expect("a day"))
            .collect();
        let option = option(&growth(&paid, &days, ColorScheme::Light));
        assert_eq!(option["xAxis"][0]["data"][0], "2024-01-01");
        for (line, values) in [
            (&paid.long_flat, [1.0, 1.5, 1.5]),
            (&paid.long_short, [1.0, 1.5, 2.25]),
            (&paid.hold, [1.0, 1.5, 0.75]),
        ] {
            let drawn = &series(&option, &said(&line.rule))["data"];
            assert_eq!(drawn, &serde_json::json!(values));
        }
        let summary = summary_growth(&paid);
        assert!(
            summary.contains("2.25") && summary.contains("0.75"),
            "{summary}"
        );
    }
}
