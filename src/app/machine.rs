//! The lab as the screens have it: what happens goes in here, and what they show is read from it.
//!
//! Taking an event in and carrying out what it orders is the work of `execute`, which loads after the first
//! screen. What happens before is shown as far as it can be, kept, and applied once that is there.

use super::{browser, small_records};
use crate::lab::command::FileId;
use crate::lab::event::SmallRecords;
use crate::lab::intention::GivenFile;
use crate::lab::{Event, Intention, Lab};
use leptos::prelude::*;
use std::rc::Rc;

type Executor = Rc<dyn Fn(Event)>;

/// A handle, copied freely.
#[derive(Debug, Clone, Copy)]
pub struct Machine {
    pub lab: RwSignal<Lab>,
    /// Called where something happens that nothing takes in yet.
    missing: Callback<()>,
    executor: StoredValue<Option<Executor>, LocalStorage>,
    /// What happened before there was an executor.
    waiting: StoredValue<Vec<Event>, LocalStorage>,
    /// Files that were given, by their number.
    files: StoredValue<Vec<web_sys::File>, LocalStorage>,
}

impl Machine {
    pub fn new(missing: Callback<()>) -> Self {
        Self {
            missing,
            lab: RwSignal::new(Lab::new()),
            executor: StoredValue::new_local(None),
            waiting: StoredValue::new_local(Vec::new()),
            files: StoredValue::new_local(Vec::new()),
        }
    }

    /// Opens the visit with what the address says and the device keeps.
    pub fn open(self) {
        let stored = SmallRecords {
            api_key: small_records::read(small_records::API_KEY),
            requests: small_records::read(small_records::REQUESTS),
            recent_symbols: small_records::read(small_records::RECENT_SYMBOLS),
        };
        self.happen(Event::Opened {
            fragment: browser::fragment(),
            stored,
            hardware: browser::hardware(),
        });
    }

    pub fn intend(self, intention: Intention) {
        self.happen(Event::Wanted(intention));
    }

    /// Something happened.
    pub fn happen(self, event: Event) {
        match self.executor.get_value() {
            Some(executor) => executor(event),
            None => {
                self.lab.update(|lab| lab.show_at_once(&event));
                self.waiting.update_value(|waiting| waiting.push(event));
                self.missing.run(());
            }
        }
    }

    /// From now on `executor` takes in what happens, what has waited first. It begins with a new lab.
    pub fn is_executed_by(self, executor: Executor) {
        self.executor.set_value(Some(executor.clone()));
        self.lab.set(Lab::new());
        for event in self
            .waiting
            .try_update_value(std::mem::take)
            .into_iter()
            .flatten()
        {
            executor(event);
        }
    }

    /// Nothing takes events in, and the visitor is told so: what the address says and what was set stays,
    /// what was to be done is forgotten.
    pub fn is_not_executed(self) {
        let mut lab = Lab::new();
        self.waiting.update_value(|waiting| {
            waiting.retain(Event::is_of_experiment);
            for event in waiting {
                lab.show_at_once(event);
            }
        });
        self.lab.set(lab);
    }

    /// Holds a file for the lab, which asks for its bytes where it wants them.
    pub fn given(self, file: web_sys::File) -> GivenFile {
        let (name, size) = (file.name(), file.size() as u64);
        let mut number = 0;
        self.files.update_value(|files| {
            number = files.len() as u32;
            files.push(file);
        });
        GivenFile::whole(FileId(number), name, size)
    }

    /// Holds several files.
    pub fn given_all(self, files: Option<web_sys::FileList>) -> Vec<GivenFile> {
        let files = files.iter();
        let all = files.flat_map(|files| (0..files.length()).filter_map(|place| files.get(place)));
        all.map(|file| self.given(file)).collect()
    }

    /// A file that was given.
    pub fn file(self, id: FileId) -> Option<web_sys::File> {
        self.files
            .with_value(|files| files.get(id.0 as usize).cloned())
    }
}
