//! The device's database: what it holds, what is asked of it, what it answers.

/// The stores of the device's database.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Store {
    /// Copies of fetched prices.
    Copies,
    /// When these were fetched, so that the oldest is found without reading all.
    Times,
    /// Past runs.
    Runs,
    /// Their networks.
    Models,
    /// Prices that cannot be made again.
    Prices,
    /// The state of the training under way.
    Training,
    Journal,
    /// Sealed blocks that were opened.
    Seals,
}

impl Store {
    pub const ALL: [Self; 8] = [
        Self::Copies,
        Self::Times,
        Self::Runs,
        Self::Models,
        Self::Prices,
        Self::Training,
        Self::Journal,
        Self::Seals,
    ];
}

#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub enum Key {
    Number(f64),
    Text(String),
}

#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    Number(f64),
    Text(String),
    Bytes(Vec<u8>),
}

/// A record to be written, or removed where there is none.
pub type Change = (Store, Key, Option<Record>);

#[derive(Debug, Clone, PartialEq)]
pub enum StoreAction {
    Read(Store, Key),
    /// Every key of a store, in order.
    Keys(Store),
    /// Every record of a store, in the order of their keys.
    All(Store),
    /// All of them or none.
    Change(Vec<Change>),
    /// Everything goes. A storage that failed before is asked once more.
    Clear,
}

/// `None` everywhere where there is no storage, or it failed.
#[derive(Debug, Clone, PartialEq)]
pub enum StoreOutcome {
    /// The inner one: no such record.
    Read(Option<Option<Record>>),
    Keys(Option<Vec<Key>>),
    All(Option<Vec<(Key, Record)>>),
    Changed(bool),
}

impl StoreOutcome {
    /// Every change was made.
    pub(super) fn is_done(&self) -> bool {
        *self == Self::Changed(true)
    }

    pub(super) fn keys(self) -> Option<Vec<Key>> {
        match self {
            Self::Keys(keys) => keys,
            _ => None,
        }
    }

    pub(super) fn all(self) -> Option<Vec<(Key, Record)>> {
        match self {
            Self::All(records) => records,
            _ => None,
        }
    }

    fn record(self) -> Option<Record> {
        match self {
            Self::Read(record) => record.flatten(),
            _ => None,
        }
    }

    pub(super) fn bytes(self) -> Option<Vec<u8>> {
        match self.record()? {
            Record::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    pub(super) fn number(self) -> Option<f64> {
        match self.record()? {
            Record::Number(number) => Some(number),
            _ => None,
        }
    }
}
