// The rows of the table: who trains, where, and how many steps make a sample. A sample should take a
// few hundred milliseconds, so that a run stays in minutes and no clock is too coarse; what takes
// seconds a step is measured by single steps.
import { openPage } from "./browser.js";
import { openNative, openPytorch } from "./process.js";
import { BATCHES, NOTEBOOK } from "./workload.js";

function inPage(open, steps, device, { workers, ...sizes } = {}) {
  const workload = { ...NOTEBOOK, ...sizes };
  return async ({ browser, address }) => {
    const page = await openPage(browser, address);
    await page.call(open, { workload, device });
    return {
      sample: (count) => page.call(steps, { workload, device, workers, steps: count }),
      probe: () => page.call("readProbe"),
      close: () => page.close(),
    };
  };
}

const native =
  (engine, device) =>
  async ({ program }) =>
    openNative(program, engine, device, NOTEBOOK);

const python =
  (loop, device, threads = 1) =>
  async ({ python }) =>
    openPytorch(python, loop, device, threads, NOTEBOOK);

/** PyTorch is compared at its best number of threads: one, two, or all. */
const threadCounts = (cores) => [...new Set([1, 2, cores])].filter((count) => count <= cores);
const PYTORCH = "pytorch";
const LEAN = "pytorch-lean";
const idsOf = (id) => (cores) => threadCounts(cores).map((threads) => `${id}-${threads}`);

/** The rows of each peer, of which the fastest counts, by the machine's cores. */
export const PEERS = { pytorch: idsOf(PYTORCH), lean: idsOf(LEAN) };

const pytorchRows = (cores, id, name, loop) =>
  threadCounts(cores).map((threads) => ({
    id: `${id}-${threads}`,
    name,
    where: `CPU, native, ${threads === 1 ? "1 thread" : `${threads} threads`}`,
    steps: BATCHES,
    quick: true,
    needs: "torch",
    open: python(loop, "cpu", threads),
  }));

/** Ours on so many of the machine's cores. */
const MOST_WORKERS = 8;
const workerCounts = (cores) => [1, 2, 4, MOST_WORKERS].filter((count) => count <= cores);
const OURS = "ours-browser";
const withWorkers = (workers) => (workers === 1 ? OURS : `${OURS}-${workers}`);

/** The rows of the trainer in the browser, of which the fastest counts, by the machine's cores. */
export const OURS_SHARED = (cores) => workerCounts(cores).map(withWorkers);

const oursRows = (cores) =>
  workerCounts(cores).map((workers) => ({
    id: withWorkers(workers),
    name: "Hindcast",
    where: `CPU, in the browser${workers === 1 ? "" : `, ${workers} workers`}`,
    steps: BATCHES,
    quick: true,
    open: inPage("openTrainer", "trainerSteps", "cpu", { workers }),
  }));

/** All rows, by the machine's cores. */
export const rowsOf = (cores) => [
  ...pytorchRows(cores, PYTORCH, "PyTorch, the notebook's loop", "notebook"),
  ...pytorchRows(cores, LEAN, "PyTorch, batches by index", "lean"),
  ...oursRows(cores),
  ...otherNetworks,
  ...OTHERS,
];

/** The same step of networks that are not the notebook's. */
const otherNetworks = [
  { id: "gru-browser", name: "Hindcast, GRU", sizes: { cell: "gru" } },
  { id: "rnn-browser", name: "Hindcast, plain RNN", sizes: { cell: "rnn" } },
  { id: "features-browser", name: "Hindcast, four numbers a day", sizes: { features: 4 } },
].map(({ sizes, ...row }) => ({
  ...row,
  where: "CPU, in the browser",
  steps: BATCHES,
  quick: true,
  open: inPage("openTrainer", "trainerSteps", "cpu", sizes),
}));

/**
 * `quick`: in the reduced set too. `needs`: left out, and said so, where the machine has none.
 * `counted`: GPU dispatches a step are those of the second number of steps less those of the first,
 * so that what an epoch's end adds is not counted; 0 where nothing is added.
 */
const OTHERS = [
  {
    id: "ours-native",
    name: "Hindcast",
    where: "CPU, native, 1 thread",
    steps: BATCHES,
    quick: true,
    open: native("ours", "cpu"),
  },
  {
    id: "stock-native",
    name: "Burn, stock modules",
    where: "CPU, native, 1 thread",
    steps: 20,
    open: native("stock", "cpu"),
  },
  {
    id: "stock-browser",
    name: "Burn, stock modules",
    where: "CPU, in the browser",
    steps: 20,
    open: inPage("openStock", "stockSteps", "cpu"),
  },
  {
    id: "tfjs-browser",
    name: "TensorFlow.js, wasm",
    where: "CPU, in the browser",
    steps: 8,
    quick: true,
    open: inPage("openTfjs", "tfjsSteps", "cpu"),
  },
  {
    id: "ours-webgpu",
    name: "Hindcast",
    where: "WebGPU, in the browser",
    steps: 10,
    quick: true,
    needs: "webgpu",
    counted: [5, 15],
    open: inPage("openTrainer", "trainerSteps", "webgpu"),
  },
  {
    id: "tfjs-webgpu",
    name: "TensorFlow.js, WebGPU",
    where: "WebGPU, in the browser",
    steps: 1,
    needs: "webgpu",
    counted: [0, 1],
    open: inPage("openTfjs", "tfjsSteps", "webgpu"),
  },
  {
    id: "stock-webgpu",
    name: "Burn, stock modules",
    where: "WebGPU, in the browser",
    steps: 1,
    needs: "webgpu",
    counted: [0, 1],
    open: inPage("openStock", "stockSteps", "webgpu"),
  },
  {
    id: "pytorch-cuda",
    name: "PyTorch, batches by index",
    where: "GPU, native (CUDA)",
    steps: BATCHES,
    quick: true,
    needs: "cuda",
    open: python("lean", "cuda"),
  },
  {
    id: "ours-gpu",
    name: "Hindcast",
    where: "GPU, native",
    steps: BATCHES,
    quick: true,
    needs: "gpu",
    open: native("ours", "webgpu"),
  },
  {
    id: "stock-gpu",
    name: "Burn, stock modules",
    where: "GPU, native",
    steps: 4,
    needs: "gpu",
    open: native("stock", "webgpu"),
  },
];
