//! "Many looks" beside a second computation by arch (`tests/reference/many_looks.py`).

#[path = "support/numbers.rs"]
mod numbers;

use hindcast::forecast::many_looks::Looks;
use numbers::numbers;
use serde::Deserialize;

#[derive(Deserialize)]
struct Case {
    days: usize,
    seed: u64,
    means: Vec<f64>,
    statistic: f64,
    p_value: f64,
    as_good: Vec<f64>,
}

fn gains(case: &Case) -> Vec<Vec<f64>> {
    let of = |(place, mean): (usize, &f64)| {
        let noise = numbers(case.days + 2, 1 + case.seed + 1000 * place as u64);
        let days = noise.windows(3);
        days.map(|three| mean + three[2] + 0.5 * three[1] + 0.25 * three[0])
            .collect()
    };
    case.means.iter().enumerate().map(of).collect()
}

#[test]
fn statistic_and_p_values_are_those_of_the_reference() {
    let cases: Vec<Case> =
        serde_json::from_str(include_str!("reference/many_looks.json")).expect("the reference");
    assert!(cases.len() >= 8);
    for case in &cases {
        let what = format!("{} days of seed {}", case.days, case.seed);
        let mut looks = Looks::new(gains(case)).expect("networks");
        while !looks.go_on(200_000) {}
        let found = looks.found().expect("all are drawn");
        let apart = (found.statistic - case.statistic).abs();
        assert!(
            apart < 1e-6,
            "{what}: {} and {}",
            found.statistic,
            case.statistic
        );
        // Both are of random numbers: 2,000 resamples tell a share of a half to 0.011.
        let close = |found: f64, reference: f64| (found - reference).abs() < 0.04;
        assert!(
            close(found.p_value, case.p_value),
            "{what}: {} and {}",
            found.p_value,
            case.p_value
        );
        for (found, reference) in found.as_good.iter().zip(&case.as_good) {
            assert!(close(*found, *reference), "{what}: {found} and {reference}");
        }
    }
}
