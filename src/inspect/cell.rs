//! One unit of one LSTM layer over the window: its lines, and its equations with their numbers. Of the
//! LSTM alone: of another cell there is nothing here to see.

use super::trace::{CANDIDATE, FORGET, GATES, INPUT, LayerTrace, OUTPUT, Trace};

/// One quantity over the window.
#[derive(Debug, Clone, PartialEq)]
pub struct Strand {
    pub quantity: Quantity,
    /// One per time step, oldest first.
    pub values: Vec<f64>,
    /// The range it is drawn in. What the function allows, so that an open gate looks open; the cell
    /// state, which has no bounds, symmetric about zero.
    pub low: f64,
    pub high: f64,
}

/// What a unit computes at every time step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quantity {
    Input,
    Forget,
    Candidate,
    Output,
    Cell,
    Hidden,
}

impl Quantity {
    /// In the order they are worked out.
    pub const ALL: [Self; 6] = [
        Self::Forget,
        Self::Input,
        Self::Candidate,
        Self::Cell,
        Self::Output,
        Self::Hidden,
    ];

    pub fn letter(self) -> &'static str {
        match self {
            Self::Input => "i",
            Self::Forget => "f",
            Self::Candidate => "g",
            Self::Output => "o",
            Self::Cell => "c",
            Self::Hidden => "h",
        }
    }

    /// The place in the stack, of a gate or the candidate.
    fn stacked(self) -> Option<usize> {
        match self {
            Self::Input => Some(INPUT),
            Self::Forget => Some(FORGET),
            Self::Candidate => Some(CANDIDATE),
            Self::Output => Some(OUTPUT),
            Self::Cell | Self::Hidden => None,
        }
    }
}

/// The six lines of a unit, in the order of [`Quantity::ALL`]. `None` for a layer or unit that the
/// network does not have, and for another cell.
pub fn strands(trace: &Trace, layer: usize, unit: usize) -> Option<Vec<Strand>> {
    let layout = trace.lstm()?;
    if layer >= layout.layers || unit >= layout.hidden {
        return None;
    }
    let strands = Quantity::ALL.map(|quantity| {
        let states = &trace.layers[layer];
        let values: Vec<f64> = (0..trace.window)
            .map(|time| value(states, layout.hidden, unit, time, quantity))
            .collect();
        let (low, high) = match quantity {
            Quantity::Input | Quantity::Forget | Quantity::Output => (0.0, 1.0),
            Quantity::Candidate | Quantity::Hidden => (-1.0, 1.0),
            Quantity::Cell => {
                let largest = values
                    .iter()
                    .fold(1.0_f64, |max, value| max.max(value.abs()));
                (-largest, largest)
            }
        };
        Strand {
            quantity,
            values,
            low,
            high,
        }
    });
    Some(strands.into())
}

/// A quantity of a unit that is there, in a layer of `hidden` units.
pub(super) fn value(
    states: &LayerTrace,
    hidden: usize,
    unit: usize,
    time: usize,
    quantity: Quantity,
) -> f64 {
    match quantity.stacked() {
        Some(stacked) => states.columns[(time * GATES + stacked) * hidden + unit],
        None if quantity == Quantity::Cell => states.cell[time * hidden + unit],
        None => states.hidden[time * hidden + unit],
    }
}

/// What stands before a gate's function, in three parts whose sum it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GateSum {
    /// `W x_t`: from the layer's input.
    pub from_input: f64,
    /// `U h_(t−1)`: from the layer's output of the day before; 0 on the first day.
    pub from_hidden: f64,
    /// Both of PyTorch's biases.
    pub bias: f64,
    /// σ or tanh of the sum.
    pub value: f64,
}

/// A unit's equations at one time step, with their numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CellStep {
    pub forget: GateSum,
    pub input: GateSum,
    pub candidate: GateSum,
    pub output: GateSum,
    /// `c_(t−1)`; 0 on the first day.
    pub cell_before: f64,
    /// `c_t = f · c_(t−1) + i · g`
    pub cell: f64,
    /// `h_t = o · tanh(c_t)`
    pub hidden: f64,
}

