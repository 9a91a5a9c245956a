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

/** The page's own time. */
const now = (page) => page.evaluate(() => Date.now());

test("an answer that never comes ends after 15 seconds", async ({ page, alphaVantage }) => {
  alphaVantage.answerWith(() => "silent");
  await page.clock.install();
  await open(page);
  await expectState(page, "ready");
  const began = await now(page);
  await loadPrices(page, { symbol: "IBM", key: KEY });
  await expect.poll(() => alphaVantage.requests.length).toBe(1);
  // However long a busy machine takes, no more of the page's time has gone by.
  await page.clock.pauseAt(began + 14_000);
  await expectState(page, "loading");
  await page.clock.resume();
  await expect(notice(page)).toHaveText(/15 s/);
  await expectState(page, "ready");
});

/**
 * In the page: Alpha Vantage's body comes in pieces, one every ten seconds, and then its end; or no more after
 * `sent` of these.
 */
function inPieces([body, pieces, sent]) {
  const { fetch } = window;
  window.fetch = function (request, options) {
    if (!String(request.url ?? request).includes("alphavantage")) return fetch.call(this, request, options);
    const { signal } = request.url ? request : options;
    const bytes = new TextEncoder().encode(body);
    const size = Math.ceil(bytes.length / pieces);
    const stream = new ReadableStream({
      start(controller) {
        signal.addEventListener("abort", () => controller.error(signal.reason));
        const send = (piece) => {
          if (piece === pieces) return controller.close();
          controller.enqueue(bytes.slice(piece * size, (piece + 1) * size));
          if (piece + 1 < sent) setTimeout(send, 10_000, piece + 1);
          return undefined;
        };
        send(0);
      },
    });
    return Promise.resolve(new Response(stream, { headers: { "content-type": "application/json" } }));
  };
}

/** In small steps, between which the page reads what came. */
async function pass(page, seconds) {
  for (let at = 0; at < seconds; at += 2) await page.clock.runFor(2_000);
}

test("a body that comes slowly, for a minute and more, is read to its end", async ({ page }) => {
  const body = goodAnswer(new URL("https://x/?symbol=IBM&function=TIME_SERIES_DAILY_ADJUSTED"));
  await page.addInitScript(inPieces, [body, 7, 8]);
  await page.clock.install();
  await open(page);
  await expectState(page, "ready");
  const began = await now(page);
  await loadPrices(page, { symbol: "IBM", key: KEY });
  await expectState(page, "loading");
  await page.clock.pauseAt(began + 8_000);
  await pass(page, 60);
  await expectState(page, "loading");
  await page.clock.resume();
  await expectState(page, "ready");
  await expect(page.getByTestId("facts")).toHaveAttribute("data-rows", "300");
  await expect(notice(page)).toHaveText("");
});

test("a body that stops in the middle is given up after fifteen seconds", async ({
  page,
}) => {
  const body = goodAnswer(new URL("https://x/?symbol=IBM&function=TIME_SERIES_DAILY_ADJUSTED"));
  await page.addInitScript(inPieces, [body, 7, 3]);
  await page.clock.install();
  await open(page);
  await expectState(page, "ready");
  const began = await now(page);
  await loadPrices(page, { symbol: "IBM", key: KEY });
  await expectState(page, "loading");
  await page.clock.pauseAt(began + 8_000);
  await pass(page, 26);
  await expectState(page, "loading");
  await page.clock.resume();
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
