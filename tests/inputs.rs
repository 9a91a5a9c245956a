//! What a network can learn with more to read, and with a memory: trainings on the worlds that are made for
//! it, by the usual settings.
//!
//! A few seeds are held to their verdicts with every run of the tests. All of them, from 1 to 10, are
//! measured by
//!
//! ```text
//! cargo test --release --features engine --test inputs -- --ignored --nocapture
//! ```
//!
//! which prints the table of docs/benchmarks.md.

mod support;
#[path = "support/trained.rs"]
mod trained;

use hindcast::experiment::Experiment;
use hindcast::forecast::Evaluation;
use hindcast::forecast::evaluation::VerdictKind;
use std::sync::atomic::{AtomicUsize, Ordering};

const ECHO: &str = "source=world:echo&parameters=lag:5,strength:0.6";
const SHOCK: &str = "source=world:shock";
const VOLUME_UNREAD: &str = "source=world:volume";
const VOLUME_READ: &str = "source=world:volume&inputs=return,volume";

/// Trains what an address describes, with this seed, to its end and judges it.
fn train(address: &str, seed: u64) -> Evaluation {
    let (mut experiment, complaints) = Experiment::from_fragment(address);
    assert_eq!(complaints, [], "{address}");
    experiment.settings.seed = seed;
    trained::train(&experiment)
}

fn assert_verdict(address: &str, seed: u64, expected: VerdictKind) {
    let found = train(address, seed);
    let (kind, rmae) = (found.verdict.kind, found.verdict.rmae);
    assert_eq!(kind, expected, "{address}, seed {seed}: rMAE {rmae:.4}");
}

#[test]
fn an_echo_within_the_window_is_learned() {
    for seed in [1, 2] {
        assert_verdict(ECHO, seed, VerdictKind::Beats);
    }
}

#[test]
fn a_volume_that_foretells_is_learned_by_those_who_read_it_alone() {
    for seed in [1, 2] {
        assert_verdict(VOLUME_UNREAD, seed, VerdictKind::Ties);
        assert_verdict(VOLUME_READ, seed, VerdictKind::Beats);
    }
}

#[test]
#[ignore = "forty trainings: the table of docs/benchmarks.md"]
fn all_seeds() {
    let cases = [ECHO, SHOCK, VOLUME_UNREAD, VOLUME_READ];
    let trainings: Vec<(usize, u64)> = (0..cases.len())
        .flat_map(|case| (1..=10).map(move |seed| (case, seed)))
        .collect();
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        while let Some(&(case, seed)) = trainings.get(next.fetch_add(1, Ordering::Relaxed)) {
            let found = train(cases[case], seed);
            let (kind, rmae) = (found.verdict.kind, found.verdict.rmae);
            eprintln!("{}, seed {seed}: {kind:?}, rMAE {rmae:.4}", cases[case]);
            done.push((case, found));
        }
        done
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let found: Vec<(usize, Evaluation)> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        let found = workers
            .into_iter()
            .flat_map(|worker| worker.join().expect("no panic"));
        found.collect()
    });
    println!(
        "| experiment | beats | signal | ties | loses | median rMAE | of ridge | best possible |"
    );
    println!("|---|--:|--:|--:|--:|--:|--:|--:|");
    let counts = cases.iter().enumerate().map(|(case, address)| {
        let of_case = || {
            let of_case = found.iter().filter(move |(of, _)| *of == case);
            of_case.map(|(_, evaluation)| evaluation)
        };
        let count = |kind| of_case().filter(|it| it.verdict.kind == kind).count();
        let counts = [
            VerdictKind::Beats,
            VerdictKind::Signal,
            VerdictKind::Ties,
            VerdictKind::Loses,
        ]
        .map(count);
        let [beats, signal, ties, loses] = counts;
        let model = median(of_case().map(|it| it.verdict.rmae));
        let ridge = median(of_case().map(|it| it.scores.baselines["ridge"].rmae));
        let best = median(of_case().map(|it| {
            let best = it.scores.best_possible.as_ref();
            best.expect("a known world").rmae
        }));
        println!(
            "| `{address}` | {beats} | {signal} | {ties} | {loses} | {model:.3} | {ridge:.3} | {best:.3} |"
        );
        counts
    });
    let [echo, _, unread, read] = counts.collect::<Vec<_>>()[..] else {
        panic!("a count of each case");
    };
    assert!(echo[0] >= 9, "echo beats on {echo:?}");
    assert!(unread[2] >= 8, "unread volume ties on {unread:?}");
    assert!(read[0] >= 9, "read volume beats on {read:?}");
}

/// The middle value.
fn median(values: impl Iterator<Item = f64>) -> f64 {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    (values[(values.len() - 1) / 2] + values[values.len() / 2]) / 2.0
}
