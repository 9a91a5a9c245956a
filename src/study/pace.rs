//! How long the rest of a study will take, from what was measured so far.
//!
//! Two things are measured on each side of a study: milliseconds per training step, by the clock on
//! the wall, and the share of the planned steps that finished trainings came to, because training may
//! stop early. What is not measured on one side is taken from the other.

use crate::forecast::Settings;

/// A comparison has two sides.
const SIDES: usize = 2;

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Measured {
    ms: f64,
    steps: f64,
    /// Steps that the finished trainings would have come to.
    planned: f64,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Planned {
    side: usize,
    steps: usize,
    steps_per_epoch: usize,
    /// Rows in a step.
    batch: usize,
}

/// A training under way.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnderWay {
    pub number: usize,
    /// Steps behind it.
    pub steps: usize,
    /// `None` while the trainer has not begun.
    pub elapsed_ms: Option<f64>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Pace {
    /// Every training of the study, in order.
    trainings: Vec<Planned>,
    measured: [Measured; SIDES],
}

impl Pace {
    /// From each training's side, training rows and settings, in order.
    pub fn new<'a>(trainings: impl Iterator<Item = (usize, usize, &'a Settings)>) -> Self {
        let trainings = trainings.map(|(side, rows, settings)| {
            let batch = settings.batch.max(1);
            let steps_per_epoch = rows.div_ceil(batch);
            Planned {
                batch,
                side,
                steps: steps_per_epoch * settings.epochs,
                steps_per_epoch,
            }
        });
        Self {
            trainings: trainings.collect(),
            measured: [Measured::default(); SIDES],
        }
    }

    pub fn trainings(&self) -> usize {
        self.trainings.len()
    }

    /// A training learns from so many rows, which could only be guessed before.
    pub fn learns_from(&mut self, number: usize, rows: usize) {
        let planned = &mut self.trainings[number];
        let epochs = planned.steps / planned.steps_per_epoch.max(1);
        planned.steps_per_epoch = rows.div_ceil(planned.batch);
        planned.steps = planned.steps_per_epoch * epochs;
    }

    /// A training is not to be.
    pub fn left_out(&mut self, number: usize) {
        self.trainings[number].steps = 0;
    }

    /// Notes a finished training: what it took, and by the clock.
    pub fn finished(&mut self, number: usize, steps: usize, ms: f64) {
        let planned = self.trainings[number];
        let measured = &mut self.measured[planned.side];
        measured.ms += ms;
        measured.steps += steps as f64;
        measured.planned += planned.steps as f64;
    }

    /// The share of the planned work that is done. A training that stopped early is done.
    pub fn share(&self, under_way: &[UnderWay], is_over: impl Fn(usize) -> bool) -> f64 {
        let numbered = || self.trainings.iter().enumerate();
        let all: usize = numbered().map(|(_, planned)| planned.steps).sum();
        let over = numbered().filter(|(number, _)| is_over(*number));
        let over: usize = over.map(|(_, planned)| planned.steps).sum();
        let going: usize = under_way.iter().map(|it| it.steps).sum();
        ((over + going) as f64 / all.max(1) as f64).min(1.0)
    }

    /// Time until the last training ends, where each of so many trainers takes the next training as soon as
    /// it has ended its own. `None` while no speed is known.
    pub fn time_left_ms(
        &self,
        under_way: &[UnderWay],
        is_over: impl Fn(usize) -> bool,
        trainers: usize,
    ) -> Option<f64> {
        // Trainings under way count towards the speed, but not towards the share: they may stop.
        let mut speeds = self.measured.map(|side| (side.ms, side.steps));
        for training in under_way {
            if let Some(elapsed_ms) = training.elapsed_ms {
                let speed = &mut speeds[self.trainings[training.number].side];
                speed.0 += elapsed_ms;
                speed.1 += training.steps as f64;
            }
        }
        let per_step = speeds.map(|(ms, steps)| (steps > 0.0).then(|| ms / steps));
        let per_step = |side: usize| per_step[side].or(per_step[SIDES - 1 - side]);
        let share = |side: usize| match self.measured[side] {
            Measured { steps, planned, .. } if planned > 0.0 => steps / planned,
            _ => 1.0,
        };

        // When each trainer has ended its training.
        let mut ends = vec![0.0; trainers.max(under_way.len()).max(1)];
        for (UnderWay { number, steps, .. }, end) in under_way.iter().zip(&mut ends) {
            let now = self.trainings[*number];
            // At least the epoch under way, where it already goes on for longer than the others did.
            let expected = share(now.side) * now.steps as f64;
            let planned_left = now.steps.saturating_sub(*steps) as f64;
            let an_epoch = (now.steps_per_epoch as f64).min(planned_left);
            let left = (expected - *steps as f64).clamp(an_epoch, planned_left);
            *end = left * per_step(now.side)?;
        }
        for (number, later) in self.trainings.iter().enumerate() {
            if is_over(number) || under_way.iter().any(|it| it.number == number) {
                continue;
            }
            let takes = share(later.side) * later.steps as f64 * per_step(later.side)?;
            if let Some(first) = ends.iter_mut().min_by(|one, other| one.total_cmp(other)) {
                *first += takes;
            }
        }
        ends.into_iter().reduce(f64::max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 100 steps an epoch, ten epochs.
    fn settings() -> Settings {
        Settings {
            batch: 10,
            epochs: 10,
            ..Settings::default()
        }
    }

    fn going(number: usize, steps: usize, elapsed_ms: Option<f64>) -> UnderWay {
        UnderWay {
            number,
            steps,
            elapsed_ms,
        }
    }

    /// With one trainer, whose training is the first that is not over.
    fn left(pace: &Pace, number: usize, steps: usize, elapsed_ms: Option<f64>) -> Option<f64> {
        let under_way = [going(number, steps, elapsed_ms)];
        pace.time_left_ms(&under_way, |it| it < number, 1)
    }

    fn share(pace: &Pace, number: usize, steps: usize) -> f64 {
        pace.share(&[going(number, steps, None)], |it| it < number)
    }

    #[test]
    fn nothing_is_known_before_a_step_was_measured() {
        let settings = settings();
        let pace = Pace::new([(0, 1_000, &settings), (0, 1_000, &settings)].into_iter());
        assert_eq!(left(&pace, 0, 0, None), None);
        assert_eq!(left(&pace, 0, 0, Some(5.0)), None);
        assert_eq!(pace.time_left_ms(&[], |_| false, 1), None);
        assert_eq!(share(&pace, 0, 0), 0.0);
    }

    #[test]
    fn time_left_by_hand() {
        // 1,000 and 2,000 steps; 100 of the first took 200 ms: 2 ms a step, 900 + 2,000 to go.
        let settings = settings();
        let mut pace = Pace::new([(0, 1_000, &settings), (0, 2_000, &settings)].into_iter());
        assert_eq!(left(&pace, 0, 100, Some(200.0)), Some(5_800.0));
        assert_eq!(share(&pace, 0, 300), 0.1);
        // The first stopped after 500 of its 1,000 steps and 2,000 ms: 4 ms a step, and the second is
        // expected to come to half of its 2,000.
        pace.finished(0, 500, 2_000.0);
        assert_eq!(pace.time_left_ms(&[], |it| it < 1, 1), Some(4_000.0));
        assert_eq!(left(&pace, 1, 0, None), Some(4_000.0));
        // 500 steps into it at the same speed, another 500.
        assert_eq!(left(&pace, 1, 500, Some(2_000.0)), Some(2_000.0));
        // It goes on for longer than half: the epoch under way, of 200 steps.
        assert_eq!(left(&pace, 1, 1_500, Some(6_000.0)), Some(800.0));
        assert_eq!(left(&pace, 1, 2_000, Some(8_000.0)), Some(0.0));
        assert_eq!(share(&pace, 1, 2_000), 1.0);
    }

    #[test]
    fn each_side_has_its_own_speed_and_an_unknown_one_borrows_it() {
        let settings = settings();
        let order = [(0, 1_000), (1, 1_000), (0, 1_000), (1, 1_000)];
        let mut pace = Pace::new(
            order
                .into_iter()
                .map(|(side, rows)| (side, rows, &settings)),
        );
        // Only A is known, at 1 ms a step.
        assert_eq!(left(&pace, 0, 500, Some(500.0)), Some(3_500.0));
        pace.finished(0, 1_000, 1_000.0);
        pace.finished(1, 1_000, 3_000.0);
        assert_eq!(left(&pace, 2, 0, None), Some(4_000.0));
    }

    #[test]
    fn several_trainers_share_what_is_left() {
        // Four times 1,000 steps. The first and the third are under way, at 1 ms a step.
        let settings = settings();
        let pace = Pace::new((0..4).map(|_| (0, 1_000, &settings)));
        let under_way = [going(2, 100, Some(100.0)), going(0, 500, Some(500.0))];
        let left = |trainers| pace.time_left_ms(&under_way, |_| false, trainers);
        // One trainer ends the first after 500 and takes the second, which ends at 1,500; the other ends the
        // third after 900 and takes the fourth.
        assert_eq!(left(2), Some(1_900.0));
        // A third one takes the second at once, and the first one's trainer the fourth.
        assert_eq!(left(3), Some(1_500.0));
        assert_eq!(left(4), Some(1_000.0));
        assert_eq!(pace.share(&under_way, |it| it == 1), 0.4);
        assert_eq!(pace.share(&[], |_| true), 1.0);
    }
}
