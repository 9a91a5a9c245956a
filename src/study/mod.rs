//! A study: one experiment trained several times over, because one training cannot say whether what
//! it found holds. A walk-forward trains on one stretch of the history after the other; seeds train
//! on the same one with another draw of luck each; several histories are trained on each by itself. Plain data and no clock of its own: the page hands
//! in the time, sends each [`TrainingJob`] to the trainer and passes on what that says.
//!
//! ```text
//! running ─► done
//!    │
//!    ├─► cancelled   finished trainings stay
//!    └─► failed      finished trainings stay
//! ```
//!
//! Of a finished training only numbers are kept: its scores and the forecasts of its test days. Everything
//! else goes when the next training begins.

mod both;
mod cells;
mod course;
mod findings;
mod forecasts;
mod pace;
mod series;

pub use both::Studies;
pub use cells::{CellReport, CellScore, CellsReport, Rival, cells_counted};
pub use course::{EndedEarly, FailedBy, Progress, Stage, StudyError, TrainingName};
pub use findings::{
    BelowOne, FoldReport, FoldScore, Luck, SeedScore, SeedsFinding, SeedsReport, SideReport,
    WalkForwardReport,
};
pub use forecasts::{FoldForecasts, SideForecasts};
pub use series::{
    AllCounted, MAX_SERIES, MIN_SERIES, Member, NoScore, SeriesName, SeriesReport, SeriesScore,
    SeveralReport, Together, all_counted,
};

use crate::experiment::Experiment;
use crate::forecast::evaluation::{EvaluationError, evaluate};
use crate::forecast::job::training_job;
use crate::forecast::odometer::open_prices;
use crate::forecast::seeds::training_seeds;
use crate::forecast::settings::Recipe;
use crate::forecast::walk_forward::{Plan, Pooled, TrainingSpan};
use crate::forecast::{Dataset, Evaluation, Settings};
use crate::market::{Prices, Source};
use crate::protocol::{DeviceReason, FromTrainer, TrainingJob};
use pace::Pace;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// Where a study stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Running,
    Done,
    Cancelled,
    Failed,
}

impl State {
    /// The value of `data-state`; where there is no study it is `idle`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Running => "running",
            Self::Done => "done",
            Self::Cancelled => "cancelled",
            Self::Failed => "failed",
        }
    }
}

/// What the settings that are repeated with seeds are known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SettingsOf {
    Recipe(Recipe),
    /// A past run, by its number.
    Run(u32),
}

/// What an experiment is compared with over seeds.
#[derive(Debug, Clone, PartialEq)]
pub struct Partner {
    pub of: SettingsOf,
    pub settings: Settings,
}

/// One of the experiments that are repeated with seeds.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    pub of: SettingsOf,
    pub settings: Settings,
    /// One per finished seed, in the order of the seeds.
    pub scores: Vec<SeedScore>,
    /// Of those seeds; `None` before the first.
    pub forecasts: Option<SideForecasts>,
    /// Cut once for all seeds; gone when the study ends.
    dataset: Option<Arc<Dataset>>,
}

/// What is trained over and over, and what came of it so far.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    WalkForward {
        plan: Plan,
        /// One per finished fold, oldest first; of their predictions only those of the test days.
        evaluations: Vec<Evaluation>,
        /// Of the finished folds; `None` for none.
        pooled: Option<Box<Pooled>>,
    },
    Seeds {
        seeds: Vec<u64>,
        /// One, or two that are paired by seed.
        sides: Vec<Side>,
    },
    Several {
        members: Vec<Member>,
        /// The prices of the one whose turn it is, where they came from elsewhere.
        given: Option<Arc<Prices>>,
        /// Of the scored ones; `None` for none.
        together: Option<Box<Together>>,
    },
    Cells {
        rivals: Vec<Rival>,
        /// Cut once for all of them; gone when the study ends.
        dataset: Option<Arc<Dataset>>,
    },
}

