// Charts of more days than the screen has pixels: painted by fewer points, told by every day.
import { test, expect } from "./fixtures.js";
import { randomWalk } from "./alpha-vantage.js";
import { choose, csvTable } from "./price-files.js";
import { closePanel, showView } from "./screen.js";
import { expectDrawn, expectState, open, SMALL } from "./steps.js";

const WALK = randomWalk({ rows: 15_000 });
const PRICE_OF = new Map(WALK.map(({ date, price }) => [date, price]));

/** What the tooltips say at places spread over the plot, in shares of the chart's width. */
async function told(page, chart, shares) {
  const canvas = chart.locator("canvas").first();
  await canvas.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await canvas.boundingBox();
  const days = [];
  for (const share of shares) {
    // Off the plot first: what is read then is not the tooltip of the place before.
    await page.mouse.move(x + width / 2, y + height + 5);
    await expect(chart.locator(".chart-tip")).toBeHidden();
    await page.mouse.move(x + width * share, y + height / 2);
    await expect(chart.locator(".chart-tip")).toBeVisible();
    days.push(
      await chart.locator(".chart-tip").evaluate((tip) => ({
        date: new Date(`${tip.querySelector(".chart-tip-head").textContent} UTC`)
          .toISOString()
          .slice(0, 10),
        values: [...tip.querySelectorAll(".chart-tip-value")].map((value) =>
          Number(value.textContent.replaceAll(",", "")),
        ),
      })),
    );
  }
  return days;
}

test("of 15,000 days the pointer finds any, and zoomed in the line has each", async ({ page }) => {
  await open(page, SMALL);
  await expectState(page, "ready");
  await choose(page, "long.csv", csvTable(WALK));
  await expect(page.getByTestId("facts")).toHaveAttribute("data-rows", "15000");
  await closePanel(page);
  // With ECharts' own sampling alone, one day in eight would be known here.
  const shares = [0.12, 0.23, 0.31, 0.42, 0.5, 0.57, 0.68, 0.71, 0.83, 0.9];
  for (const id of ["chart-history", "chart-split"]) {
    await expectDrawn(page, id);
    const chart = page.getByTestId(id);
    const before = await told(page, chart, shares);
    for (const { date, values } of before) {
      expect(values.length, `${id}: one price on ${date}`).toBe(1);
      expect(Math.abs(values[0] - PRICE_OF.get(date)), `${id}: ${date}`).toBeLessThan(0.006);
    }
    expect(new Set(before.map(({ date }) => date)).size).toBe(shares.length);
  }
  await showView(page, "history");
  const history = page.getByTestId("chart-history");
  await history.getByRole("img").focus();
  for (let press = 0; press < 25; press += 1) await page.keyboard.press("+");
  await expectDrawn(page, "chart-history");
  const [left, right] = await told(page, history, [0.4, 0.6]);
  const row = (date) => WALK.findIndex((day) => day.date === date);
  // 0.8 to the 25th is less than a hundredth of the rows.
  expect(row(right.date) - row(left.date)).toBeGreaterThan(1);
  expect(row(right.date) - row(left.date)).toBeLessThan(60);
  expect(Math.abs(right.values[0] - PRICE_OF.get(right.date))).toBeLessThan(0.006);
});
