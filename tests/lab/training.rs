//! A training from the press to the verdict, its pauses, and what is set meanwhile.

use crate::small::{
    EPOCHS, looks, paste, runs, said, said_of_training, small_page, small_settings, stops, train,
    train_and_stop, trainings,
};
use crate::visit::{Visit, model};
use hindcast::cells::NetworkKind;
use hindcast::experiment::Experiment;
use hindcast::forecast::Settings;
use hindcast::forecast::evaluation::EvaluationError;
use hindcast::lab::command::Store;
use hindcast::lab::training::TrainingMessage;
use hindcast::lab::{Intention, Lease, NoticeKind, Phase};
use hindcast::protocol::{
    FromTrainer, Preview, RateChange, Sharing, SharingReason, Stretch, ToTrainer, TrainingError,
};

fn progress(run: u32, epoch: usize, step: usize) -> FromTrainer {
    FromTrainer::Progress {
        run,
        epoch,
        step,
        steps: 5,
        ms_per_step: 1.0,
    }
}

#[test]
fn train_leads_to_a_verdict_and_an_entry_in_the_list() {
    let mut visit = small_page();
    assert!(visit.lab.can_train());
    visit.want(Intention::Train);
    let (run, job) = visit.job();
    assert_eq!(visit.lab.lease, Lease::Run { run });
    assert_eq!(visit.lab.run.phase, Phase::Training);
    assert!(!visit.lab.can_train() && !visit.lab.can_load());
    let Some(ToTrainer::Train { watch, .. }) = visit.orders.last() else {
        panic!("a training was ordered");
    };
    assert!(watch.keep_state && watch.preview_from.is_some());
    assert_eq!(watch.stretch, Stretch::ToTheEnd);
    assert_eq!(job.epochs, EPOCHS);

    visit.finish();
    assert_eq!(visit.lab.run.phase, Phase::Done);
    assert_eq!(visit.lab.lease, Lease::Free);
    assert!(visit.lab.run.evaluation.is_some());
    assert_eq!(runs(&visit), [(1, EPOCHS, 0)]);
    assert_eq!(looks(&visit), 1);
    assert_eq!(said(&visit), None);
}

#[test]
fn how_many_workers_share_the_steps_is_told_until_the_next_training() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    let run = visit.begin();
    assert_eq!(visit.lab.run.sharing, None);
    let sharing = Sharing {
        workers: 2,
        reason: SharingReason::Asked,
    };
    visit.say(FromTrainer::Shared {
        run: run + 1,
        sharing,
    });
    assert_eq!(visit.lab.run.sharing, None);
    visit.say(FromTrainer::Shared { run, sharing });
    assert_eq!(visit.lab.run.sharing, Some(sharing));
    visit.finish();
    assert_eq!(visit.lab.run.sharing, Some(sharing));
    visit.want(Intention::Train);
    assert_eq!(visit.lab.run.sharing, None);
}

#[test]
fn the_cell_of_the_settings_is_trained_and_stays_in_the_address() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    assert_eq!(visit.job().1.network.cell, NetworkKind::default());
    visit.finish();
    assert!(!visit.lab.run.experiment.to_fragment().contains("cell="));

    for cell in NetworkKind::ALL[1..].iter().copied() {
        visit.want(Intention::ChangeSettings(Settings {
            cell,
            ..small_settings()
        }));
        visit.want(Intention::Train);
        assert_eq!(visit.job().1.network.cell, cell);
        visit.finish();
        assert_eq!(visit.lab.run.phase, Phase::Done);
        let fragment = visit.lab.run.experiment.to_fragment();
        assert!(fragment.contains(&format!("cell={cell}")), "{fragment}");
        let (read, complaints) = Experiment::from_fragment(&fragment);
        assert_eq!((read.settings.cell, complaints.len()), (cell, 0));
    }
    // A network of each kind, looked at on the same days.
    assert_eq!(runs(&visit).len(), NetworkKind::ALL.len());
    assert_eq!(looks(&visit), NetworkKind::ALL.len());
}

#[test]
fn without_prices_train_says_what_to_do() {
    // A link to prices that need a key.
    let mut visit = Visit::open("source=av:MSFT:weekly");
    assert!(!visit.lab.can_train());
    visit.want(Intention::Train);
    assert_eq!(
        said(&visit),
        Some((NoticeKind::Error, &TrainingMessage::NoPrices.into()))
    );
    assert_eq!((trainings(&visit), visit.lab.lease), (0, Lease::Free));
}

