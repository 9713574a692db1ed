// Shows the fields that belong to what was chosen, and hides the others (`only_when` in casework/acts/fields.py).
// What belongs to an empty field has the empty value among its values; what belongs to any value has "*".
// Texts with spaces stand in lists, folded (small letters, no diacritics, đ as d, single spaces): what has
// `data-only-among` belongs to these alone, what has `data-only-except` to any other text.
// A hidden field is disabled: it is neither sent nor checked, and keeps what was typed. Without this script all fields
// are shown, and may be left empty. A field with an error stays until something else is chosen.
(() => {
  const chosen = (form, name) => {
    const one = form.elements.namedItem(name);
    if (one instanceof RadioNodeList) return one.value;
    if (!(one instanceof Element) || one.disabled) return "";
    return one.type === "checkbox" && !one.checked ? "" : one.value;
  };
  const folded = (text) => text.toLowerCase().replaceAll("đ", "d").normalize("NFD").replace(/\p{M}/gu, "").split(/\s+/u).filter(Boolean).join(" ");
  const fits = (part, value) => {
    const { onlyAmong, onlyExcept, onlyValues } = part.dataset;
    const text = folded(value);
    if (onlyAmong) return JSON.parse(onlyAmong).includes(text);
    if (onlyExcept) return text !== "" && !JSON.parse(onlyExcept).includes(text);
    return onlyValues.split(" ").some((one) => one === value || (one === "*" && value !== ""));
  };
  const apply = (event) => {
    for (const part of document.querySelectorAll("[data-only-when]")) {
      const form = part.closest("form");
      if (event && event.type !== "pageshow" && event.target.form !== form) continue;
      const value = chosen(form, part.dataset.onlyWhen);
      const wrong = (!event || event.type === "pageshow") && part.querySelector(".wrong") !== null;
      const shown = wrong || fits(part, value);
      part.hidden = !shown;
      for (const control of part.querySelectorAll("input, select, textarea, button")) {
        control.disabled = !shown;
        if ("required" in control.dataset) control.required = shown;
      }
    }
  };
  addEventListener("change", apply);
  addEventListener("input", (event) => event.target.list && apply(event)); // a text with suggestions, as it is typed
  addEventListener("pageshow", apply);
  addEventListener("fieldsshown", () => apply()); // a script put another form into the page
  apply();
})();
