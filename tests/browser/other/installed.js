// Which other browsers are on this machine, and what to install for those that are not.
import { existsSync, readdirSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where Debian puts WebKit's own small browser: a folder for each processor and each version. */
const LIBRARIES = "/usr/lib";

/** The first of these programs that is there. */
function program(...names) {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
}

function miniBrowser() {
  if (!existsSync(LIBRARIES)) return undefined;
  return readdirSync(LIBRARIES)
    .filter((name) => name.endsWith("-linux-gnu"))
    .flatMap((machine) => readdirSync(join(LIBRARIES, machine)).map((name) => join(LIBRARIES, machine, name)))
    .filter((folder) => /\/webkit2?gtk-\d/.test(folder))
    .map((folder) => join(folder, "MiniBrowser"))
    .find(existsSync);
}

/** Firefox's program. */
export const FIREFOX = process.env.FIREFOX || program("firefox-esr", "firefox");

const parts = { driver: program("WebKitWebDriver"), browser: miniBrowser(), screen: program("Xvfb") };
/** WebKit's three programs, where all are there. */
export const WEBKIT = Object.values(parts).every(Boolean) ? parts : undefined;
