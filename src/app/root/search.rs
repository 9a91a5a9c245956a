//! The search for symbols by a company's name.

use super::Root;
use super::alpha_vantage::Trouble;
use crate::app::desk::SymbolSearch;
use crate::app::key::ApiKey;
use crate::market::alpha_vantage::{self, SymbolMatch};
use crate::run::NoticeKind;
use crate::text::{self, said};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

impl Root {
    /// Searches for symbols whose name is like `typed`. A search costs a request, so it is made when
    /// it is asked for and never while someone types.
    pub(super) fn search_symbol(self, typed: &str) {
        let typed = typed.trim().to_owned();
        if typed.is_empty() {
            return self.notify(NoticeKind::Info, text::notices::symbol_to_search_for());
        }
        if self.is_key(&typed) {
            return self.notify(NoticeKind::Error, text::notices::key_as_symbol());
        }
        if let Some(matches) = self.desk.found_before(&typed) {
            return self.desk.search.set(SymbolSearch::Found { typed, matches });
        }
        let Some(key) = self.keys.get().filter(|key| !key.is_demo()) else {
            return self.notify(NoticeKind::Error, text::notices::search_needs_a_key());
        };
        if self.desk.search.get_untracked() == SymbolSearch::Running {
            return;
        }
        self.desk.search.set(SymbolSearch::Running);
        spawn_local(async move {
            let outcome = self.search(&typed, &key).await;
            if self.desk.search.get_untracked() != SymbolSearch::Running {
                return;
            }
            match outcome {
                Ok(matches) => {
                    self.desk.remember_search(&typed, matches.clone());
                    self.desk.search.set(SymbolSearch::Found { typed, matches });
                }
                Err(trouble) => {
                    self.desk.search.set(SymbolSearch::None);
                    let text = match trouble {
                        Trouble::Transport(error) => said(&error),
                        Trouble::Answer(error) => said(&error),
                        Trouble::NoKey | Trouble::Refused(_) | Trouble::Unwanted => return,
                    };
                    self.notify(NoticeKind::Error, text);
                }
            }
        });
    }

    async fn search(self, typed: &str, key: &ApiKey) -> Result<Arc<[SymbolMatch]>, Trouble> {
        let url = alpha_vantage::search_url(typed, key.expose());
        let search = self.desk.search;
        let body = self
            .ask_service(&url, key, move || {
                search.get_untracked() == SymbolSearch::Running
            })
            .await?;
        alpha_vantage::parse_search(&body, typed, key.expose())
            .map(Arc::from)
            .map_err(|error| self.answer_trouble(error))
    }
}
