// The page in German, and in Spanish: chosen by the browser, by the visitor, and whole.
import { readFile } from "node:fs/promises";
import { violations } from "./axe.js";
import { tellingWords, textsWith } from "./catalogue.js";
import { test, expect } from "./fixtures.js";
import { expectShortTasks, mainThread } from "./main-thread.js";
import { AMBIGUOUS, choose } from "./price-files.js";
import { closePanel, openPanel, openTab, reveal, showDrawn, TABS, VIEWS } from "./screen.js";
import { expectState, open, report, SMALL, speak, untilIdle } from "./steps.js";

const [ENGLISH, GERMAN] = tellingWords("de");
const [NOT_SPANISH, SPANISH] = tellingWords("es");
const QUICK = { ...SMALL, epochs: 1, device: "cpu" };

/** The bar's and the prices' first words, by which one knows the language. */
const prices = (page) => page.locator("#open-prices");
const language = (page) => page.locator("#language");

test("the catalogue was read", () => {
  expect(ENGLISH.length).toBeGreaterThan(500);
  expect(GERMAN.length).toBeGreaterThan(500);
  expect(ENGLISH).toContain("network");
  expect(GERMAN).toContain("netz");
  expect(SPANISH).toContain("red");
});

test.describe("a browser that prefers German", () => {
  test.use({ locale: "de-AT" });

  test("is shown the page in German, and the address says nothing of it", async ({ page }) => {
    await open(page, QUICK);
    await expectState(page, "ready");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await expect(page).toHaveTitle(/Schlägt ein LSTM/);
    await expect(prices(page)).toHaveText("Kurse");
    await openPanel(page, "more");
    await expect(page.getByLabel("Sprache")).toHaveValue("de");
    expect(page.url()).not.toMatch(/lang|=de\b/);
    // It can be had in English, which is asked once.
    await speak(page, "English");
    await expect(prices(page)).toHaveText("Prices");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.reload();
    await expect(prices(page)).toHaveText("Prices");
  });

  test("nothing is left in English, nor sticks out, on a phone and a desk", async ({
    page,
    alphaVantage,
  }) => {
    test.setTimeout(240_000);
    await page.emulateMedia({ reducedMotion: "reduce" });
    const isGerman = async (where) => {
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await textsWith(page, ENGLISH), where).toEqual([]);
        const look = `${where}, ${width} px`;
        // Charts follow the window a moment later.
        await expect
          .poll(
            () =>
              page.evaluate(
                () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
              ),
            { message: `${look}: the page does not scroll sideways` },
          )
          .toBeLessThanOrEqual(0);
      }
    };
    await open(page, { ...QUICK, horizon: 3, sealed: 1 });
    await expectState(page, "ready");
    alphaVantage.answerWith(() => "{}");
    await openPanel(page, "prices");
    await page.getByLabel("Symbol").fill("IBM");
    await page.getByLabel("API-Schlüssel", { exact: true }).fill("K3YOFATEST0000XY");
    await page.getByRole("button", { name: "Kurse laden" }).click();
    await expect(page.getByTestId("notice")).toHaveText(/./);
    await isGerman("the panel of prices, and a notice");
    await page.getByRole("button", { name: "Meldung schließen" }).click();
    for (const slug of ["settings", "lessons", "how-it-works", "more"]) {
      await openPanel(page, slug);
      await isGerman(slug);
    }
    await closePanel(page);

    await page.getByRole("button", { name: "Beide Rezepte ausführen" }).click();
    await expect(page.getByTestId("compare")).toBeVisible({ timeout: 60_000 });
    for (const slug of VIEWS) {
      await showDrawn(page, slug);
      await isGerman(slug);
    }
    for (const slug of TABS) {
      await openTab(page, slug);
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      await isGerman(slug);
    }
    for (const slug of ["files", "why"]) {
      await openPanel(page, slug);
      await isGerman(slug);
    }

    const walk = await reveal(page, "walk-forward");
    await walk.getByLabel("Abschnitte").selectOption("3");
    await walk.getByRole("button", { name: /Abschnitte von .* trainieren/ }).click();
    await expect(page.getByTestId("walk-forward")).toHaveAttribute("data-state", "done", {
      timeout: 60_000,
    });
    await isGerman("a study");

    await choose(page, "kurse.csv", AMBIGUOUS);
    await expect(page.getByTestId("import-preview")).toBeVisible();
    await isGerman("a file that leaves a question");

    await openPanel(page, "lessons");
    await page.getByRole("button", { name: "Beginnen" }).first().click();
    await expect(page.getByTestId("guide")).toBeVisible();
    await isGerman("a lesson");
    // Takes its time on a full page: once with everything on it.
    expect(await violations(page)).toEqual([]);
  });

  test("numbers and dates are written as in German", async ({ page }) => {
    await open(page, QUICK);
    await page.getByRole("button", { name: "Trainieren", exact: true }).click();
    await expectState(page, "done", 60_000);
    const verdict = page.getByTestId("verdict");
    await expect(verdict).toContainText(/\d,\d{2}/);
    expect(await verdict.innerText()).not.toMatch(/\d\.\d/);
    await openPanel(page, "why");
    const why = page.locator("#panel-why");
    await expect(why).toContainText(/rMAE\s*\d,\d{3}/);
    await expect(why).toContainText(/p [=<] 0,\d{3}/);
    expect(await why.innerText()).not.toMatch(/\d\.\d/);
    const scores = await reveal(page, "scores");
    await expect(scores).toContainText(/\d,\d{2}/);
    expect(await scores.innerText()).not.toMatch(/\d\.\d/);
  });
});

