// What stands under the verdict: slide-it, intervals, leaks measured, and the list of runs.
import { test, expect } from "./fixtures.js";
import { expectDrawn, expectState, open, SMALL, train } from "./steps.js";

const QUICK = { ...SMALL, epochs: 2, device: "cpu" };

test("the predicted line slides by keyboard, and says where it fits best", async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await train(page);
  const slide = page.getByTestId("slide");
  const slider = slide.getByRole("slider", { name: "Move the predicted line" });
  await slider.focus();
  await expect(slider).toHaveAttribute("aria-valuetext", /^Where it stands: MAE/);
  const before = await slide.getByTestId("slide-now").innerText();
  expect(before).toMatch(/MAE \d/);
  await page.keyboard.press("ArrowLeft");
  await expect(slider).toHaveAttribute("aria-valuetext", /^1 trading day earlier/);
  await expect(slide.getByTestId("slide-now")).not.toHaveText(before);
  await expectDrawn(page, "chart-zoom");
  await expect(page.getByTestId("slide-finding")).toHaveText(/fits best|the same wherever/);
  // Another run stands where it stands.
  await train(page);
  await expect(slider).toHaveAttribute("aria-valuetext", /^Where it stands: MAE/);
});

test("intervals are told at three levels by two methods", async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await train(page);
  const rows = page.getByTestId("intervals").locator("tbody tr");
  await expect(rows).toHaveCount(6);
  const held = await rows.evaluateAll((rows) =>
    rows.map((row) => Number.parseFloat(row.children[2].innerText)),
  );
  // A wider interval never holds less.
  for (const method of [held.slice(0, 3), held.slice(3)]) {
    expect([...method].sort((a, b) => a - b)).toEqual(method);
  }
});

test("a leak is switched on, trained with, compared, and taken back", async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await train(page);
  const runs = page.getByTestId("runs");
  await expect(runs.locator("tbody tr")).toHaveCount(1);
  await expect(page.getByTestId("odometer")).toContainText("first look");

  await page.getByText("Leaks to try").click();
  await page.getByLabel("Scale on the whole history").check();
  await expect(page).toHaveURL(/scaler=all/);
  await train(page);
  await expect(runs.locator("tbody tr")).toHaveCount(2);
  const newest = runs.locator('tr[data-run="2"]');
  await expect(newest).toContainText("Scaler: train → all");
  await expect(newest).toContainText(/run 1/);
  await expect(page.getByTestId("odometer")).toContainText("2 different");

  await runs.getByRole("button", { name: "Restore the settings of run 1" }).click();
  await expect(page).not.toHaveURL(/scaler=all/);
  await expect(page.getByLabel("Scale on the whole history")).not.toBeChecked();
  // What was trained stays on the screen until the next training.
  await expect(page.getByTestId("verdict")).toBeVisible();

  await runs.getByRole("button", { name: /Pin run 1/ }).click();
  await expect(runs.locator("tbody tr").first()).toHaveAttribute("data-run", "1");
  await runs.getByRole("button", { name: "Delete run 2 from the list" }).click();
  await expect(runs.locator("tbody tr")).toHaveCount(1);
});

test("a random split trains and is drawn, as points", async ({ page }) => {
  await open(page, { ...QUICK, split: "random" });
  await expectState(page, "ready");
  await train(page);
  await expectDrawn(page, "chart-prediction");
  await expect(page.getByTestId("slide")).toHaveCount(0);
});
