//! Price jumps that look like share splits, and the prices as if there had been none.

use super::changed::said_anew;
use super::rows::{SMALLEST_JUMP, split_ratio};
use super::warning::{DataWarning, Split};
use crate::market::row::{Field, Interval, Row};
use crate::market::series::Series;
use crate::market::source::Source;

/// A jump this near to n:1 or 1:n looks like a split.
const NEAR: f64 = 0.02;
/// The largest n that is looked for so.
const LARGEST: u32 = 20;

/// No share was ever split into more, or merged from more.
const SENSIBLE_SHARES: std::ops::RangeInclusive<f64> = 1e-4..=1e4;

/// The jumps of a raw series that look like splits, oldest first; an adjusted one has none.
pub fn possible_splits(series: &Series) -> Vec<Split> {
    let info = series.info();
    // Neither worlds nor currencies are split.
    let is_whole = matches!(info.source, Source::World(_) | Source::Pair(_));
    if info.field != Field::Close || is_whole {
        return Vec::new();
    }
    series
        .rows()
        .windows(2)
        .filter_map(|pair| possible_split(info.interval, &pair[0], &pair[1]))
        .collect()
}

fn possible_split(interval: Interval, before: &Row, after: &Row) -> Option<Split> {
    let fell = after.price < before.price;
    let jump = (before.price / after.price).max(after.price / before.price);
    if jump < SMALLEST_JUMP {
        return None;
    }
    let whole = (2..=LARGEST)
        .map(f64::from)
        .find(|n| (jump / n - 1.0).abs() <= NEAR);
    let ratio = whole.or_else(|| split_ratio(interval, before.price, after.price))?;
    Some(Split {
        date: after.date,
        shares: if fell { ratio } else { 1.0 / ratio },
        close_fit: whole.is_some(),
    })
}

/// The series as if the share had always been split so: what came before a split is divided by its
/// shares, volumes are multiplied. The original is the caller's to keep; the new series says in its
/// warnings what was done to it. A split of senseless shares is passed over.
#[must_use]
pub fn adjust_splits(series: &Series, splits: &[Split]) -> Series {
    let usable: Vec<&Split> = splits
        .iter()
        .filter(|split| SENSIBLE_SHARES.contains(&split.shares))
        .collect();
    let rows = series.rows().iter().map(|row| {
        let shares: f64 = usable
            .iter()
            .filter(|split| row.date < split.date)
            .map(|split| split.shares)
            .product::<f64>()
            .clamp(1e-100, 1e100);
        let divided = |price: f64| (price / shares).clamp(f64::MIN_POSITIVE, f64::MAX);
        Row {
            date: row.date,
            price: divided(row.price),
            open: row.open.map(divided),
            high: row.high.map(divided),
            low: row.low.map(divided),
            close: row.close.map(divided),
            volume: row.volume.map(|volume| volume * shares),
            other: row.other,
        }
    });
    let done = usable.iter().map(|split| DataWarning::Adjusted(**split));
    said_anew(series, rows.collect(), done)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::market::info::SeriesInfo;

    fn series(field: Field, prices: &[(&str, f64)]) -> Series {
        let info = SeriesInfo {
            source: Source::File {
                name: "test.csv".into(),
            },
            symbol: "TEST".into(),
            interval: Interval::Daily,
            field,
        };
        let rows = prices
            .iter()
            .map(|(date, price)| Row {
                volume: Some(100.0),
                open: Some(*price),
                ..Row::of_price(date.parse().expect("a date"), *price)
            })
            .collect();
        Series::new(info, rows).expect("good rows")
    }

    /// Apple's 7:1 of 2014, and a 1:10 that never was.
    const JUMPS: [(&str, f64); 4] = [
        ("2014-06-06", 645.57),
        ("2014-06-09", 93.7),
        ("2014-06-10", 94.25),
        ("2014-06-11", 942.0),
    ];

    #[test]
    fn splits_are_found_in_raw_prices_only() {
        let found = possible_splits(&series(Field::Close, &JUMPS));
        let shown: Vec<_> = (found.iter())
            .map(|it| (it.to_string(), it.date.to_string(), it.close_fit))
            .collect();
        assert_eq!(
            shown,
            [
                ("7:1".into(), "2014-06-09".into(), true),
                ("1:10".into(), "2014-06-11".into(), true),
            ]
        );
        assert_eq!(possible_splits(&series(Field::AdjustedClose, &JUMPS)), []);
    }

    #[test]
    fn two_percent_are_near_and_three_are_not() {
        let jump = |after| {
            let prices = [("2024-01-02", 100.0), ("2024-01-03", after)];
            possible_splits(&series(Field::Close, &prices))
        };
        // 100 / 51 = 1.961 and 100 / 51.6 = 1.938 are 1.96 % and 3.1 % below 2.
        assert!(jump(51.0)[0].close_fit);
        assert!(!jump(51.6)[0].close_fit);
        assert_eq!(jump(75.0), []);
        // 19:1 is no usual ratio, but a whole one.
        assert_eq!(jump(100.0 / 19.0)[0].to_string(), "19:1");
        assert_eq!(jump(100.0 / 1.5)[0].to_string(), "3:2");
        assert_eq!(jump(150.0)[0].to_string(), "2:3");
    }

    #[test]
    fn adjusting_scales_all_that_came_before_and_says_so() {
        let raw = series(Field::Close, &JUMPS);
        let splits = possible_splits(&raw);
        let adjusted = adjust_splits(&raw, &splits);
        // 645.57 / 7 · 10, 93.7 · 10, 94.25 · 10, 942.
        for (price, expected) in adjusted
            .prices()
            .iter()
            .zip([922.242_857, 937.0, 942.5, 942.0])
        {
            assert!((price - expected).abs() < 1e-6, "{price} {expected}");
        }
        assert_eq!(adjusted.rows()[0].open, Some(adjusted.rows()[0].price));
        // 100 · 7 / 10 shares.
        assert!((adjusted.rows()[0].volume.expect("a volume") - 70.0).abs() < 1e-9);
        assert_eq!(possible_splits(&adjusted), []);
        let said = [splits[0], splits[1]].map(DataWarning::Adjusted);
        assert_eq!(adjusted.warnings(), said);
        // One of two may be chosen, or none.
        assert_eq!(adjust_splits(&raw, &splits[..1]).prices()[1], 93.7);
        assert_eq!(adjust_splits(&raw, &[]), raw);
    }

    #[test]
    fn what_the_reader_noticed_stays() {
        let warning = DataWarning::OutOfOrder { rows: 2 };
        let raw = series(Field::Close, &JUMPS).with_warnings([warning]);
        let adjusted = adjust_splits(&raw, &possible_splits(&raw));
        assert_eq!(adjusted.warnings()[0], warning);
    }
}
