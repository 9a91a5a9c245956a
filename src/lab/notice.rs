//! What the visitor is told, as data: the page has the words.

/// A message for the visitor: what happened and what to do next.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub kind: NoticeKind,
    /// Said before the message: what could not be used of the address that led to it.
    pub first: Option<Message>,
    pub message: Message,
    /// A one-click way out, offered as a button.
    pub offer: Option<Offer>,
}

impl Notice {
    pub fn new(kind: NoticeKind, message: impl Into<Message>) -> Self {
        Self {
            kind,
            first: None,
            message: message.into(),
            offer: None,
        }
    }

    pub fn info(message: impl Into<Message>) -> Self {
        Self::new(NoticeKind::Info, message)
    }

    pub fn warning(message: impl Into<Message>) -> Self {
        Self::new(NoticeKind::Warning, message)
    }

    pub fn error(message: impl Into<Message>) -> Self {
        Self::new(NoticeKind::Error, message)
    }

    #[must_use]
    pub fn with_offer(mut self, offer: Offer) -> Self {
        self.offer = Some(offer);
        self
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    Info,
    Warning,
    Error,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Offer {
    /// Load the free weekly adjusted history of the same symbol.
    LoadWeekly,
    /// Load the last 100 days of the same symbol.
    LoadRecent,
    /// Load another symbol, which may be the one that was meant.
    LoadSymbol(String),
    /// Load what a link is about, with the visitor's key.
    LoadLinked(String),
    /// Search for symbols by what was typed as one.
    SearchSymbol(String),
}

/// Everything that a notice can say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    Prices(super::prices::PriceMessage),
    Training(super::training::message::TrainingMessage),
    Records(super::records::RecordMessage),
}

impl From<super::prices::PriceMessage> for Message {
    fn from(message: super::prices::PriceMessage) -> Self {
        Self::Prices(message)
    }
}

impl From<super::training::message::TrainingMessage> for Message {
    fn from(message: super::training::message::TrainingMessage) -> Self {
        Self::Training(message)
    }
}

impl From<super::records::RecordMessage> for Message {
    fn from(message: super::records::RecordMessage) -> Self {
        Self::Records(message)
    }
}
