//! Would it have paid? Who had bought and sold by the forecast's direction on the test days, beside who had
//! bought once and held.
//!
//! This is a test of the forecast and no advice: it trades at the closing price that the forecast is made
//! of, without spread, taxes, interest or dividends beyond what the prices have in them.

use super::direction::Side;
use super::evaluation::Evaluation;
use super::sharpe::{Moments, deflated, sharpe};
use super::stationary::StationaryBootstrap;
use crate::market::Interval;
use serde::{Deserialize, Serialize};

/// A basis point.
const BASIS_POINT: f64 = 1e-4;
/// Resamples of the bootstrap: enough for an interval's ends to two digits.
pub const RESAMPLES: usize = 2_000;
/// The seed of the bootstrap: the same days give the same interval on every machine.
const SEED: u64 = 0x5041_4944;

/// How many of these a year has on which prices are made.
pub fn days_a_year(interval: Interval) -> f64 {
    match interval {
        Interval::Daily => 252.0,
        Interval::Weekly => 52.0,
        Interval::Monthly => 12.0,
    }
}

/// What a forecast is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    /// All in where it says up, else nothing.
    LongFlat,
    /// All in where it says up, sold short where it says down.
    LongShort,
    /// All in from the first day to the last.
    Hold,
}

/// The moves of consecutive test days, and the sides that were forecast, oldest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Days {
    /// Simple returns, `[days]`.
    moves: Vec<f64>,
    /// Up 1, down −1, neither 0, `[days]`.
    sides: Vec<f64>,
}

/// One rule over the test days. Returns are simple ones a day, less costs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    pub rule: Rule,
    /// What 1 became, `[days + 1]`, beginning with that 1; 0 from the day on which all was lost.
    pub growth: Vec<f64>,
    /// A year's Sharpe ratio, `√(days a year)·mean/deviation` of the daily returns over an interest of 0.
    /// `None` where they do not vary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sharpe: Option<f64>,
    /// What was bought and sold in all, in units of what is owned: buying once is 1, from long to short 2.
    pub turnover: f64,
    /// Days on which something was bought or sold.
    pub trades: usize,
    /// The cost of a unit of turnover, in basis points, at which the mean daily return is that of holding;
    /// below 0 where it earns less even for nothing. `None` of holding itself, and where it trades as much.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub break_even: Option<f64>,
    #[serde(skip)]
    returns: Vec<f64>,
}

/// The rules beside one another, at one cost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Paid {
    pub days: usize,
    /// Of a unit of turnover, in basis points.
    pub cost: f64,
    pub long_flat: Line,
    pub long_short: Line,
    pub hold: Line,
}

/// By how much a rule's Sharpe ratio is larger than that of holding, with its 95 % interval. Where 0 is
/// within, the two are not told apart from luck.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SharpeDifference {
    pub difference: f64,
    pub low: f64,
    pub high: f64,
}

impl Days {
    /// The test days; `None` where a random split has scattered them, so that nobody could have traded on one
    /// after the other.
    pub fn of(evaluation: &Evaluation) -> Option<Self> {
        let first = evaluation.predictions.len() - evaluation.test_predictions().count();
        if evaluation.is_scattered() || first == 0 {
            return None;
        }
        // Each row's last known price is the row before it.
        let pairs = evaluation.predictions[first - 1..].windows(2);
        let (moves, said): (Vec<f64>, Vec<f64>) = pairs
            .map(|pair| {
                let last = pair[0].actual;
                (pair[1].actual / last - 1.0, pair[1].predicted / last - 1.0)
            })
            .unzip();
        Some(Self::new(moves, &said))
    }

    /// Simple returns and what was forecast of them, `[days]` each.
    pub fn new(moves: Vec<f64>, said: &[f64]) -> Self {
        let side = |said: &f64| match Side::of(*said) {
            Some(Side::Up) => 1.0,
            Some(Side::Down) => -1.0,
            None => 0.0,
        };
        Self {
            moves,
            sides: said.iter().map(side).collect(),
        }
    }

