// Whatever Alpha Vantage answers, the visitor reads one sentence and loses nothing.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { test, expect } from "./fixtures.js";
import { dailyAdjusted, goodAnswer, NOTICES, randomWalk } from "./alpha-vantage.js";
import { expectDrawn, expectState, loadPrices, open, SMALL, train } from "./steps.js";

const KEY = "K3YOFATEST0000XY";
const RECORDED = new URL("../../../shared/data/alphavantage/notices/", import.meta.url);

// The browser itself logs a request that failed.
test.use({ expectedErrors: [/Failed to load resource/] });

const notice = (page) => page.getByTestId("notice");

/** Loads and expects a refusal: one message, nothing lost, no key shown. */
async function expectRefusal(page, says, key = KEY) {
  const summary = await page.getByTestId("chart-history").innerText();
  await loadPrices(page, { symbol: "IBM", key });
  await expect(notice(page)).toHaveText(says);
  await expect(notice(page)).toHaveAttribute("role", "alert");
  await expectState(page, "ready");
  expect(await page.getByTestId("chart-history").innerText()).toBe(summary);
  const text = await notice(page).innerText();
  expect(text).not.toContain(key);
  expect(text.trim().length).toBeGreaterThan(30);
}

const recorded = existsSync(RECORDED)
  ? readdirSync(RECORDED).map((file) => ({
      name: `recorded: ${file}`,
      answer: (key) => readFileSync(new URL(file, RECORDED), "utf8").replace(/X{16}/, key),
      says: /./,
    }))
  : [];

const walk = randomWalk();
const spoilt = (price) =>
  dailyAdjusted("IBM", [...walk.slice(0, 200), { ...walk[200], price }, ...walk.slice(201)]);
const BAD_ANSWERS = [
  { name: "a body that is not JSON", answer: "<html>Service unavailable</html>", says: /again/i },
  { name: "a body cut short", answer: dailyAdjusted("IBM", walk).slice(0, 9000), says: /again/i },
  { name: "an empty body", answer: "", says: /again/i },
  { name: "HTTP 403", answer: { status: 403, body: "no" }, says: /403/ },
  { name: "HTTP 429", answer: { status: 429, body: "no" }, says: /429/ },
  { name: "HTTP 500", answer: { status: 500, body: "no" }, says: /500/ },
  { name: "no network", answer: "unreachable", says: /reach|connection/i },
  { name: "a price of zero", answer: spoilt("0.0000"), says: new RegExp(walk[200].date) },
  { name: "a negative price", answer: spoilt("-3.5000"), says: new RegExp(walk[200].date) },
  { name: "a price that is no number", answer: spoilt("None"), says: new RegExp(walk[200].date) },
].map(({ answer, ...rest }) => ({ ...rest, answer: () => answer }));

for (const [what, answers] of Object.entries({
  "every notice of the service": NOTICES.map(({ name, body, says }) => ({
    name,
    answer: (key) => JSON.stringify(body(key)),
    says,
  })),
  "every recorded answer": recorded,
  "every broken answer": BAD_ANSWERS,
})) {
  test(`${what} is explained`, async ({ page, alphaVantage }) => {
    test.skip(!answers.length, "skipped: there is no ../shared/data with recorded answers");
    await page.clock.install();
    await open(page);
    await expectState(page, "ready");
    for (const [index, { name, answer, says }] of answers.entries()) {
      await test.step(name, async () => {
        // What one key was refused is not asked for again with it.
        const key = `K3YOFATEST0000${String(index).padStart(2, "0")}`;
        alphaVantage.answerWith(() => answer(key));
        await page.clock.fastForward(2_000);
        await expectRefusal(page, says, key);
        await page.getByRole("button", { name: "Dismiss message" }).click();
        await expect(notice(page)).toHaveText("");
      });
    }
  });
}

test("an answer that never comes ends after 15 seconds", async ({ page, alphaVantage }) => {
  alphaVantage.answerWith(() => "silent");
  await page.clock.install();
  await open(page);
  await expectState(page, "ready");
  await loadPrices(page, { symbol: "IBM", key: KEY });
  await expect.poll(() => alphaVantage.requests.length).toBe(1);
  await page.clock.fastForward(14_000);
  await expectState(page, "loading");
  await page.clock.fastForward(1_000);
  await expect(notice(page)).toHaveText(/15 s/);
  await expectState(page, "ready");
});

test("an empty key is refused before anything is asked", async ({ page, alphaVantage }) => {
  await open(page);
  await expectState(page, "ready");
  await loadPrices(page, { symbol: "IBM", key: "" });
  await expect(notice(page)).toHaveText(/key/i);
  await expectState(page, "ready");
  expect(alphaVantage.requests).toEqual([]);
});

test("fewer rows than the window needs are refused with the numbers", async ({
  page,
  alphaVantage,
}) => {
  alphaVantage.answerWith((url) => goodAnswer(url, { rows: 8 }));
  await open(page);
  await loadPrices(page);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(notice(page)).toHaveText(/8/);
  await expectState(page, "ready");
});

test("after a premium notice the free weekly history is one click away", { tag: "@smoke" }, async ({
  page,
  alphaVantage,
}) => {
  alphaVantage.answerWith((url) =>
    url.searchParams.get("function").includes("WEEKLY")
      ? goodAnswer(url)
      : JSON.stringify(NOTICES[0].body(KEY)),
  );
  await open(page);
  await loadPrices(page, { symbol: "MSFT", key: KEY });
  await notice(page).getByRole("button", { name: /weekly/i }).click();
  // Daily adjusted and daily whole were refused before.
  await expect.poll(() => alphaVantage.requests.length).toBe(3);
  expect(alphaVantage.requests[2].searchParams.get("symbol")).toBe("MSFT");
  await expectState(page, "ready");
  await expect(page.getByText("MSFT", { exact: true }).first()).toBeVisible();
  await expectDrawn(page, "chart-history");
});

test("a refusal leaves the results of the last run as they were", async ({
  page,
  alphaVantage,
}) => {
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await loadPrices(page);
  await expectState(page, "ready");
  await train(page);
  const verdict = await page.getByTestId("verdict").innerText();
  alphaVantage.answerWith(() => JSON.stringify(NOTICES[2].body(KEY)));
  await loadPrices(page, { symbol: "MSFT", key: KEY });
  await expect(notice(page)).toHaveText(NOTICES[2].says);
  await expectState(page, "done");
  expect(await page.getByTestId("verdict").innerText()).toBe(verdict);
});
