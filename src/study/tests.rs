//! A study's course, with the trainer's words as a test says them.

use super::*;
use crate::forecast::settings::Recipe;
use crate::market::world::{WorldKind, generate};
use crate::protocol::{
    DeviceKind, DeviceReason, DeviceReport, EpochReport, TrainedModel, TrainingError,
};

const EPOCHS: usize = 10;

fn experiment() -> Experiment {
    Experiment {
        settings: Settings {
            window: 5,
            epochs: EPOCHS,
            ..Settings::default()
        },
        ..Experiment::default()
    }
}

fn prices() -> Arc<Prices> {
    Arc::new(generate(WorldKind::RandomWalk, 3, 400))
}

fn walk(folds: usize) -> Study {
    Study::walk_forward(&experiment(), &prices(), folds, TrainingSpan::Expanding).unwrap()
}

fn seeds(count: usize, partner: Option<Partner>) -> Study {
    Study::seeds(&experiment(), &prices(), count, partner).unwrap()
}

fn notebook() -> Option<Partner> {
    Some(Partner {
        of: SettingsOf::Recipe(Recipe::Notebook),
        settings: experiment().settings.with_recipe(Recipe::Notebook),
    })
}

fn device(reason: DeviceReason) -> DeviceReport {
    DeviceReport {
        kind: DeviceKind::Cpu,
        adapter: "test".into(),
        reason,
    }
}

fn started(run: u32) -> FromTrainer {
    FromTrainer::Started {
        run,
        device: device(DeviceReason::NoWebgpu),
    }
}

fn progress(run: u32, epoch: usize, step: usize) -> FromTrainer {
    FromTrainer::Progress {
        run,
        epoch,
        step,
        steps: 2,
        ms_per_step: 1.0,
    }
}

fn epoch(run: u32, epoch: usize) -> FromTrainer {
    let report = EpochReport {
        epoch,
        train_loss: 1.0,
        validation_loss: 1.0,
        learning_rate: 0.001,
        ms: 10.0,
        steps: 2,
        weight_norm: Some(12.5),
        gradient_norm: Some(0.5),
    };
    FromTrainer::Epoch { run, report }
}

fn model(predictions: Vec<f32>) -> TrainedModel {
    TrainedModel {
        predictions,
        paths: Vec::new(),
        best_epoch: 1,
        total_ms: 20.0,
        steps: 20,
        ms_per_step: 1.0,
        dispatches_per_step: None,
        parameters: vec![0.5; 8],
    }
}

/// A network that forecasts a little off in its own way: seeds give other scores.
fn forecasts(order: &Order) -> Vec<f32> {
    let rows = order.job().targets.len() + 1;
    let own = order.seed as f32 + order.dataset.settings.window as f32;
    (0..rows)
        .map(|row| 0.05 * (own * row as f32).sin())
        .collect()
}

/// Trains the next one to its end and scores it; `ms` pass meanwhile.
fn train(study: &mut Study, run: u32, begin_ms: f64, ms: f64) {
    let order = study.next(run).expect("there is a next training");
    assert_eq!(study.hear(started(run), begin_ms).map(|it| it.run), None);
    assert!(study.hear(epoch(run, EPOCHS), begin_ms + ms).is_none());
    let finished = FromTrainer::Finished {
        run,
        model: model(forecasts(&order)),
    };
    let scoring = study.hear(finished, begin_ms + ms).expect("a network");
    study.scored(run, scoring.evaluate(), begin_ms + ms);
}

fn train_all(study: &mut Study) {
    for number in 0..study.trainings() as u32 {
        train(study, FIRST_RUN + number, 100.0 * f64::from(number), 100.0);
    }
}

