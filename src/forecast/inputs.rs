//! The numbers of a day that a network reads beside the past of what it forecasts.
//!
//! With the prices P, and open O, high H, low L, close C and volume V of row t, all known when it ends, and, but for
//! the weekday, not before:
//!
//! | number | value |
//! |---|---|
//! | volume | ln(V_t / V_{t−1}) |
//! | range | ln(H_t / L_t) |
//! | gap | ln(P_t / P_{t−1}) − ln(C_t / O_t): the move while the market was closed |
//! | weekday | sin and cos of 2π·d/7, d days after Monday |
//! | momentum | ln(P_t / P_{t−20}), of the first days ln(P_t / P_0) |
//! | other | ln(Q_t / Q_{t−1}), with a second series' last price Q on the row's date or before it: 0 where it has no new one |
//!
//! A ratio is of numbers of one day, of volumes, or of prices, so a split that the prices are adjusted for moves
//! none of them but the volume, on its day. A gap by the closes alone would take a split for a move.
//!
//! A row without the number (a volume that is missing or zero, a row without an open) stands at the mean:
//! its scaled number is 0, which says nothing. A source that has a number on less than half of its rows
//! does not have it.

use super::scaler::Scaler;
use super::settings::{Input, InputNumber, Settings};
use crate::market::{Interval, Row, Series};
use chrono::Datelike;
use serde::{Deserialize, Serialize};
use std::f64::consts::TAU;

/// Rows that momentum looks back: a trading month.
pub const MOMENTUM_ROWS: usize = 20;

/// A number that a network reads, and how it is scaled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FurtherInput {
    pub number: InputNumber,
    pub scaler: Scaler,
    /// Rows of the series that do not have it and are read as its mean.
    pub unknown: usize,
}

/// Why a source does not have an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Lack {
    /// Weeks and months have no weekday.
    NotDaily,
    /// So few of its rows have it.
    Rows { known: usize, of: usize },
    /// There is no second series beside it.
    NoOther,
    /// The second series is of weeks or months where this one is of days, or of months where it is of weeks: a
    /// row's date does not say when its price was known.
    OtherIsCoarser,
    /// The second series is this one.
    OtherIsTheFirst,
}

/// How many rows of a series have an input.
///
/// # Errors
/// The series does not have it.
pub fn known_rows(series: &Series, input: Input) -> Result<usize, Lack> {
    if input == Input::Weekday && series.info().interval != Interval::Daily {
        return Err(Lack::NotDaily);
    }
    if input == Input::Other {
        check_other(series)?;
    }
    let known = |number: &InputNumber| {
        let rows = values(series, *number).into_iter();
        rows.flatten().count()
    };
    let known = input.numbers().iter().map(known).min().unwrap_or_default();
    // A number that compares with the day before is not known of the first row, nor of the only one.
    match 2 * known + 1 >= series.len() && known > 0 {
        true => Ok(known),
        false => Err(Lack::Rows {
            known,
            of: series.len(),
        }),
    }
}

/// Whether what is beside a series can be read as its second one.
fn check_other(series: &Series) -> Result<(), Lack> {
    let other = series.other().ok_or(Lack::NoOther)?;
    if other.info().interval > series.info().interval {
        return Err(Lack::OtherIsCoarser);
    }
    let is_its_own = |row: &Row| row.other == Some(row.price);
    match series.rows().iter().all(is_its_own) {
        true => Err(Lack::OtherIsTheFirst),
        false => Ok(()),
    }
}

/// A number of every row, `[rows]`; `None` where it is not known.
pub fn values(series: &Series, number: InputNumber) -> Vec<Option<f64>> {
    let rows = series.rows();
    let of_row = |index: usize| {
        let row = &rows[index];
        let before = index.checked_sub(1).map(|before| &rows[before]);
        let value = match number {
            InputNumber::Volume => log_ratio(row.volume, before?.volume),
            InputNumber::Range => log_ratio(row.high, row.low).filter(|range| *range >= 0.0),
            InputNumber::Gap => gap(row, before?),
            InputNumber::WeekdaySine => Some(weekday(row).sin()),
            InputNumber::WeekdayCosine => Some(weekday(row).cos()),
            InputNumber::Momentum => {
                let then = &rows[index.saturating_sub(MOMENTUM_ROWS)];
                Some((row.price / then.price).ln())
            }
            InputNumber::Other => log_ratio(row.other, before?.other),
        };
        value.filter(|value| value.is_finite())
    };
    (0..rows.len()).map(of_row).collect()
}

/// `ln(a / b)` of two positive numbers.
fn log_ratio(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    let (a, b) = (a?, b?);
    (a > 0.0 && b > 0.0).then(|| (a / b).ln())
}

fn gap(row: &Row, before: &Row) -> Option<f64> {
    let while_open = log_ratio(row.close, row.open)?;
    Some((row.price / before.price).ln() - while_open)
}

