//! The words of notices, one file for each area of the lab.

mod prices;
mod records;
pub mod training;

use crate::lab::Message;
use crate::text::Say;
use std::fmt;

impl Say for Message {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Prices(message) => message.say(f),
            Self::Training(message) => message.say(f),
            Self::Records(message) => message.say(f),
        }
    }
}
