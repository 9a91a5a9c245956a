//! What a study found, as numbers: for the screen's tables and for the report, which saves the very
//! same ones.

use super::forecasts::{FoldForecasts, SideForecasts};
use super::{SettingsOf, Side, State, Study, Subject, side_letter};
use crate::experiment::Experiment;
use crate::forecast::Evaluation;
use crate::forecast::conformal::LEVEL;
use crate::forecast::dataset::Block;
use crate::forecast::evaluation::{IntervalMethod, Verdict, VerdictKind};
use crate::forecast::seeds::{PairedComparison, Spread};
use crate::forecast::settings::Recipe;
use crate::forecast::walk_forward::{Pooled, TrainingSpan};
use crate::market::Series;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

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

/// A finished fold in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FoldReport {
    #[serde(flatten)]
    pub score: FoldScore,
    /// `None` in reports that are older.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecasts: Option<FoldForecasts>,
}

/// A walk-forward, under `walk_forward` in a report.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WalkForwardReport {
    /// The experiment's fragment, without `#`: its settings may not be those of the reported run.
    pub address: String,
    pub state: State,
    pub plan: WalkForwardPlan,
    /// Finished folds, oldest first.
    pub folds: Vec<FoldReport>,
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
    /// `None` in reports that are older.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forecasts: Option<SideForecasts>,
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

/// Something that the seeds say.
#[derive(Debug, Clone, PartialEq)]
pub enum SeedsFinding {
    /// Of the rMAE, the first side minus the second.
    Comparison(PairedComparison),
    /// The two that are compared were tested on days that differ a little.
    OtherWindows,
    /// How much of the score of one side is luck in training.
    Luck { side: usize, luck: Luck },
    /// The study ended with fewer seeds than a spread can be told from.
    TooFewSeeds,
}

/// How much of an experiment's score is luck in training.
#[derive(Debug, Clone, PartialEq)]
pub struct Luck {
    /// Of the rMAE.
    pub spread: Spread,
    /// `None` where all scores are the same.
    pub below_one: Option<BelowOne>,
    /// How often each verdict was given.
    pub beats: usize,
    pub signals: usize,
    pub ties: usize,
    pub loses: usize,
}

/// How many of the rMAEs are below 1, where a network is better than persistence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BelowOne {
    All,
    None,
    Some { below: usize, runs: usize },
}

impl SeedScore {
    fn of(seed: u64, evaluation: &Evaluation) -> Self {
        Self {
            seed,
            mae: evaluation.scores.model.mae,
            rmse: evaluation.scores.model.rmse,
            rmse_ratio: evaluation.rmse_ratio(),
            verdict: evaluation.verdict.clone(),
        }
    }
}

impl Side {
    /// Of the finished seeds, in their order.
    pub fn rmaes(&self) -> Vec<f64> {
        let finished = self.scores.iter().flatten();
        finished.map(|score| score.verdict.rmae).collect()
    }

    /// Takes what one more seed gave; `index` is its place among the seeds.
    pub(super) fn finish(
        &mut self,
        index: usize,
        seed: u64,
        series: &Series,
        evaluation: &Evaluation,
    ) {
        let before = self.scores[..index].iter().flatten().count();
        self.scores[index] = Some(SeedScore::of(seed, evaluation));
        SideForecasts::insert(&mut self.forecasts, before, series, evaluation);
    }

    /// `None` for fewer seeds than a spread can be told from.
    pub fn spread(&self) -> Option<Spread> {
        Spread::new(&self.rmaes()).ok()
    }
}

/// What pooling and the report need of an evaluation: its scores, the forecasts of its test days, and the usual
/// interval.
pub(super) fn scored_days_of(mut evaluation: Evaluation) -> Evaluation {
    evaluation
        .intervals
        .retain(|it| (it.method, it.level) == (IntervalMethod::USUAL, LEVEL));
    evaluation.intervals.shrink_to_fit();
    evaluation.against_label = None;
    evaluation
        .predictions
        .retain(|day| day.block == Block::Test);
    evaluation.predictions.shrink_to_fit();
    evaluation
}

