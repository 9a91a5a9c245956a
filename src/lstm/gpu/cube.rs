//! The network's operations on CubeCL backends: thin adapters around [`super`].

use crate::lstm::backend::{AdamSpec, BatchSpec, NetworkBackend, NetworkGradient, TrainingTensors};
use burn::backend::tensor::{FloatTensor, IntTensor};
use burn_cubecl::CubeBackend;

impl NetworkBackend for CubeBackend {
    fn network_forward(
        parameters: FloatTensor<Self>,
        inputs: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
    ) -> FloatTensor<Self> {
        super::predict(parameters, inputs, rows, &batch)
    }

    fn network_gradient(
        parameters: FloatTensor<Self>,
        inputs: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
    ) -> NetworkGradient<Self> {
        let (squared_errors, gradient) = super::gradient(parameters, inputs, targets, rows, &batch);
        NetworkGradient {
            squared_errors,
            gradient,
        }
    }

    fn training_step(
        state: TrainingTensors<Self>,
        inputs: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
        adam: AdamSpec,
    ) -> TrainingTensors<Self> {
        super::training_step(state, inputs, targets, rows, &batch, &adam)
    }
}