/// A training under way.
#[derive(Debug, Clone, PartialEq)]
struct Training {
    run: u32,
    /// Which of the study's trainings, from 0.
    number: usize,
    prices: Arc<Prices>,
    dataset: Arc<Dataset>,
    epoch: usize,
    /// Steps behind it.
    steps: usize,
    /// When the trainer began; `None` while its engine loads.
    began_ms: Option<f64>,
    /// What it took by the trainer's clock; 0 before its network is there.
    total_ms: f64,
    /// The network is there and its scores are not.
    scoring: bool,
}

/// The order for the trainer. The job is made by [`Order::job`], which takes a while.
#[derive(Debug, Clone)]
pub struct Order {
    pub run: u32,
    dataset: Arc<Dataset>,
    seed: u64,
}

/// A trained network's forecasts, ready to be scored.
#[derive(Debug, Clone, PartialEq)]
pub struct Scoring {
    pub run: u32,
    prices: Arc<Prices>,
    dataset: Arc<Dataset>,
    predictions: Vec<f32>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// As it was at the start.
    pub experiment: Experiment,
    pub prices: Arc<Prices>,
    pub subject: Subject,
    pub state: State,
    /// Set where it ended early.
    pub ended_early: Option<EndedEarly>,
    /// What befell it on the way, such as a lost GPU.
    pub remark: Option<DeviceReason>,
    current: Option<Training>,
    pace: Pace,
}

impl Order {
    pub fn job(&self) -> TrainingJob {
        TrainingJob {
            seed: self.seed,
            ..training_job(&self.dataset)
        }
    }
}

impl Scoring {
    /// # Errors
    /// As [`evaluate`].
    pub fn evaluate(&self) -> Result<Evaluation, EvaluationError> {
        evaluate(&self.prices, &self.dataset, &self.predictions)
    }
}

impl Study {
    /// A network for each of `folds` stretches of the history.
    ///
    /// # Errors
    /// These prices cannot be cut so.
    pub fn walk_forward(
        experiment: &Experiment,
        prices: &Arc<Prices>,
        folds: usize,
        span: TrainingSpan,
    ) -> Result<Self, StudyError> {
        let settings = &experiment.settings;
        let plan = Plan::new(&prices.series, settings, folds, span)?;
        let folds = plan.folds.iter();
        let pace = Pace::new(folds.map(|fold| (0, fold.train.len(), settings)));
        let subject = Subject::WalkForward {
            plan,
            evaluations: Vec::new(),
            pooled: None,
        };
        Ok(Self::new(experiment, prices, subject, pace))
    }

    /// The experiment with its seed and those after it, beside a partner with the same seeds. They
    /// draw what is random in training alone: prices and test block stay the experiment's.
    ///
    /// # Errors
    /// So many seeds cannot be compared, or the prices cannot be cut for one of the two.
    pub fn seeds(
        experiment: &Experiment,
        prices: &Arc<Prices>,
        count: usize,
        partner: Option<Partner>,
    ) -> Result<Self, StudyError> {
        let own = &experiment.settings;
        let seeds = training_seeds(own.seed, count)?;
        let first = Partner {
            of: SettingsOf::Recipe(own.recipe),
            settings: own.clone(),
        };
        let sides = [Some(first), partner]
            .into_iter()
            .flatten()
            .map(|Partner { of, settings }| {
                // Seed and device are no part of what is compared.
                let settings = Settings {
                    seed: own.seed,
                    device: own.device,
                    ..settings
                };
                let dataset = Dataset::new(&prices.series, &settings)?;
                Ok(Side {
                    of,
                    settings,
                    scores: Vec::new(),
                    forecasts: None,
                    dataset: Some(Arc::new(dataset)),
                })
            })
            .collect::<Result<Vec<_>, StudyError>>()?;
        let planned = seeds.iter().flat_map(|_| sides.iter().enumerate());
        let pace = Pace::new(planned.map(|(index, side)| {
            let rows = side.dataset.as_ref().map_or(0, |it| it.split.train.len());
            (index, rows, &side.settings)
        }));
        let subject = Subject::Seeds { seeds, sides };
        Ok(Self::new(experiment, prices, subject, pace))
    }

