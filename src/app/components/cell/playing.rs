//! Steps played one after the other: of the window by themselves once, when the lines first come into view, and
//! whenever the visitor asks.

use crate::app::browser;
use crate::app::charts::observe::NearWatch;
use gloo_timers::callback::Interval;
use leptos::prelude::*;

/// How long a step stays: the time it takes to see which lines moved.
const STEP_MS: usize = 700;
/// Many steps go faster, and are over after this …
const ALL_MS: usize = 20_000;
/// … but never faster than this.
const LEAST_STEP_MS: usize = 80;
/// The lines are in view when they reach into the middle half of the screen.
const IN_VIEW: &str = "-25% 0px";

/// Plays the steps. A pointer over the lines or the focus on them holds it, a step chosen by hand ends
/// it.
#[derive(Clone, Copy)]
pub(super) struct Player {
    /// The number of the last step, from 0; `None` where there is nothing to play.
    last: Memo<Option<usize>>,
    /// The step; `None` until one is chosen.
    time: RwSignal<Option<usize>>,
    plays: RwSignal<bool>,
    timer: StoredValue<Option<Interval>, LocalStorage>,
    /// By a pointer, by the focus.
    held: StoredValue<(bool, bool)>,
    /// Played by itself, or made needless by the visitor.
    began: StoredValue<bool>,
}

impl Player {
    pub fn new(last: Memo<Option<usize>>, time: RwSignal<Option<usize>>) -> Self {
        let player = Self {
            last,
            time,
            plays: RwSignal::new(false),
            timer: StoredValue::new_local(None),
            held: StoredValue::default(),
            began: StoredValue::new(false),
        };
        on_cleanup(move || player.stop());
        player
    }

    pub fn plays(self) -> bool {
        self.plays.get()
    }

    /// Begins by itself once `lines` are in view, unless the visitor wants no motion.
    pub fn begin_in_view(self, lines: &leptos::web_sys::Element) {
        let watch = NearWatch::within(lines, IN_VIEW, move |in_view| {
            let chosen = self.time.try_get_untracked().flatten().is_some();
            let began = self.began.try_get_value().unwrap_or(true);
            if in_view && !began && !chosen && !browser::wants_less_motion() {
                self.play();
            }
        });
        let watch = StoredValue::new_local(Some(watch));
        on_cleanup(move || drop(watch.try_update_value(Option::take)));
    }

    pub fn toggle(self) {
        if self.plays.get_untracked() {
            self.stop();
        } else {
            self.play();
        }
    }

    /// From where it stands; from the first step where that is the last, or none is chosen.
    pub fn play(self) {
        let Some(last) = self.last.get_untracked() else {
            return;
        };
        self.began.set_value(true);
        let time = self.time;
        if time.get_untracked().is_none_or(|now| now >= last) {
            time.set(Some(0));
        }
        let step_ms = (ALL_MS / (last + 1)).clamp(LEAST_STEP_MS, STEP_MS);
        let timer = Interval::new(step_ms as u32, move || self.step());
        self.timer.set_value(Some(timer));
        self.plays.set(true);
    }

    /// The visitor chose a step, or pressed Pause.
    pub fn stop(self) {
        self.began.try_update_value(|began| *began = true);
        self.timer.try_update_value(Option::take);
        if self.plays.try_get_untracked() == Some(true) {
            self.plays.set(false);
        }
    }

    pub fn hold_by_pointer(self, held: bool) {
        self.held.update_value(|(pointer, _)| *pointer = held);
    }

    pub fn hold_by_focus(self, held: bool) {
        self.held.update_value(|(_, focus)| *focus = held);
    }

    fn step(self) {
        if matches!(self.held.get_value(), (true, _) | (_, true)) || browser::is_hidden() {
            return;
        }
        let Some(last) = self.last.get_untracked() else {
            return self.stop();
        };
        let now = self.time.get_untracked().unwrap_or(0);
        if now < last {
            self.time.set(Some(now + 1));
        }
        if now + 1 >= last {
            self.stop();
        }
    }
}
