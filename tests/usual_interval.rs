//! What the usual 80 % interval must keep where calm and wild weeks take turns, beside the plain band of the last 20
//! days. The forecast is "no change, but for the mean return": what a network errs by there is its own, and costs about
//! 0.002 of the CRPS (docs/statistics.md), so that much is left for it.

use hindcast::forecast::bands::{BandName, BandScores};
use hindcast::forecast::conformal::LEVEL;
use hindcast::forecast::evaluation::evaluate;
use hindcast::forecast::{Dataset, Settings};
use hindcast::market::world::{DEFAULT_DAYS, WorldKind, generate};

const SEEDS: u64 = 20;

#[test]
fn the_usual_interval_keeps_its_word_on_calm_and_on_wild_days() {
    let mut bands: Vec<BandScores> = Vec::new();
    for seed in 1..=SEEDS {
        let prices = generate(WorldKind::VolatilityClusters, seed, DEFAULT_DAYS);
        let dataset = Dataset::new(&prices.series, &Settings::default()).expect("enough rows");
        let still = vec![0.0; dataset.rows() + 1];
        bands.extend(evaluate(&prices, &dataset, &still).expect("scorable").bands);
    }
    let mean = |name: BandName, of: &dyn Fn(&BandScores) -> f64| {
        let of_name = bands.iter().filter(|band| band.band == name);
        of_name.map(of).sum::<f64>() / SEEDS as f64
    };
    let level = |band: &BandScores| band.at(LEVEL).expect("80 % is one of the levels").clone();
    let usual = |of: &dyn Fn(&BandScores) -> f64| mean(BandName::Volatility, of);
    let ratio = |of: &dyn Fn(&BandScores) -> f64| usual(of) / mean(BandName::History20, of);
    let thirds = [
        usual(&|band| level(band).calm.expect("enough days")),
        usual(&|band| level(band).wild.expect("enough days")),
    ];
    assert!(
        thirds.iter().all(|held| (0.75..=0.86).contains(held)),
        "{thirds:?}"
    );
    let steady = usual(&|band| level(band).steady.expect("enough days"));
    assert!(steady >= 0.93, "{steady}");
    let score = ratio(&|band| level(band).interval_score);
    assert!(score <= 1.01, "{score}");
    let crps = ratio(&|band| band.crps);
    assert!(crps <= 0.998, "{crps}");
}