#[test]
fn settings_that_no_form_lets_through_begin_nothing() {
    let mut visit = small_page();
    visit.want(Intention::ChangeSettings(Settings {
        epochs: 0,
        ..small_settings()
    }));
    visit.want(Intention::Train);
    let TrainingMessage::SettingsRefused(errors) = said_of_training(&visit) else {
        panic!("{:?}", said(&visit));
    };
    assert_eq!(errors.len(), 1);
    assert_eq!(trainings(&visit), 0);
    assert_eq!(visit.lab.run.phase, Phase::Ready);
}

#[test]
fn too_few_prices_are_refused_and_the_results_stay() {
    let mut visit = small_page();
    train(&mut visit);
    visit.want(Intention::ChangeSettings(Settings {
        window: 250,
        horizon: 30,
        ..small_settings()
    }));
    visit.want(Intention::Train);
    assert!(matches!(
        said_of_training(&visit),
        TrainingMessage::NoDataset(_)
    ));
    assert_eq!(visit.lab.run.phase, Phase::Done);
    assert!(visit.lab.run.evaluation.is_some());
}

#[test]
fn train_pressed_twice_begins_one_training() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    visit.want(Intention::Train);
    visit.want(Intention::Advance(Stretch::OneStep));
    assert_eq!(trainings(&visit), 1);
}

#[test]
fn a_stopped_run_is_judged_and_goes_on_to_its_end() {
    let mut visit = small_page();
    let run = train_and_stop(&mut visit);
    assert_eq!(visit.lab.run.phase, Phase::Stopped);
    assert_eq!(runs(&visit), [(1, 1, 0)]);
    assert!(visit.lab.can_resume() && visit.lab.can_train() && !visit.lab.run.can_stop());

    visit.want(Intention::Resume);
    assert_eq!(
        visit.orders.last(),
        Some(&ToTrainer::Resume {
            run,
            stretch: Stretch::ToTheEnd
        })
    );
    assert_eq!(visit.lab.lease, Lease::Run { run });
    // The stop's verdict stays in sight until there is a better one.
    assert!(visit.lab.run.evaluation.is_some());
    let (_, job) = visit.job();
    for epoch in 2..=EPOCHS {
        visit.epoch(epoch);
    }
    visit.say(FromTrainer::Finished {
        run,
        model: model(&job, EPOCHS),
    });
    assert_eq!(visit.lab.run.phase, Phase::Done);
    assert_eq!(visit.lab.lease, Lease::Free);
    assert!(!visit.lab.can_resume());
    assert_eq!(runs(&visit), [(1, 1, 0), (2, EPOCHS, 0)]);
    visit.want(Intention::Resume);
    assert_eq!(visit.lab.run.phase, Phase::Done);
}

#[test]
fn a_run_stopped_after_its_last_epoch_has_nothing_to_resume() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    visit.begin();
    for epoch in 1..=EPOCHS {
        visit.epoch(epoch);
    }
    visit.want(Intention::Stop);
    visit.stop_after(EPOCHS);
    assert_eq!(visit.lab.run.phase, Phase::Stopped);
    assert!(!visit.lab.can_resume());
}

#[test]
fn stop_is_ordered_once_and_not_while_the_network_is_judged() {
    let mut visit = small_page();
    visit.want(Intention::Stop);
    assert!(stops(&visit).is_empty());
    visit.want(Intention::Train);
    let run = visit.begin();
    visit.want(Intention::Stop);
    assert!(visit.lab.run.is_stopping() && !visit.lab.run.can_stop());
    visit.want(Intention::Stop);
    assert_eq!(stops(&visit), [run]);
    visit.held.work = true;
    visit.stop_after(0);
    visit.want(Intention::Stop);
    visit.settle();
    assert_eq!(stops(&visit), [run]);
    assert_eq!(visit.lab.run.phase, Phase::Stopped);
}

