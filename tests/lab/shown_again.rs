//! The results of a run of the list, shown once more by its kept network.

use crate::records::{keys, reload, said_of_records};
use crate::small::{paste, runs, small_page, train, trainings};
use crate::visit::{Storage, model};
use hindcast::lab::command::{Record, Store};
use hindcast::lab::records::RecordMessage;
use hindcast::lab::{Intention, Lease, NoticeKind, Phase};
use hindcast::model_file::opened::ModelOrigin;
use hindcast::protocol::FromTrainer;

#[test]
fn a_kept_run_is_shown_again_by_its_network() {
    let mut visit = small_page();
    train(&mut visit);
    paste(&mut visit, 2);
    let mut later = reload(&visit);
    later.want(Intention::ShowRun(1));
    // Its very prices are on the screen, and nothing is trained.
    let run = later.lab.session.run(1).expect("a run").clone();
    assert_eq!(later.lab.run.prices.as_ref(), Some(&run.prices));
    let (id, job) = later.job();
    assert_eq!(job.epochs, 0);
    assert_eq!(later.lab.lease, Lease::Run { run: id });
    later.begin();
    later.say(FromTrainer::Finished {
        run: id,
        model: model(&job, 0),
    });
    assert_eq!(later.lab.run.phase, Phase::Done);
    let origin = later.lab.run.opened.as_ref().map(|opened| &opened.origin);
    assert_eq!(origin, Some(&ModelOrigin::Kept { run: 1 }));
    // It is in the list already, and on the device.
    assert_eq!(runs(&later).len(), 1);
    assert_eq!(keys(&later, Store::Runs).len(), 1);
}

#[test]
fn a_kept_run_of_the_prices_on_the_screen_needs_no_others() {
    let mut visit = small_page();
    train(&mut visit);
    let prices = visit.lab.run.prices.clone();
    visit.want(Intention::ShowRun(1));
    assert_eq!(visit.lab.run.prices, prices);
    assert_eq!(trainings(&visit), 2);
    assert!(visit.lab.waiting_model.is_none());
}

#[test]
fn a_network_that_cannot_be_read_is_told_of() {
    let mut visit = small_page();
    train(&mut visit);
    let expected = Some((NoticeKind::Error, &RecordMessage::NetworkNotReadable));
    let kept = visit.storage.0.as_mut().expect("a storage");
    for (store, _, record) in kept.iter_mut() {
        if *store == Store::Models {
            *record = Record::Bytes(vec![1, 2, 3]);
        }
    }
    visit.want(Intention::ShowRun(1));
    assert_eq!(said_of_records(&visit), expected);
    // Gone altogether.
    visit.storage = Storage::default();
    visit.want(Intention::DismissNotice);
    visit.want(Intention::ShowRun(1));
    assert_eq!(said_of_records(&visit), expected);
    assert_eq!(visit.lab.run.phase, Phase::Done);
    assert_eq!(trainings(&visit), 1);
}

#[test]
fn a_run_shown_while_another_training_began_leaves_it_alone() {
    let mut visit = small_page();
    train(&mut visit);
    paste(&mut visit, 2);
    visit.held.storage = true;
    visit.want(Intention::ShowRun(1));
    visit.want(Intention::Train);
    let prices = visit.lab.run.prices.clone();
    visit.settle();
    assert_eq!(visit.lab.run.phase, Phase::Training);
    assert_eq!(visit.lab.run.prices, prices);
    assert_eq!(trainings(&visit), 2);
}
