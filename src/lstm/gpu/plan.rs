//! How a network and a batch are cut into workgroups, scratch regions and chunks.
//!
//! Inside the kernels the hidden size is rounded up to a multiple of four, so that every load is a
//! `vec4`. Units beyond the real ones have zero weights, hence zero states and zero gradients. Where
//! the hidden size is a multiple of four, the parameter vector is used as it is.

use crate::cells::Cell;
use crate::lstm::layout::ParameterLayout;
use crate::protocol::NetworkConfig;

/// WebGPU's default limits, which every adapter grants.
pub const MAX_INVOCATIONS: usize = 256;
pub const MAX_WORKGROUP_BYTES: usize = 16 * 1024;
pub const MAX_BINDING_BYTES: usize = 128 * 1024 * 1024;
pub const MAX_WORKGROUPS: usize = 65_535;

/// Time steps of each sequence that a prediction keeps: the one being made and the one before.
pub const TIMES_OF_PREDICTION: usize = 2;

/// Invocations per workgroup where a kernel has no structure of its own.
pub const FLAT_WORKGROUP: u32 = 64;

/// What a kernel is compiled for. Window, batch and row numbers are arguments, so that one
/// compilation serves every epoch, its short last batch and the predictions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Shape {
    pub cell: Cell,
    pub features: usize,
    /// Hidden units as the user asked for them.
    pub units: usize,
    /// Hidden units divided by four, rounded up: a hidden state is this many `vec4`s.
    pub quads: usize,
    pub layers: usize,
    /// Batch rows of one invocation: each weight that it loads is used this often.
    pub rows: usize,
    /// Groups of invocations in a workgroup, each with rows of its own.
    pub groups: usize,
    /// Groups of eight rows (2) or four rows (1) of a weight matrix per invocation of the weight
    /// gradient kernel.
    pub tile: usize,
    /// Loops that are cheap beside the products stay loops instead of being unrolled, and workgroup
    /// memory is not used: a software adapter takes longer to compile a kernel than to run it for many
    /// steps.
    pub compact: bool,
}

impl Shape {
    pub fn hidden(&self) -> usize {
        self.quads * 4
    }

    /// The layout the kernels see.
    pub fn layout(&self) -> ParameterLayout {
        ParameterLayout {
            cell: self.cell,
            features: self.features,
            hidden: self.hidden(),
            layers: self.layers,
            outputs: 1,
        }
    }

    /// Whether the flat parameter vector already has the layout the kernels see.
    pub fn aligned(&self) -> bool {
        self.units == self.hidden()
    }

    pub fn rows_per_workgroup(&self) -> usize {
        self.rows * self.groups
    }

    /// Blocks of `quads` `vec4`s that are kept of a time step; see [`crate::cells`].
    pub fn columns(&self) -> usize {
        self.cell.columns()
    }

    pub fn gates(&self) -> usize {
        self.cell.gates()
    }

    /// Gates whose parts from input and state are kept apart.
    pub fn apart(&self) -> usize {
        self.cell.apart()
    }

    /// Layers that carry a state beside their output.
    fn cell_states(&self) -> usize {
        match self.cell.definition().cell_state {
            true => self.layers,
            false => 0,
        }
    }

    /// Where the scratch buffer's regions begin, in runs of `quads` `vec4`s for each row and time step.
    pub fn gates_region(&self) -> usize {
        self.layers + 1
    }

    pub fn cells_region(&self) -> usize {
        self.gates_region() + self.layers * self.columns()
    }

    pub fn input_gradients_region(&self) -> usize {
        self.cells_region() + self.cell_states()
    }

    pub fn errors_region(&self) -> usize {
        self.input_gradients_region() + 1
    }

    /// Offset of recurrent layer `layer`, in `vec4`s: its input matrix, its recurrent matrix right
    /// behind, then its two biases.
    pub fn layer_start(&self, layer: usize) -> usize {
        (self.features + 1) * self.quads + layer * self.layer_length()
    }

    /// `vec4`s of one matrix `[hidden, gates·hidden]`.
    pub fn matrix_length(&self) -> usize {
        self.hidden() * self.gates() * self.quads
    }

    /// `vec4`s of one recurrent layer's parameters.
    pub fn layer_length(&self) -> usize {
        2 * self.matrix_length() + 2 * self.gates() * self.quads
    }

    /// Offset of the head's weights, in `vec4`s.
    pub fn head_start(&self) -> usize {
        self.layer_start(self.layers)
    }

    /// Parameters as the kernels see them.
    pub fn parameters(&self) -> usize {
        self.layout().len()
    }

    /// One copy of the gradient, in `vec4`s; the last holds the head's bias alone.
    pub fn gradient_length(&self) -> usize {
        self.parameters().div_ceil(4)
    }

    /// `vec4`s of workgroup memory of the forward kernel: two generations of the input layer's
    /// and every recurrent layer's output; one that is never touched in a compact kernel.
    pub fn forward_workgroup_length(&self) -> usize {
        match self.compact {
            true => 1,
            false => 2 * self.rows_per_workgroup() * (self.layers + 1) * self.quads,
        }
    }

