// Browser tests in a Chrome or Chromium that is on the machine, with WebGPU on. `cargo xtask test`
// builds and serves the site and names both in the environment; by hand, `cargo xtask serve` does.
import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  // Training wants the cores for itself: two runs side by side would only slow each other down.
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: !!process.env.CI,
  // What only fails at times is told as "flaky" and does not stop the rest.
  retries: 1,
  reporter: [["list"]],
  use: {
    baseURL: process.env.HINDCAST_URL ?? "http://127.0.0.1:8080/",
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    // Without the page's copies and pictures: taking them is work of the page's main thread, 60 to 200 ms
    // at each key pressed on a full page, which would count as the page's own.
    trace: { mode: "retain-on-failure", snapshots: false, screenshots: false },
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
