// `cargo xtask test quick` runs this file.
import assert from "node:assert/strict";
import { test } from "node:test";
import { disturbances, openClock } from "./clock.js";
import { PEERS, rowsOf } from "./rows.js";
import { best, ratio, spread, summary } from "./statistics.js";

const row = (id, values) => ({ id, name: id, where: "here", ms: summary(values) });

test("a run at rest has nothing against it", () => {
  const rows = [row("ours", [4, 4.1, 4.2]), { id: "none", failure: "no adapter" }];
  assert.deepEqual(disturbances({ calibration: [200, 205, 210], rows, load: [0.1, 0.9] }), []);
});

test("a calibration or a row that wanders is told, with the load", () => {
  const rows = [row("ours", [4, 4.1, 4.2]), row("pytorch", [5, 5.1, 6.2])];
  const reasons = disturbances({ calibration: [200, 240], rows, load: [0.2, 1.5] });
  assert.equal(reasons.length, 3);
  assert.match(reasons[0], /calibration differs by 18 %/);
  assert.match(reasons[1], /pytorch \(here\) differs by 24 %/);
  assert.match(reasons[2], /0\.2 before, 1\.5 after/);
});

test("a ratio is of the same rounds, and has its range", () => {
  const found = ratio(summary([10, 30, 22]), summary([5, 10, 10]));
  assert.deepEqual(found, { median: 2.2, low: 2, high: 3 });
  assert.equal(spread([8, 10, 12]), 0.4);
});

test("the peer is the fastest of its rows, and one that failed is none", () => {
  const rows = [row("pytorch-1", [5, 5, 5]), row("pytorch-2", [7, 7, 7]), { id: "pytorch-4", failure: "no" }];
  assert.equal(best(rows, ["pytorch-1", "pytorch-2", "pytorch-4"]).id, "pytorch-1");
  assert.equal(best(rows, ["pytorch-8"]), undefined);
});

test("PyTorch has a row for one thread, two, and all there are", () => {
  assert.deepEqual(PEERS.pytorch(2), ["pytorch-1", "pytorch-2"]);
  assert.deepEqual(PEERS.pytorch(8), ["pytorch-1", "pytorch-2", "pytorch-8"]);
  const ids = rowsOf(4).map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const peer of [...PEERS.pytorch(4), ...PEERS.lean(4)]) assert.ok(ids.includes(peer));
});

test("the clock takes a time for each call", async () => {
  const clock = await openClock();
  await clock.calibrate();
  await clock.calibrate();
  await clock.close();
  assert.equal(clock.times.length, 2);
  assert.ok(clock.times.every((ms) => ms > 1));
});
