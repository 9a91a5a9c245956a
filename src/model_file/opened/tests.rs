use super::*;
use crate::forecast::Settings;
use crate::forecast::inputs::Lack;
use crate::forecast::settings::{Input, Inputs, Lookahead, Recipe, ScalerRows};
use crate::lstm::layout::Layout;
use crate::market::Series;
use crate::market::world::{WorldKind, generate};
use crate::model_file::safetensors::write;
use crate::protocol::TrainedModel;

const WORLD: WorldKind = WorldKind::MeanReverting;

fn experiment(settings: Settings) -> Experiment {
    Experiment {
        source: Source::World(WORLD),
        settings,
        ..Experiment::default()
    }
}

fn prices(rows: usize) -> Arc<Prices> {
    Arc::new(generate(WORLD, 3, rows))
}

/// The file of a network that was "trained" on the first 300 days.
fn file(experiment: &Experiment) -> Vec<u8> {
    file_of(experiment, &prices(300))
}

fn file_of(experiment: &Experiment, prices: &Arc<Prices>) -> Vec<u8> {
    let open = open_prices(prices, experiment.sealed);
    let dataset = Dataset::new(&open.series, &experiment.settings).unwrap();
    let network = network_config(&experiment.settings);
    let model = TrainedModel {
        predictions: Vec::new(),
        paths: Vec::new(),
        best_epoch: 4,
        total_ms: 1.0,
        steps: 1,
        ms_per_step: 1.0,
        dispatches_per_step: None,
        parameters: vec![0.25; Layout::new(&network, experiment.settings.window).len()],
    };
    write(experiment, &open, &dataset, &model).unwrap()
}

fn opened(experiment: &Experiment) -> OpenedModel {
    OpenedModel::read(ModelOrigin::file("mine.safetensors"), &file(experiment)).unwrap()
}

fn with_text(file: &[u8], from: &str, to: &str) -> Vec<u8> {
    let length = u64::from_le_bytes(file[..8].try_into().unwrap()) as usize;
    let header = std::str::from_utf8(&file[8..8 + length]).unwrap();
    let changed = header.replacen(from, to, 1);
    assert_ne!(header, changed, "{from}");
    let mut other = (changed.len() as u64).to_le_bytes().to_vec();
    other.extend_from_slice(changed.as_bytes());
    other.extend_from_slice(&file[8 + length..]);
    other
}

#[test]
fn on_its_own_prices_the_dataset_is_the_one_it_was_trained_on() {
    for settings in [
        Settings::default(),
        Settings {
            scaler: ScalerRows::All,
            horizon: 3,
            ..Settings::default()
        },
        Settings::for_recipe(Recipe::Notebook),
    ] {
        let experiment = experiment(settings);
        let model = opened(&experiment);
        assert_eq!(model.experiment, experiment);
        assert_eq!(model.opening().best_epoch, 4);
        let fitted = model.fit(&prices(300)).unwrap();
        let trained = Dataset::new(&prices(300).series, &experiment.settings).unwrap();
        assert_eq!(fitted.dataset, trained);
        assert_eq!(fitted.note, None);
    }
}

#[test]
fn a_file_that_says_to_train_at_once_does_not() {
    let text = file(&experiment(Settings::default()));
    let text = with_text(&text, "mean-reverting\"", "mean-reverting&autorun=1\"");
    let model = OpenedModel::read(ModelOrigin::file("x"), &text).unwrap();
    assert!(!model.experiment.autorun);
}

#[test]
fn what_contradicts_itself_is_refused() {
    let file = file(&experiment(Settings::default()));
    for (from, to) in [
        ("mean-reverting\"", "mean-reverting&hidden=16\""),
        ("mean-reverting\"", "mean-reverting&window=30\""),
        ("mean-reverting\"", "mean-reverting&recipe=notebook\""),
        ("mean-reverting\"", "mean-reverting&epochs=none\""),
        ("mean-reverting\"", "atlantis\""),
        ("\"best_epoch\":\"4\"", "\"best_epoch\":\"four\""),
        ("\"rows\":\"300\"", "\"rows\":\"many\""),
        ("\"prices\":\"", "\"prices\":\"z"),
        ("\"first_date\":\"", "\"first_date\":\"9"),
    ] {
        let broken = with_text(&file, from, to);
        let error = OpenedModel::read(ModelOrigin::file("x"), &broken).unwrap_err();
        assert!(
            matches!(error, ModelFileError::Damaged(_)),
            "{to}: {error:?}"
        );
    }
}

