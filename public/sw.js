// The visitor app without a network.
//
// Keeps this build's files, pages that were seen and the catalogs they were made from; words, shell page
// and catalog only in the languages that are being read. It answers nothing of the team app, of the API or
// of the sync socket, and deletes only caches of its own app. A new version waits until the page says `activate`.

const BUILD = "%BUILD_ID%";
const FILES = /*PRECACHE*/[];
// Pages that the visitor app does not make, and the files of the program that brings them to life. The server
// sends everyone the same such page; what a query names in it, the program fills in.
const ASK = /*KEPT:ask*/[];
const ABOUT = /*KEPT:about*/[];
const READ = [];
const PROGRAMS = {
  ansicht: ABOUT,
  info: ABOUT,
  quittung: ABOUT,
  liste: /*KEPT:list*/[],
  kontakt: ASK,
  frage: ASK,
  rueckmeldung: ASK,
  "traeger-werden": ASK,
  anfragen: ASK,
  impressum: READ,
  datenschutz: READ,
  barrierefreiheit: READ,
};

const OWN = "markt-visitor-";
const FILES_CACHE = `${OWN}files-${BUILD}`;
const PAGES_CACHE = `${OWN}pages-${BUILD}`;
// Addresses of catalogs name their content, so they outlive builds.
const CATALOGS_CACHE = `${OWN}catalogs`;

const CURRENT = "/catalog/current";
const LAST_LANGUAGE = "/last-language";
// Written by /language.js.
const CHOSEN_LANGUAGE = "/chosen-language";
// How long the server may take: with this very page at hand, hardly any time, since the app looks for news
// itself; with only the frame, longer.
const PATIENCE_MS = { seen: 200, frame: 500 };
const MAX_PAGES = 60;

const later = [...new Set(Object.values(PROGRAMS).flat())].filter(path => !FILES.includes(path));
const listed = new Set([...FILES, ...later, "/language.js", "/speak.js", "/offered.js", "/saved-count.js"]);
const shell = (language, page) => `/${language}/${page in PROGRAMS ? page : "huelle"}`;
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
  else if (url.pathname.startsWith("/catalog/")) event.respondWith(catalog(event, url));
  else if (url.pathname.startsWith("/kalender/")) event.respondWith(calendar(request, url));
  else if (listed.has(url.pathname)) event.respondWith(file(request, url));
  else if (request.mode === "navigate" && (url.pathname === "/" || languageOf(url.pathname)) && !/^\/(team|api)\//.test(url.pathname))
    event.respondWith(page(event, url));
});

const languageOfWords = path => path.match(/^\/assets\/(.+)-[a-z]+-[0-9a-f]+\.bin$/)?.[1];

async function install() {
  const answer = await fetch(CURRENT, { cache: "no-store" });
  if (!answer.ok) throw new Error(`${CURRENT}: ${answer.status}`);
  const catalogs = await caches.open(CATALOGS_CACHE);
  await catalogs.put(CURRENT, answer.clone());
  const languages = (await answer.text())
    .split("\n")
    .map(line => line.split(" "))
    .filter(([language]) => FILES.some(path => languageOfWords(path) === language));
  const read = await languagesInUse();
  const language = [...read].find(language => languages.some(([known]) => known === language)) ?? languages[0]?.[0];
  if (language) await catalogs.put(LAST_LANGUAGE, new Response(language));
  const kept = languages.filter(([known]) => read.has(known) || known === language);
  const isKept = path => {
    const words = languageOfWords(path);
    return !words || kept.some(([known]) => known === words);
  };
  const files = await caches.open(FILES_CACHE);
  const needed = [...listed].filter(path => isKept(path) && !later.includes(path));
  await files.addAll([...needed, ...kept.map(([language]) => shell(language))]);
  await Promise.all(kept.map(([language, hash]) => catalogs.add(`/catalog/${language}/${hash}`)));
  // Programs of their own come last: the visitor app can do without them, and what is missing comes with
  // the next page.
  await add(files, kept.flatMap(([language]) => extras(language))).catch(() => undefined);
  await Promise.all(kept.map(([language]) => keepSmallPrint(language)));
  await keepOpenPages().catch(() => undefined);
}

