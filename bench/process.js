// Rows that are processes of their own: numbers of steps in, milliseconds out, line by line.
import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const PYTORCH = fileURLToPath(new URL("pytorch.py", import.meta.url));

function open(command, values, threads = 1) {
  const child = spawn(command, values, {
    stdio: ["pipe", "pipe", "inherit"],
    // So many threads, whatever the libraries would take.
    env: { ...process.env, OMP_NUM_THREADS: String(threads), MKL_NUM_THREADS: String(threads) },
  });
  const lines = createInterface({ input: child.stdout });
  const waiting = [];
  let ended;
  const end = (reason) => {
    ended ??= new Error(reason);
    for (const { reject } of waiting.splice(0)) reject(ended);
  };
  child.on("error", (error) => end(error.message));
  child.on("exit", (code) => end(`the process ended (${code})`));
  child.stdin.on("error", () => {});
  lines.on("line", (line) => waiting.shift()?.resolve(JSON.parse(line)));
  return {
    sample(steps) {
      if (ended) throw ended;
      return new Promise((resolve, reject) => {
        waiting.push({ resolve, reject });
        child.stdin.write(`${steps}\n`);
      });
    },
    close: () => child.stdin.end(),
  };
}

export function openNative(program, engine, device, workload) {
  return open(program, [JSON.stringify({ engine, device, ...workload })]);
}

export function openPytorch(python, loop, device, threads, workload) {
  return open(python, [PYTORCH, JSON.stringify({ loop, device, threads, ...workload })], threads);
}

/** PyTorch's version and its CUDA device, where this python has it. */
export function pytorch(python) {
  const script =
    "import json, torch; print(json.dumps({'version': torch.__version__, " +
    "'cuda': torch.cuda.get_device_name() if torch.cuda.is_available() else None}))";
  const { status, stdout } = spawnSync(python, ["-c", script], { encoding: "utf8" });
  return status === 0 ? JSON.parse(stdout) : null;
}
