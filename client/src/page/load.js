// Loads the app, if the page has one, as soon as what the server rendered is painted: started earlier, it would hold up the paint,
// started later, the wait for the app would be longer than it has to be.
requestAnimationFrame(() => setTimeout(() => {
  const { script, wasm, text, catalog } = document.getElementById("app").dataset;
  const add = (name, attributes) => document.head.append(Object.assign(document.createElement(name), attributes));
  for (const href of [catalog, wasm, text]) {
    if (href) add("link", { rel: "preload", as: "fetch", crossOrigin: "", href });
  }
  if (script) add("script", { type: "module", src: script });
  for (const src of ["/language.js", "/speak.js"]) add("script", { src });
}));
