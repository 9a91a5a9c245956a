//! Adaptive conformal intervals: a band that widens after misses and narrows after hits.

use super::conformal::Residuals;

/// γ, how far one day moves the miss rate that is aimed at: the value of Gibbs & Candès' own
/// experiments. Larger follows a change of the market sooner and makes the band restless.
pub const ADAPTATION_RATE: f64 = 0.005;

/// The half-width q_t of each day and of the day after the last, `[days + 1]`, where `days` are the
/// residuals of consecutive days, oldest first. The q of a day rests on the days before it alone.
///
/// Gibbs & Candès (2021), "Adaptive conformal inference under distribution shift", eq. 2: with
/// `α = 1 − level` the miss rate that is wanted,
///
/// `q_t = Q_t(1 − α_t)`, `err_t = 1 if residual_t > q_t else 0`, `α_{t+1} = α_t + γ·(α − err_t)`,
///
/// from `α_1 = α`. Q_t is the conformal quantile ([`Residuals::half_width`]) of all residuals known
/// the day before: the calibration rows' and those of the days before t.
///
/// A day's outcome is known `step` days later: of forecasts several days ahead, α and Q learn with that
/// delay. One list of widths for each of `levels`.
///
/// In the paper a day whose α_t is below 0 gets the whole line as its interval, which keeps α_t
/// within `−γ..=1 + γ`. Here such a day gets the largest residual seen so far, because a chart cannot
/// draw the whole line, and α_t is kept within the same bounds by cutting it.
pub fn half_widths<const N: usize>(
    calibration: &Residuals,
    days: &[f64],
    levels: [f64; N],
    rate: f64,
    step: usize,
) -> [Vec<f64>; N] {
    let mut known = calibration.clone();
    let mut aimed_misses = levels.map(|level| 1.0 - level);
    let mut widths = levels.map(|_| Vec::with_capacity(days.len() + 1));
    let mut learned = 0;
    for day in 0..=days.len() {
        let known_days = match day {
            // The day after the last is as far from it as a forecast reaches: all are known.
            last if last == days.len() => last,
            _ => (day + 1).saturating_sub(step),
        };
        for (residual, day) in days[learned..known_days].iter().zip(learned..) {
            for ((aimed, widths), level) in aimed_misses.iter_mut().zip(&widths).zip(levels) {
                let missed = f64::from(u8::from(*residual > widths[day]));
                *aimed = (*aimed + rate * (1.0 - level - missed)).clamp(-rate, 1.0 + rate);
            }
            known.insert(*residual);
        }
        learned = known_days;
        for (aimed, widths) in aimed_misses.iter().zip(&mut widths) {
            widths.push(known.half_width(1.0 - aimed));
        }
    }
    widths
}

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(calibration: &Residuals, days: &[f64], level: f64, rate: f64) -> Vec<f64> {
        let [widths] = half_widths(calibration, days, [level], rate, 1);
        widths
    }

    fn calibration(residuals: &[f64]) -> Residuals {
        Residuals::new(residuals.to_vec())
    }

    #[test]
    fn four_days_by_hand() {
        // α = 1/2, γ = 0.4, known 1 2 3 4.
        // Rank ⌈5·0.5⌉ = 3: q = 3; 5 misses: α = 0.5 + 0.4·(0.5 − 1) = 0.3; known 1 2 3 4 5.
        // Rank ⌈6·0.7⌉ = 5: q = 5; 0.5 is held: α = 0.3 + 0.4·0.5 = 0.5; known 0.5 1 2 3 4 5.
        // Rank ⌈7·0.5⌉ = 4: q = 3; 3 is held, ends included: α = 0.7; known 0.5 1 2 3 3 4 5.
        // Rank ⌈8·0.3⌉ = 3: q = 2 for the next day.
        let found = widths(
            &calibration(&[4.0, 1.0, 3.0, 2.0]),
            &[5.0, 0.5, 3.0],
            0.5,
            0.4,
        );
        assert_eq!(found, [3.0, 5.0, 3.0, 2.0]);
    }

    #[test]
    fn two_days_ahead_a_miss_is_learned_a_day_later() {
        // As above, but the first day's miss is known after the second day's width: 3 still, and then
        // α = 0.3 with 1 2 3 4 5 known: 5. Last, 0.5 (held by 3: α = 0.5) and 3 (held by 5: α = 0.7) are
        // learned at once; known 0.5 1 2 3 3 4 5, rank ⌈8·0.3⌉ = 3: 2.
        let calibration = calibration(&[4.0, 1.0, 3.0, 2.0]);
        let [widths] = half_widths(&calibration, &[5.0, 0.5, 3.0], [0.5], 0.4, 2);
        assert_eq!(widths, [3.0, 3.0, 5.0, 2.0]);
        // Farther than there are days, nothing is learned before the end.
        let [widths] = half_widths(&calibration, &[5.0, 0.5, 3.0], [0.5], 0.4, 9);
        assert_eq!(widths, [3.0, 3.0, 3.0, 2.0]);
    }

    #[test]
    fn levels_do_not_disturb_one_another() {
        let days: Vec<f64> = (0..60).map(|day| (day as f64 * 0.7).sin().abs()).collect();
        let calibration = calibration(&[0.2, 0.4, 0.6, 0.8]);
        let together = half_widths(&calibration, &days, [0.5, 0.8], 0.05, 3);
        for (level, widths) in [0.5, 0.8].into_iter().zip(&together) {
            let [alone] = half_widths(&calibration, &days, [level], 0.05, 3);
            assert_eq!(alone, *widths);
        }
    }

    #[test]
    fn keeps_its_coverage_where_a_fixed_width_loses_it() {
        // Residuals spread evenly over 0..1 while calibrating and over 0..3 afterwards (the golden
        // ratio's multiples fill the interval evenly, without chance).
        let spread = |day: usize, width: f64| width * (day as f64 * 0.618_033_988_749_895).fract();
        let calm = Residuals::new((0..500).map(|day| spread(day, 1.0)).collect());
        let wild: Vec<f64> = (0..2_000).map(|day| spread(day, 3.0)).collect();
        let held = |widths: &[f64]| {
            let held = wild.iter().zip(widths).filter(|(day, width)| day <= width);
            held.count() as f64 / wild.len() as f64
        };
        let fixed = held(&vec![calm.half_width(0.8); wild.len()]);
        let adaptive = held(&widths(&calm, &wild, 0.8, ADAPTATION_RATE));
        assert!(fixed < 0.3, "{fixed}");
        assert!((0.75..0.85).contains(&adaptive), "{adaptive}");
    }

    #[test]
    fn narrows_where_the_calibration_was_too_wild() {
        let wild = calibration(&[5.0; 50]);
        let found = widths(&wild, &[1.0; 400], 0.8, ADAPTATION_RATE);
        assert_eq!((found[0], found[400]), (5.0, 1.0));
    }

    #[test]
    fn days_beyond_everything_seen_give_the_largest_residual_and_no_infinity() {
        let growing: Vec<f64> = (1..=300).map(f64::from).collect();
        let found = widths(&calibration(&[0.5]), &growing, 0.95, ADAPTATION_RATE);
        assert_eq!(found[1..], growing[..]);
        // No runaway: once the days are calm again, misses stop and the width follows within the
        // time that α needs from −γ to α = 0.05, at γ·α a day: 220 days.
        let mut days = growing;
        days.extend([0.1; 1_000]);
        let found = widths(&calibration(&[0.5]), &days, 0.95, ADAPTATION_RATE);
        assert!(found[1_300] < 300.0, "{}", found[1_300]);
    }

    #[test]
    fn no_days_and_no_calibration_are_defined() {
        assert_eq!(widths(&calibration(&[1.0]), &[], 0.8, 0.1), [1.0]);
        assert_eq!(widths(&calibration(&[]), &[0.0], 0.8, 0.1), [0.0, 0.0]);
    }
}
