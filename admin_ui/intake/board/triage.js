// Keys of the triage board and of the list: J and K go from card to card, H and L from column to column, N registers.
(() => {
  // what is folded away cannot be gone to
  const links = (within) => [...within.querySelectorAll("a.main-link")].filter((link) => link.checkVisibility?.() ?? true);
  const columns = () => [...document.querySelectorAll(".board > section, table.list")];
  const go = (link) => {
    if (!link) return;
    link.focus({ preventScroll: true });
    link.scrollIntoView({ block: "nearest" });
  };
  const where = () => {
    const all = columns();
    const column = all.findIndex((one) => one.contains(document.activeElement));
    return { all, column, row: column < 0 ? -1 : links(all[column]).indexOf(document.activeElement) };
  };
  const along = (step) => {
    const { all, column, row } = where();
    if (column < 0) return go(links(document.querySelector("main"))[0]);
    const cards = links(all[column]);
    go(cards[Math.max(0, Math.min(row + step, cards.length - 1))]);
  };
  const across = (step) => {
    const { all, column, row } = where();
    for (let at = column + step; at >= 0 && at < all.length; at += step) {
      const cards = links(all[at]);
      if (cards.length) return go(cards[Math.max(0, Math.min(row, cards.length - 1))]);
    }
  };
  hientruong.keys((event) => {
    if (event.shiftKey) return false;
    switch (event.key.toLowerCase()) {
      case "j": along(1); return true;
      case "k": along(-1); return true;
      case "l": across(1); return true;
      case "h": across(-1); return true;
      case "n": {
        const register = document.querySelector("a[data-new]");
        if (register) register.click();
        return Boolean(register);
      }
      default: return false;
    }
  });
})();