    /// `vec4`s of scratch that a prediction of `rows` rows needs, [`TIMES_OF_PREDICTION`] of each
    /// sequence; one that is never touched where workgroup memory is used.
    pub fn prediction_scratch_length(&self, rows: usize) -> usize {
        match self.compact {
            true => TIMES_OF_PREDICTION * (self.layers + 1) * self.quads * rows,
            false => 1,
        }
    }

    /// Rows that one dispatch can predict, a multiple of a workgroup's rows.
    pub fn rows_per_prediction(&self) -> usize {
        let workgroup = self.prediction_scratch_length(self.rows_per_workgroup());
        let fitting = MAX_BINDING_BYTES / 16 / workgroup;
        fitting.clamp(1, MAX_WORKGROUPS) * self.rows_per_workgroup()
    }

    /// `vec4`s of scratch that one batch row needs.
    fn scratch_per_row(&self, window: usize) -> usize {
        window * self.errors_region() * self.quads + 1
    }

    /// `vec4`s of scratch for `rows` batch rows.
    pub fn scratch_length(&self, window: usize, rows: usize) -> usize {
        self.scratch_per_row(window) * rows
    }

    /// Batch rows whose scratch fits in one binding, a multiple of a workgroup's rows.
    pub fn rows_per_chunk(&self, window: usize) -> usize {
        let fitting = MAX_BINDING_BYTES / 16 / self.scratch_per_row(window);
        (fitting / self.rows_per_workgroup()).max(1) * self.rows_per_workgroup()
    }

    /// Invocations of the weight gradient kernel per split: a tile of eight or four rows by four
    /// columns for each gate of a matrix each, then biases, the input layer, the head.
    pub fn gradient_items(&self) -> usize {
        self.layers * 2 * self.quads.div_ceil(self.tile) * self.quads
            + self.layers * self.quads
            + self.quads
            + self.layers * self.quads
            + 1
    }
}

/// The two kinds of machine the kernels are cut for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Machine {
    /// A GPU: latency counts, so few rows per invocation and many invocations.
    Gpu,
    /// A CPU in a GPU's clothes (SwiftShader, lavapipe): loads cost as much as arithmetic, so
    /// many rows per invocation and few invocations.
    Software,
}

impl Machine {
    /// Software adapters run a subgroup as one SIMD register of the CPU: 4 or 8 lanes. A GPU
    /// that says the same loses little by being treated so.
    pub fn of(client: &cubecl::client::Client) -> Self {
        if client.properties().hardware.plane_size_max <= 8 {
            Self::Software
        } else {
            Self::Gpu
        }
    }

    fn rows(self) -> usize {
        match self {
            Self::Gpu => 2,
            Self::Software => 4,
        }
    }

    fn wanted_invocations(self) -> usize {
        match self {
            Self::Gpu => 64,
            Self::Software => 16,
        }
    }

    fn tile(self) -> usize {
        match self {
            Self::Gpu => 1,
            Self::Software => 2,
        }
    }

    /// Most workgroups of a kernel that runs over all parameters: on a software adapter an
    /// invocation that meets a barrier is a coroutine, dearer than the sum it takes part in.
    pub fn most_workgroups(self) -> usize {
        match self {
            Self::Gpu => 1024,
            Self::Software => 8,
        }
    }

    /// Invocations that keep the machine busy in the weight gradient kernel.
    fn busy_invocations(self) -> usize {
        match self {
            Self::Gpu => 16_384,
            Self::Software => 512,
        }
    }
}

/// Cuts a network for a machine.
pub fn shape(network: &NetworkConfig, machine: Machine) -> Shape {
    let mut shape = Shape {
        cell: ParameterLayout::new(network).cell,
        features: network.features,
        units: network.hidden,
        quads: network.hidden.div_ceil(4),
        layers: network.layers,
        rows: machine.rows(),
        groups: 1,
        tile: machine.tile(),
        compact: machine == Machine::Software,
    };
    let fits = |shape: &Shape| {
        shape.forward_workgroup_length() * 16 <= MAX_WORKGROUP_BYTES
            && (shape.layers + 1) * shape.quads * shape.groups <= MAX_INVOCATIONS
    };
    while !fits(&shape) && shape.rows > 1 {
        shape.rows /= 2;
    }
    loop {
        let more = Shape {
            groups: shape.groups * 2,
            ..shape
        };
        if shape.layers * shape.quads * shape.groups >= machine.wanted_invocations() || !fits(&more)
        {
            return shape;
        }
        shape = more;
    }
}

/// How many partial sums the weight gradients are split into: enough to keep the machine busy, no
/// more than leaves each a few dozen samples, and no more than one binding holds.
pub fn splits(shape: &Shape, machine: Machine, samples: usize) -> usize {
    let wanted = machine.busy_invocations().div_ceil(shape.gradient_items());
    let fitting = MAX_BINDING_BYTES / 16 / shape.gradient_length();
    wanted.min(samples.div_ceil(32)).min(fitting).clamp(1, 64)
}
