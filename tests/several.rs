//! What several histories say together, beside a second computation by statsmodels (`tests/reference/several.py`).

#[path = "support/numbers.rs"]
mod numbers;

use chrono::{Days, NaiveDate};
use hindcast::forecast::benjamini_hochberg::adjusted;
use hindcast::forecast::clark_west::ClarkWest;
use hindcast::forecast::day_forecasts::DayForecasts;
use hindcast::forecast::several::pooled_clark_west;
use numbers::numbers;
use serde::Deserialize;

#[derive(Deserialize)]
struct Reference {
    benjamini_hochberg: Vec<(Vec<f64>, Vec<f64>)>,
    pooled: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    seed: u64,
    days: Vec<usize>,
    sizes: Vec<f64>,
    common: f64,
    says: f64,
    signal: f64,
    mean: f64,
    /// Statistic and p-value.
    no_change: (f64, f64),
    mean_return: (f64, f64),
}

fn reference() -> Reference {
    serde_json::from_str(include_str!("reference/several.json")).expect("the reference")
}

/// As the reference makes it, with prices in place of returns.
fn history(case: &Case, place: usize) -> DayForecasts {
    let (days, own) = (case.days[place], 100 * case.seed + place as u64);
    let longest = case.days.iter().copied().max().expect("a history");
    let common = numbers(longest, 5 + 100 * case.seed);
    let said: Vec<f64> = numbers(days, 11 + own)
        .iter()
        .map(|each| 0.01 * each * case.says)
        .collect();
    let noise = numbers(days, 7 + own);
    let actual = (noise.iter().zip(&common).zip(&said)).map(|((noise, common), said)| {
        0.02 * case.sizes[place] * (noise + case.common * common) + case.signal * said
    });
    let price = |share: f64| 100.0 * (1.0 + share);
    let first = NaiveDate::from_ymd_opt(2000, 1, 1).expect("a day");
    DayForecasts {
        dates: (0..days as u64).map(|day| first + Days::new(day)).collect(),
        last_known: vec![100.0; days],
        mean_return: vec![case.mean; days],
        actual: actual.map(price).collect(),
        predicted: said.iter().map(|each| price(*each)).collect(),
    }
}

#[track_caller]
fn same(what: &str, found: f64, reference: f64) {
    let apart = (found - reference).abs() / reference.abs().max(1.0);
    assert!(apart < 1e-6, "{what}: {found} and {reference}");
}

#[test]
fn adjusted_p_values_are_those_of_the_reference() {
    for (p_values, expected) in reference().benjamini_hochberg {
        let found = adjusted(&p_values);
        assert_eq!(found.len(), expected.len());
        for (found, expected) in found.iter().zip(expected) {
            same("Benjamini–Hochberg", *found, expected);
        }
    }
}

#[test]
fn the_pooled_test_is_that_of_the_reference() {
    let cases = reference().pooled;
    assert!(cases.len() >= 8);
    for case in &cases {
        let all: Vec<DayForecasts> = (0..case.days.len())
            .map(|place| history(case, place))
            .collect();
        let found = pooled_clark_west(&all.iter().collect::<Vec<_>>()).expect("they move");
        let moving = case.sizes.iter().filter(|size| **size > 0.0).count();
        assert_eq!(found.series, moving, "seed {}", case.seed);
        let check = |name: &str, found: ClarkWest, (statistic, p_value): (f64, f64)| {
            let what = format!("{name}, seed {}", case.seed);
            same(&what, found.statistic, statistic);
            same(&what, found.p_value, p_value);
        };
        check("no change", found.knowledge.no_change, case.no_change);
        check("mean return", found.knowledge.mean_return, case.mean_return);
    }
}
