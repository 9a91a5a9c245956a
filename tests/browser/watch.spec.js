// Training that is watched: step by step, at another learning rate, with norms and the line so far.
import { readFile } from "node:fs/promises";
import { randomWalk } from "./alpha-vantage.js";
import { test, expect } from "./fixtures.js";
import { expectShortTasks, mainThread } from "./main-thread.js";
import { choose, csvTable } from "./price-files.js";
import { closePanel, openPanel, openTab, reveal, showView } from "./screen.js";
import { expectDrawn, expectState, losses, open, report, SMALL, train, trainFor } from "./steps.js";
import { job, runJob } from "./trainer.js";

const CPU = { ...SMALL, device: "cpu" };
/** Minutes long, so that there is always something left to train. */
const LONG = { ...CPU, recipe: "notebook", window: 20, hidden: 32, layers: 2, epochs: 1000 };

/** What the stage says while the network is in training. */
const SO_FAR = /^What the network of epoch \d+ predicts for [\d,]+ days/;

const button = (page, name) => page.getByRole("button", { name, exact: true });
const status = (page) => page.getByTestId("status");

/** Presses a button that pauses by itself, and waits until it has. */
async function advance(page, name, paused) {
  await button(page, name).click();
  await expect(status(page)).toContainText(paused, { timeout: 30_000 });
  await expectState(page, "stopped");
}

const withoutTimes = (json) => ({
  losses: losses(json),
  norms: json.epochs.map(({ weight_norm, gradient_norm }) => [weight_norm, gradient_norm]),
  predictions: json.predictions,
  forecast: json.forecast,
  best: json.best_epoch,
});

test("steps and epochs pause where they say, and end where playing through does", async ({ page }) => {
  await open(page, { ...CPU, epochs: 3 });
  await expectState(page, "ready");
  await train(page);
  const played = (await report(page)).json;
  expect(played.epochs[0].gradient_norm).toBeGreaterThan(0);
  expect(played.epochs[0].weight_norm).toBeGreaterThan(1);

  await open(page, { ...CPU, epochs: 3 });
  await expectState(page, "ready");
  await advance(page, "One step", /Stopped at step 1 of \d+ in epoch 1\./);
  await expect(button(page, "One step")).toBeFocused();
  await advance(page, "One step", /Stopped at step 2 of \d+ in epoch 1\./);
  await expect(page.getByTestId("verdict")).toBeVisible();
  // Two pauses are one run that goes on, and two looks; the run before has outlived the reload.
  const runs = page.getByTestId("runs").locator("tbody tr");
  await openTab(page, "runs");
  await expect(runs).toHaveCount(2);
  await expect(runs.first()).toContainText("0, 2 steps");
  await advance(page, "One epoch", "Stopped after epoch 1.");
  await expect(page.getByText("Epoch 1 of 3")).toBeVisible();
  await advance(page, "One epoch", "Stopped after epoch 2.");
  await button(page, "Resume").click();
  await expectState(page, "done");
  await expect(runs).toHaveCount(2);
  const stepped = (await report(page)).json;
  expect(withoutTimes(stepped)).toEqual(withoutTimes(played));
  expect(stepped.rate_changes).toBeUndefined();

  // After the end, a step begins a new run.
  await advance(page, "One epoch", "Stopped after epoch 1.");
  await expect(runs).toHaveCount(3);
});

test("the learning rate is changed in a pause and while it trains, and the run says so", async ({
  page,
}) => {
  await open(page, LONG);
  await expectState(page, "ready");
  await openPanel(page, "training-details");
  const rate = page.getByLabel("New rate from the next step on");
  await expect(rate).toHaveCount(0);
  await advance(page, "One epoch", "Stopped after epoch 1.");
  await expect(rate).toHaveValue("0.01");
  await rate.fill("7");
  await button(page, "Change rate").click();
  await expect(rate).toHaveAttribute("aria-invalid", "true");
  await expect(page.locator("#rate-error")).toContainText(/1/);
  await rate.fill("0.004");
  await rate.press("Enter");
  const note = page.getByTestId("rate-note");
  await expect(note).toHaveText(
    "Learning rate changed by hand at epoch 2 to 0.004. The link does not repeat that.",
  );
  await advance(page, "One epoch", "Stopped after epoch 2.");
  await expect(page.locator("#training dl")).toContainText("0.004");
  // The settings are still what the link says.
  await expect(page).not.toHaveURL(/lr=0\.004/);

  await button(page, "Resume").click();
  await expect(page.getByText(/Epoch ([3-9]|\d\d+) of 1000/)).toBeVisible({ timeout: 30_000 });
  await rate.fill("0.002");
  await button(page, "Change rate").click();
  await expect(note).toContainText(/at epoch \d+(, step \d+)? to 0\.002\. /);
  // Stopped only once the epoch of the change is over, so that it is in the report.
  const [, changed] = /at epoch (\d+)(?:, step \d+)? to 0\.002/.exec(await note.innerText());
  await expect
    .poll(async () => {
      const [, epoch] = /Epoch (\d+) of/.exec(await page.locator("#training").innerText());
      return Number(epoch);
    }, { timeout: 30_000 })
    .toBeGreaterThan(Number(changed));
  await expect(page.locator("#training dl")).toContainText("0.002");
  await button(page, "Stop").click();
  await expectState(page, "stopped");

  const { json } = await report(page);
  expect(json.rate_changes.map(({ learning_rate }) => learning_rate)).toEqual([0.004, 0.002]);
  expect(json.rate_changes[0]).toMatchObject({ epoch: 2, step: 1 });
  expect(json.settings.lr).toBe(0.01);
  expect(json.epochs[0].learning_rate).toBe(0.01);
  expect(json.epochs[1].learning_rate).toBe(0.004);
  const last = json.rate_changes[1].epoch;
  expect(json.epochs.find(({ epoch }) => epoch === last).learning_rate).toBe(0.002);
  expect(json.caveats.join(" ")).toContain("changed by hand at epoch 2 to 0.004");
  await expect((await reveal(page, "runs")).locator("tbody tr").first()).toContainText(/to 0\.002/);
  await openPanel(page, "files");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button(page, "Download run card").click(),
  ]);
  const card = await readFile(await download.path(), "utf8");
  expect(card).toContain("Learning rate changed by hand at epoch 2 to 0.004");
  expect(card).toContain("does not repeat this run");
});

