// The measurements themselves. Each takes what `run.js` opened and returns plain numbers.
import { fileURLToPath } from "node:url";
import { openPage, launch, siteMemory } from "./browser.js";
import { summary } from "./statistics.js";
import { BATCHES, NOTEBOOK, notebookJob } from "./workload.js";

const PROBE = fileURLToPath(new URL("browser/probe.js", import.meta.url));
const PRICES = 5_400;
/** What a sample of a growth measurement should take, ms. */
const GROWTH_SAMPLE_MS = 400;
/** How each size grows from the notebook's, one at a time. */
const GROWTH = {
  window: [10, 20, 40, 80, 160],
  hidden: [8, 16, 32, 64, 128],
  batch: [16, 32, 64, 128, 256, 512],
};

/**
 * Times all rows in turns: every round takes one sample of each, so that what disturbs the machine
 * meets all of them, and a calibration between them. A row that fails is told and left out; the others go on.
 */
export async function steps(rows, place, repeats, clock, say) {
  const open = [];
  for (const row of rows) {
    try {
      const session = await row.open(place);
      open.push({ row, session, samples: [], losses: [] });
      say(`${row.id}: open`);
    } catch (error) {
      open.push({ row, failure: firstLine(error) });
      say(`${row.id}: ${firstLine(error)}`);
    }
  }
  const each = async (work) => {
    for (const entry of open.filter(({ failure }) => !failure)) {
      try {
        await work(entry);
      } catch (error) {
        entry.failure = firstLine(error);
        say(`${entry.row.id}: ${entry.failure}`);
      }
    }
  };
  // Warm-up: the first step, which compiles what there is to compile, and a whole sample.
  await each(async (entry) => {
    const { ms_per_step: first, adapter } = await entry.session.sample(1);
    entry.first = first;
    entry.adapter = adapter;
    await entry.session.sample(entry.row.steps);
    say(`${entry.row.id}: first step ${first.toFixed(1)} ms`);
  });
  await clock.calibrate();
  for (let round = 0; round < repeats; round += 1) {
    await each(async ({ row, session, samples, losses }) => {
      const { ms_per_step: ms, loss } = await session.sample(row.steps);
      if (!Number.isFinite(loss)) throw new Error(`the loss is ${loss}, so this is no training`);
      samples.push(ms);
      losses.push(loss);
      say(`round ${round + 1} of ${repeats}, ${row.id}: ${ms.toFixed(2)} ms a step`);
    });
    await clock.calibrate();
    say(`round ${round + 1} of ${repeats}, calibration: ${clock.times.at(-1).toFixed(0)} ms`);
  }
  await each(async (entry) => {
    if (entry.row.counted) Object.assign(entry, await counts(entry));
  });
  for (const { session } of open) await session?.close();
  return open.map(({ row, samples, first, adapter, losses, dispatches, submits, failure }) => ({
    id: row.id,
    name: row.name,
    where: row.where,
    ...(failure
      ? { failure }
      : { ms: summary(samples), steps: row.steps, first, loss: losses.at(-1), adapter, dispatches, submits }),
  }));
}

/** What happened, without the stack and its addresses. */
function firstLine(error) {
  return error.message.split("\n")[0];
}

/** GPU dispatches and queue submits of a step. */
async function counts({ row, session }) {
  const during = async (count) => {
    if (count === 0) return { dispatches: 0, submits: 0 };
    const before = await session.probe();
    await session.sample(count);
    const after = await session.probe();
    return {
      dispatches: after.dispatches - before.dispatches,
      submits: after.submits - before.submits,
    };
  };
  const [few, many] = row.counted;
  const [less, more] = [await during(few), await during(many)];
  const perStep = (name) => (more[name] - less[name]) / (many - few);
  return { dispatches: perStep("dispatches"), submits: perStep("submits") };
}

