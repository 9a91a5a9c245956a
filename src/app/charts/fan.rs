//! The forecast of several days: a fan that opens from the last known price.

use super::chart::Chart;
use super::frame::{self, Frame};
use super::palette::ColorScheme;
use super::prices::unit_of;
use super::text::{drawn, in_a_row};
use crate::app::ui::number;
use crate::app::words::horizons;
use crate::forecast::Evaluation;
use crate::forecast::conformal::LEVEL;
use crate::forecast::evaluation::PathInterval;
use crate::market::{Digits, Prices};
use crate::text::{self, written_date};
use charming::datatype::CompositeValue;
use charming::element::{
    AreaStyle, Color, ItemStyle, LineStyle, LineStyleType, Symbol, Tooltip, Trigger,
};
use charming::series::{Line, Scatter};

/// The fewest days of history that the fan is drawn beside.
const FEWEST_PAST_DAYS: usize = 20;
/// How dark the band between two neighbouring ends is, from the outermost to the middle.
const SHADES: [f64; 3] = [0.10, 0.20, 0.32];

/// The last days and each day ahead with its intervals. Empty of a fan where the horizon is one day.
pub fn fan(prices: &Prices, evaluation: &Evaluation, scheme: ColorScheme) -> Chart {
    let frame = Frame::new(scheme);
    let palette = frame.palette;
    let unit = unit_of(prices);
    let path = &evaluation.forecast.path;
    let last_price = evaluation.forecast.last_price;
    let rows = prices.series.rows();
    let past = FEWEST_PAST_DAYS.max(2 * path.len()).min(rows.len());
    let shown = &rows[rows.len() - past..];

    let mut categories: Vec<String> = shown.iter().map(|row| row.date.to_string()).collect();
    categories.extend(path.iter().map(|point| horizons::title(point.ahead)));
    let nothing = |days: usize| vec![CompositeValue::from(None::<f64>); days];
    // Of the days ahead alone, or from the last known price on.
    let ahead = |values: Vec<f64>| {
        let mut all = nothing(past);
        all.extend(frame::values(values));
        all
    };
    let from_today = |today: f64, values: Vec<f64>| {
        let mut all = nothing(past - 1);
        all.extend(frame::values(std::iter::once(today).chain(values)));
        all
    };

    let dashed =
        |color: &str, kind: LineStyleType| LineStyle::new().color(color).width(1.6).type_(kind);
    let [actual_name, forecast_name, unchanged_name] = [
        text::charts::actual(),
        text::charts::forecast(),
        text::charts::no_change(),
    ];
    let actual = frame
        .line(
            actual_name,
            palette.actual,
            frame::values(shown.iter().map(|row| row.price)),
        )
        .line_style(LineStyle::new().color(palette.actual).width(2));
    let unchanged = frame
        .line(
            unchanged_name,
            palette.muted,
            ahead(vec![last_price; path.len()]),
        )
        .line_style(dashed(palette.muted, LineStyleType::Dashed));
    let forecast = frame
        .line(
            forecast_name,
            palette.forecast,
            ahead(path.iter().map(|point| point.price).collect()),
        )
        .show_symbol(true)
        .symbol_size(5)
        .line_style(LineStyle::new().color(palette.forecast).width(2));

    let mut chart = frame
        .chart(unit, &[actual_name, forecast_name, unchanged_name])
        .x_axis(frame.categories(categories, frame::LABEL_DAY))
        .y_axis(frame.values(unit))
        // First, because the zoom slider repeats the first series in small.
        .series(actual);

    // ECharts stacks the bands on an invisible line along the lowest end: each is as high as the step
    // from one end to the next. All of them start at the last known price, where nothing is unsure.
    let levels = path.first().map_or(0, |point| point.intervals.len());
    let ends: Vec<Vec<f64>> = (0..levels)
        .rev()
        .map(|level| end_of(evaluation, level, |it| it.low))
        .chain((0..levels).map(|level| end_of(evaluation, level, |it| it.high)))
        .collect();
    if let Some(lowest) = ends.first() {
        let base = band("fan-0", from_today(last_price, lowest.clone()));
        chart = chart.series(base);
    }
    for (place, pair) in ends.windows(2).enumerate() {
        let height = pair[0].iter().zip(&pair[1]).map(|(low, high)| high - low);
        let from_outside = place.min(ends.len() - 2 - place);
        let shade = SHADES[from_outside.min(SHADES.len() - 1)];
        let stacked = band(
            &format!("fan-{}", place + 1),
            from_today(0.0, height.collect()),
        );
        chart = chart
            .series(stacked.area_style(AreaStyle::new().color(palette.forecast).opacity(shade)));
    }

    // The bands have no numbers of their own for the tooltip and the table; these two have.
    let end = |name: String, values: Vec<f64>| {
        Scatter::new()
            .id(name.as_str())
            .name(name)
            .symbol(Symbol::Rect)
            .symbol_size(0.0)
            .item_style(ItemStyle::new().color(Color::from(palette.forecast)))
            .data(ahead(values))
    };
    let chart = chart
        .series(unchanged)
        .series(forecast)
        .series(end(
            text::charts::interval_from(level_text()),
            path.iter().map(|point| point.low).collect(),
        ))
        .series(end(
            text::charts::interval_to(level_text()),
            path.iter().map(|point| point.high).collect(),
        ));
    frame.zoomed(chart, (0.0, 100.0))
}

/// The level of the interval that is told in numbers, in percent.
fn level_text() -> String {
    number::percent_number(LEVEL, 0)
}

