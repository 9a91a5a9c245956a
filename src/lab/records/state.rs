//! Keeping the state of the training under way: one write after another, always of the newest state, and
//! forgotten when the training has ended.
//!
//! A state is of no use without what it is a state of and the prices, so the first one is kept together
//! with these; later ones replace it alone.

use super::super::Lab;
use super::super::run::Phase;
use super::super::store::{Change, Key, Record, Store};
use super::interrupted::About;
use super::keep::prices_to_keep;
use super::packing::{PackedPrices, ToPack};
use super::writing::{Writing, Written};
use super::{RecordStep, RecordWork};

/// What the training under way is, its state, and when that was kept.
pub(super) const ABOUT: &str = "about";
pub(super) const STATE: &str = "state";
pub(super) const AT: &str = "at";

/// How far keeping the state of a training has come.
#[derive(Debug, Default)]
pub(super) struct StateKeeping {
    /// The run of which a state is kept.
    begun: Option<u32>,
    /// That state is of before the run was interrupted: the next one is kept with what it is a state of,
    /// since another tab may have kept another meanwhile.
    is_resumed: bool,
    /// The run that goes on from a kept state, and the epoch of that.
    gone_on: Option<(u32, usize)>,
    /// What is to be written next. The newest counts.
    next: Option<Next>,
    is_writing: bool,
}

#[derive(Debug)]
enum Next {
    State {
        run: u32,
        state: Vec<u8>,
    },
    /// The training has ended: nothing is kept any more.
    Nothing,
}

impl StateKeeping {
    /// The next state has to be kept together with what it is a state of.
    pub(super) fn forget_begun(&mut self) {
        self.begun = None;
    }

    /// This run goes on from the state that is kept, of after this epoch.
    pub(super) fn resume(&mut self, run: u32, epoch: usize) {
        self.begun = Some(run);
        self.is_resumed = true;
        self.gone_on = Some((run, epoch));
    }

    /// This run went on from that very state and came no further: it would only be lost again.
    pub(super) fn came_no_further(&self, run: u32, epoch: usize) -> bool {
        self.gone_on == Some((run, epoch))
    }

    /// A state of this run can be kept alone.
    fn is_whole(&self, run: u32) -> bool {
        self.begun == Some(run) && !self.is_resumed
    }
}

pub(super) fn training_change(key: &str, record: Option<Record>) -> Change {
    (Store::Training, Key::Text(key.to_owned()), record)
}

impl Lab {
    /// A state of the training under way has come.
    pub(in crate::lab) fn keep_state(&mut self, run: u32, state: Vec<u8>) {
        if self.run.id == run && self.run.phase == Phase::Training {
            self.records.state.next = Some(Next::State { run, state });
            self.write_next_state();
        }
    }

    /// The training under way has ended: there is nothing to go on with.
    pub(in crate::lab) fn end_state_keeping(&mut self) {
        let keeping = &mut self.records.state;
        if keeping.begun.is_some() || keeping.is_writing {
            keeping.next = Some(Next::Nothing);
            self.write_next_state();
        }
    }

    /// Whether a state of this run is kept on the device.
    pub(in crate::lab) fn keeps_state_of(&self, run: u32) -> bool {
        self.records.state.begun == Some(run)
    }

    fn write_next_state(&mut self) {
        if self.records.state.is_writing {
            return;
        }
        let Some(next) = self.records.state.next.take() else {
            return;
        };
        self.records.state.is_writing = true;
        match next {
            Next::Nothing => {
                self.records.state.forget_begun();
                self.remove_training(RecordStep::StateForgotten);
            }
            Next::State { run, state } if self.records.state.is_whole(run) => {
                self.write_state(run, state, None, None);
            }
            Next::State { run, state } => self.begin_state(run, state),
        }
    }

    /// The first state of a run, for which its prices may have to be packed.
    fn begin_state(&mut self, run: u32, state: Vec<u8>) {
        let experiment = self.run.trained.as_ref().map(|(it, _)| it.clone());
        let to_keep = experiment
            .zip(self.trained_prices.clone())
            .and_then(|(experiment, prices)| prices_to_keep(&experiment.source, &prices).ok());
        match to_keep {
            // Too many prices to be kept: without them the state is of no use.
            None => self.next_state(),
            Some(None) => self.write_whole_state(run, state, None),
            Some(prices) => self.work_on(RecordWork::Pack {
                what: ToPack::State { run, state },
                prices,
                network: None,
            }),
        }
    }

    pub(super) fn write_whole_state(
        &mut self,
        run: u32,
        state: Vec<u8>,
        prices: Option<PackedPrices>,
    ) {
        // Another training may have begun while the prices were packed.
        let is_its = self.run.id == run;
        let experiment = self.run.trained.as_ref().filter(|_| is_its);
        let about = experiment
            .zip(self.trained_prices.as_ref())
            .map(|((it, _), of)| About::new(it, of).to_text());
        match about {
            Some(about) => self.write_state(run, state, Some(about), prices),
            None => self.next_state(),
        }
    }

    fn write_state(
        &mut self,
        run: u32,
        state: Vec<u8>,
        about: Option<String>,
        prices: Option<PackedPrices>,
    ) {
        let now = self.now.unix_ms;
        let whole = about.is_some();
        let mut changes = vec![
            training_change(STATE, Some(Record::Bytes(state))),
            training_change(AT, Some(Record::Number(now))),
        ];
        changes.extend(about.map(|about| training_change(ABOUT, Some(Record::Text(about)))));
        let time = self.new_key();
        self.begin_writing(Writing {
            changes,
            history: prices.map(|prices| (prices, time)),
            then: Written::State { run, whole },
        });
    }

    pub(super) fn state_written(&mut self, run: u32, whole: bool, done: bool) {
        let keeping = &mut self.records.state;
        if !done {
            self.tell_not_kept();
        } else if whole || keeping.is_whole(run) {
            keeping.begun = Some(run);
            keeping.is_resumed = false;
            // What was kept of an earlier training is overwritten.
            self.records.interrupted = None;
        }
        self.next_state();
    }

    pub(super) fn state_forgotten(&mut self) {
        self.next_state();
    }

    /// One write is over: on to what came meanwhile.
    pub(super) fn next_state(&mut self) {
        self.records.state.is_writing = false;
        self.write_next_state();
    }

    /// Nothing is under way any more.
    pub(super) fn remove_training(&mut self, step: RecordStep) {
        let changes = [ABOUT, STATE, AT].map(|key| training_change(key, None));
        self.change(step, changes.to_vec());
    }
}
