//! What outlives the visit: keeping it as it comes, and bringing it back.

use super::{Root, later};
use crate::app::keeper::{KeptText, PricesToKeep, RunToKeep, TrainingToKeep};
use crate::checkpoint;
use crate::experiment::Experiment;
use crate::forecast::Dataset;
use crate::forecast::job::training_job;
use crate::forecast::odometer::{SeriesId, open_prices};
use crate::market::packed::pack;
use crate::market::{Prices, Source, fingerprint_text, read_fingerprint, world};
use crate::model_file::opened::{ModelOrigin, OpenedModel};
use crate::model_file::safetensors;
use crate::number;
use crate::protocol::{Stretch, ToTrainer, TrainingJob, Watch};
use crate::run::{Event, NoticeKind, Phase, Run};
use crate::session::kept::{KeptRun, can_be_made_again};
use crate::text::{self, said};
use crate::watch::so_far::preview_from;
use gloo_timers::future::TimeoutFuture;
use js_sys::{ArrayBuffer, Uint8Array};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The shape of [`About`]. One of another version is as good as none.
const VERSION: u32 = 1;

/// A training whose state was not kept for so long is not under way in another tab.
const STILL_MS: f64 = 5_000.0;

/// What is kept beside the state of a training.
#[derive(Debug, Serialize, Deserialize)]
struct About {
    version: u32,
    address: String,
    /// The fingerprint of its prices, in hexadecimal digits.
    prices: String,
}

/// A training that was under way when its tab was closed or its trainer crashed.
#[derive(Debug, Clone, PartialEq)]
pub struct Interrupted {
    pub experiment: Experiment,
    /// Epochs finished.
    pub epoch: usize,
    /// The fingerprint of its prices.
    prices: u64,
}

/// What the keeping of a training's state has come to.
#[derive(Debug, Clone, Default)]
pub struct StateKeeping {
    /// The run whose state is kept.
    begun: Option<u32>,
    /// What is to be written next: a state, or nothing any more. The newest counts.
    next: Option<Option<(u32, ArrayBuffer)>>,
    writing: bool,
}

impl Root {
    /// Keeps a run of the list, with the network that is shown.
    pub(super) fn keep_run(self, number: u32) {
        let Some(run) = self
            .session
            .with_untracked(|session| session.run(number).cloned())
        else {
            return;
        };
        // Nothing could be made of it without its prices.
        let Ok(prices) = prices_to_keep(&run.experiment.source, &run.prices) else {
            return;
        };
        let model = self.run.with_untracked(|run| {
            let (experiment, dataset) = run.trained.as_ref()?;
            let prices = open_prices(run.prices.as_ref()?, experiment.sealed);
            safetensors::write(experiment, &prices, dataset, run.model.as_ref()?)
        });
        let run = RunToKeep {
            number,
            text: run.to_text(),
            model,
            prices,
        };
        spawn_local(async move {
            if !self.keeper.keep_run(run).await {
                self.tell_not_kept();
            }
            self.drop_runs_that_went();
        });
    }

    /// Runs that are no longer in the list are no longer kept.
    pub(super) fn drop_runs_that_went(self) {
        let there = self.session.with_untracked(|session| {
            let runs = session.runs().into_iter().map(|run| run.number);
            runs.collect::<Vec<u32>>()
        });
        spawn_local(
            self.keeper
                .remove_runs(move |number| !there.contains(&number)),
        );
    }

    pub(super) fn rewrite_run(self, number: u32) {
        let text = self
            .session
            .with_untracked(|session| session.run(number).map(|run| run.to_text()));
        if let Some(text) = text {
            spawn_local(self.keeper.rewrite_run(number, text));
        }
    }

    /// Said once, and not over something that matters more.
    pub(super) fn tell_not_kept(self) {
        let quiet = self.run.with_untracked(|run| run.notice.is_none());
        if quiet && !self.storage_trouble_told.get_value() {
            self.storage_trouble_told.set_value(true);
            self.notify(NoticeKind::Info, text::notices::nothing_is_kept());
        }
    }

