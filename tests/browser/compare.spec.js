// Two runs side by side: chosen in the list, or trained by one button.
import { test, expect } from "./fixtures.js";
import { reveal } from "./screen.js";
import { expectDrawn, expectState, open, set, SMALL, train } from "./steps.js";

const QUICK = { ...SMALL, epochs: 2, device: "cpu" };

test("both recipes train one after the other and stand side by side", { tag: "@smoke" }, async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await page.getByRole("button", { name: "Run both recipes" }).click();
  const card = page.getByTestId("compare");
  await expect(card, "the drawer opens with it").toBeVisible({ timeout: 60_000 });
  await expectState(page, "done");
  await expect(page.getByTestId("runs").locator("tbody tr")).toHaveCount(2);
  await expect(card.getByRole("heading", { name: "Run 1 and run 2 side by side" })).toBeFocused();

  await expectDrawn(page, "chart-compare");
  const chart = page.getByTestId("chart-compare");
  await expect(chart).toContainText(/Run 1, honest misses the price by [\d.,]+ on average/);
  await expect(chart).toContainText("Run 2, notebook by");
  await expect(card.locator(".compare__verdict")).toHaveCount(2);
  for (const verdict of await card.locator(".compare__verdict").all()) {
    await expect(verdict).toHaveAttribute("data-verdict", /^(beats|signal|ties|loses)$/);
  }
  await expect(card.getByTestId("compare-finding")).toHaveText(
    /^Run 1 (is better than|is worse than|has) .*run 2.*test days.*\(p [<=] 0\.\d{3}\)/,
  );
  await expect(card.getByTestId("compare-finding")).not.toContainText("p = 0.000");
  // Only what differs, in words: recipe, target, scaler, learning rate.
  const settings = card.getByTestId("compare-settings").locator("tbody tr");
  await expect(settings).toHaveCount(4);
  await expect(settings.nth(1)).toHaveText(/Target\s*the return\s*the price itself/);
  await expect(settings.nth(2)).toContainText("fitted on the whole history");
  const scores = card.getByTestId("compare-scores").locator("tbody tr");
  await expect(scores).toHaveCount(3);
  await expect(scores.nth(2)).toContainText("1.000");
  // The list says the same rMAE as the comparison.
  const rmae = await page.getByTestId("runs").locator('tr[data-run="1"] strong').innerText();
  await expect(scores.nth(0).locator("strong")).toHaveText(rmae);

  await card.getByRole("button", { name: "Close" }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByTestId("runs").getByRole("checkbox", { name: "Compare run 1" })).not.toBeChecked();
});

test("two runs are ticked by hand; other days and other prices are refused with the reason", async ({
  page,
}) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await train(page);
  await set(page, "window", 30);
  await train(page);
  const runs = await reveal(page, "runs");
  const tick = (number) => runs.getByRole("checkbox", { name: `Compare run ${number}` });
  await tick(1).focus();
  await page.keyboard.press("Space");
  await expect(runs).toContainText("Run 1 is chosen");
  await expect(page.getByTestId("compare")).toHaveCount(0);
  await tick(2).check();
  const refused = page.getByTestId("compare-refused");
  await expect(refused).toContainText("not tested on the same days: run 1 on");
  await expect(page.getByTestId("chart-compare")).toHaveCount(0);

  // The same window again: the third run takes the first one's place among the chosen, run 2 leaves.
  await set(page, "window", 5);
  await train(page);
  await tick(2).uncheck();
  await tick(3).check();
  await expect(page.getByTestId("compare-finding")).toContainText("forecast the same price");
  await expect(page.getByTestId("compare-settings")).toHaveText("Both have the same settings.");

  // Another seed is another world.
  await set(page, "seed", 8);
  await expectState(page, "ready");
  await train(page);
  await tick(4).check();
  await expect(refused).toContainText("not on the same prices");
});
