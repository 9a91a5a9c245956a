//! The files of a run: the model as safetensors against the reference implementation, refused in every
//! broken form, and the PyTorch script run on real files where Python has PyTorch.
//!
//! The cases are drawn from a seeded generator, so a failure comes back.

use hindcast::app::words::run_card::run_card;
use hindcast::cells::{Cell, Linear, NetworkKind};
use hindcast::experiment::Experiment;
use hindcast::forecast::evaluation::{Evaluation, evaluate};
use hindcast::forecast::job::network_config;
use hindcast::forecast::settings::{Input, Inputs, Lookahead, Recipe, Target};
use hindcast::forecast::{Dataset, Settings};
use hindcast::inspect::Subject;
use hindcast::lstm::layout::{Layout as Parameters, ParameterLayout};
use hindcast::market::world::{WorldKind, generate};
use hindcast::market::{Prices, Row, Series, Source};
use hindcast::model_file::safetensors::{ModelFileError, Part, read, write};
use hindcast::model_file::{script, stem, table};
use hindcast::protocol::{DeviceKind, DeviceReport, RateChange, TrainedModel};
use hindcast::report::FinishedRun;
use hindcast::text::{Language, in_language, said};
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use safetensors::SafeTensors;
use std::alloc::{GlobalAlloc, Layout, System};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The largest single allocation since it was last set to zero.
static LARGEST: AtomicUsize = AtomicUsize::new(0);

/// The system's allocator, watched.
struct Watched;

