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
  await expect(page.getByTestId("days-summary")).toContainText("of the pull of volume");
  await expect(page.getByTestId("days-summary")).toContainText("Of all pulls on this forecast");
});

test("a link that asks for what its prices lack says so when it is trained", async ({ page }) => {
  await open(page, { ...VOLUME, source: "world:random-walk", inputs: "return,volume" });
  await expectState(page, "ready");
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expect(page.getByTestId("notice")).toContainText("an input that these prices do not have: volume");
});
