//! Whole reports of short, real trainings: the run, its studies, what it would have paid, many looks.

use crate::support::block_on;
use burn::tensor::Device;
use hindcast::experiment::Experiment;
use hindcast::forecast::evaluation::{Evaluation, evaluate_path};
use hindcast::forecast::job::training_job;
use hindcast::forecast::many_looks::{Looks, RESAMPLES};
use hindcast::forecast::odometer::open_prices;
use hindcast::forecast::paid::{Days, Rule, days_a_year};
use hindcast::forecast::settings::Recipe;
use hindcast::forecast::walk_forward::TrainingSpan;
use hindcast::forecast::{Dataset, Settings};
use hindcast::market::{Prices, Series, Source};
use hindcast::protocol::{
    DeviceKind, DeviceReason, DeviceReport, FromTrainer, TrainedModel, TrainingJob,
};
use hindcast::report::{
    Deflated, FinishedRun, ManyLooksReport, PaidDifference, PaidReport, Report, Sentences,
};
use hindcast::session::Session;
use hindcast::study::{NoScore, Partner, SeriesName, SettingsOf, Studies, Study};
use hindcast::training::{Outcome, Training, Unwatched};
use std::collections::VecDeque;
use std::sync::Arc;

/// Basis points.
const COST: f64 = 7.0;
const RUNS: u64 = 3;

/// What a report is to hold beside the run itself.
pub struct Asked {
    pub experiment: Experiment,
    pub prices: Prices,
    /// A walk-forward, seeds beside the other recipe, several histories, all kinds of network.
    pub studies: bool,
}

/// The report as a visitor saves it.
pub fn report(asked: Asked) -> String {
    let Asked {
        experiment,
        prices,
        studies,
    } = asked;
    let prices = Arc::new(prices);
    let open = open_prices(&prices, experiment.sealed);
    let dataset = Dataset::new(&open.series, &experiment.settings).expect("enough rows");
    let (model, evaluation) = run(&open, &dataset, training_job(&dataset));
    let device = DeviceReport {
        kind: DeviceKind::Cpu,
        adapter: "CPU (SIMD)".into(),
        reason: DeviceReason::NoWebgpu,
    };
    let finished = FinishedRun {
        experiment: &experiment,
        prices: &prices,
        dataset: &dataset,
        device: &device,
        epochs: &[],
        model: &model,
        evaluation: &evaluation,
        opened: None,
        rate_changes: &[],
    };
    let mut report = Report::new(finished, Sentences::default())
        .with_paid(paid(&evaluation, &open))
        .with_many_looks(many_looks(&experiment, &open));
    if studies {
        report = report.with_studies(&studied(&experiment, &open));
    }
    report.to_json()
}

fn trained(job: TrainingJob) -> TrainedModel {
    let mut training = Training::new(job, DeviceKind::Cpu, Device::flex()).expect("a sound job");
    let outcome = block_on(training.run(&mut Unwatched)).expect("training ends");
    assert_eq!(outcome, Outcome::Finished);
    block_on(training.model()).expect("finite predictions")
}

fn run(prices: &Prices, dataset: &Dataset, job: TrainingJob) -> (TrainedModel, Evaluation) {
    let model = trained(job);
    let evaluation =
        evaluate_path(prices, dataset, &model.predictions, &model.paths).expect("scorable");
    (model, evaluation)
}

/// `None` where a random split has scattered the test days.
fn paid(evaluation: &Evaluation, prices: &Prices) -> Option<PaidReport> {
    let a_year = days_a_year(prices.series.info().interval);
    let paid = Days::of(evaluation)?.paid(COST, a_year);
    let rules = [Rule::LongFlat, Rule::LongShort];
    let difference = |rule: Rule| {
        let mut bootstrap = paid.against_hold(rule, a_year)?;
        assert!(bootstrap.go_on(usize::MAX / 2));
        let sharpe = bootstrap.found()?;
        Some(PaidDifference { rule, sharpe })
    };
    let looks = RUNS as usize;
    Some(PaidReport {
        looks,
        deflated: (rules.into_iter())
            .filter_map(|rule| {
                let share = paid.deflated(rule, looks)?;
                Some(Deflated { rule, share })
            })
            .collect(),
        differences: rules.into_iter().filter_map(difference).collect(),
        paid,
    })
}

/// Of runs that differ in their seed.
fn many_looks(experiment: &Experiment, prices: &Arc<Prices>) -> Option<ManyLooksReport> {
    let mut session = Session::default();
    let first = experiment.settings.seed;
    for seed in first..first + RUNS {
        let settings = Settings {
            seed,
            horizon: 1,
            ..experiment.settings.clone()
        };
        let dataset = Dataset::new(&prices.series, &settings).expect("enough rows");
        let (_, evaluation) = run(prices, &dataset, training_job(&dataset));
        let experiment = Experiment {
            settings,
            ..experiment.clone()
        };
        session.record(&experiment, prices, &evaluation, 1);
    }
    let gains: Vec<Vec<f64>> = (session.tested_alike().into_iter())
        .map(|(_, gains)| gains)
        .collect();
    let mut looks = Looks::new(gains.clone())?;
    while !looks.go_on(RESAMPLES * 100_000) {}
    let found = looks.found()?;
    Some(ManyLooksReport { found, gains })
}

fn studied(experiment: &Experiment, prices: &Arc<Prices>) -> Studies {
    let partner = Partner {
        of: SettingsOf::Recipe(Recipe::Notebook),
        settings: experiment.settings.clone().with_recipe(Recipe::Notebook),
    };
    let mut studies = Studies::default();
    let names = match experiment.source {
        Source::World(_) => (1..=3).map(SeriesName::Seed).collect(),
        _ => ["one", "none", "shorter"]
            .map(|name| SeriesName::File(name.to_owned()))
            .into(),
    };
    let mut files = VecDeque::from([
        Ok(prices.clone()),
        Err(NoScore::FileNotReadable),
        Ok(Arc::new(without_the_last(200, prices))),
    ]);
    for study in [
        Study::walk_forward(experiment, prices, 4, TrainingSpan::Sliding),
        Study::seeds(experiment, prices, 3, Some(partner)),
        Study::several(experiment, prices, names),
        Study::cells(experiment, prices),
    ] {
        studies.begin(study.expect("enough rows"), prices);
        let mut number = 0;
        loop {
            while let Some(wanted) = studies.wanted() {
                studies.give(wanted, files.pop_front().expect("a file of each name"));
            }
            let Some(order) = studies.next(number) else {
                break;
            };
            let finished = FromTrainer::Finished {
                run: number,
                model: trained(order.job()),
            };
            let scoring = studies.hear(finished, 1.0).expect("a network");
            studies.scored(number, scoring.evaluate(), 2.0);
            number += 1;
        }
    }
    studies
}

fn without_the_last(days: usize, prices: &Prices) -> Prices {
    let series = &prices.series;
    let rows = series.rows()[..series.len() - days].to_vec();
    Prices {
        series: Series::new(series.info().clone(), rows).expect("good rows"),
        truth: None,
    }
}
