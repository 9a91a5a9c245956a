//! The network as one writes it with Burn 0.22 today: `burn::nn` modules, Burn's automatic
//! differentiation, Burn's Adam.

use crate::workload::{BETA_1, BETA_2, DROPOUT, EPSILON, LEARNING_RATE, Workload};
use burn::module::Module;
use burn::nn::{Dropout, DropoutConfig, Linear, LinearConfig, Lstm, LstmConfig};
use burn::optim::{AdamConfig, GradientsParams, ModuleOptimizer};
use burn::tensor::{Device, Int, Tensor, TensorData, activation};
use hindcast::lstm::network::{floats, row_numbers};
use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_chacha::ChaCha8Rng;

/// Batches an epoch has in the notebook's run.
const BATCHES: usize = 68;

#[derive(Module, Debug)]
struct Network {
    input: Linear,
    layers: Vec<Lstm>,
    dropout: Dropout,
    head: Linear,
}

impl Network {
    fn new(workload: &Workload, device: &Device) -> Self {
        let Workload { hidden, layers, .. } = *workload;
        Self {
            input: LinearConfig::new(1, hidden).init(device),
            layers: (0..layers)
                .map(|_| LstmConfig::new(hidden, hidden, true).init(device))
                .collect(),
            dropout: DropoutConfig::new(f64::from(DROPOUT)).init(),
            head: LinearConfig::new(layers * hidden, 1).init(device),
        }
    }

    /// `windows` `[batch, window, 1]`; returns `[batch]`.
    fn forward(&self, windows: Tensor<3>) -> Tensor<1> {
        let mut sequence = activation::relu(self.input.forward(windows));
        let mut last_states = Vec::with_capacity(self.layers.len());
        for layer in &self.layers {
            let (outputs, state) = layer.forward(sequence, None);
            sequence = outputs;
            last_states.push(state.hidden);
        }
        let last = self.dropout.forward(Tensor::cat(last_states, 1));
        self.head.forward(last).squeeze_dim(1)
    }
}

/// The stock network in training on resident data.
#[derive(Debug)]
pub struct Stock {
    /// `None` only while a step holds it.
    network: Option<Network>,
    optimizer: Optimizer,
    windows: Tensor<3>, // [rows, window, 1]
    targets: Tensor<1>, // [rows]
    order: Vec<u32>,
    next: usize,
    batch: usize,
    device: Device,
}

/// Burn's optimizer does not implement `Debug`.
struct Optimizer(ModuleOptimizer);

impl std::fmt::Debug for Optimizer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Adam")
    }
}

impl Stock {
    pub fn new(workload: &Workload, device: Device) -> Self {
        let device = device.autodiff();
        let rows = BATCHES * workload.batch;
        let (inputs, targets) = workload.series(rows);
        let windows: Vec<f32> = inputs
            .windows(workload.window)
            .take(rows)
            .flatten()
            .copied()
            .collect();
        let mut order: Vec<u32> = (0..rows as u32).collect();
        order.shuffle(&mut ChaCha8Rng::seed_from_u64(1));
        let adam = AdamConfig::new()
            .with_beta_1(BETA_1)
            .with_beta_2(BETA_2)
            .with_epsilon(EPSILON);
        Self {
            network: Some(Network::new(workload, &device)),
            optimizer: Optimizer(adam.init()),
            windows: Tensor::from_data(
                TensorData::new(windows, [rows, workload.window, 1]),
                &device,
            ),
            targets: floats(&targets, &device),
            order,
            next: 0,
            batch: workload.batch,
            device,
        }
    }

    /// Trains `count` steps and waits for the last one's loss, once: Burn may queue as it likes.
    ///
    /// # Errors
    /// If the device fails.
    pub async fn steps(&mut self, count: usize) -> Result<f32, String> {
        let mut loss = None;
        for _ in 0..count {
            loss = Some(self.step());
        }
        let loss = loss.ok_or("no step was asked for")?;
        let data = loss
            .into_data_async()
            .await
            .map_err(|error| error.to_string())?;
        let values: Vec<f32> = data.try_into_vec().map_err(|error| format!("{error:?}"))?;
        values.first().copied().ok_or_else(|| "no loss".to_owned())
    }

    fn step(&mut self) -> Tensor<1> {
        if self.next + self.batch > self.order.len() {
            self.next = 0;
        }
        let rows: Tensor<1, Int> =
            row_numbers(&self.order[self.next..self.next + self.batch], &self.device);
        self.next += self.batch;
        let network = self.network.take().expect("put back after each step");
        let predictions = network.forward(self.windows.clone().select(0, rows.clone()));
        let errors = predictions - self.targets.clone().select(0, rows);
        let loss = errors.powi_scalar(2).mean();
        let gradients = GradientsParams::from_grads(loss.backward(), &network);
        self.network = Some(self.optimizer.0.step(LEARNING_RATE, network, gradients));
        loss.inner()
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;
    use crate::wait::block_on;
    use crate::workload::{DeviceName, Engine};

    /// A row that does not train would be measured all the same.
    #[test]
    fn the_stock_network_learns_the_series() {
        let workload = Workload {
            engine: Engine::Stock,
            device: DeviceName::Cpu,
            window: 5,
            hidden: 8,
            layers: 2,
            batch: 32,
        };
        let mut stock = Stock::new(&workload, Device::flex());
        let untrained = block_on(stock.steps(1)).unwrap();
        let trained = block_on(stock.steps(300)).unwrap();
        assert!(trained < 0.5 * untrained, "{untrained}, then {trained}");
    }
}
