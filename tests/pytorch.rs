//! The network against PyTorch: loss, predictions, every gradient and ten Adam steps of the source
//! notebook's network and of small networks of each kind, from the fixtures that
//! `tests/pytorch/generate.py` made. And against Burn's own operations and its modules of GRU and plain RNN, with
//! Burn's own automatic differentiation.

use burn::module::{Param, ParamId};
use burn::nn::gru::{Gru, GruConfig};
use burn::nn::{Linear, Rnn, RnnConfig};
use burn::tensor::{Device, Tensor, TensorData, activation};
use hindcast::cells::{Cell, NetworkKind};
use hindcast::lstm::backend::{AdamSpec, BatchSpec};
use hindcast::lstm::layout::{Layout, LinearLayout, ParameterLayout};
use hindcast::lstm::network::{NetworkData, TrainingState, floats, row_numbers};
use hindcast::protocol::NetworkConfig;
use safetensors::SafeTensors;
use std::fs;

const FIXTURES: &str = "tests/pytorch";

/// Largest difference relative to the largest value of the same tensor.
const TOLERANCE: f32 = 2e-5;

/// What PyTorch made of one network.
struct Fixture {
    name: String,
    file: Vec<u8>,
    /// What the names of its tensors begin with in the file.
    prefix: String,
    network: NetworkConfig,
    window: usize,
    batch: usize,
}

impl Fixture {
    fn notebook() -> Self {
        Self {
            name: "notebook".into(),
            file: Self::file("notebook"),
            prefix: String::new(),
            network: NetworkConfig {
                cell: Cell::Lstm.into(),
                features: 1,
                hidden: 32,
                layers: 2,
                outputs: 1,
                dropout: 0.0,
            },
            window: 20,
            batch: 64,
        }
    }

    fn of_kind(cell: NetworkKind, features: usize) -> Self {
        let name = format!("{}-{features}", cell.slug());
        Self {
            file: Self::file("cells"),
            prefix: format!("{name}."),
            name,
            network: NetworkConfig {
                cell,
                features,
                hidden: 8,
                layers: 2,
                outputs: 1,
                dropout: 0.0,
            },
            window: 7,
            batch: 16,
        }
    }

    fn all() -> Vec<Self> {
        let kinds = NetworkKind::ALL
            .iter()
            .flat_map(|kind| [1, 2, 8].map(|features| Self::of_kind(*kind, features)));
        [Self::notebook()].into_iter().chain(kinds).collect()
    }

    fn file(name: &str) -> Vec<u8> {
        fs::read(format!("{FIXTURES}/{name}.safetensors"))
            .expect("the fixtures are part of the repository")
    }

    fn values(&self, name: &str) -> Vec<f32> {
        let tensors = SafeTensors::deserialize(&self.file).expect("a valid fixture");
        let tensor = tensors
            .tensor(&format!("{}{name}", self.prefix))
            .unwrap_or_else(|_| panic!("the fixture has no {name}"));
        tensor
            .data()
            .chunks_exact(4)
            .map(|bytes| f32::from_le_bytes(bytes.try_into().unwrap()))
            .collect()
    }

    /// PyTorch's tensors `<group>.<parameter name>` in the order of our flat vector.
    fn flat(&self, group: &str) -> Vec<f32> {
        let flat = match self.layout() {
            Layout::Recurrent(layout) => self.flat_recurrent(&layout, group),
            Layout::Linear(layout) => self.flat_linear(&layout, group),
        };
        assert!(
            flat.iter().all(|value| value.is_finite()),
            "every parameter is mapped"
        );
        flat
    }

    fn flat_linear(&self, layout: &LinearLayout, group: &str) -> Vec<f32> {
        let mut flat = vec![f32::NAN; layout.len()];
        let get = |name: &str| self.values(&format!("{group}.linear.{name}"));
        flat[layout.weight()].copy_from_slice(&get("weight"));
        flat[layout.biases()].copy_from_slice(&get("bias"));
        flat
    }

