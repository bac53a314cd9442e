// Hears what a screen reader would be told: words that change in a live region which was there before, and alerts.
window.heard = [];
{
  const REGIONS = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
  const known = new WeakMap();
  const listen = () => {
    for (const region of document.querySelectorAll(REGIONS)) {
      const words = region.textContent.replace(/\s+/g, " ").trim();
      const isNew = !known.has(region);
      if (words && known.get(region) !== words && (!isNew || region.matches("[role=alert]"))) window.heard.push(words);
      known.set(region, words);
    }
  };
  const watch = () => {
    listen();
    new MutationObserver(listen).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  };
  document.addEventListener("DOMContentLoaded", watch);
}
