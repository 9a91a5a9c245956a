// Finding a symbol by the company's name, by keyboard and by mouse, without wasting requests.
import AxeBuilder from "@axe-core/playwright";
import { test, expect } from "./fixtures.js";
import { goodAnswer, NOTICES, searchAnswer } from "./alpha-vantage.js";
import { openPanel } from "./screen.js";
import { expectState, loadPrices, open } from "./steps.js";

const KEY = "Q7SECRETKEY42ZZA";
const MATCHES = [
  ["TSCO.LON", "Tesco PLC", "United Kingdom", "GBX"],
  ["TSCDF", "Tesco plc"],
  ["TSCDY", "Tesco plc (ADR)"],
];

const notice = (page) => page.getByTestId("notice");
const field = (page) => page.getByLabel("Symbol");
const options = (page) => page.locator("#symbol-choices [role=option]:visible");
/** The option that the arrows have come to. */
async function expectActive(page, text) {
  const selected = page.locator("#symbol-choices [role=option][aria-selected=true]");
  await expect(selected).toContainText(text);
  expect(await field(page).getAttribute("aria-activedescendant")).toBe(
    await selected.getAttribute("id"),
  );
}

/** A service that finds `MATCHES` and has prices of everything but `unknown`. */
function finds(alphaVantage, { unknown = [] } = {}) {
  alphaVantage.answerWith((url) => {
    if (url.searchParams.get("function") === "SYMBOL_SEARCH") {
      return url.searchParams.get("keywords").startsWith("te")
        ? searchAnswer(MATCHES)
        : searchAnswer([]);
    }
    return unknown.includes(url.searchParams.get("symbol"))
      ? JSON.stringify(NOTICES.find(({ name }) => name === "an unknown symbol").body())
      : goodAnswer(url);
  });
}

async function openWithKey(page) {
  await open(page);
  await expectState(page, "ready");
  await openPanel(page, "prices");
  await page.getByLabel("API key", { exact: true }).fill(KEY);
}

test("a name is searched for on Enter, chosen and loaded by the keyboard alone", { tag: "@smoke" }, async ({
  page,
  alphaVantage,
}) => {
  finds(alphaVantage);
  await page.clock.install();
  await openWithKey(page);
  await field(page).fill("tesco");
  // Typing asks nothing, however long one pauses.
  await page.clock.runFor(60_000);
  expect(alphaVantage.requests).toHaveLength(0);
  await page.keyboard.press("Enter");
  await expect(options(page)).toHaveCount(3);
  expect(alphaVantage.requests.map((url) => url.searchParams.get("keywords"))).toEqual(["tesco"]);
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  await expect(page.getByText("3 matches. Choose with the arrow keys and Enter.")).toBeVisible();
  await expectActive(page, /TSCO\.LON.*Tesco PLC.*United Kingdom, GBX/);
  await page.keyboard.press("ArrowDown");
  await expectActive(page, "TSCDF");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expectActive(page, "TSCDY");
  await page.keyboard.press("ArrowDown");
  await expectActive(page, "TSCO.LON");
  const { violations } = await new AxeBuilder({ page }).include(".av-form").analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("TSCO.LON");
  await expect(options(page)).toHaveCount(0);
  await expect(field(page)).toHaveAttribute("aria-expanded", "false");
  await page.keyboard.press("Enter");
  await expect.poll(() => alphaVantage.requests.length).toBe(2);
  expect(alphaVantage.requests[1].searchParams.get("symbol")).toBe("TSCO.LON");
  await expect(page.getByText("TSCO.LON", { exact: true }).first()).toBeVisible();
});

test("a click chooses too, Escape closes, and the same search is free", async ({
  page,
  alphaVantage,
}) => {
  finds(alphaVantage);
  await openWithKey(page);
  await field(page).fill("tesco");
  await page.getByRole("button", { name: "Search by name" }).click();
  await expect(options(page)).toHaveCount(3);
  await page.keyboard.press("Escape");
  await expect(options(page)).toHaveCount(0);
  await expect(field(page)).toHaveValue("tesco");
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: /TSCDF/ }).click();
  await expect(field(page)).toHaveValue("TSCDF");
  await expect(options(page)).toHaveCount(0);
  expect(alphaVantage.requests).toHaveLength(1);
});

test("no match is said; a list that is left closes, and the arrows bring it back", async ({ page, alphaVantage }) => {
  finds(alphaVantage);
  await openWithKey(page);
  await field(page).fill("nothing like it");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/knows no name like “nothing like it”/)).toBeVisible();
  await field(page).fill("tesco");
  await page.keyboard.press("Enter");
  await expect(options(page)).toHaveCount(3);
  await page.getByLabel("Interval").focus();
  await expect(options(page)).toHaveCount(0);
  await field(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(options(page)).toHaveCount(3);
  await expectActive(page, "TSCO.LON");
  expect(alphaVantage.requests).toHaveLength(2);
});

test("symbols loaded lately are in the list, also after a reload", async ({ page }) => {
  await open(page);
  for (const symbol of ["IBM", "MSFT", "TSCO.LON"]) {
    await loadPrices(page, { symbol, key: KEY });
    await expect(page.getByText(symbol, { exact: true }).first()).toBeVisible();
    await expectState(page, "ready");
  }
  await page.reload();
  await expectState(page, "ready");
  await openPanel(page, "prices");
  await field(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(options(page)).toContainText(["TSCO.LON", "MSFT", "IBM"]);
  await page.keyboard.press("Escape");
  await field(page).fill("ms");
  await expect(options(page)).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("MSFT");
});

/** A service whose searches are answered when the test says so. */
function holdsSearches(alphaVantage) {
  finds(alphaVantage);
  const { answer } = alphaVantage;
  const held = [];
  alphaVantage.answerWith(async (url) => {
    if (url.searchParams.get("function") === "SYMBOL_SEARCH") {
      await new Promise((resolve) => held.push(resolve));
    }
    return answer(url);
  });
  return held;
}

test("a late answer does not call back who went elsewhere", async ({ page, alphaVantage }) => {
  const held = holdsSearches(alphaVantage);
  await openWithKey(page);
  await field(page).fill("tesco");
  await page.keyboard.press("Enter");
  await expect.poll(() => held.length).toBe(1);
  await page.getByLabel("Interval").focus();
  held[0]();
  await expect(page.getByText(/3 matches/)).toBeVisible();
  await expect(page.getByLabel("Interval")).toBeFocused();
  await expect(options(page)).toHaveCount(0);
  await field(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(options(page)).toHaveCount(3);
});
