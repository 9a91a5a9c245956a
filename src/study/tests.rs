//! A study's course, with the trainer's words as a test says them.

use super::*;
use crate::cells::NetworkKind;
use crate::forecast::day_forecasts::DayForecasts;
use crate::forecast::evaluation::Verdict;
use crate::forecast::metrics::Forecasts;
use crate::forecast::seeds::SeedsError;
use crate::forecast::settings::Recipe;
use crate::forecast::walk_forward::PlanError;
use crate::market::world::{WorldKind, generate};
use crate::protocol::{
    Crash, DeviceKind, DeviceReason, DeviceReport, EpochReport, TrainedModel, TrainingError,
};

const EPOCHS: usize = 10;
/// Of the studies here.
const FIRST_RUN: u32 = 7;

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
    assert_eq!((study.state, &study.ended_early), (State::Done, &None));
    let report = study.walk_forward_report().unwrap();
    assert_eq!((report.folds.len(), report.pooled.folds), (4, 4));
    let days: usize = report.folds.iter().map(|fold| fold.score.test).sum();
    assert_eq!(report.pooled.days, days);
    for (report, fold) in report.folds.iter().zip(&plan.folds) {
        let score = &report.score;
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
    for (fold, evaluation) in plan.folds.iter().zip(evaluations.iter().flatten()) {
        assert_eq!(evaluation.predictions.len(), fold.test.len());
        assert!(evaluation.predictions.capacity() < 2 * fold.test.len());
        assert_eq!(evaluation.intervals.len(), 1);
    }
    assert_eq!(evaluations.iter().flatten().count(), 3);
    assert_eq!(study.under_way, []);
}

#[test]
fn the_forecasts_in_a_report_give_its_verdicts_again() {
    let mut study = walk(3);
    train_all(&mut study);
    let report = study.walk_forward_report().unwrap();
    let mut all: Option<DayForecasts> = None;
    for fold in &report.folds {
        let forecasts = fold.forecasts.clone().unwrap();
        assert_eq!(forecasts.days.dates[0], fold.score.test_from);
        assert_eq!(forecasts.log_half_widths.len(), fold.score.test);
        let asked = Verdict::asked(&forecasts.days.forecasts(), fold.score.verdict.rmae);
        assert_eq!(asked.clark_west, fold.score.verdict.clark_west);
        let mut days = forecasts.days;
        days.mean_return = forecasts.mean_return_of_all;
        match &mut all {
            None => all = Some(days),
            Some(all) => {
                all.dates.extend(days.dates);
                all.last_known.extend(days.last_known);
                all.mean_return.extend(days.mean_return);
                all.actual.extend(days.actual);
                all.predicted.extend(days.predicted);
            }
        }
    }
    let pooled = report.pooled.verdict;
    assert_eq!(
        Verdict::asked(&all.unwrap().forecasts(), pooled.rmae),
        pooled
    );

    let mut study = seeds(3, notebook());
    train_all(&mut study);
    for side in study.seeds_report().unwrap().sides {
        let days = side.forecasts.unwrap();
        assert_eq!(days.predicted.len(), side.runs.len());
        for (run, predicted) in side.runs.iter().zip(&days.predicted) {
            let forecasts = Forecasts {
                actual: &days.actual,
                last_known: &days.last_known,
                predicted,
                mean_return: &days.mean_return,
            };
            let asked = Verdict::asked(&forecasts, run.verdict.rmae);
            assert_eq!(asked.squared_error, run.verdict.squared_error);
            assert_eq!(asked.clark_west, run.verdict.clark_west);
        }
    }
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
    assert_eq!(report.sides[0].name, "the honest recipe");
    let found = study.seeds_findings();
    let [SeedsFinding::Luck { side: 0, luck }] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(luck.spread, spread);
    assert_eq!(luck.beats + luck.signals + luck.ties + luck.loses, 3);
}

