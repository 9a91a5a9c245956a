//! Numbers of a report, computed again from its JSON and nothing else.

use hindcast::cells::NetworkKind;
use serde_json::Value;

fn numbers(value: &Value) -> Vec<f64> {
    let all = value
        .as_array()
        .unwrap_or_else(|| panic!("a list, and not {value}"));
    all.iter()
        .map(|each| each.as_f64().expect("a number"))
        .collect()
}

#[track_caller]
fn close(found: f64, reported: &Value) {
    let reported = reported.as_f64().expect("a number");
    let apart = (found - reported).abs() / reported.abs().max(1.0);
    assert!(apart < 1e-9, "{found} is not the reported {reported}");
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let values: Vec<f64> = values.collect();
    values.iter().sum::<f64>() / values.len() as f64
}

/// What happened less what was forecast, as shares of the price before.
fn shares(days: &Value, predicted: &[f64]) -> Vec<f64> {
    let [actual, last] = ["actual", "last_known"].map(|key| numbers(&days[key]));
    assert_eq!(
        (actual.len(), last.len()),
        (predicted.len(), predicted.len())
    );
    let of = |day: usize| (actual[day] - predicted[day]) / last[day];
    (0..actual.len()).map(of).collect()
}

fn mae(days: &Value, predicted: &[f64]) -> f64 {
    let actual = numbers(&days["actual"]);
    assert_eq!(actual.len(), predicted.len());
    mean(actual.iter().zip(predicted).map(|(a, f)| (a - f).abs()))
}

/// The ratio of squared errors of a verdict; 1 where both are nothing, and cut at a million.
fn check_verdict(verdict: &Value, days: &Value, predicted: &[f64]) {
    let square = |errors: Vec<f64>| mean(errors.iter().map(|error| error * error));
    let ours = square(shares(days, predicted));
    let naive = square(shares(days, &numbers(&days["last_known"])));
    let ratio = match naive {
        _ if ours == naive => 1.0,
        0.0 => 1e6,
        _ => (ours / naive).min(1e6),
    };
    close(ratio, &verdict["squared_error"]["ratio"]);
}

/// Every price of the run, oldest first.
fn prices(report: &Value) -> Vec<f64> {
    let of = |list: &str, key: &str| -> Vec<f64> {
        let days = report[list].as_array().expect("days").iter();
        days.map(|day| day[key].as_f64().expect("a price"))
            .collect()
    };
    [of("earlier_prices", "price"), of("predictions", "actual")].concat()
}

/// Scores, verdict, baselines and the usual interval of the test days.
pub fn check_run(report: &Value) {
    let days = &report["test_days"];
    let predicted = numbers(&days["predicted"]);
    close(mae(days, &predicted), &report["scores"]["model"]["mae"]);
    let baselines = days["baselines"].as_object().expect("baselines");
    assert_eq!(baselines.len(), 5);
    for (name, forecasts) in baselines {
        let forecasts = numbers(forecasts);
        close(mae(days, &forecasts), &report["scores"][name]["mae"]);
    }
    if !report["scores"]["best_possible"].is_null() {
        let best = numbers(&days["best_possible"]);
        close(mae(days, &best), &report["scores"]["best_possible"]["mae"]);
    }
    check_verdict(&report["verdict"], days, &predicted);

    let all = prices(report);
    let open = report["data"]["rows"].as_u64().expect("rows")
        - report["sealed"]["rows"].as_u64().unwrap_or(0);
    assert_eq!(all.len() as u64, open);
    check_interval(report, days, &predicted);
    if report["settings"]["split"] == "random" {
        return;
    }
    let tested = all.len() - predicted.len();
    assert_eq!(all[tested..], numbers(&days["actual"]));
    assert_eq!(all[tested - 1..all.len() - 1], numbers(&days["last_known"]));
    let returns: Vec<f64> = all.windows(2).map(|pair| pair[1] / pair[0] - 1.0).collect();
    let known = mean(returns[..tested - 1].iter().copied());
    close(known, &days["mean_return"][0]);

    let gains = report["many_looks"]["gains"].as_array().expect("gains");
    assert_eq!(gains.len(), 3);
    assert!(gains.iter().all(|it| numbers(it).len() == predicted.len()));
}

/// The usual interval held what it says.
fn check_interval(report: &Value, days: &Value, predicted: &[f64]) {
    let interval = report["intervals"].as_array().expect("intervals").iter();
    let mut usual = interval.filter(|it| it["method"] == "volatility" && it["level"] == 0.8);
    let widths = numbers(&usual.next().expect("the usual one")["log_half_widths"]);
    close(
        coverage(days, predicted, &widths),
        &report["interval"]["coverage"],
    );
}

fn coverage(days: &Value, predicted: &[f64], widths: &[f64]) -> f64 {
    let pairs = numbers(&days["actual"]).into_iter().zip(predicted);
    let held = pairs.zip(widths).map(|((actual, predicted), width)| {
        f64::from(u8::from((actual / predicted).ln().abs() <= *width))
    });
    mean(held)
}

