// The page in German, and in Spanish: chosen by the browser, by the visitor, and whole.
import { readFile } from "node:fs/promises";
import { violations } from "./axe.js";
import { tellingWords, textsWith } from "./catalogue.js";
import { test, expect } from "./fixtures.js";
import { LIMIT_MS, mainThreadTasks } from "./main-thread.js";
import { AMBIGUOUS, choose } from "./price-files.js";
import { expectState, open, report, SMALL, untilIdle } from "./steps.js";

const [ENGLISH, GERMAN] = tellingWords("de");
const [NOT_SPANISH, SPANISH] = tellingWords("es");
const QUICK = { ...SMALL, epochs: 1, device: "cpu" };

const heading = (page, name) => page.getByRole("heading", { name, level: 2, exact: true });

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
    await expect(heading(page, "Kurse")).toBeVisible();
    await expect(page.getByLabel("Sprache")).toHaveValue("de");
    expect(page.url()).not.toMatch(/lang|=de\b/);
    // It can be had in English, which is asked once.
    await page.getByLabel("Sprache").selectOption("English");
    await expect(heading(page, "Prices")).toBeVisible();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await page.reload();
    await expect(heading(page, "Prices")).toBeVisible();
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
    await expect(page.locator("#lessons-title")).toBeAttached();
    alphaVantage.answerWith(() => "{}");
    await page.getByLabel("Symbol").fill("IBM");
    await page.getByLabel("API-Schlüssel", { exact: true }).fill("K3YOFATEST0000XY");
    await page.getByRole("button", { name: "Kurse laden" }).click();
    await expect(page.getByTestId("notice")).toHaveText(/./);
    await isGerman("the first look, and a notice");

    await page.getByRole("button", { name: "Beide Rezepte ausführen" }).click();
    await expect(page.getByTestId("compare")).toBeVisible({ timeout: 60_000 });
    for (const chart of await page.locator("[data-drawn]").all()) {
      await chart.scrollIntoViewIfNeeded();
      await expect(chart).toHaveAttribute("data-drawn", "true");
    }
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await isGerman("everything unfolded");

    await page.getByTestId("walk-forward").getByLabel("Abschnitte").selectOption("3");
    await page.getByRole("button", { name: "Walk-Forward starten" }).click();
    await expect(page.getByTestId("walk-forward")).toHaveAttribute("data-state", "done", {
      timeout: 60_000,
    });
    await isGerman("a study");

    await choose(page, "kurse.csv", AMBIGUOUS);
    await expect(page.getByTestId("import-preview")).toBeVisible();
    await isGerman("a file that leaves a question");

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
    await expect(verdict).toContainText(/rMAE\s*\d,\d{3}/);
    await expect(verdict).toContainText(/p [=<] 0,\d{3}/);
    expect(await verdict.innerText()).not.toMatch(/\d\.\d/);
    await expect(page.getByTestId("scores")).toContainText(/\d,\d{2}/);
    expect(await page.getByTestId("scores").innerText()).not.toMatch(/\d\.\d/);
  });
});

test.describe("a browser that prefers Spanish", () => {
  test.use({ locale: "es-MX" });

  test("is shown the page in Spanish, whole, with numbers as Spanish writes them", async ({ page }) => {
    await open(page, QUICK);
    await page.getByRole("button", { name: "Entrenar", exact: true }).click();
    await expectState(page, "done", 60_000);
    await expect(page.locator("html")).toHaveAttribute("lang", "es");
    await expect(heading(page, "Precios")).toBeVisible();
    await expect(page.getByTestId("verdict")).toContainText(/rMAE\s*\d,\d{3}/);
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
  await page.getByLabel("Language").selectOption("Español");
  await expect(heading(page, "Precios")).toBeVisible();
  await page.getByLabel("Idioma").selectOption("English");
  await expect(heading(page, "Prices")).toBeVisible();
  expect([...asked]).toEqual(["en", "es"]);
});

test.describe("words that do not come", () => {
  test.use({ expectedErrors: [/Failed to load resource/] });

  test("leave the page in its language, which says so", async ({ page, context }) => {
    await context.route("**/words-de-*.txt", (route) => route.abort("internetdisconnected"));
    await open(page, QUICK);
    await page.getByLabel("Language").selectOption("Deutsch");
    await expect(page.getByText("Deutsch did not load")).toBeVisible();
    await expect(page.getByLabel("Language")).toHaveValue("en");
    await expect(heading(page, "Prices")).toBeVisible();
    await context.unroute("**/words-de-*.txt");
    await page.getByLabel("Language").selectOption("Deutsch");
    await expect(heading(page, "Kurse")).toBeVisible();
  });

  test("at the start leave it in English, or else say what to do", async ({ page, context }) => {
    await context.route("**/words-*.txt", (route) => route.abort("internetdisconnected"));
    await page.goto("");
    await expect(page.getByText("The words of this page did not load")).toBeVisible();
  });
});

test("another language keeps the run, and the report stays as it is", { tag: "@smoke" }, async ({ page }) => {
  await open(page, QUICK);
  await page.getByRole("button", { name: "Train", exact: true }).click();
  await expectState(page, "done", 60_000);
  const address = page.url();
  const before = await report(page);
  const says = await page.getByTestId("verdict").getAttribute("data-verdict");

  await page.getByLabel("Language").selectOption("Deutsch");
  await expect(heading(page, "Urteil")).toBeVisible();
  await expect(page.getByLabel("Sprache")).toBeFocused();
  await expectState(page, "done");
  await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", says);
  expect(page.url()).toBe(address);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Bericht herunterladen" }).click(),
  ]);
  expect(await readFile(await download.path(), "utf8")).toBe(before.text);

  await page.getByLabel("Sprache").selectOption("English");
  await expect(heading(page, "Verdict")).toBeVisible();
  expect(await textsWith(page, GERMAN)).toEqual([]);
});

test("another language is no long task of the page's", { tag: "@timing" }, async ({
  page,
  browser,
}) => {
  await open(page, QUICK);
  await page.getByRole("button", { name: "Run both recipes" }).click();
  await expect(page.getByTestId("compare")).toBeVisible({ timeout: 60_000 });
  await untilIdle(page);
  const tasks = await mainThreadTasks(browser, async () => {
    await page.getByLabel("Language").selectOption("Deutsch");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await untilIdle(page);
  });
  console.log(`    longest task: ${Math.max(...tasks).toFixed(0)} ms`);
  expect(tasks.length).toBeGreaterThan(10);
  expect(Math.max(...tasks)).toBeLessThanOrEqual(LIMIT_MS);
});

test("the trainer's own sentences are in the page's language", async ({ page }) => {
  await open(page, { ...QUICK, device: "cpu" });
  await page.getByLabel("Language").selectOption("Deutsch");
  await page.getByRole("button", { name: "Trainieren", exact: true }).click();
  await expectState(page, "done", 60_000);
  expect(await textsWith(page, ENGLISH)).toEqual([]);
});
