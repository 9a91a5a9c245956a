// `cargo xtask bench` builds everything, then calls this: measures, prints the tables, writes them.
import { readFile, writeFile, mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import os from "node:os";
import { parseArgs } from "node:util";
import { launch, openPage, softwareAdapter } from "./browser.js";
import { disturbances, openClock } from "./clock.js";
import * as measure from "./measure.js";
import { pytorch } from "./process.js";
import { markdown } from "./report.js";
import { rowsOf } from "./rows.js";
import { serve } from "./server.js";
import { downloads } from "./sizes.js";
import { EPOCHS } from "./workload.js";

const { values: options } = parseArgs({
  options: {
    site: { type: "string" }, // the built site
    build: { type: "string" }, // what was bundled for measuring
    program: { type: "string" }, // the native rows
    python: { type: "string" },
    kind: { type: "string" }, // "release" or "development"
    repeats: { type: "string" },
    json: { type: "string" },
    markdown: { type: "string" },
    quick: { type: "boolean", default: false },
    gpu: { type: "boolean", default: false },
  },
});
const { quick } = options;
const repeats = Number(options.repeats);
/** A quick run shortens what takes a whole notebook run. */
const QUICK_EPOCHS = 5;
/** A run that is repeated with one worker and with two is of a third of the notebook's epochs. */
const SHARED_EPOCHS = 33;

const say = (line) => console.log(`    ${line}`);
const stage = (line) => console.log(`\x1b[1m==>\x1b[0m ${line}`);

/** Python with torch: the one that was named, else the machine's. */
function findPytorch() {
  if (options.python) {
    const found = pytorch(options.python);
    if (!found) throw new Error("the Python given by --python has no torch; install it or name another.");
    return { python: options.python, ...found };
  }
  const found = pytorch("python3");
  return found && { python: "python3", ...found };
}

async function main() {
  const torch = findPytorch();
  const skipped = [];
  if (!torch) skipped.push("PyTorch was not measured: no python3 with torch was found; name one by `--python`.");
  if (quick) skipped.push("A quick run: the reduced set of rows, and no growth.");
  if (options.kind !== "release") skipped.push("Downloads are not measured: this is a development build.");
  const load = [os.loadavg()[0]];
  if (load[0] > os.cpus().length / 2) {
    console.log(`The machine is busy (load average ${load[0].toFixed(1)}): times will be longer and less steady.`);
  }
  const clock = await openClock();
  const server = await serve(options);
  const browser = await launch();
  try {
    const place = { browser, address: server.address, program: options.program, python: torch?.python };
    const adapterPage = await openPage(browser, server.address);
    const adapter = await adapterPage.call("adapter");
    await adapterPage.close();
    if (!adapter) skipped.push("WebGPU was not measured: this browser offers no adapter.");
    const has = {
      torch: !!torch,
      cuda: options.gpu && !!torch?.cuda,
      gpu: options.gpu,
      webgpu: !!adapter,
    };
    const devices = has.webgpu ? ["cpu", "webgpu"] : ["cpu"];
    const rows = rowsOf(os.cpus().length).filter((row) => (!quick || row.quick) && (!row.needs || has[row.needs]));

    const results = { schema: "hindcast.bench/1", quick, skipped };
    stage(`Training steps (${rows.length} rows in turns, ${repeats} rounds)`);
    results.rows = await measure.steps(rows, place, repeats, clock, say);
    stage("First steps");
    results.first_step = {};
    for (const device of devices) {
      results.first_step[device] = await measure.firstStep(server.address, device, repeats, say);
    }
    stage("Notebook runs");
    const epochs = quick ? QUICK_EPOCHS : EPOCHS;
    results.runs = [await measure.notebookRun(browser, server.address, "cpu", epochs, say)];
    if (has.webgpu && !quick) {
      results.runs.push(await measure.notebookRun(browser, server.address, "webgpu", 2, say));
    }
    if (os.cpus().length > 1) {
      const each = quick ? QUICK_EPOCHS : SHARED_EPOCHS;
      results.shared = await measure.sharedRuns(browser, server.address, each, repeats, clock, say);
    }
    results.page_memory = await measure.pageMemory(browser, server.address);
    if (!quick) {
      stage("Growth");
      results.growth = await measure.growth(browser, server.address, devices, repeats, say);
    }
    if (options.kind === "release") {
      stage("Downloads (brotli)");
      results.downloads = await downloads(options.site);
    }
    await clock.calibrate();
    load.push(os.loadavg()[0]);
    results.calibration = clock.times;
    results.disturbances = disturbances({ calibration: clock.times, rows: results.rows, load });
    results.machine = {
      cpu: os.cpus()[0].model.trim(),
      cores: os.cpus().length,
      memory_gb: Math.round(os.totalmem() / 1e9),
      system: `${os.type()} ${os.arch()}`,
      browser: browser.version(),
      adapter,
      software_adapter: softwareAdapter,
      gpu: has.cuda ? torch.cuda : undefined,
      pytorch: torch?.version,
      tensorflow: await lockedVersion("package-lock.json", /tfjs-core": \{\s+"version": "([^"]+)"/),
      burn: await lockedVersion("../Cargo.lock", /name = "burn"\nversion = "([^"]+)"/),
      node: process.versions.node,
      date: new Date().toISOString().slice(0, 10),
      load,
      repeats,
      build: options.kind,
    };
    await write(options.json, `${JSON.stringify(results, null, 2)}\n`);
    if (results.disturbances.length > 0) {
      console.log(`\nNo tables: something else had a part of this machine.`);
      for (const reason of results.disturbances) say(reason);
      return 1;
    }
    const text = markdown(results);
    console.log(`\n${text}`);
    if (options.markdown) await write(options.markdown, text);
    return results.rows.some(({ failure }) => failure) ? 1 : 0;
  } finally {
    await clock.close();
    await browser.close();
    await server.close();
  }
}

async function lockedVersion(file, pattern) {
  const text = await readFile(new URL(file, import.meta.url), "utf8");
  return pattern.exec(text)?.[1] ?? "of unknown version";
}

async function write(path, content) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
}