#[test]
fn other_prices_are_refused_with_those_it_needs() {
    let model = opened(&experiment(Settings::default()));
    let later = {
        let whole = prices(300);
        let series = &whole.series;
        let rows = series.rows()[10..].to_vec();
        Prices {
            series: Series::new(series.info().clone(), rows).unwrap(),
            truth: None,
        }
    };
    for others in [
        generate(WorldKind::Seasonal, 3, 300),
        generate(WORLD, 3, 299),
        later,
    ] {
        let refused = model.fit(&Arc::new(others)).unwrap_err();
        let NotItsPrices::Others(wanted) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(wanted.rows, Some(300));
    }
    // Of the very prices, the scaling is known.
    let mut other = model.clone();
    other.saved.input_scaler.mean += 1.0;
    assert_eq!(other.fit(&prices(300)), Err(NotItsPrices::Scaling));
}

#[test]
fn prices_that_went_on_are_judged_on_later_days_and_said_so() {
    for sealed in [false, true] {
        let experiment = Experiment {
            sealed,
            ..experiment(Settings::default())
        };
        let model = opened(&experiment);
        let fitted = model.fit(&prices(340)).unwrap();
        assert!(matches!(fitted.note, Some(Note::GoneOn { .. })));
        assert_eq!(fitted.dataset.target_scaler, model.saved.target_scaler);
        let trained = model.fit(&prices(300)).unwrap().dataset;
        // Row numbers count from the same first day.
        assert!(fitted.dataset.split.test.start >= trained.split.test.start);
        assert!(fitted.dataset.split.validation.start >= trained.split.validation.start);
    }
    let scattered = opened(&experiment(Settings {
        split: SplitBy::Random,
        ..Settings::default()
    }));
    assert!(scattered.fit(&prices(300)).is_ok());
    let refused = scattered.fit(&prices(340)).unwrap_err();
    assert_eq!(refused, NotItsPrices::LongerAndScattered);
}

#[test]
fn the_same_days_at_other_prices_are_used_with_a_word_about_it() {
    let model = opened(&experiment(Settings::default()));
    let mut adjusted = generate(WORLD, 3, 300);
    let rows = adjusted.series.rows().iter().map(|row| crate::market::Row {
        price: row.price * 0.5,
        ..*row
    });
    adjusted.series = Series::new(adjusted.series.info().clone(), rows.collect()).unwrap();
    let fitted = model.fit(&Arc::new(adjusted)).unwrap();
    assert_eq!(fitted.note, Some(Note::CorrectedSince));
}

/// A network that reads volumes, and prices that have some.
fn of_volumes(lookahead: Lookahead) -> (Experiment, Arc<Prices>) {
    let world = WorldKind::Volume;
    let experiment = Experiment {
        source: Source::World(world),
        ..experiment(Settings {
            inputs: Inputs::default().with(Input::Volume, true),
            lookahead,
            ..Settings::default()
        })
    };
    (experiment, Arc::new(generate(world, 3, 300)))
}

#[test]
fn a_network_that_reads_volumes_is_opened_on_the_prices_with_the_same_volumes() {
    let (experiment, volumes) = of_volumes(Lookahead::Off);
    let dataset = Dataset::new(&volumes.series, &experiment.settings).unwrap();
    let file = file_of(&experiment, &volumes);
    let read = || OpenedModel::read(ModelOrigin::file("mine.safetensors"), &file).unwrap();
    let fitted = read().fit(&volumes).unwrap();
    assert_eq!((fitted.dataset, fitted.note), (dataset, None));

    let changed = |change: fn(f64) -> Option<f64>| {
        let rows = volumes.series.rows().iter().map(|row| crate::market::Row {
            volume: row.volume.and_then(change),
            ..*row
        });
        let series = Series::new(volumes.series.info().clone(), rows.collect()).unwrap();
        let truth = None;
        read().fit(&Arc::new(Prices { series, truth })).unwrap_err()
    };
    assert_eq!(
        changed(|volume| Some(volume * volume)),
        NotItsPrices::Scaling
    );
    let lack = Lack::Rows { known: 0, of: 300 };
    let input = Input::Volume;
    assert_eq!(
        changed(|_| None),
        NotItsPrices::TooFew(DatasetError::NoInput { input, lack })
    );

    // Inputs that the settings do not have.
    for to in ["&inputs=return,gap\"", "&inputs=return\"", "\""] {
        let broken = with_text(&file, "&inputs=return,volume\"", to);
        let error = OpenedModel::read(ModelOrigin::file("x"), &broken).unwrap_err();
        assert_eq!(error, ModelFileError::Damaged(Part::ListOfSettings), "{to}");
    }
}

