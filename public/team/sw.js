// Keeps the team app on the phone. It knows its own files and the catalog, nothing else: no page of
// visitors, no API, no database. The visitor app on the same origin has a worker and caches of its own.

const CACHE = "markt-team-%BUILD_ID%";
const CATALOG_CACHE = "markt-team-catalog";
const PREFIX = "markt-team-";
const SHELL = "/team/";
const DESK_SHELL = "/team/tisch";
const CURRENT = "/catalog/current";
const FILES = /*PRECACHE*/[];
// Only organisers need these; they are kept from the first time that one works in this browser.
const DESK_FILES = /*KEPT:desk*/[];
const KEPT = new Set([...FILES, "/team/icon.svg"]);
const DESK = new Set(DESK_FILES.filter((path) => !KEPT.has(path)));

// A phone in the park has one bar of network at best; what is here is better than waiting.
const PATIENCE_MS = 3000;

self.addEventListener("install", (event) => {
  event.waitUntil(install());
});

self.addEventListener("activate", (event) => {
  event.waitUntil(activate());
});

self.addEventListener("message", (event) => {
  // Only the reader's consent lets a newer version take over.
  if (event.data === "take-over") self.skipWaiting();
  if (event.data === "keep-desk") event.waitUntil(keepDesk());
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    event.respondWith(kept(isDesk(url.pathname) ? DESK_SHELL : SHELL, request));
  } else if (KEPT.has(url.pathname) || DESK.has(url.pathname)) {
    event.respondWith(kept(url.pathname, request));
  } else if (url.pathname === CURRENT) {
    event.respondWith(currentCatalog(request));
  } else if (url.pathname.startsWith("/catalog/")) {
    event.respondWith(snapshot(request));
  }
});

async function install() {
  const cache = await caches.open(CACHE);
  // Around the browser's own cache: names without a hash may be old in it.
  await cache.addAll([...KEPT].map((path) => new Request(path, { cache: "reload" })));
  // An organiser's browser has the desk of the version before.
  if (await caches.match(DESK_SHELL)) await keepDesk();
  // Recording needs the catalog, but a missing catalog must not keep the app itself from the phone.
  await keepCatalog().catch(() => {});
}

async function keepDesk() {
  const cache = await caches.open(CACHE);
  if (await cache.match(DESK_SHELL)) return;
  await cache.addAll([...DESK].map((path) => new Request(path, { cache: "reload" })));
}

function isDesk(path) {
  return path === DESK_SHELL || path.startsWith(`${DESK_SHELL}/`);
}

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE && name !== CATALOG_CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

async function kept(path, request) {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

async function currentCatalog(request) {
  const cache = await caches.open(CATALOG_CACHE);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (answer.ok) {
      await cache.put(CURRENT, answer.clone());
      return answer;
    }
  } catch {
    // No network: below.
  }
  return (await cache.match(CURRENT)) ?? Response.error();
}

async function snapshot(request) {
  const cache = await caches.open(CATALOG_CACHE);
  const here = await cache.match(request.url);
  if (here) return here;
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request.url, answer.clone());
    await forgetOldSnapshots(cache);
  }
  return answer;
}

async function keepCatalog() {
  const cache = await caches.open(CATALOG_CACHE);
  await cache.add(CURRENT);
  const wanted = new Set(["de", ...self.navigator.languages.map((language) => language.split("-")[0])]);
  const snapshots = (await currentSnapshots(cache)).filter(({ name }) => wanted.has(name.replace("-small-print", "")));
  await Promise.all(
    snapshots.map(async ({ path }) => (await cache.match(path)) ?? cache.add(path)),
  );
}

// Lines `<language> <hash>` and `<language>-small-print <hash>`; others say something else.
async function currentSnapshots(cache) {
  const text = await (await cache.match(CURRENT))?.text();
  return (text ?? "")
    .split("\n")
    .map((line) => line.split(" "))
    .filter(([name, hash]) => hash && name !== "today" && name !== "build")
    .map(([name, hash]) => ({ name, path: `/catalog/${name}/${hash}` }));
}

async function forgetOldSnapshots(cache) {
  const current = new Set((await currentSnapshots(cache)).map(({ path }) => path));
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== CURRENT && !current.has(pathname)) await cache.delete(request);
  }
}
