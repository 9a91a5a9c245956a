//! What the trainer is sent: a dataset and its settings as a plain job.

use super::Dataset;
use super::dataset::Block;
use super::settings::{
    ADAM_BETA_1, ADAM_BETA_2, ADAM_EPSILON, DECAY, DECAY_EVERY, DeviceChoice, NetworkKind,
    Settings, Target,
};
use crate::protocol::{NetworkConfig, OptimizerConfig, TrainingJob};

/// The job that trains on `dataset` with the settings it was cut by. Without a validation block
/// the last epoch's weights are kept and training never stops early.
pub fn training_job(dataset: &Dataset) -> TrainingJob {
    let settings = &dataset.settings;
    TrainingJob {
        inputs: dataset.inputs.clone(),
        targets: dataset.targets.clone(),
        window: settings.window,
        train_rows: row_numbers(dataset, Block::Train),
        validation_rows: row_numbers(dataset, Block::Validation),
        test_rows: row_numbers(dataset, Block::Test),
        horizon: settings.horizon,
        path_rows: match settings.horizon {
            1 => Vec::new(),
            _ => as_numbers(dataset.path_rows()),
        },
        network: network_config(settings),
        optimizer: OptimizerConfig {
            learning_rate: settings.learning_rate,
            beta_1: ADAM_BETA_1,
            beta_2: ADAM_BETA_2,
            epsilon: ADAM_EPSILON,
            decay: DECAY,
            decay_every: DECAY_EVERY,
            clip_norm: settings.clip_norm(),
        },
        batch: settings.batch,
        epochs: settings.epochs,
        patience: settings.patience(),
        shuffle: true,
        seed: settings.seed,
        device: settings.device,
        // Of returns zero is "as on average", all but "tomorrow = today": the network begins at what
        // it has to beat, and every forecast away from it is learnt. Of prices zero says nothing.
        zero_head: settings.target == Target::Return,
        forget_bias: settings.forget_bias as f32,
        initial_parameters: None,
        rate_changes: Vec::new(),
    }
}

/// The network that these settings describe.
pub fn network_config(settings: &Settings) -> NetworkConfig {
    let linear = NetworkConfig {
        cell: settings.cell,
        features: settings.inputs.count(),
        hidden: 0,
        layers: 0,
        outputs: settings.outputs(),
        dropout: 0.0,
    };
    match settings.cell {
        NetworkKind::Linear(_) => linear,
        NetworkKind::Recurrent(_) => NetworkConfig {
            hidden: settings.hidden,
            layers: settings.layers,
            dropout: settings.dropout as f32,
            ..linear
        },
    }
}

/// The job that trains nothing and has a network of these parameters forecast every row of `dataset`:
/// none of its epochs is left to do. On the CPU, where that takes a moment and no device has to be
/// chosen.
pub fn forecasting_job(dataset: &Dataset, parameters: Vec<f32>) -> TrainingJob {
    TrainingJob {
        epochs: 0,
        device: DeviceChoice::Cpu,
        initial_parameters: Some(parameters),
        ..training_job(dataset)
    }
}

/// The rows of a block whose targets are all known and of the same block.
fn row_numbers(dataset: &Dataset, block: Block) -> Vec<u32> {
    as_numbers(dataset.rows_reaching(block, dataset.settings.outputs()))
}

fn as_numbers(rows: Vec<usize>) -> Vec<u32> {
    rows.into_iter().map(|row| row as u32).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{series, wave};
    use super::super::settings::{Recipe, Steps};
    use super::*;

    #[test]
    fn the_honest_job_validates_clips_and_stops_early() {
        let dataset = Dataset::new(&series(&wave(121)), &Settings::default()).unwrap();
        let job = training_job(&dataset);
        // 101 targets, 80 for training less the one without a return: 79, ⌊79/8⌋ = 9 to validate.
        assert_eq!(job.train_rows, (0..70).collect::<Vec<u32>>());
        assert_eq!(job.validation_rows, (70..79).collect::<Vec<u32>>());
        assert_eq!(job.test_rows, (79..100).collect::<Vec<u32>>());
        assert_eq!(job.inputs.len(), job.targets.len() + job.window);
        assert_eq!(
            (job.optimizer.clip_norm, job.patience),
            (Some(1.0), Some(10))
        );
        assert_eq!(job.optimizer.learning_rate, 0.001);
        assert_eq!((job.optimizer.beta_2, job.optimizer.epsilon), (0.98, 1e-9));
        assert!(job.zero_head);
    }

    #[test]
    fn a_direct_job_keeps_its_distance_and_a_recursive_one_is_the_one_day_job() {
        let job = |horizon, steps| {
            let settings = Settings {
                horizon,
                steps,
                ..Settings::default()
            };
            training_job(&Dataset::new(&series(&wave(121)), &settings).unwrap())
        };
        let one = job(1, Steps::Direct);
        assert!(one.path_rows.is_empty());
        assert_eq!((one.network.outputs, one.horizon), (1, 1));
        assert_eq!(one, job(1, Steps::Recursive));

        let direct = job(4, Steps::Direct);
        assert_eq!((direct.network.outputs, direct.horizon), (4, 4));
        assert_eq!(direct.targets.len(), 400);
        assert_eq!(direct.train_rows, (0..67).collect::<Vec<u32>>());
        assert_eq!(direct.validation_rows, (70..76).collect::<Vec<u32>>());
        assert_eq!(direct.test_rows, (79..97).collect::<Vec<u32>>());
        assert_eq!(direct.path_rows, (70..=100).collect::<Vec<u32>>());

        let recursive = job(4, Steps::Recursive);
        let unchanged = TrainingJob {
            horizon: 4,
            path_rows: direct.path_rows,
            ..one
        };
        assert_eq!(recursive, unchanged);
    }

    #[test]
    fn the_notebook_job_does_none_of_it() {
        let settings = Settings::for_recipe(Recipe::Notebook);
        let job = training_job(&Dataset::new(&series(&wave(121)), &settings).unwrap());
        assert_eq!(job.train_rows.len(), 80);
        assert!(job.validation_rows.is_empty());
        assert_eq!(job.test_rows, (80..101).collect::<Vec<u32>>());
        assert_eq!((job.optimizer.clip_norm, job.patience), (None, None));
        assert_eq!((job.optimizer.decay, job.optimizer.decay_every), (0.1, 40));
        assert!(!job.zero_head);
    }
}
