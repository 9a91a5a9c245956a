//! The visitor's Alpha Vantage key.
//!
//! It lives in this tab's memory, and on the device only where the visitor ticked "Remember on this
//! device". It never enters the run, the address, a report, a log or the page's text: this type has
//! no `Display`, and its `Debug` hides the value.

use super::browser::storage;
use crate::market::alpha_vantage::DEMO_KEY;
use leptos::prelude::*;
use std::fmt;

/// Where a remembered key is kept in `localStorage`.
const STORAGE_NAME: &str = "hindcast.api-key";

/// A key that does not print.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiKey(String);

impl ApiKey {
    /// `None` for a blank key.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(text.to_owned()))
    }

    pub fn demo() -> Self {
        Self(DEMO_KEY.to_owned())
    }

    /// The public key: it serves the documented examples and nothing else.
    pub fn is_demo(&self) -> bool {
        self.0 == DEMO_KEY
    }

    /// The key itself, for the request's address and nothing else.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for ApiKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("ApiKey(hidden)")
    }
}

/// What the page may know about the key: whether there is one, not what it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum KeyPresence {
    #[default]
    None,
    /// In this tab's memory.
    Tab,
    /// On the device as well.
    Remembered,
    /// In this tab's memory alone: the browser would not remember it.
    NotRemembered,
}

/// The tab's key. A handle, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct KeyRing {
    key: StoredValue<Option<ApiKey>>,
    presence: RwSignal<KeyPresence>,
}

impl KeyRing {
    /// Starts with the remembered key, where there is one.
    pub fn open() -> Self {
        let remembered = storage()
            .and_then(|storage| storage.get_item(STORAGE_NAME).ok().flatten())
            .and_then(|text| ApiKey::new(&text));
        let presence = match remembered {
            Some(_) => KeyPresence::Remembered,
            None => KeyPresence::None,
        };
        Self {
            key: StoredValue::new(remembered),
            presence: RwSignal::new(presence),
        }
    }

    pub fn presence(self) -> ReadSignal<KeyPresence> {
        self.presence.read_only()
    }

    pub fn get(self) -> Option<ApiKey> {
        self.key.get_value()
    }

    /// Keeps `key` for the tab and, where `remember` is set, on the device. Without `remember` an
    /// older remembered key is dropped too: what was ticked last is what holds.
    pub fn keep(self, key: ApiKey, remember: bool) {
        let presence = if remember {
            // A full or forbidden storage leaves the key in the tab, and the page says so.
            let kept = storage()
                .is_some_and(|storage| storage.set_item(STORAGE_NAME, key.expose()).is_ok());
            match kept {
                true => KeyPresence::Remembered,
                false => KeyPresence::NotRemembered,
            }
        } else {
            if let Some(storage) = storage() {
                let _ = storage.remove_item(STORAGE_NAME);
            }
            KeyPresence::Tab
        };
        self.key.set_value(Some(key));
        self.presence.set(presence);
    }

    /// Applies "Remember on this device" to the key that is kept.
    pub fn remember(self, remember: bool) {
        let remembered = self.presence.get_untracked() == KeyPresence::Remembered;
        if let Some(key) = self.get().filter(|_| remember != remembered) {
            self.keep(key, remember);
        }
    }

    pub fn forget(self) {
        if let Some(storage) = storage() {
            let _ = storage.remove_item(STORAGE_NAME);
        }
        self.key.set_value(None);
        self.presence.set(KeyPresence::None);
    }
}
