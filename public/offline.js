// Has the browser keep the site once the page stands, so that it works without a network from then
// on. Not on this machine's own addresses, where a kept version would hide what a developer has just
// built; `?offline` asks for it there all the same.
(() => {
  if (!("serviceWorker" in navigator)) return;
  const local = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
  if (local && !new URLSearchParams(location.search).has("offline")) return;
  // The page and its engine come first: a first visit should not wait for its own copy.
  const delay = 2000;
  addEventListener("load", () => {
    setTimeout(() => {
      // Where the browser refuses (a private window, a full disk), the page works as before.
      navigator.serviceWorker.register("service-worker.js").catch(() => {});
    }, delay);
  });
})();
