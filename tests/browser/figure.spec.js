// The stage: its views by pointer and keyboard, the line that moves while a network trains, and what can
// be done with the chart in sight.
import { readFile } from "node:fs/promises";
import { violations } from "./axe.js";
import { test, expect } from "./fixtures.js";
import { expectDrawn, expectState, open, SMALL, train } from "./steps.js";

const QUICK = { ...SMALL, epochs: 3, device: "cpu" };
/** Minutes long: nothing stops it early. */
const LONG = { ...SMALL, recipe: "notebook", hidden: 32, layers: 2, epochs: 1000, device: "cpu" };
const VIEWS = {
  History: "chart-history",
  Split: "chart-split",
  Prediction: "chart-prediction",
  Test: "chart-zoom",
  Tomorrow: "chart-next-day",
};

const tab = (page, name) => page.getByRole("tab", { name, exact: true });
const button = (page, name) => page.getByRole("button", { name, exact: true });

test("the views are tabs, and training turns to the test days", async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await expect(tab(page, "History")).toHaveAttribute("aria-selected", "true");
  await expectDrawn(page, "chart-history");

  await test.step("the keyboard walks among them, round the ends", async () => {
    await tab(page, "History").focus();
    for (const [key, name] of [
      ["ArrowRight", "Split"],
      ["End", "Tomorrow"],
      ["ArrowRight", "History"],
      ["ArrowLeft", "Tomorrow"],
      ["Home", "History"],
    ]) {
      await page.keyboard.press(key);
      await expect(tab(page, name)).toBeFocused();
      await expect(tab(page, name)).toHaveAttribute("tabindex", "0");
      await expect(page.getByRole("tabpanel", { name, exact: true })).toBeVisible();
      await expect(page.getByRole("tabpanel")).toHaveCount(1);
    }
  });
  await test.step("before a training the prices stand there, and a line says what will", async () => {
    await tab(page, "Test").click();
    await expectDrawn(page, "chart-zoom");
    await expect(page.locator("#view-test .stage__note")).toHaveText(/^After training/);
    await tab(page, "History").click();
  });

  await train(page);
  await expect(tab(page, "Test")).toHaveAttribute("aria-selected", "true");
  await expect(page.locator("#view-test .stage__note")).toBeEmpty();
  for (const [name, chart] of Object.entries(VIEWS)) {
    await tab(page, name).click();
    await expectDrawn(page, chart);
    expect(await violations(page, ".stage"), name).toEqual([]);
  }

  await test.step("a view of the network that was chosen is left alone", async () => {
    await tab(page, "Prediction").click();
    await train(page);
    await expect(tab(page, "Prediction")).toHaveAttribute("aria-selected", "true");
  });
});

test("while a network trains its line moves in the chart that stays", async ({ page }) => {
  await open(page, LONG);
  await expectState(page, "ready");
  await button(page, "Train").click();
  const zoom = page.getByTestId("chart-zoom");
  await expect(zoom).toHaveAttribute("data-live", "true");
  await expectDrawn(page, "chart-zoom");
  const words = zoom.locator(".chart-summary");
  await expect(words).toHaveText(/^What the network of epoch \d+ predicts/, { timeout: 30_000 });
  const first = await words.innerText();
  await expect(words).not.toHaveText(first, { timeout: 10_000 });
  await expectDrawn(page, "chart-loss");
  await button(page, "Norms").click();
  await expectDrawn(page, "chart-norms");
  await expect(page.getByTestId("chart-loss")).toBeHidden();
  await expect(page.getByTestId("norm-warning")).toBeEmpty();
  const before = await zoom.boundingBox();
  await button(page, "Stop").click();
  await expectState(page, "stopped");
  await expect(zoom).toHaveAttribute("data-live", "false");
  await expect(words).toHaveText(/days of the test block/);
  expect(await zoom.boundingBox()).toEqual(before);
});

test("results of other settings are grey and say so", async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await train(page);
  const stage = page.locator(".stage");
  await expect(stage).toHaveAttribute("data-outdated", "false");
  await page.getByLabel("Recipe", { exact: true }).selectOption("notebook");
  await expect(stage).toHaveAttribute("data-outdated", "true");
  await expect(stage.getByText("These results are of other settings")).toBeVisible();
  await tab(page, "History").click();
  await expect(stage.getByText("These results are of other settings")).toBeHidden();
});

test("the chart in sight: its band, its table, its images, and the line slid by hand", async ({
  page,
}) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await train(page);
  const zoom = page.getByTestId("chart-zoom");
  await expectDrawn(page, "chart-zoom");

  await page.getByLabel("Band shown").selectOption("95 % interval, adaptive");
  await expect(zoom).toContainText("The shaded band is the 95 % interval, adaptive");

  await button(page, "Table").click();
  await expect(zoom.getByRole("columnheader").last()).toHaveText("95 % interval, adaptive");
  await zoom.getByRole("region").focus();
  await page.keyboard.press("Escape");
  await expect(zoom.getByRole("table")).toHaveCount(0);
  await expect(button(page, "Table")).toBeFocused();

  const saved = async (name) => {
    await button(page, "Save as image").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      button(page, name).click(),
    ]);
    return [download.suggestedFilename(), await readFile(await download.path())];
  };
  const [png, pixels] = await saved("PNG image");
  expect(png).toBe("hindcast-zoom.png");
  expect(pixels.subarray(1, 4).toString()).toBe("PNG");
  const [svg, drawing] = await saved("SVG image");
  expect(svg).toBe("hindcast-zoom.svg");
  expect(drawing.toString()).toMatch(/^<svg[\s\S]*Predicted, test[\s\S]*<\/svg>$/);

  await test.step("the slider", async () => {
    await button(page, "Slide it").click();
    const slider = page.getByRole("slider", { name: "Move the predicted line" });
    await slider.focus();
    await page.keyboard.press("ArrowLeft");
    await expect(slider).toHaveAttribute("aria-valuetext", /^1 trading day earlier/);
    await page.keyboard.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuetext", /^Where it stands/);
  });
  await test.step("and the pointer", async () => {
    const slider = page.getByRole("slider", { name: "Move the predicted line" });
    const { x, y, width, height } = await zoom.locator("canvas").first().boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * 0.9, y + height / 2, { steps: 8 });
    await page.mouse.up();
    // As far as it goes.
    await expect(slider).toHaveAttribute("aria-valuetext", /^5 trading days later/);
  });
});
