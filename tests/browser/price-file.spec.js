// The visitor's own prices: chosen, dropped, pasted; a question asked where the file leaves one; and
// nothing lost where it cannot be used.
import { writeFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { test, expect } from "./fixtures.js";
import { randomWalk } from "./alpha-vantage.js";
import { LIMIT_MS, mainThread, timeBetween } from "./main-thread.js";
import {
  AMBIGUOUS,
  choose,
  csvTable,
  drag,
  LARGE_CSV,
  LARGE_JSON,
  paste,
} from "./price-files.js";
import { expectDrawn, expectState, open, report, SMALL, train, untilIdle } from "./steps.js";

const WALK = randomWalk({ rows: 300 });
const TABLE = csvTable(WALK);
const notice = (page) => page.getByTestId("notice");
const preview = (page) => page.getByTestId("import-preview");
const summary = (page) => page.getByTestId("chart-history").locator(".chart-summary");

test.beforeEach(async ({ page }) => {
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectState(page, "ready");
});

test("a chosen file is used at once, trained on and reported", { tag: "@smoke" }, async ({ page }) => {
  await choose(page, "mine.csv", TABLE);
  await expect(summary(page)).toHaveText(/^300 daily prices of mine\.csv/);
  await expectState(page, "ready");
  await expectDrawn(page, "chart-history");
  await expect(preview(page)).toHaveCount(0);
  await expect(notice(page)).toHaveText("");
  await expect(page).toHaveURL(/source=file:mine\.csv/);
  await train(page);
  const { data } = (await report(page)).json;
  expect(data).toMatchObject({
    source: "file:mine.csv",
    rows: 300,
    first_date: WALK[0].date,
    last_date: WALK.at(-1).date,
    field: "close",
  });
});

test("a dropped file is used at once, and dragging shows where it may fall", async ({ page }) => {
  await drag(page, "dropped.csv", TABLE, { drop: false });
  await expect(page.getByTestId("drop-zone")).toBeVisible();
  await drag(page, "dropped.csv", TABLE);
  await expect(page.getByTestId("drop-zone")).toBeHidden();
  await expect(summary(page)).toHaveText(/^300 daily prices of dropped\.csv/);
});

test("prices are pasted anywhere, or into the field for them", async ({ page }) => {
  await paste(page, TABLE);
  await expect(summary(page)).toHaveText(/^300 daily prices of Pasted prices/);
  const half = csvTable(WALK.slice(0, 150));
  await page.getByText("Paste prices instead").click();
  await page.getByLabel("Prices to read").fill(half);
  await page.getByRole("button", { name: "Read pasted prices" }).click();
  await expect(summary(page)).toHaveText(/^150 daily prices of Pasted prices/);
});

test("what is pasted into a field, or is one line, is left alone", async ({ page }) => {
  const before = await summary(page).innerText();
  await paste(page, TABLE, "#symbol");
  await paste(page, "K3YOFATEST0000XY");
  await page.waitForTimeout(300);
  expect(await summary(page).innerText()).toBe(before);
  await expect(notice(page)).toHaveText("");
});

test("a file with a question is shown, corrected and used", async ({ page }) => {
  await choose(page, "kurse.csv", AMBIGUOUS);
  await expect(preview(page)).toBeVisible();
  await expect(notice(page)).toHaveText(/question/);
  await expectState(page, "ready");
  await expect(page.getByRole("heading", { name: /kurse\.csv/ })).toBeFocused();
  await expect(preview(page)).toContainText("date MM/DD/YYYY, close = column 2 (“Schlusskurs”)");
  await expect(preview(page)).toContainText("decimal comma, cells separated by semicolons");
  await expect(preview(page).getByRole("cell", { name: "2024-03-04" })).toBeVisible();
  const axe = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]);
  expect((await axe.analyze()).violations).toEqual([]);

  const order = page.getByLabel("Date order");
  await order.focus();
  await order.selectOption("day, month, year");
  await expect(preview(page)).toContainText("date DD/MM/YYYY");
  await expect(preview(page).getByRole("cell", { name: "2024-04-03" })).toBeVisible();
  await expect(order, "a correction does not move the focus").toBeFocused();
  await expect(preview(page).getByRole("list")).toHaveCount(0);
  await page.getByRole("button", { name: "Use these prices" }).click();
  await expect(summary(page)).toHaveText(/^6 daily prices of kurse\.csv from 3 Apr 2024/);
  await expect(preview(page)).toHaveCount(0);
  await expect(page.locator("#prices-title"), "the button is gone").toBeFocused();
});

