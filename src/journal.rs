//! The forecast journal: forecasts of a day that nobody knew yet, kept, and scored when its price is
//! there. Unlike a test block it cannot be looked at twice: the only honest test there is, and a slow
//! one.
//!
//! A forecast is for the row after its last known one, whatever date that turns out to have: the next
//! trading day, week or month.

use crate::experiment::Experiment;
use crate::forecast::evaluation::NextDay;
use crate::market::{Field, Interval, Prices, Series, iso_date};
use crate::number;
use chrono::{Datelike, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};

/// Forecasts kept at most; the oldest makes room.
pub const MOST_ENTRIES: usize = 200;
/// The shape of the text. An entry of another version is as good as none.
const VERSION: u32 = 1;
/// A last price that moved by more than this share was adjusted (for a split, say), not corrected.
const CORRECTION: f64 = 0.2;

/// A kept forecast. Its interval is the one at 80 %.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// When it was kept, in Unix milliseconds; its name in the journal.
    pub kept_ms: f64,
    pub symbol: String,
    pub interval: Interval,
    /// The visitor's date when it was kept.
    pub made_on: NaiveDate,
    /// The last known row, and its price: what "no change" says.
    pub after: NaiveDate,
    pub last_price: f64,
    pub price: f64,
    pub low: f64,
    pub high: f64,
    /// The address of the run that made it.
    pub address: String,
    /// What happened, once that is known.
    pub outcome: Option<Outcome>,
}

/// The price of the day that was forecast, in the units of the forecast.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    pub date: NaiveDate,
    pub price: f64,
}

/// What came of a forecast, in price units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Score {
    pub error: f64,
    /// Of "no change".
    pub persistence_error: f64,
    /// The interval held the price.
    pub inside: bool,
}

impl Score {
    pub fn is_closer(&self) -> bool {
        self.error < self.persistence_error
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    pub waiting: usize,
    pub scored: usize,
    pub inside: usize,
    /// Closer than "no change".
    pub closer: usize,
}

/// All entries, oldest first.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Journal {
    entries: Vec<Entry>,
}

impl Entry {
    /// The forecast of a run for the row after `prices`.
    pub fn new(
        kept_ms: f64,
        made_on: NaiveDate,
        experiment: &Experiment,
        prices: &Prices,
        forecast: &NextDay,
    ) -> Self {
        let info = prices.series.info();
        Self {
            kept_ms,
            symbol: info.symbol.clone(),
            interval: info.interval,
            made_on,
            after: forecast.after_date,
            last_price: forecast.last_price,
            price: forecast.price,
            low: forecast.low,
            high: forecast.high,
            address: experiment.to_fragment(),
            outcome: None,
        }
    }

    pub fn score(&self) -> Option<Score> {
        let actual = self.outcome?.price;
        Some(Score {
            error: (actual - self.price).abs(),
            persistence_error: (actual - self.last_price).abs(),
            inside: (self.low..=self.high).contains(&actual),
        })
    }

    /// The outcome, if these prices have it: of the same symbol and interval, with the last known row
    /// and one after it that has come to its end.
    fn outcome_in(&self, series: &Series) -> Option<Outcome> {
        let info = series.info();
        if info.symbol != self.symbol || info.interval != self.interval {
            return None;
        }
        let rows = series.rows();
        let (place, factor) = match rows.binary_search_by_key(&self.after, |row| row.date) {
            Ok(place) => (place, self.adjustment(rows[place].price, info.field)),
            // A week or month that was not over yet has another last day by now.
            Err(place) => {
                let same = rows
                    .get(place)
                    .is_some_and(|row| self.is_same_period(row.date));
                same.then_some((place, 1.0))?
            }
        };
        let next = rows.get(place + 1)?;
        let has_ended = match self.interval {
            Interval::Daily => true,
            Interval::Weekly => {
                place + 2 < rows.len()
                    || next.date.weekday().number_from_monday() >= Weekday::Fri.number_from_monday()
            }
            Interval::Monthly => place + 2 < rows.len(),
        };
        has_ended.then_some(Outcome {
            date: next.date,
            price: next.price * factor,
        })
    }

    /// What later prices are to be multiplied by to be in the units of the forecast: dividends and
    /// splits change the past of adjusted prices, the last known price too.
    fn adjustment(&self, price_now: f64, field: Field) -> f64 {
        let ratio = self.last_price / price_now;
        match field {
            Field::Close if (ratio - 1.0).abs() < CORRECTION => 1.0,
            Field::Close | Field::AdjustedClose => ratio,
        }
    }

