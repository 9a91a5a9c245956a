// Firefox, driven by WebDriver BiDi over its own remote port: no driver beside the browser is needed.
import { spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { ALPHA_VANTAGE } from "../alpha-vantage.js";
import { clickable, downloaded, killed, PATIENCE_MS } from "./waiting.js";

/** A page that loads nothing of its own and asks nobody for anything but what the test asks for. */
const PREFERENCES = {
  "app.update.enabled": false,
  "browser.download.alwaysOpenPanel": false,
  "browser.download.folderList": 2,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

/** Starts Firefox with a profile in `folder`; `answer(url)` is what Alpha Vantage answers. */
export async function firefox(program, folder, answer) {
  const [profile, downloads] = [join(folder, "profile"), join(folder, "downloads")];
  await Promise.all([profile, downloads].map((it) => mkdir(it, { recursive: true })));
  const preferences = { ...PREFERENCES, "browser.download.dir": downloads };
  const lines = Object.entries(preferences).map((it) => `user_pref(${it.map((x) => JSON.stringify(x)).join(", ")});`);
  await writeFile(join(profile, "user.js"), lines.join("\n"));
  const browser = spawn(
    program,
    ["--headless", "--no-remote", "--remote-debugging-port", "0", "--profile", profile],
    { stdio: ["ignore", "ignore", "pipe"], detached: true },
  );
  const faults = [];
  const { send, on, close } = await connect(`${await address(browser)}/session`);
  const { capabilities } = await send("session.new", { capabilities: {} });
  const { contexts } = await send("browsingContext.getTree", {});
  const [{ context }] = contexts;
  await send("browsingContext.setViewport", { context, viewport: { width: 1280, height: 900 } });
  await send("session.subscribe", { events: ["log.entryAdded", "network.beforeRequestSent"] });
  on("log.entryAdded", ({ level, text, stackTrace }) => {
    const places = stackTrace?.callFrames.map(({ url, lineNumber }) => `${url}:${lineNumber}`) ?? [];
    if (level === "error") faults.push(`console error: ${text} (${places})`);
  });
  // Its requests are answered here; nothing else leaves the machine.
  await send("network.addIntercept", {
    phases: ["beforeRequestSent"],
    urlPatterns: [{ type: "pattern", protocol: "https" }],
  });
  on("network.beforeRequestSent", async ({ isBlocked, request: { request, url } }) => {
    if (!isBlocked) return;
    const asked = new URL(url);
    if (asked.origin !== ALPHA_VANTAGE) {
      faults.push(`request to ${asked.origin}`);
      return send("network.failRequest", { request });
    }
    const header = (name, value) => ({ name, value: { type: "string", value } });
    return send("network.provideResponse", {
      request,
      statusCode: 200,
      headers: [header("content-type", "application/json"), header("access-control-allow-origin", "*")],
      body: { type: "string", value: await answer(asked) },
    });
  });

  const act = (type, id, actions) =>
    send("input.performActions", { context, actions: [{ type, id, actions }] });
  /** What a function returns in the page that takes a text. */
  async function call(script, value) {
    const { type, result, exceptionDetails } = await send("script.callFunction", {
      functionDeclaration: script,
      arguments: [{ type: "string", value }],
      target: { context },
      awaitPromise: true,
    });
    if (type === "exception") throw new Error(exceptionDetails.text);
    return result;
  }
  const run = async (script, ...values) => {
    const whole = `async (values) => JSON.stringify(await (${script})(...JSON.parse(values)))`;
    const { value } = await call(whole, JSON.stringify(values));
    return value === undefined ? undefined : JSON.parse(value);
  };
  const element = async (selector) => {
    const { sharedId } = await call("(selector) => document.querySelector(selector)", selector);
    return { sharedId };
  };
  const go = (method, values) => send(method, { context, wait: "complete", ...values });

  const driver = {
    name: "Firefox",
    version: capabilities.browserVersion,
    faults,
    run,
    goto: (url) => go("browsingContext.navigate", { url }),
    reload: () => go("browsingContext.reload"),
    async click(selector) {
      await clickable(run, selector);
      const origin = { type: "element", element: await element(selector) };
      await act("pointer", "mouse", [
        { type: "pointerMove", x: 0, y: 0, origin },
        { type: "pointerDown", button: 0 },
        { type: "pointerUp", button: 0 },
      ]);
    },
    async type(text) {
      const keys = [...text].flatMap((value) => [
        { type: "keyDown", value },
        { type: "keyUp", value },
      ]);
      await act("key", "keyboard", keys);
    },
    async setFile(selector, path) {
      await send("input.setFiles", { context, element: await element(selector), files: [path] });
    },
    async download(selector) {
      await driver.click(selector);
      return downloaded(downloads);
    },
    async close() {
      await send("browser.close", {}).catch(() => {});
      close();
      await killed(browser);
    },
  };
  return driver;
}

/** Where the browser says that it listens. */
async function address(browser) {
  const late = setTimeout(() => browser.kill(), PATIENCE_MS);
  const said = [];
  for await (const line of createInterface({ input: browser.stderr })) {
    said.push(line);
    const [, found] = /WebDriver BiDi listening on (ws:\S+)/.exec(line) ?? [];
    if (!found) continue;
    clearTimeout(late);
    browser.stderr.resume();
    return found;
  }
  throw new Error(`Firefox does not start: ${said.join("\n")}`);
}

/** Commands out, their answers and events in. */
async function connect(url) {
  const socket = new WebSocket(url);
  await new Promise((opened, failed) => {
    socket.onopen = opened;
    socket.onerror = () => failed(new Error(`${url} does not answer`));
  });
  const waiting = new Map();
  const listeners = new Map();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const { type, id, method, params, result, error, message } = JSON.parse(data);
    if (type === "event") return listeners.get(method)?.(params);
    const { answered, failed, asked } = waiting.get(id) ?? {};
    waiting.delete(id);
    return type === "success" ? answered?.(result) : failed?.(new Error(`${asked}: ${error}: ${message}`));
  };
  socket.onclose = () => {
    for (const { failed, asked } of waiting.values()) failed(new Error(`${asked}: the browser is gone`));
  };
  return {
    send: (asked, params) =>
      new Promise((answered, failed) => {
        last += 1;
        waiting.set(last, { answered, failed, asked });
        socket.send(JSON.stringify({ id: last, method: asked, params }));
      }),
    on: (method, listener) => listeners.set(method, listener),
    close: () => socket.close(),
  };
}
