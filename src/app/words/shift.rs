//! Slide-it: what the best place of the predicted line means.

use crate::app::ui::number;
use crate::forecast::shift::{FEW_DAYS, Slide};
use crate::market::Interval;
use crate::text;

/// What it means, in plain words.
pub fn sentence(slide: &Slide, interval: Interval) -> String {
    let finding = finding(slide, interval);
    if slide.compared_days >= FEW_DAYS {
        return finding;
    }
    let few = match interval {
        Interval::Daily => text::forecast::few_days_to_compare,
        Interval::Weekly => text::forecast::few_weeks_to_compare,
        Interval::Monthly => text::forecast::few_months_to_compare,
    };
    format!("{finding} {}", few(slide.compared_days))
}

fn finding(slide: &Slide, interval: Interval) -> String {
    let days = slide.best.unsigned_abs() as usize;
    let distance = match interval {
        Interval::Daily => text::forecast::days(days),
        Interval::Weekly => text::forecast::weeks(days),
        Interval::Monthly => text::forecast::months(days),
    };
    match (slide.best, saving(slide)) {
        (0, _) if slide.is_level() => text::forecast::error_is_level().to_owned(),
        (0, _) => text::forecast::no_echo().to_owned(),
        (-1, saving) => match interval {
            Interval::Daily => text::forecast::echo_of_yesterday(saving),
            Interval::Weekly => text::forecast::echo_of_last_week(saving),
            Interval::Monthly => text::forecast::echo_of_last_month(saving),
        },
        (best, saving) if best < 0 => text::forecast::runs_late(distance, saving),
        (_, saving) => text::forecast::runs_early(distance, saving),
    }
}

/// "37 %"
fn saving(slide: &Slide) -> String {
    match slide.saving() {
        under if under < 0.01 => text::forecast::under_one_percent().to_owned(),
        share => number::whole_percent(share),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language};

    /// Of a line that stands `days` late on an even trend of as many days as asked for.
    fn late(days: usize, count: usize) -> Slide {
        let trend: Vec<f64> = (0..count + days).map(|day| 50.0 + day as f64).collect();
        Slide::new(&trend[days..], &trend[..count]).unwrap()
    }

    fn early(days: usize, count: usize) -> Slide {
        let trend: Vec<f64> = (0..count + days).map(|day| 50.0 + day as f64).collect();
        Slide::new(&trend[..count], &trend[days..]).unwrap()
    }

    #[test]
    fn a_line_a_day_late_is_an_echo() {
        let echo = late(1, 200);
        assert_eq!(
            sentence(&echo, Interval::Daily),
            "The line fits best 1 day earlier, with 100 % less error: it runs 1 day late, an echo \
             of yesterday’s price. Two lines that look close in a chart can be just that."
        );
        assert!(sentence(&echo, Interval::Weekly).contains("last week’s price"));
    }

    #[test]
    fn later_and_earlier_lines_are_told_apart() {
        assert!(sentence(&late(3, 100), Interval::Daily).contains("runs 3 days late"));
        let slide = early(3, 100);
        assert!(sentence(&slide, Interval::Monthly).contains("3 months early"));
        let german = in_language(Language::German, || sentence(&slide, Interval::Monthly));
        assert!(german.contains("Sie läuft 3 Monate voraus"), "{german}");
    }

    #[test]
    fn a_line_that_stands_right_is_no_echo_and_a_level_one_fits_anywhere() {
        assert!(sentence(&late(0, 100), Interval::Daily).contains("no echo"));
        let level = Slide::new(&[7.0; 40], &[8.0; 40]).unwrap();
        assert!(sentence(&level, Interval::Daily).contains("the same wherever"));
    }

    #[test]
    fn few_days_are_said_to_be_few() {
        let slide = Slide::new(&[1.0, 2.0, 1.0], &[2.0, 1.0, 2.0]).unwrap();
        assert!(
            sentence(&slide, Interval::Daily)
                .ends_with("With only 1 day to compare, that may be chance.")
        );
        let few = Slide::new(&[1.0, 2.0, 1.0, 2.0], &[2.0, 1.0, 2.0, 1.0]).unwrap();
        assert!(
            in_language(Language::German, || sentence(&few, Interval::Monthly))
                .ends_with(" Bei nur 2 Monaten zum Vergleichen kann das Zufall sein.")
        );
    }
}
