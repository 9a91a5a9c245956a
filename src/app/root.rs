//! The root: owns the run, acts on intentions, and is the only one who writes either.

use super::browser;
use super::components::{
    Footer, Header, LstmLesson, NetworkDrawing, NetworkSection, NoticeBar, PricesSection,
    TomorrowSection, TrainingResults, TrainingSection, VerdictSection,
};
use super::fetch::{self, FetchError};
use super::intention::Intention;
use super::key::{ApiKey, KeyRing};
use super::slices::Slices;
use super::theme::Theme;
use super::trainer::{Trainer, TrainerWord};
use crate::experiment::Experiment;
use crate::forecast::job::training_job;
use crate::forecast::{Dataset, Settings, evaluation};
use crate::market::alpha_vantage::AnswerError;
use crate::market::world::{self, WorldKind};
use crate::market::{Interval, Prices, Source};
use crate::protocol::{FromTrainer, ToTrainer};
use crate::report::{FinishedRun, Report};
use crate::run::{Event, Notice, NoticeKind, Offer, Phase, Run};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// The documented example that the key `demo` serves.
const DEMO_SYMBOL: &str = "IBM";

/// A trainer that has not stopped by then hangs, and is replaced. An order to stop is normally
/// followed within a second.
const STOP_PATIENCE_MS: u32 = 15_000;

/// How long "Link copied" stays.
const COPIED_SHOWN_MS: u32 = 4_000;

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
        <main id="content" tabindex="-1">
            <PricesSection
                slices=slices
                scheme=theme.scheme
                key_presence=root.keys.presence()
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

/// Handles to everything the root owns. Copied freely; only this file has one.
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

/// Opening: the address, and what follows from it.
impl Root {
    fn open(self) {
        // Tasks of their own, so that none is long: the page is painted first, then its prices are
        // made and drawn, and only then starts the worker, whose engine is large.
        request_animation_frame(move || {
            later(move || {
                self.load_as_addressed();
                later(move || {
                    self.with_trainer(Trainer::start);
                });
            });
        });
    }

    fn load_as_addressed(self) {
        let autorun = self.run.with_untracked(|run| run.experiment.autorun);
        self.train_when_loaded.set_value(autorun);
        match self.source() {
            Source::World(kind) => self.load_world(kind),
            Source::AlphaVantage { symbol, interval } => {
                // The demo key needs no asking; any other key is the visitor's to give.
                let key = self
                    .keys
                    .get()
                    .or_else(|| (symbol == DEMO_SYMBOL).then(ApiKey::demo));
                match key {
                    Some(key) => self.load_from_alpha_vantage(&symbol, interval, Some(key)),
                    None => self.notify(
                        NoticeKind::Info,
                        format!(
                            "This link is about the prices of {symbol}. Enter your free Alpha \
                             Vantage key and press Load prices."
                        ),
                    ),
                }
            }
            Source::File { name } => self.notify(
                NoticeKind::Info,
                format!(
                    "This link is about prices from the file {name}, which a link cannot carry. \
                     Choose another source."
                ),
            ),
        }
    }

    fn follow_address(self) {
        let on_change = Closure::<dyn FnMut()>::new(move || {
            let (experiment, complaints) = Experiment::from_fragment(&browser::fragment());
            let current = self.run.with_untracked(|run| run.experiment.clone());
            if shared_fragment(&experiment) == shared_fragment(&current) && !experiment.autorun {
                browser::replace_fragment(&shared_fragment(&current));
                return self.complain(&complaints);
            }
            if self.phase() == Phase::Training {
                browser::replace_fragment(&shared_fragment(&current));
                self.notify(
                    NoticeKind::Info,
                    "A training is running. Stop it, then open the link again.",
                );
                return;
            }
            let same_prices = experiment.source == current.source
                && (experiment.settings.seed == current.settings.seed
                    || !matches!(current.source, Source::World(_)))
                && self.run.with_untracked(|run| run.prices.is_some());
            let autorun = experiment.autorun;
            self.apply(Event::ExperimentChanged(experiment));
            if !same_prices {
                self.load_as_addressed();
            } else if autorun {
                self.train();
            }
            self.complain(&complaints);
        });
        let _ = window()
            .add_event_listener_with_callback("hashchange", on_change.as_ref().unchecked_ref());
        // The root lives as long as the page.
        on_change.forget();
    }

    /// Bad values of an address, each with the default it fell back to.
    fn complain(self, complaints: &[String]) {
        if !complaints.is_empty() {
            self.notify(NoticeKind::Warning, complaints.join(" "));
        }
    }

