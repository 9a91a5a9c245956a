//! Both recipes, one after the other, on the loaded prices. Each is a normal training; what follows
//! its end is [`Both`]'s to say.

use super::{Root, later};
use crate::app::browser;
use crate::run::{NoticeKind, Phase, Run};
use crate::session::both::{Both, Next};
use crate::text;
use leptos::prelude::*;

impl Root {
    pub(super) fn run_both(self) {
        if self.run.with_untracked(Run::can_train) {
            self.train_recipe(Both::Honest);
        }
    }

    /// Follows the trainings to their end.
    pub(super) fn follow_both(self) {
        let phase = Memo::new(move |_| self.run.with(|run| run.phase));
        Effect::new(move |_| {
            if phase.get() != Phase::Training && self.both.with_untracked(Option::is_some) {
                // In a task of its own: the first verdict is painted, and recorded, before the second
                // training begins.
                later(move || self.behind(move |part| (part.go_on_with_both)(self)));
            }
        });
    }

    pub(super) fn go_on_with_both(self) {
        let Some(both) = self.both.get_untracked() else {
            return;
        };
        let newest = self.session.with_untracked(|session| session.newest());
        match both.after(self.phase(), newest) {
            Next::Wait => {}
            Next::Train(next) => self.train_recipe(next),
            Next::Compare(runs) => {
                self.both.set(None);
                self.session.update(|session| session.compare(Some(runs)));
                browser::focus_when_there("compare-title");
            }
            Next::GiveUp => {
                self.both.set(None);
                if self.phase() == Phase::Stopped {
                    self.notify(NoticeKind::Info, text::notices::first_recipe_stopped());
                }
            }
            Next::KeepFirst => {
                self.both.set(None);
                if self.phase() == Phase::Stopped {
                    self.notify(NoticeKind::Info, text::notices::second_recipe_stopped());
                }
            }
        }
    }

    fn train_recipe(self, both: Both) {
        let settings = self.settings().with_recipe(both.recipe());
        self.change_settings(settings);
        self.both.set(Some(both));
        self.train();
        if self.phase() != Phase::Training {
            // It could not begin, and has said why.
            self.both.set(None);
        }
    }
}
