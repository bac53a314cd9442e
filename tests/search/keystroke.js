// Notes for each key that a field takes, in milliseconds from the moment at which the page hears of it:
//   found:    until the page first changes, so that all that was looked for is found by then
//   rendered: until all that the page did in that turn is done, and the results stand in it
//   complete: until the page changed for the last time, what is below the first results included
//   painted:  until the first frame after it is painted, here from the moment at which the browser took the key
// `rest(count)` waits until so many keys were taken and there is nothing left to do.
window.keystrokes = [];
{
  let latest, tell;
  let resting = 0;
  window.rest = async count => {
    while (resting < count) await new Promise(told => tell = told);
    return true;
  };
  const changes = () => {
    if (!latest) return;
    latest.complete = performance.now() - latest.heard;
    latest.found ??= latest.complete;
  };
  const watched = change => function (...given) {
    changes();
    return change.apply(this, given);
  };
  const watch = (prototype, ...names) => names.forEach(name => {
    const known = Object.getOwnPropertyDescriptor(prototype, name);
    const how = known.set ? "set" : "value";
    Object.defineProperty(prototype, name, { ...known, [how]: watched(known[how]) });
  });
  watch(Node.prototype, "appendChild", "insertBefore", "removeChild", "nodeValue", "textContent");
  watch(Element.prototype, "setAttribute", "removeAttribute");

  addEventListener("input", event => {
    const key = { heard: performance.now() };
    latest = key;
    keystrokes.push(key);
    // Whatever of the two comes first, the turn is over.
    const rendered = () => key.rendered ??= performance.now() - key.heard;
    scheduler.postTask(rendered, { priority: "user-blocking" });
    requestAnimationFrame(() => {
      rendered();
      const painted = new MessageChannel();
      painted.port1.onmessage = () => {
        key.painted = performance.now() - event.timeStamp;
        // What was left until the frame was painted is done before the next one is.
        requestAnimationFrame(() => setTimeout(() => setTimeout(() => {
          resting++;
          tell?.();
        })));
      };
      painted.port2.postMessage(0);
    });
  }, true);
}
return true;
