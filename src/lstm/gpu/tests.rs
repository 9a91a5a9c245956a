//! The kernels on whatever adapter there is (a software one will do) against [`super::reference`].

use super::reference::{Answer, Batch};
use super::*;
use crate::cells::Cell;
use crate::lstm::init;
use crate::protocol::NetworkConfig;
use burn_cubecl::CubeDevice;
use cubecl::device::WgpuDevice;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// Largest difference, relative to the vector's largest value.
const TOLERANCE: f64 = 1e-5;

/// The adapter, or `None` and a line that says so.
fn device() -> Option<CubeDevice> {
    let device = CubeDevice::Wgpu(WgpuDevice::default());
    match std::panic::catch_unwind(|| device.client()) {
        Ok(_) => Some(device),
        Err(_) => {
            eprintln!(
                "skipped: no WebGPU or Vulkan adapter here (a software one, lavapipe, would do)"
            );
            None
        }
    }
}

fn upload(device: &CubeDevice, bytes: &[u8], dtype: DType) -> CubeTensor {
    let client = device.client();
    let handle = client.create_from_slice(bytes);
    CubeTensor::new_contiguous(
        client,
        device.clone(),
        TensorShape::new([bytes.len() / 4]),
        handle,
        dtype,
    )
}

fn floats(device: &CubeDevice, values: &[f32]) -> CubeTensor {
    upload(device, f32::as_bytes(values), DType::F32)
}

fn read(tensor: &CubeTensor) -> Vec<f32> {
    f32::from_bytes(&tensor.client.read_one_unchecked(tensor.handle.clone())).to_vec()
}

/// A random series, its rows and a network.
struct Case {
    network: NetworkConfig,
    window: usize,
    parameters: Vec<f32>,
    inputs: Vec<f32>,
    targets: Vec<f32>,
    /// Of a whole epoch; the batch is `offset..offset + count`.
    rows: Vec<u32>,
    offset: usize,
    count: usize,
    dropout: Option<Dropout>,
}

impl Case {
    fn new(features: usize, hidden: usize, layers: usize, window: usize, count: usize) -> Self {
        Self::of(Cell::Lstm, features, hidden, layers, window, count)
    }

    fn of(
        cell: Cell,
        features: usize,
        hidden: usize,
        layers: usize,
        window: usize,
        count: usize,
    ) -> Self {
        let probability = if count > 1 { 0.2 } else { 0.0 };
        let network = NetworkConfig {
            cell: cell.into(),
            features,
            hidden,
            layers,
            outputs: 1,
            dropout: probability,
        };
        let mut rng = ChaCha8Rng::seed_from_u64(
            (features * 7 + hidden * 31 + layers * 3 + window + count) as u64,
        );
        let layout = ParameterLayout::new(&network);
        let mut parameters = init::parameters(&layout, 11);
        // Zero biases would hide mistakes in them.
        parameters
            .iter_mut()
            .for_each(|value| *value += rng.random_range(-0.05..0.05));
        let length = window + count + 40;
        Self {
            window,
            parameters,
            inputs: (0..length * features)
                .map(|_| rng.random_range(-1.5..1.5))
                .collect(),
            targets: (0..length - window)
                .map(|_| rng.random_range(-1.5..1.5))
                .collect(),
            rows: (0..count + 10)
                .map(|_| rng.random_range(0..(length - window) as u32))
                .collect(),
            offset: 7,
            count,
            dropout: (count > 1).then_some(Dropout {
                probability,
                seed: 9,
                step: 4,
            }),
            network,
        }
    }

    fn batch(&self) -> BatchSpec {
        BatchSpec {
            network: self.network,
            window: self.window,
            offset: self.offset,
            count: self.count,
            dropout: self.dropout,
        }
    }

    fn reference(&self, dropout: Option<Dropout>) -> Answer {
        Batch {
            layout: ParameterLayout::new(&self.network),
            window: self.window,
            parameters: &self.parameters,
            inputs: &self.inputs,
            targets: &self.targets,
            rows: &self.rows[self.offset..self.offset + self.count],
            dropout,
        }
        .compute()
    }

    fn squared_errors(&self, answer: &Answer) -> Vec<f64> {
        let rows = &self.rows[self.offset..self.offset + self.count];
        let errors = answer.predictions.iter().zip(rows);
        errors
            .map(|(p, row)| (p - f64::from(self.targets[*row as usize])).powi(2))
            .collect()
    }

