//! The page's language: the visitor's choice, else the browser's.

use super::browser;
use crate::text::{self, Language};
use leptos::prelude::*;

const STORAGE_NAME: &str = "hindcast.language";

/// The language that the page is in. Whoever builds a part of the page from it builds it anew when it
/// changes: texts themselves are plain and follow no signal.
#[derive(Debug, Clone, Copy)]
pub struct PageLanguage(RwSignal<Language>);

impl PageLanguage {
    /// The kept choice, else the first of the browser's languages that the page is written in. Texts
    /// are in it from now on.
    pub fn follow() -> Self {
        let kept = browser::storage()
            .and_then(|storage| storage.get_item(STORAGE_NAME).ok().flatten())
            .and_then(|tag| Language::from_tag(&tag));
        let language = kept.unwrap_or_else(|| {
            let wanted = browser::languages();
            Language::wanted(wanted.iter().map(String::as_str))
        });
        text::speak(language);
        name_document(language);
        Self(RwSignal::new(language))
    }

    /// The visitor's choice: texts are in it from now on, and on later visits where the browser keeps it.
    pub fn choose(self, language: Language) {
        if language == self.0.get_untracked() {
            return;
        }
        // Before anything is built anew.
        text::speak(language);
        name_document(language);
        if let Some(storage) = browser::storage() {
            let _ = storage.set_item(STORAGE_NAME, language.tag());
        }
        self.0.set(language);
    }

    pub fn get(self) -> Language {
        self.0.get()
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
