//! The parts of the lab that the screens read, each a memo of its own, so that an epoch redraws the
//! progress and not the page.

use super::browser;
use super::by_pointer::{by_pointer, shared};
use super::charts::SecondLoss;
use super::shell::Shell;
use crate::experiment::Experiment;
use crate::forecast::odometer::{Looks, Seal, open_prices};
use crate::forecast::{Dataset, Evaluation, Settings};
use crate::journal::Journal;
use crate::lab::intention::GivenFile;
use crate::lab::looking::Looking;
use crate::lab::paying::Paying;
use crate::lab::prices::{ArchiveQuestion, Import, KeyPresence, Origin, SymbolSearch};
use crate::lab::run::{OddDays, Progress};
use crate::lab::{Interrupted, Lab, Notice, Phase, RecipePair};
use crate::market::world::Parameters;
use crate::market::{DataReport, Digits, Interval, Prices, Series, Source, Split};
use crate::model_file::opened::{OpenedModel, Opening};
use crate::protocol::{DeviceReport, EpochReport, Preview, RateChange, Sharing, TrainedModel};
use crate::session::Session;
use crate::study::{Progress as StudyProgress, Studies};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The loss chart and the numbers beside it change at most this often.
const EPOCHS_REFRESH_MS: u32 = 250;

/// Read-only views of the lab. Copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Slices {
    /// All of it, for what looks at many parts at once.
    pub lab: Signal<Lab>,
    pub phase: Memo<Phase>,
    pub source: Memo<Source>,
    pub settings: Memo<Settings>,
    /// Of the generated world, where that is the source.
    pub parameters: Memo<Parameters>,
    pub prices: Memo<Option<Arc<Prices>>>,
    /// What the checks found in the prices.
    pub data_report: Memo<Option<Arc<DataReport>>>,
    /// The splits that the prices are adjusted for.
    pub adjusted: Memo<Vec<Split>>,
    /// Days of odd prices, and what is done about them.
    pub odd_days: Memo<OddDays>,
    pub notice: Memo<Option<Notice>>,
    pub device: Memo<Option<DeviceReport>>,
    pub sharing: Memo<Option<Sharing>>,
    pub progress: Memo<Option<Progress>>,
    pub ms_per_step: Memo<Option<f64>>,
    pub time_left_ms: Memo<Option<f64>>,
    /// A stop was asked for and the trainer has not come to it yet.
    pub stopping: Memo<bool>,
    pub can_resume: Memo<bool>,
    /// Where within an epoch the training stopped.
    pub paused_at: Memo<Option<Progress>>,
    /// There are steps to come that another learning rate would be for.
    pub can_steer: Memo<bool>,
    pub learning_rate: Memo<f64>,
    /// Learning rates set by hand in the current or last training.
    pub rate_changes: Memo<Vec<RateChange>>,
    /// What the network predicts in the middle of the training.
    pub preview: Memo<Option<Arc<Preview>>>,
    /// How many epochs are finished, at once.
    pub epochs_done: Memo<usize>,
    /// Finished epochs; follows the run a few times a second.
    pub epochs: ReadSignal<Arc<Vec<EpochReport>>>,
    pub model: Memo<Option<Arc<TrainedModel>>>,
    pub evaluation: Memo<Option<Arc<Evaluation>>>,
    /// How often the test days of the loaded prices were looked at.
    pub looks: Memo<Option<Looks>>,
    /// The comparable runs, all looks counted, where that was asked.
    pub looking: Memo<Option<Looking>>,
    /// What the shown results would have paid, where that was asked.
    pub paying: Memo<Option<Paying>>,
    /// Where the shown network comes from, if it was not trained in this run.
    pub opened: Memo<Option<Opening>>,
    /// The experiment and dataset of the current or last training.
    pub trained: Memo<Option<Arc<Trained>>>,
    /// A study has the trainer.
    pub studying: Memo<bool>,
    /// The shown results are of other settings than the form's. (While it trains, what is trained is what
    /// the form says.)
    pub outdated: Memo<bool>,
    /// The form keeps the last days sealed.
    pub sealed: Memo<bool>,
    /// The prices that a training would be of now: all that are loaded, or those before the seal.
    pub trainable: Memo<Option<Arc<Prices>>>,
    /// The seal of the shown results, where they have one, with all prices.
    pub seal: Memo<Option<(Seal, Arc<Prices>)>>,
    /// The prices that the shown results are of: all that are loaded, or those before the seal.
    pub open_prices: Memo<Option<Arc<Prices>>>,
    /// True while prices load, a network trains or a study has the trainer.
    pub locked: Memo<bool>,
    /// What the form's source is: the run's, or what a link is about that still waits for its prices.
    pub wanted: Memo<Source>,
    /// The second series.
    pub other: Memo<Option<Arc<Series>>>,
    /// The second series that the settings read and that is not here.
    pub other_wanted: Memo<Option<Source>>,
    /// A file that leaves a question.
    pub import: Memo<Option<Arc<Import>>>,
    /// An archive that leaves a question.
    pub archive: Memo<Option<Arc<ArchiveQuestion>>>,
    /// How many histories a file holds that leaves the question which.
    pub histories_asked_about: Memo<usize>,
    /// What is known about Alpha Vantage: the key, the requests, the copies, the search.
    pub service: ServiceSlices,
    /// Both recipes are being trained, one after the other.
    pub recipes: Memo<Option<RecipePair>>,
    /// The sealed block is being opened.
    pub opening_seal: Memo<bool>,
    /// A network that is opened and whose prices are not there yet.
    pub waiting_model: Memo<Option<Arc<OpenedModel>>>,
    /// A training that was under way when its tab was closed.
    pub interrupted: Memo<Option<Interrupted>>,
    /// The runs of the visit.
    pub session: Memo<Arc<Session>>,
    /// Runs of it whose network is kept.
    pub kept_models: Memo<BTreeSet<u32>>,
    pub studies: Memo<Arc<Studies>>,
    /// Files that were brought together, to be studied.
    pub several_files: Memo<Arc<[GivenFile]>>,
    /// Symbols that were named together, to be studied.
    pub several_symbols: Memo<Arc<[String]>>,
    /// Of the study that runs, a few times a second.
    pub study_progress: Memo<Option<StudyProgress>>,
    /// Forecasts that were kept.
    pub journal: Memo<Arc<Journal>>,
    /// How those prices are written.
    pub digits: Memo<Digits>,
    /// What is between two prices.
    pub interval_of_rows: Memo<Interval>,
    /// What the second loss of an epoch is of; before any training, of what the usual recipe validates on.
    pub second_loss: Memo<SecondLoss>,
}

