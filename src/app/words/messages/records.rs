//! What is said about what is kept on the device, and about files to take home.

use crate::lab::records::RecordMessage;
use crate::text::{Say, notices};
use std::fmt;

impl Say for RecordMessage {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::NothingIsKept => notices::nothing_is_kept(),
            Self::NetworkNotReadable => notices::network_not_readable(),
            Self::ResumeWhileBusy => notices::resume_while_busy(),
            Self::InterruptedNotReadable => notices::interrupted_not_readable(),
            Self::InterruptedNeedsPrices(source) => {
                return f.write_str(&notices::interrupted_needs_prices(source));
            }
            Self::InterruptedNeedsOther(source) => {
                return f.write_str(&notices::interrupted_needs_other(source));
            }
            Self::Forgotten => notices::copies_gone(),
            Self::NotForgotten => notices::copies_not_removed(),
            Self::ReportNotSaved => notices::report_not_saved(),
            Self::FileNotSaved => notices::file_not_saved(),
        };
        f.write_str(words)
    }
}
