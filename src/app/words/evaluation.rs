//! Why prices cannot be cut or forecasts not be scored, and what to do next.

use crate::app::words::settings::input_word;
use crate::forecast::dataset::DatasetError;
use crate::forecast::evaluation::EvaluationError;
use crate::text::{self, Say, said};
use std::fmt;

impl Say for EvaluationError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Diverged => f.write_str(text::forecast::diverged()),
            Self::Mismatch { expected, found } => {
                f.write_str(&text::forecast::results_of_other_prices(expected, found))
            }
            Self::Unscorable => f.write_str(text::forecast::unscorable()),
        }
    }
}

impl Say for DatasetError {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match self {
            Self::TooFewRows {
                rows,
                needed,
                horizon: 1,
            } => text::forecast::too_few_rows(*rows, needed),
            Self::TooFewRows { rows, needed, .. } => {
                text::forecast::too_few_rows_for_horizon(*rows, needed)
            }
            Self::NoInput { input, lack } => {
                text::forecast::no_input(input_word(*input), said(lack))
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::inputs::Lack;
    use crate::forecast::settings::Input;

    #[test]
    fn a_refusal_says_what_to_do_next() {
        assert!(said(&EvaluationError::Diverged).contains("lower learning rate"));
        let short = |horizon| DatasetError::TooFewRows {
            rows: 20,
            needed: 31,
            horizon,
        };
        assert!(said(&short(1)).contains("only 20 rows of prices"));
        assert!(said(&short(3)).contains("window and horizon need at least 31"));
        let lacks = DatasetError::NoInput {
            input: Input::Volume,
            lack: Lack::Rows { known: 3, of: 70 },
        };
        assert!(said(&lacks).contains("volume"));
        assert!(said(&lacks).contains("3 of 70 rows"));
    }
}
