// A browser may offer the home screen before the script that answers is here, and offers it once: that one is kept.
addEventListener("beforeinstallprompt", event => {
  event.preventDefault();
  window.installQuestion = event;
});
// Loads the app, if the page has one, as soon as what the server rendered is painted: started earlier, it would hold up the paint,
// started later, the wait for the app would be longer than it has to be. What the page can do without comes once the
// app is alive, or when it would be long since.
requestAnimationFrame(() => setTimeout(async () => {
  const { script, wasm, text, catalog } = document.getElementById("app").dataset;
  const add = (name, attributes) => document.head.append(Object.assign(document.createElement(name), attributes));
  for (const href of [catalog, wasm, text]) {
    if (href) add("link", { rel: "preload", as: "fetch", crossOrigin: "", href });
  }
  if (script) {
    add("script", { type: "module", src: script });
    await new Promise(alive => {
      new MutationObserver(alive).observe(document.documentElement, { attributeFilter: ["data-alive"] });
      setTimeout(alive, 9999);
    });
  }
  for (const src of ["/language.js", "/speak.js", "/offered.js"]) add("script", { src });
}));
