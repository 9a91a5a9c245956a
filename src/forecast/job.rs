//! What the trainer is sent: a dataset and its settings as a plain job.

use super::Dataset;
use super::dataset::Block;
use super::settings::{ADAM_BETA_1, ADAM_BETA_2, ADAM_EPSILON, DECAY, DECAY_EVERY, Settings};
use crate::protocol::{NetworkConfig, OptimizerConfig, TrainingJob};

/// One value a day: the scaled price or return.
const FEATURES: usize = 1;

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
        initial_parameters: None,
    }
}

/// The network that these settings describe.
pub fn network_config(settings: &Settings) -> NetworkConfig {
    NetworkConfig {
        features: FEATURES,
        hidden: settings.hidden,
        layers: settings.layers,
        dropout: settings.dropout as f32,
    }
}

fn row_numbers(dataset: &Dataset, block: Block) -> Vec<u32> {
    dataset
        .rows_of(block)
        .into_iter()
        .map(|row| row as u32)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{series, wave};
    use super::super::settings::Recipe;
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
    }
}
