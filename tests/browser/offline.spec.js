// After the first visit the site needs no network, and a new version never mixes with an old one.
import { test, expect } from "./fixtures.js";
import { publish, untilKept } from "./published.js";
import { expectState, report, SMALL, train } from "./steps.js";

const QUICK = { ...SMALL, epochs: 1, device: "cpu" };

async function visit(page, address, settings = QUICK) {
  await page.goto(`${address}?offline#${new URLSearchParams(settings)}`);
  await expectState(page, "ready");
}

test("without a network, a page that was open once opens, trains and reports", { tag: "@smoke" }, async ({
  page,
  baseURL,
}) => {
  const site = await publish(baseURL);
  await visit(page, site.address);
  await page.evaluate(untilKept);
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
  await page.evaluate(untilKept);

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
  await page.evaluate(untilKept);
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