#[test]
fn a_walk_forward_trains_each_fold_on_its_own_days_and_pools_them() {
    let mut study = walk(4);
    let Subject::WalkForward { plan, .. } = study.subject.clone() else {
        unreachable!()
    };
    for (number, fold) in plan.folds.iter().enumerate() {
        assert!(study.is_running());
        let run = FIRST_RUN + number as u32;
        let mut ahead = study.clone();
        let job = ahead.next(run).unwrap().job();
        assert_eq!(job.train_rows.len(), fold.train.len());
        assert_eq!(job.test_rows.len(), fold.test.len());
        assert_eq!(job.seed, experiment().settings.seed);
        train(&mut study, run, 0.0, 50.0);
        assert_eq!(study.finished(), number + 1);
    }
    assert_eq!((study.state, study.message()), (State::Done, None));
    let report = study.walk_forward_report().unwrap();
    assert_eq!((report.folds.len(), report.pooled.folds), (4, 4));
    let days: usize = report.folds.iter().map(|fold| fold.test).sum();
    assert_eq!(report.pooled.days, days);
    for (score, fold) in report.folds.iter().zip(&plan.folds) {
        assert_eq!((score.fold, score.test_from), (fold.number, fold.test_from));
        assert!(score.rmse_ratio > 0.5 && score.rmse_ratio < 2.0);
    }
    assert!(study.next(FIRST_RUN + 9).is_none());
    assert!(study.seeds_report().is_none());
}

#[test]
fn nothing_but_test_days_is_kept_of_a_fold() {
    let mut study = walk(3);
    train_all(&mut study);
    let Subject::WalkForward {
        plan, evaluations, ..
    } = &study.subject
    else {
        unreachable!()
    };
    for (fold, evaluation) in plan.folds.iter().zip(evaluations) {
        assert_eq!(evaluation.predictions.len(), fold.test.len());
        assert!(evaluation.predictions.capacity() < 2 * fold.test.len());
        assert!(evaluation.intervals.is_empty());
    }
    assert_eq!(study.current, None);
}

#[test]
fn each_seed_trains_on_the_same_rows_with_its_own_luck() {
    let mut study = seeds(3, None);
    let jobs: Vec<TrainingJob> = (0..3)
        .map(|number| {
            let mut ahead = study.clone();
            let job = ahead.next(FIRST_RUN + number).unwrap().job();
            train(&mut study, FIRST_RUN + number, 0.0, 10.0);
            job
        })
        .collect();
    assert_eq!([jobs[0].seed, jobs[1].seed, jobs[2].seed], [1, 2, 3]);
    for job in &jobs {
        assert_eq!(
            (&job.inputs, &job.test_rows),
            (&jobs[0].inputs, &jobs[0].test_rows)
        );
    }
    assert_eq!(study.state, State::Done);
    let report = study.seeds_report().unwrap();
    assert_eq!((report.seeds.len(), report.sides.len()), (3, 1));
    assert_eq!(report.comparison, None);
    let spread = report.sides[0].spread.clone().unwrap();
    assert!(spread.lowest < spread.highest);
    let said = study.seeds_sentences();
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("Over 3 seeds the rMAE ran from"),
        "{said:?}"
    );
    assert!(said[0].contains("The verdict was “beats”"), "{said:?}");
}

#[test]
fn a_comparison_trains_in_pairs_and_gives_an_answer() {
    let mut study = seeds(3, notebook());
    assert_eq!(study.trainings(), 6);
    let mut order = Vec::new();
    for number in 0..6 {
        let mut ahead = study.clone();
        let next = ahead.next(FIRST_RUN + number).unwrap();
        order.push((next.seed, next.dataset.settings.recipe));
        train(&mut study, FIRST_RUN + number, 0.0, 10.0);
    }
    let [honest, notebook] = [Recipe::Honest, Recipe::Notebook];
    let paired = [1, 2, 3].map(|seed| [(seed, honest), (seed, notebook)]);
    assert_eq!(order, paired.concat());
    let report = study.seeds_report().unwrap();
    assert_eq!(report.comparison.unwrap().pairs, 3);
    assert!(report.sides[1].address.contains("recipe=notebook"));
    let said = study.seeds_sentences();
    assert_eq!(said.len(), 3);
    assert!(
        said[0].starts_with("Whether A (honest recipe) or B (notebook recipe) is better"),
        "{said:?}"
    );
    assert!(said[0].ends_with("Run at least 6."), "{said:?}");
}

