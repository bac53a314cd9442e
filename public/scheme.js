// Applies the chosen colours before the first paint; each app on this origin has its own choice.
{
  const { dataset } = document.documentElement;
  const app = dataset.app === "visitor" ? "visitor" : "team";
  try {
    const scheme = localStorage.getItem(`markt-${app}-scheme`);
    if (scheme) dataset.scheme = scheme;
  } catch {
    // Storage is switched off: the colours follow the phone.
  }
}
