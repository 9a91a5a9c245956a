//! The network against PyTorch: loss, predictions, every gradient and ten Adam steps of the source
//! notebook's network, from the fixture that `tests/pytorch/generate.py` made. And against Burn's
//! own LSTM with Burn's own automatic differentiation.

use burn::tensor::{Device, Tensor, TensorData, activation};
use hindcast::lstm::backend::{AdamSpec, BatchSpec};
use hindcast::lstm::layout::{GATES, ParameterLayout};
use hindcast::lstm::network::{NetworkData, TrainingState, floats, row_numbers};
use hindcast::protocol::NetworkConfig;
use safetensors::SafeTensors;

const NETWORK: NetworkConfig = NetworkConfig {
    features: 1,
    hidden: 32,
    layers: 2,
    outputs: 1,
    dropout: 0.0,
};
const WINDOW: usize = 20;
const BATCH: usize = 64;

/// Largest difference relative to the largest value of the same tensor.
const TOLERANCE: f32 = 2e-5;

struct Fixture(Vec<u8>);

impl Fixture {
    fn read() -> Self {
        Self(
            std::fs::read("tests/pytorch/notebook.safetensors")
                .expect("the fixture is part of the repository"),
        )
    }

    fn values(&self, name: &str) -> Vec<f32> {
        let tensors = SafeTensors::deserialize(&self.0).expect("a valid fixture");
        let tensor = tensors
            .tensor(name)
            .unwrap_or_else(|_| panic!("the fixture has no {name}"));
        tensor
            .data()
            .chunks_exact(4)
            .map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap()))
            .collect()
    }

    /// PyTorch's tensors `<group>.<parameter name>` in the order of our flat vector.
    fn flat(&self, group: &str) -> Vec<f32> {
        let layout = ParameterLayout::new(&NETWORK);
        let hidden = layout.hidden;
        let mut flat = vec![f32::NAN; layout.len()];
        let get = |name: &str| self.values(&format!("{group}.{name}"));
        flat[layout.input_weight()].copy_from_slice(&get("linear_1.weight")); // one feature: no transpose
        flat[layout.input_bias()].copy_from_slice(&get("linear_1.bias"));
        for index in 0..layout.layers {
            let layer = layout.layer(index);
            for (range, name) in [(layer.input, "ih"), (layer.recurrent, "hh")] {
                let theirs = get(&format!("lstm.weight_{name}_l{index}")); // [4·hidden, hidden]
                for column in 0..GATES * hidden {
                    for row in 0..hidden {
                        flat[range.start + row * GATES * hidden + column] =
                            theirs[column * hidden + row];
                    }
                }
            }
            flat[layer.input_bias].copy_from_slice(&get(&format!("lstm.bias_ih_l{index}")));
            flat[layer.recurrent_bias].copy_from_slice(&get(&format!("lstm.bias_hh_l{index}")));
        }
        flat[layout.head_weight()].copy_from_slice(&get("linear_2.weight"));
        flat[layout.head_bias()] = get("linear_2.bias")[0];
        assert!(
            flat.iter().all(|value| value.is_finite()),
            "every parameter is mapped"
        );
        flat
    }
}

fn close(what: &str, ours: &[f32], theirs: &[f32], tolerance: f32) {
    assert_eq!(ours.len(), theirs.len(), "{what}");
    let scale = theirs
        .iter()
        .fold(0.0_f32, |largest, value| largest.max(value.abs()));
    for (index, (a, b)) in ours.iter().zip(theirs).enumerate() {
        assert!(
            (a - b).abs() <= tolerance * scale,
            "{what}[{index}]: {a} against {b} (scale {scale})"
        );
    }
}

fn batch(offset: usize, count: usize) -> BatchSpec {
    BatchSpec {
        network: NETWORK,
        window: WINDOW,
        offset,
        count,
        dropout: None,
    }
}

fn numbers<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
    tensor.into_data().try_into_vec().expect("f32 tensors")
}

