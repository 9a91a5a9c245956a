//! What each cell can carry: LSTM, GRU and plain RNN, and a linear network beside them, on worlds whose memory is as
//! long as one chooses.
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
const NETWORKS: [(&str, &str); 5] = [
    ("LSTM", "cell=lstm"),
    ("LSTM, forget bias 1", "cell=lstm&forget=1"),
    ("GRU", "cell=gru"),
    ("RNN", "cell=rnn"),
    ("linear", "cell=linear"),
];

/// Their places in [`NETWORKS`].
const LSTMS: [usize; 2] = [0, 1];
const RNN: usize = 3;

/// A forget gate that begins nearly open, and the echoes it is tried on. With a bias b a cell state is
/// multiplied by 1 ÷ (1 + e⁻ᵇ) a day: over forty days 9e-13 of it is left with 0, 4e-6 with 1, a seventh with 3.
const OPEN: &str = "cell=lstm&forget=3";
const FAR_LAGS: [usize; 3] = [20, 40, 80];
const FAR_WORLD: usize = 0;

fn window(lag: usize) -> usize {
    WINDOW.max(lag + BEYOND)
}

/// # Errors
/// What the first training that failed said.
pub fn tables() -> Result<String, String> {
    let mut cases = Vec::new();
    for world in WORLDS {
        for lag in LAGS {
            cases.extend(NETWORKS.map(|(_, network)| case(world, lag, network)));
        }
    }
    let near = cases.len();
    cases.extend(FAR_LAGS.map(|lag| case(WORLDS[FAR_WORLD], lag, OPEN)));
    let evaluations = train_all(&cases)?;
    let (near, far) = evaluations.split_at(near);
    let of_lags: Vec<&[Vec<Evaluation>]> = near.chunks(NETWORKS.len()).collect();
    let of_worlds: Vec<_> = of_lags.chunks(LAGS.len()).collect();
    let mut tables: Vec<String> = WORLDS
        .iter()
        .zip(&of_worlds)
        .map(|((world, strength), of_lags)| table(world, strength, of_lags))
        .collect();
    tables.push(far_table(of_worlds[FAR_WORLD], far));
    Ok(tables.join("\n"))
}

fn case((world, strength): (&str, &str), lag: usize, network: &str) -> Case {
    Case {
        address: format!(
            "source=world:{world}&parameters=lag:{lag},{strength}&window={}&{network}",
            window(lag)
        ),
        seeds: SEEDS,
    }
}

/// The open LSTM beside the RNN on the same days.
fn far_table(of_lags: &[&[Vec<Evaluation>]], open: &[Vec<Evaluation>]) -> String {
    let (world, strength) = WORLDS[FAR_WORLD];
    let mut table = format!(
        "| `world:{world}`, {strength} | window | LSTM, forget bias 3 | RNN | LSTM beats, RNN does not |\n\
         |---|--:|--:|--:|--:|\n"
    );
    for (lag, open) in FAR_LAGS.iter().zip(open) {
        let place = LAGS.iter().position(|of| of == lag).expect("a lag of all");
        let rnn = &of_lags[place][RNN];
        table += &format!(
            "| lag {lag} | {} | {} | {} | {} |\n",
            window(*lag),
            found(open),
            found(rnn),
            apart(open, rnn),
        );
    }
    table
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
