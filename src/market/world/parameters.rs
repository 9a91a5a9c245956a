//! The values of a world's parameters, and their form in the address.

use super::known::WorldKind;
use super::parameter::Parameter;
use crate::number;
use std::fmt;

/// Why a text is no value of a parameter.
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
            let value = if known.key == parameter.key {
                value
            } else {
                self.value(known)
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
        let out_of_bounds = |key, min, max| ParameterError::OutOfBounds { key, min, max };
        let world = WorldKind::MeanReverting;
        assert_eq!(
            refused,
            [
                ("phi:2", out_of_bounds("phi", 0.0, 0.99)),
                ("speed:1", ParameterError::Unknown { world }),
                ("phi:x", out_of_bounds("phi", 0.0, 0.99)),
                ("noise", out_of_bounds("noise", 0.001, 0.05)),
            ]
        );
    }

    /// At every bound of every parameter a world has prices that move, a sound formula, and a best
    /// forecast that persistence does not beat.
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
                    let equation = truth.formula.equation();
                    assert!(!equation.contains("+ -"), "{name}: {equation}");
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