    fn flat_recurrent(&self, layout: &ParameterLayout, group: &str) -> Vec<f32> {
        let hidden = layout.hidden;
        let module = layout.cell.definition().slug;
        let mut flat = vec![f32::NAN; layout.len()];
        let get = |name: &str| self.values(&format!("{group}.{name}"));
        // A matrix of theirs, [out, in], as ours, [in, out].
        let transposed = |name: &str, outs: usize| {
            let theirs = get(name);
            let ins = theirs.len() / outs;
            let places = (0..ins).flat_map(|row| (0..outs).map(move |column| column * ins + row));
            places.map(|place| theirs[place]).collect::<Vec<_>>()
        };
        flat[layout.input_weight()].copy_from_slice(&transposed("linear_1.weight", hidden));
        flat[layout.input_bias()].copy_from_slice(&get("linear_1.bias"));
        for index in 0..layout.layers {
            let layer = layout.layer(index);
            for (range, name) in [(layer.input, "ih"), (layer.recurrent, "hh")] {
                let name = format!("{module}.weight_{name}_l{index}");
                let ours = transposed(&name, layout.cell.gates() * hidden);
                flat[range].copy_from_slice(&ours);
            }
            flat[layer.input_bias].copy_from_slice(&get(&format!("{module}.bias_ih_l{index}")));
            flat[layer.recurrent_bias].copy_from_slice(&get(&format!("{module}.bias_hh_l{index}")));
        }
        flat[layout.head_weight()].copy_from_slice(&get("linear_2.weight"));
        flat[layout.head_bias()] = get("linear_2.bias")[0];
        flat
    }

    fn layout(&self) -> Layout {
        Layout::new(&self.network, self.window)
    }

