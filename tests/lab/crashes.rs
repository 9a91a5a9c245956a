//! A trainer that hangs, crashes, gives up, or is of another version than the page.

use crate::small::{
    EPOCHS, epoch_with_state, runs, said, said_of_training, small_page, state, train,
    train_and_stop, was_replaced,
};
use crate::visit::{Visit, cpu, model};
use hindcast::lab::event::{Crash, TrainerSaid};
use hindcast::lab::pool::TrainerId;
use hindcast::lab::training::TrainingMessage;
use hindcast::lab::training::message::Loss;
use hindcast::lab::{Event, Intention, Lease, Message, NoticeKind, Phase};
use hindcast::protocol::{
    DeviceReason, DeviceReport, FromTrainer, PROTOCOL_VERSION, TrainingError,
};

fn crash(visit: &mut Visit, crash: Crash) {
    visit.happen(Event::Trainer(TrainerId::OWN, TrainerSaid::Crashed(crash)));
}

fn lost(crash: Crash, loss: Loss) -> TrainingMessage {
    TrainingMessage::TrainerLost { crash, loss }
}

#[test]
fn a_trainer_that_does_not_stop_is_replaced_after_fifteen_seconds() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    visit.begin();
    visit.epoch(1);
    visit.want(Intention::Stop);
    visit.pass(14_999.0);
    assert!(!was_replaced(&visit));
    visit.pass(1.0);
    assert!(was_replaced(&visit));
    assert_eq!(visit.lab.run.phase, Phase::Failed);
    assert_eq!(visit.lab.lease, Lease::Free);
    let loss = Loss::Training {
        epochs_done: 1,
        epochs_planned: EPOCHS,
        results_stay: false,
    };
    assert_eq!(
        said(&visit),
        Some((NoticeKind::Error, &lost(Crash::DidNotStop, loss).into()))
    );
    train(&mut visit);
    assert_eq!(visit.lab.run.phase, Phase::Done);
}

/// The first stop's patience once ended the second: it asked only whether the run was being stopped.
#[test]
fn each_stop_has_fifteen_seconds_of_its_own() {
    let mut visit = small_page();
    train_and_stop(&mut visit);
    visit.pass(14_000.0);
    visit.want(Intention::Resume);
    visit.epoch(2);
    visit.want(Intention::Stop);
    visit.pass(10_000.0);
    assert!(!was_replaced(&visit));
    visit.pass(5_000.0);
    assert!(was_replaced(&visit));
}

#[test]
fn a_trainer_that_stops_is_not_replaced() {
    let mut visit = small_page();
    train_and_stop(&mut visit);
    visit.pass(60_000.0);
    assert!(!was_replaced(&visit));
    assert!(visit.lab.can_resume());
}

#[test]
fn a_crash_says_what_is_lost_and_the_next_training_works() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    let run = visit.begin();
    visit.epoch(1);
    visit.epoch(2);
    crash(&mut visit, Crash::OutOfMemory);
    assert_eq!(visit.lab.run.phase, Phase::Failed);
    let loss = Loss::Training {
        epochs_done: 2,
        epochs_planned: EPOCHS,
        results_stay: false,
    };
    assert_eq!(
        said(&visit),
        Some((NoticeKind::Error, &lost(Crash::OutOfMemory, loss).into()))
    );
    assert!(visit.lab.run.prices.is_some() && visit.lab.can_train());
    assert!(!visit.lab.can_resume());
    assert_ne!(train(&mut visit), run);
    assert_eq!(said(&visit), None, "what was said of the lost one is stale");
    assert_eq!(visit.lab.run.phase, Phase::Done);
}

#[test]
fn a_crash_after_resuming_keeps_the_results_of_the_stop() {
    let mut visit = small_page();
    train_and_stop(&mut visit);
    visit.want(Intention::Resume);
    crash(&mut visit, Crash::Died);
    let loss = Loss::Training {
        epochs_done: 1,
        epochs_planned: EPOCHS,
        results_stay: true,
    };
    assert_eq!(*said_of_training(&visit), lost(Crash::Died, loss));
    assert!(visit.lab.run.evaluation.is_some());
}

