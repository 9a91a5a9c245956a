//! What kind of network it is: recurrent, of one of the cells, or linear.

use super::{Cell, Linear};
use serde::{Deserialize, Serialize};

/// A kind of network. Addresses, files and jobs call it `cell`, by one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(untagged)]
pub enum NetworkKind {
    /// Layers of a cell.
    Recurrent(Cell),
    /// No layers, no state.
    Linear(Linear),
}

impl Default for NetworkKind {
    fn default() -> Self {
        Self::Recurrent(Cell::default())
    }
}

impl From<Cell> for NetworkKind {
    fn from(cell: Cell) -> Self {
        Self::Recurrent(cell)
    }
}

impl From<Linear> for NetworkKind {
    fn from(linear: Linear) -> Self {
        Self::Linear(linear)
    }
}

impl NetworkKind {
    pub const ALL: &'static [Self] = &[
        Self::Recurrent(Cell::Lstm),
        Self::Recurrent(Cell::Gru),
        Self::Recurrent(Cell::Rnn),
        Self::Linear(Linear::Plain),
        Self::Linear(Linear::FromLast),
    ];

    /// The address's words, in the order of [`NetworkKind::ALL`].
    pub const SLUGS: &'static [&'static str] = &[
        Cell::Lstm.slug(),
        Cell::Gru.slug(),
        Cell::Rnn.slug(),
        Linear::Plain.slug(),
        Linear::FromLast.slug(),
    ];

    /// The address's word.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Recurrent(cell) => cell.slug(),
            Self::Linear(linear) => linear.slug(),
        }
    }

    /// What people call it, in each language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recurrent(cell) => cell.name(),
            Self::Linear(linear) => linear.name(),
        }
    }

    /// The cell, of a network that has one.
    pub const fn cell(self) -> Option<Cell> {
        match self {
            Self::Recurrent(cell) => Some(cell),
            Self::Linear(_) => None,
        }
    }

    /// Whether this is the kind of every link, file and job that names none.
    #[allow(clippy::trivially_copy_pass_by_ref)] // serde calls it so
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_goes_by_one_word_everywhere() {
        let cells = Cell::ALL.iter().map(|cell| NetworkKind::from(*cell));
        let linear = Linear::ALL.iter().map(|linear| NetworkKind::from(*linear));
        let all: Vec<_> = cells.chain(linear).collect();
        assert_eq!(all, NetworkKind::ALL);
        let slugs: Vec<_> = all.iter().map(|kind| kind.slug()).collect();
        assert_eq!(slugs, NetworkKind::SLUGS);
        for kind in all {
            let json = serde_json::to_string(&kind).unwrap();
            assert_eq!(json, format!("\"{}\"", kind.slug()));
            assert_eq!(serde_json::from_str::<NetworkKind>(&json).unwrap(), kind);
        }
        assert!(serde_json::from_str::<NetworkKind>("\"dlinear\"").is_err());
    }
}
