//! The lesson's formulas as MathML, which browsers draw and screen readers read. Made of a few
//! pieces instead of written out, so that every gate's formula is the same one with other letters.

/// A variable with its time index: `c` at `t`.
fn at(letter: &str, time: &str) -> String {
    format!("<msub><mi>{letter}</mi>{time}</msub>")
}

const NOW: &str = "<mi>t</mi>";
const BEFORE: &str = "<mrow><mi>t</mi><mo>−</mo><mn>1</mn></mrow>";
const TIMES: &str = "<mo>⊙</mo>";

fn block(alternative: &str, formula: &str) -> String {
    format!("<math display=\"block\" alttext=\"{alternative}\"><mrow>{formula}</mrow></math>")
}

/// `letter_t = activation(W x_t + U h_{t−1} + b)`, W, U and b being the gate's own.
pub fn gate(letter: &str, activation: &str) -> String {
    let own = |symbol: &str| format!("<msub><mi>{symbol}</mi><mi>{letter}</mi></msub>");
    block(
        &format!("{letter}_t = {activation}(W_{letter} x_t + U_{letter} h_(t−1) + b_{letter})"),
        &format!(
            "{}<mo>=</mo><mi>{activation}</mi><mo stretchy=\"false\">(</mo>{}{}<mo>+</mo>{}{}<mo>+</mo>{}<mo stretchy=\"false\">)</mo>",
            at(letter, NOW),
            own("W"),
            at("x", NOW),
            own("U"),
            at("h", BEFORE),
            own("b"),
        ),
    )
}

/// `c_t = f_t ⊙ c_{t−1} + i_t ⊙ g_t`
pub fn cell_state() -> String {
    block(
        "c_t = f_t ⊙ c_(t−1) + i_t ⊙ g_t",
        &format!(
            "{}<mo>=</mo>{}{TIMES}{}<mo>+</mo>{}{TIMES}{}",
            at("c", NOW),
            at("f", NOW),
            at("c", BEFORE),
            at("i", NOW),
            at("g", NOW),
        ),
    )
}

/// `h_t = o_t ⊙ tanh(c_t)`
pub fn output() -> String {
    block(
        "h_t = o_t ⊙ tanh(c_t)",
        &format!(
            "{}<mo>=</mo>{}{TIMES}<mi>tanh</mi><mo stretchy=\"false\">(</mo>{}<mo stretchy=\"false\">)</mo>",
            at("h", NOW),
            at("o", NOW),
            at("c", NOW),
        ),
    )
}

/// `∂c_t / ∂c_{t−1} = f_t`, along the memory line.
pub fn gradient() -> String {
    block(
        "∂c_t / ∂c_(t−1) = f_t",
        &format!(
            "<mfrac><mrow><mo>∂</mo>{}</mrow><mrow><mo>∂</mo>{}</mrow></mfrac><mo>=</mo>{}",
            at("c", NOW),
            at("c", BEFORE),
            at("f", NOW),
        ),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Tags closed in the order they were opened.
    fn is_well_formed(markup: &str) -> bool {
        let mut open: Vec<&str> = Vec::new();
        for tag in markup.split('<').skip(1) {
            let Some((tag, _)) = tag.split_once('>') else {
                return false;
            };
            match tag.strip_prefix('/') {
                Some(name) if open.pop() != Some(name) => return false,
                Some(_) => {}
                None => open.push(tag.split(' ').next().unwrap_or(tag)),
            }
        }
        open.is_empty()
    }

    #[test]
    fn every_formula_is_well_formed_and_says_itself_in_plain_text() {
        for formula in [
            gate("f", "σ"),
            gate("g", "tanh"),
            cell_state(),
            output(),
            gradient(),
        ] {
            assert!(is_well_formed(&formula), "{formula}");
            assert!(formula.contains("alttext=\""));
        }
        assert!(gate("i", "σ").contains("i_t = σ(W_i x_t + U_i h_(t−1) + b_i)"));
    }
}
