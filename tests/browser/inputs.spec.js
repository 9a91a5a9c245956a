// More to read than prices: ticked in the settings, refused where the prices lack it, carried in the
// link, and told day by day.
import { test, expect } from "./fixtures.js";
import { openPanel, openTab } from "./screen.js";
import { expectState, open, report, SMALL, train } from "./steps.js";

const VOLUME = { source: "world:volume", ...SMALL, epochs: 2, device: "cpu" };

test("a ticked volume is read, is in link and report, and has its bars", async ({ page }) => {
  await open(page, VOLUME);
  await expectState(page, "ready");
  await openPanel(page, "settings");
  const volume = page.getByLabel("volume", { exact: true });
  await expect(volume).toBeEnabled();
  await expect(page.getByLabel("high–low range")).toBeDisabled();
  await expect(page.locator("#input-range-help")).toContainText("Only 0 of 5,000 rows");
  await volume.check();
  await expect(page).toHaveURL(/inputs=return,volume/);
  await train(page);
  const { settings, inputs } = (await report(page)).json;
  expect(settings.inputs).toBe("return,volume");
  expect(inputs.map((input) => input.name)).toEqual(["volume"]);
  await openTab(page, "which-days");
  await page.getByLabel("More in").selectOption({ label: "volume, by one deviation" });
  await expect(page.getByTestId("days-summary")).toContainText("Of the pull of volume");
  await expect(page.getByTestId("days-summary")).toContainText("Of all pulls on this forecast");
});

test("a series that is kept is read beside the next one and told in link and report", async ({ page }) => {
  await open(page, { source: "world:random-walk", ...SMALL, epochs: 2, device: "cpu" });
  await expectState(page, "ready");
  await openPanel(page, "settings");
  const other = page.getByLabel("second series", { exact: true });
  await expect(other).toBeDisabled();
  await expect(page.locator("#input-other-help")).toContainText("There is no second series");
  await openPanel(page, "prices");
  await page.getByRole("button", { name: "Keep as the second series" }).click();
  await expect(page.getByTestId("other-series")).toContainText("Kept: Random walk with drift, 5,000 rows");
  await page.locator(".world", { has: page.locator("#world-mean-reverting") }).click();
  await expect(page.getByTestId("facts")).toHaveAttribute("data-source", "world:mean-reverting");
  await openPanel(page, "settings");
  await other.check();
  await expect(page).toHaveURL(/inputs=return,other&.*other=world:random-walk/);
  await train(page);
  const { data, inputs } = (await report(page)).json;
  expect(data.other.source).toBe("world:random-walk");
  expect(inputs.map((input) => input.name)).toEqual(["other"]);
  await openPanel(page, "prices");
  await page.getByRole("button", { name: "Remove the second series" }).click();
  await expect(page).not.toHaveURL(/other/);
  await expectState(page, "ready");
});

test("a link that asks for what its prices lack says so when it is trained", async ({ page }) => {
  await open(page, { ...VOLUME, source: "world:random-walk", inputs: "return,volume" });
  await expectState(page, "ready");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.getByTestId("notice")).toContainText("an input that these prices do not have: volume");
});
