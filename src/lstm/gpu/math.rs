//! The scalar formulas of the kernels, four lanes at a time.

use cubecl::prelude::*;

/// Four floats: the unit of every load, store and product in the kernels.
pub type Float4 = Vector<f32, Const<4>>;
pub type Uint4 = Vector<u32, Const<4>>;

/// Beyond this, sigmoid and tanh differ from their limits by less than f32 can tell; clamping
/// keeps `exp` away from infinity, which WGSL leaves undefined.
const SATURATION: f32 = 40.0;

/// s / (1 + e⁻ˢˣ) − (s − 1): the sigmoid for s = 1, tanh for s = 2. One formula for both, so that a
/// loop over the gates needs the code of but one; WGSL's own `tanh` is a call per lane on software
/// adapters.
#[cube]
pub fn squash(x: Float4, steepness: f32) -> Float4 {
    let s = Float4::new(steepness);
    let scaled = clamp(
        x * s,
        Float4::new(comptime!(-SATURATION)),
        Float4::new(SATURATION),
    );
    s / (Float4::new(1.0) + (-scaled).exp()) - (s - Float4::new(1.0))
}

#[cube]
pub fn tanh(x: Float4) -> Float4 {
    squash(x, 2.0f32)
}

/// Values in registers. An `Array` would do in the source, but becomes an indexed array in the
/// shader, which software adapters keep in memory.
pub type Registers = Sequence<RuntimeCell<Float4>>;

/// `length` zeros.
#[cube]
pub fn zeros(#[comptime] length: usize) -> Registers {
    let mut registers = Sequence::new();
    #[unroll]
    for _ in 0..length {
        registers.push(RuntimeCell::<Float4>::new(Float4::new(0.0)));
    }
    registers
}

/// `registers[index] += value`
#[cube]
pub fn add(registers: &Registers, index: usize, value: Float4) {
    let register = registers.index(index);
    register.store(register.read() + value);
}

/// The sum of the four lanes.
#[cube]
pub fn lane_sum(x: Float4) -> f32 {
    (x.extract(0usize) + x.extract(1usize)) + (x.extract(2usize) + x.extract(3usize))
}

/// Four lanes from four scalars.
#[cube]
pub fn float4(a: f32, b: f32, c: f32, d: f32) -> Float4 {
    let mut result = Float4::new(a);
    result.insert(1usize, b);
    result.insert(2usize, c);
    result.insert(3usize, d);
    result
}

/// [`crate::lstm::dropout::pcg_hash`] on four words.
#[cube]
fn pcg_hash(value: Uint4) -> Uint4 {
    let state = value * Uint4::new(747_796_405u32) + Uint4::new(2_891_336_453u32);
    let word = ((state >> ((state >> Uint4::new(28u32)) + Uint4::new(4u32))) ^ state)
        * Uint4::new(277_803_737u32);
    (word >> Uint4::new(22u32)) ^ word
}

/// Dropout factors of the elements `index..index + 4`, the same as
/// [`crate::lstm::dropout::Dropout::factor`] gives.
#[cube]
pub fn dropout_factors(index: u32, key: u32, threshold: u32, scale: f32) -> Float4 {
    let mut indices = Uint4::new(index);
    indices.insert(1usize, index + 1);
    indices.insert(2usize, index + 2);
    indices.insert(3usize, index + 3);
    let hash = pcg_hash(Uint4::new(key) ^ indices) >> Uint4::new(8u32);
    let mut factors = Float4::new(scale);
    #[unroll]
    for lane in 0..4usize {
        factors.insert(lane, select(hash.extract(lane) < threshold, 0.0f32, scale));
    }
    factors
}
