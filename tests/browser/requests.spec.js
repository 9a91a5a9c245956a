// What is asked of Alpha Vantage, when, and how often: a free key has 25 requests a day.
import { test, expect } from "./fixtures.js";
import { NOTICES } from "./alpha-vantage.js";
import { openPanel } from "./screen.js";
import { loadPrices, open } from "./steps.js";

test.use({ expectedErrors: [/Failed to load resource/] });

const notice = (page) => page.getByTestId("notice");
const quota = (page) => page.getByTestId("quota");
/** What was asked for: `DAILY_ADJUSTED full`. */
const asked = (alphaVantage) =>
  alphaVantage.requests.map((url) =>
    [
      url.searchParams.get("function").replace("TIME_SERIES_", ""),
      url.searchParams.get("outputsize"),
    ]
      .filter(Boolean)
      .join(" "),
  );

// The list of matches opens between the two clicks: what lies below must not move from under the
// second one.
test("a search and a load that are asked for at once leave a second apart", async ({
  page,
  alphaVantage,
}) => {
  await open(page);
  await openPanel(page, "prices");
  await page.getByLabel("API key", { exact: true }).fill("K3YOFATEST0000XY");
  await page.getByLabel("Symbol").fill("IBM");
  await page.getByRole("button", { name: "Search by name" }).click();
  await page.getByRole("button", { name: "Load prices" }).click();
  await expect(page.getByText("daily adjusted close", { exact: true })).toBeVisible();
  expect(asked(alphaVantage)).toEqual(["SYMBOL_SEARCH", "DAILY_ADJUSTED full"]);
  const [first, second] = alphaVantage.times;
  expect(second - first).toBeGreaterThanOrEqual(1000);
});

test("today's requests are counted, across reloads, and demo's are not", async ({
  page,
  alphaVantage,
}) => {
  await open(page);
  await openPanel(page, "prices");
  await expect(quota(page)).toHaveText("0 of 25 today, counted on this device.");
  await page.getByRole("button", { name: /demo key/ }).click();
  await expect(page.getByText("daily adjusted close", { exact: true })).toBeVisible();
  await expect(quota(page)).toHaveText(/^0 of 25 today/);
  await loadPrices(page, { symbol: "MSFT" });
  await expect(quota(page)).toHaveText(/^1 of 25 today/);
  await page.reload();
  await openPanel(page, "prices");
  await expect(quota(page)).toHaveText(/^1 of 25 today/);
  expect(await page.evaluate(() => localStorage.getItem("hindcast.requests"))).toMatch(
    /^\d{4}-\d\d-\d\d 1$/,
  );
  // The service knows of requests that were made elsewhere.
  alphaVantage.answerWith(() => JSON.stringify(NOTICES[2].body("K")));
  await loadPrices(page, { symbol: "AAPL" });
  await expect(quota(page)).toHaveText(/^25 of 25 today/);
});

test("where the browser keeps nothing, the tab counts and keeps the key", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, "localStorage", {
      get() {
        throw new DOMException("denied", "SecurityError");
      },
    });
  });
  await open(page);
  await openPanel(page, "prices");
  await page.getByLabel("Remember on this device").check();
  await loadPrices(page);
  await expect(quota(page)).toHaveText(/^1 of 25 today/);
  await expect(page.getByText(/remember nothing/)).toBeVisible();
  // The key is still there: an empty field loads.
  await loadPrices(page, { symbol: "MSFT", key: "" });
  await expect(quota(page)).toHaveText(/^2 of 25 today/);
});
