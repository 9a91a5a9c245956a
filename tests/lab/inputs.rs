//! More to read than prices: asked for by a link or in the form, and refused where the prices lack it.

use crate::small::{
    paste, price_table, said, said_of_training, small_page, small_settings, train, trainings,
};
use crate::visit::Visit;
use hindcast::forecast::Settings;
use hindcast::forecast::dataset::DatasetError;
use hindcast::forecast::inputs::Lack;
use hindcast::forecast::settings::{Input, Inputs};
use hindcast::lab::intention::{PriceText, SeveralChoice};
use hindcast::lab::training::TrainingMessage;
use hindcast::lab::{Intention, Phase};
use hindcast::market::world::{WorldKind, generate};

fn with_volume() -> Settings {
    Settings {
        inputs: Inputs::default().with(Input::Volume, true),
        ..small_settings()
    }
}

/// 400 days of prices with their volumes.
fn table_with_volumes() -> String {
    let prices = generate(WorldKind::Volume, 1, 400);
    let rows = prices.series.rows().iter().map(|row| {
        let volume = row.volume.expect("a world with volumes");
        format!("{},{},{volume}\n", row.date, row.price)
    });
    format!("date,close,volume\n{}", rows.collect::<String>())
}

#[test]
fn prices_without_volumes_are_refused_to_a_network_that_reads_them() {
    let mut visit = small_page();
    visit.want(Intention::ChangeSettings(with_volume()));
    visit.want(Intention::Train);
    let refused = DatasetError::NoInput {
        input: Input::Volume,
        lack: Lack::Rows { known: 0, of: 400 },
    };
    assert_eq!(
        said_of_training(&visit),
        &TrainingMessage::NoDataset(refused)
    );
    assert_eq!(trainings(&visit), 0);

    // Other prices have them: the same settings are trained.
    let table = table_with_volumes();
    visit.want(Intention::OpenPrices(PriceText::Pasted(table)));
    visit.want(Intention::Train);
    let (_, job) = visit.job();
    assert_eq!(job.network.features, 2);
    assert_eq!(job.inputs.len(), 2 * (job.targets.len() + job.window));
    visit.finish();
    assert_eq!(visit.lab.run.phase, Phase::Done);
    assert_eq!(said(&visit), None);

    // And those without still are not.
    paste(&mut visit, 2);
    visit.want(Intention::Train);
    assert!(matches!(
        said_of_training(&visit),
        TrainingMessage::NoDataset(DatasetError::NoInput { .. })
    ));
}

#[test]
fn of_several_histories_one_that_lacks_an_input_says_so_and_the_others_go_on() {
    let mut visit = small_page();
    visit.want(Intention::ChangeSettings(with_volume()));
    let files = [
        visit.file("prices.csv", price_table(5).as_str()),
        visit.file("volumes.csv", table_with_volumes().as_str()),
    ];
    visit.want(Intention::DropFiles(files.into()));
    visit.want(Intention::RunSeveral(SeveralChoice::Files));
    for _ in 0..3 {
        visit.pass(0.0);
    }
    assert_eq!(trainings(&visit), 1);
    visit.finish();
    let study = visit.lab.studies.several().expect("several histories");
    let report = study.several_report().expect("a history is scored");
    let why = report.series.iter().map(|it| it.no_score.as_deref());
    assert_eq!(why.collect::<Vec<_>>(), [Some("lacks-an-input"), None]);
}

#[test]
fn a_link_carries_its_inputs_and_one_without_them_reads_prices_alone() {
    let mut visit = Visit::open("source=world:volume&inputs=return,volume,weekday&window=5");
    visit.want(Intention::Train);
    assert_eq!(visit.job().1.network.features, 4);
    let mut visit = Visit::open("source=world:volume&window=5");
    visit.want(Intention::Train);
    let (_, job) = visit.job();
    assert_eq!(job.network.features, 1);
}

#[test]
fn a_run_that_reads_more_is_another_entry_than_one_that_does_not() {
    let mut visit = small_page();
    visit.want(Intention::OpenPrices(PriceText::Pasted(
        table_with_volumes(),
    )));
    train(&mut visit);
    visit.want(Intention::ChangeSettings(with_volume()));
    train(&mut visit);
    // Newest first.
    let runs = visit.lab.session.runs();
    let reads_volume = runs
        .iter()
        .map(|run| run.experiment.settings.inputs.has(Input::Volume));
    assert_eq!(reads_volume.collect::<Vec<_>>(), [true, false]);
    let addresses: Vec<String> = runs
        .iter()
        .map(|run| run.experiment.to_fragment())
        .collect();
    assert!(
        addresses[0].ends_with("inputs=return,volume"),
        "{addresses:?}"
    );
    assert!(!addresses[1].contains("inputs"), "{addresses:?}");
}