/// What the current or last training used.
#[derive(Debug, Clone, PartialEq)]
pub struct Trained {
    pub run: u32,
    pub experiment: Experiment,
    pub dataset: Arc<Dataset>,
}

impl Slices {
    pub fn of(shell: Shell) -> Self {
        let Shell { prices, sealed, .. } = shell;
        let lab = shell.machine.lab;
        let seal = Memo::new_with_compare(
            move |_| {
                let sealed = lab.with(|Lab { run, .. }| {
                    let trained = run.trained.as_ref();
                    trained.is_some_and(|(experiment, _)| experiment.sealed)
                });
                let prices = prices.get().filter(|_| sealed)?;
                Some((Seal::of(&prices)?, prices))
            },
            |old: Option<&Option<(Seal, Arc<Prices>)>>, new| {
                let sign = |seal: Option<&Option<(Seal, Arc<Prices>)>>| {
                    let (seal, prices) = seal?.as_ref()?;
                    Some((*seal, Arc::as_ptr(prices)))
                };
                sign(old) != sign(new)
            },
        );
        let open = by_pointer(move || match seal.get() {
            Some((seal, prices)) => Some(Arc::new(seal.open_part(&prices))),
            None => prices.get(),
        });
        let trained = trained_of(lab);
        let session = shared(move || lab.with(|lab| lab.session.clone()));
        let import = by_pointer(move || lab.with(|lab| lab.prices.import.clone()));
        let archive = by_pointer(move || lab.with(|lab| lab.prices.archive.clone()));
        Self {
            lab: lab.into(),
            seal,
            open_prices: open,
            digits: Memo::new(move |_| {
                open.with(|prices| {
                    let series = prices.as_ref().map(|prices| &prices.series);
                    series.map(Digits::of).unwrap_or_default()
                })
            }),
            sealed,
            trainable: by_pointer(move || Some(open_prices(&prices.get()?, sealed.get()))),
            phase: shell.phase,
            source: shell.source,
            settings: shell.settings,
            parameters: Memo::new(move |_| {
                lab.with(|Lab { run, .. }| run.experiment.parameters.clone())
            }),
            prices,
            data_report: by_pointer(move || lab.with(|Lab { run, .. }| run.data_report.clone())),
            adjusted: Memo::new(move |_| {
                lab.with(|Lab { run, .. }| {
                    let adjustment = run.adjustment.as_ref();
                    adjustment.map_or_else(Vec::new, |adjustment| adjustment.splits.clone())
                })
            }),
            odd_days: Memo::new(move |_| lab.with(|lab| lab.run.odd_days())),
            notice: Memo::new(move |_| lab.with(|Lab { run, .. }| run.notice.clone())),
            device: Memo::new(move |_| lab.with(|Lab { run, .. }| run.device.clone())),
            sharing: Memo::new(move |_| lab.with(|Lab { run, .. }| run.sharing)),
            progress: Memo::new(move |_| lab.with(|Lab { run, .. }| run.progress.clone())),
            ms_per_step: Memo::new(move |_| lab.with(|lab| lab.run.ms_per_step())),
            time_left_ms: Memo::new(move |_| lab.with(|lab| lab.run.time_left_ms())),
            stopping: shell.stopping,
            can_resume: shell.can_resume,
            paused_at: Memo::new(move |_| lab.with(|Lab { run, .. }| run.paused_at.clone())),
            can_steer: Memo::new(move |_| lab.with(Lab::can_set_learning_rate)),
            learning_rate: Memo::new(move |_| lab.with(|lab| lab.run.learning_rate())),
            rate_changes: Memo::new(move |_| lab.with(|Lab { run, .. }| run.rate_changes.clone())),
            preview: by_pointer(move || lab.with(|Lab { run, .. }| run.preview.clone())),
            epochs_done: Memo::new(move |_| lab.with(|lab| lab.run.epochs_done())),
            epochs: throttled_epochs(lab),
            model: model_of(lab),
            evaluation: by_pointer(move || lab.with(|Lab { run, .. }| run.evaluation.clone())),
            looks: Memo::new(move |_| {
                let prices = prices.get()?;
                Some(session.with(|session| session.looks(&prices)))
            }),
            looking: looking_of(lab),
            paying: paying_of(lab),
            opened: Memo::new(move |_| lab.with(|Lab { run, .. }| run.opened.clone())),
            trained,
            second_loss: Memo::new(move |_| {
                trained.with(|trained| {
                    let trained = trained.as_ref();
                    trained.map_or(SecondLoss::Validation, |it| SecondLoss::of(&it.dataset))
                })
            }),
            interval_of_rows: Memo::new(move |_| {
                prices.with(|prices| {
                    let prices = prices.as_ref();
                    prices.map_or(Interval::Daily, |prices| prices.series.info().interval)
                })
            }),
            studying: shell.studying,
            outdated: Memo::new(move |_| {
                lab.with(|Lab { run, .. }| {
                    let has_results = run.phase != Phase::Training && run.evaluation.is_some();
                    has_results && run.is_outdated()
                })
            }),
            locked: shell.locked,
            wanted: Memo::new(move |_| {
                lab.with(|lab| {
                    let experiment = lab.pending.as_ref().unwrap_or(&lab.run.experiment);
                    experiment.source.clone()
                })
            }),
            other: by_pointer(move || lab.with(|lab| lab.prices.other.clone())),
            other_wanted: Memo::new(move |_| {
                lab.with(|Lab { run, prices, .. }| {
                    let wanted = run.experiment.other_read();
                    wanted.filter(|_| prices.other.is_none()).cloned()
                })
            }),
            import,
            archive,
            histories_asked_about: Memo::new(move |_| {
                // The only two that it depends on, so that no epoch lists them again.
                let _ = (import.get(), archive.get());
                lab.with_untracked(|lab| lab.prices.histories_asked_about().len())
            }),
            service: ServiceSlices::of(lab),
            recipes: Memo::new(move |_| lab.with(|lab| lab.lease.pair())),
            opening_seal: Memo::new(move |_| lab.with(Lab::is_opening_seal)),
            waiting_model: by_pointer(move || lab.with(|lab| lab.waiting_model.clone())),
            interrupted: Memo::new(move |_| lab.with(|lab| lab.records.interrupted.clone())),
            session,
            kept_models: Memo::new(move |_| lab.with(|lab| lab.records.models.clone())),
            studies: studies_of(lab),
            several_files: Memo::new(move |_| lab.with(|lab| lab.several.files.clone())),
            several_symbols: Memo::new(move |_| lab.with(|lab| lab.several.symbols.clone())),
            study_progress: Memo::new(move |_| lab.with(|lab| lab.study_progress.clone())),
            journal: shared(move || lab.with(|lab| lab.journal.clone())),
        }
    }
}

