//! Studies with several trainings under way at once: what they find is what they would find one after the other,
//! and whatever befalls one trainer, the others and the study go on.

use crate::small::{
    SMALL_WORLD, looks, price_table, said, small_page_with_cores, small_settings, stops, trainings,
};
use crate::visit::{Visit, cpu};
use hindcast::forecast::Settings;
use hindcast::forecast::settings::DeviceChoice;
use hindcast::forecast::walk_forward::TrainingSpan;
use hindcast::lab::event::{Crash, TrainerSaid};
use hindcast::lab::intention::{PartnerChoice, SeveralChoice};
use hindcast::lab::pool::TrainerId;
use hindcast::lab::{Event, Intention, Lease, NoticeKind};
use hindcast::protocol::{
    DeviceChoice as JobDevice, DeviceKind, DeviceReport, FromTrainer, TrainingError,
};
use hindcast::study::{EndedEarly, FailedBy, State, Study, Subject};

const FOLDS: usize = 5;

/// What is to be studied.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Folds,
    Seeds,
    Histories,
    Cells,
}

const KINDS: [Kind; 4] = [Kind::Folds, Kind::Seeds, Kind::Histories, Kind::Cells];

/// A page on which such a study was begun.
fn begun(kind: Kind, cores: usize) -> Visit {
    let mut visit = match kind {
        Kind::Histories => {
            let mut visit = Visit::open_with_cores(cores, SMALL_WORLD);
            visit.orders.clear();
            visit
        }
        Kind::Folds | Kind::Seeds | Kind::Cells => small_page_with_cores(cores),
    };
    visit.want(match kind {
        Kind::Folds => Intention::RunWalkForward {
            folds: FOLDS,
            span: TrainingSpan::Expanding,
        },
        Kind::Seeds => Intention::RepeatSeeds {
            seeds: 3,
            partner: PartnerChoice::OtherRecipe,
        },
        Kind::Histories => Intention::RunSeveral(SeveralChoice::Seeds(4)),
        Kind::Cells => Intention::TrainAllCells,
    });
    visit.pass(0.0);
    visit
}

/// The same, with the first training on the CPU, so that all trainers have one.
fn at_work(kind: Kind, cores: usize) -> Visit {
    let mut visit = begun(kind, cores);
    visit.begin();
    visit.pass(0.0);
    visit
}

fn walk(cores: usize) -> Visit {
    at_work(Kind::Folds, cores)
}

fn study(visit: &Visit) -> &Study {
    let studies = &visit.lab.studies;
    let all = [
        studies.walk_forward(),
        studies.seeds(),
        studies.several(),
        studies.cells(),
    ];
    all.into_iter().flatten().next().expect("a study")
}

/// The runs under way, in the order in which they were ordered.
fn under_way(visit: &Visit) -> Vec<u32> {
    let runs = visit.jobs().into_iter().map(|(run, _)| run);
    runs.filter(|run| visit.lab.lease.has(*run)).collect()
}

/// Trains all to the end, of those under way always the one that `pick` says.
fn train_all(visit: &mut Visit, pick: fn(&[u32]) -> u32) {
    while let under_way @ [_, ..] = &under_way(visit)[..] {
        visit.finish_run(pick(under_way));
        visit.pass(0.0);
    }
}

/// The trainer that was given this run.
fn trainer_of(visit: &Visit, run: u32) -> TrainerId {
    let mut given = visit.trainers.iter();
    given.find(|(of, _)| *of == run).expect("it was given").1
}

fn crash(visit: &mut Visit, run: u32, crash: Crash) {
    let trainer = trainer_of(visit, run);
    visit.happen(Event::Trainer(trainer, TrainerSaid::Crashed(crash)));
}

/// All that a report says of the study.
fn reported(visit: &Visit) -> String {
    let studies = &visit.lab.studies;
    let reports = (
        studies.walk_forward_report(),
        studies.seeds_report(),
        studies.several_report(),
        studies.cells_report(),
    );
    serde_json::to_string(&reports).expect("reports are plain data")
}

