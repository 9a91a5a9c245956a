// What a visitor does on the page, by the names a visitor sees.
import { readFile } from "node:fs/promises";
import { expect } from "./fixtures.js";
import { closePanel, openPanel, reveal } from "./screen.js";

/** A run that a software GPU finishes in seconds. */
export const SMALL = { recipe: "honest", window: 5, hidden: 8, layers: 1, batch: 64, seed: 7 };

/** A fragment from settings: `#source=…&epochs=3`. */
export function fragment(settings) {
  return `#${Object.entries(settings)
    .map(([name, value]) => `${name}=${value}`)
    .join("&")}`;
}

/** Opens the page afresh; a mere change of the fragment would not load it again. */
export async function open(page, settings = {}, path = "") {
  await page.goto("about:blank");
  await page.goto(path + (Object.keys(settings).length ? fragment(settings) : ""));
  await expect(page.getByTestId("status")).toBeAttached();
}

export async function expectState(page, state, timeout = 15_000) {
  await expect(page.getByTestId("status")).toHaveAttribute("data-state", state, { timeout });
}

/** Opens the panel of prices, fills the form as a visitor does and presses "Load prices". */
export async function loadPrices(
  page,
  { symbol = "IBM", key = "K3YOFATEST0000XY", interval } = {},
) {
  await openPanel(page, "prices");
  if (interval) await page.getByLabel("Interval", { exact: true }).selectOption({ label: interval });
  await page.getByLabel("Symbol").fill(symbol);
  await page.getByLabel("API key", { exact: true }).fill(key);
  await page.getByRole("button", { name: "Load prices" }).click();
}

/** Gives a setting another value, by its key in the address. */
export async function set(page, key, value) {
  await openPanel(page, "settings");
  const field = page.locator(`#setting-${key}`);
  await field.fill(String(value));
  await field.blur();
}

/** Chooses the page's language by what it calls itself. */
export async function speak(page, language) {
  await openPanel(page, "more");
  await page.locator("#language").selectOption(language);
}

export async function train(page, { timeout = 60_000 } = {}) {
  await closePanel(page);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expectState(page, "done", timeout);
  await expect(page.getByTestId("verdict")).toBeVisible();
}

/** The downloaded report, read. */
export async function report(page) {
  await closePanel(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download report" }).click(),
  ]);
  const text = await readFile(await download.path(), "utf8");
  return { text, json: JSON.parse(text), name: download.suggestedFilename() };
}

/** Waits until the page has had nothing to do, and nothing to draw, for half a second. */
export async function untilIdle(page) {
  await page.evaluate(async () => {
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
    const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
    // 50 ms is what a browser gives at most, where no frame is due.
    for (let calm = 0; calm < 5; await pause()) {
      calm = (await idle()).timeRemaining() > 40 ? calm + 1 : 0;
    }
  });
}

/** Waits until training has gone on for `epochs` more; asks within the page, so as not to disturb it. */
export async function trainFor(page, epochs) {
  await page.evaluate(async (epochs) => {
    const training = document.querySelector("#training");
    const shown = () => Number(/Epoch (\d+) of/.exec(training.textContent)?.[1] ?? 0);
    const last = shown() + epochs;
    while (shown() < last) await new Promise((resolve) => setTimeout(resolve, 250));
  }, epochs);
}

/** Losses and learning rates, for comparing two runs to the last digit. */
export function losses(json) {
  return json.epochs.map(({ epoch, train_loss, validation_loss, learning_rate }) => ({
    epoch,
    train_loss,
    validation_loss,
    learning_rate,
  }));
}

/**
 * How many coloured pixels a chart has. Axes and labels are grey, series are not: a chart without
 * data has next to none.
 */
async function colouredPixels(page, testId) {
  return page.getByTestId(testId).evaluate((figure) => {
    let coloured = 0;
    for (const canvas of figure.querySelectorAll("canvas")) {
      if (!canvas.width || !canvas.height) continue;
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      for (let i = 0; i < data.length; i += 4) {
        const spread =
          Math.max(data[i], data[i + 1], data[i + 2]) - Math.min(data[i], data[i + 1], data[i + 2]);
        if (data[i + 3] > 128 && spread > 45) coloured += 1;
      }
    }
    return coloured;
  });
}

/** Charts are drawn when they come into view. */
export async function expectDrawn(page, testId) {
  await (await reveal(page, testId)).scrollIntoViewIfNeeded();
  await expect
    .poll(() => colouredPixels(page, testId), { message: `${testId} shows a series` })
    .toBeGreaterThan(100);
}

export const CHARTS_BEFORE = ["chart-history", "chart-split"];
export const CHARTS_AFTER = ["chart-loss", "chart-prediction", "chart-zoom", "chart-next-day"];