/** Answers each choice within one task, before the page has come to any of them. */
async function correctAtOnce(page, answers, press) {
  await page.evaluate(
    ([answers, press]) => {
      for (const [label, option] of answers) {
        const named = [...document.querySelectorAll("label")];
        const select = named.find((it) => it.textContent === label).control;
        const options = [...select.options];
        select.value = options.find((it) => it.textContent === option).value;
        select.dispatchEvent(new Event("change", { bubbles: true }));
      }
      const buttons = [...document.querySelectorAll("button")];
      if (press) buttons.find((it) => it.textContent.trim() === press).click();
    },
    [answers, press],
  );
}

test("of two quick corrections none is lost", async ({ page }) => {
  await choose(page, "kurse.csv", AMBIGUOUS);
  await expect(preview(page)).toContainText("date MM/DD/YYYY");
  await correctAtOnce(page, [
    ["Date order", "day, month, year"],
    ["Decimal mark", "decimal point"],
  ]);
  await expect(preview(page)).toContainText("date DD/MM/YYYY");
  await expect(preview(page)).toContainText("decimal point");
});

test("a correction does not bring back a file that was left meanwhile", async ({ page }) => {
  await choose(page, "kurse.csv", AMBIGUOUS);
  await expect(preview(page)).toBeVisible();
  await correctAtOnce(page, [["Date order", "day, month, year"]], "Leave this file");
  await page.waitForTimeout(300);
  await expect(preview(page)).toHaveCount(0);
});

test("a correction that makes no table is refused and leaves the choice as it was", async ({
  page,
}) => {
  await choose(page, "kurse.csv", AMBIGUOUS);
  await page.getByLabel("Cells separated by").selectOption("bars");
  await expect(notice(page)).toHaveText(/no column of dates/);
  const chosen = page.getByLabel("Cells separated by").locator("option:checked");
  await expect(chosen).toHaveText("semicolons");
  await expect(preview(page)).toContainText("close = column 2");
});

test("the column of prices can be another one", async ({ page }) => {
  // Names that nobody knows: what they mean is guessed from the numbers, and asked.
  const rows = WALK.map(({ date, price }) => [date, price.toFixed(2), (price / 2).toFixed(2)]);
  await choose(page, "odd.csv", `when,eins,zwei\n${rows.map((row) => row.join(",")).join("\n")}`);
  await expect(preview(page)).toBeVisible();
  await page.getByLabel("Close column").selectOption("3: zwei");
  await expect(preview(page)).toContainText("close = column 3 (“zwei”)");
  await page.getByRole("button", { name: "Use these prices" }).click();
  const first = (WALK[0].price / 2).toFixed(2);
  await expect(summary(page)).toContainText(`They start at ${first}`);
});

test("a file left alone loses nothing", async ({ page }) => {
  const before = await summary(page).innerText();
  await choose(page, "kurse.csv", AMBIGUOUS);
  await page.getByRole("button", { name: "Leave this file" }).click();
  await expect(preview(page)).toHaveCount(0);
  await expect(page.getByTestId("price-file")).toBeFocused();
  expect(await summary(page).innerText()).toBe(before);
});

const RUBBISH = [
  { name: "rubbish", text: "no prices\nin here\n", says: /no column of dates/ },
  { name: "an empty file", text: "  \n", says: /empty/ },
  { name: "a workbook", text: "PK\u0003\u0004 and so on", says: /Excel/ },
  { name: "a refusal saved as a file", text: '{"Note": "5 calls per minute"}', says: /./ },
];
test("what is no price file is explained and keeps prices and results", async ({ page }) => {
  await train(page);
  const verdict = await page.getByTestId("verdict").innerText();
  const before = await summary(page).innerText();
  for (const { name, text, says } of RUBBISH) {
    await test.step(name, async () => {
      await choose(page, "rubbish.csv", text);
      await expect(notice(page)).toHaveText(says);
      await expectState(page, "done");
      expect(await summary(page).innerText()).toBe(before);
      expect(await page.getByTestId("verdict").innerText()).toBe(verdict);
      await page.getByRole("button", { name: "Dismiss message" }).click();
      await expect(notice(page)).toHaveText("");
    });
  }
});

