// Two photographs side by side. While they are linked, zooming or moving one does the same to the other.
(() => {
  const room = document.getElementById("compare");
  if (!room) return;
  const said = document.getElementById("compare-said");
  const both = room.querySelector("[data-both]");
  const viewers = [...room.querySelectorAll(".side")]
    .filter((side) => side.querySelector(".stage:not(.none) > img"))
    .map((side) => new hientruong.Viewer(side));
  let bound = true;
  let active = viewers[0];

  const bind = (on) => {
    bound = on;
    both.setAttribute("aria-pressed", String(on));
    said.textContent = on ? both.dataset.saidOn : both.dataset.saidOff;
    if (on && active) changed(active);
  };

  const changed = (from) => {
    active = from;
    if (bound) for (const viewer of viewers) if (viewer !== from) viewer.follow(from);
  };

  for (const viewer of viewers) {
    viewer.onchange = changed;
    viewer.onsaid = (text) => { said.textContent = text; };
    viewer.root.addEventListener("pointerenter", () => { active = viewer; });
    viewer.root.addEventListener("focusin", () => { active = viewer; });
  }
  if (viewers.length === 2) {
    both.hidden = false;
    both.addEventListener("click", () => bind(!bound));
  }

  const follow = (name) => {
    const to = room.querySelector(`a[data-key="${name}"]`);
    if (to) location.assign(to.href);
  };

  hientruong.keys((event) => {
    if (active?.key(event)) return true;
    const letter = event.key.toLowerCase();
    if (event.key === "Escape") follow("back");
    else if (letter === "x") follow("swap");
    else if (letter === "s" && viewers.length === 2) bind(!bound);
    else return false;
    return true;
  });
})();
