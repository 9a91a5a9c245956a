// Whatever Alpha Vantage answers, the visitor reads one sentence and loses nothing.
import { test, expect } from "./fixtures.js";
import { goodAnswer, NOTICES } from "./alpha-vantage.js";
import { expectDrawn, expectState, loadPrices, open } from "./steps.js";

const KEY = "K3YOFATEST0000XY";

// The browser itself logs a request that failed.
test.use({ expectedErrors: [/Failed to load resource/] });

const notice = (page) => page.getByTestId("notice");

/** Loads and expects a refusal: one message, nothing lost, no key shown. */
async function expectRefusal(page, says) {
  const summary = await page.getByTestId("chart-history").innerText();
  await loadPrices(page, { symbol: "IBM", key: KEY });
  await expect(notice(page)).toHaveText(says);
  await expect(notice(page)).toHaveAttribute("role", "alert");
  await expectState(page, "ready");
  expect(await page.getByTestId("chart-history").innerText()).toBe(summary);
  const text = await notice(page).innerText();
  expect(text).not.toContain(KEY);
  expect(text.trim().length).toBeGreaterThan(30);
}

const REFUSALS = [
  { name: "a notice with the key in it", answer: JSON.stringify(NOTICES[2].body(KEY)), says: NOTICES[2].says },
  { name: "a body that is not JSON", answer: "<html>Service unavailable</html>", says: /again/i },
  { name: "HTTP 500", answer: { status: 500, body: "no" }, says: /500/ },
  { name: "no network", answer: "unreachable", says: /reach|connection/i },
];

test("whatever comes instead of prices is explained", async ({ page, alphaVantage }) => {
  await page.clock.install();
  await open(page);
  await expectState(page, "ready");
  for (const { name, answer, says } of REFUSALS) {
    await test.step(name, async () => {
      alphaVantage.answerWith(() => answer);
      await page.clock.fastForward(2_000);
      await expectRefusal(page, says);
      await page.getByRole("button", { name: "Dismiss message" }).click();
      await expect(notice(page)).toHaveText("");
    });
  }
});

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
