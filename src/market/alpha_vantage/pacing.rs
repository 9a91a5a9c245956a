//! The queue before the service: requests go out one by one, in the order they were asked for, with a
//! gap between them. It only decides; the waiting is the page's.

use std::collections::VecDeque;

/// A place in the queue.
#[derive(Debug, PartialEq, Eq)]
pub struct Ticket(u64);

/// What a request in the queue may do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Turn {
    /// Leave now. It is out of the queue.
    Go,
    /// Ask again after this many milliseconds.
    WaitMs(f64),
}

/// Requests in the order they came. Times are milliseconds on any clock that only goes forward.
#[derive(Debug, Default)]
pub struct Queue {
    waiting: VecDeque<u64>,
    next_ticket: u64,
    last_start_ms: Option<f64>,
}

impl Queue {
    /// From one request's start to the next one's. The service allows one a second and counts by its
    /// own clock, so that a request which is delayed on its way comes close to the one after it.
    pub const GAP_MS: f64 = 1_200.0;

    /// A place at the end of the queue.
    pub fn enter(&mut self) -> Ticket {
        self.next_ticket += 1;
        self.waiting.push_back(self.next_ticket);
        Ticket(self.next_ticket)
    }

    /// Whether it is `ticket`'s turn. A ticket that has left or gone gets no further turn.
    pub fn turn(&mut self, ticket: &Ticket, now_ms: f64) -> Turn {
        let Some(ahead) = self.waiting.iter().position(|waiting| *waiting == ticket.0) else {
            return Turn::WaitMs(Self::GAP_MS);
        };
        let until_free = self
            .last_start_ms
            .map_or(0.0, |start| (start + Self::GAP_MS - now_ms).max(0.0));
        if ahead == 0 && until_free <= 0.0 {
            self.waiting.pop_front();
            self.last_start_ms = Some(now_ms);
            return Turn::Go;
        }
        // Those ahead need the time until the service is free and a gap each. Where none is ahead but
        // one that could go now, its turn is asked for soon.
        Turn::WaitMs((until_free + ahead as f64 * Self::GAP_MS).max(1.0))
    }

    /// Gives up the place: those behind move up.
    pub fn leave(&mut self, ticket: &Ticket) {
        self.waiting.retain(|waiting| *waiting != ticket.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each request asks for its turn when it was told to; returns the starts, in order.
    fn starts(arrivals_ms: &[f64]) -> Vec<(usize, f64)> {
        let mut queue = Queue::default();
        let mut due: Vec<(f64, usize, Option<Ticket>)> = arrivals_ms
            .iter()
            .enumerate()
            .map(|(index, at)| (*at, index, None))
            .collect();
        let mut started = Vec::new();
        while !due.is_empty() {
            due.sort_by(|a, b| a.0.total_cmp(&b.0));
            let (now, index, ticket) = due.remove(0);
            let ticket = ticket.unwrap_or_else(|| queue.enter());
            match queue.turn(&ticket, now) {
                Turn::Go => started.push((index, now)),
                Turn::WaitMs(wait) => {
                    assert!(wait > 0.0);
                    due.push((now + wait, index, Some(ticket)));
                }
            }
        }
        started
    }

    #[test]
    fn the_first_goes_at_once_and_the_others_a_gap_apart_in_order() {
        assert_eq!(
            starts(&[0.0, 0.0, 300.0]),
            [(0, 0.0), (1, 1_200.0), (2, 2_400.0)]
        );
    }

    #[test]
    fn after_a_pause_there_is_no_waiting() {
        assert_eq!(starts(&[0.0, 5_000.0]), [(0, 0.0), (1, 5_000.0)]);
        assert_eq!(starts(&[0.0, 1_000.0]), [(0, 0.0), (1, 1_200.0)]);
    }

    #[test]
    fn any_arrivals_leave_at_least_a_gap_apart() {
        let arrivals: Vec<f64> = (0..40)
            .map(|i| f64::from(i * i % 17) * 190.0 + 0.1)
            .collect();
        let starts = starts(&arrivals);
        assert_eq!(starts.len(), arrivals.len());
        for pair in starts.windows(2) {
            assert!(pair[1].1 - pair[0].1 >= Queue::GAP_MS - 1e-6, "{pair:?}");
        }
    }

    #[test]
    fn who_leaves_holds_nobody_up() {
        let mut queue = Queue::default();
        let (first, second, third) = (queue.enter(), queue.enter(), queue.enter());
        assert_eq!(queue.turn(&first, 0.0), Turn::Go);
        assert_eq!(queue.turn(&third, 100.0), Turn::WaitMs(2_300.0));
        queue.leave(&second);
        assert_eq!(queue.turn(&third, 200.0), Turn::WaitMs(1_000.0));
        assert_eq!(queue.turn(&third, 1_200.0), Turn::Go);
        assert!(matches!(queue.turn(&second, 9_000.0), Turn::WaitMs(_)));
    }

    #[test]
    fn nobody_overtakes() {
        let mut queue = Queue::default();
        let (first, second) = (queue.enter(), queue.enter());
        assert!(matches!(queue.turn(&second, 0.0), Turn::WaitMs(_)));
        assert_eq!(queue.turn(&first, 0.0), Turn::Go);
    }
}
