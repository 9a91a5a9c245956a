//! Settings that were refused.

use leptos::prelude::*;
use std::collections::BTreeMap;

/// By field, the sentence that stands next to it. These are what was typed, not part of the run, whose
/// settings are always good.
pub type Refusals = RwSignal<BTreeMap<&'static str, String>>;
