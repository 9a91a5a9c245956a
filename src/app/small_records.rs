//! What the browser keeps for the page under a name each (`localStorage`).

use super::browser;

pub const API_KEY: &str = "hindcast.api-key";
pub const REQUESTS: &str = "hindcast.requests";
pub const RECENT_SYMBOLS: &str = "hindcast.recent-symbols";

pub fn read(name: &str) -> Option<String> {
    browser::storage()?.get_item(name).ok().flatten()
}

/// False where the browser does not keep it.
pub fn keep(name: &str, value: Option<&str>) -> bool {
    let Some(storage) = browser::storage() else {
        return value.is_none();
    };
    match value {
        Some(value) => storage.set_item(name, value).is_ok(),
        None => storage.remove_item(name).is_ok(),
    }
}
