// What a browser lacks, or does not let the page have: the page works, and says what it cannot keep or do.
import { test, expect } from "./fixtures.js";
import { workbook } from "./packed-files.js";
import { csvTable } from "./price-files.js";
import { randomWalk } from "./alpha-vantage.js";
import { openPanel, openTab, reveal } from "./screen.js";
import { expectState, open, report, SMALL, train } from "./steps.js";

const QUICK = { ...SMALL, epochs: 1, device: "cpu" };
const notice = (page) => page.getByTestId("notice");

test("without any storage the page trains and reports, and says what it does not keep", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["indexedDB", "localStorage", "sessionStorage", "caches"]) {
      Object.defineProperty(window, name, { value: undefined });
    }
    delete Navigator.prototype.serviceWorker;
  });
  await open(page, QUICK);
  await expectState(page, "ready");
  await train(page);
  await expect(notice(page)).toContainText("This browser keeps nothing for this page");
  expect((await report(page)).json.epochs).toHaveLength(1);
  await openTab(page, "runs");
  await expect(page.getByTestId("runs").locator("tbody tr")).toHaveCount(1);
  await openPanel(page, "more");
  await expect(page.getByTestId("not-kept")).toBeVisible();
});

test("a browser that keeps the page says nothing of it", async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await openPanel(page, "more");
  await expect(page.locator("#language")).toBeVisible();
  await expect(page.getByTestId("not-kept")).toHaveCount(0);
});

const WITHOUT = {
  "no workers": () => {
    delete window.Worker;
  },
  // It takes the script for one of the old kind, and never asks which kind is meant.
  "no module workers": () => {
    const Original = Worker;
    window.Worker = function (script) {
      return new Original(script);
    };
  },
};

for (const [what, take] of Object.entries(WITHOUT)) {
  test(`with ${what} prices are read and shown, and Train says what it needs`, async ({ page }) => {
    await page.addInitScript(take);
    await open(page, QUICK);
    await expectState(page, "ready");
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await expect(notice(page)).toContainText("did not let the page start its trainer");
    const file = await reveal(page, "price-file");
    const buffer = workbook(randomWalk({ rows: 300 }));
    await file.setInputFiles({ name: "prices.xlsx", mimeType: "application/octet-stream", buffer });
    await expect(notice(page)).not.toContainText("did not let");
    await expect(notice(page)).not.toHaveText("");
    const csv = Buffer.from(csvTable(randomWalk({ rows: 200 })));
    await (await reveal(page, "price-file")).setInputFiles({ name: "p.csv", mimeType: "text/csv", buffer: csv });
    await expect(page.getByTestId("facts")).toHaveAttribute("data-rows", "200");
  });
}
