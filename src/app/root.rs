//! The root: owns the run, acts on intentions, and is the only one who writes either.

mod alpha_vantage;
mod behind;
mod both;
mod download;
mod journal;
mod keep;
mod loading;
mod model;
mod opening;
mod price_file;
mod sealed;
mod search;
mod study;
mod take_home;
mod training;

use super::browser;
use super::components::{
    DropZone, Footer, Header, HiddenNote, NetworkDrawing, NetworkSection, NoticeBar, PricesSection,
    TrainingSection,
};
use super::database::Database;
use super::desk::Desk;
use super::guide::Guide;
use super::intention::Intention;
use super::keeper::Keeper;
use super::key::{ApiKey, KeyRing};
use super::language::PageLanguage;
use super::slices::Slices;
use super::theme::Theme;
use super::trainer::Trainer;
use crate::experiment::Experiment;
use crate::forecast::Settings;
use crate::guide::GuideLink;
use crate::journal::Journal;
use crate::market::alpha_vantage::{EXAMPLE_SYMBOL, History};
use crate::market::{Prices, Source};
use crate::model_file::opened::OpenedModel;
use crate::protocol::Stretch;
use crate::run::{Event, Notice, NoticeKind, Offer, Phase, Run};
use crate::session::Session;
use crate::session::both::Both;
use crate::study::{Progress as StudyProgress, Studies};
use crate::text;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

pub use behind::{Behind, Loading, Offers};
pub use keep::Interrupted;
pub use price_file::Import;
pub use study::other_recipe;

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
    // Before anything is said.
    let language = PageLanguage::follow();
    let root = Root::new();
    let slices = Slices::of(root.run);
    let theme = Theme::follow();
    let refusals = Refusals::new(BTreeMap::new());
    let intend = Callback::new(move |intention| root.act(intention));

    Effect::new(move |_| {
        let language = language.get();
        root.trainer.with_value(|trainer| {
            if let Some(trainer) = trainer {
                trainer.speak(language);
            }
        });
    });

    // Charts are drawn with what it brings.
    provide_context(root.behind);
    root.open();
    root.follow_address();
    root.accept_drops_and_pastes();
    root.keep_address();
    root.follow_both();

    // What a link is about is offered in the form, also where its prices could not be had at once.
    let wanted = Memo::new(move |_| {
        let pending = root
            .pending
            .with(|pending| Some(pending.as_ref()?.source.clone()));
        pending.unwrap_or_else(|| slices.source.get())
    });
    let locked = Memo::new(move |_| {
        matches!(slices.phase.get(), Phase::Training | Phase::Loading) || slices.studying.get()
    });
    Effect::new(move |_| {
        slices
            .prices
            .with(|prices| root.keep_studies_of(prices.as_deref()))
    });

    // Texts follow no signal: another language builds the page anew, around the same run.
    move || {
        language.get();
        view! {
            <a
                class="skip-link"
                href="#content"
                on:click=move |event| {
                    event.prevent_default();
                    browser::focus("content");
                }
            >
                {text::page::skip_to_content()}
            </a>
            <Header language theme=theme.choice copied=root.copied.read_only() intend=intend />
            <NoticeBar notice=slices.notice intend=intend />
            <DropZone shown=root.dropping.read_only() />
            {root.behind.guide(root.guide, root.run)}
            <main id="content" tabindex="-1" class=move || root.guide.hidden_classes()>
                <HiddenNote guide=root.guide />
                <PricesSection
                    slices=slices
                    scheme=theme.scheme
                    desk=root.desk.view(root.keys)
                    wanted=wanted
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
                    <TrainingSection
                        slices=slices
                        refusals=refusals
                        both=root.both.read_only()
                        offers=Offers {
                            waiting_model: root.waiting_model.read_only(),
                            interrupted: root.interrupted.read_only(),
                        }
                        intend=intend
                    />
                </div>
                <div class="results">
                    <div class="drawing card">
                        <NetworkDrawing settings=slices.settings />
                    </div>
                    {root
                        .behind
                        .results(behind::ResultsView {
                            slices,
                            scheme: theme.scheme,
                            session: root.session.read_only(),
                            kept_models: root.keeper.models(),
                            journal: root.journal,
                            opening: root.opening.read_only(),
                            studies: root.studies.read_only(),
                            study_progress: root.study_progress.read_only(),
                            refusals,
                            guide: root.guide,
                            locked,
                            intend,
                        })}
                </div>
            </main>
            <Footer />
        }
        .into_any()
    }
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
    /// How far the training under way was sent, and its entry in the list of runs where it was paused
    /// by such an order.
    stretch: StoredValue<Stretch>,
    stepped: StoredValue<Option<(u32, u32)>>,
    /// Train as soon as the prices are there (`autorun=1`).
    train_when_loaded: StoredValue<bool>,
    /// An experiment whose prices are not there yet.
    pending: RwSignal<Option<Experiment>>,
    /// A network that is opened and whose prices are not there yet.
    waiting_model: RwSignal<Option<Arc<OpenedModel>>>,
    /// What outlives the visit.
    keeper: Keeper,
    journal: RwSignal<Journal>,
    /// A training that was under way when its tab was closed.
    interrupted: RwSignal<Option<Interrupted>>,
    state_keeping: StoredValue<keep::StateKeeping, LocalStorage>,
    /// The runs of this visit, and those of earlier ones that are kept.
    session: RwSignal<Session>,
    /// Both recipes are being trained, one after the other.
    both: RwSignal<Option<Both>>,
    /// The sealed block is being opened.
    opening: RwSignal<bool>,
    studies: RwSignal<Studies>,
    /// Of the study that runs, a few times a second.
    study_progress: RwSignal<Option<StudyProgress>>,
    study_shown_ms: StoredValue<f64>,
    /// Trainings of studies so far; numbers are never used twice.
    study_runs: StoredValue<u32>,
    desk: Desk,
    /// The visitor knows that no copies are kept.
    storage_trouble_told: StoredValue<bool>,
    /// A file that leaves a question.
    import: RwSignal<Option<Import>>,
    /// A file is being dragged over the page.
    dropping: RwSignal<bool>,
    guide: Guide,
    behind: Behind,
}

