//! The visit: the runs it has seen or brought back from earlier ones, and how often each test block was
//! looked at. Plain data; the page says it.

pub mod kept;
pub mod opened;
mod side_by_side;

pub use opened::{Opened, SealShowed};
pub use side_by_side::{NotComparable, SideBySide, TestedOn};

use crate::experiment::Experiment;
use crate::forecast::Evaluation;
use crate::forecast::comparison::{Comparison, differences};
use crate::forecast::evaluation::{ScoreTable, Verdict};
use crate::forecast::odometer::{Looks, Odometer, SeriesId};
use crate::forecast::settings::Setting;
use crate::forecast::tested::TestBlock;
use crate::market::{Prices, Source};
use crate::protocol::RateChange;
use std::sync::Arc;

/// Runs kept at most; the oldest one that is not pinned makes room.
pub const MOST_RUNS: usize = 50;

/// What is kept of a run whose verdict was seen.
#[derive(Debug, Clone, PartialEq)]
pub struct PastRun {
    /// Counts the runs of the visit from 1.
    pub number: u32,
    pub experiment: Experiment,
    /// Runs are only comparable on the same history.
    pub series: SeriesId,
    /// The very ones, so that they can be put back.
    pub prices: Arc<Prices>,
    pub scores: ScoreTable,
    pub verdict: Verdict,
    /// What it forecast on its test days: all that a comparison needs of its evaluation.
    pub tested: TestBlock,
    /// Epochs trained.
    pub epochs: usize,
    /// Steps into the next epoch.
    pub steps: usize,
    /// Learning rates set by hand: with any, the run is not what its settings say.
    pub rate_changes: Vec<RateChange>,
    pub pinned: bool,
    /// The network came from a file and was not trained here.
    pub from_file: bool,
}

/// How a run went, which its settings do not say.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Course<'a> {
    pub epochs: usize,
    /// Steps into the next epoch.
    pub steps: usize,
    pub rate_changes: &'a [RateChange],
    /// The entry of an earlier pause of the same training. Who steps through an epoch wants one entry,
    /// not one for each step.
    pub replaces: Option<u32>,
}

/// Something in which a run differs from another; the other's value comes first.
#[derive(Debug, Clone, PartialEq)]
pub enum RunDifference {
    Setting {
        other: Setting,
        this: Setting,
    },
    /// Whether the last days were kept sealed.
    Sealed {
        other: bool,
        this: bool,
    },
    /// Learning rates set by hand.
    RateChanges {
        other: Vec<RateChange>,
        this: Vec<RateChange>,
    },
}

/// What came of the differences between two runs.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// On the days that both were tested on.
    Compared(Comparison),
    /// They were not tested on the same days: no test can compare them.
    OtherDays,
}

/// The runs of a visit, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Session {
    runs: Vec<PastRun>,
    odometer: Odometer,
    last_number: u32,
    /// The runs to be set side by side, at most two, in the order in which they were chosen.
    chosen: Vec<u32>,
    /// The sealed blocks that were opened.
    opened: Vec<Opened>,
}

impl Session {
    /// Notes a run whose verdict is shown, counts the look at its test block, and gives its number.
    /// `prices` are those that the evaluation is of.
    pub fn record(
        &mut self,
        experiment: &Experiment,
        prices: &Arc<Prices>,
        evaluation: &Evaluation,
        epochs: usize,
    ) -> u32 {
        let course = Course {
            epochs,
            ..Course::default()
        };
        self.record_course(experiment, prices, evaluation, course)
    }

    /// The same of a run whose course is known.
    pub fn record_course(
        &mut self,
        experiment: &Experiment,
        prices: &Arc<Prices>,
        evaluation: &Evaluation,
        course: Course,
    ) -> u32 {
        let Course {
            epochs,
            steps,
            rate_changes,
            replaces,
        } = course;
        let series = SeriesId::of(prices);
        let experiment = experiment.clone().without_autorun();
        self.odometer.look(
            series,
            &kept::looked_at(&experiment, epochs, steps, rate_changes),
        );
        let replaced =
            replaces.and_then(|number| self.runs.iter().position(|run| run.number == number));
        let (number, pinned) = match replaced {
            Some(place) => (self.runs[place].number, self.runs[place].pinned),
            None => {
                self.last_number += 1;
                (self.last_number, false)
            }
        };
        let run = PastRun {
            number,
            series,
            prices: self.shared(series, prices),
            scores: evaluation.scores.clone(),
            verdict: evaluation.verdict.clone(),
            tested: TestBlock::of(evaluation, prices),
            epochs,
            steps,
            rate_changes: rate_changes.to_vec(),
            pinned,
            from_file: false,
            experiment,
        };
        match replaced {
            Some(place) => self.runs[place] = run,
            None => self.runs.push(run),
        }
        self.make_room();
        number
    }

