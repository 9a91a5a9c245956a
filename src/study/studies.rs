//! The studies of a visit: the last walk-forward, the last seeds, the last several histories and the last of all
//! cells, begun with the prices that are loaded. One of them runs at a time, and has all trainers.

use super::{
    CellsReport, FailedBy, NoScore, Order, Progress, Scoring, SeedsReport, SeveralReport, Study,
    Subject, WalkForwardReport,
};
use crate::forecast::Evaluation;
use crate::forecast::evaluation::EvaluationError;
use crate::market::Prices;
use crate::protocol::{Crash, FromTrainer};
use std::sync::Arc;

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Studies {
    walk_forward: Option<Study>,
    seeds: Option<Study>,
    several: Option<Study>,
    cells: Option<Study>,
    /// What was loaded when the last study began; it may have trained on a part of it.
    loaded: Option<Arc<Prices>>,
}

impl Studies {
    pub fn walk_forward(&self) -> Option<&Study> {
        self.walk_forward.as_ref()
    }

    pub fn seeds(&self) -> Option<&Study> {
        self.seeds.as_ref()
    }

    pub fn several(&self) -> Option<&Study> {
        self.several.as_ref()
    }

    pub fn cells(&self) -> Option<&Study> {
        self.cells.as_ref()
    }

    /// The one that has the trainer.
    pub fn running(&self) -> Option<&Study> {
        let all = [&self.walk_forward, &self.seeds, &self.several, &self.cells];
        all.into_iter().flatten().find(|study| study.is_running())
    }

    fn running_mut(&mut self) -> Option<&mut Study> {
        let all = [
            &mut self.walk_forward,
            &mut self.seeds,
            &mut self.several,
            &mut self.cells,
        ];
        all.into_iter().flatten().find(|study| study.is_running())
    }

    /// Takes up a study in place of the last one of its kind; `loaded` are the prices on the page.
    /// Nothing happens while one runs.
    pub fn begin(&mut self, study: Study, loaded: &Arc<Prices>) {
        if self.running().is_some() {
            return;
        }
        self.loaded = Some(loaded.clone());
        match study.subject {
            Subject::WalkForward { .. } => self.walk_forward = Some(study),
            Subject::Seeds { .. } => self.seeds = Some(study),
            Subject::Several { .. } => self.several = Some(study),
            Subject::Cells { .. } => self.cells = Some(study),
        }
    }

    /// As [`Study::has`], of the running one.
    pub fn has(&self, run: u32) -> bool {
        self.running().is_some_and(|study| study.has(run))
    }

    /// As [`Study::is_on_cpu`], of the running one.
    pub fn are_on_cpu(&self) -> bool {
        self.running().is_some_and(Study::is_on_cpu)
    }

    /// As [`Study::upcoming`], of the running one.
    pub fn upcoming(&self) -> Option<usize> {
        self.running()?.upcoming()
    }

    /// As [`Study::wanted`], of the running one.
    pub fn wanted(&self) -> Option<usize> {
        self.running()?.wanted()
    }

    /// As [`Study::give`], of the running one.
    pub fn give(&mut self, number: usize, prices: Result<Arc<Prices>, NoScore>) {
        if let Some(study) = self.running_mut() {
            study.give(number, prices);
        }
    }

    /// As [`Study::next`], of the running one.
    pub fn next(&mut self, run: u32) -> Option<Order> {
        self.running_mut()?.next(run)
    }

    /// As [`Study::hear`], of the running one.
    pub fn hear(&mut self, word: FromTrainer, now_ms: f64) -> Option<Scoring> {
        self.running_mut()?.hear(word, now_ms)
    }

    /// As [`Study::scored`], of the running one. Returns what it showed of the test block.
    pub fn scored(
        &mut self,
        run: u32,
        outcome: Result<Evaluation, EvaluationError>,
        now_ms: f64,
    ) -> Option<String> {
        let study = self.running_mut()?;
        let number = study.scored(run, outcome, now_ms)?;
        study.looked_at(number)
    }

    /// As [`Study::cancel`], of the running one.
    pub fn cancel(&mut self) {
        if let Some(study) = self.running_mut() {
            study.cancel();
        }
    }

    /// As [`Study::trainer_crashed`], of the running one.
    pub fn trainer_crashed(&mut self, run: u32, crash: Crash) {
        if let Some(study) = self.running_mut() {
            study.trainer_crashed(run, crash);
        }
    }

    /// As [`Study::trainers_lost`], of the running one.
    pub fn trainers_lost(&mut self, reason: FailedBy) {
        if let Some(study) = self.running_mut() {
            study.trainers_lost(reason);
        }
    }

    /// As [`Study::progress`], of the running one.
    pub fn progress(&self, now_ms: f64, trainers: usize) -> Option<Progress> {
        self.running()?.progress(now_ms, trainers)
    }

    /// Whether these are other prices than those that were loaded for the studies here.
    pub fn are_outdated(&self, prices: Option<&Prices>) -> bool {
        let Some(loaded) = self.loaded.as_deref() else {
            return false;
        };
        // The very same ones are the usual case, and need no comparison of thousands of rows.
        prices.is_none_or(|prices| !std::ptr::eq(loaded, prices) && loaded != prices)
    }

    pub fn walk_forward_report(&self) -> Option<WalkForwardReport> {
        self.walk_forward.as_ref()?.walk_forward_report()
    }

    pub fn seeds_report(&self) -> Option<SeedsReport> {
        self.seeds.as_ref()?.seeds_report()
    }

    pub fn several_report(&self) -> Option<SeveralReport> {
        self.several.as_ref()?.several_report()
    }

    pub fn cells_report(&self) -> Option<CellsReport> {
        self.cells.as_ref()?.cells_report()
    }
}
