// What a visitor downloads, as a host that compresses at its best would send it. Called by hand, as
// by `cargo xtask build`, it prints the sizes of the site it is given.
import { readdir, readFile, realpath } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants } from "node:zlib";

/** As `cargo xtask build --compress` leaves it for a host to send. */
export function brotli(content) {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      [constants.BROTLI_PARAM_LGWIN]: 24,
    },
  });
}

/**
 * What a file of the site belongs to. Whatever is not known to load later counts as needed before the
 * page is usable, so that a new file cannot slip through.
 */
export function part(name) {
  // For the host: what it sends in place of a file, and with which headers.
  if (/\.(br|gz)$/.test(name) || name === "_headers") return null;
  if (/^trainer.*\.(js|wasm)$/.test(name)) return "engine";
  if (/^unpacker.*\.(js|wasm)$/.test(name)) return "unpacker";
  if (/^echarts-.*\.js$/.test(name)) return "charts";
  if (/^deferred-.*\.wasm$/.test(name)) return "deferred";
  if (/^words-.*\.txt$/.test(name)) return "words";
  if (/^more-words-.*\.txt$/.test(name)) return "more_words";
  // For who asks for them.
  if (name === "LICENSE" || name === "THIRD-PARTY.txt") return null;
  // Fetched after the page is usable.
  if (name === "service-worker.js" || /\.(svg|png|webmanifest)$/.test(name)) return null;
  return "usable";
}

/**
 * Bytes after brotli: `usable`, everything the browser fetches before one can choose, load and train,
 * among it the `words` of its first screen in one language; then what loads behind it: `deferred` (the
 * machine, results, reading of prices, and the other words, `more_words`), `charts` (ECharts), `engine`, and
 * what loads where a packed file is given: `unpacker`.
 * `first_chart` is what is fetched before the first chart is drawn, the first three together.
 */
export async function downloads(site) {
  const sizes = { usable: 0, words: 0, deferred: 0, more_words: 0, charts: 0, engine: 0, unpacker: 0 };
  for (const entry of await readdir(site, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const of = part(entry.name);
    if (!of) continue;
    const content = await readFile(join(entry.parentPath ?? entry.path, entry.name));
    const size = brotli(content).length;
    // A visitor has one language: the longest counts.
    sizes[of] = of.endsWith("words") ? Math.max(sizes[of], size) : sizes[of] + size;
  }
  sizes.usable += sizes.words;
  sizes.deferred += sizes.more_words;
  return { ...sizes, first_chart: sizes.usable + sizes.deferred + sizes.charts };
}

if (process.argv[1] && (await realpath(process.argv[1])) === fileURLToPath(import.meta.url)) {
  for (const [what, bytes] of Object.entries(await downloads(process.argv[2]))) {
    console.log(`${what} ${bytes}`);
  }
}
