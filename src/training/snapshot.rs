//! All that a run needs to go on after a finished epoch, as plain numbers on the host: what survives
//! a lost device.

/// The weights of the epoch with the lowest validation loss.
#[derive(Debug, Clone, PartialEq)]
pub struct Best {
    /// 1-based; 0 for the untrained network.
    pub epoch: usize,
    pub loss: f64,
    pub parameters: Vec<f32>,
}

/// The state after `epoch` finished epochs.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    pub parameters: Vec<f32>,
    pub moment_1: Vec<f32>,
    pub moment_2: Vec<f32>,
    /// Optimizer steps taken.
    pub time: u32,
    /// Epochs finished.
    pub epoch: usize,
    pub best: Option<Best>,
}

impl Snapshot {
    /// Before the first epoch.
    pub fn initial(parameters: Vec<f32>) -> Self {
        let zeros = vec![0.0; parameters.len()];
        Self {
            parameters,
            moment_1: zeros.clone(),
            moment_2: zeros,
            time: 0,
            epoch: 0,
            best: None,
        }
    }

    /// Keeps this epoch's weights if their validation loss is the lowest so far. One that is no number
    /// is never kept.
    pub(super) fn keep_if_best(&mut self, loss: f64) {
        if loss.is_finite() && self.best.as_ref().is_none_or(|best| loss < best.loss) {
            self.best = Some(Best {
                epoch: self.epoch,
                loss,
                parameters: self.parameters.clone(),
            });
        }
    }
}
