//! Experiments on known worlds, trained to their end on all cores, and judged as the page judges them.
//! Nothing here is timed.

use crate::wait::block_on;
use burn::tensor::Device;
use hindcast::experiment::Experiment;
use hindcast::forecast::Dataset;
use hindcast::forecast::evaluation::{Evaluation, evaluate};
use hindcast::forecast::job::training_job;
use hindcast::protocol::DeviceKind;
use hindcast::training::{Training, Unwatched};
use std::sync::atomic::{AtomicUsize, Ordering};

/// An experiment and how many seeds of it are trained: 1, 2, …, not chosen.
#[derive(Debug, Clone)]
pub struct Case {
    /// The address that replays it, without its seed.
    pub address: String,
    pub seeds: u64,
}

/// The evaluations of each case in the order of its seeds.
///
/// # Errors
/// What the first training that failed said, with its address.
pub fn train_all(cases: &[Case]) -> Result<Vec<Vec<Evaluation>>, String> {
    let trainings: Vec<(usize, u64)> = (cases.iter().enumerate())
        .flat_map(|(place, case)| (1..=case.seeds).map(move |seed| (place, seed)))
        .collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let turn = next.fetch_add(1, Ordering::Relaxed);
            let Some(&(place, seed)) = trainings.get(turn) else {
                return Ok::<_, String>(done);
            };
            let address = format!("{}&seed={seed}", cases[place].address);
            let evaluation = train(&address).map_err(|error| format!("{address}: {error}"))?;
            let verdict = &evaluation.verdict;
            eprintln!(
                "    {}/{}  {address}: {:?}, rMAE {:.4}",
                turn + 1,
                trainings.len(),
                verdict.kind,
                verdict.rmae
            );
            done.push((turn, evaluation));
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let mut done = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let mut done = Vec::new();
        for worker in workers {
            done.extend(worker.join().map_err(|_| "a run panicked".to_owned())??);
        }
        Ok::<_, String>(done)
    })?;
    done.sort_by_key(|(turn, _)| *turn);
    let mut of_cases = vec![Vec::new(); cases.len()];
    for (turn, evaluation) in done {
        of_cases[trainings[turn].0].push(evaluation);
    }
    Ok(of_cases)
}

fn train(address: &str) -> Result<Evaluation, String> {
    fn told(error: impl std::fmt::Debug) -> String {
        format!("{error:?}")
    }
    let (experiment, complaints) = Experiment::from_fragment(address);
    if !complaints.is_empty() {
        return Err(told(complaints));
    }
    let prices = experiment.generated().ok_or("no known world")?;
    let dataset = Dataset::new(&prices.series, &experiment.settings).map_err(told)?;
    let mut training =
        Training::new(training_job(&dataset), DeviceKind::Cpu, Device::flex()).map_err(told)?;
    block_on(training.run(&mut Unwatched)).map_err(told)?;
    let model = block_on(training.model()).map_err(told)?;
    evaluate(&prices, &dataset, &model.predictions).map_err(told)
}

/// The middle value; NaN of none.
pub fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    match values.len() {
        0 => f64::NAN,
        count if count % 2 == 1 => values[count / 2],
        count => (values[count / 2 - 1] + values[count / 2]) / 2.0,
    }
}

/// rMAE of the best forecast that anyone could make, in the middle of the seeds.
pub fn best_possible(evaluations: &[Evaluation]) -> f64 {
    let best = evaluations.iter().map(|each| &each.scores.best_possible);
    median(best.flatten().map(|best| best.rmae))
}
