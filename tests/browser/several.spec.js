// Several histories: a world's seeds, files given together, and symbols typed in a row.
import { NOTICES, randomWalk } from "./alpha-vantage.js";
import { violations } from "./axe.js";
import { test, expect } from "./fixtures.js";
import { csvTable } from "./price-files.js";
import { openTab } from "./screen.js";
import { expectState, loadPrices, open, report, SMALL, train } from "./steps.js";

const QUICK = { ...SMALL, epochs: 2, device: "cpu" };

const card = (page) => page.getByTestId("several");
const rows = (page) => card(page).locator("tbody tr");
const together = (page) => page.getByTestId("several-together");
const button = (page) => card(page).getByRole("button", { name: /^Train / });

async function untilDone(page) {
  await expect(card(page)).toHaveAttribute("data-state", "done", { timeout: 60_000 });
}

test("a world's seeds are trained one after the other, and are in the report", async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await openTab(page, "does-it-hold");
  await expect(card(page)).toHaveAttribute("data-state", "idle");
  await expect(card(page).getByLabel("Histories")).toHaveValue("seeds");
  await expect(card(page).getByLabel("Files with prices (2 to 20)")).toBeHidden();
  await card(page).getByLabel("How many").selectOption("3");
  await button(page).click();
  await untilDone(page);
  await expect(rows(page)).toHaveCount(3);
  for (const row of await rows(page).all()) {
    await expect(row).toHaveAttribute("data-state", "done");
    await expect(row).toHaveAttribute("data-verdict", /^(beats|signal|ties|loses)$/);
  }
  await expect(rows(page).first()).toContainText("Seed 7");
  await expect(together(page)).toContainText("Of 3 histories it beats “tomorrow = today” on ");
  expect(await violations(page)).toEqual([]);

  await train(page);
  const { json } = await report(page);
  expect(json.several.series.map(({ name }) => name)).toEqual(["seed 7", "seed 8", "seed 9"]);
  expect(json.several.together.series).toBe(3);
});

test("files that are chosen together are studied, and one without prices says so", async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await openTab(page, "does-it-hold");
  await card(page).getByLabel("Histories").selectOption("files");
  await expect(button(page)).toBeDisabled();
  const file = (name, text) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
  await card(page)
    .getByLabel("Files with prices (2 to 20)")
    .setInputFiles([
      file("one.csv", csvTable(randomWalk({ seed: 1 }))),
      file("none.csv", "no prices in here\n"),
      file("two.csv", csvTable(randomWalk({ seed: 2 }))),
    ]);
  await expect(card(page)).toContainText("one.csv, none.csv, two.csv");
  await button(page).click();
  await untilDone(page);
  const states = await rows(page).evaluateAll((all) => all.map((row) => row.dataset.state));
  expect(states).toEqual(["done", "failed", "done"]);
  await expect(together(page)).toContainText("Of 2 histories");
});

test("symbols are asked for in a row, what they cost is said before, and a refusal stops it", async ({
  page,
  alphaVantage,
}) => {
  const limit = NOTICES.find(({ name }) => name === "the daily limit");
  const good = alphaVantage.answer;
  alphaVantage.answerWith((url) =>
    url.searchParams.get("symbol") === "GE" ? JSON.stringify(limit.body("")) : good(url),
  );
  await open(page, QUICK);
  await expectState(page, "ready");
  await loadPrices(page, { symbol: "IBM" });
  await expect(page.getByTestId("facts")).toHaveAttribute("data-source", "av:IBM:daily");
  expect(alphaVantage.requests).toHaveLength(1);

  await openTab(page, "does-it-hold");
  await expect(card(page).getByLabel("Histories")).toHaveValue("symbols");
  await expect(card(page).getByLabel("How many")).toBeHidden();
  const field = card(page).getByLabel("Symbols in a row (2 to 20)");
  await field.fill("ibm, MSFT GE, AAPL");
  await field.press("Enter");
  const cost = page.locator("#several-cost");
  await expect(cost).toContainText("at most 5 times");
  await expect(cost).toContainText("1 of the 25 requests");
  expect(alphaVantage.requests).toHaveLength(1);

  await button(page).click();
  await untilDone(page);
  // IBM is kept from before; after the refusal nothing is asked for.
  const asked = alphaVantage.requests.map((url) => url.searchParams.get("symbol"));
  expect(asked).toEqual(["IBM", "MSFT", "GE"]);
  expect(alphaVantage.times[2] - alphaVantage.times[1]).toBeGreaterThan(1_000);
  const states = await rows(page).evaluateAll((all) => all.map((row) => row.dataset.state));
  expect(states).toEqual(["done", "done", "failed", "failed"]);
  await expect(rows(page).nth(2)).toContainText("used up its requests for today");
  await expect(rows(page).nth(3)).toContainText("it was not asked for this one");
  await expect(together(page)).toContainText("Of 2 histories");
});
