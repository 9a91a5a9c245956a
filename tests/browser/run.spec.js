// The whole job: prices by key, training, verdict, charts, the next day's price, the report.
import { test, expect } from "./fixtures.js";
import { onTheClock } from "./main-thread.js";
import { openPanel } from "./screen.js";
import {
  CHARTS_AFTER,
  CHARTS_BEFORE,
  expectDrawn,
  expectState,
  loadPrices,
  open,
  report,
  SMALL,
  train,
} from "./steps.js";

for (const { recipe, device, epochs, called, tag } of [
  { recipe: "honest", device: "cpu", epochs: 3, called: /CPU/i, tag: "@smoke" },
  { recipe: "notebook", device: "webgpu", epochs: 1, called: /WebGPU/i, tag: [] },
]) {
  test(`prices by key, ${recipe} recipe, ${epochs} epoch(s) on ${device}`, { tag }, async ({
    page,
    alphaVantage,
  }) => {
    await open(page, { ...SMALL, recipe, epochs, device });
    await loadPrices(page, { symbol: "IBM" });
    await expectState(page, "ready");
    for (const chart of CHARTS_BEFORE) await expectDrawn(page, chart);
    expect(alphaVantage.requests).toHaveLength(1);
    expect(alphaVantage.requests[0].searchParams.get("symbol")).toBe("IBM");

    await train(page, { timeout: 110_000 });
    await expect(page.getByTestId("verdict")).toHaveAttribute(
      "data-verdict",
      /^(beats|signal|ties|loses)$/,
    );
    await expect(page.getByTestId("next-day")).toHaveText(/\d/);
    await expect(page.getByTestId("device")).toContainText(called);
    for (const chart of CHARTS_AFTER) await expectDrawn(page, chart);

    const { json } = await report(page);
    expect(json.schema).toBe("hindcast.report/1");
    expect(json.device.kind).toBe(device);
    expect(json.settings).toMatchObject({ recipe, window: 5, hidden: 8, layers: 1, seed: 7 });
    expect(json.data).toMatchObject({ symbol: "IBM", interval: "daily", rows: 300 });
    expect(json.epochs.map(({ epoch }) => epoch)).toEqual(
      Array.from({ length: epochs }, (_, index) => index + 1),
    );
    for (const { train_loss, validation_loss } of json.epochs) {
      expect(train_loss).toBeGreaterThan(0);
      expect(validation_loss).toBeGreaterThan(0);
    }
    expect(["beats", "signal", "ties", "loses"]).toContain(json.verdict.kind);
    expect(json.scores.model.rmae).toBeCloseTo(
      json.scores.model.mae / json.scores.persistence.mae,
      9,
    );
    expect(json.scores.persistence.rmae).toBeCloseTo(1, 12);
    const { low, price, high } = json.forecast;
    expect(low).toBeLessThanOrEqual(price);
    expect(price).toBeLessThanOrEqual(high);
    // The report's scores are those of its predictions: MAE worked out anew from the rows.
    const tested = json.predictions.filter(({ block }) => block === "test");
    const mae =
      tested.reduce((sum, { actual, predicted }) => sum + Math.abs(actual - predicted), 0) /
      tested.length;
    expect(json.scores.model.mae).toBeCloseTo(mae, 6);
  });
}

/** Begins a training of minutes. */
async function trainLong(page) {
  await open(page, { ...SMALL, hidden: 32, layers: 2, epochs: 1000, device: "cpu" });
  await expectState(page, "ready");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.getByTestId("device")).toContainText(/CPU/i, { timeout: 30_000 });
}

test("stop keeps the model of that moment, and the run goes on", { tag: "@smoke" }, async ({
  page,
}) => {
  await trainLong(page);
  const stop = page.getByRole("button", { name: "Stop" });
  await stop.click();
  await expectState(page, "stopped");
  await expect(page.getByTestId("verdict")).toBeVisible();
  for (const chart of ["chart-prediction", "chart-next-day"]) await expectDrawn(page, chart);

  await page.getByRole("button", { name: "Resume" }).click();
  await expectState(page, "training");
  await stop.click();
  await expectState(page, "stopped");
});

test("stop works within a second", { tag: "@timing" }, async ({ page }) => {
  await trainLong(page);
  const stop = page.getByRole("button", { name: "Stop" });
  const resume = page.getByRole("button", { name: "Resume" });
  const prepare = async () => {
    if (await resume.isVisible()) await resume.click();
    await expectState(page, "training");
  };
  const act = () =>
    stop.evaluate(async (button) => {
      const status = document.querySelector("[data-testid=status]");
      const stopped = new Promise((resolve) => {
        const observer = new MutationObserver(() => {
          if (status.dataset.state === "stopped") {
            observer.disconnect();
            resolve(performance.now());
          }
        });
        observer.observe(status, { attributes: true });
      });
      const clicked = performance.now();
      button.click();
      return (await stopped) - clicked;
    });
  const { ms, machine } = await onTheClock(page, act, { prepare });
  expect(ms, machine).toBeLessThan(1000);
});

test("settings out of bounds are refused next to their field", async ({ page }) => {
  await open(page);
  await expectState(page, "ready");
  await openPanel(page, "settings");
  const field = page.getByLabel("Look-back window");
  const good = await field.inputValue();
  await field.fill("0");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  const described = (await field.getAttribute("aria-describedby")).split(" ");
  const texts = await Promise.all(described.map((id) => page.locator(`#${id}`).innerText()));
  expect(texts.join(" ")).toMatch(/2.*250/);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expectState(page, "ready");
  await field.fill(good);
  await expect(field).toHaveAttribute("aria-invalid", "false");
});