    fn batch(&self, offset: usize, count: usize) -> BatchSpec {
        BatchSpec {
            network: self.network,
            window: self.window,
            offset,
            count,
            dropout: None,
        }
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

fn numbers<const D: usize>(tensor: Tensor<D>) -> Vec<f32> {
    tensor.into_data().try_into_vec().expect("f32 tensors")
}

/// Splits a flat vector into its parameters' ranges, by name, so that a failure says which is wrong
/// and each is compared on its own scale.
fn parts(layout: &Layout) -> Vec<(String, std::ops::Range<usize>)> {
    let layout = match layout {
        Layout::Recurrent(layout) => layout,
        Layout::Linear(layout) => {
            return vec![
                ("weight".into(), layout.weight()),
                ("bias".into(), layout.biases()),
            ];
        }
    };
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
    Fixture::all().iter().for_each(gradient_agrees);
}

fn gradient_agrees(fixture: &Fixture) {
    let batch = fixture.batch(0, fixture.batch);
    let device = Device::flex();
    let data = NetworkData::new(
        &fixture.values("inputs"),
        &fixture.values("targets"),
        &device,
    );
    let parameters = floats(&fixture.flat("start"), &device);
    let rows = row_numbers(&(0..fixture.batch as u32).collect::<Vec<_>>(), &device);

    let predictions = numbers(data.predict(&parameters, &rows, batch));
    let name = &fixture.name;
    close(
        &format!("{name}: predictions"),
        &predictions,
        &fixture.values("batch.predictions"),
        TOLERANCE,
    );
    let (squared_errors, gradient) = data.gradient(&parameters, &rows, batch);
    close(
        &format!("{name}: loss"),
        &numbers(squared_errors.mean()),
        &fixture.values("batch.loss"),
        TOLERANCE,
    );
    let (ours, theirs) = (numbers(gradient), fixture.flat("gradient"));
    for (part, range) in parts(&fixture.layout()) {
        let part = format!("{name}: {part}");
        close(&part, &ours[range.clone()], &theirs[range], TOLERANCE);
    }
}

#[test]
fn ten_adam_steps_end_at_pytorchs_weights() {
    Fixture::all().iter().for_each(ten_steps_agree);
}

fn ten_steps_agree(fixture: &Fixture) {
    let size = fixture.batch;
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
        gradient_norms: Tensor::zeros([targets.len().div_ceil(size)], &device),
    };
    for (step, offset) in (0..targets.len()).step_by(size).enumerate() {
        let count = size.min(targets.len() - offset);
        let adam = AdamSpec {
            learning_rate: 0.01,
            beta_1: 0.9,
            beta_2: 0.98,
            epsilon: 1e-9,
            time: step as u32 + 1,
            clip_norm: None,
            norm_place: step,
        };
        state = data.training_step(state, &rows, fixture.batch(offset, count), adam);
    }
    let errors = numbers(state.squared_errors);
    let losses: Vec<f32> = errors
        .chunks(size)
        .map(|errors| errors.iter().sum::<f32>() / errors.len() as f32)
        .collect();
    // Errors add up over the steps, so the last losses are compared less strictly.
    let name = &fixture.name;
    let theirs = fixture.values("steps.losses");
    close(&format!("{name}: losses"), &losses, &theirs, 1e-4);
    let (ours, theirs) = (numbers(state.parameters), fixture.flat("end"));
    for (part, range) in parts(&fixture.layout()) {
        let part = format!("{name}: {part}");
        close(&part, &ours[range.clone()], &theirs[range], 1e-4);
    }
}

/// A layer's states after each day, `[count, window, hidden]`, from its number and the sequence that it reads.
type States = fn(&Tensor<1>, &ParameterLayout, usize, Tensor<3>) -> Tensor<3>;

/// The same network from what Burn has, differentiated by Burn, on parameters given as one flat tensor.
fn stock_loss(
    parameters: &Tensor<1>,
    layout: &ParameterLayout,
    windows: Tensor<3>,
    targets: Tensor<1>,
    states: States,
) -> Tensor<1> {
    let [count, window, features] = windows.dims();
    let hidden = layout.hidden;
    let matrix = |range: std::ops::Range<usize>, rows: usize, columns: usize| {
        parameters.clone().slice([range]).reshape([rows, columns])
    };
    let weight = matrix(layout.input_weight(), features, hidden).unsqueeze::<3>();
    let bias = matrix(layout.input_bias(), 1, hidden).unsqueeze::<3>();
    let mut sequence = activation::relu(windows.matmul(weight) + bias); // [count, window, hidden]
    let mut last_states = Vec::new();
    for layer in 0..layout.layers {
        sequence = states(parameters, layout, layer, sequence);
        let last = sequence
            .clone()
            .slice([0..count, window - 1..window, 0..hidden]);
        last_states.push(last.reshape([count, hidden]));
    }
    let head = matrix(layout.head_weight(), layout.outputs, layout.head_inputs()).transpose();
    let bias = matrix(layout.head_biases(), 1, layout.outputs);
    let predictions = Tensor::cat(last_states, 1).matmul(head) + bias; // [count, outputs]
    let predictions = predictions.reshape([count * layout.outputs]);
    (predictions - targets).powi_scalar(2).mean()
}

/// A layer's states from Burn's tensor operations alone.
fn states_by_operations(
    parameters: &Tensor<1>,
    layout: &ParameterLayout,
    layer: usize,
    sequence: Tensor<3>,
) -> Tensor<3> {
    let [count, window, hidden] = sequence.dims();
    let columns = layout.cell.gates() * hidden;
    let layer = layout.layer(layer);
    let matrix = |range: std::ops::Range<usize>, rows: usize| -> Tensor<2> {
        parameters.clone().slice([range]).reshape([rows, columns])
    };
    let input = matrix(layer.input, hidden);
    let recurrent = matrix(layer.recurrent, hidden);
    let input_bias = matrix(layer.input_bias, 1);
    let recurrent_bias = matrix(layer.recurrent_bias, 1);
    let mut h: Tensor<2> = Tensor::zeros([count, hidden], &sequence.device());
    let mut c = h.clone();
    let mut outputs = Vec::new();
    for time in 0..window {
        let x = sequence
            .clone()
            .slice([0..count, time..time + 1, 0..hidden])
            .reshape([count, hidden]);
        let p = x.matmul(input.clone()) + input_bias.clone();
        let q = h.clone().matmul(recurrent.clone()) + recurrent_bias.clone();
        let of_gate = |values: &Tensor<2>, index: usize| {
            values
                .clone()
                .slice([0..count, index * hidden..(index + 1) * hidden])
        };
        let sum = |index: usize| of_gate(&p, index) + of_gate(&q, index);
        h = match layout.cell {
            Cell::Lstm => {
                c = activation::sigmoid(sum(1)) * c.clone()
                    + activation::sigmoid(sum(0)) * activation::tanh(sum(2));
                activation::sigmoid(sum(3)) * activation::tanh(c.clone())
            }
            Cell::Gru => {
                let n = of_gate(&p, 2) + activation::sigmoid(sum(0)) * of_gate(&q, 2);
                let (n, z) = (activation::tanh(n), activation::sigmoid(sum(1)));
                (z.clone().neg() + 1.0) * n + z * h
            }
            Cell::Rnn => activation::tanh(sum(0)),
        };
        outputs.push(h.clone());
    }
    Tensor::stack(outputs, 1)
}

/// A gate's columns of a layer's matrices and biases in the flat vector, as Burn's modules have them: of the input's,
/// then of the state's.
fn stock_gate(
    parameters: &Tensor<1>,
    layout: &ParameterLayout,
    layer: usize,
    gate: usize,
) -> [Linear; 2] {
    let hidden = layout.hidden;
    let columns = layout.cell.gates() * hidden;
    let own = gate * hidden..(gate + 1) * hidden;
    let part = |range: std::ops::Range<usize>, rows: usize| -> Tensor<2> {
        let all = parameters.clone().slice([range]).reshape([rows, columns]);
        all.slice([0..rows, own.clone()])
    };
    let linear = |weight: std::ops::Range<usize>, bias: std::ops::Range<usize>| Linear {
        weight: Param::initialized(ParamId::new(), part(weight, hidden)),
        bias: Some(Param::initialized(
            ParamId::new(),
            part(bias, 1).reshape([hidden]),
        )),
    };
    let layer = layout.layer(layer);
    [
        linear(layer.input, layer.input_bias),
        linear(layer.recurrent, layer.recurrent_bias),
    ]
}

/// A layer's states by Burn's own module, `[count, window, hidden]`.
fn states_by_modules(
    parameters: &Tensor<1>,
    layout: &ParameterLayout,
    layer: usize,
    sequence: Tensor<3>,
) -> Tensor<3> {
    let (hidden, device) = (layout.hidden, sequence.device());
    let gate = |index| stock_gate(parameters, layout, layer, index);
    match layout.cell {
        Cell::Gru => {
            let mut module: Gru = GruConfig::new(hidden, hidden, true).init(&device);
            let gates = [
                &mut module.reset_gate,
                &mut module.update_gate,
                &mut module.new_gate,
            ];
            for (index, place) in gates.into_iter().enumerate() {
                [place.input_transform, place.hidden_transform] = gate(index);
            }
            module.forward(sequence, None)
        }
        Cell::Rnn => {
            let mut module: Rnn = RnnConfig::new(hidden, hidden, true).init(&device);
            [module.gate.input_transform, module.gate.hidden_transform] = gate(0);
            module.forward(sequence, None).0
        }
        Cell::Lstm => unreachable!("compared by operations alone"),
    }
}

/// Outputs, features, hidden size, layers, window, rows.
type Size = (usize, usize, usize, usize, usize, usize);

/// Loss and gradient are what Burn finds.
fn agrees_with_burns(cell: Cell, size: Size, states: States) {
    let (outputs, features, hidden, layers, window, count) = size;
    let device = Device::flex().autodiff();
    let network = NetworkConfig {
        cell: cell.into(),
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
    let stock = stock_loss(
        &parameters,
        &layout,
        windows,
        floats(&targets, &device),
        states,
    );
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

    let name = format!("{cell:?}, outputs {outputs}, hidden {hidden}, layers {layers}");
    close(&name, &numbers(fused / 3.0), &numbers(stock), 1e-5);
    close(
        &name,
        &numbers(fused_gradient / 3.0),
        &numbers(stock_gradient),
        1e-4,
    );
}

#[test]
fn gru_and_rnn_agree_with_burns_own_modules() {
    for (cell, size) in [
        (Cell::Gru, (1, 1, 32, 2, 20, 64)),
        (Cell::Gru, (1, 8, 5, 3, 7, 13)),
        (Cell::Rnn, (1, 1, 32, 2, 20, 64)),
        (Cell::Rnn, (1, 2, 33, 1, 4, 70)),
    ] {
        agrees_with_burns(cell, size, states_by_modules);
    }
}

#[test]
fn loss_and_gradient_agree_with_burns_own_operations_over_a_grid_of_sizes() {
    let sizes = [
        (1, 1, 4, 1, 2, 1),
        (1, 1, 32, 2, 20, 64),
        (1, 3, 5, 3, 7, 13),
        (1, 8, 33, 1, 4, 70),
        (1, 2, 128, 2, 3, 5),
        (2, 1, 4, 1, 2, 1),
        (5, 1, 32, 2, 20, 64),
        (30, 3, 5, 3, 7, 13),
        (30, 1, 33, 1, 4, 70),
    ];
    let cases = Cell::ALL
        .iter()
        .flat_map(|cell| sizes.map(|size| (*cell, size)));
    for (cell, size) in cases {
        agrees_with_burns(cell, size, states_by_operations);
    }
}
