// The guided lessons: each is walked through to its end with the keyboard alone, at three sizes, and what
// a step names can be pressed where the learner is; a lesson goes on where it was left, and gives the
// visitor's own experiment back; a teacher's link hides what it says.
import { speaker } from "./catalogue.js";
import { test, expect } from "./fixtures.js";
import { openPanel, openTab } from "./screen.js";
import { expectState, open, SMALL } from "./steps.js";

const OWN = { ...SMALL, source: "world:mean-reverting", epochs: 2, device: "cpu" };

/** What the page calls things in the language of the test. */
let say = speaker("en");
test.beforeEach(({ locale }) => {
  say = speaker(locale, ["guide", "lessons"]);
});

const guide = (page) => page.getByTestId("guide");

async function press(locator, key = "Enter") {
  // The page takes the focus to what it has just shown, some 20 ms later: not between focus and key.
  await expect(async () => {
    await locator.focus();
    await locator.page().waitForTimeout(60);
    await expect(locator).toBeFocused({ timeout: 100 });
  }).toPass({ timeout: 15_000 });
  await locator.page().keyboard.press(key);
}

const OTHERWISE = "Here it comes out otherwise: the lesson speaks of its own prices and settings.";

/** What a learner does for a step; `undefined` where there is only something to look at. */
const look = undefined;
const answer = (page) => press(guide(page).locator(".guide__answer").first());
const slide = (key) => (page) => press(page.locator("#slide-days"), key);
const readVolume = (page) => press(page.locator("#input-volume"), "Space");
const switchLeak = (page) => press(page.locator("#leak-split"), "Space");
async function train(page) {
  await press(page.getByRole("button", { name: say("Train"), exact: true }));
  // It may say "done" of the training before.
  await expectState(page, "training");
  await expectState(page, "done", 90_000);
}
const world = (slug) => async (page) => {
  await press(page.locator(`#world-${slug}`), "Space");
  await expectState(page, "ready");
};
async function honestRecipe(page) {
  await press(page.locator("#recipe"), "Home");
  await expect(page.locator("#recipe")).toHaveValue("honest");
}

async function plainCell(page) {
  await press(page.locator("#network-cell"), "r");
  await expect(page.locator("#network-cell")).toHaveValue("rnn");
}

const LESSONS = [
  ["looks-perfect", "Looks perfect", [look, train, answer, look]],
  ["slide-it", "Slide it", [train, slide("ArrowLeft"), look, slide("ArrowRight")]],
  ["find-the-leak", "Find the leak", [train, switchLeak, train, look, switchLeak]],
  ["predict-returns", "Predict returns", [honestRecipe, train, look]],
  ["how-sure", "How sure?", [train, look, look, world("volatility-clusters"), train, look, look]],
  ["when-it-works", "When it does work", [world("seasonal"), train, look]],
  ["knows-something", "Knows something?", [look, train, answer, look, look]],
  ["more-inputs", "More inputs?", [train, look, readVolume, train, look, look]],
  ["how-far-back", "How far back?", [train, look, plainCell, train, look, look]],
  ["what-gates-are-for", "What gates are for", [train, look, plainCell, train, look, look]],
];

/** What would be pressed at the middle of the control that the step names, where it is not that control. */
const inTheWay = (page) =>
  page.locator("[data-pointed]").evaluate((control) => {
    const { left, top, width, height } = control.getBoundingClientRect();
    const hit = document.elementFromPoint(left + width / 2, top + height / 2);
    return control.contains(hit) ? "nothing" : (hit?.outerHTML.slice(0, 120) ?? "it is not in sight");
  });

