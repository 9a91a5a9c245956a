//! The root: owns the run, acts on intentions, and is the only one who writes either.

mod download;
mod loading;
mod opening;
mod price_file;
mod training;

use super::browser;
use super::components::{
    DropZone, Footer, Header, LstmLesson, NetworkDrawing, NetworkSection, NoticeBar, PricesSection,
    TomorrowSection, TrainingResults, TrainingSection, VerdictSection,
};
use super::intention::Intention;
use super::key::{ApiKey, KeyRing};
use super::slices::Slices;
use super::theme::Theme;
use super::trainer::Trainer;
use crate::experiment::Experiment;
use crate::forecast::Settings;
use crate::market::{Interval, Prices, Source};
use crate::run::{Event, Notice, NoticeKind, Offer, Phase, Run};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use price_file::Import;

/// The documented example that the key `demo` serves.
const DEMO_SYMBOL: &str = "IBM";

/// What became of the last "Copy link".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum CopyOutcome {
    #[default]
    None,
    Copied,
    /// No clipboard here: the link itself, to be copied by hand.
    Shown(String),
}

/// Settings that were refused, by field, with the sentence that stands next to it. These are what
/// was typed, not part of the run, whose settings are always good.
pub type Refusals = RwSignal<BTreeMap<&'static str, String>>;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let root = Root::new();
    let slices = Slices::of(root.run);
    let theme = Theme::follow();
    let refusals = Refusals::new(BTreeMap::new());
    let intend = Callback::new(move |intention| root.act(intention));

    root.open();
    root.follow_address();
    root.accept_drops_and_pastes();
    keep_address(root.run);

    let locked = Memo::new(move |_| matches!(slices.phase.get(), Phase::Training | Phase::Loading));

    view! {
        <a
            class="skip-link"
            href="#content"
            on:click=move |event| {
                event.prevent_default();
                browser::focus("content");
            }
        >
            "Skip to the content"
        </a>
        <Header theme=theme.choice copied=root.copied.read_only() intend=intend />
        <NoticeBar notice=slices.notice intend=intend />
        <DropZone shown=root.dropping.read_only() />
        <main id="content" tabindex="-1">
            <PricesSection
                slices=slices
                scheme=theme.scheme
                key_presence=root.keys.presence()
                import=root.import.read_only()
                locked=locked
                intend=intend
            />
            <div class="side">
                <NetworkSection
                    settings=slices.settings
                    locked=locked
                    refusals=refusals
                    intend=intend
                />
                <TrainingSection slices=slices refusals=refusals intend=intend />
            </div>
            <div class="results">
                <div class="drawing card">
                    <NetworkDrawing settings=slices.settings />
                </div>
                <TrainingResults slices=slices scheme=theme.scheme />
                <VerdictSection slices=slices scheme=theme.scheme intend=intend />
                <TomorrowSection slices=slices scheme=theme.scheme />
                <section id="lesson" aria-labelledby="lesson-title">
                    <div class="section-head">
                        <h2 id="lesson-title" tabindex="-1">
                            <span class="step" aria-hidden="true">"6"</span>
                            "How an LSTM works"
                        </h2>
                    </div>
                    <div class="card">
                        <LstmLesson />
                    </div>
                </section>
            </div>
        </main>
        <Footer />
    }
}

/// The address always says what the page shows, so that copying it by hand works too.
fn keep_address(run: RwSignal<Run>) {
    let fragment = Memo::new(move |_| run.with(|run| shared_fragment(&run.experiment)));
    Effect::new(move |_| browser::replace_fragment(&fragment.get()));
}

/// A shared link opens ready; only who writes `autorun=1` by hand wants it to start by itself.
fn shared_fragment(experiment: &Experiment) -> String {
    Experiment {
        autorun: false,
        ..experiment.clone()
    }
    .to_fragment()
}

