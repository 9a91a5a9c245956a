// More than one day ahead: the fan, a score for each day, and what is refused; one day shows none of it.
import { test, expect } from "./fixtures.js";
import { expectShortTasks, mainThread } from "./main-thread.js";
import { openPanel, openTab, reveal } from "./screen.js";
import { expectDrawn, expectState, open, report, set, SMALL, train, untilIdle } from "./steps.js";

const QUICK = { ...SMALL, epochs: 3, device: "cpu" };

test("five days ahead, from a link to the report", async ({ page }) => {
  // Direct is what is meant where a link does not say.
  await open(page, { ...QUICK, horizon: 5, autorun: 1 });
  await expectState(page, "done", 60_000);
  await expectDrawn(page, "chart-fan");
  await expect(page.getByTestId("chart-fan")).toContainText("for day 5");
  const rows = (await reveal(page, "horizons")).locator("tbody tr");
  await expect(rows).toHaveCount(5);
  await expect(rows.nth(4)).toContainText("Day 5");
  await expect(page.getByTestId("horizons-sentence")).toHaveText(/no change”/);
  await expect(page.getByTestId("next-day")).toBeVisible();

  const { json } = await report(page);
  expect(json.settings).toMatchObject({ horizon: 5, steps: "direct" });
  expect(json.horizons.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5]);
  const [first, second] = json.horizons;
  // The first day is what all other scores are about; each further one has a test day less.
  expect(first.model.mae).toBeCloseTo(json.scores.model.mae, 9);
  expect(first.persistence.rmse).toBeCloseTo(json.scores.persistence.rmse, 9);
  expect(first.dm).toBeCloseTo(json.verdict.dm, 9);
  expect(second.days).toBe(first.days - 1);
  expect(second.interval.level).toBe(0.8);
  for (const { model, interval, p_value } of json.horizons) {
    for (const number of [model.mae, model.rmse, model.rmae, interval.mean_width]) {
      expect(number).toBeGreaterThan(0);
    }
    expect(p_value).toBeGreaterThanOrEqual(0);
    expect(interval.coverage).toBeLessThanOrEqual(1);
  }
  const path = json.forecast.path;
  expect(path.map(({ date_label }) => date_label)).toEqual(
    [1, 2, 3, 4, 5].map((day) => `Day ${day}`),
  );
  expect(path[0].price).toBeCloseTo(json.forecast.price, 9);
  for (const { price, low, high } of path) {
    expect(low).toBeLessThan(price);
    expect(price).toBeLessThan(high);
  }
  // An embargo of four rows, for the network learns all days at once.
  expect(json.split.embargo).toBe(4);
});

test("thirty days ahead are scored and set out without a long task", { tag: "@timing" }, async ({
  page,
  browser,
}) => {
  await open(page, { ...QUICK, horizon: 30, steps: "recursive" });
  await expectState(page, "ready");
  const prepare = () => untilIdle(page);
  const recorded = await mainThread(
    page,
    browser,
    async () => {
      await train(page);
      const table = await reveal(page, "horizons");
      await expect(table.locator("tbody tr")).toHaveCount(30);
      await untilIdle(page);
    },
    { prepare },
  );
  await expectDrawn(page, "chart-fan");
  expectShortTasks(recorded, { atLeast: 50 });
});

test("the horizon is set in the form, with its choice, and refused beside an averaged label", async ({
  page,
}) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  // One day ahead shows nothing of several.
  await openPanel(page, "settings");
  await expect(page.getByLabel("Days ahead")).toHaveCount(0);
  await train(page);
  await expect(page.getByTestId("chart-fan")).toHaveCount(0);
  await expect(page.getByTestId("horizons")).toHaveCount(0);
  await expect(page).not.toHaveURL(/horizon|steps/);
  await set(page, "horizon", 3);
  await expect(page).toHaveURL(/horizon=3/);
  const choice = page.getByRole("combobox", { name: "Days ahead" });
  await choice.selectOption({ label: "Recursive: day after day" });
  await expect(page).toHaveURL(/steps=recursive/);
  await train(page);
  await expectDrawn(page, "chart-fan");
  await expect((await reveal(page, "horizons")).locator("tbody tr")).toHaveCount(3);
  const { json } = await report(page);
  expect(json.settings).toMatchObject({ horizon: 3, steps: "recursive" });
  expect(json.split.embargo).toBeUndefined();
  expect(json.forecast.path[0].price).toBeCloseTo(json.forecast.price, 9);
  await openTab(page, "leaks");
  await expect(page.getByLabel("Learn a 5-day average")).toBeDisabled();

  await set(page, "horizon", 1);
  await expect(choice).toHaveCount(0);
  await openTab(page, "leaks");
  await page.getByLabel("Learn a 5-day average").check();
  await set(page, "horizon", 3);
  await expect(page.locator("#setting-horizon-error")).toHaveText(
    /Horizon must be 1 while the network learns/,
  );
  await expect(page).not.toHaveURL(/horizon=3/);
});