    fn make_room(&mut self) {
        if self.runs.len() > MOST_RUNS {
            let before = &self.runs[..MOST_RUNS];
            let oldest = before.iter().position(|run| !run.pinned).unwrap_or(0);
            let gone = self.runs.remove(oldest).number;
            self.chosen.retain(|chosen| *chosen != gone);
        }
    }

    /// The same prices that an earlier run keeps, where there are: loaded once more, they would lie in
    /// memory twice.
    fn shared(&self, series: SeriesId, prices: &Arc<Prices>) -> Arc<Prices> {
        let kept = self.runs.iter().rev().find(|run| run.series == series);
        kept.filter(|run| run.prices == *prices)
            .map_or_else(|| prices.clone(), |run| run.prices.clone())
    }

    /// Counts a look at the test block that leaves no run behind: a study's. `looked_at` is text that
    /// differs where networks do.
    pub fn look(&mut self, prices: &Prices, looked_at: &str) {
        self.odometer.look(SeriesId::of(prices), looked_at);
    }

    /// Pinned runs first, then newest first.
    pub fn runs(&self) -> Vec<&PastRun> {
        let mut runs: Vec<&PastRun> = self.runs.iter().rev().collect();
        runs.sort_by_key(|run| !run.pinned);
        runs
    }

    pub fn run(&self, number: u32) -> Option<&PastRun> {
        self.runs.iter().find(|run| run.number == number)
    }

    /// What a run is compared with: the last pinned run before it on the same history, else the run
    /// right before it on that history.
    pub fn compared_with(&self, number: u32) -> Option<&PastRun> {
        let run = self.run(number)?;
        let before = || {
            self.runs
                .iter()
                .rev()
                .filter(|other| other.number < number && other.series == run.series)
        };
        before()
            .find(|other| other.pinned)
            .or_else(|| before().next())
    }

    /// Pins a run, or lets it go.
    pub fn toggle_pin(&mut self, number: u32) {
        if let Some(run) = self.runs.iter_mut().find(|run| run.number == number) {
            run.pinned = !run.pinned;
        }
    }

    /// Notes that a run's network came from a file.
    pub fn mark_from_file(&mut self, number: u32) {
        if let Some(run) = self.runs.iter_mut().find(|run| run.number == number) {
            run.from_file = true;
        }
    }

    /// Forgets a run. The look at the test block stays counted: what was seen was seen.
    pub fn delete(&mut self, number: u32) {
        self.runs.retain(|run| run.number != number);
        self.chosen.retain(|chosen| *chosen != number);
    }

    /// The number of the newest run ever recorded; 0 before the first.
    pub fn newest(&self) -> u32 {
        self.last_number
    }

    /// Chooses a run to be set beside another, or lets it go. A third one takes the place of the one
    /// chosen first.
    pub fn toggle_compared(&mut self, number: u32) {
        if self.chosen.contains(&number) {
            self.chosen.retain(|chosen| *chosen != number);
        } else if self.run(number).is_some() {
            self.chosen.push(number);
            if self.chosen.len() > 2 {
                self.chosen.remove(0);
            }
        }
    }

    /// Chooses these two and no other, or none.
    pub fn compare(&mut self, numbers: Option<[u32; 2]>) {
        self.chosen.clear();
        for number in numbers.into_iter().flatten() {
            self.toggle_compared(number);
        }
    }

    /// The runs chosen to be compared, at most two.
    pub fn compared(&self) -> &[u32] {
        &self.chosen
    }

    /// The two chosen runs side by side, or why they cannot be; `None` while fewer are chosen.
    pub fn side_by_side(&self) -> Option<Result<SideBySide, NotComparable>> {
        let [one, other] = self.chosen[..] else {
            return None;
        };
        let (earlier, later) = (one.min(other), one.max(other));
        Some(SideBySide::new(self.run(earlier)?, self.run(later)?))
    }

    /// The runs on the test days of the newest one, oldest first, with what each gains on "tomorrow = today" each
    /// day; none where those days are scattered.
    pub fn tested_alike(&self) -> Vec<(u32, Vec<f64>)> {
        let mut runs: Vec<&PastRun> = self.runs.iter().collect();
        runs.sort_by_key(|run| run.number);
        let Some(newest) = runs.last().copied() else {
            return Vec::new();
        };
        let days = newest.tested.rows();
        runs.into_iter()
            .filter(|run| run.series == newest.series && run.tested.rows() == days)
            .filter_map(|run| Some((run.number, run.tested.squared_gains(&run.prices)?)))
            .collect()
    }

    /// How often this history's test block was looked at.
    pub fn looks(&self, prices: &Prices) -> Looks {
        self.odometer.looks(SeriesId::of(prices))
    }
}

