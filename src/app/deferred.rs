//! What is not needed to see the page and to choose: taking in and carrying out what the visitor wants, the
//! training's numbers, the results, their charts. In a published site it is a WebAssembly module of its own
//! (`cargo xtask build` splits it off) and loads after the first screen, as the chart library does; built for
//! development it is simply there.
//!
//! The way in is a table of functions, [`Part`], which `part` fills. Whatever is reached through it alone
//! is split off, so what the first screen does not need should be called through it and nowhere else.

use super::browser;
use super::charts::library;
use super::screen::place::Panel;
use super::shell::Shell;
use crate::text;
use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

/// The ways into what loads later. All but `begin` are for after it.
#[derive(Debug)]
pub struct Part {
    /// Takes the page over, once.
    pub begin: fn(Shell),
    /// Starts the worker, so that its engine loads while the visitor reads.
    pub start_trainer: fn(),
    pub notice: fn() -> AnyView,
    /// What is odd about the prices.
    pub data_check: fn() -> AnyView,
    pub stage: fn() -> AnyView,
    /// How far the training is.
    pub progress: fn() -> AnyView,
    /// What the page is doing, in words.
    pub status: fn() -> StatusWords,
    /// What to go on with, where there is something.
    pub offers: fn() -> AnyView,
    pub device: fn() -> AnyView,
    /// The training's numbers, which the signal opens.
    pub details: fn(RwSignal<bool>) -> AnyView,
    /// The verdict and tomorrow's price, in the rail.
    pub outcome: fn() -> AnyView,
    pub drawer: fn() -> AnyView,
    /// What stands in a panel.
    pub panel: fn(Panel) -> AnyView,
    /// What leads through a lesson, where there is one.
    pub guide: fn() -> AnyView,
}

/// What the page is doing.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StatusWords {
    /// To whoever looks.
    pub shown: Signal<String>,
    /// What only a screen reader hears, beside it.
    pub heard: Signal<Option<String>>,
}

/// Something that loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loading<T> {
    Underway,
    Failed,
    Done(T),
}

/// Fetches the part; `None` where it did not load.
pub type Loader = fn() -> LocalBoxFuture<'static, Option<&'static Part>>;

/// Hears what came of a try to load the part, before anything is built of it.
type Listener = Rc<dyn Fn(Option<&'static Part>)>;

/// How far the later part has come.
#[derive(Debug, Clone, Copy)]
pub struct Deferred {
    loader: Loader,
    part: RwSignal<Loading<&'static Part>, LocalStorage>,
    /// The same, once the stage is built.
    beside_stage: RwSignal<Option<&'static Part>, LocalStorage>,
    echarts: RwSignal<Loading<()>>,
    /// A chart has been drawn.
    drawn: RwSignal<bool>,
    listener: StoredValue<Option<Listener>, LocalStorage>,
}

impl Deferred {
    /// Nothing loads before [`Self::load`].
    pub fn new(loader: Loader) -> Self {
        Self {
            loader,
            part: RwSignal::new_local(Loading::Underway),
            beside_stage: RwSignal::new_local(None),
            echarts: RwSignal::new(Loading::Underway),
            drawn: RwSignal::new(false),
            listener: StoredValue::new_local(None),
        }
    }

    /// Has `listener` told of each try to load the part.
    pub fn tell(self, listener: impl Fn(Option<&'static Part>) + 'static) {
        self.listener.set_value(Some(Rc::new(listener)));
    }

    /// How far the chart library has come.
    pub fn charts(self) -> Loading<()> {
        self.echarts.get()
    }

    /// Whether any chart has been drawn.
    pub fn has_drawn(self) -> bool {
        self.drawn.get()
    }

    /// A chart was drawn.
    pub fn chart_was_drawn(self) {
        if self.drawn.try_get_untracked() == Some(false) {
            self.drawn.set(true);
        }
    }

    /// Starts the worker, where the part is there and none was started.
    pub fn start_trainer(self) {
        if let Loading::Done(part) = self.part.get_untracked() {
            (part.start_trainer)();
        }
    }

    /// Loads the part and the chart library, side by side.
    pub async fn load(self) {
        let charts = async {
            let outcome = match library::load().await {
                true => Loading::Done(()),
                false => Loading::Failed,
            };
            self.echarts.set(outcome);
        };
        futures_util::future::join(self.load_part(), charts).await;
    }

    /// Loads the part, again where that failed before.
    async fn load_part(self) {
        if self.has_failed() {
            self.part.set(Loading::Underway);
        }
        let loaded = (self.loader)().await;
        // There is one part: what is there stays there.
        if let Loading::Done(_) = self.part.get_untracked() {
            return;
        }
        if let Some(listener) = self.listener.get_value() {
            listener(loaded);
        }
        let Some(part) = loaded else {
            return self.part.set(Loading::Failed);
        };
        // Taking the page over, the stage, and all that stands beside it are a task each: on a phone the three
        // would be a long one.
        browser::later(move || {
            self.part.set(Loading::Done(part));
            browser::later(move || self.beside_stage.set(Some(part)));
        });
    }

    fn has_failed(self) -> bool {
        matches!(self.part.get_untracked(), Loading::Failed)
    }

    /// Tries once more where the part did not load.
    pub fn try_again(self) {
        if self.has_failed() {
            spawn_local(self.load_part());
        }
    }

    /// What the part shows in a place beside the stage, once it is there.
    pub fn show(self, view: impl Fn(&Part) -> AnyView + Send + 'static) -> impl IntoView {
        move || self.beside_stage.get().map(&view)
    }

    /// What the part shows in a place beside the stage, or what stands there before.
    pub fn show_or<V: IntoView + 'static>(
        self,
        before: impl Fn() -> V + Send + 'static,
        view: impl Fn(&Part) -> AnyView + Send + 'static,
    ) -> impl IntoView {
        move || match self.beside_stage.get() {
            Some(part) => view(part),
            None => before().into_any(),
        }
    }

    /// What the part says of what the page is doing, once it is there.
    pub fn status(self) -> Memo<Option<StatusWords>> {
        Memo::new(move |_| self.beside_stage.get().map(|part| (part.status)()))
    }

    /// The stage; until it is there, its place.
    pub fn stage(self) -> impl IntoView {
        move || match self.part.get() {
            Loading::Done(part) => (part.stage)(),
            Loading::Underway => view! {
                <section class="stage" aria-busy="true">
                    <p class="stage__lede">{text::prices::lede()}</p>
                </section>
            }
            .into_any(),
            Loading::Failed => view! {
                <section class="stage">
                    <div class="stage__failed" role="alert">
                        <p>{text::notices::results_did_not_load()}</p>
                        <button
                            type="button"
                            class="button"
                            on:click=move |_| self.try_again()
                        >
                            {text::notices::try_again()}
                        </button>
                    </div>
                </section>
            }
            .into_any(),
        }
    }
}
