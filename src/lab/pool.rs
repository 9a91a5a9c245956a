//! The trainers of a study: a study's trainings are each one of its own, so as many go on at once as the
//! visitor's machine has cores and memory for.

use crate::experiment::MAX_WORKERS;

/// What a trainer may need of the machine's memory, in MiB; see [`Hardware::trainers`].
const TRAINER_MIB: f64 = 64.0;

/// The share of the machine's memory that all trainers together may need: the rest is the browser's and of
/// whatever else is open.
const SHARE_OF_MEMORY: f64 = 1.0 / 8.0;

/// Assumed in GiB where the browser does not say it.
const USUAL_MEMORY_GIB: f64 = 4.0;

/// Which trainer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TrainerId(usize);

impl TrainerId {
    /// The page's own, which is there as long as the page is. All others are started for a study and ended with
    /// it.
    pub const OWN: Self = Self(0);

    pub fn is_own(self) -> bool {
        self == Self::OWN
    }
}

/// What the browser says of the visitor's machine.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Hardware {
    pub cores: usize,
    /// In GiB; `None` where the browser does not say it.
    pub memory_gib: Option<f64>,
}

impl Default for Hardware {
    fn default() -> Self {
        Self {
            cores: 1,
            memory_gib: None,
        }
    }
}

impl Hardware {
    /// How many trainers a study can have here.
    pub fn trainers(self) -> usize {
        let by_cores = match self.cores {
            // Both train: the page computes next to nothing while a study goes on, and its tasks are short.
            2 => 2,
            cores => cores.saturating_sub(1),
        };
        let memory_mib = self.memory_gib.unwrap_or(USUAL_MEMORY_GIB) * 1024.0;
        let by_memory = (memory_mib * SHARE_OF_MEMORY / TRAINER_MIB) as usize;
        by_cores.min(by_memory).clamp(1, MAX_WORKERS)
    }
}

/// The trainers that a study has, and which training each of them has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pool {
    /// By the trainer's number.
    seats: [Seat; MAX_WORKERS],
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seat {
    /// The study does not have this trainer.
    Closed,
    Idle,
    /// It has the training with this number, which is trained or scored.
    Has(u32),
}

impl Default for Pool {
    /// The page's own trainer, idle.
    fn default() -> Self {
        let mut seats = [Seat::Closed; MAX_WORKERS];
        seats[TrainerId::OWN.0] = Seat::Idle;
        Self { seats }
    }
}

impl Pool {
    /// Lets the study have so many trainers in all.
    pub fn open(&mut self, trainers: usize) {
        for seat in self.seats.iter_mut().take(trainers) {
            if *seat == Seat::Closed {
                *seat = Seat::Idle;
            }
        }
    }

    /// Takes a trainer that does not work out of the pool.
    pub fn close(&mut self, trainer: TrainerId) {
        self.seats[trainer.0] = Seat::Closed;
    }

    /// Whatever this trainer had is lost: it has nothing to do.
    pub fn free(&mut self, trainer: TrainerId) {
        if let Some(run) = self.run_of(trainer) {
            self.take_back(run);
        }
    }

    /// The trainers that the study has.
    pub fn trainers(&self) -> impl Iterator<Item = TrainerId> + use<> {
        let seats = self.seats.into_iter().enumerate();
        seats.filter_map(|(number, seat)| (seat != Seat::Closed).then_some(TrainerId(number)))
    }

    /// The first one that has nothing to do.
    pub fn idle(&self) -> Option<TrainerId> {
        let seat = self.seats.iter().position(|seat| *seat == Seat::Idle);
        seat.map(TrainerId)
    }

    /// Gives a trainer a training.
    pub fn give(&mut self, trainer: TrainerId, run: u32) {
        self.seats[trainer.0] = Seat::Has(run);
    }

    /// This training is over: its trainer has nothing to do.
    pub fn take_back(&mut self, run: u32) {
        let seats = self.seats.iter_mut();
        for seat in seats.filter(|seat| **seat == Seat::Has(run)) {
            *seat = Seat::Idle;
        }
    }

    /// The training that a trainer has.
    pub fn run_of(&self, trainer: TrainerId) -> Option<u32> {
        match self.seats.get(trainer.0)? {
            Seat::Has(run) => Some(*run),
            Seat::Closed | Seat::Idle => None,
        }
    }

    /// One of its trainers has this training.
    pub fn has(&self, run: u32) -> bool {
        self.seats.contains(&Seat::Has(run))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_study_has_as_many_trainers_as_cores_and_memory_allow() {
        for (cores, memory_gib, trainers) in [
            (0, None, 1),
            (1, None, 1),
            (2, None, 2),
            (3, None, 2),
            (8, None, 7),
            // 4 GiB are assumed.
            (12, None, 8),
            (12, Some(8.0), 11),
            (64, Some(8.0), 16),
            (8, Some(1.0), 2),
            (8, Some(0.25), 1),
        ] {
            let hardware = Hardware { cores, memory_gib };
            assert_eq!(hardware.trainers(), trainers, "{hardware:?}");
        }
    }

    #[test]
    fn a_trainer_has_one_training_and_is_then_free_again() {
        let mut pool = Pool::default();
        let own = pool.idle().expect("the page's own");
        assert!(own.is_own());
        pool.give(own, 7);
        assert_eq!((pool.idle(), pool.run_of(own)), (None, Some(7)));
        pool.open(2);
        let further = pool.idle().expect("a second one");
        pool.give(further, 8);
        assert!(pool.has(7) && pool.has(8) && !pool.has(9));
        assert_eq!(pool.idle(), None);
        pool.take_back(7);
        assert_eq!((pool.idle(), pool.run_of(further)), (Some(own), Some(8)));
        pool.free(further);
        assert!(!pool.has(8));
        pool.give(further, 9);
        // One that does not work is gone, whatever it had.
        pool.close(further);
        assert!(!pool.has(9));
        pool.free(further);
        assert_eq!(pool.trainers().collect::<Vec<_>>(), [own]);
    }
}
