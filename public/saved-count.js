// Shows at the list's tab how many offers are saved, on pages whose frame no program brings to life: those of
// the forms, and those that are only read.
{
  const KEY = "markt-visitor-saved";
  const CATEGORIES = ["zero", "one", "two", "few", "many", "other"];
  const words = document.currentScript.dataset.words.split("|");
  const tab = document.querySelector('.tab-bar a[href$="/liste"]');
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const saved = () => {
    try {
      return (localStorage.getItem(KEY) ?? "").split("\n").filter(Boolean).length;
    } catch {
      // Storage is switched off: nothing is saved.
      return 0;
    }
  };
  const element = (className, ...content) => {
    const span = document.createElement("span");
    span.className = className;
    span.append(...content);
    return span;
  };
  const show = () => {
    tab.querySelector(".count")?.remove();
    const count = saved();
    if (count) tab.append(element("count", count, element("hidden-text", ` ${words[CATEGORIES.indexOf(plural.select(count))]}`)));
  };
  show();
  for (const event of ["storage", "pageshow"]) addEventListener(event, show);
}
