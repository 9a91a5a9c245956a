//! What chance alone makes of the share of days that an interval holds.

/// Two-sided 95 % of the normal distribution: 19 of 20.
const NINETEEN_OF_TWENTY: f64 = 1.959_964;

/// Where the share of an exact interval lies on 19 of 20 stretches that do not overlap:
/// `level ± 1.96·√(level·(1 − level)/days)`, within 0..=1. (The binomial distribution's normal
/// approximation, for days that are held or missed independently of one another.)
pub fn by_chance(level: f64, days: usize) -> (f64, f64) {
    let half = NINETEEN_OF_TWENTY * (level * (1.0 - level) / days.max(1) as f64).sqrt();
    ((level - half).max(0.0), (level + half).min(1.0))
}

/// The same ends in whole days of a run, each a day further out where it is no whole one: 72 and 88 of 100
/// at 80 %.
pub fn whole_days_by_chance(level: f64, days: usize) -> (usize, usize) {
    let (low, high) = by_chance(level, days);
    let all = days as f64;
    ((low * all).floor() as usize, (high * all).ceil() as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_narrows_with_the_days_and_stays_a_share() {
        // 1.96·√(0.16/100) = 0.0784.
        let (low, high) = by_chance(0.8, 100);
        assert!((low - 0.7216).abs() < 1e-4 && (high - 0.8784).abs() < 1e-4);
        assert_eq!(by_chance(0.95, 10).1, 1.0);
        assert_eq!(by_chance(0.5, 0), (0.0, 1.0));
    }

    #[test]
    fn whole_days_are_rounded_outwards() {
        assert_eq!(whole_days_by_chance(0.8, 100), (72, 88));
        assert_eq!(whole_days_by_chance(0.5, 100), (40, 60));
        assert_eq!(whole_days_by_chance(0.95, 100), (90, 100));
    }
}
