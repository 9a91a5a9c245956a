//! What is said about what is kept on the device, as data.

use crate::market::Source;

/// What is said about what is kept, and about files to take home.
#[derive(Debug, Clone, PartialEq)]
pub enum RecordMessage {
    /// The storage is full or switched off.
    NothingIsKept,
    /// The kept network of a run cannot be read.
    NetworkNotReadable,
    /// An interrupted training cannot go on while something else is under way.
    ResumeWhileBusy,
    InterruptedNotReadable,
    /// The interrupted training needs the prices of this source, which are not kept.
    InterruptedNeedsPrices(Source),
    /// It needs the second series of this source, and there is none or another one.
    InterruptedNeedsOther(Source),
    /// Everything that was kept is gone.
    Forgotten,
    /// The storage did not let go of what it may hold.
    NotForgotten,
    ReportNotSaved,
    FileNotSaved,
}
