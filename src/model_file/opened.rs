//! A network that was trained before, from a file or from what this device keeps: what it was trained
//! with, and whether given prices are the ones it belongs to.
//!
//! It is judged without training, in the units it was trained in. Prices may have gone on since: then
//! the days that are tested are later ones, which it has not learned from either.

use super::safetensors::{self, ModelFileError, Part, SavedModel};
use crate::experiment::Experiment;
use crate::forecast::Dataset;
use crate::forecast::dataset::DatasetError;
use crate::forecast::job::network_config;
use crate::forecast::odometer::open_prices;
use crate::forecast::scaler::Scaler;
use crate::forecast::settings::{Lookahead, SplitBy};
use crate::market::{Prices, Source, file_name, fingerprint, fingerprint_of_other};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// More than the largest network's file has.
pub const LARGEST_FILE_BYTES: usize = 16 << 20;
/// What these files end in.
pub const ENDING: &str = ".safetensors";
/// Scalers of the same prices differ by less than this, relative to their deviation.
const SCALER_TOLERANCE: f64 = 1e-6;

/// Where a network comes from that was not trained in the run that shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum ModelOrigin {
    File {
        name: String,
    },
    /// Kept on this device when the run of that number was trained.
    Kept {
        run: u32,
    },
}

impl ModelOrigin {
    /// A file's, its name cut where it is long.
    pub fn file(name: &str) -> Self {
        Self::File {
            name: file_name(name),
        }
    }
}

/// A network and everything that its file says, checked.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenedModel {
    pub origin: ModelOrigin,
    pub experiment: Experiment,
    pub saved: SavedModel,
}

/// What shows a network without training it.
#[derive(Debug, Clone, PartialEq)]
pub struct Opening {
    pub origin: ModelOrigin,
    /// The epoch whose weights these are.
    pub best_epoch: usize,
}

/// A network on prices that it belongs to.
#[derive(Debug, Clone, PartialEq)]
pub struct Fitted {
    pub dataset: Dataset,
    /// Where these prices are not quite those it was trained on.
    pub note: Option<Note>,
}

/// How prices differ from those that a network was trained on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    /// The same days, with other values.
    CorrectedSince,
    /// They go on for so many rows.
    GoneOn { rows: usize },
}

/// The prices that a network belongs to, without the prices.
#[derive(Debug, Clone, PartialEq)]
pub struct ItsPrices {
    pub source: Source,
    /// Not in files of the first days.
    pub rows: Option<usize>,
    pub first_date: NaiveDate,
    pub last_date: NaiveDate,
}

/// Why prices are not a network's.
#[derive(Debug, Clone, PartialEq)]
pub enum NotItsPrices {
    /// They are of something else, begin elsewhere, or lack days: it needs these.
    Others(Box<ItsPrices>),
    /// They are, and the second series that it reads beside them is not there, or `is_another`.
    Other {
        wanted: Source,
        is_another: bool,
    },
    /// They go on after what it was trained on, and its days were drawn by chance.
    LongerAndScattered,
    TooFew(DatasetError),
    /// The very prices, scaled otherwise than the file says.
    Scaling,
}

impl OpenedModel {
    /// Reads a file. Nothing of it is believed that its own parts contradict.
    ///
    /// # Errors
    /// It is no model of ours, or it is damaged.
    pub fn read(origin: ModelOrigin, file: &[u8]) -> Result<Self, ModelFileError> {
        let saved = safetensors::read(file)?;
        let agrees = |experiment: &Experiment| {
            let settings = &experiment.settings;
            let numbers = saved.further.iter().map(|(number, _)| *number);
            network_config(settings) == saved.network
                && settings.inputs.further_numbers().eq(numbers)
                && experiment.other_read().is_some() == saved.trained_on.other.is_some()
                && (settings.window, settings.target) == (saved.window, saved.target)
                && settings.looks_ahead() == (saved.lookahead == Lookahead::Day)
                && saved.trained_on.first_date < saved.trained_on.last_date
        };
        let experiment = Experiment::from_own_fragment(&saved.settings)
            .filter(agrees)
            .ok_or(ModelFileError::Damaged(Part::ListOfSettings))?;
        Ok(Self {
            origin,
            experiment,
            saved,
        })
    }

    /// What is told of it once it is shown.
    pub fn opening(&self) -> Opening {
        Opening {
            origin: self.origin.clone(),
            best_epoch: self.saved.best_epoch,
        }
    }

    /// The prices it belongs to.
    pub fn its_prices(&self) -> ItsPrices {
        let on = &self.saved.trained_on;
        ItsPrices {
            source: self.experiment.source.clone(),
            rows: on.rows,
            first_date: on.first_date,
            last_date: on.last_date,
        }
    }

    /// The dataset on which the network is judged, in its own units. `prices` are all that are loaded;
    /// where the experiment keeps the last days sealed, they stay so.
    ///
    /// # Errors
    /// The prices are not those it belongs to.
    pub fn fit(&self, prices: &Arc<Prices>) -> Result<Fitted, NotItsPrices> {
        let others = || NotItsPrices::Others(Box::new(self.its_prices()));
        let prices = open_prices(prices, self.experiment.sealed);
        let series = &prices.series;
        let rows = series.rows();
        let on = &self.saved.trained_on;
        if series.info().source != self.experiment.source || series.first_date() != on.first_date {
            // An earlier beginning would move the test block into what it was trained on.
            return Err(others());
        }
        let last = rows.binary_search_by_key(&on.last_date, |row| row.date);
        let known = last.map_err(|_| others())? + 1;
        if on.rows.is_some_and(|trained| trained != known) {
            return Err(others());
        }
        if let (Some(number), Some(wanted)) = (on.other, self.experiment.other_read()) {
            let is_there = series.other().is_some();
            if !is_there || fingerprint_of_other(&rows[..known]) != number {
                return Err(NotItsPrices::Other {
                    wanted: wanted.clone(),
                    is_another: is_there,
                });
            }
        }
        let settings = &self.experiment.settings;
        let newer = rows.len() - known;
        if newer > 0 && settings.split == SplitBy::Random {
            return Err(NotItsPrices::LongerAndScattered);
        }
        let dataset = Dataset::new(series, settings).map_err(NotItsPrices::TooFew)?;
        let (input, target) = (self.saved.input_scaler, self.saved.target_scaler);
        let further = self.saved.further();
        let the_very = newer == 0 && on.fingerprint == Some(fingerprint(series));
        if the_very {
            let own = [input, target].map(|scaler| (scaler, dataset.target_scaler));
            let fitted = dataset.further.iter().map(|input| input.scaler);
            let others = further.iter().copied().zip(fitted);
            if !own.into_iter().chain(others).all(are_alike) {
                return Err(NotItsPrices::Scaling);
            }
        }
        let note = match newer {
            _ if the_very => None,
            0 if on.fingerprint.is_none() => None,
            0 => Some(Note::CorrectedSince),
            newer => Some(Note::GoneOn { rows: newer }),
        };
        Ok(Fitted {
            dataset: dataset.rescaled(series, input, target, &further),
            note,
        })
    }
}

/// Whether a saved scaler is the one that its prices give.
fn are_alike((saved, fitted): (Scaler, Scaler)) -> bool {
    let apart = (saved.mean - fitted.mean)
        .abs()
        .max((saved.deviation - fitted.deviation).abs());
    apart <= SCALER_TOLERANCE * fitted.deviation
}

#[cfg(test)]
mod tests;
