//! Is the direction forecast better than one's own leaning gives? Who always says "up" is right on as many
//! days as rise; the share of right days alone does not tell that from knowing.

use super::metrics::Forecasts;
use super::normal;
use serde::{Deserialize, Serialize};

/// A forecast that says one direction on so large a share of the days is one-sided.
const ONE_SIDED: f64 = 0.95;
/// A forecast nearer to "no change" than this share of the price takes no side: it is rounding.
const NO_SIDE: f64 = 1e-9;

/// The outcome of a one-sided test, about standard normal where nothing is known of the direction.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DirectionTest {
    /// Positive where the direction is forecast better than by leaning.
    pub statistic: f64,
    /// One-sided.
    pub p_value: f64,
}

/// Which directions were forecast on the test days, and what two tests say of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Directions {
    pub days: usize,
    /// Days on which "up" was forecast.
    pub up: usize,
    /// Days on which "down" was; on the rest neither.
    pub down: usize,
    /// One of both on 95 % of the days or more.
    pub one_sided: bool,
    /// Pesaran & Timmermann (1992): of the share of right days. `None` where it is not defined: all forecasts,
    /// or all moves, are in one direction, or none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pesaran_timmermann: Option<DirectionTest>,
    /// Anatolyev & Gerko (2005): of the mean return of who follows the forecasts. `None` where it is
    /// not defined: all forecasts are in one direction, or the price never moves differently.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub anatolyev_gerko: Option<DirectionTest>,
}

impl Directions {
    pub fn of(forecasts: &Forecasts) -> Self {
        let days: Vec<Day> = forecasts
            .actual
            .iter()
            .zip(forecasts.predicted)
            .zip(forecasts.last_known)
            .map(|((actual, predicted), last)| Day {
                side: Side::of(predicted / last - 1.0),
                actual: actual / last - 1.0,
            })
            .collect();
        let said = |side: Side| days.iter().filter(|day| day.side == Some(side)).count();
        let (up, down) = (said(Side::Up), said(Side::Down));
        let most = up.max(down);
        Self {
            days: days.len(),
            up,
            down,
            one_sided: most > 0 && most as f64 >= ONE_SIDED * days.len() as f64,
            pesaran_timmermann: pesaran_timmermann(&days),
            anatolyev_gerko: anatolyev_gerko(&days),
        }
    }