/// Each day ahead, from the paths and the prices.
pub fn check_steps(report: &Value, horizon: usize) {
    let all = prices(report);
    let dates: Vec<&Value> = (report["earlier_prices"].as_array().expect("days").iter())
        .chain(report["predictions"].as_array().expect("days"))
        .map(|day| &day["date"])
        .collect();
    let first_test = all.len() - report["test_days"]["dates"].as_array().expect("days").len();
    let paths = report["paths"].as_array().expect("paths");
    let steps = report["horizons"].as_array().expect("steps");
    assert_eq!(steps.len(), horizon);
    for (step, scores) in steps.iter().enumerate() {
        let tested = paths.iter().filter_map(|path| {
            let after = dates.iter().position(|date| **date == path["after"])?;
            let target = after + 1 + step;
            let is_test = after + 1 >= first_test && target < all.len();
            is_test.then(|| {
                let said = numbers(&path["predicted"])[step];
                ((all[target] - said).abs(), (all[target] - all[after]).abs())
            })
        });
        let (model, persistence): (Vec<f64>, Vec<f64>) = tested.unzip();
        close(mean(model.into_iter()), &scores["model"]["mae"]);
        close(mean(persistence.into_iter()), &scores["persistence"]["mae"]);
        let last = &paths.last().expect("a path")["predicted"][step];
        close(
            last.as_f64().expect("a price"),
            &report["forecast"]["path"][step]["price"],
        );
    }
}

/// Each fold's scores, and all of them pooled.
pub fn check_folds(report: &Value, count: usize) {
    let walk = &report["walk_forward"];
    let folds = walk["folds"].as_array().expect("folds");
    assert_eq!(folds.len(), count);
    let (mut held, mut all, mut squares, mut naive) = (0.0, 0.0, 0.0, 0.0);
    for fold in folds {
        let days = &fold["forecasts"];
        let predicted = numbers(&days["predicted"]);
        assert_eq!(days["dates"][0], fold["test_from"]);
        close(mae(days, &predicted), &fold["mae"]);
        check_verdict(&fold["verdict"], days, &predicted);
        let covered = coverage(days, &predicted, &numbers(&days["log_half_widths"]));
        close(covered, &fold["coverage"]);
        let count = predicted.len() as f64;
        (held, all) = (held + covered * count, all + count);
        let sum = |errors: Vec<f64>| errors.iter().map(|error| error * error).sum::<f64>();
        squares += sum(shares(days, &predicted));
        naive += sum(shares(days, &numbers(&days["last_known"])));
        assert_eq!(numbers(&days["mean_return_of_all"]).len(), predicted.len());
    }
    let pooled = &walk["pooled"];
    close(held / all, &pooled["coverage"]);
    if naive > 0.0 {
        close(
            squares / naive,
            &pooled["verdict"]["squared_error"]["ratio"],
        );
    }
}

/// Each of several histories, and that those without a score say why.
pub fn check_several(report: &Value, count: usize) {
    let histories = report["several"]["series"].as_array().expect("histories");
    let (scored, others): (Vec<&Value>, Vec<&Value>) =
        (histories.iter()).partition(|history| history["no_score"].is_null());
    assert_eq!(scored.len(), count);
    let without: Vec<&str> = (others.iter())
        .filter(|history| history.get("verdict").is_none() && history.get("all_counted").is_none())
        .filter_map(|history| history["no_score"].as_str())
        .collect();
    assert_eq!(without.len(), others.len());
    for history in scored {
        let days = &history["forecasts"];
        let predicted = numbers(&days["predicted"]);
        close(mae(days, &predicted), &history["mae"]);
        check_verdict(&history["verdict"], days, &predicted);
        let p_value = &history["verdict"]["p_value"];
        assert!(history["all_counted"]["p_beats"].as_f64() >= p_value.as_f64());
    }
    assert_eq!(report["several"]["together"]["series"], count);
}

/// Each kind of network.
pub fn check_cells(report: &Value) {
    let cells = report["cells"]["cells"].as_array().expect("cells");
    let names: Vec<&str> = cells.iter().filter_map(|it| it["cell"].as_str()).collect();
    assert_eq!(names, NetworkKind::SLUGS);
    for cell in cells {
        let days = &cell["forecasts"];
        let predicted = numbers(&days["predicted"]);
        close(mae(days, &predicted), &cell["mae"]);
        check_verdict(&cell["verdict"], days, &predicted);
        let p_value = &cell["verdict"]["p_value"];
        assert!(cell["all_counted"]["p_beats"].as_f64() >= p_value.as_f64());
    }
}

/// Each seed of both sides.
pub fn check_seeds(report: &Value, count: usize) {
    let sides = report["seeds"]["sides"].as_array().expect("sides");
    assert_eq!(sides.len(), 2);
    for side in sides {
        let days = &side["forecasts"];
        let runs = side["runs"].as_array().expect("runs").iter();
        let predicted = days["predicted"].as_array().expect("a list of each seed");
        assert_eq!((runs.len(), predicted.len()), (count, count));
        for (run, predicted) in runs.zip(predicted) {
            let predicted = numbers(predicted);
            close(mae(days, &predicted), &run["mae"]);
            check_verdict(&run["verdict"], days, &predicted);
        }
    }
}