    /// The experiment on several histories, one after the other. `prices` are those on the page, whose length
    /// stands for that of the others until they are there.
    ///
    /// # Errors
    /// So many cannot be compared, or a seed is named and there is no world.
    pub fn several(
        experiment: &Experiment,
        prices: &Arc<Prices>,
        names: Vec<SeriesName>,
    ) -> Result<Self, StudyError> {
        let is_world = matches!(experiment.source, Source::World(_));
        let needs_world = names.iter().any(|it| matches!(it, SeriesName::Seed(_)));
        if !(MIN_SERIES..=MAX_SERIES).contains(&names.len()) || (needs_world && !is_world) {
            return Err(StudyError::Series { found: names.len() });
        }
        let settings = &experiment.settings;
        // About as much as is learned from of these.
        let rows = prices.series.len() * 7 / 10;
        let pace = Pace::new(names.iter().map(|_| (0, rows, settings)));
        let subject = Subject::Several {
            members: names.into_iter().map(Member::new).collect(),
            given: None,
            together: None,
        };
        Ok(Self::new(experiment, prices, subject, pace))
    }

    /// The experiment with each kind of network, on the same days with the same seed.
    ///
    /// # Errors
    /// The prices cannot be cut.
    pub fn cells(experiment: &Experiment, prices: &Arc<Prices>) -> Result<Self, StudyError> {
        let settings = &experiment.settings;
        let dataset = Dataset::new(&prices.series, settings)?;
        let rows = dataset.split.train.len();
        let rivals = Rival::all();
        // A linear network's step has a speed of its own.
        let side = |rival: &Rival| usize::from(rival.cell.cell().is_none());
        let pace = Pace::new(rivals.iter().map(|it| (side(it), rows, settings)));
        let subject = Subject::Cells {
            rivals,
            dataset: Some(Arc::new(dataset)),
        };
        Ok(Self::new(experiment, prices, subject, pace))
    }

    fn new(experiment: &Experiment, prices: &Arc<Prices>, subject: Subject, pace: Pace) -> Self {
        Self {
            experiment: experiment.clone().without_autorun(),
            prices: prices.clone(),
            subject,
            state: State::Running,
            ended_early: None,
            remark: None,
            current: None,
            pace,
        }
    }

    pub fn is_running(&self) -> bool {
        self.state == State::Running
    }

    /// Trainings planned.
    pub fn trainings(&self) -> usize {
        self.pace.trainings()
    }

    /// Trainings finished and scored.
    pub fn finished(&self) -> usize {
        match &self.subject {
            Subject::WalkForward { evaluations, .. } => evaluations.len(),
            Subject::Seeds { sides, .. } => sides.iter().map(|side| side.scores.len()).sum(),
            // Those that have no score are over, too.
            Subject::Several { members, .. } => {
                let over = members.iter().filter(|member| member.outcome.is_some());
                over.count()
            }
            Subject::Cells { .. } => self.cell_scores().len(),
        }
    }

    /// Which training is under way, from 0.
    pub fn training(&self) -> Option<usize> {
        self.current.as_ref().map(|training| training.number)
    }

