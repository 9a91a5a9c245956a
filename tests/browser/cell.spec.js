// Inside the cell: lines of one unit, and its equations with the numbers that went in and out.
import { test, expect } from "./fixtures.js";
import { openTab } from "./screen.js";
import { expectState, open, SMALL, train } from "./steps.js";

// The steps play by themselves where motion is welcome, which has tests of its own below.
test.use({ contextOptions: { reducedMotion: "reduce" } });

const QUICK = { ...SMALL, layers: 2, epochs: 3, device: "cpu" };

/** How long a step stays when the steps are played (`src/app/components/cell/playing.rs`). */
const STEP_MS = 700;

/**
 * From now on the page's time passes by `page.clock.runFor` alone. It first leaps ahead, for the clock
 * goes on until it is stopped; a timer that is due meanwhile fires once, however far that is.
 */
const stopClock = async (page) =>
  page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));

const lines = (page) => page.getByRole("slider", { name: "Step of the window" });

/** The six equations as plain text, and the numbers after each one's last two "=". */
async function equations(page) {
  const texts = await page
    .getByTestId("cell-equations")
    .locator("math")
    .evaluateAll((formulas) => formulas.map((formula) => formula.getAttribute("alttext")));
  const numbers = (text) =>
    [...text.replaceAll("−", "-").matchAll(/(- )?-?\d+\.\d{4}/g)].map(([number]) =>
      Number.parseFloat(number.replace("- ", "-")),
    );
  expect(texts).toHaveLength(6);
  return { texts, numbers: texts.map(numbers) };
}

const sigmoid = (x) => 1 / (1 + Math.exp(-x));

/** Every equation holds, up to the four decimals that it is written with. */
function expectTrue({ numbers }) {
  const [forget, input, candidate, cell, output, hidden] = numbers;
  for (const [gate, activation] of [
    [forget, sigmoid],
    [input, sigmoid],
    [candidate, Math.tanh],
    [output, sigmoid],
  ]) {
    const [fromInput, fromHidden, bias, value] = gate;
    expect(Math.abs(activation(fromInput + fromHidden + bias) - value)).toBeLessThan(3e-4);
  }
  const [f, before, i, g, c] = cell;
  expect(f).toBe(forget[3]);
  expect(i).toBe(input[3]);
  expect(g).toBe(candidate[3]);
  expect(Math.abs(f * before + i * g - c)).toBeLessThan(4e-4);
  const [o, squashed, h] = hidden;
  expect(o).toBe(output[3]);
  expect(Math.abs(Math.tanh(c) - squashed)).toBeLessThan(2e-4);
  expect(Math.abs(o * squashed - h)).toBeLessThan(3e-4);
}