// Pages that were loaded before there was a service worker: they are what is opened next.
async function keepOpenPages() {
  const pages = await caches.open(PAGES_CACHE);
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const open = windows.map(({ url }) => new URL(url)).filter(({ pathname }) => languageOf(pathname) && !/^\/(team|api)\//.test(pathname));
  await pages.addAll([...new Set(open.map(address))]);
}

// Consent texts and the questionnaire: the forms need them, the visitor app does not.
async function keepSmallPrint(language) {
  const name = `${language}-small-print`;
  const catalogs = await caches.open(CATALOGS_CACHE);
  const lines = await (await catalogs.match(CURRENT))?.text();
  const hash = lines?.split("\n").map(line => line.split(" ")).find(([known]) => known === name)?.[1];
  if (hash) await published(`/catalog/${name}/${hash}`).catch(() => undefined);
}

// Where there is no network, the season's file stands in for that of one date.
const season = language => `/kalender/saison.ics?sprache=${language}`;

// What the visitor app can do without in a language: the programs of other pages, and its calendar.
const extras = language => [
  ...later.filter(path => [undefined, language].includes(languageOfWords(path))),
  ...Object.keys(PROGRAMS).map(page => shell(language, page)),
  season(language),
];

// Fetches what is not here yet.
async function add(files, paths) {
  const wanted = [...new Set(paths)];
  const here = await Promise.all(wanted.map(path => files.match(path)));
  await files.addAll(wanted.filter((_, at) => !here[at]));
}

async function calendar(request, url) {
  try {
    const answer = await fetch(request);
    if (answer.status >= 500) throw new Error(`${answer.status}`);
    return answer;
  } catch (error) {
    const kept = await caches.match(season(url.searchParams.get("sprache")), { cacheName: FILES_CACHE });
    if (!kept) throw error;
    return kept;
  }
}

async function languagesInUse() {
  const windows = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const languages = new Set(windows.map(({ url }) => languageOf(new URL(url).pathname)));
  for (const address of [CHOSEN_LANGUAGE, LAST_LANGUAGE]) languages.add(await noted(address));
  languages.delete(undefined);
  return languages;
}

async function noted(address) {
  const note = await caches.match(address, { cacheName: CATALOGS_CACHE });
  return note?.text();
}

async function activate() {
  const kept = [FILES_CACHE, PAGES_CACHE, CATALOGS_CACHE];
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(OWN) && !kept.includes(name)).map(name => caches.delete(name)));
  await self.clients.claim();
}

async function file(request, url) {
  const kept = await caches.match(url.pathname, { cacheName: FILES_CACHE });
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) {
    const files = await caches.open(FILES_CACHE);
    await files.put(url.pathname, answer.clone());
  }
  return answer;
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

async function catalog(event, url) {
  const [, , name] = url.pathname.split("/");
  // What belongs to a new catalog is new as well.
  if (FILES.some(path => languageOfWords(path) === name)) event.waitUntil(keepSmallPrint(name));
  return published(url.pathname);
}

// A catalog or small print by its address, which names its content; of each, the last is kept.
async function published(address) {
  const catalogs = await caches.open(CATALOGS_CACHE);
  const kept = await catalogs.match(address);
  if (kept) return kept;
  const answer = await fetch(address);
  if (answer.ok) {
    await catalogs.put(address, answer.clone());
    const [, , name] = address.split("/");
    for (const { url: other } of await catalogs.keys()) {
      const path = new URL(other).pathname;
      if (path.startsWith(`/catalog/${name}/`) && path !== address) await catalogs.delete(other);
    }
  }
  return answer;
}

// The network, for a short while; then this very page as it was seen; then the shell, which the app
// fills from the catalog.
async function page(event, url) {
  if (url.pathname === "/") {
    const chosen = await noted(CHOSEN_LANGUAGE);
    // A language that is no longer published has no shell.
    if (chosen && (await caches.match(shell(chosen), { cacheName: FILES_CACHE })))
      return Response.redirect(`/${chosen}/`, 302);
  }
  const pages = await caches.open(PAGES_CACHE);
  const seen = await pages.match(address(url));
  const network = fetch(event.request).then(answer => {
    if (answer.status >= 500) throw new Error(`${answer.status}`);
    if (answer.ok && !answer.redirected) event.waitUntil(keep(pages, url, answer.clone()));
    return answer;
  });
  // Late, it still brings the kept page up to date.
  event.waitUntil(network.catch(() => undefined));
  const patience = new Promise((_, reject) => setTimeout(reject, seen ? PATIENCE_MS.seen : PATIENCE_MS.frame, new Error("the server is slow")));
  try {
    return await Promise.race([network, patience]);
  } catch {
    return seen ?? (await frame(url)) ?? network;
  }
}

async function frame(url) {
  const language = languageOf(url.pathname);
  const page = url.pathname.split("/")[2];
  const kept = language && (await caches.match(shell(language, page), { cacheName: FILES_CACHE }));
  const last = await noted(LAST_LANGUAGE);
  if (kept || !last || last === language) return kept;
  // A language that was never read is not here: the same page in the one that was.
  return Response.redirect(language ? address(url).replace(`/${language}/`, `/${last}/`) : `/${last}/`, 302);
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
    const files = await caches.open(FILES_CACHE);
    await add(files, [shell(language), ...extras(language)]);
  }
}

// A page with a query is another page than the one without it.
function address(url) {
  return url.pathname + url.search;
}
