// What the drivers of the browsers share: waiting for what comes by itself.
import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** How long anything may take that a visitor waits for. */
export const PATIENCE_MS = 30_000;

/** Asks until `ask` has something to say, and returns that. */
export async function until(ask, what, patience = PATIENCE_MS) {
  const end = Date.now() + patience;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (Date.now() > end) throw new Error(`after ${patience / 1000} s: ${what}`);
    await new Promise((later) => setTimeout(later, 100));
  }
}

/** Until a press on the middle of the element would reach it, which is scrolled into view for that. */
export async function clickable(run, selector) {
  await until(
    () =>
      run((selector) => {
        const element = document.querySelector(selector);
        if (!element || element.disabled) return false;
        element.scrollIntoView({ block: "nearest", inline: "nearest" });
        const { left, top, width, height } = element.getBoundingClientRect();
        const hit = document.elementFromPoint(left + width / 2, top + height / 2);
        return Boolean(hit && (element.contains(hit) || hit.control === element || hit.contains(element)));
      }, selector),
    `${selector} cannot be pressed`,
  );
}

/** The one file that is whole in the folder. */
export async function downloaded(folder) {
  const name = await until(async () => {
    const names = await readdir(folder);
    return names.length === 1 && !/\.(part|wkdownload)$/.test(names[0]) && names[0];
  }, `nothing was downloaded into ${folder}`);
  return join(folder, name);
}

/** Ends a program with all that it started, and waits until it is gone. */
export async function killed(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((exit) => child.once("exit", exit));
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    child.kill("SIGKILL");
  }
  await gone;
}
