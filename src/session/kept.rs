//! Past runs as they are kept on a device, and brought back in a later visit. Their prices are kept
//! beside them, once for all runs on the same ones.

use super::{PastRun, Session};
use crate::experiment::Experiment;
use crate::forecast::evaluation::{ScoreTable, Verdict};
use crate::forecast::odometer::SeriesId;
use crate::forecast::tested::TestBlock;
use crate::market::{Prices, Source, fingerprint_text, read_fingerprint};
use crate::number;
use crate::protocol::RateChange;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The shape of the text. A run of another version is as good as none.
const VERSION: u32 = 1;

/// A run without its prices.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptRun {
    text: Text,
    pub experiment: Experiment,
    /// The [`fingerprint`](crate::market::fingerprint) of its prices.
    pub prices: u64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Text {
    version: u32,
    number: u32,
    address: String,
    /// In hexadecimal digits: JSON's numbers are too short for it.
    prices: String,
    scores: ScoreTable,
    verdict: Verdict,
    tested: TestBlock,
    epochs: usize,
    #[serde(default)]
    steps: usize,
    #[serde(default)]
    rate_changes: Vec<RateChange>,
    pinned: bool,
    from_file: bool,
}

impl PastRun {
    pub fn to_text(&self) -> String {
        let text = Text {
            version: VERSION,
            number: self.number,
            address: self.experiment.to_fragment(),
            prices: fingerprint_text(self.series.number()),
            scores: self.scores.clone(),
            verdict: self.verdict.clone(),
            tested: self.tested.clone(),
            epochs: self.epochs,
            steps: self.steps,
            rate_changes: self.rate_changes.clone(),
            pinned: self.pinned,
            from_file: self.from_file,
        };
        // Numbers and texts always have a JSON form.
        number::to_json(&text).unwrap_or_default()
    }
}

impl KeptRun {
    /// Reads what [`PastRun::to_text`] wrote; `None` for anything else.
    pub fn from_text(text: &str) -> Option<Self> {
        let text: Text = serde_json::from_str(text).ok()?;
        let experiment = Experiment::from_own_fragment(&text.address)?;
        let prices = read_fingerprint(&text.prices)?;
        (text.version == VERSION).then_some(Self {
            text,
            experiment,
            prices,
        })
    }

    pub fn number(&self) -> u32 {
        self.text.number
    }

    /// The run with its prices; `None` where these are others.
    pub fn with_prices(self, prices: Arc<Prices>) -> Option<PastRun> {
        let Text {
            number,
            scores,
            verdict,
            tested,
            epochs,
            steps,
            rate_changes,
            pinned,
            from_file,
            ..
        } = self.text;
        let series = SeriesId::of(&prices);
        let its = series.number() == self.prices && tested.is_within(&prices);
        its.then_some(PastRun {
            number,
            experiment: self.experiment,
            series,
            prices,
            scores,
            verdict,
            tested,
            epochs,
            steps,
            rate_changes,
            pinned,
            from_file,
        })
    }
}

/// Whether prices of this source need not be kept: a known world is made again.
pub fn can_be_made_again(source: &Source) -> bool {
    matches!(source, Source::World(_))
}

impl Session {
    /// Takes in a run of an earlier visit, and gives its number: its own where no run of this visit has
    /// it. Its look at the test block counts as it did then.
    pub fn bring_back(&mut self, run: PastRun) -> u32 {
        let number = match self.run(run.number) {
            Some(_) => self.last_number + 1,
            None => run.number,
        };
        let looked_at = looked_at(&run.experiment, run.epochs, run.steps, &run.rate_changes);
        self.odometer.look(run.series, &looked_at);
        let run = PastRun {
            number,
            prices: self.shared(run.series, &run.prices),
            ..run
        };
        let place = self.runs.partition_point(|other| other.number < number);
        self.runs.insert(place, run);
        self.last_number = self.last_number.max(number);
        self.make_room();
        number
    }
}