// SAFETY: every call is passed on as it is.
unsafe impl GlobalAlloc for Watched {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        LARGEST.fetch_max(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller keeps the contract.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller keeps the contract.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static WATCHED: Watched = Watched;

/// A drawn network on a known world, with the predictions that the trace makes of it.
struct Run {
    experiment: Experiment,
    prices: Prices,
    dataset: Dataset,
    model: TrainedModel,
    evaluation: Evaluation,
}

impl Run {
    fn new(recipe: Recipe, hidden: usize, layers: usize) -> Self {
        Self::of_kind(Cell::Lstm, recipe, hidden, layers)
    }

    fn of_kind(kind: impl Into<NetworkKind>, recipe: Recipe, hidden: usize, layers: usize) -> Self {
        let world = WorldKind::MeanReverting;
        Self::of(
            kind.into(),
            world,
            recipe,
            [hidden, layers],
            Inputs::default(),
        )
    }

    /// A network that reads volumes, weekdays and momentum too, on prices of which two volumes are missing.
    fn reading_more(recipe: Recipe) -> Self {
        Self::of_kind_reading_more(NetworkKind::default(), recipe)
    }

    fn of_kind_reading_more(kind: NetworkKind, recipe: Recipe) -> Self {
        let inputs = [Input::Volume, Input::Weekday, Input::Momentum];
        let inputs = inputs.into_iter();
        let inputs = inputs.fold(Inputs::default(), |all, input| all.with(input, true));
        Self::of(kind, WorldKind::Volume, recipe, [6, 2], inputs)
    }

    /// The same, told of each day's numbers a day too early.
    fn looking_ahead(recipe: Recipe) -> Self {
        let run = Self::reading_more(recipe);
        let settings = Settings {
            lookahead: Lookahead::Day,
            ..run.experiment.settings
        };
        Self::with_settings(WorldKind::Volume, settings)
    }

    fn of(
        cell: NetworkKind,
        world: WorldKind,
        recipe: Recipe,
        [hidden, layers]: [usize; 2],
        inputs: Inputs,
    ) -> Self {
        let settings = Settings {
            cell,
            window: 9,
            hidden,
            layers,
            seed: 3,
            inputs,
            ..Settings::for_recipe(recipe)
        };
        Self::with_settings(world, settings)
    }

    fn with_settings(world: WorldKind, settings: Settings) -> Self {
        let experiment = Experiment {
            source: Source::World(world),
            settings,
            ..Experiment::default()
        };
        let mut prices = generate(world, 3, 240);
        let rows = prices
            .series
            .rows()
            .iter()
            .enumerate()
            .map(|(day, row)| Row {
                volume: row.volume.filter(|_| day % 100 != 50),
                ..*row
            });
        let info = prices.series.info().clone();
        prices.series = Series::new(info, rows.collect()).expect("good rows");
        let dataset = Dataset::new(&prices.series, &experiment.settings).expect("240 rows");
        let layout = layout_of(&dataset);
        let mut rng = ChaCha8Rng::seed_from_u64(1);
        let parameters: Vec<f32> = (0..layout.len())
            .map(|_| rng.random_range(-0.4..0.4))
            .collect();
        let subject = Subject::new(
            &parameters,
            Arc::new(dataset.clone()),
            Arc::new(prices.clone()),
        )
        .expect("they belong together");
        let predictions: Vec<f32> = (0..subject.days())
            .map(|row| subject.tracing(row).expect("a row").finish().prediction as f32)
            .collect();
        let evaluation = evaluate(&prices, &dataset, &predictions).expect("finite numbers");
        Self {
            experiment,
            prices,
            dataset,
            model: TrainedModel {
                predictions,
                paths: Vec::new(),
                best_epoch: 4,
                total_ms: 12.0,
                steps: 8,
                ms_per_step: 1.5,
                dispatches_per_step: None,
                parameters,
            },
            evaluation,
        }
    }

    fn model_file(&self) -> Vec<u8> {
        write(&self.experiment, &self.prices, &self.dataset, &self.model).expect("its parameters")
    }

    fn card(&self) -> String {
        self.card_with(&[])
    }

    fn card_with(&self, rate_changes: &[RateChange]) -> String {
        let device = DeviceReport {
            kind: DeviceKind::Cpu,
            adapter: "SIMD".into(),
            reason: hindcast::protocol::DeviceReason::CpuChosen,
        };
        let link = format!("https://example.org/#{}", self.experiment.to_fragment());
        let run = FinishedRun {
            experiment: &self.experiment,
            prices: &self.prices,
            dataset: &self.dataset,
            device: &device,
            epochs: &[],
            model: &self.model,
            evaluation: &self.evaluation,
            opened: None,
            rate_changes,
        };
        run_card(run, &link, &stem(&self.prices.series))
    }
}

fn layout_of(dataset: &Dataset) -> Parameters {
    Parameters::new(&network_config(&dataset.settings), dataset.settings.window)
}

/// Reads a file that should be refused, and holds the reader to what a file may cost.
fn refused(file: &[u8]) -> ModelFileError {
    LARGEST.store(0, Ordering::Relaxed);
    let error = read(file).expect_err("a broken file");
    let largest = LARGEST.load(Ordering::Relaxed);
    // JSON's own tree of a small header is a few times the header; other tests run beside this one.
    assert!(
        largest <= 16 * file.len() + (1 << 20),
        "{largest} bytes at once for a file of {}",
        file.len()
    );
    assert!(said(&error).contains("download"), "{error:?}");
    error
}

/// A file with another header, its length put right.
fn with_header(file: &[u8], change: impl Fn(&str) -> String) -> Vec<u8> {
    let length = u64::from_le_bytes(file[..8].try_into().unwrap()) as usize;
    let header = std::str::from_utf8(&file[8..8 + length]).unwrap();
    let changed = change(header);
    assert_ne!(changed, header, "nothing was changed");
    let mut other = (changed.len() as u64).to_le_bytes().to_vec();
    other.extend_from_slice(changed.as_bytes());
    other.extend_from_slice(&file[8 + length..]);
    other
}

#[test]
fn the_reference_reader_finds_pytorchs_names_shapes_and_order() {
    for cell in Cell::ALL.iter().copied() {
        pytorch_could_read(cell, &Run::of_kind(cell, Recipe::Honest, 5, 2));
    }
}

fn pytorch_could_read(cell: Cell, run: &Run) {
    let module = cell.slug();
    let file = run.model_file();
    let tensors = SafeTensors::deserialize(&file).expect("a valid file");
    let (_, header) = SafeTensors::read_metadata(&file).expect("a valid header");
    let texts = header.metadata().as_ref().expect("metadata");
    assert_eq!(texts["format"], "hindcast.model/1");
    assert_eq!(texts["settings"], run.experiment.to_fragment());
    assert_eq!((&*texts["target"], &*texts["window"]), ("return", "9"));
    // A file of the LSTM is as it was before there was a choice.
    let named = texts.get("cell").map(String::as_str);
    assert_eq!(named, (cell != Cell::Lstm).then_some(module));
    assert_eq!(
        texts["input_mean"].parse::<f64>().unwrap(),
        run.dataset.input_scaler.mean
    );
    let mut names: Vec<_> = tensors.names();
    names.sort_unstable();
    let mut expected = vec!["head.bias", "head.weight", "input.bias", "input.weight"];
    let of_cell = ["bias_hh", "bias_ih", "weight_hh", "weight_ih"];
    let of_cell: Vec<String> = of_cell
        .iter()
        .flat_map(|name| (0..2).map(move |layer| format!("{module}.{name}_l{layer}")))
        .collect();
    expected.extend(of_cell.iter().map(String::as_str));
    expected.sort_unstable();
    assert_eq!(names, expected);

    let layout = ParameterLayout::new(&network_config(&run.dataset.settings));
    let values = |name: &str, shape: &[usize]| -> Vec<f32> {
        let tensor = tensors.tensor(name).expect("a tensor of this name");
        assert_eq!(tensor.shape(), shape, "{name}");
        let bytes = tensor.data().chunks_exact(4);
        bytes
            .map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap()))
            .collect()
    };
    let ours = &run.model.parameters;
    let columns = cell.gates() * 5;
    for index in 0..2 {
        let layer = layout.layer(index);
        for (name, range) in [("ih", layer.input), ("hh", layer.recurrent)] {
            let theirs = values(&format!("{module}.weight_{name}_l{index}"), &[columns, 5]);
            for out in 0..columns {
                for input in 0..5 {
                    assert_eq!(
                        theirs[out * 5 + input],
                        ours[range.start + input * columns + out]
                    );
                }
            }
        }
        let bias = values(&format!("{module}.bias_hh_l{index}"), &[columns]);
        assert_eq!(bias, ours[layer.recurrent_bias]);
    }
    assert_eq!(values("input.weight", &[5, 1]), ours[layout.input_weight()]);
    assert_eq!(values("head.weight", &[1, 10]), ours[layout.head_weight()]);
    assert_eq!(values("head.bias", &[1])[0], ours[layout.head_bias()]);
}

