// Keeps the site in the browser, so that after the first visit everything but Alpha Vantage works
// without a network. `cargo xtask` writes the first lines: VERSION, PAGE (the text of index.html) and
// FILES (the names of all other files; those that matter carry their content's hash).
//
// A version is kept whole or not at all. What such a name stands for never changes, so a page that is
// still open goes on with its own trainer, charts and modules when a newer version takes over, and
// never sees a file of the other.
/* global VERSION, PAGE, FILES */

const SCOPE = new URL("./", location.href);
// Of this site alone: other sites may lie in other folders of the same host.
const OWN = `hindcast ${SCOPE.pathname} `;
const CACHE = OWN + VERSION;

/** Whether the name carries its content's hash: then it never stands for anything else. */
const isLasting = (name) => /-[0-9a-f]{12,}[._-]/.test(name);
const address = (name) => new URL(name, SCOPE).href;

async function ownCaches() {
  return (await caches.keys()).filter((name) => name.startsWith(OWN));
}

/** The file as any kept version has it. */
async function kept(name) {
  for (const cache of await ownCaches()) {
    const response = await caches.match(address(name), { cacheName: cache });
    if (response) return response;
  }
  return undefined;
}

async function fetched(name) {
  const response = await fetch(address(name), {
    cache: isLasting(name) ? "default" : "reload",
  });
  if (!response.ok) throw new Error(`${name} came with status ${response.status}`);
  return name === "index.html" ? asKept(response) : response;
}

/** The page as it is kept. */
async function asKept(response) {
  const text = await response.text();
  // Half-way through a publication, the page may be older or newer than this list of files.
  if (text !== PAGE) throw new Error("index.html is of another version");
  // Some hosts redirect from index.html to its folder, and a browser takes no redirected answer for a
  // visit: so it is made anew, with the host's headers but for those of how it was sent.
  const headers = new Headers(response.headers);
  headers.delete("content-encoding");
  headers.delete("content-length");
  return new Response(text, { headers });
}

async function install() {
  try {
    const cache = await caches.open(CACHE);
    const files = ["index.html", ...FILES];
    await Promise.all(
      files.map(async (name) => {
        const known = isLasting(name) ? await kept(name) : undefined;
        await cache.put(address(name), known ?? (await fetched(name)));
      }),
    );
  } catch (error) {
    // Tried again on the next visit.
    await caches.delete(CACHE);
    throw error;
  }
}

/** Versions older than the one before this have no page open, or one that a reload mends. */
async function forgetOldVersions() {
  const older = (await ownCaches()).filter((name) => name !== CACHE);
  await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
}

async function answer(request, name) {
  if (request.mode === "navigate" && (name === "" || name === "index.html")) {
    const page = await caches.match(address("index.html"), { cacheName: CACHE });
    return page ?? fetch(request);
  }
  const own = await caches.match(address(name), { cacheName: CACHE });
  return own ?? (await kept(name)) ?? fetch(request);
}

self.addEventListener("install", (event) => {
  event.waitUntil(install().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(forgetOldVersions().then(() => self.clients.claim()));
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const { origin, pathname } = new URL(url);
  // Alpha Vantage's answers are none of its business.
  if (method !== "GET" || origin !== SCOPE.origin || !pathname.startsWith(SCOPE.pathname)) return;
  event.respondWith(answer(event.request, pathname.slice(SCOPE.pathname.length)));
});
