//! The network on CubeCL devices: WebGPU in the browser, Vulkan or Metal natively.
//!
//! A training step is five dispatches, whatever window and layers are ([`dispatches_per_step`]):
//!
//! | kernel | file |
//! |---|---|
//! | forward, all time steps and layers, with loss | [`forward`] |
//! | backward through time | [`backward`] |
//! | weight gradients as partial sums | [`gradient`] |
//! | adding up the partial sums | [`optimizer`] |
//! | clipping and Adam | [`optimizer`] |
//!
//! A hidden size that is no multiple of four costs one more, which copies the parameters with the
//! size rounded up; a batch whose activations do not fit in one binding (128 MiB) is worked through
//! in chunks, each of which repeats the first three. The kernels stay within WebGPU's default limits;
//! how a network is cut to fit is in [`plan`].

mod backward;
mod cell;
mod cube;
mod forward;
mod gradient;
mod math;
mod optimizer;
mod plan;
#[cfg(test)]
mod reference;
#[cfg(test)]
mod tests;

use super::backend::{AdamSpec, BatchSpec, TrainingTensors};
use super::dropout::Dropout;
use super::layout::ParameterLayout;
use burn::tensor::{DType, Shape as TensorShape};
use burn_cubecl::CubeBackend;
use burn_cubecl::ops::numeric::empty_device_contiguous_dtype;
use burn_cubecl::tensor::CubeTensor;
use cubecl::client::Client;
use cubecl::prelude::*;
use cubecl::server::Handle;
use forward::RowsLaunch;
use optimizer::AdamNumbersLaunch;
use plan::{FLAT_WORKGROUP, Machine, Shape};

/// Dispatches of a training step of this batch on this device.
pub fn dispatches_per_step(batch: &BatchSpec, client: &Client) -> usize {
    let shape = plan::shape(&batch.network, Machine::of(client));
    let chunks = batch.count.div_ceil(shape.rows_per_chunk(batch.window));
    3 * chunks + 2 + usize::from(!shape.aligned())
}

/// Predictions `[count]` of the rows `rows[offset..offset + count]`; any number of rows.
pub fn predict(
    parameters: CubeTensor,
    inputs: CubeTensor,
    rows: CubeTensor,
    batch: &BatchSpec,
) -> CubeTensor {
    let job = Job::new(&parameters, batch);
    let predictions = job.float_tensor(&parameters, batch.count);
    let weights = job.weights(&parameters);
    let chunk_rows = job.shape.rows_per_prediction();
    let scratch_rows = chunk_rows
        .min(batch.count)
        .next_multiple_of(job.shape.rows_per_workgroup());
    let scratch_length = job.shape.prediction_scratch_length(scratch_rows) * 4;
    let scratch = Buffer::new(job.client.empty(scratch_length * 4), scratch_length);
    // A prediction does not touch it, but the kernel's signature asks for it.
    let targets = Buffer::new(job.client.empty(16), 4);
    for chunk in Chunk::all(batch.count, chunk_rows) {
        job.forward(
            &weights,
            &inputs,
            targets.clone(),
            &rows,
            scratch.clone(),
            Buffer::of(&predictions),
            &chunk,
            chunk.start,
            false,
        );
    }
    predictions
}

/// Squared errors `[count]` and the gradient `[parameters]` of their mean.
pub fn gradient(
    parameters: CubeTensor,
    inputs: CubeTensor,
    targets: CubeTensor,
    rows: CubeTensor,
    batch: &BatchSpec,
) -> (CubeTensor, CubeTensor) {
    Job::new(&parameters, batch).gradient(&parameters, &inputs, &targets, &rows)
}

/// One training step: gradient, clipping, Adam. `squared_errors[offset..offset + count]` are filled.
/// Buffers that nobody else holds are updated in place.
pub fn training_step(
    state: TrainingTensors<CubeBackend>,
    inputs: CubeTensor,
    targets: CubeTensor,
    rows: CubeTensor,
    batch: &BatchSpec,
    adam: &AdamSpec,
) -> TrainingTensors<CubeBackend> {
    let state = TrainingTensors {
        parameters: exclusive(state.parameters),
        moment_1: exclusive(state.moment_1),
        moment_2: exclusive(state.moment_2),
        squared_errors: exclusive(state.squared_errors),
        gradient_norms: exclusive(state.gradient_norms),
    };
    let job = Job {
        sends_each: adam.time == 1,
        ..Job::new(&state.parameters, batch)
    };
    let count = job.layout().len();
    let weights = job.weights(&state.parameters);
    let partials = job.partials(
        &weights,
        &inputs,
        &targets,
        &rows,
        &state.squared_errors,
        batch.offset,
    );
    let gradient = Buffer::new(job.client.empty(count * 4), count);
    let squares = job.reduce(&partials, &gradient);
    job.launched();
    job.adam(&state, &gradient, &squares, adam);
    state
}

