// One run on several workers of the browser: the same bits for any number of them, and alone where another one
// is not there.
import { test, expect } from "./fixtures.js";
import { expectState, open, SMALL, trainFor } from "./steps.js";
import { runJob, sabotageAt, seriesJob, startTrainersWith } from "./trainer.js";

/** Some seconds on one worker: helpers are there long before it ends. Its last batch is half a one. */
function waveJob(given) {
  const value = (day) => Math.sin(day * 0.4) + 0.2 * Math.sin(day * 1.7);
  return seriesJob(value, { window: 10, train: 600, test: 100 }, {
    network: { features: 1, hidden: 32, layers: 2, dropout: 0.2 },
    shuffle: true,
    epochs: 160,
    ...given,
  });
}

/** All that a run leaves, without its times. */
function left(messages) {
  const { Finished } = messages.at(-1);
  expect(Finished, JSON.stringify(messages.at(-1))).toBeDefined();
  const { predictions, parameters, best_epoch, steps } = Finished.model;
  const epochs = messages.filter((m) => "Epoch" in m);
  const reports = epochs.map(({ Epoch: { report } }) => ({ ...report, ms: 0 }));
  return { predictions, parameters, best_epoch, steps, reports };
}

const sharings = (messages) => messages.filter((m) => "Shared" in m).map((m) => m.Shared.sharing);

/** What one worker leaves of the job. */
const alone = async (page) => left(await runJob(page, waveJob()));

test("1, 2, 3 and 4 workers leave the same losses, parameters and forecasts to the last bit", async ({ page }) => {
  test.setTimeout(240_000);
  await page.goto("");
  const one = await alone(page);
  for (const workers of [2, 3, 4]) {
    const messages = await runJob(page, waveJob(), { workers: { exactly: workers } });
    expect(sharings(messages)).toEqual([{ workers, reason: "asked" }]);
    expect(left(messages)).toEqual(one);
  }
});

test("how many are fastest is tried on the run itself, and told", async ({ page }) => {
  await page.goto("");
  const messages = await runJob(page, waveJob(), { workers: "auto" });
  const found = sharings(messages);
  expect(found.length).toBeGreaterThan(0);
  for (const { workers, reason } of found) {
    expect(reason.timed.alone_ms).toBeGreaterThan(0);
    // More than one only where they were faster.
    if (workers > 1) expect(reason.timed.ms).toBeLessThan(reason.timed.alone_ms);
  }
  expect(left(messages)).toEqual(await alone(page));
});

for (const [what, sabotage] of [
  ["crashes", 'other.terminate(); other.dispatchEvent(new ErrorEvent("error", { cancelable: true }));'],
  ["ends without a word", "other.terminate();"],
]) {
  test(`where another worker ${what}, the run goes on alone, to the same bits`, async ({ page }) => {
    await startTrainersWith(
      page,
      `
        const Original = Worker;
        self.Worker = class extends Original {
          constructor(...options) {
            super(...options);
            const other = this;
            new BroadcastChannel("sabotage").onmessage = () => { ${sabotage} };
          }
        };
      `,
    );
    await page.goto("");
    await sabotageAt(page, "Shared");
    const messages = await runJob(page, waveJob(), { workers: { exactly: 2 } });
    const expected = [
      { workers: 2, reason: "asked" },
      { workers: 1, reason: "gone" },
    ];
    expect(sharings(messages)).toEqual(expected);
    expect(left(messages)).toEqual(await alone(page));
  });
}

test("where a worker cannot start others, one does it all", async ({ page }) => {
  await startTrainersWith(page, "delete self.Worker; self.Worker = undefined;");
  await page.goto("");
  const messages = await runJob(page, waveJob({ epochs: 20 }), { workers: { exactly: 2 } });
  expect(sharings(messages)).toEqual([]);
  expect(messages.at(-1).Finished).toBeDefined();
});

test("an address asks for workers, the page says how many share the steps, and the link keeps none of it", async ({
  page,
}) => {
  await open(page, { ...SMALL, hidden: 32, layers: 2, epochs: 1000, device: "cpu", workers: 2 });
  await expectState(page, "ready");
  await expect(page).not.toHaveURL(/workers/);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  const workers = page.getByTestId("workers");
  await expect(workers).toHaveAttribute("data-workers", "2", { timeout: 30_000 });
  await expect(workers).toHaveText("2 workers, as asked for");
  // All of it in the place that is kept for it, with nothing over or under it.
  const place = page.locator(".device-place");
  expect(await place.evaluate((it) => it.scrollHeight - it.clientHeight)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Stop" }).click();
  await expectState(page, "stopped");
});

test("while two workers train, the page draws 50 frames a second and stops within a second", { tag: "@timing" }, async ({
  page,
}) => {
  await open(page, { ...SMALL, window: 20, hidden: 32, layers: 2, epochs: 1000, device: "cpu", workers: 2 });
  await expectState(page, "ready");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.getByTestId("workers")).toHaveAttribute("data-workers", "2", { timeout: 30_000 });
  await trainFor(page, 3);
  const frames = await page.evaluate(
    () =>
      new Promise((resolve) => {
        const began = performance.now();
        let frames = 0;
        const next = (now) => {
          if (now - began > 3000) return resolve(frames / ((now - began) / 1000));
          frames += 1;
          requestAnimationFrame(next);
        };
        requestAnimationFrame(next);
      }),
  );
  expect(frames).toBeGreaterThanOrEqual(50);
  const pressed = Date.now();
  await page.getByRole("button", { name: "Stop" }).click();
  await expectState(page, "stopped");
  expect(Date.now() - pressed).toBeLessThan(1000);
});
