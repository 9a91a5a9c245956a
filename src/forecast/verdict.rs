//! The plain verdict, two questions and two answers: is a forecast usable as it stands, which is whether
//! it beats "tomorrow = today"? And does it know anything at all?

use super::clark_west::{ClarkWest, clark_west};
use super::diebold_mariano::{DieboldMariano, diebold_mariano};
use super::direction::Directions;
use super::metrics::Forecasts;
use super::squared_ratio::{SquaredRatio, squared_ratio};
use serde::{Deserialize, Serialize};

/// The level of significance, of the verdict and of every other comparison.
const SIGNIFICANCE: f64 = 0.05;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum VerdictKind {
    Beats,
    /// A tie that knows something: not yet usable.
    Signal,
    Ties,
    Loses,
}

/// What a forecast is judged to be. What is `None` was not asked: of runs that are older than the
/// question, and of comparisons that are not of the next day's price.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    pub kind: VerdictKind,
    /// Mean absolute error divided by persistence's.
    pub rmae: f64,
    /// Diebold–Mariano statistic against persistence; negative favours the model. Of errors as shares of
    /// the last price where `squared_error` is there too, else in price units.
    pub dm: f64,
    pub p_value: f64,
    /// How large the difference is that `dm` tests.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub squared_error: Option<SquaredRatio>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clark_west: Option<Knowledge>,
    /// Whether both of `clark_west` reject: a drift alone does not count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub knows_something: Option<bool>,
    /// Whether one direction is forecast on 95 % of the days or more: then whatever else is found may
    /// be the market's drift in just these days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub one_sided: Option<bool>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_prices: Option<InPrices>,
}

/// The forecast against the two that know nothing of the next day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Knowledge {
    /// Against "tomorrow = today".
    pub no_change: ClarkWest,
    /// Against the mean of all returns up to the day before.
    pub mean_return: ClarkWest,
}

/// The verdict by the rule of earlier versions: errors in price units, the first question alone.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct InPrices {
    pub kind: VerdictKind,
    pub dm: f64,
    pub p_value: f64,
}

impl VerdictKind {
    /// `beats`, `signal`, `ties` or `loses`, as in `data-verdict`.
    pub fn slug(self) -> &'static str {
        match self {
            Self::Beats => "beats",
            Self::Signal => "signal",
            Self::Ties => "ties",
            Self::Loses => "loses",
        }
    }
}

/// Whether a difference is more than chance would give.
pub fn is_significant(p_value: f64) -> bool {
    p_value < SIGNIFICANCE
}

impl Knowledge {
    /// Of returns, each `[days]`.
    fn of(returns: &Returns) -> Self {
        let against = |benchmark: &[f64]| clark_west(&returns.actual, benchmark, &returns.model);
        Self {
            no_change: against(&vec![0.0; returns.actual.len()]),
            mean_return: against(returns.mean),
        }
    }

    /// Of the two tests together: both have to reject (an intersection–union test, Berger 1982).
    pub fn p_value(&self) -> f64 {
        self.no_change.p_value.max(self.mean_return.p_value)
    }

    /// Whether both tests reject.
    pub fn is_there(&self) -> bool {
        is_significant(self.p_value())
    }
}

/// Forecasts of the next day as simple returns, `P/P_t − 1`, each `[days]`: "tomorrow = today" says 0.
pub(super) struct Returns<'a> {
    pub(super) actual: Vec<f64>,
    pub(super) model: Vec<f64>,
    /// The expanding mean's forecasts.
    pub(super) mean: &'a [f64],
}

impl<'a> Returns<'a> {
    pub(super) fn of(forecasts: &Forecasts<'a>) -> Self {
        let returns = |prices: &[f64]| -> Vec<f64> {
            let days = prices.iter().zip(forecasts.last_known);
            days.map(|(price, last)| price / last - 1.0).collect()
        };
        Self {
            actual: returns(forecasts.actual),
            model: returns(forecasts.predicted),
            mean: forecasts.mean_return,
        }
    }

    /// The model's errors; persistence's are `actual` itself.
    fn errors(&self) -> Vec<f64> {
        let days = self.actual.iter().zip(&self.model);
        days.map(|(actual, model)| actual - model).collect()
    }
}