/// The tensor itself if nobody else holds its buffer, else a copy: a step must not change what a
/// clone sees.
fn exclusive(tensor: CubeTensor) -> CubeTensor {
    if tensor.can_mut() {
        tensor
    } else {
        tensor.copy()
    }
}

/// A buffer of 32-bit numbers.
#[derive(Clone)]
struct Buffer {
    handle: Handle,
    length: usize,
}

impl Buffer {
    fn new(handle: Handle, length: usize) -> Self {
        Self { handle, length }
    }

    fn of(tensor: &CubeTensor) -> Self {
        assert!(
            tensor.is_contiguous(),
            "the network's tensors are contiguous vectors"
        );
        Self {
            handle: tensor.handle.clone(),
            length: tensor.meta.num_elements(),
        }
    }

    fn scalars(&self) -> BufferArg {
        // SAFETY: the length is that of the buffer.
        unsafe { BufferArg::from_raw_parts(self.handle.clone(), self.length) }
    }

    /// As `vec4`s; an incomplete last one is left out.
    fn quads(&self) -> BufferArg {
        // SAFETY: the length is that of the buffer.
        unsafe { BufferArg::from_raw_parts(self.handle.clone(), self.length / 4) }
    }
}

/// Rows of a batch that are worked on together.
struct Chunk {
    /// Within the batch.
    start: usize,
    count: usize,
}

impl Chunk {
    /// A batch of `count` rows, `rows` of them at a time.
    fn all(count: usize, rows: usize) -> impl Iterator<Item = Self> {
        (0..count).step_by(rows).map(move |start| Self {
            start,
            count: rows.min(count - start),
        })
    }
}

/// One operation: its network cut for its device.
struct Job<'a> {
    client: Client,
    machine: Machine,
    shape: Shape,
    batch: &'a BatchSpec,
    /// Sends each kernel to the device as soon as it is launched, instead of all with the next read. A
    /// run's first step wants it: the device compiles one kernel while the next is being written.
    sends_each: bool,
}

impl<'a> Job<'a> {
    fn new(tensor: &CubeTensor, batch: &'a BatchSpec) -> Self {
        Self::cut_for(Machine::of(&tensor.client), tensor, batch)
    }

    fn cut_for(machine: Machine, tensor: &CubeTensor, batch: &'a BatchSpec) -> Self {
        Self {
            client: tensor.client.clone(),
            machine,
            shape: plan::shape(&batch.network, machine),
            batch,
            sends_each: false,
        }
    }

    fn launched(&self) {
        if self.sends_each {
            // What went wrong is told to whoever reads the results.
            let _ = self.client.flush();
        }
    }

    fn layout(&self) -> ParameterLayout {
        ParameterLayout::new(&self.batch.network)
    }

    fn float_tensor(&self, like: &CubeTensor, length: usize) -> CubeTensor {
        let shape = TensorShape::new([length]);
        empty_device_contiguous_dtype(self.client.clone(), like.device.clone(), shape, DType::F32)
    }

    /// See [`gradient`].
    fn gradient(
        &self,
        parameters: &CubeTensor,
        inputs: &CubeTensor,
        targets: &CubeTensor,
        rows: &CubeTensor,
    ) -> (CubeTensor, CubeTensor) {
        let squared_errors = self.float_tensor(parameters, self.batch.count);
        let gradient = self.float_tensor(parameters, self.layout().len());
        let weights = self.weights(parameters);
        let partials = self.partials(&weights, inputs, targets, rows, &squared_errors, 0);
        self.reduce(&partials, &Buffer::of(&gradient));
        (squared_errors, gradient)
    }

