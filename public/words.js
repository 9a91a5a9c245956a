// Asks for the page's words while its code is on the way: those of the language that the page is going
// to choose, by the same rule (src/app/language.rs). Were it another, the page would ask again itself.
(() => {
  const addresses = new Map(
    [...document.querySelectorAll("link[data-words]")].map(({ dataset, href }) => [dataset.words, href]),
  );
  let kept = null;
  try {
    kept = localStorage.getItem("hindcast.language");
  } catch {
    // The browser keeps nothing.
  }
  const wanted = [kept, ...navigator.languages, "en"].filter(Boolean);
  const tag = wanted
    .map((tag) => tag.toLowerCase().split(/[-_]/)[0])
    .find((tag) => addresses.has(tag));
  if (!tag) return;
  const preload = document.createElement("link");
  preload.rel = "preload";
  preload.as = "fetch";
  preload.crossOrigin = "anonymous";
  preload.href = addresses.get(tag);
  document.head.append(preload);
})();
