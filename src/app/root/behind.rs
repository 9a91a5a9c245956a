//! What is not needed to see the page and to choose: the results and their charts, and most of what
//! the root does. In a published site it is a module of its own (`cargo xtask build` splits it off)
//! and loads behind the first screen, as the chart library does; built for development it is simply
//! there.
//!
//! The way in is a table of functions, [`Part`]. Whatever is reached through it alone is split off,
//! so what the first screen does not need should be called through it and nowhere else.

use super::{Import, Interrupted, Refusals, Root};
use crate::app::charts::drawn::{ChartTools, DrawnChart};
use crate::app::charts::echarts::Drawing;
use crate::app::charts::table::last_rows;
use crate::app::charts::{ColorScheme, library};
use crate::app::components::{
    GuidePanel, ImportPreview, InsideCell, InterruptedTraining, Lessons, LstmLesson, Steering,
    StudiesSection, TomorrowSection, TrainingResults, VerdictSection, WaitingModel,
};
use crate::app::desk::Wanted;
use crate::app::guide::Guide;
use crate::app::inspector::Inspector;
use crate::app::intention::{Intention, PriceText};
use crate::app::slices::Slices;
use crate::forecast::evaluation::IntervalChoice;
use crate::journal::Journal;
use crate::model_file::opened::OpenedModel;
use crate::protocol::FromTrainer;
use crate::run::{Notice, NoticeKind, Run};
use crate::session::Session;
use crate::study::{Progress, Studies};
use crate::text;
use js_sys::ArrayBuffer;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;
use std::sync::Arc;
use wasm_bindgen::JsValue;

type Preview = fn(ReadSignal<Option<Import>>, Signal<bool>, Callback<Intention>) -> AnyView;

/// The ways into what loads behind.
#[derive(Debug)]
pub(super) struct Part {
    pub results: fn(ResultsView) -> AnyView,
    pub guide: fn(Guide, RwSignal<Run>) -> AnyView,
    pub offers: fn(Offers, Callback<Intention>) -> AnyView,
    pub prices_came: fn(Root),
    pub bring_back: fn(Root),
    pub keep_state: fn(Root, u32, ArrayBuffer),
    pub end_state_keeping: fn(Root),
    pub offer_own_state: fn(Root),
    pub import_preview: Preview,
    pub steering: fn(Slices, Callback<Intention>) -> AnyView,
    pub act: fn(Root, Intention),
    pub open_price_text: fn(Root, PriceText),
    pub load_history: fn(Root, Wanted, Notice),
    pub evaluate: fn(Root, u32, Vec<f32>, Vec<f32>),
    pub go_on_with_both: fn(Root),
    pub hear_of_sealed: fn(Root, FromTrainer),
    pub hear_of_study: fn(Root, FromTrainer),
    pub study_lost: fn(Root, &str),
    pub charts: ChartTools,
}

/// What stands beside the button Train where there is something to go on with.
#[derive(Debug, Clone, Copy)]
pub struct Offers {
    /// A network that is opened and whose prices are not there yet.
    pub waiting_model: ReadSignal<Option<Arc<OpenedModel>>>,
    /// A training that was under way when its tab was closed.
    pub interrupted: ReadSignal<Option<Interrupted>>,
}

