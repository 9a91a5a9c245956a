// The page that cannot start says why, in words that were served with it, and offers to load again.
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

const told = (page, cause) => page.locator(`#cannot-start:visible [data-cause=${cause}]`);

test("a browser without WebAssembly is told so", async ({ page }) => {
  await page.addInitScript(() => {
    delete window.WebAssembly;
  });
  await page.goto("./");
  await expect(told(page, "webassembly")).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/tomorrow = today/);
});

test.describe("a part that does not arrive", () => {
  test.use({ locale: "de-DE" });

  test("is told in the visitor's language, and the page loads again when asked", async ({ page }) => {
    let broken = true;
    await page.route("**/*_bg*.wasm", (route) =>
      broken ? route.fulfill({ status: 404 }) : route.continue(),
    );
    await page.goto("./");
    await expect(told(page, "file")).toContainText("nicht angekommen");
    broken = false;
    await page.getByRole("button", { name: "Neu laden" }).click();
    await expect(page.getByTestId("status")).toHaveAttribute("data-state", "ready");
    await expect(page.locator("#cannot-start")).toHaveCount(0);
  });
});

test("a part that stalls is told about after twenty seconds", async ({ page }) => {
  await page.clock.install();
  await page.route("**/*_bg*.wasm", () => {});
  await page.goto("./", { waitUntil: "domcontentloaded" });
  await expect(page.locator("#frame")).toBeVisible();
  await page.clock.runFor(21_000);
  await expect(told(page, "slow")).toBeVisible();
});

test("a page opened as a file says what it needs", async ({ browser, page, baseURL }) => {
  // The served page and its script, from a folder.
  const [html, script] = await Promise.all(
    ["", "start.js"].map(async (name) => (await page.request.get(new URL(name, baseURL).href)).text()),
  );
  const folder = await mkdtemp(join(tmpdir(), "hindcast-"));
  await writeFile(join(folder, "index.html"), html);
  await writeFile(join(folder, "start.js"), script);
  const context = await browser.newContext();
  const opened = await context.newPage();
  await opened.goto(`file://${join(folder, "index.html")}`);
  await expect(told(opened, "server")).toBeVisible();
  await context.close();
});

test("what is served is painted before the page takes its place", async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.getElementById("content")) return;
      window.mountedAt = performance.now();
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  // The second time everything comes out of the browser's store, at once.
  for (const visit of [() => page.goto("./"), () => page.reload()]) {
    await visit();
    await expect(page.getByTestId("status")).toHaveAttribute("data-state", "ready");
    const { painted, mounted } = await page.evaluate(() => ({
      painted: performance.getEntriesByName("first-contentful-paint")[0].startTime,
      mounted: window.mountedAt,
    }));
    expect(painted).toBeLessThan(mounted);
  }
});
