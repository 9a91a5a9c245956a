//! A second series beside the first: kept, read by a network, found for a link, and missed where it is not there.

use crate::records::{reload, said_of_records};
use crate::small::{
    epoch_with_state, paste, price_table, said, said_of_training, shown, small_page,
    small_settings, train, trainings,
};
use crate::visit::{Storage, Visit, model};
use hindcast::forecast::Settings;
use hindcast::forecast::dataset::DatasetError;
use hindcast::forecast::inputs::Lack;
use hindcast::forecast::settings::{Input, Inputs};
use hindcast::lab::event::SmallRecords;
use hindcast::lab::intention::{Keepsake, PriceText};
use hindcast::lab::prices::PriceMessage;
use hindcast::lab::records::RecordMessage;
use hindcast::lab::training::TrainingMessage;
use hindcast::lab::{Event, Intention, Message, NoticeKind, Phase};
use hindcast::market::world::{WorldKind, generate};
use hindcast::market::{Interval, Series, Source};
use hindcast::model_file::opened::NotItsPrices;
use hindcast::protocol::FromTrainer;

/// The address of the small network on a random walk, as the page writes it.
const SMALL: &str = "window=5&hidden=4&layers=1&epochs=3";

fn reading_other() -> Settings {
    Settings {
        inputs: Inputs::default().with(Input::Other, true),
        ..small_settings()
    }
}

fn bring(visit: &mut Visit, name: &str, table: String) {
    let file = visit.file(name, table.as_str());
    visit.want(Intention::OpenPrices(PriceText::File(file)));
}

/// 400 days of prices from a file, each `seed` with others.
fn load_file(visit: &mut Visit, name: &str, seed: u64) {
    bring(visit, name, price_table(seed));
}

fn file(name: &str) -> Source {
    Source::File { name: name.into() }
}

fn beside(visit: &Visit) -> Option<&Series> {
    let prices = visit.lab.run.prices.as_ref()?;
    prices.series.other().map(|other| &**other)
}

/// A page with a second series from `others.csv`, and the first from `mine.csv`, with a network that reads both.
fn page_with_other() -> Visit {
    let mut visit = small_page();
    load_file(&mut visit, "others.csv", 2);
    visit.want(Intention::KeepAsOther);
    load_file(&mut visit, "mine.csv", 1);
    visit.want(Intention::ChangeSettings(reading_other()));
    visit
}

fn follow(visit: &mut Visit, fragment: &str) {
    visit.address = fragment.to_owned();
    visit.happen(Event::AddressChanged {
        fragment: fragment.to_owned(),
    });
}

