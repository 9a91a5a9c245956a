// What every row of the table trains on; the same numbers as in src/workload.rs and pytorch.py.

/** The source notebook's step: what the table's ratios are about. */
export const NOTEBOOK = { window: 20, hidden: 32, layers: 2, batch: 64 };

export const DROPOUT = 0.2;
export const OPTIMIZER = {
  learning_rate: 0.01,
  beta_1: 0.9,
  beta_2: 0.98,
  epsilon: 1e-9,
  decay: 0.1,
  decay_every: 40,
  clip_norm: null,
};

/** Steps of the notebook's run: 68 batches in each of 100 epochs. */
export const BATCHES = 68;
export const EPOCHS = 100;
export const RUN_STEPS = BATCHES * EPOCHS;

export const value = (index) => Math.sin(index * 0.21) + 0.4 * Math.cos(index * 0.067);

/** A job for the trainer (src/protocol.rs): one epoch of `steps` steps, one row watched. */
export function epochJob(workload, device, steps) {
  const { cell = "lstm", features = 1, window, hidden, layers, batch } = workload;
  const rows = steps * batch;
  return {
    inputs: Array.from({ length: (rows + window) * features }, (_, index) => value(index)),
    targets: Array.from({ length: rows }, (_, row) => value(row + window)),
    window,
    train_rows: Array.from({ length: rows }, (_, row) => row),
    validation_rows: [],
    test_rows: [0],
    network: { cell, features, hidden, layers, dropout: DROPOUT },
    optimizer: OPTIMIZER,
    batch,
    epochs: 1,
    patience: null,
    shuffle: true,
    seed: 1,
    device,
  };
}

/** The notebook's whole run on a series of `length` prices: four fifths of the rows are trained on. */
export function notebookJob(length, device, epochs) {
  const { window, batch } = NOTEBOOK;
  const rows = length - window;
  const trained = Math.floor(0.8 * rows);
  return {
    ...epochJob(NOTEBOOK, device, Math.ceil(rows / batch)),
    inputs: Array.from({ length }, (_, index) => value(index)),
    targets: Array.from({ length: rows }, (_, row) => value(row + window)),
    train_rows: Array.from({ length: trained }, (_, row) => row),
    test_rows: Array.from({ length: rows - trained }, (_, index) => trained + index),
    epochs,
  };
}
