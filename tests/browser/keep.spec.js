// What outlives a reload: the list of runs with their networks, and a training that was interrupted.
import { test, expect } from "./fixtures.js";
import { counts, put, records } from "./kept.js";
import { openPanel, openTab } from "./screen.js";
import { expectState, loadPrices, losses, open, report, set, SMALL, train } from "./steps.js";

const KEY = "K3YOFATEST0000XY";
const QUICK = { ...SMALL, epochs: 2, device: "cpu" };
const notice = (page) => page.getByTestId("notice");
const runs = (page) => page.getByTestId("runs").locator("tbody tr");
const offer = (page) => page.getByTestId("interrupted");

test("runs survive a reload, with pins, comparisons and their networks", { tag: "@smoke" }, async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await train(page);
  const first = (await report(page)).json;
  await set(page, "epochs", 3);
  await train(page);
  await openTab(page, "runs");
  await page.getByRole("button", { name: "Pin run 1" }).click();
  await expect.poll(() => counts(page)).toEqual({ runs: 2, models: 2 });
  await expect(page.getByRole("button", { name: /^Show the results/ })).toHaveCount(2);
  const texts = await runs(page).allInnerTexts();
  await expect
    .poll(async () => Object.values((await records(page)).runs ?? {}).join())
    .toContain('"pinned":true');

  await page.reload();
  await expectState(page, "ready");
  await openTab(page, "runs");
  await expect(runs(page)).toHaveCount(2);
  await expect.poll(() => runs(page).allInnerTexts()).toEqual(texts);
  await expect(page.getByTestId("odometer")).toContainText("2 different");
  await expect(page.getByTestId("verdict")).toHaveCount(0);

  // The results of a run again, by its own network, without another row in the list.
  await page.getByRole("button", { name: "Show the results of run 1 again" }).click();
  await expectState(page, "done", 30_000);
  await openPanel(page, "why");
  await expect(page.locator(".caveats")).toContainText("network of run 1 as it was kept");
  const again = (await report(page)).json;
  expect(again.opened).toEqual({ from: "kept", run: 1 });
  expect(again.address).toBe(first.address);
  expect(again.verdict).toEqual(first.verdict);
  again.predictions.forEach(({ predicted }, row) => {
    expect(Math.abs(predicted / first.predictions[row].predicted - 1)).toBeLessThan(1e-6);
  });
  await expect(runs(page)).toHaveCount(2);

  // They go on counting where they were, and what is deleted stays so.
  await set(page, "epochs", 4);
  await train(page);
  await expect(page.getByTestId("runs").locator('tr[data-run="3"]')).toBeVisible();
  await page.getByRole("button", { name: "Delete run 2 from the list" }).click();
  await expect.poll(() => counts(page)).toEqual({ runs: 2, models: 2 });
  await page.reload();
  await openTab(page, "runs");
  await expect(runs(page)).toHaveCount(2);
  await expect(page.getByTestId("runs").locator('tr[data-run="2"]')).toHaveCount(0);
});

test("a run on fetched prices comes back without asking for them, and without the key", async ({
  page,
  alphaVantage,
}) => {
  await open(page, QUICK);
  await loadPrices(page, { symbol: "MSFT", key: KEY });
  await expect(page).toHaveURL(/MSFT/);
  await expectState(page, "ready");
  await train(page);
  await expect.poll(() => counts(page)).toMatchObject({ runs: 1, models: 1, prices: 1 });
  expect(JSON.stringify(await records(page))).not.toContain(KEY);
  expect(alphaVantage.requests).toHaveLength(1);
  await open(page);
  await expectState(page, "ready");
  await openTab(page, "runs");
  await expect(runs(page)).toHaveCount(1);
  await expect(runs(page)).toContainText("MSFT, daily, from Alpha Vantage");
  await page.getByRole("button", { name: "Show the results of run 1 again" }).click();
  await expectState(page, "done", 30_000);
  await expect(page).toHaveURL(/MSFT/);
  expect(alphaVantage.requests).toHaveLength(1);

  await openTab(page, "runs");
  await page.getByRole("button", { name: "Forget all that is kept" }).click();
  await expect(notice(page)).toHaveText(/gone from this device/);
  expect(await counts(page)).toEqual({});
  await open(page);
  await expectState(page, "ready");
  await openTab(page, "runs");
  await expect(page.getByTestId("runs")).toHaveCount(0);
});

