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