#[test]
fn all_cells_train_on_the_same_days_with_the_same_seed() {
    let mut study = Study::cells(&experiment(), &prices()).unwrap();
    assert_eq!(study.trainings(), NetworkKind::ALL.len());
    let mut jobs = Vec::new();
    let mut looks = Vec::new();
    for (number, cell) in NetworkKind::ALL.iter().enumerate() {
        let run = FIRST_RUN + number as u32;
        let mut ahead = study.clone();
        jobs.push(ahead.next(run).unwrap().job());
        let named = ahead.progress(0.0, 1).unwrap().training;
        let place = number;
        let (number, of) = (number + 1, NetworkKind::ALL.len());
        let cell = *cell;
        assert_eq!(named, TrainingName::Cell { number, of, cell });
        train(&mut study, run, 0.0, 50.0);
        looks.push(study.looked_at(place).unwrap());
        let report = study.cells_report().unwrap();
        assert_eq!((report.planned, report.cells.len()), (of, number));
    }
    assert_eq!(study.state, State::Done);
    for (job, cell) in jobs.iter().zip(NetworkKind::ALL) {
        let first = &jobs[0];
        assert_eq!(job.network.cell, *cell);
        assert_eq!((job.seed, &job.inputs), (first.seed, &first.inputs));
        assert_eq!(
            (&job.targets, &job.test_rows),
            (&first.targets, &first.test_rows)
        );
    }
    // Each is a look of its own at the test block.
    looks.dedup();
    assert_eq!(looks.len(), NetworkKind::ALL.len());
    let report = study.cells_report().unwrap();
    let parameters = report.cells.iter().map(|it| it.score.parameters);
    // Two layers of 32 units in PyTorch's counts, and five weights with a bias.
    let expected = [17_025, 129 + 2 * 3 * 2_112, 129 + 2 * 2_112, 6, 6];
    assert_eq!(parameters.collect::<Vec<_>>(), expected);
    for cell in &report.cells {
        assert_eq!(cell.score.ms, 20.0);
        let days = cell.score.forecasts.as_ref().unwrap();
        let asked = Verdict::asked(&days.forecasts(), cell.score.verdict.rmae);
        assert_eq!(asked.clark_west, cell.score.verdict.clark_west);
    }
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<CellsReport>(&json).unwrap(), report);
}

#[test]
fn the_networks_of_all_cells_are_kept_for_one_that_was_trained_alike() {
    let mut study = Study::cells(&experiment(), &prices()).unwrap();
    let own = experiment().settings;
    let series = prices().series.clone();
    assert!(study.networks_beside(&own, &series).is_empty());
    train_all(&mut study);
    let of_a_gru = Settings {
        cell: NetworkKind::ALL[1],
        device: DeviceChoice::Cpu,
        ..own.clone()
    };
    for alike in [&own, &of_a_gru] {
        let found = study.networks_beside(alike, &series);
        let kinds: Vec<NetworkKind> = found.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, NetworkKind::ALL);
        assert!(
            found
                .iter()
                .all(|(_, parameters)| parameters[..] == [0.5; 8])
        );
    }
    let other_seed = Settings {
        seed: 5,
        ..own.clone()
    };
    assert!(study.networks_beside(&other_seed, &series).is_empty());
    let others = generate(WorldKind::RandomWalk, 4, 400).series;
    assert!(study.networks_beside(&own, &others).is_empty());
}

