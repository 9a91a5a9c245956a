//! Vectorised sigmoid and tanh. Absolute error below 1e-6 everywhere (measured against f64 in the
//! tests), defined for every finite input.

use wide::{f32x8, i32x8};

/// Beyond ±this, `exp` is clamped: sigmoid there differs from 0 or 1 by less than 1e-35.
const EXP_LIMIT: f32 = 80.0;

/// `exp(x)`: 2ⁿ · exp(r) with |r| ≤ ln 2 / 2, the second by a degree-6 Taylor polynomial, whose
/// truncation error is 0.3466⁷/7! ≈ 1.2e-7 relative.
#[inline(always)]
fn exp(x: f32x8) -> f32x8 {
    const LN_2_HIGH: f32 = 0.693_359_4;
    const LN_2_LOW: f32 = -2.121_944_4e-4;
    let x = x
        .fast_max(f32x8::splat(-EXP_LIMIT))
        .fast_min(f32x8::splat(EXP_LIMIT));
    // Adding 1.5·2²³ rounds to an integer and leaves it in the low mantissa bits, which is cheaper
    // than a conversion on every target.
    let magic = f32x8::splat(12_582_912.0);
    let shifted = x.mul_add(f32x8::splat(std::f32::consts::LOG2_E), magic);
    let n = shifted - magic;
    let r = n.mul_add(f32x8::splat(-LN_2_HIGH), x);
    let r = n.mul_add(f32x8::splat(-LN_2_LOW), r);
    let mut p = f32x8::splat(1.0 / 720.0);
    for coefficient in [1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0] {
        p = p.mul_add(r, f32x8::splat(coefficient));
    }
    let bits: i32x8 = bytemuck::cast(shifted);
    let power: i32x8 = (bits << 23) + i32x8::splat(127 << 23);
    p * bytemuck::cast::<i32x8, f32x8>(power)
}

/// `1 / (1 + exp(−x))`
#[inline(always)]
pub fn sigmoid(x: f32x8) -> f32x8 {
    let one = f32x8::splat(1.0);
    one / (one + exp(-x))
}

/// `tanh(x) = 2·sigmoid(2x) − 1`
#[inline(always)]
pub fn tanh(x: f32x8) -> f32x8 {
    let one = f32x8::splat(1.0);
    let two = f32x8::splat(2.0);
    two / (one + exp(x * f32x8::splat(-2.0))) - one
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sigmoid_and_tanh_stay_within_a_millionth() {
        let mut worst = [0.0_f64; 2];
        for step in -400_000..=400_000 {
            let x = step as f32 * 2.5e-4; // −100 ..= 100
            let [s, t] = [sigmoid, tanh].map(|f| f64::from(f(f32x8::splat(x)).to_array()[0]));
            let exact = f64::from(x);
            worst[0] = worst[0].max((s - 1.0 / (1.0 + (-exact).exp())).abs());
            worst[1] = worst[1].max((t - exact.tanh()).abs());
        }
        assert!(worst.iter().all(|error| *error < 1e-6), "{worst:?}");
    }

    #[test]
    fn huge_inputs_saturate_without_nan() {
        for x in [f32::MAX, 1e30, 1e4] {
            assert_eq!(sigmoid(f32x8::splat(x)).to_array()[3], 1.0);
            assert!(sigmoid(f32x8::splat(-x)).to_array()[3].abs() < 1e-30);
            assert_eq!(tanh(f32x8::splat(x)).to_array()[3], 1.0);
            assert_eq!(tanh(f32x8::splat(-x)).to_array()[3], -1.0);
        }
    }
}