/// What tells one look at a test block from another: a network stopped at another epoch is another
/// network, for who stops where the verdict pleases has chosen by the test block.
pub(super) fn looked_at(
    experiment: &Experiment,
    epochs: usize,
    steps: usize,
    rate_changes: &[RateChange],
) -> String {
    let mut text = format!("{} {epochs}", experiment.to_fragment());
    if steps > 0 {
        text.push_str(&format!(" and {steps}"));
    }
    for RateChange {
        epoch,
        step,
        learning_rate,
    } in rate_changes
    {
        text.push_str(&format!(" {epoch}.{step}: {learning_rate}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::Dataset;
    use crate::forecast::evaluation::evaluate;
    use crate::market::world::{WorldKind, generate};

    fn session(runs: usize) -> Session {
        let mut session = Session::default();
        for seed in 1..=runs as u64 {
            let experiment = Experiment::default();
            let prices = Arc::new(generate(WorldKind::RandomWalk, seed, 300));
            let dataset = Dataset::new(&prices.series, &experiment.settings).unwrap();
            let still = vec![0.1; dataset.rows() + 1];
            let evaluation = evaluate(&prices, &dataset, &still).unwrap();
            session.record(&experiment, &prices, &evaluation, 3);
        }
        session
    }

    #[test]
    fn a_run_comes_back_as_it_was() {
        let mut visit = session(2);
        visit.toggle_pin(2);
        visit.mark_from_file(1);
        let mut later = Session::default();
        // In any order.
        for number in [2, 1] {
            let run = visit.run(number).unwrap();
            let kept = KeptRun::from_text(&run.to_text()).unwrap();
            assert_eq!((kept.number(), &kept.experiment), (number, &run.experiment));
            assert_eq!(kept.prices, run.series.number());
            let whole = kept.with_prices(run.prices.clone()).unwrap();
            assert_eq!(later.bring_back(whole), number);
            assert_eq!(later.run(number), Some(run));
        }
        let numbers = |session: &Session| -> Vec<u32> {
            session.runs().iter().map(|run| run.number).collect()
        };
        assert_eq!(numbers(&later), numbers(&visit));
        assert_eq!(later.newest(), 2);
        // What was looked at then was looked at.
        let prices = &visit.run(1).unwrap().prices;
        assert_eq!(later.looks(prices), visit.looks(prices));
    }

    #[test]
    fn a_number_that_is_taken_is_not_given_twice() {
        let mut visit = session(1);
        let run = visit.run(1).unwrap().clone();
        assert_eq!(visit.bring_back(run), 2);
        assert_eq!(visit.runs().len(), 2);
    }

    #[test]
    fn other_prices_and_damaged_texts_bring_nothing_back() {
        let visit = session(2);
        let [one, other] = [1, 2].map(|number| visit.run(number).unwrap());
        let kept = KeptRun::from_text(&one.to_text()).unwrap();
        assert_eq!(kept.with_prices(other.prices.clone()), None);
        let text = one.to_text();
        for end in (0..text.len())
            .step_by(7)
            .filter(|end| text.is_char_boundary(*end))
        {
            assert_eq!(KeptRun::from_text(&text[..end]), None);
        }
        for (from, to) in [
            ("\"version\":1", "\"version\":2"),
            ("\"address\":\"\"", "\"address\":\"window=0\""),
            ("\"prices\":\"", "\"prices\":\"-"),
        ] {
            let damaged = text.replacen(from, to, 1);
            assert_ne!(damaged, text, "{from}");
            assert_eq!(KeptRun::from_text(&damaged), None, "{to}");
        }
    }

    #[test]
    fn the_text_of_a_kept_run_stays_as_devices_hold_it() {
        let kept = include_str!("kept/run.json").trim_end();
        let prices = Arc::new(generate(WorldKind::RandomWalk, 1, 60));
        let run = KeptRun::from_text(kept).unwrap().with_prices(prices);
        assert_eq!(run.unwrap().to_text(), kept);
    }
}