    /// Sets up the next training, under this number. `None` where there is nothing to train: all is
    /// done, the study has ended, a training is under way, or it waits for prices ([`Study::wanted`]).
    pub fn next(&mut self, run: u32) -> Option<Order> {
        if !self.is_running() || self.current.is_some() || self.wanted().is_some() {
            return None;
        }
        let number = self.finished();
        if number == self.trainings() {
            self.end(State::Done);
            return None;
        }
        let (prices, dataset, seed) = match self.materials(number) {
            Ok(materials) => materials,
            Err(FailedBy::NotCut(error)) if matches!(self.subject, Subject::Several { .. }) => {
                self.settle(Err(NoScore::NotCut(error)));
                return self.next(run);
            }
            Err(reason) => {
                self.fail(reason);
                return None;
            }
        };
        self.pace.learns_from(number, dataset.split.train.len());
        self.current = Some(Training {
            run,
            number,
            prices,
            dataset: dataset.clone(),
            epoch: 0,
            steps: 0,
            began_ms: None,
            total_ms: 0.0,
            scoring: false,
        });
        Some(Order { run, dataset, seed })
    }

    fn materials(&mut self, number: usize) -> Result<(Arc<Prices>, Arc<Dataset>, u64), FailedBy> {
        match &mut self.subject {
            Subject::Several { members, given, .. } => {
                let given = given.take();
                let mut experiment = self.experiment.clone();
                if let SeriesName::Seed(seed) = members[number].name {
                    experiment.settings.seed = seed;
                }
                let prices = match given {
                    Some(prices) => prices,
                    None => Arc::new(experiment.generated().ok_or(FailedBy::HasEnded)?),
                };
                let settings = &experiment.settings;
                let prices = open_prices(&prices, experiment.sealed);
                let dataset = Dataset::new(&prices.series, settings).map_err(FailedBy::NotCut)?;
                Ok((prices, Arc::new(dataset), settings.seed))
            }
            Subject::WalkForward { plan, .. } => {
                let fold = &plan.folds[number];
                let prices = fold.prices(&self.prices);
                let dataset = fold
                    .dataset(&prices, &self.experiment.settings)
                    .map_err(FailedBy::NotCut)?;
                let seed = self.experiment.settings.seed;
                Ok((Arc::new(prices), Arc::new(dataset), seed))
            }
            Subject::Seeds { seeds, sides } => {
                // Pair by pair, so that a cancelled study has whole pairs.
                let side = &sides[number % sides.len()];
                let dataset = side.dataset.clone().ok_or(FailedBy::HasEnded)?;
                Ok((self.prices.clone(), dataset, seeds[number / sides.len()]))
            }
            Subject::Cells { rivals, dataset } => {
                let dataset = cells::dataset_of(dataset.as_ref(), &rivals[number])?;
                let seed = self.experiment.settings.seed;
                Ok((self.prices.clone(), dataset, seed))
            }
        }
    }

    /// Takes a word of the trainer; those about other trainings are ignored. Returns what is to be
    /// scored when a network is there.
    pub fn hear(&mut self, word: FromTrainer, now_ms: f64) -> Option<Scoring> {
        let training = self.current.as_mut().filter(|it| !it.scoring)?;
        match word {
            FromTrainer::Started { run, .. } if run == training.run => {
                training.began_ms = Some(now_ms);
            }
            FromTrainer::DeviceChanged { run, device } if run == training.run => {
                self.remark = Some(device.reason);
            }
            FromTrainer::Progress {
                run,
                epoch,
                step,
                steps,
                ..
            } if run == training.run => {
                training.epoch = epoch;
                training.steps = epoch.saturating_sub(1) * steps + step;
            }
            FromTrainer::Epoch { run, report } if run == training.run => {
                training.epoch = report.epoch;
                training.steps = report.epoch * report.steps;
            }
            FromTrainer::Finished { run, model } if run == training.run => {
                training.scoring = true;
                training.total_ms = model.total_ms;
                return Some(Scoring {
                    run,
                    prices: training.prices.clone(),
                    dataset: training.dataset.clone(),
                    predictions: model.predictions,
                });
            }
            FromTrainer::Stopped { run, .. } if run == training.run => {
                // Half a training is not one of the trainings that were asked for.
                self.fail(FailedBy::TrainerStopped);
            }
            FromTrainer::Failed { run, error } if run == training.run => match self.subject {
                Subject::Several { .. } => self.settle(Err(NoScore::Training(error))),
                _ => self.fail(FailedBy::Trainer(error)),
            },
            _ => {}
        }
        None
    }

