// The visitor app without a network.
//
// Keeps this build's files, the shell page of each language, pages that were seen and the catalogs
// they were made from; and after all that the forms, in the languages that are being read. It answers nothing of the team app, of the API or of the sync socket, and
// deletes only caches of its own app. A new version waits until the page says `activate`.

const BUILD = "%BUILD_ID%";
const FILES = /*PRECACHE*/[];
const FORMS = /*FORMS*/[];
const FORM_PAGES = ["kontakt", "frage", "rueckmeldung", "traeger-werden", "anfragen"];

const OWN = "markt-visitor-";
const FILES_CACHE = `${OWN}files-${BUILD}`;
const PAGES_CACHE = `${OWN}pages-${BUILD}`;
// Addresses of catalogs name their content, so they outlive builds.
const CATALOGS_CACHE = `${OWN}catalogs`;

const CURRENT = "/catalog/current";
const LAST_LANGUAGE = "/last-language";
const PATIENCE_MS = 2000;
const MAX_PAGES = 60;

const listed = new Set([...FILES, ...FORMS, "/scheme.js"]);
const needed = [...FILES, "/scheme.js"];
const shell = language => `/${language}/huelle`;
const isForm = path => FORM_PAGES.some(form => path.endsWith(`/${form}`));
const languageOf = path => path.match(/^\/([a-z]{2,3}(?:-[a-z]+)*)\//)?.[1];

self.addEventListener("install", event => event.waitUntil(install()));
self.addEventListener("activate", event => event.waitUntil(activate()));
self.addEventListener("message", event => {
  if (event.data === "activate") self.skipWaiting();
});
self.addEventListener("fetch", event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (url.pathname === CURRENT) event.respondWith(current(request));
  else if (url.pathname.startsWith("/catalog/")) event.respondWith(catalog(request, url));
  else if (listed.has(url.pathname)) event.respondWith(file(request, url));
  else if (request.mode === "navigate" && (url.pathname === "/" || languageOf(url.pathname)) && !/^\/(team|api)\//.test(url.pathname))
    event.respondWith(page(event, url));
});

async function install() {
  const files = await caches.open(FILES_CACHE);
  await files.addAll(needed);
  const answer = await fetch(CURRENT, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${CURRENT}: ${answer.status}`);
  const catalogs = await caches.open(CATALOGS_CACHE);
  await catalogs.put(CURRENT, answer.clone());
  const published = (await answer.text())
    .split("\n")
    .map(line => line.split(" "))
    .filter(([language]) => FILES.some(path => path.startsWith(`/assets/${language}-visitor`)));
  await files.addAll(published.map(([language]) => shell(language)));
  // Catalogs are the largest part: only those of the languages that are being read.
  const read = await languagesInUse();
  const language = [...read].find(language => published.some(([known]) => known === language)) ?? published[0]?.[0];
  if (language) await catalogs.put(LAST_LANGUAGE, new Response(language));
  await Promise.all(
    published
      .filter(([known]) => read.has(known) || known === language)
      .map(([language, hash]) => catalogs.add(`/catalog/${language}/${hash}`)),
  );
  // They come last, and without them everything else works.
  await Promise.all([...read, language].filter(Boolean).map(keepForms)).catch(() => undefined);
}

// What the forms need in a language, unless it is here; the words of others stay away.
async function keepForms(language) {
  const files = await caches.open(FILES_CACHE);
  const words = FORMS.filter(path => path.endsWith(".bin"));
  const parts = FORMS.filter(path => !path.endsWith(".bin") || path.startsWith(`/assets/${language}-ask`));
  if (!words.some(path => path.startsWith(`/assets/${language}-ask`))) return;
  const wanted = [...parts, ...FORM_PAGES.map(form => `/${language}/${form}`)];
  const kept = await Promise.all(wanted.map(path => files.match(path)));
  await files.addAll(wanted.filter((_, at) => !kept[at]));
}

async function languagesInUse() {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const languages = new Set(windows.map(({ url }) => languageOf(new URL(url).pathname)));
  const last = await caches.match(LAST_LANGUAGE, { cacheName: CATALOGS_CACHE });
  if (last) languages.add(await last.text());
  languages.delete(undefined);
  return languages;
}

async function activate() {
  const kept = [FILES_CACHE, PAGES_CACHE, CATALOGS_CACHE];
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(OWN) && !kept.includes(name)).map(name => caches.delete(name)));
  await self.clients.claim();
}

async function file(request, url) {
  const kept = await caches.match(url.pathname, { cacheName: FILES_CACHE });
  return kept ?? fetch(request);
}

// The server first; what was kept carries a mark, so that the page knows that the server is away.
async function current(request) {
  const catalogs = await caches.open(CATALOGS_CACHE);
  try {
    const answer = await fetch(request);
    if (!answer.ok) throw new Error(`${answer.status}`);
    await catalogs.put(CURRENT, answer.clone());
    return answer;
  } catch (error) {
    const kept = await catalogs.match(CURRENT);
    if (!kept) throw error;
    return new Response(kept.body, { headers: { "content-type": "text/plain; charset=utf-8", "markt-kept": "1" } });
  }
}

async function catalog(request, url) {
  const catalogs = await caches.open(CATALOGS_CACHE);
  const kept = await catalogs.match(url.pathname);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    await catalogs.put(url.pathname, answer.clone());
    const [, , language] = url.pathname.split("/");
    for (const { url: other } of await catalogs.keys()) {
      const path = new URL(other).pathname;
      if (path.startsWith(`/catalog/${language}/`) && path !== url.pathname) await catalogs.delete(other);
    }
  }
  return answer;
}

// The network, for a short while; then this very page as it was seen; then the shell, which the app
// fills from the catalog.
async function page(event, url) {
  const pages = await caches.open(PAGES_CACHE);
  const network = fetch(event.request).then(answer => {
    if (answer.status >= 500) throw new Error(`${answer.status}`);
    if (answer.ok && !answer.redirected) event.waitUntil(keep(pages, url, answer.clone()));
    const language = languageOf(url.pathname);
    if (language) event.waitUntil(keepForms(language).catch(() => undefined));
    return answer;
  });
  // Late, it still brings the kept page up to date.
  event.waitUntil(network.catch(() => undefined));
  const patience = new Promise((_, reject) => setTimeout(reject, PATIENCE_MS, new Error("the server is slow")));
  try {
    return await Promise.race([network, patience]);
  } catch {
    return (await pages.match(address(url))) ?? (await form(url)) ?? (await frame(url)) ?? network;
  }
}

// The page of a form is the same for whatever it is asked about; its program reads the address.
async function form(url) {
  if (isForm(url.pathname)) return caches.match(url.pathname, { cacheName: FILES_CACHE });
}

async function frame(url) {
  const language = languageOf(url.pathname);
  if (language) return caches.match(shell(language), { cacheName: FILES_CACHE });
  const last = await caches.match(LAST_LANGUAGE, { cacheName: CATALOGS_CACHE });
  return last && Response.redirect(`/${await last.text()}/`, 302);
}

async function keep(pages, url, answer) {
  await pages.delete(address(url));
  await pages.put(address(url), answer);
  const seen = await pages.keys();
  await Promise.all(seen.slice(0, Math.max(0, seen.length - MAX_PAGES)).map(request => pages.delete(request)));
  const language = languageOf(url.pathname);
  if (language) {
    const catalogs = await caches.open(CATALOGS_CACHE);
    await catalogs.put(LAST_LANGUAGE, new Response(language));
  }
}

// A page with a query is another page than the one without it.
function address(url) {
  return url.pathname + url.search;
}