test("one unit’s lines and equations: by keyboard, by pointer, and played by the button alone", async ({
  page,
}) => {
  await page.clock.install();
  await open(page, QUICK);
  await expectState(page, "ready");
  await test.step("without a trained network it says what to do first", async () => {
    await openTab(page, "cell");
    await expect(page.getByTestId("cell-empty")).toContainText("Train a network first");
    await expect(page.getByTestId("chart-cell")).toHaveCount(0);
  });
  await train(page);
  await test.step("where less motion is wanted, the steps play only by their button", async () => {
    await lines(page).evaluate((panels) => panels.scrollIntoView({ block: "center" }));
    await stopClock(page);
    await page.clock.runFor(5_000);
    await expect(lines(page)).toHaveAttribute("aria-valuenow", "5");
    const play = page.getByTestId("cell-play");
    await expect(play).toHaveText("Play the steps");
    await play.press("Enter");
    await expect(play).toHaveText("Pause");
    await expect(lines(page)).toHaveAttribute("aria-valuenow", "1");
    await page.clock.runFor(2 * STEP_MS);
    await expect(lines(page)).toHaveAttribute("aria-valuenow", "3");
    await play.press("Enter");
    await expect(play).toHaveText("Play the steps");
    const stands = await lines(page).getAttribute("aria-valuenow");
    await page.clock.runFor(5_000);
    await expect(lines(page)).toHaveAttribute("aria-valuenow", stands);
    // It goes on from there, to the end.
    await play.press("Enter");
    await page.clock.runFor(4 * STEP_MS);
    await expect(lines(page)).toHaveAttribute("aria-valuenow", "5");
    await expect(play).toHaveText("Play the steps");
    await page.clock.resume();
  });
  await test.step("the equations hold at every step, for any unit, and follow the keyboard", async () => {
    await page.getByTestId("chart-cell").scrollIntoViewIfNeeded();
    await expect(page.getByTestId("chart-cell").locator("polyline")).toHaveCount(6);
    const slider = lines(page);
    await expect(slider).toHaveAttribute("aria-valuenow", "5");
    const said = await slider.getAttribute("aria-valuetext");
    expect(said).toMatch(/^Step 5 of 5, \d+ \w+ \d{4}: forget gate \d\.\d{4}, /);
    await slider.focus();
    let after;
    for (let step = 5; step >= 1; step -= 1) {
      await expect(slider).toHaveAttribute("aria-valuenow", String(step));
      await expect(page.getByTestId("cell-equations").locator("h4")).toContainText(
        `Step ${step} of 5`,
      );
      const now = await equations(page);
      expectTrue(now);
      // What a step leaves is what the next one finds.
      if (after) expect(after.numbers[3][1]).toBe(now.numbers[3][4]);
      after = now;
      await page.keyboard.press("ArrowLeft");
    }
    // Before the first step there is nothing: neither memory nor an earlier output.
    expect(after.numbers[3][1]).toBe(0);
    expect(after.numbers[0][1]).toBe(0);
    await page.keyboard.press("End");
    await expect(slider).toHaveAttribute("aria-valuenow", "5");

    const first = await equations(page);
    await page.getByLabel(/^Unit, 1 to 8/).fill("3");
    await page.getByLabel(/^Unit, 1 to 8/).press("Enter");
    await expect(page.getByTestId("cell-equations").locator("h4")).toContainText("unit 3 of layer 1");
    const third = await equations(page);
    expectTrue(third);
    expect(third.texts).not.toEqual(first.texts);
    await page.locator("#cell-layer").selectOption("2");
    await expect(page.getByTestId("cell-equations").locator("h4")).toContainText("unit 3 of layer 2");
    const above = await equations(page);
    expectTrue(above);
    expect(above.texts).not.toEqual(third.texts);
  });
  await test.step("a step is chosen by pointing at it, and the day by its slider", async () => {
    const chart = page.getByTestId("chart-cell");
    await chart.scrollIntoViewIfNeeded();
    await chart.locator('[data-time="1"]').nth(2).hover();
    await expect(lines(page)).toHaveAttribute("aria-valuenow", "2");
    await chart.locator('[data-time="3"]').first().click();
    await expect(lines(page)).toHaveAttribute("aria-valuenow", "4");

    const before = await equations(page);
    await page.locator("#cell-day").focus();
    await page.keyboard.press("ArrowLeft");
    await expect(page.getByTestId("cell-now")).toContainText("was forecast");
    await expect.poll(async () => (await equations(page)).texts).not.toEqual(before.texts);
    expectTrue(await equations(page));
    // One day, looked at in two places.
    const day = await page.locator("#cell-day").inputValue();
    await openTab(page, "which-days");
    await expect(page.locator("#days-day")).toHaveValue(day);
    await openTab(page, "cell");
  });
  await test.step("steps are marked by Shift and arrow keys, and lead to the units that differ there", async () => {
    const units = page.getByTestId("cell-units");
    await units.scrollIntoViewIfNeeded();
    await lines(page).focus();
    await page.keyboard.press("End");
    await expect(units.locator("h4")).toHaveText("Other gates on step 5");
    await lines(page).focus();
    await page.keyboard.press("Shift+ArrowLeft");
    await expect(units.locator("h4")).toHaveText("Other gates on steps 4 to 5");
    await expect(units.getByRole("button")).toHaveCount(5);
    const second = units.getByRole("button").nth(1);
    const name = (await second.innerText()).toLowerCase();
    await second.click();
    await expect(page.getByTestId("cell-equations").locator("h4")).toContainText(name);
    expectTrue(await equations(page));
    await lines(page).focus();
    await page.keyboard.press("ArrowLeft");
    await expect(units.locator("h4")).toHaveText("Other gates on step 3");
    // By dragging: the mark stays while the pointer passes over other steps.
    const chart = page.getByTestId("chart-cell");
    await chart.locator('[data-time="0"]').first().hover();
    await page.mouse.down();
    await chart.locator('[data-time="2"]').first().hover();
    await page.mouse.up();
    await chart.locator('[data-time="4"]').first().hover();
    await expect(units.locator("h4")).toHaveText("Other gates on steps 1 to 3");
  });
});

