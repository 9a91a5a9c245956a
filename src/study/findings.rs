//! What a study found, as numbers: for the screen's tables and for the report, which saves the very
//! same ones.

use super::{Side, State, Study, Subject, side_letter};
use crate::experiment::Experiment;
use crate::forecast::Evaluation;
use crate::forecast::dataset::Block;
use crate::forecast::evaluation::{Verdict, VerdictKind};
use crate::forecast::metrics;
use crate::forecast::seeds::{PairedComparison, Spread};
use crate::forecast::walk_forward::{Pooled, TrainingSpan};
use crate::text;
use crate::words;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The score that seeds are compared by.
const SCORE: &str = "rMAE";

/// A finished fold.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FoldScore {
    /// 1-based, oldest first.
    pub fold: usize,
    pub train_from: NaiveDate,
    pub test_from: NaiveDate,
    pub test_to: NaiveDate,
    /// Rows in each block.
    pub train: usize,
    pub validation: usize,
    pub test: usize,
    /// In price units.
    pub mae: f64,
    pub rmse: f64,
    /// RMSE divided by that of persistence.
    pub rmse_ratio: f64,
    pub verdict: Verdict,
    /// The share of its test days that its 80 % interval held.
    pub coverage: f64,
}

/// A walk-forward, under `walk_forward` in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WalkForwardReport {
    /// The experiment's fragment, without `#`: its settings may not be those of the reported run.
    pub address: String,
    pub state: State,
    pub plan: WalkForwardPlan,
    /// Finished folds, oldest first.
    pub folds: Vec<FoldScore>,
    /// Over the finished folds.
    pub pooled: Pooled,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WalkForwardPlan {
    pub span: TrainingSpan,
    /// Folds planned.
    pub folds: usize,
}

/// A finished training with one seed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeedScore {
    pub seed: u64,
    /// In price units.
    pub mae: f64,
    pub rmse: f64,
    pub rmse_ratio: f64,
    pub verdict: Verdict,
}

/// One experiment over its seeds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SideReport {
    /// "A (honest recipe)" where there are two.
    pub name: String,
    pub address: String,
    pub runs: Vec<SeedScore>,
    /// Of the rMAE; `null` for fewer than three runs.
    pub spread: Option<Spread>,
}

/// Repeated seeds, under `seeds` in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SeedsReport {
    pub state: State,
    /// Seeds planned.
    pub seeds: Vec<u64>,
    /// One experiment, or two that are paired by seed.
    pub sides: Vec<SideReport>,
    /// Of the rMAE, the first side minus the second, over the finished pairs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comparison: Option<PairedComparison>,
}

impl SeedScore {
    pub(super) fn of(seed: u64, evaluation: &Evaluation) -> Self {
        Self {
            seed,
            mae: evaluation.scores.model.mae,
            rmse: evaluation.scores.model.rmse,
            rmse_ratio: rmse_ratio(evaluation),
            verdict: evaluation.verdict.clone(),
        }
    }
}

impl Side {
    pub fn rmaes(&self) -> Vec<f64> {
        self.scores.iter().map(|score| score.verdict.rmae).collect()
    }

    /// `None` for fewer seeds than a spread can be told from.
    pub fn spread(&self) -> Option<Spread> {
        Spread::new(&self.rmaes()).ok()
    }
}

/// What pooling needs of an evaluation: its scores, and the forecasts of its test days.
pub(super) fn scored_days_of(mut evaluation: Evaluation) -> Evaluation {
    evaluation.intervals = Vec::new();
    evaluation.against_label = None;
    evaluation
        .predictions
        .retain(|day| day.block == Block::Test);
    evaluation.predictions.shrink_to_fit();
    evaluation
}

fn rmse_ratio(evaluation: &Evaluation) -> f64 {
    let scores = &evaluation.scores;
    metrics::ratio(scores.model.rmse, scores.persistence().rmse)
}

impl Study {
    /// Finished folds, oldest first; none for seeds.
    pub fn folds(&self) -> Vec<FoldScore> {
        let Subject::WalkForward {
            plan, evaluations, ..
        } = &self.subject
        else {
            return Vec::new();
        };
        let folds = plan.folds.iter().zip(evaluations);
        folds
            .map(|(fold, evaluation)| FoldScore {
                fold: fold.number,
                train_from: fold.train_from,
                test_from: fold.test_from,
                test_to: fold.test_to,
                train: fold.train.len(),
                validation: fold.validation.len(),
                test: fold.test.len(),
                mae: evaluation.scores.model.mae,
                rmse: evaluation.scores.model.rmse,
                rmse_ratio: rmse_ratio(evaluation),
                verdict: evaluation.verdict.clone(),
                coverage: evaluation.interval.coverage,
            })
            .collect()
    }

    /// `None` before a fold is finished, and for seeds.
    pub fn walk_forward_report(&self) -> Option<WalkForwardReport> {
        let Subject::WalkForward { plan, pooled, .. } = &self.subject else {
            return None;
        };
        Some(WalkForwardReport {
            address: self.experiment.to_fragment(),
            state: self.state,
            plan: WalkForwardPlan {
                span: plan.span,
                folds: plan.folds.len(),
            },
            folds: self.folds(),
            pooled: pooled.clone()?,
        })
    }

