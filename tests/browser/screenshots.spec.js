// Pictures of the page, only when asked: HINDCAST_SCREENSHOTS=1 cargo xtask test browser screenshots.
// They lie in test-results/screenshots; the README's picture is screenshot.png there.
import { mkdirSync } from "node:fs";
import { test } from "./fixtures.js";
import { closeDrawer, closePanel, openPanel, openTab, showDrawn, showView, TABS, VIEWS } from "./screen.js";
import { expectState, loadPrices, open, train, trainFor, untilIdle } from "./steps.js";

test.skip(!process.env.HINDCAST_SCREENSHOTS, "skipped: HINDCAST_SCREENSHOTS is not set");

const FOLDER = "test-results/screenshots";
const RUN = { source: "world:mean-reverting", epochs: 8, device: "cpu", seed: 1 };
const HEIGHTS = { 360: 780, 768: 1024, 1440: 900 };

async function picture(page, name) {
  mkdirSync(FOLDER, { recursive: true });
  await untilIdle(page);
  await page.waitForTimeout(800); // the charts' own animation
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
}

/** The look of the page, opened; a run has ended where `trained`. */
async function look(page, colorScheme, width, { trained = true } = {}) {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.setViewportSize({ width, height: HEIGHTS[width] });
  await open(page, RUN);
  await expectState(page, "ready");
  if (trained) await train(page, { timeout: 110_000 });
}

for (const colorScheme of ["light", "dark"]) {
  for (const width of Object.keys(HEIGHTS).map(Number)) {
    const name = (what) => `${width}-${colorScheme}-${what}`;

    test(`before and while it trains, ${colorScheme}, ${width} px`, async ({ page }) => {
      await look(page, colorScheme, width, { trained: false });
      await picture(page, name("first"));
      for (const slug of ["prices", "settings", "lessons", "how-it-works", "more"]) {
        await openPanel(page, slug);
        await picture(page, name(`panel-${slug}`));
      }
      await openTab(page, "scores");
      await picture(page, name("tab-empty"));
      await open(page, { ...RUN, epochs: 1000 });
      await expectState(page, "ready");
      await page.getByRole("button", { name: "Train", exact: true }).click();
      await trainFor(page, 5);
      await page.screenshot({ path: `${FOLDER}/${name("training")}.png` });
      await open(page, { lesson: "looks-perfect" });
      await expectState(page, "ready");
      await picture(page, name("lesson"));
    });

    test(`every view, tab and panel after a run, ${colorScheme}, ${width} px`, async ({ page }) => {
      test.setTimeout(240_000);
      await look(page, colorScheme, width);
      for (const slug of VIEWS) {
        await showDrawn(page, slug);
        await picture(page, name(`view-${slug}`));
      }
      for (const slug of TABS) {
        await openTab(page, slug);
        await picture(page, name(`tab-${slug}`));
      }
      await closeDrawer(page);
      for (const slug of ["why", "files"]) {
        await openPanel(page, slug);
        await picture(page, name(`panel-${slug}`));
      }
      await closePanel(page);
      await page.screenshot({ path: `${FOLDER}/${name("whole")}.png`, fullPage: true });
    });
  }
}

test("prices that are refused, and a page without any", async ({ page, alphaVantage }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await open(page, { source: "av:IBM:daily" });
  await picture(page, "state-empty");
  alphaVantage.answerWith(() => JSON.stringify({ Information: "This is a premium endpoint." }));
  // IBM's prices are kept on the device by now.
  await loadPrices(page, { symbol: "MSFT" });
  await page.getByTestId("notice").getByRole("button").first().waitFor();
  await picture(page, "state-refused");
});

test("the README's picture", async ({ page }) => {
  await look(page, "light", 1440);
  await showView(page, "test");
  await picture(page, "screenshot");
});
