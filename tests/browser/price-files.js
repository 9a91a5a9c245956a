// Price files made here, and the ways by which a visitor brings one.
import { dailyAdjusted, randomWalk } from "./alpha-vantage.js";
import { reveal } from "./screen.js";

/** A table of `Date,Open,High,Low,Close,Volume`, oldest first. */
export function csvTable(walk) {
  const rows = walk.map(({ date, price }) => {
    const cells = [price * 0.999, price * 1.01, price * 0.98, price].map((it) => it.toFixed(4));
    return [date, ...cells, Math.round(price * 10_000)].join(",");
  });
  return `Date,Open,High,Low,Close,Volume\n${rows.join("\n")}\n`;
}

/** 15,000 trading days: all the history that there is of the oldest shares. */
export const LARGE_CSV = () => csvTable(randomWalk({ rows: 15_000 }));

/** A saved answer of Alpha Vantage of 1.8 MB, as its full daily histories are. */
export const LARGE_JSON = () => dailyAdjusted("LARGE", randomWalk({ rows: 5_300 }));

/** Dates that are weekdays in order whether the day or the month comes first. */
export const AMBIGUOUS = [
  "Datum;Schlusskurs",
  "03/04/2024;1.234,5",
  "04/04/2024;1.240,5",
  "09/04/2024;1.229,0",
  "10/04/2024;1.251,5",
  "11/04/2024;1.255,0",
  "12/04/2024;1.249,5",
].join("\n");

export async function choose(page, name, text) {
  const file = await reveal(page, "price-file");
  await file.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(text) });
}

async function transfer(page, name, text) {
  return page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: "text/csv" }));
      return data;
    },
    [name, text],
  );
}

/** Drags a file over the page, and drops it there unless `drop` is false. */
export async function drag(page, name, text, { drop = true } = {}) {
  const dataTransfer = await transfer(page, name, text);
  const target = page.locator("#content");
  await target.dispatchEvent("dragenter", { dataTransfer });
  await target.dispatchEvent("dragover", { dataTransfer });
  if (drop) await target.dispatchEvent("drop", { dataTransfer });
}

/** Pastes text where `selector` is, as the clipboard's event brings it. */
export async function paste(page, text, selector = "body") {
  await page.locator(selector).evaluate((element, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    element.dispatchEvent(event);
  }, text);
}