    /// Takes the scores of the training under way.
    pub fn scored(&mut self, run: u32, outcome: Result<Evaluation, EvaluationError>, now_ms: f64) {
        if self.current.as_ref().is_none_or(|it| it.run != run) {
            return;
        }
        let evaluation = match outcome {
            Ok(evaluation) => evaluation,
            Err(error) if matches!(self.subject, Subject::Several { .. }) => {
                return self.settle(Err(NoScore::NotScored(error)));
            }
            Err(error) => return self.fail(FailedBy::NotScored(error)),
        };
        let Some(training) = self.current.take() else {
            return;
        };
        self.pace.finished(
            training.number,
            training.steps,
            now_ms - training.began_ms.unwrap_or(now_ms),
        );
        match &mut self.subject {
            Subject::Several { members, .. } => {
                members[training.number].is_loaded =
                    training.prices.series.rows() == self.prices.series.rows();
                let score = SeriesScore::of(&evaluation, &training.prices).map(Box::new);
                self.settle(score.ok_or(NoScore::NotScored(EvaluationError::Unscorable)));
            }
            Subject::WalkForward {
                evaluations,
                pooled,
                ..
            } => {
                evaluations.push(findings::scored_days_of(evaluation));
                let all: Vec<&Evaluation> = evaluations.iter().collect();
                *pooled = Pooled::new(&self.prices.series, &all).map(Box::new);
            }
            Subject::Seeds { seeds, sides } => {
                let seed = seeds[training.number / sides.len()];
                let number = training.number % sides.len();
                let side = &mut sides[number];
                side.scores.push(SeedScore::of(seed, &evaluation));
                SideForecasts::add(&mut side.forecasts, &self.prices.series, &evaluation);
            }
            Subject::Cells { rivals, .. } => {
                rivals[training.number].score = Some(CellScore::of(
                    &training.dataset,
                    &self.prices.series,
                    &evaluation,
                    training.total_ms,
                ));
            }
        }
        self.end_where_done();
    }

    fn end_where_done(&mut self) {
        if self.is_running() && self.finished() == self.trainings() {
            self.end(State::Done);
        }
    }

    /// Ends it where it is; returns the training that the trainer shall stop.
    pub fn cancel(&mut self) -> Option<u32> {
        if !self.is_running() {
            return None;
        }
        let run = self.current.as_ref().map(|training| training.run);
        self.ended_early = Some(EndedEarly::Cancelled);
        self.end(State::Cancelled);
        run
    }

    /// The trainer is gone, or cannot be used. A network that is already there is still scored.
    pub fn trainer_lost(&mut self, reason: FailedBy) {
        if self.is_running() && self.current.as_ref().is_none_or(|it| !it.scoring) {
            self.fail(reason);
        }
    }

    fn fail(&mut self, reason: FailedBy) {
        if !self.is_running() {
            return;
        }
        self.ended_early = Some(EndedEarly::Failed {
            training: self.training(),
            reason,
        });
        self.end(State::Failed);
    }

    fn end(&mut self, state: State) {
        self.state = state;
        self.current = None;
        match &mut self.subject {
            Subject::Seeds { sides, .. } => {
                for side in sides {
                    side.dataset = None;
                }
            }
            Subject::Several { given, .. } => *given = None,
            Subject::Cells { dataset, .. } => *dataset = None,
            Subject::WalkForward { .. } => {}
        }
    }
}

/// How the sides of a comparison are called: A and B.
pub fn side_letter(side: usize) -> &'static str {
    match side {
        0 => "A",
        _ => "B",
    }
}

#[cfg(test)]
mod tests;
