// A server of the test's own for the site, which can go away or publish another version.
import { createServer } from "node:http";

/** Serves the site of `baseURL`, and later another version of it. */
export async function publish(baseURL) {
  const page = await (await fetch(new URL("index.html", baseURL))).text();
  const [trainer, hash] = page.match(/trainer_loader-([0-9a-f]+)\.js/);
  const otherHash = "b".repeat(hash.length);
  const asked = [];
  let isOther = () => false;

  /** Another version: its page has another title, its trainer another name. */
  const another = (text) =>
    text
      .replaceAll(hash, otherHash)
      .replaceAll("<title>Hindcast", "<title>Another Hindcast")
      .replace('const VERSION = "', 'const VERSION = "b');

  const server = createServer(async (request, response) => {
    const path = request.url.slice(1).split("?")[0] || "index.html";
    asked.push(path);
    const other = isOther(path);
    const found = await fetch(new URL(path.replace(otherHash, hash), baseURL));
    if (!found.ok || path.includes(other ? hash : otherHash)) {
      return response.writeHead(404).end();
    }
    const type = found.headers.get("content-type");
    const bytes = Buffer.from(await found.arrayBuffer());
    const body = other && /html|javascript/.test(type) ? another(bytes.toString()) : bytes;
    return response.writeHead(200, { "content-type": type, "cache-control": "no-cache" }).end(body);
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    address: `http://127.0.0.1:${server.address().port}/`,
    asked,
    trainer,
    otherTrainer: trainer.replace(hash, otherHash),
    publishAnother() {
      isOther = () => true;
    },
    /** As on a host where the files arrive one by one: of the new ones only this one is there. */
    publishHalfOfAnother(only) {
      isOther = (path) => path === only;
    },
    close: () =>
      new Promise((closed) => {
        server.close(closed);
        server.closeAllConnections();
      }),
  };
}

/** In the page: until this version is kept whole and answers for it. */
export async function untilKept() {
  await navigator.serviceWorker.ready;
  while (!navigator.serviceWorker.controller) {
    await new Promise((changed) =>
      navigator.serviceWorker.addEventListener("controllerchange", changed, { once: true }),
    );
  }
}
