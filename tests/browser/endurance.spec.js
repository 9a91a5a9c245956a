// More than a thousand epochs, and sixty trainings in a row: what the page and its trainer hold does not grow.
import { test, expect } from "./fixtures.js";
import { openTab } from "./screen.js";
import { expectState, open, SMALL, untilIdle } from "./steps.js";
import { job, runJob, startTrainersWith } from "./trainer.js";

const EPOCHS = 1_600;
/**
 * Epochs after which what is made once has been made: on WebGPU the last of it was seen at about epoch 600, and
 * from there to epoch 3,000 memory was level. 400 bytes kept from each epoch afterwards would cost another step of
 * the allocator's, which are of 262,144 bytes at most.
 */
const SETTLED = 800;
const [WINDOW, ROWS, TRAINED] = [4, 40, 32];
/**
 * A buffer or two of the smallest size may be in flight at one epoch's end and not at another's. One
 * that is kept from each epoch would come to fifty times as much.
 */
const IN_FLIGHT_BYTES = 4_096;

/** Put before a page's or a worker's own scripts: lists its WebAssembly memories. */
function seeMemories() {
  globalThis.memories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const result = await original.apply(WebAssembly, values);
      const { exports } = result instanceof WebAssembly.Instance ? result : result.instance;
      globalThis.memories.push(...Object.values(exports).filter((it) => it instanceof WebAssembly.Memory));
      return result;
    };
  }
}

/**
 * Put before the trainer's own script: sends, along with each epoch's message, the bytes of its
 * WebAssembly memory and of the GPU buffers that it made and did not destroy.
 */
const WATCH = `
(${seeMemories})();
let gpuBytes = 0;
if (globalThis.GPUDevice) {
  const { createBuffer } = GPUDevice.prototype;
  GPUDevice.prototype.createBuffer = function (descriptor) {
    gpuBytes += descriptor.size;
    return createBuffer.call(this, descriptor);
  };
  const { destroy } = GPUBuffer.prototype;
  GPUBuffer.prototype.destroy = function () {
    if (!this.wasDestroyed) gpuBytes -= this.size;
    this.wasDestroyed = true;
    return destroy.call(this);
  };
}
const { postMessage } = globalThis;
globalThis.postMessage = (message) => {
  const parsed = JSON.parse(message);
  if (parsed.Epoch) {
    parsed.bytes = { wasm: memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0), gpu: gpuBytes };
  }
  postMessage.call(globalThis, JSON.stringify(parsed));
};
`;

// On a software GPU that takes minutes.
for (const [device, tag] of [["cpu", []], ["webgpu", "@timing"]]) {
  test(`${EPOCHS} epochs on ${device} keep memory level`, { tag }, async ({ page }) => {
    test.setTimeout(300_000);
    await startTrainersWith(page, WATCH);
    await page.goto("");
    const value = (index) => Math.sin(0.4 * index);
    const messages = await runJob(
      page,
      job({
        inputs: Array.from({ length: ROWS + WINDOW }, (_, index) => value(index)),
        targets: Array.from({ length: ROWS }, (_, row) => value(row + WINDOW)),
        window: WINDOW,
        train_rows: Array.from({ length: TRAINED }, (_, row) => row),
        validation_rows: Array.from({ length: ROWS - TRAINED }, (_, row) => TRAINED + row),
        network: { features: 1, hidden: 4, layers: 1, dropout: 0.2 },
        batch: TRAINED,
        epochs: EPOCHS,
        shuffle: true,
        device,
      }),
    );
    expect(messages.at(-1).Failed).toBeUndefined();
    expect(messages.find((message) => "Started" in message).Started.device.kind).toBe(device);
    expect(messages.some((message) => "DeviceChanged" in message)).toBe(false);
    const epochs = messages.filter((message) => "Epoch" in message);
    expect(epochs.length).toBe(EPOCHS);
    for (const { Epoch } of epochs) {
      expect(Number.isFinite(Epoch.report.train_loss)).toBe(true);
      expect(Number.isFinite(Epoch.report.validation_loss)).toBe(true);
    }
    const [settled, last] = [epochs[SETTLED].bytes, epochs.at(-1).bytes];
    console.log(`${device}: ${JSON.stringify(settled)} at epoch ${SETTLED + 1}, ${JSON.stringify(last)} at ${EPOCHS}`);
    expect(settled.wasm).toBeGreaterThan(0);
    if (device === "webgpu") expect(settled.gpu).toBeGreaterThan(0);
    expect(last.wasm).toBe(settled.wasm);
    expect(last.gpu).toBeLessThanOrEqual(settled.gpu + IN_FLIGHT_BYTES);
  });
}

/** In the page: presses Train, and waits for the verdict. */
function trainOnce() {
  return new Promise((done) => {
    const status = document.querySelector("[data-testid=status]");
    let trained = false;
    const observer = new MutationObserver(() => {
      trained ||= status.dataset.state === "training";
      if (!trained || status.dataset.state !== "done") return;
      observer.disconnect();
      done();
    });
    observer.observe(status, { attributes: true });
    document.querySelector("#training-title").click();
  });
}

/** The list of runs is full with so many; a further one takes the place of another. */
const LIST = 50;
/** What a run in the list may keep in WebAssembly's memory: its network, its days, its numbers. */
const RUN_BYTES = 65_536;
/** What the browser translates meanwhile of the code that has run often: half of it was seen. */
const CODE_BYTES = 2_000_000;

test("sixty trainings in a row keep heap, memory, nodes and listeners level", { tag: "@timing" }, async ({
  page,
  context,
}) => {
  test.setTimeout(300_000);
  await page.addInitScript(seeMemories);
  await open(page, { ...SMALL, epochs: 1, device: "cpu" });
  await expectState(page, "ready");
  const devtools = await context.newCDPSession(page);
  await devtools.send("Performance.enable");
  const measured = async () => {
    await untilIdle(page);
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const { Nodes, JSEventListeners, JSHeapUsedSize } = Object.fromEntries(
      metrics.map(({ name, value }) => [name, value]),
    );
    const wasm = await page.evaluate(() =>
      window.memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0),
    );
    return { nodes: Nodes, listeners: JSEventListeners, heap: JSHeapUsedSize, wasm };
  };
  const trainings = async (count) => {
    for (let training = 0; training < count; training += 1) await page.evaluate(trainOnce);
    return measured();
  };
  const tenth = await trainings(10);
  const fiftieth = await trainings(LIST - 10);
  await openTab(page, "runs");
  const runs = page.getByTestId("runs").locator("tbody tr");
  await expect(runs).toHaveCount(LIST);
  const listed = await measured();
  const sixtieth = await trainings(10);
  await expect(runs).toHaveCount(LIST);
  console.log(JSON.stringify({ tenth, fiftieth, listed, sixtieth }));

  expect(tenth.wasm).toBeGreaterThan(0);
  expect(sixtieth.wasm).toBeLessThanOrEqual(tenth.wasm + RUN_BYTES * LIST);
  expect(fiftieth.heap).toBeLessThanOrEqual(tenth.heap + CODE_BYTES);
  expect(sixtieth.heap).toBeLessThanOrEqual(listed.heap + CODE_BYTES / 4);
  for (const count of ["nodes", "listeners"]) {
    expect(fiftieth[count], count).toBeLessThanOrEqual(tenth[count]);
    expect(sixtieth[count], `${count} of the list`).toBeLessThanOrEqual(listed[count]);
  }
});
