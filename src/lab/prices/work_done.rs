//! What becomes of prices when the work about them is done.

use super::work::PriceOutcome;
use crate::lab::Lab;

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
}
