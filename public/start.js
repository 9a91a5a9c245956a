// Says why the page does not start, where it does not: the words stand in index.html. Once the page has
// taken the frame's place, this has nothing more to say.
(() => {
  /** How long a start may take before the visitor is told that it is not over. */
  const SLOW_AFTER_MS = 20000;

  const say = (cause) => {
    const place = document.getElementById("cannot-start");
    // The page has started, or an earlier cause is the reason for this one.
    if (!place || (!place.hidden && place.dataset.cause !== "slow")) return;
    for (const text of place.querySelectorAll("[data-cause]")) {
      text.hidden = text.dataset.cause !== cause;
    }
    place.dataset.cause = cause;
    place.hidden = false;
  };

  const missing = () => {
    if (location.protocol === "file:") return "server";
    if (typeof WebAssembly !== "object") return "webassembly";
    return null;
  };

  const cause = missing();
  if (cause) return say(cause);
  // A file that did not arrive is an event of its element, which does not bubble; code that is refused or
  // cut short is a promise that nobody waits for.
  addEventListener("error", ({ target }) => target !== window && say("file"), true);
  addEventListener("unhandledrejection", ({ reason }) => {
    const refused = typeof WebAssembly.CompileError === "function" && reason instanceof WebAssembly.CompileError;
    say(refused ? "webassembly" : "file");
  });
  addEventListener("hindcast-no-words", () => say("file"));
  setTimeout(() => say("slow"), SLOW_AFTER_MS);
  document.getElementById("load-again")?.addEventListener("click", () => location.reload());
})();
