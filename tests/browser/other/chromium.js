// Chromium, driven by Playwright as all other browser tests are.
import { ALPHA_VANTAGE } from "../alpha-vantage.js";
import { clickable, PATIENCE_MS } from "./waiting.js";

/** A page of the browser that Playwright has started; `answer(url)` is what Alpha Vantage answers. */
export async function chromium(browser, folder, answer) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const faults = [];
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console error: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`uncaught: ${error.message}`));
  await context.route(`${ALPHA_VANTAGE}/**`, async (route) =>
    route.fulfill({
      contentType: "application/json",
      headers: { "access-control-allow-origin": "*" },
      body: await answer(new URL(route.request().url())),
    }),
  );
  const run = (script, ...values) =>
    page.evaluate(`(${script})(...${JSON.stringify(values)})`);

  return {
    name: "Chromium",
    version: browser.version(),
    faults,
    run,
    goto: (url) => page.goto(url),
    reload: () => page.reload(),
    async click(selector) {
      await clickable(run, selector);
      await page.locator(selector).click();
    },
    type: (text) => page.keyboard.type(text),
    setFile: (selector, path) => page.locator(selector).setInputFiles(path),
    async download(selector) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.locator(selector).click(),
      ]);
      return download.path();
    },
    close: () => context.close(),
  };
}