/// What the results read and whom they tell.
#[derive(Debug, Clone, Copy)]
pub(super) struct ResultsView {
    pub slices: Slices,
    pub scheme: Signal<ColorScheme>,
    pub session: ReadSignal<Session>,
    /// Runs of it whose network is kept.
    pub kept_models: ReadSignal<BTreeSet<u32>>,
    /// Forecasts that were kept.
    pub journal: RwSignal<Journal>,
    /// The sealed block is being opened.
    pub opening: ReadSignal<bool>,
    pub studies: ReadSignal<Studies>,
    pub study_progress: ReadSignal<Option<Progress>>,
    pub refusals: Refusals,
    pub guide: Guide,
    pub locked: Memo<bool>,
    pub intend: Callback<Intention>,
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

/// How far the loading behind has come.
#[derive(Debug, Clone, Copy)]
pub struct Behind {
    part: RwSignal<Loading<&'static Part>, LocalStorage>,
    echarts: RwSignal<Loading<()>>,
}

impl Behind {
    /// Nothing loads before [`Self::load`].
    pub(super) fn new() -> Self {
        Self {
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
    pub(super) async fn load(self) {
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
    pub(super) fn part(self) -> Option<&'static Part> {
        self.part.get().done()
    }

    pub(super) fn part_untracked(self) -> Option<&'static Part> {
        self.part.get_untracked().done()
    }

    /// Loads the part, again where that failed before.
    async fn load_part(self) -> Option<&'static Part> {
        if matches!(self.part.get_untracked(), Loading::Failed) {
            self.part.set(Loading::Underway);
        }
        let loaded = match load().await {
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
    pub(super) fn guide(self, guide: Guide, run: RwSignal<Run>) -> impl IntoView {
        move || self.part.get().done().map(|part| (part.guide)(guide, run))
    }

    /// What to go on with, where there is something.
    pub fn offers(self, offers: Offers, intend: Callback<Intention>) -> impl IntoView {
        move || {
            let part = self.part.get().done()?;
            Some((part.offers)(offers, intend))
        }
    }

    /// The preview of a file that leaves a question.
    pub fn import_preview(
        self,
        import: ReadSignal<Option<Import>>,
        locked: Signal<bool>,
        intend: Callback<Intention>,
    ) -> Option<AnyView> {
        let part = self.part.get().done()?;
        Some((part.import_preview)(import, locked, intend))
    }

    /// What changes a training under way.
    pub fn steering(self, slices: Slices, intend: Callback<Intention>) -> Option<AnyView> {
        let part = self.part.get().done()?;
        Some((part.steering)(slices, intend))
    }

    /// The sections of results; until they are there, their place.
    pub(super) fn results(self, view: ResultsView) -> impl IntoView {
        move || match self.part.get() {
            Loading::Done(part) => (part.results)(view),
            Loading::Underway => {
                view! { <section class="results-place" aria-busy="true"></section> }.into_any()
            }
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
            <section class="results-place">
                <div class="card" role="alert">
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

impl Root {
    /// Acts through the part that loads behind: at once where it is there, and else as soon as it
    /// is. Where it does not come, says so.
    pub(super) fn behind(self, act: impl FnOnce(&'static Part) + 'static) {
        self.behind_or(act, move || {
            self.notify(NoticeKind::Error, text::notices::part_did_not_load());
        });
    }

    /// As [`Self::behind`], with an end of its own for where the part does not come.
    pub(super) fn behind_or(
        self,
        act: impl FnOnce(&'static Part) + 'static,
        failed: impl FnOnce() + 'static,
    ) {
        if let Loading::Done(part) = self.behind.part.get_untracked() {
            return act(part);
        }
        spawn_local(async move {
            match self.behind.load_part().await {
                Some(part) => act(part),
                None => failed(),
            }
        });
    }
}

/// In a module of its own, which the browser fetches at the first call.
#[cfg(split)]
async fn load() -> Option<&'static Part> {
    use leptos::wasm_split::{SplitLoaderError, wasm_split};

    #[wasm_split(behind, wasm_split_path = ::leptos::wasm_split, fallible)]
    fn part() -> Result<&'static Part, SplitLoaderError> {
        Ok(&PART)
    }

    part().await.ok()
}

#[cfg(not(split))]
async fn load() -> Option<&'static Part> {
    Some(&PART)
}

static PART: Part = Part {
    results,
    guide,
    offers,
    prices_came: Root::prices_came,
    bring_back: Root::bring_back,
    keep_state: Root::keep_state,
    end_state_keeping: Root::end_state_keeping,
    offer_own_state: Root::offer_own_state,
    import_preview,
    steering,
    act: Root::act_behind,
    open_price_text: Root::open_price_text,
    load_history: Root::load_history,
    evaluate: Root::evaluate,
    go_on_with_both: Root::go_on_with_both,
    hear_of_sealed: Root::hear_of_sealed,
    hear_of_study: Root::hear_of_study,
    study_lost: Root::study_lost,
    charts: ChartTools { prepare, last_rows },
};

fn results(view: ResultsView) -> AnyView {
    let ResultsView {
        slices,
        scheme,
        session,
        kept_models,
        journal,
        opening,
        studies,
        study_progress,
        refusals,
        guide,
        locked,
        intend,
    } = view;
    let inspector = Inspector::of(slices);
    // What is looked at, not part of the run.
    let interval = RwSignal::new(IntervalChoice::default());
    view! {
        <TrainingResults slices=slices scheme=scheme />
        <VerdictSection
            slices=slices
            scheme=scheme
            interval=interval
            session=session
            kept_models=kept_models
            inspector=inspector
            opening=opening
            shift=guide.shift
            locked=locked
            intend=intend
        />
        <StudiesSection
            slices=slices
            studies=studies
            progress=study_progress
            session=session
            refusals=refusals
            locked=locked
            intend=intend
        />
        <TomorrowSection
            slices=slices
            scheme=scheme
            interval=interval
            journal=journal
            intend=intend
        />
        <Lessons guide=guide intend=intend />
        <section id="lesson" aria-labelledby="lesson-title">
            <div class="section-head">
                <h2 id="lesson-title" tabindex="-1">
                    <span class="step" aria-hidden="true">"6"</span>
                    {text::notices::how_an_lstm_works()}
                </h2>
            </div>
            <div class="card">
                <LstmLesson />
            </div>
            <div class="card">
                <InsideCell inspector=inspector />
            </div>
        </section>
    }
    .into_any()
}

fn guide(guide: Guide, run: RwSignal<Run>) -> AnyView {
    view! { <GuidePanel guide=guide run=run /> }.into_any()
}

fn offers(offers: Offers, intend: Callback<Intention>) -> AnyView {
    view! {
        <InterruptedTraining interrupted=offers.interrupted intend=intend />
        <WaitingModel model=offers.waiting_model intend=intend />
    }
    .into_any()
}

fn import_preview(
    import: ReadSignal<Option<Import>>,
    locked: Signal<bool>,
    intend: Callback<Intention>,
) -> AnyView {
    view! { <ImportPreview import=import locked=locked intend=intend /> }.into_any()
}

fn steering(slices: Slices, intend: Callback<Intention>) -> AnyView {
    view! { <Steering slices intend /> }.into_any()
}

fn prepare(
    element: &web_sys::Element,
    name: &'static str,
    group: Option<&'static str>,
    on_row: Option<Callback<usize>>,
    finished: Box<dyn Fn()>,
) -> Result<Box<dyn DrawnChart>, JsValue> {
    let mut drawing = Drawing::new(element, name, group, finished)?;
    if let Some(on_row) = on_row {
        drawing.on_row(move |row| on_row.run(row));
    }
    Ok(Box::new(drawing))
}
