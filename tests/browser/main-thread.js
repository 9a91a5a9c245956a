// The main thread's tasks and the processor time of each.
//
// A task's time is the processor time it took. On a machine with two cores the trainer has one of
// them and the software adapter draws the page on the other, so that the clock on the wall also
// counts the waiting for a core, which is no task of the page's.

/** The longest task that a page which answers at once may have. */
export const LIMIT_MS = 50;

/** Records the main thread's tasks while `act` runs; returns the processor time of each, in ms. */
export async function mainThreadTasks(browser, act) {
  const devtools = await browser.newBrowserCDPSession();
  const events = [];
  devtools.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  await devtools.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel"] },
  });
  await act();
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
  return events
    .filter((event) => event.ph === "X" && /RunTask/.test(event.name) && main.has(thread(event)))
    .map(({ tdur }) => (tdur ?? 0) / 1000);
}
