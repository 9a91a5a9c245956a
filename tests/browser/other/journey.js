// One visit, from the first look to a page without a network, told in what every browser can do.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { randomWalk } from "../alpha-vantage.js";
import { workbook } from "../packed-files.js";
import { csvTable } from "../price-files.js";
import { publish, untilKept } from "../published.js";
import { fragment, SMALL } from "../steps.js";
import { until } from "./waiting.js";

const KEY = "K3YOFATEST0000XY";
const FIELDS = { "#symbol": "IBM", "#api-key": KEY };
const QUICK = { ...SMALL, epochs: 3, device: "cpu" };
/** A training that nobody waits for. */
const LONG = { ...SMALL, recipe: "notebook", hidden: 32, layers: 2, epochs: 1000, device: "cpu" };
const TRAIN = "#training-title";
const REPORT = ".files-row > button:first-child";

/** What Alpha Vantage was asked for is in `asked`; the numbers of the run are returned. */
export async function journey(driver, { baseURL, folder, asked, step }) {
  const { run, click } = driver;
  const site = await publish(baseURL);

  const text = (selector) => run((it) => document.querySelector(it)?.innerText ?? "", selector);
  const state = (wanted, patience) =>
    until(
      () => run((it) => document.querySelector("[data-testid=status]")?.dataset.state === it, wanted),
      `the page is not ${wanted}`,
      patience,
    );
  /** Until all parts of the page are there: Firefox logs a request that a reload cuts off. */
  const stands = async () => {
    await state("ready");
    await until(
      () => run(() => Boolean(document.querySelector("[data-testid=chart-history][data-drawn=true] canvas"))),
      "the history is not drawn",
    );
  };
  const visit = async (settings) => {
    await driver.goto("about:blank");
    await driver.goto(`${site.address}?offline${fragment(settings)}`);
    await stands();
  };
  const fact = (name) =>
    run((name) => document.querySelector("[data-testid=facts]").dataset[name], name);
  const rows = (wanted) =>
    until(async () => (await fact("rows")) === `${wanted}`, `there are not ${wanted} prices`);
  const trained = async (wanted = "done") => {
    await state(wanted, 60_000);
    await until(() => text("[data-testid=verdict]"), "there is no verdict");
    await until(async () => /\d/.test(await text("[data-testid=next-day]")), "there is no tomorrow");
  };

  await step("opens on a world that is drawn", async () => {
    await driver.goto(site.address);
    await stands();
    expect(await fact("source")).toMatch(/^world:/);
  });

  const report = await step("loads by key, trains, judges, forecasts and reports", async () => {
    await visit(QUICK);
    await click("#open-prices");
    for (const [field, words] of Object.entries(FIELDS)) {
      await click(field);
      await run((field) => document.querySelector(field).select(), field);
      await driver.type(words);
    }
    await click("form:has(#api-key) button[type=submit]");
    await rows(300);
    expect(asked.map((url) => url.searchParams.get("symbol"))).toEqual(["IBM"]);
    await click(TRAIN);
    await trained();
    const downloaded = await readFile(await driver.download(REPORT), "utf8");
    expect(downloaded).not.toContain(KEY);
    const report = JSON.parse(downloaded);
    expect(report.data).toMatchObject({ symbol: "IBM", rows: 300 });
    expect(report.epochs).toHaveLength(QUICK.epochs);
    expect(report.predictions.length).toBeGreaterThan(250);
    return report;
  });

  await step("reads a table and a workbook", async () => {
    const files = {
      "mine.csv": csvTable(randomWalk({ rows: 250 })),
      "mine.xlsx": workbook(randomWalk({ rows: 260 })),
    };
    for (const [name, content] of Object.entries(files)) {
      const file = join(folder, name);
      await writeFile(file, content);
      await click("#open-prices");
      await driver.setFile("#price-file", file);
      await until(async () => (await fact("source")) === `file:${name}`, `${name} is not read`);
    }
    await rows(260);
  });

  await step("stops and goes on", async () => {
    await visit(LONG);
    await click(TRAIN);
    const epoch = async () => Number(/Epoch (\d+) of/.exec(await text("#training"))?.[1] ?? 0);
    const epochs = (count) => until(async () => (await epoch()) > count, `epoch ${count + 1} does not come`);
    await epochs(1);
    await click(TRAIN);
    await trained("stopped");
    const stopped = await epoch();
    await click(".train-bar__resume");
    await epochs(stopped);
    await click(TRAIN);
    await trained("stopped");
  });

  await step("leads through a lesson's first step", async () => {
    await visit({});
    await click("#open-lessons");
    await click("[data-testid=lessons] [aria-label^='Slide it']");
    await until(() => text("[data-testid=guide]"), "there is no lesson");
    expect(await run(() => location.hash)).toContain("lesson=slide-it");
    await until(() => run(() => document.querySelectorAll("[data-pointed]").length === 1), "nothing is pointed at");
  });

  await step("keeps its runs over a reload", async () => {
    await visit(QUICK);
    await driver.reload();
    await stands();
    await click("#tab-runs");
    await until(async () => (await text("[data-testid=runs]")).includes("IBM"), "the run is not kept");
  });

  await step("opens, trains and reports without a network", async () => {
    await visit(QUICK);
    await run(untilKept);
    await site.close();
    await driver.reload();
    await stands();
    await click(TRAIN);
    await trained();
  });

  expect(driver.faults, "console errors and requests that nobody expects").toEqual([]);
  return report;
}
