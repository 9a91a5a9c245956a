//! What of a training takes longer than the page may be silent: scoring networks, reading their files.

use crate::forecast::evaluation::{self, EvaluationError, PathScoring, Scored};
use crate::forecast::odometer::{Seal, open_prices};
use crate::forecast::{Dataset, Evaluation};
use crate::lab::file::{FileId, GivenFile};
use crate::market::Prices;
use crate::model_file::opened::{ModelOrigin, OpenedModel};
use crate::model_file::safetensors::ModelFileError;
use crate::study::Scoring;
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq)]
pub enum TrainingWork {
    /// Scores the network of the run on the screen.
    Evaluate {
        run: u32,
        /// All that were loaded.
        prices: Arc<Prices>,
        /// The last days were kept out.
        sealed: bool,
        dataset: Arc<Dataset>,
        predictions: Vec<f32>,
        paths: Vec<f32>,
    },
    /// Goes on with the scoring of the run on the screen.
    ScorePath {
        run: u32,
        scoring: Box<PathScoring>,
    },
    /// Scores a network of a study.
    ScoreStudy(Scoring),
    /// Scores a network on the days behind the seal.
    ScoreSealed {
        run: u32,
        seal: Seal,
        prices: Arc<Prices>,
        /// What the network was trained on.
        trained: Arc<Dataset>,
        predictions: Vec<f32>,
    },
    ReadModel {
        file: GivenFile,
        bytes: Vec<u8>,
    },
}

#[derive(Debug, Clone, PartialEq)]
pub enum TrainingOutcome {
    Evaluated {
        run: u32,
        outcome: Result<Arc<Evaluation>, EvaluationError>,
    },
    /// There is more to score.
    Evaluating { run: u32, scoring: Box<PathScoring> },
    StudyScored {
        run: u32,
        outcome: Result<Box<Evaluation>, EvaluationError>,
    },
    SealedScored {
        run: u32,
        outcome: Result<Box<Evaluation>, EvaluationError>,
    },
    ModelRead {
        file: FileId,
        model: Result<Box<OpenedModel>, ModelFileError>,
    },
}

impl TrainingWork {
    /// Does it.
    pub fn run(self) -> TrainingOutcome {
        match self {
            Self::Evaluate {
                run,
                prices,
                sealed,
                dataset,
                predictions,
                paths,
            } => {
                let open = open_prices(&prices, sealed);
                evaluated(run, Scored::begin(open, dataset, &predictions, paths))
            }
            Self::ScorePath { run, scoring } => evaluated(run, scoring.on()),
            Self::ScoreStudy(scoring) => TrainingOutcome::StudyScored {
                run: scoring.run,
                outcome: scoring.evaluate().map(Box::new),
            },
            Self::ScoreSealed {
                run,
                seal,
                prices,
                trained,
                predictions,
            } => {
                let dataset = seal.final_dataset(&prices, &trained);
                let outcome = evaluation::evaluate(&prices, &dataset, &predictions);
                TrainingOutcome::SealedScored {
                    run,
                    outcome: outcome.map(Box::new),
                }
            }
            Self::ReadModel { file, bytes } => TrainingOutcome::ModelRead {
                file: file.id,
                model: OpenedModel::read(ModelOrigin::file(&file.name), &bytes).map(Box::new),
            },
        }
    }
}

fn evaluated(run: u32, scored: Result<Scored, EvaluationError>) -> TrainingOutcome {
    let outcome = match scored {
        Ok(Scored::UnderWay(scoring)) => {
            return TrainingOutcome::Evaluating { run, scoring };
        }
        Ok(Scored::Whole(evaluation)) => Ok(evaluation),
        Err(error) => Err(error),
    };
    TrainingOutcome::Evaluated { run, outcome }
}