#[test]
fn what_comes_of_an_older_run_is_dropped() {
    let mut visit = small_page();
    let old = train_and_stop(&mut visit);
    let (_, old_job) = visit.job();
    visit.want(Intention::Train);
    let new = visit.begin();
    assert_ne!(old, new);
    visit.say(progress(old, 2, 1));
    visit.say(FromTrainer::Failed {
        run: old,
        error: TrainingError::StoppedRunGone,
    });
    visit.say(FromTrainer::Finished {
        run: old,
        model: model(&old_job, EPOCHS),
    });
    assert_eq!(visit.lab.run.phase, Phase::Training);
    assert!(visit.lab.run.epochs.is_empty() && visit.lab.run.progress.is_none());
    assert_eq!(
        (said(&visit), visit.lab.lease),
        (None, Lease::Run { run: new })
    );
}

#[test]
fn a_diverged_network_fails_with_the_reason_and_is_not_in_the_list() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    let run = visit.begin();
    let (_, job) = visit.job();
    let mut model = model(&job, EPOCHS);
    model.predictions.fill(f32::NAN);
    visit.say(FromTrainer::Finished { run, model });
    assert_eq!(visit.lab.run.phase, Phase::Failed);
    assert_eq!(
        *said_of_training(&visit),
        TrainingMessage::NotScored(EvaluationError::Diverged)
    );
    assert_eq!((runs(&visit).len(), looks(&visit)), (0, 0));
    assert!(visit.lab.can_train());
}

#[test]
fn steps_and_epochs_pause_by_themselves_and_are_one_entry_of_many_looks() {
    let mut visit = small_page();
    visit.want(Intention::Advance(Stretch::OneStep));
    let (run, job) = visit.job();
    let Some(ToTrainer::Train { watch, .. }) = visit.orders.last() else {
        panic!("a step begins a training");
    };
    assert_eq!(watch.stretch, Stretch::OneStep);
    visit.begin();
    visit.say(progress(run, 1, 1));
    visit.stop_after(0);
    assert_eq!(runs(&visit), [(1, 0, 1)]);

    for (stretch, epoch) in [(Stretch::OneStep, 0), (Stretch::OneEpoch, 1)] {
        visit.want(Intention::Advance(stretch));
        assert_eq!(
            visit.orders.last(),
            Some(&ToTrainer::Resume { run, stretch })
        );
        match epoch {
            0 => visit.say(progress(run, 1, 2)),
            epoch => visit.epoch(epoch),
        }
        visit.stop_after(epoch);
        assert_eq!(visit.lab.run.phase, Phase::Stopped);
    }
    assert_eq!(runs(&visit), [(1, 1, 0)]);
    assert_eq!(looks(&visit), 3);

    visit.want(Intention::Resume);
    for epoch in 2..=EPOCHS {
        visit.epoch(epoch);
    }
    visit.say(FromTrainer::Finished {
        run,
        model: model(&job, EPOCHS),
    });
    assert_eq!(runs(&visit), [(1, EPOCHS, 0)]);
    // After the end, an epoch begins a new run.
    visit.want(Intention::Advance(Stretch::OneEpoch));
    assert_eq!(trainings(&visit), 2);
    visit.begin();
    visit.epoch(1);
    visit.stop_after(1);
    assert_eq!(runs(&visit), [(1, EPOCHS, 0), (2, 1, 0)]);
}

#[test]
fn the_learning_rate_is_set_in_a_pause_and_while_it_trains_and_at_no_other_time() {
    let set = |run, learning_rate| ToTrainer::SetLearningRate { run, learning_rate };
    let answer = |run, epoch, learning_rate| FromTrainer::LearningRateSet {
        run,
        change: RateChange {
            epoch,
            step: 1,
            learning_rate,
        },
    };
    let mut visit = small_page();
    visit.want(Intention::SetLearningRate(0.5));
    assert_eq!(visit.orders, []);
    let run = train_and_stop(&mut visit);
    visit.want(Intention::SetLearningRate(0.004));
    assert_eq!(visit.orders.last(), Some(&set(run, 0.004)));
    assert!(
        visit.lab.run.rate_changes.is_empty(),
        "the trainer's answer says it"
    );
    visit.say(answer(run, 2, 0.004));
    assert_eq!(visit.lab.run.learning_rate(), 0.004);

    visit.want(Intention::Resume);
    visit.epoch(2);
    visit.want(Intention::SetLearningRate(0.002));
    visit.say(answer(run, 3, 0.002));
    visit.epoch(3);
    let (_, job) = visit.job();
    visit.say(FromTrainer::Finished {
        run,
        model: model(&job, EPOCHS),
    });
    let last = visit.lab.session.run(2).expect("the run");
    assert_eq!(last.rate_changes.len(), 2);
    // Nothing is left to train.
    let before = visit.orders.len();
    visit.want(Intention::SetLearningRate(0.1));
    assert_eq!(visit.orders.len(), before);
    visit.say(answer(run, 4, 0.1));
    assert_eq!(visit.lab.run.rate_changes.len(), 2);
}

