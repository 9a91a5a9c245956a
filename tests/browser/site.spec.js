// The built site itself: it starts anywhere, talks to no other host and obeys its own policy.
import { readFile } from "node:fs/promises";
import { test, expect } from "./fixtures.js";
import { openPanel } from "./screen.js";
import { expectDrawn, expectState, open, SMALL, train } from "./steps.js";

test("the page opens on a known world, drawn, without key or network", { tag: "@smoke" }, async ({
  page,
  alphaVantage,
}) => {
  await open(page);
  await expectState(page, "ready");
  await expect(page).toHaveTitle(/Hindcast/);
  await expectDrawn(page, "chart-history");
  expect(alphaVantage.requests).toEqual([]);
});

test("the site works from a folder of a host, its trainer included", async ({ page }) => {
  const settings = { ...SMALL, epochs: 1, device: "cpu" };
  await open(page, settings, "some/folder/");
  await expectState(page, "ready");
  await train(page);
  // … and where the address names the file.
  await open(page, settings, "some/folder/index.html");
  await expectState(page, "ready");
});

test("the page carries a policy that lets it talk to Alpha Vantage alone", async ({ page }) => {
  await open(page);
  const policy = await page
    .locator('meta[http-equiv="Content-Security-Policy"]')
    .getAttribute("content");
  expect(policy).toContain("connect-src 'self' https://www.alphavantage.co;");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  expect(policy).toContain("object-src 'none'");
  const outcome = await page.evaluate(() =>
    fetch("https://example.org/").then(
      () => "reached",
      () => "refused",
    ),
  );
  expect(outcome).toBe("refused");
  expect(await page.locator("script:not([src])").count()).toBe(0);
});
// The browser reports the refused request of the last test.
test.use({ expectedErrors: [/Content Security Policy/] });

test("WebGPU is on in this browser", async ({ page }) => {
  await open(page);
  expect(await page.evaluate(async () => !!(await navigator.gpu?.requestAdapter()))).toBe(true);
});

test("a chart is saved as PNG and as SVG, by the keyboard", async ({ page }) => {
  await open(page);
  await expectState(page, "ready");
  await expectDrawn(page, "chart-history");
  const saved = async (format) => {
    await page.locator("#stage-save-button").press("Enter");
    const item = page.locator("#stage-save").getByRole("button", { name: format });
    const [download] = await Promise.all([page.waitForEvent("download"), item.press("Enter")]);
    await expect(page.locator("#stage-save-button")).toBeFocused();
    expect(download.suggestedFilename()).toBe(`hindcast-history.${format.toLowerCase()}`);
    return readFile(await download.path());
  };
  const picture = await saved("PNG");
  expect(picture.subarray(1, 4).toString()).toBe("PNG");
  expect(picture.length).toBeGreaterThan(5_000);
  expect((await saved("SVG")).toString()).toMatch(/^<svg[^]*<path[^]*<\/svg>/);
});

test("the controls that links, scripts and lessons rely on are found by their names", async ({
  page,
}) => {
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectState(page, "ready");
  await train(page);
  await openPanel(page, "prices");
  for (const name of ["Prices", "Load prices", "Train", "Download report", "Copy link"]) {
    await expect(page.getByRole("button", { name, exact: true })).toHaveCount(1);
  }
  for (const name of ["Recipe", "Device", "Symbol", "API key"]) {
    await expect(page.getByLabel(name, { exact: true })).toHaveCount(1);
  }
  // These even by a part of their names, in any case.
  for (const name of ["Recipe", "Symbol", "Interval"]) {
    await expect(page.getByLabel(name)).toHaveCount(1);
  }
});
