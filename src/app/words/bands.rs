//! Bands measured beside one another: their names, and what the usual one comes to.

use super::intervals::method;
use crate::app::ui::number;
use crate::forecast::bands::{BandName, BandScores};
use crate::forecast::conformal::LEVEL;
use crate::forecast::intervals::IntervalMethod;
use crate::text;

/// As in a table.
pub fn name(band: BandName) -> &'static str {
    match band {
        BandName::Split => method(IntervalMethod::Split),
        BandName::Adaptive => method(IntervalMethod::Adaptive),
        BandName::Volatility => method(IntervalMethod::Volatility),
        BandName::History20 => text::forecast::history_20(),
        BandName::History250 => text::forecast::history_250(),
    }
}

/// What the usual band holds on calm and wild days, and how it does beside the plain one of 20 days; empty of
/// an old evaluation.
pub fn sentences(bands: &[BandScores]) -> Vec<String> {
    let of = |name: BandName| bands.iter().find(|band| band.band == name);
    let usual = of(IntervalMethod::USUAL.into());
    let (Some(usual), Some(plain)) = (usual, of(BandName::History20)) else {
        return Vec::new();
    };
    let mut said = Vec::new();
    if let Some(at) = usual.at(LEVEL) {
        let level = number::percent_number(LEVEL, 0);
        if let (Some(calm), Some(wild)) = (at.calm, at.wild) {
            said.push(text::forecast::calm_and_wild(
                level,
                number::percent(calm),
                number::percent(wild),
            ));
        }
        said.extend(
            at.steady
                .map(|share| text::forecast::steady(number::percent(share))),
        );
    }
    let share_of_price = |crps: f64| number::percent_number(crps, 3);
    said.push(text::forecast::beside_plain_band(
        share_of_price(usual.crps),
        share_of_price(plain.crps),
    ));
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::bands::BandLevel;
    use crate::text::{Language, in_language};

    fn band(name: BandName, crps: f64, steady: Option<f64>) -> BandScores {
        BandScores {
            band: name,
            crps,
            levels: vec![BandLevel {
                level: LEVEL,
                coverage: 0.8,
                mean_width: 0.03,
                interval_score: 0.04,
                calm: Some(0.77),
                wild: Some(0.83),
                steady,
            }],
            between: vec![0.125; 8],
        }
    }

    #[test]
    fn calm_and_wild_days_and_the_plain_band_are_named() {
        let bands = [
            band(BandName::Volatility, 0.0048, Some(0.96)),
            band(BandName::History20, 0.00481, Some(0.9)),
        ];
        let said = sentences(&bands);
        assert_eq!(said.len(), 3);
        assert!(said[0].contains("77") && said[0].contains("83"), "{said:?}");
        assert!(
            said[2].contains("0.480") && said[2].contains("0.481"),
            "{said:?}"
        );
        let german = in_language(Language::German, || sentences(&bands));
        assert!(german[2].contains("0,480"), "{german:?}");
        assert!(sentences(&bands[..1]).is_empty());
    }
}
