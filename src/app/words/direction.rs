//! Which directions were forecast, and whether better than by leaning.

use super::verdict::p_text;
use crate::app::ui::number;
use crate::forecast::direction::{DirectionTest, Directions};
use crate::text::{self, Say};
use std::fmt;

impl Say for Directions {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&text::forecast::directions(self.up, self.down, self.days))?;
        if self.one_sided {
            write!(f, " {}", text::forecast::one_sided())?;
        }
        let one = |test: Option<DirectionTest>| match test {
            Some(test) => format!(
                "{} ({})",
                number::statistic(test.statistic),
                p_text(test.p_value)
            ),
            None => text::forecast::not_defined().to_owned(),
        };
        let tests = text::forecast::direction_tests(
            one(self.pesaran_timmermann),
            one(self.anatolyev_gerko),
        );
        write!(f, " {tests}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Language, in_language, said};

    #[test]
    fn a_one_sided_forecast_is_called_that() {
        let drift = Directions {
            days: 200,
            up: 198,
            down: 2,
            one_sided: true,
            pesaran_timmermann: Some(DirectionTest {
                statistic: 0.5,
                p_value: 0.3085,
            }),
            anatolyev_gerko: None,
        };
        let english = said(&drift);
        assert!(
            english.contains("one-sided") && english.contains("not defined"),
            "{english}"
        );
        assert!(
            english.contains("p = 0.309") || english.contains("p = 0.308"),
            "{english}"
        );
        let german = in_language(Language::German, || said(&drift));
        assert!(german.contains("nicht definiert"), "{german}");
    }
}