// No early stopping, and long enough for its state to be kept.
const LONG = { ...SMALL, recipe: "notebook", hidden: 16, epochs: 500, device: "cpu" };

test("a training interrupted by leaving goes on to the same end, to the last digit", async ({
  page,
}) => {
  test.setTimeout(240_000);
  await open(page, LONG);
  await expectState(page, "ready");
  await train(page, { timeout: 120_000 });
  const whole = (await report(page)).json;
  expect(whole.epochs).toHaveLength(500);
  // What has ended is not offered.
  await expect.poll(async () => (await records(page)).training).toEqual({});

  await open(page, LONG);
  await expectState(page, "ready");
  await expect(offer(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect
    .poll(async () => Object.keys((await records(page)).training ?? {}).sort(), { timeout: 30_000 })
    .toEqual(["about", "at", "state"]);
  await expectState(page, "training");

  // Another address altogether: the training's own is kept with it.
  await open(page, { source: "world:seasonal", seed: 3 });
  await expectState(page, "ready");
  await expect(offer(page)).toContainText(/interrupted at epoch \d+ of 500: Random walk/);
  const at = Number(/epoch (\d+) of/.exec(await offer(page).innerText())[1]);
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThan(500);
  await offer(page).getByRole("button", { name: "Resume it" }).click();
  await expectState(page, "training");
  await expect(offer(page)).toHaveCount(0);
  await expectState(page, "done", 120_000);
  const resumed = (await report(page)).json;
  expect(losses(resumed)).toEqual(losses(whole));
  expect(resumed.predictions).toEqual(whole.predictions);
  expect(resumed.verdict).toEqual(whole.verdict);
  expect(resumed.device.steps).toBe(whole.device.steps);
  await expect.poll(async () => (await records(page)).training).toEqual({});
});

test("an interrupted training can be discarded, and a damaged one is no trouble", async ({
  page,
}) => {
  await open(page, { ...LONG, epochs: 1000 });
  await expectState(page, "ready");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect
    .poll(async () => Object.keys((await records(page)).training ?? {}), { timeout: 30_000 })
    .toHaveLength(3);
  await page.reload();
  await offer(page).getByRole("button", { name: "Discard" }).click();
  await expect(offer(page)).toHaveCount(0);
  await expect.poll(async () => (await records(page)).training).toEqual({});
  await page.reload();
  await expectState(page, "ready");
  await expect(offer(page)).toHaveCount(0);

  await put(page, [
    ["training", "about", '{"version":1,"address":"","prices":"00"}'],
    ["training", "state", "no bytes at all"],
    ["training", "at", 1],
    ["runs", 1, "{"],
    ["runs", 2, 7],
    ["runs", "three", "null"],
    ["models", 1, "x"],
    ["journal", 1, "{}"],
  ]);
  await page.reload();
  await expectState(page, "ready");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.getByTestId("device")).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expectState(page, "stopped");
  await expect(page.getByTestId("verdict")).toBeVisible();
  await expect(offer(page)).toHaveCount(0);
  await openTab(page, "runs");
  await expect(runs(page)).toHaveCount(1);
});

test("a newer version in another tab is not kept waiting", async ({ page, context }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await train(page);
  await expect.poll(() => counts(page)).toEqual({ runs: 1, models: 1 });
  const other = await context.newPage();
  await open(other, {}, "");
  const outcome = await other.evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open("hindcast", 99);
        opening.onblocked = () => resolve("blocked");
        opening.onsuccess = () => {
          opening.result.close();
          resolve("open");
        };
        opening.onerror = () => resolve("refused");
      }),
  );
  expect(outcome).toBe("open");
  await other.close();
  // The page of the older version goes on, and says that it keeps nothing any more.
  await set(page, "epochs", 3);
  await train(page);
  await expect(notice(page)).toHaveText(/keeps nothing/);
  await openTab(page, "runs");
  await expect(runs(page)).toHaveCount(2);
});
