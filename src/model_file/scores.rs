//! The score table as files: CSV for a spreadsheet, LaTeX for a paper. Forecasters go by their keys in a
//! report.

use crate::cells::NetworkKind;
use crate::forecast::baselines::PERSISTENCE;
use crate::forecast::evaluation::{ScoreTable, Scores};
use std::fmt::Write;

pub const HEADER: &str = "forecast,mae,rmse,mape,rmae,r2_out_of_sample,directional_accuracy,directional_low,directional_high";

const MODEL: &str = "model";
const BEST_POSSIBLE: &str = "best_possible";
/// What stands where there is no number.
const NOTHING: &str = "--";

/// Every forecaster by its key, the network first.
fn rows(table: &ScoreTable) -> impl Iterator<Item = (&'static str, &Scores)> {
    let best = table.best_possible.iter();
    [(MODEL, &table.model)]
        .into_iter()
        .chain(table.baselines.iter())
        .chain(best.map(|scores| (BEST_POSSIBLE, scores)))
}

/// A line for each forecaster. Numbers are written so that they read back the same; what is no number is
/// empty. Prices' units, MAPE in percent, shares from 0 to 1.
pub fn scores_csv(table: &ScoreTable) -> String {
    let mut csv = format!("{HEADER}\n");
    for (key, scores) in rows(table) {
        let numbers = [
            scores.mae,
            scores.rmse,
            scores.mape,
            scores.rmae,
            scores.r2_out_of_sample,
            scores.directional_accuracy,
            scores.directional_low,
            scores.directional_high,
        ];
        let cells = numbers.map(|number| match number.is_finite() {
            true => number.to_string(),
            false => String::new(),
        });
        // Writing to a String cannot fail.
        let _ = writeln!(csv, "{key},{}", cells.join(","));
    }
    csv
}

/// A `tabular`, which needs no package. The network goes by its cell; `decimals` are those of errors in the prices' unit.
pub fn scores_latex(table: &ScoreTable, cell: NetworkKind, decimals: usize) -> String {
    let mut latex = String::from(
        "\\begin{tabular}{lrrrrrr}\n\\hline\n\
         Forecast & MAE & RMSE & MAPE (\\%) & rMAE & $R^2_{\\mathrm{OOS}}$ & Direction (\\%) \\\\\n\
         \\hline\n",
    );
    for (key, scores) in rows(table) {
        let name = match key {
            MODEL => cell.name().to_owned(),
            key => key.replace('_', " "),
        };
        // Persistence says neither up nor down.
        let direction = match key == PERSISTENCE.key {
            true => f64::NAN,
            false => scores.directional_accuracy * 100.0,
        };
        let cells = [
            number(scores.mae, decimals),
            number(scores.rmse, decimals),
            number(scores.mape, 2),
            number(scores.rmae, 3),
            number(scores.r2_out_of_sample, 3),
            number(direction, 1),
        ];
        let _ = writeln!(latex, "{name} & {} \\\\", cells.join(" & "));
    }
    latex.push_str("\\hline\n\\end{tabular}\n");
    latex
}

/// In a formula's dollars where it has a sign: else LaTeX writes a hyphen.
fn number(value: f64, decimals: usize) -> String {
    match value {
        none if !none.is_finite() => NOTHING.to_owned(),
        negative if negative < 0.0 => format!("${negative:.decimals$}$"),
        value => format!("{value:.decimals$}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::baselines::{BASELINES, ByBaseline};

    fn scores(mae: f64) -> Scores {
        Scores {
            mae,
            rmse: 2.0,
            mape: 1.055,
            rmae: 1.0034,
            r2_out_of_sample: -0.0123,
            directional_accuracy: 0.515,
            directional_low: 0.48,
            directional_high: 0.55,
        }
    }

    fn table() -> ScoreTable {
        ScoreTable {
            model: scores(1.3125),
            baselines: ByBaseline::of(|_| scores(1.5)),
            best_possible: None,
            always_up: 0.5,
        }
    }

    #[test]
    fn a_spreadsheet_gets_every_forecaster_with_all_digits() {
        let csv = scores_csv(&table());
        let lines: Vec<&str> = csv.lines().collect();
        assert_eq!(lines.len(), 2 + BASELINES.len());
        assert_eq!(lines[0], HEADER);
        let model = "model,1.3125,2,1.055,1.0034,-0.0123,0.515,0.48,0.55";
        assert_eq!(lines[1], model);
        assert!(lines[2].starts_with("persistence,1.5,"));
        let columns = |line: &&str| line.split(',').count();
        assert!(lines.iter().all(|line| columns(line) == columns(&HEADER)));
    }

    #[test]
    fn a_paper_gets_a_table_of_as_many_columns_as_it_says() {
        let latex = scores_latex(&table(), NetworkKind::default(), 2);
        assert!(latex.contains("LSTM & 1.31 & 2.00 & 1.05 & 1.003 & $-0.012$ & 51.5 \\\\"));
        assert!(latex.contains("persistence & 1.50 & 2.00 & 1.05 & 1.003 & $-0.012$ & -- \\\\"));
        let rows = latex.lines().filter(|line| line.ends_with("\\\\"));
        for row in rows {
            assert_eq!(row.matches(" & ").count(), 6, "{row}");
        }
    }
}