#[test]
fn a_cell_that_diverges_says_so_in_its_row_and_the_others_go_on() {
    let mut study = Study::cells(&experiment(), &prices()).unwrap();
    let diverged = TrainingError::Diverged { epoch: 3 };
    // The first diverges in training, the second is not finite when it is scored.
    study.next(FIRST_RUN).unwrap();
    assert!(study.is_under_way(0));
    let failed = FromTrainer::Failed {
        run: FIRST_RUN,
        error: diverged.clone(),
    };
    assert!(study.hear(failed, 1.0).is_none());
    assert!(study.is_running() && study.is_over(0) && !study.is_under_way(0));
    let order = study.next(FIRST_RUN + 1).unwrap();
    let finished = FromTrainer::Finished {
        run: FIRST_RUN + 1,
        model: model(vec![f32::NAN; forecasts(&order).len()]),
    };
    let scoring = study.hear(finished, 2.0).unwrap();
    let outcome = scoring.evaluate();
    assert!(outcome.is_err());
    assert_eq!(study.scored(FIRST_RUN + 1, outcome, 3.0), None);
    for number in 2..NetworkKind::ALL.len() as u32 {
        train(&mut study, FIRST_RUN + number, 10.0, 50.0);
    }
    assert_eq!((study.state, &study.ended_early), (State::Done, &None));
    assert_eq!(study.finished(), study.trainings());
    let report = study.cells_report().unwrap();
    let scored: Vec<NetworkKind> = report.cells.iter().map(|it| it.score.cell).collect();
    assert_eq!(scored, NetworkKind::ALL[2..]);
    let without: Vec<(NetworkKind, &str)> = (report.without_score.iter())
        .map(|it| (it.cell, it.no_score.as_str()))
        .collect();
    let [first, second] = [NetworkKind::ALL[0], NetworkKind::ALL[1]];
    assert_eq!(without, [(first, "not-trained"), (second, "not-scored")]);
    let Subject::Cells { rivals, .. } = &study.subject else {
        unreachable!()
    };
    assert_eq!(rivals[0].outcome, Some(Err(NoScore::Training(diverged))));
    let json = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<CellsReport>(&json).unwrap(), report);
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
    assert_eq!(report.comparison.as_ref().unwrap().pairs, 3);
    assert!(report.sides[1].address.contains("recipe=notebook"));
    let names = [0, 1].map(|side| report.sides[side].name.as_str());
    assert_eq!(names, ["A (honest recipe)", "B (notebook recipe)"]);
    let found = study.seeds_findings();
    assert!(
        matches!(
            &found[..],
            [
                SeedsFinding::Comparison(_),
                SeedsFinding::Luck { side: 0, .. },
                SeedsFinding::Luck { side: 1, .. },
            ]
        ),
        "{found:?}"
    );
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
    assert_eq!(study.seeds_findings()[1], SeedsFinding::OtherWindows);
    assert_eq!(study.seeds_report().unwrap().sides[1].name, "B (run 2)");
    // Seeds are the study's own, whatever the past run had.
    let Subject::Seeds { sides, .. } = &study.subject else {
        unreachable!()
    };
    assert_eq!(sides[1].settings.seed, experiment().settings.seed);
}

#[test]
fn progress_names_the_training_and_the_epoch_and_estimates_the_rest() {
    let mut study = walk(3);
    let now = study.progress(0.0, 1).unwrap();
    assert_eq!(now.training, TrainingName::Fold { number: 1, of: 3 });
    assert_eq!(now.stage, Stage::Starting);
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
    let now = study.progress(1_050.0, 1).unwrap();
    assert_eq!(now.stage, Stage::Epoch { epoch: 3, of: 10 });
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
    study.cancel();
    assert_eq!(study.state, State::Cancelled);
    assert_eq!(study.ended_early, Some(EndedEarly::Cancelled));
    assert_eq!((study.finished(), study.trainings()), (1, 3));
    // The trainer's last words of it, and its order to go on, change nothing.
    let stopped = FromTrainer::Stopped {
        run: FIRST_RUN + 1,
        model: model(vec![0.0; 9]),
    };
    assert!(study.hear(stopped, 30.0).is_none());
    assert!(study.next(FIRST_RUN + 2).is_none());
    study.cancel();
    assert_eq!(study.ended_early, Some(EndedEarly::Cancelled));
    assert_eq!(study.progress(40.0, 1), None);
    let report = study.walk_forward_report().unwrap();
    assert_eq!((report.folds.len(), report.pooled.folds), (1, 1));

    let mut none = walk(3);
    none.next(FIRST_RUN).unwrap();
    none.cancel();
    assert!(none.walk_forward_report().is_none());
    assert_eq!(none.finished(), 0);
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
    study.cancel();
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
    let reason = FailedBy::Trainer(TrainingError::StoppedRunGone);
    assert_eq!(
        study.ended_early,
        Some(EndedEarly::Failed {
            training: Some(1),
            reason
        })
    );
    let name = TrainingName::Seed {
        number: 2,
        of: 3,
        seed: 2,
        side: None,
    };
    assert_eq!(study.name_of(1), name);
    assert_eq!(study.seeds_report().unwrap().sides[0].spread, None);
    assert_eq!(study.seeds_findings(), [SeedsFinding::TooFewSeeds]);
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
    assert_eq!(
        study.ended_early,
        Some(EndedEarly::Failed {
            training: Some(1),
            reason: FailedBy::NotScored(EvaluationError::Diverged)
        })
    );
}

