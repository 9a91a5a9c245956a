//! A dataset in the units of a network that was trained before: cut from prices as they are now, scaled
//! as they were scaled then.

use super::Dataset;
use super::dataset::{scaled_targets, values_read};
use super::inputs::{self, FurtherInput};
use super::scaler::Scaler;
use crate::market::Series;

impl Dataset {
    /// The same rows and blocks with these scalers in place of the fitted ones. `series` must be the one
    /// that the dataset was cut from, and `further_scalers` as many as it has further inputs.
    #[must_use]
    pub fn rescaled(
        self,
        series: &Series,
        input_scaler: Scaler,
        target_scaler: Scaler,
        further_scalers: &[Scaler],
    ) -> Self {
        let settings = &self.settings;
        let values = values_read(series, settings.target);
        let targets = scaled_targets(&values, settings, &target_scaler);
        let further: Vec<FurtherInput> = (self.further.iter().zip(further_scalers))
            .map(|(input, scaler)| FurtherInput {
                scaler: *scaler,
                ..*input
            })
            .collect();
        let own = input_scaler.scale_all(&values);
        Self {
            inputs: inputs::beside(own, series, self.first_read_beside(), &further),
            targets,
            input_scaler,
            target_scaler,
            further,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::Settings;
    use crate::forecast::settings::{Input, Inputs, Label, Recipe};
    use crate::market::world::{WorldKind, generate};

    #[test]
    fn its_own_scalers_change_nothing_and_others_change_units_alone() {
        let series = generate(WorldKind::MeanReverting, 3, 300).series;
        let direct = Settings {
            horizon: 3,
            ..Settings::default()
        };
        let averaged = Settings {
            label: Label::Average,
            ..Settings::default()
        };
        let with_momentum = Settings {
            inputs: Inputs::default().with(Input::Momentum, true),
            ..Settings::default()
        };
        let notebook = Settings::for_recipe(Recipe::Notebook);
        for settings in [direct, averaged, with_momentum, notebook] {
            let dataset = Dataset::new(&series, &settings).unwrap();
            let (input, target) = (dataset.input_scaler, dataset.target_scaler);
            let further: Vec<Scaler> = dataset.further.iter().map(|it| it.scaler).collect();
            let same = dataset.clone().rescaled(&series, input, target, &further);
            assert_eq!(same, dataset);

            let halved = |scaler: &Scaler| Scaler {
                mean: scaler.mean,
                deviation: 2.0 * scaler.deviation,
            };
            let half = halved(&input);
            let further: Vec<Scaler> = further.iter().map(halved).collect();
            let other = dataset.clone().rescaled(&series, half, half, &further);
            assert_eq!(other.split, dataset.split);
            for (half, whole) in other.inputs.iter().zip(&dataset.inputs) {
                assert!((2.0 * half - whole).abs() < 1e-6);
            }
        }
    }
}
