//! Studies in words: how far one is, how it ended, what its seeds say.

use super::crash::crash_sentence;
use super::seeds;
use crate::app::ui::number;
use crate::forecast::settings::Recipe;
use crate::study::{
    BelowOne, CellScore, EndedEarly, FailedBy, Luck, MAX_SERIES, MIN_SERIES, Progress,
    SeedsFinding, SettingsOf, Stage, Study, StudyError, Subject, TrainingName, cells_counted,
    side_letter,
};
use crate::text::{cells, said, session, several, study, trainer};

/// The score that seeds are compared by.
const SCORE: &str = "rMAE";

/// "Fold 2 of 5, epoch 7 of 20"; "Fold 2 of 5, epoch 7 of 20; 2 trainings at once".
pub fn progress(progress: &Progress) -> String {
    let name = training(progress.training);
    let first = match progress.stage {
        Stage::Starting => study::starting(name),
        Stage::Epoch { epoch, of } => study::in_epoch(name, epoch, of),
        Stage::BeingScored => study::being_scored(name),
    };
    match progress.at_once {
        0 | 1 => first,
        several => study::at_once(first, several),
    }
}

/// "Fold 2 of 5"; "Training 4 of 12 (seed 8)".
fn training(name: TrainingName) -> String {
    match name {
        TrainingName::Fold { number, of } => study::fold(number, of),
        TrainingName::Series { number, of } => study::history(number, of),
        TrainingName::Cell { number, of, cell } => cells::training(number, of, cell.name()),
        TrainingName::Seed {
            number,
            of,
            seed,
            side: None,
        } => study::training(number, of, seed),
        TrainingName::Seed {
            number,
            of,
            seed,
            side: Some(side),
        } => study::training_of_side(number, of, seed, side_letter(side)),
    }
}

/// Why a study ended early, and what is kept of it.
pub fn ended_early(of: &Study) -> Option<String> {
    let nothing = of.finished() == 0;
    Some(match of.ended_early.as_ref()? {
        EndedEarly::Cancelled if nothing => study::cancelled_before_anything().to_owned(),
        EndedEarly::Cancelled => study::cancelled(kept(of)),
        EndedEarly::Failed { training, reason } => {
            let name = training.map(|number| self::training(of.name_of(number)));
            let kept = match nothing {
                true => study::nothing_kept().to_owned(),
                false => kept(of),
            };
            let words = [
                name.map(study::not_finished),
                Some(failed_by(reason)),
                Some(kept),
            ];
            words.into_iter().flatten().collect::<Vec<_>>().join(" ")
        }
    })
}

/// "What 2 of 5 folds gave is kept."
fn kept(of: &Study) -> String {
    let (finished, trainings) = (of.finished(), of.trainings());
    match of.subject {
        Subject::WalkForward { .. } => study::folds_kept(finished, trainings),
        Subject::Seeds { .. } => study::trainings_kept(finished, trainings),
        Subject::Several { .. } => study::histories_kept(finished, trainings),
        Subject::Cells { .. } => cells::kept(finished, trainings),
    }
}

fn failed_by(reason: &FailedBy) -> String {
    match reason {
        FailedBy::HasEnded => study::has_ended().to_owned(),
        FailedBy::NotCut(error) => said(error),
        FailedBy::TrainerStopped => study::trainer_stopped().to_owned(),
        FailedBy::Trainer(error) => said(error),
        FailedBy::TrainerCrashed(crash) => crash_sentence(*crash).to_owned(),
        FailedBy::TrainerOutdated => trainer::outdated().to_owned(),
        FailedBy::NotScored(error) => said(error),
    }
}

/// Why a study cannot begin, and what to do next.
pub fn not_begun(error: &StudyError) -> String {
    match error {
        StudyError::Plan(error) => said(error),
        StudyError::Seeds(error) => said(error),
        StudyError::Dataset(error) => said(error),
        StudyError::Series { .. } => several::how_many(MIN_SERIES, MAX_SERIES),
    }
}

/// "A (honest recipe)"; without a partner "the honest recipe".
pub fn side_name(of: &Study, side: usize) -> String {
    let Subject::Seeds { sides, .. } = &of.subject else {
        return String::new();
    };
    match (sides.len(), sides[side].of) {
        (1, SettingsOf::Recipe(Recipe::Honest)) => study::the_honest_recipe().to_owned(),
        (1, SettingsOf::Recipe(Recipe::Notebook)) => study::the_notebook_recipe().to_owned(),
        (1, SettingsOf::Run(number)) => session::run(number),
        (_, of) => format!("{} ({})", side_letter(side), name(of)),
    }
}

/// "notebook recipe", "run 3".
fn name(of: SettingsOf) -> String {
    match of {
        SettingsOf::Recipe(Recipe::Honest) => study::honest_recipe().to_owned(),
        SettingsOf::Recipe(Recipe::Notebook) => study::notebook_recipe().to_owned(),
        SettingsOf::Run(number) => session::run(number),
    }
}

/// What all kinds of network say together.
pub fn cells_sentence(of: &Study) -> String {
    let scores = of.cell_scores();
    let counted = cells_counted(&scores);
    let beats = counted.iter().filter(|it| it.beats).count();
    let knows = counted.iter().filter(|it| it.knows_something).count();
    let by_ratio = |a: &&&CellScore, b: &&&CellScore| a.verdict.rmae.total_cmp(&b.verdict.rmae);
    let best = scores
        .iter()
        .min_by(by_ratio)
        .map(|best| cells::smallest(best.cell.name(), number::ratio(best.verdict.rmae)));
    let counted = cells::counted(scores.len(), beats, knows);
    format!("{counted} {}", best.unwrap_or_default())
}

/// What the seeds say, in sentences.
pub fn seeds_sentences(of: &Study) -> Vec<String> {
    let findings = of.seeds_findings();
    let findings = findings.iter().map(|finding| match finding {
        SeedsFinding::Comparison(comparison) => {
            seeds::comparison(comparison, &side_name(of, 0), &side_name(of, 1), SCORE)
        }
        SeedsFinding::OtherWindows => study::other_windows().to_owned(),
        SeedsFinding::Luck { side, luck } => match &of.subject {
            Subject::Seeds { sides, .. } if sides.len() > 1 => {
                format!("{}: {}", side_name(of, *side), luck_sentence(luck))
            }
            _ => luck_sentence(luck),
        },
        SeedsFinding::TooFewSeeds => study::too_few_seeds().to_owned(),
    });
    findings.collect()
}

fn luck_sentence(luck: &Luck) -> String {
    let below_one = luck.below_one.map(|below_one| match below_one {
        BelowOne::None => study::none_below_one().to_owned(),
        BelowOne::All => study::all_below_one().to_owned(),
        BelowOne::Some { below, runs } => study::some_below_one(below, runs),
    });
    let verdicts = study::verdicts(
        times(luck.beats),
        times(luck.signals),
        times(luck.ties),
        times(luck.loses),
    );
    let said = [
        Some(seeds::spread(&luck.spread, SCORE)),
        below_one,
        Some(verdicts),
    ];
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn times(count: usize) -> String {
    match count {
        0 => study::never().to_owned(),
        1 => study::once().to_owned(),
        2 => study::twice().to_owned(),
        more => study::times(more),
    }
}

#[cfg(test)]
mod tests;
