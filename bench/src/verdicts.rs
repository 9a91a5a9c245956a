//! Is the verdict right where the truth is known? The recipe "honest" on every known world, seeds
//! 1 to 20, not chosen: how often it is called what, and how often the intervals held. Prints a
//! Markdown table; nothing here is timed.

use crate::wait::block_on;
use burn::tensor::Device;
use hindcast::forecast::conformal::LEVEL;
use hindcast::forecast::evaluation::{Evaluation, IntervalMethod, VerdictKind, evaluate};
use hindcast::forecast::job::training_job;
use hindcast::forecast::{Dataset, Settings};
use hindcast::market::world::{self, DEFAULT_DAYS, WorldKind};
use hindcast::protocol::DeviceKind;
use hindcast::training::{Training, Unwatched};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

const SEEDS: u64 = 20;

/// What must hold, of 20 seeds: a world without structure is called "ties" at least so often, one
/// with structure "beats".
fn required(kind: WorldKind) -> Option<(VerdictKind, usize)> {
    match kind {
        WorldKind::RandomWalk => Some((VerdictKind::Ties, 17)),
        WorldKind::MeanReverting | WorldKind::Seasonal => Some((VerdictKind::Beats, 18)),
        _ => None,
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
    let cases: Vec<(WorldKind, u64)> = WorldKind::ALL
        .iter()
        .flat_map(|kind| (1..=SEEDS).map(|seed| (*kind, seed)))
        .collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(&(kind, seed)) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
            let evaluation = one(kind, seed)?;
            eprintln!(
                "    {} {seed}: {:?}, rMAE {:.4}",
                kind.slug(),
                evaluation.verdict.kind,
                evaluation.verdict.rmae
            );
            done.push((kind, seed, evaluation));
        }
        Ok::<_, String>(done)
    };
    let mut all = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let mut all = Vec::new();
        for worker in workers {
            all.extend(worker.join().map_err(|_| "a run panicked".to_owned())??);
        }
        Ok::<_, String>(all)
    })?;
    all.sort_by_key(|(kind, seed, _)| (*kind as usize, *seed));

    println!(
        "| world | beats | signal | ties | loses | required | median rMAE | best possible | 80 % split held | 80 % adaptive held |"
    );
    println!("|---|--:|--:|--:|--:|---|--:|--:|---|---|");
    for kind in WorldKind::ALL {
        let of_world: Vec<&Evaluation> = all
            .iter()
            .filter(|(of, _, _)| *of == kind)
            .map(|(_, _, evaluation)| evaluation)
            .collect();
        println!("{}", line(kind, &of_world));
    }
    Ok(())
}

/// Trains the recipe to its end and judges it.
fn one(kind: WorldKind, seed: u64) -> Result<Evaluation, String> {
    let told = |error: &dyn std::fmt::Debug| format!("{} {seed}: {error:?}", kind.slug());
    let prices = world::generate(kind, seed, DEFAULT_DAYS);
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

fn line(kind: WorldKind, evaluations: &[&Evaluation]) -> String {
    let count = |wanted: VerdictKind| {
        evaluations
            .iter()
            .filter(|evaluation| evaluation.verdict.kind == wanted)
            .count()
    };
    let required = required(kind).map_or("–".to_owned(), |(wanted, least)| {
        let met = if count(wanted) >= least {
            "met"
        } else {
            "not met"
        };
        format!("{} ≥ {least}: {met}", wanted.slug())
    });
    let rmae = median(evaluations.iter().map(|each| each.verdict.rmae));
    let best = median(
        evaluations
            .iter()
            .filter_map(|each| each.scores.best_possible.as_ref().map(|best| best.rmae)),
    );
    let held = |method: IntervalMethod| {
        let shares: Vec<f64> = evaluations
            .iter()
            .filter_map(|each| each.interval_at(method, LEVEL))
            .map(|interval| interval.coverage)
            .collect();
        let mean = shares.iter().sum::<f64>() / shares.len().max(1) as f64;
        let (low, high) = shares
            .iter()
            .fold((1.0_f64, 0.0_f64), |(low, high), share| {
                (low.min(*share), high.max(*share))
            });
        format!(
            "{:.1} % ({:.1}–{:.1})",
            mean * 100.0,
            low * 100.0,
            high * 100.0
        )
    };
    format!(
        "| {} | {} | {} | {} | {} | {required} | {rmae:.3} | {best:.3} | {} | {} |",
        kind.world().name,
        count(VerdictKind::Beats),
        count(VerdictKind::Signal),
        count(VerdictKind::Ties),
        count(VerdictKind::Loses),
        held(IntervalMethod::Split),
        held(IntervalMethod::Adaptive),
    )
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
