//! One experiment on several histories: what each gave, and what all of them say together. A history that cannot
//! be read or trained on says why in its row, and the others go on.

use super::{State, Study, Subject};
use crate::forecast::benjamini_hochberg;
use crate::forecast::dataset::DatasetError;
use crate::forecast::day_forecasts::DayForecasts;
use crate::forecast::diebold_mariano::DieboldMariano;
use crate::forecast::evaluation::{Evaluation, EvaluationError, Knowledge, Verdict, VerdictKind};
use crate::forecast::several::{PooledKnowledge, pooled_clark_west};
use crate::forecast::verdict::is_significant;
use crate::market::Prices;
use crate::market::alpha_vantage::NoHistory;
use crate::market::price_file::FileError;
use crate::protocol::TrainingError;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub const MIN_SERIES: usize = 2;
pub const MAX_SERIES: usize = 20;

/// Which history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeriesName {
    /// The experiment's own world with this seed.
    Seed(u64),
    /// A file of the visitor's.
    File(String),
    /// A share or a pair that Alpha Vantage is asked for.
    Symbol(String),
}

/// One of the histories.
#[derive(Debug, Clone, PartialEq)]
pub struct Member {
    pub name: SeriesName,
    /// `None` until its turn is over.
    pub outcome: Option<Result<Box<SeriesScore>, NoScore>>,
    /// Its prices are those on the page: whoever sees its score has looked at their test block.
    pub(super) is_loaded: bool,
}

/// What the experiment came to on one history.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeriesScore {
    /// Prices that there are.
    pub rows: usize,
    /// In price units.
    pub mae: f64,
    pub rmse: f64,
    /// RMSE divided by that of persistence.
    pub rmse_ratio: f64,
    pub verdict: Verdict,
    /// Of its test days.
    pub forecasts: DayForecasts,
}

/// Why a history, or a kind of network, has no score.
#[derive(Debug, Clone, PartialEq)]
pub enum NoScore {
    FileNotReadable,
    File(FileError),
    /// What unpacks the file did not load.
    PartNotLoaded,
    /// The file can be read in more than one way, which only the visitor can decide.
    FileLeavesQuestion,
    /// These settings cannot cut it: too few prices, or it lacks what the network is to read.
    NotCut(DatasetError),
    /// The trainer gave it up.
    Training(TrainingError),
    NotScored(EvaluationError),
    /// Alpha Vantage did not give it.
    NoHistory(NoHistory),
}

impl NoScore {
    /// Its name in a report.
    pub(super) fn slug(&self) -> &'static str {
        match self {
            Self::FileNotReadable | Self::PartNotLoaded => "not-readable",
            Self::File(_) => "no-prices",
            Self::FileLeavesQuestion => "leaves-a-question",
            Self::NotCut(DatasetError::TooFewRows { .. }) => "too-short",
            Self::NotCut(DatasetError::NoInput { .. }) => "lacks-an-input",
            Self::Training(_) => "not-trained",
            Self::NotScored(_) => "not-scored",
            Self::NoHistory(NoHistory::NotAsked) => "not-asked",
            Self::NoHistory(_) => "not-fetched",
        }
    }
}

/// A verdict with all of the study's counted, each p-value adjusted for that: of histories after Benjamini &
/// Hochberg, of kinds of network after Holm.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct AllCounted {
    /// Of the Diebold–Mariano test.
    pub p_beats: f64,
    /// Of the larger p-value of the two Clark–West tests, of which both have to reject.
    pub p_knows: f64,
    pub beats: bool,
    pub loses: bool,
    pub knows_something: bool,
}

/// What all scored histories say together.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Together {
    pub series: usize,
    /// How often each verdict was given, each for itself.
    pub beats: usize,
    pub signals: usize,
    pub ties: usize,
    pub loses: usize,
    /// How many of them still beat, lose and know something, all counted.
    pub beats_counted: usize,
    pub loses_counted: usize,
    pub knows_counted: usize,
    /// `None` where no history moves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pooled: Option<PooledKnowledge>,
}

/// A history in a report: its score, or why it has none.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeriesReport {
    /// The name of its file, its symbol, or "seed 3".
    pub name: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_score: Option<String>,
    #[serde(flatten, default, skip_serializing_if = "Option::is_none")]
    pub score: Option<SeriesScore>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub all_counted: Option<AllCounted>,
}

/// Several histories, under `several` in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeveralReport {
    /// The experiment's fragment, without `#`.
    pub address: String,
    pub state: State,
    /// Histories planned.
    pub planned: usize,
    /// Those whose turn is over, in their order.
    pub series: Vec<SeriesReport>,
    pub together: Together,
}

impl Member {
    pub(super) fn new(name: SeriesName) -> Self {
        Self {
            name,
            outcome: None,
            is_loaded: false,
        }
    }

    pub fn score(&self) -> Option<&SeriesScore> {
        self.outcome.as_ref()?.as_ref().ok().map(Box::as_ref)
    }
}

impl SeriesScore {
    pub(super) fn of(evaluation: &Evaluation, prices: &Prices) -> Option<Self> {
        let scores = &evaluation.scores;
        Some(Self {
            rows: prices.series.len(),
            mae: scores.model.mae,
            rmse: scores.model.rmse,
            rmse_ratio: evaluation.rmse_ratio(),
            verdict: evaluation.verdict.clone(),
            forecasts: DayForecasts::of(&prices.series, evaluation.test_predictions())?,
        })
    }
}

