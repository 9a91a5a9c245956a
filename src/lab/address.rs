//! Opening the page, following the address, and the link that is copied.

pub mod keys;

use super::command::Wake;
use super::event::SmallRecords;
use super::lessons::Own;
use super::pool::Hardware;
use super::prices::{ApiKey, PriceMessage, PriceSources, Wanted};
use super::run::{Event as RunEvent, Run};
use super::{Command, Lab, Message, Notice, NoticeKind, Offer};
use crate::experiment::Experiment;
use crate::forecast::odometer::SeriesId;
use crate::fragment::pairs;
use crate::guide::{GuideLink, says_experiment};
use crate::market::Source;
use crate::market::alpha_vantage::History;
use keys::key_errors;

/// How long "Link copied" stays.
const COPIED_SHOWN_MS: f64 = 4_000.0;

/// What became of the last "Copy link".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum CopyOutcome {
    #[default]
    None,
    Copied,
    /// No clipboard here: the link itself, to be copied by hand.
    Shown(String),
}

/// What an address says, and what of it cannot be used.
pub(super) struct Address {
    pub(super) experiment: Experiment,
    pub(super) link: GuideLink,
    /// As many workers as it asks for.
    workers: Option<usize>,
    /// What comes back after the lesson, where the address has left the experiment to it.
    own: Option<Own>,
    complaint: Option<PriceMessage>,
}

impl Address {
    pub(super) fn read(fragment: &str) -> Self {
        let (experiment, mut of_experiment) = Experiment::from_fragment(fragment);
        let (workers, of_workers) = Experiment::workers(fragment);
        of_experiment.extend(of_workers);
        let (link, of_link) = GuideLink::from_fragment(fragment);
        // What an address says of an experiment holds, also in a lesson.
        let own_lesson = link.lesson.filter(|_| !says_experiment(fragment));
        let experiment = match own_lesson {
            Some(lesson) => {
                let mut own = (lesson.experiment)();
                own.autorun = experiment.autorun;
                own.settings.device = experiment.settings.device;
                own
            }
            None => experiment,
        };
        let keys = key_errors(&pairs(fragment));
        let bad = !of_experiment.is_empty() || !of_link.is_empty() || !keys.is_empty();
        Self {
            experiment,
            link,
            workers,
            own: own_lesson.map(|_| Own::of_opened_page()),
            complaint: bad.then_some(PriceMessage::BadAddress {
                experiment: of_experiment,
                guide: of_link,
                keys,
            }),
        }
    }
}

fn shared_fragment(experiment: &Experiment) -> String {
    experiment.clone().without_autorun().to_fragment()
}

impl Lab {
    pub(super) fn opened(&mut self, fragment: &str, stored: SmallRecords, hardware: Hardware) {
        let address = Address::read(fragment);
        self.hardware = hardware;
        self.workers = address.workers;
        self.address = fragment.to_owned();
        self.prices = PriceSources::of_records(&stored);
        self.run = Run::new(address.experiment.clone());
        self.link = address.link;
        self.own = address.own;
        self.complain(address.complaint);
        self.load_experiment(address.experiment);
        self.bring_back();
    }

    pub(super) fn address_changed(&mut self, fragment: &str) {
        let address = Address::read(fragment);
        self.workers = address.workers;
        self.address = fragment.to_owned();
        self.link = address.link;
        self.own = address.own;
        self.complain(address.complaint);
        self.open_experiment(address.experiment);
    }

    /// Orders the address to be written where it is not what the page shows, so that copying it by hand
    /// works too.
    pub(super) fn keep_address(&mut self) {
        let fragment = self.fragment(&self.link);
        if fragment != self.address.trim_start_matches('#') {
            self.address.clone_from(&fragment);
            self.order(Command::WriteAddress(fragment));
        }
    }

    /// The fragment of what the page shows, with a lesson and hidden parts.
    fn fragment(&self, link: &GuideLink) -> String {
        link.added_to(&shared_fragment(&self.run.experiment))
    }

    /// Says what of an address cannot be used: first, so that what the load has to say is added to it.
    fn complain(&mut self, complaint: Option<PriceMessage>) {
        self.complaint = None;
        if let Some(complaint) = complaint.map(Message::from) {
            self.notify(NoticeKind::Warning, complaint.clone());
            self.complaint = Some(complaint);
        }
    }

    fn open_experiment(&mut self, experiment: Experiment) {
        let current = &self.run.experiment;
        if shared_fragment(&experiment) == shared_fragment(current) && !experiment.autorun {
            return;
        }
        if self.lease.is_study() {
            return self.notify(NoticeKind::Info, PriceMessage::LinkWhileStudying);
        }
        if !self.may_load() {
            return self.notify(NoticeKind::Info, PriceMessage::LinkWhileTraining);
        }
        let is_there = self.run.prices_of(&experiment).is_some();
        if !is_there || self.other_to_find(&experiment).is_some() {
            return self.load_experiment(experiment);
        }
        // Another link may have waited for its prices: the newest counts.
        self.pending = None;
        let autorun = experiment.autorun;
        self.run.apply(RunEvent::ExperimentChanged(experiment));
        self.settle_other();
        if autorun {
            self.train();
        }
    }

