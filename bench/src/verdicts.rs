//! Is the verdict right where the truth is known? The recipe "honest" on known worlds, seeds from 1 on,
//! not chosen: how often it is called what, and how the intervals held. Prints Markdown tables;
//! nothing here is timed.

use crate::wait::block_on;
use burn::tensor::Device;
use hindcast::forecast::bands::{BandName, BandScores};
use hindcast::forecast::conformal::LEVEL;
use hindcast::forecast::evaluation::{Evaluation, VerdictKind, evaluate};
use hindcast::forecast::job::training_job;
use hindcast::forecast::{Dataset, Settings};
use hindcast::market::world::{self, DEFAULT_DAYS, Parameters, WorldKind};
use hindcast::protocol::DeviceKind;
use hindcast::training::{Training, Unwatched};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A world, how it is set, and how many seeds of it are trained on.
#[derive(Debug, Clone, Copy)]
struct Case {
    kind: WorldKind,
    /// What is not as usual.
    set: Option<(&'static str, f64)>,
    seeds: u64,
}

const fn usual(kind: WorldKind, seeds: u64) -> Case {
    let set = None;
    Case { kind, set, seeds }
}

const fn set(kind: WorldKind, key: &'static str, value: f64, seeds: u64) -> Case {
    let set = Some((key, value));
    Case { kind, set, seeds }
}

const CASES: [Case; 10] = [
    usual(WorldKind::RandomWalk, 40),
    set(WorldKind::RandomWalk, "drift", 0.0, 40),
    set(WorldKind::MeanReverting, "phi", 0.95, 20),
    set(WorldKind::MeanReverting, "phi", 0.8, 20),
    usual(WorldKind::Seasonal, 20),
    usual(WorldKind::VolatilityClusters, 20),
    usual(WorldKind::RegimeSwitching, 20),
    usual(WorldKind::TrendBreak, 12),
    usual(WorldKind::JumpDiffusion, 20),
    usual(WorldKind::Sine, 20),
];

/// What a verdict has to be at least, to be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum AtLeast {
    Beats,
    Signal,
}

/// What must hold of some cases together.
struct Required {
    what: &'static str,
    /// Their places in [`CASES`].
    cases: &'static [usize],
    verdict: AtLeast,
    least: usize,
    most: usize,
}

const REQUIRED: [Required; 6] = [
    Required {
        what: "random walks, with drift and without",
        cases: &[0, 1],
        verdict: AtLeast::Beats,
        least: 0,
        most: 4,
    },
    Required {
        what: "random walks, with drift and without",
        cases: &[0, 1],
        verdict: AtLeast::Signal,
        least: 0,
        most: 7,
    },
    Required {
        what: "mean-reverting, φ = 0.95",
        cases: &[2],
        verdict: AtLeast::Signal,
        least: 14,
        most: 20,
    },
    Required {
        what: "mean-reverting, φ = 0.8",
        cases: &[3],
        verdict: AtLeast::Beats,
        least: 18,
        most: 20,
    },
    Required {
        what: "seasonal",
        cases: &[4],
        verdict: AtLeast::Beats,
        least: 18,
        most: 20,
    },
    Required {
        what: "trend that breaks",
        cases: &[7],
        verdict: AtLeast::Signal,
        least: 6,
        most: 12,
    },
];

impl Case {
    /// "Mean-reverting prices, phi 0.95".
    fn name(&self) -> String {
        let name = self.kind.world().name;
        match self.set {
            Some((key, value)) => format!("{name}, {key} {value}"),
            None => name.to_owned(),
        }
    }

    fn parameters(&self) -> Result<Parameters, String> {
        let usual = Parameters::default();
        match self.set {
            Some((key, value)) => (usual.with(self.kind, key, value))
                .map_err(|error| format!("{}: {error:?}", self.name())),
            None => Ok(usual),
        }
    }
}

impl AtLeast {
    fn holds(self, kind: VerdictKind) -> bool {
        kind == VerdictKind::Beats || (self == Self::Signal && kind == VerdictKind::Signal)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Beats => "beats",
            Self::Signal => "signal or better",
        }
    }
}

pub fn main() -> ExitCode {
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("error: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), String> {
    let trainings: Vec<(usize, u64)> = (CASES.iter().enumerate())
        .flat_map(|(place, case)| (1..=case.seeds).map(move |seed| (place, seed)))
        .collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(&(place, seed)) = trainings.get(next.fetch_add(1, Ordering::Relaxed)) {
            let evaluation = one(&CASES[place], seed)?;
            eprintln!(
                "    {}, seed {seed}: {:?}, rMAE {:.4}",
                CASES[place].name(),
                evaluation.verdict.kind,
                evaluation.verdict.rmae
            );
            done.push((place, evaluation));
        }
        Ok::<_, String>(done)
    };
    let all = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let mut all = Vec::new();
        for worker in workers {
            all.extend(worker.join().map_err(|_| "a run panicked".to_owned())??);
        }
        Ok::<_, String>(all)
    })?;
    let of_cases: Vec<Vec<Evaluation>> = (0..CASES.len())
        .map(|place| {
            let of_case = all.iter().filter(|(of, _)| *of == place);
            of_case.map(|(_, evaluation)| evaluation.clone()).collect()
        })
        .collect();
    print(&of_cases);
    Ok(())
}

