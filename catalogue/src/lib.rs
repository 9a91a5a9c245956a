//! The page's words: one Fluent file a language in `locales/`, checked against English, and made into
//! what the page is built from.
//!
//! # Layout
//! - [`message`] reads a file: each message's parts and plural forms.
//! - [`check`] holds a language to the English messages.
//! - [`rust`] writes a typed function of each message, for `src/text`.
//!
//! # A language
//! `locales/de.ftl` is German: the file's name is the language's tag (BCP 47), its first messages are
//! what the language is called. English is the source; the others follow it. A language that says a
//! count in other forms than English does needs a rule first: see [`SAYS_ONE_FOR_ONE`].

mod check;
mod message;
mod rust;

use message::Message;
use std::fs;
use std::path::Path;

/// The language that the others are checked against.
const SOURCE: &str = "en";

/// Languages whose plural form `one` is for exactly 1 and `other` for every other count (CLDR,
/// cardinal numbers): the rule that the functions know. Add a new language here once you have looked
/// it up.
const SAYS_ONE_FOR_ONE: [&str; 3] = ["en", "de", "es"];

/// What the keys of the first screen's messages begin with. They are a file of their own, which is loaded
/// before the page is usable; the others come with the rest of the page.
const FIRST_SCREEN: [&str; 19] = [
    "date-",
    "guide-link_hides",
    "guide-show_everything",
    "import-drop",
    "network-",
    "notices-results_did_not_load",
    "notices-try_again",
    "number-",
    "page-",
    "prices-",
    "results-is_sealed",
    "results-keep_sealed",
    "runs-both_means",
    "runs-run_both",
    "runs-take_home",
    "settings-",
    "training-",
    "verdict-why",
    "worlds-",
];

/// What parts the texts of a language's table. No text holds it.
pub const SEPARATOR: char = '\u{1f}';

/// All texts in all languages.
#[derive(Debug)]
pub struct Catalogue {
    /// The source first, then by tag.
    languages: Vec<Language>,
    /// Those of the first screen first, else in the order of the source's file.
    texts: Vec<Text>,
    /// How many forms the first screen's texts have.
    first_forms: usize,
}

/// A language, with its words.
#[derive(Debug)]
pub struct Language {
    /// BCP 47.
    pub tag: String,
    /// In English, one word: what the code calls it.
    name: String,
    /// What it calls itself.
    own_name: String,
    /// Every text's forms, in the order of [`Catalogue::texts`]; a part is its place, `{0}`.
    forms: Vec<String>,
}

/// A text: what a function is made of.
#[derive(Debug)]
struct Text {
    module: String,
    name: String,
    comment: String,
    /// In the order of the function's parameters.
    parts: Vec<String>,
    /// Whether the first part is a count, which chooses between two forms.
    counted: bool,
    /// The source's words, for the documentation.
    example: String,
}