    /// Brings back what earlier visits left.
    pub(super) fn bring_back(self) {
        spawn_local(self.look_for_interrupted());
        spawn_local(async move {
            let opened = self.keeper.read_opened().await;
            if !opened.is_empty() {
                self.session.update(|session| {
                    for opened in opened {
                        session.opened_before(opened);
                    }
                });
            }
            self.bring_back_journal().await;
            let Some(kept) = self.keeper.read_runs().await else {
                return;
            };
            let mut histories: BTreeMap<u64, Arc<Prices>> = BTreeMap::new();
            let mut runs = Vec::new();
            let mut useless = Vec::new();
            for text in kept {
                // A task each: reading one, and making its prices, is work enough.
                TimeoutFuture::new(0).await;
                match self.revived(&text, &mut histories).await {
                    Some(run) => runs.push((text, run)),
                    None => useless.push(text.key),
                }
            }
            if !runs.is_empty() {
                let mut numbers = Vec::new();
                self.session.update(|session| {
                    for (text, run) in runs {
                        numbers.push((session.bring_back(run), text));
                    }
                });
                for (number, text) in numbers {
                    self.keeper.brought_back(number, &text);
                }
            }
            if !useless.is_empty() {
                self.keeper.remove_keys(&useless).await;
            }
        });
    }

    async fn revived(
        self,
        kept: &KeptText,
        histories: &mut BTreeMap<u64, Arc<Prices>>,
    ) -> Option<crate::session::PastRun> {
        let run = KeptRun::from_text(&kept.text)?;
        let prices = match histories.get(&run.prices) {
            Some(prices) => prices.clone(),
            None => self.prices_of(&run.experiment, run.prices).await?,
        };
        histories.insert(run.prices, prices.clone());
        run.with_prices(prices)
    }

    /// The prices with this fingerprint: those on the screen, a run's, made again, or kept.
    async fn prices_of(self, experiment: &Experiment, wanted: u64) -> Option<Arc<Prices>> {
        let is_it = |prices: &Arc<Prices>| SeriesId::of(prices).number() == wanted;
        let loaded = self.run.with_untracked(|run| run.prices.clone());
        if let Some(loaded) = loaded.filter(is_it) {
            return Some(loaded);
        }
        let of_run = self.session.with_untracked(|session| {
            let mut runs = session.runs().into_iter();
            let found = runs.find(|run| run.series.number() == wanted);
            found.map(|run| run.prices.clone())
        });
        if of_run.is_some() {
            return of_run;
        }
        match experiment.source {
            Source::World(kind) => {
                let seed = experiment.settings.seed;
                let days = world::DEFAULT_DAYS;
                let made = world::generate_with(kind, &experiment.parameters, seed, days);
                Some(Arc::new(made)).filter(is_it)
            }
            _ => {
                let series = self.keeper.read_prices(wanted).await?;
                Some(Arc::new(Prices {
                    series,
                    truth: None,
                }))
            }
        }
    }

    /// Shows the results of a run of the list once more, by its kept network.
    pub(super) fn show_run(self, number: u32) {
        spawn_local(async move {
            let model = self.keeper.read_model(number).await;
            let model = model
                .and_then(|file| OpenedModel::read(ModelOrigin::Kept { run: number }, &file).ok());
            let prices = self
                .session
                .with_untracked(|session| session.run(number).map(|run| run.prices.clone()));
            let (Some(model), Some(prices)) = (model, prices) else {
                return self.notify(NoticeKind::Error, text::notices::network_not_readable());
            };
            let loaded = self.run.with_untracked(|run| run.prices.clone());
            if loaded.is_some_and(|loaded| model.fit(&loaded).is_ok()) {
                return self.open_model(model);
            }
            if !self.run.with_untracked(Run::can_load) {
                return;
            }
            // The very prices of that run: asking again might bring others.
            let experiment = model.experiment.clone();
            self.waiting_model.set(Some(Arc::new(model)));
            self.put_on_screen(experiment, prices);
        });
    }