    fn upload(&self, device: &CubeDevice) -> [CubeTensor; 4] {
        [
            floats(device, &self.parameters),
            floats(device, &self.inputs),
            floats(device, &self.targets),
            upload(device, u32::as_bytes(&self.rows), DType::I32),
        ]
    }

    fn name(&self) -> String {
        let NetworkConfig {
            cell,
            features,
            hidden,
            layers,
            ..
        } = self.network;
        format!(
            "{cell:?}, features {features}, hidden {hidden}, layers {layers}, window {}, batch {}",
            self.window, self.count
        )
    }
}

/// Largest difference over the largest expected value.
fn difference(actual: &[f32], expected: &[f64]) -> f64 {
    assert_eq!(actual.len(), expected.len());
    let scale = expected
        .iter()
        .fold(1e-12f64, |scale, value| scale.max(value.abs()));
    let worst = actual
        .iter()
        .zip(expected)
        .map(|(a, e)| (f64::from(*a) - e).abs());
    worst.fold(0.0, |worst, value| {
        if value.is_nan() {
            f64::INFINITY
        } else {
            worst.max(value)
        }
    }) / scale
}

fn check(device: &CubeDevice, case: &Case) -> f64 {
    let [parameters, inputs, targets, rows] = case.upload(device);
    let plain = case.reference(None);
    let predictions = predict(
        parameters.clone(),
        inputs.clone(),
        rows.clone(),
        &BatchSpec {
            dropout: None,
            ..case.batch()
        },
    );
    let answer = case.reference(case.dropout);
    let (errors, gradient) = gradient(parameters, inputs, targets, rows, &case.batch());
    let differences = [
        difference(&read(&predictions), &plain.predictions),
        difference(&read(&errors), &case.squared_errors(&answer)),
        difference(&read(&gradient), &answer.gradient),
    ];
    println!("{}: {differences:?}", case.name());
    let worst = differences.into_iter().fold(0.0, f64::max);
    assert!(worst < TOLERANCE, "{}: {differences:?}", case.name());
    worst
}

#[test]
fn reference_gradient_agrees_with_finite_differences() {
    for cell in Cell::ALL.iter().copied() {
        slopes_agree(Case::of(cell, 2, 4, 2, 3, 3));
    }
}

fn slopes_agree(mut case: Case) {
    let answer = case.reference(case.dropout);
    let loss = |case: &Case| {
        let errors = case.squared_errors(&case.reference(case.dropout));
        errors.iter().sum::<f64>() / errors.len() as f64
    };
    for index in 0..case.parameters.len() {
        let value = case.parameters[index];
        // A step that f32 represents; the parameters are of order 1.
        let step = 1.0 / 1024.0;
        case.parameters[index] = value + step;
        let (above, reached_above) = (loss(&case), f64::from(case.parameters[index]));
        case.parameters[index] = value - step;
        let (below, reached_below) = (loss(&case), f64::from(case.parameters[index]));
        case.parameters[index] = value;
        let slope = (above - below) / (reached_above - reached_below);
        // The central difference's error is of order step² ≈ 1e-6.
        assert!(
            (slope - answer.gradient[index]).abs() < 2e-5,
            "{index}: {slope} {}",
            answer.gradient[index]
        );
    }
}

#[test]
fn notebook_network_agrees_with_reference() {
    let Some(device) = device() else { return };
    for cell in Cell::ALL.iter().copied() {
        check(&device, &Case::of(cell, 1, 32, 2, 20, 64));
    }
}

/// A software adapter runs what is cut for a GPU as well, only slower, and the other way round.
#[test]
fn kernels_cut_for_either_machine_agree_with_reference() {
    let Some(device) = device() else { return };
    let sizes = [(1, 32, 2, 7, 21), (2, 13, 3, 4, 9)];
    let cases = Cell::ALL
        .iter()
        .flat_map(|cell| sizes.map(|size| (*cell, size)));
    for (cell, (features, hidden, layers, window, count)) in cases {
        let case = Case::of(cell, features, hidden, layers, window, count);
        for machine in [Machine::Gpu, Machine::Software] {
            let [parameters, inputs, targets, rows] = case.upload(&device);
            let answer = case.reference(case.dropout);
            let batch = case.batch();
            let job = Job::cut_for(machine, &parameters, &batch);
            let (errors, gradient) = job.gradient(&parameters, &inputs, &targets, &rows);
            let name = case.name();
            let by_error = difference(&read(&errors), &case.squared_errors(&answer));
            assert!(by_error < TOLERANCE, "{name}, {machine:?}: {by_error}");
            let by_gradient = difference(&read(&gradient), &answer.gradient);
            assert!(
                by_gradient < TOLERANCE,
                "{name}, {machine:?}: {by_gradient}"
            );
        }
    }
}

