// A trained model opened again: the same results as the run that wrote it, without training.
import { readFile } from "node:fs/promises";
import { test, expect } from "./fixtures.js";
import { openPanel, reveal } from "./screen.js";
import { expectDrawn, expectState, loadPrices, open, report, SMALL, train } from "./steps.js";

const KEY = "K3YOFATEST0000XY";
const notice = (page) => page.getByTestId("notice");

async function savedModel(page, folder) {
  await openPanel(page, "files");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download model", exact: true }).click(),
  ]);
  const path = `${folder}/${download.suggestedFilename()}`;
  await download.saveAs(path);
  return path;
}

/** Opens a model as a visitor does. */
async function openModel(page, path) {
  const chooser = await reveal(page, "open-model");
  await chooser.setInputFiles(path);
}

const opened = (page) => page.locator(".caveats").getByText("comes from a file");

async function expectOpened(page) {
  await openPanel(page, "why");
  await expect(opened(page)).toBeVisible();
}

function expectSamePredictions(again, first) {
  expect(again.predictions).toHaveLength(first.predictions.length);
  again.predictions.forEach(({ date, actual, predicted, block }, row) => {
    const before = first.predictions[row];
    expect([date, actual, block]).toEqual([before.date, before.actual, before.block]);
    expect(Math.abs(predicted / before.predicted - 1)).toBeLessThan(1e-6);
  });
  expect(again.verdict.rmae).toBeCloseTo(first.verdict.rmae, 6);
  expect(again.forecast.price / first.forecast.price).toBeCloseTo(1, 6);
  expect(again.best_epoch).toBe(first.best_epoch);
}

test("a model from a file gives the results of the run that wrote it, untrained and marked", { tag: "@smoke" }, async ({
  page,
}, { outputDir }) => {
  const settings = { ...SMALL, layers: 2, epochs: 4, device: "cpu", source: "world:seasonal" };
  await open(page, settings);
  await expectState(page, "ready");
  await train(page);
  const first = (await report(page)).json;
  expect(first.opened).toBeUndefined();
  const path = await savedModel(page, outputDir);

  // A page that knows nothing of it: other settings, another world.
  await open(page);
  await expectState(page, "ready");
  await openModel(page, path);
  await expectState(page, "done", 30_000);
  await expect(page).toHaveURL(/source=world:seasonal/);
  await openPanel(page, "settings");
  await expect(page.getByLabel("Hidden units")).toHaveValue("8");
  await expectOpened(page);
  await expectDrawn(page, "chart-prediction");
  const again = (await report(page)).json;
  expectSamePredictions(again, first);
  expect(again.address).toBe(first.address);
  expect(again.epochs).toEqual([]);
  expect(again.opened).toEqual({ from: "file", name: path.split("/").at(-1) });
  expect(again.caveats[0]).toContain("was not trained here");
  const row = (await reveal(page, "runs")).locator("tbody tr").first();
  await expect(row).toContainText("from a file, not trained here");
  await openPanel(page, "files");
  const [card] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download run card" }).click(),
  ]);
  expect(await readFile(await card.path(), "utf8")).toContain("from a file, not trained here");

  // It trains on like any other experiment, and then nothing is of a file any more.
  await train(page);
  await expect(opened(page)).toHaveCount(0);
  expect((await report(page)).json.opened).toBeUndefined();
});

test("a model dropped, or chosen as a price file, waits for fetched prices and says which", async ({
  page,
  alphaVantage,
}, { outputDir }) => {
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await loadPrices(page, { symbol: "MSFT", key: KEY });
  await expect(page).toHaveURL(/source=av:MSFT:daily/);
  await expectState(page, "ready");
  await train(page);
  const first = (await report(page)).json;
  const path = await savedModel(page, outputDir);
  const bytes = await readFile(path);
  expect(bytes.includes(KEY)).toBe(false);

  // The copy on this device is enough.
  await open(page);
  await expectState(page, "ready");
  await (await reveal(page, "price-file")).setInputFiles(path);
  await expectState(page, "done", 30_000);
  await expectOpened(page);

  // Without it, the page says what to load. One that is no longer wanted is put away.
  await openPanel(page, "prices");
  await page.getByRole("button", { name: "Forget", exact: true }).click();
  await expect(notice(page)).toHaveText(/gone/);
  await open(page);
  await expectState(page, "ready");
  await page.evaluate((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "dropped.safetensors"));
    window.dispatchEvent(
      new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  }, [...bytes]);
  const waiting = page.getByTestId("waiting-model");
  await expect(notice(page)).toHaveText(/MSFT, daily, from Alpha Vantage, 300 rows.*key/);
  await expect(waiting).toContainText("MSFT, daily");
  await waiting.getByRole("button", { name: "Put it away" }).click();
  await expect(waiting).toHaveCount(0);

  // The model is judged when its prices are there.
  await openModel(page, path);
  await expect(waiting).toBeVisible();
  await expectState(page, "ready");
  const requests = alphaVantage.requests.length;
  await loadPrices(page, { symbol: "MSFT", key: KEY });
  await expectState(page, "done", 30_000);
  await expect(waiting).toHaveCount(0);
  expect(alphaVantage.requests.length).toBe(requests + 1);
  expectSamePredictions((await report(page)).json, first);
});
