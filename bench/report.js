// The results as tables: the issue's figures with what is required of them, the rows, the growth.
import { MOST_SPREAD } from "./clock.js";
import { OURS_SHARED, PEERS } from "./rows.js";
import { best, ratio, spread } from "./statistics.js";
import { RUN_STEPS } from "./workload.js";

const MB = 1e6;
const KB = 1e3;

/** A figure's requirement and, where there is one, its goal; `atMost` ones are better when smaller. */
function figures(results) {
  const row = (id) => best(results.rows, [id]);
  const faster = (slow, fast) => slow && fast && ratio(slow.ms, fast.ms);
  const pytorch = peer(results, "pytorch");
  const { first_step: first, downloads, runs, shared } = results;
  const cpuRun = runs?.find(({ device }) => device === "cpu");
  const x = (value) => `${value.toPrecision(3)} ×`;
  const share = (value) => value.toFixed(2);
  return [
    {
      name: "CPU in the browser, best number of workers ÷ PyTorch at its best number of threads",
      value: faster(best(results.rows, OURS_SHARED(results.machine.cores)), pytorch),
      required: 0.52,
      goal: 0.42,
      atMost: true,
      show: share,
    },
    {
      name: "A notebook run in the browser, two workers ÷ one",
      value: shared && ratio(shared.shared, shared.alone),
      required: 0.7,
      goal: 0.6,
      atMost: true,
      show: share,
    },
    ...[
      ["GRU", "gru-browser", 0.85],
      ["Plain RNN", "rnn-browser", 0.4],
      ["LSTM that reads four numbers a day", "features-browser", 1.35],
    ].map(([name, id, required]) => ({
      name: `${name} ÷ LSTM, CPU in the browser`,
      value: faster(row(id), row("ours-browser")),
      required,
      atMost: true,
      show: share,
    })),
    {
      name: "CPU in the browser: faster than TensorFlow.js wasm",
      value: faster(row("tfjs-browser"), row("ours-browser")),
      required: 18,
      goal: 40,
      show: x,
    },
    {
      name: "WebGPU: dispatches a training step",
      value: row("ours-webgpu")?.dispatches,
      required: 24,
      goal: 10,
      atMost: true,
      show: String,
    },
    {
      name: `WebGPU${softwareNote(results)}: faster than stock Burn`,
      value: faster(row("stock-webgpu"), row("ours-webgpu")),
      required: 40,
      goal: 100,
      show: x,
    },
    {
      name: `WebGPU${softwareNote(results)}: faster than TensorFlow.js WebGPU`,
      value: faster(row("tfjs-webgpu"), row("ours-webgpu")),
      required: 12,
      goal: 30,
      show: x,
    },
    {
      name: `WebGPU${softwareNote(results)}: first step`,
      value: first?.webgpu && first.webgpu.step.median / 1000,
      required: 2,
      goal: 0.5,
      atMost: true,
      show: (value) => `${value.toFixed(2)} s`,
    },
    {
      name: "Engine download, brotli",
      value: downloads?.engine,
      required: 1.6 * MB,
      goal: 1.0 * MB,
      atMost: true,
      show: megabytes,
    },
    {
      name: "Page until usable, brotli",
      value: downloads?.usable,
      required: 330 * KB,
      goal: 280 * KB,
      atMost: true,
      show: (value) => `${Math.round(value / KB)} kB`,
    },
    {
      name: "Peak wasm memory of a notebook run on 5,400 rows, page and trainer",
      value: cpuRun && cpuRun.memory + results.page_memory,
      required: 128 * MB,
      goal: 64 * MB,
      atMost: true,
      show: megabytes,
    },
  ];
}

/** The peer's fastest row. */
const peer = ({ rows, machine }, name) => best(rows, PEERS[name](machine.cores));

const softwareNote = ({ machine }) => (machine.software_adapter ? " on the software adapter" : "");
const megabytes = (bytes) => `${(bytes / MB).toFixed(bytes < 10 * MB ? 2 : 1)} MB`;
const milliseconds = (ms) => (ms >= 100 ? ms.toFixed(0) : ms >= 10 ? ms.toFixed(1) : ms.toFixed(2));
const times = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(2));
const seconds = (ms) => (ms >= 600_000 ? `${(ms / 60_000).toFixed(0)} min` : `${(ms / 1000).toFixed(0)} s`);

function reached({ value, required, goal, atMost }) {
  const within = (bound) => (atMost ? value <= bound : value >= bound);
  if (goal !== undefined && within(goal)) return "goal reached";
  return within(required) ? "required reached" : "not reached";
}

function figureTable(results) {
  const rows = figures(results).map((figure) => {
    const { name, value: found, required, goal, atMost, show } = figure;
    const sign = atMost ? "≤" : "≥";
    const value = found?.median ?? found;
    const range = found?.median === undefined ? "" : ` (${show(found.low)} … ${show(found.high)})`;
    const measured = value === undefined ? "not measured" : show(value) + range;
    const verdict = value === undefined ? "" : reached({ ...figure, value });
    const bound = (value) => (value === undefined ? "" : `${sign} ${show(value)}`);
    return [name, bound(required), bound(goal), measured, verdict];
  });
  return table(["figure", "required", "goal", "measured", ""], rows);
}

