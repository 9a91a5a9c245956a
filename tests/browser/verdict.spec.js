// What stands under the verdict: slide-it, intervals, leaks measured, and the list of runs.
import { test, expect } from "./fixtures.js";
import { closeDrawer, closePanel, openPanel, openTab, reveal, showView } from "./screen.js";
import { expectDrawn, expectState, loadPrices, open, report, SMALL, train } from "./steps.js";

const QUICK = { ...SMALL, epochs: 2, device: "cpu" };

test("a run’s intervals, coverage and slide", async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await train(page);
  await test.step("intervals are told at three levels by three methods", async () => {
    const rows = (await reveal(page, "intervals")).locator("tbody tr");
    await expect(rows).toHaveCount(9);
    const held = await rows.evaluateAll((rows) =>
      rows.map((row) => Number.parseFloat(row.children[2].innerText)),
    );
    // A wider interval never holds less.
    for (const method of [held.slice(0, 3), held.slice(3, 6), held.slice(6)]) {
      expect([...method].sort((a, b) => a - b)).toEqual(method);
    }
  });
  await test.step("they stand beside plain bands, and where it fell is drawn", async () => {
    const bands = page.getByTestId("bands");
    await expect(bands.locator("tbody tr")).toHaveCount(5);
    const { json } = await report(page);
    const plain = json.bands.find(({ band }) => band === "history-20");
    await openTab(page, "how-sure");
    await expect(bands.locator("tbody tr").nth(3)).toContainText(`${(plain.crps * 100).toFixed(3)} %`);
    await expect(page.getByTestId("between").locator("rect")).toHaveCount(8);
  });
  await test.step("what the verdict asks second is answered in its card and behind it", async () => {
    await closeDrawer(page);
    const { json } = await report(page);
    const { no_change, mean_return } = json.verdict.clark_west;
    const p = Math.max(no_change.p_value, mean_return.p_value);
    const said = p < 0.001 ? "p < 0.001" : `p = ${p.toFixed(3)}`;
    await expect(page.getByTestId("verdict")).toContainText(said);
    await openPanel(page, "why");
    await expect(page.getByTestId("why")).toContainText("Clark–West");
    await closePanel(page);
  });
  await test.step("the test days are traded by the forecast, at a cost", async () => {
    const paid = await reveal(page, "paid");
    const answers = paid.getByTestId("paid-answers");
    await expect(answers).toHaveAttribute("aria-busy", "false");
    const rules = paid.getByTestId("paid-rules").locator("tbody tr");
    await expect(rules).toHaveCount(3);
    await expectDrawn(page, "chart-growth");
    const free = await rules.allInnerTexts();
    await paid.getByLabel("Cost of a trade").focus();
    await page.keyboard.press("End");
    await expect(paid.getByLabel("Cost of a trade")).toHaveAttribute("aria-valuetext", "50 bp");
    await expect(rules.nth(2)).not.toHaveText(free[2]);
    await expect(answers).toHaveAttribute("aria-busy", "false");
  });
  await test.step("the chosen interval is the band of the charts, and the forecast’s", async () => {
    const drawer = page.locator(".drawer");
    for (const chart of ["chart-prediction", "chart-zoom", "chart-next-day"]) {
      await expectDrawn(page, chart);
      await expect(page.getByTestId(chart)).toContainText("80 % interval");
    }
    await showView(page, "test");
    const zoom = page.getByTestId("chart-zoom");
    await expect(zoom).toContainText(/The shaded band is the 80 % interval: it held \d/);
    const pixels = () =>
      zoom.locator("canvas").first().evaluate((canvas) => canvas.toDataURL().length);
    const narrow = await pixels();
    const shownRow = drawer.getByTestId("intervals").locator("tr.scores__model");
    await expect(shownRow).toHaveText(/^Volatility\s*80 %/);

    // By keyboard: from 80 to 95 %.
    await reveal(page, "intervals");
    await drawer.getByLabel("80 %").focus();
    await page.keyboard.press("ArrowRight");
    await expect(drawer.getByLabel("95 %")).toBeChecked();
    await expect(zoom).toContainText("The shaded band is the 95 % interval");
    await expect(page.locator("#tomorrow")).toContainText("95 % interval");
    await expect.poll(pixels).not.toBe(narrow);
    await drawer.getByLabel("Adaptive").check();
    await expect(zoom).toContainText("95 % interval, adaptive");
    await expect(shownRow).toHaveText(/^Adaptive\s*95 %/);

    // The band is one entry of table and tooltip: a range.
    await page.locator("#stage-table").click();
    await expect(zoom.getByRole("columnheader").last()).toHaveText("95 % interval, adaptive");
    await expect(zoom.locator("tbody tr").first().locator("td").last()).toHaveText(
      /^[\d.,]+ to [\d.,]+$/,
    );
    await page.locator("#stage-table").click();
    await closeDrawer(page);
    await zoom.locator(".chart-canvas").hover({ position: { x: 300, y: 120 } });
    await expect(zoom.locator(".chart-tip")).toContainText(/95 % interval, adaptive[\d.,]+ to [\d.,]+/);
  });
  await test.step("the predicted line slides by keyboard, and says where it fits best", async () => {
    const slide = await reveal(page, "slide");
    const slider = slide.getByRole("slider", { name: "Move the predicted line" });
    await slider.focus();
    await expect(slider).toHaveAttribute("aria-valuetext", /^Where it stands: MAE/);
    const before = await slide.getByTestId("slide-now").innerText();
    expect(before).toMatch(/MAE \d/);
    await page.keyboard.press("ArrowLeft");
    await expect(slider).toHaveAttribute("aria-valuetext", /^1 trading day earlier/);
    await expect(slide.getByTestId("slide-now")).not.toHaveText(before);
    await expectDrawn(page, "chart-zoom");
    await expect(page.getByTestId("slide-finding")).toHaveText(/fits best|the same wherever/);
    // Another run stands where it stands.
    await train(page);
    await expect(slider).toHaveAttribute("aria-valuetext", /^Where it stands: MAE/);
  });
  await test.step("the coverage rolls over the test block, and says where it was worst", async () => {
    await reveal(page, "intervals");
    await page.locator(".drawer").getByLabel("Split").check();
    await page.locator(".drawer").getByLabel("80 %").check();
    await expectDrawn(page, "chart-coverage");
    const chart = page.getByTestId("chart-coverage");
    await expect(chart).toContainText(/Over 100 test days at a time, the split interval .* held fewest from/);
    await expect(chart).toContainText("The adaptive one’s worst was");
    const { json } = await report(page);
    const split = json.rolling_coverage.find(
      ({ method, level }) => method === "split" && level === 0.8,
    );
    expect(split.days).toBe(100);
    await expect(chart).toContainText(`${(split.lowest.coverage * 100).toFixed(1)} %`);

    // 300 rows have a test block of 59: a sentence instead.
    await loadPrices(page, { symbol: "IBM" });
    await expectState(page, "ready");
    await train(page);
    await openTab(page, "how-sure");
    await expect(page.getByTestId("chart-coverage")).toHaveCount(0);
    await expect(page.getByTestId("coverage-none")).toContainText("there are only 59");
  });
});