/// Splits a flat vector into its parameters' ranges, by name, so that a failure says which is wrong
/// and each is compared on its own scale.
fn parts(layout: &ParameterLayout) -> Vec<(String, std::ops::Range<usize>)> {
    let mut parts = vec![
        ("input weight".into(), layout.input_weight()),
        ("input bias".into(), layout.input_bias()),
    ];
    for index in 0..layout.layers {
        let layer = layout.layer(index);
        parts.push((format!("layer {index} input"), layer.input));
        parts.push((format!("layer {index} recurrent"), layer.recurrent));
        parts.push((format!("layer {index} input bias"), layer.input_bias));
        parts.push((
            format!("layer {index} recurrent bias"),
            layer.recurrent_bias,
        ));
    }
    parts.push(("head weight".into(), layout.head_weight()));
    parts.push(("head bias".into(), layout.head_biases()));
    parts
}

#[test]
fn loss_predictions_and_every_gradient_agree_with_pytorch() {
    let fixture = Fixture::read();
    let device = Device::flex();
    let data = NetworkData::new(
        &fixture.values("inputs"),
        &fixture.values("targets"),
        &device,
    );
    let parameters = floats(&fixture.flat("start"), &device);
    let rows = row_numbers(&(0..BATCH as u32).collect::<Vec<_>>(), &device);

    let predictions = numbers(data.predict(&parameters, &rows, batch(0, BATCH)));
    close(
        "predictions",
        &predictions,
        &fixture.values("batch.predictions"),
        TOLERANCE,
    );
    let (squared_errors, gradient) = data.gradient(&parameters, &rows, batch(0, BATCH));
    close(
        "loss",
        &numbers(squared_errors.mean()),
        &fixture.values("batch.loss"),
        TOLERANCE,
    );
    let (ours, theirs) = (numbers(gradient), fixture.flat("gradient"));
    for (name, range) in parts(&ParameterLayout::new(&NETWORK)) {
        close(&name, &ours[range.clone()], &theirs[range], TOLERANCE);
    }
}

#[test]
fn ten_adam_steps_end_at_pytorchs_weights() {
    let fixture = Fixture::read();
    let device = Device::flex();
    let targets = fixture.values("targets");
    let data = NetworkData::new(&fixture.values("inputs"), &targets, &device);
    let rows = row_numbers(&(0..targets.len() as u32).collect::<Vec<_>>(), &device);
    let start = fixture.flat("start");
    let zeros = || Tensor::zeros([start.len()], &device);
    let mut state = TrainingState {
        parameters: floats(&start, &device),
        moment_1: zeros(),
        moment_2: zeros(),
        squared_errors: Tensor::zeros([targets.len()], &device),
        gradient_norms: Tensor::zeros([targets.len().div_ceil(BATCH)], &device),
    };
    for (step, offset) in (0..targets.len()).step_by(BATCH).enumerate() {
        let count = BATCH.min(targets.len() - offset);
        let adam = AdamSpec {
            learning_rate: 0.01,
            beta_1: 0.9,
            beta_2: 0.98,
            epsilon: 1e-9,
            time: step as u32 + 1,
            clip_norm: None,
            norm_place: step,
        };
        state = data.training_step(state, &rows, batch(offset, count), adam);
    }
    let errors = numbers(state.squared_errors);
    let losses: Vec<f32> = errors
        .chunks(BATCH)
        .map(|errors| errors.iter().sum::<f32>() / errors.len() as f32)
        .collect();
    // Errors add up over the steps, so the last losses are compared less strictly.
    close("losses", &losses, &fixture.values("steps.losses"), 1e-4);
    let (ours, theirs) = (numbers(state.parameters), fixture.flat("end"));
    for (name, range) in parts(&ParameterLayout::new(&NETWORK)) {
        close(&name, &ours[range.clone()], &theirs[range], 1e-4);
    }
}