/// What the form may know of Alpha Vantage.
#[derive(Debug, Clone, Copy)]
pub struct ServiceSlices {
    pub key_presence: Memo<KeyPresence>,
    /// Requests of today on this device.
    pub used_today: Memo<u32>,
    /// Where the loaded prices were had from.
    pub origin: Memo<Option<Origin>>,
    pub search: Memo<SymbolSearch>,
    /// Symbols loaded lately, newest first.
    pub recent: Memo<Vec<String>>,
}

impl ServiceSlices {
    fn of(lab: RwSignal<Lab>) -> Self {
        Self {
            key_presence: Memo::new(move |_| lab.with(|lab| lab.prices.key_presence())),
            used_today: Memo::new(move |_| {
                lab.with(|lab| lab.prices.used_today(js_sys::Date::now()))
            }),
            origin: Memo::new(move |_| lab.with(|lab| lab.prices.origin.clone())),
            search: Memo::new(move |_| lab.with(|lab| lab.prices.search.clone())),
            recent: Memo::new(move |_| lab.with(|lab| lab.prices.recent_symbols().to_vec())),
        }
    }
}

/// The model is told from another by its run and its steps, which are few numbers to compare.
fn model_of(lab: RwSignal<Lab>) -> Memo<Option<Arc<TrainedModel>>> {
    Memo::new_with_compare(
        move |_| lab.with(|Lab { run, .. }| run.model.clone().map(Arc::new)),
        |old, new| {
            let sign = |model: Option<&Option<Arc<TrainedModel>>>| {
                model
                    .and_then(Option::as_ref)
                    .map(|model| (model.steps, model.total_ms, model.best_epoch))
            };
            sign(old) != sign(new)
        },
    )
}