impl Verdict {
    /// Both questions, asked of forecasts of the next day.
    ///
    /// *Usable as it stands?* As [`Self::new`], by the Diebold–Mariano test on squared errors as shares of
    /// the last price: a share that fell to a tenth would else be judged by the days when it was dear.
    /// *Does it know anything?* Where the first answer is a tie and both Clark–West tests reject, the
    /// verdict is a signal; where it is not, [`Self::knows_something`] says so beside it.
    ///
    /// `rmae` is the caller's, in price units or as shares.
    pub fn asked(forecasts: &Forecasts, rmae: f64) -> Self {
        let returns = Returns::of(forecasts);
        let errors = returns.errors();
        let first = Self::new(rmae, diebold_mariano(&errors, &returns.actual));
        let knowledge = Knowledge::of(&returns);
        let knows = knowledge.is_there();
        Self {
            kind: match first.kind {
                VerdictKind::Ties if knows => VerdictKind::Signal,
                other => other,
            },
            squared_error: Some(squared_ratio(&errors, &returns.actual)),
            clark_west: Some(knowledge),
            knows_something: Some(knows),
            one_sided: Some(Directions::of(forecasts).one_sided),
            ..first
        }
    }

    /// The same with what the rule of earlier versions says of it: the test is of errors in price units.
    #[must_use]
    pub fn with_prices(self, test: DieboldMariano) -> Self {
        let earlier = Self::new(self.rmae, test);
        Self {
            in_prices: Some(InPrices {
                kind: earlier.kind,
                dm: earlier.dm,
                p_value: earlier.p_value,
            }),
            ..self
        }
    }

    /// The first question alone.
    ///
    /// Beats if rMAE < 1 and the test is significant in the model's favour, loses if rMAE > 1 and it
    /// is significant against it, else ties. The ratio compares absolute errors and the test squared
    /// ones, so the two can disagree; where they do, neither has won.
    pub fn new(rmae: f64, test: DieboldMariano) -> Self {
        let significant = is_significant(test.p_value);
        let kind = if significant && rmae < 1.0 && test.statistic < 0.0 {
            VerdictKind::Beats
        } else if significant && rmae > 1.0 && test.statistic > 0.0 {
            VerdictKind::Loses
        } else {
            VerdictKind::Ties
        };
        Self {
            kind,
            rmae,
            dm: test.statistic,
            p_value: test.p_value,
            squared_error: None,
            clark_west: None,
            knows_something: None,
            one_sided: None,
            in_prices: None,
        }
    }