/// Trains the recipe to its end and judges it.
fn one(case: &Case, seed: u64) -> Result<Evaluation, String> {
    let told = |error: &dyn std::fmt::Debug| format!("{} {seed}: {error:?}", case.name());
    let prices = world::generate_with(case.kind, &case.parameters()?, seed, DEFAULT_DAYS);
    let settings = Settings {
        seed,
        ..Settings::default()
    };
    let dataset = Dataset::new(&prices.series, &settings).map_err(|error| told(&error))?;
    let mut training = Training::new(training_job(&dataset), DeviceKind::Cpu, Device::flex())
        .map_err(|error| told(&error))?;
    block_on(training.run(&mut Unwatched)).map_err(|error| told(&error))?;
    let model = block_on(training.model()).map_err(|error| told(&error))?;
    evaluate(&prices, &dataset, &model.predictions).map_err(|error| told(&error))
}

fn print(of_cases: &[Vec<Evaluation>]) {
    println!("| world | seeds | beats | signal | ties | loses | median rMAE | best possible |");
    println!("|---|--:|--:|--:|--:|--:|--:|--:|");
    for (case, evaluations) in CASES.iter().zip(of_cases) {
        println!("{}", verdicts(case, evaluations));
    }
    println!("\n| required | of | at least | at most | found | |");
    println!("|---|--:|--:|--:|--:|---|");
    for required in &REQUIRED {
        println!("{}", judged(required, of_cases));
    }
    println!(
        "\n| the usual {:.0} % interval | held | calm | wild | steady | score, of the plain band's | CRPS, of the plain band's |",
        100.0 * LEVEL
    );
    println!("|---|--:|--:|--:|--:|--:|--:|");
    for (case, evaluations) in CASES.iter().zip(of_cases) {
        println!("{}", intervals(case, evaluations));
    }
}

fn verdicts(case: &Case, evaluations: &[Evaluation]) -> String {
    let count = |wanted: VerdictKind| {
        let kinds = evaluations.iter().map(|each| each.verdict.kind);
        kinds.filter(|kind| *kind == wanted).count()
    };
    let rmae = median(evaluations.iter().map(|each| each.verdict.rmae));
    let best = median(
        evaluations
            .iter()
            .filter_map(|each| each.scores.best_possible.as_ref().map(|best| best.rmae)),
    );
    format!(
        "| {} | {} | {} | {} | {} | {} | {rmae:.3} | {best:.3} |",
        case.name(),
        case.seeds,
        count(VerdictKind::Beats),
        count(VerdictKind::Signal),
        count(VerdictKind::Ties),
        count(VerdictKind::Loses),
    )
}

fn judged(required: &Required, of_cases: &[Vec<Evaluation>]) -> String {
    let Required {
        what,
        cases,
        verdict,
        least,
        most,
    } = required;
    let kinds = || {
        let all = cases.iter().flat_map(|place| &of_cases[*place]);
        all.map(|each| each.verdict.kind)
    };
    let found = kinds().filter(|kind| verdict.holds(*kind)).count();
    let met = if (*least..=*most).contains(&found) {
        "met"
    } else {
        "not met"
    };
    format!(
        "| {what}: {} | {} | {least} | {most} | {found} | {met} |",
        verdict.name(),
        kinds().count()
    )
}

/// Means over the seeds, beside the plain band of the last 20 days.
fn intervals(case: &Case, evaluations: &[Evaluation]) -> String {
    let of = |name: BandName, what: &dyn Fn(&BandScores) -> Option<f64>| {
        let bands = evaluations.iter().flat_map(|each| &each.bands);
        let of_name = bands.filter(|band| band.band == name);
        mean(of_name.filter_map(what))
    };
    let usual = |what: &dyn Fn(&BandScores) -> Option<f64>| of(BandName::Volatility, what);
    let ratio =
        |what: &dyn Fn(&BandScores) -> Option<f64>| usual(what) / of(BandName::History20, what);
    format!(
        "| {} | {:.1} % | {:.1} % | {:.1} % | {:.1} % | {:.3} | {:.3} |",
        case.name(),
        100.0 * usual(&|band| Some(band.at(LEVEL)?.coverage)),
        100.0 * usual(&|band| band.at(LEVEL)?.calm),
        100.0 * usual(&|band| band.at(LEVEL)?.wild),
        100.0 * usual(&|band| band.at(LEVEL)?.steady),
        ratio(&|band| Some(band.at(LEVEL)?.interval_score)),
        ratio(&|band| Some(band.crps)),
    )
}

/// NaN of none.
fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    sum / count
}

/// The middle value; NaN of none.
fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => f64::NAN,
        count if count % 2 == 1 => values[count / 2],
        count => (values[count / 2 - 1] + values[count / 2]) / 2.0,
    }
}
