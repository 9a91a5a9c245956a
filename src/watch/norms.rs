//! When gradients or weights explode or vanish.
//!
//! Pascanu, Mikolov & Bengio (2013), "On the difficulty of training recurrent neural networks", show
//! why the gradient through a recurrent network grows or shrinks exponentially with the steps it goes
//! back, and tell the one from the other by its norm (sections 2 and 3.2). A norm means nothing by
//! itself (it depends on the data, the loss and the number of weights), so the last epochs are
//! compared with the first ones of the same run.

use crate::protocol::EpochReport;

/// Epochs whose median stands for "the first ones" and "the last ones": one epoch alone may be odd.
const TYPICAL_OF: usize = 3;

/// Gradients grown by this factor have exploded: clipping is usually set within a factor of ten of the
/// usual norm, and this is ten times beyond that.
const EXPLODED: f64 = 100.0;

/// Weights grow by a few times as they learn; a norm of ten times the first is a run that runs away.
const RAN_AWAY: f64 = 10.0;

/// Gradients of this share have vanished …
const VANISHED: f64 = 1e-3;

/// … if the loss is still at least this share of what it was: where it fell, they are small because
/// there is little left to learn.
const STILL_THERE: f64 = 0.5;

/// Something is wrong with a training under way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Trouble {
    /// By this factor.
    GradientsExploded(f64),
    /// By this factor.
    WeightsExploded(f64),
    /// To one of so many parts.
    GradientsVanished(f64),
}

/// What is wrong after these epochs, if anything: the gravest first.
pub fn trouble(epochs: &[EpochReport]) -> Option<Trouble> {
    let last = epochs.len().checked_sub(TYPICAL_OF)?.min(TYPICAL_OF);
    if last == 0 {
        return None;
    }
    let (first, last) = (&epochs[..TYPICAL_OF], &epochs[epochs.len() - last..]);
    let ratio = |of: fn(&EpochReport) -> Option<f64>| {
        let (first, last) = (median(first, of)?, median(last, of)?);
        (first > 0.0).then(|| last / first)
    };
    let weights = ratio(|epoch| epoch.weight_norm);
    let gradients = ratio(|epoch| epoch.gradient_norm);
    let loss = ratio(|epoch| Some(epoch.train_loss));
    if let Some(grown) = weights.filter(|ratio| *ratio >= RAN_AWAY) {
        return Some(Trouble::WeightsExploded(grown));
    }
    let gradients = gradients?;
    if gradients >= EXPLODED {
        return Some(Trouble::GradientsExploded(gradients));
    }
    let learned_nothing = loss.is_some_and(|ratio| ratio >= STILL_THERE);
    (gradients <= VANISHED && learned_nothing).then(|| Trouble::GradientsVanished(1.0 / gradients))
}

/// The middle one of the values that are there.
fn median(epochs: &[EpochReport], of: fn(&EpochReport) -> Option<f64>) -> Option<f64> {
    let mut values: Vec<f64> = epochs.iter().filter_map(of).collect();
    values.retain(|value| value.is_finite());
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Epochs with these gradient norms and a loss that falls from 1 by `decay` an epoch.
    fn run(gradients: &[f64], decay: f64) -> Vec<EpochReport> {
        let epochs = gradients.iter().enumerate();
        epochs
            .map(|(index, norm)| EpochReport {
                epoch: index + 1,
                train_loss: decay.powi(index as i32),
                validation_loss: 1.0,
                learning_rate: 0.01,
                ms: 1.0,
                steps: 4,
                weight_norm: Some(10.0),
                gradient_norm: Some(*norm),
            })
            .collect()
    }

    #[test]
    fn growth_by_a_hundred_is_an_explosion() {
        // Medians: 0.5 of the first three, 200 of the last three.
        let exploding = run(&[0.5, 0.4, 0.6, 1.0, 180.0, 220.0, 200.0], 0.99);
        assert_eq!(trouble(&exploding), Some(Trouble::GradientsExploded(400.0)));
        // One odd epoch among three is none.
        assert_eq!(trouble(&run(&[0.5, 0.5, 0.5, 0.5, 500.0, 0.5], 0.99)), None);
        assert_eq!(
            trouble(&run(&[0.5, 0.5, 0.5, 40.0, 45.0, 49.0], 0.99)),
            None
        );
    }

    #[test]
    fn small_gradients_are_a_trouble_only_where_the_loss_is_still_there() {
        let norms = [1.0, 1.0, 1.0, 0.1, 2e-4, 2e-4, 2e-4];
        let Some(Trouble::GradientsVanished(parts)) = trouble(&run(&norms, 1.0)) else {
            panic!("not noticed");
        };
        assert!((parts - 5_000.0).abs() < 1e-6);
        // 0.5 an epoch: from 0.5 to 0.03, it has learned.
        assert_eq!(trouble(&run(&norms, 0.5)), None);
    }

    #[test]
    fn weights_that_run_away_are_the_gravest() {
        let mut epochs = run(&[0.5, 0.5, 0.5, 500.0, 500.0, 500.0], 1.0);
        for epoch in &mut epochs[3..] {
            epoch.weight_norm = Some(150.0);
        }
        assert_eq!(trouble(&epochs), Some(Trouble::WeightsExploded(15.0)));
        for epoch in &mut epochs[3..] {
            epoch.weight_norm = Some(99.0);
        }
        assert_eq!(trouble(&epochs), Some(Trouble::GradientsExploded(1_000.0)));
    }

    #[test]
    fn nothing_is_said_too_early_or_without_norms() {
        let norms = [1.0, 1.0, 1.0, 1e9];
        assert_eq!(trouble(&run(&norms[..3], 1.0)), None);
        assert_eq!(
            trouble(&run(&norms, 1.0)),
            Some(Trouble::GradientsExploded(1e9))
        );
        let mut old = run(&norms, 1.0);
        for epoch in &mut old {
            (epoch.weight_norm, epoch.gradient_norm) = (None, None);
        }
        assert_eq!(trouble(&old), None);
        assert_eq!(trouble(&[]), None);
    }
}