impl Root {
    fn new() -> Self {
        let fragment = browser::fragment();
        let (experiment, mut complaints) = Experiment::from_fragment(&fragment);
        let (link, also) = GuideLink::from_fragment(&fragment);
        complaints.extend(also);
        let database = Database::new();
        let root = Self {
            run: RwSignal::new(Run::new(experiment)),
            keys: KeyRing::open(),
            copied: RwSignal::new(CopyOutcome::None),
            trainer: StoredValue::new_local(None),
            load: StoredValue::new(0),
            trained_prices: StoredValue::new(None),
            stretch: StoredValue::new(Stretch::ToTheEnd),
            stepped: StoredValue::new(None),
            train_when_loaded: StoredValue::new(false),
            pending: RwSignal::new(None),
            waiting_model: RwSignal::new(None),
            keeper: Keeper::new(database),
            journal: RwSignal::default(),
            interrupted: RwSignal::new(None),
            state_keeping: StoredValue::new_local(keep::StateKeeping::default()),
            session: RwSignal::default(),
            both: RwSignal::new(None),
            opening: RwSignal::new(false),
            studies: RwSignal::default(),
            study_progress: RwSignal::new(None),
            study_shown_ms: StoredValue::new(0.0),
            study_runs: StoredValue::new(0),
            desk: Desk::open(database),
            storage_trouble_told: StoredValue::new(false),
            import: RwSignal::new(None),
            dropping: RwSignal::new(false),
            guide: Guide::open(link),
            behind: Behind::new(),
        };
        root.trainer
            .set_value(Some(Trainer::new(move |word| root.hear(word))));
        root.complain(&complaints);
        root
    }

    /// The address always says what the page shows, so that copying it by hand works too.
    fn keep_address(self) {
        let fragment = Memo::new(move |_| {
            let experiment = self.run.with(|run| shared_fragment(&run.experiment));
            self.guide.link.with(|link| link.added_to(&experiment))
        });
        Effect::new(move |_| browser::replace_fragment(&fragment.get()));
    }

    /// What stands in the address.
    fn fragment(self) -> String {
        self.fragment_with(&self.guide.link.get_untracked())
    }

