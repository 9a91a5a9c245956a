// What loads behind the first screen: the page is usable before it, goes on by itself when it comes,
// and says what to do where it does not. In a published site that is the chart library, a part of the page
// and its words; in a development site the part's code is there, and waits for its words all the same.
import { test, expect } from "./fixtures.js";
import { part } from "../../bench/sizes.js";
import { expectDrawn, expectState, open, report, SMALL, train } from "./steps.js";

const PUBLISHED = !!process.env.HINDCAST_PUBLISHED;
/** The part of the page, or the words without which it is not there. */
const PART = PUBLISHED ? "**/deferred-*.wasm" : "**/more-words-*.txt";

const name = (request) => new URL(request.url()).pathname.split("/").pop() || "index.html";
const isDeferred = (request) => ["deferred", "more_words", "charts"].includes(part(name(request)));

/** Holds what loads behind until `release` is called. */
async function hold(context) {
  let release;
  const released = new Promise((resolve) => {
    release = resolve;
  });
  const held = [];
  await context.route("**/*", async (route) => {
    if (!isDeferred(route.request())) return route.fallback();
    held.push(name(route.request()));
    await released;
    return route.continue();
  });
  return { held, release };
}

test("the page is usable before its charts and results are there, which then come by themselves", async ({
  page,
  context,
}) => {
  const requested = [];
  page.on("request", (request) => requested.push(name(request)));
  const { held, release } = await hold(context);
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });

  await expectState(page, "ready");
  await expect(page.getByRole("button", { name: "Train", exact: true })).toBeEnabled();
  await expect(page.getByTestId("facts")).toHaveAttribute("data-rows", /\d/);
  // The stage's place is there; the drawing is not.
  await expect(page.locator(".stage")).toHaveAttribute("aria-busy", "true");
  await expect.poll(() => held.length).toBe(PUBLISHED ? 3 : 2);
  // The first screen has all of its words.
  const named = page.locator("button, label, option, h1, h2, .stage__lede").filter({ visible: true });
  for (const element of await named.all()) await expect(element).toHaveText(/\S/);
  // What the size of the first download counts is what was fetched, and no more was needed.
  const first = new Set(requested.filter((file) => part(file) === "usable"));
  expect([...first].some((file) => file.endsWith(".wasm"))).toBe(true);
  expect(requested.some((file) => part(file) === "engine")).toBe(false);

  release();
  await expectDrawn(page, "chart-history");
  await expect(page.locator("#verdict-title")).toBeAttached();
  await train(page);
  await expectDrawn(page, "chart-prediction");
});

for (const [width, height] of [
  [1440, 900],
  [768, 1024],
  [360, 780],
]) {
  test(`nothing moves when the rest comes, ${width}×${height}`, async ({ page, context }) => {
    await page.setViewportSize({ width, height });
    const { release } = await hold(context);
    await open(page, SMALL);
    await expectState(page, "ready");
    await page.evaluate(() => {
      window.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) window.shifts += entry.value;
      }).observe({ type: "layout-shift" });
    });
    release();
    await expectDrawn(page, "chart-history");
    await expect(page.locator("#verdict-title")).toBeAttached();
    expect(await page.evaluate(() => window.shifts)).toBeLessThan(0.001);
  });
}

test("Train pressed before anything behind is there trains, and the verdict comes", async ({
  page,
  context,
}) => {
  const { release } = await hold(context);
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectState(page, "ready");
  // A screen reader follows the region that it found first.
  const status = await page.getByTestId("status").elementHandle();
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expectState(page, "training");
  release();
  await expectState(page, "done", 60_000);
  await expect(page.getByTestId("verdict")).toBeVisible();
  expect(await status.textContent()).toMatch(/tomorrow = today/);
  expect(await status.evaluate((region) => region.isConnected)).toBe(true);
});

test("Train pressed before anything behind is there turns the stage to the test days once it is", async ({
  page,
  context,
}) => {
  const { release } = await hold(context);
  await open(page, { ...SMALL, epochs: 1000, recipe: "notebook", device: "cpu" });
  await expectState(page, "ready");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  release();
  await expectDrawn(page, "chart-zoom");
  await expectState(page, "training");
  await expect(page.locator("#view-tab-test")).toHaveAttribute("aria-selected", "true");
  await page.getByRole("button", { name: "Stop" }).click();
  await expectState(page, "stopped");
});

test.describe("what does not load", () => {
  test.use({ expectedErrors: [/Failed to load resource|TypeError|CompileError/] });

  test("charts: said in their place, and everything else works", async ({ page, context }) => {
    await context.route("**/echarts-*.js", (route) => route.abort("internetdisconnected"));
    await open(page, { ...SMALL, epochs: 1, device: "cpu" });
    const chart = page.getByTestId("chart-history");
    await expect(chart).toContainText("The chart library did not load. Reload the page");
    await train(page);
    const { json } = await report(page);
    expect(json.epochs).toHaveLength(1);
  });

  test("the rest of the page: said in its place, nothing made up, tried again by whoever acts", async ({
    page,
    context,
  }) => {
    let tries = 0;
    const fail = (route) => {
      tries += 1;
      return route.abort("internetdisconnected");
    };
    await context.route(PART, fail);
    await open(page, { ...SMALL, epochs: 1, device: "cpu" });
    const place = page.locator(".stage");
    await expect(place).toContainText("reload the page");
    await expectState(page, "ready");

    // What is pressed is shown, tried, and given up with the same words.
    const trainButton = page.getByRole("button", { name: "Train", exact: true });
    const before = tries;
    await trainButton.click();
    await expect.poll(() => tries).toBe(before + 1);
    await expect(place).toContainText("reload the page");
    await expectState(page, "ready");
    await page.getByLabel("Recipe").selectOption("notebook");
    await expect.poll(() => tries).toBe(before + 2);
    await expect(place).toContainText("reload the page");

    await context.unroute(PART, fail);
    await place.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator("#verdict-title")).toBeAttached();
    await expectDrawn(page, "chart-history");
    await expect(page.getByLabel("Recipe")).toHaveValue("notebook");
    await train(page);
  });
});

test("the first chart waits neither for the engine nor for a search through fonts", async ({ page }) => {
  await page.addInitScript(() => {
    window.seen = { startedAfterChart: [], measured: [] };
    const { Worker } = window;
    window.Worker = class extends Worker {
      constructor(...details) {
        super(...details);
        window.seen.startedAfterChart.push(!!document.querySelector('[data-drawn="true"]'));
      }
    };
    const drawing = CanvasRenderingContext2D.prototype;
    const { measureText } = drawing;
    drawing.measureText = function measured(text) {
      window.seen.measured.push(text);
      return measureText.call(this, text);
    };
  });
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectDrawn(page, "chart-history");
  await expect.poll(() => page.evaluate(() => window.seen.startedAfterChart)).toEqual([true]);
  // No sign of another script is measured where all texts are in Latin letters.
  const measured = await page.evaluate(() => window.seen.measured);
  expect(measured.length).toBeGreaterThan(0);
  expect(measured.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
});
