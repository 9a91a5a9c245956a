// Which days mattered: bars under the prediction charts, of any day, by keyboard and by a click.
import { test, expect } from "./fixtures.js";
import { expectShortTasks, mainThread } from "./main-thread.js";
import { openTab } from "./screen.js";
import { expectDrawn, expectState, loadPrices, open, SMALL, train, untilIdle } from "./steps.js";

const QUICK = { ...SMALL, epochs: 3, device: "cpu" };

const bars = (page) => page.getByTestId("chart-days").locator(".days__bar");
const slider = (page) => page.locator("#days-day");

test("the next day's bars stand there after training, and any day's by the arrow keys or a click", async ({
  page,
}) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await expect(page.getByTestId("chart-days")).toHaveCount(0);
  await train(page);
  await openTab(page, "which-days");
  const now = page.getByTestId("days-now");
  const said = page.getByTestId("days-summary");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "the next trading day");
  // Five returns lie between six prices.
  await expect(bars(page)).toHaveCount(6);
  await expect(now).toContainText("is forecast");
  // The forecast told here is the one below.
  const price = (await page.getByTestId("next-day").innerText()).trim();
  await expect(now).toContainText(price);
  await expect(said).toContainText(/Of the pull on the forecast for the next trading day, .*% comes from the newest day/);
  await expect(said).toContainText("tomorrow = today");

  await slider(page).focus();
  await page.keyboard.press("ArrowLeft");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^\d+ \w+ \d{4}$/);
  await expect(now).toContainText("was forecast");
  const yesterday = await said.innerText();
  await page.keyboard.press("ArrowLeft");
  await expect(said).not.toHaveText(yesterday);
  await page.keyboard.press("Home");
  await expect(bars(page)).toHaveCount(6);
  await page.getByRole("button", { name: "To the next day" }).first().click();
  await expect(slider(page)).toHaveAttribute("aria-valuetext", "the next trading day");

  // A click in the prediction chart, beside the drawer, chooses its day.
  await expectDrawn(page, "chart-zoom");
  const canvas = page.getByTestId("chart-zoom").locator("canvas").first();
  const { width, height } = await canvas.boundingBox();
  await canvas.click({ position: { x: width / 2, y: height / 3 } });
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^\d+ \w+ \d{4}$/);
  const first = await slider(page).inputValue();
  await canvas.click({ position: { x: width * 0.75, y: height / 3 } });
  await expect.poll(() => slider(page).inputValue()).not.toBe(first);
  expect(Number(await slider(page).inputValue())).toBeGreaterThan(Number(first));
  await page.getByRole("button", { name: "To the next day" }).first().click();

  // By returns, the network's own inputs: one fewer.
  await page.getByLabel("One percent more in").selectOption({ label: "a day’s return" });
  await expect(bars(page)).toHaveCount(5);
  await expect(said).toContainText("forecast return");
  const effects = page.getByTestId("chart-days").locator("tbody td");
  await page.getByText("The days as a table").click();
  await expect(effects).toHaveCount(5);
  await expect(effects.first()).toHaveText(/^[+−]\d+\.\d+ %$/);
});

test("the largest network is looked into without a long task", { tag: "@timing" }, async ({
  page,
  browser,
}) => {
  // Few rows: what is largest here is the network and the window.
  const largest = { window: 250, hidden: 128, layers: 3, epochs: 1 };
  await open(page, { ...QUICK, ...largest, source: "av:IBM:daily" });
  await loadPrices(page);
  await expectState(page, "ready");
  await train(page, { timeout: 100_000 });
  await openTab(page, "which-days");
  await expect(bars(page)).toHaveCount(251);
  await slider(page).scrollIntoViewIfNeeded();
  await slider(page).focus();
  let before;
  const prepare = async () => {
    await untilIdle(page);
    before = await page.getByTestId("days-summary").innerText();
  };
  const act = async () => {
    await page.keyboard.press("ArrowLeft");
    await expect(page.getByTestId("days-summary")).not.toHaveText(before);
  };
  expectShortTasks(await mainThread(page, browser, act, { prepare }), { atLeast: 5 });
});
