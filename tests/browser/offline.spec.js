// After the first visit the site needs no network, and a new version never mixes with an old one. The
// site is served by a server of the test's own, which can go away or publish another version.
import { createServer } from "node:http";
import { test, expect } from "./fixtures.js";
import { expectState, report, SMALL, train } from "./steps.js";

const QUICK = { ...SMALL, epochs: 1, device: "cpu" };

/** Serves the site of `baseURL`, and later another version of it. */
async function publish(baseURL) {
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

async function visit(page, address, settings = QUICK) {
  await page.goto(`${address}?offline#${new URLSearchParams(settings)}`);
  await expectState(page, "ready");
}

/** Until this version is kept whole and answers for the page. */
async function whenKept(page) {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    while (!navigator.serviceWorker.controller) {
      await new Promise((changed) =>
        navigator.serviceWorker.addEventListener("controllerchange", changed, { once: true }),
      );
    }
  });
}

test("without a network, a page that was open once opens, trains and reports", { tag: "@smoke" }, async ({
  page,
  baseURL,
}) => {
  const site = await publish(baseURL);
  await visit(page, site.address);
  await whenKept(page);
  await site.close();
  await expect(fetch(site.address)).rejects.toThrow();

  await page.reload();
  await expectState(page, "ready");
  await train(page);
  expect((await report(page)).json.epochs).toHaveLength(1);
  // … and from the address of the file, in a new tab.
  const tab = await page.context().newPage();
  await tab.goto(`${site.address}index.html#${new URLSearchParams(QUICK)}`);
  await expectState(tab, "ready");
});

test("a new version takes over whole, and an open page keeps its own", async ({
  page,
  baseURL,
}) => {
  const site = await publish(baseURL);
  await visit(page, site.address);
  await whenKept(page);

  site.publishAnother();
  await page.evaluate(async () => {
    const changed = new Promise((resolve) =>
      navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }),
    );
    await (await navigator.serviceWorker.ready).update();
    await changed;
  });
  expect(site.asked).toContain(site.otherTrainer);

  // The open page starts its own trainer, which the host no longer has.
  expect((await fetch(site.address + site.trainer)).status).toBe(404);
  const ready = (name) =>
    page.evaluate(
      (name) =>
        new Promise((resolve, reject) => {
          const worker = new Worker(name, { type: "module" });
          worker.onerror = () => reject(new Error(`${name} does not start`));
          worker.onmessage = ({ data }) => resolve(data);
        }),
      name,
    );
  expect(await ready(site.trainer)).toContain("Ready");

  const tab = await page.context().newPage();
  await visit(tab, site.address);
  await expect(tab).toHaveTitle(/^Another/);
  await expect(tab.locator("meta[name=hindcast-trainer]")).toHaveAttribute(
    "content",
    site.otherTrainer,
  );
  await train(tab);
  await site.close();
});

test("a publication that is only half there is not kept", async ({ page, baseURL }) => {
  const site = await publish(baseURL);
  await visit(page, site.address);
  await whenKept(page);
  const kept = () => page.evaluate(() => caches.keys());
  const before = await kept();
  expect(before).toHaveLength(1);

  site.publishHalfOfAnother("service-worker.js");
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const refused = new Promise((resolve) =>
      registration.addEventListener("updatefound", () => {
        const coming = registration.installing;
        coming.addEventListener("statechange", () => {
          if (coming.state === "redundant") resolve();
        });
      }),
    );
    await registration.update();
    await refused;
  });
  expect(await kept()).toEqual(before);

  await page.reload();
  await expectState(page, "ready");
  await expect(page).toHaveTitle(/^Hindcast/);
  await site.close();
});
