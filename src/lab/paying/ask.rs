//! The question and its answers.

use super::{Paying, PayingWork};
use crate::forecast::paid::{Days, Rule, days_a_year};
use crate::lab::{Command, Lab, Work};
use crate::report::Deflated;
use std::sync::Arc;

/// The rules that are set beside holding.
const RULES: [Rule; 2] = [Rule::LongFlat, Rule::LongShort];

impl Lab {
    /// What was asked of the results on the screen; `None` where nothing was, or there are others now.
    pub fn paying(&self) -> Option<&Paying> {
        let shown = self.run.evaluation.as_ref()?;
        let paying = self.paying.as_ref()?;
        Arc::ptr_eq(&paying.of, shown).then_some(paying)
    }

    /// `cost` is in basis points of what is bought or sold. Nothing happens where there are no results, or none
    /// that could be traded by.
    pub(in crate::lab) fn ask_what_it_would_pay(&mut self, cost: f64) {
        let shown = self.run.evaluation.clone();
        let (Some(shown), Some(prices)) = (shown, self.trained_prices.as_ref()) else {
            return;
        };
        let Some(days) = Days::of(&shown).filter(|_| cost.is_finite()) else {
            return;
        };
        let a_year = days_a_year(prices.series.info().interval);
        let paid = days.paid(cost.max(0.0), a_year);
        let bootstraps = RULES
            .into_iter()
            .filter_map(|rule| Some((rule, paid.against_hold(rule, a_year)?)))
            .collect();
        let looks = self.session.looks(prices).experiments.max(1);
        let deflated = RULES
            .into_iter()
            .filter_map(|rule| {
                let share = paid.deflated(rule, looks)?;
                Some(Deflated { rule, share })
            })
            .collect();
        self.last_question += 1;
        let question = self.last_question;
        self.paying = Some(Paying {
            of: shown,
            question,
            paid: Arc::new(paid),
            looks,
            deflated,
            differences: None,
        });
        self.go_on_paying(PayingWork {
            question,
            bootstraps,
        });
    }

    /// A slice is drawn: the next, or the end.
    pub(in crate::lab) fn go_on_paying(&mut self, work: PayingWork) {
        let Some(paying) = &mut self.paying else {
            return;
        };
        if paying.question != work.question {
            return;
        }
        match work.found() {
            Some(found) => paying.differences = Some(found),
            None => self.order(Command::Do(Work::Paying(work))),
        }
    }
}
