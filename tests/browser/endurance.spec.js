// A thousand epochs in the browser: neither WebAssembly memory nor GPU buffers grow.
import { test, expect } from "./fixtures.js";
import { job, runJob, startTrainersWith } from "./trainer.js";

const EPOCHS = 1_000;
/** Epochs after which what is made once has been made. */
const SETTLED = 200;
const [WINDOW, ROWS, TRAINED] = [4, 40, 32];
/**
 * What the allocator takes at a time. On WebGPU something made once is made at about epoch 575 and costs
 * one such step; from there to epoch 3,000 memory was seen to be level. 400 bytes kept from each epoch
 * would cost two.
 */
const ONE_GROWTH_BYTES = 262_144;
/**
 * A buffer or two of the smallest size may be in flight at one epoch's end and not at another's. One
 * that is kept from each epoch would come to fifty times as much.
 */
const IN_FLIGHT_BYTES = 4_096;

/**
 * Put before the trainer's own script: sends, along with each epoch's message, the bytes of its
 * WebAssembly memory and of the GPU buffers that it made and did not destroy.
 */
const WATCH = `
let gpuBytes = 0;
const memories = [];
for (const name of ["instantiate", "instantiateStreaming"]) {
  const original = WebAssembly[name];
  WebAssembly[name] = async (...values) => {
    const result = await original.apply(WebAssembly, values);
    const { exports } = result instanceof WebAssembly.Instance ? result : result.instance;
    memories.push(...Object.values(exports).filter((item) => item instanceof WebAssembly.Memory));
    return result;
  };
}
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
    if (device === "webgpu") {
      expect(settled.gpu).toBeGreaterThan(0);
      expect(last.wasm).toBeLessThanOrEqual(settled.wasm + ONE_GROWTH_BYTES);
    } else {
      expect(last.wasm).toBe(settled.wasm);
    }
    expect(last.gpu).toBeLessThanOrEqual(settled.gpu + IN_FLIGHT_BYTES);
  });
}
