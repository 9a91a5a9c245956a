// axe-core in every view, tab and panel, in both colour schemes, on a phone and a desk; the main loop by
// the keyboard alone; and what a screen reader hears of it.
import { violations } from "./axe.js";
import { test, expect } from "./fixtures.js";
import { closeDrawer, openPanel, openTab, reveal, showDrawn, TABS, VIEWS } from "./screen.js";
import { expectDrawn, expectState, loadPrices, open, SMALL, train } from "./steps.js";

const QUICK = { ...SMALL, epochs: 1, device: "cpu" };

/** Colours do not depend on the width, nor sizes on the colours: two of the four see all of both. */
const LOOKS = [
  { colorScheme: "light", width: 360, height: 780 },
  { colorScheme: "dark", width: 1280, height: 720 },
];

for (const { colorScheme, width, height } of LOOKS) {
  test.describe(`${colorScheme}, ${width} px`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: "reduce" }, viewport: { width, height } });

    /** No violation, and nothing sticks out sideways. */
    async function expectAccessible(page, where) {
      expect.soft(await violations(page), where).toEqual([]);
      const sideways = () =>
        page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement;
          return scrollWidth - clientWidth;
        });
      // Charts follow the window a moment later.
      const message = `${where}: does not scroll sideways`;
      await expect.soft.poll(sideways, { message, timeout: 5_000 }).toBeLessThanOrEqual(0);
    }

    test("no violation before a training: the first look, every panel and tab, a notice", async ({
      page,
      alphaVantage,
    }) => {
      test.setTimeout(240_000);
      await open(page, QUICK);
      await expectDrawn(page, "chart-history");
      await expectAccessible(page, "the first look");
      for (const slug of ["settings", "files", "lessons", "how-it-works", "more", "prices"]) {
        await openPanel(page, slug);
        await expectAccessible(page, `panel ${slug}`);
      }
      alphaVantage.answerWith(() => "{}");
      await loadPrices(page);
      await expect(page.getByTestId("notice")).toHaveText(/./);
      await expectAccessible(page, "a notice");
      await page.getByRole("button", { name: "Dismiss message" }).click();
      for (const slug of TABS) {
        await openTab(page, slug);
        await expectAccessible(page, `empty tab ${slug}`);
      }
    });

    test("no violation after it: every view, tab and panel", async ({ page }) => {
      test.setTimeout(240_000);
      // With all that a verdict brings: band, several days, a sealed block, two runs side by side.
      await open(page, { ...QUICK, horizon: 3, sealed: 1 });
      await expectState(page, "ready");
      await page.getByRole("button", { name: "Run both recipes" }).click();
      await expect(page.getByTestId("runs").locator("tbody tr")).toHaveCount(2, { timeout: 60_000 });
      await expectState(page, "done");
      await closeDrawer(page);
      for (const slug of VIEWS) {
        await showDrawn(page, slug);
        await expectAccessible(page, `view ${slug}`);
      }
      for (const slug of TABS) {
        await openTab(page, slug);
        await expectAccessible(page, `tab ${slug}`);
      }
      for (const slug of ["why", "files"]) {
        await openPanel(page, slug);
        await expectAccessible(page, `panel ${slug}`);
      }
      const sealed = await reveal(page, "sealed");
      await sealed.getByRole("button", { name: "Open the sealed block" }).click();
      await sealed.getByRole("button", { name: "Yes, open it" }).click();
      await expect(sealed).toHaveAttribute("data-state", "opened");
      await expectAccessible(page, "the sealed block opened");
    });
  });
}

test("the main loop goes by the keyboard alone", { tag: "@smoke" }, async ({ page }) => {
  await open(page, { ...SMALL, hidden: 32, layers: 2, epochs: 1000, device: "cpu" });
  await expectState(page, "ready");
  const { keyboard } = page;
  const focus = page.locator(":focus");
  /** Presses Tab, or Shift+Tab, until this has the focus, which must be seen. */
  const tabTo = async (target, key = "Tab") => {
    const has = () => target.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < 60 && !(await has()); presses += 1) await keyboard.press(key);
    await expect(target).toBeFocused();
    await expect(target).toBeInViewport();
    // A choice may be drawn by its label.
    const outlines = await focus.evaluate((element) =>
      [element, ...(element.labels ?? [])].map((it) => getComputedStyle(it).outlineStyle),
    );
    expect(outlines.join(), "the focus is seen").not.toMatch(/^(none,?)+$/);
  };

  // Other prices: the panel takes the focus, a world is chosen by arrow, Escape gives the focus back.
  const prices = page.locator("#open-prices");
  await tabTo(prices);
  await keyboard.press("Enter");
  await expect(page.locator("#panel-prices-title")).toBeFocused();
  await tabTo(page.locator("#world-random-walk"));
  await keyboard.press("ArrowDown");
  await expect(page).toHaveURL(/source=world:/);
  await expectState(page, "ready");
  await keyboard.press("Escape");
  await expect(prices).toBeFocused();

  // A view by the arrows of its row, then Train and Stop, which are one button.
  await tabTo(page.locator("#view-tab-history"));
  await keyboard.press("ArrowRight");
  await expect(page.locator("#view-tab-split")).toBeFocused();
  await expect(page.locator("#view-tab-split")).toHaveAttribute("aria-selected", "true");
  const training = page.getByRole("button", { name: /^(Train|Stop)$/ });
  await tabTo(training);
  await keyboard.press("Enter");
  await expectState(page, "training");
  await expect(training).toHaveText("Stop");
  await keyboard.press("Enter");
  await expectState(page, "stopped");
  await expect(training).toBeFocused();

  // The reason of the verdict, the drawer and its end.
  const why = page.locator("#open-why");
  await tabTo(why);
  await keyboard.press("Enter");
  await expect(page.locator("#panel-why-title")).toBeFocused();
  await keyboard.press("Escape");
  await expect(why).toBeFocused();
  const scores = page.locator("#tab-scores");
  await tabTo(scores);
  await keyboard.press("Enter");
  await expect(page.getByTestId("scores")).toBeVisible();
  await keyboard.press("Escape");
  await expect(page.getByTestId("scores")).toBeHidden();
  await expect(scores).toBeFocused();
});

test("a screen reader hears the start, each tenth of the way, and the verdict", async ({ page }) => {
  // No early stopping; a tenth takes longer than the page's pause between two sentences.
  await open(page, { ...SMALL, recipe: "notebook", window: 10, hidden: 16, epochs: 100, device: "cpu" });
  await expectState(page, "ready");
  const status = page.getByRole("status").and(page.getByTestId("status"));
  await status.evaluate((region) => {
    window.heard = [];
    const hear = () => window.heard.push(region.textContent.trim());
    new MutationObserver(hear).observe(region, { childList: true, characterData: true, subtree: true });
  });
  await train(page);
  const heard = await page.evaluate(() => window.heard);
  const all = heard.join("\n");
  expect(all).toMatch(/training|starting/i);
  const percents = [...all.matchAll(/(\d+) ?% done/g)].map(([, percent]) => Number(percent));
  const tenths = [...new Set(percents)].filter((percent) => percent < 100);
  expect(tenths, all).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90]);
  expect(heard.at(-1)).toMatch(/tomorrow = today/);
});