#[test]
fn grid_of_sizes_agrees_with_reference() {
    let Some(device) = device() else { return };
    let mut worst = 0.0f64;
    for (hidden, layers) in [(4, 1), (4, 3), (5, 2), (32, 1), (32, 3), (33, 2), (12, 2)] {
        for (window, features, count) in [(2, 1, 1), (7, 3, 5), (20, 1, 70), (7, 8, 64)] {
            worst = worst.max(check(
                &device,
                &Case::new(features, hidden, layers, window, count),
            ));
        }
    }
    // The cuts are the same for each cell; what differs is how the gates lie, with one tile and several.
    for cell in [Cell::Gru, Cell::Rnn] {
        for (hidden, layers) in [(4, 1), (5, 2), (33, 2), (12, 3)] {
            for (window, features, count) in [(2, 1, 1), (7, 8, 64)] {
                let case = Case::of(cell, features, hidden, layers, window, count);
                worst = worst.max(check(&device, &case));
            }
        }
    }
    println!("worst {worst:.2e}");
}

#[test]
fn largest_hidden_sizes_agree_with_reference() {
    let Some(device) = device() else { return };
    for (hidden, layers, window, count) in [(128, 3, 3, 5), (127, 1, 7, 6), (128, 1, 2, 1)] {
        check(&device, &Case::new(1, hidden, layers, window, count));
    }
    for cell in [Cell::Gru, Cell::Rnn] {
        check(&device, &Case::of(cell, 1, 128, 3, 3, 5));
    }
}

#[test]
fn clipped_adam_steps_agree_with_reference() {
    let Some(device) = device() else { return };
    for (cell, hidden, clip_norm) in [
        (Cell::Lstm, 8, Some(0.01)),
        (Cell::Lstm, 8, Some(1e6)),
        (Cell::Lstm, 5, None),
        (Cell::Gru, 8, Some(0.01)),
        (Cell::Gru, 5, None),
        (Cell::Rnn, 8, Some(0.01)),
        (Cell::Rnn, 5, None),
    ] {
        let mut case = Case::of(cell, 1, hidden, 2, 5, 12);
        let [parameters, inputs, targets, rows] = case.upload(&device);
        let zeros = vec![0.0; case.parameters.len()];
        let mut state = TrainingTensors {
            parameters,
            moment_1: floats(&device, &zeros),
            moment_2: floats(&device, &zeros),
            squared_errors: floats(&device, &vec![-1.0; case.rows.len()]),
            gradient_norms: floats(&device, &[-1.0; 4]),
        };
        let (mut mean, mut square) = (vec![0.0f64; zeros.len()], vec![0.0f64; zeros.len()]);
        let mut expected: Vec<f64> = case.parameters.iter().map(|p| f64::from(*p)).collect();
        for time in 1..=3 {
            let spec = AdamSpec {
                learning_rate: 0.01,
                beta_1: 0.9,
                beta_2: 0.98,
                epsilon: 1e-9,
                time,
                clip_norm,
                norm_place: time as usize,
            };
            case.parameters = expected.iter().map(|p| *p as f32).collect();
            let answer = case.reference(case.dropout);
            state = training_step(
                state,
                inputs.clone(),
                targets.clone(),
                rows.clone(),
                &case.batch(),
                &spec,
            );
            let errors = read(&state.squared_errors);
            assert!(errors[..case.offset].iter().all(|error| *error == -1.0));
            assert!(
                errors[case.offset + case.count..]
                    .iter()
                    .all(|error| *error == -1.0)
            );
            let batch_errors = &errors[case.offset..case.offset + case.count];
            assert!(difference(batch_errors, &case.squared_errors(&answer)) < 1e-4);

            let norm = answer.gradient.iter().map(|g| g * g).sum::<f64>().sqrt();
            let norms = read(&state.gradient_norms);
            let noted = f64::from(norms[time as usize]);
            assert!((noted / norm - 1.0).abs() < 1e-4, "{noted} {norm}");
            assert_eq!(norms[0], -1.0);
            let factor = clip_norm.map_or(1.0, |limit: f32| {
                (f64::from(limit) / (norm + 1e-6)).min(1.0)
            });
            for index in 0..expected.len() {
                let slope = answer.gradient[index] * factor;
                mean[index] = 0.9 * mean[index] + 0.1 * slope;
                square[index] = 0.98 * square[index] + 0.02 * slope * slope;
                let m = mean[index] / (1.0 - 0.9f64.powi(time as i32));
                let v = square[index] / (1.0 - 0.98f64.powi(time as i32));
                expected[index] -= 0.01 * m / (v.sqrt() + 1e-9);
            }
        }
        // Adam divides by the gradient's own size, so a gradient near zero turns rounding into a step
        // of up to the learning rate: compare where three steps all went the same way, and bound the rest.
        let actual = read(&state.parameters);
        let differences = actual
            .iter()
            .zip(&expected)
            .map(|(a, e)| (f64::from(*a) - e).abs());
        let large = differences
            .clone()
            .filter(|difference| *difference > 1e-4)
            .count();
        assert!(
            large * 100 <= expected.len(),
            "{large} of {}",
            expected.len()
        );
        assert!(differences.fold(0.0, f64::max) < 0.03);
    }
}