/// The first training's network, which waits for its scores.
fn first_trained(study: &mut Study) -> Scoring {
    let order = study.next(FIRST_RUN).unwrap();
    let finished = FromTrainer::Finished {
        run: FIRST_RUN,
        model: model(forecasts(&order)),
    };
    study.hear(finished, 5.0).unwrap()
}

#[test]
fn a_crash_brings_a_training_back_once_and_never_a_scoring() {
    let mut study = walk(3);
    let scoring = first_trained(&mut study);
    study.trainer_crashed(FIRST_RUN, Crash::Died);
    assert_eq!(study.scored(FIRST_RUN, scoring.evaluate(), 6.0), Some(0));
    assert_eq!((study.finished(), study.state), (1, State::Running));
    let job = study.next(FIRST_RUN + 1).unwrap().job();
    study.trainer_crashed(FIRST_RUN + 1, Crash::Died);
    assert!(study.is_running() && !study.is_under_way(1));
    let again = study.next(FIRST_RUN + 2).unwrap().job();
    assert_eq!(job, again);
    // A crash of a trainer that has it no more is none of its.
    study.trainer_crashed(FIRST_RUN + 1, Crash::Died);
    assert!(study.is_running());
    study.trainer_crashed(FIRST_RUN + 2, Crash::OutOfMemory);
    assert_eq!(study.state, State::Failed);
    assert_eq!(
        study.ended_early,
        Some(EndedEarly::Failed {
            training: Some(1),
            reason: FailedBy::TrainerCrashed(Crash::OutOfMemory)
        })
    );
}

#[test]
fn where_no_trainer_can_be_used_a_network_that_is_there_is_still_scored() {
    let outdated = || FailedBy::TrainerOutdated;
    let mut study = walk(3);
    let scoring = first_trained(&mut study);
    study.trainers_lost(outdated());
    study.scored(FIRST_RUN, scoring.evaluate(), 6.0);
    assert_eq!((study.finished(), study.state), (1, State::Running));
    study.next(FIRST_RUN + 1).unwrap();
    study.trainers_lost(outdated());
    assert_eq!(
        study.ended_early,
        Some(EndedEarly::Failed {
            training: Some(1),
            reason: outdated()
        })
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
    assert_eq!(study.progress(3.0, 1).unwrap().stage, Stage::Starting);
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
fn what_cannot_be_studied_is_refused() {
    let few = Arc::new(generate(WorldKind::RandomWalk, 1, 60));
    let refused = Study::walk_forward(&experiment(), &few, 20, TrainingSpan::Sliding).unwrap_err();
    assert!(matches!(
        refused,
        StudyError::Plan(PlanError::TooFewRows { .. })
    ));
    let refused = Study::seeds(&experiment(), &prices(), 2, None).unwrap_err();
    assert_eq!(refused, StudyError::Seeds(SeedsError::Count { found: 2 }));
    let partner = Partner {
        of: SettingsOf::Run(1),
        settings: Settings {
            window: 300,
            ..experiment().settings
        },
    };
    let refused = Study::seeds(&experiment(), &few, 3, Some(partner)).unwrap_err();
    assert!(matches!(refused, StudyError::Dataset(_)));
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
    studies.cancel();
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
    studies.cancel();
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
    train_all(&mut study);
    for number in 0..3 {
        assert_eq!(study.looked_at(number), None);
    }
    let looked = study.looked_at(3).unwrap();
    assert!(looked.ends_with("fold 4 of 4 expanding"), "{looked}");
}
