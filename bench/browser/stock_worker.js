// Burn's stock network (src/browser.rs) in a worker of its own, where the trainer is too.
import "./probe.js";
const { default: init, open, steps } = await import("../build/stock/bench.js");

await init();

addEventListener("message", async ({ data }) => {
  try {
    if (data.open) {
      await open(data.open);
      postMessage({ done: {} });
    } else {
      const started = performance.now();
      const loss = await steps(data.steps);
      postMessage({ done: { ms_per_step: (performance.now() - started) / data.steps, loss } });
    }
  } catch (error) {
    postMessage({ error: String(error) });
  }
});
postMessage({ ready: true });
