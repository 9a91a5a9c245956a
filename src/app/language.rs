//! The page's language: the visitor's choice, else the browser's; and the file of its words.

use super::browser;
use crate::text::{self, Language, Share};
use gloo_net::http::Request;
use leptos::prelude::*;

/// `public/words.js` reads it too.
const STORAGE_NAME: &str = "hindcast.language";
/// Has the served page say, in its own words, that there are no others: `public/start.js`.
const NO_WORDS: &str = "hindcast-no-words";

/// Loads the words that the first screen begins with: of the kept choice, else of the first of the
/// browser's languages that the page is written in; English where these do not come. `false`, and the page
/// says so, where there are no words at all.
pub async fn load_first() -> bool {
    let kept = browser::storage()
        .and_then(|storage| storage.get_item(STORAGE_NAME).ok().flatten())
        .and_then(|tag| Language::from_tag(&tag));
    let wanted = kept.unwrap_or_else(|| {
        let wanted = browser::languages();
        Language::wanted(wanted.iter().map(String::as_str))
    });
    for language in [wanted, Language::default()] {
        if load_share(language, Share::FirstScreen).await {
            text::speak(language);
            name_document(language);
            return true;
        }
    }
    browser::announce(NO_WORDS);
    false
}

/// Loads the words that the page begins with beyond its first screen. `false` where they did not come.
pub async fn load_rest() -> bool {
    load_share(text::language(), Share::Rest).await
}

/// Sees to it that a language's words are there. `false` where they could not be fetched.
pub async fn load(language: Language) -> bool {
    let shares = [Share::FirstScreen, Share::Rest].map(|share| load_share(language, share));
    let there = futures_util::future::join_all(shares).await;
    there.into_iter().all(|there| there)
}

async fn load_share(language: Language, share: Share) -> bool {
    if text::is_there(language, share) {
        return true;
    }
    match fetched(language, share).await {
        Some(words) => text::bring(language, share, words),
        None => false,
    }
}

/// Words of a language, from a file that index.html names.
async fn fetched(language: Language, share: Share) -> Option<String> {
    let named_by = format!("link[data-words={}]", language.tag());
    let link = document().query_selector(&named_by).ok().flatten()?;
    let name = match share {
        Share::FirstScreen => link.get_attribute("href"),
        Share::Rest => link.get_attribute("data-rest"),
    };
    // As `public/words.js` asks for it: the browser takes one answer for both.
    let answer = Request::get(&name?).send().await.ok()?;
    if !answer.ok() {
        return None;
    }
    answer.text().await.ok()
}

/// What came of a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// The page is in it.
    Spoken,
    /// Its words could not be fetched; the page stays as it is.
    Failed,
    /// Another one was chosen meanwhile.
    Overtaken,
}

/// The language that the page is in. Whoever builds a part of the page from it builds it anew when it
/// changes: texts themselves are plain and follow no signal.
#[derive(Debug, Clone, Copy)]
pub struct PageLanguage {
    shown: RwSignal<Language>,
    /// The last choice, whose words may be on their way.
    wanted: StoredValue<Language>,
    /// The choice whose words did not come.
    failed: RwSignal<Option<Language>>,
}

impl PageLanguage {
    /// Follows the choice, beginning with the language that [`load_first`] loaded.
    pub fn follow() -> Self {
        let language = text::language();
        Self {
            shown: RwSignal::new(language),
            wanted: StoredValue::new(language),
            failed: RwSignal::new(None),
        }
    }

    /// The visitor's choice: texts are in it once its words are there, and on later visits where the
    /// browser keeps the choice.
    pub async fn choose(self, language: Language) -> Chosen {
        self.wanted.set_value(language);
        self.failed.set(None);
        let there = load(language).await;
        if self.wanted.get_value() != language {
            return Chosen::Overtaken;
        }
        if !there {
            self.wanted.set_value(self.shown.get_untracked());
            self.failed.set(Some(language));
            return Chosen::Failed;
        }
        if let Some(storage) = browser::storage() {
            let _ = storage.set_item(STORAGE_NAME, language.tag());
        }
        // Before anything is built anew.
        text::speak(language);
        name_document(language);
        if language != self.shown.get_untracked() {
            self.shown.set(language);
        }
        Chosen::Spoken
    }

    pub fn get(self) -> Language {
        self.shown.get()
    }

    /// The choice whose words did not come, until the next choice.
    pub fn failed(self) -> Option<Language> {
        self.failed.get()
    }
}

/// Tells screen readers, hyphenation and the tab what language this is.
fn name_document(language: Language) {
    let Some(root) = document().document_element() else {
        return;
    };
    // As it was served, it is named already.
    if root.get_attribute("lang").as_deref() == Some(language.tag()) {
        return;
    }
    let _ = root.set_attribute("lang", language.tag());
    document().set_title(text::page::document_title());
    browser::set_meta_content("description", text::page::document_description());
}