    /// A state of the training under way has come.
    pub(super) fn keep_state(self, run: u32, state: ArrayBuffer) {
        let trains = self
            .run
            .with_untracked(|it| it.id == run && it.phase == Phase::Training);
        if trains {
            self.state_keeping
                .update_value(|keeping| keeping.next = Some(Some((run, state))));
            self.write_states();
        }
    }

    /// The training under way has ended: there is nothing to go on with.
    pub(super) fn end_state_keeping(self) {
        let begun = self
            .state_keeping
            .with_value(|keeping| keeping.begun.is_some() || keeping.writing);
        if begun {
            self.state_keeping
                .update_value(|keeping| keeping.next = Some(None));
            self.write_states();
        }
    }

    /// One write after the other, always of the newest.
    fn write_states(self) {
        if self.state_keeping.with_value(|keeping| keeping.writing) {
            return;
        }
        self.state_keeping
            .update_value(|keeping| keeping.writing = true);
        spawn_local(async move {
            loop {
                let mut next = None;
                self.state_keeping
                    .update_value(|keeping| next = keeping.next.take());
                match next {
                    None => break,
                    Some(Some((run, state))) => self.write_state(run, state).await,
                    Some(None) => {
                        self.state_keeping
                            .update_value(|keeping| keeping.begun = None);
                        self.keeper.forget_training().await;
                    }
                }
            }
            self.state_keeping
                .update_value(|keeping| keeping.writing = false);
        });
    }

    async fn write_state(self, run: u32, state: ArrayBuffer) {
        let begun = self
            .state_keeping
            .with_value(|keeping| keeping.begun == Some(run));
        let about = match begun {
            true => None,
            false => match self.about_training() {
                Some(about) => Some(about),
                // Too many prices to be kept: without them the state is of no use.
                None => return,
            },
        };
        if self.keeper.keep_state(state, about).await {
            self.state_keeping
                .update_value(|keeping| keeping.begun = Some(run));
            // What was kept of an earlier training is overwritten.
            self.interrupted.set(None);
        } else {
            self.tell_not_kept();
        }
    }

    /// What the training under way is, and its prices where these cannot be made again.
    fn about_training(self) -> Option<TrainingToKeep> {
        let experiment = self
            .run
            .with_untracked(|run| run.trained.as_ref().map(|(it, _)| it.clone()))?;
        let prices = self.trained_prices.get_value()?;
        let about = About {
            version: VERSION,
            address: experiment.to_fragment(),
            prices: fingerprint_text(SeriesId::of(&prices).number()),
        };
        Some(TrainingToKeep {
            text: number::to_json(&about).ok()?,
            prices: prices_to_keep(&experiment.source, &prices).ok()?,
        })
    }

    /// Whether a state of the training under way is kept on the device.
    pub(super) fn keeps_its_state(self) -> bool {
        let training = self.run.with_untracked(|run| {
            let under_way = run.phase == Phase::Training;
            under_way.then_some(run.id)
        });
        training.is_some()
            && self
                .state_keeping
                .with_value(|keeping| keeping.begun == training)
    }

    /// The training of this tab broke off: offers to go on with what was kept of it.
    pub(super) fn offer_own_state(self) {
        self.state_keeping
            .update_value(|keeping| keeping.begun = None);
        spawn_local(self.read_interrupted_training());
    }

    async fn look_for_interrupted(self) {
        let Some(kept_at) = self.keeper.training_kept_at().await else {
            return;
        };
        let age_ms = js_sys::Date::now() - kept_at;
        if (0.0..STILL_MS).contains(&age_ms) {
            // Perhaps it goes on in another tab: then it is kept anew before long.
            TimeoutFuture::new((STILL_MS - age_ms) as u32).await;
            if self.keeper.training_kept_at().await != Some(kept_at) {
                return;
            }
        }
        self.read_interrupted_training().await;
    }

    async fn read_interrupted_training(self) {
        let Some((about, state)) = self.keeper.read_training().await else {
            return;
        };
        let found = read_interrupted(&about, &Uint8Array::new(&state).to_vec());
        if found.is_none() {
            // Damaged, or of another version of the page: it would only be in the way.
            self.keeper.forget_training().await;
        }
        self.interrupted.set(found);
    }

