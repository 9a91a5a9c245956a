//! An experiment: a source and its settings, and the address (URL fragment) that carries both.

use crate::forecast::Settings;
use crate::market::Source;

/// Everything needed to repeat a run. The API key is not part of it and never will be.
#[derive(Debug, Clone, PartialEq)]
pub struct Experiment {
    pub source: Source,
    pub settings: Settings,
    /// Load and train at once.
    pub autorun: bool,
}

impl Experiment {
    /// Reads a fragment (with or without `#`). Unknown keys are ignored; each bad value falls back
    /// to its default and is named in one of the returned sentences.
    pub fn from_fragment(fragment: &str) -> (Self, Vec<String>) {
        let _ = fragment;
        todo!("forecast")
    }
    /// The fragment without `#`, defaults of the recipe left out.
    pub fn to_fragment(&self) -> String {
        todo!("forecast")
    }
}