#[test]
fn networks_that_come_back_in_another_order_find_the_same_to_the_last_digit() {
    for kind in KINDS {
        let mut alone = at_work(kind, 1);
        train_all(&mut alone, |runs| runs[0]);
        assert_eq!(study(&alone).state, State::Done);
        assert!(alone.ended.is_empty());
        for cores in [2, 4, 16] {
            let last_first: fn(&[u32]) -> u32 = |runs| runs[runs.len() - 1];
            let middle_first: fn(&[u32]) -> u32 = |runs| runs[runs.len() / 2];
            for pick in [last_first, middle_first] {
                let mut pool = at_work(kind, cores);
                assert!(under_way(&pool).len() > 1, "{kind:?}");
                train_all(&mut pool, pick);
                assert_eq!(study(&pool).state, State::Done);
                assert_eq!(
                    reported(&pool),
                    reported(&alone),
                    "{kind:?} on {cores} cores"
                );
                assert_eq!(looks(&pool), looks(&alone));
                assert_eq!(trainings(&pool), trainings(&alone));
                assert_eq!(pool.lab.lease, Lease::Free);
            }
        }
    }
}

#[test]
fn what_was_found_so_far_is_of_the_finished_ones_in_their_order() {
    let mut visit = walk(4);
    let runs = under_way(&visit);
    assert_eq!(runs.len(), 3);
    visit.finish_run(runs[2]);
    visit.pass(0.0);
    visit.finish_run(runs[0]);
    let report = visit.lab.studies.walk_forward_report().expect("two folds");
    let folds: Vec<usize> = report.folds.iter().map(|fold| fold.score.fold).collect();
    assert_eq!((folds, report.pooled.folds), (vec![1, 3], 2));

    // Of two sides, pairs are of one seed.
    let mut visit = at_work(Kind::Seeds, 8);
    let runs = under_way(&visit);
    for run in [runs[5], runs[1], runs[4]] {
        visit.finish_run(run);
    }
    visit.want(Intention::CancelStudy);
    let report = visit.lab.studies.seeds_report().expect("three trainings");
    let seeds = |side: usize| {
        let runs = report.sides[side].runs.iter();
        runs.map(|run| run.seed).collect::<Vec<_>>()
    };
    assert_eq!([seeds(0), seeds(1)], [vec![3], vec![1, 3]]);
    let Subject::Seeds { sides, .. } = &study(&visit).subject else {
        unreachable!()
    };
    let predicted = |side: usize| {
        sides[side]
            .forecasts
            .as_ref()
            .expect("some")
            .predicted
            .len()
    };
    assert_eq!([predicted(0), predicted(1)], [1, 2]);
}

#[test]
fn others_join_as_soon_as_the_cpu_is_known_and_are_ended_with_the_study() {
    let mut visit = begun(Kind::Folds, 4);
    assert_eq!(trainings(&visit), 1);
    visit.begin();
    visit.pass(0.0);
    assert_eq!(trainings(&visit), 3);
    let trainers: Vec<TrainerId> = visit.trainers.iter().map(|(_, trainer)| *trainer).collect();
    assert_eq!(trainers.iter().filter(|it| it.is_own()).count(), 1);
    // Each looks for no GPU of its own.
    let devices: Vec<JobDevice> = visit.jobs().iter().map(|(_, job)| job.device).collect();
    assert_eq!(devices, [JobDevice::Auto, JobDevice::Cpu, JobDevice::Cpu]);
    train_all(&mut visit, |runs| runs[0]);
    assert_eq!(visit.ended, trainers[1..]);
    assert!(stops(&visit).is_empty());
}

#[test]
fn each_training_is_ordered_in_a_task_of_its_own() {
    let mut visit = begun(Kind::Folds, 4);
    visit.begin();
    assert_eq!(trainings(&visit), 1);
    let ordered = visit.ordered.len();
    visit.pass(0.0);
    let commands = format!("{:?}", &visit.ordered[ordered..]);
    let (first, second) = (commands.find("Train"), commands.find("NextTraining"));
    assert!(
        first < second && second < commands.rfind("Train {"),
        "{commands}"
    );
}

