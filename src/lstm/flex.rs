//! The network's operations on Flex, Burn's CPU backend: thin adapters around [`super::cpu`].

use super::adam;
use super::backend::{AdamSpec, BatchSpec, NetworkBackend, NetworkGradient, TrainingTensors};
use super::cpu::{Batch, Kernel, Rows};
use super::layout::Layout;
use burn::backend::tensor::{FloatTensor, IntTensor};
use burn::tensor::TensorData;
use burn_flex::{Flex, FlexTensor};
use std::cell::RefCell;

thread_local! {
    /// The kernel's buffers outlive a step, so that a step allocates nothing. One network is trained
    /// at a time on a thread; another shape replaces the buffers.
    static WORKSPACE: RefCell<Option<Workspace>> = const { RefCell::new(None) };
}

struct Workspace {
    layout: Layout,
    window: usize,
    network: Kernel,
    gradient: Vec<f32>,
}

fn with_workspace<T>(batch: &BatchSpec, work: impl FnOnce(&mut Workspace) -> T) -> T {
    WORKSPACE.with_borrow_mut(|slot| {
        let window = batch.window;
        let layout = Layout::new(&batch.network, window);
        let fits = |held: &Workspace| (held.layout, held.window) == (layout, window);
        if !slot.as_ref().is_some_and(fits) {
            *slot = Some(Workspace {
                layout,
                window,
                network: Kernel::new(&batch.network, window),
                gradient: vec![0.0; layout.len()],
            });
        }
        work(slot.as_mut().expect("filled above"))
    })
}

/// The batch's row numbers. Kept as i32 on the device, the one integer type that every backend has;
/// they are indices, so their bits are those of a u32.
fn batch_rows<'a>(rows: &'a FlexTensor, batch: &BatchSpec) -> &'a [u32] {
    let rows: &[i32] = &rows.storage()[batch.offset..][..batch.count];
    bytemuck::cast_slice(rows)
}

/// The batch that is learned from.
fn learned<'a>(
    inputs: &'a FlexTensor,
    targets: &'a FlexTensor,
    rows: &'a FlexTensor,
    batch: &BatchSpec,
) -> Batch<'a> {
    Batch {
        rows: Rows {
            inputs: inputs.storage(),
            rows: batch_rows(rows, batch),
        },
        targets: targets.storage(),
        dropout: batch.dropout,
    }
}

fn tensor(values: Vec<f32>) -> FlexTensor {
    let length = values.len();
    FlexTensor::from_data(TensorData::new(values, [length]))
}

impl NetworkBackend for Flex {
    fn network_forward(
        parameters: FloatTensor<Self>,
        inputs: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
    ) -> FloatTensor<Self> {
        let parameters: &[f32] = parameters.storage();
        let mut predictions = vec![0.0; batch.count * batch.network.outputs];
        with_workspace(&batch, |workspace| {
            let rows = Rows {
                inputs: inputs.storage(),
                rows: batch_rows(&rows, &batch),
            };
            workspace
                .network
                .predict(parameters, rows, &mut predictions);
        });
        tensor(predictions)
    }

    fn network_gradient(
        parameters: FloatTensor<Self>,
        inputs: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
    ) -> NetworkGradient<Self> {
        let parameters: &[f32] = parameters.storage();
        let mut squared_errors = vec![0.0; batch.count];
        let mut gradient = vec![0.0; parameters.len()];
        with_workspace(&batch, |workspace| {
            let batch = learned(&inputs, &targets, &rows, &batch);
            let (errors, gradient) = (&mut squared_errors, &mut gradient);
            workspace
                .network
                .gradient(parameters, batch, errors, gradient);
        });
        NetworkGradient {
            squared_errors: tensor(squared_errors),
            gradient: tensor(gradient),
        }
    }

    fn training_step(
        mut state: TrainingTensors<Self>,
        inputs: FloatTensor<Self>,
        targets: FloatTensor<Self>,
        rows: IntTensor<Self>,
        batch: BatchSpec,
        adam: AdamSpec,
    ) -> TrainingTensors<Self> {
        let parameters: &mut [f32] = state.parameters.storage_mut();
        let squared_errors: &mut [f32] = state.squared_errors.storage_mut();
        with_workspace(
            &batch,
            |Workspace {
                 network, gradient, ..
             }| {
                let errors = &mut squared_errors[batch.offset..][..batch.count];
                let batch = learned(&inputs, &targets, &rows, &batch);
                network.gradient(parameters, batch, errors, gradient);
                let norm = adam::step(
                    parameters,
                    state.moment_1.storage_mut(),
                    state.moment_2.storage_mut(),
                    gradient,
                    &adam,
                );
                let norms: &mut [f32] = state.gradient_norms.storage_mut();
                norms[adam.norm_place] = norm as f32;
            },
        );
        state
    }
}
