// axe-core in both colour schemes, from the first look to the verdict, on a phone and a desk.
import { violations } from "./axe.js";
import { test, expect } from "./fixtures.js";
import { CHARTS_AFTER, expectDrawn, expectState, loadPrices, open, SMALL } from "./steps.js";

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    test(`no violations, ${colorScheme}, ${width} px wide`, async ({ page, alphaVantage }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      await open(page, { ...SMALL, epochs: 1, device: "cpu" });
      await expectState(page, "ready");
      expect(await violations(page)).toEqual([]);

      alphaVantage.answerWith(() => "{}");
      await loadPrices(page);
      await expect(page.getByTestId("notice")).toHaveText(/./);
      expect(await violations(page)).toEqual([]);

      // With all that a verdict brings: band, coverage, a sealed block, two runs side by side.
      await page.getByLabel("Keep the last 5 % sealed").check();
      await page.getByRole("button", { name: "Run both recipes" }).click();
      await expect(page.getByTestId("compare")).toBeVisible({ timeout: 60_000 });
      for (const chart of [...CHARTS_AFTER, "chart-coverage", "chart-compare"]) {
        await expectDrawn(page, chart);
      }
      await page.getByRole("button", { name: "Open the sealed block" }).click();
      expect(await violations(page)).toEqual([]);
      await page.getByRole("button", { name: "Yes, open it" }).click();
      await expect(page.getByTestId("sealed")).toHaveAttribute("data-state", "opened");
      expect(await violations(page)).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, "the page does not scroll sideways").toBeLessThanOrEqual(0);
    });
  }
}

test("a run can be started and stopped by the keyboard alone", async ({ page }) => {
  await open(page, { ...SMALL, hidden: 32, layers: 2, epochs: 1000, device: "cpu" });
  await expectState(page, "ready");
  const focused = () =>
    page.evaluate(() => (document.activeElement?.textContent ?? "").trim());
  for (let presses = 0; presses < 80 && (await focused()) !== "Train"; presses += 1) {
    await page.keyboard.press("Tab");
  }
  expect(await focused()).toBe("Train");
  await page.keyboard.press("Enter");
  await expectState(page, "training");
  const stop = page.getByRole("button", { name: "Stop" });
  await stop.focus();
  await page.keyboard.press("Enter");
  await expectState(page, "stopped");
});