    pub(super) fn all_finite(&self) -> bool {
        [self.pesaran_timmermann, self.anatolyev_gerko]
            .iter()
            .flatten()
            .all(|test| test.statistic.is_finite() && test.p_value.is_finite())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Up,
    Down,
}

impl Side {
    /// The side that a forecast return takes.
    pub(super) fn of(predicted: f64) -> Option<Self> {
        match predicted {
            up if up > NO_SIDE => Some(Self::Up),
            down if down < -NO_SIDE => Some(Self::Down),
            _ => None,
        }
    }
}

struct Day {
    side: Option<Side>,
    /// The simple return that happened.
    actual: f64,
}

/// Pesaran & Timmermann (1992), "A simple nonparametric test of predictive performance". Of n days,
/// p_x the share of forecast rises, p_y that of rises, p the share of right days:
///
/// `p* = p_y·p_x + (1 − p_y)(1 − p_x)`, what chance would give,
/// `V = p*(1 − p*)/n`,
/// `V* = [(2p_y − 1)²·p_x(1 − p_x) + (2p_x − 1)²·p_y(1 − p_y)]/n + 4·p_y·p_x(1 − p_y)(1 − p_x)/n²`,
/// `S = (p − p*)/√(V − V*)`.
///
/// Only days count on which the forecast takes a side and the price moves. It assumes that days are
/// independent of one another.
fn pesaran_timmermann(days: &[Day]) -> Option<DirectionTest> {
    let both: Vec<(bool, bool)> = days
        .iter()
        .filter(|day| day.actual != 0.0)
        .filter_map(|day| Some((day.side? == Side::Up, day.actual > 0.0)))
        .collect();
    let count = both.len() as f64;
    let share =
        |of: fn(&(bool, bool)) -> bool| both.iter().filter(|day| of(day)).count() as f64 / count;
    let (said, rose) = (share(|day| day.0), share(|day| day.1));
    let varies = |share: f64| share > 0.0 && share < 1.0;
    if both.is_empty() || !varies(said) || !varies(rose) {
        return None;
    }
    let right = share(|day| day.0 == day.1);
    let by_chance = rose * said + (1.0 - rose) * (1.0 - said);
    let of_right = by_chance * (1.0 - by_chance) / count;
    let of_chance = ((2.0 * rose - 1.0).powi(2) * said * (1.0 - said)
        + (2.0 * said - 1.0).powi(2) * rose * (1.0 - rose))
        / count
        + 4.0 * rose * said * (1.0 - rose) * (1.0 - said) / (count * count);
    test(right - by_chance, of_right - of_chance)
}

/// Anatolyev & Gerko (2005), "A trading approach to testing for predictability", their excess
/// profitability: of n days, s the side (1 or −1) and y the return,
///
/// `EP = (mean of s·y − mean of s · mean of y)/√V`, `V = 4/n²·p(1 − p)·Σ(y − ȳ)²`, p the share of s = 1:
///
/// what following the forecasts earns beyond what being as often on each side by chance would. Only days
/// count on which the forecast takes a side. It assumes no more than that returns cannot be forecast
/// under the null hypothesis; their size may cluster.
fn anatolyev_gerko(days: &[Day]) -> Option<DirectionTest> {
    let sided: Vec<(f64, f64)> = days
        .iter()
        .filter_map(|day| match day.side? {
            Side::Up => Some((1.0, day.actual)),
            Side::Down => Some((-1.0, day.actual)),
        })
        .collect();
    let count = sided.len() as f64;
    let mean = |of: fn(&(f64, f64)) -> f64| sided.iter().map(of).sum::<f64>() / count;
    let (side, moved) = (mean(|day| day.0), mean(|day| day.1));
    let up = (1.0 + side) / 2.0;
    if sided.is_empty() || up <= 0.0 || up >= 1.0 {
        return None;
    }
    let spread: f64 = sided.iter().map(|day| (day.1 - moved).powi(2)).sum();
    // Moves that are all the same spread by rounding only.
    let size: f64 = sided.iter().map(|day| day.1 * day.1).sum();
    if !normal::varies(spread, size) {
        return None;
    }
    let earned = mean(|day| day.0 * day.1);
    let variance = 4.0 / (count * count) * up * (1.0 - up) * spread;
    test(earned - side * moved, variance)
}

/// `None` where there is no variance to measure chance by.
fn test(excess: f64, variance: f64) -> Option<DirectionTest> {
    (variance > 0.0).then(|| {
        let statistic = excess / variance.sqrt();
        DirectionTest {
            statistic,
            p_value: normal::above(statistic),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Forecasts of prices at 100 each day, by returns.
    fn directions(actual: &[f64], predicted: &[f64]) -> Directions {
        let prices = |returns: &[f64]| -> Vec<f64> {
            returns.iter().map(|each| 100.0 * (1.0 + each)).collect()
        };
        Directions::of(&Forecasts {
            actual: &prices(actual),
            last_known: &vec![100.0; actual.len()],
            predicted: &prices(predicted),
            mean_return: &vec![0.0; actual.len()],
        })
    }

    #[test]
    fn both_tests_by_hand() {
        // Said ++−−, was +−−−, by 2, −1, −1 and −2 percent: right on three of four.
        let found = directions(&[0.02, -0.01, -0.01, -0.02], &[0.01, 0.01, -0.01, -0.01]);
        // p_x = 1/2, p_y = 1/4: p* = 1/8 + 3/8 = 1/2; V = 1/16; V* = (1/4·1/4)/4 + 4·(3/16)(1/4)/16
        // = 1/64 + 3/256 = 7/256. S = (1/4)/√(9/256) = 4/3.
        let test = found.pesaran_timmermann.unwrap();
        assert!((test.statistic - 4.0 / 3.0).abs() < 1e-9, "{test:?}");
        // Mean of s·y: (2 − 1 + 1 + 2)/4 = 1 percent; the mean of s is 0. ȳ = −1/2,
        // Σ(y − ȳ)² = 6.25 + 0.25 + 0.25 + 2.25 = 9: V = 4/16·1/4·9 = 9/16; EP = 1/(3/4) = 4/3.
        let test = found.anatolyev_gerko.unwrap();
        assert!((test.statistic - 4.0 / 3.0).abs() < 1e-9, "{test:?}");
        // The normal's upper tail beyond 4/3 holds 0.0912.
        assert!((test.p_value - 0.0912).abs() < 5e-5);
        assert_eq!((found.up, found.down, found.one_sided), (2, 2, false));
    }

    #[test]
    fn one_side_alone_is_said_and_not_tested() {
        let wave: Vec<f64> = (0..100).map(|day| 0.01 * f64::from(day).sin()).collect();
        let up = directions(&wave, &[0.001; 100]);
        assert_eq!((up.up, up.one_sided), (100, true));
        assert_eq!((up.pesaran_timmermann, up.anatolyev_gerko), (None, None));
        // Four days of a hundred the other way: one-sided, and tested.
        let nearly: Vec<f64> = (0..100)
            .map(|day| if day < 4 { -0.001 } else { 0.001 })
            .collect();
        let nearly = directions(&wave, &nearly);
        assert!(nearly.one_sided && nearly.pesaran_timmermann.is_some());
        let none = directions(&wave, &[0.0; 100]);
        assert_eq!((none.up, none.down, none.one_sided), (0, 0, false));
        assert_eq!(
            (none.pesaran_timmermann, none.anatolyev_gerko),
            (None, None)
        );
    }

    #[test]
    fn prices_that_do_not_move_and_no_days_are_defined() {
        let sides: Vec<f64> = (0..60).map(|day| 0.01 * f64::from(day).sin()).collect();
        let still = directions(&[0.0; 60], &sides);
        assert_eq!(
            (still.pesaran_timmermann, still.anatolyev_gerko),
            (None, None)
        );
        let rising = directions(&[0.25; 60], &sides);
        assert_eq!(
            (rising.pesaran_timmermann, rising.anatolyev_gerko),
            (None, None)
        );
        let nothing = directions(&[], &[]);
        assert_eq!((nothing.days, nothing.one_sided), (0, false));
    }

    #[test]
    fn knowing_the_direction_is_found() {
        let wave: Vec<f64> = (0..400).map(|day| 0.01 * f64::from(day).sin()).collect();
        for test in [wave.as_slice()].map(|said| directions(&wave, said)) {
            assert!(test.pesaran_timmermann.unwrap().p_value < 1e-6);
            assert!(test.anatolyev_gerko.unwrap().p_value < 1e-6);
        }
        let against: Vec<f64> = wave.iter().map(|each| -each).collect();
        let against = directions(&wave, &against);
        assert!(against.pesaran_timmermann.unwrap().p_value > 0.999);
    }
}
