// The guided lessons: each is walked through to its end with the keyboard alone, on a phone and on a
// desktop; a lesson goes on where it was left; a teacher's link hides what it says.
import { speaker } from "./catalogue.js";
import { test, expect } from "./fixtures.js";
import { expectState, open } from "./steps.js";

// Quick to train; which recipe and world it is, the lessons choose.
const QUICK = { window: 5, hidden: 8, layers: 1, epochs: 2, device: "cpu" };

const LESSONS = [
  ["looks-perfect", "Looks perfect"],
  ["slide-it", "Slide it"],
  ["find-the-leak", "Find the leak"],
  ["predict-returns", "Predict returns"],
  ["how-sure", "How sure?"],
  ["when-it-works", "When it does work"],
];

/** What the page calls things in the language of the test. */
let say = speaker("en");
test.beforeEach(({ locale }) => {
  say = speaker(locale, ["guide"]);
});

const guide = (page) => page.getByTestId("guide");

async function press(locator, key = "Enter") {
  await locator.focus();
  await locator.page().keyboard.press(key);
}

async function chooseWorld(page, title) {
  await press(page.getByRole("radio", { name: say(title) }), "Space");
  await expectState(page, "ready");
}

async function chooseRecipe(page, title) {
  const recipe = page.getByLabel(say("Recipe"));
  await recipe.focus();
  await page.keyboard.type(say(title));
  await expect(recipe).toHaveValue(title.toLowerCase());
  // Another recipe brings its own numbers.
  for (const [name, value] of Object.entries(QUICK)) {
    const field = page.locator(`#setting-${name}`);
    if (!(await field.count()) || (await field.inputValue()) === String(value)) continue;
    await field.focus();
    await page.keyboard.press("Control+A");
    await page.keyboard.type(String(value));
  }
}

async function train(page) {
  await press(page.getByRole("button", { name: say("Train"), exact: true }));
  await expectState(page, "done", 60_000);
}

async function slide(page, key) {
  await press(page.getByLabel(say("Move the predicted line")), key);
}

async function switchLeak(page) {
  const leaks = page.locator("#leaks");
  if ((await leaks.getAttribute("open")) === null) await press(leaks.locator("summary"));
  await press(page.getByLabel(say("Split at random")), "Space");
}

/** What a learner does for each step that asks for a deed. */
const DEEDS = {
  "looks-perfect": [
    (page) => chooseWorld(page, "Random walk with drift"),
    (page) => chooseRecipe(page, "Notebook"),
    train,
  ],
  "slide-it": [
    async (page) => {
      await chooseRecipe(page, "Notebook");
      await train(page);
    },
    (page) => slide(page, "ArrowLeft"),
    undefined,
    (page) => slide(page, "ArrowRight"),
  ],
  "find-the-leak": [
    async (page) => {
      await chooseRecipe(page, "Honest");
      await train(page);
    },
    switchLeak,
    train,
    undefined,
    switchLeak,
  ],
  "predict-returns": [
    (page) => chooseWorld(page, "Random walk with drift"),
    (page) => chooseRecipe(page, "Honest"),
    train,
  ],
  "how-sure": [
    async (page) => {
      await chooseRecipe(page, "Honest");
      await train(page);
    },
    undefined,
    undefined,
    (page) => chooseWorld(page, "Volatility clusters"),
    train,
  ],
  "when-it-works": [
    (page) => chooseWorld(page, "Noisy seasonal wave"),
    (page) => chooseRecipe(page, "Honest"),
    train,
  ],
};

// All of them on a phone in German, whose words are the longer ones: what fits there in German fits in
// English. On a desk the panel stands elsewhere, which one lesson shows.
for (const [width, height, locale, lessons] of [
  [360, 740, "de-DE", LESSONS],
  [1440, 900, "en-US", LESSONS.slice(0, 1)],
]) {
  test.describe(`at ${width} px, ${locale}`, () => {
    test.use({ viewport: { width, height }, locale });
    for (const [slug, english] of lessons) {
      const tag = width > 1000 ? "@smoke" : [];
      test(`“${english}” is walked through to its end by keyboard`, { tag }, async ({ page }) => {
        const title = say(english);
        await open(page, QUICK);
        await expectState(page, "ready");
        await press(page.getByRole("button", { name: `${title}: ${say("Start")}` }));
        await expect(guide(page).getByRole("heading")).toBeFocused();
        await expect(page).toHaveURL(new RegExp(`lesson=${slug}`));

        const count = Number(await guide(page).getByRole("progressbar").getAttribute("max"));
        const goOn = new RegExp(`^(${say("Next")}|${say("I have looked")})$`);
        for (let step = 0; step < count; step += 1) {
          await expect(guide(page)).toHaveAttribute("data-step", String(step));
          await DEEDS[slug][step]?.(page);
          const next = guide(page).getByRole("button", { name: goOn });
          // A step that asks for a deed opens the way by the deed alone.
          await expect(next).toBeEnabled();
          await expect(page.locator("[data-pointed]")).toHaveCount(1);
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
      });
    }
  });
}

test("a lesson goes on where it was left, in another visit too", async ({ page }) => {
  await open(page, { lesson: "how-sure" });
  for (const _ of [1, 2]) await guide(page).getByRole("button", { name: "Skip" }).click();
  await guide(page).getByRole("button", { name: "Leave the lesson" }).click();
  await expect(page.getByRole("button", { name: "How sure?: Go on at step 3" })).toBeVisible();
  await open(page, { lesson: "how-sure" });
  await expect(guide(page)).toHaveAttribute("data-step", "2");
});

test("a teacher's link hides what was ticked, and the class can bring it back", async ({
  page,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, QUICK);
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
  await expect(page.locator("#setting-epochs")).toHaveValue(String(QUICK.epochs));
  await expect(page.locator("#device")).toBeHidden();
  await expect(page.locator("#leaks")).toBeHidden();
  await page.getByRole("button", { name: "Show everything" }).click();
  await expect(page.locator("#device")).toBeVisible();
  await expect(page).not.toHaveURL(/hide=/);
});
