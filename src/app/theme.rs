//! Light or dark: the browser's preference, unless the visitor chose.

use super::charts::ColorScheme;
use crate::text;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

const STORAGE_NAME: &str = "hindcast.theme";

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// As the browser asks.
    #[default]
    Auto,
    Light,
    Dark,
}

impl ThemeChoice {
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    pub fn slug(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub fn title(self) -> &'static str {
        match self {
            Self::Auto => text::page::colours_auto(),
            Self::Light => text::page::colours_light(),
            Self::Dark => text::page::colours_dark(),
        }
    }

    pub fn from_slug(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.slug() == text)
    }
}

/// The choice, and the scheme that follows from it.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    pub choice: RwSignal<ThemeChoice>,
    /// For the charts, which are painted on canvas and do not see style sheets.
    pub scheme: Signal<ColorScheme>,
}

impl Theme {
    /// Reads the kept choice, follows the browser's preference, and marks the document.
    pub fn follow() -> Self {
        let storage = || window().local_storage().ok().flatten();
        let kept = storage()
            .and_then(|storage| storage.get_item(STORAGE_NAME).ok().flatten())
            .and_then(|text| ThemeChoice::from_slug(&text));
        let choice = RwSignal::new(kept.unwrap_or_default());

        let prefers_dark = RwSignal::new(false);
        if let Ok(Some(query)) = window().match_media("(prefers-color-scheme: dark)") {
            prefers_dark.set(query.matches());
            let watched = query.clone();
            let on_change =
                Closure::<dyn FnMut()>::new(move || prefers_dark.set(watched.matches()));
            let _ = query
                .add_event_listener_with_callback("change", on_change.as_ref().unchecked_ref());
            // The root lives as long as the page.
            on_change.forget();
        }

        Effect::new(move |previous: Option<()>| {
            let choice = choice.get();
            if let Some(root) = document().document_element() {
                let _ = match choice {
                    ThemeChoice::Auto => root.remove_attribute("data-theme"),
                    _ => root.set_attribute("data-theme", choice.slug()),
                };
            }
            // Nothing is stored before the visitor has chosen.
            if previous.is_some()
                && let Some(storage) = storage()
            {
                let _ = storage.set_item(STORAGE_NAME, choice.slug());
            }
        });

        let scheme = Memo::new(move |_| match choice.get() {
            ThemeChoice::Light => ColorScheme::Light,
            ThemeChoice::Dark => ColorScheme::Dark,
            ThemeChoice::Auto if prefers_dark.get() => ColorScheme::Dark,
            ThemeChoice::Auto => ColorScheme::Light,
        });
        Self {
            choice,
            scheme: scheme.into(),
        }
    }
}
