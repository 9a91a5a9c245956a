//! Z-score scaling: `scaled = (value − mean) / deviation`, with the population standard deviation.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Scaler {
    pub mean: f64,
    /// Population standard deviation; 1 where the values do not vary.
    pub deviation: f64,
}