#[test]
fn settings_changed_while_it_trains_are_the_next_trainings() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    let longer = Settings {
        epochs: 50,
        ..small_settings()
    };
    visit.want(Intention::ChangeSettings(longer));
    assert_eq!(visit.lab.run.epochs_planned(), EPOCHS);
    visit.finish();
    assert!(visit.lab.run.is_outdated());
    assert_eq!(runs(&visit), [(1, EPOCHS, 0)]);
    visit.want(Intention::Train);
    assert_eq!(visit.job().1.epochs, 50);
}

#[test]
fn another_seed_is_another_world_and_for_other_prices_only_another_training() {
    let reseeded = |visit: &Visit| Settings {
        seed: 7,
        ..visit.lab.run.experiment.settings.clone()
    };
    let mut visit = Visit::open("");
    let before = visit.lab.run.prices.clone();
    let settings = reseeded(&visit);
    visit.want(Intention::ChangeSettings(settings));
    assert_ne!(visit.lab.run.prices, before);
    assert!(visit.address.contains("seed=7"), "{}", visit.address);

    let mut visit = small_page();
    let before = visit.lab.run.prices.clone();
    let settings = reseeded(&visit);
    visit.want(Intention::ChangeSettings(settings));
    assert_eq!(visit.lab.run.prices, before);
}

#[test]
fn settings_of_ones_own_make_a_waiting_link_let_go() {
    let mut visit = Visit::open("source=file:mine.csv&epochs=7");
    assert!(visit.lab.pending.is_some());
    visit.want(Intention::ChangeSettings(small_settings()));
    assert_eq!(visit.lab.pending, None);
    paste(&mut visit, 1);
    assert_eq!(visit.lab.run.experiment.settings, small_settings());
}

#[test]
fn other_prices_end_the_chance_to_resume_and_the_same_ones_do_not() {
    let mut visit = small_page();
    train_and_stop(&mut visit);
    paste(&mut visit, 1);
    assert!(visit.lab.can_resume());
    assert!(visit.lab.run.evaluation.is_some());
    paste(&mut visit, 2);
    assert_eq!(visit.lab.lease, Lease::Free);
    assert_eq!(visit.lab.run.phase, Phase::Ready);
    assert!(!visit.lab.can_resume() && visit.lab.can_train());
    visit.want(Intention::Resume);
    assert_eq!(visit.lab.run.phase, Phase::Ready);
}

#[test]
fn a_run_is_kept_on_the_device_before_anything_else_begins() {
    let mut visit = small_page();
    train(&mut visit);
    let stored = visit.storage.all(Store::Runs);
    assert_eq!(stored.len(), 1);
    let networks = visit.storage.all(Store::Models);
    assert_eq!(networks.len(), 1);
}

#[test]
fn several_days_ahead_are_scored_by_their_paths() {
    let mut visit = small_page();
    visit.want(Intention::ChangeSettings(Settings {
        horizon: 5,
        ..small_settings()
    }));
    train(&mut visit);
    assert_eq!(said(&visit), None);
    let evaluation = visit.lab.run.evaluation.as_ref().expect("a verdict");
    assert_eq!(evaluation.horizons.len(), 5);
    assert_eq!(evaluation.forecast.path.len(), 5);
}

#[test]
fn the_line_so_far_is_shown_while_it_trains_and_is_gone_when_it_goes_on() {
    let mut visit = small_page();
    visit.want(Intention::Train);
    let run = visit.begin();
    visit.epoch(1);
    let preview = Preview {
        epoch: 1,
        first_row: 0,
        predictions: vec![0.0; 3],
    };
    visit.say(FromTrainer::Preview { run, preview });
    assert!(visit.lab.run.preview.is_some());
    visit.want(Intention::Stop);
    visit.stop_after(1);
    assert!(visit.lab.run.preview.is_some());
    visit.want(Intention::Resume);
    assert_eq!(visit.lab.run.preview, None);
}