/// Each scored history with all of them counted, in their order.
pub fn all_counted(members: &[Member]) -> Vec<AllCounted> {
    let scores = members.iter().filter_map(Member::score);
    let verdicts: Vec<&Verdict> = scores.map(|score| &score.verdict).collect();
    counted(&verdicts, benjamini_hochberg::adjusted)
}

/// These verdicts with all of them counted, in their order; `adjusted` gives the p-values for that.
pub(super) fn counted(verdicts: &[&Verdict], adjusted: fn(&[f64]) -> Vec<f64>) -> Vec<AllCounted> {
    let p_knows = |verdict: &&Verdict| {
        let tests = verdict.clark_west.as_ref();
        tests.map_or(f64::NAN, Knowledge::p_value)
    };
    let p_beats: Vec<f64> = verdicts.iter().map(|verdict| verdict.p_value).collect();
    let p_knows: Vec<f64> = verdicts.iter().map(p_knows).collect();
    let adjusted = adjusted(&p_beats).into_iter().zip(adjusted(&p_knows));
    (verdicts.iter().zip(adjusted))
        .map(|(verdict, (p_beats, p_knows))| {
            let test = DieboldMariano {
                statistic: verdict.dm,
                p_value: p_beats,
            };
            let kind = Verdict::new(verdict.rmae, test).kind;
            AllCounted {
                p_beats,
                p_knows,
                beats: kind == VerdictKind::Beats,
                loses: kind == VerdictKind::Loses,
                knows_something: is_significant(p_knows),
            }
        })
        .collect()
}

impl Together {
    /// `None` for no score.
    pub(super) fn of(members: &[Member]) -> Option<Self> {
        let scores: Vec<&SeriesScore> = members.iter().filter_map(Member::score).collect();
        let verdicts = |kind: VerdictKind| {
            let of_kind = scores.iter().filter(|score| score.verdict.kind == kind);
            of_kind.count()
        };
        let counted = all_counted(members);
        let how_many = |of: fn(&AllCounted) -> bool| counted.iter().filter(|it| of(it)).count();
        let forecasts: Vec<&DayForecasts> = scores.iter().map(|it| &it.forecasts).collect();
        (!scores.is_empty()).then(|| Self {
            series: scores.len(),
            beats: verdicts(VerdictKind::Beats),
            signals: verdicts(VerdictKind::Signal),
            ties: verdicts(VerdictKind::Ties),
            loses: verdicts(VerdictKind::Loses),
            beats_counted: how_many(|it| it.beats),
            loses_counted: how_many(|it| it.loses),
            knows_counted: how_many(|it| it.knows_something),
            pooled: pooled_clark_west(&forecasts),
        })
    }
}

impl Study {
    /// Which history's prices it waits for, from 0: the next one's, where it cannot make them itself.
    pub fn wanted(&self) -> Option<usize> {
        let Subject::Several { members, given, .. } = &self.subject else {
            return None;
        };
        let next = self.upcoming().filter(|_| given.is_none())?;
        let is_made_here = matches!(members[next].name, SeriesName::Seed(_));
        (!is_made_here).then_some(next)
    }

    /// Takes the prices of a history that it waited for, or why there are none.
    pub fn give(&mut self, number: usize, prices: Result<Arc<Prices>, NoScore>) {
        if self.wanted().is_none() || self.is_over(number) || self.is_under_way(number) {
            return;
        }
        match prices {
            Ok(prices) => {
                if let Subject::Several { given, .. } = &mut self.subject {
                    *given = Some((number, prices));
                }
            }
            Err(reason) => self.settle(number, Err(reason)),
        }
    }

    /// Notes what came of a history.
    pub(super) fn settle(&mut self, number: usize, outcome: Result<Box<SeriesScore>, NoScore>) {
        if let Subject::Several {
            members, together, ..
        } = &mut self.subject
        {
            if outcome.is_err() {
                self.pace.left_out(number);
            }
            if let Some(member) = members.get_mut(number) {
                member.outcome = Some(outcome);
            }
            *together = Together::of(members).map(Box::new);
        }
        self.under_way.retain(|it| it.number != number);
        self.end_where_done();
    }

    /// This history's score is of the prices on the page.
    pub(super) fn is_loaded(&self, number: usize) -> bool {
        let Subject::Several { members, .. } = &self.subject else {
            return false;
        };
        let member = &members[number];
        member.is_loaded && member.score().is_some()
    }

    /// `None` before a history is scored, and for other studies.
    pub fn several_report(&self) -> Option<SeveralReport> {
        let Subject::Several {
            members, together, ..
        } = &self.subject
        else {
            return None;
        };
        let mut counted = all_counted(members).into_iter();
        let over = members.iter().filter_map(|member| {
            let outcome = member.outcome.as_ref()?;
            let score = outcome.as_ref().ok();
            Some(SeriesReport {
                name: match &member.name {
                    SeriesName::Seed(seed) => format!("seed {seed}"),
                    SeriesName::File(name) | SeriesName::Symbol(name) => name.clone(),
                },
                no_score: outcome.as_ref().err().map(|why| why.slug().to_owned()),
                score: score.map(|score| SeriesScore::clone(score)),
                all_counted: score.and_then(|_| counted.next()),
            })
        });
        Some(SeveralReport {
            address: self.experiment.to_fragment(),
            state: self.state,
            planned: members.len(),
            series: over.collect(),
            together: Together::clone(together.as_ref()?),
        })
    }
}