    fn copy_link(self) {
        let link = browser::address_with(
            &self
                .run
                .with_untracked(|run| shared_fragment(&run.experiment)),
        );
        spawn_local(async move {
            let outcome = match browser::copy_text(&link).await {
                true => CopyOutcome::Copied,
                false => CopyOutcome::Shown(link),
            };
            self.copied.set(outcome);
            TimeoutFuture::new(COPIED_SHOWN_MS).await;
            self.copied.update(|outcome| {
                if *outcome == CopyOutcome::Copied {
                    *outcome = CopyOutcome::None;
                }
            });
        });
    }
}

/// The report.
impl Root {
    fn download_report(self) {
        let saved = self.run.with_untracked(|run| {
            let (experiment, dataset) = run.trained.as_ref()?;
            let prices = run.prices.as_deref()?;
            let report = Report::new(FinishedRun {
                experiment,
                prices,
                dataset,
                device: run.device.as_ref()?,
                epochs: &run.epochs,
                model: run.model.as_ref()?,
                evaluation: run.evaluation.as_deref()?,
            });
            let name = report_name(prices);
            Some(browser::download(
                &name,
                "application/json",
                &report.to_json(),
            ))
        });
        if !matches!(saved, Some(Ok(()))) {
            self.notify(
                NoticeKind::Error,
                "The report could not be saved. Allow downloads for this page and try again.",
            );
        }
    }
}

/// `hindcast-IBM-2020-12-04.json`; what a file system might not like becomes a hyphen.
fn report_name(prices: &Prices) -> String {
    let symbol: String = prices
        .series
        .info()
        .symbol
        .chars()
        .map(|letter| match letter {
            letter if letter.is_ascii_alphanumeric() || letter == '.' => letter,
            _ => '-',
        })
        .collect();
    format!("hindcast-{symbol}-{}.json", prices.series.last_date())
}

/// Prices.
impl Root {
    fn next_load(self) -> u32 {
        self.load.update_value(|load| *load += 1);
        self.load.get_value()
    }

    fn load_world(self, kind: WorldKind) {
        self.next_load();
        let seed = self.settings().seed;
        self.loaded(world::generate(kind, seed, world::DEFAULT_DAYS));
    }

    fn load_weekly(self) {
        // The run's source is no help here: what was refused never became the run's.
        if let Some(Refused { symbol, key }) = self.refused.get_value() {
            self.load_from_alpha_vantage(&symbol, Interval::Weekly, Some(key));
        }
    }

    fn load_from_alpha_vantage(self, symbol: &str, interval: Interval, key: Option<ApiKey>) {
        let load = self.next_load();
        let symbol = symbol.trim().to_uppercase();
        if symbol.is_empty() {
            return self.notify(
                NoticeKind::Error,
                "Enter a symbol, for example IBM, and press Load prices again.",
            );
        }
        let Some(key) = key else {
            return self.notify(
                NoticeKind::Error,
                "Enter your Alpha Vantage key (a free one takes a minute), or try IBM with the demo \
                 key.",
            );
        };
        self.apply(Event::LoadStarted);
        spawn_local(async move {
            let answer = fetch::fetch_series(&symbol, interval, &key).await;
            if self.load.get_value() != load {
                return;
            }
            match answer {
                Ok(series) => self.loaded(Prices {
                    series,
                    truth: None,
                }),
                Err(error @ FetchError::Answer(AnswerError::Premium)) => {
                    self.refused.set_value(Some(Refused { symbol, key }));
                    self.load_failed(&error, Some(Offer::LoadWeekly));
                }
                Err(error) => self.load_failed(&error, None),
            }
        });
    }

    fn loaded(self, prices: Prices) {
        let source = prices.series.info().source.clone();
        let autorun = self.train_when_loaded.get_value();
        self.train_when_loaded.set_value(false);
        self.run.update(|run| {
            let experiment = Experiment {
                source,
                autorun: false,
                ..run.experiment.clone()
            };
            run.apply(Event::ExperimentChanged(experiment));
            run.apply(Event::Loaded(Arc::new(prices)));
        });
        if autorun {
            self.train();
        }
    }

    fn load_failed(self, error: &FetchError, offer: Option<Offer>) {
        self.train_when_loaded.set_value(false);
        let notice = Notice::error(error.to_string());
        self.apply(Event::LoadFailed(match offer {
            Some(offer) => notice.with_offer(offer),
            None => notice,
        }));
    }
}

/// Training.
impl Root {
    fn with_trainer<T>(self, act: impl FnOnce(&Trainer) -> T) -> Option<T> {
        self.trainer.with_value(|trainer| trainer.as_ref().map(act))
    }