#[test]
fn a_linear_network_is_one_layer_of_pytorchs() {
    for linear in Linear::ALL.iter().copied() {
        let run = Run::of_kind_reading_more(linear.into(), Recipe::Honest);
        let file = run.model_file();
        let tensors = SafeTensors::deserialize(&file).expect("a valid file");
        let (_, header) = SafeTensors::read_metadata(&file).expect("a valid header");
        let texts = header.metadata().as_ref().expect("metadata");
        assert_eq!(texts["cell"], linear.slug());
        let of_layers = ["hidden", "layers", "dropout"].map(|key| &*texts[key]);
        assert_eq!(of_layers, ["0"; 3]);
        assert_eq!(tensors.len(), 2);
        let values = |name: &str| -> Vec<f32> {
            let bytes = tensors.tensor(name).expect("a tensor of this name").data();
            let bytes = bytes.chunks_exact(4);
            bytes
                .map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap()))
                .collect()
        };
        // Nine days of five numbers.
        let weight = tensors.tensor("linear.weight").expect("a weight");
        assert_eq!(weight.shape(), [1, 45]);
        assert_eq!(values("linear.weight"), run.model.parameters[..45]);
        assert_eq!(values("linear.bias"), run.model.parameters[45..]);
    }
}

#[test]
fn a_model_comes_back_as_it_was() {
    let sizes = [(Recipe::Honest, 4, 1), (Recipe::Notebook, 7, 3)];
    let cases = NetworkKind::ALL.iter().flat_map(|kind| {
        sizes.map(|(recipe, hidden, layers)| Run::of_kind(*kind, recipe, hidden, layers))
    });
    let reading_more = [Recipe::Honest, Recipe::Notebook].map(Run::reading_more);
    for run in cases.chain(reading_more) {
        let saved = read(&run.model_file()).expect("our own file");
        assert_eq!(saved.parameters, run.model.parameters);
        assert_eq!(saved.network, network_config(&run.dataset.settings));
        assert_eq!(saved.window, 9);
        assert_eq!(saved.target, run.dataset.settings.target);
        assert_eq!(saved.input_scaler, run.dataset.input_scaler);
        assert_eq!(saved.target_scaler, run.dataset.target_scaler);
        let further = run.dataset.further.iter();
        let further: Vec<_> = further.map(|it| (it.number, it.scaler)).collect();
        assert_eq!(saved.further, further);
        let (experiment, complaints) = Experiment::from_fragment(&saved.settings);
        assert_eq!((experiment, complaints.len()), (run.experiment, 0));
    }
}