#[test]
fn a_crash_at_rest_ends_the_chance_to_resume_and_nothing_else() {
    let mut visit = small_page();
    crash(&mut visit, Crash::DidNotLoad);
    let nothing = lost(Crash::DidNotLoad, Loss::Nothing);
    assert_eq!(said(&visit), Some((NoticeKind::Warning, &nothing.into())));
    train_and_stop(&mut visit);
    crash(&mut visit, Crash::Died);
    let stopped = lost(Crash::Died, Loss::StoppedRun);
    assert_eq!(said(&visit), Some((NoticeKind::Warning, &stopped.into())));
    assert_eq!(visit.lab.run.phase, Phase::Stopped);
    assert!(visit.lab.run.evaluation.is_some() && !visit.lab.can_resume());
    visit.want(Intention::Resume);
    assert_eq!(visit.lab.run.phase, Phase::Stopped);
    assert!(visit.lab.can_train());
}

#[test]
fn a_crash_while_the_network_is_judged_loses_nothing_but_the_way_on() {
    let mut visit = small_page();
    visit.held.work = true;
    visit.want(Intention::Train);
    visit.begin();
    visit.epoch(1);
    visit.want(Intention::Stop);
    visit.stop_after(1);
    crash(&mut visit, Crash::Died);
    assert_eq!(
        *said_of_training(&visit),
        lost(Crash::Died, Loss::StoppedRun)
    );
    visit.settle();
    assert_eq!(visit.lab.run.phase, Phase::Stopped);
    assert_eq!(runs(&visit), [(1, 1, 0)]);
    assert!(!visit.lab.can_resume());

    // Of a finished one nothing is lost at all.
    visit.held.work = true;
    train(&mut visit);
    crash(&mut visit, Crash::Died);
    assert_eq!(*said_of_training(&visit), lost(Crash::Died, Loss::Nothing));
    visit.settle();
    assert_eq!(visit.lab.run.phase, Phase::Done);
}

#[test]
fn a_training_whose_trainer_is_lost_goes_on_by_itself_from_what_was_kept() {
    for cause in [Crash::Died, Crash::Vanished] {
        let mut visit = small_page();
        visit.want(Intention::Train);
        let lost = visit.begin();
        let state = epoch_with_state(&mut visit, 1);
        crash(&mut visit, cause);
        assert_eq!(visit.lab.run.phase, Phase::Training);
        assert_eq!(visit.lab.run.epochs_done(), 1);
        assert_eq!(visit.sent_state, Some(state));
        let (run, job) = visit.job();
        assert_ne!(run, lost);
        assert_eq!(visit.lab.lease, Lease::Run { run });
        let goes_on = TrainingMessage::GoesOn {
            crash: cause,
            epoch: 1,
        };
        assert_eq!(said(&visit), Some((NoticeKind::Warning, &goes_on.into())));
        visit.say(FromTrainer::Finished {
            run,
            model: model(&job, EPOCHS),
        });
        assert_eq!(visit.lab.run.phase, Phase::Done);
        assert_eq!(visit.lab.records.interrupted, None);
    }
}

/// Else a training that its trainer dies of would go on for ever.
#[test]
fn one_that_is_lost_again_before_it_came_further_is_offered() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    visit.begin();
    epoch_with_state(&mut visit, 1);
    crash(&mut visit, Crash::Died);
    visit.begin();
    crash(&mut visit, Crash::Died);
    assert_eq!(visit.lab.run.phase, Phase::Failed);
    let offer = visit.lab.records.interrupted.clone();
    assert_eq!(offer.map(|offer| offer.epoch), Some(1));
    visit.want(Intention::ResumeInterrupted);
    visit.begin();
    epoch_with_state(&mut visit, 2);
    crash(&mut visit, Crash::Died);
    assert_eq!(visit.lab.run.phase, Phase::Training, "it had come further");
    assert_eq!(visit.lab.run.epochs_done(), 2);
}

#[test]
fn a_silent_trainer_is_told_of_until_it_speaks_again() {
    let mut visit = small_page();
    let silent = || Event::Trainer(TrainerId::OWN, TrainerSaid::Silent);
    visit.happen(silent());
    assert_eq!(said(&visit), None, "nothing is awaited of it");
    visit.want(Intention::Train);
    visit.begin();
    visit.happen(silent());
    let message = TrainingMessage::Silent.into();
    assert_eq!(said(&visit), Some((NoticeKind::Warning, &message)));
    assert!(visit.lab.run.can_stop());
    visit.epoch(1);
    assert_eq!(said(&visit), None);
    visit.finish();
    assert_eq!(visit.lab.run.phase, Phase::Done);
}

