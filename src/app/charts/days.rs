//! Which days mattered: a bar per day of the window, as SVG, and the same in words.
//!
//! No ECharts here: two hundred rectangles need none of it, take the page's colours by class, and the
//! library's bars would be a further part to download. The drawing stretches to any width, so that
//! everything to be read stands beside it as text.

use super::text::in_a_row;
use crate::app::ui::number;
use crate::app::words::settings::number_word;
use crate::inspect::{Days, Measure};
use crate::text::{self, written_date};

/// The drawing's height in its own units; a day is [`DAY`] wide.
const HEIGHT: f64 = 100.0;
const DAY: f64 = 10.0;
const GAP: f64 = 2.0;
/// A bar too small to see would look like a missing one.
const LEAST: f64 = 0.6;
/// From this share on, one day is nearly all there is.
const ECHO_SHARE: f64 = 0.8;

/// The range of the bars: zero is always in it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DaysScale {
    pub low: f64,
    pub high: f64,
}

impl DaysScale {
    pub fn of(days: &Days) -> Self {
        Self::around(days.days.iter().map(|day| day.effect))
    }

    /// The range of these bars.
    pub fn around(bars: impl Iterator<Item = f64>) -> Self {
        let (low, high) = bars.fold((0.0_f64, 0.0_f64), |(low, high), effect| {
            (low.min(effect), high.max(effect))
        });
        match high > low {
            true => Self { low, high },
            // Nothing moves: the line of zero at the foot.
            false => Self {
                low: 0.0,
                high: 1.0,
            },
        }
    }

    /// How far below the top a value is, in percent of the height.
    pub fn depth(&self, value: f64) -> f64 {
        (self.high - value) / (self.high - self.low) * HEIGHT
    }
}

/// A bar for each day, with its date and number in words.
pub fn days_bars(days: &Days) -> Vec<(String, f64)> {
    let bars = days.days.iter().map(|day| {
        let effect = number::percent_change(day.effect);
        (format!("{}: {effect}", written_date(day.date)), day.effect)
    });
    bars.collect()
}

/// A bar for each of these values. Its whole column answers to the pointer with the words beside it.
pub fn bars_svg(scale: DaysScale, bars: &[(String, f64)]) -> String {
    let zero = scale.depth(0.0);
    let width = bars.len() as f64 * DAY;
    let mut svg = format!(
        "<svg class=\"days__bars\" viewBox=\"0 0 {width} {HEIGHT}\" preserveAspectRatio=\"none\" \
         aria-hidden=\"true\">"
    );
    for (place, (words, value)) in bars.iter().enumerate() {
        let left = place as f64 * DAY;
        let top = scale.depth(value.max(0.0));
        let height = (scale.depth(value.min(0.0)) - top).max(LEAST);
        let (class, top) = match *value < 0.0 {
            true => ("down", top),
            false => ("up", zero - height),
        };
        svg.push_str(&format!(
            "<g><title>{words}</title><rect class=\"days__column\" x=\"{left}\" y=\"0\" \
             width=\"{DAY}\" height=\"{HEIGHT}\"/><rect class=\"days__bar days__bar--{class}\" \
             x=\"{}\" y=\"{top:.3}\" width=\"{}\" height=\"{height:.3}\"/></g>",
            left + GAP / 2.0,
            DAY - GAP,
        ));
    }
    svg.push_str(&format!(
        "<line class=\"days__zero\" x1=\"0\" x2=\"{width}\" y1=\"{zero:.3}\" y2=\"{zero:.3}\"/></svg>"
    ));
    svg
}

/// What the bars say. `forecast_for` is the day as [`text::days::on_date`] and its kin name it.
pub fn summary_days(days: &Days, forecast_for: &str) -> String {
    let Some(newest_share) = days.newest_share else {
        return text::days::no_pull(forecast_for);
    };
    let newest = days.newest();
    let (share, of_newest) = (
        number::cautious_percent(newest_share),
        written_date(newest.date),
    );
    let size = number::percent_change_size(newest.effect);
    let lower = newest.effect < 0.0;
    let newest_pull = match days.measure {
        Measure::Price if lower => text::days::price_lower(forecast_for, share, of_newest, size),
        Measure::Price => text::days::price_higher(forecast_for, share, of_newest, size),
        Measure::Return if lower => text::days::return_lower(forecast_for, share, of_newest, size),
        Measure::Return => text::days::return_higher(forecast_for, share, of_newest, size),
        Measure::Further(number) => {
            let input = number_word(number);
            let say = match lower {
                true => text::days::further_lower,
                false => text::days::further_higher,
            };
            say(input, forecast_for, share, of_newest, size)
        }
    };
    let strongest = days.strongest();
    let strongest = (strongest.date != newest.date).then(|| {
        let (day, amount) = (
            written_date(strongest.date),
            number::percent_change_number(strongest.effect),
        );
        match days.measure {
            Measure::Price | Measure::Further(_) => text::days::strongest_price(day, amount),
            Measure::Return => text::days::strongest_return(day, amount),
        }
    });
    let meaning = match (days.measure, days.of_returns) {
        (Measure::Price, true) => {
            let added = number::percent_change(newest.effect - 1.0);
            Some(text::days::by_construction(added))
        }
        (Measure::Price, false) if newest_share >= ECHO_SHARE && newest.effect > 0.5 => {
            Some(text::days::echo().to_owned())
        }
        _ => None,
    };
    in_a_row([Some(newest_pull), strongest, meaning, all_pulls(days)])
}

