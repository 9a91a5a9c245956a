//! The rows that a network predicts, as the charts take them: at the end of a training from its
//! evaluation, before that from the dataset, with as much of the line as there is. Both have the same
//! rows in the same places, so that a chart goes from the one to the other without a jump.

use crate::forecast::evaluation::Prediction;
use crate::forecast::{Dataset, Evaluation};
use crate::market::Series;
use crate::watch::so_far::SoFar;
use std::borrow::Cow;

/// Each row with what happened and what is predicted, which is not a number where nothing is yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Predicted<'a> {
    pub(super) rows: Cow<'a, [Prediction]>,
    /// A random split has scattered the test rows over the history.
    pub(super) scattered: bool,
}

impl<'a> From<&'a Evaluation> for Predicted<'a> {
    fn from(evaluation: &'a Evaluation) -> Self {
        Self {
            rows: Cow::Borrowed(&evaluation.predictions),
            scattered: evaluation.is_scattered(),
        }
    }
}

impl Predicted<'static> {
    /// The rows of a dataset that was cut from `series`, with the line of the network so far, where
    /// there is one.
    pub fn so_far(series: &Series, dataset: &Dataset, line: Option<&SoFar>) -> Self {
        let prices = series.rows();
        let known = (0..dataset.rows()).map_while(|row| {
            let day = prices.get(dataset.target_index(row))?;
            Some(Prediction {
                date: day.date,
                actual: day.price,
                predicted: f64::NAN,
                block: dataset.block_of(row),
            })
        });
        let mut rows: Vec<Prediction> = known.collect();
        if let Some(days) = line.map(|line| &line.days)
            && let Some(first) = days.first()
            && let Ok(place) = rows.binary_search_by_key(&first.date, |row| row.date)
        {
            for (row, day) in rows[place..].iter_mut().zip(days) {
                row.predicted = day.predicted;
            }
        }
        Self {
            rows: Cow::Owned(rows),
            scattered: dataset.scattered.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{dataset, evaluation, prices};
    use super::*;
    use crate::forecast::dataset::Block;
    use crate::watch::so_far::DaySoFar;

    #[test]
    fn the_line_so_far_stands_on_its_days_and_all_rows_are_where_the_evaluation_has_them() {
        let (series, dataset, evaluation) = (prices().series, dataset(), evaluation());
        let days = evaluation.predictions[100..].iter();
        let line = SoFar {
            epoch: 3,
            days: days
                .map(|day| DaySoFar {
                    date: day.date,
                    actual: day.actual,
                    predicted: 150.0,
                })
                .collect(),
            first_test: None,
        };
        let bare = Predicted::so_far(&series, &dataset, None);
        let with_line = Predicted::so_far(&series, &dataset, Some(&line));
        let end = Predicted::from(&evaluation);
        for (row, ended) in end.rows.iter().enumerate() {
            for so_far in [&bare.rows[row], &with_line.rows[row]] {
                assert_eq!(
                    (so_far.date, so_far.actual, so_far.block),
                    (ended.date, ended.actual, ended.block)
                );
            }
            assert!(bare.rows[row].predicted.is_nan());
            let line = with_line.rows[row].predicted;
            assert!(if row < 100 {
                line.is_nan()
            } else {
                line == 150.0
            });
        }
        assert_eq!(bare.rows.len(), end.rows.len());
        assert!(!bare.scattered);
    }

    #[test]
    fn a_random_split_is_scattered_before_its_end_too() {
        let dataset = Dataset {
            scattered: Some(vec![Block::Test; 115]),
            ..dataset()
        };
        assert!(Predicted::so_far(&prices().series, &dataset, None).scattered);
    }
}
