//! What can be changed about a world: one table per world, from which its sliders, its part of the
//! address and its process all read.
//!
//! The bounds keep 5,000 days within what four decimals of price can tell: a world that sinks to
//! nothing would no longer be the process that it is said to be.

use super::WorldKind;
use crate::number;
use crate::text;
use std::fmt;

/// One number of a world's process.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// In the address: `phi` in `parameters=phi:0.9`.
    pub key: &'static str,
    pub label: fn() -> &'static str,
    pub min: f64,
    pub max: f64,
    pub default: f64,
    /// The slider's step.
    pub step: f64,
    /// One sentence for people.
    pub explanation: fn() -> &'static str,
}

const fn parameter(
    key: &'static str,
    label: fn() -> &'static str,
    (min, default, max): (f64, f64, f64),
    step: f64,
    explanation: fn() -> &'static str,
) -> Parameter {
    Parameter {
        key,
        label,
        min,
        max,
        default,
        step,
        explanation,
    }
}

const fn drift() -> Parameter {
    parameter(
        "drift",
        text::worlds::drift_per_day,
        (-0.0005, 0.0003, 0.001),
        0.0001,
        text::worlds::drift_per_day_means,
    )
}

const fn noise(default: f64, max: f64) -> Parameter {
    parameter(
        "noise",
        text::worlds::daily_noise,
        (0.001, default, max),
        0.001,
        text::worlds::daily_noise_means,
    )
}

const RANDOM_WALK: [Parameter; 2] = [drift(), noise(0.01, 0.03)];
const MEAN_REVERTING: [Parameter; 2] = [
    parameter(
        "phi",
        text::worlds::memory,
        (0.0, 0.8, 0.99),
        0.01,
        text::worlds::memory_means,
    ),
    noise(0.012, 0.05),
];
const SEASONAL: [Parameter; 3] = [
    parameter(
        "amplitude",
        text::worlds::wave_height,
        (0.0, 0.05, 0.3),
        0.01,
        text::worlds::noisy_wave_height_means,
    ),
    parameter(
        "period",
        text::worlds::days_per_wave,
        (5.0, 20.0, 120.0),
        1.0,
        text::worlds::noisy_days_per_wave_means,
    ),
    noise(0.01, 0.05),
];
const VOLATILITY_CLUSTERS: [Parameter; 3] = [
    parameter(
        "reaction",
        text::worlds::reaction,
        (0.0, 0.1, 0.3),
        0.01,
        text::worlds::reaction_means,
    ),
    parameter(
        "persistence",
        text::worlds::persistence,
        (0.5, 0.98, 0.99),
        0.01,
        text::worlds::persistence_means,
    ),
    noise(0.01, 0.02),
];
const REGIME_SWITCHING: [Parameter; 3] = [
    parameter(
        "drift",
        text::worlds::drift_of_either,
        (0.0, 0.003, 0.004),
        0.0005,
        text::worlds::drift_of_either_means,
    ),
    parameter(
        "stay",
        text::worlds::chance_to_stay,
        (0.5, 0.95, 0.98),
        0.01,
        text::worlds::chance_to_stay_means,
    ),
    noise(0.006, 0.02),
];
const TREND_BREAK: [Parameter; 3] = [
    parameter(
        "before",
        text::worlds::drift_before,
        (-0.001, 0.001, 0.002),
        0.0005,
        text::worlds::drift_before_means,
    ),
    parameter(
        "after",
        text::worlds::drift_after,
        (-0.0015, -0.001, 0.002),
        0.0005,
        text::worlds::drift_after_means,
    ),
    noise(0.005, 0.02),
];
const JUMP_DIFFUSION: [Parameter; 4] = [
    drift(),
    noise(0.008, 0.02),
    parameter(
        "chance",
        text::worlds::jump_chance,
        (0.0, 0.02, 0.08),
        0.01,
        text::worlds::jump_chance_means,
    ),
    parameter(
        "jump",
        text::worlds::jump_size,
        (0.0, 0.05, 0.1),
        0.01,
        text::worlds::jump_size_means,
    ),
];
const SINE: [Parameter; 2] = [
    parameter(
        "amplitude",
        text::worlds::wave_height,
        (0.01, 0.1, 0.5),
        0.01,
        text::worlds::pure_wave_height_means,
    ),
    parameter(
        "period",
        text::worlds::days_per_wave,
        (5.0, 40.0, 250.0),
        1.0,
        text::worlds::pure_days_per_wave_means,
    ),
];

