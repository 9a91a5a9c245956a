//! One window through a linear network. Its prediction is a sum, so there is nothing inside but the
//! slopes themselves:
//!
//! ```text
//! ŷ = b + Σ g_(t,k) x_(t,k)
//! ```
//!
//! with `g = w` of [`Linear::Plain`]. Of [`Linear::FromLast`] a last day's number is in every difference,
//! so its slope is less all the weights of that number, and one more where it is what the forecast
//! starts from.

use super::trace::Trace;
use crate::cells::Linear;
use crate::lstm::layout::{Layout, LinearLayout};

/// A window `[window, features]` through a network that it fits.
pub(super) fn trace(parameters: &[f32], layout: LinearLayout, inputs: Vec<f64>) -> Trace {
    let LinearLayout {
        window, features, ..
    } = layout;
    // The first output is the next day's, whatever further days the network forecasts.
    let weights = &parameters[layout.weight()][..layout.inputs()];
    let mut gradient: Vec<f64> = weights.iter().copied().map(f64::from).collect();
    if layout.linear == Linear::FromLast {
        let last = (window - 1) * features;
        for number in 0..features {
            let weights: f64 = gradient.iter().skip(number).step_by(features).sum();
            gradient[last + number] -= weights;
        }
        gradient[last] += 1.0;
    }
    let products = gradient.iter().zip(&inputs).map(|(slope, x)| slope * x);
    Trace {
        layout: Layout::Linear(layout),
        window,
        projected: Vec::new(),
        layers: Vec::new(),
        prediction: bias(parameters, layout) + products.sum::<f64>(),
        gradient,
        inputs,
    }
}

/// What the network forecasts of a window of zeros.
fn bias(parameters: &[f32], layout: LinearLayout) -> f64 {
    f64::from(parameters[layout.biases().start])
}

/// A linear network's forecast, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Sum {
    pub linear: Linear,
    /// The constant.
    pub bias: f64,
    /// Of each number of a day in its place, each day, oldest first.
    pub terms: Vec<Vec<Term>>,
}

/// A number of the window.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    /// Scaled.
    pub input: f64,
    /// By how much the forecast grows with it.
    pub weight: f64,
}

impl Sum {
    /// `None` for a network of another kind. `parameters` are those that the trace was made with.
    pub fn of(trace: &Trace, parameters: &[f32]) -> Option<Self> {
        let Layout::Linear(layout) = trace.layout else {
            return None;
        };
        let terms = trace.inputs.iter().zip(&trace.gradient);
        let terms = terms.map(|(input, weight)| Term {
            input: *input,
            weight: *weight,
        });
        let of_number = |number| terms.clone().skip(number).step_by(layout.features);
        Some(Self {
            linear: layout.linear,
            bias: bias(parameters, layout),
            terms: (0..layout.features)
                .map(|number| of_number(number).collect())
                .collect(),
        })
    }

    /// What the products add up to.
    pub fn of_products(&self) -> f64 {
        let terms = self.terms.iter().flatten();
        terms.map(|term| term.input * term.weight).sum()
    }
}
