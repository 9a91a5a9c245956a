//! How many requests were made today. Counted here, because the service does not say.
//!
//! The day is New York's. The service does not say either when its day begins, but every time in its
//! answers is US/Eastern; Greenwich's day would begin anew in the American evening, and promise
//! requests that there may not be.

use super::clock::eastern_time;
use crate::market::row::iso_date;
use chrono::NaiveDate;

/// What a free key has, by the service's own notice.
pub const FREE_REQUESTS_PER_DAY: u32 = 25;

/// The requests of one day. Knows no key: what is counted is what was asked on this device.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Allowance {
    day: Option<NaiveDate>,
    used: u32,
}

impl Allowance {
    /// Reads what [`to_text`](Self::to_text) wrote; anything else starts at zero.
    pub fn from_text(text: &str) -> Self {
        let read = || {
            let (day, used) = text.split_once(' ')?;
            Some(Self {
                day: Some(iso_date(day)?),
                used: used.parse().ok()?,
            })
        };
        read().unwrap_or_default()
    }

    /// `2026-01-15 7`; empty before the first request.
    pub fn to_text(&self) -> String {
        self.day
            .map(|day| format!("{day} {}", self.used))
            .unwrap_or_default()
    }

    /// Requests of the day of `unix_ms`.
    pub fn used(&self, unix_ms: f64) -> u32 {
        if self.day == today(unix_ms) {
            self.used
        } else {
            0
        }
    }

    /// One more.
    pub fn count(&mut self, unix_ms: f64) {
        self.used = self.used(unix_ms).saturating_add(1);
        self.day = today(unix_ms);
    }

    /// The service says that the day's requests are used up: others were made elsewhere.
    pub fn used_up(&mut self, unix_ms: f64) {
        self.used = self.used(unix_ms).max(FREE_REQUESTS_PER_DAY);
        self.day = today(unix_ms);
    }
}

fn today(unix_ms: f64) -> Option<NaiveDate> {
    eastern_time(unix_ms).map(|time| time.date())
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR_MS: f64 = 3_600_000.0;
    /// 2026-01-15 00:00 in New York.
    const MIDNIGHT: f64 = 1_768_453_200_000.0;

    #[test]
    fn a_new_day_in_new_york_starts_at_zero() {
        let mut allowance = Allowance::default();
        assert_eq!(allowance.used(MIDNIGHT), 0);
        allowance.count(MIDNIGHT);
        allowance.count(MIDNIGHT + 23.9 * HOUR_MS);
        assert_eq!(allowance.used(MIDNIGHT + 23.9 * HOUR_MS), 2);
        assert_eq!(allowance.used(MIDNIGHT + 24.0 * HOUR_MS), 0);
        assert_eq!(allowance.used(MIDNIGHT - 1.0), 0);
        allowance.count(MIDNIGHT + 24.0 * HOUR_MS);
        assert_eq!(allowance.used(MIDNIGHT + 24.0 * HOUR_MS), 1);
    }

    #[test]
    fn the_services_word_on_a_used_up_day_counts_more() {
        let mut allowance = Allowance::default();
        allowance.count(MIDNIGHT);
        allowance.used_up(MIDNIGHT);
        assert_eq!(allowance.used(MIDNIGHT), FREE_REQUESTS_PER_DAY);
        allowance.count(MIDNIGHT);
        allowance.used_up(MIDNIGHT);
        assert_eq!(allowance.used(MIDNIGHT), FREE_REQUESTS_PER_DAY + 1);
    }

    #[test]
    fn the_text_comes_back_and_a_broken_one_is_zero() {
        let mut allowance = Allowance::default();
        allowance.count(MIDNIGHT);
        assert_eq!(Allowance::from_text(&allowance.to_text()), allowance);
        assert_eq!(allowance.to_text(), "2026-01-15 1");
        for broken in [
            "",
            "7",
            "soon 3",
            "2026-01-15 -1",
            "2026-01-15",
            "2026-01-15 1 2",
        ] {
            assert_eq!(
                Allowance::from_text(broken),
                Allowance::default(),
                "{broken}"
            );
        }
    }
}