test("the error goes back through the window by steps and keys, and one press brings the other cells beside it", async ({
  page,
}) => {
  test.slow();
  await open(page, { ...QUICK, cell: "rnn" });
  await expectState(page, "ready");
  await train(page);
  await openTab(page, "cell");
  const way = page.getByTestId("way-back");
  const now = way.getByTestId("way-now");
  const lines = way.getByTestId("chart-way").locator("polyline");
  await expect(lines).toHaveCount(1);
  // Less motion is wanted: it goes by steps alone.
  await expect(way.getByTestId("way-play")).toHaveCount(0);
  await expect(now).toContainText("Back. Step 1 of 5");
  await way.getByTestId("way-on").press("Enter");
  await expect(now).toContainText("Forward. Step 1 of 5");
  const place = way.getByRole("slider", { name: "Place on the way" });
  await place.focus();
  for (let step = 0; step < 5; step += 1) await page.keyboard.press("ArrowRight");
  await expect(now).toContainText("Nobody knows this day’s error yet");
  await page.keyboard.press("ArrowRight");
  await expect(now).toContainText(/Back\. Step 5 of 5, .+: RNN 100 %/);
  await page.locator("#cell-day").focus();
  await page.keyboard.press("ArrowLeft");
  await place.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(now).toContainText(/Forecast less what happened, scaled: RNN −?\d\.\d{4}/);
  // LSTM with its cell state, GRU and RNN.
  await way.getByRole("button", { name: /^Train all cells: / }).click();
  await expect(lines).toHaveCount(4, { timeout: 60_000 });
  await expect(way.getByRole("button", { name: /^Train all cells: / })).toHaveCount(0);
  await expect(way.getByTestId("way-summary")).toContainText(/LSTM: 1 % or more.+GRU: .+RNN: /);
  await way.getByText("The way as a table").click();
  await expect(way.locator("tbody tr")).toHaveCount(5);
  await expect(way.locator("thead th")).toHaveCount(9);
  // The two layers have a way each.
  const ofTop = await lines.first().getAttribute("points");
  await way.locator("#way-layer").selectOption("0");
  await expect(lines.first()).not.toHaveAttribute("points", ofTop);
});