impl WorldKind {
    /// What can be changed about this world, in the order of its sliders and of the address.
    pub fn parameters(self) -> &'static [Parameter] {
        match self {
            Self::RandomWalk => &RANDOM_WALK,
            Self::MeanReverting => &MEAN_REVERTING,
            Self::Seasonal => &SEASONAL,
            Self::VolatilityClusters => &VOLATILITY_CLUSTERS,
            Self::RegimeSwitching => &REGIME_SWITCHING,
            Self::TrendBreak => &TREND_BREAK,
            Self::JumpDiffusion => &JUMP_DIFFUSION,
            Self::Sine => &SINE,
        }
    }

    fn parameter(self, key: &str) -> Option<&'static Parameter> {
        self.parameters().iter().find(|known| known.key == key)
    }
}

/// Why a text is no value of a parameter. `Display` ends a sentence that has named the text.
#[derive(Debug, Clone, PartialEq)]
pub enum ParameterError {
    Unknown {
        world: WorldKind,
    },
    OutOfBounds {
        key: &'static str,
        min: f64,
        max: f64,
    },
}

impl fmt::Display for ParameterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown { world } => {
                let keys: Vec<_> = world.parameters().iter().map(|it| it.key).collect();
                f.write_str(&text::worlds::unknown_parameter(keys.join(", ")))
            }
            Self::OutOfBounds { key, min, max } => {
                f.write_str(&text::worlds::parameter_out_of_bounds(*key, min, max))
            }
        }
    }
}

impl std::error::Error for ParameterError {}

/// The values of a world's parameters. Only what differs from the defaults is kept, so that the
/// default world is the same as one that was never touched. `Display` writes the address's form,
/// `phi:0.9,noise:0.01`.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parameters {
    /// In the order of the world's table.
    changed: Vec<(&'static str, f64)>,
}

impl Parameters {
    /// Nothing differs from the defaults.
    pub fn are_default(&self) -> bool {
        self.changed.is_empty()
    }

    /// The value of one of `world`'s parameters: its own, or the default where these are another
    /// world's.
    pub fn value(&self, parameter: &Parameter) -> f64 {
        self.changed
            .iter()
            .find(|(key, _)| *key == parameter.key)
            .map_or(parameter.default, |(_, value)| {
                value.clamp(parameter.min, parameter.max)
            })
    }

    /// These with another value.
    ///
    /// # Errors
    ///
    /// The world has no such parameter, or the value is not within its bounds.
    pub fn with(&self, world: WorldKind, key: &str, value: f64) -> Result<Self, ParameterError> {
        let parameter = world
            .parameter(key)
            .ok_or(ParameterError::Unknown { world })?;
        // A NaN is in no range.
        if !(parameter.min..=parameter.max).contains(&value) {
            let Parameter { key, min, max, .. } = *parameter;
            return Err(ParameterError::OutOfBounds { key, min, max });
        }
        let values = world.parameters().iter().map(|known| {
            let value = match known.key == parameter.key {
                true => value,
                false => self.value(known),
            };
            (known, value)
        });
        Ok(Self {
            changed: values
                .filter(|(known, value)| *value != known.default)
                .map(|(known, value)| (known.key, value))
                .collect(),
        })
    }

    /// Reads the address's form. What cannot be used is left at its default and returned with the
    /// reason.
    pub fn read(world: WorldKind, text: &str) -> (Self, Vec<(&str, ParameterError)>) {
        let mut parameters = Self::default();
        let mut refused = Vec::new();
        for item in text.split(',').filter(|item| !item.trim().is_empty()) {
            let (key, value) = item.split_once(':').unwrap_or((item, ""));
            let value = number::parse(value.trim()).unwrap_or(f64::NAN);
            match parameters.with(world, key.trim(), value) {
                Ok(changed) => parameters = changed,
                Err(error) => refused.push((item, error)),
            }
        }
        (parameters, refused)
    }

    /// The value by its key, for the world's own process.
    pub(super) fn of(&self, world: WorldKind, key: &str) -> f64 {
        let parameter = world.parameter(key);
        self.value(parameter.expect("a process asks for its own world's parameters"))
    }
}

