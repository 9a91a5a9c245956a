//! A study: one experiment trained several times over, because one training cannot say whether what
//! it found holds. A walk-forward trains on one stretch of the history after the other; seeds train
//! on the same one with another draw of luck each; several histories are trained on each by itself; all cells train each kind of network on
//! the same days with the same seed. Plain data and no clock of its own: the page hands in the time, sends each [`TrainingJob`] to a trainer and
//! passes on what that says. Each training is one of its own, so several may be under way at once, and end
//! in any order: what comes of one is kept by its number, and what is said of all goes through the numbers
//! in their order. So a study finds the same, to the last digit, however many trainers it has.
//!
//! ```text
//! running ─► done
//!    │
//!    ├─► cancelled   finished trainings stay
//!    └─► failed      finished trainings stay
//! ```
//!
//! Of a finished training only numbers are kept: its scores and the forecasts of its test days; of each kind of
//! network, its parameters as well, to be looked into. A training whose trainer crashes is done again, once.

mod cells;
mod course;
mod findings;
mod forecasts;
mod pace;
mod series;
mod studies;

pub use cells::{CellReport, CellScore, CellWithoutScore, CellsReport, Rival, cells_counted};
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
pub use studies::Studies;

use crate::experiment::Experiment;
use crate::forecast::evaluation::{EvaluationError, evaluate};
use crate::forecast::job::training_job;
use crate::forecast::odometer::open_prices;
use crate::forecast::seeds::training_seeds;
use crate::forecast::settings::Recipe;
use crate::forecast::walk_forward::{Plan, Pooled, TrainingSpan};
use crate::forecast::{Dataset, Evaluation, Settings};
use crate::market::{Prices, Source};
use crate::protocol::{Crash, DeviceChoice, DeviceKind, DeviceReason, FromTrainer, TrainingJob};
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
    /// One for each seed, in their order; `None` where it is not finished.
    pub scores: Vec<Option<SeedScore>>,
    /// Of the finished seeds; `None` before the first.
    pub forecasts: Option<SideForecasts>,
    /// Cut once for all seeds; gone when the study ends.
    dataset: Option<Arc<Dataset>>,
}

/// What is trained over and over, and what came of it so far.
#[derive(Debug, Clone, PartialEq)]
pub enum Subject {
    WalkForward {
        plan: Plan,
        /// One for each fold, oldest first; `None` where it is not finished. Of their predictions only those
        /// of the test days.
        evaluations: Vec<Option<Evaluation>>,
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
        /// The prices of the one with this number, which is the next, where the study cannot make them itself.
        given: Option<(usize, Arc<Prices>)>,
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
    /// Of its network, once that is there, where the study keeps it.
    parameters: Vec<f32>,
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
    /// In the order in which they began.
    under_way: Vec<Training>,
    /// Those whose trainer crashed once.
    crashed: Vec<usize>,
    /// What its first training was on, or had to move to.
    device: Option<DeviceKind>,
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
            evaluations: vec![None; plan.folds.len()],
            plan,
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
                    scores: vec![None; seeds.len()],
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

    /// The experiment on several histories. `prices` are those on the page, whose length stands for that of
    /// the others until they are there.
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
            under_way: Vec::new(),
            crashed: Vec::new(),
            device: None,
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
        (0..self.trainings())
            .filter(|number| self.is_over(*number))
            .count()
    }

    /// This training, from 0, is finished and scored, or is not to be.
    pub fn is_over(&self, number: usize) -> bool {
        match &self.subject {
            Subject::WalkForward { evaluations, .. } => evaluations[number].is_some(),
            Subject::Seeds { sides, .. } => {
                sides[number % sides.len()].scores[number / sides.len()].is_some()
            }
            // Those that have no score are over, too.
            Subject::Several { members, .. } => members[number].outcome.is_some(),
            Subject::Cells { rivals, .. } => rivals[number].outcome.is_some(),
        }
    }

    /// This training, from 0, is under way.
    pub fn is_under_way(&self, number: usize) -> bool {
        self.under_way.iter().any(|it| it.number == number)
    }

    /// The training with this run's number is under way.
    pub fn has(&self, run: u32) -> bool {
        self.under_way.iter().any(|it| it.run == run)
    }

