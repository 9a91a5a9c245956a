// Prices that look split: said, adjusted in one click, marked, and undone to the very same prices.
import { test, expect } from "./fixtures.js";
import { randomWalk } from "./alpha-vantage.js";
import { choose, csvTable } from "./price-files.js";
import { closePanel } from "./screen.js";
import { expectDrawn, expectState, open, report, SMALL, train } from "./steps.js";

/** 300 days that are worth a seventh from the 200th on, and a half of that from the 250th. */
function splitWalk() {
  const walk = randomWalk({ rows: 300, seed: 3 });
  // Within the two percent: on those days the price itself stands still.
  walk[200].price = walk[199].price;
  walk[250].price = walk[249].price;
  return walk.map(({ date, price }, day) => ({
    date,
    price: price / (day < 200 ? 1 : day < 250 ? 7 : 14),
  }));
}

const WALK = splitWalk();
const summary = (page) => page.getByTestId("chart-history").locator(".chart-summary");
const said = (page) => page.getByTestId("data-report");

/** Opens what the data check found, or closes it: it lies over what is below. */
const fold = (page) => said(page).locator("summary").click();

test("a split is adjusted, marked and undone", async ({ page }) => {
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectState(page, "ready");
  await choose(page, "split.csv", csvTable(WALK));
  await closePanel(page);
  await expect(summary(page)).toHaveText(/split\.csv/);
  const before = await summary(page).innerText();
  expect(before).toContain("Jumps that look like splits: 7:1 on");
  await expect(said(page)).toContainText(`Looks like a 7:1 split on ${WALK[200].date}.`);
  await train(page);
  const raw = (await report(page)).json;
  expect(raw.data.warnings.join(" ")).toContain("7:1");

  await fold(page);
  await page.getByRole("button", { name: /^Adjust for the 7:1 split/ }).click();
  await expectState(page, "ready");
  await expect(page.getByTestId("verdict")).toHaveCount(0);
  await expect(said(page)).toContainText(
    `Prices before ${WALK[200].date} are adjusted for a 7:1 split.`,
  );
  // The file has four digits after the point, and so has what is worked out of it.
  const first = Number(WALK[0].price.toFixed(4));
  await expect(summary(page)).toContainText(`They start at ${(first / 7).toFixed(4)}`);
  await expect(summary(page)).toContainText(/7:1 on [^;]*, adjusted/);
  await expectDrawn(page, "chart-history");
  const undo = page.getByRole("button", { name: /^Undo adjusting for the 7:1 split/ });
  await expect(undo, "the focus stays").toBeFocused();

  await fold(page);
  await train(page);
  const adjusted = (await report(page)).json;
  expect(adjusted.data.warnings.join(" ")).toContain(
    `Prices before ${WALK[200].date} are adjusted for a 7:1 split.`,
  );
  await fold(page);
  await undo.click();
  await expectState(page, "ready");
  await expect(summary(page)).toHaveText(before);
  await page.getByRole("button", { name: "Adjust for all 2" }).click();
  await expect(summary(page)).toContainText(`They start at ${(first / 14).toFixed(4)}`);
  await page.getByRole("button", { name: "Undo all" }).click();
  await expect(summary(page)).toHaveText(before);
});
