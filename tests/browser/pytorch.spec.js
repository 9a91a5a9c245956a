// The trainer's numbers in the browser against PyTorch's (tests/pytorch/generate.py), on both
// devices: the losses of ten batches, the weights after ten Adam steps, and the predictions then. Of the
// source notebook's network, and of small networks of each cell with 1, 2 and 8 features. Linear networks
// are trained on the CPU whatever is chosen.
import { fileURLToPath } from "node:url";
import { test, expect } from "./fixtures.js";
import { job, runJob, safetensors } from "./trainer.js";

const TOLERANCE = 1e-4;
const GATES = { lstm: 4, gru: 3, rnn: 1 };
const LINEAR = ["linear", "nlinear"];
const LAYERS = 2;
const NOTEBOOK = { cell: "lstm", features: 1, hidden: 32, window: 20, batch: 64, file: "notebook", prefix: "" };
const networksOf = (cell) =>
  [1, 2, 8].map((features) => ({
    cell,
    features,
    hidden: 8,
    window: 7,
    batch: 16,
    file: "cells",
    prefix: `${cell}-${features}.`,
  }));

/** PyTorch's tensors of one network, without the prefix that they have in the file. */
async function tensorsOf({ file, prefix }) {
  const path = fileURLToPath(new URL(`../pytorch/${file}.safetensors`, import.meta.url));
  const named = Object.entries(await safetensors(path)).filter(([name]) => name.startsWith(prefix));
  return Object.fromEntries(named.map(([name, values]) => [name.slice(prefix.length), values]));
}

/** PyTorch's parameters in the order of the flat vector (src/lstm/layout.rs), with their names. */
function parts(tensors, group, { cell, hidden }) {
  const get = (name) => tensors[`${group}.${name}`];
  const transposed = (matrix, outs) => {
    const ins = matrix.length / outs;
    return Array.from({ length: ins }, (_, row) =>
      Array.from({ length: outs }, (_, column) => matrix[column * ins + row]),
    ).flat();
  };
  if (LINEAR.includes(cell)) {
    return ["linear.weight", "linear.bias"].map((name) => [name, get(name)]);
  }
  const list = [
    ["linear_1.weight", transposed(get("linear_1.weight"), hidden)],
    ["linear_1.bias", get("linear_1.bias")],
  ];
  for (let layer = 0; layer < LAYERS; layer += 1) {
    for (const kind of ["ih", "hh"]) {
      const name = `${cell}.weight_${kind}_l${layer}`;
      list.push([name, transposed(get(name), GATES[cell] * hidden)]);
    }
    for (const kind of ["ih", "hh"]) {
      const name = `${cell}.bias_${kind}_l${layer}`;
      list.push([name, get(name)]);
    }
  }
  list.push(["linear_2.weight", get("linear_2.weight")], ["linear_2.bias", get("linear_2.bias")]);
  return list;
}

/** The fixture's network and data as a job. */
function jobOf({ cell, features, hidden, window, batch }, { inputs, targets }, given) {
  const network = { cell, features, hidden, layers: LAYERS, dropout: 0 };
  return job({ inputs, targets, window, network, batch, ...given });
}

/** Largest difference relative to the largest value. */
function difference(ours, theirs) {
  expect(ours.length).toBe(theirs.length);
  const scale = Math.max(...theirs.map(Math.abs));
  return Math.max(...theirs.map((value, index) => Math.abs(value - ours[index]))) / scale;
}

/** Every gradient of the first batch. */
async function gradientsAgree(page, fixture, device) {
  const tensors = await tensorsOf(fixture);
  const start = parts(tensors, "start", fixture).flatMap(([, values]) => values);
  // Adam without memory and with an ε that dwarfs every gradient moves by (rate / ε) · gradient.
  const [rate, epsilon] = [1e8, 1e6];
  const messages = await runJob(
    page,
    jobOf(fixture, tensors, {
      train_rows: Array.from({ length: fixture.batch }, (_, row) => row),
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
  for (const [name, theirs] of parts(tensors, "gradient", fixture)) {
    const ours = gradient.slice(offset, offset + theirs.length);
    offset += theirs.length;
    expect(difference(ours, theirs), `${fixture.prefix}${name}`).toBeLessThan(TOLERANCE);
  }
}

/** Losses, weights and predictions of ten batches. */
async function stepsAgree(page, fixture, device) {
  const tensors = await tensorsOf(fixture);
  const { targets } = tensors;
  const messages = await runJob(
    page,
    jobOf(fixture, tensors, {
      train_rows: targets.map((_, row) => row),
      device,
      initial_parameters: parts(tensors, "start", fixture).flatMap(([, values]) => values),
    }),
  );
  const started = messages.find((message) => "Started" in message).Started;
  const expected = LINEAR.includes(fixture.cell) ? "cpu" : device;
  expect(started.device.kind).toBe(expected);
  const { Finished, Failed } = messages.at(-1);
  expect(Failed).toBeUndefined();
  const { model } = Finished;

  const losses = tensors["steps.losses"];
  const { batch } = fixture;
  const sizes = losses.map((_, step) => Math.min(batch, targets.length - step * batch));
  const mean = losses.reduce((sum, loss, step) => sum + loss * sizes[step], 0) / targets.length;
  const { report } = messages.find((message) => "Epoch" in message).Epoch;
  expect(Math.abs(report.train_loss / mean - 1)).toBeLessThan(TOLERANCE);

  let offset = 0;
  for (const [name, theirs] of parts(tensors, "end", fixture)) {
    const ours = model.parameters.slice(offset, offset + theirs.length);
    offset += theirs.length;
    expect(difference(ours, theirs), `${fixture.prefix}${name}`).toBeLessThan(TOLERANCE);
  }
  expect(offset).toBe(model.parameters.length);
  const predictions = model.predictions.slice(0, targets.length);
  expect(difference(predictions, tensors["end.predictions"])).toBeLessThan(TOLERANCE);
  if (expected === "webgpu") expect(model.dispatches_per_step).toBeLessThanOrEqual(10);
}

for (const device of ["cpu", "webgpu"]) {
  test(`every gradient agrees with PyTorch on ${device}`, async ({ page }) => {
    await page.goto("");
    await gradientsAgree(page, NOTEBOOK, device);
  });

  test(`ten Adam steps agree with PyTorch on ${device}`, async ({ page }) => {
    await page.goto("");
    await stepsAgree(page, NOTEBOOK, device);
  });

  test(`every gradient and ten Adam steps of each kind agree with PyTorch on ${device}`, async ({ page }) => {
    // On a software adapter each network's kernels are compiled anew.
    test.setTimeout(300_000);
    await page.goto("");
    for (const fixture of [...Object.keys(GATES), ...LINEAR].flatMap(networksOf)) {
      await gradientsAgree(page, fixture, device);
      await stepsAgree(page, fixture, device);
    }
  });
}
