//! A file on its way to prices, one step in a task.

use crate::lab::file::GivenFile;
use crate::lab::prices::SharedFile;
use crate::market::Prices;
use crate::market::price_file::{self, Correction, FileError, ParsedFile, Reading};
use crate::study::NoScore;

#[derive(Debug, Clone, PartialEq)]
pub struct SeveralWork {
    pub(super) file: GivenFile,
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
    /// `bytes` of what is called `name`, which came out of `file` or is it.
    pub(super) fn new(file: GivenFile, name: String, bytes: Vec<u8>) -> Self {
        Self {
            file,
            name,
            step: Step::TakeApart(bytes),
        }
    }

    /// Does a step; the last one has the prices.
    pub fn run(self) -> Self {
        let Self { file, name, step } = self;
        let step = match step {
            Step::TakeApart(bytes) => price_file::parse(bytes)
                .map(|file| Step::Understand(SharedFile::new(file)))
                .map_err(NoScore::File),
            Step::Understand(text) => match reading(text.parsed(), file.ticker) {
                Ok(reading) if reading.doubts.is_empty() => {
                    Ok(Step::ReadRows(text, Box::new(reading)))
                }
                Ok(_) => Err(NoScore::FileLeavesQuestion),
                Err(error) => Err(NoScore::File(error)),
            },
            Step::ReadRows(text, reading) => text
                .parsed()
                .read(&reading, &name)
                .map(|read| {
                    Step::Read(Ok(Box::new(Prices {
                        series: read.series,
                        truth: None,
                    })))
                })
                .map_err(NoScore::File),
            end @ Step::Read(_) => Ok(end),
        };
        let step = step.unwrap_or_else(|why| Step::Read(Err(why)));
        Self { file, name, step }
    }
}

/// How a file is to be read, and whose rows where they are of several shares.
fn reading(file: &ParsedFile, ticker: Option<usize>) -> Result<Reading, FileError> {
    let reading = file.sniff()?;
    match ticker {
        Some(place) => file.corrected(&reading, Correction::Ticker(place)),
        None => Ok(reading),
    }
}
