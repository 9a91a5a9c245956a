//! Both recipes, one after the other, on the loaded prices. Each is a normal training, of the form's
//! settings with that recipe; the form itself stays as it is.

use super::lease::RecipePair;
use super::training::TrainingMessage;
use super::{Command, Lab, Lease, NoticeKind, Phase};
use crate::experiment::Experiment;
use crate::protocol::Stretch;
use std::sync::Arc;

/// The heading of two runs side by side.
const COMPARISON: &str = "compare-title";

impl Lab {
    pub(super) fn run_both(&mut self) {
        if self.can_train() {
            self.train_recipe(RecipePair::Honest);
        }
    }

    pub(super) fn train_recipe(&mut self, pair: RecipePair) {
        let form = &self.run.experiment;
        let experiment = Experiment {
            settings: form.settings.clone().with_recipe(pair.recipe()),
            ..form.clone()
        };
        self.lease = match self.begin_training(experiment, Stretch::ToTheEnd) {
            Some(run) => Lease::Recipes {
                pair,
                run: Some(run),
            },
            // It could not begin, and has said why.
            None => Lease::Free,
        };
    }

    /// One of the two was trained and judged; `entry` is its number in the list of runs.
    pub(super) fn recipe_trained(&mut self, pair: RecipePair, entry: Option<u32>) {
        match (self.run.phase, pair, entry) {
            (Phase::Done, RecipePair::Honest, Some(honest)) => {
                let pair = RecipePair::Notebook { honest };
                self.lease = Lease::Recipes { pair, run: None };
                self.order_next_training();
            }
            (Phase::Done, RecipePair::Notebook { honest }, Some(notebook)) => {
                Arc::make_mut(&mut self.session).compare(Some([honest, notebook]));
                self.order(Command::Focus(COMPARISON));
            }
            // There is nothing to compare, and no second training that nobody waits for.
            (Phase::Stopped, RecipePair::Honest, _) => {
                self.notify(NoticeKind::Info, TrainingMessage::FirstRecipeStopped);
            }
            (Phase::Stopped, RecipePair::Notebook { .. }, _) => {
                self.notify(NoticeKind::Info, TrainingMessage::SecondRecipeStopped);
            }
            _ => {}
        }
    }
}
