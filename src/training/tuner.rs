//! With how many workers a run's steps are fastest. It is tried on the run itself: the steps come out the
//! same whoever computes them, so that no time is lost with trying. And it is tried again now and then,
//! because a machine has other things to do at other times.

/// Steps with a new number of workers that are not timed: they also compile and fill caches. Fewer where
/// they take [`WARM_UP_MS`].
const WARM_UP_STEPS: usize = 4;
const WARM_UP_MS: f64 = 100.0;

/// Steps that are timed then, and for how long at least; or as many as last [`ENOUGH_MS`].
const TIMED_STEPS: usize = 7;
const TIMED_MS: f64 = 60.0;
const ENOUGH_MS: f64 = 250.0;

/// More workers have to take this share of the time, or less: they cost the machine more.
const WORTH: f64 = 0.92;

/// After so long it is tried again; at once where so many workers have become slower than one was.
const AGAIN_MS: f64 = 15_000.0;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Choice {
    pub workers: usize,
    /// Milliseconds of a step with so many, and with one.
    pub ms: f64,
    pub alone_ms: f64,
}

/// Tries 1, 2, 4, … workers as long as more of them are faster.
#[derive(Debug, Clone)]
pub struct Tuner {
    most: usize,
    trying: usize,
    warm_up: Vec<f64>,
    timed: Vec<f64>,
    alone_ms: f64,
    best: Option<Choice>,
    found: bool,
    /// How long ago.
    found_ms: f64,
}

impl Tuner {
    /// Tries up to `most`.
    pub fn new(most: usize) -> Self {
        Self {
            most,
            trying: 1,
            warm_up: Vec::new(),
            timed: Vec::new(),
            alone_ms: 0.0,
            best: None,
            found: most < 2,
            found_ms: 0.0,
        }
    }

    /// With how many workers the next step is to be done.
    pub fn wanted(&self) -> usize {
        match (self.found, self.best) {
            (false, _) => self.trying,
            (true, Some(best)) => best.workers,
            (true, None) => 1,
        }
    }

    /// Whether one worker is all there can be.
    pub fn has_no_choice(&self) -> bool {
        self.most < 2
    }

    /// A step took this long with the number that was wanted. Gives what was found, once each time.
    pub fn stepped(&mut self, ms: f64) -> Option<Choice> {
        match (self.found, self.best) {
            (false, _) => self.tried(ms),
            (true, Some(best)) => {
                self.watch(best, ms);
                None
            }
            (true, None) => None,
        }
    }

    /// Has it tried again where that is due.
    fn watch(&mut self, best: Choice, ms: f64) {
        self.found_ms += ms;
        self.timed.push(ms);
        let mut slower = false;
        if self.timed.iter().sum::<f64>() >= ENOUGH_MS {
            slower = best.workers > 1 && median(&mut self.timed) > best.alone_ms;
            self.timed.clear();
        }
        if slower || self.found_ms >= AGAIN_MS {
            *self = Self::new(self.most);
        }
    }

    fn tried(&mut self, ms: f64) -> Option<Choice> {
        let total = |steps: &[f64]| steps.iter().sum::<f64>();
        if self.warm_up.len() < WARM_UP_STEPS && total(&self.warm_up) < WARM_UP_MS {
            self.warm_up.push(ms);
            return None;
        }
        self.timed.push(ms);
        let time = total(&self.timed);
        let timed = self.timed.len() >= TIMED_STEPS && time >= TIMED_MS;
        if !timed && time < ENOUGH_MS {
            return None;
        }
        let ms = median(&mut self.timed);
        if self.trying == 1 {
            self.alone_ms = ms;
        }
        let faster = self.best.is_none_or(|best| ms < best.ms * WORTH);
        if faster {
            self.best = Some(Choice {
                workers: self.trying,
                ms,
                alone_ms: self.alone_ms,
            });
        }
        self.trying *= 2;
        self.warm_up.clear();
        self.timed.clear();
        self.found = !faster || self.trying > self.most;
        self.found_ms = 0.0;
        self.best.filter(|_| self.found)
    }
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_unstable_by(f64::total_cmp);
    values[values.len() / 2]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is found where a step takes this long by the number of workers, and how many steps it took.
    fn found(most: usize, ms: impl Fn(usize) -> f64) -> (Option<Choice>, usize) {
        let mut tuner = Tuner::new(most);
        for step in 1..1000 {
            if let Some(choice) = tuner.stepped(ms(tuner.wanted())) {
                assert_eq!(tuner.wanted(), choice.workers);
                return (Some(choice), step);
            }
        }
        (None, 1000)
    }

    #[test]
    fn takes_the_fastest_number() {
        let choice = |workers, ms| {
            Some(Choice {
                workers,
                ms,
                alone_ms: 4.0,
            })
        };
        assert_eq!(found(8, |workers| 4.0 / workers as f64).0, choice(8, 0.5));
        assert_eq!(found(7, |workers| 4.0 / workers as f64).0, choice(4, 1.0));
        let slower_with_four = |workers| [4.0, 2.4, 2.0, 2.3][workers - 1];
        assert_eq!(found(8, slower_with_four).0, choice(2, 2.4));
        assert_eq!(found(8, |_| 4.0).0, choice(1, 4.0));
    }

    #[test]
    fn one_worker_is_one_without_trying() {
        assert_eq!(found(1, |_| 4.0).0, None);
        assert!(Tuner::new(1).has_no_choice());
        assert_eq!(Tuner::new(1).wanted(), 1);
    }

    #[test]
    fn it_is_tried_again_after_a_while_and_where_it_has_become_slow() {
        let mut tuner = Tuner::new(2);
        // Steps until something is found, with a machine that takes so long.
        let mut until_found = |ms: [f64; 2]| {
            let mut time = 0.0;
            loop {
                let step = ms[tuner.wanted() - 1];
                time += step;
                if let Some(choice) = tuner.stepped(step) {
                    return (choice.workers, time);
                }
            }
        };
        let (quiet, busy) = ([4.0, 2.5], [4.0, 9.0]);
        assert_eq!(until_found(quiet).0, 2);
        let (workers, time) = until_found(quiet);
        assert_eq!(workers, 2);
        assert!((15_000.0..15_400.0).contains(&time), "{time}");
        let (workers, time) = until_found(busy);
        assert_eq!(workers, 1);
        assert!(time < 800.0, "{time}");
        let (workers, time) = until_found(quiet);
        assert_eq!(workers, 2);
        assert!((15_000.0..15_400.0).contains(&time), "{time}");
    }

    #[test]
    fn long_steps_are_timed_few_times() {
        let (choice, steps) = found(2, |workers| 2000.0 / workers as f64);
        assert_eq!(choice.map(|choice| choice.workers), Some(2));
        assert_eq!(steps, 4);
    }
}
