//! The stationary bootstrap (Politis & Romano 1994): days are drawn in stretches, of a length that is
//! geometrically distributed, from anywhere, the end joined to the beginning. Stretches keep what neighbouring
//! days have to do with one another. It assumes that the days ahead are like those drawn from.

use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// The mean length of a stretch of so many days, ⌈n^{1/3}⌉.
pub(super) fn mean_length(days: usize) -> f64 {
    (days as f64).cbrt().ceil()
}

/// Draws days. The same seed draws the same.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct StationaryBootstrap {
    days: u64,
    rng: ChaCha8Rng,
}

impl StationaryBootstrap {
    pub fn new(days: usize, seed: u64) -> Self {
        Self {
            days: days as u64,
            rng: ChaCha8Rng::seed_from_u64(seed),
        }
    }

    /// As many days as there are, each an index.
    pub fn resample(&mut self, mut each: impl FnMut(usize)) {
        let length = mean_length(self.days as usize);
        let mut day = 0;
        for place in 0..self.days {
            // A new stretch with probability 1/length, always at first.
            day = match place {
                0 => self.rng.random_range(0..self.days),
                _ if self.rng.random::<f64>() * length < 1.0 => self.rng.random_range(0..self.days),
                _ => (day + 1) % self.days,
            };
            each(day as usize);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_are_as_long_as_they_should_be_and_reach_every_day() {
        let mut bootstrap = StationaryBootstrap::new(1_000, 1);
        let mut seen = vec![0; 1_000];
        let mut breaks = 0;
        for _ in 0..200 {
            let mut last: Option<usize> = None;
            bootstrap.resample(|day| {
                seen[day] += 1;
                breaks += usize::from(last.is_some_and(|last| (last + 1) % 1_000 != day));
                last = Some(day);
            });
        }
        assert!(seen.iter().all(|count| *count > 100));
        // One of ten days begins a stretch.
        let share = breaks as f64 / (200.0 * 999.0);
        assert!((share - 0.1).abs() < 0.005, "{share}");
    }
}