#[test]
fn a_training_too_large_for_the_memory_is_offered() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    let run = visit.begin();
    let state = epoch_with_state(&mut visit, 1);
    crash(&mut visit, Crash::OutOfMemory);
    assert_eq!(
        *said_of_training(&visit),
        lost(Crash::OutOfMemory, Loss::KeptTraining)
    );
    let interrupted = visit.lab.records.interrupted.clone().expect("an offer");
    assert_eq!(interrupted.epoch, 1);

    visit.want(Intention::ResumeInterrupted);
    assert_eq!(visit.lab.records.interrupted, None);
    assert_eq!(visit.lab.run.phase, Phase::Training);
    assert_eq!(visit.lab.run.epochs_done(), 1);
    assert_eq!(visit.sent_state, Some(state));
    let (next, job) = visit.job();
    assert_eq!(visit.lab.lease, Lease::Run { run: next });
    assert_ne!(next, run);
    visit.say(FromTrainer::Finished {
        run: next,
        model: model(&job, EPOCHS),
    });
    assert_eq!(visit.lab.run.phase, Phase::Done);
}

#[test]
fn a_state_of_another_training_is_not_kept() {
    let mut visit = small_page();
    let old = train_and_stop(&mut visit);
    let state = state(&visit);
    visit.want(Intention::Train);
    visit.begin();
    visit.happen(Event::Trainer(
        TrainerId::OWN,
        TrainerSaid::State { run: old, state },
    ));
    crash(&mut visit, Crash::Died);
    assert!(matches!(
        said_of_training(&visit),
        TrainingMessage::TrainerLost {
            loss: Loss::Training { .. },
            ..
        }
    ));
    assert_eq!(visit.lab.records.interrupted, None);
}

#[test]
fn a_trainer_of_another_version_ends_the_training_and_asks_for_a_reload() {
    let outdated = || Event::Trainer(TrainerId::OWN, TrainerSaid::Outdated);
    let other = || {
        Event::Trainer(
            TrainerId::OWN,
            TrainerSaid::Message(FromTrainer::Ready {
                version: PROTOCOL_VERSION + 1,
            }),
        )
    };
    for event in [outdated(), other()] {
        let mut visit = small_page();
        visit.want(Intention::Train);
        visit.happen(event.clone());
        assert_eq!(visit.lab.run.phase, Phase::Failed);
        assert_eq!(visit.lab.lease, Lease::Free);
        let message = Message::from(TrainingMessage::Outdated);
        assert_eq!(said(&visit), Some((NoticeKind::Error, &message)));

        let mut visit = small_page();
        train_and_stop(&mut visit);
        visit.happen(event);
        assert_eq!(visit.lab.run.phase, Phase::Stopped);
        assert!(!visit.lab.can_resume());
        assert_eq!(said(&visit), Some((NoticeKind::Error, &message)));
    }
}

#[test]
fn a_trainer_that_is_ready_is_nothing_to_speak_of() {
    let mut visit = small_page();
    visit.say(FromTrainer::Ready {
        version: PROTOCOL_VERSION,
    });
    assert_eq!(said(&visit), None);
}

#[test]
fn a_training_that_the_trainer_gives_up_says_why() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    let run = visit.begin();
    visit.epoch(1);
    let error = TrainingError::Diverged { epoch: 2 };
    visit.say(FromTrainer::Failed {
        run,
        error: error.clone(),
    });
    assert_eq!(visit.lab.run.phase, Phase::Failed);
    assert_eq!(visit.lab.lease, Lease::Free);
    assert_eq!(*said_of_training(&visit), TrainingMessage::Failed(error));
    assert_eq!(visit.lab.run.epochs_done(), 1);
    assert_eq!(runs(&visit), []);
}

#[test]
fn a_lost_gpu_is_a_warning_and_training_goes_on() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    let run = visit.begin();
    let reason = DeviceReason::GpuLost {
        why: "unplugged".into(),
        from_epoch: Some(2),
    };
    visit.say(FromTrainer::DeviceChanged {
        run,
        device: DeviceReport {
            reason: reason.clone(),
            ..cpu()
        },
    });
    assert_eq!(
        said(&visit),
        Some((
            NoticeKind::Warning,
            &TrainingMessage::DeviceChanged(reason).into()
        ))
    );
    assert_eq!(visit.lab.run.phase, Phase::Training);
}
