//! Which days a forecast depends on: how far it would move, had one day of its window been another.
//!
//! With ŷ the network's scaled output, u_j = (v_j − m)/s the scaled input of day j, and the output
//! scaled back by m' and s', the trace's gradient ∂ŷ/∂u_j gives
//!
//! ```text
//! b_j = ∂(ŷ s' + m')/∂v_j = ∂ŷ/∂u_j · s'/s
//! ```
//!
//! whatever rows the scalers were fitted on; they stay as they are. What b_j means depends on what
//! the network reads and says, and each [`Measure`] turns it into percent per percent:
//!
//! - **Prices in, price out** (v = P, P̂ = ŷ s' + m'). A price one percent higher is 0.01 P_j more, so
//!   by [`Measure::Price`] the forecast moves by b_j · P_j / P̂ percent per percent.
//! - **Log returns in, log return out** (v_j = ln(P_j / P_(j−1)), P̂ = P_t exp(r̂)). By
//!   [`Measure::Return`], a return one point higher moves the forecast return by b_j points. By
//!   [`Measure::Price`], a higher P_j makes the move into day j larger and the move out of it smaller,
//!   and the last price P_t moves the forecast by itself as well: b_j − b_(j+1) for a day inside,
//!   1 + b_t for the last, and −b of the oldest return for the day before it.
//!
//! - **A further input** (v_j a volume's change, a weekday's wave, …; with a look-ahead that of the day after j, as
//!   it is read). By [`Measure::Further`] its number is one deviation s higher, as it usually is or is not, which
//!   moves the forecast by ∂ŷ/∂u_j · s' of log return, or of the price P̂.
//!
//! In these units, a deviation of each, the inputs can be compared: [`Days::inputs`] has each one's part of
//! all pulls on the forecast.
//!
//! These are slopes: right for small changes, and only roughly for large ones. The other days' prices
//! (or returns) and all other inputs are taken to stay as they were.

use super::subject::Subject;
use super::trace::Trace;
use crate::forecast::settings::{InputNumber, Target};
use chrono::NaiveDate;

/// What is imagined to have been one percent higher on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    #[default]
    Price,
    /// Only of networks that read returns.
    Return,
    /// Only of networks that read it: one deviation higher.
    Further(InputNumber),
}

/// One day of a window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Day {
    pub date: NaiveDate,
    /// Percent that the forecast moves per percent that the day does: the forecast price by
    /// [`Measure::Price`], the forecast return, in points per point, by [`Measure::Return`]. By
    /// [`Measure::Further`] the percent that it moves per deviation.
    pub effect: f64,
}

/// The days a forecast reads, each with its pull on it. All numbers are finite.
#[derive(Debug, Clone, PartialEq)]
pub struct Days {
    pub measure: Measure,
    /// Whether the network forecasts returns, which are put on top of the last price.
    pub of_returns: bool,
    /// Oldest first, at least two.
    pub days: Vec<Day>,
    /// The newest day's part of all pulls, by size and without sign; `None` where no day has any.
    pub newest_share: Option<f64>,
    /// The part that each number of a day has of all pulls on the forecast, whatever the measure: the past of
    /// what is forecast first. Empty where nothing else is read, or nothing has any pull.
    pub inputs: Vec<(Option<InputNumber>, f64)>,
}

impl Days {
    /// `None` where the effects cannot be told as percent: a forecast price that is not positive,
    /// slopes that are not finite, or returns asked of a network that reads prices.
    pub fn new(subject: &Subject, row: usize, trace: &Trace, measure: Measure) -> Option<Self> {
        let target = subject.target();
        let dataset = subject.dataset();
        let rescaled = dataset.target_scaler.deviation / dataset.input_scaler.deviation;
        let slopes: Vec<f64> = of_number(trace, 0).map(|slope| slope * rescaled).collect();
        let mut days = subject.window_days(row);
        let effects = match (target, measure) {
            (Target::Price, Measure::Return) => return None,
            (Target::Return, Measure::Return) => slopes,
            (Target::Price, Measure::Price) => {
                let forecast = subject.price(row, trace);
                if forecast <= 0.0 {
                    return None;
                }
                let prices = subject.window_values(row);
                let pairs = slopes.iter().zip(prices);
                pairs
                    .map(|(slope, price)| slope * price / forecast)
                    .collect()
            }
            (Target::Return, Measure::Price) => {
                // The oldest return begins with the price of the day before the window.
                days.start -= 1;
                by_price_of_returns(&slopes)
            }
            (target, Measure::Further(number)) => {
                let mut numbers = dataset.further.iter();
                let place = numbers.position(|input| input.number == number)? + 1;
                let of_forecast = match target {
                    Target::Return => 1.0,
                    Target::Price => subject.price(row, trace),
                };
                if of_forecast <= 0.0 {
                    return None;
                }
                let percent = 100.0 * dataset.target_scaler.deviation / of_forecast;
                of_number(trace, place)
                    .map(|slope| slope * percent)
                    .collect()
            }
        };
        let rows = subject.series().rows().get(days)?;
        let days: Vec<Day> = rows
            .iter()
            .zip(effects)
            .map(|(row, effect)| Day {
                date: row.date,
                effect,
            })
            .collect();
        let finite = days.iter().all(|day| day.effect.is_finite());
        let sum: f64 = days.iter().map(|day| day.effect.abs()).sum();
        let newest = days.last()?.effect.abs();
        (finite && sum.is_finite()).then(|| Self {
            measure,
            of_returns: target == Target::Return,
            newest_share: (sum > 0.0).then(|| newest / sum),
            inputs: input_shares(subject, trace),
            days,
        })
    }

