//! Prices from a file, a drop or a paste: read in tasks of their own, shown for correction where the
//! file leaves a question.

use super::{Root, later};
use crate::app::browser;
use crate::app::intention::PriceText;
use crate::market::price_file::{
    self, Correction, FileError, FilePrices, LARGEST_FILE_BYTES, ParsedFile, Preview, Reading,
};
use crate::market::{PASTED, Prices};
use crate::model_file::opened::ENDING;
use crate::run::{Event, Notice, NoticeKind, Phase, Run};
use crate::text::{self, said};
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// A task that took longer leaves the next step to another one, so that none is long. Most files are
/// read within one: between two, the browser would paint the page, which has nothing new to show.
const TASK_MS: f64 = 12.0;
/// The browser's timeline shows how long reading took, from one to the other.
const OPENED: &str = "price file opened";
const READ: &str = "price file read";

/// A file that waits for the visitor's word on how it is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    pub name: String,
    pub reading: Reading,
    pub preview: Preview,
    /// Only its allocation is compared: another one is another file.
    file: SharedFile,
}

#[derive(Clone)]
struct SharedFile(Arc<ParsedFile>);

impl PartialEq for SharedFile {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl std::fmt::Debug for SharedFile {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{} bytes", self.0.size())
    }
}

/// A file on its way through the tasks that read it.
struct Text {
    /// As [`Root::next_load`] gave it.
    load: u32,
    name: String,
    file: SharedFile,
    /// When the present task began, on the clock of [`browser::now_ms`].
    since_ms: f64,
}

impl Root {
    pub(super) fn open_price_text(self, text: PriceText) {
        if !self.may_load() {
            return self.notify(NoticeKind::Info, text::notices::file_while_training());
        }
        match text {
            // Dropped anywhere, or chosen in the wrong place.
            PriceText::File(file) if file.name().ends_with(ENDING) => self.open_model_file(file),
            PriceText::File(file) => self.open_file(file),
            PriceText::Pasted(text) => {
                let load = self.next_load();
                self.apply(Event::LoadStarted);
                self.parse(load, PASTED.to_owned(), text.into_bytes());
            }
        }
    }

    /// A load under way is no hindrance: the newer one counts.
    fn may_load(self) -> bool {
        self.run.with_untracked(Run::can_load) || self.phase() == Phase::Loading
    }

    fn open_file(self, file: web_sys::File) {
        // Before anything is read: a large file would first fill the memory.
        let bytes = file.size();
        if bytes > LARGEST_FILE_BYTES as f64 {
            let bytes = bytes as usize;
            return self.notify(NoticeKind::Error, said(&FileError::TooLarge { bytes }));
        }
        let load = self.next_load();
        self.apply(Event::LoadStarted);
        spawn_local(async move {
            let bytes = browser::bytes_of(&file).await;
            if self.load.get_value() != load {
                return;
            }
            match bytes {
                Some(bytes) => self.parse(load, file.name(), bytes),
                None => self.file_refused(text::notices::file_not_readable()),
            }
        });
    }

    /// Takes the file apart, then understands and reads it.
    fn parse(self, load: u32, name: String, bytes: Vec<u8>) {
        browser::mark(OPENED);
        self.in_next_task(load, move |root| {
            let since_ms = browser::now_ms();
            match price_file::parse(bytes) {
                Ok(file) => root.next_step(
                    Text {
                        load,
                        name,
                        file: SharedFile(Arc::new(file)),
                        since_ms,
                    },
                    Self::sniff,
                ),
                Err(error) => root.file_refused(&said(&error)),
            }
        });
    }

    fn sniff(self, text: Text) {
        match text.file.0.sniff() {
            Ok(reading) if reading.doubts.is_empty() => {
                self.next_step(text, |root, text| root.read(text, reading));
            }
            Ok(reading) => self.ask_about(
                text,
                reading,
                Notice::info(text::notices::file_leaves_a_question()),
            ),
            Err(error) => self.file_refused(&said(&error)),
        }
    }

    fn read(self, text: Text, reading: Reading) {
        let read = text.file.0.read(&reading, &text.name);
        browser::measure(READ, OPENED);
        match read {
            // A task of its own: everything on the page follows.
            Ok(prices) => {
                self.in_next_task(text.load, move |root| root.file_loaded(prices, &text.file));
            }
            // What is wrong may be the reading and not the file.
            Err(error @ (FileError::NoUsableRow { .. } | FileError::NoPrices { .. })) => {
                self.ask_about(text, reading, Notice::error(said(&error)));
            }
            Err(error) => self.file_refused(&said(&error)),
        }
    }

    /// Shows how the file is read, and waits.
    fn ask_about(self, text: Text, reading: Reading, why: Notice) {
        self.in_next_task(text.load, move |root| {
            match text.file.0.preview(&reading) {
                Ok(preview) => {
                    root.import.set(Some(Import {
                        name: text.name,
                        reading,
                        preview,
                        file: text.file,
                    }));
                    // Nothing was loaded, and nothing is lost.
                    root.apply(Event::LoadFailed(why));
                    root.train_when_loaded.set_value(false);
                }
                Err(error) => root.file_refused(&said(&error)),
            }
        });
    }

