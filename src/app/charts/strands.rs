//! Inside the cell: one line of a unit over the window, as SVG, and all of them in words. Drawn
//! without ECharts for the same reasons as [`super::days`].

use crate::app::ui::number;
use crate::inspect::cell::{Quantity, Strand};
use crate::text;

/// The drawing's height in its own units; a time step is [`STEP`] wide.
pub(super) const HEIGHT: f64 = 100.0;
pub(super) const STEP: f64 = 10.0;

/// How far below the top of its range a value is drawn, in percent of the height.
pub fn strand_depth(strand: &Strand, value: f64) -> f64 {
    (strand.high - value) / (strand.high - strand.low) * HEIGHT
}

/// The middle of a time step's column, in percent of the width.
pub fn strand_place(steps: usize, time: usize) -> f64 {
    (time as f64 + 0.5) / steps.max(1) as f64 * 100.0
}

/// The line. Every time step has a column that answers to the pointer, with its number in
/// `data-time`.
pub fn strand_svg(strand: &Strand) -> String {
    let steps = strand.values.len();
    let width = steps as f64 * STEP;
    let mut svg = format!(
        "<svg class=\"cell__line\" viewBox=\"0 0 {width} {HEIGHT}\" preserveAspectRatio=\"none\" \
         aria-hidden=\"true\">"
    );
    if strand.low < 0.0 {
        let zero = strand_depth(strand, 0.0);
        svg.push_str(&format!(
            "<line class=\"cell__zero\" x1=\"0\" x2=\"{width}\" y1=\"{zero}\" y2=\"{zero}\"/>"
        ));
    }
    svg.push_str("<polyline points=\"");
    for (time, value) in strand.values.iter().enumerate() {
        let x = (time as f64 + 0.5) * STEP;
        svg.push_str(&format!("{x},{:.3} ", strand_depth(strand, *value)));
    }
    svg.push_str("\"/>");
    for time in 0..steps {
        let x = time as f64 * STEP;
        svg.push_str(&format!(
            "<rect data-time=\"{time}\" x=\"{x}\" y=\"0\" width=\"{STEP}\" height=\"{HEIGHT}\"/>"
        ));
    }
    svg.push_str("</svg>");
    svg
}

/// What the lines show. `whose` is "Unit 3 of layer 1"; layers and units count from one there.
/// `read_for` is the day as [`text::days::on_date`] and its kin name it.
pub fn summary_cell(strands: &[Strand], whose: &str, read_for: &str) -> String {
    let ranges: Vec<String> = strands
        .iter()
        .map(|strand| {
            let values = strand.values.iter().copied();
            let low = values.clone().fold(f64::INFINITY, f64::min);
            let high = values.fold(f64::NEG_INFINITY, f64::max);
            let say = match strand.quantity {
                Quantity::Forget => text::cell::range_of_forget_gate,
                Quantity::Input => text::cell::range_of_input_gate,
                Quantity::Candidate => text::cell::range_of_candidate,
                Quantity::Cell => text::cell::range_of_cell_state,
                Quantity::Output => text::cell::range_of_output_gate,
                Quantity::Hidden => text::cell::range_of_hidden_state,
            };
            say(number::inner(low), number::inner(high))
        })
        .collect();
    let end = |quantity| {
        let strand = strands.iter().find(|strand| strand.quantity == quantity);
        let last = strand.and_then(|strand| strand.values.last());
        last.map_or_else(String::new, |value| number::inner(*value))
    };
    text::cell::summary(
        whose,
        read_for,
        ranges.join(", "),
        end(Quantity::Cell),
        end(Quantity::Hidden),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strand(quantity: Quantity, values: &[f64], low: f64, high: f64) -> Strand {
        Strand {
            quantity,
            values: values.to_vec(),
            low,
            high,
        }
    }

    #[test]
    fn an_open_gate_is_drawn_at_the_top_and_a_closed_one_at_the_foot() {
        let svg = strand_svg(&strand(Quantity::Forget, &[1.0, 0.25, 0.0], 0.0, 1.0));
        assert!(svg.contains("viewBox=\"0 0 30 100\""));
        assert!(
            svg.contains("points=\"5,0.000 15,75.000 25,100.000 \""),
            "{svg}"
        );
        assert_eq!(svg.matches("data-time").count(), 3);
        assert!(!svg.contains("cell__zero"), "a gate's zero is its foot");
        let svg = strand_svg(&strand(Quantity::Cell, &[0.0], -2.0, 2.0));
        assert!(
            svg.contains("cell__zero\" x1=\"0\" x2=\"10\" y1=\"50\""),
            "{svg}"
        );
        assert_eq!(strand_place(4, 1), 37.5);
    }

    #[test]
    fn the_words_give_the_ranges_and_the_end() {
        let strands = [
            strand(Quantity::Forget, &[0.5, 0.75], 0.0, 1.0),
            strand(Quantity::Cell, &[0.25, -0.5], -1.0, 1.0),
            strand(Quantity::Hidden, &[0.1, -0.125], -1.0, 1.0),
        ];
        let said = summary_cell(&strands, "Unit 3 of layer 1", "4 Dec 2020");
        assert!(
            said.starts_with(
                "Unit 3 of layer 1 over the window read for 4 Dec 2020: the forget gate between \
                 0.5000 and 0.7500, the cell state between −0.5000 and 0.2500"
            ),
            "{said}"
        );
        assert!(
            said.ends_with("the memory holds −0.5000 and shows −0.1250."),
            "{said}"
        );
    }

    #[test]
    fn in_german_the_ranges_have_commas_and_articles() {
        let strands = [
            strand(Quantity::Candidate, &[0.5, 0.75], -1.0, 1.0),
            strand(Quantity::Cell, &[0.25, -0.5], -1.0, 1.0),
            strand(Quantity::Hidden, &[0.1, -0.000_01], -1.0, 1.0),
        ];
        let said = text::in_language(text::Language::German, || {
            summary_cell(
                &strands,
                &text::cell::unit_of_layer(3_usize, 1_usize),
                &text::days::on_date("4. Dez. 2020"),
            )
        });
        assert_eq!(
            said,
            "Einheit 3 der Schicht 1 über das Fenster, das für den 4. Dez. 2020 gelesen wird: der \
             Kandidat zwischen 0,5000 und 0,7500, der Zellzustand zwischen −0,5000 und 0,2500, der \
             verborgene Zustand zwischen 0,0000 und 0,1000. Am Ende hält das Gedächtnis −0,5000 und \
             zeigt 0,0000."
        );
    }

    #[test]
    fn nothing_is_written_as_minus_nothing() {
        assert_eq!(number::inner(-0.000_01), "0.0000");
        assert_eq!(number::inner(-0.000_06), "−0.0001");
    }
}
