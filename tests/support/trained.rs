//! Known worlds, trained on to the end.

use crate::support::block_on;
use burn::tensor::Device;
use hindcast::experiment::Experiment;
use hindcast::forecast::evaluation::evaluate;
use hindcast::forecast::job::training_job;
use hindcast::forecast::{Dataset, Evaluation};
use hindcast::protocol::DeviceKind;
use hindcast::training::{Training, Unwatched};

/// Trains an experiment on its world to its end and judges it.
pub fn train(experiment: &Experiment) -> Evaluation {
    let prices = experiment.generated().expect("a known world");
    let dataset = Dataset::new(&prices.series, &experiment.settings).expect("enough rows");
    let mut training = Training::new(training_job(&dataset), DeviceKind::Cpu, Device::flex())
        .expect("a sound job");
    block_on(training.run(&mut Unwatched)).expect("training ends");
    let model = block_on(training.model()).expect("finite predictions");
    evaluate(&prices, &dataset, &model.predictions).expect("scorable")
}