    fn change_settings(self, settings: Settings) {
        let experiment = self.run.with_untracked(|run| run.experiment.clone());
        // The seed seeds a world too: another seed is another history.
        let new_world = match experiment.source {
            Source::World(kind) if experiment.settings.seed != settings.seed => Some(kind),
            _ => None,
        };
        self.apply(Event::ExperimentChanged(Experiment {
            settings,
            ..experiment
        }));
        if let Some(kind) = new_world {
            self.load_world(kind);
        }
    }

    fn train(self) {
        if !self.run.with_untracked(Run::can_load) {
            return;
        }
        let (experiment, prices, id) = self
            .run
            .with_untracked(|run| (run.experiment.clone(), run.prices.clone(), run.next_id()));
        let Some(prices) = prices else {
            return self.notify(
                NoticeKind::Error,
                "There are no prices to train on yet. Choose a source and load them first.",
            );
        };
        // The form refuses these next to the field; here they come from nowhere but a bug.
        if let Err(errors) = experiment.settings.validate() {
            let sentences: Vec<_> = errors.iter().map(ToString::to_string).collect();
            return self.notify(NoticeKind::Error, sentences.join(" "));
        }
        let dataset = match Dataset::new(&prices.series, &experiment.settings) {
            Ok(dataset) => Arc::new(dataset),
            Err(error) => return self.notify(NoticeKind::Error, error.to_string()),
        };
        self.trained_prices.set_value(Some(prices));
        self.apply(Event::TrainStarted {
            run: id,
            experiment,
            dataset: dataset.clone(),
        });
        self.send(move || ToTrainer::Train {
            run: id,
            job: Box::new(training_job(&dataset)),
        });
    }

    /// Writes a message in a task of its own: a job is long, and the screen should answer first.
    /// Messages keep their order.
    fn send(self, message: impl FnOnce() -> ToTrainer + 'static) {
        later(move || {
            self.with_trainer(|trainer| trainer.send(message()));
        });
    }

    fn stop(self) {
        if !self.run.with_untracked(Run::can_stop) {
            return;
        }
        let id = self.run.with_untracked(|run| run.id);
        self.apply(Event::StopRequested);
        self.send(move || ToTrainer::Stop { run: id });
        gloo_timers::callback::Timeout::new(STOP_PATIENCE_MS, move || {
            let hangs = self
                .run
                .with_untracked(|run| run.id == id && run.is_stopping());
            if hangs {
                self.with_trainer(Trainer::restart);
                self.apply(Event::TrainerCrashed {
                    message: "The trainer did not stop and was started again.".to_owned(),
                });
            }
        })
        .forget();
    }

    fn resume(self) {
        if !self.run.with_untracked(Run::can_resume) {
            return;
        }
        let id = self.run.with_untracked(|run| run.id);
        self.apply(Event::ResumeStarted { run: id });
        self.send(move || ToTrainer::Resume { run: id });
    }

    fn hear(self, word: TrainerWord) {
        match word {
            TrainerWord::Crashed { message } => self.apply(Event::TrainerCrashed { message }),
            TrainerWord::Outdated { message } => {
                let run = self.run.with_untracked(|run| run.id);
                self.apply(Event::Trainer(FromTrainer::Failed {
                    run,
                    message: message.clone(),
                }));
                self.notify(NoticeKind::Error, message);
            }
            TrainerWord::Message(message) => {
                let model = match &message {
                    FromTrainer::Stopped { run, model } | FromTrainer::Finished { run, model } => {
                        Some((*run, model.predictions.clone()))
                    }
                    _ => None,
                };
                self.apply(Event::Trainer(message));
                if let Some((run, predictions)) = model {
                    self.evaluate(run, predictions);
                }
            }
        }
    }

    /// Scores a model in a task of its own, so that the last epoch is painted first.
    fn evaluate(self, id: u32, predictions: Vec<f32>) {
        later(move || {
            let dataset = self.run.with_untracked(|run| {
                (run.id == id).then(|| run.trained.as_ref().map(|(_, dataset)| dataset.clone()))
            });
            let (Some(Some(dataset)), Some(prices)) = (dataset, self.trained_prices.get_value())
            else {
                return;
            };
            self.apply(
                match evaluation::evaluate(&prices, &dataset, &predictions) {
                    Ok(evaluation) => Event::Evaluated {
                        run: id,
                        evaluation: Arc::new(evaluation),
                    },
                    Err(error) => Event::EvaluationFailed {
                        run: id,
                        message: error.to_string(),
                    },
                },
            );
        });
    }
}

/// Runs in a task of its own, after this one.
fn later(act: impl FnOnce() + 'static) {
    gloo_timers::callback::Timeout::new(0, act).forget();
}
