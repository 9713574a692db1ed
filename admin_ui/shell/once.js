// Ignores the second of two quick presses of a button, because its answer would replace that of the first. The server
// recognises repeats by itself, so all works without this script. A form that downloads a file stays on its page, so its
// button works again after a while.
(() => {
  const WAIT = 8000; // milliseconds
  let sent = new WeakMap();
  addEventListener("submit", (event) => {
    if (event.defaultPrevented || event.target.method !== "post") return;
    const before = sent.get(event.target);
    if (before !== undefined && performance.now() - before < WAIT) {
      event.preventDefault();
      return;
    }
    sent.set(event.target, performance.now());
  });
  addEventListener("pageshow", () => {
    sent = new WeakMap();
  });
})();