impl Catalogue {
    /// Reads `*.ftl` of a folder.
    ///
    /// # Errors
    /// Every fault of the files, a line each, with file and message.
    pub fn read(folder: &Path) -> Result<Self, String> {
        let fault = |error: std::io::Error| format!("{}: {error}", folder.display());
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).map_err(fault)? {
            let path = entry.map_err(fault)?.path();
            if let (Some(tag), Some("ftl")) = (
                path.file_stem().and_then(|stem| stem.to_str()),
                path.extension().and_then(|extension| extension.to_str()),
            ) {
                files.push((tag.to_owned(), fs::read_to_string(&path).map_err(fault)?));
            }
        }
        files.sort_by_key(|(tag, _)| (tag != SOURCE, tag.clone()));
        Self::of(&files).map_err(|faults| faults.join("\n"))
    }

    /// Makes a catalogue of files, each a tag and its text; the source comes first.
    fn of(files: &[(String, String)]) -> Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let mut read = Vec::new();
        for (tag, text) in files {
            match message::messages(text) {
                Ok(messages) => read.push((tag.as_str(), messages)),
                Err(found) => faults.extend(found.into_iter().map(|it| format!("{tag}.ftl: {it}"))),
            }
        }
        let Some((SOURCE, source)) = read.first() else {
            faults.push(format!("{SOURCE}.ftl, the source, is missing or faulty"));
            return Err(faults);
        };
        for (tag, messages) in &read {
            let found = check::faults(tag, messages, source);
            faults.extend(found.into_iter().map(|it| format!("{tag}.ftl: {it}")));
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut texts: Vec<Text> = source.iter().filter_map(Text::of).collect();
        texts.sort_by_key(|text| !text.is_of_first_screen());
        let first = texts.iter().filter(|text| text.is_of_first_screen());
        let first_forms = first.map(Text::form_count).sum();
        let languages = read
            .iter()
            .map(|(tag, messages)| Language::of(tag, messages, &texts))
            .collect();
        Ok(Self {
            languages,
            texts,
            first_forms,
        })
    }

    /// The source first, then by tag.
    pub fn languages(&self) -> &[Language] {
        &self.languages
    }

    /// What a message that has one form says in a language, by its key.
    pub fn words<'a>(&self, language: &'a Language, key: &str) -> Option<&'a str> {
        let mut place = 0;
        for text in &self.texts {
            if text.key() == key {
                return language.forms.get(place).map(String::as_str);
            }
            place += text.form_count();
        }
        None
    }

    /// A language's words as the page loads them: those of the first screen, and the others.
    pub fn tables(&self, language: &Language) -> [String; 2] {
        let (first, rest) = language.forms.split_at(self.first_forms);
        [first, rest].map(|forms| forms.join(&SEPARATOR.to_string()))
    }

    /// The code of `src/text`'s functions. It takes each language's table from the file `<tag>.words`
    /// beside it.
    pub fn rust(&self) -> String {
        rust::code(self)
    }
}

impl Language {
    fn of(tag: &str, messages: &[Message], texts: &[Text]) -> Self {
        let find = |module: &str, name: &str| {
            messages
                .iter()
                .find(|message| message.module == module && message.name == name)
        };
        let own = |name: &str| find(message::ABOUT_LANGUAGE, name).map(|it| it.forms[0].clone());
        let forms = texts
            .iter()
            .flat_map(|text| {
                let forms = find(&text.module, &text.name).map(|it| it.forms.as_slice());
                forms.unwrap_or_default().iter().map(|it| text.placed(it))
            })
            .collect();
        // Checked before: every language has both.
        Self {
            tag: tag.to_owned(),
            name: own("name").unwrap_or_default(),
            own_name: own("own_name").unwrap_or_default(),
            forms,
        }
    }

    /// All of the language's words, as a native program holds them.
    pub fn table(&self) -> String {
        self.forms.join(&SEPARATOR.to_string())
    }
}

impl Text {
    /// `None` for what a language's file says of the language itself.
    fn of(message: &Message) -> Option<Self> {
        (message.module != message::ABOUT_LANGUAGE).then(|| Self {
            module: message.module.clone(),
            name: message.name.clone(),
            comment: message.comment.clone(),
            parts: message.parameters(),
            counted: message.count.is_some(),
            example: message.forms.last().cloned().unwrap_or_default(),
        })
    }

    /// `verdict-missed`.
    fn key(&self) -> String {
        format!("{}-{}", self.module, self.name)
    }

    fn is_of_first_screen(&self) -> bool {
        let key = self.key();
        FIRST_SCREEN.iter().any(|start| key.starts_with(start))
    }

    fn form_count(&self) -> usize {
        1 + usize::from(self.counted)
    }

    /// A form with the places of its parts in their stead: `{day}` becomes `{1}`.
    fn placed(&self, form: &str) -> String {
        let mut placed = form.to_owned();
        for (place, part) in self.parts.iter().enumerate() {
            placed = placed.replace(&format!("{{{part}}}"), &format!("{{{place}}}"));
        }
        placed
    }
}

#[cfg(test)]
mod tests;