#[test]
fn trainings_chosen_to_be_on_the_cpu_begin_at_once() {
    let mut visit = small_page_with_cores(4);
    visit.want(Intention::ChangeSettings(Settings {
        device: DeviceChoice::Cpu,
        ..small_settings()
    }));
    visit.want(Intention::RunWalkForward {
        folds: FOLDS,
        span: TrainingSpan::Expanding,
    });
    visit.pass(0.0);
    assert_eq!(under_way(&visit).len(), 3);
}

#[test]
fn on_a_gpu_there_is_one_at_a_time() {
    let mut visit = begun(Kind::Folds, 8);
    let run = visit.job().0;
    let device = DeviceReport {
        kind: DeviceKind::Webgpu,
        ..cpu()
    };
    visit.say(FromTrainer::Started { run, device });
    visit.pass(0.0);
    assert_eq!(trainings(&visit), 1);
    // Another one that is faster on the CPU changes nothing: the next may not be.
    visit.finish_run(run);
    visit.pass(0.0);
    assert_eq!((trainings(&visit), under_way(&visit).len()), (2, 1));
    assert_eq!(visit.job().1.device, JobDevice::Auto);
    // A lost GPU does: there is none any more.
    let run = visit.job().0;
    visit.say(FromTrainer::DeviceChanged { run, device: cpu() });
    visit.pass(0.0);
    assert_eq!(under_way(&visit).len(), 4);
}

#[test]
fn one_core_trains_one_after_the_other() {
    let mut visit = walk(1);
    assert_eq!(trainings(&visit), 1);
    train_all(&mut visit, |runs| runs[0]);
    assert_eq!(trainings(&visit), FOLDS);
    assert!(
        visit
            .jobs()
            .iter()
            .all(|(_, job)| job.device == JobDevice::Auto)
    );
    assert!(visit.trainers.iter().all(|(_, trainer)| trainer.is_own()));
    assert!(visit.ended.is_empty());
}

#[test]
fn an_address_says_how_many_workers_there_are_and_forgets_it() {
    for (cores, workers) in [(1, 3), (16, 1)] {
        let fragment = format!("{SMALL_WORLD}&workers={workers}");
        let mut visit = Visit::open_with_cores(cores, &fragment);
        assert!(!visit.address.contains("workers"), "{}", visit.address);
        visit.want(Intention::RunSeveral(SeveralChoice::Seeds(5)));
        visit.pass(0.0);
        visit.begin();
        visit.pass(0.0);
        assert_eq!(under_way(&visit).len(), workers);
    }
}

#[test]
fn progress_says_how_many_are_under_way_and_what_is_left_for_all() {
    let mut visit = walk(2);
    let runs = under_way(&visit);
    visit.begin_run(runs[1]);
    visit.pass(200.0);
    visit.epoch_of(runs[0], 1);
    visit.pass(100.0);
    visit.epoch_of(runs[1], 1);
    let progress = visit.lab.study_progress.clone().expect("it runs");
    assert_eq!(progress.at_once, 2);
    assert_eq!(progress.training, study(&visit).name_of(0));
    assert!(study(&visit).is_under_way(1) && !study(&visit).is_under_way(2));
    let two = progress.time_left_ms.expect("a speed");

    let mut visit = walk(1);
    visit.pass(300.0);
    visit.epoch(1);
    let progress = visit.lab.study_progress.clone().expect("it runs");
    assert_eq!(progress.at_once, 1);
    // The same work and speed, by one trainer.
    let one = progress.time_left_ms.expect("a speed");
    assert!(two < 0.75 * one, "{two} of {one}");
}

