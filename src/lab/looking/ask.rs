//! The question and its answer.

use super::{Looking, LookingWork};
use crate::forecast::many_looks::Looks;
use crate::lab::{Command, Lab, Work};
use std::sync::Arc;

impl Lab {
    /// What was asked of the runs in the list; `None` where nothing was, or the list is another now.
    pub fn looking(&self) -> Option<&Looking> {
        let looking = self.looking.as_ref()?;
        Arc::ptr_eq(&looking.of, &self.session).then_some(looking)
    }

    /// Nothing happens where fewer than two runs are comparable, or where it was asked of them before.
    pub(in crate::lab) fn count_looks(&mut self) {
        if self.looking().is_some() {
            return;
        }
        let (runs, gains): (Vec<u32>, Vec<Vec<f64>>) =
            self.session.tested_alike().into_iter().unzip();
        if let Some(looking) = &mut self.looking
            && looking.runs == runs
        {
            looking.of = self.session.clone();
            return;
        }
        let looks = Looks::new(gains);
        self.looking = looks.is_some().then(|| Looking {
            of: self.session.clone(),
            runs: runs.clone(),
            found: None,
        });
        if let Some(looks) = looks {
            self.go_on_looking(LookingWork {
                runs,
                looks,
                found: None,
            });
        }
    }

    /// A slice is drawn: the next, or the end.
    pub(in crate::lab) fn go_on_looking(&mut self, work: LookingWork) {
        let Some(looking) = &mut self.looking else {
            return;
        };
        if looking.runs != work.runs {
            return;
        }
        match work.found {
            Some(found) => looking.found = Some(found),
            None => self.order(Command::Do(Work::Looking(Box::new(work)))),
        }
    }
}
