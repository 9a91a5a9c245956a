//! What is not needed to see the page and to choose: the results, their charts, and the long work. In a
//! published site it is a WebAssembly module of its own (`cargo xtask build` splits it off) and loads
//! after the first screen, as the chart library does; built for development it is simply there.
//!
//! The way in is a table of functions, [`Part`], which `part` fills. Whatever is reached through it alone
//! is split off, so what the first screen does not need should be called through it and nowhere else.

use super::charts::drawn::ChartTools;
use super::charts::library;
use super::screen::place::Panel;
use super::screen::state::Screen;
use super::slices::Slices;
use crate::lab::command::Download;
use crate::lab::to_write::ReportToWrite;
use crate::lab::{Intention, Lab, Outcome, Work};
use crate::text;
use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The ways into what loads later.
#[derive(Debug)]
pub struct Part {
    /// Begins to follow the run, once.
    pub begin: fn(Screen),
    pub stage: fn(Screen) -> AnyView,
    /// The verdict and tomorrow's price, in the rail.
    pub outcome: fn(Screen) -> AnyView,
    pub drawer: fn(Screen) -> AnyView,
    /// What is odd about the prices.
    pub data_check: fn(Screen) -> AnyView,
    /// What stands in a panel.
    pub panel: fn(Screen, Panel) -> AnyView,
    pub guide: fn(Screen) -> AnyView,
    pub offers: fn(Slices, Callback<Intention>) -> AnyView,
    pub import_preview: fn(Slices, Signal<bool>, Callback<Intention>) -> AnyView,
    pub steering: fn(Slices, Callback<Intention>) -> AnyView,
    pub work: fn(Work) -> Outcome,
    /// A file's bytes in UTF-8, where they are text in another encoding.
    pub in_utf8: fn(Vec<u8>) -> Vec<u8>,
    /// The whole report; English words are there.
    pub report: fn(&ReportToWrite) -> Download,
    /// The run card of the results on the screen, where there are any.
    pub run_card: fn(&Lab) -> Option<String>,
    pub charts: ChartTools,
}

/// Something that loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loading<T> {
    Underway,
    Failed,
    Done(T),
}

impl<T> Loading<T> {
    pub fn done(self) -> Option<T> {
        match self {
            Self::Done(loaded) => Some(loaded),
            Self::Underway | Self::Failed => None,
        }
    }
}

/// Fetches the part; `None` where it did not load.
pub type Loader = fn() -> LocalBoxFuture<'static, Option<&'static Part>>;

/// How far the later part has come.
#[derive(Debug, Clone, Copy)]
pub struct Deferred {
    loader: Loader,
    part: RwSignal<Loading<&'static Part>, LocalStorage>,
    echarts: RwSignal<Loading<()>>,
}

impl Deferred {
    /// Nothing loads before [`Self::load`].
    pub fn new(loader: Loader) -> Self {
        Self {
            loader,
            part: RwSignal::new_local(Loading::Underway),
            echarts: RwSignal::new(Loading::Underway),
        }
    }

    /// What charts are drawn with, once it and the chart library are there.
    pub fn charts(self) -> Loading<ChartTools> {
        match (self.part.get(), self.echarts.get()) {
            (Loading::Failed, _) | (_, Loading::Failed) => Loading::Failed,
            (Loading::Done(part), Loading::Done(())) => Loading::Done(part.charts),
            _ => Loading::Underway,
        }
    }

    /// Loads the part and the chart library, side by side.
    pub async fn load(self) {
        futures_util::future::join(self.load_part(), async {
            let outcome = match library::load().await {
                true => Loading::Done(()),
                false => Loading::Failed,
            };
            self.echarts.set(outcome);
        })
        .await;
    }

    /// The part, once it is there.
    pub fn part(self) -> Option<&'static Part> {
        self.part.get().done()
    }

    pub fn part_untracked(self) -> Option<&'static Part> {
        self.part.get_untracked().done()
    }

    /// Loads the part, again where that failed before.
    pub async fn load_part(self) -> Option<&'static Part> {
        if matches!(self.part.get_untracked(), Loading::Failed) {
            self.part.set(Loading::Underway);
        }
        let loaded = match (self.loader)().await {
            Some(part) => Loading::Done(part),
            None => Loading::Failed,
        };
        // There is one part: what is there stays there.
        if !matches!(self.part.get_untracked(), Loading::Done(_)) {
            self.part.set(loaded);
        }
        loaded.done()
    }

    /// What leads through a lesson, where there is one.
    pub fn guide(self, screen: Screen) -> impl IntoView {
        move || self.part.get().done().map(|part| (part.guide)(screen))
    }

    /// The verdict and tomorrow's price.
    pub fn outcome(self, screen: Screen) -> impl IntoView {
        move || self.part.get().done().map(|part| (part.outcome)(screen))
    }

    /// What is odd about the prices.
    pub fn data_check(self, screen: Screen) -> impl IntoView {
        move || self.part.get().done().map(|part| (part.data_check)(screen))
    }

    /// The drawer and its tabs.
    pub fn drawer(self, screen: Screen) -> impl IntoView {
        move || self.part.get().done().map(|part| (part.drawer)(screen))
    }

    /// What stands in a panel; until it is there, nothing.
    pub fn panel(self, screen: Screen, panel: Panel) -> impl IntoView {
        move || {
            self.part
                .get()
                .done()
                .map(|part| (part.panel)(screen, panel))
        }
    }

    /// What to go on with, where there is something.
    pub fn offers(self, slices: Slices, intend: Callback<Intention>) -> impl IntoView {
        move || {
            let part = self.part.get().done()?;
            Some((part.offers)(slices, intend))
        }
    }

    /// The preview of a file that leaves a question.
    pub fn import_preview(
        self,
        slices: Slices,
        locked: Signal<bool>,
        intend: Callback<Intention>,
    ) -> Option<AnyView> {
        let part = self.part.get().done()?;
        Some((part.import_preview)(slices, locked, intend))
    }

    /// What changes a training under way.
    pub fn steering(self, slices: Slices, intend: Callback<Intention>) -> Option<AnyView> {
        let part = self.part.get().done()?;
        Some((part.steering)(slices, intend))
    }

    /// The stage; until it is there, its place.
    pub fn stage(self, screen: Screen) -> impl IntoView {
        move || match self.part.get() {
            Loading::Done(part) => {
                (part.begin)(screen);
                (part.stage)(screen)
            }
            Loading::Underway => view! {
                <section class="stage" aria-busy="true">
                    <p class="stage__lede">{text::prices::lede()}</p>
                </section>
            }
            .into_any(),
            Loading::Failed => self.offer_another_try(),
        }
    }

    fn offer_another_try(self) -> AnyView {
        let try_again = move |_| {
            spawn_local(async move {
                self.load_part().await;
            });
        };
        view! {
            <section class="stage">
                <div class="stage__failed" role="alert">
                    <p>{text::notices::results_did_not_load()}</p>
                    <button type="button" class="button" on:click=try_again>
                        {text::notices::try_again()}
                    </button>
                </div>
            </section>
        }
        .into_any()
    }
}
