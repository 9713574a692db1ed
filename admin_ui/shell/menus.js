// Closes an open menu of the navigation by Escape, and when a reader goes elsewhere. Menus open and close by their
// buttons without this script.
(() => {
  const nav = document.querySelector(".main-nav");
  if (!nav) return;
  const close = (menu) => {
    menu.open = false;
    if (menu.parentElement.contains(document.activeElement)) menu.firstElementChild.focus();
  };
  nav.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const open = [...nav.querySelectorAll("details[open]")].at(-1); // the innermost
    if (!open) return;
    event.preventDefault();
    close(open);
  });
  const elsewhere = (event) => {
    for (const menu of nav.querySelectorAll(".module > details[open]"))
      if (!menu.parentElement.contains(event.target)) menu.open = false;
  };
  addEventListener("click", elsewhere);
  addEventListener("focusin", elsewhere);
})();
