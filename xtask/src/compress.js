// Leaves `<name>.br` and `<name>.gz` beside the given files of a folder, for hosts that send what is
// already compressed. `compress.rs` says which files; a copy that is no smaller is not left.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { constants, gzipSync } from "node:zlib";
import { brotli } from "../../bench/sizes.js";

/** The same bytes on every machine: zlib leaves the time zero, but names its system in byte 9. */
function gzip(content) {
  const compressed = gzipSync(content, { level: constants.Z_BEST_COMPRESSION, memLevel: 9 });
  compressed[9] = 255; // unknown (RFC 1952)
  return compressed;
}

const [folder, ...names] = process.argv.slice(2);
const sizes = { plain: 0, br: 0, gz: 0 };
for (const name of names) {
  const content = await readFile(join(folder, name));
  sizes.plain += content.length;
  for (const [ending, compress] of Object.entries({ br: brotli, gz: gzip })) {
    const compressed = compress(content);
    const isSmaller = compressed.length < content.length;
    if (isSmaller) await writeFile(join(folder, `${name}.${ending}`), compressed);
    sizes[ending] += isSmaller ? compressed.length : content.length;
  }
}
const kB = (bytes) => `${Math.round(bytes / 1000)} kB`;
console.log(
  `    ${names.length} files, ${kB(sizes.plain)}: ${kB(sizes.br)} as .br, ${kB(sizes.gz)} as .gz`,
);
