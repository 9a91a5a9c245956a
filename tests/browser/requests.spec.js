// What is asked of Alpha Vantage, when, and how often: a free key has 25 requests a day.
import { test, expect } from "./fixtures.js";
import { gated, goodAnswer, NOTICES } from "./alpha-vantage.js";
import { expectState, fragment, loadPrices, open } from "./steps.js";

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

test("a premium key gets the adjusted daily history with one request", async ({
  page,
  alphaVantage,
}) => {
  await open(page);
  await expectState(page, "ready");
  await loadPrices(page);
  await expect(page.getByText("daily adjusted close", { exact: true })).toBeVisible();
  expect(asked(alphaVantage)).toEqual(["DAILY_ADJUSTED full"]);
});

test("a key without adjusted prices gets the whole history as traded, and is told", async ({
  page,
  alphaVantage,
}) => {
  alphaVantage.answerWith(gated("DAILY"));
  await open(page);
  await loadPrices(page);
  await expect(notice(page)).toHaveText(/as they were traded/);
  await expect(page.getByText("daily close", { exact: true })).toBeVisible();
  expect(asked(alphaVantage)).toEqual(["DAILY_ADJUSTED full", "DAILY full"]);
});

test("what a key was refused is not asked for again, and the week is one click away", async ({
  page,
  alphaVantage,
}) => {
  alphaVantage.answerWith(gated("WEEKLY_ADJUSTED", "MONTHLY_ADJUSTED", "COMPACT"));
  await open(page);
  await expectState(page, "ready");
  await loadPrices(page, { symbol: "MSFT" });
  await expect(notice(page)).toHaveText(/premium.*weekly/i);
  expect(asked(alphaVantage)).toEqual(["DAILY_ADJUSTED full", "DAILY full"]);
  // The same for another symbol: known without a request.
  await page.getByRole("button", { name: "Dismiss message" }).click();
  await loadPrices(page, { symbol: "AAPL", key: "" });
  await expect(notice(page)).toHaveText(/premium.*weekly/i);
  expect(alphaVantage.requests).toHaveLength(2);
  await notice(page).getByRole("button", { name: /weekly/i }).click();
  await expect(notice(page)).toHaveText(/300 weeks of AAPL since .* one week ahead/);
  expect(asked(alphaVantage).slice(2)).toEqual(["WEEKLY_ADJUSTED"]);
  // Another key may have more: it is asked anew.
  await loadPrices(page, { symbol: "MSFT", key: "AN0THERKEY0000XY", interval: "Daily" });
  await expect(notice(page)).toHaveText(/premium/i);
  expect(alphaVantage.requests).toHaveLength(5);
});

test("where weeks are refused too, the last hundred days are offered", async ({
  page,
  alphaVantage,
}) => {
  alphaVantage.answerWith(gated("COMPACT"));
  await open(page);
  await loadPrices(page, { interval: "Weekly" });
  await notice(page).getByRole("button", { name: "Load the last 100 days" }).click();
  await expect(notice(page)).toHaveText(/100 trading days of IBM/);
  expect(asked(alphaVantage)).toEqual(["WEEKLY_ADJUSTED", "DAILY"]);
});

test("every choice of the form asks for its own history", async ({ page, alphaVantage }) => {
  await open(page);
  const choices = [
    ["Daily, not adjusted", "DAILY full", "daily close"],
    ["Daily, last 100 days", "DAILY", "daily close"],
    ["Weekly", "WEEKLY_ADJUSTED", "weekly adjusted close"],
    ["Monthly", "MONTHLY_ADJUSTED", "monthly adjusted close"],
  ];
  for (const [interval, request, field] of choices) {
    await loadPrices(page, { interval });
    await expect.poll(() => asked(alphaVantage).at(-1)).toBe(request);
    await expectState(page, "ready");
    await expect(page.getByText(field, { exact: true })).toBeVisible();
  }
  expect(alphaVantage.requests).toHaveLength(choices.length);
});