impl Study {
    /// Finished folds, oldest first; none for other studies.
    pub fn folds(&self) -> Vec<FoldScore> {
        let Subject::WalkForward {
            plan, evaluations, ..
        } = &self.subject
        else {
            return Vec::new();
        };
        let folds = plan.folds.iter().zip(evaluations);
        let finished = folds.filter_map(|(fold, it)| Some((fold, it.as_ref()?)));
        finished
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
                rmse_ratio: evaluation.rmse_ratio(),
                verdict: evaluation.verdict.clone(),
                coverage: evaluation.interval.coverage,
            })
            .collect()
    }

    /// `None` before a fold is finished, and for other studies.
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
            folds: (self.folds().into_iter().zip(self.fold_forecasts()))
                .map(|(score, forecasts)| FoldReport { score, forecasts })
                .collect(),
            pooled: Pooled::clone(pooled.as_ref()?),
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
        // One of a pair may be there alone.
        let pairs = first.scores.iter().zip(&second.scores);
        let pairs = pairs.filter_map(|(first, second)| {
            Some((first.as_ref()?.verdict.rmae, second.as_ref()?.verdict.rmae))
        });
        let (first, second): (Vec<f64>, Vec<f64>) = pairs.unzip();
        PairedComparison::new(&first, &second).ok()
    }

    /// `None` before a seed is finished, and for other studies.
    pub fn seeds_report(&self) -> Option<SeedsReport> {
        let Subject::Seeds { seeds, sides } = &self.subject else {
            return None;
        };
        let reported = sides.iter().enumerate().map(|(index, side)| SideReport {
            name: reported_name(index, side.of, sides.len()),
            address: Experiment {
                settings: side.settings.clone(),
                ..self.experiment.clone()
            }
            .to_fragment(),
            runs: side.scores.iter().flatten().cloned().collect(),
            spread: side.spread(),
            forecasts: side.forecasts.clone(),
        });
        (self.finished() > 0).then(|| SeedsReport {
            state: self.state,
            seeds: seeds.clone(),
            sides: reported.collect(),
            comparison: self.comparison(),
        })
    }

    /// What the seeds say: the answer of a comparison first, then how much is luck.
    pub fn seeds_findings(&self) -> Vec<SeedsFinding> {
        let Subject::Seeds { sides, .. } = &self.subject else {
            return Vec::new();
        };
        let mut found = Vec::new();
        if let Some(comparison) = self.comparison() {
            found.push(SeedsFinding::Comparison(comparison));
            let windows = sides.iter().map(|side| side.settings.window);
            if windows.min() != sides.iter().map(|side| side.settings.window).max() {
                found.push(SeedsFinding::OtherWindows);
            }
        }
        let luck = sides.iter().enumerate();
        found.extend(luck.filter_map(|(index, side)| {
            let luck = Luck::of(side, side.spread()?);
            Some(SeedsFinding::Luck { side: index, luck })
        }));
        if found.is_empty() && self.finished() > 0 && !self.is_running() {
            found.push(SeedsFinding::TooFewSeeds);
        }
        found
    }

    /// What a finished training, by its number from 0, has shown of the test block, as text that differs where
    /// networks do; `None` where it was tested on other days only.
    pub fn looked_at(&self, number: usize) -> Option<String> {
        let address = self.experiment.to_fragment();
        match &self.subject {
            Subject::WalkForward { plan, .. } => {
                // The test block of a plain training is the last fifth of the targets.
                let rows = self.prices.series.len();
                let window = self.experiment.settings.window;
                let block = window + (rows - window) * 4 / 5;
                let fold = &plan.folds[number];
                let of = plan.folds.len();
                (fold.test.end > block).then(|| {
                    let span = plan.span.slug();
                    format!("{address} fold {} of {of} {span}", fold.number)
                })
            }
            Subject::Seeds { seeds, sides } => {
                let (side, seed) = (&sides[number % sides.len()], seeds[number / sides.len()]);
                Some(format!("{address} {:?} seed {seed}", side.settings))
            }
            Subject::Cells { rivals, .. } => {
                let cell = rivals[number].cell;
                Some(format!("{address} as {}", cell.slug()))
            }
            Subject::Several { .. } => self.is_loaded(number).then(|| format!("{address} several")),
        }
    }
}

impl Luck {
    fn of(side: &Side, spread: Spread) -> Self {
        let rmaes = side.rmaes();
        let runs = rmaes.len();
        let below = rmaes.iter().filter(|rmae| **rmae < 1.0).count();
        let below_one = match below {
            _ if spread.deviation == 0.0 => None,
            0 => Some(BelowOne::None),
            all if all == runs => Some(BelowOne::All),
            some => Some(BelowOne::Some { below: some, runs }),
        };
        let verdicts = |kind: VerdictKind| {
            let scores = side.scores.iter().flatten();
            scores.filter(|score| score.verdict.kind == kind).count()
        };
        Self {
            spread,
            below_one,
            beats: verdicts(VerdictKind::Beats),
            signals: verdicts(VerdictKind::Signal),
            ties: verdicts(VerdictKind::Ties),
            loses: verdicts(VerdictKind::Loses),
        }
    }
}

/// What a report calls a side: "A (honest recipe)"; without a partner "the honest recipe".
fn reported_name(index: usize, of: SettingsOf, sides: usize) -> String {
    let name = match of {
        SettingsOf::Recipe(Recipe::Honest) => "honest recipe".to_owned(),
        SettingsOf::Recipe(Recipe::Notebook) => "notebook recipe".to_owned(),
        SettingsOf::Run(number) => format!("run {number}"),
    };
    match (sides, of) {
        (1, SettingsOf::Recipe(_)) => format!("the {name}"),
        (1, SettingsOf::Run(_)) => name,
        _ => format!("{} ({name})", side_letter(index)),
    }
}
