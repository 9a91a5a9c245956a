//! The run card: what a run was and what came of it, in a page of Markdown.

use super::baselines::named;
use super::model_file::mark;
use super::rate;
use super::settings::{input_word, other_may_close_later, words};
use super::verdict::p_text;
use crate::app::ui::number;
use crate::cells::NetworkKind;
use crate::forecast::Settings;
use crate::forecast::caveats::caveats;
use crate::forecast::dataset::Block;
use crate::forecast::evaluation::{Evaluation, VerdictKind};
use crate::forecast::settings::{Input, Label, Recipe, ScalerRows, Setting, SplitBy, Target};
use crate::market::{Digits, Interval};
use crate::protocol::DeviceKind;
use crate::report::FinishedRun;
use crate::text::{self, said};
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
    let digits = Digits::of(series);
    let settings = &experiment.settings;
    let verdict = &evaluation.verdict;
    let count = |block| dataset.rows_of(block).len();
    let interval = &evaluation.interval;
    let level = number::percent_number(interval.level, 0);
    let forecast = &evaluation.forecast;

    let title = text::model_file::card_title(plain(&info.symbol));
    let mut card = format!("# {title}\n\n");
    let mut put = |line: String| {
        card.push_str(&line);
        card.push('\n');
    };
    put(format!(
        "**{}**: rMAE {}, Diebold–Mariano {}, {}.\n",
        match verdict.kind {
            VerdictKind::Beats => text::model_file::beats(),
            VerdictKind::Signal => text::model_file::signal(),
            VerdictKind::Ties => text::model_file::ties(),
            VerdictKind::Loses => text::model_file::loses(),
        },
        number::ratio(verdict.rmae),
        number::plain_statistic(verdict.dm),
        p_text(verdict.p_value)
    ));
    let origin = opened.map(said);
    let caveats = caveats(evaluation);
    let of_other = other_may_close_later(settings).map(str::to_owned);
    let caveats = caveats.iter().map(said).chain(of_other);
    for caveat in origin.into_iter().chain(caveats) {
        put(format!("- {}", plain(&caveat)));
    }
    let link = format!("<{link}>");
    let replay = match rate::by_hand(rate_changes) {
        None => text::model_file::replay(link),
        Some(by_hand) => text::model_file::changed_by_hand(by_hand, link),
    };
    put(format!("\n{replay}\n"));
    put(format!("## {}\n", text::model_file::data()));
    put(format!(
        "- {}: {}, {}, {}",
        plain(&info.symbol),
        plain(&info.source.to_string()),
        match info.interval {
            Interval::Daily => text::model_file::daily(),
            Interval::Weekly => text::model_file::weekly(),
            Interval::Monthly => text::model_file::monthly(),
        },
        said(&info.field)
    ));
    if let Some(other) = experiment.other_read() {
        let input = input_word(Input::Other);
        put(format!("- {input}: {}", plain(&other.to_string())));
    }
    put(format!(
        "- {}",
        text::model_file::rows(series.len(), series.first_date(), series.last_date())
    ));
    put(format!(
        "- {}",
        text::model_file::blocks(
            count(Block::Train),
            count(Block::Validation),
            count(Block::Test)
        )
    ));
    put(format!("\n## {}\n", text::model_file::network()));
    put(format!("- {}", choices(settings)));
    if !settings.inputs.are_usual() {
        let inputs = words(Setting::Inputs(settings.inputs));
        put(format!("- {}: {}", inputs.name, inputs.word));
    }
    if settings.looks_ahead() {
        let lookahead = words(Setting::Lookahead(settings.lookahead));
        put(format!("- {}: {}", lookahead.name, lookahead.word));
    }
    put(format!("- {}", shape(settings, model.parameters.len())));
    let weights = match model.best_epoch {
        0 => text::model_file::untrained_weights().to_owned(),
        best => text::model_file::weights_of_epoch(best),
    };
    let done = match opened {
        Some(opened) => plain(mark(opened)),
        None => text::model_file::epochs(epochs.len(), settings.epochs),
    };
    put(format!(
        "- {}",
        text::model_file::course(
            settings.batch,
            settings.learning_rate,
            settings.seed,
            done,
            weights
        )
    ));
    let adapter = plain(&device.adapter);
    let ms = number::milliseconds_number(model.ms_per_step);
    let on_device = match (device.kind, opened) {
        (DeviceKind::Webgpu, Some(_)) => text::model_file::run_on_gpu(adapter),
        (DeviceKind::Cpu, Some(_)) => text::model_file::run_on_cpu(adapter),
        (DeviceKind::Webgpu, None) => text::model_file::trained_on_gpu(adapter, ms),
        (DeviceKind::Cpu, None) => text::model_file::trained_on_cpu(adapter, ms),
    };
    put(format!("- {on_device}"));
    put(format!("\n## {}\n", text::model_file::scores()));
    put(scores(evaluation, settings.cell, digits));
    let held = text::model_file::interval(
        &level,
        plain(&said(&interval.calibrated_on)),
        number::percent_number(interval.coverage, 1),
        number::price_error(interval.mean_width, digits),
    );
    put(format!("{held}\n"));
    put(format!("## {}\n", text::model_file::next_day()));
    let next = text::model_file::next_price(
        forecast.after_date,
        number::price(forecast.last_price, digits),
        number::price(forecast.price, digits),
        &level,
        number::price(forecast.low, digits),
        number::price(forecast.high, digits),
    );
    put(format!("{next}\n"));
    put(format!("## {}\n", text::model_file::files()));
    for (ending, holds) in [
        ("safetensors", text::model_file::model_holds()),
        ("py", text::model_file::script_holds()),
        ("csv", text::model_file::predictions_hold()),
        ("json", text::model_file::report_holds()),
    ] {
        put(format!("- `{stem}.{ending}`: {holds}"));
    }
    put(format!("\n{}", text::model_file::no_advice()));
    card
}