    /// Its trainings are on the CPU, so that several can go on at once: there is one GPU. Known by the first.
    pub fn is_on_cpu(&self) -> bool {
        self.experiment.settings.device == DeviceChoice::Cpu || self.device == Some(DeviceKind::Cpu)
    }

    /// The next training to begin, from 0; `None` where all are over or under way, or the study has ended.
    pub fn upcoming(&self) -> Option<usize> {
        if let Subject::Several {
            given: Some((number, _)),
            ..
        } = &self.subject
        {
            return Some(*number);
        }
        let mut numbers = 0..self.trainings();
        numbers.find(|it| self.is_running() && !self.is_over(*it) && !self.is_under_way(*it))
    }

    /// Sets up the next training, under this number. `None` where there is nothing to train: no other is to
    /// come ([`Study::upcoming`]), or it waits for prices ([`Study::wanted`]).
    pub fn next(&mut self, run: u32) -> Option<Order> {
        let number = self.upcoming().filter(|_| self.wanted().is_none())?;
        let (prices, dataset, seed) = match self.materials(number) {
            Ok(materials) => materials,
            Err(FailedBy::NotCut(error)) if matches!(self.subject, Subject::Several { .. }) => {
                self.settle(number, Err(NoScore::NotCut(error)));
                return self.next(run);
            }
            Err(reason) => {
                self.fail(Some(number), reason);
                return None;
            }
        };
        self.pace.learns_from(number, dataset.split.train.len());
        self.under_way.push(Training {
            run,
            number,
            prices,
            dataset: dataset.clone(),
            epoch: 0,
            steps: 0,
            began_ms: None,
            total_ms: 0.0,
            parameters: Vec::new(),
            scoring: false,
        });
        Some(Order { run, dataset, seed })
    }