#[test]
fn what_is_said_of_further_inputs_has_to_agree() {
    let run = Run::reading_more(Recipe::Honest);
    let file = run.model_file();
    let names = "\"further_inputs\":\"volume,weekday_sin,weekday_cos,momentum\"";
    let named = |key: &str| ModelFileError::Damaged(Part::Named(key.into()));
    for (from, to, damaged) in [
        (names, "\"further_inputs\":\"\"", "further_inputs"),
        (
            names,
            "\"further_inputs\":\"volume,tide\"",
            "further_inputs",
        ),
        (names, "\"further_inputs\":\"volume\"", "further_means"),
        (names, "\"more_inputs\":\"volume\"", "features"),
        ("\"features\":\"5\"", "\"features\":\"4\"", "features"),
        (
            "\"further_means\":\"",
            "\"further_means\":\"NaN,",
            "further_means",
        ),
        (
            "\"further_deviations\":\"",
            "\"further_deviations\":\"-",
            "further_deviations",
        ),
    ] {
        let broken = with_header(&file, |header| header.replacen(from, to, 1));
        assert_eq!(refused(&broken), named(damaged), "{to}");
    }
    // Of an old file, whose network reads prices alone, nothing of it is said.
    let old = Run::new(Recipe::Honest, 4, 1).model_file();
    assert!(!String::from_utf8_lossy(&old).contains("further"));
}

#[test]
fn the_table_holds_all_that_the_network_reads() {
    for recipe in [Recipe::Honest, Recipe::Notebook] {
        let run = Run::reading_more(recipe);
        let csv = table::predictions_csv(&run.prices, &run.dataset, &run.evaluation);
        let mut lines = csv.lines();
        assert_eq!(
            lines.next(),
            Some("date,price,predicted,block,volume,weekday_sin,weekday_cos,momentum")
        );
        let rows: Vec<Vec<&str>> = lines.map(|line| line.split(',').collect()).collect();
        assert!(rows.iter().all(|cells| cells.len() == 8));
        assert_eq!(rows[240][3..], ["next", "", "", "", ""]);
        // From day 50 to day 51 and to day 50 itself no change is known.
        let unknown = (0..240).filter(|day| rows[*day][4].is_empty());
        assert_eq!(unknown.collect::<Vec<_>>(), [0, 50, 51, 150, 151]);
        // As the script reads it: scaled, what is empty at the mean.
        for (place, input) in run.dataset.further.iter().enumerate() {
            let read = run.dataset.column(place + 1);
            for (day, read) in rows[run.dataset.first_read()..240].iter().zip(read) {
                let scaled = match day[4 + place] {
                    "" => 0.0,
                    text => input.scaler.scale(text.parse().expect("a number")),
                };
                assert_eq!(read, scaled as f32, "{}", input.number.name());
            }
        }
    }
}

#[test]
fn a_cell_that_there_is_not_is_refused() {
    let file = Run::of_kind(Cell::Gru, Recipe::Honest, 4, 1).model_file();
    let other = with_header(&file, |header| {
        header.replace("\"cell\":\"gru\"", "\"cell\":\"gr\"")
    });
    assert_eq!(
        refused(&other),
        ModelFileError::Damaged(Part::Named("cell".into()))
    );
    // Another cell than the tensors are of.
    let other = with_header(&file, |header| {
        header.replace("\"cell\":\"gru\"", "\"cell\":\"rnn\"")
    });
    assert_eq!(refused(&other), ModelFileError::Damaged(Part::Length));
}

