// Asks for the page's words while its code is on the way, and says the first frame in them: those of the
// language that the page is going to choose, by the same rule (src/app/language.rs). Were it another, the
// page would ask again itself.
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
  // What is painted before the page's code runs was served in English.
  const sayFrame = () => {
    const link = document.querySelector(`link[data-words="${tag}"]`);
    for (const element of document.querySelectorAll("[data-says]")) {
      element.textContent = link.getAttribute(`data-${element.dataset.says}`);
      element.lang = tag;
    }
  };
  if (tag !== "en") {
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", sayFrame);
    else sayFrame();
  }
  const preload = document.createElement("link");
  preload.rel = "preload";
  preload.as = "fetch";
  preload.crossOrigin = "anonymous";
  preload.href = addresses.get(tag);
  document.head.append(preload);
})();
