//! Runs whose steps are shared: by threads that speak over channels, as workers do by messages. Losses,
//! states and forecasts are those of one worker, to the last bit.

// Native threads, which nothing but a test has.
#![allow(clippy::disallowed_methods)]

use super::*;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

/// One end of the channels between all workers of a run; its own places are empty.
struct Member {
    place: usize,
    to: Vec<Option<Sender<Part>>>,
    from: Vec<Option<Receiver<Part>>>,
    /// Goes away after so many exchanges.
    goes_after: Option<usize>,
}

impl Exchange for Member {
    async fn exchange(&mut self, parts: &mut [Part]) -> Result<(), Gone> {
        if let Some(left) = &mut self.goes_after {
            *left = left.checked_sub(1).ok_or(Gone)?;
        }
        for to in self.to.iter().flatten() {
            to.send(parts[self.place].clone()).map_err(|_| Gone)?;
        }
        for (part, from) in parts.iter_mut().zip(&self.from) {
            if let Some(from) = from {
                *part = from.recv().map_err(|_| Gone)?;
            }
        }
        Ok(())
    }
}

/// All ends, by place.
fn members(workers: usize) -> Vec<Member> {
    let mut members: Vec<_> = (0..workers)
        .map(|place| Member {
            place,
            to: Vec::new(),
            from: (0..workers).map(|_| None).collect(),
            goes_after: None,
        })
        .collect();
    for sender in 0..workers {
        for receiver in 0..workers {
            let ends = (sender != receiver).then(channel).unzip();
            members[sender].to.push(ends.0);
            members[receiver].from[sender] = ends.1;
        }
    }
    members
}

/// Shares step by step by a plan that is repeated.
struct Threads {
    plan: Vec<usize>,
    steps: usize,
    own: Option<Member>,
    helpers: Vec<JoinHandle<()>>,
    /// The last worker goes away after so many exchanges, and nobody comes back.
    one_goes_after: Option<usize>,
    shared: usize,
}

impl Threads {
    fn by(plan: &[usize]) -> Self {
        Self {
            plan: plan.to_vec(),
            steps: 0,
            own: None,
            helpers: Vec::new(),
            one_goes_after: None,
            shared: 0,
        }
    }
}

impl Exchange for Threads {
    async fn exchange(&mut self, parts: &mut [Part]) -> Result<(), Gone> {
        let own = self.own.as_mut().expect("it began");
        own.exchange(parts).await
    }
}

impl Crew for Threads {
    fn wanted(&mut self) -> usize {
        self.plan[self.steps % self.plan.len()]
    }

    fn begin(&mut self, job: &TrainingJob, start: &Start, workers: usize) {
        let mut members = members(workers);
        members[workers - 1].goes_after = self.one_goes_after;
        let mut members = members.into_iter();
        self.own = members.next();
        for mut member in members {
            let (job, start) = (job.clone(), start.clone());
            self.helpers.push(std::thread::spawn(move || {
                let seat = Seat {
                    place: member.place,
                    workers,
                };
                block_on(help(&job, seat, start, &mut member));
            }));
        }
    }

    fn end(&mut self, gone: bool) {
        if gone {
            self.plan = vec![1];
        }
        self.own = None;
        for helper in self.helpers.drain(..) {
            helper.join().unwrap();
        }
    }

    fn stepped(&mut self, workers: usize, _ms: f64) {
        self.steps += 1;
        self.shared += usize::from(workers > 1);
    }
}

/// All that a run leaves, without its times.
#[derive(Debug, PartialEq)]
struct Left {
    reports: Vec<EpochReport>,
    snapshots: Vec<Snapshot>,
    predictions: Vec<f32>,
    paths: Vec<f32>,
    parameters: Vec<f32>,
}

fn left(job: &TrainingJob, crew: &mut impl Crew) -> Left {
    let mut recorder = Recorder::default();
    let mut training = on_cpu(job.clone());
    block_on(training.run_shared(&mut recorder, crew)).unwrap();
    of_run(&training, recorder)
}

fn of_run(training: &Training, recorder: Recorder) -> Left {
    let model = block_on(training.model()).unwrap();
    Left {
        reports: (recorder.reports.into_iter())
            .map(|report| EpochReport { ms: 0.0, ..report })
            .collect(),
        snapshots: recorder.snapshots,
        predictions: model.predictions,
        paths: model.paths,
        parameters: model.parameters,
    }
}