impl fmt::Display for Parameters {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, (key, value)) in self.changed.iter().enumerate() {
            let comma = if index > 0 { "," } else { "" };
            write!(f, "{comma}{key}:{value}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::{generate, generate_with};
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_table_is_sound() {
        for world in WorldKind::ALL {
            let keys: HashSet<_> = world.parameters().iter().map(|it| it.key).collect();
            assert_eq!(keys.len(), world.parameters().len(), "{world:?}");
            for it in world.parameters() {
                assert!(it.min < it.max && it.step > 0.0, "{world:?} {}", it.key);
                assert!((it.min..=it.max).contains(&it.default), "{}", it.key);
                // A slider stands on its minimum plus whole steps: the default must be one of them.
                let steps = (it.default - it.min) / it.step;
                assert!((steps - steps.round()).abs() < 1e-6, "{world:?} {}", it.key);
            }
        }
    }

    #[test]
    fn the_text_form_comes_back() {
        for world in WorldKind::ALL {
            let mut parameters = Parameters::default();
            assert_eq!(parameters.to_string(), "");
            for it in world.parameters() {
                parameters = parameters.with(world, it.key, it.max).expect("in bounds");
            }
            let text = parameters.to_string();
            assert_eq!(Parameters::read(world, &text), (parameters, Vec::new()));
        }
        let world = WorldKind::MeanReverting;
        let (parameters, _) = Parameters::read(world, "noise:0.01,phi:0.9");
        assert_eq!(parameters.to_string(), "phi:0.9,noise:0.01");
        // The default's value is no change.
        let back = parameters.with(world, "phi", 0.8).expect("in bounds");
        assert_eq!(back.to_string(), "noise:0.01");
    }

    #[test]
    fn what_cannot_be_used_is_named_and_the_rest_kept() {
        let text = "phi:2,noise:0.02,speed:1,phi:x,noise";
        let (parameters, refused) = Parameters::read(WorldKind::MeanReverting, text);
        assert_eq!(parameters.to_string(), "noise:0.02");
        let said: Vec<String> = refused
            .iter()
            .map(|(item, error)| format!("{item}: {error}"))
            .collect();
        assert_eq!(
            said,
            [
                "phi:2: phi must be a number from 0 to 0.99",
                "speed:1: this world’s parameters are phi, noise",
                "phi:x: phi must be a number from 0 to 0.99",
                "noise: noise must be a number from 0.001 to 0.05",
            ]
        );
    }

    /// Whatever the sliders say, a world keeps its word: prices that move, a formula that names the
    /// value, and a forecast that nothing beats.
    #[test]
    fn every_world_stands_at_every_bound() {
        for world in WorldKind::ALL {
            for it in world.parameters() {
                for value in [it.min, it.max] {
                    let parameters = Parameters::default().with(world, it.key, value);
                    let parameters = parameters.expect("in bounds");
                    let prices = generate_with(world, &parameters, 1, 3_000);
                    let truth = prices.truth.as_ref().expect("a world");
                    let name = format!("{world:?} {}={value}", it.key);
                    assert_eq!(parameters.are_default(), value == it.default, "{name}");
                    let series = prices.series.prices();
                    let moves = series.windows(2).filter(|pair| pair[0] != pair[1]);
                    assert!(moves.count() > 1_500, "{name}");
                    let mut errors = (0.0, 0.0);
                    for i in 1..series.len() {
                        errors.0 += (series[i].ln() - truth.best_forecast[i].ln()).abs();
                        errors.1 += (series[i].ln() - series[i - 1].ln()).abs();
                    }
                    assert!(errors.0 <= errors.1 * 1.005, "{name}: {errors:?}");
                    assert!(
                        truth.best_forecast.iter().all(|it| it.is_finite()),
                        "{name}"
                    );
                    assert!(
                        !truth.formula.to_string().contains("+ -"),
                        "{name}: {}",
                        truth.formula
                    );
                }
            }
        }
    }

    #[test]
    fn a_parameter_changes_its_world_and_the_formula_says_so() {
        for world in WorldKind::ALL {
            let usual = generate(world, 1, 500);
            for it in world.parameters() {
                let value = if it.default == it.max { it.min } else { it.max };
                let parameters = Parameters::default().with(world, it.key, value);
                let other = generate_with(world, &parameters.expect("in bounds"), 1, 500);
                let name = format!("{world:?} {}={value}", it.key);
                // A break in the drift comes after 1,700 days: all before it is the same.
                if it.key != "after" {
                    assert_ne!(other.series, usual.series, "{name}");
                }
                let formula = |prices: &crate::market::Prices| {
                    prices.truth.as_ref().expect("a world").formula.clone()
                };
                assert_ne!(formula(&other), formula(&usual), "{name}");
            }
        }
    }
}
