//! Why a history cannot be had, after copies, the service and all it refuses.

use super::errors::{AnswerError, TransportError};
use super::history::Refusal;

/// Why there is no history.
#[derive(Debug, Clone, PartialEq)]
pub enum NoHistory {
    /// Only a key could have it, and there is none.
    Key,
    Transport(TransportError),
    Answer(AnswerError),
    /// To the request for the last days, where the whole history was called an invalid one.
    OfRecent(AnswerError),
    Refused(Refusal),
    /// The service refused what was asked before, so it was not asked.
    NotAsked,
}

impl NoHistory {
    /// Whether it would be the same of any other history: the day's requests are used up, the key is none, the
    /// network is gone.
    pub fn is_of_any(&self) -> bool {
        match self {
            Self::Transport(_) | Self::NotAsked => true,
            Self::Answer(error) | Self::OfRecent(error) => matches!(
                error,
                AnswerError::DailyLimit
                    | AnswerError::DemoLimit
                    | AnswerError::TooFast
                    | AnswerError::KeyMissing
                    | AnswerError::DemoKey
                    | AnswerError::Other
            ),
            // What a key may not have is known without another request.
            Self::Key | Self::Refused(_) => false,
        }
    }
}
