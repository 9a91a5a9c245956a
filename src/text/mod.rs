//! All text that visitors see, in each language. What may live here: how a language writes numbers and
//! dates, and what joins words. The words themselves are `locales/*.ftl`, a file a language. Nothing
//! here knows where a text stands on the page.
//!
//! The build makes a function of each message (see the package `catalogue`): `verdict-missed`, with the
//! parts `$price` and `$day`, is `text::verdict::missed(price, day)`. A text says its parts by [`Say`],
//! which writes numbers and dates as the language does; a number that needs a certain count of decimals
//! goes through [`number::decimal`] first.
//!
//! A native program holds all languages. The page loads the words of the one it shows, and [`bring`]s
//! them. What is not for people's eyes stays as it is in every language: addresses, reports, file
//! names, what is kept on the device.

pub mod date;
pub mod forecast;
pub mod number;
pub mod price_file;
pub mod settings;
pub mod watch;

/// The texts' functions, a module for each part of the page. Modules that have more to say than one
/// message holds are files beside this one.
mod catalogue {
    use super::{Say, fill, words};

    include!(concat!(env!("OUT_DIR"), "/texts.rs"));
}

pub use catalogue::*;
pub use date::{date, day_and_month, month_and_year, weekday_and_date, written_date};

use chrono::NaiveDate;
use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::sync::{Arc, OnceLock};

impl Language {
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

    /// A share of its words, where it is there.
    fn table(self, share: Share) -> Option<Table> {
        let table = &TABLES[self as usize][share as usize];
        let Some(words) = EMBEDDED.get(self as usize) else {
            return table.get().map(Vec::as_slice);
        };
        let words = words.split(SEPARATOR);
        let all_of_it = || match share {
            Share::FirstScreen => words.take(FORMS[0]).collect(),
            Share::Rest => words.skip(FORMS[0]).collect(),
        };
        Some(table.get_or_init(all_of_it).as_slice())
    }
}

/// The page loads a language's words in two shares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    FirstScreen,
    Rest,
}

/// Words of a language, in the order of the catalogue.
type Table = &'static [&'static str];

static TABLES: [[OnceLock<Vec<&'static str>>; 2]; Language::ALL.len()] =
    [const { [const { OnceLock::new() }; 2] }; Language::ALL.len()];

/// Takes a share of a language's words, as the build wrote them. They stay until the page is left.
/// `false` for what is no such table.
pub fn bring(language: Language, share: Share, words: String) -> bool {
    if words.split(SEPARATOR).count() != FORMS[share as usize] {
        return false;
    }
    TABLES[language as usize][share as usize]
        .get_or_init(|| words.leak().split(SEPARATOR).collect());
    true
}

/// Whether a share of the language's words is there.
pub fn is_there(language: Language, share: Share) -> bool {
    language.table(share).is_some()
}

thread_local! {
    /// A page has one thread; native tests have one each, and each may speak its own language.
    static LANGUAGE: Cell<Language> = const { Cell::new(Language::English) };
}

/// The language that texts are in now.
pub fn language() -> Language {
    LANGUAGE.get()
}

/// Texts are in this language from now on, where the first screen can be said in it. Those that were made before stay
/// as they are.
pub fn speak(language: Language) {
    if is_there(language, Share::FirstScreen) {
        LANGUAGE.set(language);
    }
}

/// What `make` gives while texts are in `language`, where its words are there.
pub fn in_language<T>(language: Language, make: impl FnOnce() -> T) -> T {
    let before = LANGUAGE.get();
    speak(language);
    let made = make();
    LANGUAGE.set(before);
    made
}

/// A part of a text, written as the language of now writes it.
pub trait Say {
    /// # Errors
    /// The formatter's own.
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

/// The words at a place of the two tables together, in the language of now.
#[inline(never)]
fn words(place: usize) -> &'static str {
    let (share, place) = match place.checked_sub(FORMS[0]) {
        None => (Share::FirstScreen, place),
        Some(place) => (Share::Rest, place),
    };
    let table = language().table(share).unwrap_or_default();
    table.get(place).copied().unwrap_or_default()
}

/// A text: its words, with the parts in their places: `{0}` is the first.
#[inline(never)]
fn fill(place: usize, parts: &[&dyn Say]) -> String {
    struct Filled<'a>(&'a str, &'a [&'a dyn Say]);

    impl fmt::Display for Filled<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let Self(mut rest, parts) = *self;
            while let Some((before, after)) = rest.split_once('{') {
                f.write_str(before)?;
                let (number, after) = after.split_once('}').unwrap_or((after, ""));
                let number = number.bytes().next().unwrap_or_default();
                if let Some(part) = parts.get(usize::from(number.wrapping_sub(b'0'))) {
                    part.say(f)?;
                }
                rest = after;
            }
            f.write_str(rest)
        }
    }

    Filled(words(place), parts).to_string()
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

/// As [`date()`].
impl Say for NaiveDate {
    fn say(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&date(*self))
    }
}

#[cfg(test)]
mod tests;
