//! What the views of the network draw: the trained one, or the rows with as much of the line as there
//! is.

use crate::app::charts::Predicted;
use crate::app::slices::Slices;
use crate::forecast::Dataset;
use crate::forecast::evaluation::{Evaluation, IntervalChoice, LevelInterval};
use crate::forecast::odometer::Seal;
use crate::lab::Phase;
use crate::market::{Prices, Row};
use crate::watch::so_far::SoFar;
use leptos::prelude::*;
use std::sync::Arc;

/// The network's line, and the sealed days after it.
#[derive(Debug, Clone)]
pub struct Shown {
    network: Network,
    seal: Option<(Seal, Arc<Prices>)>,
}

#[derive(Debug, Clone)]
enum Network {
    Trained(Arc<Evaluation>),
    Untold {
        /// What the dataset was cut from.
        prices: Arc<Prices>,
        dataset: Arc<Dataset>,
        line: Option<Arc<SoFar>>,
    },
}

impl Shown {
    /// Of a training under way its newest line, else the results, else the rows that a training would
    /// be of. `form` is the dataset that the form cuts.
    pub fn of(
        slices: Slices,
        so_far: Memo<Option<Arc<SoFar>>>,
        form: Memo<Option<Arc<Dataset>>>,
    ) -> Option<Self> {
        let training = slices.phase.get() == Phase::Training;
        let line = if training { so_far.get() } else { None };
        if line.is_none()
            && let Some(evaluation) = slices.evaluation.get()
        {
            return Some(Self {
                network: Network::Trained(evaluation),
                seal: slices.seal.get(),
            });
        }
        if training {
            return Some(Self {
                network: Network::Untold {
                    prices: slices.open_prices.get()?,
                    dataset: slices.trained.get()?.dataset.clone(),
                    line,
                },
                seal: slices.seal.get(),
            });
        }
        let all = slices.prices.get()?;
        Some(Self {
            network: Network::Untold {
                prices: slices.trainable.get()?,
                dataset: form.get()?,
                line: None,
            },
            seal: Seal::of(&all)
                .filter(|_| slices.sealed.get())
                .map(|seal| (seal, all)),
        })
    }

    /// The results, at the end of a training.
    pub fn evaluation(&self) -> Option<&Evaluation> {
        match &self.network {
            Network::Trained(evaluation) => Some(evaluation),
            Network::Untold { .. } => None,
        }
    }

    /// The line in the middle of a training.
    pub fn line_so_far(&self) -> Option<&SoFar> {
        match &self.network {
            Network::Trained(_) => None,
            Network::Untold { line, .. } => line.as_deref(),
        }
    }

    pub fn predicted(&self) -> Predicted<'_> {
        match &self.network {
            Network::Trained(evaluation) => Predicted::from(&**evaluation),
            Network::Untold {
                prices,
                dataset,
                line,
            } => Predicted::so_far(&prices.series, dataset, line.as_deref()),
        }
    }

    /// The interval to shade, which only results have.
    pub fn interval(&self, choice: IntervalChoice) -> Option<&LevelInterval> {
        self.evaluation()?.chosen(choice)
    }

    pub fn sealed_rows(&self) -> &[Row] {
        match &self.seal {
            Some((seal, prices)) => seal.sealed_rows(prices),
            None => &[],
        }
    }
}
