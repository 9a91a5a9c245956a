//! Which units do something else on some steps of the window than on the others.

use super::cell::{Quantity, value};
use super::trace::Trace;
use std::ops::RangeInclusive;

/// A unit whose gate differs between the marked steps and the rest.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finding {
    pub layer: usize,
    pub unit: usize,
    /// The gate that differs most.
    pub gate: Quantity,
    /// Its mean over the marked steps.
    pub inside: f64,
    /// Its mean over the others.
    pub outside: f64,
}

impl Finding {
    fn size(&self) -> f64 {
        (self.inside - self.outside).abs()
    }
}

/// The `count` units with the largest difference between a gate's mean over the marked steps and over
/// the others, largest first, each unit once. Empty where every step is marked, or none that is there,
/// and for a cell other than the LSTM.
pub fn units_that_differ(
    trace: &Trace,
    marked: RangeInclusive<usize>,
    count: usize,
) -> Vec<Finding> {
    const GATES: [Quantity; 3] = [Quantity::Forget, Quantity::Input, Quantity::Output];
    let steps = (0..trace.window)
        .filter(|time| marked.contains(time))
        .count();
    let Some(layout) = trace.lstm() else {
        return Vec::new();
    };
    if steps == 0 || steps == trace.window {
        return Vec::new();
    }
    let of_unit = |layer: usize, unit: usize| {
        let gates = GATES.map(|gate| {
            let mut sums = [0.0, 0.0];
            for time in 0..trace.window {
                let value = value(&trace.layers[layer], layout.hidden, unit, time, gate);
                sums[usize::from(!marked.contains(&time))] += value;
            }
            Finding {
                layer,
                unit,
                gate,
                inside: sums[0] / steps as f64,
                outside: sums[1] / (trace.window - steps) as f64,
            }
        });
        let gates = gates.into_iter();
        gates.max_by(|a, b| a.size().total_cmp(&b.size()))
    };
    let mut findings: Vec<Finding> = (0..layout.layers)
        .flat_map(|layer| (0..layout.hidden).map(move |unit| (layer, unit)))
        .filter_map(|(layer, unit)| of_unit(layer, unit))
        .collect();
    findings.sort_by(|a, b| b.size().total_cmp(&a.size()));
    findings.truncate(count);
    findings
}

#[cfg(test)]
mod tests {
    use super::super::subject::fixtures::subject;
    use super::super::trace::GATES;
    use super::*;
    use crate::forecast::settings::Recipe;

    #[test]
    fn a_gate_that_opens_on_the_marked_steps_is_found_first() {
        let subject = subject(Recipe::Honest);
        let mut trace = subject.tracing(3).unwrap().finish();
        for layer in &mut trace.layers {
            layer.columns.fill(0.5);
        }
        // Of 8 units in each of the 4 stacks: the output gate of unit 2 in the second layer is open on
        // steps 3 and 4, the forget gate of unit 7 in the first is half closed on step 4.
        for time in [3, 4] {
            trace.layers[1].columns[(time * GATES + 3) * 8 + 2] = 0.9;
        }
        trace.layers[0].columns[(4 * GATES + 1) * 8 + 7] = 0.25;
        let found = units_that_differ(&trace, 3..=4, 2);
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-12);
        assert_eq!(
            (found[0].layer, found[0].unit, found[0].gate),
            (1, 2, Quantity::Output)
        );
        near(found[0].inside, 0.9);
        near(found[0].outside, 0.5);
        assert_eq!(
            (found[1].layer, found[1].unit, found[1].gate),
            (0, 7, Quantity::Forget)
        );
        near(found[1].inside, 0.375);
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn marking_every_step_or_none_finds_nothing() {
        let subject = subject(Recipe::Honest);
        let trace = subject.tracing(3).unwrap().finish();
        assert!(units_that_differ(&trace, 0..=5, 3).is_empty());
        assert!(units_that_differ(&trace, 6..=9, 3).is_empty());
        assert_eq!(units_that_differ(&trace, 5..=5, 100).len(), 16);
    }
}
