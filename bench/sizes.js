// What a visitor downloads, as a host that compresses at its best would send it.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

function brotli(content) {
  return brotliCompressSync(content, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
      [constants.BROTLI_PARAM_LGWIN]: 24,
    },
  }).length;
}

function part(name) {
  if (name.startsWith("trainer")) return "engine";
  if (name.startsWith("echarts")) return "charts";
  if (/\.(wasm|js|css|html)$/.test(name)) return "page";
  return null; // icons and the manifest: fetched after the page is usable
}

/** Bytes after brotli: the engine; what the page needs until it is usable, charts included. */
export async function downloads(site) {
  const sizes = { engine: 0, page: 0, charts: 0 };
  for (const name of await readdir(site)) {
    const of = part(name);
    if (of) sizes[of] += brotli(await readFile(join(site, name)));
  }
  return { engine: sizes.engine, charts: sizes.charts, usable: sizes.page + sizes.charts };
}