#[test]
fn parameters_of_another_network_are_not_written() {
    let mut run = Run::new(Recipe::Honest, 4, 1);
    run.model.parameters.pop();
    assert!(write(&run.experiment, &run.prices, &run.dataset, &run.model).is_none());
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let file = Run::new(Recipe::Honest, 4, 1).model_file();
    for length in 0..file.len() {
        refused(&file[..length]);
    }
    let mut longer = file;
    longer.extend_from_slice(&[0; 4]);
    assert_eq!(refused(&longer), ModelFileError::Damaged(Part::Length));
}

#[test]
fn a_hostile_header_is_refused_without_believing_it() {
    let file = Run::new(Recipe::Honest, 4, 1).model_file();
    for length in [u64::MAX, u64::MAX / 2, 1 << 40, 1 << 20, 0, 1] {
        let mut hostile = file.clone();
        hostile[..8].copy_from_slice(&length.to_le_bytes());
        assert_eq!(refused(&hostile), ModelFileError::Unreadable);
    }
    let deep = with_header(&file, |_| "[".repeat(60_000));
    assert_eq!(refused(&deep), ModelFileError::Unreadable);
    let other = with_header(&file, |header| header.replace("hindcast.model/1", "pt"));
    assert_eq!(refused(&other), ModelFileError::Foreign);
    for (from, to) in [
        // Sizes beyond the kernels', and such that only overflow.
        ("\"hidden\":\"4\"", "\"hidden\":\"4000000000\""),
        ("\"hidden\":\"4\"", "\"hidden\":\"18446744073709551615\""),
        ("\"hidden\":\"4\"", "\"hidden\":\"5\""),
        ("\"layers\":\"1\"", "\"layers\":\"0\""),
        ("\"layers\":\"1\"", "\"layers\":\"2\""),
        ("\"features\":\"1\"", "\"features\":\"-1\""),
        ("\"window\":\"9\"", "\"window\":\"100000000\""),
        ("\"target\":\"return\"", "\"target\":\"weather\""),
        ("\"dropout\":\"0.2\"", "\"dropout\":\"1e999\""),
        ("\"input_mean\":\"", "\"input_mean\":\"x"),
        ("\"input_deviation\":\"", "\"input_deviation\":\"-"),
        // Types and shapes.
        ("\"F32\",\"shape\":[1]", "\"F16\",\"shape\":[1]"),
        ("\"shape\":[1,4]", "\"shape\":[4,1]"),
        ("\"shape\":[1,4]", "\"shape\":[2,2]"),
        ("\"shape\":[1,4]", "\"shape\":4"),
        ("\"shape\":[1,4]", "\"shape\":[1,4.0]"),
        ("\"shape\":[1,4]", "\"shape\":[9223372036854775807,4]"),
        // Names.
        ("\"head.bias\"", "\"head.bios\""),
        (
            "{\"__metadata__\"",
            "{\"more\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},\"__metadata__\"",
        ),
        // Places: overlapping, out of range, turned round.
        ("\"data_offsets\":[16,32]", "\"data_offsets\":[0,16]"),
        ("\"data_offsets\":[16,32]", "\"data_offsets\":[18,34]"),
        ("\"data_offsets\":[16,32]", "\"data_offsets\":[32,16]"),
        ("\"data_offsets\":[16,32]", "\"data_offsets\":[-16,0]"),
        (
            "\"data_offsets\":[16,32]",
            "\"data_offsets\":[18446744073709551600,18446744073709551615]",
        ),
        ("\"data_offsets\":[16,32]", "\"data_offsets\":[1e18,32]"),
        ("\"data_offsets\":[16,32]", "\"data_offsets\":[16]"),
    ] {
        refused(&with_header(&file, |header| header.replacen(from, to, 1)));
    }
    // A weight that is no number.
    let mut poisoned = file.clone();
    let end = poisoned.len();
    poisoned[end - 4..].copy_from_slice(&f32::NAN.to_le_bytes());
    assert_eq!(
        refused(&poisoned),
        ModelFileError::Damaged(Part::Named("head.bias".into()))
    );
}

