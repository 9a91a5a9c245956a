// The main thread's tasks and the processor time of each, on a machine as quiet as the one on which the
// limits were set.
//
// A task's time is the processor time it took. On a machine with two cores the trainer has one of
// them and the software adapter draws the page on the other, so that the clock on the wall also
// counts the waiting for a core, which is no task of the page's. What the test runner asks of the page
// (finding an element by its role takes 50 ms and more on a full page) runs on the same thread and is
// no task of the page's either.
//
// Processor time, too, depends on who else uses the machine: cores are shared, caches emptied, clocks
// throttled. So a fixed piece of work runs on the same thread right before and right after what is
// measured, and all times are divided by how much longer it took than on a quiet machine. Where the two
// differ, the machine changed meanwhile: that is done again, and the calmest time counts.
import { expect } from "@playwright/test";

/** The longest task that a page which answers at once may have. */
export const LIMIT_MS = 50;

/** The fixed work's processor time on two cores of an AMD EPYC 9005 while nothing else runs. */
const QUIET_MS = 8.5;
/** A machine that became this much slower or faster meanwhile was disturbed. */
const DISTURBED = 1.3;
const ATTEMPTS = 3;
const [WARM, COUNTED] = ["calibration-warm", "calibration"];

/**
 * Records the main thread while `act` runs; again, up to three times, where the machine was disturbed.
 * `prepare` comes before each time and is not recorded. Returns the tasks with their place on the clock,
 * all times as on a quiet machine in ms; when the page did each of its works; and what the machine was like.
 */
export async function mainThread(page, browser, act, { prepare = async () => {} } = {}) {
  return calmest(async () => {
    await prepare();
    return record(page, browser, act);
  });
}

/**
 * What `act` measures on the clock, in ms as on a quiet machine, and what the machine was like. Again,
 * each time after `prepare`, where the machine was disturbed.
 */
export async function onTheClock(page, act, { prepare = async () => {} } = {}) {
  return calmest(async () => {
    await prepare();
    const before = await calibrate(page);
    const ms = await act();
    const { slow, ...said } = judged(before, await calibrate(page));
    return { ms: ms / slow, ...said };
  });
}

async function calmest(measure) {
  let best;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const measured = await measure();
    if (!best || measured.change < best.change) best = measured;
    if (best.change <= DISTURBED) break;
    console.log(`    disturbed: ${measured.machine}`);
  }
  return best;
}

/** What the machine was like, from the fixed work's time in ms before and after. */
function judged(before, after) {
  const slow = Math.max(1, (before + after) / 2 / QUIET_MS);
  const works = `${before.toFixed(1)} ms before, ${after.toFixed(1)} ms after, ${QUIET_MS} ms when quiet`;
  return {
    slow,
    change: Math.max(before, after) / Math.min(before, after),
    machine: `the machine was ${slow.toFixed(2)} times as slow as a quiet one (fixed work: ${works})`,
  };
}

/**
 * The longest task of a page that answers at once on a phone six times as slow: 200 ms there, by the processor
 * time of this machine.
 */
export const PHONE_LIMIT_MS = 200 / 6;

/** No task took longer than the limit; that there were fewer than `atLeast` means nothing was measured. */
export function expectShortTasks({ tasks, machine }, { atLeast, limit = LIMIT_MS }) {
  const longest = tasks.map(({ ms }) => ms).sort((a, b) => b - a).slice(0, 6);
  const said = `longest tasks ${longest.map((ms) => ms.toFixed(0)).join(", ")} ms; ${machine}`;
  console.log(`    ${said}`);
  expect(tasks.length).toBeGreaterThan(atLeast);
  expect(longest[0], said).toBeGreaterThan(0);
  expect(longest[0], said).toBeLessThanOrEqual(limit);
}

/** Processor time of the tasks from the one that begins the first work to the one that ends the last. */
export function timeBetween({ tasks, works }, first, last) {
  const [{ from }, { to }] = [works.get(first), works.get(last)];
  return tasks
    .filter((task) => task.to >= from && task.from <= to)
    .reduce((sum, { ms }) => sum + ms, 0);
}

async function record(page, browser, act) {
  const devtools = await browser.newBrowserCDPSession();
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "blink.user_timing"] },
  });
  await calibrate(page);
  await act();
  await calibrate(page);
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await complete;
  await devtools.detach();
  return read(events);
}

/** Does the fixed work some times, in a named task each. Returns its median time on the clock, in ms. */
async function calibrate(page) {
  return page.evaluate(
    async ([warm, counted]) => {
      const values = new Float64Array(32_768);
      const work = () => {
        let sum = 0;
        for (let step = 0; step < 4_000_000; step += 1) {
          sum += Math.sqrt(step);
          values[step & 32_767] += sum;
        }
        return sum;
      };
      const times = [];
      // Compiled while the first ones run.
      for (const name of [warm, warm, warm, counted, counted, counted, counted, counted]) {
        await new Promise((resolve) => setTimeout(resolve));
        performance.mark(name);
        const began = performance.now();
        work();
        if (name === counted) times.push(performance.now() - began);
      }
      return times.sort((a, b) => a - b)[2];
    },
    [WARM, COUNTED],
  );
}

function read(events) {
  const thread = ({ pid, tid }) => `${pid}:${tid}`;
  const main = new Set(
    events
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(thread),
  );
  const onMain = events.filter((event) => event.ph === "X" && main.has(thread(event)));
  const asked = onMain.filter(
    ({ args }) => args.chrome_mojo_event_info?.mojo_interface_tag === "blink.mojom.DevToolsSession",
  );
  const marks = events.filter(({ cat }) => cat.includes("blink.user_timing"));
  const ours = marks.filter(({ name }) => name === WARM || name === COUNTED);
  const within = ({ ts, dur = 0 }, all) => all.find((it) => it.ts >= ts && it.ts <= ts + dur);
  const tasks = [];
  const calibrations = [];
  for (const task of onMain.filter(({ name }) => /RunTask/.test(name))) {
    const [from, to, ms] = [task.ts, task.ts + (task.dur ?? 0), (task.tdur ?? 0) / 1000];
    const mark = within(task, ours);
    if (mark?.name === COUNTED) calibrations.push({ from, ms });
    else if (!mark && !within(task, asked)) tasks.push({ from, to, ms });
  }
  calibrations.sort((one, other) => one.from - other.from);
  const half = calibrations.length / 2;
  const [before, after] = [calibrations.slice(0, half), calibrations.slice(half)].map(
    (part) => part.map(({ ms }) => ms).sort((a, b) => a - b)[Math.floor(half / 2)],
  );
  const { slow, ...said } = judged(before, after);
  const works = new Map();
  for (const { name, ts } of marks) {
    const { from, to } = works.get(name) ?? { from: ts, to: ts };
    works.set(name, { from: Math.min(ts, from), to: Math.max(ts, to) });
  }
  return {
    tasks: tasks.map((task) => ({ ...task, ms: task.ms / slow })),
    works,
    ...said,
  };
}
