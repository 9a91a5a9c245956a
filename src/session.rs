//! The visit: the runs it has seen, and how often each test block was looked at. Plain data, so that
//! what the run list says is tested without a browser.

use crate::experiment::Experiment;
use crate::forecast::Evaluation;
use crate::forecast::comparison::{Comparison, Difference, differences};
use crate::forecast::odometer::{Looks, Odometer, SeriesId};
use crate::market::Prices;
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
    /// What was forecast, for people: "IBM, daily, from Alpha Vantage".
    pub title: String,
    /// The very ones, so that they can be put back.
    pub prices: Arc<Prices>,
    pub evaluation: Arc<Evaluation>,
    /// Epochs trained.
    pub epochs: usize,
    pub pinned: bool,
}

/// The runs of a visit, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Session {
    runs: Vec<PastRun>,
    odometer: Odometer,
    last_number: u32,
}

impl Session {
    /// Notes a run whose verdict is shown, and counts the look at its test block.
    pub fn record(
        &mut self,
        experiment: &Experiment,
        prices: &Arc<Prices>,
        evaluation: Arc<Evaluation>,
        epochs: usize,
    ) {
        let series = SeriesId::of(prices);
        let experiment = Experiment {
            autorun: false,
            ..experiment.clone()
        };
        // A network stopped at another epoch is another network: who stops where the verdict pleases has
        // chosen by the test block.
        let looked_at = format!("{} {epochs}", experiment.to_fragment());
        self.odometer.look(series, &looked_at);
        self.last_number += 1;
        self.runs.push(PastRun {
            number: self.last_number,
            series,
            title: prices.series.info().source.title(),
            prices: prices.clone(),
            evaluation,
            epochs,
            pinned: false,
            experiment,
        });
        if self.runs.len() > MOST_RUNS {
            let before = &self.runs[..MOST_RUNS];
            let oldest = before.iter().position(|run| !run.pinned).unwrap_or(0);
            self.runs.remove(oldest);
        }
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

    /// Forgets a run. The look at the test block stays counted: what was seen was seen.
    pub fn delete(&mut self, number: u32) {
        self.runs.retain(|run| run.number != number);
    }

    /// How often this history's test block was looked at.
    pub fn looks(&self, prices: &Prices) -> Looks {
        self.odometer.looks(SeriesId::of(prices))
    }
}

impl PastRun {
    /// The settings in which it differs from another run.
    pub fn changes_from(&self, other: &PastRun) -> Vec<Difference> {
        differences(&other.experiment.settings, &self.experiment.settings)
    }

    /// What came of the changes, in a sentence.
    pub fn effect_against(&self, other: &PastRun) -> String {
        match Comparison::new(&self.evaluation, &other.evaluation) {
            Some(comparison) => comparison.sentence("It", &format!("run {}", other.number)),
            None => format!(
                "It was not tested on the same days as run {}, so no test can compare them. Against \
                 “tomorrow = today” on its own days it has an rMAE of {:.3}, run {} of {:.3}.",
                other.number,
                self.evaluation.verdict.rmae,
                other.number,
                other.evaluation.verdict.rmae
            ),
        }
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
        session.record(experiment, &prices, Arc::new(evaluation), 3);
        prices
    }

    #[test]
    fn a_run_says_what_changed_since_the_run_before_it() {
        let mut session = Session::default();
        record(&mut session, &experiment(), 1);
        let mut leaky = experiment();
        leaky.settings.scaler = ScalerRows::All;
        leaky.settings.learning_rate = 0.01;
        record(&mut session, &leaky, 1);

        let run = session.run(2).unwrap();
        let before = session.compared_with(2).unwrap();
        assert_eq!(before.number, 1);
        let changes = run.changes_from(before);
        let named: Vec<_> = changes
            .iter()
            .map(|change| (change.first.as_str(), change.second.as_str()))
            .collect();
        assert_eq!(named, [("train", "all"), ("0.001", "0.01")]);
        let effect = run.effect_against(before);
        assert!(effect.contains("run 1"), "{effect}");
    }

    #[test]
    fn runs_tested_on_other_days_are_not_compared_by_error() {
        let mut session = Session::default();
        record(&mut session, &experiment(), 1);
        let mut longer = experiment();
        longer.settings.window = 60;
        record(&mut session, &longer, 1);
        let (run, before) = (session.run(2).unwrap(), session.run(1).unwrap());
        assert!(run.effect_against(before).contains("no test can compare"));
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
        let evaluation = session.run(1).unwrap().evaluation.clone();
        session.record(&experiment(), &prices, evaluation, 7);
        assert_eq!(session.looks(&prices).experiments, 2);
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
    fn the_oldest_run_that_is_not_pinned_makes_room() {
        let mut session = Session::default();
        record(&mut session, &experiment(), 1);
        session.toggle_pin(1);
        let prices = Arc::new(world::generate(WorldKind::RandomWalk, 1, 300));
        let dataset = Dataset::new(&prices.series, &experiment().settings).unwrap();
        let still = vec![0.0; dataset.rows() + 1];
        let evaluation = Arc::new(evaluate(&prices, &dataset, &still).unwrap());
        for _ in 0..MOST_RUNS {
            session.record(&experiment(), &prices, evaluation.clone(), 1);
        }
        assert_eq!(session.runs().len(), MOST_RUNS);
        assert!(session.run(1).is_some());
        assert!(session.run(2).is_none());
    }
}