#[test]
fn a_batch_larger_than_the_scratch_bound_is_worked_through_in_chunks() {
    let Some(device) = device() else { return };
    let case = Case::new(1, 128, 1, 250, 160);
    let batch = case.batch();
    let shape = plan::shape(&case.network, Machine::of(&device.client()));
    assert!(
        shape.rows_per_chunk(250) < 160,
        "the case is to need chunks"
    );
    let [parameters, inputs, targets, rows] = case.upload(&device);
    let (errors, whole) = gradient(
        parameters.clone(),
        inputs.clone(),
        targets.clone(),
        rows.clone(),
        &batch,
    );
    // Dropout is numbered through the batch, so halves cannot stand for the whole: compare without it.
    drop((errors, whole));
    let batch = BatchSpec {
        dropout: None,
        ..batch
    };
    let run = |offset: usize, count: usize| {
        let batch = BatchSpec {
            offset,
            count,
            ..batch
        };
        let (_, gradient) = gradient(
            parameters.clone(),
            inputs.clone(),
            targets.clone(),
            rows.clone(),
            &batch,
        );
        read(&gradient)
    };
    let whole = run(case.offset, 160);
    let (first, second) = (run(case.offset, 80), run(case.offset + 80, 80));
    let mean: Vec<f64> = first
        .iter()
        .zip(&second)
        .map(|(a, b)| f64::from(a + b) / 2.0)
        .collect();
    let worst = difference(&whole, &mean);
    assert!(worst < TOLERANCE, "{worst}");
}

#[test]
fn every_size_within_bounds_fits_the_limits() {
    let machines = [Machine::Gpu, Machine::Software];
    for (cell, machine) in Cell::ALL
        .iter()
        .flat_map(|cell| machines.map(|machine| (*cell, machine)))
    {
        for hidden in 4..=128 {
            for layers in 1..=3 {
                for features in [1, 8] {
                    let network = NetworkConfig {
                        cell: cell.into(),
                        features,
                        hidden,
                        layers,
                        outputs: 1,
                        dropout: 0.0,
                    };
                    fits_the_limits(&plan::shape(&network, machine), machine);
                }
            }
        }
    }
}

fn fits_the_limits(shape: &Shape, machine: Machine) {
    assert!(
        shape.forward_workgroup_length() * 16 <= plan::MAX_WORKGROUP_BYTES,
        "{shape:?}"
    );
    assert!(
        (shape.layers + 1) * shape.quads * shape.groups <= plan::MAX_INVOCATIONS,
        "{shape:?}"
    );
    let predicted = shape.rows_per_prediction();
    let scratch = shape.prediction_scratch_length(predicted);
    assert!(scratch * 16 <= plan::MAX_BINDING_BYTES, "{shape:?}");
    let workgroups = predicted / shape.rows_per_workgroup();
    assert!(
        (1..=plan::MAX_WORKGROUPS).contains(&workgroups),
        "{shape:?}"
    );
    // A century of trading days at once, whatever the network.
    assert!(predicted > 30_000, "{shape:?}");
    for window in [2, 250] {
        let rows = shape.rows_per_chunk(window);
        assert!(
            shape.scratch_length(window, rows) * 16 <= plan::MAX_BINDING_BYTES,
            "{shape:?}"
        );
        let splits = plan::splits(shape, machine, window * rows);
        assert!(
            splits * shape.gradient_length() * 16 <= plan::MAX_BINDING_BYTES,
            "{shape:?}"
        );
    }
}

