//! The network's operations under Burn's automatic differentiation.
//!
//! The loss is one scalar, so its backward pass is written by hand in the simplest way there is: the
//! forward pass computes the gradient along with the loss (on every device that is one fused
//! operation), keeps it, and the backward pass multiplies it by the loss's own upstream gradient.

use super::backend::{AdamSpec, BatchSpec, NetworkBackend, NetworkGradient, TrainingTensors};
use burn::backend::Autodiff;
use burn::backend::AutodiffBackend;
use burn::backend::autodiff::checkpoint::{base::Checkpointer, strategy::CheckpointStrategy};
use burn::backend::autodiff::grads::Gradients;
use burn::backend::autodiff::ops::{Backward, Ops, OpsKind};
use burn::backend::tensor::{FloatTensor, IntTensor};

/// The backward pass of [`NetworkBackend::network_loss`] with respect to the parameters.
#[derive(Debug)]
struct LossBackward;

impl<B: NetworkBackend> Backward<B, 1> for LossBackward {
    /// Gradient of the loss with respect to the parameters, `[parameters]`.
    type State = FloatTensor<B>;

    fn backward(
        self,
        ops: Ops<Self::State, 1>,
        grads: &mut Gradients,
        _checkpointer: &mut Checkpointer,
    ) {
        let upstream = grads.consume::<B>(&ops.node); // [1]
        let [parameters] = ops.parents;
        if let Some(node) = parameters {
            grads.register::<B>(node.id, B::float_mul(ops.state, upstream));
        }
    }
}

impl<B: NetworkBackend, C: CheckpointStrategy> NetworkBackend for Autodiff<B, C> {
    fn network_forward(
        parameters: FloatTensor<Self>,
        inputs: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
    ) -> FloatTensor<Self> {
        Self::from_inner(B::network_forward(
            parameters.into_primitive(),
            inputs.into_primitive(),
            rows,
            batch,
        ))
    }

    fn network_gradient(
        parameters: FloatTensor<Self>,
        inputs: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
    ) -> NetworkGradient<Self> {
        let (parameters, inputs) = (parameters.into_primitive(), inputs.into_primitive());
        let inner = B::network_gradient(parameters, inputs, targets.into_primitive(), rows, batch);
        NetworkGradient {
            squared_errors: Self::from_inner(inner.squared_errors),
            gradient: Self::from_inner(inner.gradient),
        }
    }

    fn network_loss(
        parameters: FloatTensor<Self>,
        inputs: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
    ) -> FloatTensor<Self> {
        let node = parameters.node();
        let (parameters, inputs) = (parameters.into_primitive(), inputs.into_primitive());
        let inner = B::network_gradient(parameters, inputs, targets.into_primitive(), rows, batch);
        let loss = B::float_mean(inner.squared_errors);
        match LossBackward.prepare::<C>([node]).compute_bound().stateful() {
            OpsKind::Tracked(prepared) => prepared.finish(inner.gradient, loss),
            OpsKind::UnTracked(prepared) => prepared.finish(loss),
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
        let inner = TrainingTensors {
            parameters: state.parameters.into_primitive(),
            moment_1: state.moment_1.into_primitive(),
            moment_2: state.moment_2.into_primitive(),
            squared_errors: state.squared_errors.into_primitive(),
            gradient_norms: state.gradient_norms.into_primitive(),
        };
        let stepped = B::training_step(
            inner,
            inputs.into_primitive(),
            targets.into_primitive(),
            rows,
            batch,
            adam,
        );
        TrainingTensors {
            parameters: Self::from_inner(stepped.parameters),
            moment_1: Self::from_inner(stepped.moment_1),
            moment_2: Self::from_inner(stepped.moment_2),
            squared_errors: Self::from_inner(stepped.squared_errors),
            gradient_norms: Self::from_inner(stepped.gradient_norms),
        }
    }
}
