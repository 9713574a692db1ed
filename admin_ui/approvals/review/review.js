// Keys of the workspace, and the count of remarks while they are typed. A key presses the button or follows the link that
// names it in data-key, so it does nothing that is not on the page: each answer asks once more before it is recorded.
(() => {
  const opens = (key) => document.querySelector(`.review [data-key~="${CSS.escape(key)}"]`);
  const free = () => document.activeElement === document.body || document.activeElement?.id === "main";
  hientruong.keys((event) => {
    if (event.shiftKey || (event.key === "Enter" && !free())) return false;
    if (event.key.length !== 1 && event.key !== "Enter") return false;
    if (document.querySelector(".review :popover-open") && event.key !== "Escape") return false;
    const found = opens(event.key.toLowerCase());
    if (found === null) return false;
    found.click();
    return true;
  });

  // What was typed beside places and not kept yet goes along with the answer, so it is counted too.
  const fields = [...document.querySelectorAll("textarea[form=say]")];
  const count = document.querySelector("[data-remarks]");
  const recount = () => {
    const places = new Set(fields.filter((one) => one.value.trim() !== "").map((one) => one.name));
    if (count === null) return;
    count.textContent = ` (${places.size})`;
    count.hidden = places.size === 0;
  };
  addEventListener("input", (event) => {
    if (event.target.matches?.("textarea[form=say]")) recount();
  });
  recount();

  // An answer that came back with a fault is open again, with what was typed.
  document.querySelector("[data-open]")?.showPopover?.();
})();
