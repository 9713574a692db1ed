// Single-letter keys of a page, with a help window that lists them and a switch that turns them off (WCAG 2.2, success
// criterion 2.1.4: speech input and unsteady hands press letters by accident).
//   hientruong.keys((event) => true if the key was handled);
globalThis.hientruong ??= {};
(() => {
  const KEPT = "hientruong-keys";
  const kept = {
    read: () => { try { return localStorage.getItem(KEPT) !== "off"; } catch { return true; } },
    write: (on) => { try { localStorage.setItem(KEPT, on ? "on" : "off"); } catch { /* then it lasts for this page only */ } },
  };

  hientruong.keys = (press) => {
    let on = kept.read();
    const help = document.getElementById("keys");
    const button = document.querySelector("[data-opens=keys]");
    const tick = help.querySelector("input[type=checkbox]");
    const open = () => help.showModal();
    button.hidden = false;
    button.addEventListener("click", open);
    help.querySelector("[data-closes]").addEventListener("click", () => help.close());
    tick.checked = on;
    tick.addEventListener("change", () => {
      on = tick.checked;
      kept.write(on);
    });
    document.addEventListener("keydown", (event) => {
      if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (help.open || event.target.closest("input, textarea, select, [contenteditable]")) return;
      if (!on && event.key.length === 1) return;
      if (event.key === "?") open();
      else if (!press(event)) return;
      event.preventDefault();
    });
  };
})();
