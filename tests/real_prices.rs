//! The whole run on real prices, from the recorded answer to the verdict: what PyTorch reaches with
//! the same recipes is what Hindcast must reach.

mod support;

use burn::tensor::Device;
use hindcast::forecast::conformal::LEVEL;
use hindcast::forecast::evaluation::{IntervalMethod, evaluate_path};
use hindcast::forecast::job::training_job;
use hindcast::forecast::settings::{Recipe, Settings};
use hindcast::forecast::{Dataset, Evaluation};
use hindcast::market::{Interval, Prices, alpha_vantage};
use hindcast::protocol::DeviceKind;
use hindcast::training::{Outcome, Training, Unwatched};
use std::path::Path;
use support::block_on;

/// The recorded daily adjusted history, or `None` with a line that says so.
fn prices(symbol: &str) -> Option<Prices> {
    let file = format!(
        "../shared/data/alphavantage/{symbol}.TIME_SERIES_DAILY_ADJUSTED.full.rebuilt.json"
    );
    let path = Path::new(&file);
    let Ok(body) = std::fs::read_to_string(path) else {
        println!(
            "skipped: no recorded prices of {symbol} at {}",
            path.display()
        );
        return None;
    };
    let series =
        alpha_vantage::parse(&body, symbol, Interval::Daily, "").expect("a recorded answer");
    Some(Prices {
        series,
        truth: None,
    })
}

fn run(prices: &Prices, settings: &Settings) -> Evaluation {
    let dataset = Dataset::new(&prices.series, settings).expect("enough rows");
    let mut training = Training::new(training_job(&dataset), DeviceKind::Cpu, Device::flex())
        .expect("a sound job");
    assert_eq!(
        block_on(training.run(&mut Unwatched)).expect("training ends"),
        Outcome::Finished
    );
    let model = block_on(training.model()).expect("finite predictions");
    evaluate_path(prices, &dataset, &model.predictions, &model.paths).expect("scorable")
}

#[test]
fn the_notebook_recipe_on_ibm_ties_with_persistence() {
    let Some(prices) = prices("IBM") else { return };
    let evaluation = run(&prices, &Settings::for_recipe(Recipe::Notebook));
    let ratio = evaluation.scores.model.rmse / evaluation.scores.persistence().rmse;
    println!("notebook on IBM: RMSE {ratio:.4} × persistence");
    // PyTorch with seeds 0, 1, 2: 1.003–1.019.
    assert!(ratio < 1.06, "{ratio}");
}

#[test]
fn the_honest_recipe_stays_within_a_few_percent_of_persistence() {
    for symbol in ["IBM", "MSFT"] {
        let Some(prices) = prices(symbol) else { return };
        let evaluation = run(&prices, &Settings::for_recipe(Recipe::Honest));
        let rmae = evaluation.scores.model.rmae;
        println!(
            "honest on {symbol}: rMAE {rmae:.4}, verdict {:?}",
            evaluation.verdict
        );
        // PyTorch: 0.988 on MSFT, 1.003 on IBM.
        assert!((0.97..=1.02).contains(&rmae), "{symbol}: {rmae}");
        let interval =
            (evaluation.interval_at(IntervalMethod::USUAL, LEVEL)).expect("the usual one");
        println!(
            "honest on {symbol}: the interval held {:.3}",
            interval.coverage
        );
        assert!(
            (0.77..=0.83).contains(&interval.coverage),
            "{symbol}: {}",
            interval.coverage
        );
    }
}

#[test]
fn the_fan_keeps_its_word_a_week_and_a_month_ahead() {
    for symbol in ["IBM", "MSFT"] {
        let Some(prices) = prices(symbol) else { return };
        let settings = Settings {
            horizon: 20,
            hidden: 8,
            layers: 1,
            epochs: 8,
            ..Settings::for_recipe(Recipe::Honest)
        };
        let evaluation = run(&prices, &settings);
        for step in [5, 20] {
            let steps = &evaluation.horizons;
            let found = steps.iter().find(|it| it.step == step).expect("scored");
            let held = found.interval.coverage;
            println!("honest on {symbol}: {step} days ahead the interval held {held:.3}");
            assert!(
                (0.75..=0.85).contains(&held),
                "{symbol}, {step} days: {held}"
            );
        }
    }
}