#[test]
fn a_partner_with_another_window_is_told_to_be_tested_on_other_days() {
    let other = Settings {
        window: 9,
        seed: 77,
        ..experiment().settings
    };
    let partner = Partner {
        of: SettingsOf::Run(2),
        settings: other,
    };
    let mut study = seeds(3, Some(partner));
    train_all(&mut study);
    let said = study.seeds_sentences();
    assert!(said[1].contains("look-back windows differ"), "{said:?}");
    // Seeds are the study's own, whatever the past run had.
    let Subject::Seeds { sides, .. } = &study.subject else {
        unreachable!()
    };
    assert_eq!(sides[1].settings.seed, experiment().settings.seed);
}

#[test]
fn progress_names_the_training_and_the_epoch_and_estimates_the_rest() {
    let mut study = walk(3);
    let now = study.progress(0.0).unwrap();
    assert_eq!(now.text, "Fold 1 of 3, starting");
    assert_eq!((now.share, now.time_left_ms), (0.0, None));
    study.next(FIRST_RUN).unwrap();
    study.hear(started(FIRST_RUN), 1_000.0);
    // 98 + 98 + 98 training days less a validation eighth: 85, 171, 256 rows; 2, 3, 4 steps of 64.
    let steps = {
        let Subject::WalkForward { plan, .. } = &study.subject else {
            unreachable!()
        };
        let folds = plan.folds.iter();
        folds
            .map(|it| it.train.len().div_ceil(64) * EPOCHS)
            .collect::<Vec<_>>()
    };
    assert_eq!(steps[0], 2 * EPOCHS);
    study.hear(progress(FIRST_RUN, 3, 1), 1_050.0);
    // Five steps in 50 ms: 10 ms each for the 15 and the other folds' steps that are left.
    let now = study.progress(1_050.0).unwrap();
    assert_eq!(now.text, "Fold 1 of 3, epoch 3 of 10");
    let left = (15 + steps[1] + steps[2]) as f64 * 10.0;
    assert!((now.time_left_ms.unwrap() - left).abs() < 1e-9);
    let all: usize = steps.iter().sum();
    assert!((now.share - 5.0 / all as f64).abs() < 1e-12);
}

#[test]
fn a_cancelled_study_keeps_what_was_finished() {
    let mut study = walk(3);
    train(&mut study, FIRST_RUN, 0.0, 10.0);
    study.next(FIRST_RUN + 1).unwrap();
    study.hear(started(FIRST_RUN + 1), 20.0);
    assert_eq!(study.cancel(), Some(FIRST_RUN + 1));
    assert_eq!(study.state, State::Cancelled);
    assert_eq!(
        study.message().as_deref(),
        Some("Cancelled. What 1 of 3 folds gave is kept.")
    );
    // The trainer's last words of it, and its order to go on, change nothing.
    let stopped = FromTrainer::Stopped {
        run: FIRST_RUN + 1,
        model: model(vec![0.0; 9]),
    };
    assert!(study.hear(stopped, 30.0).is_none());
    assert!(study.next(FIRST_RUN + 2).is_none());
    assert_eq!(study.cancel(), None);
    assert_eq!(study.progress(40.0), None);
    let report = study.walk_forward_report().unwrap();
    assert_eq!((report.folds.len(), report.pooled.folds), (1, 1));

    let mut none = walk(3);
    none.next(FIRST_RUN).unwrap();
    none.cancel();
    assert!(none.walk_forward_report().is_none());
    assert!(none.message().unwrap().contains("before anything"));
}