    pub fn newest(&self) -> Day {
        self.days[self.days.len() - 1]
    }

    /// The day with the strongest pull; the newer of two alike.
    pub fn strongest(&self) -> Day {
        let by_size = |a: &&Day, b: &&Day| a.effect.abs().total_cmp(&b.effect.abs());
        let strongest = self.days.iter().max_by(by_size);
        strongest.copied().unwrap_or_else(|| self.newest())
    }
}

/// Slopes by one number of each day, by its place in a day, oldest first.
fn of_number(trace: &Trace, place: usize) -> impl Iterator<Item = f64> {
    let slopes = trace.gradient.iter().skip(place);
    slopes.step_by(trace.layout.features()).copied()
}

fn input_shares(subject: &Subject, trace: &Trace) -> Vec<(Option<InputNumber>, f64)> {
    let further = &subject.dataset().further;
    let pulls = (0..=further.len()).map(|place| of_number(trace, place).map(f64::abs).sum());
    let pulls: Vec<f64> = pulls.collect();
    let all: f64 = pulls.iter().sum();
    if further.is_empty() || all == 0.0 {
        return Vec::new();
    }
    let numbers = further.iter().map(|input| Some(input.number));
    let numbers = [None].into_iter().chain(numbers);
    let shares = pulls.into_iter().map(|pull| pull / all);
    numbers.zip(shares).collect()
}

/// From slopes by returns, oldest first, to those by the prices around them: one more.
fn by_price_of_returns(slopes: &[f64]) -> Vec<f64> {
    let mut effects = vec![0.0; slopes.len() + 1];
    for (place, slope) in slopes.iter().enumerate() {
        effects[place] -= slope;
        effects[place + 1] += slope;
    }
    if let Some(newest) = effects.last_mut() {
        *newest += 1.0;
    }
    effects
}

#[cfg(test)]
mod tests {
    use super::super::subject::fixtures::{subject, subject_reading};
    use super::*;
    use crate::forecast::settings::{Input, Inputs, Recipe};
    use crate::inspect::Tracing;
    use std::sync::Arc;

    /// The forecast of a row by a network that reads other values, or starts from another last price,
    /// than the series has.
    fn forecast(subject: &Subject, values: &[f64], last_price: f64) -> f64 {
        let dataset = subject.dataset();
        let inputs: Vec<f32> = values
            .iter()
            .map(|value| dataset.input_scaler.scale(*value) as f32)
            .collect();
        let parameters: Arc<[f32]> = subject.parameters().into();
        let trace = Tracing::new(parameters, subject.layout(), &inputs)
            .unwrap()
            .finish();
        let value = dataset.target_scaler.unscale(trace.prediction);
        match subject.target() {
            Target::Price => value,
            Target::Return => last_price * value.exp(),
        }
    }

    fn values_of(target: Target, prices: &[f64]) -> Vec<f64> {
        match target {
            Target::Price => prices[1..].to_vec(),
            Target::Return => prices.windows(2).map(|p| (p[1] / p[0]).ln()).collect(),
        }
    }

    #[test]
    fn effects_by_price_are_what_a_changed_price_does_to_the_forecast() {
        // Inputs are 32-bit numbers, so the change must not be too small.
        const CHANGE: f64 = 1e-3;
        for recipe in [Recipe::Honest, Recipe::Notebook] {
            let subject = subject(recipe);
            for row in [0, 20, subject.days() - 1] {
                let trace = subject.tracing(row).unwrap().finish();
                let days = Days::new(&subject, row, &trace, Measure::Price).unwrap();
                let window = subject.window_days(row);
                // The window and the day before, whose price only returns know.
                let prices: Vec<f64> = match window.start.checked_sub(1) {
                    Some(before) => subject.series().prices()[before..window.end].to_vec(),
                    None => [&[1.0], &subject.series().prices()[window.clone()]].concat(),
                };
                let skipped = prices.len() - days.days.len();
                for (place, day) in days.days.iter().enumerate() {
                    let changed = |factor: f64| {
                        let mut prices = prices.clone();
                        prices[place + skipped] *= factor;
                        let last = prices[prices.len() - 1];
                        forecast(&subject, &values_of(subject.target(), &prices), last).ln()
                    };
                    let slope = (changed(1.0 + CHANGE) - changed(1.0 - CHANGE)) / (2.0 * CHANGE);
                    assert!(
                        (slope - day.effect).abs() < 2e-4,
                        "{recipe:?}, row {row}, {}: {slope} for {}",
                        day.date,
                        day.effect
                    );
                }
                assert_eq!(
                    days.newest().date,
                    subject.series().rows()[window.end - 1].date
                );
            }
        }
    }

