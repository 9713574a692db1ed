// Of two quick presses of a button the second one sends nothing: its answer would hide that of the first.
// The server takes repeats as repeats; without this script all works. A form that leads to a file stays on its page, so the
// button is free again after a while.
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