    fn materials(&mut self, number: usize) -> Result<(Arc<Prices>, Arc<Dataset>, u64), FailedBy> {
        match &mut self.subject {
            Subject::Several { members, given, .. } => {
                let given = given.take().map(|(_, prices)| prices);
                let mut experiment = self.experiment.clone();
                if let SeriesName::Seed(seed) = members[number].name {
                    experiment.settings.seed = seed;
                }
                let prices = match given {
                    Some(prices) => prices,
                    None => Arc::new(experiment.generated().ok_or(FailedBy::HasEnded)?),
                };
                let settings = &experiment.settings;
                let prices = beside_the_same(prices, &self.prices);
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

    /// Takes a word of a trainer; those about other trainings are ignored. Returns what is to be scored when
    /// a network is there.
    pub fn hear(&mut self, word: FromTrainer, now_ms: f64) -> Option<Scoring> {
        let run = word.run()?;
        let mut under_way = self.under_way.iter_mut();
        let training = under_way.find(|it| it.run == run && !it.scoring)?;
        match word {
            FromTrainer::Started { device, .. } => {
                training.began_ms = Some(now_ms);
                self.device.get_or_insert(device.kind);
            }
            FromTrainer::DeviceChanged { device, .. } => {
                self.device = Some(device.kind);
                self.remark = Some(device.reason);
            }
            FromTrainer::Progress {
                epoch, step, steps, ..
            } => {
                training.epoch = epoch;
                training.steps = epoch.saturating_sub(1) * steps + step;
            }
            FromTrainer::Epoch { report, .. } => {
                training.epoch = report.epoch;
                training.steps = report.epoch * report.steps;
            }
            FromTrainer::Finished { model, .. } => {
                training.scoring = true;
                training.total_ms = model.total_ms;
                if matches!(self.subject, Subject::Cells { .. }) {
                    training.parameters = model.parameters;
                }
                return Some(Scoring {
                    run,
                    prices: training.prices.clone(),
                    dataset: training.dataset.clone(),
                    predictions: model.predictions,
                });
            }
            FromTrainer::Stopped { .. } => {
                // Half a training is not one of the trainings that were asked for.
                let number = training.number;
                self.fail(Some(number), FailedBy::TrainerStopped);
            }
            FromTrainer::Failed { error, .. } => {
                let number = training.number;
                match self.subject {
                    Subject::Several { .. } => {
                        self.settle(number, Err(NoScore::Training(error)));
                    }
                    Subject::Cells { .. } => {
                        self.settle_cell(number, Err(NoScore::Training(error)));
                    }
                    _ => self.fail(Some(number), FailedBy::Trainer(error)),
                }
            }
            _ => {}
        }
        None
    }

    /// Takes the scores of a training under way; gives its number, from 0, where it has them.
    pub fn scored(
        &mut self,
        run: u32,
        outcome: Result<Evaluation, EvaluationError>,
        now_ms: f64,
    ) -> Option<usize> {
        let place = self.under_way.iter().position(|it| it.run == run)?;
        let training = self.under_way.remove(place);
        let number = training.number;
        let evaluation = match outcome {
            Ok(evaluation) => evaluation,
            Err(error) => {
                match self.subject {
                    Subject::Several { .. } => self.settle(number, Err(NoScore::NotScored(error))),
                    Subject::Cells { .. } => {
                        self.settle_cell(number, Err(NoScore::NotScored(error)));
                    }
                    _ => self.fail(Some(number), FailedBy::NotScored(error)),
                }
                return None;
            }
        };
        let began_ms = training.began_ms.unwrap_or(now_ms);
        self.pace
            .finished(number, training.steps, now_ms - began_ms);
        match &mut self.subject {
            Subject::Several { members, .. } => {
                members[number].is_loaded =
                    training.prices.series.rows() == self.prices.series.rows();
                let score = SeriesScore::of(&evaluation, &training.prices).map(Box::new);
                let score = score.ok_or(NoScore::NotScored(EvaluationError::Unscorable));
                self.settle(number, score);
            }
            Subject::WalkForward {
                evaluations,
                pooled,
                ..
            } => {
                evaluations[number] = Some(findings::scored_days_of(evaluation));
                let all: Vec<&Evaluation> = evaluations.iter().flatten().collect();
                *pooled = Pooled::new(&self.prices.series, &all).map(Box::new);
            }
            Subject::Seeds { seeds, sides } => {
                let (index, side) = (number / sides.len(), number % sides.len());
                sides[side].finish(index, seeds[index], &self.prices.series, &evaluation);
            }
            Subject::Cells { .. } => {
                let score = CellScore::of(
                    &training.dataset,
                    &self.prices.series,
                    &evaluation,
                    training.total_ms,
                );
                self.keep_network(number, training.parameters);
                self.settle_cell(number, Ok(Box::new(score)));
            }
        }
        self.end_where_done();
        Some(number)
    }

    fn end_where_done(&mut self) {
        if self.is_running() && self.finished() == self.trainings() {
            self.end(State::Done);
        }
    }

    /// Ends it where it is.
    pub fn cancel(&mut self) {
        if self.is_running() {
            self.ended_early = Some(EndedEarly::Cancelled);
            self.end(State::Cancelled);
        }
    }

    /// The trainer of this training crashed: it is to come once more, where this was the first time. A
    /// network that is already there is still scored.
    pub fn trainer_crashed(&mut self, run: u32, crash: Crash) {
        let mut under_way = self.under_way.iter();
        let Some(place) = under_way.position(|it| it.run == run && !it.scoring) else {
            return;
        };
        let number = self.under_way[place].number;
        if self.crashed.contains(&number) {
            return self.fail(Some(number), FailedBy::TrainerCrashed(crash));
        }
        self.crashed.push(number);
        self.under_way.remove(place);
    }

    /// No trainer can be used any more. Where all networks under way are there already, they are still scored.
    pub fn trainers_lost(&mut self, reason: FailedBy) {
        let trained = self.under_way.iter().find(|it| !it.scoring);
        if self.under_way.is_empty() || trained.is_some() {
            self.fail(trained.map(|it| it.number), reason);
        }
    }

    fn fail(&mut self, training: Option<usize>, reason: FailedBy) {
        if !self.is_running() {
            return;
        }
        self.ended_early = Some(EndedEarly::Failed { training, reason });
        self.end(State::Failed);
    }

    fn end(&mut self, state: State) {
        self.state = state;
        self.under_way.clear();
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

/// A history beside the second series of another, where that has one.
fn beside_the_same(prices: Arc<Prices>, shown: &Prices) -> Arc<Prices> {
    match shown.series.other() {
        None => prices,
        Some(other) => Arc::new(Prices {
            series: prices.series.clone().beside(Some(other.clone())),
            truth: prices.truth.clone(),
        }),
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
