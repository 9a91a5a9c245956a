//! Made-up numbers that both languages have: a linear congruential generator, whole-number arithmetic alone.

/// As `numbers` of `tests/reference/many_looks.py`, from −0.5 to 0.5.
pub fn numbers(count: usize, seed: u64) -> Vec<f64> {
    let mut state = seed;
    (0..count)
        .map(|_| {
            state = (1_103_515_245 * state + 12_345) % (1 << 31);
            state as f64 / f64::from(1_u32 << 31) - 0.5
        })
        .collect()
}
