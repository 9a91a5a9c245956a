//! Prices adjusted for splits: other prices than before, and exactly the old ones after an undo.

use super::*;
use crate::market::{DataWarning, Field, Interval, Row, Series, SeriesInfo};
use chrono::NaiveDate;

/// 200 days at about 100, then a 2:1 split, 50 days later a 4:1 split.
fn prices_with_splits() -> Arc<Prices> {
    let start = NaiveDate::from_ymd_opt(2020, 1, 1).expect("a date");
    let rows = start.iter_days().take(300).enumerate().map(|(day, date)| {
        let shares = match day {
            0..200 => 1.0,
            200..250 => 2.0,
            _ => 8.0,
        };
        Row::of_price(date, (100.0 + (day % 7) as f64) / shares)
    });
    let info = SeriesInfo {
        source: Source::File {
            name: "split.csv".into(),
        },
        symbol: "SPLIT".into(),
        interval: Interval::Daily,
        field: Field::Close,
    };
    Arc::new(Prices {
        series: Series::new(info, rows.collect()).expect("good rows"),
        truth: None,
    })
}

fn found(run: &Run) -> Vec<Split> {
    run.data_report.as_ref().expect("a report").splits.clone()
}

#[test]
fn a_load_reports_on_its_prices() {
    assert_eq!(after([]).data_report, None);
    let run = after([Event::Loaded(prices_with_splits())]);
    let shown: Vec<String> = found(&run).iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["2:1", "4:1"]);
    assert_eq!(run.adjustment, None);
}

#[test]
fn a_files_own_report_is_kept() {
    let prices = prices_with_splits();
    let report = Arc::new(DataReport {
        out_of_order: 3,
        ..DataReport::of(&prices.series)
    });
    let run = after([Event::FileLoaded {
        prices,
        report: report.clone(),
    }]);
    assert_eq!(run.data_report, Some(report));
}

#[test]
fn adjusting_makes_other_prices_and_undoing_gives_back_the_very_same() {
    let raw = prices_with_splits();
    let mut run = after([Event::Loaded(raw.clone())]);
    let raw_report = run.data_report.clone();
    let splits = found(&run);

    run.apply(Event::SplitsAdjusted(splits.clone()));
    let adjusted = run.prices.clone().expect("prices");
    // 100 / (2 · 4) on the first day; the last day is as it was.
    assert_eq!(adjusted.series.rows()[0].price, 12.5);
    assert_eq!(adjusted.series.last_price(), raw.series.last_price());
    assert_eq!(
        found(&run),
        splits,
        "what was found stays known, for the undo"
    );
    let said: Vec<_> = splits.iter().copied().map(DataWarning::Adjusted).collect();
    assert_eq!(adjusted.series.warnings(), said);

    run.apply(Event::SplitsAdjusted(splits[1..].to_vec()));
    let half = run.prices.clone().expect("prices");
    assert_eq!(half.series.rows()[0].price, 25.0);
    assert_eq!(run.adjustment.as_ref().expect("one").splits, splits[1..]);

    run.apply(Event::SplitsAdjusted(Vec::new()));
    let undone = run.prices.clone().expect("prices");
    assert!(Arc::ptr_eq(&undone, &raw));
    assert_eq!(run.data_report, raw_report);
    assert_eq!(run.adjustment, None);
}

#[test]
fn adjusting_clears_results_like_a_load() {
    let mut run = after([Event::Loaded(prices_with_splits()), train(1), epoch(1, 1)]);
    run.apply(finished(1));
    run.apply(evaluated(1, 1.0));
    assert_eq!(run.phase, Phase::Done);
    let splits = found(&run);
    // Undoing what was never done changes nothing.
    let before = run.clone();
    run.apply(Event::SplitsAdjusted(Vec::new()));
    assert_eq!(run, before);

    run.apply(Event::SplitsAdjusted(splits));
    assert_eq!(run.phase, Phase::Ready);
    assert!(run.evaluation.is_none() && run.trained.is_none() && run.epochs.is_empty());
}

#[test]
fn nothing_is_adjusted_while_training_or_loading_or_for_splits_nobody_found() {
    let loaded = || Event::Loaded(prices_with_splits());
    let invented = Split {
        date: NaiveDate::from_ymd_opt(2020, 2, 2).expect("a date"),
        shares: 3.0,
        close_fit: true,
    };
    let splits = found(&after([loaded()]));
    for (mut run, splits) in [
        (after([loaded(), train(1)]), splits.clone()),
        (after([loaded(), Event::LoadStarted]), splits.clone()),
        (after([loaded()]), vec![invented]),
        (after([]), splits),
    ] {
        let before = run.clone();
        run.apply(Event::SplitsAdjusted(splits));
        assert_eq!(run, before);
    }
}

#[test]
fn the_next_load_forgets_the_adjustment() {
    let mut run = after([Event::Loaded(prices_with_splits())]);
    run.apply(Event::SplitsAdjusted(found(&run)));
    run.apply(Event::Loaded(prices(1)));
    assert_eq!(run.adjustment, None);
    assert_eq!(found(&run), []);
    // Prices that are as if adjusted were never split: there is nothing to undo in them.
    let mut run = after([Event::Loaded(prices_with_splits())]);
    run.apply(Event::SplitsAdjusted(found(&run)));
    let adjusted = run.prices.clone().expect("prices");
    run.apply(Event::Loaded(adjusted.clone()));
    assert_eq!(run.prices, Some(adjusted));
    assert_eq!(run.adjustment, None);
}

#[test]
fn the_same_prices_once_more_keep_their_adjustment_and_its_results() {
    let mut run = after([Event::Loaded(prices_with_splits())]);
    run.apply(Event::SplitsAdjusted(found(&run)));
    let mut trained = run.clone();
    for event in [train(1), epoch(1, 1), finished(1), evaluated(1, 1.0)] {
        trained.apply(event);
    }
    assert_eq!((run.phase, trained.phase), (Phase::Ready, Phase::Done));
    let report = Arc::new(DataReport::of(&prices_with_splits().series));
    for run in [run, trained] {
        for again in [
            Event::Loaded(prices_with_splits()),
            Event::FileLoaded {
                prices: prices_with_splits(),
                report: report.clone(),
            },
        ] {
            let mut after = run.clone();
            after.apply(Event::LoadStarted);
            after.apply(again);
            assert_eq!(after.phase, run.phase);
            assert_eq!(after.prices, run.prices);
            assert_eq!(after.data_report, run.data_report);
            assert_eq!(after.adjustment, run.adjustment);
            assert_eq!(after.trained, run.trained);
            assert_eq!(after.evaluation, run.evaluation);
            // The undo still leads back to what was loaded.
            after.apply(Event::SplitsAdjusted(Vec::new()));
            assert_eq!(after.prices, Some(prices_with_splits()));
        }
    }
}
