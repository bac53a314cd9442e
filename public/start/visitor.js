// A page whose app fell over is dead: it is loaded again and, because of what is noted here, rendered
// afresh instead of hydrated. After too many falls it stays as the server made it; its links work.
const FALLS = "markt-visitor-falls";
const MAX_FALLS = 3;

function fell(event) {
  const error = event.error ?? event.reason;
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  try {
    const falls = Number(sessionStorage.getItem(FALLS)) + 1;
    sessionStorage.setItem(FALLS, falls);
    if (falls <= MAX_FALLS) location.reload();
  } catch {
    // Without storage no one would count, and it could go on without end.
  }
}
addEventListener("error", fell);
addEventListener("unhandledrejection", fell);

__wbg_init();
