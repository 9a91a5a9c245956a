//! A sealed block that was opened: what came of the one look at it, beside what the test block had
//! said. It stays for the visit; what was seen cannot be unseen.

use super::Session;
use crate::experiment::Experiment;
use crate::forecast::Evaluation;
use crate::forecast::evaluation::{Scores, Verdict};
use crate::forecast::odometer::{AlreadyOpened, SeriesId};
use crate::market::Prices;
use chrono::NaiveDate;

/// What a network reached on a block of days.
#[derive(Debug, Clone, PartialEq)]
pub struct OnDays {
    pub days: usize,
    pub from: NaiveDate,
    pub to: NaiveDate,
    pub model: Scores,
    pub persistence: Scores,
    pub verdict: Verdict,
}

/// One opening.
#[derive(Debug, Clone, PartialEq)]
pub struct Opened {
    pub series: SeriesId,
    /// The number of the run it was opened with.
    pub run: u32,
    /// That run's address.
    pub address: String,
    pub test: OnDays,
    pub sealed: OnDays,
}

impl OnDays {
    /// `None` where the evaluation has no test days.
    pub fn of(evaluation: &Evaluation) -> Option<Self> {
        let first = evaluation.test_predictions().next()?;
        let last = evaluation.test_predictions().last()?;
        Some(Self {
            days: evaluation.test_predictions().count(),
            from: first.date,
            to: last.date,
            model: evaluation.scores.model.clone(),
            persistence: evaluation.scores.persistence.clone(),
            verdict: evaluation.verdict.clone(),
        })
    }
}

impl Opened {
    /// What the sealed block says about what the test block had said.
    pub fn sentence(&self) -> String {
        let (before, now) = (self.test.verdict.rmae, self.sealed.verdict.rmae);
        let moved = match now - before {
            worse if worse > 0.005 => {
                "worse than on the test block. A score that was chosen, or lucky, falls back like this"
            }
            better if better < -0.005 => {
                "better than on the test block. So few days leave much to luck"
            }
            _ => "as on the test block. That is how a score looks that nobody chose by",
        };
        format!(
            "On days that nobody had looked at, its error is {now:.3} times that of “tomorrow = \
             today”, {moved}: it was {before:.3} there."
        )
    }
}

impl Session {
    /// Notes the one look behind a history's seal, by its newest run.
    ///
    /// # Errors
    /// It was opened before.
    pub fn open_seal(
        &mut self,
        experiment: &Experiment,
        prices: &Prices,
        test: OnDays,
        sealed: OnDays,
    ) -> Result<(), AlreadyOpened> {
        let series = SeriesId::of(prices);
        self.odometer.open_seal(series)?;
        self.opened.push(Opened {
            series,
            run: self.last_number,
            address: experiment.to_fragment(),
            test,
            sealed,
        });
        Ok(())
    }

    /// What came of opening a history's sealed block, if it was opened.
    pub fn opened(&self, series: SeriesId) -> Option<&Opened> {
        self.opened.iter().find(|opened| opened.series == series)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::evaluation::evaluate;
    use crate::forecast::odometer::Seal;
    use crate::forecast::{Dataset, Settings};
    use crate::market::world::{self, WorldKind};

    fn on_days(rmae: f64) -> OnDays {
        let prices = world::generate(WorldKind::RandomWalk, 1, 400);
        let dataset = Dataset::new(&prices.series, &Settings::default()).unwrap();
        let evaluation = evaluate(&prices, &dataset, &vec![0.0; dataset.rows() + 1]).unwrap();
        let mut found = OnDays::of(&evaluation).unwrap();
        found.verdict.rmae = rmae;
        found
    }

    #[test]
    fn a_seal_opens_once_and_stays_open() {
        let prices = world::generate(WorldKind::RandomWalk, 1, 400);
        let id = SeriesId::of(&prices);
        let mut session = Session::default();
        assert_eq!(session.opened(id), None);
        let experiment = Experiment {
            sealed: true,
            ..Experiment::default()
        };
        let open = |session: &mut Session| {
            session.open_seal(&experiment, &prices, on_days(0.98), on_days(1.02))
        };
        open(&mut session).unwrap();
        assert_eq!(open(&mut session), Err(AlreadyOpened));
        assert!(session.looks(&prices).seal_opened);
        let opened = session.opened(id).unwrap();
        assert_eq!(opened.address, "sealed=1");
        let sentence = opened.sentence();
        assert!(sentence.contains("1.020 times"), "{sentence}");
        assert!(sentence.contains("worse than on the test block"));
        let other = world::generate(WorldKind::RandomWalk, 2, 400);
        assert_eq!(session.opened(SeriesId::of(&other)), None);
    }

    #[test]
    fn the_days_of_the_final_look_are_the_sealed_ones() {
        let prices = world::generate(WorldKind::RandomWalk, 1, 400);
        let seal = Seal::of(&prices).unwrap();
        let open = seal.open_part(&prices);
        let trained = Dataset::new(&open.series, &Settings::default()).unwrap();
        let last = seal.final_dataset(&prices, &trained);
        let evaluation = evaluate(&prices, &last, &vec![0.0; last.rows() + 1]).unwrap();
        let found = OnDays::of(&evaluation).unwrap();
        assert_eq!(found.days, 20);
        assert_eq!(found.from, prices.series.rows()[380].date);
        assert_eq!(found.to, prices.series.last_date());
    }
}
