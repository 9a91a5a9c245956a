//! The trace of a window against the engine’s own network on the CPU: same parameters, same inputs,
//! same predictions.

use burn::tensor::Device;
use hindcast::cells::NetworkKind;
use hindcast::inspect::Tracing;
use hindcast::lstm::backend::BatchSpec;
use hindcast::lstm::init;
use hindcast::lstm::layout::Layout;
use hindcast::lstm::network::{NetworkData, floats, row_numbers};
use hindcast::protocol::NetworkConfig;
use std::sync::Arc;

const TOLERANCE: f64 = 1e-5;

#[test]
fn predictions_of_the_trace_are_those_of_the_engine() {
    let device = Device::flex();
    let sizes = [
        (1, 4, 1, 2),
        (1, 8, 1, 5),
        (1, 32, 2, 20),
        (2, 9, 3, 7),
        (3, 64, 2, 60),
        (1, 128, 3, 12),
    ];
    let cases = NetworkKind::ALL
        .iter()
        .flat_map(|cell| sizes.map(|size| (*cell, size)));
    for (cell, (features, hidden, layers, window)) in cases {
        let network = NetworkConfig {
            cell,
            features,
            hidden,
            layers,
            outputs: 1,
            dropout: 0.2,
        };
        let layout = Layout::new(&network, window);
        let wave = |index: usize| (index as f32 * 0.7).sin() + 0.3 * (index as f32 * 1.3).cos();
        // Biases start at zero: moved, so that a forgotten one shows.
        let parameters: Vec<f32> = init::network(&layout, 9, false, 0.0)
            .iter()
            .enumerate()
            .map(|(index, value)| value + 0.1 * wave(index))
            .collect();
        let rows = 5;
        let inputs: Vec<f32> = (0..(rows + window) * features).map(wave).collect();
        let data = NetworkData::new(&inputs, &vec![0.0; rows], &device);
        let spec = BatchSpec {
            network,
            window,
            offset: 0,
            count: rows,
            dropout: None,
        };
        let of_engine: Vec<f32> = data
            .predict(
                &floats(&parameters, &device),
                &row_numbers(&(0..rows as u32).collect::<Vec<_>>(), &device),
                spec,
            )
            .into_data()
            .try_into_vec()
            .expect("f32 tensors");
        let parameters: Arc<[f32]> = parameters.into();
        for (row, predicted) in of_engine.iter().enumerate() {
            let inputs = &inputs[row * features..(row + window) * features];
            let trace = Tracing::new(parameters.clone(), layout, inputs)
                .expect("a network of these sizes")
                .finish();
            let difference = (trace.prediction - f64::from(*predicted)).abs();
            assert!(
                difference < TOLERANCE,
                "{cell:?}, {layers} × {hidden}, window {window}, row {row}: {} for {predicted}",
                trace.prediction
            );
        }
    }
}