    pub(super) fn correct_import(self, correction: Correction) {
        let file = |import: &Import| import.file.clone();
        let Some(corrected_file) = self.import.with_untracked(|it| it.as_ref().map(file)) else {
            return;
        };
        later(move || {
            // Corrected, used or left meanwhile: what stands there now counts.
            let import = self.import.get_untracked();
            let Some(import) = import.filter(|import| import.file == corrected_file) else {
                return;
            };
            let file = &import.file.0;
            let corrected = (file.corrected(&import.reading, correction))
                .and_then(|reading| Ok((file.preview(&reading)?, reading)));
            match corrected {
                Ok((preview, reading)) => {
                    self.apply(Event::NoticeDismissed);
                    self.import.set(Some(Import {
                        reading,
                        preview,
                        ..import
                    }));
                }
                Err(error) => self.notify(NoticeKind::Error, said(&error)),
            }
        });
    }

    pub(super) fn use_import(self) {
        let Some(import) = self.import.get_untracked() else {
            return;
        };
        if !self.may_load() {
            return self.notify(NoticeKind::Info, text::notices::use_while_training());
        }
        let load = self.next_load();
        browser::mark(OPENED);
        self.apply(Event::LoadStarted);
        self.in_next_task(load, move |root| {
            let text = Text {
                load,
                name: import.name,
                file: import.file,
                since_ms: browser::now_ms(),
            };
            root.read(text, import.reading);
        });
    }

    pub(super) fn discard_import(self) {
        self.import.set(None);
        self.apply(Event::NoticeDismissed);
    }

    fn file_loaded(self, FilePrices { series, report }: FilePrices, file: &SharedFile) {
        let was_asked_about = self
            .import
            .with_untracked(|import| import.as_ref().is_some_and(|it| it.file == *file));
        let source = series.info().source.clone();
        let prices = Arc::new(Prices {
            series,
            truth: None,
        });
        let report = Arc::new(report);
        self.take_over(source, Event::FileLoaded { prices, report });
        if was_asked_about {
            // The button that was pressed goes with the preview.
            browser::focus("prices-title");
        }
    }

    fn file_refused(self, message: &str) {
        self.train_when_loaded.set_value(false);
        self.apply(Event::LoadFailed(Notice::error(message)));
    }

    /// Goes on in this task while it is young, else in another.
    fn next_step(self, text: Text, act: impl FnOnce(Self, Text) + 'static) {
        if browser::now_ms() - text.since_ms < TASK_MS {
            return act(self, text);
        }
        self.in_next_task(text.load, move |root| {
            let since_ms = browser::now_ms();
            act(root, Text { since_ms, ..text });
        });
    }

    /// Goes on in a task of its own, unless another load has begun meanwhile.
    fn in_next_task(self, load: u32, act: impl FnOnce(Self) + 'static) {
        later(move || {
            if self.load.get_value() == load {
                act(self);
            }
        });
    }

    /// The link names a file, which only the visitor has.
    /// Reading files is behind the first screen.
    fn bring(self, text: PriceText) {
        self.behind(move |part| (part.open_price_text)(self, text));
    }

    /// Takes what is dropped anywhere on the page, or pasted anywhere but into a field.
    pub(super) fn accept_drops_and_pastes(self) {
        let over = move |event: ev::DragEvent| {
            if carries_files(&event) {
                // Without this the browser opens the file in place of the page.
                event.prevent_default();
                self.dropping.set(true);
            }
        };
        // The listeners live as long as the page, like the root.
        window_event_listener(ev::dragenter, over);
        window_event_listener(ev::dragover, over);
        window_event_listener(ev::dragleave, move |event| {
            // From one element into another is no leaving: only outside is nothing.
            if event.related_target().is_none() {
                self.dropping.set(false);
            }
        });
        window_event_listener(ev::drop, move |event| {
            if !carries_files(&event) {
                return;
            }
            event.prevent_default();
            self.dropping.set(false);
            let files = event.data_transfer().and_then(|data| data.files());
            match files.as_ref().map_or(0, web_sys::FileList::length) {
                1 => {
                    if let Some(file) = files.and_then(|files| files.get(0)) {
                        self.bring(PriceText::File(file));
                    }
                }
                0 => self.notify(NoticeKind::Error, text::notices::no_file_dropped()),
                count => self.notify(NoticeKind::Error, text::notices::many_files_dropped(count)),
            }
        });
        window_event_listener(ev::paste, move |event| {
            if is_field(event.target()) {
                return;
            }
            let Some(data) = event.clipboard_data() else {
                return;
            };
            if let Some(file) = data.files().and_then(|files| files.get(0)) {
                event.prevent_default();
                return self.bring(PriceText::File(file));
            }
            let text = data.get_data("text/plain").unwrap_or_default();
            // One line is no table; it may be an API key that missed its field.
            if text.trim().lines().count() > 1 {
                event.prevent_default();
                self.bring(PriceText::Pasted(text));
            }
        });
    }
}

fn carries_files(event: &ev::DragEvent) -> bool {
    event
        .data_transfer()
        .is_some_and(|data| data.types().includes(&"Files".into(), 0))
}

/// Whether what is pasted there belongs there.
fn is_field(target: Option<web_sys::EventTarget>) -> bool {
    target
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| {
            let closest = element.closest(
                "input:not([type=radio], [type=checkbox], [type=range], [type=file]), textarea, \
                 [contenteditable]",
            );
            closest.is_ok_and(|field| field.is_some())
        })
}
