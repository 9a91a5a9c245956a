//! How much a price has moved lately: the size of a daily move, known the day before it.

/// λ of the exponentially weighted variance.
const DECAY: f64 = 0.9;
/// The part of the variance that is the long run's: volatility comes back to its mean, which RiskMetrics' λ = 0.94
/// alone does not know. Both numbers were chosen on some prices and judged on others: docs/statistics.md.
const LONG_RUN: f64 = 0.2;
/// The least volatility, a ten-thousandth of a percent: prices that stand still are divided by it.
const LEAST: f64 = 1e-6;

/// For each price index i, and one past the last, `[n + 1]`: σ of the log return into price i, from the
/// returns before it,
///
/// `σ² = 0.8·s² + 0.2·m²`, `s²_{t+1} = 0.9·s²_t + 0.1·r²_t`,
///
/// s² put as the weighted mean that it becomes, with weights 0.9^k that add up to 1 from the first return
/// on, so that no start is made up, and m² the mean of all r² so far. Never below a millionth; that where nothing
/// is known yet (i = 0 and 1).
pub fn weighted(prices: &[f64]) -> Vec<f64> {
    let (mut sum, mut weight, mut of_all) = (0.0, 0.0, 0.0);
    (0..=prices.len())
        .map(|index| {
            if index < 2 {
                return LEAST;
            }
            let square = (prices[index - 1] / prices[index - 2]).ln().powi(2);
            sum = DECAY * sum + (1.0 - DECAY) * square;
            weight = DECAY * weight + (1.0 - DECAY);
            of_all += square;
            let long_run = of_all / (index - 1) as f64;
            at_least((1.0 - LONG_RUN) * sum / weight + LONG_RUN * long_run)
        })
        .collect()
}

/// The same of the last `days` returns alone, all alike: `σ² = Σr²/days`, about 0 because "tomorrow =
/// today" knows no drift. Of all there are while there are fewer.
pub fn historical(prices: &[f64], days: usize) -> Vec<f64> {
    let squares: Vec<f64> = prices
        .windows(2)
        .map(|pair| (pair[1] / pair[0]).ln().powi(2))
        .collect();
    (0..=prices.len())
        .map(|index| {
            let known = &squares[..index.saturating_sub(1)];
            let last = &known[known.len().saturating_sub(days)..];
            at_least(last.iter().sum::<f64>() / last.len().max(1) as f64)
        })
        .collect()
}

fn at_least(variance: f64) -> f64 {
    variance.sqrt().max(LEAST)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Prices that make these log returns.
    fn prices(returns: &[f64]) -> Vec<f64> {
        let mut prices = vec![100.0];
        for each in returns {
            prices.push(prices[prices.len() - 1] * f64::exp(*each));
        }
        prices
    }

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() < 1e-12, "{found} {expected}");
    }

    #[test]
    fn three_returns_by_hand() {
        let prices = prices(&[0.01, -0.02, 0.03]);
        let found = weighted(&prices);
        assert_eq!((found.len(), found[0], found[1]), (5, LEAST, LEAST));
        close(found[2], 0.01);
        // Weights 0.9 and 1, then 0.81, 0.9 and 1; means 2.5 and 14/3.
        let third: f64 = 0.8 * 4.9e-4 / 1.9 + 0.2 * 2.5e-4;
        close(found[3], third.sqrt());
        let fourth: f64 = 0.8 * 13.41e-4 / 2.71 + 0.2 * 14e-4 / 3.0;
        close(found[4], fourth.sqrt());
        let found = historical(&prices, 2);
        assert_eq!((found.len(), found[0], found[1]), (5, LEAST, LEAST));
        close(found[2], 0.01);
        close(found[3], 2.5e-4_f64.sqrt());
        close(found[4], 6.5e-4_f64.sqrt());
    }

    #[test]
    fn in_the_long_run_it_is_the_recursion() {
        let moves: Vec<f64> = (0..400)
            .map(|day| 0.01 * (day as f64 * 0.7).sin())
            .collect();
        let found = weighted(&prices(&moves));
        let squares: Vec<f64> = moves.iter().map(|moved| moved * moved).collect();
        let mean = |days: usize| squares[..days].iter().sum::<f64>() / days as f64;
        // What is not the long run's.
        let of = |day: usize| (found[day].powi(2) - 0.2 * mean(day - 1)) / 0.8;
        let next = 0.9 * of(399) + 0.1 * squares[398];
        assert!((of(400) / next - 1.0).abs() < 1e-9);
    }

    #[test]
    fn it_knows_only_the_past() {
        let mut moves: Vec<f64> = (0..50).map(|day| 0.01 * (day as f64 * 0.7).sin()).collect();
        let before = [weighted(&prices(&moves)), historical(&prices(&moves), 20)];
        moves[29] = 0.5;
        let after = [weighted(&prices(&moves)), historical(&prices(&moves), 20)];
        for (before, after) in before.iter().zip(&after) {
            // Return 29 leads into price 30; the move after it is the first to know.
            assert_eq!(before[..=30], after[..=30]);
            assert!(after[31] > 2.0 * before[31]);
        }
    }

    #[test]
    fn prices_that_stand_still_have_the_least() {
        for found in [weighted(&[7.0; 30]), historical(&[7.0; 30], 20)] {
            assert_eq!(found, vec![LEAST; 31]);
        }
        assert_eq!(weighted(&[]), [LEAST]);
    }
}
