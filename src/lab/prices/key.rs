//! The visitor's Alpha Vantage key.
//!
//! It lives in the visit's memory, and on the device only where the visitor ticked "Remember on this
//! device". It never enters the run, the address, a report, a notice or debug output: see
//! [`ApiKey`].

use super::ApiKey;
use crate::lab::Command;

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
    /// On the device, though it was to be forgotten: the browser would not delete it.
    NotForgotten,
}

/// The visit's own key, and where it is kept.
#[derive(Debug, Default)]
pub struct KeptKey {
    key: Option<ApiKey>,
    presence: KeyPresence,
}

impl KeptKey {
    /// As an earlier visit left it on the device.
    pub fn remembered(record: Option<&str>) -> Self {
        let key = record.and_then(ApiKey::new);
        let presence = if key.is_some() {
            KeyPresence::Remembered
        } else {
            KeyPresence::None
        };
        Self { key, presence }
    }

    /// The key, where there is one.
    pub fn get(&self) -> Option<&ApiKey> {
        self.key.as_ref()
    }

    /// Where it is kept.
    pub fn presence(&self) -> KeyPresence {
        self.presence
    }

    /// Keeps a typed key. Without `remember` an older remembered key is dropped too: what was ticked
    /// last is what holds. Where nothing was typed, "Remember on this device" applies to the key that
    /// is kept.
    pub fn keep(&mut self, typed: Option<ApiKey>, remember: bool) -> Option<Command> {
        let key = match typed {
            Some(key) => key,
            None if remember == (self.presence == KeyPresence::Remembered) => return None,
            None => self.key.clone()?,
        };
        self.presence = if remember {
            KeyPresence::Remembered
        } else {
            KeyPresence::Tab
        };
        self.key = Some(key.clone());
        Some(Command::RememberKey(remember.then_some(key)))
    }

    /// The browser did not do what was asked: it did not take the key, or did not delete it.
    pub fn not_kept_as_wanted(&mut self) {
        self.presence = match self.presence {
            KeyPresence::Remembered | KeyPresence::NotRemembered => KeyPresence::NotRemembered,
            KeyPresence::None | KeyPresence::Tab | KeyPresence::NotForgotten => {
                KeyPresence::NotForgotten
            }
        };
    }

    /// Forgets it everywhere.
    pub fn forget(&mut self) -> Command {
        *self = Self::default();
        Command::RememberKey(None)
    }
}
