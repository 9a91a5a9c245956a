//! Matrix products on register tiles of 4 rows × 8 columns.
//!
//! The left side is read row by row and each of its elements broadcast; the right side is packed
//! into panels of 8 columns, `[columns / 8][inner][8]`, so that a tile reads it in one sweep. Sizes
//! are padded to a multiple of 8 by the caller; rows may be any number.

use crate::cells::Cell;
use wide::f32x8;

/// Columns of a panel: one `f32x8`.
pub const LANES: usize = 8;

/// Rows of a register tile. Four rows of eight lanes are eight 128-bit accumulators, which leaves
/// room for the operands in the sixteen registers that WebAssembly engines have on x86-64.
const TILE_ROWS: usize = 4;

/// The order of a matrix's gates among the columns that it makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct GateOrder {
    gates: usize,
    /// Gate `g` is column `(g + turn) % gates` of them.
    turn: usize,
}

impl GateOrder {
    /// Of the input's matrix.
    pub fn of_input(cell: Cell) -> Self {
        Self {
            gates: cell.gates(),
            turn: cell.input_column(0),
        }
    }

    /// Of the recurrent matrix, whose columns begin behind what the input alone makes.
    pub fn of_state(cell: Cell) -> Self {
        Self {
            gates: cell.gates(),
            turn: 0,
        }
    }

    pub fn column(self, gate: usize) -> usize {
        (gate + self.turn) % self.gates
    }

    fn gate(self, column: usize) -> usize {
        (column + self.gates - self.turn) % self.gates
    }
}

/// Packs a gate-stacked matrix `[hidden, gates·hidden]` for use as a right side `[padded, gates·padded]`.
/// Only what is not padding is written: `packed` starts as zeros and its padding stays so.
pub fn pack_gates(
    packed: &mut [f32],
    matrix: &[f32],
    order: GateOrder,
    hidden: usize,
    padded: usize,
) {
    debug_assert_eq!(packed.len(), order.gates * padded * padded);
    for (panel, block) in packed.chunks_exact_mut(padded * LANES).enumerate() {
        // A panel never straddles two gates: the padded size is a multiple of its width.
        let (column, unit) = (panel * LANES / padded, panel * LANES % padded);
        let gate = order.gate(column);
        let width = hidden.saturating_sub(unit).min(LANES);
        let rows = matrix.chunks_exact(order.gates * hidden);
        for (lanes, row) in block.chunks_exact_mut(LANES).zip(rows) {
            lanes[..width].copy_from_slice(&row[gate * hidden + unit..][..width]);
        }
    }
}

/// Packs the transpose of a gate-stacked matrix `[hidden, gates·hidden]` for use as a right side
/// `[gates·padded, padded]`, as [`pack_gates`] does.
pub fn pack_gates_transposed(
    packed: &mut [f32],
    matrix: &[f32],
    order: GateOrder,
    hidden: usize,
    padded: usize,
) {
    debug_assert_eq!(packed.len(), order.gates * padded * padded);
    let length = order.gates * padded * LANES;
    for (index, row) in matrix.chunks_exact(order.gates * hidden).enumerate() {
        let (panel, lane) = (index / LANES, index % LANES);
        let block = &mut packed[panel * length..][..length];
        for (gate, weights) in row.chunks_exact(hidden).enumerate() {
            let places = block[order.column(gate) * padded * LANES..].chunks_exact_mut(LANES);
            for (lanes, weight) in places.zip(weights) {
                lanes[lane] = *weight;
            }
        }
    }
}

/// A run of columns of a wider matrix `[rows, of]`.
#[derive(Debug, Clone, Copy)]
pub struct Columns {
    pub first: usize,
    pub count: usize,
    pub of: usize,
}

impl Columns {
    /// All columns of a matrix that has `count`.
    pub fn all(count: usize) -> Self {
        Self {
            first: 0,
            count,
            of: count,
        }
    }

    /// Its part of each row of the matrix.
    #[inline(always)]
    fn rows(self, matrix: &[f32]) -> impl Iterator<Item = &[f32]> {
        let rows = matrix.chunks_exact(self.of);
        rows.map(move |row| &row[self.first..][..self.count])
    }
}

/// How a product meets what is already in its destination.
#[derive(Clone, Copy)]
pub enum Start<'a> {
    /// Overwrite, starting from this row of biases `[of]`.
    Bias(&'a [f32]),
    /// Overwrite, starting from zero.
    Zero,
    /// Add to what is there.
    Accumulate,
}

