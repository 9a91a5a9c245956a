//! Z-score scaling: `scaled = (value − mean) / deviation`, with the population standard deviation.

use serde::{Deserialize, Serialize};

/// A deviation below this share of the largest value is rounding noise of values that do not vary.
const NOISE: f64 = 1e-12;

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Scaler {
    pub mean: f64,
    /// Population standard deviation; 1 where the values do not vary.
    pub deviation: f64,
}

impl Scaler {
    /// `mean = Σx/n`, `deviation = √(Σ(x − mean)²/n)`.
    ///
    /// Values that do not vary (up to rounding) get the deviation 1 and the first of them as the
    /// mean, so that they scale to 0 and come back exactly as they were; so do no values at all,
    /// with the mean 0.
    pub fn fit(values: &[f64]) -> Self {
        let Some(first) = values.first() else {
            return Self {
                mean: 0.0,
                deviation: 1.0,
            };
        };
        let count = values.len() as f64;
        let mean = values.iter().sum::<f64>() / count;
        let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
        let deviation = (squares / count).sqrt();
        let largest = values
            .iter()
            .fold(0.0_f64, |max, value| max.max(value.abs()));
        if deviation > NOISE * largest {
            Self { mean, deviation }
        } else {
            Self {
                mean: *first,
                deviation: 1.0,
            }
        }
    }

    /// The scaler of sums over so many days: of n·μ and √n·σ, as independent days would have them. So
    /// every day of a horizon is as hard, and weighs as much in the loss, as the next one; unscaled,
    /// the far ones would have n times its squared error. The same scaler for one day.
    pub fn over_days(&self, days: usize) -> Self {
        let days = days as f64;
        Self {
            mean: days * self.mean,
            deviation: days.sqrt() * self.deviation,
        }
    }

    pub fn scale(&self, value: f64) -> f64 {
        (value - self.mean) / self.deviation
    }

    /// Each of them, as a network reads them.
    pub fn scale_all(&self, values: &[f64]) -> Vec<f32> {
        let values = values.iter();
        values.map(|value| self.scale(*value) as f32).collect()
    }

    pub fn unscale(&self, scaled: f64) -> f64 {
        scaled * self.deviation + self.mean
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fits_mean_and_population_deviation() {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 40/8 = 5; squares 9+1+1+1+0+0+4+16 = 32, 32/8 = 4, √4 = 2.
        let scaler = Scaler::fit(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]);
        assert_eq!(
            scaler,
            Scaler {
                mean: 5.0,
                deviation: 2.0
            }
        );
        assert_eq!(scaler.scale(9.0), 2.0);
        assert_eq!(scaler.unscale(-1.5), 2.0);
    }

    #[test]
    fn values_that_do_not_vary_scale_to_zero() {
        // The mean of many 0.1 differs from 0.1 in the last digits; that is no deviation.
        let scaler = Scaler::fit(&[0.1; 1000]);
        assert_eq!(scaler.deviation, 1.0);
        assert_eq!((scaler.scale(0.1), scaler.unscale(0.0)), (0.0, 0.1));
        assert_eq!(Scaler::fit(&[0.0; 4]).deviation, 1.0);
    }
}
