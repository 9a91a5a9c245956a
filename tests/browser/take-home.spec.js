// Take it home: the model as safetensors, its script, the predictions and the run card. The model is
// run here, from the file alone, by a forward pass written out in this test.
import { readFile } from "node:fs/promises";
import { test, expect } from "./fixtures.js";
import { openPanel } from "./screen.js";
import { expectState, open, SMALL, train } from "./steps.js";


async function saved(page, button) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  const bytes = await readFile(await download.path());
  return { bytes, text: bytes.toString("utf8"), name: download.suggestedFilename() };
}

/** Tensors and metadata of a safetensors file. */
function safetensors(file) {
  const length = Number(file.readBigUInt64LE(0));
  const { __metadata__: metadata, ...tensors } = JSON.parse(file.toString("utf8", 8, 8 + length));
  const values = (name) => {
    const [first, last] = tensors[name].data_offsets;
    const numbers = [];
    for (let at = first; at < last; at += 4) numbers.push(file.readFloatLE(8 + length + at));
    return numbers;
  };
  return { metadata, tensors, values };
}

const sigmoid = (x) => 1 / (1 + Math.exp(-x));

/** The network's output for one window of scaled inputs, as PyTorch's documentation defines it. */
function forward({ metadata, values }, window) {
  const hidden = Number(metadata.hidden);
  const layers = Number(metadata.layers);
  const product = (matrix, row, vector) =>
    vector.reduce((sum, value, column) => sum + value * matrix[row * vector.length + column], 0);
  const [weight, bias] = [values("input.weight"), values("input.bias")];
  let sequence = window.map((x) => bias.map((b, unit) => Math.max(0, x * weight[unit] + b)));
  const last = [];
  for (let layer = 0; layer < layers; layer += 1) {
    const [ih, hh, bi, bh] = ["weight_ih", "weight_hh", "bias_ih", "bias_hh"].map((name) =>
      values(`lstm.${name}_l${layer}`),
    );
    let h = new Array(hidden).fill(0);
    let c = h;
    sequence = sequence.map((x) => {
      const z = bi.map((b, row) => b + bh[row] + product(ih, row, x) + product(hh, row, h));
      const gate = (which, unit) => z[which * hidden + unit];
      c = c.map(
        (before, unit) =>
          sigmoid(gate(1, unit)) * before + sigmoid(gate(0, unit)) * Math.tanh(gate(2, unit)),
      );
      h = c.map((cell, unit) => sigmoid(gate(3, unit)) * Math.tanh(cell));
      return h;
    });
    last.push(...h);
  }
  return product(values("head.weight"), 0, last) + values("head.bias")[0];
}

test("the model file and the CSV repeat the page's predictions", async ({ page }) => {
  await open(page, { ...SMALL, layers: 2, epochs: 3, device: "cpu", source: "world:seasonal" });
  await expectState(page, "ready");
  await expect(page.getByTestId("take-home")).toHaveCount(0);
  await train(page);
  await openPanel(page, "files");

  const model = await saved(page, "Download model");
  expect(model.name).toMatch(/^hindcast-[\w.-]+-\d{4}-\d\d-\d\d\.safetensors$/);
  const network = safetensors(model.bytes);
  const { metadata, tensors } = network;
  expect(metadata.format).toBe("hindcast.model/1");
  expect(tensors["lstm.weight_ih_l1"]).toMatchObject({ dtype: "F32", shape: [32, 8] });

  const csv = await saved(page, "Download predictions (CSV)");
  expect(csv.name).toBe(model.name.replace(".safetensors", ".csv"));
  const rows = csv.text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const prices = rows.filter(([, price]) => price).map(([, price]) => Number(price));
  const returns = prices.slice(1).map((price, at) => Math.log(price / prices[at]));
  const scaled = returns.map((value) =>
    Math.fround((value - Number(metadata.input_mean)) / Number(metadata.input_deviation)),
  );
  const window = Number(metadata.window);
  const predicted = rows.filter(([, , predicted]) => predicted).map((row) => Number(row[2]));
  expect(predicted).toHaveLength(scaled.length - window + 1);
  for (const row of [0, 1, 100, predicted.length - 2, predicted.length - 1]) {
    const output = forward(network, scaled.slice(row, row + window));
    const value = output * Number(metadata.target_deviation) + Number(metadata.target_mean);
    const price = prices[row + window] * Math.exp(value);
    expect(Math.abs(price / predicted[row] - 1)).toBeLessThan(1e-4);
  }
  const [nextDate, , forecast, block] = rows.at(-1);
  expect([nextDate, block]).toEqual(["", "next"]);
  await expect(page.getByTestId("next-day")).toContainText(Number(forecast).toFixed(2));

  const script = await saved(page, "Download PyTorch script");
  expect(script.name).toBe(model.name.replace(".safetensors", ".py"));
  expect(script.text).toContain(model.name);
  expect(script.text).toContain(csv.name);

  const scores = await saved(page, "Download scores (CSV)");
  expect(scores.text).toMatch(/rmae/i);
  const table = await saved(page, "Download scores (LaTeX)");
  expect(table.text).toMatch(/\\begin\{tabular\}/);
  await expect(page.getByTestId("cite")).toContainText(page.url());

  const card = await saved(page, "Download run card");
  expect(card.name).toBe(model.name.replace(".safetensors", ".md"));
  expect(card.text).toContain(`<${page.url()}>`);
  expect(card.text).toMatch(/\*\*The network (beats|knows something|ties with|loses to)/);
});
