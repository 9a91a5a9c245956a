//! What becomes of prices when the work about them is done, or could not be.

use super::PriceMessage;
use super::question::Asked;
use super::work::{PriceOutcome, PriceWork};
use crate::lab::{Lab, Notice, NoticeKind};

impl Lab {
    pub(in crate::lab) fn price_work_done(&mut self, outcome: PriceOutcome) {
        match outcome {
            PriceOutcome::CopyRead {
                load,
                endpoint,
                copy,
            } => self.copy_read(load, endpoint, copy),
            PriceOutcome::CopyWritten { fetched, text } => self.copy_written(fetched, text),
            PriceOutcome::HistoryRead { question, answer } => self.history_read(question, answer),
            PriceOutcome::SymbolsRead {
                search,
                typed,
                matches,
            } => self.symbols_read(search, typed, matches),
            PriceOutcome::TakenApart { load, name, file } => {
                self.file_taken_apart(load, name, file);
            }
            PriceOutcome::Understood { text, reading } => self.file_understood(text, reading),
            PriceOutcome::FileRead {
                text,
                reading,
                prices,
            } => self.file_prices_read(text, reading, prices),
            PriceOutcome::Previewed {
                text,
                reading,
                why,
                preview,
            } => self.reading_previewed(text, reading, why, preview),
            PriceOutcome::Corrected { file, corrected } => self.import_corrected(&file, corrected),
        }
    }

    /// What does the work did not load: whoever waits for it is told, and nothing is lost.
    pub(in crate::lab) fn price_work_not_done(&mut self, work: PriceWork) {
        let load = match work {
            // The prices are there, but for a copy.
            PriceWork::WriteCopy(fetched) => return self.keep_in_tab(fetched),
            PriceWork::Correct { .. } => {
                self.prices.corrections.clear();
                return self.notify(NoticeKind::Error, PriceMessage::PartNotLoaded);
            }
            PriceWork::ReadAnswer { question, .. } => match question.what {
                Asked::Symbols { search, .. } => {
                    return self.search_failed(search, PriceMessage::PartNotLoaded);
                }
                Asked::History { load, .. } => load,
            },
            PriceWork::ReadCopy { load, .. } | PriceWork::TakeApart { load, .. } => load,
            PriceWork::Understand(text)
            | PriceWork::ReadFile { text, .. }
            | PriceWork::Preview { text, .. } => text.load,
        };
        if self.is_newest_load(load) {
            self.load_failed(Notice::error(PriceMessage::PartNotLoaded));
        }
    }
}