/// Each input's part, where there are several.
fn all_pulls(days: &Days) -> Option<String> {
    let own = match days.of_returns {
        true => text::settings::return_(),
        false => text::settings::price(),
    };
    let parts = days.inputs.iter().map(|(number, share)| {
        let input = number.map_or(own, number_word);
        text::days::part_of_input(input, number::cautious_percent(*share))
    });
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| text::days::all_pulls(parts.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::settings::InputNumber;
    use crate::inspect::Day;
    use chrono::NaiveDate;

    fn days(effects: &[f64], measure: Measure, of_returns: bool) -> Days {
        let first = NaiveDate::from_ymd_opt(2020, 3, 2).unwrap();
        let days: Vec<Day> = effects
            .iter()
            .enumerate()
            .map(|(place, effect)| Day {
                date: first + chrono::Days::new(place as u64),
                effect: *effect,
            })
            .collect();
        let sum: f64 = effects.iter().map(|effect| effect.abs()).sum();
        let newest = effects[effects.len() - 1].abs();
        Days {
            measure,
            of_returns,
            days,
            newest_share: (sum > 0.0).then(|| newest / sum),
            inputs: Vec::new(),
        }
    }

    fn days_svg(days: &Days) -> String {
        bars_svg(DaysScale::of(days), &days_bars(days))
    }

    #[test]
    fn bars_stand_on_the_line_of_zero_and_hang_from_it() {
        // From −1 to 3: zero lies three quarters down.
        let svg = days_svg(&days(&[-1.0, 0.0, 3.0], Measure::Price, false));
        assert!(svg.contains("viewBox=\"0 0 30 100\""), "{svg}");
        assert!(
            svg.contains("days__bar--down\" x=\"1\" y=\"75.000\" width=\"8\" height=\"25.000\"")
        );
        assert!(svg.contains("days__bar--up\" x=\"21\" y=\"0.000\" width=\"8\" height=\"75.000\""));
        // A day without any pull still shows where it is.
        assert!(svg.contains("days__bar--up\" x=\"11\" y=\"74.400\" width=\"8\" height=\"0.600\""));
        assert!(svg.contains("y1=\"75.000\""));
        assert!(svg.contains("<title>4 Mar 2020: +3.00 %</title>"));
    }

    #[test]
    fn days_without_any_pull_are_drawn_and_said() {
        let still = days(&[0.0, 0.0], Measure::Return, true);
        assert!(days_svg(&still).contains("y1=\"100.000\""));
        let said = summary_days(&still, "the next trading day");
        assert!(said.starts_with("No day has any pull"), "{said}");
    }

    #[test]
    fn the_newest_days_share_is_named_and_an_echo_called_one() {
        let echo = days(&[0.02, -0.05, 0.93], Measure::Price, false);
        let said = summary_days(&echo, "4 Dec 2020");
        assert!(said.starts_with("Of the pull on the forecast for 4 Dec 2020, 93 % comes from the newest day, 4 Mar 2020: had its price been 1 % higher, the forecast price would be 0.930 % higher."), "{said}");
        assert!(said.contains("the echo, seen from inside"));
        assert!(!said.contains("strongest"));

        let spread = days(&[0.4, 0.3, -0.3], Measure::Price, false);
        let said = summary_days(&spread, "4 Dec 2020");
        assert!(
            said.contains(", 30 % comes from the newest day") && said.contains("0.300 % lower"),
            "{said}"
        );
        assert!(
            said.contains("strongest pull is that of 2 Mar 2020, with +0.400 %"),
            "{said}"
        );
        assert!(!said.contains("echo"));
    }

    #[test]
    fn a_forecast_return_is_told_apart_from_the_price_it_is_put_on() {
        let by_price = summary_days(&days(&[-0.02, 1.03], Measure::Price, true), "4 Dec 2020");
        assert!(
            by_price.contains("The network itself adds +0.0300 %"),
            "{by_price}"
        );
        let by_return = summary_days(&days(&[0.02, -0.06], Measure::Return, true), "4 Dec 2020");
        assert!(
            by_return.starts_with("Of the pull on the forecast return for 4 Dec 2020, 75 % comes"),
            "{by_return}"
        );
        assert!(by_return.contains("0.0600 points lower"), "{by_return}");
    }

    #[test]
    fn of_several_inputs_each_ones_part_is_named() {
        let of_volume = Days {
            inputs: vec![(None, 0.25), (Some(InputNumber::Volume), 0.75)],
            ..days(&[0.1, -0.3], Measure::Further(InputNumber::Volume), true)
        };
        let said = summary_days(&of_volume, "4 Dec 2020");
        assert!(
            said.starts_with("Of the pull of volume on the forecast for 4 Dec 2020, 75 % comes"),
            "{said}"
        );
        assert!(said.contains("0.300 % lower"), "{said}");
        assert!(said.ends_with("return 25 %, volume 75 %."), "{said}");
    }

    #[test]
    fn in_german_the_newest_day_has_its_case_and_its_comma() {
        text::in_language(text::Language::German, || {
            let echo = days(&[0.02, -0.05, 0.93], Measure::Price, false);
            let said = summary_days(&echo, &text::days::on_date("4. Dez. 2020"));
            assert!(
                said.starts_with(
                    "Am Einfluss auf die Prognose für den 4. Dez. 2020 hat der neueste Tag, der \
                     4. März 2020, einen Anteil von 93 %: Wäre sein Kurs 1 % höher gewesen, läge der \
                     vorhergesagte Kurs 0,930 % höher. Ein Netz"
                ),
                "{said}"
            );
        });
    }
}