// On a phone in German, whose words are the longer ones.
for (const [width, height, locale] of [
  [360, 780, "de-DE"],
  [768, 1024, "de-DE"],
  [1366, 768, "en-US"],
]) {
  test.describe(`at ${width}×${height}, ${locale}`, () => {
    test.use({ viewport: { width, height }, locale });
    for (const [slug, english, deeds] of LESSONS) {
      const tag = width > 1000 && slug === "looks-perfect" ? "@smoke" : [];
      test(`“${english}” is walked through to its end by keyboard`, { tag }, async ({ page }) => {
        test.setTimeout(240_000);
        const title = say(english);
        await open(page, OWN);
        await expectState(page, "ready");
        await openPanel(page, "lessons");
        await press(page.getByRole("button", { name: `${title}: ${say("Start")}` }));
        await expect(guide(page).getByRole("heading")).toBeFocused();
        await expect(page).toHaveURL(new RegExp(`lesson=${slug}`));
        await expectState(page, "ready");

        await expect(guide(page).locator("progress")).toHaveAttribute("max", `${deeds.length}`);
        const goOn = new RegExp(`^(${say("Next")}|${say("I have looked")})$`);
        for (const [step, deed] of deeds.entries()) {
          await expect(guide(page)).toHaveAttribute("data-step", String(step));
          await expect(page.locator("[data-pointed]")).toHaveCount(1);
          await expect
            .poll(() => inTheWay(page), { message: `step ${step + 1}: what lies over its control` })
            .toBe("nothing");
          await deed?.(page);
          const next = guide(page).getByRole("button", { name: goOn });
          // A step that asks for a deed opens the way by the deed alone.
          await expect(next).toBeEnabled();
          // What the lesson says here is so.
          await expect(guide(page)).not.toContainText(say(OTHERWISE));
          await press(next);
        }
        const end = say("You have finished “{lesson}”.", { lesson: title });
        await expect(guide(page)).toContainText(end);
        // Nothing sticks out sideways.
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        ).toBe(true);
        await press(guide(page).getByRole("button", { name: say("Close") }));
        await expect(guide(page)).toHaveCount(0);
        await expect(page).not.toHaveURL(/lesson=/);
        // The visitor's own experiment is back.
        await expect(page).toHaveURL(/source=world:mean-reverting.*window=5/);
      });
    }
  });
}

test("a lesson goes on where it was left, in another visit too", async ({ page }) => {
  await open(page, { lesson: "how-sure" });
  await expectState(page, "ready");
  for (const step of [1, 2, 3]) {
    await guide(page).getByRole("button", { name: "Skip" }).click();
    await expect(guide(page)).toHaveAttribute("data-step", `${step}`);
  }
  await guide(page).getByRole("button", { name: "Leave the lesson" }).click();
  await openPanel(page, "lessons");
  await expect(page.getByRole("button", { name: "How sure?: Go on at step 4" })).toBeVisible();
  await open(page, { lesson: "how-sure" });
  await expect(guide(page)).toHaveAttribute("data-step", "3");
});

test("“Show me where” brings the step's control into sight and gives it the focus", async ({ page }) => {
  await page.setViewportSize({ width: 768, height: 1024 });
  await open(page, { lesson: "when-it-works" });
  await expectState(page, "ready");
  await openTab(page, "network");
  await guide(page).getByRole("button", { name: "Show me where" }).click();
  await expect(page.locator("#world-seasonal")).toBeFocused();
  await expect.poll(() => inTheWay(page)).toBe("nothing");
});

test("a lesson in a frame shows nothing else, and tells the page around it of each step", async ({
  page,
  baseURL,
}) => {
  await open(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  const address = `${baseURL}#lesson=looks-perfect&embed=1&device=cpu`;
  await page.evaluate((address) => {
    window.told = [];
    addEventListener("message", ({ data }) => window.told.push(data));
    const frame = document.createElement("iframe");
    Object.assign(frame, { src: address, width: 1000, height: 760 });
    document.body.replaceChildren(frame);
  }, address);
  const lesson = page.frameLocator("iframe");
  await expect(lesson.getByTestId("status")).toHaveAttribute("data-state", "ready");
  await expect(lesson.locator(".bar")).toBeHidden();
  await lesson.getByRole("button", { name: "I have looked" }).click();
  await expect
    .poll(() => page.evaluate(() => window.told.filter(({ source }) => source === "hindcast")))
    .toEqual([{ source: "hindcast", lesson: "looks-perfect", step: 1, done: false }]);
});

test("a teacher's link hides what was ticked, and the class can bring it back", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page);
  await openPanel(page, "lessons");
  await page.getByText("For teachers: a link for your class").click();
  await page.getByLabel("Lesson", { exact: true }).selectOption({ label: "Slide it" });
  await page.getByLabel("GPU or CPU").check();
  await page.getByLabel("the leaks").check();
  await page.getByRole("button", { name: "Copy lesson link" }).click();
  await expect(page.getByText("Link copied")).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/lesson=slide-it&hide=device,leaks$/);
  // Nothing is hidden from the teacher.
  await expect(page.locator("#device")).toBeVisible();

  await page.goto("about:blank");
  await page.goto(link);
  await expectState(page, "ready");
  await expect(guide(page)).toContainText("Slide it");
  await expect(page.locator("#device")).toBeHidden();
  await expect(page.locator("#tab-leaks")).toBeHidden();
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(page.locator("#device")).toBeVisible();
  await expect(page.locator("#tab-leaks")).toBeVisible();
  await expect(page).not.toHaveURL(/hide=/);
});