    /// The paired comparison over the finished pairs; `None` for one side or too few pairs.
    pub fn comparison(&self) -> Option<PairedComparison> {
        let Subject::Seeds { sides, .. } = &self.subject else {
            return None;
        };
        let [first, second] = &sides[..] else {
            return None;
        };
        let (first, second) = (first.rmaes(), second.rmaes());
        // The first of a pair may be there alone.
        let pairs = first.len().min(second.len());
        PairedComparison::new(&first[..pairs], &second[..pairs]).ok()
    }

    /// `None` before a seed is finished, and for a walk-forward.
    pub fn seeds_report(&self) -> Option<SeedsReport> {
        let Subject::Seeds { seeds, sides } = &self.subject else {
            return None;
        };
        let reported = sides.iter().enumerate().map(|(index, side)| SideReport {
            // A report is English, whatever the page speaks.
            name: text::in_language(text::Language::English, || self.side_name(index)),
            address: Experiment {
                settings: side.settings.clone(),
                ..self.experiment.clone()
            }
            .to_fragment(),
            runs: side.scores.clone(),
            spread: side.spread(),
        });
        (self.finished() > 0).then(|| SeedsReport {
            state: self.state,
            seeds: seeds.clone(),
            sides: reported.collect(),
            comparison: self.comparison(),
        })
    }

    /// "A (honest recipe)"; without a partner "the honest recipe".
    pub fn side_name(&self, index: usize) -> String {
        match &self.subject {
            Subject::Seeds { sides, .. } if sides.len() > 1 => {
                format!("{} ({})", side_letter(index), sides[index].of.name())
            }
            Subject::Seeds { sides, .. } => sides[index].of.full_name(),
            Subject::WalkForward { .. } => String::new(),
        }
    }

    /// What the seeds say, in sentences: the answer of a comparison first, then how much is luck.
    pub fn seeds_sentences(&self) -> Vec<String> {
        let Subject::Seeds { sides, .. } = &self.subject else {
            return Vec::new();
        };
        let mut said = Vec::new();
        if let Some(comparison) = self.comparison() {
            said.push(words::seeds::comparison(
                &comparison,
                &self.side_name(0),
                &self.side_name(1),
                SCORE,
            ));
            let windows = sides.iter().map(|side| side.settings.window);
            if windows.min() != sides.iter().map(|side| side.settings.window).max() {
                said.push(text::study::other_windows().to_owned());
            }
        }
        for (index, side) in sides.iter().enumerate() {
            if let Some(spread) = side.spread() {
                let sentence = luck_sentence(side, &spread);
                said.push(match sides.len() {
                    1 => sentence,
                    _ => format!("{}: {sentence}", self.side_name(index)),
                });
            }
        }
        if said.is_empty() && self.finished() > 0 && !self.is_running() {
            said.push(text::study::too_few_seeds().to_owned());
        }
        said
    }

    /// What the last finished training has shown of the test block, as text that differs where
    /// networks do; `None` where it was tested on other days only.
    pub fn looked_at(&self) -> Option<String> {
        let address = self.experiment.to_fragment();
        match &self.subject {
            Subject::WalkForward {
                plan, evaluations, ..
            } => {
                // The test block of a plain training is the last fifth of the targets.
                let rows = self.prices.series.len();
                let window = self.experiment.settings.window;
                let block = window + (rows - window) * 4 / 5;
                let fold = plan.folds.get(evaluations.len().checked_sub(1)?)?;
                let of = plan.folds.len();
                (fold.test.end > block).then(|| {
                    let span = plan.span.slug();
                    format!("{address} fold {} of {of} {span}", fold.number)
                })
            }
            Subject::Seeds { sides, .. } => {
                let last = self.finished().checked_sub(1)?;
                let side = &sides[last % sides.len()];
                let seed = side.scores.last()?.seed;
                Some(format!("{address} {:?} seed {seed}", side.settings))
            }
        }
    }
}

/// How much of the score of one experiment is luck in training.
fn luck_sentence(side: &Side, spread: &Spread) -> String {
    let runs = side.scores.len();
    let below = side.rmaes().iter().filter(|rmae| **rmae < 1.0).count();
    let luck = match below {
        _ if spread.deviation == 0.0 => None,
        0 => Some(text::study::none_below_one().to_owned()),
        all if all == runs => Some(text::study::all_below_one().to_owned()),
        some => Some(text::study::some_below_one(some, runs)),
    };
    let verdicts = |kind: VerdictKind| {
        let scores = side.scores.iter();
        scores.filter(|score| score.verdict.kind == kind).count()
    };
    let verdicts = text::study::verdicts(
        times(verdicts(VerdictKind::Beats)),
        times(verdicts(VerdictKind::Ties)),
        times(verdicts(VerdictKind::Loses)),
    );
    let said = [
        Some(words::seeds::spread(spread, SCORE)),
        luck,
        Some(verdicts),
    ];
    let said: Vec<String> = said.into_iter().flatten().collect();
    said.join(" ")
}

fn times(count: usize) -> String {
    match count {
        0 => text::study::never().to_owned(),
        1 => text::study::once().to_owned(),
        2 => text::study::twice().to_owned(),
        more => text::study::times(more),
    }
}
