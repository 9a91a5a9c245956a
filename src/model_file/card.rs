//! The run card: what a run was and what came of it, in a page of Markdown.

use crate::forecast::caveats::caveats;
use crate::forecast::dataset::Block;
use crate::forecast::evaluation::Evaluation;
use crate::forecast::verdict::p_text;
use crate::protocol::DeviceKind;
use crate::report::FinishedRun;
use crate::watch::rate;
use std::fmt::Write;

/// A finished run in words. `link` is the whole address that replays it, `stem` what its other files
/// are called.
pub fn run_card(run: FinishedRun, link: &str, stem: &str) -> String {
    let FinishedRun {
        experiment,
        prices,
        dataset,
        device,
        epochs,
        model,
        evaluation,
        opened,
        rate_changes,
    } = run;
    let series = &prices.series;
    let info = series.info();
    let settings = &experiment.settings;
    let verdict = &evaluation.verdict;
    let said = verdict.kind.verb();
    let on_device = match device.kind {
        DeviceKind::Webgpu => "on the GPU by WebGPU",
        DeviceKind::Cpu => "on the CPU",
    };
    let count = |block| dataset.rows_of(block).len();
    let interval = &evaluation.interval;
    let forecast = &evaluation.forecast;

    let mut card = format!("# Hindcast run: {}\n\n", plain(&info.symbol));
    let mut put = |line: String| {
        card.push_str(&line);
        card.push('\n');
    };
    put(format!(
        "**The network {said} “tomorrow = today”**: rMAE {:.3}, Diebold–Mariano {:.2}, {}.\n",
        verdict.rmae,
        verdict.dm,
        p_text(verdict.p_value)
    ));
    let origin = opened.map(|opened| opened.sentence());
    for caveat in origin.into_iter().chain(caveats(evaluation)) {
        put(format!("- {}", plain(&caveat)));
    }
    put(match rate::by_hand(rate_changes) {
        None => format!("\nReplay it: <{link}>\n"),
        Some(by_hand) => format!(
            "\n{by_hand}, so its link does not repeat this run, only its settings: <{link}>\n"
        ),
    });
    put("## Data\n".to_owned());
    put(format!(
        "- {}: {}, {}, {}",
        plain(&info.symbol),
        plain(&info.source.to_string()),
        info.interval.slug(),
        info.field.title()
    ));
    put(format!(
        "- {} rows, {} to {}",
        series.len(),
        series.first_date(),
        series.last_date()
    ));
    put(format!(
        "- {} rows for training, {} for validation, {} for the test",
        count(Block::Train),
        count(Block::Validation),
        count(Block::Test)
    ));
    put("\n## Network\n".to_owned());
    put(format!(
        "- Recipe {}: target {}, scaler {}, split {}, label {}",
        settings.recipe, settings.target, settings.scaler, settings.split, settings.label
    ));
    put(format!(
        "- Window {}, {} layers of {} units, dropout {}, {} parameters",
        settings.window,
        settings.layers,
        settings.hidden,
        settings.dropout,
        model.parameters.len()
    ));
    let weights = match model.best_epoch {
        0 => "the untrained weights, as no epoch was better".to_owned(),
        best => format!("the weights of epoch {best}"),
    };
    let done = match opened {
        Some(opened) => plain(opened.mark()),
        None => format!("{} epochs of {}", epochs.len(), settings.epochs),
    };
    put(format!(
        "- Batch {}, learning rate {}, seed {}; {done}, {weights}",
        settings.batch, settings.learning_rate, settings.seed
    ));
    let adapter = plain(&device.adapter);
    put(match opened {
        Some(_) => format!("- Run {on_device} ({adapter}), without training"),
        None => format!(
            "- Trained {on_device} ({adapter}), {:.2} ms a step",
            model.ms_per_step
        ),
    });
    put("\n## Scores on the test days\n".to_owned());
    put(scores(evaluation));
    put(format!(
        "The {:.0} % interval, calibrated on {}, held {:.1} % of the test days and is {:.4} wide on \
         average.\n",
        interval.level * 100.0,
        plain(&interval.calibrated_on.words()),
        interval.coverage * 100.0,
        interval.mean_width
    ));
    put("## The next day\n".to_owned());
    put(format!(
        "After {} at {:.4}: **{:.4}**, with {:.0} % between {:.4} and {:.4}.\n",
        forecast.after_date,
        forecast.last_price,
        forecast.price,
        interval.level * 100.0,
        forecast.low,
        forecast.high
    ));
    put("## Files of this run\n".to_owned());
    put(format!(
        "- `{stem}.safetensors`: the network, named as in PyTorch\n- `{stem}.py`: loads it and \
         repeats the predictions\n- `{stem}.csv`: prices and predictions\n- `{stem}.json`: the \
         report, with everything\n"
    ));
    put("Educational, not advice.".to_owned());
    card
}

fn scores(evaluation: &Evaluation) -> String {
    let mut table = "| forecast | MAE | RMSE | MAPE | rMAE | R² | right direction |\n\
                     |---|---|---|---|---|---|---|\n"
        .to_owned();
    for (name, scores) in evaluation.scores.named() {
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| {name} | {:.4} | {:.4} | {:.2} % | {:.3} | {:.4} | {:.1} % |",
            scores.mae,
            scores.rmse,
            scores.mape,
            scores.rmae,
            scores.r2_out_of_sample,
            scores.directional_accuracy * 100.0
        );
    }
    table
}

/// A text that may come from anywhere, so that Markdown takes it for nothing but text.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for letter in text.chars() {
        if matches!(
            letter,
            '\\' | '`'
                | '*'
                | '_'
                | '{'
                | '}'
                | '['
                | ']'
                | '<'
                | '>'
                | '('
                | ')'
                | '#'
                | '!'
                | '|'
                | '~'
                | '&'
        ) {
            plain.push('\\');
        }
        plain.push(if letter.is_control() { ' ' } else { letter });
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_cannot_write_markdown() {
        assert_eq!(
            plain("a|b\n[x](javascript:y) <img>"),
            "a\\|b \\[x\\]\\(javascript:y\\) \\<img\\>"
        );
    }
}
