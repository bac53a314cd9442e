// What only the browser can offer: sharing, the home screen, keeping what was saved. Pages hold the words and
// buttons; marks on the root element say which of them have a use here, and style shows those.
{
  const root = document.documentElement.dataset;
  const KEY = "markt-visitor-install";
  const tries = attempt => {
    try {
      return attempt();
    } catch {
      // Storage is switched off: the question comes again next time.
    }
  };
  if (navigator.share) root.share = "send";
  else if (navigator.clipboard) root.share = "copy";

  let said;
  const installed = matchMedia("(display-mode: standalone)").matches || navigator.standalone;
  const later = tries(() => localStorage.getItem(KEY));
  if (!installed && !later && /iP(hone|ad|od)/.test(navigator.userAgent)) root.install = "hand";
  const offerHomeScreen = () => {
    if (window.installQuestion && !later) root.install = "ask";
  };
  offerHomeScreen();
  addEventListener("beforeinstallprompt", offerHomeScreen);
  addEventListener("appinstalled", () => delete root.install);

  // Told to those who do not see how a button and the list's tab change; there before it has words.
  const told = document.createElement("p");
  told.className = "hidden-text";
  told.setAttribute("role", "status");
  document.body.append(told);
  const tellSaved = button => {
    // The list takes its line away, and says so itself.
    if (!button.isConnected) return;
    const saved = button.ariaPressed === "true" && button.ariaLabel;
    const list = document.querySelector('.tab-bar a[href$="/liste"]').innerText;
    told.textContent = [saved, list].filter(Boolean).join(". ");
  };

  const doings = {
    save: button => {
      navigator.storage?.persist?.().catch(() => {});
      requestAnimationFrame(() => tellSaved(button));
    },
    install: () => window.installQuestion?.prompt(),
    "install-later": () => {
      delete root.install;
      tries(() => localStorage.setItem(KEY, "later"));
    },
    // Only some calendars of Android know this kind of address; there the file is opened.
    subscribe: (link, event) => {
      if (/Android/.test(navigator.userAgent)) return;
      event.preventDefault();
      location.href = link.href.replace(/^https?/, "webcal");
    },
    "share-page": async button => {
      const url = location.origin + location.pathname;
      if (navigator.share) return navigator.share({ title: document.title, url }).catch(() => {});
      await navigator.clipboard.writeText(url);
      said = button.closest(".actions").nextElementSibling;
      said.textContent = button.dataset.copied;
    },
  };
  addEventListener("click", event => {
    // The app uses the same line for the next offer.
    said?.replaceChildren();
    const button = event.target.closest?.("[data-action]");
    doings[button?.dataset.action]?.(button, event);
  });
}
