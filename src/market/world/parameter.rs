//! One number of a world that can be changed, and those that several worlds have.
//!
//! The bounds keep prices of 5,000 days well above 0.0001, their last decimal: rounded prices near zero
//! would no longer follow the process.

/// One number of a world's process. Its label and its explanation are the page's.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// In the address: `phi` in `parameters=phi:0.9`.
    pub key: &'static str,
    pub min: f64,
    pub max: f64,
    pub default: f64,
    /// The slider's step.
    pub step: f64,
}

/// A parameter with its bounds, `(min, default, max)`, and its slider's step.
pub(super) const fn parameter(
    key: &'static str,
    (min, default, max): (f64, f64, f64),
    step: f64,
) -> Parameter {
    Parameter {
        key,
        min,
        max,
        default,
        step,
    }
}

/// The expected return of a day.
pub(super) const fn drift() -> Parameter {
    parameter("drift", (-0.0005, 0.0003, 0.001), 0.0001)
}

/// The standard deviation of a day's chance.
pub(super) const fn noise(default: f64, max: f64) -> Parameter {
    parameter("noise", (0.001, default, max), 0.001)
}