impl PastRun {
    /// What was forecast.
    pub fn source(&self) -> &Source {
        &self.prices.series.info().source
    }

    /// In what it differs from another run.
    pub fn changes_from(&self, other: &PastRun) -> Vec<RunDifference> {
        let settings = differences(&other.experiment.settings, &self.experiment.settings);
        let settings = settings.into_iter();
        let mut changes: Vec<_> = settings
            .map(|(other, this)| RunDifference::Setting { other, this })
            .collect();
        let [this, before] = [self, other].map(|run| run.experiment.sealed);
        if this != before {
            changes.push(RunDifference::Sealed {
                other: before,
                this,
            });
        }
        if self.rate_changes != other.rate_changes {
            changes.push(RunDifference::RateChanges {
                other: other.rate_changes.clone(),
                this: self.rate_changes.clone(),
            });
        }
        changes
    }

    /// What came of the changes.
    pub fn effect_against(&self, other: &PastRun) -> Effect {
        let [ones, others] = [self, other].map(|run| run.tested.days(&run.prices));
        Comparison::of_days(&ones, &others).map_or(Effect::OtherDays, Effect::Compared)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::Dataset;
    use crate::forecast::evaluation::evaluate;
    use crate::forecast::settings::{ScalerRows, Settings};
    use crate::market::world::{self, WorldKind};

    fn experiment() -> Experiment {
        Experiment {
            settings: Settings {
                window: 5,
                ..Settings::default()
            },
            ..Experiment::default()
        }
    }

    /// A run on a small random walk by a network that always forecasts no move.
    fn record(session: &mut Session, experiment: &Experiment, seed: u64) -> Arc<Prices> {
        let prices = Arc::new(world::generate(WorldKind::RandomWalk, seed, 300));
        let dataset = Dataset::new(&prices.series, &experiment.settings).unwrap();
        let still = vec![0.0; dataset.rows() + 1];
        let evaluation = evaluate(&prices, &dataset, &still).unwrap();
        session.record(experiment, &prices, &evaluation, 3);
        prices
    }

    #[test]
    fn a_run_knows_what_changed_since_the_run_before_it() {
        let mut session = Session::default();
        record(&mut session, &experiment(), 1);
        let mut leaky = experiment();
        leaky.settings.scaler = ScalerRows::All;
        leaky.settings.learning_rate = 0.01;
        record(&mut session, &leaky, 1);

        let run = session.run(2).unwrap();
        let before = session.compared_with(2).unwrap();
        assert_eq!(before.number, 1);
        let settings = differences(&before.experiment.settings, &leaky.settings);
        assert_eq!(settings.len(), 2);
        let changes: Vec<_> = settings
            .into_iter()
            .map(|(other, this)| RunDifference::Setting { other, this })
            .collect();
        assert_eq!(run.changes_from(before), changes);
        let Effect::Compared(comparison) = run.effect_against(before) else {
            panic!("both were tested on the same days");
        };
        assert_eq!(comparison.days, run.tested.days(&run.prices).len());
    }

    #[test]
    fn runs_tested_on_other_days_are_not_compared_by_error() {
        let mut session = Session::default();
        record(&mut session, &experiment(), 1);
        let mut longer = experiment();
        longer.settings.window = 60;
        record(&mut session, &longer, 1);
        let (run, before) = (session.run(2).unwrap(), session.run(1).unwrap());
        assert_eq!(run.effect_against(before), Effect::OtherDays);
    }

    #[test]
    fn runs_on_another_history_are_not_compared() {
        let mut session = Session::default();
        record(&mut session, &experiment(), 1);
        record(&mut session, &experiment(), 2);
        assert_eq!(session.runs().len(), 2);
        assert_eq!(session.compared_with(2), None);
    }

    #[test]
    fn a_pinned_run_is_first_and_what_later_ones_are_compared_with() {
        let mut session = Session::default();
        for _ in 0..3 {
            record(&mut session, &experiment(), 1);
        }
        session.toggle_pin(1);
        let numbers: Vec<_> = session.runs().iter().map(|run| run.number).collect();
        assert_eq!(numbers, [1, 3, 2]);
        assert_eq!(session.compared_with(3).unwrap().number, 1);
        session.toggle_pin(1);
        assert_eq!(session.compared_with(3).unwrap().number, 2);
    }

    #[test]
    fn stopping_at_another_epoch_is_another_look() {
        let mut session = Session::default();
        let prices = record(&mut session, &experiment(), 1);
        let dataset = Dataset::new(&prices.series, &experiment().settings).unwrap();
        let still = vec![0.0; dataset.rows() + 1];
        let evaluation = evaluate(&prices, &dataset, &still).unwrap();
        session.record(&experiment(), &prices, &evaluation, 7);
        assert_eq!(session.looks(&prices).experiments, 2);
    }

    #[test]
    fn a_run_that_is_stepped_through_is_one_entry_and_many_looks() {
        let mut session = Session::default();
        let prices = record(&mut session, &experiment(), 1);
        let dataset = Dataset::new(&prices.series, &experiment().settings).unwrap();
        let still = vec![0.0; dataset.rows() + 1];
        let evaluation = evaluate(&prices, &dataset, &still).unwrap();
        let mut entry = None;
        for steps in 1..=3 {
            let course = Course {
                steps,
                replaces: entry,
                ..Course::default()
            };
            entry = Some(session.record_course(&experiment(), &prices, &evaluation, course));
        }
        assert_eq!(entry, Some(2));
        assert_eq!(session.runs().len(), 2);
        assert_eq!(session.run(2).unwrap().steps, 3);
        assert_eq!(session.looks(&prices).experiments, 4);
        // One that was deleted meanwhile is not brought back.
        session.delete(2);
        let course = Course {
            steps: 4,
            replaces: entry,
            ..Course::default()
        };
        assert_eq!(
            session.record_course(&experiment(), &prices, &evaluation, course),
            3
        );
    }

    #[test]
    fn a_learning_rate_set_by_hand_is_a_difference_and_another_look() {
        let mut session = Session::default();
        let prices = record(&mut session, &experiment(), 1);
        let dataset = Dataset::new(&prices.series, &experiment().settings).unwrap();
        let still = vec![0.0; dataset.rows() + 1];
        let evaluation = evaluate(&prices, &dataset, &still).unwrap();
        let change = RateChange {
            epoch: 2,
            step: 1,
            learning_rate: 0.003,
        };
        let course = Course {
            epochs: 3,
            rate_changes: &[change],
            ..Course::default()
        };
        session.record_course(&experiment(), &prices, &evaluation, course);
        assert_eq!(session.looks(&prices).experiments, 2);
        let changes = session
            .run(2)
            .unwrap()
            .changes_from(session.run(1).unwrap());
        assert_eq!(
            changes,
            [RunDifference::RateChanges {
                other: Vec::new(),
                this: vec![change],
            }]
        );
    }

    #[test]
    fn a_deleted_run_is_gone_but_its_look_is_counted() {
        let mut session = Session::default();
        let prices = record(&mut session, &experiment(), 1);
        record(&mut session, &experiment(), 1);
        session.delete(1);
        assert_eq!(session.runs().len(), 1);
        assert_eq!(session.looks(&prices).looks, 2);
        assert_eq!(session.looks(&prices).experiments, 1);
    }

    #[test]
    fn the_same_prices_are_kept_once() {
        let mut session = Session::default();
        for seed in [1, 1, 2] {
            record(&mut session, &experiment(), seed);
        }
        let of = |number| session.run(number).unwrap().prices.clone();
        assert!(Arc::ptr_eq(&of(1), &of(2)));
        assert!(!Arc::ptr_eq(&of(1), &of(3)));
    }

    #[test]
    fn two_runs_are_chosen_and_a_third_takes_the_firsts_place() {
        let mut session = Session::default();
        for _ in 0..3 {
            record(&mut session, &experiment(), 1);
        }
        assert!(session.side_by_side().is_none());
        session.toggle_compared(3);
        session.toggle_compared(9);
        assert_eq!(session.compared(), [3]);
        assert!(session.side_by_side().is_none());
        session.toggle_compared(2);
        let found = session.side_by_side().unwrap().unwrap();
        assert_eq!(found.runs.map(|run| run.number), [2, 3]);
        session.toggle_compared(1);
        assert_eq!(session.compared(), [2, 1]);
        session.toggle_compared(2);
        assert_eq!(session.compared(), [1]);
        session.compare(Some([1, 3]));
        assert_eq!(session.compared(), [1, 3]);
        session.delete(3);
        assert_eq!(session.compared(), [1]);
        session.compare(None);
        assert!(session.compared().is_empty());
    }

    #[test]
    fn the_oldest_run_that_is_not_pinned_makes_room() {
        let mut session = Session::default();
        record(&mut session, &experiment(), 1);
        session.toggle_pin(1);
        let prices = Arc::new(world::generate(WorldKind::RandomWalk, 1, 300));
        let dataset = Dataset::new(&prices.series, &experiment().settings).unwrap();
        let still = vec![0.0; dataset.rows() + 1];
        let evaluation = evaluate(&prices, &dataset, &still).unwrap();
        session.toggle_compared(1);
        for _ in 0..MOST_RUNS {
            session.toggle_compared(2);
            session.record(&experiment(), &prices, &evaluation, 1);
        }
        // Nor is a run that went still chosen.
        assert_eq!(session.compared(), [1]);
        assert_eq!(session.runs().len(), MOST_RUNS);
        assert!(session.run(1).is_some());
        assert!(session.run(2).is_none());
    }
}
