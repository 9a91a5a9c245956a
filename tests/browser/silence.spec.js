// A trainer that says nothing more: the page says so within fifteen seconds, and trains again without a
// reload. A tab that stands still is no such thing.
import { test, expect } from "./fixtures.js";
import { records } from "./kept.js";
import { expectState, open, SMALL, train } from "./steps.js";
import { startTrainersWith } from "./trainer.js";

const LONG = { ...SMALL, recipe: "notebook", window: 20, hidden: 32, layers: 2, epochs: 1000, device: "cpu" };
const notice = (page) => page.getByTestId("notice");
const trainOrStop = (page) => page.locator("#training-title");
const epoch = async (page) =>
  Number(/Epoch (\d+) of/.exec(await page.locator("#training").innerText())?.[1] ?? 0);

/** Begins a training whose state is kept. */
async function trainLong(page) {
  await open(page, LONG);
  await expectState(page, "ready");
  await trainOrStop(page).click();
  await expect.poll(() => epoch(page), { timeout: 30_000 }).toBeGreaterThan(0);
  await expect
    .poll(async () => Object.keys((await records(page)).training), { timeout: 30_000 })
    .toHaveLength(3);
}

test("a trainer that is killed is replaced, and its training goes on from where it was kept", async ({ page }) => {
  await page.addInitScript(() => {
    window.workers = [];
    const Original = Worker;
    window.Worker = class extends Original {
      constructor(...given) {
        super(...given);
        window.workers.push(this);
      }
    };
  });
  await page.clock.install();
  await trainLong(page);
  const before = await epoch(page);
  await page.evaluate(() => window.workers.at(-1).terminate());
  // The clock goes on meanwhile, as long as a busy machine takes; the second is held by the machine's own tests.
  await page.clock.runFor(10_000);
  await expect(notice(page)).toHaveText("");
  await page.clock.runFor(5_000);
  await expect(notice(page)).toContainText("has said nothing for 15 seconds");
  await page.clock.runFor(16_000);
  await expect(notice(page)).toContainText(/no longer answered and was started again.* goes on after epoch \d+/);
  await expectState(page, "training");
  await expect.poll(() => epoch(page)).toBeGreaterThan(before);
  expect(await page.evaluate(() => window.workers.length)).toBe(2);
  await trainOrStop(page).click();
  await expectState(page, "stopped");
  await expect(page.getByTestId("verdict")).toBeVisible();
});

test("a trainer that never begins is told of, and after Stop another one trains", async ({ page }) => {
  await startTrainersWith(page, "await new Promise(() => {});");
  const started = page.waitForResponse("**/trainer_loader-*.js");
  await page.clock.install();
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectState(page, "ready");
  await trainOrStop(page).click();
  await expectState(page, "training");
  await started;
  await page.clock.runFor(15_000);
  await expect(notice(page)).toContainText("has said nothing for 15 seconds");
  await page.unroute("**/trainer_loader-*.js");
  await trainOrStop(page).click();
  await page.clock.runFor(15_000);
  await expect(notice(page)).toContainText("did not stop and was started again");
  await train(page);
});

test("a training in a tab that stands still or is hidden goes on, and nothing is said", async ({ page, context }) => {
  await trainLong(page);
  // Longer than a trainer may be silent.
  await page.evaluate(() => {
    const end = performance.now() + 17_000;
    while (performance.now() < end);
  });
  const after = await epoch(page);
  await expect.poll(() => epoch(page)).toBeGreaterThan(after);
  await expect(notice(page)).toHaveText("");

  const devtools = await context.newCDPSession(page);
  await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
  const other = await context.newPage();
  await other.bringToFront();
  await new Promise((later) => setTimeout(later, 3_000));
  await page.bringToFront();
  await devtools.send("Page.setWebLifecycleState", { state: "active" });
  const shown = await epoch(page);
  await expect.poll(() => epoch(page)).toBeGreaterThan(shown);
  await expect(notice(page)).toHaveText("");
  await trainOrStop(page).click();
  await expectState(page, "stopped");
});
