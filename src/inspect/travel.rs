//! The error's way back through the window: how much of one day's error reaches the network's state on each
//! day that it read. It is what backpropagation through time learns from.
//!
//! With L = (ŷ − y)² the squared error of one day's forecast, in scaled units,
//!
//! ```text
//! ∂L/∂h_t = 2 (ŷ − y) · ∂ŷ/∂h_t,   ‖∂L/∂h_t‖ = √(Σ_units (∂L/∂h_t)²)
//! ```
//!
//! by every way from the day's state to the forecast, which [`Trace`] has of each layer. An LSTM hands on a
//! cell state as well, and with it the gradient ∂L/∂c_t. Each step back multiplies; where the factor stays below
//! one, the norm falls to nothing, exponentially, and what was read earlier can hardly be learned from: the vanishing
//! gradient (Hochreiter 1991; Bengio, Simard & Frasconi 1994; the norms are those of Pascanu, Mikolov & Bengio 2013).
//!
//! The error is the same factor on every day, so that a day's share of the newest day's norm is the network's own.

use super::trace::Trace;
use crate::cells::Cell;
use crate::lstm::layout::Layout;

/// What a recurrent layer hands on from day to day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// h
    Hidden,
    /// c, an LSTM's alone.
    Cell,
}

/// The norms of the gradient by one state of one layer.
#[derive(Debug, Clone, PartialEq)]
pub struct Travel {
    pub cell: Cell,
    pub state: State,
    /// ‖∂ŷ/∂h_t‖ or ‖∂ŷ/∂c_t‖, `[window]`, oldest day first; times |2 (ŷ − y)| it is the loss's.
    pub norms: Vec<f64>,
}

impl Travel {
    /// All that a layer hands on, h first. Nothing of a linear network, which has no states, and of a layer that
    /// is not there.
    pub fn of_layer(trace: &Trace, layer: usize) -> Vec<Self> {
        let (Layout::Recurrent(layout), Some(states)) = (trace.layout, trace.layers.get(layer))
        else {
            return Vec::new();
        };
        let cell = layout.cell;
        let travel = |state, gradient: &[f64]| Self {
            cell,
            state,
            norms: rows(gradient, layout.hidden).map(norm).collect(),
        };
        let of_cell = cell
            .definition()
            .cell_state
            .then(|| travel(State::Cell, &states.by_cell));
        [Some(travel(State::Hidden, &states.by_hidden)), of_cell]
            .into_iter()
            .flatten()
            .collect()
    }

    /// What is left on a day of the newest day's norm; `None` where that has none.
    pub fn share(&self, time: usize) -> Option<f64> {
        let newest = *self.norms.last()?;
        let share = self.norms.get(time)? / newest;
        share.is_finite().then_some(share)
    }

    /// How many days before the newest one the norm last is at least this share of that day's.
    pub fn reach(&self, share: f64) -> Option<usize> {
        self.share(self.norms.len().checked_sub(1)?)?;
        let last = self.norms.len() - 1;
        let oldest =
            (0..=last).find(|time| self.share(*time).is_some_and(|found| found >= share))?;
        Some(last - oldest)
    }
}

/// What a layer's state holds on each day: the root mean square of h_t over its units, 0 to 1, `[window]`. Nothing of a layer that is
/// not there.
pub fn sizes(trace: &Trace, layer: usize) -> Vec<f64> {
    let Some(states) = trace.layers.get(layer) else {
        return Vec::new();
    };
    let hidden = states.hidden.len() / trace.window;
    let root = (hidden as f64).sqrt();
    rows(&states.hidden, hidden)
        .map(|row| norm(row) / root)
        .collect()
}

fn rows(matrix: &[f64], width: usize) -> impl Iterator<Item = &[f64]> {
    matrix.chunks(width)
}

fn norm(row: &[f64]) -> f64 {
    row.iter().map(|value| value * value).sum::<f64>().sqrt()
}

#[cfg(test)]
mod tests {
    use super::super::subject::fixtures::subject;
    use super::super::tracing::Tracing;
    use super::*;
    use crate::cells::Linear;
    use crate::forecast::settings::Recipe;
    use crate::lstm::layout::{LinearLayout, ParameterLayout};

    fn travel(norms: &[f64]) -> Travel {
        Travel {
            cell: Cell::Rnn,
            state: State::Hidden,
            norms: norms.to_vec(),
        }
    }

    /// One unit whose state is its weight times the state before: h_t = tanh(w h_(t−1)) = 0 for an input of 0,
    /// where tanh has slope 1. So each step back is a factor w, and the head's weight stands at the end.
    #[test]
    fn of_a_plain_cell_at_rest_each_step_back_is_its_recurrent_weight() {
        let layout = ParameterLayout {
            cell: Cell::Rnn,
            features: 1,
            hidden: 1,
            layers: 1,
            outputs: 1,
        };
        let mut parameters = vec![0.0; layout.len()];
        parameters[layout.layer(0).recurrent.start] = -0.5;
        parameters[layout.head_weight().start] = 3.0;
        let layout = Layout::Recurrent(layout);
        let trace = Tracing::new(parameters.into(), layout, &[0.0; 4]).unwrap();
        let trace = trace.finish();
        let [found] = &Travel::of_layer(&trace, 0)[..] else {
            panic!("a plain cell hands on one state")
        };
        assert_eq!(found.norms, [0.375, 0.75, 1.5, 3.0]);
        assert_eq!(found.share(0), Some(0.125));
        assert_eq!(sizes(&trace, 0), [0.0; 4]);
        assert_eq!(Travel::of_layer(&trace, 1), []);
    }

    #[test]
    fn the_norm_is_that_of_all_units_and_an_lstm_has_two() {
        let subject = subject(Recipe::Honest);
        let trace = subject.tracing(9).unwrap().finish();
        for layer in 0..2 {
            let [hidden, cell] = &Travel::of_layer(&trace, layer)[..] else {
                panic!("an LSTM hands on two states")
            };
            assert_eq!((hidden.state, cell.state), (State::Hidden, State::Cell));
            assert_eq!((hidden.norms.len(), cell.norms.len()), (6, 6));
            let states = &trace.layers[layer];
            for time in 0..6 {
                let squared: f64 = (0..8)
                    .map(|unit| states.by_hidden[time * 8 + unit].powi(2))
                    .sum();
                assert!((hidden.norms[time].powi(2) - squared).abs() < 1e-12);
                let size = sizes(&trace, layer)[time];
                assert!(size > 0.0 && size < 1.0);
            }
        }
    }

    #[test]
    fn how_far_back_a_share_reaches_is_counted_from_the_newest_day() {
        let fades = travel(&[0.001, 0.5, 0.02, 0.4, 2.0]);
        assert_eq!(fades.reach(0.1), Some(3));
        assert_eq!(fades.reach(0.5), Some(0));
        assert_eq!(fades.reach(1e-4), Some(4));
        assert_eq!(travel(&[1.0, 0.0]).reach(0.1), None);
        assert_eq!(travel(&[1.0, 0.0]).share(0), None);
        assert_eq!(travel(&[]).reach(0.1), None);
    }

    #[test]
    fn a_linear_network_has_no_chain() {
        let layout = Layout::Linear(LinearLayout {
            linear: Linear::Plain,
            window: 3,
            features: 1,
            outputs: 1,
        });
        let trace = Tracing::new(vec![1.0; 4].into(), layout, &[0.5; 3]).unwrap();
        let trace = trace.finish();
        assert_eq!(Travel::of_layer(&trace, 0), []);
        assert!(sizes(&trace, 0).is_empty());
    }
}