fn looking_of(lab: RwSignal<Lab>) -> Memo<Option<Looking>> {
    Memo::new_with_compare(
        move |_| lab.with(|lab| lab.looking().cloned()),
        |old, new| {
            let sign = |looking: Option<&Option<Looking>>| {
                let looking = looking?.as_ref()?;
                Some((looking.runs.clone(), looking.found.is_some()))
            };
            sign(old) != sign(new)
        },
    )
}

/// Each question has its own answer, which comes once.
fn paying_of(lab: RwSignal<Lab>) -> Memo<Option<Paying>> {
    Memo::new_with_compare(
        move |_| lab.with(|lab| lab.paying().cloned()),
        |old, new| {
            let sign = |paying: Option<&Option<Paying>>| {
                let paying = paying?.as_ref()?;
                Some((Arc::as_ptr(&paying.paid), paying.differences.is_some()))
            };
            sign(old) != sign(new)
        },
    )
}

/// Copied when something in them changed that is shown, not at every word of the trainer.
fn studies_of(lab: RwSignal<Lab>) -> Memo<Arc<Studies>> {
    let changes = Memo::new(move |_| lab.with(|lab| lab.studies_changes));
    Memo::new_with_compare(
        move |_| {
            // Read, not only tracked: a memo that nobody reads follows nothing.
            changes.get();
            Arc::new(lab.with_untracked(|lab| lab.studies.clone()))
        },
        |_, _| true,
    )
}

fn trained_of(lab: RwSignal<Lab>) -> Memo<Option<Arc<Trained>>> {
    Memo::new_with_compare(
        move |_| {
            lab.with(|Lab { run, .. }| {
                run.trained.as_ref().map(|(experiment, dataset)| {
                    Arc::new(Trained {
                        run: run.id,
                        experiment: experiment.clone(),
                        dataset: dataset.clone(),
                    })
                })
            })
        },
        |old, new| {
            let sign = |trained: Option<&Option<Arc<Trained>>>| {
                trained
                    .and_then(Option::as_ref)
                    .map(|trained| (trained.run, Arc::as_ptr(&trained.dataset)))
            };
            sign(old) != sign(new)
        },
    )
}

/// Passes the epochs on at once when there was quiet, and at the end of the pause otherwise, so the
/// last one is never lost.
fn throttled_epochs(lab: RwSignal<Lab>) -> ReadSignal<Arc<Vec<EpochReport>>> {
    // An epoch is told by run and number: enough to see a change, cheap to compare.
    let sign = Memo::new(move |_| lab.with(|Lab { run, .. }| (run.id, run.epochs.len())));
    let (shown, set_shown) = signal(Arc::new(Vec::new()));
    let pausing = StoredValue::new(false);
    let shown_sign = StoredValue::new((0, 0));
    let pass_on = move || {
        shown_sign.set_value(sign.get_untracked());
        set_shown.set(Arc::new(
            lab.with_untracked(|Lab { run, .. }| run.epochs.clone()),
        ));
        pausing.set_value(true);
    };
    Effect::new(move |_| {
        let (_, count) = sign.get();
        // An empty list means a new run: that is shown at once.
        if pausing.get_value() && count > 0 {
            return;
        }
        pass_on();
        after_pause(move || {
            pausing.set_value(false);
            let behind = shown_sign.get_value() != sign.get_untracked();
            if behind {
                pass_on();
            }
            behind
        });
    });
    shown
}

/// Calls `work` after each pause until it has nothing left to do.
fn after_pause(work: impl Fn() -> bool + 'static) {
    browser::after(EPOCHS_REFRESH_MS, move || {
        if work() {
            after_pause(work);
        }
    });
}
