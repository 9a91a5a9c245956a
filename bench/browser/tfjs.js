// The source notebook's network in TensorFlow.js, from its own layers and optimizer. xtask bundles
// this file; nothing is loaded from elsewhere.
import * as tf from "@tensorflow/tfjs-core";
// The layers call operations as methods, and training needs every gradient.
import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops.js";
import "@tensorflow/tfjs-core/dist/register_all_gradients.js";
import { layers, input, model as modelOf } from "@tensorflow/tfjs-layers";
import { setWasmPaths } from "@tensorflow/tfjs-backend-wasm";
import "@tensorflow/tfjs-backend-webgpu";
import { BATCHES, DROPOUT, OPTIMIZER, value } from "../workload.js";

/** Linear(1 → hidden), ReLU, LSTMs, their last states concatenated, dropout, Linear(→ 1). */
function network({ window, hidden, layers: count }) {
  const windows = input({ shape: [window, 1] });
  let sequence = layers.dense({ units: hidden, activation: "relu" }).apply(windows);
  const lastStates = [];
  for (let layer = 0; layer < count; layer += 1) {
    const lstm = layers.lstm({
      units: hidden,
      returnSequences: true,
      returnState: true,
      // TensorFlow.js's default is the piecewise linear "hardSigmoid".
      recurrentActivation: "sigmoid",
      unitForgetBias: false,
      kernelInitializer: "heNormal",
    });
    const [outputs, state] = lstm.apply(sequence);
    sequence = outputs;
    lastStates.push(state);
  }
  const last = count > 1 ? layers.concatenate().apply(lastStates) : lastStates[0];
  const dropped = layers.dropout({ rate: DROPOUT }).apply(last);
  const outputs = layers.dense({ units: 1 }).apply(dropped);
  const model = modelOf({ inputs: windows, outputs });
  const { learning_rate: rate, beta_1, beta_2, epsilon } = OPTIMIZER;
  model.compile({ optimizer: tf.train.adam(rate, beta_1, beta_2, epsilon), loss: "meanSquaredError" });
  return model;
}

/** A network in training on resident data, on the backend "wasm" or "webgpu". */
export async function openTensorflow(workload, backend) {
  setWasmPaths("/bench/build/");
  if (!(await tf.setBackend(backend))) throw new Error(`TensorFlow.js has no ${backend} here`);
  await tf.ready();
  const { window, batch } = workload;
  const rows = BATCHES * batch;
  const windows = tf.tensor3d(
    Array.from({ length: rows }, (_, row) =>
      Array.from({ length: window }, (_, time) => [value(row + time)]),
    ),
  );
  const targets = tf.tensor2d(Array.from({ length: rows }, (_, row) => [value(row + window)]));
  const order = tf.util.createShuffledIndices(rows);
  const model = network(workload);
  let next = 0;

  async function step() {
    if (next + batch > rows) next = 0;
    const [x, y] = tf.tidy(() => {
      const picked = tf.tensor1d(Int32Array.from(order.slice(next, next + batch)), "int32");
      return [tf.gather(windows, picked), tf.gather(targets, picked)];
    });
    next += batch;
    const loss = await model.trainOnBatch(x, y);
    tf.dispose([x, y]);
    return loss;
  }

  return {
    async steps(count) {
      const started = performance.now();
      let loss;
      for (let done = 0; done < count; done += 1) loss = await step();
      return { ms_per_step: (performance.now() - started) / count, loss };
    },
  };
}
