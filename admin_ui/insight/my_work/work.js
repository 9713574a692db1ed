// Keys of the list of what waits: J and K go from row to row, Enter follows the link as anywhere. Who comes back from a
// thing is at its row again, or, once it is done and gone, at the row that has taken its place.
(() => {
  const KEPT = "hientruong-row"; // of this window: which list, which row, at which place
  const rows = () => [...document.querySelectorAll("#work table.list a.main-link")];
  const name = (link) => link.closest("tr").id;
  const go = (link) => {
    if (!link) return;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "nearest" });
  };
  hientruong.keys((event) => {
    if (event.shiftKey || !["j", "k"].includes(event.key.toLowerCase())) return false;
    const all = rows();
    const here = all.indexOf(document.activeElement);
    const next = event.key.toLowerCase() === "j" ? here + 1 : Math.max(0, here - 1);
    go(all[Math.min(next, all.length - 1)]);
    return true;
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest("#work table.list a.main-link");
    if (!link) return;
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ list: location.search, row: name(link), at: rows().indexOf(link) }));
    } catch {
      // No storage: the list begins at its top, as without this.
    }
  });
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEPT));
    sessionStorage.removeItem(KEPT);
    if (!kept || kept.list !== location.search || location.hash) return;
    const all = rows();
    go(all.find((link) => name(link) === kept.row) || all[Math.min(kept.at, all.length - 1)]);
  } catch {
    // The list begins at its top.
  }
})();