#[test]
fn a_cancel_stops_all_that_are_under_way() {
    let mut visit = walk(4);
    let runs = under_way(&visit);
    visit.finish_run(runs[1]);
    visit.pass(0.0);
    let runs = under_way(&visit);
    let own = runs.iter().find(|run| trainer_of(&visit, **run).is_own());
    let own = *own.expect("the page's own has one");
    visit.want(Intention::CancelStudy);
    assert_eq!(stops(&visit), [own]);
    let others = runs.iter().filter(|run| **run != own);
    let mut others: Vec<TrainerId> = others.map(|run| trainer_of(&visit, *run)).collect();
    others.sort();
    assert_eq!(visit.ended, others);
    assert_eq!(
        (study(&visit).state, study(&visit).finished()),
        (State::Cancelled, 1)
    );
    assert_eq!(visit.lab.lease, Lease::Free);
    assert_eq!(visit.lab.study_progress, None);
}

#[test]
fn late_answers_of_an_ended_study_reach_nobody() {
    let mut visit = walk(2);
    let late = under_way(&visit);
    visit.want(Intention::CancelStudy);
    visit.want(Intention::RunWalkForward {
        folds: 3,
        span: TrainingSpan::Expanding,
    });
    visit.pass(0.0);
    visit.begin();
    visit.pass(0.0);
    assert_eq!(under_way(&visit).len(), 2);
    for run in &late {
        visit.finish_run(*run);
    }
    visit.say(FromTrainer::Failed {
        run: late[0],
        error: TrainingError::StoppedRunGone,
    });
    assert_eq!(
        (study(&visit).state, study(&visit).finished()),
        (State::Running, 0)
    );
    train_all(&mut visit, |runs| runs[0]);
    assert_eq!(
        (study(&visit).state, study(&visit).finished()),
        (State::Done, 3)
    );
    // Nor does a crash of a trainer that is ended already.
    let before = visit.lab.run.notice.clone();
    crash(&mut visit, late[1], Crash::Died);
    assert_eq!(visit.lab.run.notice, before);
}

#[test]
fn networks_that_wait_for_their_scores_keep_their_trainers() {
    let mut visit = walk(2);
    visit.held.work = true;
    let runs = under_way(&visit);
    visit.finish_run(runs[1]);
    visit.finish_run(runs[0]);
    visit.pass(0.0);
    assert_eq!(trainings(&visit), 2);
    visit.settle();
    visit.pass(0.0);
    assert_eq!((study(&visit).finished(), under_way(&visit).len()), (2, 2));

    visit.held.work = true;
    let runs = under_way(&visit);
    visit.finish_run(runs[1]);
    visit.want(Intention::CancelStudy);
    visit.settle();
    assert_eq!(
        (study(&visit).state, study(&visit).finished()),
        (State::Cancelled, 2)
    );
}

#[test]
fn the_training_of_a_crashed_trainer_is_done_again_and_the_other_goes_on() {
    let mut alone = walk(1);
    train_all(&mut alone, |runs| runs[0]);
    for (crashed, why) in [(0, Crash::Died), (1, Crash::Died), (1, Crash::Vanished)] {
        let mut visit = walk(2);
        let runs = under_way(&visit);
        crash(&mut visit, runs[crashed], why);
        assert_eq!(
            said(&visit).map(|(kind, _)| kind),
            Some(NoticeKind::Warning)
        );
        assert_eq!(under_way(&visit), [runs[1 - crashed]]);
        visit.pass(0.0);
        // The same fold, on the trainer that was started in place of the one that died.
        let again = visit.job().0;
        assert_eq!(trainer_of(&visit, again), trainer_of(&visit, runs[crashed]));
        let (rows, jobs) = (visit.job().1.train_rows, visit.jobs());
        assert_eq!(jobs[crashed].1.train_rows, rows);
        train_all(&mut visit, |runs| runs[runs.len() - 1]);
        assert_eq!(study(&visit).state, State::Done);
        assert_eq!(trainings(&visit), FOLDS + 1);
        assert_eq!(reported(&visit), reported(&alone));
    }
}

#[test]
fn a_second_crash_of_one_training_fails_the_study_and_stops_the_other() {
    let mut visit = walk(2);
    let runs = under_way(&visit);
    crash(&mut visit, runs[1], Crash::Died);
    visit.pass(0.0);
    let again = visit.job().0;
    crash(&mut visit, again, Crash::Died);
    assert_eq!(
        study(&visit).ended_early,
        Some(EndedEarly::Failed {
            training: Some(1),
            reason: FailedBy::TrainerCrashed(Crash::Died)
        })
    );
    assert_eq!(stops(&visit), [runs[0]]);
    assert_eq!(visit.ended, [trainer_of(&visit, again)]);
    assert_eq!(visit.lab.lease, Lease::Free);
}