    fn is_same_period(&self, date: NaiveDate) -> bool {
        match self.interval {
            Interval::Daily => false,
            Interval::Weekly => date.iso_week() == self.after.iso_week(),
            Interval::Monthly => {
                (date.year(), date.month()) == (self.after.year(), self.after.month())
            }
        }
    }

    pub fn to_text(&self) -> String {
        let text = Text {
            version: VERSION,
            symbol: self.symbol.clone(),
            interval: self.interval,
            made_on: self.made_on.to_string(),
            after: self.after.to_string(),
            last_price: self.last_price,
            price: self.price,
            low: self.low,
            high: self.high,
            address: self.address.clone(),
            outcome: self.outcome.map(|it| (it.date.to_string(), it.price)),
        };
        // Numbers and texts always have a JSON form.
        number::to_json(&text).unwrap_or_default()
    }

    /// Reads what [`to_text`](Self::to_text) wrote; `None` for anything else.
    pub fn from_text(kept_ms: f64, text: &str) -> Option<Self> {
        let text: Text = serde_json::from_str(text).ok()?;
        let is_price = |price: f64| price.is_finite() && price > 0.0;
        let prices = [text.last_price, text.price, text.low, text.high];
        let outcome = match text.outcome {
            Some((date, price)) => Some(Outcome {
                date: iso_date(&date)?,
                price,
            }),
            None => None,
        };
        let sound = text.version == VERSION
            && kept_ms.is_finite()
            && prices.into_iter().all(is_price)
            && outcome.is_none_or(|outcome| is_price(outcome.price));
        sound.then_some(Self {
            kept_ms,
            symbol: text.symbol,
            interval: text.interval,
            made_on: iso_date(&text.made_on)?,
            after: iso_date(&text.after)?,
            last_price: text.last_price,
            price: text.price,
            low: text.low,
            high: text.high,
            address: text.address,
            outcome,
        })
    }
}

/// Dates as text: chrono's own reader, of any form a date can have, is large.
#[derive(Serialize, Deserialize)]
struct Text {
    version: u32,
    symbol: String,
    interval: Interval,
    made_on: String,
    after: String,
    last_price: f64,
    price: f64,
    low: f64,
    high: f64,
    address: String,
    outcome: Option<(String, f64)>,
}

impl Journal {
    /// Oldest first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Whether this run's forecast for this row is kept already.
    pub fn has(&self, entry: &Entry) -> bool {
        let same = |it: &Entry| {
            (&it.symbol, it.interval, it.after, &it.address, it.price)
                == (
                    &entry.symbol,
                    entry.interval,
                    entry.after,
                    &entry.address,
                    entry.price,
                )
        };
        self.entries.iter().any(same)
    }

    /// Adds an entry, and gives the names of those that had to go for it.
    pub fn add(&mut self, entry: Entry) -> Vec<f64> {
        let place = self
            .entries
            .partition_point(|other| other.kept_ms < entry.kept_ms);
        self.entries.insert(place, entry);
        let surplus = self.entries.len().saturating_sub(MOST_ENTRIES);
        self.entries
            .drain(..surplus)
            .map(|gone| gone.kept_ms)
            .collect()
    }

    pub fn delete(&mut self, kept_ms: f64) {
        self.entries.retain(|entry| entry.kept_ms != kept_ms);
    }

    /// Scores what these prices tell the outcome of, and gives the entries that are new to it.
    pub fn score(&mut self, series: &Series) -> Vec<Entry> {
        let waiting = self
            .entries
            .iter_mut()
            .filter(|entry| entry.outcome.is_none());
        let scored = waiting.filter_map(|entry| {
            entry.outcome = entry.outcome_in(series);
            entry.outcome.map(|_| entry.clone())
        });
        scored.collect()
    }

    pub fn tally(&self) -> Tally {
        self.entries
            .iter()
            .fold(Tally::default(), |tally, entry| match entry.score() {
                None => Tally {
                    waiting: tally.waiting + 1,
                    ..tally
                },
                Some(score) => Tally {
                    waiting: tally.waiting,
                    scored: tally.scored + 1,
                    inside: tally.inside + usize::from(score.inside),
                    closer: tally.closer + usize::from(score.is_closer()),
                },
            })
    }
}

#[cfg(test)]
mod tests;