#[test]
fn scores_that_come_after_a_cancel_are_dropped() {
    let mut study = seeds(3, None);
    let order = study.next(FIRST_RUN).unwrap();
    study.hear(started(FIRST_RUN), 0.0);
    let finished = FromTrainer::Finished {
        run: FIRST_RUN,
        model: model(forecasts(&order)),
    };
    let scoring = study.hear(finished, 5.0).unwrap();
    assert_eq!(study.cancel(), Some(FIRST_RUN));
    study.scored(FIRST_RUN, scoring.evaluate(), 6.0);
    assert_eq!((study.finished(), study.state), (0, State::Cancelled));
}

#[test]
fn a_failure_says_what_failed_and_what_is_kept() {
    let mut study = seeds(3, None);
    train(&mut study, FIRST_RUN, 0.0, 10.0);
    study.next(FIRST_RUN + 1).unwrap();
    study.hear(
        FromTrainer::Failed {
            run: FIRST_RUN + 1,
            error: TrainingError::StoppedRunGone,
        },
        20.0,
    );
    assert_eq!(study.state, State::Failed);
    assert_eq!(
        study.message().as_deref(),
        Some(
            "Training 2 of 3 (seed 2) was not finished. The stopped run is no longer in memory, so it \
             cannot go on. Train again. What 1 of 3 trainings gave is kept."
        )
    );
    assert_eq!(study.seeds_report().unwrap().sides[0].spread, None);
    assert!(study.seeds_sentences()[0].starts_with("Fewer than three seeds"));
}

#[test]
fn a_network_that_diverged_fails_the_study() {
    let mut study = walk(3);
    train(&mut study, FIRST_RUN, 0.0, 10.0);
    let order = study.next(FIRST_RUN + 1).unwrap();
    let finished = FromTrainer::Finished {
        run: FIRST_RUN + 1,
        model: model(vec![f32::NAN; order.job().targets.len() + 1]),
    };
    let scoring = study.hear(finished, 20.0).unwrap();
    study.scored(FIRST_RUN + 1, scoring.evaluate(), 21.0);
    assert_eq!(study.state, State::Failed);
    let message = study.message().unwrap();
    assert!(
        message.contains("diverged") && message.contains("1 of 3 folds"),
        "{message}"
    );
}

#[test]
fn a_lost_trainer_fails_a_training_but_not_a_scoring() {
    let mut study = walk(3);
    let order = study.next(FIRST_RUN).unwrap();
    let finished = FromTrainer::Finished {
        run: FIRST_RUN,
        model: model(forecasts(&order)),
    };
    let scoring = study.hear(finished, 5.0).unwrap();
    study.trainer_lost("The trainer crashed and was started again.");
    study.scored(FIRST_RUN, scoring.evaluate(), 6.0);
    assert_eq!((study.finished(), study.state), (1, State::Running));
    study.next(FIRST_RUN + 1).unwrap();
    study.trainer_lost("The trainer crashed and was started again.");
    assert_eq!(study.state, State::Failed);
    assert_eq!(
        study.message().as_deref(),
        Some(
            "Fold 2 of 3 was not finished. The trainer crashed and was started again. What 1 of 3 \
             folds gave is kept."
        )
    );
}

#[test]
fn words_of_other_trainings_are_ignored() {
    let mut study = walk(3);
    study.next(FIRST_RUN + 5).unwrap();
    for run in [1, FIRST_RUN + 4] {
        study.hear(started(run), 0.0);
        study.hear(epoch(run, 4), 1.0);
        let failed = FromTrainer::Failed {
            run,
            error: TrainingError::StoppedRunGone,
        };
        study.hear(failed, 2.0);
    }
    assert!(study.is_running());
    assert_eq!(study.progress(3.0).unwrap().text, "Fold 1 of 3, starting");
    assert!(study.next(FIRST_RUN + 6).is_none(), "one at a time");
}

#[test]
fn a_lost_gpu_is_told_and_nothing_else_changes() {
    let mut study = walk(3);
    study.next(FIRST_RUN).unwrap();
    let changed = FromTrainer::DeviceChanged {
        run: FIRST_RUN,
        device: device(DeviceReason::GpuLost {
            why: "unplugged".into(),
            from_epoch: None,
        }),
    };
    study.hear(changed, 0.0);
    assert!(matches!(study.remark, Some(DeviceReason::GpuLost { .. })));
    assert!(study.is_running());
}

