//! A file on its way to prices, one step in a task.

use crate::lab::file::FileId;
use crate::lab::prices::SharedFile;
use crate::market::Prices;
use crate::market::price_file::{self, Reading};
use crate::study::NoScore;

#[derive(Debug, Clone, PartialEq)]
pub struct SeveralWork {
    pub(super) file: FileId,
    name: String,
    pub(super) step: Step,
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step {
    TakeApart(Vec<u8>),
    Understand(SharedFile),
    ReadRows(SharedFile, Box<Reading>),
    /// The end.
    Read(Result<Box<Prices>, NoScore>),
}

impl SeveralWork {
    pub(super) fn new(file: FileId, name: String, bytes: Vec<u8>) -> Self {
        Self {
            file,
            name,
            step: Step::TakeApart(bytes),
        }
    }

    /// Does a step; the last one has the prices.
    pub fn run(self) -> Self {
        let step = match self.step {
            Step::TakeApart(bytes) => price_file::parse(bytes)
                .map(|file| Step::Understand(SharedFile::new(file)))
                .map_err(NoScore::File),
            Step::Understand(file) => match file.parsed().sniff() {
                Ok(reading) if reading.doubts.is_empty() => {
                    Ok(Step::ReadRows(file, Box::new(reading)))
                }
                Ok(_) => Err(NoScore::FileLeavesQuestion),
                Err(error) => Err(NoScore::File(error)),
            },
            Step::ReadRows(file, reading) => file
                .parsed()
                .read(&reading, &self.name)
                .map(|read| {
                    Step::Read(Ok(Box::new(Prices {
                        series: read.series,
                        truth: None,
                    })))
                })
                .map_err(NoScore::File),
            end @ Step::Read(_) => Ok(end),
        };
        Self {
            step: step.unwrap_or_else(|why| Step::Read(Err(why))),
            ..self
        }
    }
}
