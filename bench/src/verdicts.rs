//! Is the verdict right where the truth is known? The recipe "honest" on known worlds, seeds from 1 on,
//! not chosen: how often it is called what, and how the intervals held. Prints Markdown tables.

use crate::trainings::{self, best_possible, median};
use hindcast::forecast::bands::{BandName, BandScores};
use hindcast::forecast::conformal::LEVEL;
use hindcast::forecast::evaluation::{Evaluation, VerdictKind};
use hindcast::market::world::WorldKind;

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

    fn trainings(&self) -> trainings::Case {
        let world = format!("source=world:{}", self.kind.world().slug);
        let address = match self.set {
            Some((key, value)) => format!("{world}&parameters={key}:{value}"),
            None => world,
        };
        trainings::Case {
            address,
            seeds: self.seeds,
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

/// # Errors
/// What the first training that failed said.
pub fn tables() -> Result<String, String> {
    let cases: Vec<_> = CASES.iter().map(Case::trainings).collect();
    let of_cases = trainings::train_all(&cases)?;
    Ok(written(&of_cases))
}

fn written(of_cases: &[Vec<Evaluation>]) -> String {
    let mut lines = vec![
        "| world | seeds | beats | signal | ties | loses | median rMAE | best possible |"
            .to_owned(),
        "|---|--:|--:|--:|--:|--:|--:|--:|".to_owned(),
    ];
    let pairs = || CASES.iter().zip(of_cases);
    lines.extend(pairs().map(|(case, evaluations)| verdicts(case, evaluations)));
    lines.push("\n| required | of | at least | at most | found | |".to_owned());
    lines.push("|---|--:|--:|--:|--:|---|".to_owned());
    lines.extend(REQUIRED.iter().map(|required| judged(required, of_cases)));
    lines.push(format!(
        "\n| the usual {:.0} % interval | held | calm | wild | steady | score, of the plain band's | CRPS, of the plain band's |",
        100.0 * LEVEL
    ));
    lines.push("|---|--:|--:|--:|--:|--:|--:|".to_owned());
    lines.extend(pairs().map(|(case, evaluations)| intervals(case, evaluations)));
    lines.join("\n")
}

fn verdicts(case: &Case, evaluations: &[Evaluation]) -> String {
    let count = |wanted: VerdictKind| {
        let kinds = evaluations.iter().map(|each| each.verdict.kind);
        kinds.filter(|kind| *kind == wanted).count()
    };
    let rmae = median(evaluations.iter().map(|each| each.verdict.rmae));
    let best = best_possible(evaluations);
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
