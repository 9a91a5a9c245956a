// Prices in a workbook or an archive: unpacked in a worker of its own, which loads when such a file is
// given and not before.
import { test, expect } from "./fixtures.js";
import { randomWalk } from "./alpha-vantage.js";
import { part } from "../../bench/sizes.js";
import { workbook, zip } from "./packed-files.js";
import { csvTable } from "./price-files.js";
import { reveal } from "./screen.js";
import { expectState, open, SMALL } from "./steps.js";

const WALK = randomWalk({ rows: 300 });
const facts = (page) => page.getByTestId("facts");
const notice = (page) => page.getByTestId("notice");

async function give(page, name, buffer) {
  const file = await reveal(page, "price-file");
  await file.setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

test("a workbook and an archive are read, by what loads for them alone", async ({ page }) => {
  const loaded = [];
  page.on("request", (request) => {
    const name = new URL(request.url()).pathname.split("/").pop();
    if (part(name) === "unpacker") loaded.push(name);
  });
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectState(page, "ready");
  await page.waitForTimeout(500);
  expect(loaded).toEqual([]);

  await give(page, "prices.xlsx", workbook(WALK));
  await expect(facts(page)).toHaveAttribute("data-source", "file:prices.xlsx");
  await expect(facts(page)).toHaveAttribute("data-rows", "300");
  await expect(facts(page)).toHaveAttribute("data-first", WALK[0].date);
  await expect(facts(page)).toHaveAttribute("data-last", WALK.at(-1).date);
  await expect(facts(page)).toHaveAttribute("data-last-price", String(WALK.at(-1).price));
  await expect(notice(page)).toHaveText("");
  expect(loaded.some((name) => name.endsWith(".wasm"))).toBe(true);

  await give(page, "download.zip", zip({ "walk.csv": csvTable(WALK.slice(0, 200)) }));
  await expect(facts(page)).toHaveAttribute("data-source", "file:walk.csv");
  await expect(facts(page)).toHaveAttribute("data-rows", "200");
});

test("what a packed file does not give is said, and the prices stay", async ({ page }) => {
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectState(page, "ready");
  const before = await facts(page).getAttribute("data-source");
  const damaged = workbook(WALK);
  damaged.fill(0, 200, damaged.length - 100);
  await give(page, "prices.xlsx", damaged);
  await expect(notice(page)).toContainText("cannot be unpacked");
  await expectState(page, "ready");
  await expect(facts(page)).toHaveAttribute("data-source", before);
});

test("of several files in an archive one is chosen, or all are held for one study", async ({ page }) => {
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectState(page, "ready");
  const before = await facts(page).getAttribute("data-source");
  const files = { "a.csv": csvTable(WALK), "b.csv": csvTable(WALK.slice(0, 200)) };
  await give(page, "many.zip", zip(files));
  await expect(notice(page)).toContainText("2 files of prices");
  await expect(facts(page)).toHaveAttribute("data-source", before);
  const choice = page.getByTestId("archive-choice");
  await expect(choice).toContainText("many.zip");
  await choice.getByTestId("hold-all").click();
  await expect(notice(page)).toContainText("2 files are held");
  await choice.getByLabel("File in the archive").selectOption({ label: "b.csv" });
  await choice.getByRole("button", { name: "Open this file" }).click();
  await expect(facts(page)).toHaveAttribute("data-source", "file:b.csv");
  await expect(facts(page)).toHaveAttribute("data-rows", "200");
  await expect(choice).toHaveCount(0);
});

test("an unpacker that does not load is said, and another try works", async ({ page, context }) => {
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectState(page, "ready");
  await context.route("**/unpacker_loader*.js", (route) => route.fulfill({ status: 404 }));
  await give(page, "prices.xlsx", workbook(WALK));
  await expect(notice(page)).toContainText("did not load");
  await context.unroute("**/unpacker_loader*.js");
  await give(page, "prices.xlsx", workbook(WALK));
  await expect(facts(page)).toHaveAttribute("data-rows", "300");
});
