// Browser tests in a Chrome or Chromium that is on the machine, with WebGPU on. `cargo xtask test`
// builds and serves the site and names both in the environment; by hand, `cargo xtask serve` does.
import { availableParallelism } from "node:os";
import { defineConfig } from "@playwright/test";

// Firefox is spoken to over a WebSocket, which a Node older than 22 has to be asked for.
if (typeof WebSocket === "undefined" && process.allowedNodeEnvironmentFlags.has("--experimental-websocket")) {
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ""} --experimental-websocket`;
}

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  // A page that trains has one core for its trainer and some of another for what it draws; while one
  // page loads or is looked at, the other trains.
  workers: Math.max(2, Math.floor(availableParallelism() / 2)),
  fullyParallel: true,
  projects: [
    // What a person does: whoever breaks these has broken the page.
    { name: "smoke", grep: /@smoke/, retries: 1 },
    // What holds however busy the machine is. A test that fails here at times has a fault: one that passes
    // at the second try ends no other work, and the summary names it as flaky, with what it said.
    { name: "function", grepInvert: /@smoke|@timing|@others/, retries: 1 },
    // One visit in each other browser too, one after the other: their numbers are compared.
    { name: "others", grep: /@others/, fullyParallel: false, workers: 1, retries: 1 },
    // What is measured: one at a time, which `cargo xtask test` runs after the others. A figure can be
    // spoilt by what else the machine does, and then is measured again.
    { name: "timing", grep: /@timing/, workers: 1, retries: 2 },
  ],
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: !!process.env.CI,
  reporter: [["list"]],
  use: {
    baseURL: process.env.HINDCAST_URL ?? "http://127.0.0.1:8080/",
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    // Nothing that a visitor does waits for longer.
    actionTimeout: 20_000,
    // `--trace on` takes copies and pictures of the page, which is work of its main thread, 60 to 200 ms at
    // each key pressed on a full page.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROME || "/usr/bin/chromium",
      // Playwright turns the GPU off by default, and WebGPU with it.
      ignoreDefaultArgs: ["--disable-gpu"],
      args: [
        "--headless=new",
        "--no-sandbox",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--enable-unsafe-webgpu",
        // A software adapter: the same on every machine, with or without a graphics card.
        "--use-webgpu-adapter=swiftshader",
      ],
    },
  },
});
