//! A sealed block that was opened: what came of the one look at it, beside what the test block had
//! said. It stays, in later visits too; what was seen cannot be unseen.

use super::Session;
use crate::experiment::Experiment;
use crate::forecast::Evaluation;
use crate::forecast::evaluation::{Scores, Verdict};
use crate::forecast::odometer::{AlreadyOpened, SeriesId};
use crate::market::{Prices, fingerprint_text, read_fingerprint};
use crate::number;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The shape of the kept text. An opening of another version is as good as none.
const VERSION: u32 = 1;

/// What a network reached on a block of days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
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
    /// The number of the run it was opened with; `None` for one of an earlier visit.
    pub run: Option<u32>,
    /// That run's address.
    pub address: String,
    pub test: OnDays,
    pub sealed: OnDays,
}

/// What the sealed block says about what the test block had said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SealShowed {
    Worse,
    Better,
    TheSame,
}

/// Ratios to persistence that differ by less are the same.
const SAME_RATIO: f64 = 0.005;

/// An opening as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Text {
    version: u32,
    prices: String,
    address: String,
    test: OnDays,
    sealed: OnDays,
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
            persistence: evaluation.scores.persistence().clone(),
            verdict: evaluation.verdict.clone(),
        })
    }
}

impl Opened {
    /// What is kept of it on the device.
    pub fn to_text(&self) -> String {
        let text = Text {
            version: VERSION,
            prices: fingerprint_text(self.series.number()),
            address: self.address.clone(),
            test: self.test.clone(),
            sealed: self.sealed.clone(),
        };
        // Numbers and texts always have a JSON form.
        number::to_json(&text).unwrap_or_default()
    }

    /// Reads what [`Self::to_text`] wrote in an earlier visit; `None` for anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        let text: Text = serde_json::from_str(text).ok()?;
        let series = SeriesId::of_number(read_fingerprint(&text.prices)?);
        (text.version == VERSION).then_some(Self {
            series,
            run: None,
            address: text.address,
            test: text.test,
            sealed: text.sealed,
        })
    }

    /// The error on the sealed days beside that on the test days.
    pub fn showed(&self) -> SealShowed {
        match self.sealed.verdict.rmae - self.test.verdict.rmae {
            worse if worse > SAME_RATIO => SealShowed::Worse,
            better if better < -SAME_RATIO => SealShowed::Better,
            _ => SealShowed::TheSame,
        }
    }
}

impl Session {
    /// Notes the one look behind a history's seal, by its newest run, and gives it to be kept.
    ///
    /// # Errors
    /// It was opened before.
    pub fn open_seal(
        &mut self,
        experiment: &Experiment,
        prices: &Prices,
        test: OnDays,
        sealed: OnDays,
    ) -> Result<Opened, AlreadyOpened> {
        let series = SeriesId::of(prices);
        self.odometer.open_seal(series)?;
        let opened = Opened {
            series,
            run: Some(self.last_number),
            address: experiment.to_fragment(),
            test,
            sealed,
        };
        self.opened.push(opened.clone());
        Ok(opened)
    }

    /// Takes in a look of an earlier visit. One of this visit stays: it was made before this was read.
    pub fn opened_before(&mut self, opened: Opened) {
        if self.odometer.open_seal(opened.series).is_ok() {
            self.opened.push(opened);
        }
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
        assert_eq!(opened.showed(), SealShowed::Worse);
        let other = world::generate(WorldKind::RandomWalk, 2, 400);
        assert_eq!(session.opened(SeriesId::of(&other)), None);
    }

    #[test]
    fn a_seal_that_was_opened_is_open_in_the_next_visit_too() {
        let prices = world::generate(WorldKind::RandomWalk, 1, 400);
        let experiment = Experiment {
            sealed: true,
            ..Experiment::default()
        };
        let opened = Session::default()
            .open_seal(&experiment, &prices, on_days(0.98), on_days(1.02))
            .unwrap();
        assert_eq!(opened.run, Some(0));
        let text = opened.to_text();
        let kept = Opened::from_text(&text).unwrap();
        assert_eq!(
            kept,
            Opened {
                run: None,
                ..opened
            }
        );
        let mut next = Session::default();
        next.opened_before(kept.clone());
        assert_eq!(next.opened(SeriesId::of(&prices)), Some(&kept));
        assert!(
            next.open_seal(&experiment, &prices, on_days(1.0), on_days(1.0))
                .is_err()
        );
        next.opened_before(Opened {
            address: String::new(),
            ..kept.clone()
        });
        assert_eq!(next.opened(SeriesId::of(&prices)), Some(&kept));
        for damaged in [
            &text[1..],
            "",
            &text.replace("\"version\":1", "\"version\":2"),
            &text.replace("\"prices\":\"", "\"prices\":\"x"),
        ] {
            assert_eq!(Opened::from_text(damaged), None, "{damaged}");
        }
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

    #[test]
    fn the_text_of_an_opening_stays_as_devices_hold_it() {
        let kept = include_str!("kept/opened.json").trim_end();
        let opened = Opened::from_text(kept).unwrap();
        assert_eq!(opened.showed(), SealShowed::TheSame);
        assert_eq!(opened.to_text(), kept);
    }
}