#[test]
fn random_damage_never_panics_and_what_is_read_keeps_its_promises() {
    let file = Run::new(Recipe::Honest, 4, 1).model_file();
    let header = u64::from_le_bytes(file[..8].try_into().unwrap()) as usize;
    let mut rng = ChaCha8Rng::seed_from_u64(8);
    let mut read_anyway = 0;
    for _ in 0..20_000 {
        let mut broken = file.clone();
        for _ in 0..rng.random_range(1..4) {
            // Mostly in the header: damage among the values is only another network.
            let end = if rng.random_bool(0.9) {
                8 + header
            } else {
                file.len()
            };
            let at = rng.random_range(0..end);
            broken[at] = match rng.random_bool(0.5) {
                true => rng.random(),
                false => b"0123456789[]{},:\"-e."[rng.random_range(0..20)],
            };
        }
        if let Ok(saved) = read(&broken) {
            read_anyway += 1;
            let layout = Parameters::new(&saved.network, saved.window);
            assert_eq!(saved.parameters.len(), layout.len());
            assert!(saved.parameters.iter().all(|value| value.is_finite()));
            assert!(saved.input_scaler.deviation > 0.0);
            assert!((2..=250).contains(&saved.window));
        } else {
            refused(&broken);
        }
    }
    assert!((1..20_000).contains(&read_anyway), "{read_anyway}");
}

#[test]
fn the_table_holds_every_price_and_reads_back_the_same() {
    let run = Run::new(Recipe::Honest, 4, 1);
    let csv = table::predictions_csv(&run.prices, &run.dataset, &run.evaluation);
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "date,price,predicted,block");
    assert_eq!(lines.len(), 1 + 240 + 1);
    assert!(lines[10].ends_with(",,"), "the first days are input alone");
    for (line, prediction) in lines[11..241].iter().zip(&run.evaluation.predictions) {
        let cells: Vec<&str> = line.split(',').collect();
        assert_eq!(cells[0], prediction.date.to_string());
        assert_eq!(cells[1].parse(), Ok(prediction.actual));
        assert_eq!(cells[2].parse(), Ok(prediction.predicted));
    }
    assert_eq!(
        lines[241],
        format!(",,{},next", run.evaluation.forecast.price)
    );
}

#[test]
fn the_run_card_says_what_the_run_was() {
    let run = Run::new(Recipe::Notebook, 4, 2);
    let card = run.card();
    let link = format!("<https://example.org/#{}>", run.experiment.to_fragment());
    assert!(card.contains(&link), "{card}");
    assert!(card.contains("rMAE") && card.contains("| LSTM |"), "{card}");
    assert!(card.contains(&format!("{} parameters", run.model.parameters.len())));
    assert!(!card.contains("NaN") && !card.contains("inf"), "{card}");
    assert!(card.contains("Replay it") && !card.contains("by hand"));
    let change = RateChange {
        epoch: 12,
        step: 1,
        learning_rate: 0.003,
    };
    let card = run.card_with(&[change]);
    assert!(card.contains("changed by hand at epoch 12 to 0.003, so its link does not repeat"));
    assert!(
        card.contains(&link) && !card.contains("Replay it"),
        "{card}"
    );
}

#[test]
fn the_run_card_names_further_inputs() {
    let card = Run::reading_more(Recipe::Honest).card();
    let line = "- Inputs: own past, volume, weekday, 20-day momentum";
    assert!(card.lines().any(|each| each == line), "{card}");
    assert!(!Run::new(Recipe::Honest, 4, 1).card().contains("Inputs"));
    let ahead = Run::looking_ahead(Recipe::Honest).card();
    assert!(ahead.lines().any(|each| each == "- Look-ahead: one day"));
    assert!(ahead.contains("its scores are of hindsight"), "{ahead}");
    assert!(!card.contains("Look-ahead"));
}

#[test]
fn the_run_card_speaks_german_too() {
    let run = Run::new(Recipe::Notebook, 4, 2);
    let card = in_language(Language::German, || run.card());
    assert!(card.contains("Lernrate 0,"), "{card}");
    assert!(
        card.contains(" ms je Schritt") && card.contains("1,50 ms"),
        "{card}"
    );
    let link = format!("<https://example.org/#{}>", run.experiment.to_fragment());
    assert!(
        card.contains(&format!("Noch einmal ausführen: {link}")),
        "{card}"
    );
    assert!(card.contains("- Rezept „Notebook“: Ziel Kurs, "), "{card}");
}

