// A trained model opened again: the same results as the run that wrote it, without training; and every
// broken file refused with a sentence while what is on the screen stays.
import { readFile, writeFile } from "node:fs/promises";
import { test, expect } from "./fixtures.js";
import { expectState, loadPrices, open, report, SMALL, train } from "./steps.js";

const KEY = "K3YOFATEST0000XY";
const notice = (page) => page.getByTestId("notice");

async function savedModel(page, folder) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download model", exact: true }).click(),
  ]);
  const path = `${folder}/${download.suggestedFilename()}`;
  await download.saveAs(path);
  return path;
}

/** The file with another header, its length put right. */
async function withHeader(path, change) {
  const file = await readFile(path);
  const length = Number(file.readBigUInt64LE(0));
  const header = Buffer.from(change(file.toString("utf8", 8, 8 + length)));
  const size = Buffer.alloc(8);
  size.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([size, header, file.subarray(8 + length)]);
}

const chooser = (page) => page.getByTestId("open-model");
const opened = (page) => page.locator(".caveats").getByText("comes from a file");

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
  await chooser(page).setInputFiles(path);
  await expectState(page, "done", 30_000);
  await expect(page).toHaveURL(/source=world:seasonal/);
  await expect(page.getByLabel("Hidden units")).toHaveValue("8");
  await expect(opened(page)).toBeVisible();
  await expect(page.getByTestId("chart-prediction")).toBeVisible();
  const again = (await report(page)).json;
  expectSamePredictions(again, first);
  expect(again.address).toBe(first.address);
  expect(again.epochs).toEqual([]);
  expect(again.opened).toEqual({ from: "file", name: path.split("/").at(-1) });
  expect(again.caveats[0]).toContain("was not trained here");
  const row = page.getByTestId("runs").locator("tbody tr").first();
  await expect(row).toContainText("from a file, not trained here");
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

test("a model dropped on the page, or chosen as a price file, is opened too", async ({
  page,
}, { outputDir }) => {
  await open(page, { ...SMALL, epochs: 2, device: "cpu" });
  await expectState(page, "ready");
  await train(page);
  const path = await savedModel(page, outputDir);
  await open(page);
  await expectState(page, "ready");
  await page.getByTestId("price-file").setInputFiles(path);
  await expectState(page, "done", 30_000);
  await expect(opened(page)).toBeVisible();

  await open(page);
  await expectState(page, "ready");
  const bytes = [...(await readFile(path))];
  await page.evaluate((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "dropped.safetensors"));
    window.dispatchEvent(
      new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }),
    );
  }, bytes);
  await expectState(page, "done", 30_000);
  await expect(opened(page)).toContainText("dropped.safetensors");
});

test("a file that is no good is refused with a sentence, and nothing is lost", async ({
  page,
}, { outputDir }) => {
  await open(page, { ...SMALL, epochs: 2, device: "cpu" });
  await expectState(page, "ready");
  await train(page);
  const path = await savedModel(page, outputDir);
  const whole = await readFile(path);
  const before = (await report(page)).text;
  const huge = Buffer.from(whole);
  huge.writeBigUInt64LE(2n ** 62n);
  const { name } = /"(?<name>input\.bias)":/.exec(whole.toString("latin1")).groups;
  const broken = {
    "cut.safetensors": whole.subarray(0, whole.length - 40),
    "empty.safetensors": Buffer.alloc(0),
    "huge.safetensors": huge,
    "shape.safetensors": await withHeader(path, (it) => it.replace('"hidden":"8"', '"hidden":"9"')),
    "overlap.safetensors": await withHeader(path, (it) =>
      it.replace(/("input\.bias":.*?"data_offsets":)\[\d+,\d+\]/, "$1[0,32]"),
    ),
    "settings.safetensors": await withHeader(path, (it) =>
      it.replace(/"settings":"[^"]*"/, '"settings":"window=99"'),
    ),
    "foreign.safetensors": await withHeader(path, (it) => it.replace("hindcast.model/1", "pt")),
  };
  expect(name).toBe("input.bias");
  for (const [file, bytes] of Object.entries(broken)) {
    await writeFile(`${outputDir}/${file}`, bytes);
    await chooser(page).setInputFiles(`${outputDir}/${file}`);
    await expect(notice(page), file).toHaveText(/(choose a model|download it again)/);
    await expect(notice(page)).toHaveAttribute("data-kind", "error");
    await page.getByRole("button", { name: "Dismiss message" }).click();
    await expectState(page, "done");
  }
  expect((await report(page)).text).toBe(before);
});

test("a model of fetched prices waits for them, and says which", async ({
  page,
  alphaVantage,
}, { outputDir }) => {
  await open(page, { ...SMALL, epochs: 2, device: "cpu" });
  await loadPrices(page, { symbol: "MSFT", key: KEY });
  await expect(page).toHaveURL(/source=av:MSFT:daily/);
  await expectState(page, "ready");
  await train(page);
  const first = (await report(page)).json;
  const path = await savedModel(page, outputDir);
  expect((await readFile(path)).includes(KEY)).toBe(false);

  // The copy on this device is enough.
  await open(page);
  await expectState(page, "ready");
  await chooser(page).setInputFiles(path);
  await expectState(page, "done", 30_000);
  expectSamePredictions((await report(page)).json, first);

  // Without it, the page says what to load; the model is judged when it is there.
  await page.getByRole("button", { name: "Forget", exact: true }).click();
  await expect(notice(page)).toHaveText(/gone/);
  await open(page);
  await expectState(page, "ready");
  await chooser(page).setInputFiles(path);
  const waiting = page.getByTestId("waiting-model");
  await expect(notice(page)).toHaveText(/MSFT, daily, from Alpha Vantage, 300 rows.*key/);
  await expect(waiting).toContainText("MSFT, daily");
  await expectState(page, "ready");
  const requests = alphaVantage.requests.length;
  await loadPrices(page, { symbol: "MSFT", key: KEY });
  await expectState(page, "done", 30_000);
  await expect(waiting).toHaveCount(0);
  expect(alphaVantage.requests.length).toBe(requests + 1);
  expectSamePredictions((await report(page)).json, first);

  // One that is no longer wanted is put away.
  await page.getByRole("button", { name: "Forget", exact: true }).click();
  await expect(notice(page)).toHaveText(/gone/);
  await open(page);
  await expectState(page, "ready");
  await chooser(page).setInputFiles(path);
  await expect(waiting).toBeVisible();
  await waiting.getByRole("button", { name: "Put it away" }).click();
  await expect(waiting).toHaveCount(0);
});
