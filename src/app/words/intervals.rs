//! Prediction intervals: their names, what their width follows, what they are calibrated on.

use super::settings::Explained;
use crate::app::ui::number;
use crate::forecast::calibration::CalibratedOn;
use crate::forecast::coverage::NoRolling;
use crate::forecast::intervals::IntervalMethod;
use crate::text::{self, Say};
use std::fmt;

/// "80 % interval" of the usual method, "80 % interval, adaptive" of another.
pub fn name(method: IntervalMethod, level: f64) -> String {
    let level = number::percent_number(level, 0);
    match method {
        IntervalMethod::Split => text::forecast::split_interval(level),
        IntervalMethod::Adaptive => text::forecast::adaptive_interval(level),
        IntervalMethod::Volatility => text::forecast::interval(level),
    }
}

/// As in a list of methods: "Adaptive".
pub fn method(method: IntervalMethod) -> &'static str {
    match method {
        IntervalMethod::Split => text::results::split(),
        IntervalMethod::Adaptive => text::results::adaptive(),
        IntervalMethod::Volatility => text::results::volatility(),
    }
}

impl Explained for IntervalMethod {
    fn explanation(self) -> &'static str {
        match self {
            Self::Split => text::forecast::split_conformal_means(),
            Self::Adaptive => text::forecast::adaptive_conformal_means(),
            Self::Volatility => text::forecast::volatility_conformal_means(),
        }
    }
}

/// After "calibrated on", and in German in the dative.
impl Say for CalibratedOn {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::Validation { rows } => text::forecast::the_validation_rows(rows),
            Self::Training { rows } => text::forecast::the_last_training_rows(rows),
        })
    }
}

impl Say for NoRolling {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooShort { test_days, days } => {
                f.write_str(&text::forecast::too_few_days_to_roll(days, test_days))
            }
            Self::Scattered => f.write_str(text::forecast::scattered_days_do_not_roll()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language, said};

    #[test]
    fn a_report_has_the_english_words() {
        for it in [
            CalibratedOn::Validation { rows: 9 },
            CalibratedOn::Training { rows: 10 },
        ] {
            assert_eq!(said(&it), String::from(it));
        }
        let german = in_language(Language::German, || {
            said(&CalibratedOn::Validation { rows: 9 })
        });
        assert_eq!(german, "den 9 Validierungszeilen");
    }

    #[test]
    fn too_few_days_to_roll_over_are_counted() {
        let short = NoRolling::TooShort {
            test_days: 120,
            days: 200,
        };
        assert!(said(&short).contains("there are only 120"));
    }
}
