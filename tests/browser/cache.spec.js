// Copies of fetched prices on this device: the same request within a trading day is free.
import { test, expect } from "./fixtures.js";
import { gated, goodAnswer, NOTICES } from "./alpha-vantage.js";
import { put, records } from "./kept.js";
import { expectDrawn, expectState, loadPrices, open } from "./steps.js";

test.use({ expectedErrors: [/Failed to load resource/] });

const KEY = "Q7SECRETKEY42ZZA";
const notice = (page) => page.getByTestId("notice");
const origin = (page) => page.getByTestId("origin");

/** What was asked for, without the prefix that all have. */
const functions = (alphaVantage) =>
  alphaVantage.requests.map((url) =>
    url.searchParams.get("function").replace("TIME_SERIES_", ""),
  );

/** Puts `[name, copy, time]` records into the page's database. */
const putRecords = (page, entries) =>
  put(
    page,
    entries.flatMap(([name, copy, time]) => [
      ["copies", name, copy],
      ["times", name, time],
    ]),
  );

/** Loads a symbol and waits until its copy is kept. */
async function load(page, options = {}) {
  await loadPrices(page, { key: KEY, ...options });
  await expect(origin(page)).toHaveText(/copy/);
  await expectState(page, "ready");
}

/** From the next load on, the page's clock goes `ms` before the machine's. */
async function setClockForward(page, ms) {
  await page.addInitScript((ms) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + ms;
  }, ms);
}

const DAY_MS = 86_400_000;

test("the same request on the same day is answered by the copy, after a reload too", async ({
  page,
  alphaVantage,
}) => {
  await open(page);
  await load(page);
  await expect(origin(page)).toHaveText(/Fetched on .* A copy is kept on this device/);
  await page.reload();
  await expectState(page, "ready");
  await expect(origin(page)).toHaveText(/^From the copy kept on this device, of \d+ \w+ \d{4}\.$/);
  await expect(page.getByText("daily adjusted close", { exact: true })).toBeVisible();
  // … nor does it need a key.
  await loadPrices(page, { symbol: "ibm", key: "" });
  await expectState(page, "ready");
  await expectDrawn(page, "chart-history");
  expect(alphaVantage.requests).toHaveLength(1);
  await expect(page.getByTestId("quota")).toHaveText(/^1 of 25/);
  // Other prices are another request.
  await load(page, { interval: "Weekly" });
  await expect(page.getByText("weekly adjusted close", { exact: true })).toBeVisible();
  expect(alphaVantage.requests).toHaveLength(2);
});

test("a copy of unadjusted prices does not stand in for adjusted ones that the key may have", async ({
  page,
  alphaVantage,
}) => {
  await open(page);
  await load(page, { interval: "Daily, not adjusted" });
  await expect(page.getByText("daily close", { exact: true })).toBeVisible();
  await load(page, { interval: "Daily" });
  await expect(page.getByText("daily adjusted close", { exact: true })).toBeVisible();
  expect(functions(alphaVantage)).toEqual(["DAILY", "DAILY_ADJUSTED"]);
});

test("where adjusted prices are refused, the copy of the others is taken", async ({
  page,
  alphaVantage,
}) => {
  alphaVantage.answerWith(gated("DAILY"));
  await open(page);
  await load(page, { symbol: "MSFT", interval: "Daily, not adjusted" });
  await loadPrices(page, { symbol: "MSFT", key: KEY, interval: "Daily" });
  await expect(notice(page)).toHaveText(/as they were traded/);
  await expect(origin(page)).toHaveText(/^From the copy/);
  expect(functions(alphaVantage)).toEqual(["DAILY", "DAILY_ADJUSTED"]);
  // The refusal is known from now on, and without a key nothing better is to be had.
  await page.getByRole("button", { name: "Dismiss message" }).click();
  await loadPrices(page, { symbol: "MSFT", key: "" });
  await expect(notice(page)).toHaveText(/as they were traded/);
  await page.reload();
  await expect(notice(page)).toHaveText(/as they were traded/);
  await expect(origin(page)).toHaveText(/^From the copy/);
  expect(alphaVantage.requests).toHaveLength(2);
});