test("a leak is switched on, trained with, compared, and taken back", async ({ page }) => {
  await open(page, QUICK);
  await expectState(page, "ready");
  await train(page);
  const runs = await reveal(page, "runs");
  await expect(runs.locator("tbody tr")).toHaveCount(1);
  await expect(page.getByTestId("odometer")).toContainText("first look");

  await openTab(page, "leaks");
  await page.getByLabel("Scale on the whole history").check();
  await expect(page).toHaveURL(/scaler=all/);
  await train(page);
  await reveal(page, "runs");
  await expect(runs.locator("tbody tr")).toHaveCount(2);
  const newest = runs.locator('tr[data-run="2"]');
  await expect(newest).toContainText("Scaler: train → all");
  await expect(newest).toContainText(/run 1/);
  await expect(page.getByTestId("odometer")).toContainText("2 different");
  await expect(page.getByTestId("all-counted")).toHaveText(/^Of 2 runs on the same test days, run [12] is the best.*p [=<] \d/);

  await runs.getByRole("button", { name: "Restore the settings of run 1" }).click();
  await expect(page).not.toHaveURL(/scaler=all/);
  await openTab(page, "leaks");
  await expect(page.getByLabel("Scale on the whole history")).not.toBeChecked();
  // What was trained stays on the screen until the next training.
  await expect(page.getByTestId("verdict")).toBeVisible();

  await reveal(page, "runs");
  await runs.getByRole("button", { name: /Pin run 1/ }).click();
  await expect(runs.locator("tbody tr").first()).toHaveAttribute("data-run", "1");
  await runs.getByRole("button", { name: "Delete run 2 from the list" }).click();
  await expect(runs.locator("tbody tr")).toHaveCount(1);
});

test("what is known too late can be read where something is read that comes late", async ({ page }) => {
  await open(page, { ...QUICK, inputs: "return,weekday" });
  await expectState(page, "ready");
  await openTab(page, "leaks");
  const leak = page.getByLabel("Read what is known too late");
  await expect(leak).toBeDisabled();
  await openPanel(page, "settings");
  await page.locator("#input-momentum").check();
  await closePanel(page);
  await openTab(page, "leaks");
  await leak.check();
  await expect(page).toHaveURL(/lookahead=day&.*inputs=return,weekday,momentum/);
  await train(page);
  const { json } = await report(page);
  expect(json.settings.lookahead).toBe("day");
  await openPanel(page, "why");
  await expect(page.getByTestId("why")).toContainText("its scores are of hindsight");
});

test("a random split trains and is drawn, as points", async ({ page }) => {
  await open(page, { ...QUICK, split: "random" });
  await expectState(page, "ready");
  await train(page);
  await expectDrawn(page, "chart-prediction");
  await expect(page.getByTestId("slide")).toHaveCount(0);
});
