//! Networks from files: opened, matched with their prices, judged without training.

use crate::small::{
    EPOCHS, looks, paste, price_table, runs, said, said_of_training, shown, small_page,
    small_settings, train, trainings,
};
use crate::visit::{Visit, model};
use hindcast::lab::command::Command;
use hindcast::lab::intention::{Keepsake, PriceText};
use hindcast::lab::training::TrainingMessage;
use hindcast::lab::{Intention, Lease, NoticeKind, Phase};
use hindcast::market::Source;
use hindcast::model_file::opened::{LARGEST_FILE_BYTES, ModelOrigin, NotItsPrices};
use hindcast::protocol::FromTrainer;

/// The file of a network that was trained on the small page's prices.
fn model_file() -> Vec<u8> {
    let mut visit = small_page();
    train(&mut visit);
    visit.want(Intention::TakeHome(Keepsake::Model));
    visit.downloads.pop().expect("a file").bytes
}

fn open(visit: &mut Visit, bytes: Vec<u8>) {
    let file = visit.file("mine.safetensors", bytes);
    visit.want(Intention::OpenModel(file));
}

/// The trainer has the network forecast.
fn judge(visit: &mut Visit) {
    let (run, job) = visit.job();
    visit.begin();
    visit.say(FromTrainer::Finished {
        run,
        model: model(&job, 0),
    });
}

fn reads(visit: &Visit) -> usize {
    let is_read = |command: &&Command| matches!(command, Command::ReadFile(_));
    visit.ordered.iter().filter(is_read).count()
}

#[test]
fn a_network_from_a_file_is_judged_untrained_and_marked() {
    let mut visit = small_page();
    open(&mut visit, model_file());
    let (run, job) = visit.job();
    assert_eq!((job.epochs, visit.lab.lease), (0, Lease::Run { run }));
    assert_eq!(visit.lab.run.phase, Phase::Training);
    assert_eq!(visit.lab.waiting_model, None);
    judge(&mut visit);
    assert_eq!(visit.lab.run.phase, Phase::Done);
    let opened = visit.lab.run.opened.as_ref().expect("a mark");
    assert_eq!(opened.origin, ModelOrigin::file("mine.safetensors"));
    // The trainer has trained nothing and cannot know; the file does.
    let shown = visit.lab.run.model.as_ref().expect("a network");
    assert_eq!(shown.best_epoch, EPOCHS);
    assert_eq!(runs(&visit), [(1, 0, 0)]);
    assert!(visit.lab.session.run(1).expect("a run").from_file);
    assert_eq!(looks(&visit), 1);
    // A training that follows is the page's own.
    train(&mut visit);
    assert_eq!(visit.lab.run.opened, None);
}

#[test]
fn a_network_chosen_as_a_price_file_is_opened_too() {
    let mut visit = small_page();
    let file = visit.file("mine.safetensors", model_file());
    visit.want(Intention::OpenPrices(PriceText::File(file)));
    judge(&mut visit);
    assert!(visit.lab.run.opened.is_some());
}

#[test]
fn the_network_of_a_run_in_the_list_is_shown_again_and_not_listed_twice() {
    let mut visit = small_page();
    train(&mut visit);
    train(&mut visit);
    assert_eq!((runs(&visit).len(), looks(&visit)), (2, 2));
    visit.want(Intention::ShowRun(1));
    judge(&mut visit);
    let opened = visit.lab.run.opened.as_ref().expect("a mark");
    assert_eq!(opened.origin, ModelOrigin::Kept { run: 1 });
    assert_eq!((runs(&visit).len(), looks(&visit)), (2, 2));
}

#[test]
fn while_something_trains_no_network_is_opened() {
    let bytes = model_file();
    let mut visit = small_page();
    visit.want(Intention::Train);
    open(&mut visit, bytes.clone());
    assert_eq!(reads(&visit), 0);
    let busy = TrainingMessage::ModelWhileTraining.into();
    assert_eq!(said(&visit), Some((NoticeKind::Info, &busy)));

    // … nor one whose file was still being read when the training began.
    let mut visit = small_page();
    visit.held.files = true;
    open(&mut visit, bytes);
    visit.want(Intention::Train);
    visit.settle();
    assert_eq!(said(&visit), Some((NoticeKind::Info, &busy)));
    assert_eq!(trainings(&visit), 1);
    visit.finish();
    assert_eq!(visit.lab.run.opened, None);
}

