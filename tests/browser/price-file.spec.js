// The visitor's own prices: chosen, dropped, pasted; a question asked where the file leaves one; and
// nothing lost where it cannot be used.
import { writeFile } from "node:fs/promises";
import AxeBuilder from "@axe-core/playwright";
import { test, expect } from "./fixtures.js";
import { randomWalk } from "./alpha-vantage.js";
import { expectShortTasks, LIMIT_MS, mainThread, timeBetween } from "./main-thread.js";
import {
  AMBIGUOUS,
  choose,
  csvTable,
  drag,
  LARGE_CSV,
  LARGE_JSON,
  paste,
} from "./price-files.js";
import { openPanel, reveal } from "./screen.js";
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

test("prices are dropped, pasted anywhere, or pasted into the field for them", async ({ page }) => {
  const said = page.getByTestId("data-report");
  await expect(said.getByText("Looked for")).toBeHidden();
  await said.getByText("nothing odd").click();
  await expect(said.getByText("Looked for")).toBeVisible();

  // What is pasted into a field is the field's.
  await openPanel(page, "prices");
  const before = await summary(page).innerText();
  await paste(page, TABLE, "#symbol");
  await page.waitForTimeout(300);
  expect(await summary(page).innerText()).toBe(before);
  await expect(notice(page)).toHaveText("");

  await drag(page, "dropped.csv", TABLE, { drop: false });
  await expect(page.getByTestId("drop-zone")).toBeVisible();
  await drag(page, "dropped.csv", TABLE);
  await expect(page.getByTestId("drop-zone")).toBeHidden();
  await expect(summary(page)).toHaveText(/^300 daily prices of dropped\.csv/);
  await paste(page, TABLE);
  await expect(summary(page)).toHaveText(/^300 daily prices of Pasted prices/);
  const half = csvTable(WALK.slice(0, 150));
  await openPanel(page, "prices");
  await page.getByText("Paste prices instead").click();
  await page.getByLabel("Prices to read").fill(half);
  await page.getByRole("button", { name: "Read pasted prices" }).click();
  await expect(summary(page)).toHaveText(/^150 daily prices of Pasted prices/);
});

test("an odd price is marked, left out at a press and taken back; in another encoding it is read too", async ({ page }) => {
  const odd = WALK.map((row, at) => (at === 120 ? { ...row, price: row.price * 100 } : row));
  // Spanish column words in windows-1252: no UTF-8.
  const rows = odd.map(({ date, price }) => `${date};${price.toFixed(2)}`);
  const text = Buffer.from(`Fecha;Último\n${rows.join("\n")}`, "latin1");
  const file = await reveal(page, "price-file");
  await file.setInputFiles({ name: "precios.csv", mimeType: "text/csv", buffer: text });
  await expect(summary(page)).toHaveText(/^300 daily prices of precios\.csv/);
  const report = page.getByTestId("data-report");
  await report.locator("summary").click();
  await expect(report).toContainText(WALK[119].price.toFixed(2));
  const button = page.getByTestId("odd-rows");
  await expect(button).toHaveText("Leave out the row with an odd price");
  await button.click();
  await expect(page.getByTestId("facts")).toHaveAttribute("data-rows", "299");
  await expect(report).toContainText("1 row with an odd price was left out");
  await expect(button).toBeFocused();
  await button.click();
  await expect(page.getByTestId("facts")).toHaveAttribute("data-rows", "300");
  // It is a hundred times too much, so it can be corrected as well.
  const correct = page.getByTestId("correct-odd");
  await expect(correct).toHaveText("Correct the decimal point of the odd price");
  await correct.click();
  await expect(report).toContainText("The decimal point was moved in 1 row");
  await expect(button).toHaveCount(0);
  await expect(correct).toBeFocused();
  await correct.click();
  await expect(button).toHaveText("Leave out the row with an odd price");
});

test("prices that stand still cannot be judged, and no ratio is said of them", async ({ page }) => {
  await choose(page, "still.csv", csvTable(WALK.map((row) => ({ ...row, price: 42 }))));
  await expect(summary(page)).toHaveText(/^300 daily prices of still\.csv/);
  await train(page);
  const verdict = page.getByTestId("verdict");
  await expect(verdict).toContainText("Cannot be judged.");
  await expect(verdict).not.toContainText("×");
  await openPanel(page, "why");
  await expect(page.getByTestId("why")).toContainText("Cannot be judged.");
  await expect(page.getByTestId("why")).not.toContainText("1000000");
});

test("a file with a question is shown, corrected and used", async ({ page }) => {
  await choose(page, "kurse.csv", AMBIGUOUS);
  await expect(preview(page), "the panel opens with it").toBeVisible();
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

  // Left alone, the same file leaves what is there.
  const before = await summary(page).innerText();
  await choose(page, "kurse.csv", AMBIGUOUS);
  await page.getByRole("button", { name: "Leave this file" }).click();
  await expect(preview(page)).toHaveCount(0);
  await expect(page.getByTestId("price-file")).toBeFocused();
  expect(await summary(page).innerText()).toBe(before);
});

test.describe("large files", { tag: "@timing" }, () => {
  // Frames that the page paints meanwhile are counted too: ECharts draws a chart in one task of its own.
  for (const { name, make, rows, most } of [
    { name: "15,000 rows of CSV", make: LARGE_CSV, rows: "15000", most: 60 },
    { name: "1.8 MB of JSON", make: LARGE_JSON, rows: "5300", most: 120 },
  ]) {
    test(`${name} are read in ${most} ms without a task over ${LIMIT_MS} ms`, async ({
      page,
      browser,
    }, info) => {
      // From the disk, as a visitor's is: what the test itself hands over, the page would unpack.
      const path = info.outputPath("large.csv");
      await writeFile(path, make());
      // In view, so that the drawing is measured too; and the world's own drawing is not.
      const facts = page.getByTestId("facts");
      const prepare = async () => {
        await openPanel(page, "prices");
        await page.locator("#world-seasonal").check();
        await expect(facts).not.toHaveAttribute("data-rows", rows);
        await expectDrawn(page, "chart-history");
        await openPanel(page, "prices");
        await untilIdle(page);
      };
      const act = async () => {
        await page.getByTestId("price-file").setInputFiles(path);
        await expect(facts).toHaveAttribute("data-rows", rows);
        await untilIdle(page);
      };
      const recorded = await mainThread(page, browser, act, { prepare });
      const reading = timeBetween(recorded, "take-file-apart", "read-price-file");
      console.log(`    ${name}: read in ${reading.toFixed(0)} ms`);
      expectShortTasks(recorded, { atLeast: 10 });
      expect(reading, recorded.machine).toBeLessThanOrEqual(most);
    });
  }
});
