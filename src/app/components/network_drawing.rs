//! The network as it is set, drawn from left to right, with what each part must learn.

use crate::app::ui::number;
use crate::cells::{Cell, Linear, NetworkKind};
use crate::forecast::Settings;
use crate::text;
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

/// Learned numbers of a recurrent layer: for each gate a weight per input, a weight per hidden unit, and
/// PyTorch's two biases.
fn layer_parameters(cell: Cell, inputs: usize, hidden: usize) -> usize {
    cell.gates() * hidden * (inputs + hidden + 2)
}

fn stage(
    name: String,
    shape: String,
    units: usize,
    parameters: usize,
    kind: &'static str,
) -> Stage {
    Stage {
        name,
        shape,
        units,
        parameters,
        kind,
    }
}

fn stages(settings: &Settings) -> Vec<Stage> {
    let (window, features) = (settings.window, settings.inputs.count());
    let shape = match features {
        1 => text::network::window_shape(window),
        _ => text::network::window_shape_of_several(window, features),
    };
    let read = stage(text::network::window().to_owned(), shape, 1, 0, "data");
    let stages = match settings.cell {
        NetworkKind::Recurrent(cell) => recurrent_stages(settings, cell),
        NetworkKind::Linear(linear) => linear_stages(settings, linear),
    };
    [read].into_iter().chain(stages).collect()
}

/// The last linear layer, from so many numbers.
fn head(settings: &Settings, inputs: usize) -> Stage {
    let outputs = settings.outputs();
    stage(
        text::network::last_linear(inputs, outputs),
        text::network::next_days(outputs),
        outputs,
        (inputs + 1) * outputs,
        "dense",
    )
}

/// What comes after the window.
fn linear_stages(settings: &Settings, linear: Linear) -> Vec<Stage> {
    let inputs = settings.window * settings.inputs.count();
    let around = |name: &str, shape: &str| stage(name.to_owned(), shape.to_owned(), 1, 0, "data");
    match linear {
        Linear::Plain => vec![head(settings, inputs)],
        Linear::FromLast => vec![
            around(
                text::network::less_last_day(),
                text::network::less_last_day_shape(),
            ),
            head(settings, inputs),
            around(
                text::network::and_last_day(),
                text::network::and_last_day_shape(),
            ),
        ],
    }
}

/// What comes after the window.
fn recurrent_stages(settings: &Settings, cell: Cell) -> Vec<Stage> {
    let &Settings { hidden, layers, .. } = settings;
    let features = settings.inputs.count();
    let each_day = text::network::numbers_a_day(hidden);
    let mut stages = vec![stage(
        text::network::first_linear(features, hidden),
        each_day.clone(),
        hidden,
        (features + 1) * hidden,
        "dense",
    )];
    for layer in 1..=layers {
        stages.push(stage(
            if layers == 1 {
                cell.name().to_owned()
            } else {
                format!("{} {layer}", cell.name())
            },
            each_day.clone(),
            hidden,
            layer_parameters(cell, hidden, hidden),
            "lstm",
        ));
    }
    let joined = layers * hidden;
    stages.push(stage(
        if layers == 1 {
            text::network::last_day().to_owned()
        } else {
            text::network::last_days_joined().to_owned()
        },
        text::network::numbers(joined),
        joined,
        0,
        "data",
    ));
    if settings.dropout > 0.0 {
        let percent = (settings.dropout * 1000.0).round() / 10.0;
        stages.push(stage(
            text::settings::dropout().to_owned(),
            text::network::dropout_shape(percent),
            joined,
            0,
            "dropout",
        ));
    }
    stages.push(head(settings, joined));
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
        number::count(total)
    };
    view! {
        <figure class="network" data-testid="network-drawing">
            <ol class="network-stages">
                {move || stages.get().into_iter().map(stage_view).collect_view()}
            </ol>
            <figcaption class="network-total">
                <strong>{total}</strong> " " {text::network::numbers_to_learn()}
            </figcaption>
        </figure>
    }
}

fn stage_view(stage: Stage) -> impl IntoView {
    let learns = match stage.parameters {
        0 => text::network::learns_nothing().to_owned(),
        count => text::network::to_learn(number::count(count)),
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
        DeviceChoice, Inputs, Label, Lookahead, Recipe, ScalerRows, SplitBy, Steps, Target,
    };
    use crate::text::Language;

    fn settings(hidden: usize, layers: usize, dropout: f64) -> Settings {
        Settings {
            recipe: Recipe::Notebook,
            target: Target::Price,
            scaler: ScalerRows::All,
            split: SplitBy::Time,
            label: Label::Next,
            lookahead: Lookahead::Off,
            cell: NetworkKind::default(),
            window: 20,
            horizon: 1,
            steps: Steps::Direct,
            inputs: Inputs::default(),
            hidden,
            layers,
            dropout,
            batch: 64,
            epochs: 100,
            learning_rate: 0.01,
            forget_bias: 0.0,
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
        assert_eq!(number::count(counts.iter().sum()), "17,025");
    }

    #[test]
    fn a_cell_has_as_many_numbers_as_it_has_gates() {
        // A gate of a layer has 32·(32 + 32) weights and 64 biases, 2,112 together.
        let of = |cell: Cell| {
            let stages = stages(&Settings {
                cell: cell.into(),
                ..settings(32, 1, 0.0)
            });
            (stages[2].name.clone(), stages[2].parameters)
        };
        assert_eq!(of(Cell::Gru), ("GRU".to_owned(), 3 * 2_112));
        assert_eq!(of(Cell::Rnn), ("RNN".to_owned(), 2_112));
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
    fn more_inputs_are_drawn_and_counted() {
        let with_weekday = Settings {
            inputs: "return,volume,weekday".parse().unwrap(),
            ..settings(32, 2, 0.0)
        };
        let stages = stages(&with_weekday);
        assert_eq!(stages[0].shape, "20 days, 4 numbers each");
        assert_eq!(stages[1].name, "Linear 4 → 32, ReLU");
        // Four weights and a bias for each of 32.
        assert_eq!(stages[1].parameters, 5 * 32);
    }

    #[test]
    fn a_linear_network_is_one_layer_whatever_the_units_and_layers_are() {
        let of = |linear: Linear| {
            let stages = stages(&Settings {
                cell: linear.into(),
                inputs: "return,volume".parse().unwrap(),
                ..settings(32, 2, 0.2)
            });
            let stages = stages.into_iter().skip(1);
            stages
                .map(|stage| (stage.name, stage.parameters))
                .collect::<Vec<_>>()
        };
        // 20 days of two numbers, and the bias.
        let layer = ("Linear 40 → 1".to_owned(), 41);
        assert_eq!(of(Linear::Plain), std::slice::from_ref(&layer));
        let from_last = of(Linear::FromLast);
        assert_eq!((from_last.len(), &from_last[1]), (3, &layer));
    }

    #[test]
    fn the_drawing_speaks_german_too() {
        let shapes = text::in_language(Language::German, || {
            let stages = stages(&settings(32, 2, 0.125)).into_iter();
            stages.map(|stage| stage.shape).collect::<Vec<_>>()
        });
        assert_eq!(
            shapes,
            [
                "20 Tage, je 1 Zahl",
                "32 Zahlen pro Tag",
                "32 Zahlen pro Tag",
                "32 Zahlen pro Tag",
                "64 Zahlen",
                "12,5 % auf null gesetzt, nur im Training",
                "der nächste Tag, 1 Zahl"
            ]
        );
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