#[test]
fn a_file_that_is_no_good_is_refused_and_nothing_is_lost() {
    let mut visit = small_page();
    train(&mut visit);
    let mut file = visit.file("large.safetensors", vec![0]);
    file.size = LARGEST_FILE_BYTES as u64 + 1;
    visit.want(Intention::OpenModel(file));
    assert_eq!(*said_of_training(&visit), TrainingMessage::ModelTooLarge);
    assert_eq!(reads(&visit), 0, "it would fill the memory");

    let file = visit.unreadable_file("moved.safetensors");
    visit.want(Intention::OpenModel(file));
    assert_eq!(
        *said_of_training(&visit),
        TrainingMessage::ModelFileNotReadable
    );
    let whole = model_file();
    for damaged in [b"no model".to_vec(), whole[..whole.len() - 1].to_vec()] {
        open(&mut visit, damaged);
        assert!(matches!(
            said_of_training(&visit),
            TrainingMessage::ModelRefused(_)
        ));
    }
    assert_eq!(visit.lab.run.phase, Phase::Done);
    assert_eq!((trainings(&visit), visit.lab.lease), (1, Lease::Free));
    assert!(visit.lab.run.evaluation.is_some());
}

#[test]
fn of_two_files_chosen_in_a_row_the_second_counts() {
    let mut visit = small_page();
    visit.held.files = true;
    open(&mut visit, b"no model".to_vec());
    open(&mut visit, model_file());
    visit.settle();
    assert_eq!((said(&visit), trainings(&visit)), (None, 1));
}

#[test]
fn a_network_waits_for_its_prices_and_says_which() {
    let mut visit = Visit::open("");
    open(&mut visit, model_file());
    assert!(visit.lab.waiting_model.is_some());
    assert!(matches!(
        said_of_training(&visit),
        TrainingMessage::ModelWaits(_)
    ));
    assert_eq!(trainings(&visit), 0);
    paste(&mut visit, 1);
    assert_eq!(
        (trainings(&visit), visit.lab.waiting_model.clone()),
        (1, None)
    );
    judge(&mut visit);
    assert!(visit.lab.run.opened.is_some());
    assert_eq!(visit.lab.run.experiment.settings.window, 5);
}

#[test]
fn other_prices_of_the_same_name_are_refused_and_the_network_waits_on() {
    let mut visit = Visit::open("");
    open(&mut visit, model_file());
    // They begin a day later: its test block would lie elsewhere.
    let mut later: Vec<String> = price_table(1).lines().map(str::to_owned).collect();
    later.remove(1);
    visit.want(Intention::OpenPrices(PriceText::Pasted(later.join("\n"))));
    assert!(matches!(
        said_of_training(&visit),
        TrainingMessage::NotItsPrices(NotItsPrices::Others(_))
    ));
    assert!(visit.lab.waiting_model.is_some());
    paste(&mut visit, 1);
    assert_eq!(trainings(&visit), 1);
}

#[test]
fn prices_that_have_gone_on_are_told_of() {
    let mut visit = Visit::open("");
    open(&mut visit, model_file());
    let longer = format!("{}2031-01-06,100\n", price_table(1));
    visit.want(Intention::OpenPrices(PriceText::Pasted(longer)));
    assert_eq!(trainings(&visit), 1);
    let (kind, _) = said(&visit).expect("a note");
    assert_eq!(kind, NoticeKind::Warning);
    assert!(matches!(
        said_of_training(&visit),
        TrainingMessage::ModelShown(_)
    ));
}

#[test]
fn a_waiting_network_is_left_or_forgotten_by_a_training() {
    let mut visit = Visit::open("");
    open(&mut visit, model_file());
    visit.want(Intention::LeaveModel);
    assert_eq!(
        (visit.lab.waiting_model.clone(), said(&visit)),
        (None, None)
    );
    assert_eq!(visit.lab.pending, None);

    open(&mut visit, model_file());
    visit.want(Intention::Train);
    assert_eq!(visit.lab.waiting_model, None);
}

#[test]
fn a_network_of_fetched_prices_waits_for_them_and_asks_for_nothing_itself() {
    let mut first = Visit::open("");
    first.load_and_serve("MSFT");
    first.want(Intention::ChangeSettings(small_settings()));
    train(&mut first);
    first.want(Intention::TakeHome(Keepsake::Model));
    let bytes = first.downloads.pop().expect("a file").bytes;

    let mut visit = Visit::open("");
    open(&mut visit, bytes);
    assert!(visit.requests.is_empty(), "there is no key");
    assert!(matches!(
        said_of_training(&visit),
        TrainingMessage::ModelWaits(_)
    ));
    // Until then the page is of the prices that it shows.
    assert!(matches!(shown(&visit).source, Source::World(_)));
    visit.load_and_serve("MSFT");
    assert_eq!(trainings(&visit), 1);
    judge(&mut visit);
    assert!(visit.lab.run.opened.is_some());
}