test.describe("a browser that prefers Spanish", () => {
  test.use({ locale: "es-MX" });

  test("is shown the page in Spanish, whole, with numbers as Spanish writes them", async ({ page }) => {
    await open(page, QUICK);
    await page.getByRole("button", { name: "Entrenar", exact: true }).click();
    await expectState(page, "done", 60_000);
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(prices(page)).toHaveText("Precios");
    await openPanel(page, "why");
    await expect(page.locator("#panel-why")).toContainText(/rMAE\s*\d,\d{3}/);
    for (const slug of TABS) await openTab(page, slug);
    expect(await textsWith(page, NOT_SPANISH)).toEqual([]);
  });
});

test("a page fetches the words of the language it shows, and no others", async ({ page }) => {
  const asked = new Set();
  page.on("request", (request) => {
    const [, tag] = /words-(\w+)-\w+\.txt/.exec(request.url()) ?? [];
    if (tag) asked.add(tag);
  });
  await open(page, QUICK);
  await expectState(page, "ready");
  expect([...asked]).toEqual(["en"]);
  await speak(page, "Español");
  await expect(prices(page)).toHaveText("Precios");
  await speak(page, "English");
  await expect(prices(page)).toHaveText("Prices");
  expect([...asked]).toEqual(["en", "es"]);
});

test.describe("words that do not come", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("leave the page in its language, which says so", async ({ page, context }) => {
    await context.route("**/words-de-*.txt", (route) => route.abort("internetdisconnected"));
    await open(page, QUICK);
    await speak(page, "Deutsch");
    await expect(page.getByText("Deutsch did not load")).toBeVisible();
    await expect(language(page)).toHaveValue("en");
    await expect(prices(page)).toHaveText("Prices");
    await context.unroute("**/words-de-*.txt");
    await speak(page, "Deutsch");
    await expect(prices(page)).toHaveText("Kurse");
  });

  test("at the start leave it in English, or else say what to do", async ({ page, context }) => {
    await context.route("**/words-*.txt", (route) => route.abort("internetdisconnected"));
    await page.goto("");
    await expect(page.getByText("A part of the page did not arrive.")).toBeVisible();
  });
});

test("another language keeps the run, and the report stays as it is", { tag: "@smoke" }, async ({ page }) => {
  await open(page, QUICK);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expectState(page, "done", 60_000);
  const address = page.url();
  const before = await report(page);
  const says = await page.getByTestId("verdict").getAttribute("data-verdict");

  await speak(page, "Deutsch");
  await expect(prices(page)).toHaveText("Kurse");
  await expect(page.getByLabel("Sprache")).toBeFocused();
  await expectState(page, "done");
  await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", says);
  expect(page.url()).toBe(address);
  await closePanel(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Bericht speichern" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toBe(before.text);

  await speak(page, "English");
  await expect(prices(page)).toHaveText("Prices");
  expect(await textsWith(page, GERMAN)).toEqual([]);
});

test("another language is no long task of the page's", { tag: "@timing" }, async ({
  page,
  browser,
}) => {
  await open(page, QUICK);
  await page.getByRole("button", { name: "Run both recipes" }).click();
  await expect(page.getByTestId("compare")).toBeVisible({ timeout: 60_000 });
  const prepare = async () => {
    await speak(page, "English");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await untilIdle(page);
  };
  const act = async () => {
    await language(page).selectOption("Deutsch");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await untilIdle(page);
  };
  expectShortTasks(await mainThread(page, browser, act, { prepare }), { atLeast: 10 });
});

test("the trainer's own sentences are in the page's language", async ({ page }) => {
  await open(page, { ...QUICK, device: "cpu" });
  await speak(page, "Deutsch");
  await closePanel(page);
  await page.getByRole("button", { name: "Trainieren", exact: true }).click();
  await expectState(page, "done", 60_000);
  expect(await textsWith(page, ENGLISH)).toEqual([]);
});
