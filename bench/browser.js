// Chromium with WebGPU, started as the browser tests start it, and one page per measured row.
import { chromium } from "@playwright/test";
import config from "../playwright.config.js";

const { launchOptions } = config.use;

/** Starts the browser that CHROME names. */
export function launch() {
  return chromium.launch(launchOptions);
}

/** The arguments that make WebGPU a software adapter, for the report. */
export const softwareAdapter = launchOptions.args.some((argument) =>
  argument.startsWith("--use-webgpu-adapter"),
);

/** A page of its own whose functions (browser/page.js) `call` runs by name. */
export async function openPage(browser, address) {
  const page = await (await browser.newContext()).newPage();
  // Long rows take long steps: their time limit is the measurement's own.
  page.setDefaultTimeout(0);
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  await page.goto(`${address}/bench/browser/index.html`);
  await page.waitForFunction(() => globalThis.measured);
  return {
    async call(name, argument) {
      const result = await page.evaluate(
        ([name, argument]) => globalThis.measured[name](argument),
        [name, argument],
      );
      if (faults.length > 0) throw new Error(faults.join("; "));
      return result;
    },
    close: () => page.context().close(),
  };
}

/** The page of the site itself, as a visitor opens it; returns its WebAssembly memory, bytes. */
export async function siteMemory(browser, address, probe) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.addInitScript({ path: probe });
  await page.goto(`${address}/site/index.html`);
  await page.locator('[data-testid=status][data-state="ready"]').waitFor({ state: "attached" });
  const { memory } = await page.evaluate(() => globalThis.hindcastProbe());
  await context.close();
  return memory;
}
