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
  const { CompileError, RuntimeError } = WebAssembly;
  const sayWhy = (reason) => {
    // The page has started, and says itself what went wrong.
    if (reason instanceof RuntimeError) return;
    say(reason instanceof CompileError ? "webassembly" : "file");
  };
  // A file that did not arrive is an event of its element, which does not bubble. Code that is refused, cut
  // short or not there is an error of the module that waits for it: of the window, with that module's name.
  addEventListener(
    "error",
    ({ target, filename, error }) => {
      if (target !== window) say("file");
      else if (filename?.startsWith(location.origin)) sayWhy(error);
    },
    true,
  );
  addEventListener("unhandledrejection", ({ reason }) => sayWhy(reason));
  addEventListener("hindcast-no-words", () => say("file"));
  setTimeout(() => say("slow"), SLOW_AFTER_MS);
  document.getElementById("load-again")?.addEventListener("click", () => location.reload());
})();
