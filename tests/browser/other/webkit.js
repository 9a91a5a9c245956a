// WebKit (the GTK port's MiniBrowser), driven by WebDriver over WebKitWebDriver, on a screen of Xvfb.
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { ALPHA_VANTAGE } from "../alpha-vantage.js";
import { clickable, downloaded, killed, until } from "./waiting.js";

/** The name under which WebDriver hands out an element. */
const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";

/**
 * Starts WebKit with a home in `folder`; `answer(url)` is what Alpha Vantage answers. WebDriver
 * intercepts no requests, so `fetch` is replaced in the page, for that host alone.
 */
export async function webkit({ driver: program, browser, screen }, folder, answer) {
  const downloads = join(folder, "downloads");
  const config = join(folder, "config");
  await Promise.all([downloads, config].map((it) => mkdir(it, { recursive: true })));
  await writeFile(join(config, "user-dirs.dirs"), `XDG_DOWNLOAD_DIR="${downloads}"\n`);
  const { display, server } = await ownScreen(screen);
  const port = await freePort();
  const service = spawn(program, [`--port=${port}`], {
    stdio: "ignore",
    detached: true,
    env: {
      ...process.env,
      DISPLAY: display,
      GDK_BACKEND: "x11",
      HOME: folder,
      XDG_CONFIG_HOME: config,
      XDG_DATA_HOME: join(folder, "data"),
      XDG_CACHE_HOME: join(folder, "cache"),
      // No sound, no settings of the desktop, no accessibility bus.
      GSETTINGS_BACKEND: "memory",
      NO_AT_BRIDGE: "1",
    },
  });

  async function send(method, path, body) {
    const asked = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      headers: { "content-type": "application/json" },
      body: body && JSON.stringify(body),
    });
    const { value } = await asked.json();
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  }
  const status = () => send("GET", "/status").then(({ ready }) => ready, () => false);
  await until(status, "WebKitWebDriver does not start");
  const options = { binary: browser, args: ["--automation"] };
  const { sessionId, capabilities } = await send("POST", "/session", {
    capabilities: { alwaysMatch: { "webkitgtk:browserOptions": options } },
  });
  const tell = (path, body = {}) => send("POST", `/session/${sessionId}${path}`, body);
  await tell("/timeouts", { script: 120_000, pageLoad: 60_000 });
  await tell("/window/rect", { width: 1280, height: 1000 });

  const run = async (script, ...values) => {
    const value = await tell("/execute/async", {
      script: `
        const done = arguments[arguments.length - 1];
        Promise.resolve((${script})(...JSON.parse(arguments[0]))).then(
          (value) => done(JSON.stringify({ value })),
          (error) => done(JSON.stringify({ error: String(error) })),
        );`,
      args: [JSON.stringify(values)],
    });
    const { value: found, error } = JSON.parse(value);
    if (error) throw new Error(error);
    return found;
  };
  const element = async (selector) => {
    const found = await tell("/element", { using: "css selector", value: selector });
    return `/element/${found[ELEMENT]}`;
  };
  const faults = [];

  /** From now on until the next load, the page's requests to Alpha Vantage and its errors wait for `attend`. */
  function watch() {
    return run((origin) => {
      window.asked = [];
      window.faults = [];
      addEventListener("error", ({ message }) => window.faults.push(`uncaught: ${message}`));
      addEventListener("unhandledrejection", ({ reason }) => window.faults.push(`uncaught: ${reason}`));
      const { fetch } = window;
      window.fetch = function (what, options) {
        const url = new URL(what.url ?? what, location.href);
        if (url.origin !== origin) return fetch.call(this, what, options);
        return new Promise((resolve) => {
          window.asked.push({ url: url.href, resolve });
        });
      };
    }, ALPHA_VANTAGE);
  }
  /** Answers what the page asked for meanwhile, and notes what went wrong. */
  async function attend() {
    const urls = await run(() => (window.asked ?? []).map(({ url }) => url));
    for (const url of urls) {
      const body = await answer(new URL(url));
      await run((body) => {
        const headers = { "content-type": "application/json" };
        window.asked.shift().resolve(new Response(body, { headers }));
      }, body);
    }
    faults.push(...(await run(() => (window.faults ?? []).splice(0))));
  }

  const driver = {
    name: "WebKit",
    version: capabilities.browserVersion,
    faults,
    async run(...given) {
      await attend();
      return run(...given);
    },
    async goto(url) {
      await tell("/url", { url });
      await watch();
    },
    async reload() {
      await tell("/refresh");
      await watch();
    },
    async click(selector) {
      await clickable(driver.run, selector);
      await tell(`${await element(selector)}/click`);
    },
    async type(text) {
      const actions = [...text].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      await tell("/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    },
    async setFile(selector, path) {
      await tell(`${await element(selector)}/value`, { text: path });
    },
    async download(selector) {
      await driver.click(selector);
      return downloaded(downloads);
    },
    async close() {
      await send("DELETE", `/session/${sessionId}`).catch(() => {});
      await killed(service);
      await killed(server);
    },
  };
  return driver;
}

/** A screen of its own, by the number that Xvfb chose. */
async function ownScreen(program) {
  const server = spawn(program, ["-displayfd", "3", "-screen", "0", "1400x1100x24", "-nolisten", "tcp"], {
    stdio: ["ignore", "ignore", "ignore", "pipe"],
    detached: true,
  });
  const number = await new Promise((said, failed) => {
    server.stdio[3].once("data", (data) => said(`${data}`.trim()));
    server.once("exit", () => failed(new Error("Xvfb does not start")));
  });
  return { display: `:${number}`, server };
}

async function freePort() {
  const server = createServer();
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address();
  await new Promise((closed) => server.close(closed));
  return port;
}