#[test]
fn a_network_that_reads_a_second_series_is_opened_beside_that_one_alone() {
    let other = |seed| Arc::new(generate(WorldKind::RandomWalk, seed, 320).series);
    let beside = |rows, other: Option<Arc<Series>>| {
        let Prices { series, truth } = generate(WORLD, 3, rows);
        let series = series.beside(other);
        Arc::new(Prices { series, truth })
    };
    let experiment = Experiment {
        other: Some(Source::World(WorldKind::RandomWalk)),
        ..experiment(Settings {
            inputs: Inputs::default().with(Input::Other, true),
            ..Settings::default()
        })
    };
    let trained_on = beside(300, Some(other(4)));
    let file = file_of(&experiment, &trained_on);
    let read = |file: &[u8]| OpenedModel::read(ModelOrigin::file("mine.safetensors"), file);
    let model = read(&file).unwrap();
    let dataset = Dataset::new(&trained_on.series, &experiment.settings).unwrap();
    let fitted = model.fit(&trained_on).unwrap();
    assert_eq!((fitted.dataset, fitted.note), (dataset, None));
    // Both have gone on.
    let longer = model.fit(&beside(310, Some(other(4)))).unwrap();
    assert_eq!(longer.note, Some(Note::GoneOn { rows: 10 }));
    let refused = |is_another| NotItsPrices::Other {
        wanted: Source::World(WorldKind::RandomWalk),
        is_another,
    };
    for (beside_it, is_another) in [(None, false), (Some(other(5)), true)] {
        let error = model.fit(&beside(300, beside_it)).unwrap_err();
        assert_eq!(error, refused(is_another));
    }
    for (from, to, part) in [
        ("&other=world:random-walk", "", Part::ListOfSettings),
        (
            "\"other_prices\":\"",
            "\"other_prices\":\"-",
            Part::Named("other_prices".to_owned()),
        ),
    ] {
        let error = read(&with_text(&file, from, to)).unwrap_err();
        assert_eq!(error, ModelFileError::Damaged(part), "{from}");
    }
}

#[test]
fn a_network_that_looks_ahead_is_opened_with_the_numbers_of_the_same_days() {
    let (experiment, volumes) = of_volumes(Lookahead::Day);
    let dataset = Dataset::new(&volumes.series, &experiment.settings).unwrap();
    let file = file_of(&experiment, &volumes);
    let opened = OpenedModel::read(ModelOrigin::file("mine.safetensors"), &file).unwrap();
    let fitted = opened.fit(&volumes).unwrap();
    assert_eq!((fitted.dataset, fitted.note), (dataset, None));
    for (from, to, part) in [
        ("&lookahead=day", "", Part::ListOfSettings),
        (",\"lookahead\":\"day\"", "", Part::ListOfSettings),
        (
            "\"lookahead\":\"day\"",
            "\"lookahead\":\"week\"",
            Part::Named("lookahead".to_owned()),
        ),
    ] {
        let broken = with_text(&file, from, to);
        let error = OpenedModel::read(ModelOrigin::file("x"), &broken).unwrap_err();
        assert_eq!(error, ModelFileError::Damaged(part), "{from} {to}");
    }
}

#[test]
fn a_long_name_is_cut() {
    let ModelOrigin::File { name } = ModelOrigin::file(&"n".repeat(10_000)) else {
        panic!("a file");
    };
    assert_eq!(name.chars().count(), 80);
}
