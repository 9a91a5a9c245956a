//! The rows that prediction intervals are calibrated on: days that the network did not learn from, as
//! far as its recipe has any.

use super::Dataset;
use super::dataset::{Block, VALIDATION_PART};
use serde::{Deserialize, Serialize};

/// The rows whose residuals set the width.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calibration {
    pub rows: Vec<usize>,
    pub description: CalibratedOn,
}

/// What an interval was calibrated on. In a report it is a phrase in English.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum CalibratedOn {
    Validation {
        rows: usize,
    },
    /// The last of the training rows, which the network has seen.
    Training {
        rows: usize,
    },
}

impl From<CalibratedOn> for String {
    fn from(it: CalibratedOn) -> Self {
        match it {
            CalibratedOn::Validation { rows } => format!("the {rows} validation rows"),
            CalibratedOn::Training { rows } => format!(
                "the last eighth of the training rows ({rows} rows), for want of a validation block: \
                 the network has seen them, so the interval may be too narrow"
            ),
        }
    }
}

impl TryFrom<String> for CalibratedOn {
    type Error = &'static str;

    fn try_from(words: String) -> Result<Self, Self::Error> {
        let mut numbers = words.split(|letter: char| !letter.is_ascii_digit());
        let rows = numbers.find_map(|digits| digits.parse().ok());
        let rows = rows.ok_or("not a count of rows")?;
        [Self::Validation { rows }, Self::Training { rows }]
            .into_iter()
            .find(|it| String::from(*it) == words)
            .ok_or("not what an interval is calibrated on")
    }
}

impl Calibration {
    /// The validation block; without one the last eighth of the training rows (rounded down), which
    /// the network has learned from, so that its interval is rather too narrow.
    pub fn of(dataset: &Dataset) -> Self {
        let validation = dataset.rows_of(Block::Validation);
        if !validation.is_empty() {
            return Self {
                description: CalibratedOn::Validation {
                    rows: validation.len(),
                },
                rows: validation,
            };
        }
        let mut train = dataset.rows_of(Block::Train);
        let rows = train.split_off(train.len() - train.len() / VALIDATION_PART);
        Self {
            description: CalibratedOn::Training { rows: rows.len() },
            rows,
        }
    }
}

impl Dataset {
    /// The rows from which every day of the horizon is forecast, in time order: those that intervals
    /// are calibrated on, the test block's, and last the one that forecasts the unknown.
    pub fn path_rows(&self) -> Vec<usize> {
        let mut rows = Calibration::of(self).rows;
        rows.extend(self.rows_of(Block::Test));
        rows.push(self.rows());
        rows.sort_unstable();
        rows
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{series, wave};
    use super::super::settings::{Recipe, Settings};
    use super::*;

    #[test]
    fn calibrates_on_validation_or_the_last_eighth_of_training() {
        let series = series(&wave(121));
        let honest = Calibration::of(&Dataset::new(&series, &Settings::default()).unwrap());
        assert_eq!(honest.rows, (70..79).collect::<Vec<_>>());
        assert_eq!(honest.description, CalibratedOn::Validation { rows: 9 });
        let notebook = Settings::for_recipe(Recipe::Notebook);
        let notebook = Calibration::of(&Dataset::new(&series, &notebook).unwrap());
        assert_eq!(notebook.rows, (70..80).collect::<Vec<_>>());
        assert_eq!(notebook.description, CalibratedOn::Training { rows: 10 });
    }

    #[test]
    fn what_it_was_calibrated_on_survives_a_report() {
        for it in [
            CalibratedOn::Validation { rows: 9 },
            CalibratedOn::Training { rows: 10 },
        ] {
            let written = serde_json::to_string(&it).unwrap();
            assert_eq!(serde_json::from_str::<CalibratedOn>(&written).unwrap(), it);
        }
        let validation = CalibratedOn::Validation { rows: 9 };
        assert_eq!(String::from(validation), "the 9 validation rows");
        assert!(serde_json::from_str::<CalibratedOn>("\"9 others\"").is_err());
    }
}
