// The words of src/text/, and what a page shows that belongs to another language.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = new URL("../../src/text/", import.meta.url).pathname;

/** What each entry of the catalogue says: its English and its German strings, and its module. */
function entries() {
  const files = readdirSync(FOLDER, { recursive: true }).filter((name) => name.endsWith(".rs"));
  const string = String.raw`"(?:[^"\\]|\\[\s\S])*"`;
  const strings = String.raw`((?:${string}[,\s]*)+)`;
  const entry = new RegExp(String.raw`\ben: ${strings};?\s*de: ${strings}`, "g");
  return files.flatMap((name) => {
    const source = readFileSync(join(FOLDER, name), "utf8");
    const module = name.replace(/\.rs$/, "");
    return [...source.matchAll(entry)].map(([, english, german]) => [english, german, module]);
  });
}

/** One text's words as a visitor sees them. */
const plain = (literal) => literal.trim().replace(/\\\n\s*/g, "").replace(/^"|",?$/g, "");

/**
 * What the page calls something in a browser of this locale, by its English words:
 * `say("You have finished “{lesson}”.", { lesson: "…" })`. Where the same English words are several
 * things in German, those of the first of `modules` that has them.
 */
export function speaker(locale, modules = []) {
  const german = new Map();
  const rank = (module) => (modules.includes(module) ? modules.indexOf(module) : modules.length);
  const ordered = entries().sort((one, other) => rank(other[2]) - rank(one[2]));
  for (const [english, words] of ordered) german.set(plain(english), plain(words));
  return (english, parts = {}) => {
    const words = /^de\b/.test(locale ?? "") ? german.get(english) : english;
    if (words === undefined) throw new Error(`the catalogue has no text “${english}”`);
    return words.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
  };
}

const WORD = /\p{L}[\p{L}’]+/gu;

/** Words, in small letters; a `{part}` of a text is none. */
function words(text) {
  const bare = text.replace(/\\\n\s*/g, "").replace(/\{\w+\}/g, " ");
  return (bare.match(WORD) ?? []).map((word) => word.toLowerCase());
}

/** Words that the catalogue has in one of its languages alone: [only English, only German]. */
export function tellingWords() {
  const all = entries();
  const [english, german] = [0, 1].map((side) => new Set(all.flatMap((pair) => words(pair[side]))));
  // A weekday, which is written where dates are.
  german.add("do");
  return [
    [...english].filter((word) => !german.has(word)),
    [...german].filter((word) => !english.has(word)),
  ];
}

/**
 * Everything on the page that a visitor can read or hear and that holds one of `words`. What stands in
 * an element with a language of its own is left out.
 */
export async function textsWith(page, words) {
  const texts = await page.evaluate(() => {
    const own = document.documentElement.lang;
    const foreign = (element) => {
      const marked = element?.closest("[lang]");
      return marked && marked.getAttribute("lang") !== own;
    };
    const found = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (parent?.closest("script, style, noscript") || foreign(parent)) continue;
      found.push(node.data);
    }
    const spoken = ["aria-label", "aria-description", "aria-valuetext", "title", "placeholder", "alt"];
    for (const name of spoken) {
      for (const element of document.body.querySelectorAll(`[${name}]`)) {
        if (!foreign(element)) found.push(element.getAttribute(name));
      }
    }
    return found.map((text) => text.trim()).filter(Boolean);
  });
  const telling = new Set(words);
  return [...new Set(texts)].flatMap((text) => {
    const strange = (text.match(WORD) ?? []).filter((word) => telling.has(word.toLowerCase()));
    return strange.length ? [`${strange.join(", ")}: ${text}`] : [];
  });
}