    /// Goes on with the training that was interrupted.
    pub(super) fn resume_interrupted(self) {
        let Some(interrupted) = self.interrupted.get_untracked() else {
            return;
        };
        if !self.run.with_untracked(Run::can_load) || self.both.with_untracked(Option::is_some) {
            return self.notify(NoticeKind::Info, text::notices::resume_while_busy());
        }
        spawn_local(async move {
            let Some((_, state)) = self.keeper.read_training().await else {
                self.interrupted.set(None);
                return self.notify(NoticeKind::Error, text::notices::interrupted_not_readable());
            };
            let experiment = interrupted.experiment.clone();
            let Some(prices) = self.prices_of(&experiment, interrupted.prices).await else {
                return self.notify(
                    NoticeKind::Info,
                    text::notices::interrupted_needs_prices(experiment.source.title()),
                );
            };
            later(move || self.go_on_with(interrupted, prices, state));
        });
    }

    fn go_on_with(self, interrupted: Interrupted, prices: Arc<Prices>, state: ArrayBuffer) {
        let Interrupted { experiment, .. } = interrupted;
        let bytes = Uint8Array::new(&state).to_vec();
        let Some((header, _)) = checkpoint::Header::read(&bytes) else {
            return;
        };
        if !self.run.with_untracked(Run::can_load) {
            return;
        }
        let shown = self.run.with_untracked(|run| run.prices.clone());
        self.waiting_model.set(None);
        if shown.as_ref() != Some(&prices) {
            self.put_on_screen(experiment.clone(), prices.clone());
        }
        let open = open_prices(&prices, experiment.sealed);
        let dataset = match Dataset::new(&open.series, &experiment.settings) {
            Ok(dataset) => Arc::new(dataset),
            Err(error) => return self.notify(NoticeKind::Error, said(&error)),
        };
        let run = self.run.with_untracked(Run::next_id);
        self.pending.set(None);
        self.trained_prices.set_value(Some(prices));
        self.run.update(|it| {
            it.apply(Event::ExperimentChanged(experiment.clone()));
            it.apply(Event::TrainContinued {
                run,
                experiment,
                dataset: dataset.clone(),
                epochs: header.epochs,
                rate_changes: header.rate_changes.clone(),
            });
        });
        self.interrupted.set(None);
        later(move || {
            let job = Box::new(TrainingJob {
                rate_changes: header.rate_changes,
                ..training_job(&dataset)
            });
            let watch = Watch {
                stretch: Stretch::ToTheEnd,
                preview_from: Some(preview_from(&dataset)),
                keep_state: true,
            };
            self.stretch.set_value(watch.stretch);
            self.with_trainer(|trainer| {
                trainer.send_with_state(ToTrainer::Train { run, job, watch }, state);
            });
        });
    }

    /// The interrupted training is no longer wanted.
    pub(super) fn discard_interrupted(self) {
        self.interrupted.set(None);
        spawn_local(self.keeper.forget_training());
    }

    /// Everything that was kept is gone.
    pub(super) fn storage_emptied(self) {
        self.keeper.emptied();
        self.journal.set(Default::default());
        self.interrupted.set(None);
        self.state_keeping
            .update_value(|keeping| keeping.begun = None);
    }
}

fn read_interrupted(about: &str, state: &[u8]) -> Option<Interrupted> {
    let about: About = serde_json::from_str(about).ok()?;
    let (header, _) = checkpoint::Header::read(state)?;
    let experiment = Experiment::from_own_fragment(&about.address)?;
    let prices = read_fingerprint(&about.prices)?;
    (about.version == VERSION).then_some(Interrupted {
        experiment,
        epoch: header.epoch,
        prices,
    })
}

/// More prices than are kept.
struct TooMany;

/// What of these prices has to be kept: nothing of a world, which is made again.
fn prices_to_keep(source: &Source, prices: &Prices) -> Result<Option<PricesToKeep>, TooMany> {
    if can_be_made_again(source) {
        return Ok(None);
    }
    Ok(Some(PricesToKeep {
        fingerprint: SeriesId::of(prices).number(),
        bytes: pack(&prices.series).ok_or(TooMany)?,
    }))
}
