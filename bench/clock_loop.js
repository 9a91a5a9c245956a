// A fixed number of additions and multiplications that depend on one another, timed: see clock.js.
import { parentPort } from "node:worker_threads";

parentPort.on("message", (turns) => {
  const started = performance.now();
  let value = 1;
  for (let turn = 0; turn < turns; turn += 1) value = value * 0.999999 + 1e-6;
  // The value goes along, so that no compiler leaves the loop out.
  parentPort.postMessage(performance.now() - started + 0 * value);
});
