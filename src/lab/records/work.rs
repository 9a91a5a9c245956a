//! What takes long, about records and files to take home.

use super::interrupted::{ReadFor, ToResume};
use super::needed::{KeptText, NeedsPrices};
use super::packing::{Packed, ShownNetwork, ToPack, pack};
use crate::lab::download::Download;
use crate::lab::to_write::FileToWrite;
use crate::market::Prices;
use crate::model_file::opened::{ModelOrigin, OpenedModel};
use crate::session::kept::KeptRun;
use std::sync::Arc;

/// What takes long, about records and files to take home.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordWork {
    /// Makes bytes of what is to be kept.
    Pack {
        what: ToPack,
        prices: Option<Arc<Prices>>,
        network: Option<Box<ShownNetwork>>,
    },
    ReadRun(KeptText),
    /// Generates a known world anew.
    MakePrices(Box<NeedsPrices>),
    UnpackPrices {
        bytes: Vec<u8>,
        of: Box<NeedsPrices>,
    },
    ReadModel {
        run: u32,
        file: Vec<u8>,
    },
    ReadTraining {
        read_for: ReadFor,
        about: String,
        state: Vec<u8>,
    },
    WriteFile(Box<FileToWrite>),
}

/// What came of a [`RecordWork`].
#[derive(Debug, Clone, PartialEq)]
pub enum RecordOutcome {
    /// `packed` is `None` where it cannot be kept.
    Packed {
        what: ToPack,
        packed: Option<Packed>,
    },
    /// `run` is `None` where the text is damaged.
    RunRead {
        text: KeptText,
        run: Option<Box<KeptRun>>,
    },
    /// `prices` are exactly the ones that were needed.
    PricesFound {
        prices: Option<Arc<Prices>>,
        of: Box<NeedsPrices>,
    },
    ModelRead {
        run: u32,
        model: Option<Box<OpenedModel>>,
    },
    TrainingRead {
        read_for: ReadFor,
        found: Option<Box<ToResume>>,
    },
    /// `None` where it cannot be written.
    FileWritten(Option<Download>),
}

impl RecordWork {
    /// Does it.
    pub fn run(self) -> RecordOutcome {
        match self {
            Self::Pack {
                what,
                prices,
                network,
            } => RecordOutcome::Packed {
                what,
                packed: pack(prices.as_deref(), network.as_deref()),
            },
            Self::ReadRun(text) => RecordOutcome::RunRead {
                run: KeptRun::from_text(&text.text).map(Box::new),
                text,
            },
            Self::MakePrices(of) => RecordOutcome::PricesFound {
                prices: of.generated(),
                of,
            },
            Self::UnpackPrices { bytes, of } => RecordOutcome::PricesFound {
                prices: of.unpacked(&bytes),
                of,
            },
            Self::ReadModel { run, file } => {
                let model = OpenedModel::read(ModelOrigin::Kept { run }, &file);
                RecordOutcome::ModelRead {
                    run,
                    model: model.ok().map(Box::new),
                }
            }
            Self::ReadTraining {
                read_for,
                about,
                state,
            } => RecordOutcome::TrainingRead {
                read_for,
                found: ToResume::read(&about, state).map(Box::new),
            },
            Self::WriteFile(file) => RecordOutcome::FileWritten(file.write()),
        }
    }
}