test("Refresh asks again, and a failure leaves what is there", async ({ page, alphaVantage }) => {
  await open(page);
  await load(page);
  const rows = page.locator(".loaded .facts");
  await expect(rows).toContainText("300");
  alphaVantage.answerWith((url) => goodAnswer(url, { rows: 310 }));
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(rows).toContainText("310");
  expect(alphaVantage.requests).toHaveLength(2);
  alphaVantage.answerWith(() => JSON.stringify(NOTICES[2].body(KEY)));
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(notice(page)).toHaveText(NOTICES[2].says);
  await expectState(page, "ready");
  await expect(rows).toContainText("310");
  // What was refreshed is what was kept.
  await page.reload();
  await expect(rows).toContainText("310");
});

test("Forget removes copies and recent symbols, and the next load asks", async ({
  page,
  alphaVantage,
}) => {
  await open(page);
  await load(page);
  expect(Object.keys((await records(page)).copies)).toEqual(["daily-adjusted:IBM"]);
  await page.getByRole("button", { name: "Forget", exact: true }).click();
  await expect(notice(page)).toHaveText(/gone/);
  const { copies, times } = await records(page);
  expect({ copies, times }).toEqual({ copies: {}, times: {} });
  expect(await page.evaluate(() => Object.keys(localStorage))).not.toContain(
    "hindcast.recent-symbols",
  );
  await expect(page.getByRole("button", { name: "Forget", exact: true })).toHaveCount(0);
  await load(page);
  expect(alphaVantage.requests).toHaveLength(2);
});

test("where the storage does not let go of the copies, Forget says so", async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.clear = () => {
      throw new DOMException("stuck", "UnknownError");
    };
  });
  await open(page);
  await load(page);
  await page.getByRole("button", { name: "Forget", exact: true }).click();
  await expect(notice(page)).toHaveText(/did not let the page remove.*site’s data/);
  await expect(notice(page)).toHaveAttribute("data-kind", "warning");
  expect(Object.keys((await records(page)).copies)).toEqual(["daily-adjusted:IBM"]);
  // It is still there, and can still be forgotten.
  await expect(origin(page)).toHaveText(/copy is kept on this device/);
  await expect(page.getByRole("button", { name: "Forget", exact: true })).toBeVisible();
});

test("Forget reaches the copies of an earlier visit though the storage failed once", async ({
  page,
}) => {
  await open(page);
  await load(page, { symbol: "MSFT" });
  await page.addInitScript(() => {
    const { open } = IDBFactory.prototype;
    let failed = false;
    IDBFactory.prototype.open = function (...values) {
      if (failed) return open.apply(this, values);
      failed = true;
      throw new DOMException("busy", "UnknownError");
    };
  });
  await page.reload();
  // The address wants MSFT, of which the page cannot read the copy.
  await expect(notice(page)).toHaveText(/key/);
  await loadPrices(page, { symbol: "IBM", key: KEY });
  await expect(origin(page)).toHaveText(/until this tab closes/);
  await page.getByRole("button", { name: "Forget", exact: true }).click();
  await expect(notice(page)).toHaveText(/gone from this device/);
  const { copies, times } = await records(page);
  expect({ copies, times }).toEqual({ copies: {}, times: {} });
});

test("a new trading day asks anew", async ({ page, alphaVantage }) => {
  await open(page);
  await load(page, { symbol: "MSFT" });
  // Four days on, there was a close in any week.
  await setClockForward(page, 4 * DAY_MS);
  await page.reload();
  await expect(origin(page)).toHaveText(/^From the copy/);
  expect(alphaVantage.requests).toHaveLength(1);
  await loadPrices(page, { symbol: "MSFT", key: KEY });
  await expect(origin(page)).toHaveText(/^Fetched/);
  expect(alphaVantage.requests).toHaveLength(2);
});

test("without a network the copy is shown, an old one with a word about it", async ({
  page,
  alphaVantage,
}) => {
  await open(page);
  await load(page, { symbol: "MSFT" });
  alphaVantage.answerWith(() => "unreachable");
  await page.reload();
  await expect(page.getByText("MSFT", { exact: true }).first()).toBeVisible();
  await expectState(page, "ready");
  await expect(notice(page)).toHaveText("");
  await setClockForward(page, 4 * DAY_MS);
  await page.reload();
  // No key, no network, an old copy: still prices.
  await expectState(page, "ready");
  await expect(notice(page)).toHaveText(/copy kept on this device.*key.*Refresh/);
  await loadPrices(page, { symbol: "MSFT", key: KEY });
  await expect(notice(page)).toHaveText(/copy kept on this device.*cannot be reached/);
  await expectState(page, "ready");
  // What there is no copy of fails as ever, and leaves the prices.
  await loadPrices(page, { symbol: "AAPL", key: KEY });
  await expect(notice(page)).toHaveText(/^Alpha Vantage cannot be reached/);
  await expect(page.getByText("MSFT", { exact: true }).first()).toBeVisible();
});

