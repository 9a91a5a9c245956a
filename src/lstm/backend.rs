//! The network as Burn operations: a backend extension over CubeCL devices, Flex (the CPU) and
//! Autodiff. The kernels themselves are in [`super::cpu`] and `super::gpu`; Flex's and Autodiff's
//! implementations in [`super::flex`] and [`super::autodiff`].

use super::dropout::Dropout;
use crate::protocol::NetworkConfig;
use burn::backend::tensor::{FloatTensor, IntTensor};
use burn::backend::{Backend, ExtensionType, backend_extension};

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
    /// The step's place in [`TrainingTensors::gradient_norms`].
    pub norm_place: usize,
}

/// What one training step changes, in place where the device allows it.
#[derive(Debug, Clone, ExtensionType)]
pub struct TrainingTensors<B: Backend> {
    /// `[parameters]`
    pub parameters: FloatTensor<B>,
    /// Adam's first moment, `[parameters]`.
    pub moment_1: FloatTensor<B>,
    /// Adam's second moment, `[parameters]`.
    pub moment_2: FloatTensor<B>,
    /// Squared error of each row of the epoch, in the epoch's order: `[rows]`. A step fills its
    /// batch's places, so that losses are read back once per epoch.
    pub squared_errors: FloatTensor<B>,
    /// Global L2 norm of each step's gradient before clipping: `[steps]`. A step fills its own place.
    pub gradient_norms: FloatTensor<B>,
}

/// Squared errors `[count]` and the gradient of their mean `[parameters]`.
#[derive(Debug, Clone, ExtensionType)]
pub struct NetworkGradient<B: Backend> {
    pub squared_errors: FloatTensor<B>,
    pub gradient: FloatTensor<B>,
}

/// The network as backend operations.
///
/// # Shapes
/// In every operation: `parameters` `[layout.len()]` (see
/// [`ParameterLayout`](super::layout::ParameterLayout)), `inputs` `[length · features]`, `targets`
/// `[length · outputs]` indexed by row number, `rows` 32-bit row numbers.
#[backend_extension(Cube: cfg(feature = "gpu"), Flex, Autodiff)]
pub trait NetworkBackend: Backend {
    /// Predictions `[count · outputs]`. Not differentiable: [`network_loss`](NetworkBackend::network_loss) is.
    fn network_forward(
        parameters: FloatTensor<Self>,
        inputs: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
    ) -> FloatTensor<Self>;

    /// Squared errors, of each row the mean over its outputs, and the gradient of their mean.
    fn network_gradient(
        parameters: FloatTensor<Self>,
        inputs: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
    ) -> NetworkGradient<Self>;

    /// Mean squared error `[1]`; under Autodiff differentiable with respect to `parameters`.
    fn network_loss(
        parameters: FloatTensor<Self>,
        inputs: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
    ) -> FloatTensor<Self> {
        Self::float_mean(
            Self::network_gradient(parameters, inputs, targets, rows, batch).squared_errors,
        )
    }

    /// Gradient, clipping and Adam in one operation.
    fn training_step(
        #[extension_type] state: TrainingTensors<Self>,
        inputs: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
        adam: AdamSpec,
    ) -> TrainingTensors<Self>;
}