/**
 * The first step of a visit, ms: in a browser, a worker and with pipelines that nobody used before.
 * `step` is what the trainer took for an epoch of one step with its evaluation, `answer` all that
 * passed from sending the job to its end, opening the device included.
 */
export async function firstStep(address, device, repeats, say) {
  const [step, answer] = [[], []];
  for (let round = 0; round < repeats; round += 1) {
    const browser = await launch();
    try {
      const page = await openPage(browser, address);
      await page.call("openTrainer");
      const { epochs, ms } = await page.call("runJob", {
        ...notebookJob(NOTEBOOK.window + 80, device, 1),
        train_rows: Array.from({ length: NOTEBOOK.batch }, (_, row) => row),
        test_rows: [0],
      });
      step.push(epochs[0].ms);
      answer.push(ms);
      say(`first step on ${device}: ${epochs[0].ms.toFixed(1)} ms`);
    } finally {
      await browser.close();
    }
  }
  return { step: summary(step), answer: summary(answer) };
}

/**
 * A notebook run on 5,400 prices in a fresh trainer: how long, and the most WebAssembly memory of the trainer
 * itself. On WebGPU a few epochs are enough to know the memory, which must not grow.
 */
export async function notebookRun(browser, address, device, epochs, say, workers = 1) {
  const page = await openPage(browser, address);
  await page.call("openTrainer");
  const job = notebookJob(PRICES, device, epochs);
  const { ms, epochs: reports } = await page.call("runJob", { workers, ...job });
  const { memory } = await page.call("readProbe");
  await page.close();
  const steps = reports.reduce((sum, report) => sum + report.steps, 0);
  const by = workers === 1 ? "" : ` with ${workers} workers`;
  say(`a notebook run on ${device}${by}: ${steps} steps in ${(ms / 1000).toFixed(1)} s`);
  return { device, workers, prices: PRICES, epochs, steps, seconds: ms / 1000, memory };
}

/** Notebook runs on the CPU with one worker and with two, in turns: seconds, for their ratio. */
export async function sharedRuns(browser, address, epochs, repeats, clock, say) {
  const seconds = { 1: [], 2: [] };
  for (let round = 0; round < repeats; round += 1) {
    for (const workers of [1, 2]) {
      const run = await notebookRun(browser, address, "cpu", epochs, say, workers);
      seconds[workers].push(run.seconds);
    }
    await clock.calibrate();
  }
  return { epochs, alone: summary(seconds[1]), shared: summary(seconds[2]) };
}

/** WebAssembly memory of the page itself once its prices are shown, bytes. */
export function pageMemory(browser, address) {
  return siteMemory(browser, address, PROBE);
}

/** How the step's time grows with each size, on each of the trainer's devices. */
export async function growth(browser, address, devices, repeats, say) {
  const points = devices.flatMap((device) =>
    Object.entries(GROWTH).flatMap(([size, values]) =>
      values.map((value) => ({ device, size, value, samples: [] })),
    ),
  );
  const page = await openPage(browser, address);
  await page.call("openTrainer");
  const sample = async ({ device, size, value }, count) => {
    const workload = { ...NOTEBOOK, [size]: value };
    const { ms_per_step: ms } = await page.call("trainerSteps", { workload, device, steps: count });
    return ms;
  };
  for (const point of points) {
    const ms = await sample(point, 2);
    point.steps = Math.min(BATCHES, Math.max(1, Math.round(GROWTH_SAMPLE_MS / ms)));
    say(`${point.device}, ${point.size} ${point.value}: about ${ms.toFixed(2)} ms a step`);
  }
  for (let round = 0; round < repeats; round += 1) {
    for (const point of points) point.samples.push(await sample(point, point.steps));
    say(`growth, round ${round + 1} of ${repeats}`);
  }
  await page.close();
  return points.map(({ device, size, value, steps, samples }) => ({
    device,
    size,
    value,
    steps,
    ms: summary(samples),
  }));
}
