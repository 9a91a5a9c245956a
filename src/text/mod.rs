//! All text that visitors see, in each language. What may live here: words, and how a language writes
//! numbers and dates. Nothing here knows where a text stands on the page.
//!
//! [`texts!`] makes a function of each text, with the language's words next to each other, so that a
//! text without a translation does not compile. A text says its parts by [`Say`], which writes numbers
//! and dates as the language does; a number that needs a certain count of decimals goes through
//! [`number::decimal`] first.
//!
//! What is not for people's eyes stays as it is in every language: addresses, reports, file names,
//! what is kept on the device.

#[macro_use]
mod macros;

mod date;
pub mod number;

pub mod address;
pub mod alpha_vantage;
pub mod cell;
pub mod charts;
pub mod days;
pub mod forecast;
pub mod guide;
pub mod import;
pub mod inspect;
pub mod journal;
pub mod lessons;
pub mod lstm;
pub mod market;
pub mod model_file;
pub mod network;
pub mod notices;
pub mod page;
pub mod price_file;
pub mod prices;
pub mod requests;
pub mod results;
pub mod run;
pub mod runs;
pub mod seeds;
pub mod session;
pub mod settings;
pub mod studies;
pub mod study;
pub mod tomorrow;
pub mod trainer;
pub mod training;
pub mod verdict;
pub mod watch;
pub mod worlds;

pub use date::{date, day_and_month, month_and_year, weekday_and_date, written_date};

use chrono::NaiveDate;
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::sync::Arc;

/// A language that the page is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Language {
    #[default]
    English,
    German,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The language's tag (BCP 47), as a document and a browser name it.
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// What the language calls itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::German => "Deutsch",
        }
    }

    /// The language of a tag, regions and scripts aside: `de-AT` is German.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next()?;
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The first of the wanted languages that there is; English where there is none.
    pub fn wanted<'a>(tags: impl IntoIterator<Item = &'a str>) -> Self {
        tags.into_iter()
            .find_map(Self::from_tag)
            .unwrap_or_default()
    }
}

thread_local! {
    /// A page has one thread; native tests have one each, and each may speak its own language.
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language that texts are in now.
pub fn language() -> Language {
    LANGUAGE.get()
}

/// Texts are in this language from now on. Those that were made before stay as they are.
pub fn speak(language: Language) {
    LANGUAGE.set(language);
}

/// What `make` gives while texts are in `language`.
pub fn in_language<T>(language: Language, make: impl FnOnce() -> T) -> T {
    let before = LANGUAGE.replace(language);
    let made = make();
    LANGUAGE.set(before);
    made
}

/// Of the words in each language those in the language of now.
pub fn pick<T>(english: T, german: T) -> T {
    match language() {
        Language::English => english,
        Language::German => german,
    }
}

/// A part of a text, written as the language of now writes it.
pub trait Say {
    /// # Errors
    /// The formatter's own.
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// The words of the language of now, of those in each.
#[inline(never)]
fn words(each: &'static [&'static str; 2]) -> &'static str {
    each[language() as usize]
}

/// A text: its words with the parts in the places of their names.
#[inline(never)]
fn fill(each: &'static [&'static str; 2], names: &[&str], parts: &[&dyn Say]) -> String {
    struct Filled<'a>(&'a str, &'a [&'a str], &'a [&'a dyn Say]);

    impl fmt::Display for Filled<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let Self(mut rest, names, parts) = *self;
            while let Some((before, after)) = rest.split_once('{') {
                f.write_str(before)?;
                let (name, after) = after.split_once('}').unwrap_or((after, ""));
                let part = names.iter().zip(parts).find(|(known, _)| **known == name);
                if let Some((_, part)) = part {
                    part.say(f)?;
                }
                rest = after;
            }
            f.write_str(rest)
        }
    }

    Filled(words(each), names, parts).to_string()
}

/// The words of a thing in the language of now.
pub fn said(thing: &(impl Say + ?Sized)) -> String {
    struct Said<'a, T: ?Sized>(&'a T);

    impl<T: Say + ?Sized> fmt::Display for Said<'_, T> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.say(f)
        }
    }

    Said(thing).to_string()
}

macro_rules! say_as_they_are {
    ($($kind:ty),+) => {
        $(impl Say for $kind {
            fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        })+
    };
}
say_as_they_are!(
    str,
    String,
    Cow<'_, str>,
    char,
    u16,
    u32,
    u64,
    usize,
    i32,
    i64
);

impl<T: Say + ?Sized> Say for &T {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).say(f)
    }
}

impl<T: Say + ?Sized> Say for Arc<T> {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).say(f)
    }
}

/// All digits that it has: for settings. Measured numbers go through [`number::decimal`].
impl Say for f64 {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&number::as_it_is(*self))
    }
}

/// As [`date`].
impl Say for NaiveDate {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&date(*self))
    }
}

#[cfg(test)]
mod tests;