function rowTable(results) {
  const pytorch = peer(results, "pytorch");
  const rows = results.rows.map((row) => {
    if (row.failure) return [row.name, row.where, `failed: ${row.failure}`, "", "", "", "", ""];
    const { median, low, high } = row.ms;
    return [
      row.name,
      row.where,
      milliseconds(median),
      `${milliseconds(low)} … ${milliseconds(high)}`,
      pytorch ? times(ratio(row.ms, pytorch.ms).median) : "–",
      seconds(median * RUN_STEPS),
      milliseconds(row.first),
      row.dispatches === undefined ? "" : `${row.dispatches} / ${row.submits}`,
    ];
  });
  return table(
    [
      "who",
      "where",
      "ms a step",
      "least … most",
      "÷ PyTorch at its best",
      "6,800 steps",
      "first step, ms",
      "dispatches / submits a step",
    ],
    rows,
  );
}

function growthTables({ growth }) {
  const sizes = [...new Set(growth.map(({ size }) => size))];
  return sizes
    .map((size) => {
      const points = growth.filter((point) => point.size === size);
      const values = [...new Set(points.map(({ value }) => value))];
      const devices = [...new Set(points.map(({ device }) => device))];
      const rows = devices.map((device) => [
        device === "cpu" ? "CPU" : "WebGPU",
        ...values.map((value) =>
          milliseconds(points.find((p) => p.device === device && p.value === value).ms.median),
        ),
      ]);
      return table([`${size}, ms a step`, ...values.map(String)], rows);
    })
    .join("\n");
}

function table(head, rows) {
  const columns = head.map((title, index) =>
    Math.max(3, title.length, ...rows.map((row) => row[index].length)),
  );
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(columns[i])).join(" | ")} |\n`;
  return line(head) + line(columns.map((width) => "-".repeat(width))) + rows.map(line).join("");
}

function machineLines({ machine }) {
  const loads = machine.load.map((value) => value.toFixed(1)).join(" before, ");
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memory_gb} GB, ${machine.system}`,
    `Chromium ${machine.browser}, WebGPU on ${machine.adapter ?? "no adapter"}` +
      (machine.software_adapter ? " (a software adapter)" : ""),
    ...(machine.gpu ? [`GPU for the native rows: ${machine.gpu}`] : []),
    [
      machine.pytorch ? `PyTorch ${machine.pytorch}` : "no PyTorch",
      `TensorFlow.js ${machine.tensorflow}`,
      `Burn ${machine.burn}`,
      `Node ${machine.node}`,
    ].join(", "),
    `${machine.date}; load average ${loads} after; ${machine.repeats} repeats; ${machine.build} build`,
  ];
}

/** The notes under the tables: what is not a ratio and has no required figure. */
function notes(results) {
  const { rows, first_step: first, runs, page_memory, downloads, calibration } = results;
  const lines = [
    `The machine was at rest: a fixed loop on all cores differed by ${(100 * spread(calibration)).toFixed(0)} % over the run, ` +
      `no row by more than ${100 * MOST_SPREAD} %.`,
  ];
  const ours = best(rows, ["ours-browser"]);
  const lean = peer(results, "lean");
  if (ours && lean) {
    const { median, low, high } = ratio(ours.ms, lean.ms);
    lines.push(
      `CPU in the browser ÷ PyTorch without the notebook's DataLoader: ${median.toFixed(2)} (${low.toFixed(2)} … ${high.toFixed(2)}).`,
    );
  }
  if (downloads) {
    const kB = (bytes) => `${Math.round(bytes / KB)} kB`;
    lines.push(
      `Until usable is everything that is fetched before one can choose, load and train. Behind it load the chart library (${kB(downloads.charts)}) and the results and the reading of prices (${kB(downloads.deferred)}): ${kB(downloads.first_chart)} in all until the first chart is drawn. Then the engine.`,
    );
  }
  for (const [device, { step, answer }] of Object.entries(first ?? {})) {
    lines.push(
      `First step in a fresh browser, ${device}: ${milliseconds(step.median)} ms with its evaluation; ` +
        `from sending the job to its end, device opened on the way, ${milliseconds(answer.median)} ms.`,
    );
  }
  for (const run of runs ?? []) {
    lines.push(
      `Notebook run on ${run.prices.toLocaleString("en")} prices, ${run.device}: ${run.steps.toLocaleString("en")} ` +
        `steps (${run.epochs} epochs) in ${run.seconds.toFixed(1)} s; the trainer's wasm memory ${megabytes(run.memory)}.`,
    );
  }
  if (page_memory) lines.push(`The page's own wasm memory with a known world loaded: ${megabytes(page_memory)}.`);
  return lines;
}

/** Everything, for the terminal and for docs/benchmarks.md: Markdown that reads as text. */
export function markdown(results) {
  const list = (lines) => lines.map((line) => `- ${line}\n`).join("");
  return `# Benchmarks

One run of \`cargo xtask bench${results.quick ? " --quick" : ""}\`. A step is the source notebook's whole training step: batch 64,
window 20, Linear 1→32, ReLU, 2 × LSTM 32, dropout 0.2, Linear 64→1, mean squared error, backward
pass, Adam. All rows train the same network in turns, one sample each in every round; times are
medians over the rounds, ratios the medians of the rounds' own ratios, with the least and the largest.

${list(machineLines(results))}
## What is required

${figureTable(results)}
## A training step

${rowTable(results)}
${list([...notes(results), ...results.skipped])}${
    results.growth
      ? `\n## How the step's time grows\n\nThe trainer in the browser; one size changes, the others stay the notebook's.\n\n${growthTables(results)}`
      : ""
  }`;
}
