// Where things stand on the screen (a view of the stage, a sheet of the drawer, a panel) and the way there.
import { expect } from "@playwright/test";

/** All views of the stage and all sheets of the drawer, as they stand. */
export const VIEWS = ["history", "split", "prediction", "test", "tomorrow"];
export const TABS = [
  "scores",
  "how-sure",
  "paid",
  "does-it-hold",
  "which-days",
  "cell",
  "network",
  "runs",
  "leaks",
];

const view = (slug) => (page) => showView(page, slug);
const tab = (slug) => (page) => openTab(page, slug);
const panel = (slug) => (page) => openPanel(page, slug);

/** How that is opened which is not in sight at once, by its `data-testid`. */
const WAYS = {
  "chart-history": view("history"),
  "chart-split": view("split"),
  "chart-prediction": view("prediction"),
  "chart-zoom": view("test"),
  slide: async (page) => {
    await showView(page, "test");
    await turnOn(page, ".stage__slide-it", "aria-expanded");
  },
  "chart-next-day": view("tomorrow"),
  "chart-fan": view("tomorrow"),
  "chart-norms": (page) => turnOn(page, ".strip__norms", "aria-pressed"),
  scores: tab("scores"),
  horizons: tab("scores"),
  intervals: tab("how-sure"),
  "chart-coverage": tab("how-sure"),
  bands: tab("how-sure"),
  paid: tab("paid"),
  "walk-forward": tab("does-it-hold"),
  seeds: tab("does-it-hold"),
  "chart-days": tab("which-days"),
  "chart-cell": tab("cell"),
  runs: tab("runs"),
  compare: tab("runs"),
  "chart-compare": tab("runs"),
  sealed: tab("runs"),
  journal: tab("runs"),
  "price-file": panel("prices"),
  "take-home": panel("files"),
  "open-model": panel("files"),
};

/** Opens what holds this element, where something does, and returns the element. */
export async function reveal(page, testId) {
  await WAYS[testId]?.(page);
  return page.getByTestId(testId);
}

/** On a phone, two of them are opened from "More". */
const IN_MORE = ["lessons", "how-it-works"];

export async function openPanel(page, slug) {
  const place = IN_MORE.indexOf(slug);
  const button = page.locator(`#open-${slug}`);
  if (place < 0 || (await button.isVisible())) return turnOn(page, `#open-${slug}`, "aria-expanded");
  await openPanel(page, "more");
  await page.locator(".more__also button").nth(place).click();
  return expect(button).toHaveAttribute("aria-expanded", "true");
}

export const openTab = (page, slug) => turnOn(page, `#tab-${slug}`, "aria-expanded");
export const showView = (page, slug) => turnOn(page, `#view-tab-${slug}`, "aria-selected");

/** Shows a view and waits until its chart is drawn. */
export async function showDrawn(page, slug) {
  await showView(page, slug);
  const chart = page.locator(`#view-${slug} [data-drawn]:visible`);
  await expect(chart).toHaveAttribute("data-drawn", "true");
}

/** Presses a button, unless its attribute says already that it is on. */
async function turnOn(page, selector, attribute) {
  const button = page.locator(selector);
  if ((await button.getAttribute(attribute)) === "true") return;
  await closePanel(page);
  // There the drawer lies over the stage.
  if (page.viewportSize().width < 1024) await closeDrawer(page);
  await button.click();
  await expect(button).toHaveAttribute(attribute, "true");
}

/** Closes the panel that is open, if one is. */
export async function closePanel(page) {
  const open = page.locator(".panel:not([hidden])");
  if (await open.count()) await open.locator(".panel__head button").click();
  await expect(open).toHaveCount(0);
}

/** Closes the drawer, if it is open. */
export async function closeDrawer(page) {
  const open = page.locator(".drawer__sheet:not([hidden])");
  if (await open.count()) await open.locator(".drawer__head button").click();
  await expect(open).toHaveCount(0);
}
