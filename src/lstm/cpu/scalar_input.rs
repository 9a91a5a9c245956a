//! With one feature, the input layer and the first recurrent layer's input matrix need no products.
//!
//! The input layer turns one number `s` into `relu(w·s + b)`. Each of its units switches at
//! `s = −b/w`, so between two neighbouring switching points the projection of `s` on the gates is a
//! straight line:
//!
//! ```text
//! relu(w·s + b) · W = s · slope + offset,   slope = Σ_active w_j W_j,   offset = Σ_active b_j W_j
//! ```
//!
//! A step makes the `hidden + 1` pairs (slope, offset) once, and each input then costs one
//! multiply-add per gate instead of `hidden`. Back through it, the gate gradients δ of an interval's
//! inputs need only two sums, `Σ s·δ` and `Σ δ`: the gradients of `W_j`, `w_j` and `b_j` are their
//! totals over the intervals in which unit `j` is active. The same algebra as the plain layers, a
//! quarter of the whole step's arithmetic for the notebook's network.
//!
//! Sums over active units run from both ends, units that switch on from the left and units that
//! switch off from the right, so that nothing is ever subtracted again.

use super::layer::write_bias_gradients;
use super::product::{LANES, load, store};
use crate::lstm::layout::ParameterLayout;
use std::ops::Range;
use wide::f32x8;

/// The input layer and first projection of a network with one feature.
#[derive(Debug)]
pub struct ScalarInput {
    layout: ParameterLayout,
    padded: usize,
    /// Units by switching point, and the points themselves, ascending.
    units: Vec<Unit>,
    /// Slope and offset per interval, `[hidden + 1, 2, columns·padded]`. A column that the state alone
    /// makes has its bias as offset, and no slope.
    lines: Vec<f32>,
    /// A running slope and offset, or running sums: `[2, columns·padded]`.
    running: Vec<f32>,
}

/// One unit of the input layer.
#[derive(Debug, Clone, Copy)]
struct Unit {
    index: usize,
    weight: f32,
    bias: f32,
    switches_at: f32,
}

impl Unit {
    fn new(index: usize, weight: f32, bias: f32) -> Self {
        let switches_at = match (weight == 0.0, bias > 0.0) {
            (false, _) => -bias / weight,
            // It never switches: always on, or always off.
            (true, true) => f32::NEG_INFINITY,
            (true, false) => f32::INFINITY,
        };
        Self {
            index,
            weight,
            bias,
            switches_at,
        }
    }

    /// Whether the unit is active above its switching point, not below.
    fn switches_on(&self) -> bool {
        self.weight >= 0.0
    }
}

impl ScalarInput {
    pub fn new(layout: ParameterLayout, padded: usize) -> Self {
        let pair = 2 * layout.cell.columns() * padded;
        Self {
            layout,
            padded,
            units: (0..layout.hidden)
                .map(|index| Unit::new(index, 0.0, 0.0))
                .collect(),
            lines: vec![0.0; (layout.hidden + 1) * pair],
            running: vec![0.0; pair],
        }
    }

    /// How many numbers [`ScalarInput::accumulate`] adds to: Σ s·δ and Σ δ per interval,
    /// `[hidden + 1, 2, columns·padded]`.
    pub fn sums_len(&self) -> usize {
        self.lines.len()
    }

    /// Makes the lines for these parameters.
    ///
    /// # Shapes
    /// `column_bias` `[columns·padded]`: what each column of the first layer begins with.
    pub fn prepare(&mut self, parameters: &[f32], column_bias: &[f32]) {
        let (weights, biases) = (self.layout.input_weight(), self.layout.input_bias());
        let pairs = parameters[weights].iter().zip(&parameters[biases]);
        for ((index, (weight, bias)), unit) in pairs.enumerate().zip(&mut self.units) {
            *unit = Unit::new(index, *weight, *bias);
        }
        // By index where points are equal, so that a run is repeatable.
        self.units.sort_unstable_by(|a, b| {
            a.switches_at
                .total_cmp(&b.switches_at)
                .then(a.index.cmp(&b.index))
        });
        let pair = self.running.len();
        let columns = pair / 2;
        let matrix = &parameters[self.layout.layer(0).input];
        // From the left: the gates' bias, and every unit that has switched on.
        self.running[..columns].fill(0.0);
        self.running[columns..].copy_from_slice(column_bias);
        self.lines[..pair].copy_from_slice(&self.running);
        for (interval, unit) in self.units.iter().enumerate() {
            if unit.switches_on() {
                add_unit(&mut self.running, unit, matrix, &self.layout, self.padded);
            }
            self.lines[(interval + 1) * pair..][..pair].copy_from_slice(&self.running);
        }
        // From the right: every unit that has not switched off yet.
        self.running.fill(0.0);
        for (interval, unit) in self.units.iter().enumerate().rev() {
            if !unit.switches_on() {
                add_unit(&mut self.running, unit, matrix, &self.layout, self.padded);
            }
            add(&mut self.lines[interval * pair..][..pair], &self.running);
        }
    }

    /// Projects inputs on the columns.
    ///
    /// # Shapes
    /// `inputs` `[places]`, `gates` `[places, columns·padded]`, overwritten.
    pub fn project(&self, inputs: &[f32], gates: &mut [f32]) {
        let pair = self.running.len();
        let columns = pair / 2;
        for (input, gates) in inputs.iter().zip(gates.chunks_exact_mut(columns)) {
            let (slope, offset) =
                self.lines[self.interval(*input) * pair..][..pair].split_at(columns);
            let input = f32x8::splat(*input);
            for column in (0..columns).step_by(LANES) {
                let value = input.mul_add(load(&slope[column..]), load(&offset[column..]));
                store(&mut gates[column..], value);
            }
        }
    }