test.describe("with motion", () => {
  test.use({ contextOptions: { reducedMotion: "no-preference" } });

  test("the steps play once when the lines come into view, and a pointer holds them", async ({
    page,
  }) => {
    await page.clock.install();
    await open(page, { ...QUICK, window: 12 });
    await expectState(page, "ready");
    await train(page);
    await openTab(page, "cell");
    const shown = [];
    await page.exposeFunction("noteStep", (step) => shown.push(Number(step)));
    await lines(page).evaluate((panels) => {
      const note = () => globalThis.noteStep(panels.getAttribute("aria-valuenow"));
      new MutationObserver(note).observe(panels, { attributeFilter: ["aria-valuenow"] });
      panels.scrollIntoView({ block: "center" });
    });
    const play = page.getByTestId("cell-play");
    await expect(play).toHaveText("Pause");
    await stopClock(page);
    await page.clock.runFor(2 * STEP_MS);
    await expect.poll(() => shown.at(-1)).toBeGreaterThanOrEqual(3);
    // Between two lines, where the pointer chooses no step.
    const name = page.getByTestId("chart-cell").locator(".cell__name").first();
    await name.hover();
    const held = shown.at(-1);
    await page.clock.runFor(3 * STEP_MS);
    expect(shown.at(-1)).toBeLessThanOrEqual(held + 1);
    await page.mouse.move(2, 2);
    for (let step = held; step < 12; step += 1) await page.clock.runFor(STEP_MS);
    await expect.poll(() => shown.at(-1)).toBe(12);
    await expect(play).toHaveText("Play the steps");
    expect(shown).toEqual(Array.from({ length: 12 }, (_, step) => step + 1));
    // Once only.
    await page.evaluate(() => scrollTo(0, 0));
    await lines(page).evaluate((panels) => panels.scrollIntoView({ block: "center" }));
    await page.clock.runFor(5_000);
    await expect(play).toHaveText("Play the steps");
    await expect(lines(page)).toHaveAttribute("aria-valuenow", "12");
  });

  test("a step chosen by hand ends the playing", async ({ page }) => {
    await page.clock.install();
    await open(page, { ...QUICK, window: 12 });
    await expectState(page, "ready");
    await train(page);
    await openTab(page, "cell");
    await expect(lines(page)).toBeAttached();
    // Else the steps could be over before a busy machine has looked.
    await stopClock(page);
    await lines(page).evaluate((panels) => panels.scrollIntoView({ block: "center" }));
    const play = page.getByTestId("cell-play");
    await expect(play).toHaveText("Pause");
    await lines(page).focus();
    await page.keyboard.press("Home");
    await expect(play).toHaveText("Play the steps");
    await page.clock.runFor(5_000);
    await expect(lines(page)).toHaveAttribute("aria-valuenow", "1");
  });

  test("the error’s way plays by its button alone, and is paused by it", async ({ page }) => {
    await page.clock.install();
    await open(page, { ...QUICK, cell: "rnn" });
    await expectState(page, "ready");
    await train(page);
    await openTab(page, "cell");
    const now = page.getByTestId("way-now");
    const play = page.getByTestId("way-play");
    await play.scrollIntoViewIfNeeded();
    await stopClock(page);
    await page.clock.runFor(5_000);
    await expect(now).toContainText("Back. Step 1 of 5");
    await play.press("Enter");
    await expect(play).toHaveText("Pause");
    await expect(now).toContainText("Forward. Step 1 of 5");
    await page.clock.runFor(2 * STEP_MS);
    await expect(now).toContainText("Forward. Step 3 of 5");
    await play.press("Enter");
    await page.clock.runFor(5_000);
    await expect(now).toContainText("Forward. Step 3 of 5");
    await play.press("Enter");
    for (let step = 3; step < 11; step += 1) await page.clock.runFor(STEP_MS);
    await expect(now).toContainText("Back. Step 1 of 5");
    await expect(play).toHaveText("Play the way");
  });
});

test("of a linear network the weights of every day stand there, and the sum that they make", async ({
  page,
}) => {
  await open(page, { ...QUICK, cell: "nlinear" });
  await expectState(page, "ready");
  await train(page);
  await openTab(page, "cell");
  const chart = page.getByTestId("chart-weights");
  await expect(chart.locator(".days__column")).toHaveCount(5);
  await expect(page.getByTestId("chart-cell")).toHaveCount(0);
  await expect(page.getByTestId("way-none")).toContainText("no chain of states");
  await chart.getByText("Weights, as a table").click();
  const number = (text) => Number(text.replace("−", "-"));
  const rows = chart.locator("tbody tr");
  await expect(rows).toHaveCount(5);
  let sum = 0;
  for (const row of await rows.all()) {
    const [, scaled, weight, product] = await row.locator("td").allInnerTexts();
    expect(number(scaled) * number(weight)).toBeCloseTo(number(product), 2);
    sum += number(product);
  }
  const summary = await page.getByTestId("weights-summary").innerText();
  const said = /add up to (\S+) and the constant is (\S+): together (\S+), scaled/.exec(summary);
  const [products, constant, forecast] = said.slice(1).map(number);
  expect(products).toBeCloseTo(sum, 2);
  expect(products + constant).toBeCloseTo(forecast, 2);
});