/// A Python that has PyTorch: `HINDCAST_PYTHON`, or `python3`.
fn python_with_torch() -> Option<PathBuf> {
    let python = std::env::var_os("HINDCAST_PYTHON").unwrap_or_else(|| "python3".into());
    let found = Command::new(&python).args(["-c", "import torch"]).output();
    found
        .is_ok_and(|output| output.status.success())
        .then(|| python.into())
}

#[test]
fn the_script_repeats_the_predictions_in_pytorch() {
    let Some(python) = python_with_torch() else {
        println!("skipped: no python3 with PyTorch here (HINDCAST_PYTHON can name one)");
        return;
    };
    for (place, run) in [
        Run::new(Recipe::Honest, 8, 2),
        Run::new(Recipe::Notebook, 16, 1),
        Run::of_kind(Cell::Gru, Recipe::Honest, 8, 2),
        Run::of_kind(Cell::Rnn, Recipe::Notebook, 8, 2),
        Run::of_kind(Linear::Plain, Recipe::Honest, 8, 2),
        Run::of_kind(Linear::Plain, Recipe::Notebook, 8, 2),
        Run::of_kind(Linear::FromLast, Recipe::Honest, 8, 2),
        Run::of_kind_reading_more(Linear::FromLast.into(), Recipe::Notebook),
        Run::reading_more(Recipe::Honest),
        Run::reading_more(Recipe::Notebook),
        Run::looking_ahead(Recipe::Honest),
        Run::looking_ahead(Recipe::Notebook),
    ]
    .into_iter()
    .enumerate()
    {
        let recipe = run.dataset.settings.recipe;
        let cell = run.dataset.settings.cell;
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("take-home-{place}"));
        std::fs::create_dir_all(&folder).expect("a folder of one's own");
        let stem = stem(&run.prices.series);
        let put = |ending: &str, content: &[u8]| {
            let path = folder.join(format!("{stem}.{ending}"));
            std::fs::write(&path, content).expect("room for a file");
            path
        };
        let model = put("safetensors", &run.model_file());
        let csv = table::predictions_csv(&run.prices, &run.dataset, &run.evaluation);
        let predictions = put("csv", csv.as_bytes());
        let program = put("py", script::pytorch_script(&stem).as_bytes());
        let output = folder.join("output.csv");

        // With no arguments it finds its files; with them it writes what it predicts.
        let alone = Command::new(&python)
            .arg(&program)
            .output()
            .expect("it starts");
        let said = String::from_utf8_lossy(&alone.stdout).into_owned();
        assert!(
            alone.status.success() && said.contains("largest difference"),
            "{said}{}",
            String::from_utf8_lossy(&alone.stderr)
        );
        let status = Command::new(&python)
            .arg(&program)
            .args([&model, &predictions, &output])
            .status();
        assert!(status.is_ok_and(|status| status.success()));
        let of_pytorch = std::fs::read_to_string(&output).expect("it was written");
        let of_pytorch: Vec<f64> = of_pytorch
            .lines()
            .skip(1)
            .map(|line| line.split(',').nth(1).unwrap().trim().parse().unwrap())
            .collect();
        let predictions = run.evaluation.predictions.iter();
        let ours = predictions.map(|prediction| prediction.predicted);
        let ours: Vec<f64> = ours.chain([run.evaluation.forecast.price]).collect();
        assert_eq!(of_pytorch.len(), ours.len());
        for (theirs, ours) in of_pytorch.iter().zip(&ours) {
            let share = (theirs - ours).abs() / ours.abs().max(1.0);
            assert!(share < 1e-4, "{cell}, {recipe}: {theirs} for {ours}");
        }

        // Files that do not belong together are noticed.
        let other = put("other.csv", csv.replace(",test", "e1,test").as_bytes());
        let mixed = Command::new(&python)
            .arg(&program)
            .args([&model, &other])
            .output();
        assert!(mixed.is_ok_and(|mixed| !mixed.status.success()));
        assert_eq!(
            run.dataset.settings.target == Target::Return,
            recipe == Recipe::Honest
        );
    }
}