    /// The parameters in the kernels' layout.
    fn weights(&self, parameters: &CubeTensor) -> Buffer {
        let flat = Buffer::of(parameters);
        assert_eq!(
            flat.length,
            self.layout().len(),
            "the parameter vector belongs to the network"
        );
        if self.shape.aligned() {
            return flat;
        }
        let length = self.shape.parameters();
        let packed = Buffer::new(self.client.empty(length * 4), length);
        // SAFETY: the kernel writes nothing beyond the layout's length.
        unsafe {
            optimizer::pack::launch_unchecked(
                &self.client,
                CubeCount::Static(length.div_ceil(FLAT_WORKGROUP as usize) as u32, 1, 1),
                CubeDim::new_1d(FLAT_WORKGROUP),
                flat.scalars(),
                packed.scalars(),
                self.shape,
            );
        }
        packed
    }

    fn padded(&self, chunk: &Chunk) -> usize {
        chunk
            .count
            .next_multiple_of(self.shape.rows_per_workgroup())
    }

    fn row_cubes(&self, chunk: &Chunk) -> CubeCount {
        CubeCount::Static(
            (self.padded(chunk) / self.shape.rows_per_workgroup()) as u32,
            1,
            1,
        )
    }

    /// `kept`: time steps that the scratch buffer has room for.
    fn rows(&self, chunk: &Chunk, kept: usize) -> RowsLaunch {
        let dropout = self.batch.dropout.unwrap_or(Dropout {
            probability: 0.0,
            seed: 0,
            step: 0,
        });
        RowsLaunch::new(
            (self.batch.offset + chunk.start) as u32,
            chunk.count as u32,
            self.padded(chunk) as u32,
            self.batch.window as u32,
            kept as u32,
            chunk.start as u32,
            dropout.key(),
            dropout.threshold(),
            1.0 / (1.0 - dropout.probability),
        )
    }

    #[allow(clippy::too_many_arguments)] // one per binding of the kernel
    fn forward(
        &self,
        weights: &Buffer,
        inputs: &CubeTensor,
        targets: Buffer,
        rows: &CubeTensor,
        scratch: Buffer,
        results: Buffer,
        chunk: &Chunk,
        results_start: usize,
        training: bool,
    ) {
        let units = self.shape.layers * self.shape.quads * self.shape.groups;
        let kept = match training {
            true => self.batch.window,
            false => plan::TIMES_OF_PREDICTION,
        };
        // SAFETY: rows lie within `rows`, their windows within `inputs` (the caller's contract); the
        // rest follows from the plan.
        unsafe {
            forward::forward::launch_unchecked(
                &self.client,
                self.row_cubes(chunk),
                CubeDim::new_1d(units as u32),
                weights.quads(),
                weights.scalars(),
                Buffer::of(inputs).scalars(),
                targets.scalars(),
                Buffer::of(rows).scalars(),
                scratch.quads(),
                results.scalars(),
                self.rows(chunk, kept),
                results_start as u32,
                2.0 / self.batch.count as f32,
                u32::from(training),
                self.shape,
            );
        }
    }

    /// Forward, backward and weight gradients: partial sums `[splits, parameters]` and their count.
    fn partials(
        &self,
        weights: &Buffer,
        inputs: &CubeTensor,
        targets: &CubeTensor,
        rows: &CubeTensor,
        squared_errors: &CubeTensor,
        results_start: usize,
    ) -> (Buffer, usize) {
        let shape = self.shape;
        let window = self.batch.window;
        let chunk_rows = shape.rows_per_chunk(window).min(self.batch.count);
        let scratch_rows = chunk_rows.next_multiple_of(shape.rows_per_workgroup());
        let scratch_length = shape.scratch_length(window, scratch_rows) * 4;
        let scratch = Buffer::new(self.client.empty(scratch_length * 4), scratch_length);
        let splits = plan::splits(&shape, self.machine, window * scratch_rows);
        let partials_length = splits * shape.gradient_length() * 4;
        let partials = Buffer::new(self.client.empty(partials_length * 4), partials_length);

        for chunk in Chunk::all(self.batch.count, chunk_rows) {
            self.forward(
                weights,
                inputs,
                Buffer::of(targets),
                rows,
                scratch.clone(),
                Buffer::of(squared_errors),
                &chunk,
                results_start + chunk.start,
                true,
            );
            self.launched();
            self.backward(weights, &scratch, &chunk);
            self.launched();
            self.weight_gradients(&scratch, inputs, rows, &partials, splits, &chunk);
            self.launched();
        }
        (partials, splits)
    }

