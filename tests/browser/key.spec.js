// The key goes to Alpha Vantage and nowhere else.
import { test, expect } from "./fixtures.js";
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

test("the notice that echoes the key does not bring it into the page", async ({
  page,
  alphaVantage,
  consoleLines,
}) => {
  alphaVantage.answerWith(() =>
    JSON.stringify({
      Information: `We have detected your API key as ${KEY} and our standard API rate limit is 25 requests per day.`,
    }),
  );
  await open(page);
  await loadPrices(page, { key: KEY });
  await expect(page.getByTestId("notice")).toHaveText(/./);
  await expectKeyIn(page, []);
  expect(consoleLines.filter((line) => line.includes(KEY))).toEqual([]);
});

test("a key typed as a symbol goes nowhere", async ({ page, alphaVantage }) => {
  await open(page);
  await expectState(page, "ready");
  const field = page.getByLabel("Symbol");
  const notice = page.getByTestId("notice");
  for (const typed of [KEY, KEY.toLowerCase(), ` ${KEY} `]) {
    for (const press of ["Load prices", "Search by name"]) {
      await field.fill(typed);
      await page.getByRole("button", { name: press }).click();
      await expect(notice).toHaveText(/looks like an API key/);
      await expect(notice).not.toContainText(typed.trim());
      await page.getByRole("button", { name: "Dismiss message" }).click();
      await expect(notice).toHaveText("");
    }
  }
  // A kept key is known however short it is.
  await loadPrices(page, { key: "SH0RTKEY" });
  await expect(page.getByTestId("origin")).toHaveText(/^Fetched/);
  await loadPrices(page, { symbol: "sh0rtkey", key: "" });
  await expect(notice).toHaveText(/looks like an API key/);
  expect(alphaVantage.requests).toHaveLength(1);
  await field.fill("");
  await expectKeyIn(page, []);
});

test("a remembered key lies in local storage alone, until it is forgotten", async ({ page }) => {
  await open(page);
  await page.getByLabel("Remember on this device").check();
  await loadPrices(page, { key: KEY });
  await expectState(page, "ready");
  await expectKeyIn(page, ["localStorage"]);
  await page.getByRole("button", { name: "Forget the key" }).click();
  await expectKeyIn(page, []);
});