    /// What is owned on each day.
    fn positions(&self, rule: Rule) -> Vec<f64> {
        let of = |side: &f64| match rule {
            Rule::LongFlat => side.max(0.0),
            Rule::LongShort => *side,
            Rule::Hold => 1.0,
        };
        self.sides.iter().map(of).collect()
    }

    /// A rule over these days, `cost` in basis points of what is bought or sold, `days_a_year` to put the
    /// Sharpe ratio by. With w_t what is owned on day t and y_t the day's move,
    ///
    /// `r_t = w_t·y_t − cost·|w_t − w_{t−1}|`, `w_0 = 0`.
    fn line(&self, rule: Rule, cost: f64, days_a_year: f64) -> Line {
        let positions = self.positions(rule);
        let before = std::iter::once(&0.0).chain(&positions);
        let traded: Vec<f64> = (positions.iter().zip(before))
            .map(|(now, before)| (now - before).abs())
            .collect();
        let returns: Vec<f64> = (positions.iter().zip(&self.moves).zip(&traded))
            .map(|((owned, moved), traded)| owned * moved - cost * BASIS_POINT * traded)
            .collect();
        let mut growth = vec![1.0];
        for each in &returns {
            let now = growth[growth.len() - 1];
            growth.push(now * (1.0 + each).max(0.0));
        }
        Line {
            rule,
            growth,
            sharpe: sharpe(returns.iter().copied(), days_a_year),
            turnover: traded.iter().sum(),
            trades: traded.iter().filter(|traded| **traded > 0.0).count(),
            break_even: None,
            returns,
        }
    }

    /// All rules at one cost.
    pub fn paid(&self, cost: f64, days_a_year: f64) -> Paid {
        let [long_flat, long_short, hold] = [Rule::LongFlat, Rule::LongShort, Rule::Hold]
            .map(|rule| self.line(rule, cost, days_a_year));
        let earned = |rule: Rule| -> f64 {
            let positions = self.positions(rule);
            let days = positions.iter().zip(&self.moves);
            days.map(|(owned, moved)| owned * moved).sum()
        };
        let with_break_even = |line: Line| {
            let more_traded = line.turnover - hold.turnover;
            let more_earned = earned(line.rule) - earned(Rule::Hold);
            Line {
                break_even: (more_traded > 0.0).then(|| more_earned / more_traded / BASIS_POINT),
                ..line
            }
        };
        Paid {
            days: self.moves.len(),
            cost,
            long_flat: with_break_even(long_flat),
            long_short: with_break_even(long_short),
            hold,
        }
    }
}

impl Line {
    /// What 1 became.
    pub fn end(&self) -> f64 {
        self.growth.last().copied().unwrap_or(1.0)
    }
}

impl Paid {
    fn line(&self, rule: Rule) -> &Line {
        match rule {
            Rule::LongFlat => &self.long_flat,
            Rule::LongShort => &self.long_short,
            Rule::Hold => &self.hold,
        }
    }

    /// The chance that a rule's Sharpe ratio is more than the best of so many useless ones would show; see
    /// `deflated`. `None` of few days, or where nothing was ever owned.
    pub fn deflated(&self, rule: Rule, looks: usize) -> Option<f64> {
        deflated(&self.line(rule).returns, looks)
    }

    /// Begins to measure how far chance would move a rule's Sharpe ratio from that of holding. `None` where
    /// one of them has none.
    pub fn against_hold(&self, rule: Rule, days_a_year: f64) -> Option<Bootstrap> {
        let line = self.line(rule);
        Some(Bootstrap {
            difference: line.sharpe? - self.hold.sharpe?,
            days_a_year,
            pairs: (line.returns.iter().copied())
                .zip(self.hold.returns.iter().copied())
                .collect(),
            days: StationaryBootstrap::new(line.returns.len(), SEED),
            drawn: Vec::with_capacity(RESAMPLES),
        })
    }
}