/// `out = start + left · right`, in these columns of `out` and from these of `left`.
///
/// # Shapes
/// `left` `[rows, inner.of]`, `packed` panels of `[inner.count, columns.count]`, `out`
/// `[rows, columns.of]`.
pub fn multiply(
    out: &mut [f32],
    columns: Columns,
    left: &[f32],
    inner: Columns,
    packed: &[f32],
    start: Start<'_>,
) {
    debug_assert_eq!(left.len() / inner.of, out.len() / columns.of);
    debug_assert_eq!(packed.len(), inner.count * columns.count);
    let mut out_tiles = out.chunks_exact_mut(TILE_ROWS * columns.of);
    let mut left_tiles = left.chunks_exact(TILE_ROWS * inner.of);
    for (out, left) in (&mut out_tiles).zip(&mut left_tiles) {
        multiply_rows::<TILE_ROWS>(out, columns, left, inner, packed, start);
    }
    let rest = out_tiles.into_remainder();
    for (out, left) in rest
        .chunks_exact_mut(columns.of)
        .zip(left_tiles.remainder().chunks_exact(inner.of))
    {
        multiply_rows::<1>(out, columns, left, inner, packed, start);
    }
}

#[inline(always)]
fn multiply_rows<const ROWS: usize>(
    out: &mut [f32],
    columns: Columns,
    left: &[f32],
    inner: Columns,
    packed: &[f32],
    start: Start<'_>,
) {
    let rows: [&[f32]; ROWS] =
        std::array::from_fn(|row| &left[row * inner.of + inner.first..][..inner.count]);
    for (panel, block) in packed.chunks_exact(inner.count * LANES).enumerate() {
        let column = columns.first + panel * LANES;
        let mut sums: [f32x8; ROWS] = match start {
            Start::Bias(bias) => [load(&bias[column..]); ROWS],
            Start::Zero => [f32x8::ZERO; ROWS],
            Start::Accumulate => std::array::from_fn(|row| load(&out[row * columns.of + column..])),
        };
        for (k, lanes) in block.as_chunks::<LANES>().0.iter().enumerate() {
            let right = f32x8::new(*lanes);
            for row in 0..ROWS {
                // SAFETY: `block` has `inner.count` chunks and every row slice as many elements, so k is in
                // bounds; with the check, the loop runs a third slower.
                let broadcast = f32x8::splat(unsafe { *rows[row].get_unchecked(k) });
                sums[row] = broadcast.mul_add(right, sums[row]);
            }
        }
        for (row, sum) in sums.iter().enumerate() {
            out[row * columns.of + column..][..LANES].copy_from_slice(sum.as_array());
        }
    }
}

/// `out += leftᵀ · right`, the shape of a weight gradient: a sum over rows of outer products, with these
/// columns of `right`. Where it is `fresh`, what was in `out` is overwritten.
///
/// # Shapes
/// `left` `[rows, inner]` with `inner` a multiple of 4, `right` `[rows, columns.of]`, `out`
/// `[inner, columns.count]`.
pub fn add_transposed_product(
    out: &mut [f32],
    left: &[f32],
    inner: usize,
    right: &[f32],
    columns: Columns,
    fresh: bool,
) {
    let count = columns.count;
    debug_assert_eq!(left.len() / inner, right.len() / columns.of);
    debug_assert_eq!(out.len(), inner * count);
    debug_assert_eq!(inner % TILE_ROWS, 0);
    for (tile, out) in out.chunks_exact_mut(TILE_ROWS * count).enumerate() {
        let first = tile * TILE_ROWS;
        for column in (0..count).step_by(LANES) {
            let mut sums: [f32x8; TILE_ROWS] = match fresh {
                true => [f32x8::ZERO; TILE_ROWS],
                false => std::array::from_fn(|row| load(&out[row * count + column..])),
            };
            for (left, right) in left.chunks_exact(inner).zip(columns.rows(right)) {
                let right = load(&right[column..]);
                let left: &[f32; TILE_ROWS] = left[first..]
                    .first_chunk()
                    .expect("inner is a multiple of the tile");
                for row in 0..TILE_ROWS {
                    sums[row] = f32x8::splat(left[row]).mul_add(right, sums[row]);
                }
            }
            for (row, sum) in sums.iter().enumerate() {
                out[row * count + column..][..LANES].copy_from_slice(sum.as_array());
            }
        }
    }
}

/// The first eight values of a slice.
#[inline(always)]
pub fn load(values: &[f32]) -> f32x8 {
    f32x8::new(
        *values
            .first_chunk::<LANES>()
            .expect("rows are padded to whole lanes"),
    )
}

