//! The symbols whose prices were loaded last, for the symbol field. Names of stocks, nothing else.

use super::browser;
use crate::market::normalized_symbol;
use leptos::prelude::*;

const STORAGE_NAME: &str = "hindcast.recent-symbols";

/// More would be a list to search in.
const MOST: usize = 8;

/// Newest first. A handle, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct RecentSymbols {
    symbols: RwSignal<Vec<String>>,
}

impl RecentSymbols {
    pub fn open() -> Self {
        let kept = browser::storage()
            .and_then(|storage| storage.get_item(STORAGE_NAME).ok().flatten())
            .unwrap_or_default();
        // Anyone may have written it: only symbols are read.
        let symbols = kept
            .split(' ')
            .filter_map(|symbol| normalized_symbol(symbol).ok())
            .take(MOST)
            .collect();
        Self {
            symbols: RwSignal::new(symbols),
        }
    }

    pub fn list(self) -> ReadSignal<Vec<String>> {
        self.symbols.read_only()
    }

    /// Puts a symbol, as [`normalized_symbol`] gives it, in front.
    pub fn add(self, symbol: &str) {
        self.symbols.update(|symbols| {
            symbols.retain(|other| other != symbol);
            symbols.insert(0, symbol.to_owned());
            symbols.truncate(MOST);
        });
        if let Some(storage) = browser::storage() {
            // Where nothing can be kept, the tab remembers.
            let text = self.symbols.with_untracked(|symbols| symbols.join(" "));
            let _ = storage.set_item(STORAGE_NAME, &text);
        }
    }

    pub fn forget(self) {
        self.symbols.set(Vec::new());
        if let Some(storage) = browser::storage() {
            let _ = storage.remove_item(STORAGE_NAME);
        }
    }
}
