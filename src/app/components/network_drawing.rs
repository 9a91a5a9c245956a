//! The network as it is set, drawn from left to right, with what each part must learn.

use crate::app::charts::text::count_text;
use crate::forecast::Settings;
use leptos::prelude::*;

/// More units than this are drawn as this many dots; the number beside them says how many it is.
const MOST_DOTS: usize = 32;

/// One part of the network.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Stage {
    name: String,
    /// What comes out of it, in words.
    shape: String,
    /// Units drawn as dots.
    units: usize,
    /// Learned numbers; 0 for a part that learns nothing.
    parameters: usize,
    /// The kind's class in the style sheet.
    kind: &'static str,
}

/// Learned numbers of an LSTM layer: four gates, each with a weight per input, a weight per hidden
/// unit, and PyTorch's two biases.
fn lstm_parameters(inputs: usize, hidden: usize) -> usize {
    4 * hidden * (inputs + hidden + 2)
}

fn stages(settings: &Settings) -> Vec<Stage> {
    let &Settings {
        window,
        hidden,
        layers,
        ..
    } = settings;
    let stage = |name: String, shape: String, units, parameters, kind| Stage {
        name,
        shape,
        units,
        parameters,
        kind,
    };
    let each_day = format!("{hidden} numbers a day");
    let mut stages = vec![
        stage(
            "Window".to_owned(),
            format!("{window} days, 1 number each"),
            1,
            0,
            "data",
        ),
        stage(
            format!("Linear 1 → {hidden}, ReLU"),
            each_day.clone(),
            hidden,
            2 * hidden,
            "dense",
        ),
    ];
    for layer in 1..=layers {
        stages.push(stage(
            if layers == 1 {
                "LSTM".to_owned()
            } else {
                format!("LSTM {layer}")
            },
            each_day.clone(),
            hidden,
            lstm_parameters(hidden, hidden),
            "lstm",
        ));
    }
    let joined = layers * hidden;
    stages.push(stage(
        if layers == 1 {
            "Last day".to_owned()
        } else {
            "Last day of each, joined".to_owned()
        },
        format!("{joined} numbers"),
        joined,
        0,
        "data",
    ));
    if settings.dropout > 0.0 {
        let percent = (settings.dropout * 1000.0).round() / 10.0;
        stages.push(stage(
            "Dropout".to_owned(),
            format!("{percent} % set to zero, in training only"),
            joined,
            0,
            "dropout",
        ));
    }
    let outputs = settings.outputs();
    let forecasts = match outputs {
        1 => "the next day, 1 number".to_owned(),
        days => format!("the next {days} days, {days} numbers"),
    };
    stages.push(stage(
        format!("Linear {joined} → {outputs}"),
        forecasts,
        outputs,
        (joined + 1) * outputs,
        "dense",
    ));
    stages
}

/// Draws the network of `settings`.
#[component]
pub fn NetworkDrawing(
    /// The settings as they are now.
    #[prop(into)]
    settings: Signal<Settings>,
) -> impl IntoView {
    let stages = Memo::new(move |_| settings.with(stages));
    let total = move || {
        let total: usize = stages.read().iter().map(|stage| stage.parameters).sum();
        count_text(total)
    };
    view! {
        <figure class="network" data-testid="network-drawing">
            <ol class="network-stages">
                {move || stages.get().into_iter().map(stage_view).collect_view()}
            </ol>
            <figcaption class="network-total">
                <strong>{total}</strong>
                " numbers to learn."
            </figcaption>
        </figure>
    }
}

fn stage_view(stage: Stage) -> impl IntoView {
    let learns = match stage.parameters {
        0 => "learns nothing".to_owned(),
        count => format!("{} to learn", count_text(count)),
    };
    view! {
        <li class=format!("network-stage network-{}", stage.kind)>
            {dots(stage.units)}
            <span class="network-name">{stage.name}</span>
            <span class="network-shape">{stage.shape}</span>
            <span class="network-count">{learns}</span>
        </li>
    }
}

/// The units as dots, in columns of eight.
fn dots(units: usize) -> impl IntoView {
    const ROWS: usize = 8;
    const PITCH: usize = 9;
    let shown = units.min(MOST_DOTS);
    let rows = shown.min(ROWS);
    let columns = shown.div_ceil(ROWS);
    let (width, height) = (columns * PITCH, ROWS * PITCH);
    let top = (ROWS - rows) * PITCH / 2;
    let circles = (0..shown)
        .map(|unit| {
            let x = (unit / ROWS) * PITCH + PITCH / 2 + 1;
            let y = top + (unit % ROWS) * PITCH + PITCH / 2 + 1;
            view! { <circle cx=x cy=y r="3"></circle> }
        })
        .collect_view();
    view! {
        <svg
            class="network-dots"
            width=width + 2
            height=height + 2
            viewBox=format!("0 0 {} {}", width + 2, height + 2)
            aria-hidden="true"
        >
            {circles}
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forecast::settings::{
        DeviceChoice, Label, Recipe, ScalerRows, SplitBy, Steps, Target,
    };

    fn settings(hidden: usize, layers: usize, dropout: f64) -> Settings {
        Settings {
            recipe: Recipe::Notebook,
            target: Target::Price,
            scaler: ScalerRows::All,
            split: SplitBy::Time,
            label: Label::Next,
            window: 20,
            horizon: 1,
            steps: Steps::Direct,
            hidden,
            layers,
            dropout,
            batch: 64,
            epochs: 100,
            learning_rate: 0.01,
            seed: 1,
            device: DeviceChoice::Auto,
        }
    }

    #[test]
    fn the_notebooks_network_has_17_025_parameters() {
        // Linear 1→32: 32 + 32 = 64. Each LSTM: 4·32·(32 + 32) weights + 2·128 biases = 8,448.
        // Linear 64→1: 64 + 1 = 65. Together 64 + 2·8,448 + 65 = 17,025.
        let stages = stages(&settings(32, 2, 0.2));
        let counts: Vec<usize> = stages.iter().map(|stage| stage.parameters).collect();
        assert_eq!(counts, [0, 64, 8_448, 8_448, 0, 0, 65]);
        assert_eq!(count_text(counts.iter().sum()), "17,025");
    }

    #[test]
    fn a_direct_forecast_has_an_output_for_each_day() {
        let several = Settings {
            horizon: 5,
            ..settings(32, 2, 0.0)
        };
        let last = |settings: &Settings| stages(settings).pop().unwrap();
        // Five times 64 weights and a bias.
        assert_eq!(last(&several).parameters, 5 * 65);
        assert_eq!(last(&several).shape, "the next 5 days, 5 numbers");
        let recursive = Settings {
            steps: Steps::Recursive,
            ..several
        };
        assert_eq!(last(&recursive).name, "Linear 64 → 1");
    }

    #[test]
    fn one_layer_joins_nothing_and_no_dropout_is_not_drawn() {
        let names: Vec<String> = stages(&settings(8, 1, 0.0))
            .into_iter()
            .map(|stage| stage.name)
            .collect();
        assert_eq!(
            names,
            [
                "Window",
                "Linear 1 → 8, ReLU",
                "LSTM",
                "Last day",
                "Linear 8 → 1"
            ]
        );
    }
}
