// Pictures of the page, only when asked: HINDCAST_SCREENSHOTS=<folder> cargo xtask test browser
// screenshots. The README's picture is <folder>/screenshot.png.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "./fixtures.js";
import {
  CHARTS_AFTER,
  CHARTS_BEFORE,
  expectDrawn,
  expectState,
  loadPrices,
  open,
  train,
  trainFor,
} from "./steps.js";

const FOLDER = process.env.HINDCAST_SCREENSHOTS;

test.skip(!FOLDER, "skipped: HINDCAST_SCREENSHOTS names no folder");

const RUN = { source: "world:mean-reverting", epochs: 4, device: "cpu", seed: 1 };

async function trained(page, colorScheme, width) {
  mkdirSync(FOLDER, { recursive: true });
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: 900 });
  await open(page, RUN);
  await expectState(page, "ready");
  await train(page, { timeout: 110_000 });
  for (const chart of [...CHARTS_BEFORE, ...CHARTS_AFTER]) await expectDrawn(page, chart);
  await page.waitForTimeout(800); // the charts' own animation
  await page.evaluate(() => window.scrollTo(0, 0));
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 768, 1440]) {
    test(`the page, ${colorScheme}, ${width} px`, async ({ page }) => {
      await trained(page, colorScheme, width);
      await page.screenshot({
        path: join(FOLDER, `page-${colorScheme}-${width}.png`),
        fullPage: true,
      });
    });
  }
}

test("the states of the page", async ({ page, alphaVantage }) => {
  mkdirSync(FOLDER, { recursive: true });
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 768, height: 900 });
  await open(page, { source: "av:IBM:daily" });
  await page.screenshot({ path: join(FOLDER, "state-empty.png"), fullPage: true });
  let answer;
  alphaVantage.answerWith(() => new Promise((resolve) => (answer = resolve)));
  await loadPrices(page);
  await expectState(page, "loading");
  await page.screenshot({ path: join(FOLDER, "state-loading.png"), fullPage: true });
  answer(JSON.stringify({ Information: "This is a premium endpoint." }));
  await page.getByTestId("notice").getByRole("button").first().waitFor();
  await page.screenshot({ path: join(FOLDER, "state-refused.png"), fullPage: true });
  await open(page, { ...RUN, epochs: 1000 });
  await expectState(page, "ready");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await trainFor(page, 10);
  await page.screenshot({ path: join(FOLDER, "state-training.png"), fullPage: true });
});

test("the README's picture", async ({ page }) => {
  await trained(page, "light", 1280);
  await page.getByTestId("verdict").evaluate((element) => element.scrollIntoView());
  await page.evaluate(() => window.scrollBy(0, -90));
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(FOLDER, "screenshot.png") });
});
