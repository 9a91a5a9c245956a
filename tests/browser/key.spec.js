// The key goes to Alpha Vantage and nowhere else.
import { test, expect } from "./fixtures.js";
import { openPanel } from "./screen.js";
import { expectState, loadPrices, open, report, SMALL, train } from "./steps.js";

const KEY = "Q7SECRETKEY42ZZA";

/** Every place of the page that outlives a keystroke. */
async function places(page) {
  return page.evaluate(async () => {
    const databases = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await new Promise((resolve) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
      });
      for (const store of database.objectStoreNames) {
        const objects = database.transaction(store).objectStore(store);
        for (const request of [objects.getAllKeys(), objects.getAll()]) {
          await new Promise((resolve) => (request.onsuccess = resolve));
          databases.push([name, store, request.result]);
        }
      }
      database.close();
    }
    const caches = await window.caches.keys();
    const requests = [];
    for (const name of caches) {
      const cache = await window.caches.open(name);
      requests.push(...(await cache.keys()).map((request) => request.url));
    }
    return {
      document: document.documentElement.outerHTML,
      fields: [...document.querySelectorAll("input, textarea, select")].map(({ value }) => value),
      address: location.href,
      history: JSON.stringify(history.state),
      title: document.title,
      localStorage: JSON.stringify({ ...localStorage }),
      sessionStorage: JSON.stringify({ ...sessionStorage }),
      cookies: document.cookie,
      databases: JSON.stringify(databases),
      caches: JSON.stringify([caches, requests]),
      timings: JSON.stringify(performance.getEntries().map(({ name }) => name)),
    };
  });
}

/** Expects the key in the named places and nowhere else. */
async function expectKeyIn(page, names) {
  // The browser may list a request a moment after its answer.
  await expect
    .poll(async () => {
      const found = Object.entries(await places(page));
      return found.filter(([, content]) => String(content).includes(KEY)).map(([name]) => name);
    })
    .toEqual(names);
}

test("after submission the key is nowhere but in the request", { tag: "@smoke" }, async ({
  page,
  alphaVantage,
  consoleLines,
}) => {
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await loadPrices(page, { key: KEY });
  await expectState(page, "ready");
  expect(alphaVantage.requests.map((url) => url.searchParams.get("apikey"))).toEqual([KEY]);
  await expectKeyIn(page, []);
  await train(page);
  await expectKeyIn(page, []);
  const { text } = await report(page);
  expect(text).not.toContain(KEY);
  expect(consoleLines.filter((line) => line.includes(KEY))).toEqual([]);
});

test("the key can be shown, is remembered in local storage alone, and forgotten", async ({ page }) => {
  await open(page);
  await openPanel(page, "prices");
  const field = page.getByLabel("API key", { exact: true });
  await field.fill(KEY);
  await expect(field).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: /Show what is typed/ }).click();
  await expect(field).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Load prices" }).click();
  await expectState(page, "ready");
  await expect(field).toHaveValue("");
  await expect(field).toHaveAttribute("type", "password");
  await expectKeyIn(page, []);
  await page.getByLabel("Remember on this device").check();
  await page.getByRole("button", { name: "Load prices" }).click();
  await expectState(page, "ready");
  await expectKeyIn(page, ["localStorage"]);
  await page.getByRole("button", { name: "Forget the key" }).click();
  await expectKeyIn(page, []);
  await expect(page.getByRole("link", { name: "Get a free key" })).toHaveAttribute(
    "href",
    /^https:\/\/www\.alphavantage\.co\/support/,
  );
});

test("the request with the key follows no redirect, is not cached and names no referrer", async ({
  page,
}) => {
  await page.addInitScript(() => {
    const asked = window.fetch;
    window.asked = [];
    window.fetch = (request, options) => {
      const { url, redirect, cache, referrerPolicy } = request;
      if (url?.includes("alphavantage")) window.asked.push({ redirect, cache, referrerPolicy });
      return asked(request, options);
    };
  });
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await loadPrices(page, { key: KEY });
  await expectState(page, "ready");
  expect(await page.evaluate(() => window.asked)).toEqual([
    { redirect: "error", cache: "no-store", referrerPolicy: "no-referrer" },
  ]);
});

test("a key that the browser does not delete is said to stay", async ({ page }) => {
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await openPanel(page, "prices");
  await page.getByLabel("Remember on this device").check();
  await loadPrices(page, { key: KEY });
  await expectState(page, "ready");
  await page.evaluate(() => {
    Storage.prototype.removeItem = () => {
      throw new DOMException("no", "SecurityError");
    };
  });
  await openPanel(page, "prices");
  await page.getByRole("button", { name: "Forget the key" }).click();
  await expect(page.locator("#key-help")).toContainText("stays on this device");
});
