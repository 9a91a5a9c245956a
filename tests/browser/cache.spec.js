// Copies of fetched prices on this device: the same request within a trading day is free.
import { test, expect } from "./fixtures.js";
import { goodAnswer } from "./alpha-vantage.js";
import { records } from "./kept.js";
import { openPanel } from "./screen.js";
import { expectDrawn, expectState, loadPrices, open } from "./steps.js";

test.use({ expectedErrors: [/Failed to load resource/] });

const KEY = "Q7SECRETKEY42ZZA";
const notice = (page) => page.getByTestId("notice");
const origin = (page) => page.getByTestId("origin");

/** Loads a symbol and waits until its copy is kept. */
async function load(page, options = {}) {
  await loadPrices(page, { key: KEY, ...options });
  await expect(origin(page)).toHaveText(/copy/);
  await expectState(page, "ready");
}

test("a copy answers the same request after a reload, and Refresh asks all the same", async ({
  page,
  alphaVantage,
}) => {
  await open(page);
  await load(page);
  await expect(origin(page)).toHaveText(/Fetched on .* A copy is kept on this device/);
  const facts = page.getByTestId("facts");
  await expect(facts).toHaveAttribute("data-rows", "300");
  alphaVantage.answerWith((url) => goodAnswer(url, { rows: 310 }));
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(facts).toHaveAttribute("data-rows", "310");
  expect(alphaVantage.requests).toHaveLength(2);
  // What was refreshed is what is kept.
  await page.reload();
  await expectState(page, "ready");
  await expect(facts).toHaveAttribute("data-rows", "310");
  await openPanel(page, "prices");
  await expect(origin(page)).toHaveText(/^From the copy kept on this device, of \d+ \w+ \d{4}\.$/);
  await expect(page.getByText("daily adjusted close", { exact: true })).toBeVisible();
  // … nor does it need a key.
  await loadPrices(page, { symbol: "ibm", key: "" });
  await expectState(page, "ready");
  await expectDrawn(page, "chart-history");
  expect(alphaVantage.requests).toHaveLength(2);
  await expect(page.getByTestId("quota")).toHaveText(/^2 of 25/);
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
  test(`a storage that ${what} leaves the copy in the tab, and says so`, async ({ page }) => {
    await page.addInitScript(breakIt);
    await open(page);
    await loadPrices(page, { key: KEY });
    await expect(notice(page)).toHaveText(/keeps no copy/);
    await expectState(page, "ready");
    await expect(origin(page)).toHaveText(/until this tab closes/);
  });
}