test("50 MB is the bound, named before a byte is read", async ({ page }) => {
  const before = await summary(page).innerText();
  const read = await page.getByTestId("price-file").evaluate(async (input) => {
    let read = 0;
    const arrayBuffer = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = function (...rest) {
      read += 1;
      return arrayBuffer.apply(this, rest);
    };
    const files = new DataTransfer();
    const megabyte = new Uint8Array(1024 * 1024).fill(0x31);
    files.items.add(new File([...Array(50).fill(megabyte), "1"], "large.csv"));
    input.files = files.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 300));
    return read;
  });
  expect(read).toBe(0);
  await expect(notice(page)).toHaveText(/51 MB.*50 MB/);
  await expectState(page, "ready");
  expect(await summary(page).innerText()).toBe(before);
});

test("a link to a file asks for the file", async ({ page }) => {
  await open(page, { source: "file:mine.csv" });
  await expect(notice(page)).toHaveText(/mine\.csv.*Open that file/);
  await choose(page, "mine.csv", TABLE);
  await expect(summary(page)).toHaveText(/^300 daily prices of mine\.csv/);
});

test("what was dropped and sorted in reading is said", async ({ page }) => {
  const lines = TABLE.split("\n");
  lines[5] = lines[5].replace(/^([^,]*).*/, "$1,,,,n/a,");
  [lines[20], lines[21]] = [lines[21], lines[20]];
  await choose(page, "holes.csv", lines.join("\n"));
  const said = page.getByTestId("data-report");
  await expect(said).toContainText("Line 6 was left out: its price is missing.");
  await expect(said).toContainText("1 row was out of date order");
  await expect(summary(page)).toHaveText(/^299 daily prices/);
});

test("prices without anything odd say so in one quiet line", async ({ page }) => {
  const said = page.getByTestId("data-report");
  await expect(said).toContainText("nothing odd");
  await expect(said.getByText("Looked for")).toBeHidden();
  await said.getByText("nothing odd").click();
  await expect(said.getByText("Looked for")).toBeVisible();
});

test.describe("large files", { tag: "@timing" }, () => {
  // Frames that the page paints meanwhile are counted too: ECharts draws a chart in one task of its own.
  for (const { name, make, rows, most } of [
    { name: "15,000 rows of CSV", make: LARGE_CSV, rows: "15,000", most: 60 },
    { name: "1.8 MB of JSON", make: LARGE_JSON, rows: "5,300", most: 120 },
  ]) {
    test(`${name} are read in ${most} ms without a task over ${LIMIT_MS} ms`, async ({
      page,
      browser,
    }, info) => {
      // From the disk, as a visitor's is: what the test itself hands over, the page would unpack.
      const path = info.outputPath("large.csv");
      await writeFile(path, make());
      // In view, so that the drawing is measured too; and the world's own drawing is not.
      for (const chart of ["chart-history", "chart-split"]) {
        await page.getByTestId(chart).scrollIntoViewIfNeeded();
        await expect(page.getByTestId(chart)).toHaveAttribute("data-drawn", "true");
      }
      await untilIdle(page);
      const recorded = await mainThread(browser, async () => {
        await page.getByTestId("price-file").setInputFiles(path);
        await expect(page.locator(".facts")).toContainText(rows);
        await untilIdle(page);
      });
      const reading = timeBetween(recorded, "price file opened", "price file read");
      const tasks = recorded.tasks.map(({ ms }) => ms);
      const longest = tasks.sort((a, b) => b - a).slice(0, 8);
      console.log(
        `    ${name}: read in ${reading.toFixed(0)} ms; longest tasks: ${longest
          .map((ms) => ms.toFixed(0))
          .join(", ")} ms`,
      );
      expect(tasks.length).toBeGreaterThan(10);
      expect(longest[0]).toBeLessThanOrEqual(LIMIT_MS);
      expect(reading).toBeLessThanOrEqual(most);
    });
  }
});