    fn fragment_with(self, link: &GuideLink) -> String {
        self.run
            .with_untracked(|run| link.added_to(&shared_fragment(&run.experiment)))
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

    fn keep_key(self, typed: Option<ApiKey>, remember: bool) {
        match typed {
            Some(key) => self.keys.keep(key, remember),
            None => self.keys.remember(remember),
        }
    }

    fn act(self, intention: Intention) {
        match intention {
            Intention::LoadWorld(kind) => {
                // What was to train by itself was another source.
                self.train_when_loaded.set_value(false);
                self.load_world(kind);
            }
            Intention::ChangeWorld(parameters) => self.change_world(parameters),
            Intention::ChangeSettings(settings) => self.change_settings(settings),
            Intention::Train => self.train(),
            Intention::Stop => self.stop(),
            Intention::Resume => self.resume(),
            Intention::Advance(stretch) => self.advance(stretch),
            Intention::DismissNotice => self.apply(Event::NoticeDismissed),
            Intention::CopyLink => self.copy_link(&self.fragment()),
            Intention::CopyLessonLink(link) => self.copy_link(&self.fragment_with(&link)),
            other => self.behind(move |part| (part.act)(self, other)),
        }
    }

    /// What the first screen can do without: see [`behind`].
    fn act_behind(self, intention: Intention) {
        match intention {
            Intention::OpenPrices(text) => self.open_price_text(text),
            Intention::CorrectImport(correction) => self.correct_import(correction),
            Intention::UseImport => self.use_import(),
            Intention::DiscardImport => self.discard_import(),
            // Out of the click's task: many rows are divided and drawn anew.
            Intention::AdjustSplits(splits) => {
                later(move || self.apply(Event::SplitsAdjusted(splits)));
            }
            Intention::LoadPrices {
                symbol,
                history,
                key,
                remember_key,
            } => {
                self.keep_key(key, remember_key);
                self.load_typed(&symbol, history, self.keys.get());
            }
            Intention::TryDemo => {
                self.load_typed(EXAMPLE_SYMBOL, History::Daily, Some(ApiKey::demo()));
            }
            Intention::Refresh => self.refresh(),
            Intention::ForgetCopies => self.forget_copies(),
            Intention::SearchSymbol {
                typed,
                key,
                remember_key,
            } => {
                self.keep_key(key, remember_key);
                self.search_symbol(&typed);
            }
            Intention::CloseSearch => self.desk.close_search(),
            Intention::ForgetKey => {
                self.keys.forget();
                self.desk.forget_key();
                browser::clear_request_timings();
            }
            Intention::OpenModel(file) => self.open_model_file(file),
            Intention::LeaveModel => self.leave_model(),
            Intention::SetLearningRate(rate) => self.set_learning_rate(rate),
            Intention::RunWalkForward { folds, span } => self.run_walk_forward(folds, span),
            Intention::RepeatSeeds { seeds, partner } => self.repeat_seeds(seeds, partner),
            Intention::CancelStudy => self.cancel_study(),
            Intention::Accept(Offer::LoadWeekly | Offer::LoadRecent | Offer::LoadSymbol(_)) => {
                self.load_offered()
            }
            Intention::Accept(Offer::SearchSymbol(typed)) => self.search_symbol(&typed),
            Intention::PinRun(run) => {
                self.session.update(|session| session.toggle_pin(run));
                self.rewrite_run(run);
            }
            Intention::DeleteRun(run) => {
                self.session.update(|session| session.delete(run));
                self.drop_runs_that_went();
            }
            Intention::KeepForecast => self.keep_forecast(),
            Intention::DeleteForecast(kept_ms) => self.delete_forecast(kept_ms),
            Intention::ShowRun(run) => self.show_run(run),
            Intention::ResumeInterrupted => self.resume_interrupted(),
            Intention::DiscardInterrupted => self.discard_interrupted(),
            Intention::SealLastDays(sealed) => self.seal_last_days(sealed),
            Intention::OpenSeal => self.open_seal(),
            Intention::CompareRun(run) => {
                self.session.update(|session| session.toggle_compared(run))
            }
            Intention::CloseComparison => self.session.update(|session| session.compare(None)),
            Intention::RunBothRecipes => self.run_both(),
            Intention::RestoreRun(run) => self.restore(run),
            Intention::DownloadReport => self.download_report(),
            Intention::TakeHome(keepsake) => self.take_home(keepsake),
            // Done at once, by `act`.
            Intention::LoadWorld(_)
            | Intention::ChangeWorld(_)
            | Intention::ChangeSettings(_)
            | Intention::Train
            | Intention::Stop
            | Intention::Resume
            | Intention::Advance(_)
            | Intention::DismissNotice
            | Intention::CopyLink
            | Intention::CopyLessonLink(_) => {}
        }
    }
}

/// Runs in a task of its own, after this one.
fn later(act: impl FnOnce() + 'static) {
    gloo_timers::callback::Timeout::new(0, act).forget();
}