    pub(super) fn all_finite(&self) -> bool {
        let squared = self.squared_error.iter();
        let squared = squared.flat_map(|it| [it.ratio, it.low, it.high]);
        let tests = self.clark_west.iter();
        let tests = tests.flat_map(|it| [it.no_change, it.mean_return]);
        let tests = tests.flat_map(|test| [test.statistic, test.p_value]);
        let prices = self.in_prices.iter().flat_map(|it| [it.dm, it.p_value]);
        [self.rmae, self.dm, self.p_value]
            .into_iter()
            .chain(squared)
            .chain(tests)
            .chain(prices)
            .all(f64::is_finite)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_verdict_needs_both_a_ratio_and_significance() {
        let verdict = |rmae, statistic, p_value| {
            Verdict::new(rmae, DieboldMariano { statistic, p_value }).kind
        };
        assert_eq!(verdict(0.99, -2.0, 0.049), VerdictKind::Beats);
        assert_eq!(verdict(0.99, -2.0, 0.05), VerdictKind::Ties);
        assert_eq!(verdict(1.01, 2.0, 0.049), VerdictKind::Loses);
        assert_eq!(verdict(1.01, 2.0, 0.05), VerdictKind::Ties);
        assert_eq!(verdict(1.0, -3.0, 0.0), VerdictKind::Ties);
    }

    #[test]
    fn where_absolute_and_squared_errors_disagree_neither_has_won() {
        let verdict = |rmae, statistic| {
            let test = DieboldMariano {
                statistic,
                p_value: 0.01,
            };
            Verdict::new(rmae, test).kind
        };
        assert_eq!(verdict(0.99, 2.6), VerdictKind::Ties);
        assert_eq!(verdict(1.01, -2.6), VerdictKind::Ties);
    }

    fn waves(days: usize) -> Vec<f64> {
        (0..days).map(|day| (day as f64 * 2.9).sin()).collect()
    }

    /// The verdict on forecasts of prices at 100 each day, given as returns.
    fn asked(actual: &[f64], model: &[f64], mean: f64) -> Verdict {
        let prices = |returns: &[f64]| -> Vec<f64> {
            returns.iter().map(|each| 100.0 * (1.0 + each)).collect()
        };
        let forecasts = Forecasts {
            actual: &prices(actual),
            last_known: &vec![100.0; actual.len()],
            predicted: &prices(model),
            mean_return: &vec![mean; actual.len()],
        };
        let rmae = super::super::metrics::scores(&forecasts).rmae;
        Verdict::asked(&forecasts, rmae)
    }

    #[test]
    fn a_weak_signal_is_a_signal_and_an_overdone_one_loses_knowing_something() {
        let noise: Vec<f64> = waves(1_000).iter().map(|each| 0.01 * each).collect();
        let signal: Vec<f64> = (0..1_000).map(|day| (day as f64 * 1.3).sin()).collect();
        let said = |size: f64| -> Vec<f64> { signal.iter().map(|each| size * each).collect() };
        let actual: Vec<f64> = noise.iter().zip(said(0.001)).map(|(a, b)| a + b).collect();
        // Twice what is there: as good as nothing by squared error, and there is something in it.
        let twice = asked(&actual, &said(0.002), 0.0);
        assert_eq!(twice.kind, VerdictKind::Signal);
        assert_eq!(
            (twice.knows_something, twice.one_sided),
            (Some(true), Some(false))
        );
        let overdone = asked(&actual, &said(0.01), 0.0);
        assert_eq!(overdone.kind, VerdictKind::Loses);
        assert_eq!(overdone.knows_something, Some(true));
        assert!(overdone.squared_error.unwrap().low > 1.0);
        // The other way round it knows nothing.
        let against = asked(&actual, &said(-0.002), 0.0);
        assert_eq!(against.knows_something, Some(false));
    }

    #[test]
    fn a_drift_alone_is_no_signal() {
        // A market that rises a little, and a forecast that says just that.
        let actual: Vec<f64> = waves(1_000)
            .iter()
            .map(|each| 0.001 + 0.01 * each)
            .collect();
        let drift = asked(&actual, &vec![0.001; 1_000], 0.001);
        let knowledge = drift.clark_west.unwrap();
        assert!(is_significant(knowledge.no_change.p_value));
        assert_eq!(knowledge.mean_return.p_value, 1.0);
        assert_eq!(
            (drift.knows_something, drift.one_sided),
            (Some(false), Some(true))
        );
        // Whoever says nothing takes no side.
        let nothing = asked(&actual, &vec![0.0; 1_000], 0.001);
        assert_eq!(
            (nothing.kind, nothing.one_sided),
            (VerdictKind::Ties, Some(false))
        );
    }

    #[test]
    fn dear_days_do_not_drown_the_others() {
        // Off by a tenth of a percent more than nothing on a dear day, by less on nine cheap ones.
        let last: Vec<f64> = (0..500)
            .map(|day| if day % 10 == 0 { 1e4 } else { 1.0 })
            .collect();
        let actual: Vec<f64> = last
            .iter()
            .zip(waves(500))
            .map(|(last, wave)| last * (1.0 + 0.01 * wave))
            .collect();
        let predicted: Vec<f64> = last
            .iter()
            .zip(&actual)
            .enumerate()
            .map(|(day, (last, actual))| {
                last + (actual - last) * if day % 10 == 0 { -0.5 } else { 0.5 }
            })
            .collect();
        let errors = |forecasts: &[f64]| -> Vec<f64> {
            actual.iter().zip(forecasts).map(|(a, f)| a - f).collect()
        };
        let forecasts = Forecasts {
            actual: &actual,
            last_known: &last,
            predicted: &predicted,
            mean_return: &[0.0; 500],
        };
        let verdict = Verdict::asked(&forecasts, 0.9)
            .with_prices(diebold_mariano(&errors(&predicted), &errors(&last)));
        assert_eq!(verdict.kind, VerdictKind::Beats);
        assert!(verdict.in_prices.unwrap().dm > 0.0 && verdict.dm < 0.0);
    }

    #[test]
    fn a_verdict_of_one_question_is_read_and_written_as_ever() {
        let text = r#"{"kind":"ties","rmae":1.01,"dm":0.5,"p_value":0.6}"#;
        let verdict: Verdict = serde_json::from_str(text).unwrap();
        assert_eq!(verdict.knows_something, None);
        assert_eq!(serde_json::to_string(&verdict).unwrap(), text);
        let whole = asked(&waves(50), &[0.1; 50], 0.0);
        let written = serde_json::to_string(&whole).unwrap();
        assert_eq!(serde_json::from_str::<Verdict>(&written).unwrap(), whole);
    }
}
