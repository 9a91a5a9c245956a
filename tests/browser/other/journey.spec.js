// The same visit in Chromium, Firefox and WebKit; and the CPU's numbers are the same bits in all of them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { goodAnswer } from "../alpha-vantage.js";
import { chromium } from "./chromium.js";
import { firefox } from "./firefox.js";
import { FIREFOX, WEBKIT } from "./installed.js";
import { journey } from "./journey.js";
import { webkit } from "./webkit.js";

const BROWSERS = [
  { name: "Chromium", start: ({ browser }, ...given) => chromium(browser, ...given), there: true },
  { name: "Firefox", start: (_, ...given) => firefox(FIREFOX, ...given), there: FIREFOX, needs: "firefox-esr" },
  { name: "WebKit", start: (_, ...given) => webkit(WEBKIT, ...given), there: WEBKIT, needs: "webkit2gtk-driver xvfb" },
];

/** What the first browser of this run computed. */
let first;

/** A report's numbers: everything but when, on what and by which program it was made. */
function numbers({ epochs, predictions, scores, verdict, forecast }) {
  const losses = epochs.map(({ train_loss, validation_loss, learning_rate }) => [
    train_loss,
    validation_loss,
    learning_rate,
  ]);
  return { losses, predictions, scores, verdict, forecast };
}

for (const { name, start, there, needs } of BROWSERS) {
  test(`a whole visit in ${name}`, { tag: "@others" }, async ({ browser, baseURL }) => {
    if (!there) console.log(`skipped: ${name}, which is not installed (on Debian: apt-get install ${needs})`);
    test.skip(!there, `${name} is not installed`);
    test.setTimeout(240_000);
    const folder = await mkdtemp(join(tmpdir(), "hindcast-"));
    const asked = [];
    const answer = (url) => {
      asked.push(url);
      return goodAnswer(url);
    };
    const driver = await start({ browser }, folder, answer);
    try {
      const report = await journey(driver, { baseURL, folder, asked, step: test.step });
      const offered = await driver.run(async () => ({
        "WebGPU adapter": Boolean(await navigator.gpu?.requestAdapter()),
        "service worker": "serviceWorker" in navigator,
        installable: "onbeforeinstallprompt" in window,
      }));
      console.log(`${driver.name} ${driver.version}: ${JSON.stringify(offered)}`);
      first ??= numbers(report);
      expect(numbers(report), `the CPU's numbers in ${name}`).toEqual(first);
    } finally {
      await driver.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 3 });
    }
  });
}