    /// Adds the gate gradients of projected inputs to their intervals' sums.
    ///
    /// # Shapes
    /// As [`ScalarInput::project`]; `sums` `[sums_len]`.
    pub fn accumulate(&self, inputs: &[f32], gates: &[f32], sums: &mut [f32]) {
        let pair = self.running.len();
        let columns = pair / 2;
        for (input, gates) in inputs.iter().zip(gates.chunks_exact(columns)) {
            let interval = self.interval(*input);
            let (products, plain) = sums[interval * pair..][..pair].split_at_mut(columns);
            let input = f32x8::splat(*input);
            for column in (0..columns).step_by(LANES) {
                let gradient = load(&gates[column..]);
                let sum = input.mul_add(gradient, load(&products[column..]));
                store(&mut products[column..], sum);
                let sum = load(&plain[column..]) + gradient;
                store(&mut plain[column..], sum);
            }
        }
    }

    /// Writes the gradients of the input layer, of the first layer's input matrix and of its biases.
    ///
    /// # Shapes
    /// `parameters` and `gradient` `[layout.len()]`, `sums` `[sums_len]`.
    pub fn finish(&mut self, parameters: &[f32], sums: &[f32], gradient: &mut [f32]) {
        let pair = self.running.len();
        let interval = |interval: usize| interval * pair..(interval + 1) * pair;
        // A unit that switches off is active in the intervals to the left of its point …
        self.running.fill(0.0);
        for (rank, unit) in self.units.iter().enumerate() {
            add(&mut self.running, &sums[interval(rank)]);
            if !unit.switches_on() {
                finish_unit(
                    unit,
                    &self.running,
                    &self.layout,
                    self.padded,
                    parameters,
                    gradient,
                );
            }
        }
        // … and with the last interval, the sums are everybody's: the biases'.
        add(&mut self.running, &sums[interval(self.units.len())]);
        let (_, plain) = self.running.split_at(pair / 2);
        let layer = self.layout.layer(0);
        let sizes = (self.layout.hidden, self.padded);
        write_bias_gradients(gradient, self.layout.cell, &layer, sizes, plain);
        // One that switches on is active to the right of its point.
        self.running.fill(0.0);
        for (rank, unit) in self.units.iter().enumerate().rev() {
            add(&mut self.running, &sums[interval(rank + 1)]);
            if unit.switches_on() {
                finish_unit(
                    unit,
                    &self.running,
                    &self.layout,
                    self.padded,
                    parameters,
                    gradient,
                );
            }
        }
    }

    /// How many units' points lie below an input.
    fn interval(&self, input: f32) -> usize {
        self.units.partition_point(|unit| unit.switches_at < input)
    }
}

/// The unit's row of the input matrix, gate by gate: its column, and where it lies, `[hidden]` each.
fn gates_of(
    unit: &Unit,
    layout: &ParameterLayout,
) -> impl Iterator<Item = (usize, Range<usize>)> + use<> {
    let (cell, hidden) = (layout.cell, layout.hidden);
    let start = unit.index * cell.gates() * hidden;
    (0..cell.gates()).map(move |gate| {
        let place = start + gate * hidden..start + (gate + 1) * hidden;
        (cell.input_column(gate), place)
    })
}

/// Adds `weight · W_j` to the slope and `bias · W_j` to the offset.
fn add_unit(
    line: &mut [f32],
    unit: &Unit,
    matrix: &[f32],
    layout: &ParameterLayout,
    padded: usize,
) {
    let (slope, offset) = line.split_at_mut(line.len() / 2);
    for (column, range) in gates_of(unit, layout) {
        let place = column * padded..column * padded + layout.hidden;
        let outs = slope[place.clone()].iter_mut().zip(&mut offset[place]);
        for ((slope, offset), weight) in outs.zip(&matrix[range]) {
            *slope += unit.weight * weight;
            *offset += unit.bias * weight;
        }
    }
}

/// Writes a unit's gradients from the sums over its active intervals.
fn finish_unit(
    unit: &Unit,
    sums: &[f32],
    layout: &ParameterLayout,
    padded: usize,
    parameters: &[f32],
    gradient: &mut [f32],
) {
    let (products, plain) = sums.split_at(sums.len() / 2);
    let start = layout.layer(0).input.start;
    let (mut weight_gradient, mut bias_gradient) = (0.0, 0.0);
    for (column, range) in gates_of(unit, layout) {
        let place = column * padded..column * padded + layout.hidden;
        let sums = products[place.clone()].iter().zip(&plain[place]);
        for (at, (product, plain)) in range.zip(sums) {
            let at = start + at;
            gradient[at] = unit.weight * product + unit.bias * plain;
            weight_gradient += parameters[at] * product;
            bias_gradient += parameters[at] * plain;
        }
    }
    gradient[layout.input_weight().start + unit.index] = weight_gradient;
    gradient[layout.input_bias().start + unit.index] = bias_gradient;
}

fn add(to: &mut [f32], values: &[f32]) {
    for (to, value) in to.iter_mut().zip(values) {
        *to += value;
    }
}
