// Known worlds with sliders: the prices, the formula and the best score follow, and a link carries
// what differs from the usual.
import { test, expect } from "./fixtures.js";
import { openPanel } from "./screen.js";
import { expectState, open, report, SMALL, train } from "./steps.js";

const RUN = { source: "world:mean-reverting", ...SMALL, epochs: 1, device: "cpu" };
const best = (page) => page.locator(".truth").getByText(/Best reachable/);
const formula = (page) => page.locator(".truth .formula");

async function slide(page, label, value) {
  await page.getByLabel(label).fill(String(value));
}

/** Moves φ to 0.5, said by these events, and presses Train in the same moment. */
async function moveAndTrain(page, events) {
  const train = await page.getByRole("button", { name: "Train", exact: true }).elementHandle();
  await page.getByLabel("Memory φ").evaluate(
    (slider, [train, events]) => {
      slider.value = "0.5";
      for (const event of events) slider.dispatchEvent(new Event(event, { bubbles: true }));
      train.click();
    },
    [train, events],
  );
}

test("a slider changes the world, its formula and its best score", { tag: "@smoke" }, async ({ page }) => {
  await open(page, RUN);
  await expectState(page, "ready");
  await train(page);
  await openPanel(page, "prices");
  await expect(formula(page)).toContainText("0.8·");
  const before = await best(page).innerText();
  await slide(page, "Memory φ", 0.5);
  await expect(formula(page)).toContainText("0.5·");
  await expect(best(page)).not.toHaveText(before);
  // √((1 + 0.5) / 2) = 0.866, give or take a thousand days' luck.
  await expect(best(page)).toContainText(/ 0\.8[4-9]/);
  await expectState(page, "ready");
  await expect(page).toHaveURL(/parameters=phi:0\.5/);
  await page.getByRole("button", { name: "Back to the usual values" }).click();
  await expect(page.getByLabel("Memory φ"), "the button is gone").toBeFocused();
  await expect(best(page)).toHaveText(before);
  await expect(page).not.toHaveURL(/parameters/);
});

test("a slider moves by the keyboard, and Train takes the world that it was let go at", async ({
  page,
}) => {
  await open(page, RUN);
  await expectState(page, "ready");
  await openPanel(page, "prices");
  await page.getByLabel("Daily noise").focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/parameters=noise:0\.013/);
  await expect(page.getByLabel("Daily noise")).toBeFocused();
  await moveAndTrain(page, ["input", "change"]);
  await expectState(page, "done", 60_000);
  await expect(page.getByLabel("Memory φ")).toHaveValue("0.5");
  await expect(formula(page)).toContainText("0.5·");
  expect((await report(page)).json.settings.parameters).toMatchObject({ phi: 0.5, noise: 0.013 });
});

test("a slider that is still being moved when training begins says what the world is", async ({
  page,
}) => {
  await open(page, { ...RUN, hidden: 32, layers: 2, epochs: 1000 });
  await expectState(page, "ready");
  await openPanel(page, "prices");
  await moveAndTrain(page, ["input"]);
  await expectState(page, "training");
  await expect(page.getByLabel("Memory φ")).toHaveValue("0.8");
  const slider = page.locator(".slider").filter({ hasText: "Memory φ" });
  await expect(slider.locator(".slider__value")).toHaveText("0.8");
  await expect(formula(page)).toContainText("0.8·");
  await expect(page).not.toHaveURL(/parameters/);
  await page.getByRole("button", { name: "Stop" }).click();
  await expectState(page, "stopped");
});
