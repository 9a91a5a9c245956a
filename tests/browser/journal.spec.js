// The forecast journal: a forecast kept today, scored when the day is there.
import { test, expect } from "./fixtures.js";
import { goodAnswer } from "./alpha-vantage.js";
import { counts, records } from "./kept.js";
import { openTab } from "./screen.js";
import { expectState, loadPrices, open, report, SMALL, train } from "./steps.js";

const KEY = "K3YOFATEST0000XY";
const QUICK = { ...SMALL, epochs: 2, device: "cpu" };
const SERIES = "Time Series (Daily)";
const journal = (page) => page.getByTestId("journal");

/** The usual answer without its newest days. */
function upTo(url, missing) {
  const answer = JSON.parse(goodAnswer(url));
  const dates = Object.keys(answer[SERIES]).sort();
  for (const date of dates.slice(dates.length - missing)) delete answer[SERIES][date];
  return JSON.stringify(answer);
}

test("a forecast is kept, survives a reload, and is scored when its day is there", async ({
  page,
  alphaVantage,
}) => {
  alphaVantage.answerWith((url) => upTo(url, 1));
  await open(page, QUICK);
  await loadPrices(page, { symbol: "MSFT", key: KEY });
  await expect(page).toHaveURL(/MSFT/);
  await expectState(page, "ready");
  await expect(journal(page)).toHaveCount(0);
  await train(page);
  const { forecast } = (await report(page)).json;
  await page.getByRole("button", { name: "Keep this forecast" }).click();
  await expect(page.locator("#to-journal"), "the button is gone").toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#journal-title")).toBeFocused();
  await expect(page.getByTestId("journal-tally")).toHaveText("1 forecast waits for its day.");
  await expect(page.getByRole("button", { name: "Keep this forecast" })).toHaveCount(0);
  await expect.poll(() => counts(page)).toMatchObject({ journal: 1 });
  expect(JSON.stringify(await records(page))).not.toContain(KEY);

  // The same prices tell nothing new.
  await page.reload();
  await expect(page.getByTestId("facts")).toHaveAttribute("data-rows", "299");
  await openTab(page, "runs");
  await expect(journal(page)).toContainText("waits for its day");

  alphaVantage.answerWith((url) => upTo(url, 0));
  await loadPrices(page, { symbol: "MSFT", key: KEY });
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByTestId("facts")).toHaveAttribute("data-rows", "300");
  await openTab(page, "runs");
  const [row] = await journal(page).locator("tbody tr").all();
  await expect(row).toContainText(/(inside|outside)/);
  const newest = JSON.parse(goodAnswer(alphaVantage.requests.at(-1)))[SERIES];
  const actual = Number(newest[Object.keys(newest).sort().at(-1)]["5. adjusted close"]);
  const cells = await row.locator("td").allInnerTexts();
  expect(Number(cells[3])).toBeCloseTo(Math.abs(actual - forecast.price), 1);
  expect(Number(cells[4])).toBeCloseTo(Math.abs(actual - forecast.last_price), 1);
  const inside = actual >= forecast.low && actual <= forecast.high;
  const closer = Math.abs(actual - forecast.price) < Math.abs(actual - forecast.last_price);
  const tally = `1 forecast: ${inside ? 1 : 0} inside the 80 % interval, ${closer ? 1 : 0} closer than “no change”.`;
  await expect(page.getByTestId("journal-tally")).toHaveText(tally);

  // It stays scored, and can be taken out.
  await expect
    .poll(async () => Object.values((await records(page)).journal ?? {}).join())
    .not.toContain('"outcome":null');
  await open(page);
  await openTab(page, "runs");
  await expect(page.getByTestId("journal-tally")).toHaveText(tally);
  await journal(page).getByRole("button", { name: /^Delete the forecast of MSFT/ }).click();
  await expect(journal(page)).toHaveCount(0);
  await expect.poll(async () => (await records(page)).journal).toEqual({});
});
