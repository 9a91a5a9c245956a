//! A small page: 400 days of prices from the clipboard, and a network that is through them at once.

use crate::visit::{Visit, model};
use hindcast::checkpoint::{Checkpoint, Header};
use hindcast::experiment::Experiment;
use hindcast::forecast::Settings;
use hindcast::lab::command::Command;
use hindcast::lab::event::TrainerSaid;
use hindcast::lab::intention::PriceText;
use hindcast::lab::pool::TrainerId;
use hindcast::lab::training::TrainingMessage;
use hindcast::lab::{Event, Intention, Lease, Message, NoticeKind, Phase};
use hindcast::market::world::{WorldKind, generate};
use hindcast::protocol::ToTrainer;
use hindcast::study::{Member, Study, Subject};

pub const EPOCHS: usize = 3;

/// The address of a world with such a network.
pub const SMALL_WORLD: &str = "source=world:random-walk&window=5&hidden=4&layers=1&epochs=3";

/// A page whose prices are on the screen, with settings of the small network.
pub fn small_page() -> Visit {
    small_page_of(Visit::open(""))
}

/// The same on a machine with so many cores.
pub fn small_page_with_cores(cores: usize) -> Visit {
    small_page_of(Visit::open_with_cores(cores, ""))
}

fn small_page_of(mut visit: Visit) -> Visit {
    paste(&mut visit, 1);
    visit.want(Intention::ChangeSettings(small_settings()));
    assert_eq!(visit.lab.run.phase, Phase::Ready);
    visit.orders.clear();
    visit.ordered.clear();
    visit
}

pub fn small_settings() -> Settings {
    Settings {
        window: 5,
        hidden: 4,
        layers: 1,
        epochs: EPOCHS,
        ..Settings::default()
    }
}

/// Pastes 400 days of prices; each `seed` gives others.
pub fn paste(visit: &mut Visit, seed: u64) {
    visit.want(Intention::OpenPrices(PriceText::Pasted(price_table(seed))));
}

pub fn price_table(seed: u64) -> String {
    let prices = generate(WorldKind::RandomWalk, seed, 400);
    let rows = prices.series.rows().iter();
    let rows = rows.map(|row| format!("{},{}\n", row.date, row.price));
    format!("date,close\n{}", rows.collect::<String>())
}

/// Keeps the last days sealed.
pub fn sealed_page() -> Visit {
    let mut visit = small_page();
    visit.want(Intention::SealLastDays(true));
    visit
}

/// Presses Train, and trains to the end.
pub fn train(visit: &mut Visit) -> u32 {
    visit.want(Intention::Train);
    let (run, _) = visit.job();
    visit.finish();
    run
}

/// Presses Train and then Stop, which the trainer follows after the first epoch.
pub fn train_and_stop(visit: &mut Visit) -> u32 {
    visit.want(Intention::Train);
    let run = visit.begin();
    visit.epoch(1);
    visit.want(Intention::Stop);
    visit.stop_after(1);
    assert_eq!(visit.lab.lease, Lease::Stopped { run });
    run
}

/// What is said, and how.
pub fn said(visit: &Visit) -> Option<(NoticeKind, &Message)> {
    let notice = visit.lab.run.notice.as_ref();
    notice.map(|notice| (notice.kind, &notice.message))
}

/// What is said of training; there is something.
pub fn said_of_training(visit: &Visit) -> &TrainingMessage {
    match said(visit) {
        Some((_, Message::Training(message))) => message,
        other => panic!("nothing is said of training: {other:?}"),
    }
}

/// Orders that begin a training.
pub fn trainings(visit: &Visit) -> usize {
    let is_training = |order: &&ToTrainer| matches!(order, ToTrainer::Train { .. });
    visit.orders.iter().filter(is_training).count()
}

pub fn stops(visit: &Visit) -> Vec<u32> {
    let stop = |order: &ToTrainer| match order {
        ToTrainer::Stop { run } => Some(*run),
        _ => None,
    };
    visit.orders.iter().filter_map(stop).collect()
}

pub fn was_replaced(visit: &Visit) -> bool {
    let is_it = |command: &Command| matches!(command, Command::ReplaceTrainer(_));
    visit.ordered.iter().any(is_it)
}

/// The runs of the list: number, epochs and steps trained.
pub fn runs(visit: &Visit) -> Vec<(u32, usize, usize)> {
    let runs = visit.lab.session.runs().into_iter();
    let mut runs: Vec<_> = runs
        .map(|run| (run.number, run.epochs, run.steps))
        .collect();
    runs.sort_unstable();
    runs
}

/// How often the test block of the shown prices was looked at.
pub fn looks(visit: &Visit) -> usize {
    let prices = visit.lab.run.prices.as_ref().expect("prices");
    visit.lab.session.looks(prices).looks
}

pub fn shown(visit: &Visit) -> &Experiment {
    &visit.lab.run.experiment
}

/// The study of several histories.
pub fn several(visit: &Visit) -> &Study {
    visit.lab.studies.several().expect("several histories")
}

/// Its histories.
pub fn members(visit: &Visit) -> &[Member] {
    match &several(visit).subject {
        Subject::Several { members, .. } => members,
        other => panic!("{other:?}"),
    }
}

/// The state of the training under way.
pub fn state(visit: &Visit) -> Vec<u8> {
    let (_, job) = visit.job();
    let parameters = model(&job, 1).parameters;
    let epochs = visit.lab.run.epochs.clone();
    Checkpoint {
        header: Header::new(1, parameters.len(), None, epochs),
        moment_1: parameters.clone(),
        moment_2: parameters.clone(),
        best_parameters: Vec::new(),
        parameters,
    }
    .to_bytes()
}

/// The trainer finishes an epoch, and hands its state over.
pub fn epoch_with_state(visit: &mut Visit, epoch: usize) -> Vec<u8> {
    let (run, _) = visit.job();
    visit.epoch(epoch);
    let state = state(visit);
    visit.happen(Event::Trainer(
        TrainerId::OWN,
        TrainerSaid::State {
            run,
            state: state.clone(),
        },
    ));
    state
}
