//! Files that people keep: reports, predictions as CSV and a model file's header are the same today as
//! on the day their copies under `pinned/` were written, whatever language the page speaks.
//!
//! Letter for letter but for the last digits of a number with a point: machines differ in the last bit
//! of an exponential.

use hindcast::app::words::report::report;
use hindcast::experiment::Experiment;
use hindcast::forecast::evaluation::{Evaluation, IntervalChoice, IntervalMethod, evaluate_path};
use hindcast::forecast::job::network_config;
use hindcast::forecast::odometer::Seal;
use hindcast::forecast::settings::{Label, Recipe};
use hindcast::forecast::{Dataset, Settings};
use hindcast::lstm::layout::ParameterLayout;
use hindcast::market::world::{WorldKind, generate};
use hindcast::market::{Prices, Source};
use hindcast::model_file::opened::ModelOrigin;
use hindcast::model_file::{safetensors, table};
use hindcast::protocol::{
    DeviceKind, DeviceReason, DeviceReport, EpochReport, RateChange, TrainedModel,
};
use hindcast::report::{FinishedRun, Report};
use hindcast::text::{Language, in_language};

struct Run {
    experiment: Experiment,
    prices: Prices,
    dataset: Dataset,
    model: TrainedModel,
    evaluation: Evaluation,
    origin: Option<ModelOrigin>,
    rate_changes: Vec<RateChange>,
}

impl Run {
    fn new(settings: Settings, sealed: bool, days: usize) -> Self {
        let world = WorldKind::MeanReverting;
        let prices = generate(world, 5, days);
        let open = match Seal::of(&prices).filter(|_| sealed) {
            Some(seal) => seal.open_part(&prices),
            None => prices.clone(),
        };
        let dataset = Dataset::new(&open.series, &settings).expect("enough rows");
        // Eighths, which every machine has to the last bit.
        let drawn = |count: usize| {
            (0..count)
                .map(|k| (k * 7 % 16) as f32 / 8.0 - 1.0)
                .collect()
        };
        let predictions: Vec<f32> = drawn(dataset.rows() + 1);
        let paths: Vec<f32> = match settings.horizon {
            1 => Vec::new(),
            horizon => drawn(dataset.path_rows().len() * horizon),
        };
        let evaluation = evaluate_path(&open, &dataset, &predictions, &paths).expect("finite");
        let layout = ParameterLayout::new(&network_config(&settings));
        Self {
            model: TrainedModel {
                predictions,
                paths,
                best_epoch: 2,
                total_ms: 12.5,
                steps: 4,
                ms_per_step: 3.125,
                dispatches_per_step: None,
                parameters: vec![0.25; layout.len()],
            },
            experiment: Experiment {
                source: Source::World(world),
                settings,
                sealed,
                ..Experiment::default()
            },
            prices,
            dataset,
            evaluation,
            origin: None,
            rate_changes: Vec::new(),
        }
    }

    /// The notebook's recipe on an averaged label, with a learning rate set by hand.
    fn notebook() -> Self {
        let settings = Settings {
            window: 4,
            hidden: 4,
            layers: 1,
            label: Label::Average,
            ..Settings::for_recipe(Recipe::Notebook)
        };
        Self {
            rate_changes: vec![RateChange {
                epoch: 2,
                step: 3,
                learning_rate: 0.003,
            }],
            ..Self::new(settings, false, 60)
        }
    }

    /// Three days ahead by the honest recipe, a network from a file, the last days sealed.
    fn honest() -> Self {
        let settings = Settings {
            window: 4,
            horizon: 3,
            hidden: 4,
            layers: 1,
            ..Settings::default()
        };
        Self {
            origin: Some(ModelOrigin::file("mine.safetensors")),
            ..Self::new(settings, true, 120)
        }
    }

