// The trainer's numbers in the browser against PyTorch's (tests/pytorch/generate.py), on both
// devices: the losses of ten batches, the weights after ten Adam steps, and the predictions then.
import { fileURLToPath } from "node:url";
import { test, expect } from "./fixtures.js";
import { job, runJob, safetensors } from "./trainer.js";

const FIXTURE = fileURLToPath(new URL("../pytorch/notebook.safetensors", import.meta.url));
const [WINDOW, HIDDEN, LAYERS, GATES] = [20, 32, 2, 4];
const TOLERANCE = 1e-4;

/** PyTorch's parameters in the order of the flat vector (src/lstm/layout.rs), with their names. */
function parts(tensors, group) {
  const get = (name) => tensors[`${group}.${name}`];
  const transposed = (matrix) =>
    Array.from({ length: HIDDEN }, (_, row) =>
      Array.from({ length: GATES * HIDDEN }, (_, column) => matrix[column * HIDDEN + row]),
    ).flat();
  const list = [
    ["linear_1.weight", get("linear_1.weight")],
    ["linear_1.bias", get("linear_1.bias")],
  ];
  for (let layer = 0; layer < LAYERS; layer += 1) {
    for (const kind of ["ih", "hh"]) {
      const name = `lstm.weight_${kind}_l${layer}`;
      list.push([name, transposed(get(name))]);
    }
    for (const kind of ["ih", "hh"]) {
      const name = `lstm.bias_${kind}_l${layer}`;
      list.push([name, get(name)]);
    }
  }
  list.push(["linear_2.weight", get("linear_2.weight")], ["linear_2.bias", get("linear_2.bias")]);
  return list;
}

/** Largest difference relative to the largest value. */
function difference(ours, theirs) {
  expect(ours.length).toBe(theirs.length);
  const scale = Math.max(...theirs.map(Math.abs));
  return Math.max(...theirs.map((value, index) => Math.abs(value - ours[index]))) / scale;
}

for (const device of ["cpu", "webgpu"]) {
  test(`every gradient agrees with PyTorch on ${device}`, async ({ page }) => {
    const tensors = await safetensors(FIXTURE);
    const { inputs, targets } = tensors;
    const start = parts(tensors, "start").flatMap(([, values]) => values);
    await page.goto("");
    // Adam without memory and with an ε that dwarfs every gradient moves by (rate / ε) · gradient.
    const [rate, epsilon] = [1e8, 1e6];
    const messages = await runJob(
      page,
      job({
        inputs,
        targets,
        window: WINDOW,
        train_rows: Array.from({ length: 64 }, (_, row) => row),
        network: { features: 1, hidden: HIDDEN, layers: LAYERS, dropout: 0 },
        optimizer: {
          learning_rate: rate,
          beta_1: 0,
          beta_2: 0,
          epsilon,
          decay: 1,
          decay_every: 1,
          clip_norm: null,
        },
        device,
        initial_parameters: start,
      }),
    );
    const { Finished, Failed } = messages.at(-1);
    expect(Failed).toBeUndefined();
    const { report } = messages.find((message) => "Epoch" in message).Epoch;
    expect(difference([report.train_loss], tensors["batch.loss"])).toBeLessThan(TOLERANCE);
    const gradient = Finished.model.parameters.map(
      (value, index) => ((start[index] - value) * epsilon) / rate,
    );
    let offset = 0;
    for (const [name, theirs] of parts(tensors, "gradient")) {
      const ours = gradient.slice(offset, offset + theirs.length);
      offset += theirs.length;
      expect(difference(ours, theirs), name).toBeLessThan(TOLERANCE);
    }
  });

  test(`ten Adam steps agree with PyTorch on ${device}`, async ({ page }) => {
    const tensors = await safetensors(FIXTURE);
    const { inputs, targets } = tensors;
    await page.goto("");
    const messages = await runJob(
      page,
      job({
        inputs,
        targets,
        window: WINDOW,
        train_rows: targets.map((_, row) => row),
        network: { features: 1, hidden: HIDDEN, layers: LAYERS, dropout: 0 },
        device,
        initial_parameters: parts(tensors, "start").flatMap(([, values]) => values),
      }),
    );
    const started = messages.find((message) => "Started" in message).Started;
    expect(started.device.kind).toBe(device);
    const { Finished, Failed } = messages.at(-1);
    expect(Failed).toBeUndefined();
    const { model } = Finished;

    const losses = tensors["steps.losses"];
    const sizes = losses.map((_, step) => Math.min(64, targets.length - step * 64));
    const mean = losses.reduce((sum, loss, step) => sum + loss * sizes[step], 0) / targets.length;
    const { report } = messages.find((message) => "Epoch" in message).Epoch;
    expect(Math.abs(report.train_loss / mean - 1)).toBeLessThan(TOLERANCE);

    let offset = 0;
    for (const [name, theirs] of parts(tensors, "end")) {
      const ours = model.parameters.slice(offset, offset + theirs.length);
      offset += theirs.length;
      expect(difference(ours, theirs), name).toBeLessThan(TOLERANCE);
    }
    expect(offset).toBe(model.parameters.length);
    const predictions = model.predictions.slice(0, targets.length);
    expect(difference(predictions, tensors["end.predictions"])).toBeLessThan(TOLERANCE);
  });
}