/// Prints timings; run with `--ignored --nocapture`.
#[test]
#[ignore = "a measurement, not a check"]
fn measure_training_step() {
    let Some(device) = device() else { return };
    let client = device.client();
    println!("{} {:?}", client.name(), client.properties().hardware);
    for cell in Cell::ALL.iter().copied() {
        measure_steps_of(&device, &Case::of(cell, 1, 32, 2, 20, 64));
    }
}

fn measure_steps_of(device: &CubeDevice, case: &Case) {
    let client = device.client();
    println!("{:?}", plan::shape(&case.network, Machine::of(&client)));
    let [parameters, inputs, targets, rows] = case.upload(device);
    let zeros = vec![0.0; case.parameters.len()];
    let mut state = TrainingTensors {
        parameters,
        moment_1: floats(device, &zeros),
        moment_2: floats(device, &zeros),
        squared_errors: floats(device, &vec![0.0; case.rows.len()]),
        gradient_norms: floats(device, &[0.0]),
    };
    let steps = |count: u32, state: &mut Option<TrainingTensors<CubeBackend>>| {
        let start = std::time::Instant::now();
        for time in 1..=count {
            let spec = AdamSpec {
                learning_rate: 1e-3,
                beta_1: 0.9,
                beta_2: 0.98,
                epsilon: 1e-9,
                time,
                clip_norm: Some(1.0),
                norm_place: 0,
            };
            let before = state.take().expect("put back below");
            *state = Some(training_step(
                before,
                inputs.clone(),
                targets.clone(),
                rows.clone(),
                &case.batch(),
                &spec,
            ));
        }
        read(&state.as_ref().expect("just put").squared_errors);
        start.elapsed().as_secs_f64() * 1e3 / f64::from(count)
    };
    let mut held = Some(state);
    println!("first step {:.1} ms", steps(1, &mut held));
    for _ in 0..5 {
        println!("{:.2} ms/step", steps(20, &mut held));
    }
    state = held.take().expect("put back");
    drop(state);
}

/// Prints each kernel's time; run with `--ignored --nocapture`.
#[test]
#[ignore = "a measurement, not a check"]
fn measure_kernels() {
    let Some(device) = device() else { return };
    let case = Case::new(1, 32, 2, 20, 64);
    let batch = case.batch();
    let [parameters, inputs, targets, rows] = case.upload(&device);
    let job = Job::new(&parameters, &batch);
    let shape = job.shape;
    let weights = job.weights(&parameters);
    let chunk = Chunk {
        start: 0,
        count: batch.count,
    };
    let float_buffer = |length: usize| Buffer::new(job.client.empty(length * 4), length);
    let scratch = float_buffer(shape.scratch_length(batch.window, 64) * 4);
    let splits = plan::splits(&shape, job.machine, batch.window * 64);
    let partials = float_buffer(splits * shape.gradient_length() * 4);
    let errors = float_buffer(case.rows.len());
    let gradient = float_buffer(case.parameters.len());
    let forward = || {
        let targets = Buffer::of(&targets);
        job.forward(
            &weights,
            &inputs,
            targets,
            &rows,
            scratch.clone(),
            errors.clone(),
            &chunk,
            0,
            true,
        );
    };
    let backward = || job.backward(&weights, &scratch, &chunk);
    let products = || job.weight_gradients(&scratch, &inputs, &rows, &partials, splits, &chunk);
    let reduce = || {
        job.reduce(&(partials.clone(), splits), &gradient);
    };
    let kernels: [(&str, &dyn Fn()); 4] = [
        ("forward", &forward),
        ("backward", &backward),
        ("weight gradients", &products),
        ("reduce", &reduce),
    ];
    println!("{shape:?}, {splits} splits");
    for (name, kernel) in kernels {
        let run = |count: u32| {
            let start = std::time::Instant::now();
            (0..count).for_each(|_| kernel());
            job.client.read_one_unchecked(errors.handle.clone());
            start.elapsed().as_secs_f64() * 1e3 / f64::from(count)
        };
        let first = run(1);
        let best = (0..8).map(|_| run(5)).fold(f64::INFINITY, f64::min);
        println!("{name}: first {first:.1} ms, then {best:.2} ms");
    }
}
