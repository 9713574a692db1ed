// Closes what opened below a button of the frame (the drawer of the rail, "Tạo mới", the account) by Escape, and when a
// reader goes elsewhere. All open and close by their buttons without this script.
(() => {
  const open = () => [...document.querySelectorAll("details[data-menu][open]")];
  // the drawer's content stands beside its button, so that a wide window can show it always
  const holds = (menu, element) =>
    menu.contains(element) || (menu.matches(".rail-button") && menu.parentElement.contains(element));
  addEventListener("keydown", (event) => {
    const menu = open().at(-1);
    if (event.key !== "Escape" || event.defaultPrevented || !menu) return;
    event.preventDefault();
    menu.open = false;
    menu.firstElementChild.focus();
  });
  const elsewhere = (event) => {
    for (const menu of open()) if (!holds(menu, event.target)) menu.open = false;
  };
  addEventListener("click", elsewhere);
  addEventListener("focusin", elsewhere);
})();
