// Searches officers, units, parties and behaviours as one types (macros/forms.html, shell/choosing), after the combobox
// with list autocomplete of the WAI-ARIA practices: arrows move through the options, Enter takes one, Escape closes.
// The server draws the options. What is typed and not chosen is sent as it is; the server resolves it, as without this
// script. Also puts a filter above long lists of boxes.
(() => {
  const WAIT = 150; // milliseconds without a key, before the server is asked
  let number = 0;
  const combine = (control) => {
    const [field, held] = [control.querySelector("input[type=text]"), () => control.querySelector("input[type=hidden]:not([name$='.was'])")];
    const list = document.createElement("ul");
    const said = document.createElement("output");
    number += 1;
    list.id = `combo-${number}`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.labels[0]?.firstChild?.textContent.trim() ?? "");
    list.className = "options";
    list.hidden = true;
    said.className = "visually-hidden";
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off",
    })) field.setAttribute(name, value);
    control.append(list, said);
    let [asked, timer, active] = [0, 0, -1];
    const options = () => [...list.querySelectorAll("[role=option]")];
    const close = () => {
      list.hidden = true;
      active = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    };
    const mark = (to) => {
      const all = options();
      if (!all.length) return;
      active = (to + all.length) % all.length;
      all.forEach((one, place) => one.setAttribute("aria-selected", String(place === active)));
      field.setAttribute("aria-activedescendant", all[active].id);
      all[active].scrollIntoView({ block: "nearest" });
    };
    const hold = (value, text) => {
      const other = control.dataset.name && field.form.elements.namedItem(control.dataset.name);
      if (other instanceof HTMLSelectElement) {
        if (value && ![...other.options].some((one) => one.value === value)) other.append(new Option(text, value));
        if (value) other.value = value;
        return other;
      }
      control.closest(".field").querySelector(".offers")?.remove();
      let hidden = held();
      if (!hidden && control.dataset.name) {
        hidden = document.createElement("input");
        hidden.type = "hidden";
        hidden.name = control.dataset.name;
        control.append(hidden);
      }
      if (hidden) hidden.value = value;
      return hidden;
    };
    const take = (one) => {
      field.value = control.dataset.name ? one.textContent : one.dataset.value;
      const kept = hold(one.dataset.value, one.textContent);
      close();
      kept?.dispatchEvent(new Event("change", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const ask = async () => {
      const mine = (asked += 1);
      const at = new URL(control.dataset.combo, location.href);
      at.searchParams.set("q", field.value);
      const answer = await fetch(at, { redirect: "error" }).catch(() => null); // signed out: the form leads to the sign-in
      if (mine === asked && answer?.status === 429) {
        // Asked faster than an officer may: what is in the field by then is asked a little later.
        clearTimeout(timer);
        timer = setTimeout(ask, 1000 * Number(answer.headers.get("retry-after") ?? 1));
        return;
      }
      if (mine !== asked || !answer?.ok || document.activeElement !== field) return;
      const made = document.createElement("template");
      made.innerHTML = await answer.text();
      list.replaceChildren(made.content);
      options().forEach((one, place) => (one.id = `${list.id}-${place}`));
      const count = list.querySelector("[data-count]");
      said.textContent = count.textContent;
      active = -1;
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    };
    field.addEventListener("input", () => {
      if (control.dataset.name) hold("");
      later();
    });
    field.addEventListener("click", () => list.hidden && ask());
    field.addEventListener("blur", () => setTimeout(close, 150));
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const one = event.target.closest("[role=option]");
      if (one) take(one);
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        if (list.hidden) ask().then(() => mark(event.key === "ArrowDown" ? 0 : -1));
        else mark(active < 0 ? (event.key === "ArrowDown" ? 0 : -1) : active + (event.key === "ArrowDown" ? 1 : -1));
      } else if (event.key === "Enter" && !list.hidden && active >= 0) take(options()[active]);
      else if (event.key === "Escape" && !list.hidden) close();
      else if (event.key === "Tab" && !list.hidden && active >= 0) {
        take(options()[active]);
        return;
      } else return;
      event.preventDefault();
    });
  };
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
  const sift = (boxes) => {
    const box = document.createElement("input");
    box.type = "search";
    box.className = "sift";
    box.autocomplete = "off";
    box.placeholder = boxes.dataset.sift;
    box.setAttribute("aria-label", boxes.dataset.sift);
    box.addEventListener("input", () => {
      const words = bare(box.value).split(/\s+/).filter(Boolean);
      for (const one of boxes.querySelectorAll(".tick")) {
        const inside = ` ${bare(one.textContent)}`;
        one.hidden = !one.querySelector("input").checked && !words.every((word) => inside.includes(word));
      }
    });
    box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    boxes.before(box);
  };
  document.querySelectorAll("[data-combo]").forEach(combine);
  document.querySelectorAll("[data-sift]").forEach(sift);
})();
