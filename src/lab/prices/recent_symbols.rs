//! The symbols whose prices were loaded last, for the symbol field. Names of shares and
//! pairs, nothing else.

use crate::lab::Command;
use crate::lab::command::SmallRecord;
use crate::market::normalized_name;

/// More would be a list to search in.
const MOST: usize = 8;

/// Newest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecentSymbols(Vec<String>);

impl RecentSymbols {
    /// As an earlier visit left them. Anyone may have written the record: only symbols are read.
    pub fn of_record(record: &str) -> Self {
        let symbols = record.split(' ');
        Self(
            symbols
                .filter_map(|symbol| normalized_name(symbol).ok())
                .take(MOST)
                .collect(),
        )
    }

    /// The symbols, newest first.
    pub fn list(&self) -> &[String] {
        &self.0
    }

    /// Puts a symbol, as [`normalized_name`] gives it, in front.
    pub fn add(&mut self, symbol: &str) -> Command {
        self.0.retain(|other| other != symbol);
        self.0.insert(0, symbol.to_owned());
        self.0.truncate(MOST);
        Command::Remember {
            name: SmallRecord::RecentSymbols,
            value: Some(self.0.join(" ")),
        }
    }

    /// Forgets all.
    pub fn forget(&mut self) -> Command {
        self.0.clear();
        Command::Remember {
            name: SmallRecord::RecentSymbols,
            value: None,
        }
    }
}