/// A bootstrap under way: [`Bootstrap::go_on`] until it is done, in as many slices as one likes.
///
/// By the stationary bootstrap, both rules on the same days.
#[derive(Debug, Clone, PartialEq)]
pub struct Bootstrap {
    difference: f64,
    days_a_year: f64,
    /// The rule's return and that of holding, `[days]`.
    pairs: Vec<(f64, f64)>,
    days: StationaryBootstrap,
    /// The difference of the Sharpe ratios of each resample that has one.
    drawn: Vec<f64>,
}

impl Bootstrap {
    /// Draws so many resamples more, at most what is left of [`RESAMPLES`]; true when all are drawn. How they
    /// are sliced changes nothing.
    pub fn go_on(&mut self, resamples: usize) -> bool {
        let wanted = RESAMPLES.min(self.drawn.len() + resamples);
        while self.drawn.len() < wanted {
            let drawn = self.resample();
            self.drawn.push(drawn);
        }
        self.drawn.len() == RESAMPLES
    }

    /// The difference of one resample; 0 where one of its Sharpe ratios does not exist.
    fn resample(&mut self) -> f64 {
        let mut rule = Moments::default();
        let mut hold = Moments::default();
        let pairs = &self.pairs;
        self.days.resample(|day| {
            rule.add(pairs[day].0);
            hold.add(pairs[day].1);
        });
        let pair = rule
            .sharpe(self.days_a_year)
            .zip(hold.sharpe(self.days_a_year));
        pair.map_or(0.0, |(rule, hold)| rule - hold)
    }