    fn backward(&self, weights: &Buffer, scratch: &Buffer, chunk: &Chunk) {
        let units = (self.shape.layers + 1) * self.shape.quads * self.shape.groups;
        // SAFETY: as for the forward kernel.
        unsafe {
            backward::backward::launch_unchecked(
                &self.client,
                self.row_cubes(chunk),
                CubeDim::new_1d(units as u32),
                weights.quads(),
                scratch.quads(),
                self.rows(chunk, self.batch.window),
                self.shape,
            );
        }
    }

    fn weight_gradients(
        &self,
        scratch: &Buffer,
        inputs: &CubeTensor,
        rows: &CubeTensor,
        partials: &Buffer,
        splits: usize,
        chunk: &Chunk,
    ) {
        let items = self
            .shape
            .gradient_items()
            .div_ceil(FLAT_WORKGROUP as usize);
        // SAFETY: as for the forward kernel.
        unsafe {
            gradient::weight_gradients::launch_unchecked(
                &self.client,
                CubeCount::Static(items as u32, splits as u32, 1),
                CubeDim::new_1d(FLAT_WORKGROUP),
                scratch.quads(),
                Buffer::of(inputs).scalars(),
                Buffer::of(rows).scalars(),
                partials.quads(),
                self.rows(chunk, self.batch.window),
                self.shape,
                chunk.start > 0,
            );
        }
    }

    /// Adds up the partial sums into `gradient`; returns each workgroup's share of the squared norm.
    fn reduce(&self, (partials, splits): &(Buffer, usize), gradient: &Buffer) -> Buffer {
        let length = self.shape.parameters();
        let workgroups = self.flat_workgroups(length);
        let squares = Buffer::new(self.client.empty(workgroups * 4), workgroups);
        // SAFETY: the kernel writes one number per parameter and one per workgroup.
        unsafe {
            optimizer::reduce::launch_unchecked(
                &self.client,
                self.flat_cubes(length),
                CubeDim::new_1d(FLAT_WORKGROUP),
                partials.scalars(),
                gradient.scalars(),
                squares.scalars(),
                *splits as u32,
                self.shape,
            );
        }
        squares
    }

    fn adam(
        &self,
        state: &TrainingTensors<CubeBackend>,
        gradient: &Buffer,
        squares: &Buffer,
        spec: &AdamSpec,
    ) {
        let count = self.layout().len();
        // In f64: 1 − 0.999ᵗ loses most of its digits in f32 for small t.
        let correction =
            |beta: f32| (1.0 / (1.0 - f64::from(beta).powf(f64::from(spec.time)))) as f32;
        let numbers = AdamNumbersLaunch::new(
            spec.learning_rate,
            spec.beta_1,
            spec.beta_2,
            spec.epsilon,
            correction(spec.beta_1),
            correction(spec.beta_2),
            spec.clip_norm.unwrap_or(0.0),
        );
        // SAFETY: all vectors are as long as the parameters, and the step has its place among the norms.
        unsafe {
            optimizer::adam::launch_unchecked(
                &self.client,
                self.flat_cubes(count),
                CubeDim::new_1d(FLAT_WORKGROUP),
                Buffer::of(&state.parameters).scalars(),
                Buffer::of(&state.moment_1).scalars(),
                Buffer::of(&state.moment_2).scalars(),
                gradient.scalars(),
                squares.scalars(),
                Buffer::of(&state.gradient_norms).scalars(),
                numbers,
                count as u32,
                squares.length as u32,
                spec.norm_place as u32,
                spec.clip_norm.is_some(),
            );
        }
    }

    /// Workgroups of [`FLAT_WORKGROUP`] that run over `length` numbers.
    fn flat_workgroups(&self, length: usize) -> usize {
        length
            .div_ceil(FLAT_WORKGROUP as usize)
            .min(self.machine.most_workgroups())
    }

    fn flat_cubes(&self, length: usize) -> CubeCount {
        CubeCount::Static(self.flat_workgroups(length) as u32, 1, 1)
    }
}
