// While it trains, the page stays usable: no task of the main thread over 50 ms.
import { test, expect } from "./fixtures.js";
import { expectState, open, SMALL } from "./steps.js";

// The browser shares its cores with the trainer and, on a busy machine, with others: a task that is
// long because it did not get a core is no fault of the page, and does not come back on a retry.
test.describe.configure({ retries: 2 });

test("no task over 50 ms while training on 5,000 days", async ({ page }, info) => {
  await open(page, { ...SMALL, window: 20, hidden: 32, layers: 2, epochs: 1000, device: "cpu" });
  await expectState(page, "ready");
  // The history's own drawing is not training.
  await page.waitForTimeout(1500);
  const from = await page.evaluate(() => performance.now());
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expectState(page, "training");
  await page.getByTestId("chart-loss").scrollIntoViewIfNeeded();
  await page.waitForTimeout(10_000);
  await expectState(page, "training");
  const long = await page.evaluate(
    (from) => window.longTasks.filter(({ startTime }) => startTime >= from),
    from,
  );
  await page.getByRole("button", { name: "Stop" }).click();
  await expectState(page, "stopped");
  info.annotations.push({ type: "long tasks", description: JSON.stringify(long) });
  expect(long).toEqual([]);
});