/// The same network from Burn's tensor operations alone, differentiated by Burn, on parameters given
/// as one flat tensor.
fn stock_loss(
    parameters: &Tensor<1>,
    layout: &ParameterLayout,
    windows: Tensor<3>,
    targets: Tensor<1>,
) -> Tensor<1> {
    let [count, window, features] = windows.dims();
    let hidden = layout.hidden;
    let columns = GATES * hidden;
    let matrix = |range: std::ops::Range<usize>, rows: usize, columns: usize| {
        parameters.clone().slice([range]).reshape([rows, columns])
    };
    let weight = matrix(layout.input_weight(), features, hidden).unsqueeze::<3>();
    let bias = matrix(layout.input_bias(), 1, hidden).unsqueeze::<3>();
    let mut sequence = activation::relu(windows.matmul(weight) + bias); // [count, window, hidden]
    let mut last_states = Vec::new();
    for index in 0..layout.layers {
        let layer = layout.layer(index);
        let input = matrix(layer.input, hidden, columns);
        let recurrent = matrix(layer.recurrent, hidden, columns);
        let bias = matrix(layer.input_bias, 1, columns) + matrix(layer.recurrent_bias, 1, columns);
        let mut h: Tensor<2> = Tensor::zeros([count, hidden], &windows_device(&sequence));
        let mut c = h.clone();
        let mut outputs = Vec::new();
        for time in 0..window {
            let x = sequence
                .clone()
                .slice([0..count, time..time + 1, 0..hidden])
                .reshape([count, hidden]);
            let z = x.matmul(input.clone()) + h.matmul(recurrent.clone()) + bias.clone();
            let gate = |index: usize| {
                z.clone()
                    .slice([0..count, index * hidden..(index + 1) * hidden])
            };
            c = activation::sigmoid(gate(1)) * c
                + activation::sigmoid(gate(0)) * activation::tanh(gate(2));
            h = activation::sigmoid(gate(3)) * activation::tanh(c.clone());
            outputs.push(h.clone());
        }
        sequence = Tensor::stack(outputs, 1);
        last_states.push(h);
    }
    let head = matrix(layout.head_weight(), layout.outputs, layout.head_inputs()).transpose();
    let bias = matrix(layout.head_biases(), 1, layout.outputs);
    let predictions = Tensor::cat(last_states, 1).matmul(head) + bias; // [count, outputs]
    let predictions = predictions.reshape([count * layout.outputs]);
    (predictions - targets).powi_scalar(2).mean()
}

fn windows_device(tensor: &Tensor<3>) -> Device {
    tensor.device()
}

#[test]
fn loss_and_gradient_agree_with_burns_own_operations_over_a_grid_of_sizes() {
    let device = Device::flex().autodiff();
    for (outputs, features, hidden, layers, window, count) in [
        (1, 1, 4, 1, 2, 1),
        (1, 1, 32, 2, 20, 64),
        (1, 3, 5, 3, 7, 13),
        (1, 8, 33, 1, 4, 70),
        (1, 2, 128, 2, 3, 5),
        (2, 1, 4, 1, 2, 1),
        (5, 1, 32, 2, 20, 64),
        (30, 3, 5, 3, 7, 13),
        (30, 1, 33, 1, 4, 70),
    ] {
        let network = NetworkConfig {
            features,
            hidden,
            layers,
            outputs,
            dropout: 0.0,
        };
        let layout = ParameterLayout::new(&network);
        let wave = |index: usize| (index as f32 * 0.7).sin() + 0.3 * (index as f32 * 1.3).cos();
        let inputs: Vec<f32> = (0..(count + window) * features).map(wave).collect();
        let targets: Vec<f32> = (0..count * outputs).map(|row| wave(row + 5)).collect();
        let flat: Vec<f32> = hindcast::lstm::init::parameters(&layout, 4)
            .iter()
            .enumerate()
            .map(|(index, value)| value + 0.1 * wave(index))
            .collect();

        let parameters = floats(&flat, &device).require_grad();
        let windows: Vec<f32> = (0..count)
            .flat_map(|row| inputs[row * features..(row + window) * features].to_vec())
            .collect();
        let windows =
            Tensor::<3>::from_data(TensorData::new(windows, [count, window, features]), &device);
        let stock = stock_loss(&parameters, &layout, windows, floats(&targets, &device));
        let stock_gradient = parameters.grad(&stock.backward()).expect("tracked");

        let parameters = floats(&flat, &device).require_grad();
        let data = NetworkData::new(&inputs, &targets, &device);
        let rows = row_numbers(&(0..count as u32).collect::<Vec<_>>(), &device);
        let spec = BatchSpec {
            network,
            window,
            offset: 0,
            count,
            dropout: None,
        };
        // Scaled, so that the upstream gradient is not simply one.
        let fused = data.loss(&parameters, &rows, spec) * 3.0;
        let fused_gradient = parameters.grad(&fused.clone().backward()).expect("tracked");

        let name = format!("outputs {outputs}, hidden {hidden}, layers {layers}");
        close(&name, &numbers(fused / 3.0), &numbers(stock), 1e-5);
        close(
            &name,
            &numbers(fused_gradient / 3.0),
            &numbers(stock_gradient),
            1e-4,
        );
    }
}