#[test]
fn what_cannot_be_studied_is_refused_with_a_way_out() {
    let few = Arc::new(generate(WorldKind::RandomWalk, 1, 60));
    let refused = Study::walk_forward(&experiment(), &few, 20, TrainingSpan::Sliding).unwrap_err();
    assert!(refused.contains("choose at most"), "{refused}");
    let refused = Study::seeds(&experiment(), &prices(), 2, None).unwrap_err();
    assert!(refused.contains("from 3 to 20"), "{refused}");
    let partner = Partner {
        of: SettingsOf::Run(1),
        settings: Settings {
            window: 300,
            ..experiment().settings
        },
    };
    let refused = Study::seeds(&experiment(), &few, 3, Some(partner)).unwrap_err();
    assert!(refused.contains("look-back window"), "{refused}");
}

#[test]
fn one_study_runs_at_a_time_and_the_last_of_each_kind_is_kept() {
    let mut studies = Studies::default();
    studies.begin(walk(3), &prices());
    studies.begin(seeds(3, None), &prices());
    assert!(
        studies.seeds().is_none(),
        "the walk-forward has the trainer"
    );
    assert_eq!(studies.cancel(), None);
    studies.begin(seeds(3, None), &prices());
    let order = studies.next(FIRST_RUN).unwrap();
    let finished = FromTrainer::Finished {
        run: FIRST_RUN,
        model: model(forecasts(&order)),
    };
    let scoring = studies.hear(finished, 1.0).unwrap();
    let looked = studies.scored(FIRST_RUN, scoring.evaluate(), 2.0).unwrap();
    assert!(looked.ends_with("seed 1"), "{looked}");
    assert_eq!(studies.walk_forward().unwrap().state, State::Cancelled);
    // A new one in place of the old.
    assert_eq!(studies.cancel(), None);
    studies.begin(walk(5), &prices());
    assert_eq!(studies.walk_forward().unwrap().trainings(), 5);
    assert_eq!(studies.seeds().unwrap().finished(), 1);

    let same = prices();
    assert!(!studies.are_outdated(Some(&same)));
    let other = generate(WorldKind::RandomWalk, 4, 400);
    assert!(studies.are_outdated(Some(&other)));
    assert!(studies.are_outdated(None));
    assert!(!Studies::default().are_outdated(None));
}

#[test]
fn folds_before_the_test_block_are_no_look_at_it() {
    let mut study = walk(4);
    train(&mut study, FIRST_RUN, 0.0, 1.0);
    assert_eq!(study.looked_at(), None);
    for number in 1..4 {
        train(&mut study, FIRST_RUN + number, 0.0, 1.0);
    }
    assert!(
        study
            .looked_at()
            .unwrap()
            .ends_with("fold 4 of 4 expanding")
    );
}

#[test]
fn a_study_speaks_german_too() {
    let mut study = seeds(3, notebook());
    train(&mut study, FIRST_RUN, 0.0, 10.0);
    let order = study.next(FIRST_RUN + 1).expect("a second training");
    study.hear(started(order.run), 20.0);
    study.hear(epoch(order.run, 7), 30.0);
    let german = |say: &dyn Fn() -> String| text::in_language(text::Language::German, say);
    assert_eq!(
        german(&|| study.progress(40.0).expect("it runs").text),
        "Training 2 von 6 (Seed 1, B), Epoche 7 von 10"
    );
    assert_eq!(german(&|| study.side_name(1)), "B (Rezept „Notebook“)");
    study.cancel();
    let message = || study.message().expect("it was cancelled");
    assert_eq!(
        german(&message),
        "Abgebrochen. Was 1 von 6 Trainings ergeben haben, bleibt erhalten."
    );
    // What it says is made when it is asked for.
    assert_eq!(message(), "Cancelled. What 1 of 6 trainings gave is kept.");
}
