// The trainer by itself, without the page: a test sends it a job and collects its answers.
import { readFile } from "node:fs/promises";

/** A safetensors file as `{ name: number[] }`. */
export async function safetensors(path) {
  const bytes = await readFile(path);
  const headerLength = Number(bytes.readBigUInt64LE(0));
  const header = JSON.parse(bytes.subarray(8, 8 + headerLength).toString());
  const tensors = {};
  for (const [name, { data_offsets: offsets }] of Object.entries(header)) {
    if (name === "__metadata__") continue;
    const [start, end] = offsets.map((offset) => 8 + headerLength + offset);
    const copy = bytes.buffer.slice(bytes.byteOffset + start, bytes.byteOffset + end);
    tensors[name] = [...new Float32Array(copy)];
  }
  return tensors;
}

/** From the next load on, every trainer of the page starts with this script. */
export async function startTrainersWith(page, script) {
  await page.route("**/trainer_loader-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: script + (await response.text()) });
  });
}

/** Lets a test crash the trainer: a call of its loop throws once, as a bug in the engine would. */
export async function allowCrash(page) {
  await startTrainersWith(
    page,
    `
      const now = performance.now.bind(performance);
      new BroadcastChannel("sabotage").onmessage = () => {
        performance.now = () => { performance.now = now; throw new Error("sabotaged"); };
      };
    `,
  );
}

/** Crashes the trainer that `allowCrash` prepared. */
export async function crashTrainer(page) {
  await page.evaluate(() => new BroadcastChannel("sabotage").postMessage("crash"));
}

/** From now on, a trainer's message of this kind sets off what a test has prepared ("sabotage"). */
export async function sabotageAt(page, kind) {
  await page.evaluate((kind) => {
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(...options) {
        super(...options);
        this.addEventListener("message", ({ data }) => {
          if (kind in JSON.parse(data)) new BroadcastChannel("sabotage").postMessage("now");
        });
      }
    };
  }, kind);
}

/**
 * Runs a job in a trainer of its own and returns all its messages, the last of which ends the run. `watch` is what
 * the page wants of a run beside its epochs.
 */
export async function runJob(page, job, watch = {}) {
  return page.evaluate(
    ([job, watch]) =>
      new Promise((resolve, reject) => {
        const { content } = document.querySelector("meta[name=hindcast-trainer]");
        const worker = new Worker(content, { type: "module" });
        const messages = [];
        worker.onerror = (event) => reject(new Error(event.message ?? "the trainer crashed"));
        worker.onmessage = ({ data }) => {
          const message = JSON.parse(data);
          messages.push(message);
          if ("Ready" in message) {
            worker.postMessage(JSON.stringify({ Train: { run: 1, job, watch } }));
          }
          if ("Finished" in message || "Failed" in message) {
            worker.terminate();
            resolve(messages);
          }
        };
      }),
    [job, watch],
  );
}

/** A job with the notebook's optimizer; what a test cares about is given. */
export function job(given) {
  return {
    validation_rows: [],
    test_rows: [],
    optimizer: {
      learning_rate: 0.01,
      beta_1: 0.9,
      beta_2: 0.98,
      epsilon: 1e-9,
      decay: 0.1,
      decay_every: 40,
      clip_norm: null,
    },
    batch: 64,
    epochs: 1,
    patience: null,
    shuffle: false,
    seed: 1,
    device: "cpu",
    ...given,
  };
}

/** A job on the days of a series, of which `value` gives each: rows of a window, the last ones for the test. */
export function seriesJob(value, { window, train, test }, given) {
  const rows = train + test;
  return job({
    inputs: Array.from({ length: rows + window }, (_, day) => value(day)),
    targets: Array.from({ length: rows }, (_, row) => value(row + window)),
    window,
    train_rows: Array.from({ length: train }, (_, row) => row),
    test_rows: Array.from({ length: test }, (_, row) => train + row),
    ...given,
  });
}
