//! One window through a network of whatever kind, a little at a time: the largest recurrent one over the
//! longest window takes longer than a page may stand still.

use super::linear;
use super::recurrent::Walk;
use super::trace::{Trace, TraceError};
use crate::lstm::layout::Layout;
use std::sync::Arc;

/// A trace being computed.
#[derive(Debug, Clone)]
pub enum Tracing {
    Recurrent(Box<Walk>),
    /// Done as soon as it was begun.
    Linear(Trace),
}

impl Tracing {
    /// Prepares the way of a window, `[window, features]`, through a network.
    ///
    /// # Errors
    /// Parameters or window do not fit the layout, or are not finite.
    pub fn new(parameters: Arc<[f32]>, layout: Layout, inputs: &[f32]) -> Result<Self, TraceError> {
        if parameters.len() != layout.len() {
            return Err(TraceError::Parameters {
                expected: layout.len(),
                found: parameters.len(),
            });
        }
        let fits = match layout {
            Layout::Recurrent(layout) => {
                !inputs.is_empty() && inputs.len().is_multiple_of(layout.features)
            }
            Layout::Linear(layout) => inputs.len() == layout.inputs(),
        };
        if !fits {
            return Err(TraceError::Window {
                features: layout.features(),
                found: inputs.len(),
            });
        }
        if !parameters
            .iter()
            .chain(inputs)
            .all(|value| value.is_finite())
        {
            return Err(TraceError::NotFinite);
        }
        let inputs: Vec<f64> = inputs.iter().copied().map(f64::from).collect();
        Ok(match layout {
            Layout::Recurrent(layout) => {
                Self::Recurrent(Box::new(Walk::new(parameters, layout, inputs)))
            }
            Layout::Linear(layout) => Self::Linear(linear::trace(&parameters, layout, inputs)),
        })
    }

    /// Does the next piece: one time step of one layer, at most 131,072 products. `false` once there
    /// is nothing left to do.
    pub fn advance(&mut self) -> bool {
        match self {
            Self::Recurrent(walk) => walk.advance(),
            Self::Linear(_) => false,
        }
    }

    /// Does all that is left.
    pub fn finish(self) -> Trace {
        match self {
            Self::Recurrent(walk) => walk.finish(),
            Self::Linear(trace) => trace,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cells::{Cell, Linear};
    use crate::lstm::layout::{LinearLayout, ParameterLayout};

    fn layout_of(linear: Linear) -> Layout {
        Layout::Linear(LinearLayout {
            linear,
            window: 3,
            features: 2,
            outputs: 1,
        })
    }

    #[test]
    fn what_does_not_fit_or_is_not_finite_is_refused() {
        let recurrent = Layout::Recurrent(ParameterLayout {
            cell: Cell::Lstm,
            features: 2,
            hidden: 4,
            layers: 1,
            outputs: 1,
        });
        for (layout, window, others) in [
            (recurrent, 4, [0, 3]),
            (layout_of(Linear::Plain), 6, [0, 8]),
        ] {
            let good: Arc<[f32]> = vec![0.1; layout.len()].into();
            let refused = |parameters: Arc<[f32]>, inputs: &[f32]| {
                Tracing::new(parameters, layout, inputs).unwrap_err()
            };
            assert_eq!(
                refused(vec![0.1; 5].into(), &vec![0.0; window]),
                TraceError::Parameters {
                    expected: layout.len(),
                    found: 5
                }
            );
            for found in others {
                assert_eq!(
                    refused(good.clone(), &vec![0.0; found]),
                    TraceError::Window { features: 2, found }
                );
            }
            assert_eq!(
                refused(good.clone(), &vec![f32::NAN; window]),
                TraceError::NotFinite
            );
            let infinite = vec![f32::INFINITY; layout.len()].into();
            assert_eq!(refused(infinite, &vec![0.0; window]), TraceError::NotFinite);
        }
    }

    /// Three days of two numbers, worked by hand.
    #[test]
    fn a_linear_network_is_the_sum_of_its_slopes_and_its_bias() {
        let parameters: Arc<[f32]> = vec![1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 0.5].into();
        let inputs = [1.0, 0.0, 0.0, 1.0, 2.0, 3.0];
        let trace = |kind| {
            Tracing::new(parameters.clone(), layout_of(kind), &inputs)
                .unwrap()
                .finish()
        };
        // 1·1 + 4·1 + 5·2 + 6·3 + 0.5
        let plain = trace(Linear::Plain);
        assert_eq!(plain.prediction, 33.5);
        assert_eq!(plain.gradient, [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]);
        // The last day is (2, 3): 2 + 0.5 + 1·(1 − 2) + 2·(0 − 3) + 3·(0 − 2) + 4·(1 − 3).
        let from_last = trace(Linear::FromLast);
        assert_eq!(from_last.prediction, -18.5);
        assert_eq!(from_last.gradient, [1.0, 2.0, 3.0, 4.0, 1.0 - 4.0, -6.0]);
        assert!(from_last.layers.is_empty());
        for trace in [plain, from_last] {
            let sum = linear::Sum::of(&trace, &parameters).unwrap();
            assert_eq!(sum.bias + sum.of_products(), trace.prediction);
            let second: Vec<f64> = sum.terms[1].iter().map(|term| term.input).collect();
            assert_eq!(second, [0.0, 1.0, 3.0]);
        }
    }
}
