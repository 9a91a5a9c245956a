//! The CPU's kernel of a network, of whatever kind it is.

use super::linear::LinearNetwork;
use super::{Batch, CpuNetwork, Rows};
use crate::lstm::layout::Layout;
use crate::protocol::NetworkConfig;

#[derive(Debug)]
pub enum Kernel {
    Recurrent(Box<CpuNetwork>),
    Linear(LinearNetwork),
}

impl Kernel {
    /// Buffers for a network of this shape; its sizes have been checked.
    pub fn new(network: &NetworkConfig, window: usize) -> Self {
        match Layout::new(network, window) {
            Layout::Recurrent(_) => Self::Recurrent(Box::new(CpuNetwork::new(network, window))),
            Layout::Linear(layout) => Self::Linear(LinearNetwork::new(layout)),
        }
    }

    /// See [`CpuNetwork::predict`].
    pub fn predict(&mut self, parameters: &[f32], rows: Rows<'_>, out: &mut [f32]) {
        match self {
            Self::Recurrent(network) => network.predict(parameters, rows, out),
            Self::Linear(network) => network.predict(parameters, rows, out),
        }
    }

    /// See [`CpuNetwork::gradient`]. A linear network has nothing to drop.
    pub fn gradient(
        &mut self,
        parameters: &[f32],
        batch: Batch<'_>,
        errors: &mut [f32],
        gradient: &mut [f32],
    ) {
        match self {
            Self::Recurrent(network) => network.gradient(parameters, batch, errors, gradient),
            Self::Linear(network) => {
                network.gradient(parameters, batch.rows, batch.targets, errors, gradient);
            }
        }
    }
}
