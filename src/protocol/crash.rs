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
    /// It went from step to step and then said nothing more.
    Vanished,
}

impl Crash {
    /// Whether the same training may go on in the trainer that took its place: it was not too large for this
    /// machine, and nobody wanted it to end.
    pub fn may_go_on(self) -> bool {
        matches!(self, Self::Died | Self::Vanished)
    }
}
