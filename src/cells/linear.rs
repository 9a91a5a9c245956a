//! The two linear networks (Zeng et al. 2023, "Are Transformers Effective for Time Series Forecasting?"):
//! one layer straight from the window to the forecast, to ask whether more is needed.
//!
//! ```text
//! linear    ŷ = b + Σ_(t,k) w_(t,k) x_(t,k)
//! nlinear   ŷ = b + x_(T,1) + Σ_(t,k) w_(t,k) (x_(t,k) − x_(T,k))
//! ```
//!
//! `t` runs over the window's days, of which `T` is the last, and `k` over a day's numbers, of which the
//! first is the past of what is forecast. There is nothing between: no layers, no state, no dropout.
//!
//! NLinear is made for levels that wander: moved up by so much, a window forecasts so much more. Of
//! returns, which wander nowhere, the same says that tomorrow begins at today's return.

use serde::{Deserialize, Serialize};

/// A linear network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Linear {
    /// A weight for each number of each day.
    #[serde(rename = "linear")]
    Plain,
    /// The same on differences from the last day's numbers; what is forecast starts from its last value.
    #[serde(rename = "nlinear")]
    FromLast,
}

impl Linear {
    pub const ALL: &'static [Self] = &[Self::Plain, Self::FromLast];

    /// The address's word.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Plain => "linear",
            Self::FromLast => "nlinear",
        }
    }

    /// What people call it, in each language: the paper's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Plain => "Linear",
            Self::FromLast => "NLinear",
        }
    }
}
