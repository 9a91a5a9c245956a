//! The network's operations on Burn tensors, whatever device they live on.

use super::backend::{AdamSpec, BatchSpec, NetworkBackend, TrainingTensors};
use burn::backend::Dispatch;
#[cfg(feature = "gpu")]
use burn::backend::{BackendTensor, DispatchTensorKind};
use burn::tensor::{DType, Device, Int, Tensor, TensorData};

/// The resident data of a run and the operations on it.
#[derive(Debug, Clone)]
pub struct NetworkData {
    /// `[length · features]`
    pub inputs: Tensor<1>,
    /// `[length · outputs]`, indexed by row number.
    pub targets: Tensor<1>,
}

/// What a training step changes.
#[derive(Debug, Clone)]
pub struct TrainingState {
    /// `[parameters]`
    pub parameters: Tensor<1>,
    /// `[parameters]`
    pub moment_1: Tensor<1>,
    /// `[parameters]`
    pub moment_2: Tensor<1>,
    /// Squared error of each row of the epoch, in the epoch's order.
    pub squared_errors: Tensor<1>,
    /// Norm of each step's gradient before clipping: `[steps]`
    pub gradient_norms: Tensor<1>,
}

/// A tensor of these numbers on a device.
pub fn floats(values: &[f32], device: &Device) -> Tensor<1> {
    Tensor::from_data(TensorData::new(values.to_vec(), [values.len()]), device)
}

/// Row numbers on a device, as 32-bit integers.
pub fn row_numbers(rows: &[u32], device: &Device) -> Tensor<1, Int> {
    let rows: Vec<i32> = rows.iter().map(|row| *row as i32).collect();
    let length = rows.len();
    Tensor::from_data(TensorData::new(rows, [length]), (device, DType::I32))
}

impl NetworkData {
    pub fn new(inputs: &[f32], targets: &[f32], device: &Device) -> Self {
        Self {
            inputs: floats(inputs, device),
            targets: floats(targets, device),
        }
    }

    /// Predictions `[batch.count · outputs]`.
    pub fn predict(
        &self,
        parameters: &Tensor<1>,
        rows: &Tensor<1, Int>,
        batch: BatchSpec,
    ) -> Tensor<1> {
        Tensor::from_dispatch(Dispatch::network_forward(
            parameters.clone().into_dispatch(),
            self.inputs.clone().into_dispatch(),
            rows.clone().into_dispatch(),
            batch,
        ))
    }

    /// Squared errors `[batch.count]` and the gradient of their mean `[parameters]`.
    pub fn gradient(
        &self,
        parameters: &Tensor<1>,
        rows: &Tensor<1, Int>,
        batch: BatchSpec,
    ) -> (Tensor<1>, Tensor<1>) {
        let result = Dispatch::network_gradient(
            parameters.clone().into_dispatch(),
            self.inputs.clone().into_dispatch(),
            self.targets.clone().into_dispatch(),
            rows.clone().into_dispatch(),
            batch,
        );
        (
            Tensor::from_dispatch(result.squared_errors),
            Tensor::from_dispatch(result.gradient),
        )
    }

    /// Mean squared error `[1]`, differentiable with respect to the parameters on an autodiff device.
    pub fn loss(
        &self,
        parameters: &Tensor<1>,
        rows: &Tensor<1, Int>,
        batch: BatchSpec,
    ) -> Tensor<1> {
        Tensor::from_dispatch(Dispatch::network_loss(
            parameters.clone().into_dispatch(),
            self.inputs.clone().into_dispatch(),
            self.targets.clone().into_dispatch(),
            rows.clone().into_dispatch(),
            batch,
        ))
    }

    /// GPU dispatches of one training step of this batch; `None` on the CPU.
    pub fn dispatches_per_step(&self, batch: &BatchSpec) -> Option<usize> {
        #[cfg(feature = "gpu")]
        if let DispatchTensorKind::Cube(BackendTensor::Float(inputs)) =
            self.inputs.clone().into_dispatch().kind
        {
            return Some(super::gpu::dispatches_per_step(batch, &inputs.client));
        }
        #[cfg(not(feature = "gpu"))]
        let _ = batch;
        None
    }

    /// One training step. The state goes in and comes out, so that the device may change it in place.
    pub fn training_step(
        &self,
        state: TrainingState,
        rows: &Tensor<1, Int>,
        batch: BatchSpec,
        adam: AdamSpec,
    ) -> TrainingState {
        let tensors = TrainingTensors {
            parameters: state.parameters.into_dispatch(),
            moment_1: state.moment_1.into_dispatch(),
            moment_2: state.moment_2.into_dispatch(),
            squared_errors: state.squared_errors.into_dispatch(),
            gradient_norms: state.gradient_norms.into_dispatch(),
        };
        let stepped = Dispatch::training_step(
            tensors,
            self.inputs.clone().into_dispatch(),
            self.targets.clone().into_dispatch(),
            rows.clone().into_dispatch(),
            batch,
            adam,
        );
        TrainingState {
            parameters: Tensor::from_dispatch(stepped.parameters),
            moment_1: Tensor::from_dispatch(stepped.moment_1),
            moment_2: Tensor::from_dispatch(stepped.moment_2),
            squared_errors: Tensor::from_dispatch(stepped.squared_errors),
            gradient_norms: Tensor::from_dispatch(stepped.gradient_norms),
        }
    }
}
