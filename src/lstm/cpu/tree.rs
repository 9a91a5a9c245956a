//! Sums over the pieces of a batch, in an order that does not depend on who computes which piece.
//!
//! Floating-point sums depend on their order. Here it is a binary tree over the pieces: neighbours are
//! added two by two, then these sums two by two, and what has no neighbour last. A run of pieces that is a
//! whole branch of that tree has the same sum wherever it is added, so that workers exchange branches.

use std::ops::Range;

/// The branches that a run of pieces consists of, in order.
pub fn branches(pieces: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let Range { mut start, end } = pieces;
    std::iter::from_fn(move || {
        let left = end - start;
        let largest = 1 << left.checked_ilog2()?;
        let count = match start {
            0 => largest,
            start => largest.min(1 << start.trailing_zeros()),
        };
        start += count;
        Some(start - count..start)
    })
}

/// Branches that are being added up, first pieces first. Its buffers are used again and again.
#[derive(Debug)]
pub struct SumTree {
    length: usize,
    branches: Vec<Branch>,
    /// How many of them hold something.
    held: usize,
}

#[derive(Debug)]
struct Branch {
    pieces: Range<usize>,
    sums: Vec<f32>,
}

impl SumTree {
    /// Sums of this many numbers.
    pub fn new(length: usize) -> Self {
        Self {
            length,
            branches: Vec::new(),
            held: 0,
        }
    }

    pub fn clear(&mut self) {
        self.held = 0;
    }

    /// Adds a branch, which begins where the last one ended: `fill` overwrites its sums.
    pub fn add(&mut self, pieces: Range<usize>, fill: impl FnOnce(&mut [f32])) {
        if self.held == self.branches.len() {
            self.branches.push(Branch {
                pieces: 0..0,
                sums: vec![0.0; self.length],
            });
        }
        let branch = &mut self.branches[self.held];
        branch.pieces = pieces;
        fill(&mut branch.sums);
        self.held += 1;
        while self.ends_with_neighbours() {
            self.merge();
        }
    }

    /// Whether the last two branches are the two halves of one.
    fn ends_with_neighbours(&self) -> bool {
        let [.., left, right] = &self.branches[..self.held] else {
            return false;
        };
        let count = left.pieces.len();
        count == right.pieces.len() && left.pieces.start.is_multiple_of(2 * count)
    }

    fn merge(&mut self) {
        self.held -= 1;
        let (left, right) = self.branches.split_at_mut(self.held);
        let (left, right) = (&mut left[self.held - 1], &right[0]);
        left.pieces.end = right.pieces.end;
        for (sum, value) in left.sums.iter_mut().zip(&right.sums) {
            *sum += value;
        }
    }

    /// The sums of each branch, in order.
    pub fn sums(&self) -> impl Iterator<Item = &[f32]> {
        self.branches[..self.held]
            .iter()
            .map(|branch| &*branch.sums)
    }

    /// The sums over all pieces.
    pub fn total(&mut self) -> &[f32] {
        while self.held > 1 {
            self.merge();
        }
        &self.branches[0].sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lstm::dropout::pcg_hash;

    /// One number a piece, of very different sizes, so that another order has another sum.
    fn value(piece: usize) -> f32 {
        let bits = pcg_hash(piece as u32);
        (bits >> 8) as f32 * 2.0_f32.powi((bits % 30) as i32 - 15)
    }

    fn summed(pieces: Range<usize>) -> SumTree {
        let mut tree = SumTree::new(1);
        for piece in pieces {
            tree.add(piece..piece + 1, |sums| sums[0] = value(piece));
        }
        tree
    }

    #[test]
    fn every_dealing_has_the_same_sum() {
        for pieces in 1..70 {
            let whole = summed(0..pieces).total()[0];
            for workers in 1..9 {
                let mut all = SumTree::new(1);
                for worker in 0..workers {
                    let own = pieces * worker / workers..pieces * (worker + 1) / workers;
                    let tree = summed(own.clone());
                    assert_eq!(tree.sums().count(), branches(own.clone()).count());
                    for (branch, sums) in branches(own).zip(tree.sums()) {
                        all.add(branch, |to| to.copy_from_slice(sums));
                    }
                }
                assert_eq!(all.total()[0].to_bits(), whole.to_bits());
            }
        }
    }

    #[test]
    fn branches_are_those_of_the_whole_tree() {
        let of = |pieces| branches(pieces).collect::<Vec<_>>();
        assert_eq!(of(0..8), vec![Range { start: 0, end: 8 }]);
        assert_eq!(of(0..7), [0..4, 4..6, 6..7]);
        assert_eq!(of(3..8), [3..4, 4..8]);
        assert!(of(5..5).is_empty());
    }

    #[test]
    fn pairs_are_added_before_their_neighbours() {
        let expected = ((value(0) + value(1)) + (value(2) + value(3))) + value(4);
        assert_eq!(summed(0..5).total()[0], expected);
    }
}
