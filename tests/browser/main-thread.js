// The main thread's tasks and the processor time of each.
//
// A task's time is the processor time it took. On a machine with two cores the trainer has one of
// them and the software adapter draws the page on the other, so that the clock on the wall also
// counts the waiting for a core, which is no task of the page's. What the test runner asks of the page
// (finding an element by its role takes 50 ms and more on a full page) runs on the same thread and is
// no task of the page's either.
//
// Processor time, too, depends on who else uses the machine: cores are shared, caches emptied, clocks
// throttled. So a fixed piece of work runs on the same thread right before and right after what is
// measured, and all times are divided by how much more processor time it took than on a quiet machine.

/** The longest task that a page which answers at once may have. */
export const LIMIT_MS = 50;

/** The fixed work's processor time on two cores of an AMD EPYC 9005 while nothing else runs. */
const QUIET_MS = 8.5;

/** What the fixed work's tasks are called in the trace: while it is compiled, and when it counts. */
const [WARM, COUNTED] = ["fixed-work-warm", "fixed-work"];

/** Records the main thread's tasks while `act` runs; returns the processor time of each, in ms. */
export async function mainThreadTasks(browser, act) {
  return (await mainThread(browser, act)).tasks.map(({ ms }) => ms);
}

/**
 * Records the main thread while `act` runs: its tasks, with their place on the clock and their
 * processor time in ms, as on a quiet machine, and when the page did each of its works.
 */
export async function mainThread(browser, act) {
  const page = browser.contexts().at(-1).pages().at(-1);
  const devtools = await browser.newBrowserCDPSession();
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "blink.user_timing"] },
  });
  await fixedWork(page);
  await act();
  await fixedWork(page);
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await complete;
  await devtools.detach();
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
  const fixed = marks.filter(({ name }) => name === WARM || name === COUNTED);
  const within = ({ ts, dur = 0 }, all) => all.find((event) => event.ts >= ts && event.ts <= ts + dur);
  const recorded = [];
  const works = new Map();
  const fixedTimes = [];
  for (const task of onMain.filter(({ name }) => /RunTask/.test(name))) {
    const mark = within(task, fixed);
    const ms = (task.tdur ?? 0) / 1000;
    if (mark?.name === COUNTED) fixedTimes.push(ms);
    else if (!mark && !within(task, asked)) {
      recorded.push({ from: task.ts, to: task.ts + (task.dur ?? 0), ms });
    }
  }
  for (const { name, ts } of marks) {
    const { from, to } = works.get(name) ?? { from: ts, to: ts };
    works.set(name, { from: Math.min(ts, from), to: Math.max(ts, to) });
  }
  const slow = Math.max(1, median(fixedTimes) / QUIET_MS);
  if (slow > 1.1) console.log(`    the machine is ${slow.toFixed(2)} times as slow as a quiet one`);
  return { tasks: recorded.map((task) => ({ ...task, ms: task.ms / slow })), works };
}

const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Does the fixed work on the page's main thread some times, in a task of its own each. */
async function fixedWork(page) {
  await page.evaluate(
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
      // Compiled while the first ones run.
      for (const name of [warm, warm, warm, counted, counted, counted, counted, counted]) {
        await new Promise((resolve) => setTimeout(resolve));
        performance.mark(name);
        work();
      }
    },
    [WARM, COUNTED],
  );
}

/** Processor time of the tasks from the one that begins the first work to the one that ends the last. */
export function timeBetween({ tasks, works }, first, last) {
  const [{ from }, { to }] = [works.get(first), works.get(last)];
  return tasks
    .filter((task) => task.to >= from && task.from <= to)
    .reduce((sum, { ms }) => sum + ms, 0);
}