test("the predicted line and the norms are drawn while it trains; a study shows none of it", async ({
  page,
}) => {
  await open(page, LONG);
  await expectState(page, "ready");
  await button(page, "Train").click();
  const line = page.getByTestId("chart-zoom");
  const words = line.locator(".chart-summary");
  await expect(words).toHaveText(SO_FAR, { timeout: 30_000 });
  await expectDrawn(page, "chart-zoom");
  const first = await words.innerText();
  await expect(words).not.toHaveText(first, { timeout: 10_000 });
  await expectDrawn(page, "chart-loss");
  await expectDrawn(page, "chart-norms");
  await expect(page.getByTestId("chart-norms").locator(".chart-summary")).toHaveText(
    /^The gradient’s norm went from [\d.]+ to [\d.]+, that of all weights from/,
  );
  await expect(page.getByTestId("norm-warning")).toBeEmpty();
  await button(page, "Stop").click();
  await expectState(page, "stopped");
  // What the network of that moment predicts stands in its place.
  await expect(words).not.toHaveText(SO_FAR);
  await expectDrawn(page, "chart-prediction");

  await showView(page, "test");
  const walk = await reveal(page, "walk-forward");
  await walk.getByRole("button", { name: /^Train \d+ folds/ }).click();
  const progress = page.getByTestId("study-progress");
  await expect(progress).toContainText(/epoch \d/, { timeout: 30_000 });
  await expect(button(page, "One step")).toBeDisabled();
  // By then a training that one watches would have drawn its line.
  await expect(progress).toContainText(/epoch ([5-9]|\d\d)/, { timeout: 30_000 });
  await expect(words).not.toHaveText(SO_FAR);
  await walk.getByRole("button", { name: "Cancel" }).click();
  await expect(walk).toHaveAttribute("data-state", "cancelled");
});

test("the GPU tells the same norms as the CPU", async ({ page }) => {
  const value = (index) => Math.sin(index * 0.4) + Math.sin(index * 1.7);
  const given = {
    inputs: Array.from({ length: 125 }, (_, index) => value(index)),
    targets: Array.from({ length: 120 }, (_, row) => value(row + 5)),
    window: 5,
    train_rows: Array.from({ length: 100 }, (_, row) => row),
    test_rows: Array.from({ length: 20 }, (_, row) => 100 + row),
    network: { features: 1, hidden: 8, layers: 2, dropout: 0 },
    batch: 40,
    epochs: 2,
  };
  await page.goto("");
  const norms = async (device, clip_norm) => {
    const wanted = job({ ...given, device });
    wanted.optimizer.clip_norm = clip_norm;
    const messages = await runJob(page, wanted);
    expect(messages.find((m) => "Started" in m).Started.device.kind).toBe(device);
    return messages
      .filter((m) => "Epoch" in m)
      .flatMap(({ Epoch: { report } }) => [report.gradient_norm, report.weight_norm]);
  };
  for (const clip_norm of [null, 0.1]) {
    const [cpu, gpu] = [await norms("cpu", clip_norm), await norms("webgpu", clip_norm)];
    expect(gpu).toHaveLength(4);
    gpu.forEach((norm, place) => {
      expect(Math.abs(norm / cpu[place] - 1), `${gpu} beside ${cpu}`).toBeLessThan(1e-3);
    });
    // Before clipping.
    if (clip_norm) expect(gpu[0]).toBeGreaterThan(clip_norm);
  }
});

test.describe("the page while the line is redrawn", { tag: "@timing" }, () => {
  test("has no task over 50 ms on 5,300 days", async ({ page, browser }) => {
    test.setTimeout(240_000);
    await open(page, { recipe: "notebook", epochs: 1000, device: "cpu", seed: 1 });
    await expectState(page, "ready");
    await choose(page, "long.csv", csvTable(randomWalk({ rows: 5_300 })));
    await expect(page).toHaveURL(/source=file/);
    await expectState(page, "ready");
    const prepare = async () => {
      if (await button(page, "Stop").isVisible()) {
        await button(page, "Stop").click();
        await expectState(page, "stopped");
      } else await expectDrawn(page, "chart-history");
      await closePanel(page);
      await button(page, "Train").click();
      await expectDrawn(page, "chart-zoom");
      // The chart's first drawing is none of those that are measured.
      await trainFor(page, 5);
    };
    const words = page.getByTestId("chart-zoom").locator(".chart-summary");
    const act = async () => {
      const before = await words.innerText();
      // Some ten seconds.
      await trainFor(page, 25);
      expect(await words.innerText()).not.toBe(before);
    };
    const recorded = await mainThread(page, browser, act, { prepare });
    await button(page, "Stop").click();
    await expectState(page, "stopped");
    expectShortTasks(recorded, { atLeast: 100 });
  });
});
