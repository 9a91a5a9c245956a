//! The network as Burn operations: a backend extension over CubeCL devices, Flex (the CPU) and
//! Autodiff. The kernels themselves are in [`super::cpu`] and `super::gpu`.

use super::dropout::Dropout;
use crate::protocol::NetworkConfig;
use burn::backend::tensor::{FloatTensor, IntTensor};
use burn::backend::{Autodiff, backend_extension};

/// Which rows of the resident series an operation works on.
///
/// `rows` tensors hold row numbers; an operation reads `count` of them from `offset`, so that an
/// epoch's order is uploaded once and no batch is ever cut out by a kernel of its own.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BatchSpec {
    pub network: NetworkConfig,
    pub window: usize,
    pub offset: usize,
    pub count: usize,
    /// `None` outside training.
    pub dropout: Option<Dropout>,
}

/// One Adam step (Kingma & Ba 2015, algorithm 1), after clipping the gradient's global norm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AdamSpec {
    pub learning_rate: f32,
    pub beta_1: f32,
    pub beta_2: f32,
    pub epsilon: f32,
    /// 1-based; the bias corrections are `1 − βᵗ`.
    pub time: u32,
    pub clip_norm: Option<f32>,
}