/// The weekday as an angle.
fn weekday(row: &Row) -> f64 {
    TAU * f64::from(row.date.weekday().num_days_from_monday()) / 7.0
}

/// The scaler of each number that the settings have the network read, fitted on the rows of the series
/// that `fitted_on` gives: those in the windows of training rows.
pub(super) fn fit(
    series: &Series,
    settings: &Settings,
    fitted_on: impl Fn(&[Option<f64>]) -> Vec<Option<f64>>,
) -> Vec<FurtherInput> {
    let numbers = settings.inputs.further_numbers();
    numbers
        .map(|number| {
            let values = values(series, number);
            let known: Vec<f64> = fitted_on(&values).into_iter().flatten().collect();
            FurtherInput {
                number,
                scaler: Scaler::fit(&known),
                unknown: values.iter().filter(|value| value.is_none()).count(),
            }
        })
        .collect()
}

/// What the network reads, day after day: the scaled past of what it forecasts, `own`, and beside each of
/// it further numbers, `[own.len(), 1 + further]`: those of the series' rows from `first` on. After the last row
/// they are not known.
pub fn beside(own: Vec<f32>, series: &Series, first: usize, further: &[FurtherInput]) -> Vec<f32> {
    if further.is_empty() {
        return own;
    }
    let columns: Vec<Vec<f32>> = further
        .iter()
        .map(|input| {
            let values = values(series, input.number).into_iter();
            let scaled = |value: Option<f64>| value.map_or(0.0, |it| input.scaler.scale(it));
            values.map(|value| scaled(value) as f32).collect()
        })
        .collect();
    let days = own.into_iter().zip(first..);
    days.flat_map(|(own, row)| {
        let further = columns
            .iter()
            .map(move |column| column.get(row).copied().unwrap_or_default());
        [own].into_iter().chain(further)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::Dataset;
    use crate::forecast::fixtures::series;
    use crate::forecast::settings::{Inputs, Target};
    use crate::market::world::{WorldKind, generate};
    use crate::market::{Field, SeriesInfo, Source};
    use chrono::NaiveDate;
    use std::sync::Arc;

    fn rows(rows: Vec<Row>, interval: Interval) -> Series {
        let info = SeriesInfo {
            source: Source::File {
                name: "test.csv".into(),
            },
            symbol: "TEST".into(),
            interval,
            field: Field::Close,
        };
        Series::new(info, rows).expect("good rows")
    }

    /// A day of September 2024, whose second is a Monday.
    fn row(day: u32, price: f64) -> Row {
        let date = NaiveDate::from_ymd_opt(2024, 9, day).expect("a day");
        Row::of_price(date, price)
    }

    fn assert_values(series: &Series, number: InputNumber, expected: &[Option<f64>]) {
        let found = values(series, number);
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            match (found, expected) {
                (Some(found), Some(expected)) => {
                    assert!((found - expected).abs() < 1e-12, "{number:?}: {found}");
                }
                (found, expected) => assert_eq!(found, expected, "{number:?}"),
            }
        }
    }

    #[test]
    fn numbers_by_hand() {
        let first = Row {
            volume: Some(100.0),
            ..row(2, 50.0)
        };
        let second = Row {
            open: Some(51.0),
            high: Some(56.0),
            low: Some(49.0),
            close: Some(55.0),
            volume: Some(200.0),
            ..row(3, 55.0)
        };
        // Traded after a split of 2:1; the price is adjusted for it, the rest is as traded.
        let third = Row {
            open: Some(27.0),
            high: Some(27.5),
            low: Some(27.5),
            close: Some(27.5),
            volume: Some(0.0),
            ..row(5, 55.0)
        };
        let series = rows(vec![first, second, third], Interval::Daily);
        let two = std::f64::consts::LN_2;
        assert_values(&series, InputNumber::Volume, &[None, Some(two), None]);
        let range = (56.0_f64 / 49.0).ln();
        assert_values(&series, InputNumber::Range, &[None, Some(range), Some(0.0)]);
        // From 50 to 51 overnight; from 55 to 54, of what 27 is worth before the split.
        let gaps = [
            None,
            Some((51.0_f64 / 50.0).ln()),
            Some((54.0_f64 / 55.0).ln()),
        ];
        assert_values(&series, InputNumber::Gap, &gaps);
        let angles = [0.0, TAU / 7.0, 3.0 * TAU / 7.0];
        let waves = |wave: fn(f64) -> f64| angles.map(|angle| Some(wave(angle)));
        assert_values(&series, InputNumber::WeekdaySine, &waves(f64::sin));
        assert_values(&series, InputNumber::WeekdayCosine, &waves(f64::cos));
        let moved = Some((55.0_f64 / 50.0).ln());
        assert_values(&series, InputNumber::Momentum, &[Some(0.0), moved, moved]);
    }

    #[test]
    fn a_second_series_moves_from_row_to_row_and_stands_still_without_a_new_price() {
        // Monday to Thursday; the other begins on Tuesday and does not trade on Wednesday.
        let first = |price: f64| {
            let days = (2..=5).map(|day| row(day, price + f64::from(day)));
            rows(days.collect(), Interval::Daily)
        };
        let other = |interval| {
            let prices = vec![row(3, 10.0), row(5, 20.0)];
            Arc::new(rows(prices, interval))
        };
        let both = first(50.0).beside(Some(other(Interval::Daily)));
        let moves = [None, None, Some(0.0), Some(std::f64::consts::LN_2)];
        assert_values(&both, InputNumber::Other, &moves);
        assert_eq!(known_rows(&both, Input::Other), Ok(2));
        assert_eq!(known_rows(&first(50.0), Input::Other), Err(Lack::NoOther));
        let weekly = first(50.0).beside(Some(other(Interval::Weekly)));
        assert_eq!(known_rows(&weekly, Input::Other), Err(Lack::OtherIsCoarser));
        let itself = first(50.0).beside(Some(Arc::new(first(50.0))));
        assert_eq!(
            known_rows(&itself, Input::Other),
            Err(Lack::OtherIsTheFirst)
        );
    }

    #[test]
    fn momentum_looks_twenty_rows_back() {
        let prices: Vec<f64> = (0..30).map(|day| 100.0 * 1.01_f64.powi(day)).collect();
        let momentum = values(&series(&prices), InputNumber::Momentum);
        let step = 1.01_f64.ln();
        for (index, value) in momentum.iter().enumerate() {
            let expected = index.min(20) as f64 * step;
            assert!((value.unwrap() - expected).abs() < 1e-9, "{index}");
        }
    }

    #[test]
    fn a_source_has_what_half_of_its_rows_have() {
        let with_volumes = |count: usize| {
            let day = |day: usize| Row {
                volume: (day < count).then_some(5.0),
                ..row(day as u32 + 1, 10.0)
            };
            rows((0..20).map(day).collect(), Interval::Daily)
        };
        // The first row has no volume before it.
        assert_eq!(known_rows(&with_volumes(20), Input::Volume), Ok(19));
        assert_eq!(known_rows(&with_volumes(11), Input::Volume), Ok(10));
        let lack = |known| Err(Lack::Rows { known, of: 20 });
        assert_eq!(known_rows(&with_volumes(10), Input::Volume), lack(9));
        assert_eq!(known_rows(&with_volumes(0), Input::Volume), lack(0));
        assert_eq!(known_rows(&with_volumes(0), Input::Range), lack(0));
        assert_eq!(known_rows(&with_volumes(0), Input::Weekday), Ok(20));
        assert_eq!(known_rows(&with_volumes(0), Input::Momentum), Ok(20));
        let weeks = rows(vec![row(2, 1.0), row(9, 1.0)], Interval::Weekly);
        assert_eq!(known_rows(&weeks, Input::Weekday), Err(Lack::NotDaily));
    }

    #[test]
    fn a_day_is_read_with_its_own_further_numbers_and_the_unknown_stands_at_the_mean() {
        let mut prices = generate(WorldKind::Volume, 1, 300).series.rows().to_vec();
        prices[40].volume = None;
        let series = rows(prices, Interval::Daily);
        let inputs = Inputs::default()
            .with(Input::Volume, true)
            .with(Input::Momentum, true);
        for target in [Target::Return, Target::Price] {
            let settings = Settings {
                inputs,
                target,
                ..Settings::default()
            };
            let dataset = Dataset::new(&series, &settings).unwrap();
            let alone = Settings {
                inputs: Inputs::default(),
                ..settings.clone()
            };
            let alone = Dataset::new(&series, &alone).unwrap();
            assert_eq!(dataset.rows(), alone.rows());
            assert_eq!(
                (dataset.targets.len(), dataset.features()),
                (alone.rows(), 3)
            );
            // Row k's last day is the day before its target.
            let row = 100;
            let window = dataset.window(row);
            assert_eq!(window.len(), 3 * settings.window);
            let [own, volume, momentum] = window[window.len() - 3..] else {
                panic!("three numbers a day");
            };
            let today = dataset.last_known_price_index(row);
            assert_eq!(own, alone.window(row)[settings.window - 1]);
            for (read, input) in [volume, momentum].iter().zip(&dataset.further) {
                let value = values(&series, input.number)[today].unwrap();
                assert_eq!(*read, input.scaler.scale(value) as f32);
            }
            // Two changes need the volume of row 40.
            let first = settings.first_target() - settings.window;
            let volumes = dataset.inputs.iter().skip(1).step_by(3);
            let unknown: Vec<usize> = volumes
                .enumerate()
                .filter(|(_, volume)| **volume == 0.0)
                .map(|(place, _)| place + first)
                .filter(|place| *place > 0)
                .collect();
            assert_eq!(unknown, [40, 41]);
            assert_eq!(dataset.further[0].unknown, 3);
        }
    }
}
