use super::*;
use crate::market::{Row, SeriesInfo, Source};

fn date(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn series(symbol: &str, interval: Interval, field: Field, rows: &[(&str, f64)]) -> Series {
    let info = SeriesInfo {
        source: Source::alpha_vantage(symbol, interval).expect("a symbol"),
        symbol: symbol.to_owned(),
        interval,
        field,
    };
    let rows = rows
        .iter()
        .map(|(day, price)| Row::of_price(date(day), *price));
    Series::new(info, rows.collect()).expect("rows")
}

/// A forecast of 102 after 100, with 98 to 104 around it.
fn entry(interval: Interval, after: &str) -> Entry {
    Entry {
        kept_ms: 1.0,
        symbol: "IBM".into(),
        interval,
        made_on: date("2026-03-01"),
        after: date(after),
        last_price: 100.0,
        price: 102.0,
        low: 98.0,
        high: 104.0,
        address: "source=av:IBM:daily".into(),
        outcome: None,
    }
}

/// Scored on these rows.
fn outcome(entry: Entry, field: Field, rows: &[(&str, f64)]) -> Option<Outcome> {
    let interval = entry.interval;
    let mut journal = Journal::default();
    journal.add(entry);
    journal.score(&series("IBM", interval, field, rows));
    journal.entries()[0].outcome
}

#[test]
fn the_next_trading_day_scores_it_whatever_its_date() {
    let friday = entry(Interval::Daily, "2026-02-27");
    let rows = [("2026-02-26", 99.0), ("2026-02-27", 100.0)];
    assert_eq!(outcome(friday.clone(), Field::Close, &rows), None);
    let rows = [
        ("2026-02-27", 100.0),
        ("2026-03-02", 103.0),
        ("2026-03-03", 90.0),
    ];
    let found = outcome(friday.clone(), Field::Close, &rows);
    assert_eq!(
        found,
        Some(Outcome {
            date: date("2026-03-02"),
            price: 103.0
        })
    );
    let score = Entry {
        outcome: found,
        ..friday.clone()
    }
    .score()
    .expect("an outcome");
    // |103 − 102| beside |103 − 100|, within 98 to 104.
    assert_eq!((score.error, score.persistence_error), (1.0, 3.0));
    assert!(score.inside && score.is_closer());
    // Prices that begin later do not know what it was made after.
    let later = [("2026-03-02", 103.0), ("2026-03-03", 90.0)];
    assert_eq!(outcome(friday, Field::Close, &later), None);
}

#[test]
fn other_symbols_and_intervals_score_nothing() {
    let mut journal = Journal::default();
    journal.add(entry(Interval::Daily, "2026-02-27"));
    let rows = [
        ("2026-02-27", 100.0),
        ("2026-03-02", 103.0),
        ("2026-03-09", 1.0),
    ];
    for (symbol, interval) in [("MSFT", Interval::Daily), ("IBM", Interval::Weekly)] {
        let others = series(symbol, interval, Field::Close, &rows);
        assert!(journal.score(&others).is_empty());
    }
    assert_eq!(journal.tally().waiting, 1);
    let its = series("IBM", Interval::Daily, Field::Close, &rows);
    assert_eq!(journal.score(&its).len(), 1);
    // Once is enough.
    assert!(journal.score(&its).is_empty());
}

#[test]
fn adjusted_prices_are_taken_back_to_the_units_of_the_forecast() {
    let made = entry(Interval::Daily, "2026-02-27");
    // A dividend since: the last known price is 99 now, and the next 1 % above it.
    let rows = [("2026-02-27", 99.0), ("2026-03-02", 99.99)];
    let found = outcome(made.clone(), Field::AdjustedClose, &rows).expect("the day is there");
    assert!((found.price - 101.0).abs() < 1e-9, "{}", found.price);
    // The same numbers as traded: the close was corrected, and what came is what came.
    let found = outcome(made.clone(), Field::Close, &rows).expect("the day is there");
    assert_eq!(found.price, 99.99);
    // A split, which the visitor adjusted for.
    let rows = [("2026-02-27", 25.0), ("2026-03-02", 25.5)];
    let found = outcome(made, Field::Close, &rows).expect("the day is there");
    assert!((found.price - 102.0).abs() < 1e-9);
}

#[test]
fn weeks_and_months_count_when_they_are_over() {
    // Made on a Wednesday, after a week that was not over.
    let made = entry(Interval::Weekly, "2026-02-25");
    let week = [("2026-02-20", 99.0), ("2026-02-27", 101.0)];
    assert_eq!(outcome(made.clone(), Field::Close, &week), None);
    let half = [("2026-02-27", 101.0), ("2026-03-04", 103.0)];
    assert_eq!(outcome(made.clone(), Field::Close, &half), None);
    for over in [
        &[("2026-02-27", 101.0), ("2026-03-06", 103.0)][..],
        // A holiday on Friday, and the week after it.
        &[
            ("2026-02-27", 101.0),
            ("2026-03-05", 103.0),
            ("2026-03-09", 50.0),
        ][..],
    ] {
        let found = outcome(made.clone(), Field::Close, over).expect("the week is over");
        assert_eq!(found.price, 103.0);
    }
    // Its own week is not there.
    let gap = [
        ("2026-02-20", 99.0),
        ("2026-03-06", 103.0),
        ("2026-03-13", 103.0),
    ];
    assert_eq!(outcome(made, Field::Close, &gap), None);

    let made = entry(Interval::Monthly, "2026-02-25");
    let rows = [("2026-02-27", 101.0), ("2026-03-31", 103.0)];
    assert_eq!(outcome(made.clone(), Field::Close, &rows), None);
    let rows = [
        ("2026-02-27", 101.0),
        ("2026-03-31", 103.0),
        ("2026-04-01", 9.0),
    ];
    assert_eq!(
        outcome(made, Field::Close, &rows).map(|it| it.price),
        Some(103.0)
    );
}

#[test]
fn the_tally_counts() {
    let mut journal = Journal::default();
    assert_eq!(journal.tally(), Tally::default());
    for (place, actual) in [Some(103.0), Some(99.0), Some(110.0), None]
        .into_iter()
        .enumerate()
    {
        journal.add(Entry {
            kept_ms: place as f64,
            outcome: actual.map(|price| Outcome {
                date: date("2026-03-02"),
                price,
            }),
            ..entry(Interval::Daily, "2026-02-27")
        });
    }
    // 103: off by 1 beside 3, inside. 99: 3 beside 1, inside. 110: 8 beside 10, outside.
    let tally = journal.tally();
    assert_eq!(
        (tally.scored, tally.inside, tally.closer, tally.waiting),
        (3, 2, 2, 1)
    );
    journal.delete(3.0);
    assert_eq!(journal.tally().waiting, 0);
}

#[test]
fn an_entry_comes_back_whole_and_damage_is_none() {
    let scored = Entry {
        outcome: Some(Outcome {
            date: date("2026-03-02"),
            price: 0.1 + 0.2,
        }),
        ..entry(Interval::Weekly, "2026-02-27")
    };
    for whole in [scored.clone(), entry(Interval::Daily, "2026-02-27")] {
        assert_eq!(Entry::from_text(1.0, &whole.to_text()), Some(whole));
    }
    let text = scored.to_text();
    for end in 0..text.len() {
        if text.is_char_boundary(end) {
            assert_eq!(Entry::from_text(1.0, &text[..end]), None);
        }
    }
    for (from, to) in [
        ("\"version\":1", "\"version\":2"),
        ("102", "-102"),
        ("2026-02-27", "soon"),
    ] {
        let damaged = text.replacen(from, to, 1);
        assert_ne!(damaged, text);
        assert_eq!(Entry::from_text(1.0, &damaged), None, "{to}");
    }
}

#[test]
fn the_oldest_makes_room_and_the_same_is_known() {
    let mut journal = Journal::default();
    for place in 0..MOST_ENTRIES {
        let kept_ms = place as f64;
        let gone = journal.add(Entry {
            kept_ms,
            ..entry(Interval::Daily, "2026-02-27")
        });
        assert!(gone.is_empty());
    }
    let newest = Entry {
        kept_ms: 1e6,
        price: 105.0,
        ..entry(Interval::Daily, "2026-02-27")
    };
    assert!(!journal.has(&newest));
    assert_eq!(journal.add(newest.clone()), [0.0]);
    assert_eq!(journal.entries().len(), MOST_ENTRIES);
    assert!(journal.has(&newest));
}

#[test]
fn the_text_of_an_entry_stays_as_devices_hold_it() {
    let kept = r#"{"version":1,"symbol":"IBM","interval":"daily","made_on":"2026-03-01","after":"2026-02-27","last_price":100,"price":102.5,"low":98,"high":104,"address":"source=av:IBM:daily","outcome":["2026-03-02",103.25]}"#;
    let entry = Entry::from_text(1.0, kept).expect("it is kept");
    assert_eq!(entry.to_text(), kept);
}
