//! What the first screen is made of: the machine, the few parts of the lab that it shows, and where the
//! visitor looks. The rest of the page is built around the same handles once it has loaded
//! ([`Screen`](super::screen::state::Screen)).

use super::by_pointer::by_pointer;
use super::charts::ColorScheme;
use super::guide::Guide;
use super::language::PageLanguage;
use super::machine::Machine;
use super::refusals::Refusals;
use super::screen::place::{Panel, Place};
use super::theme::{Theme, ThemeChoice};
use crate::forecast::Settings;
use crate::lab::address::CopyOutcome;
use crate::lab::{Intention, Lab, NoticeKind, Phase};
use crate::market::{Prices, Source};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Handles, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Shell {
    pub machine: Machine,
    pub intend: Callback<Intention>,
    pub phase: Memo<Phase>,
    pub source: Memo<Source>,
    pub settings: Memo<Settings>,
    pub prices: Memo<Option<Arc<Prices>>>,
    /// The form keeps the last days sealed.
    pub sealed: Memo<bool>,
    /// A study has the trainer.
    pub studying: Memo<bool>,
    /// A stop was asked for and the trainer has not come to it yet.
    pub stopping: Memo<bool>,
    pub can_resume: Memo<bool>,
    /// True while prices load, a network trains or a study has the trainer.
    pub locked: Memo<bool>,
    /// There are runs in the list.
    pub has_runs: Memo<bool>,
    pub notice_kind: Memo<Option<NoticeKind>>,
    /// What became of the last "Copy link".
    pub copied: Memo<CopyOutcome>,
    /// Settings that were refused: nothing trains while one stands.
    pub refusals: Refusals,
    pub guide: Guide,
    pub place: RwSignal<Place>,
    pub language: PageLanguage,
    /// The visitor's choice of light or dark.
    pub theme: RwSignal<ThemeChoice>,
    /// What follows from it, for the charts.
    pub scheme: Signal<ColorScheme>,
}

impl Shell {
    pub fn new(machine: Machine) -> Self {
        let lab = machine.lab;
        let theme = Theme::follow();
        let intend = Callback::new(move |intention: Intention| machine.intend(intention));
        Self {
            machine,
            intend,
            phase: Memo::new(move |_| lab.with(|Lab { run, .. }| run.phase)),
            source: Memo::new(move |_| lab.with(|Lab { run, .. }| run.experiment.source.clone())),
            settings: Memo::new(move |_| {
                lab.with(|Lab { run, .. }| run.experiment.settings.clone())
            }),
            prices: by_pointer(move || lab.with(|Lab { run, .. }| run.prices.clone())),
            sealed: Memo::new(move |_| lab.with(|Lab { run, .. }| run.experiment.sealed)),
            studying: Memo::new(move |_| lab.with(Lab::is_studying)),
            stopping: Memo::new(move |_| lab.with(|lab| lab.run.is_stopping())),
            can_resume: Memo::new(move |_| lab.with(Lab::can_resume)),
            locked: Memo::new(move |_| {
                lab.with(|lab| {
                    matches!(lab.run.phase, Phase::Training | Phase::Loading) || lab.is_studying()
                })
            }),
            has_runs: Memo::new(move |_| lab.with(|lab| !lab.session.runs().is_empty())),
            notice_kind: Memo::new(move |_| {
                lab.with(|lab| lab.run.notice.as_ref().map(|notice| notice.kind))
            }),
            copied: Memo::new(move |_| lab.with(|lab| lab.copied.clone())),
            refusals: Refusals::new(BTreeMap::new()),
            guide: Guide::of(lab, intend),
            place: RwSignal::new(Place::default()),
            language: PageLanguage::follow(),
            theme: theme.choice,
            scheme: theme.scheme,
        }
    }

    pub fn is_open(self, panel: Panel) -> bool {
        self.place.with(|place| place.panel == Some(panel))
    }
}
