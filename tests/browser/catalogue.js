// The words of locales/, and what a page shows that belongs to another language.
import { readFileSync } from "node:fs";

/** A language's messages by their key: the forms of each, as a visitor sees them, parts as `{name}`. */
function messages(tag) {
  const file = new URL(`../../locales/${tag}.ftl`, import.meta.url);
  const found = new Map();
  let forms = [];
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const message = /^([a-z_]+-\w+) =(?: (.*))?$/.exec(line);
    if (message) found.set(message[1], (forms = []));
    // On the message's own line, on lines of their own, or by a count.
    const words = message ? message[2] : /^ +(?:\*?\[\w+\] )?(.+)$/.exec(line)?.[1];
    if (words && !words.endsWith("->")) forms.push(plain(words));
  }
  return found;
}

const plain = (words) =>
  words.replace(/\{ \$(\w+) \}/g, "{$1}").replace(/\{ "([^"]*)" \}/g, "$1");

/** Each form of each message: its English words, those in another language, and its module. */
function entries(tag) {
  const others = messages(tag);
  return [...messages("en")].flatMap(([key, forms]) =>
    forms.map((english, at) => [english, others.get(key)?.[at] ?? "", key.split("-")[0]]),
  );
}

/**
 * What the page calls something in a browser of this locale, by its English words:
 * `say("You have finished “{lesson}”.", { lesson: "…" })`. Where the same English words are several
 * things there, those of the first of `modules` that has them.
 */
export function speaker(locale, modules = []) {
  const said = new Map();
  const rank = (module) => (modules.includes(module) ? modules.indexOf(module) : modules.length);
  const tag = (locale ?? "en").split("-")[0];
  const ordered = entries(tag).sort((one, other) => rank(other[2]) - rank(one[2]));
  for (const [english, words] of ordered) said.set(english, words);
  return (english, parts = {}) => {
    const words = said.get(english);
    if (words === undefined) throw new Error(`the catalogue has no text “${english}”`);
    return words.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
  };
}

const WORD = /\p{L}[\p{L}’]+/gu;

/** Words, in small letters; a `{part}` of a text is none. */
function words(text) {
  const bare = text.replace(/\{\w+\}/g, " ");
  return (bare.match(WORD) ?? []).map((word) => word.toLowerCase());
}

/** Words that English or the other language has alone: [only English, only the other]. */
export function tellingWords(tag) {
  const all = entries(tag);
  const [english, other] = [0, 1].map((side) => new Set(all.flatMap((pair) => words(pair[side]))));
  return [
    [...english].filter((word) => !other.has(word)),
    [...other].filter((word) => !english.has(word)),
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
      if (parent?.closest("script, style, noscript, [translate=no]") || foreign(parent)) continue;
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
