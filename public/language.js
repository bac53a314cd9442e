// Remembers the language that was chosen, on this phone and without a cookie.
//
// The service worker can not read this storage, so it gets a copy in its cache: then `/` leads to the
// language that was chosen, with and without a network.
{
  const KEY = "markt-visitor-language";
  const copy = language =>
    window.caches?.open("markt-visitor-catalogs").then(cache => cache.put("/chosen-language", new Response(language)));
  try {
    const chosen = localStorage.getItem(KEY);
    const [arrival] = performance.getEntriesByType("navigation");
    if (chosen) {
      const page = `/${chosen}/`;
      // Without a service worker the server chose, as the browser asks for.
      const wasSent = arrival?.redirectCount > 0 && /^\/[a-z-]+\/$/.test(location.pathname);
      if (wasSent && location.pathname !== page) location.replace(page);
      else copy(chosen)?.catch(() => undefined);
    }
  } catch {
    // Storage is switched off: the browser's language holds.
  }
  document.addEventListener("click", ({ target }) => {
    const language = target.closest?.("#sprache a[hreflang]")?.hreflang;
    if (!language) return;
    try {
      localStorage.setItem(KEY, language);
      copy(language)?.catch(() => undefined);
    } catch {
      // It holds for this visit, by the address.
    }
  });
}
