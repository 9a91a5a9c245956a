// What happens to a run when its device does not hold out.
import { test, expect } from "./fixtures.js";
import { records } from "./kept.js";
import { expectState, open, SMALL } from "./steps.js";
import { allowCrash, crashTrainer, runJob, sabotageAt, seriesJob, startTrainersWith } from "./trainer.js";

function sineJob(given) {
  return seriesJob((day) => Math.sin(day * 0.4), { window: 5, train: 100, test: 20 }, {
    network: { features: 1, hidden: 8, layers: 1, dropout: 0 },
    batch: 50,
    ...given,
  });
}

const epochsOf = (messages) => messages.filter((m) => "Epoch" in m).map((m) => m.Epoch.report.epoch);

test("a GPU lost in the middle of a run: training goes on on the CPU from the last finished epoch", async ({
  page,
}) => {
  // The trainer's device is destroyed when the page asks for it, after the first epoch.
  await startTrainersWith(
    page,
    `
      const request = GPUAdapter.prototype.requestDevice;
      GPUAdapter.prototype.requestDevice = async function (...options) {
        const device = await request.apply(this, options);
        new BroadcastChannel("sabotage").onmessage = () => device.destroy();
        return device;
      };
    `,
  );
  await page.goto("");
  await sabotageAt(page, "Epoch");
  const messages = await runJob(page, sineJob({ device: "webgpu", epochs: 40 }));
  expect(messages.find((m) => "Started" in m).Started.device.kind).toBe("webgpu");
  const changed = messages.find((m) => "DeviceChanged" in m);
  expect(changed, JSON.stringify(messages.at(-1))).toBeDefined();
  expect(changed.DeviceChanged.device.kind).toBe("cpu");
  expect(changed.DeviceChanged.device.reason).toHaveProperty("gpu-lost");
  expect(messages.at(-1).Failed).toBeUndefined();
  // No epoch is missing, and none is told twice.
  expect(epochsOf(messages)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
});

test("auto takes the CPU where WebGPU is a software adapter, and says why", async ({ page }) => {
  await page.goto("");
  const messages = await runJob(page, sineJob({ device: "auto" }));
  const { device } = messages.find((m) => "Started" in m).Started;
  expect(device.kind).toBe("cpu");
  expect(device.reason).toHaveProperty("software-adapter");
});

test("auto times both devices where the adapter is a hardware one, and tells both figures", async ({
  page,
}) => {
  // The software adapter under a hardware adapter's name: slow, so the CPU must win by its time.
  await startTrainersWith(
    page,
    `
      const info = { vendor: "acme", architecture: "fast", device: "", description: "", isFallbackAdapter: false };
      Object.defineProperty(GPUAdapter.prototype, "info", { get: () => info });
    `,
  );
  await page.goto("");
  const messages = await runJob(page, sineJob({ device: "auto", epochs: 2 }));
  const { device } = messages.find((m) => "Started" in m).Started;
  expect(device.kind).toBe("cpu");
  const timed = device.reason["cpu-faster"] ?? device.reason["gpu-not-ready"];
  expect(timed).toMatchObject({ name: "acme fast", cpu_ms: expect.any(Number) });
  expect(epochsOf(messages)).toEqual([1, 2]);
});

test("without WebGPU the CPU does the work, and the run says so", async ({ page }) => {
  await startTrainersWith(
    page,
    `Object.defineProperty(WorkerNavigator.prototype, "gpu", { get: () => undefined });`,
  );
  await page.goto("");
  const messages = await runJob(page, sineJob({ device: "webgpu" }));
  const { device } = messages.find((m) => "Started" in m).Started;
  expect(device.kind).toBe("cpu");
  expect(device.reason).toBe("no-webgpu");
  expect(messages.at(-1).Finished).toBeDefined();
});

test("the same job twice on the CPU gives the same numbers to the last digit", async ({ page }) => {
  await page.goto("");
  const cpu = sineJob({ epochs: 3, shuffle: true, network: { features: 1, hidden: 8, layers: 2, dropout: 0.2 } });
  const numbers = (messages) => ({
    losses: messages.filter((m) => "Epoch" in m).map((m) => [m.Epoch.report.train_loss, m.Epoch.report.validation_loss]),
    predictions: messages.at(-1).Finished.model.predictions,
  });
  const first = numbers(await runJob(page, cpu));
  expect(first.losses).toHaveLength(3);
  expect(numbers(await runJob(page, cpu))).toEqual(first);
});

test.describe("a trainer that crashes", () => {
  // An exception in the middle of its work leaves that work open: what its helper workers send it before it is
  // replaced finds it so.
  test.use({ expectedErrors: [/sabotaged|already borrowed/] });

  test("is replaced, and its training goes on by itself from where it was kept", async ({ page }) => {
    await allowCrash(page);
    const long = { window: 20, hidden: 32, layers: 2, epochs: 1000 };
    await open(page, { ...SMALL, recipe: "notebook", ...long, device: "cpu" });
    await expectState(page, "ready");
    await page.getByRole("button", { name: "Train", exact: true }).click();
    await expectState(page, "training");
    // Its state is kept every other second.
    await expect
      .poll(async () => Object.keys((await records(page)).training ?? {}), { timeout: 30_000 })
      .toHaveLength(3);
    await crashTrainer(page);
    const notice = page.getByTestId("notice");
    await expect(notice).toContainText(/crashed and was started again\. Training goes on after epoch \d+/);
    const epoch = Number(/after epoch (\d+)/.exec(await notice.innerText())[1]);
    expect(epoch).toBeGreaterThan(0);
    await expectState(page, "training");
    await expect(page.getByTestId("interrupted")).toHaveCount(0);
    const shown = async () =>
      Number(/Epoch (\d+) of 1000/.exec(await page.locator("#training").innerText())?.[1] ?? 0);
    await expect.poll(shown).toBeGreaterThan(epoch);
    await page.getByRole("button", { name: "Stop" }).click();
    await expectState(page, "stopped");
  });
});

test("an order that the trainer does not understand is answered", async ({ page }) => {
  await page.goto("");
  const { Failed } = (await runJob(page, { ...sineJob({}), targets: [null] })).at(-1);
  expect(Failed).toEqual({ run: 1, error: "outdated" });
});

test("a GPU that never answers is given up, and the CPU does the work", async ({ page }) => {
  await startTrainersWith(page, `GPU.prototype.requestAdapter = () => new Promise(() => {});`);
  await page.goto("");
  const messages = await runJob(page, sineJob({ device: "webgpu" }));
  const { device } = messages.find((m) => "Started" in m).Started;
  expect(device.kind).toBe("cpu");
  expect(device.reason).toEqual({ "gpu-silent": { seconds: 5 } });
  expect(messages.at(-1).Finished).toBeDefined();
});

test("a GPU whose device never comes is given up, and the CPU does the work", async ({ page }) => {
  await startTrainersWith(page, `GPUAdapter.prototype.requestDevice = () => new Promise(() => {});`);
  await page.goto("");
  const messages = await runJob(page, sineJob({ device: "webgpu" }));
  const { device } = messages.find((m) => "Started" in m).Started;
  expect(device.kind).toBe("cpu");
  expect(device.reason).toEqual({ "gpu-silent": { seconds: 10 } });
  expect(messages.at(-1).Finished).toBeDefined();
});

test("a GPU that stops answering in the middle of a run is given up, and no epoch is missing", async ({
  page,
}) => {
  // Reading back never ends after the third time.
  await startTrainersWith(
    page,
    `
      const map = GPUBuffer.prototype.mapAsync;
      let reads = 0;
      GPUBuffer.prototype.mapAsync = function (...given) {
        reads += 1;
        return reads > 3 ? new Promise(() => {}) : map.apply(this, given);
      };
    `,
  );
  await page.goto("");
  const messages = await runJob(page, sineJob({ device: "webgpu", epochs: 4 }));
  const changed = messages.find((m) => "DeviceChanged" in m);
  expect(changed, JSON.stringify(messages.at(-1))).toBeDefined();
  expect(changed.DeviceChanged.device.reason["gpu-lost"].why).toBe("no answer for 15 s");
  expect(epochsOf(messages)).toEqual([1, 2, 3, 4]);
});