    /// The difference with the interval that holds the middle 95 % of the resampled ones. `None` before all
    /// are drawn.
    pub fn found(&self) -> Option<SharpeDifference> {
        let mut sorted = self.drawn.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let quantile = |share: f64| {
            let place = share * (RESAMPLES - 1) as f64;
            let (below, rest) = (place as usize, place.fract());
            sorted[below] + rest * (sorted[below + 1] - sorted[below])
        };
        (sorted.len() == RESAMPLES).then(|| SharpeDifference {
            difference: self.difference,
            low: quantile(0.025),
            high: quantile(0.975),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rand::{Rng, SeedableRng};
    use rand_chacha::ChaCha8Rng;

    fn waves(days: usize) -> (Vec<f64>, Vec<f64>) {
        let signal: Vec<f64> = (0..days).map(|day| (day as f64 * 1.3).sin()).collect();
        let moves = (0..days).map(|day| 0.01 * (day as f64 * 2.9).sin() + 0.002 * signal[day]);
        (moves.collect(), signal)
    }

    #[test]
    fn four_days_by_hand() {
        // Moves +10 %, −10 %, +20 %, −5 %; said up, down, neither, up; 100 basis points.
        let days = Days::new(vec![0.1, -0.1, 0.2, -0.05], &[0.01, -0.01, 0.0, 0.02]);
        let paid = days.paid(100.0, 252.0);
        // Long/flat owns 1, 0, 0, 1: 0.1 − 0.01, −0.01, 0, −0.05 − 0.01.
        let flat = &paid.long_flat;
        assert!((flat.end() - 1.09 * 0.99 * 0.94).abs() < 1e-12);
        assert_eq!((flat.turnover, flat.trades), (3.0, 3));
        // Long/short owns 1, −1, 0, 1: 0.09, 0.1 − 0.02, −0.01, −0.06.
        let short = &paid.long_short;
        assert!((short.end() - 1.09 * 1.08 * 0.99 * 0.94).abs() < 1e-12);
        assert_eq!((short.turnover, short.trades), (5.0, 4));
        let hold = &paid.hold;
        assert!((hold.end() - 1.09 * 0.9 * 1.2 * 0.95).abs() < 1e-12);
        assert_eq!((hold.turnover, hold.break_even), (1.0, None));
        // For nothing, long/flat earns 5 % and holding 15 %: −10 % over two units more of turnover.
        assert!((flat.break_even.unwrap() + 500.0).abs() < 1e-9);
        // Long/short earns 15 %, as much as holding.
        assert!(short.break_even.unwrap().abs() < 1e-9);
        // Returns 0.09, −0.1, 0.2, −0.05 of holding: mean 0.035, squares from it 0.0557, of three.
        let expected = 252.0_f64.sqrt() * 0.035 / (0.0557_f64 / 3.0).sqrt();
        assert!((hold.sharpe.unwrap() - expected).abs() < 1e-9, "{hold:?}");
    }

    #[test]
    fn at_the_break_even_cost_it_earns_what_holding_does() {
        let (moves, signal) = waves(500);
        let days = Days::new(moves, &signal);
        let break_even = days.paid(0.0, 252.0).long_flat.break_even.unwrap();
        assert!(break_even > 0.0);
        let paid = days.paid(break_even, 252.0);
        let mean = |line: &Line| line.returns.iter().sum::<f64>();
        assert!((mean(&paid.long_flat) - mean(&paid.hold)).abs() < 1e-12);
    }

    #[test]
    fn slices_change_nothing_and_knowing_is_told_from_luck() {
        let (moves, signal) = waves(500);
        let paid = Days::new(moves, &signal).paid(0.0, 252.0);
        let mut whole = paid.against_hold(Rule::LongShort, 252.0).unwrap();
        assert!(whole.found().is_none());
        assert!(whole.go_on(RESAMPLES));
        let mut sliced = paid.against_hold(Rule::LongShort, 252.0).unwrap();
        let mut slices = 0;
        while !sliced.go_on(300) {
            slices += 1;
        }
        assert_eq!(slices, 6);
        let found = whole.found().unwrap();
        assert_eq!(sliced.found(), Some(found));
        assert!(found.low > 0.0 && found.low < found.difference, "{found:?}");
        // Holding is holding.
        let mut same = paid.against_hold(Rule::Hold, 252.0).unwrap();
        same.go_on(RESAMPLES);
        let same = same.found().unwrap();
        assert_eq!((same.difference, same.low, same.high), (0.0, 0.0, 0.0));
    }

    #[test]
    fn luck_is_not_told_from_knowing() {
        // A side drawn without regard to what happens: 0 is within on 19 of 20 such histories.
        let mut within = 0;
        for history in 0..40 {
            let mut rng = ChaCha8Rng::seed_from_u64(history);
            let mut draw = || rng.random::<f64>() - 0.5;
            let moves: Vec<f64> = (0..250).map(|_| 0.04 * draw()).collect();
            let said: Vec<f64> = (0..250).map(|_| draw()).collect();
            let paid = Days::new(moves, &said).paid(0.0, 252.0);
            let mut bootstrap = paid.against_hold(Rule::LongShort, 252.0).unwrap();
            bootstrap.go_on(RESAMPLES);
            let found = bootstrap.found().unwrap();
            within += u32::from(found.low <= 0.0 && found.high >= 0.0);
        }
        assert!((35..=40).contains(&within), "{within}");
    }

    #[test]
    fn prices_that_stand_still_and_a_lost_bet_are_defined() {
        let still = Days::new(vec![0.0; 30], &[0.01; 30]).paid(0.0, 252.0);
        assert_eq!((still.hold.sharpe, still.long_flat.end()), (None, 1.0));
        assert!(still.against_hold(Rule::LongFlat, 252.0).is_none());
        assert_eq!(still.long_flat.break_even, None);
        // Sold short before it trebled: all is lost, and stays so.
        let lost = Days::new(vec![0.01, 2.0, 0.5], &[-0.1; 3]).paid(0.0, 252.0);
        assert_eq!(lost.long_short.growth[2..], [0.0, 0.0]);
        let none = Days::new(Vec::new(), &[]).paid(10.0, 252.0);
        assert_eq!((none.days, none.hold.growth.len()), (0, 1));
    }
}
