//! Studies as the page says them.

use super::*;
use crate::experiment::Experiment;
use crate::forecast::Settings;
use crate::forecast::walk_forward::TrainingSpan;
use crate::market::Prices;
use crate::market::world::{WorldKind, generate};
use crate::protocol::{
    Crash, DeviceKind, DeviceReason, DeviceReport, EpochReport, FromTrainer, TrainedModel,
    TrainingError,
};
use crate::study::Partner;
use crate::text::{Language, in_language};
use std::sync::Arc;

fn experiment() -> Experiment {
    Experiment {
        settings: Settings {
            window: 5,
            epochs: 10,
            ..Settings::default()
        },
        ..Experiment::default()
    }
}

fn prices() -> Arc<Prices> {
    Arc::new(generate(WorldKind::RandomWalk, 3, 400))
}

fn walk() -> Study {
    Study::walk_forward(&experiment(), &prices(), 3, TrainingSpan::Expanding).unwrap()
}

fn seeds(partner: Option<Partner>) -> Study {
    Study::seeds(&experiment(), &prices(), 3, partner).unwrap()
}

fn notebook() -> Option<Partner> {
    Some(Partner {
        of: SettingsOf::Recipe(Recipe::Notebook),
        settings: experiment().settings.with_recipe(Recipe::Notebook),
    })
}

fn begin(study: &mut Study, run: u32) {
    study.next(run).expect("there is a next training");
    let device = DeviceReport {
        kind: DeviceKind::Cpu,
        adapter: "test".into(),
        reason: DeviceReason::NoWebgpu,
    };
    study.hear(FromTrainer::Started { run, device }, 0.0);
}

fn epoch(study: &mut Study, run: u32, epoch: usize) {
    let report = EpochReport {
        epoch,
        train_loss: 1.0,
        validation_loss: 1.0,
        learning_rate: 0.001,
        ms: 10.0,
        steps: 2,
        weight_norm: None,
        gradient_norm: None,
    };
    study.hear(FromTrainer::Epoch { run, report }, 5.0);
}

/// Trains the next one to its end and scores it: a network that forecasts a little off in its own way.
fn train(study: &mut Study, run: u32) {
    let order = study.next(run).expect("there is a next training");
    let rows = order.job().targets.len() + 1;
    let predictions = (0..rows).map(|row| 0.05 * ((run as usize * row) as f32).sin());
    let model = TrainedModel {
        predictions: predictions.collect(),
        paths: Vec::new(),
        best_epoch: 1,
        total_ms: 20.0,
        steps: 20,
        ms_per_step: 1.0,
        dispatches_per_step: None,
        parameters: Vec::new(),
    };
    let scoring = study.hear(FromTrainer::Finished { run, model }, 10.0);
    study.scored(run, scoring.expect("a network").evaluate(), 10.0);
}

fn german<T>(say: impl FnOnce() -> T) -> T {
    in_language(Language::German, say)
}

#[test]
fn progress_names_the_training_and_the_epoch() {
    let mut study = walk();
    let said = |study: &Study| progress(&study.progress(6.0, 1).expect("it runs"));
    assert_eq!(said(&study), "Fold 1 of 3, starting");
    begin(&mut study, 1);
    epoch(&mut study, 1, 3);
    assert_eq!(said(&study), "Fold 1 of 3, epoch 3 of 10");
    begin(&mut study, 2);
    let at_once = "Fold 1 of 3, epoch 3 of 10; 2 trainings at once";
    assert_eq!(said(&study), at_once);

    let mut study = seeds(notebook());
    train(&mut study, 1);
    begin(&mut study, 2);
    epoch(&mut study, 2, 7);
    assert_eq!(
        german(|| said(&study)),
        "Training 2 von 6 (Seed 1, B), Epoche 7 von 10"
    );
    assert_eq!(german(|| side_name(&study, 1)), "B (Rezept „Notebook“)");
}

#[test]
fn an_early_end_says_what_is_kept() {
    let mut study = walk();
    study.next(1).expect("a first training");
    study.cancel();
    let said = ended_early(&study).expect("it was cancelled");
    assert_eq!(said, "Cancelled before anything was finished.");

    let mut study = seeds(notebook());
    train(&mut study, 1);
    study.cancel();
    let said = || ended_early(&study).expect("it was cancelled");
    assert_eq!(said(), "Cancelled. What 1 of 6 trainings gave is kept.");
    assert_eq!(
        german(said),
        "Abgebrochen. Was 1 von 6 Trainings ergeben haben, bleibt erhalten."
    );
}

#[test]
fn a_failure_says_what_failed_and_what_is_kept() {
    let mut study = seeds(None);
    train(&mut study, 1);
    study.next(2).expect("a second training");
    study.trainers_lost(FailedBy::Trainer(TrainingError::StoppedRunGone));
    assert_eq!(
        ended_early(&study).as_deref(),
        Some(
            "Training 2 of 3 (seed 2) was not finished. The stopped run is no longer in memory, so it \
             cannot go on. Train again. What 1 of 3 trainings gave is kept."
        )
    );
    assert!(seeds_sentences(&study)[0].starts_with("Fewer than three seeds"));

    let mut study = walk();
    train(&mut study, 1);
    study.next(2).expect("a second fold");
    study.trainers_lost(FailedBy::TrainerCrashed(Crash::Died));
    assert_eq!(
        ended_early(&study).as_deref(),
        Some(
            "Fold 2 of 3 was not finished. The trainer crashed and was started again. What 1 of 3 \
             folds gave is kept."
        )
    );
}

#[test]
fn seeds_say_how_much_is_luck() {
    let mut study = seeds(None);
    (1..=3).for_each(|run| train(&mut study, run));
    let said = seeds_sentences(&study);
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("Over 3 seeds the rMAE ran from"),
        "{said:?}"
    );
    assert!(said[0].contains("The verdict was “beats”"), "{said:?}");
}

#[test]
fn a_comparison_answers_first() {
    let mut study = seeds(notebook());
    (1..=6).for_each(|run| train(&mut study, run));
    let said = seeds_sentences(&study);
    assert_eq!(said.len(), 3);
    assert!(
        said[0].starts_with("Whether A (honest recipe) or B (notebook recipe) is better"),
        "{said:?}"
    );
    assert!(said[0].ends_with("Run at least 6."), "{said:?}");
    assert!(
        said[1].starts_with("A (honest recipe): Over 3 seeds"),
        "{said:?}"
    );
}

#[test]
fn a_partner_with_another_window_is_told_to_be_tested_on_other_days() {
    let mut study = seeds(Some(Partner {
        of: SettingsOf::Run(2),
        settings: Settings {
            window: 9,
            ..experiment().settings
        },
    }));
    (1..=6).for_each(|run| train(&mut study, run));
    let said = seeds_sentences(&study);
    assert!(said[1].contains("look-back windows differ"), "{said:?}");
}

#[test]
fn what_cannot_be_studied_is_refused_with_a_way_out() {
    let few = Arc::new(generate(WorldKind::RandomWalk, 1, 60));
    let refused = Study::walk_forward(&experiment(), &few, 20, TrainingSpan::Sliding);
    let said = not_begun(&refused.unwrap_err());
    assert!(said.contains("choose at most"), "{said}");
    let refused = Study::seeds(&experiment(), &prices(), 2, None);
    let said = not_begun(&refused.unwrap_err());
    assert!(said.contains("from 3 to 20"), "{said}");
}
