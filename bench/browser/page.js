// Runs inside the measuring page: starts the workers and asks them for steps. bench/browser.js calls
// these functions by name.
import { epochJob } from "../workload.js";

let worker;
let probe;
let tensorflow;
let runs = 0;

function start(address) {
  const name = `probe-${Math.random()}`;
  probe = new BroadcastChannel(name);
  worker = new Worker(`${address}?probe=${name}`, { type: "module" });
}

/** The worker's next messages, until `take` returns something for one of them. */
function answer(take) {
  return new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message ?? "the worker crashed"));
    worker.onmessage = ({ data }) => {
      try {
        const taken = take(typeof data === "string" ? JSON.parse(data) : data);
        if (taken !== undefined) resolve(taken);
      } catch (error) {
        reject(error);
      }
    };
  });
}

/** Starts the published trainer and waits until it is ready. */
export async function openTrainer() {
  const page = new DOMParser().parseFromString(
    await (await fetch("/site/index.html")).text(),
    "text/html",
  );
  start(`/site/${page.querySelector("meta[name=hindcast-trainer]").content}`);
  await answer((message) => ("Ready" in message ? true : undefined));
}

/** Runs a job on so many workers and returns its device, its epochs' reports and how long all of it took, ms. */
export async function runJob({ workers = 1, ...job }) {
  const started = performance.now();
  const run = (runs += 1);
  const told = { epochs: [] };
  const ended = answer((message) => {
    if (message.Failed) throw new Error(message.Failed.message);
    if (message.Started) told.device = message.Started.device;
    if (message.DeviceChanged) throw new Error(JSON.stringify(message.DeviceChanged.device.reason));
    if (message.Epoch) told.epochs.push(message.Epoch.report);
    return message.Finished ? true : undefined;
  });
  const watch = { workers: { exactly: workers } };
  worker.postMessage(JSON.stringify({ Train: { run, job, watch } }));
  await ended;
  return { ...told, ms: performance.now() - started };
}

/** One epoch of so many steps. */
export async function trainerSteps({ workload, device, workers, steps }) {
  const { epochs, device: used } = await runJob({ workers, ...epochJob(workload, device, steps) });
  if (used.kind !== device) throw new Error(`the trainer chose ${used.kind}: ${JSON.stringify(used.reason)}`);
  const [{ ms, train_loss: loss }] = epochs;
  return { ms_per_step: ms / steps, loss, adapter: used.adapter };
}

/** Starts Burn's stock network in a worker. */
export async function openStock({ workload, device }) {
  start("/bench/browser/stock_worker.js");
  await answer((message) => (message.ready ? true : undefined));
  const opened = answer(stockAnswer);
  worker.postMessage({ open: JSON.stringify({ ...workload, engine: "stock", device }) });
  await opened;
}

export function stockSteps({ steps }) {
  const done = answer(stockAnswer);
  worker.postMessage({ steps });
  return done;
}

function stockAnswer(message) {
  if (message.error) throw new Error(message.error);
  return message.done;
}

/** Counts and memory of the worker, or of this page where there is no worker. */
export function readProbe() {
  if (!worker) return globalThis.hindcastProbe();
  return new Promise((resolve) => {
    probe.onmessage = ({ data }) => resolve(data);
    probe.postMessage("read");
  });
}

/** Makes the same network in TensorFlow.js on one of its backends. */
export async function openTfjs({ workload, device }) {
  // Only here: the other rows' pages should not hold it.
  const { openTensorflow } = await import("../build/tfjs.js");
  tensorflow = await openTensorflow(workload, device === "cpu" ? "wasm" : "webgpu");
}

export function tfjsSteps({ steps }) {
  return tensorflow.steps(steps);
}

/** What WebGPU this browser offers, in its own words. */
export async function adapter() {
  const found = await navigator.gpu?.requestAdapter({ powerPreference: "high-performance" });
  if (!found) return null;
  const { vendor, architecture, description } = found.info;
  return [vendor, architecture, description].filter(Boolean).join(" ");
}
