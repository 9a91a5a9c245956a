// A link replays an experiment: same seed, source and settings, the same losses to the last digit.
import { test, expect } from "./fixtures.js";
import { expectState, loadPrices, losses, open, report, SMALL, train } from "./steps.js";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

async function copiedLink(page) {
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain("#");
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a copied link gives the same losses on the CPU to the last digit", { tag: "@smoke" }, async ({ page }) => {
  await open(page, { ...SMALL, epochs: 3, device: "cpu" });
  await loadPrices(page, { symbol: "IBM" });
  await expectState(page, "ready");
  await train(page);
  const first = (await report(page)).json;
  const link = await copiedLink(page);
  expect(link).toContain("source=av:IBM:daily");

  await page.goto("about:blank");
  await page.goto(link);
  await loadPrices(page, { symbol: "IBM" });
  await expectState(page, "ready");
  await train(page);
  const second = (await report(page)).json;
  expect(second.settings).toEqual(first.settings);
  expect(losses(second)).toEqual(losses(first));
  expect(second.predictions).toEqual(first.predictions);
});

test("autorun loads and trains at once, and another seed is another run", async ({ page }) => {
  const run = async (seed) => {
    await open(page, {
      source: "world:mean-reverting",
      ...SMALL,
      seed,
      epochs: 1,
      device: "cpu",
      autorun: 1,
    });
    await expectState(page, "done", 60_000);
    return losses((await report(page)).json);
  };
  const first = await run(3);
  expect(await run(3)).toEqual(first);
  expect(await run(4)).not.toEqual(first);
});

test("a bad value falls back to its default and is named", async ({ page }) => {
  await open(page, { source: "world:random-walk", window: "many", colour: "red" });
  await expectState(page, "ready");
  await expect(page.getByTestId("notice")).toHaveText(/window/i);
  await expect(page.getByLabel("Look-back window")).toHaveValue("20");
});

test("a link whose prices cannot be had changes nothing until they are", async ({ page }) => {
  await open(page, { ...SMALL, epochs: 2, device: "cpu" });
  await expectState(page, "ready");
  const before = page.url();
  // A click on a link within the page: the same page, another fragment.
  await page.evaluate(() => location.assign("#source=av:MSFT:daily&window=7&hidden=8&layers=1&epochs=1"));
  await expect(page.getByTestId("notice")).toContainText("MSFT");
  await expectState(page, "ready");
  await expect(page).toHaveURL(before);
  // What is trained now is still the world, and the report says so.
  await train(page);
  const { json } = await report(page);
  expect(json.settings.source).toBe("world:random-walk");
  expect(json.data.symbol).not.toBe("MSFT");
  expect(json.settings.window).toBe(5);

  await expect(page.getByLabel("Symbol")).toHaveValue("MSFT");
  await loadPrices(page, { symbol: "MSFT" });
  await expectState(page, "ready");
  await expect(page).toHaveURL(/source=av:MSFT:daily/);
  await expect(page).toHaveURL(/window=7/);
});
