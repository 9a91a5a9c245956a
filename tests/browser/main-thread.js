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
// measured, and all times are divided by how much longer it took than on a quiet machine.

/** The longest task that a page which answers at once may have. */
export const LIMIT_MS = 50;

/** The fixed work's time on two cores of an AMD EPYC 9005 while nothing else runs. */
const QUIET_MS = 8.5;

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
  const before = await fixedWork(page);
  const devtools = await browser.newBrowserCDPSession();
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "blink.user_timing"] },
  });
  await act();
  const complete = new Promise((resolve) => devtools.once("Tracing.tracingComplete", resolve));
  await devtools.send("Tracing.end");
  await complete;
  await devtools.detach();
  const after = await fixedWork(page);
  const slow = Math.max(1, (before + after) / 2 / QUIET_MS);
  if (slow > 1.1) console.log(`    the machine is ${slow.toFixed(2)} times as slow as a quiet one`);
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
  const isAsked = ({ ts, dur = 0 }) => asked.some((event) => event.ts >= ts && event.ts <= ts + dur);
  const tasks = onMain
    .filter((event) => /RunTask/.test(event.name) && !isAsked(event))
    .map(({ ts, dur, tdur }) => ({ from: ts, to: ts + (dur ?? 0), ms: (tdur ?? 0) / 1000 / slow }));
  const works = new Map();
  for (const { cat, name, ts } of events) {
    if (!cat.includes("blink.user_timing")) continue;
    const { from, to } = works.get(name) ?? { from: ts, to: ts };
    works.set(name, { from: Math.min(ts, from), to: Math.max(ts, to) });
  }
  return { tasks, works };
}

/** The least time, in ms, that the fixed work takes on the page's main thread now. */
async function fixedWork(page) {
  return page.evaluate(async () => {
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
    for (let time = 0; time < 8; time += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      const began = performance.now();
      work();
      times.push(performance.now() - began);
    }
    return Math.min(...times);
  });
}

/** Processor time of the tasks from the one that begins the first work to the one that ends the last. */
export function timeBetween({ tasks, works }, first, last) {
  const [{ from }, { to }] = [works.get(first), works.get(last)];
  return tasks
    .filter((task) => task.to >= from && task.from <= to)
    .reduce((sum, { ms }) => sum + ms, 0);
}