    /// Loads the prices of an experiment, which becomes the run's when they are there. Until then, and
    /// where they never come, source and settings stay those of the prices on the screen.
    pub(super) fn load_experiment(&mut self, experiment: Experiment) {
        self.load_prices_of(experiment, None);
    }

    /// Loads the prices of an experiment, which becomes the run's with them; or says `to_do`: what the
    /// visitor has to do for them, give a key or open a file. `None` says it of a link.
    pub(super) fn load_prices_of(&mut self, experiment: Experiment, to_do: Option<Message>) {
        self.pending = Some(experiment.clone());
        match self.other_to_find(&experiment) {
            Some(wanted) => self.find_other(wanted, experiment, to_do),
            None => self.load_first_of(experiment, to_do),
        }
    }

    /// The same, now that all was done for its second series.
    pub(super) fn load_first_of(&mut self, experiment: Experiment, to_do: Option<Message>) {
        match experiment.source.clone() {
            Source::World(kind) => {
                // Made here and now, so nothing can come between.
                self.run.apply(RunEvent::ExperimentChanged(experiment));
                self.load_world(kind);
            }
            Source::AlphaVantage { symbol, interval } => {
                self.load_named(symbol, History::of_interval(interval), to_do);
            }
            Source::Pair(pair) => {
                self.load_named(pair.to_string(), History::of_pair(pair.kind), to_do);
            }
            Source::File { .. }
                if experiment.other.is_some() && self.file_is_on_screen(&experiment) => {}
            Source::File { name } => {
                let to_do = to_do.unwrap_or_else(|| PriceMessage::LinkToFile { name }.into());
                self.ask_for_file(Notice::info(to_do));
            }
        }
    }

    /// Loads a history of the service. A link asks with the public key, which needs no asking, or with
    /// none: the visitor's own key has few requests a day, and spends them where its owner presses a
    /// button. What asks by a press (`to_do` says for what) asks with it.
    fn load_named(&mut self, symbol: String, history: History, to_do: Option<Message>) {
        let own = self.prices.key().cloned();
        let demo = history.is_example(&symbol).then(ApiKey::demo);
        let wanted = |key| Wanted {
            symbol: symbol.clone(),
            history,
            key,
            refresh: false,
        };
        match to_do {
            Some(to_do) => self.load_history(wanted(own.or(demo)), Notice::info(to_do)),
            None => {
                let symbol = symbol.clone();
                let notice = match (own, &demo) {
                    (Some(own), None) => {
                        self.prices.link_waits_for(wanted(Some(own)));
                        let offer = Offer::LoadLinked(symbol.clone());
                        Notice::info(PriceMessage::LinkWaits { symbol }).with_offer(offer)
                    }
                    _ => Notice::info(PriceMessage::LinkToSymbol { symbol }),
                };
                self.load_history(wanted(demo), notice);
            }
        }
    }

    pub(super) fn copy_link(&mut self) {
        let fragment = self.fragment(&self.link);
        self.order(Command::CopyLink { fragment });
    }

    pub(super) fn copy_lesson_link(&mut self, link: &GuideLink) {
        let fragment = self.fragment(link);
        self.order(Command::CopyLink { fragment });
    }

    pub(super) fn link_copied(&mut self, link: String, done: bool) {
        self.copied = if done {
            CopyOutcome::Copied
        } else {
            CopyOutcome::Shown(link)
        };
        self.order(Command::Wake {
            after_ms: COPIED_SHOWN_MS,
            wake: Wake::CopiedShown,
        });
    }

    pub(super) fn copied_shown(&mut self) {
        if self.copied == CopyOutcome::Copied {
            self.copied = CopyOutcome::None;
        }
    }

    /// Puts a past run's prices and settings back.
    pub(super) fn restore(&mut self, number: u32) {
        let Some(past) = self.session.run(number).cloned() else {
            return;
        };
        if !self.can_load() {
            return;
        }
        let loaded = self.run.prices.as_deref().map(SeriesId::of);
        let other = past.experiment.other_read();
        let other_is_there = other.is_none() || other == self.run.experiment.other.as_ref();
        if loaded == Some(past.series) && other_is_there {
            let current = self.run.experiment.clone();
            return self.run.apply(RunEvent::ExperimentChanged(Experiment {
                settings: past.experiment.settings,
                sealed: past.experiment.sealed,
                ..current
            }));
        }
        // The very prices of that run: asking again might bring others.
        self.put_on_screen(past.experiment, past.prices);
        if let Some(wanted) = self.other_to_find(&self.run.experiment) {
            self.tell_other_wanted(wanted);
        }
    }
}
