// axe-core in both colour schemes, from the first look to the verdict, on a phone and a desk.
import { violations } from "./axe.js";
import { test, expect } from "./fixtures.js";
import { CHARTS_AFTER, expectDrawn, expectState, loadPrices, open, SMALL } from "./steps.js";

/** Colours do not depend on the width, nor sizes on the colours: two of the four see all of both. */
const LOOKS = [
  { colorScheme: "light", width: 360 },
  { colorScheme: "dark", width: 1280 },
];

test("no violations in either colour scheme, on a phone and a desk", async ({
  page,
  alphaVantage,
}) => {
  test.setTimeout(240_000);
  const expectAccessible = async (where) => {
    for (const { colorScheme, width } of LOOKS) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize({ width, height: 900 });
      const look = `${where}, ${colorScheme}, ${width} px`;
      expect(await violations(page), look).toEqual([]);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${look}: the page does not scroll sideways`).toBeLessThanOrEqual(0);
    }
  };
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectState(page, "ready");
  alphaVantage.answerWith(() => "{}");
  await loadPrices(page);
  await expect(page.getByTestId("notice")).toHaveText(/./);
  await expectAccessible("the first look, and a notice");

  // With all that a verdict brings: band, coverage, a sealed block, two runs side by side.
  await page.getByLabel("Keep the last 5 % sealed").check();
  await page.getByRole("button", { name: "Run both recipes" }).click();
  await expect(page.getByTestId("compare")).toBeVisible({ timeout: 60_000 });
  for (const chart of [...CHARTS_AFTER, "chart-coverage", "chart-compare"]) {
    await expectDrawn(page, chart);
  }
  await page.getByRole("button", { name: "Open the sealed block" }).click();
  await expectAccessible("results");
  await page.getByRole("button", { name: "Yes, open it" }).click();
  await expect(page.getByTestId("sealed")).toHaveAttribute("data-state", "opened");
  await expectAccessible("the sealed block opened");
});

test("a run can be started and stopped by the keyboard alone", { tag: "@smoke" }, async ({ page }) => {
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