/// What was chosen of the recipe, in words.
fn choices(settings: &Settings) -> String {
    text::model_file::recipe(
        match settings.recipe {
            Recipe::Honest => text::model_file::recipe_honest(),
            Recipe::Notebook => text::model_file::recipe_notebook(),
        },
        match settings.target {
            Target::Return => text::model_file::target_return(),
            Target::Price => text::model_file::target_price(),
        },
        match settings.scaler {
            ScalerRows::Train => text::model_file::scaler_train(),
            ScalerRows::All => text::model_file::scaler_all(),
        },
        match settings.split {
            SplitBy::Time => text::model_file::split_time(),
            SplitBy::Random => text::model_file::split_random(),
        },
        match settings.label {
            Label::Next => text::model_file::label_next(),
            Label::Average => text::model_file::label_average(),
        },
    )
}

/// The network in a line.
fn shape(settings: &Settings, parameters: usize) -> String {
    let Settings { window, cell, .. } = *settings;
    match cell {
        NetworkKind::Recurrent(cell) => text::model_file::shape(
            window,
            settings.layers,
            cell.name(),
            settings.hidden,
            settings.dropout,
            parameters,
        ),
        NetworkKind::Linear(linear) => {
            text::model_file::shape_of_linear(window, linear.name(), parameters)
        }
    }
}

fn scores(evaluation: &Evaluation, cell: NetworkKind, digits: Digits) -> String {
    let mut table = format!(
        "| {} | MAE | RMSE | MAPE | rMAE | R² | {} |\n|---|---|---|---|---|---|---|\n",
        text::model_file::forecast(),
        text::model_file::right_direction()
    );
    for (name, scores) in named(&evaluation.scores, cell) {
        // Writing to a String cannot fail.
        let _ = writeln!(
            table,
            "| {name} | {} | {} | {} | {} | {} | {} |",
            number::price_error(scores.mae, digits),
            number::price_error(scores.rmse, digits),
            number::percentage_error(scores.mape),
            number::ratio(scores.rmae),
            number::fine_r_squared(scores.r2_out_of_sample),
            number::percent(scores.directional_accuracy)
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