fn lacks(visit: &Visit) -> Lack {
    match said_of_training(visit) {
        TrainingMessage::NoDataset(DatasetError::NoInput {
            input: Input::Other,
            lack,
        }) => *lack,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_series_is_kept_and_read_beside_the_next_and_let_go_of() {
    let mut visit = small_page();
    visit.want(Intention::ChangeSettings(reading_other()));
    visit.want(Intention::Train);
    assert_eq!(lacks(&visit), Lack::NoOther);

    load_file(&mut visit, "others.csv", 2);
    visit.want(Intention::KeepAsOther);
    // Prices beside themselves tell nothing.
    visit.want(Intention::Train);
    assert_eq!(lacks(&visit), Lack::OtherIsTheFirst);

    load_file(&mut visit, "mine.csv", 1);
    assert_eq!(beside(&visit).map(Series::len), Some(400));
    visit.want(Intention::Train);
    let (_, job) = visit.job();
    assert_eq!(job.network.features, 2);
    visit.finish();
    assert_eq!(visit.lab.run.phase, Phase::Done);
    let address = &visit.address;
    assert!(address.starts_with("source=file:mine.csv&"), "{address}");
    assert!(
        address.ends_with("inputs=return,other&other=file:others.csv"),
        "{address}"
    );

    visit.want(Intention::RemoveOther);
    assert_eq!((beside(&visit), &visit.lab.prices.other), (None, &None));
    // Its results rest on what is gone.
    assert_eq!(visit.lab.run.phase, Phase::Ready);
    assert!(visit.lab.run.evaluation.is_none());
    assert!(shown(&visit).settings.inputs.are_usual());
    assert!(!visit.address.contains("other"), "{}", visit.address);
}

#[test]
fn one_that_is_not_read_leaves_link_results_and_network_as_they_were() {
    let mut visit = small_page();
    let address = visit.address.clone();
    train(&mut visit);
    let (_, job) = visit.job();
    visit.want(Intention::KeepAsOther);
    assert_eq!(visit.lab.run.phase, Phase::Done);
    assert!(visit.lab.run.evaluation.is_some());
    assert_eq!(visit.address, address);
    paste(&mut visit, 2);
    paste(&mut visit, 1);
    train(&mut visit);
    assert_eq!(visit.job().1.inputs, job.inputs);
    assert_eq!(visit.address, address);
    // Two looks of one experiment.
    let prices = visit.lab.run.prices.clone().expect("prices");
    let looks = visit.lab.session.looks(&prices);
    assert_eq!((looks.looks, looks.experiments), (2, 1));
}

#[test]
fn worlds_and_their_seeds_are_kept_too() {
    let mut visit = Visit::open(SMALL);
    visit.want(Intention::KeepAsOther);
    let other = visit.lab.run.prices.as_ref().map(|it| it.series.prices());
    visit.want(Intention::ChangeSettings(Settings {
        seed: 2,
        ..reading_other()
    }));
    assert_eq!(beside(&visit).map(Series::prices), other);
    visit.want(Intention::Train);
    assert_eq!(visit.job().1.network.features, 2);
}

#[test]
fn a_second_series_with_longer_intervals_is_refused() {
    let mut visit = small_page();
    let weeks = generate(WorldKind::RandomWalk, 2, 2_000);
    let weeks = weeks.series.rows().iter().step_by(5);
    let weeks: String = weeks
        .map(|row| format!("{},{}\n", row.date, row.price))
        .collect();
    bring(&mut visit, "weeks.csv", format!("date,close\n{weeks}"));
    visit.want(Intention::KeepAsOther);
    load_file(&mut visit, "mine.csv", 1);
    visit.want(Intention::ChangeSettings(reading_other()));
    visit.want(Intention::Train);
    assert_eq!(lacks(&visit), Lack::OtherIsCoarser);
}

#[test]
fn while_something_trains_the_second_series_stays() {
    let mut visit = page_with_other();
    visit.want(Intention::Train);
    visit.begin();
    let before = visit.lab.run.prices.clone();
    visit.want(Intention::RemoveOther);
    visit.want(Intention::KeepAsOther);
    assert_eq!(visit.lab.run.prices, before);
    assert!(visit.lab.prices.other.is_some());
}

#[test]
fn prices_that_are_adjusted_stay_beside_it() {
    let mut visit = page_with_other();
    visit.want(Intention::LeaveOutOdd(true));
    visit.want(Intention::AdjustSplits(Vec::new()));
    assert!(beside(&visit).is_some());
    // The same file once more keeps what was made of it.
    train(&mut visit);
    load_file(&mut visit, "mine.csv", 1);
    assert_eq!(visit.lab.run.phase, Phase::Done);
}

#[test]
fn a_link_says_what_it_reads_and_goes_on_when_that_is_kept() {
    let link = format!("source=file:mine.csv&{SMALL}&inputs=return,other&other=file:others.csv");
    let mut visit = Visit::open(&format!("{link}&autorun=1"));
    let notice = visit.lab.run.notice.as_ref().expect("a notice");
    let wanted = PriceMessage::OtherWanted(file("others.csv"));
    assert_eq!(notice.first, Some(wanted.into()));
    let first = PriceMessage::LinkToFile {
        name: "mine.csv".into(),
    };
    assert_eq!(notice.message, first.into());

    load_file(&mut visit, "others.csv", 2);
    assert_eq!(trainings(&visit), 0);
    visit.want(Intention::KeepAsOther);
    load_file(&mut visit, "mine.csv", 1);
    assert_eq!(trainings(&visit), 1);
    assert_eq!(visit.job().1.network.features, 2);
    assert_eq!(visit.address, link);
    visit.finish();
    assert_eq!(said(&visit), None);
}

#[test]
fn a_link_finds_the_copy_of_its_second_series_and_asks_for_nothing() {
    let mut visit = Visit::open("");
    visit.load_and_serve("MSFT");
    let link = format!("{SMALL}&inputs=return,other&other=av:MSFT:daily");
    let storage = visit.storage.clone();
    let small = SmallRecords {
        api_key: visit.small.api_key.clone(),
        ..SmallRecords::default()
    };
    let later = Visit::open_on(&link, storage, small);
    assert_eq!(
        beside(&later).map(|it| it.info().symbol.as_str()),
        Some("MSFT")
    );
    assert!(later.requests.is_empty());
    assert_eq!((said(&later), later.lab.run.phase), (None, Phase::Ready));
    assert_eq!(later.address, link);

    // Without a copy it is missed, and the first is there.
    let mut later = Visit::open_on(&link, Storage::default(), SmallRecords::default());
    let msft = Source::alpha_vantage("MSFT", Interval::Daily).unwrap();
    let wanted = Message::from(PriceMessage::OtherWanted(msft));
    assert_eq!(said(&later), Some((NoticeKind::Warning, &wanted)));
    assert!(later.requests.is_empty());
    assert_eq!(later.lab.run.phase, Phase::Ready);
    assert_eq!(later.address, link);
    // Loaded and kept, it is the one.
    later.load_and_serve("MSFT");
    later.want(Intention::KeepAsOther);
    later.want(Intention::LoadWorld(WorldKind::RandomWalk));
    assert_eq!(later.address, link);
    assert!(beside(&later).is_some());
}

#[test]
fn the_public_keys_example_is_loaded_for_a_link_as_a_second_series_too() {
    let link = format!("{SMALL}&inputs=return,other&other=av:IBM:daily");
    let mut visit = Visit::open(&link);
    assert!(visit.asked_url().ends_with("apikey=demo"));
    visit.serve();
    assert_eq!(
        beside(&visit).map(|it| it.info().symbol.as_str()),
        Some("IBM")
    );
    assert_eq!((visit.lab.run.phase, &visit.address), (Phase::Ready, &link));
}

#[test]
fn a_link_with_another_second_series_does_not_read_the_one_that_is_kept() {
    let mut visit = page_with_other();
    train(&mut visit);
    let link = visit.address.replace("others.csv", "strangers.csv");
    follow(&mut visit, &link);
    assert_eq!(beside(&visit), None);
    assert_eq!(visit.lab.prices.other, None);
    visit.want(Intention::Train);
    assert_eq!(lacks(&visit), Lack::NoOther);
    assert_eq!(visit.address, link);
    // A past run has its own back.
    visit.want(Intention::RestoreRun(1));
    assert_eq!(
        beside(&visit).map(|it| &it.info().source),
        Some(&file("others.csv"))
    );
    visit.want(Intention::Train);
    assert_eq!(visit.job().1.network.features, 2);
}

#[test]
fn a_network_that_reads_one_waits_for_that_very_one() {
    let mut visit = page_with_other();
    train(&mut visit);
    visit.want(Intention::TakeHome(Keepsake::Model));
    let bytes = visit.downloads.pop().expect("a file").bytes;

    let mut later = small_page();
    load_file(&mut later, "mine.csv", 1);
    let opened = later.file("mine.safetensors", bytes);
    later.want(Intention::OpenModel(opened));
    assert!(later.lab.waiting_model.is_some());
    let refused = |is_another| {
        let wanted = file("others.csv");
        TrainingMessage::NotItsPrices(NotItsPrices::Other { wanted, is_another })
    };
    assert_eq!(*said_of_training(&later), refused(false));
    // Other prices of the same name.
    load_file(&mut later, "others.csv", 3);
    later.want(Intention::KeepAsOther);
    load_file(&mut later, "mine.csv", 1);
    assert_eq!(*said_of_training(&later), refused(true));
    load_file(&mut later, "others.csv", 2);
    later.want(Intention::KeepAsOther);
    load_file(&mut later, "mine.csv", 1);
    assert_eq!(later.lab.waiting_model, None);
    let (run, job) = later.job();
    later.begin();
    later.say(FromTrainer::Finished {
        run,
        model: model(&job, 0),
    });
    assert_eq!(later.lab.run.phase, Phase::Done);
}

#[test]
fn a_training_that_broke_off_goes_on_beside_its_own_second_series_alone() {
    let mut visit = page_with_other();
    visit.want(Intention::Train);
    visit.begin();
    epoch_with_state(&mut visit, 1);
    let mut later = reload(&visit);
    later.pass(5_000.0);
    later.want(Intention::ResumeInterrupted);
    let needs = RecordMessage::InterruptedNeedsOther(file("others.csv"));
    assert_eq!(said_of_records(&later), Some((NoticeKind::Info, &needs)));
    load_file(&mut later, "others.csv", 3);
    later.want(Intention::KeepAsOther);
    later.want(Intention::ResumeInterrupted);
    assert_eq!(said_of_records(&later), Some((NoticeKind::Info, &needs)));
    load_file(&mut later, "others.csv", 2);
    later.want(Intention::KeepAsOther);
    later.want(Intention::ResumeInterrupted);
    assert_eq!(later.lab.run.phase, Phase::Training);
    assert_eq!(later.job().1.inputs, visit.job().1.inputs);
    assert_eq!(
        beside(&later).map(|it| &it.info().source),
        Some(&file("others.csv"))
    );
}
