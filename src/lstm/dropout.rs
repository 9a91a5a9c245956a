//! Dropout by a counter-based hash: element `index` of step `step` is dropped or not whatever the
//! order in which it is asked, so the CPU and the GPU draw the same mask without uploading one.
//!
//! The hash is PCG's output permutation on a 32-bit state (Jarzynski & Olano, "Hash Functions for
//! GPU Rendering", JCGT 9(3), 2020), chained over seed, step and index.

/// A seeded dropout for one training step.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dropout {
    /// Probability of dropping an element, `0..1`.
    pub probability: f32,
    pub seed: u32,
    /// Counts training steps, so that each has its own mask.
    pub step: u32,
}

/// PCG hash of one 32-bit word.
#[inline]
pub fn pcg_hash(value: u32) -> u32 {
    let state = value.wrapping_mul(747_796_405).wrapping_add(2_891_336_453);
    let word = ((state >> ((state >> 28) + 4)) ^ state).wrapping_mul(277_803_737);
    (word >> 22) ^ word
}

impl Dropout {
    /// The hash that stands for this step; the mask's element `index` is drawn from `pcg(key ^ index)`.
    #[inline]
    pub fn key(&self) -> u32 {
        pcg_hash(self.step ^ pcg_hash(self.seed))
    }

    /// An element whose top 24 hash bits lie below this is dropped.
    #[inline]
    pub fn threshold(&self) -> u32 {
        (f64::from(self.probability) * f64::from(1 << 24)) as u32
    }

    /// 0 for a dropped element, `1 / (1 − p)` for a kept one.
    #[inline]
    pub fn factor(&self, index: u32) -> f32 {
        if (pcg_hash(self.key() ^ index) >> 8) < self.threshold() {
            0.0
        } else {
            1.0 / (1.0 - self.probability)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn drops_the_asked_share_and_keeps_the_mean() {
        let dropout = Dropout {
            probability: 0.2,
            seed: 7,
            step: 3,
        };
        let factors: Vec<f32> = (0..100_000).map(|index| dropout.factor(index)).collect();
        let dropped = factors.iter().filter(|factor| **factor == 0.0).count() as f64 / 1e5;
        // Standard deviation of the share: √(0.2·0.8/1e5) ≈ 0.00126; four of them.
        assert!((dropped - 0.2).abs() < 0.005, "{dropped}");
        assert!(
            factors
                .iter()
                .all(|factor| *factor == 0.0 || *factor == 1.25)
        );
    }

    #[test]
    fn every_step_has_its_own_mask() {
        let first = Dropout {
            probability: 0.5,
            seed: 1,
            step: 0,
        };
        let second = Dropout { step: 1, ..first };
        let differing = (0..1_000)
            .filter(|index| first.factor(*index) != second.factor(*index))
            .count();
        assert!((400..600).contains(&differing), "{differing}");
    }

    #[test]
    fn no_dropout_keeps_everything() {
        let dropout = Dropout {
            probability: 0.0,
            seed: 1,
            step: 0,
        };
        assert!((0..1_000).all(|index| dropout.factor(index) == 1.0));
    }
}