/// The equations of a unit at a time step. `parameters` are those that the trace was made with. `None`
/// for a layer, unit or time step that is not there.
pub fn step(
    trace: &Trace,
    parameters: &[f32],
    layer: usize,
    unit: usize,
    time: usize,
) -> Option<CellStep> {
    let layout = trace.lstm()?;
    let hidden = layout.hidden;
    if layer >= layout.layers || unit >= hidden || time >= trace.window {
        return None;
    }
    let states = &trace.layers[layer];
    let ranges = layout.layer(layer);
    let columns = GATES * hidden;
    let before = time.checked_sub(1);
    let of_gate = |quantity: Quantity, stacked: usize| {
        let column = stacked * hidden + unit;
        let product = |matrix: &[f32], values: &[f64]| -> f64 {
            let weights = matrix.iter().skip(column).step_by(columns);
            let pairs = weights.zip(values);
            pairs
                .map(|(weight, value)| f64::from(*weight) * value)
                .sum()
        };
        GateSum {
            from_input: product(
                &parameters[ranges.input.clone()],
                trace.layer_input(layer, time),
            ),
            from_hidden: before.map_or(0.0, |before| {
                let states = &states.hidden[before * hidden..(before + 1) * hidden];
                product(&parameters[ranges.recurrent.clone()], states)
            }),
            bias: f64::from(parameters[ranges.input_bias.start + column])
                + f64::from(parameters[ranges.recurrent_bias.start + column]),
            value: value(states, hidden, unit, time, quantity),
        }
    };
    Some(CellStep {
        forget: of_gate(Quantity::Forget, FORGET),
        input: of_gate(Quantity::Input, INPUT),
        candidate: of_gate(Quantity::Candidate, CANDIDATE),
        output: of_gate(Quantity::Output, OUTPUT),
        cell_before: before.map_or(0.0, |before| {
            value(states, hidden, unit, before, Quantity::Cell)
        }),
        cell: value(states, hidden, unit, time, Quantity::Cell),
        hidden: value(states, hidden, unit, time, Quantity::Hidden),
    })
}

#[cfg(test)]
mod tests {
    use super::super::subject::fixtures::subject;
    use super::*;
    use crate::cells::formula::sigmoid;
    use crate::forecast::settings::Recipe;

    #[test]
    fn the_equations_hold_for_every_unit_at_every_time_step() {
        let subject = subject(Recipe::Honest);
        let trace = subject.tracing(9).unwrap().finish();
        let near = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a} for {b}");
        for layer in 0..2 {
            for unit in 0..8 {
                let mut cell_before = 0.0;
                for time in 0..6 {
                    let step = step(&trace, subject.parameters(), layer, unit, time).unwrap();
                    for gate in [step.forget, step.input, step.output] {
                        near(
                            gate.value,
                            sigmoid(gate.from_input + gate.from_hidden + gate.bias),
                        );
                    }
                    let g = step.candidate;
                    near(g.value, (g.from_input + g.from_hidden + g.bias).tanh());
                    assert_eq!(step.cell_before, cell_before);
                    near(
                        step.cell,
                        step.forget.value * step.cell_before + step.input.value * g.value,
                    );
                    near(step.hidden, step.output.value * step.cell.tanh());
                    cell_before = step.cell;
                }
            }
        }
    }

    #[test]
    fn lines_are_those_of_the_equations_and_stay_in_their_range() {
        let subject = subject(Recipe::Notebook);
        let trace = subject.tracing(9).unwrap().finish();
        let strands = strands(&trace, 1, 3).unwrap();
        assert_eq!(strands.len(), 6);
        for time in 0..6 {
            let step = step(&trace, subject.parameters(), 1, 3, time).unwrap();
            let at: Vec<f64> = strands.iter().map(|strand| strand.values[time]).collect();
            let expected = [
                step.forget.value,
                step.input.value,
                step.candidate.value,
                step.cell,
                step.output.value,
                step.hidden,
            ];
            assert_eq!(at, expected);
        }
        for strand in strands {
            let inside = |value: &f64| (strand.low..=strand.high).contains(value);
            assert!(strand.values.iter().all(inside), "{strand:?}");
        }
    }

    #[test]
    fn what_the_network_does_not_have_is_not_shown() {
        let subject = subject(Recipe::Honest);
        let trace = subject.tracing(0).unwrap().finish();
        assert!(strands(&trace, 2, 0).is_none());
        assert!(strands(&trace, 0, 8).is_none());
        assert!(step(&trace, subject.parameters(), 0, 0, 6).is_none());
    }
}