/// Writes to the first eight places of a slice.
#[inline(always)]
pub fn store(place: &mut [f32], values: f32x8) {
    place[..LANES].copy_from_slice(values.as_array());
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: usize, seed: u32) -> Vec<f32> {
        (0..count as u32)
            .map(|i| (crate::lstm::dropout::pcg_hash(i ^ seed) >> 16) as f32 / 65_536.0 - 0.5)
            .collect()
    }

    /// Panels of a plain matrix `[rows, columns]`.
    fn packed(matrix: &[f32], rows: usize, columns: usize) -> Vec<f32> {
        let mut packed = Vec::new();
        for panel in 0..columns / LANES {
            for row in 0..rows {
                packed.extend(&matrix[row * columns + panel * LANES..][..LANES]);
            }
        }
        packed
    }

    #[test]
    fn gates_are_packed_with_padding_both_ways() {
        let orders = Cell::ALL
            .iter()
            .flat_map(|cell| [GateOrder::of_input(*cell), GateOrder::of_state(*cell)]);
        let sizes = [(5, 8), (8, 8), (12, 16), (33, 40)];
        for (order, (hidden, padded)) in orders.flat_map(|order| sizes.map(|size| (order, size))) {
            let gates = order.gates;
            let matrix = numbers(hidden * gates * hidden, 6);
            let (rows, columns) = (padded, gates * padded);
            let mut plain = vec![0.0; rows * columns];
            for row in 0..hidden {
                for column in 0..gates * hidden {
                    let gate = order.column(column / hidden);
                    let place = gate * padded + column % hidden;
                    plain[row * columns + place] = matrix[row * gates * hidden + column];
                }
            }
            let mut ours = vec![0.0; rows * columns];
            pack_gates(&mut ours, &matrix, order, hidden, padded);
            assert_eq!(ours, packed(&plain, rows, columns));
            let transposed: Vec<f32> = (0..columns * rows)
                .map(|at| plain[at % rows * columns + at / rows])
                .collect();
            let mut ours = vec![0.0; rows * columns];
            pack_gates_transposed(&mut ours, &matrix, order, hidden, padded);
            assert_eq!(ours, packed(&transposed, columns, rows));
        }
    }

    #[test]
    fn products_agree_with_the_plain_triple_loop() {
        for (rows, inner, columns) in [(1, 8, 8), (4, 8, 32), (7, 16, 24), (13, 40, 8)] {
            let left = numbers(rows * inner, 1);
            let right = numbers(inner * columns, 2);
            let bias = numbers(columns, 3);
            let packed = packed(&right, inner, columns);
            let mut out = vec![9.0; rows * columns];
            let (all, within) = (Columns::all(columns), Columns::all(inner));
            multiply(&mut out, all, &left, within, &packed, Start::Bias(&bias));
            multiply(&mut out, all, &left, within, &packed, Start::Accumulate);
            for row in 0..rows {
                for column in 0..columns {
                    let dot: f32 = (0..inner)
                        .map(|k| left[row * inner + k] * right[k * columns + column])
                        .sum();
                    let expected = bias[column] + 2.0 * dot;
                    assert!((out[row * columns + column] - expected).abs() < 1e-5);
                }
            }
        }
    }

    #[test]
    fn runs_of_columns_are_read_and_written_where_they_lie() {
        let (rows, inner, columns) = (7, 8, 16);
        let (right, bias) = (numbers(inner * columns, 7), numbers(columns + 8, 8));
        let packed = packed(&right, inner, columns);
        let run = |first, count| Columns {
            first,
            count,
            of: count + 8,
        };
        // The same product from and in matrices with eight more columns, left of it or right of it.
        let wide = numbers(rows * (inner + 8), 9);
        for (of_left, of_out) in [(0, 8), (8, 0)] {
            let within = run(of_left, inner);
            let left: Vec<f32> = within.rows(&wide).flatten().copied().collect();
            let mut expected = vec![0.0; rows * columns];
            let start = Start::Bias(&bias[of_out..]);
            let all = Columns::all(columns);
            multiply(
                &mut expected,
                all,
                &left,
                Columns::all(inner),
                &packed,
                start,
            );
            let mut out = vec![9.0; rows * (columns + 8)];
            let place = run(of_out, columns);
            multiply(&mut out, place, &wide, within, &packed, Start::Bias(&bias));
            let written: Vec<f32> = place.rows(&out).flatten().copied().collect();
            assert_eq!(written, expected);
            assert_eq!(out.iter().filter(|value| **value == 9.0).count(), rows * 8);

            let mut expected = vec![0.0; inner * columns];
            add_transposed_product(&mut expected, &left, inner, &written, all, false);
            let mut sums = vec![9.0; inner * columns];
            add_transposed_product(&mut sums, &left, inner, &out, place, true);
            assert_eq!(sums, expected);
        }
    }

    #[test]
    fn transposed_product_agrees_with_the_plain_triple_loop() {
        let (rows, inner, columns) = (11, 8, 16);
        let left = numbers(rows * inner, 4);
        let right = numbers(rows * columns, 5);
        let mut out = vec![1.0; inner * columns];
        let all = Columns::all(columns);
        add_transposed_product(&mut out, &left, inner, &right, all, false);
        for i in 0..inner {
            for j in 0..columns {
                let expected: f32 = 1.0
                    + (0..rows)
                        .map(|r| left[r * inner + i] * right[r * columns + j])
                        .sum::<f32>();
                assert!((out[i * columns + j] - expected).abs() < 1e-5);
            }
        }
    }
}
