//! How the page lost its trainer.

/// How the trainer was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Crash {
    /// The browser does not let it start.
    NotAllowed,
    /// It died before its first word.
    DidNotLoad,
    OutOfMemory,
    Died,
    /// It was told to stop and did not.
    DidNotStop,
}
