// The editor of a paper: parts stay as they were opened and folded while the page is sent and comes back, and the preview
// shows what stands in the form. Without this script the preview's button does the same, and folded parts are those that are complete.
(() => {
  const form = document.getElementById("paper-form");
  const parts = [...document.querySelectorAll("details.part")];
  if (!form || !parts.length) return;
  const key = `parts ${location.pathname}`;
  const state = () => JSON.stringify(Object.fromEntries(parts.map((part) => [part.id, part.open])));
  const shown = new URLSearchParams(location.search).get("done") !== "begun" && sessionStorage.getItem(key);
  if (shown) {
    const before = JSON.parse(shown);
    for (const part of parts) part.open = before[part.id] ?? part.open;
  }
  for (const part of parts) part.addEventListener("toggle", () => sessionStorage.setItem(key, state()));
  // A link to a field opens what it is folded in; browsers do so by themselves only of late.
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const part = target && target.closest("details.part");
    if (part && !part.open) {
      part.open = true;
      target.scrollIntoView();
    }
  };
  addEventListener("hashchange", reveal);
  reveal();
  // Sent as it stands, without the event by which the form counts as sent: nothing of it is saved.
  document.querySelector("[data-preview]").addEventListener("click", (event) => {
    event.preventDefault();
    const { formAction, formTarget } = event.currentTarget;
    const { action, target } = form;
    form.action = formAction;
    form.target = formTarget;
    HTMLFormElement.prototype.submit.call(form);
    form.action = action;
    form.target = target;
  });
})();