test("requests leave at least a second apart, and one that nobody waits for is not made", async ({
  page,
  alphaVantage,
}) => {
  await page.clock.install();
  await open(page);
  await loadPrices(page);
  await expect(page.getByText("daily adjusted close", { exact: true })).toBeVisible();
  // The next one may leave at once.
  await page.clock.fastForward(1300);
  // Three links, as quick as a page can: the first leaves at once, the second is overtaken while it
  // waits for its turn, the third is what is shown.
  await page.evaluate(
    async (fragments) => {
      for (const next of fragments) {
        location.hash = next;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    ["AAA", "BBB", "CCC"].map((symbol) => fragment({ source: `av:${symbol}:weekly` })),
  );
  await expect(page.getByText("CCC", { exact: true }).first()).toBeVisible();
  expect(alphaVantage.requests.map((url) => url.searchParams.get("symbol"))).toEqual([
    "IBM",
    "AAA",
    "CCC",
  ]);
  const [, first, second] = alphaVantage.times;
  expect(second - first).toBeGreaterThanOrEqual(1000);
});

// The list of matches opens between the two clicks: what lies below must not move from under the
// second one.
test("a search and a load that are asked for at once leave a second apart", async ({
  page,
  alphaVantage,
}) => {
  await open(page);
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
  await expect(quota(page)).toHaveText("0 of 25 today, counted on this device.");
  await page.getByRole("button", { name: /demo key/ }).click();
  await expect(page.getByText("daily adjusted close", { exact: true })).toBeVisible();
  await expect(quota(page)).toHaveText(/^0 of 25 today/);
  await loadPrices(page, { symbol: "MSFT" });
  await expect(quota(page)).toHaveText(/^1 of 25 today/);
  await page.reload();
  await expect(quota(page)).toHaveText(/^1 of 25 today/);
  expect(await page.evaluate(() => localStorage.getItem("hindcast.requests"))).toMatch(
    /^\d{4}-\d\d-\d\d 1$/,
  );
  // The service knows of requests that were made elsewhere.
  alphaVantage.answerWith(() => JSON.stringify(NOTICES[2].body("K")));
  await loadPrices(page, { symbol: "AAPL" });
  await expect(quota(page)).toHaveText(/^25 of 25 today/);
});

test("a request that does not reach the service is not counted", async ({
  page,
  alphaVantage,
}) => {
  alphaVantage.answerWith(() => "unreachable");
  await open(page);
  await loadPrices(page);
  await expect(notice(page)).toHaveText(/reach/);
  await expect(quota(page)).toHaveText(/^0 of 25 today/);
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
  await page.getByLabel("Remember on this device").check();
  await loadPrices(page);
  await expect(quota(page)).toHaveText(/^1 of 25 today/);
  await expect(page.getByText(/remember nothing/)).toBeVisible();
  // The key is still there: an empty field loads.
  await loadPrices(page, { symbol: "MSFT", key: "" });
  await expect(quota(page)).toHaveText(/^2 of 25 today/);
});

test("the key can be shown, remembered afterwards, and forgotten", async ({ page }) => {
  await open(page);
  const field = page.getByLabel("API key", { exact: true });
  await field.fill("K3YOFATEST0000XY");
  await expect(field).toHaveAttribute("type", "password");
  await page.getByRole("button", { name: /Show what is typed/ }).click();
  await expect(field).toHaveAttribute("type", "text");
  await page.getByRole("button", { name: "Load prices" }).click();
  await expectState(page, "ready");
  await expect(field).toHaveValue("");
  await expect(field).toHaveAttribute("type", "password");
  const kept = () => page.evaluate(() => localStorage.getItem("hindcast.api-key"));
  expect(await kept()).toBe(null);
  await page.getByLabel("Remember on this device").check();
  await page.getByRole("button", { name: "Load prices" }).click();
  await expectState(page, "ready");
  expect(await kept()).toBe("K3YOFATEST0000XY");
  await page.getByRole("button", { name: "Forget the key" }).click();
  expect(await kept()).toBe(null);
  await expect(page.getByRole("link", { name: "Get a free key" })).toHaveAttribute(
    "href",
    /^https:\/\/www\.alphavantage\.co\/support/,
  );
});

test("what the demo key loaded is refreshed with it, whatever key is kept", async ({
  page,
  alphaVantage,
}) => {
  await open(page);
  await loadPrices(page, { symbol: "MSFT" });
  await expect(page.getByText("MSFT", { exact: true }).first()).toBeVisible();
  await expectState(page, "ready");
  await page.getByRole("button", { name: /demo key/ }).click();
  await expect.poll(() => alphaVantage.requests.length).toBe(2);
  await expectState(page, "ready");
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect.poll(() => alphaVantage.requests.length).toBe(3);
  expect(alphaVantage.requests.map((url) => url.searchParams.get("apikey"))).toEqual([
    "K3YOFATEST0000XY",
    "demo",
    "demo",
  ]);
  await expect(quota(page)).toHaveText(/^1 of 25 today/);
});

test("the day's limit of the demo key says nothing about the visitor's own", async ({
  page,
  alphaVantage,
}) => {
  alphaVantage.answerWith(() => JSON.stringify(NOTICES[2].body("demo")));
  await open(page);
  await page.getByRole("button", { name: /demo key/ }).click();
  await expect(notice(page)).toHaveText(/“demo” today.*key of your own/);
  await expect(quota(page)).toHaveText(/^0 of 25 today/);
});

test("why a link's training cannot start is not hidden by what the key may not have", async ({
  page,
  alphaVantage,
}) => {
  alphaVantage.answerWith((url) =>
    url.searchParams.get("function") === "TIME_SERIES_DAILY"
      ? goodAnswer(url, { rows: 20 })
      : JSON.stringify(NOTICES[0].body()),
  );
  await open(page, { source: "av:IBM:daily", autorun: 1 });
  await expect(notice(page)).toHaveText(/only 20 /);
  await expect(notice(page)).toHaveAttribute("data-kind", "error");
});

test("the demo key goes on to what its documentation lists now", async ({
  page,
  alphaVantage,
}) => {
  const demo = NOTICES.find(({ name }) => name.includes("demo"));
  alphaVantage.answerWith((url) =>
    url.searchParams.get("function") === "TIME_SERIES_DAILY_ADJUSTED"
      ? JSON.stringify(demo.body())
      : goodAnswer(url),
  );
  await open(page);
  await page.getByRole("button", { name: /demo key/ }).click();
  await expect.poll(() => asked(alphaVantage)).toEqual(["DAILY_ADJUSTED full", "DAILY full"]);
  await expect(page.getByTestId("origin")).toHaveText(/^Fetched/);
  await expect(page.getByText("daily close", { exact: true })).toBeVisible();
});
