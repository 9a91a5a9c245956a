//! What is said about prices, and about the address that asks for them.

use crate::lab::prices::{NoNewerPrices, PriceMessage};
use crate::market::{Field, Interval};
use crate::text::{self, Say, notices, written_date};
use std::fmt;

impl Say for PriceMessage {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::KeyAsSymbol => notices::key_as_symbol().say(f),
            Self::BadSymbol(error) => error.say(f),
            Self::KeyWanted => notices::key_wanted().say(f),
            Self::Transport(error) => error.say(f),
            Self::Answer(error) => error.say(f),
            Self::Refused(refusal) => refusal.say(f),
            Self::OldCopy {
                fetched_on: Some(date),
                because,
            } => notices::prices_of_a_copy_of(written_date(*date), because).say(f),
            Self::OldCopy {
                fetched_on: None,
                because,
            } => notices::prices_of_a_copy(because).say(f),
            Self::NotAdjusted => text::alpha_vantage::not_adjusted().say(f),
            Self::RecentOnly { symbol, rows } => notices::recent_only(symbol, *rows).say(f),
            Self::NoRecentEither(error) => notices::no_recent_either(error).say(f),
            Self::NoCopyKept => notices::no_copy_kept().say(f),
            Self::OfferLoaded {
                rows,
                symbol,
                interval,
                field,
                first_date,
            } => {
                let how = match field {
                    Field::AdjustedClose => notices::adjusted(),
                    Field::Close => notices::as_traded(),
                };
                let instead = match interval {
                    Interval::Daily => notices::days_instead,
                    Interval::Weekly => notices::weeks_instead,
                    Interval::Monthly => notices::months_instead,
                };
                instead(*rows, symbol, written_date(*first_date), how).say(f)
            }
            Self::SearchNeedsText => notices::symbol_to_search_for().say(f),
            Self::SearchNeedsKey => notices::search_needs_a_key().say(f),
            Self::FileWhileTraining => notices::file_while_training().say(f),
            Self::UseWhileTraining => notices::use_while_training().say(f),
            Self::FileNotReadable => notices::file_not_readable().say(f),
            Self::File(error) => error.say(f),
            Self::FileLeavesQuestion => notices::file_leaves_a_question().say(f),
            Self::ArchiveLeavesQuestion(count) => notices::archive_leaves_a_question(*count).say(f),
            Self::NoFileDropped => notices::no_file_dropped().say(f),
            Self::TooManyFiles(count) => notices::too_many_files(*count).say(f),
            Self::FilesHeld(count) => notices::files_held(*count).say(f),
            Self::LinkToSymbol { symbol } => notices::link_to_symbol(symbol).say(f),
            Self::LinkWaits { symbol } => notices::link_waits(symbol).say(f),
            Self::LinkToFile { name } => notices::link_to_file(name).say(f),
            Self::OtherWanted(source) => notices::other_wanted(source).say(f),
            Self::LinkWhileTraining => notices::link_while_training().say(f),
            Self::LinkWhileStudying => notices::link_while_studying().say(f),
            Self::BadAddress {
                experiment,
                guide,
                keys,
            } => {
                let of_experiment = experiment.iter().map(text::said);
                let of_guide = guide.iter().map(text::said);
                let of_keys = keys.iter().map(text::said);
                let sentences: Vec<String> = of_experiment.chain(of_guide).chain(of_keys).collect();
                sentences.join(" ").say(f)
            }
            Self::PartNotLoaded => notices::part_did_not_load().say(f),
        }
    }
}

impl Say for NoNewerPrices {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoKey => notices::newer_with_key().say(f),
            Self::NotAsked => notices::newer_by_refresh().say(f),
            Self::Transport(error) => error.say(f),
            Self::Answer(error) => error.say(f),
        }
    }
}
