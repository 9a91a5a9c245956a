//! What every world is made of: its description, and its process in the log price.

use super::formula::Formula;
use super::parameter::Parameter;
use rand::Rng;
use rand_chacha::ChaCha8Rng;
use rand_distr::StandardNormal;

/// The price that every world starts at or stays near.
pub(super) const LEVEL: f64 = 100.0;

/// A generated world: what the address calls it, what can be changed about it, how it is made.
/// Its title and its explanation are the page's.
#[derive(Debug)]
pub struct World {
    /// As in the address, `random-walk`. Also its name in kept records.
    pub slug: &'static str,
    /// As the series' symbol, in English: reports, kept runs and models hold it.
    pub name: &'static str,
    /// The stream of the random generator, a number of its own, so that worlds of one seed share no
    /// noise. Another number would make other prices of every shared link.
    pub(super) stream: u64,
    /// What can be changed, in the order of the sliders and of the address.
    pub parameters: &'static [Parameter],
    pub(super) start: fn(&Values, &mut Shocks) -> Box<dyn Process>,
}

/// The values of a world's parameters, by key.
pub(super) type Values<'a> = dyn Fn(&'static str) -> f64 + 'a;

/// A process in the log price, ready to be run.
pub(super) trait Process {
    fn formula(&self) -> Formula;
    /// The log price at row 0. `shock` is a draw from N(0, 1), for processes that start at random.
    fn first(&self, shock: f64) -> f64;
    /// Goes to `row`: the conditional median of its log price, given the log prices up to `before`
    /// of the row before, and then the log price itself.
    fn step(&mut self, row: usize, before: f64, shocks: &mut Shocks) -> (f64, f64);
    /// The volume of the row that was reached last, where the world has volumes.
    fn volume(&self) -> Option<f64> {
        None
    }
}

/// The random numbers of a world. How many are drawn, and in which order, decides every later price:
/// shared links rest on it.
pub(super) struct Shocks(pub(super) ChaCha8Rng);

impl Shocks {
    /// ε ~ N(0, 1).
    pub(super) fn normal(&mut self) -> f64 {
        self.0.sample(StandardNormal)
    }

    /// From 0 (included) to 1.
    pub(super) fn uniform(&mut self) -> f64 {
        self.uniform_to(1.0)
    }

    /// From 0 (included) to `end`.
    pub(super) fn uniform_to(&mut self, end: f64) -> f64 {
        self.0.random_range(0.0..end)
    }
}

/// "+ 0.0003" or "− 0.0003", as a term of a sum.
pub(super) fn added(value: f64) -> String {
    let sign = if value < 0.0 { "−" } else { "+" };
    format!("{sign} {}", value.abs())
}

/// "ₜ₋₅", as an index.
pub(super) fn days_before(days: usize) -> String {
    const SUBSCRIPTS: [char; 10] = ['₀', '₁', '₂', '₃', '₄', '₅', '₆', '₇', '₈', '₉'];
    let digits = days.to_string().into_bytes().into_iter();
    let digits = digits.map(|digit| SUBSCRIPTS[usize::from(digit - b'0')]);
    "ₜ₋".chars().chain(digits).collect()
}
