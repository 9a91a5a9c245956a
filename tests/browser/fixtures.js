// The harness: no test reaches the internet, an unexpected console error or request fails the test
// that caused it, and Alpha Vantage is whatever the test says it is.
import { test as base, expect } from "@playwright/test";
import { ALPHA_VANTAGE, goodAnswer } from "./alpha-vantage.js";

export { expect };

export const test = base.extend({
  /** Console errors a test provokes on purpose: the browser itself logs failed requests. */
  expectedErrors: [[], { option: true }],

  /** What the page wrote to the console, every level. */
  consoleLines: async ({}, use) => {
    await use([]);
  },

  /**
   * Alpha Vantage as the test wants it. `answerWith(url => …)` takes a function that returns a
   * body, `{ status, body }`, "unreachable" or "silent"; `requests` are the URLs asked for, `times`
   * when each came, in milliseconds.
   */
  alphaVantage: async ({}, use) => {
    const service = {
      requests: [],
      times: [],
      answer: (url) => goodAnswer(url),
      answerWith(answer) {
        service.answer = answer;
      },
    };
    await use(service);
  },

  context: async ({ context, alphaVantage, consoleLines, expectedErrors, baseURL }, use) => {
    const faults = [];
    // A test may serve the site from a server of its own.
    const own = new URL(baseURL).hostname;
    await context.route("**/*", async (route) => {
      const url = new URL(route.request().url());
      if (url.hostname === own || url.protocol === "blob:" || url.protocol === "data:") {
        return route.continue();
      }
      if (url.origin !== ALPHA_VANTAGE) {
        faults.push(`request to ${url.origin}`);
        return route.abort();
      }
      alphaVantage.requests.push(url);
      alphaVantage.times.push(Date.now());
      const answer = await alphaVantage.answer(url);
      if (answer === "unreachable") return route.abort("internetdisconnected");
      // Never answered: the page's own time limit has to end it.
      if (answer === "silent") return undefined;
      const { status = 200, body } = typeof answer === "string" ? { body: answer } : answer;
      return route.fulfill({
        status,
        contentType: "application/json",
        headers: { "access-control-allow-origin": "*" },
        body,
      });
    });
    const watch = (page) => {
      page.on("console", (message) => {
        consoleLines.push(message.text());
        const expected = expectedErrors.some((pattern) => pattern.test(message.text()));
        if (message.type() === "error" && !expected) {
          faults.push(`console error: ${message.text()} (${message.location().url})`);
        }
      });
      page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
      page.on("crash", () => faults.push("the page crashed"));
    };
    context.on("page", watch);
    // Tasks of the main thread over 50 ms, for the tests that ask.
    await context.addInitScript(() => {
      if (typeof PerformanceObserver === "undefined") return;
      window.longTasks = [];
      new PerformanceObserver((list) => {
        for (const { startTime, duration } of list.getEntries()) {
          window.longTasks.push({ startTime, duration });
        }
      }).observe({ type: "longtask", buffered: true });
    });
    await use(context);
    expect(faults, "console errors and requests that no test expects").toEqual([]);
  },
});
