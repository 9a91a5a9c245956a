//! The cell's equations with the numbers of one unit on one day, as MathML.

use crate::app::ui::number;
use crate::inspect::cell::{CellStep, GateSum};
use crate::text;

/// One equation: what it is of, the class of its colour, and the MathML.
pub struct Equation {
    pub title: &'static str,
    pub class: &'static str,
    pub formula: String,
}

/// The six equations, in the order they are worked out.
pub fn equations(step: &CellStep) -> Vec<Equation> {
    let CellStep {
        forget,
        input,
        candidate,
        output,
        cell_before,
        cell,
        hidden,
    } = *step;
    let equation = |title, class, formula| Equation {
        title,
        class,
        formula,
    };
    vec![
        equation(text::cell::forget_gate(), "gate-f", gate("f", "σ", &forget)),
        equation(text::cell::input_gate(), "gate-i", gate("i", "σ", &input)),
        equation(
            text::cell::candidate(),
            "gate-g",
            gate("g", "tanh", &candidate),
        ),
        equation(
            text::cell::cell_state(),
            "gate-c",
            Line::new()
                .letter("c")
                .sign("=")
                .letter("f")
                .sign("·")
                .letter("c′")
                .sign("+")
                .letter("i")
                .sign("·")
                .letter("g")
                .sign("=")
                .number(forget.value)
                .sign("·")
                .factor(cell_before)
                .sign("+")
                .number(input.value)
                .sign("·")
                .factor(candidate.value)
                .sign("=")
                .number(cell)
                .finish(),
        ),
        equation(text::cell::output_gate(), "gate-o", gate("o", "σ", &output)),
        equation(
            text::cell::hidden_state(),
            "gate-h",
            Line::new()
                .letter("h")
                .sign("=")
                .letter("o")
                .sign("·")
                .letter("tanh")
                .sign("(")
                .letter("c")
                .sign(")")
                .sign("=")
                .number(output.value)
                .sign("·")
                .factor(cell.tanh())
                .sign("=")
                .number(hidden)
                .finish(),
        ),
    ]
}

/// `f = σ(W x + U h′ + b) = σ(… + … + …) = …`
fn gate(letter: &'static str, activation: &'static str, sum: &GateSum) -> String {
    Line::new()
        .letter(letter)
        .sign("=")
        .letter(activation)
        .sign("(")
        .letter("W x")
        .sign("+")
        .letter("U h′")
        .sign("+")
        .letter("b")
        .sign(")")
        .sign("=")
        .letter(activation)
        .sign("(")
        .number(sum.from_input)
        .added(sum.from_hidden)
        .added(sum.bias)
        .sign(")")
        .sign("=")
        .number(sum.value)
        .finish()
}

/// A formula being written, as MathML and as the plain text that says the same.
struct Line {
    markup: String,
    text: String,
}

impl Line {
    fn new() -> Self {
        Self {
            markup: String::new(),
            text: String::new(),
        }
    }

    fn put(mut self, tag: &str, text: &str, spaced: bool) -> Self {
        // Brackets stay as small as the numbers in them.
        let attribute = if matches!(text, "(" | ")") {
            " stretchy=\"false\""
        } else {
            ""
        };
        self.markup
            .push_str(&format!("<{tag}{attribute}>{text}</{tag}>"));
        match spaced {
            true => self.text.push_str(&format!(" {text} ")),
            false => self.text.push_str(text),
        }
        self
    }

    fn letter(self, letter: &str) -> Self {
        self.put("mi", letter, false)
    }

    fn sign(self, sign: &str) -> Self {
        self.put("mo", sign, !matches!(sign, "(" | ")"))
    }

    fn number(self, value: f64) -> Self {
        self.put("mn", &number::inner(value), false)
    }

    /// A further term of a sum: a negative one is taken away.
    fn added(self, value: f64) -> Self {
        let text = number::inner(value);
        match text.strip_prefix('−') {
            Some(size) => self.sign("−").put("mn", size, false),
            None => self.sign("+").put("mn", &text, false),
        }
    }

    /// A factor, in brackets where it is negative.
    fn factor(self, value: f64) -> Self {
        match number::inner(value).starts_with('−') {
            true => self.sign("(").number(value).sign(")"),
            false => self.number(value),
        }
    }

    fn finish(self) -> String {
        let Self { markup, text } = self;
        format!("<math alttext=\"{text}\"><mrow>{markup}</mrow></math>")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(from_input: f64, from_hidden: f64, bias: f64, value: f64) -> GateSum {
        GateSum {
            from_input,
            from_hidden,
            bias,
            value,
        }
    }

    #[test]
    fn equations_hold_the_numbers_that_went_in_and_out() {
        let step = CellStep {
            forget: sum(0.5, -0.25, 0.125, 0.9),
            input: sum(0.0, 0.0, 0.0, 0.5),
            candidate: sum(-0.3, 0.1, 0.0, -0.2),
            output: sum(1.0, 1.0, 1.0, 0.75),
            cell_before: -0.5,
            cell: -0.55,
            hidden: -0.375,
        };
        let text: Vec<String> = equations(&step)
            .into_iter()
            .map(|equation| {
                let (_, rest) = equation.formula.split_once("alttext=\"").unwrap();
                rest.split_once('"').unwrap().0.to_owned()
            })
            .collect();
        assert_eq!(
            text[0],
            "f = σ(W x + U h′ + b) = σ(0.5000 − 0.2500 + 0.1250) = 0.9000"
        );
        assert_eq!(
            text[3],
            "c = f · c′ + i · g = 0.9000 · (−0.5000) + 0.5000 · (−0.2000) = −0.5500"
        );
        // tanh(−0.55) = −0.5005
        assert_eq!(text[5], "h = o · tanh(c) = 0.7500 · (−0.5005) = −0.3750");
    }

    #[test]
    fn equations_are_well_formed() {
        let step = CellStep {
            forget: sum(0.0, 0.0, 0.0, 0.5),
            input: sum(0.0, 0.0, 0.0, 0.5),
            candidate: sum(0.0, 0.0, 0.0, 0.0),
            output: sum(0.0, 0.0, 0.0, 0.5),
            cell_before: 0.0,
            cell: 0.0,
            hidden: 0.0,
        };
        for equation in equations(&step) {
            for tag in ["math", "mrow", "mi", "mo", "mn"] {
                let count = |pattern: &str| equation.formula.matches(pattern).count();
                let opened = count(&format!("<{tag}>")) + count(&format!("<{tag} "));
                assert_eq!(opened, count(&format!("</{tag}>")), "{}", equation.title);
            }
        }
    }
}