/// The sine's job with a cell, and with as many numbers a day.
fn with(cell: Cell, features: usize) -> TrainingJob {
    let job = sine_job();
    let inputs = job.inputs.iter().enumerate();
    TrainingJob {
        inputs: inputs
            .flat_map(|(day, value)| {
                (0..features).map(move |feature| value * (1.0 + (day * feature) as f32 * 0.01))
            })
            .collect(),
        network: NetworkConfig {
            cell: cell.into(),
            features,
            ..job.network
        },
        ..job
    }
}

#[test]
fn a_linear_network_is_trained_alone() {
    let job = sine_job();
    let job = TrainingJob {
        network: NetworkConfig {
            cell: Linear::Plain.into(),
            ..job.network
        },
        ..job
    };
    let mut crew = Threads::by(&[2]);
    assert_eq!(left(&job, &mut crew), left(&job, &mut Alone));
    assert_eq!(crew.shared, 0);
}

#[test]
fn any_number_of_workers_leaves_the_same_bits() {
    let mut jobs: Vec<_> = Cell::ALL.iter().map(|cell| with(*cell, 1)).collect();
    jobs.push(with(Cell::Lstm, 3));
    jobs.extend([1, 3].map(|outputs| TrainingJob {
        epochs: 3,
        ..three_days(outputs)
    }));
    for job in jobs {
        let alone = left(&job, &mut Alone);
        for workers in [2, 3, 4, 8] {
            let mut crew = Threads::by(&[workers]);
            assert_eq!(left(&job, &mut crew), alone, "{workers} workers");
            assert_eq!(crew.shared, 4 * job.epochs);
            assert!(crew.helpers.is_empty(), "they are let go at the end");
        }
    }
}

#[test]
fn the_number_of_workers_may_change_at_any_step() {
    let job = sine_job();
    let alone = left(&job, &mut Alone);
    assert_eq!(left(&job, &mut Threads::by(&[1, 2, 2, 4, 1, 3, 3])), alone);
}

#[test]
fn a_worker_that_goes_away_changes_nothing() {
    let job = sine_job();
    let alone = left(&job, &mut Alone);
    for workers in [2, 3] {
        // Four steps an epoch, and an exchange of predictions: the fifth.
        for (after, steps) in [(0, 0), (1, 1), (4, 4), (5, 4), (7, 6)] {
            let mut crew = Threads::by(&[workers]);
            crew.one_goes_after = Some(after);
            assert_eq!(left(&job, &mut crew), alone, "{workers} workers, {after}");
            assert_eq!(crew.shared, steps);
        }
    }
}

#[test]
fn a_part_that_does_not_fit_is_as_good_as_none() {
    /// Answers with too few numbers.
    struct Short(Threads);
    impl Exchange for Short {
        async fn exchange(&mut self, parts: &mut [Part]) -> Result<(), Gone> {
            parts[1] = vec![0.0; 3];
            Ok(())
        }
    }
    impl Crew for Short {
        fn wanted(&mut self) -> usize {
            self.0.wanted()
        }
        fn begin(&mut self, _job: &TrainingJob, _start: &Start, _workers: usize) {}
        fn end(&mut self, gone: bool) {
            self.0.end(gone);
        }
        fn stepped(&mut self, workers: usize, ms: f64) {
            self.0.stepped(workers, ms);
        }
    }
    let job = sine_job();
    let mut crew = Short(Threads::by(&[2]));
    assert_eq!(left(&job, &mut crew), left(&job, &mut Alone));
    assert_eq!(crew.0.shared, 0);
}

#[test]
fn a_shared_run_stops_and_goes_on_like_one_alone() {
    let job = sine_job();
    let stopped = |crew: &mut Threads| {
        let mut recorder = Recorder {
            stop_after_steps: Some(6),
            ..Recorder::default()
        };
        let mut training = on_cpu(job.clone());
        block_on(training.run_shared(&mut recorder, crew)).unwrap();
        let model = block_on(training.model()).unwrap();
        // Learns on at another rate, which the leader alone was told.
        training.set_learning_rate(0.003);
        block_on(training.run_shared(&mut recorder, crew)).unwrap();
        (model.parameters, of_run(&training, recorder))
    };
    let alone = stopped(&mut Threads::by(&[1]));
    assert_eq!(stopped(&mut Threads::by(&[2])), alone);
    assert_eq!(stopped(&mut Threads::by(&[3, 3, 1])), alone);
}

#[test]
fn a_run_on_a_gpu_is_none_of_the_crews() {
    let mut crew = Threads::by(&[2]);
    let mut training = Training::new(sine_job(), DeviceKind::Webgpu, Device::flex()).unwrap();
    block_on(training.run_shared(&mut Recorder::default(), &mut crew)).unwrap();
    assert_eq!((crew.steps, crew.shared), (0, 0));
}
