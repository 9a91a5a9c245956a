// The sealed block: kept out of everything, and opened once.
import { test, expect } from "./fixtures.js";
import { reveal, showView } from "./screen.js";
import { expectDrawn, expectState, open, report, set, SMALL, train } from "./steps.js";

const QUICK = { ...SMALL, epochs: 2, device: "cpu" };

test("the last 5 % are kept sealed, and opened once after a question", async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await showView(page, "split");
  const split = page.getByTestId("chart-split");
  await page.getByLabel("Keep the last 5 % sealed").check();
  await expect(page).toHaveURL(/sealed=1/);
  await expect(split).toContainText(/The last 250 rows \(.*\) are sealed/);
  await train(page);
  const panel = page.getByTestId("sealed");
  for (const chart of ["chart-prediction", "chart-zoom", "chart-next-day"]) {
    await expectDrawn(page, chart);
  }
  await showView(page, "test");
  // In the chart's table the sealed days have a price and no prediction.
  const zoom = page.getByTestId("chart-zoom");
  await page.locator("#stage-table").click();
  await expect(zoom.getByRole("columnheader", { name: "Sealed" })).toBeVisible();
  const headers = await zoom.getByRole("columnheader").allInnerTexts();
  const last = await zoom.locator("tbody tr").first().locator("th, td").allInnerTexts();
  const cell = (name) => last[headers.indexOf(name)];
  expect(cell("Sealed")).toMatch(/\d/);
  expect(cell("Predicted, test")).toBe("–");
  expect(cell("80 % interval")).toBe("–");
  const { json } = await report(page);
  expect(json.settings.sealed).toBe(true);
  expect(json.sealed).toMatchObject({ rows: 250 });
  expect(json.sealed.opened).toBeUndefined();
  // Nothing that was predicted lies behind the seal.
  expect(json.predictions.at(-1).date < json.sealed.first_date).toBe(true);
  expect(json.forecast.after_date < json.sealed.first_date).toBe(true);

  await reveal(page, "sealed");
  await expect(panel).toHaveAttribute("data-state", "sealed");
  await panel.getByRole("button", { name: "Open the sealed block" }).click();
  await panel.getByRole("button", { name: "Not yet" }).click();
  await expect(panel).toHaveAttribute("data-state", "sealed");
  await panel.getByRole("button", { name: "Open the sealed block" }).click();
  await panel.getByRole("button", { name: "Yes, open it" }).click();
  await expect(panel).toHaveAttribute("data-state", "opened", { timeout: 30_000 });
  const rows = panel.getByTestId("sealed-scores").locator("tbody tr");
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText("250 days");
  await expect(panel.getByTestId("sealed-finding")).toContainText("On days that nobody had looked at");
  await expect(panel.getByRole("button")).toHaveCount(0);
  const opened = (await report(page)).json;
  expect(opened.sealed.opened.verdict.rmae).toBeCloseTo(
    opened.sealed.opened.model.mae / opened.sealed.opened.persistence.mae,
    9,
  );
  // The verdict and its test block are untouched by the look.
  expect(opened.verdict).toEqual(json.verdict);

  // For a later run it stays open, and says with which one.
  await set(page, "epochs", 3);
  await train(page);
  await expect(panel).toHaveAttribute("data-state", "opened");
  await expect(panel).toContainText("It was opened with run 1");
});
