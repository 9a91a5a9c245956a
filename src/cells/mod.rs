//! What a network is made of: the recurrent cells, LSTM, GRU and plain RNN, in a file each, with
//! [`formula`] for the arithmetic of all three; and the linear networks, which have no cell
//! ([`Linear`]). Kernels, files, drawings and words take from here how many gates there are, what they
//! are called and in which order they lie. [`NetworkKind`] is one of them all.
//!
//! A cell reads the layer's input `x_t` and its own state `h_(t−1)`, and makes `h_t`. Every gate has a row
//! in both matrices, `W` for the input and `U` for the state, and in both of PyTorch's biases:
//!
//! ```text
//! p_t = W x_t + b,   q_t = U h_(t−1) + b'       [gates · hidden] each, stacked in the order of `gates`
//! ```
//!
//! Most gates use nothing but the sum `p_t + q_t`. A gate whose two parts are used apart, the GRU's
//! candidate, is told by [`Definition::apart`]; such gates come last.
//!
//! # Columns
//! What a kernel computes and keeps of a time step lies in [`Cell::columns`] blocks of `hidden` numbers:
//! the input's parts of the gates apart, then the sums, then the state's parts of the gates apart. So
//! what the input's matrix makes is one run of columns and what the state's matrix makes is one, whatever
//! the cell.
//!
//! # Initialisation
//! The source notebook's, for each cell (`lstm::init`): `W`, stacked, Kaiming-normal (He et al. 2015);
//! `U`, stacked, orthogonal as a whole (Saxe et al. 2014); biases zero, but for the forget
//! gates' where the settings say so. PyTorch's own default, uniform in
//! ±1/√hidden for everything, is not used: cells that began differently could not be compared.

pub mod formula;
mod gru;
mod linear;
mod lstm;
mod network;
mod rnn;

pub use linear::Linear;
pub use network::NetworkKind;

use serde::{Deserialize, Serialize};

/// A recurrent cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cell {
    /// Long short-term memory.
    #[default]
    Lstm,
    /// Gated recurrent unit.
    Gru,
    /// The plain recurrent network.
    Rnn,
}

/// What a cell is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// The address's word, and the name of the layers in a file.
    pub slug: &'static str,
    /// PyTorch's module in `torch.nn`.
    pub pytorch: &'static str,
    /// In PyTorch's order.
    pub gates: &'static [Gate],
    /// How many gates, the last ones, use what comes of the input and what comes of the state apart.
    pub apart: usize,
    /// Whether the cell carries a state beside `h`.
    pub cell_state: bool,
}

/// One gate of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gate {
    /// Its letter in formulas.
    pub symbol: char,
    pub squashed_by: Squash,
}

/// The function that a gate's sum goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Squash {
    /// `1 / (1 + e⁻ˣ)`
    Sigmoid,
    Tanh,
}

const fn sigmoid(symbol: char) -> Gate {
    Gate {
        symbol,
        squashed_by: Squash::Sigmoid,
    }
}

const fn tanh(symbol: char) -> Gate {
    Gate {
        symbol,
        squashed_by: Squash::Tanh,
    }
}

impl Cell {
    /// The most [`Cell::columns`] of any.
    pub const MOST_COLUMNS: usize = 4;

    pub const ALL: &'static [Self] = &[Self::Lstm, Self::Gru, Self::Rnn];

    /// The address's word.
    pub const fn slug(self) -> &'static str {
        self.definition().slug
    }

    /// What people call it, in each language: PyTorch's name.
    pub const fn name(self) -> &'static str {
        self.definition().pytorch
    }

    pub const fn definition(self) -> &'static Definition {
        match self {
            Self::Lstm => &lstm::DEFINITION,
            Self::Gru => &gru::DEFINITION,
            Self::Rnn => &rnn::DEFINITION,
        }
    }

    /// Gates, each with a block of `hidden` columns in both matrices.
    pub const fn gates(self) -> usize {
        self.definition().gates.len()
    }

    /// The gate that says how much of the cell's state stays; only the LSTM has one.
    pub fn forget_gate(self) -> Option<usize> {
        let mut gates = self.definition().gates.iter();
        gates.position(|gate| gate.symbol == 'f')
    }

    /// See [`Definition::apart`].
    pub const fn apart(self) -> usize {
        self.definition().apart
    }

    /// Blocks of `hidden` numbers that a kernel keeps of a time step.
    pub const fn columns(self) -> usize {
        self.gates() + self.apart()
    }

    /// The column that a gate's part from the input goes to; together they are the first [`Cell::gates`].
    pub const fn input_column(self, gate: usize) -> usize {
        (gate + self.apart()) % self.gates()
    }

    /// The column that a gate's part from the state goes to; together they are the last [`Cell::gates`].
    pub const fn recurrent_column(self, gate: usize) -> usize {
        gate + self.apart()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_of_input_and_state_are_a_run_each_and_meet_where_gates_use_the_sum() {
        for cell in Cell::ALL.iter().copied() {
            let (gates, apart) = (cell.gates(), cell.apart());
            assert!(cell.columns() <= Cell::MOST_COLUMNS);
            let mut input: Vec<_> = (0..gates).map(|gate| cell.input_column(gate)).collect();
            let recurrent: Vec<_> = (0..gates).map(|gate| cell.recurrent_column(gate)).collect();
            for gate in 0..gates {
                let meet = input[gate] == recurrent[gate];
                assert_eq!(meet, gate < gates - apart, "{cell:?}, gate {gate}");
            }
            input.sort_unstable();
            assert_eq!(input, (0..gates).collect::<Vec<_>>());
            assert_eq!(recurrent, (apart..cell.columns()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_lstm_alone_has_a_forget_gate() {
        let gates: Vec<_> = Cell::ALL.iter().map(|cell| cell.forget_gate()).collect();
        assert_eq!(gates, [Some(1), None, None]);
    }

    #[test]
    fn gates_stand_in_pytorchs_order() {
        // torch.nn.LSTM: "(W_ii|W_if|W_ig|W_io)"; torch.nn.GRU: "(W_ir|W_iz|W_in)".
        let symbols = |cell: Cell| -> String {
            let gates = cell.definition().gates.iter();
            gates.map(|gate| gate.symbol).collect()
        };
        assert_eq!(
            Cell::ALL.iter().map(|it| symbols(*it)).collect::<Vec<_>>(),
            ["ifgo", "rzn", "h"]
        );
    }
}
