// Serves the measured site under /site/, the bundles made for measuring under /bench/build/ and this
// folder under /bench/, to this machine alone. Not xtask's server: this one puts the probe before
// the trainer's first line.
import { createServer } from "node:http";
import { readFile } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".svg": "image/svg+xml",
  ".webmanifest": "application/manifest+json",
};

/** Serves and returns the server's address, with `close()`. */
export async function serve({ site, build }) {
  const folders = [
    ["/site/", site],
    ["/bench/build/", build],
    ["/bench/", HERE],
  ];
  const server = createServer(async (request, response) => {
    try {
      const { pathname } = new URL(request.url, "http://localhost");
      const [prefix, folder] = folders.find(([start]) => pathname.startsWith(start)) ?? [];
      if (!folder) throw new Error("no such folder");
      const relative = normalize(decodeURIComponent(pathname.slice(prefix.length)) || "index.html");
      if (relative.startsWith("..")) throw new Error("outside the folder");
      let content = await readFile(join(folder, relative));
      if (relative.startsWith("trainer_loader-")) {
        content = Buffer.concat([await readFile(join(HERE, "browser/probe.js")), content]);
      }
      const type = TYPES[extname(relative)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
      response.end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${server.address().port}`,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
