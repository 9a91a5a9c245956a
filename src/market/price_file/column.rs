//! A column of a table, and what it holds.

use serde::{Deserialize, Serialize};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnRole {
    Date,
    Open,
    High,
    Low,
    Close,
    AdjustedClose,
    Volume,
    Ignored,
}

impl ColumnRole {
    /// Every role there is.
    pub const ALL: [Self; 8] = [
        Self::Date,
        Self::Open,
        Self::High,
        Self::Low,
        Self::Close,
        Self::AdjustedClose,
        Self::Volume,
        Self::Ignored,
    ];
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// As the file's header has it; empty where it has none.
    pub name: String,
    pub role: ColumnRole,
}
