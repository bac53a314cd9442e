// Applies the chosen colours before the first paint.
try {
  const scheme = localStorage.getItem("markt-visitor-scheme");
  if (scheme) document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage is switched off: the colours follow the phone.
}
