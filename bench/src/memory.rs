//! What each cell can carry: LSTM, GRU and plain RNN on worlds whose memory is as long as one chooses.
//! Prints Markdown tables.

use crate::trainings::{Case, best_possible, median, train_all};
use hindcast::forecast::evaluation::{Evaluation, VerdictKind};

const SEEDS: u64 = 10;

/// Days after which a move, or a shock, comes back.
const LAGS: [usize; 7] = [2, 5, 10, 15, 20, 40, 80];

/// The usual window, and how many days it holds beyond the one that comes back, where that is longer ago.
const WINDOW: usize = 20;
const BEYOND: usize = 5;

/// A world, by its address and its name in the table.
const WORLDS: [(&str, &str); 2] = [("echo", "strength:0.6"), ("shock", "strength:0.8")];

/// A network, by its name in the table and its address.
const NETWORKS: [(&str, &str); 4] = [
    ("LSTM", "cell=lstm"),
    ("LSTM, forget bias 1", "cell=lstm&forget=1"),
    ("GRU", "cell=gru"),
    ("RNN", "cell=rnn"),
];

/// Their places in [`NETWORKS`].
const LSTMS: [usize; 2] = [0, 1];
const RNN: usize = 3;

fn window(lag: usize) -> usize {
    WINDOW.max(lag + BEYOND)
}

/// # Errors
/// What the first training that failed said.
pub fn tables() -> Result<String, String> {
    let mut cases = Vec::new();
    for (world, strength) in WORLDS {
        for lag in LAGS {
            for (_, network) in NETWORKS {
                let address = format!(
                    "source=world:{world}&parameters=lag:{lag},{strength}&window={}&{network}",
                    window(lag)
                );
                cases.push(Case {
                    address,
                    seeds: SEEDS,
                });
            }
        }
    }
    let evaluations = train_all(&cases)?;
    let of_lags: Vec<&[Vec<Evaluation>]> = evaluations.chunks(NETWORKS.len()).collect();
    let tables = WORLDS
        .iter()
        .zip(of_lags.chunks(LAGS.len()))
        .map(|((world, strength), of_lags)| table(world, strength, of_lags));
    Ok(tables.collect::<Vec<_>>().join("\n"))
}

fn table(world: &str, strength: &str, of_lags: &[&[Vec<Evaluation>]]) -> String {
    let names: Vec<&str> = NETWORKS.iter().map(|(name, _)| *name).collect();
    let mut table = format!(
        "| `world:{world}`, {strength} | window | best possible | {} | LSTM beats, RNN does not |\n\
         |---|--:|--:|{}--:|\n",
        names.join(" | "),
        "--:|".repeat(names.len()),
    );
    for (lag, of_networks) in LAGS.iter().zip(of_lags) {
        let found: Vec<String> = of_networks.iter().map(|each| found(each)).collect();
        let apart = LSTMS.map(|lstm| apart(&of_networks[lstm], &of_networks[RNN]));
        table += &format!(
            "| lag {lag} | {} | {:.3} | {} | {} |\n",
            window(*lag),
            best_possible(&of_networks[RNN]),
            found.join(" | "),
            apart.map(|count| count.to_string()).join("; "),
        );
    }
    table
}

fn beats(evaluation: &Evaluation) -> bool {
    evaluation.verdict.kind == VerdictKind::Beats
}

/// How many seeds beat, and the median rMAE.
fn found(evaluations: &[Evaluation]) -> String {
    let count = evaluations.iter().filter(|each| beats(each)).count();
    let rmae = median(evaluations.iter().map(|each| each.verdict.rmae));
    format!("{count} · {rmae:.3}")
}

/// On how many seeds one beats and the other does not.
fn apart(one: &[Evaluation], other: &[Evaluation]) -> usize {
    let pairs = one.iter().zip(other);
    pairs
        .filter(|(one, other)| beats(one) && !beats(other))
        .count()
}
