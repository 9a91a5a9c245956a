// Put before the code that is measured, in a page or a worker: counts what it sends to the GPU and
// finds its WebAssembly memory, without the code's help.
(() => {
  const counts = { dispatches: 0, submits: 0 };
  const memories = new Set();

  const count = (prototype, name, counter) => {
    const original = prototype?.[name];
    if (!original) return;
    prototype[name] = function (...values) {
      counts[counter] += 1;
      return original.apply(this, values);
    };
  };
  count(globalThis.GPUComputePassEncoder?.prototype, "dispatchWorkgroups", "dispatches");
  count(globalThis.GPUComputePassEncoder?.prototype, "dispatchWorkgroupsIndirect", "dispatches");
  count(globalThis.GPUQueue?.prototype, "submit", "submits");

  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...values) => {
      const result = await original.apply(WebAssembly, values);
      // instantiate gives an Instance for a Module, and both for bytes.
      const { exports } = result instanceof WebAssembly.Instance ? result : result.instance;
      for (const item of Object.values(exports)) {
        if (item instanceof WebAssembly.Memory) memories.add(item);
      }
      return result;
    };
  }

  // A WebAssembly memory never shrinks, so what it is now is the most that it has been.
  const read = () => ({
    ...counts,
    memory: [...memories].reduce((sum, memory) => sum + memory.buffer.byteLength, 0),
  });
  globalThis.hindcastProbe = read;

  if (typeof WorkerGlobalScope !== "undefined") {
    const channel = new BroadcastChannel(new URL(location.href).searchParams.get("probe"));
    channel.onmessage = ({ data }) => {
      if (data === "read") channel.postMessage(read());
    };
  }
})();