    fn report(&self) -> String {
        let device = DeviceReport {
            kind: DeviceKind::Cpu,
            adapter: "CPU (SIMD)".into(),
            reason: DeviceReason::NoWebgpu,
        };
        let epochs = [(1, 0.75), (2, f64::NAN)].map(|(epoch, train_loss)| EpochReport {
            epoch,
            train_loss,
            validation_loss: 0.8,
            learning_rate: 0.001,
            ms: 6.25,
            steps: 2,
            weight_norm: Some(12.5),
            gradient_norm: None,
        });
        let run = FinishedRun {
            experiment: &self.experiment,
            prices: &self.prices,
            dataset: &self.dataset,
            device: &device,
            epochs: &epochs,
            model: &self.model,
            evaluation: &self.evaluation,
            opened: self.origin.as_ref(),
            rate_changes: &self.rate_changes,
        };
        report(run).to_json()
    }

    fn csv(&self) -> String {
        table::predictions_csv(&self.prices, &self.dataset, &self.evaluation)
    }

    /// A model file's header: the metadata and the places of the tensors.
    fn model_header(&self) -> String {
        let file = safetensors::write(&self.experiment, &self.prices, &self.dataset, &self.model)
            .expect("its parameters");
        let (length, rest) = file.split_first_chunk().expect("a length");
        let header = &rest[..u64::from_le_bytes(*length) as usize];
        String::from_utf8(header.to_vec()).expect("JSON is text")
    }
}

/// A text with each number that has a point at ten significant digits.
fn rounded(text: &str) -> String {
    let in_number = |letter: char| letter.is_ascii_digit() || ".-e".contains(letter);
    let ends = |text: &str| text.find(|letter| !in_number(letter)).unwrap_or(text.len());
    let mut rounded = String::new();
    let mut rest = text;
    while let Some(start) = rest.find(in_number) {
        let end = start + ends(&rest[start..]);
        rounded.push_str(&rest[..start]);
        let word = &rest[start..end];
        match word.parse::<f64>() {
            Ok(number) if word.contains('.') => rounded.push_str(&format!("{number:.9e}")),
            _ => rounded.push_str(word),
        }
        rest = &rest[end..];
    }
    rounded + rest
}

#[track_caller]
fn same(written: impl Fn() -> String, kept: &str) {
    assert_eq!(rounded(&written()), rounded(kept));
    assert_eq!(in_language(Language::German, &written), written());
}

#[test]
fn a_notebook_runs_files_are_what_they_were() {
    let run = Run::notebook();
    same(|| run.report(), include_str!("pinned/notebook.json"));
    same(|| run.csv(), include_str!("pinned/notebook.csv"));
    same(
        || run.model_header(),
        include_str!("pinned/notebook.header"),
    );
}

#[test]
fn an_honest_runs_files_are_what_they_were() {
    let run = Run::honest();
    same(|| run.report(), include_str!("pinned/honest.json"));
    same(|| run.csv(), include_str!("pinned/honest.csv"));
    same(|| run.model_header(), include_str!("pinned/honest.header"));
}

#[test]
fn a_report_of_earlier_versions_is_read_and_claims_no_answer_that_it_does_not_have() {
    let report: Report =
        serde_json::from_str(include_str!("pinned/earlier.json")).expect("a report");
    let verdict = &report.verdict;
    assert_eq!((verdict.knows_something, verdict.one_sided), (None, None));
    assert_eq!((&verdict.squared_error, &report.directions), (&None, &None));
    // The only method there was.
    assert_eq!(report.interval.method, IntervalMethod::Split);
    let usual = IntervalChoice::default();
    let split = IntervalChoice {
        method: IntervalMethod::Split,
        ..usual
    };
    for (step, point) in report.horizons.iter().zip(&report.forecast.path) {
        assert!(step.interval_at(split).is_some() && point.interval_at(split).is_some());
        assert_eq!((step.interval_at(usual), step.p_adjusted), (None, None));
    }
    assert!(report.bands.is_empty() && !report.horizons.is_empty());
}
