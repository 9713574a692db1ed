// Chooses photographs of the inspection for a row of goods (casework/acts/_fields.html): a window with the pictures, of
// which one ticks some. The field itself takes their numbers, typed or pasted; without this script the pictures with
// their numbers stand below the rows.
(() => {
  const list = document.querySelector("[data-photos]");
  if (!list) return;
  const [title, done, cancel] = list.dataset.photos.split("|");
  const make = (name, set) => Object.assign(document.createElement(name), set);
  const numbers = (field) => new Set(field.value.split(/[\s,;]+/).filter(Boolean));
  const open = (field) => {
    const chosen = numbers(field);
    const dialog = make("dialog", { className: "dialog photo-pick" });
    dialog.setAttribute("aria-labelledby", "photo-pick-title");
    const form = make("form", { method: "dialog" });
    const pictures = make("div", { className: "photo-list" });
    for (const one of list.querySelectorAll("[data-number]")) {
      const label = make("label", { className: "photo-tick" });
      const box = make("input", { type: "checkbox", value: one.dataset.number, checked: chosen.has(one.dataset.number) });
      label.append(box, ...[...one.childNodes].map((part) => part.cloneNode(true)));
      pictures.append(label);
    }
    const acts = make("div", { className: "acts" });
    acts.append(make("button", { className: "primary", value: "done", textContent: done }), make("button", { value: "", textContent: cancel }));
    form.append(make("h2", { id: "photo-pick-title", textContent: title }), pictures, acts);
    dialog.append(form);
    dialog.addEventListener("close", () => {
      if (dialog.returnValue === "done") {
        const there = new Set([...pictures.querySelectorAll("input")].map((one) => one.value));
        const unknown = [...numbers(field)].filter((one) => !there.has(one));
        const ticked = [...pictures.querySelectorAll("input:checked")].map((one) => one.value);
        field.value = [...ticked, ...unknown].join(", ");
        for (const kind of ["input", "change"]) field.dispatchEvent(new Event(kind, { bubbles: true }));
      }
      dialog.remove();
      show(field);
      field.parentElement.querySelector("[data-pick-photos]")?.focus();
    });
    document.body.append(dialog);
    dialog.showModal();
  };
  const show = (field) => {
    const count = numbers(field).size;
    const button = field.parentElement.querySelector("[data-pick-photos]");
    if (button) button.textContent = count ? `${title} (${count})` : title;
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-pick-photos]");
    if (button) open(button.parentElement.querySelector("input"));
  });
  document.addEventListener("change", (event) => event.target.matches?.("input[data-by-photo]") && show(event.target));
  for (const button of document.querySelectorAll("[data-pick-photos]")) {
    button.hidden = false;
    show(button.parentElement.querySelector("input"));
  }
})();