test("fifty copies are kept, and the oldest goes for a new one", async ({ page }) => {
  await open(page);
  await load(page);
  const { copies, times } = await records(page);
  const copy = copies["daily-adjusted:IBM"];
  const newest = times["daily-adjusted:IBM"];
  const others = Array.from({ length: 49 }, (_, i) => [
    `daily-adjusted:S${i}`,
    copy.replaceAll("IBM", `S${i}`),
    newest - 1000 * (50 - i),
  ]);
  await putRecords(page, others);
  expect(Object.keys((await records(page)).copies)).toHaveLength(50);
  await load(page, { symbol: "MSFT" });
  await expect
    .poll(async () => Object.keys((await records(page)).times).sort())
    .toEqual(
      ["IBM", "MSFT", ...others.slice(1).map((_, i) => `S${i + 1}`)]
        .map((symbol) => `daily-adjusted:${symbol}`)
        .sort(),
    );
  expect(Object.keys((await records(page)).copies)).toHaveLength(50);
});

test("a damaged copy is asked for again and mended", async ({ page, alphaVantage }) => {
  await open(page);
  await load(page);
  for (const damaged of ["", "{", 7, { rows: [] }, "null"]) {
    await putRecords(page, [["daily-adjusted:IBM", damaged, Date.now()]]);
    const before = alphaVantage.requests.length;
    await load(page);
    await expect.poll(() => alphaVantage.requests.length).toBe(before + 1);
    await expectState(page, "ready");
    await expect
      .poll(async () => String((await records(page)).copies["daily-adjusted:IBM"]))
      .toMatch(/^\{"version":1,/);
  }
});

const BROKEN = {
  "is denied": () =>
    Object.defineProperty(window, "indexedDB", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    }),
  "is not there": () => Object.defineProperty(window, "indexedDB", { value: undefined }),
  "cannot be opened": () => {
    IDBFactory.prototype.open = () => {
      throw new DOMException("corrupt", "UnknownError");
    };
  },
  "is full": () => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  },
  "never answers": () => {
    IDBFactory.prototype.open = () => new EventTarget();
  },
  // A request that fails later, and takes its transaction with it.
  "is full at last": () => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...values) {
      const request = put.apply(this, values);
      this.transaction.abort();
      return request;
    };
  },
};

for (const [what, breakIt] of Object.entries(BROKEN)) {
  test(`a storage that ${what} leaves the copy in the tab, and says so once`, async ({
    page,
    alphaVantage,
  }) => {
    await page.addInitScript(breakIt);
    await open(page);
    await loadPrices(page, { key: KEY });
    await expect(notice(page)).toHaveText(/keeps no copy/);
    await expectState(page, "ready");
    await expect(origin(page)).toHaveText(/until this tab closes/);
    await loadPrices(page, { symbol: "MSFT", key: KEY });
    await expect(page.getByText("MSFT", { exact: true }).first()).toBeVisible();
    await expect(notice(page)).not.toHaveText(/keeps no copy/);
    expect(alphaVantage.requests).toHaveLength(2);
    // The tab has both.
    await loadPrices(page, { key: KEY });
    await expect(origin(page)).toHaveText(/copy kept in this tab/);
    expect(alphaVantage.requests).toHaveLength(2);
  });
}

test("no copy, time or count holds the key, even where the answer does", async ({
  page,
  alphaVantage,
}) => {
  alphaVantage.answerWith((url) =>
    goodAnswer(url).replace('"2. Symbol"', `"0. Caller": "${KEY}", "2. Symbol"`),
  );
  await open(page);
  await load(page);
  const kept = await records(page);
  expect(Object.keys(kept.copies)).toEqual(["daily-adjusted:IBM"]);
  expect(JSON.stringify(kept)).not.toContain(KEY);
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(KEY);
});