/// One end of the interval at a level, for each day ahead, rounded as it is drawn.
fn end_of(evaluation: &Evaluation, level: usize, end: fn(&PathInterval) -> f64) -> Vec<f64> {
    let path = evaluation.forecast.path.iter();
    path.map(|point| end(&point.intervals[level]))
        .map(|price| drawn(price).unwrap_or(price))
        .collect()
}

/// A stacked line that is not seen: only what is filled below it is. Without tooltip, so that its
/// height is not read as a price.
fn band(id: &str, heights: Vec<CompositeValue>) -> Line {
    Line::new()
        .id(id)
        .name(id)
        .stack("fan")
        .silent(true)
        .show_symbol(false)
        .symbol(Symbol::None)
        .tooltip(Tooltip::new().trigger(Trigger::None))
        .line_style(LineStyle::new().width(0).opacity(0.0))
        .data(heights)
}

/// The fan in words.
pub fn summary_fan(prices: &Prices, evaluation: &Evaluation) -> String {
    let forecast = &evaluation.forecast;
    let (Some(first), Some(last)) = (forecast.path.first(), forecast.path.last()) else {
        return text::charts::no_fan().to_owned();
    };
    let digits = Digits::of(&prices.series);
    let price = |price| number::price(price, digits);
    let start = text::charts::fan_start(
        price(forecast.last_price),
        written_date(prices.series.last_date()),
        price(first.price),
        horizons::in_a_sentence(first.ahead),
        level_text(),
        price(first.low),
        price(first.high),
    );
    let end = text::charts::fan_end(
        price(last.price),
        horizons::in_a_sentence(last.ahead),
        price(last.low),
        price(last.high),
    );
    in_a_row([Some(start), Some(end)])
}

#[cfg(test)]
mod tests {
    use super::super::table::last_rows;
    use super::super::tests::{evaluation, option, prices, series};
    use super::*;
    use crate::forecast::evaluation::{IntervalMethod, PathPoint};
    use crate::forecast::horizons::Ahead;
    use crate::market::Interval;

    /// Three days ahead of a last price of 219: 220, 221, 222, give or take 2, 4 and 6 a day.
    fn three_days() -> Evaluation {
        let mut evaluation = evaluation();
        evaluation.forecast.path = [1.0, 2.0, 3.0]
            .map(|step| {
                let price = 219.0 + step;
                let around = |level, wide| PathInterval {
                    method: IntervalMethod::USUAL,
                    level,
                    low: price - wide * step,
                    high: price + wide * step,
                };
                PathPoint {
                    step: step as usize,
                    ahead: Ahead {
                        interval: Interval::Daily,
                        step: step as usize,
                    },
                    price,
                    low: price - 4.0 * step,
                    high: price + 4.0 * step,
                    intervals: vec![around(0.5, 2.0), around(0.8, 4.0), around(0.95, 6.0)],
                    others: Vec::new(),
                }
            })
            .to_vec();
        evaluation
    }

    #[test]
    fn the_fan_opens_from_the_last_price_and_its_bands_add_up_to_the_intervals() {
        let option = option(&fan(&prices(), &three_days(), ColorScheme::Light));
        let categories = option["xAxis"][0]["data"].as_array().unwrap();
        assert_eq!(categories.len(), FEWEST_PAST_DAYS + 3);
        assert_eq!(categories[FEWEST_PAST_DAYS + 2], "Day 3");
        let value = |name: &str, day: usize| {
            let data = series(&option, name)["data"].as_array().unwrap();
            data.get(FEWEST_PAST_DAYS - 1 + day)?.as_f64()
        };
        let heights = |day| -> Vec<f64> {
            (0..6)
                .map(|band| value(&format!("fan-{band}"), day).unwrap())
                .collect()
        };
        // Today nothing is unsure: the last price and no height upon it.
        assert_eq!(heights(0), [219.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        // Day 2: 221 − 12, and from there to 213, 217, 225, 229 and 233.
        assert_eq!(heights(2), [209.0, 4.0, 4.0, 8.0, 4.0, 4.0]);
        for band in 0..6 {
            let band = series(&option, &format!("fan-{band}"));
            assert_eq!(band["stack"], "fan");
            assert_eq!(band["tooltip"]["trigger"], "none");
        }
        assert_eq!(
            (value("Forecast", 0), value("Forecast", 3)),
            (None, Some(222.0))
        );
        assert_eq!(value("No change", 3), Some(219.0));
        assert_eq!(value("80 % interval, to", 1), Some(224.0));
        assert_eq!(value("Actual", 1), None);
    }

    #[test]
    fn the_table_holds_prices_and_no_heights() {
        let table = last_rows(&fan(&prices(), &three_days(), ColorScheme::Dark), 3);
        assert_eq!(
            table.headers,
            [
                "Date",
                "Actual",
                "No change",
                "Forecast",
                "80 % interval, from",
                "80 % interval, to"
            ]
        );
        assert_eq!(
            table.rows[0],
            ["Day 3", "–", "219.00", "222.00", "210.00", "234.00"]
        );
    }

    #[test]
    fn the_summary_names_the_first_and_the_last_day() {
        let text = summary_fan(&prices(), &three_days());
        assert!(text.contains("220.00 is forecast for day 1"), "{text}");
        assert!(
            text.contains("222.00 for day 3, with one from 210.00 to 234.00"),
            "{text}"
        );
        assert!(summary_fan(&prices(), &evaluation()).contains("no fan"));
    }
}