    #[test]
    fn effects_by_return_are_points_per_point() {
        const CHANGE: f64 = 1e-4;
        let subject = subject(Recipe::Honest);
        let row = subject.days() - 1;
        let trace = subject.tracing(row).unwrap().finish();
        let days = Days::new(&subject, row, &trace, Measure::Return).unwrap();
        assert_eq!(days.days.len(), 6);
        let values = subject.window_values(row);
        for (place, day) in days.days.iter().enumerate() {
            let changed = |by: f64| {
                let mut values = values.clone();
                values[place] += by;
                forecast(&subject, &values, 1.0).ln()
            };
            let slope = (changed(CHANGE) - changed(-CHANGE)) / (2.0 * CHANGE);
            assert!((slope - day.effect).abs() < 2e-3, "{slope} {}", day.effect);
        }
    }

    #[test]
    fn a_network_that_forecasts_no_move_only_repeats_the_last_price() {
        // Slopes 0.2, then −0.1: the oldest price −0.2, the next 0.2 + 0.1, the last 1 − 0.1.
        let effects = by_price_of_returns(&[0.2, -0.1]);
        let expected = [-0.2, 0.3, 0.9];
        for (effect, expected) in effects.iter().zip(expected) {
            assert!((effect - expected).abs() < 1e-15);
        }
        assert_eq!(by_price_of_returns(&[0.0; 3]), [0.0, 0.0, 0.0, 1.0]);
    }

    #[test]
    fn a_network_without_any_pull_has_no_share_to_tell() {
        let subject = subject(Recipe::Honest);
        let mut trace = subject.tracing(4).unwrap().finish();
        trace.gradient.fill(0.0);
        let of_returns = Days::new(&subject, 4, &trace, Measure::Return).unwrap();
        assert_eq!(of_returns.newest_share, None);
        let of_prices = Days::new(&subject, 4, &trace, Measure::Price).unwrap();
        assert_eq!(of_prices.newest_share, Some(1.0));
        trace.gradient[0] = f64::NAN;
        assert_eq!(Days::new(&subject, 4, &trace, Measure::Return), None);
    }

    #[test]
    fn what_cannot_be_told_in_percent_is_not_told() {
        let subject = subject(Recipe::Notebook);
        let mut trace = subject.tracing(4).unwrap().finish();
        assert_eq!(Days::new(&subject, 4, &trace, Measure::Return), None);
        // A price forecast below zero.
        trace.prediction = -1e9;
        assert_eq!(Days::new(&subject, 4, &trace, Measure::Price), None);
    }

    #[test]
    fn effects_of_a_further_input_are_what_a_deviation_more_of_it_does() {
        const CHANGE: f32 = 1e-2;
        let inputs = Inputs::default()
            .with(Input::Momentum, true)
            .with(Input::Weekday, true);
        for recipe in [Recipe::Honest, Recipe::Notebook] {
            let subject = subject_reading(recipe, inputs);
            let dataset = subject.dataset();
            assert_eq!(dataset.features(), 4);
            let row = 20;
            let trace = subject.tracing(row).unwrap().finish();
            let forecast = |place: usize, by: f32| {
                let mut window = dataset.window(row).to_vec();
                window[place] += by;
                let parameters: Arc<[f32]> = subject.parameters().into();
                let tracing = Tracing::new(parameters, subject.layout(), &window).unwrap();
                subject.price(row, &tracing.finish()).ln()
            };
            for (place, input) in dataset.further.iter().enumerate() {
                let measure = Measure::Further(input.number);
                let days = Days::new(&subject, row, &trace, measure).unwrap();
                assert_eq!(days.days.len(), 6);
                for (day, of_day) in days.days.iter().enumerate() {
                    let place = day * 4 + place + 1;
                    let change = forecast(place, CHANGE) - forecast(place, -CHANGE);
                    let slope = 100.0 * change / f64::from(2.0 * CHANGE);
                    assert!(
                        (slope - of_day.effect).abs()
                            < 2e-3 * days.strongest().effect.abs().max(0.1),
                        "{recipe:?}, {measure:?}: {slope} for {}",
                        of_day.effect
                    );
                }
                assert_eq!(days.inputs.len(), 4);
                assert_eq!(days.inputs[0].0, None);
                let shares: f64 = days.inputs.iter().map(|(_, share)| share).sum();
                assert!((shares - 1.0).abs() < 1e-12);
            }
            let gap = Measure::Further(InputNumber::Gap);
            assert_eq!(Days::new(&subject, row, &trace, gap), None);
        }
        let alone = subject(Recipe::Honest);
        let trace = alone.tracing(20).unwrap().finish();
        let days = Days::new(&alone, 20, &trace, Measure::Return).unwrap();
        assert!(days.inputs.is_empty());
    }
}
