// Whether the machine was at rest: a fixed piece of work on all cores, timed before, between and after the
// rounds. A figure of a machine that something else disturbed is no figure.
import { once } from "node:events";
import os from "node:os";
import { Worker } from "node:worker_threads";
import { spread } from "./statistics.js";

/** Calibrations and samples of a row may differ by this share of their median. */
export const MOST_SPREAD = 0.15;

const LOOP = new URL("clock_loop.js", import.meta.url);
/** What one calibration takes on a core of 2020, some 0.2 s. */
const TURNS = 60_000_000;

/** A clock of one thread per core; each calls the same loop, and the slowest one counts. */
export async function openClock() {
  const threads = os.cpus().map(() => new Worker(LOOP));
  const run = async (thread) => {
    const answer = once(thread, "message");
    thread.postMessage(TURNS);
    return (await answer)[0];
  };
  const calibrate = async () => Math.max(...(await Promise.all(threads.map(run))));
  await calibrate(); // compiles the loop
  const times = [];
  return {
    times,
    async calibrate() {
      times.push(await calibrate());
    },
    close: () => Promise.all(threads.map((thread) => thread.terminate())),
  };
}

/**
 * Why a run is no measurement, a sentence each; none for a run on a machine at rest. `rows` are those of
 * `measure.steps`.
 */
export function disturbances({ calibration, rows, load }) {
  const percent = (share) => `${(100 * share).toFixed(0)} %`;
  const far = (values) => spread(values) > MOST_SPREAD;
  const reasons = [];
  if (far(calibration)) {
    reasons.push(`The calibration differs by ${percent(spread(calibration))} over the run.`);
  }
  for (const { name, where, ms } of rows) {
    if (ms && far(ms.values)) {
      reasons.push(`${name} (${where}) differs by ${percent(spread(ms.values))} over the rounds.`);
    }
  }
  if (reasons.length > 0) {
    reasons.push(
      `At most ${percent(MOST_SPREAD)} is allowed. Load average ${load.map((value) => value.toFixed(1)).join(" before, ")} after: ` +
        "let the machine come to rest and run it again.",
    );
  }
  return reasons;
}