#[test]
fn a_training_that_is_given_up_fails_the_study_and_stops_the_other() {
    let mut visit = walk(2);
    let runs = under_way(&visit);
    let error = TrainingError::Diverged { epoch: 1 };
    visit.say(FromTrainer::Failed {
        run: runs[1],
        error: error.clone(),
    });
    assert_eq!(
        study(&visit).ended_early,
        Some(EndedEarly::Failed {
            training: Some(1),
            reason: FailedBy::Trainer(error)
        })
    );
    assert_eq!(stops(&visit), [runs[0]]);
}

#[test]
fn a_further_trainer_that_does_not_load_is_done_without() {
    for why in [Crash::DidNotLoad, Crash::NotAllowed, Crash::OutOfMemory] {
        let mut visit = walk(2);
        let runs = under_way(&visit);
        crash(&mut visit, runs[1], why);
        assert_eq!(visit.ended, [trainer_of(&visit, runs[1])]);
        visit.pass(0.0);
        assert_eq!(under_way(&visit), [runs[0]]);
        train_all(&mut visit, |runs| runs[0]);
        assert_eq!(study(&visit).state, State::Done);
        assert_eq!(
            visit.trainers.iter().filter(|(_, it)| !it.is_own()).count(),
            1
        );
    }
}

#[test]
fn a_crash_while_a_network_is_scored_costs_nothing() {
    let mut visit = walk(2);
    visit.held.work = true;
    let runs = under_way(&visit);
    visit.finish_run(runs[1]);
    crash(&mut visit, runs[1], Crash::OutOfMemory);
    visit.settle();
    visit.pass(0.0);
    assert_eq!(study(&visit).finished(), 1);
    assert_eq!(under_way(&visit).len(), 2);
}

#[test]
fn a_trainer_of_another_version_ends_the_study_with_all_its_trainers() {
    let mut visit = walk(2);
    let further = trainer_of(&visit, under_way(&visit)[1]);
    visit.happen(Event::Trainer(further, TrainerSaid::Outdated));
    assert_eq!(study(&visit).state, State::Failed);
    assert_eq!(
        (visit.lab.lease, &visit.ended[..]),
        (Lease::Free, &[further][..])
    );
}

#[test]
fn files_are_read_one_at_a_time_and_trained_side_by_side() {
    let files = |cores: usize| {
        let mut visit = small_page_with_cores(cores);
        let texts = [4, 5, 6, 7].map(price_table);
        let files = texts
            .iter()
            .enumerate()
            .map(|(number, text)| visit.file(&format!("{number}.csv"), text.as_str()));
        let files = files.collect();
        visit.want(Intention::DropFiles(files));
        visit.want(Intention::RunSeveral(SeveralChoice::Files));
        visit.pass(0.0);
        visit.pass(0.0);
        visit.begin();
        visit.pass(0.0);
        visit.pass(0.0);
        visit
    };
    let mut alone = files(1);
    train_all(&mut alone, |runs| runs[0]);
    assert_eq!(study(&alone).state, State::Done);
    let mut pool = files(2);
    let runs = under_way(&pool);
    assert_eq!(runs.len(), 2);
    // The first one's trainer dies while another file is read: each has its own prices all the same.
    pool.finish_run(runs[1]);
    pool.held.files = true;
    pool.pass(0.0);
    crash(&mut pool, runs[0], Crash::Died);
    pool.settle();
    for _ in 0..4 {
        pool.pass(0.0);
    }
    while let under_way @ [_, ..] = &under_way(&pool)[..] {
        pool.finish_run(under_way[under_way.len() - 1]);
        pool.pass(0.0);
        pool.pass(0.0);
    }
    assert_eq!(study(&pool).state, State::Done);
    assert_eq!(reported(&pool), reported(&alone));
}
