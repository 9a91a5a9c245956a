//! How much a price has moved lately: the size of a daily move, known the day before it.

/// λ of the exponentially weighted variance: RiskMetrics' value for daily prices (J.P. Morgan 1996).
const DECAY: f64 = 0.94;
/// The least volatility, a ten-thousandth of a percent: prices that stand still are divided by it.
const LEAST: f64 = 1e-6;

/// For each price index i, and one past the last, `[n + 1]`: σ of the log return into price i, from the
/// returns before it,
///
/// `σ²_{t+1} = 0.94·σ²_t + 0.06·r²_t`,
///
/// put as the weighted mean that it becomes, with weights 0.94^k that add up to 1 from the first return
/// on, so that no start is made up. Never below a millionth; that where nothing is known yet (i = 0 and 1).
pub fn weighted(prices: &[f64]) -> Vec<f64> {
    let (mut sum, mut weight) = (0.0, 0.0);
    (0..=prices.len())
        .map(|index| {
            if index >= 2 {
                let moved = (prices[index - 1] / prices[index - 2]).ln();
                sum = DECAY * sum + (1.0 - DECAY) * moved * moved;
                weight = DECAY * weight + (1.0 - DECAY);
            }
            at_least(if weight > 0.0 { sum / weight } else { 0.0 })
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
        close(found[3], ((0.94 * 1e-4 + 4e-4) / 1.94_f64).sqrt());
        let weights = 0.94_f64 * 0.94 + 0.94 + 1.0;
        close(
            found[4],
            ((0.94 * 0.94 * 1e-4 + 0.94 * 4e-4 + 9e-4) / weights).sqrt(),
        );
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
        let of = |day: usize| found[day].powi(2);
        let next = 0.94 * of(399) + 0.06 * moves[398].powi(2);
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