/// Handles to everything the root owns. Copied freely; only this module has one.
#[derive(Clone, Copy)]
struct Root {
    run: RwSignal<Run>,
    keys: KeyRing,
    copied: RwSignal<CopyOutcome>,
    trainer: StoredValue<Option<Trainer>, LocalStorage>,
    /// The number of the newest load: an older answer that comes late is dropped.
    load: StoredValue<u32>,
    /// The prices that the current or last training used: what is loaded may change meanwhile.
    trained_prices: StoredValue<Option<Arc<Prices>>>,
    /// Train as soon as the prices are there (`autorun=1`).
    train_when_loaded: StoredValue<bool>,
    /// A file that leaves a question.
    import: RwSignal<Option<Import>>,
    /// A file is being dragged over the page.
    dropping: RwSignal<bool>,
    /// What the last premium answer refused, for the way out that its notice offers.
    refused: StoredValue<Option<Refused>>,
}

/// A request that a free key may not make.
#[derive(Clone)]
struct Refused {
    symbol: String,
    key: ApiKey,
}

impl Root {
    fn new() -> Self {
        let (experiment, complaints) = Experiment::from_fragment(&browser::fragment());
        let root = Self {
            run: RwSignal::new(Run::new(experiment)),
            keys: KeyRing::open(),
            copied: RwSignal::new(CopyOutcome::None),
            trainer: StoredValue::new_local(None),
            load: StoredValue::new(0),
            trained_prices: StoredValue::new(None),
            train_when_loaded: StoredValue::new(false),
            import: RwSignal::new(None),
            dropping: RwSignal::new(false),
            refused: StoredValue::new(None),
        };
        root.trainer
            .set_value(Some(Trainer::new(move |word| root.hear(word))));
        root.complain(&complaints);
        root
    }

    fn apply(self, event: Event) {
        self.run.update(|run| run.apply(event));
    }

    fn notify(self, kind: NoticeKind, text: impl Into<String>) {
        self.apply(Event::NoticeShown(Notice {
            kind,
            text: text.into(),
            offer: None,
        }));
    }

    fn phase(self) -> Phase {
        self.run.with_untracked(|run| run.phase)
    }

    fn settings(self) -> Settings {
        self.run
            .with_untracked(|run| run.experiment.settings.clone())
    }

    fn source(self) -> Source {
        self.run.with_untracked(|run| run.experiment.source.clone())
    }

    fn act(self, intention: Intention) {
        match intention {
            Intention::LoadWorld(kind) => self.load_world(kind),
            Intention::ChangeWorld(parameters) => self.change_world(parameters),
            Intention::OpenPrices(text) => self.open_price_text(text),
            Intention::CorrectImport(correction) => self.correct_import(correction),
            Intention::UseImport => self.use_import(),
            Intention::DiscardImport => self.discard_import(),
            Intention::AdjustSplits(splits) => self.apply(Event::SplitsAdjusted(splits)),
            Intention::LoadPrices {
                symbol,
                interval,
                key,
                remember_key,
            } => {
                if let Some(key) = key {
                    self.keys.keep(key, remember_key);
                }
                self.load_from_alpha_vantage(&symbol, interval, self.keys.get());
            }
            Intention::TryDemo => {
                self.load_from_alpha_vantage(DEMO_SYMBOL, Interval::Daily, Some(ApiKey::demo()))
            }
            Intention::ForgetKey => self.keys.forget(),
            Intention::ChangeSettings(settings) => self.change_settings(settings),
            Intention::Train => self.train(),
            Intention::Stop => self.stop(),
            Intention::Resume => self.resume(),
            Intention::Accept(Offer::LoadWeekly) => self.load_weekly(),
            Intention::DismissNotice => self.apply(Event::NoticeDismissed),
            Intention::CopyLink => self.copy_link(),
            Intention::DownloadReport => self.download_report(),
        }
    }
}

/// Runs in a task of its own, after this one.
fn later(act: impl FnOnce() + 'static) {
    gloo_timers::callback::Timeout::new(0, act).forget();
}
