// Searches officers, units, parties and behaviours as one types (macros/forms.html, shell/choosing), after the combobox
// with list autocomplete of the WAI-ARIA practices: arrows move through the options, Enter takes one, Escape closes.
// The server draws the options. What is typed and not chosen is sent as it is; the server resolves it, as without this
// script. Also makes a search box of a list of more than twenty that the page itself holds (data-search): the list stays,
// unseen, and keeps the value; makes a search box with removable chips of boxes that name people (data-chips): the boxes
// stay, unseen, and are what is sent; and puts a filter above other long lists of boxes.
(() => {
  const WAIT = 150; // milliseconds without a key, before the server is asked
  let number = 0;
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d");
  const words = (text) => bare(text).split(/[^0-9a-z]+/).filter(Boolean);
  const remote = (control) => async (text) => {
    const at = new URL(control.dataset.combo, location.href);
    at.searchParams.set("q", text);
    const answer = await fetch(at, { redirect: "error" }).catch(() => null); // signed out: the form leads to the sign-in
    if (answer?.status === 429) return Number(answer.headers.get("retry-after") ?? 1); // seconds
    if (!answer?.ok) return null;
    const made = document.createElement("template");
    made.innerHTML = await answer.text();
    return made.content;
  };
  const combine = (control, search = remote(control), holder = null, taken = null) => {
    const [field, held] = [control.querySelector("input[type=text]"), () => control.querySelector("input[type=hidden]:not([name$='.was'])")];
    const list = document.createElement("ul");
    const said = document.createElement("output");
    number += 1;
    list.id = `combo-${number}`;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", field.labels[0]?.firstChild?.textContent.trim() ?? field.getAttribute("aria-label") ?? "");
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
      const other = holder ?? (control.dataset.name && field.form.elements.namedItem(control.dataset.name));
      if (other instanceof HTMLSelectElement) {
        if (value && ![...other.options].some((one) => one.value === value)) other.append(new Option(text, value));
        if (value || holder) other.value = value;
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
      if (taken) {
        field.value = "";
        close();
        taken(one.dataset.value, one.textContent);
        return;
      }
      field.value = control.dataset.name ? one.textContent : one.dataset.value;
      const kept = hold(one.dataset.value, one.textContent);
      close();
      kept?.dispatchEvent(new Event("change", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const ask = async () => {
      const mine = (asked += 1);
      const found = await search(field.value);
      if (mine === asked && typeof found === "number") {
        // Asked faster than an officer may: what is in the field by then is asked a little later.
        clearTimeout(timer);
        timer = setTimeout(ask, 1000 * found);
        return;
      }
      if (mine !== asked || !found || document.activeElement !== field) return;
      list.replaceChildren(found);
      options().forEach((one, place) => (one.id = `${list.id}-${place}`));
      const count = list.querySelector("[data-count]");
      said.textContent = count.textContent;
      active = -1;
      list.hidden = false;
      field.setAttribute("aria-expanded", "true");
    };
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(ask, control.dataset.combo ? WAIT : 0);
    };
    field.addEventListener("input", () => {
      if (control.dataset.name && !holder) {
        const before = held()?.value;
        const kept = hold("");
        if (before) kept.dispatchEvent(new Event("change", { bubbles: true })); // what belongs to nobody shows at once
      }
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
  const MOST = 50; // options shown at once
  // The options of a list that the page itself holds: pairs of value and text, and how many they are.
  const drawn = (found, total, [, counted, none, more]) => {
    const made = document.createDocumentFragment();
    for (const [value, said] of found.slice(0, MOST)) {
      const line = Object.assign(document.createElement("li"), { textContent: said });
      line.setAttribute("role", "option");
      line.setAttribute("aria-selected", "false");
      line.dataset.value = value;
      made.append(line);
    }
    const told = Object.assign(document.createElement("li"), { textContent: (!total ? none : total > MOST ? more : counted).replace("{count}", total).replace("{shown}", MOST) });
    told.setAttribute("role", "presentation");
    told.dataset.count = "";
    made.append(told);
    return made;
  };
  const within = (select) => {
    const [shape, ...said] = select.dataset.search.split("|");
    const text = (one) => (one?.value ? one.text.replace(/^[–\s]+/, "") : "");
    const field = Object.assign(document.createElement("input"), { type: "text", id: select.id, required: select.required });
    const empty = [...select.options].find((one) => !one.value);
    field.placeholder = empty?.text || shape;
    for (const name of ["aria-describedby", "aria-invalid"]) if (select.hasAttribute(name)) field.setAttribute(name, select.getAttribute(name));
    const control = Object.assign(document.createElement("span"), { className: "control combo" });
    control.dataset.name = select.name;
    if ("required" in select.dataset) {
      field.dataset.required = ""; // only-when.js asks for it while it is shown
      delete select.dataset.required;
    }
    select.removeAttribute("id");
    select.required = false;
    select.hidden = true;
    select.before(control);
    control.append(field, select);
    const show = () => (field.value = text(select.selectedOptions[0]));
    const meant = (typed) => {
      const asked = words(typed);
      return [...select.options].filter((one) => one.value && asked.every((word) => words(text(one)).some((own) => own.startsWith(word))));
    };
    show();
    combine(control, async (typed) => {
      const found = meant(typed === text(select.selectedOptions[0]) ? "" : typed);
      if (empty?.text && !words(typed).length) found.unshift(empty);
      return drawn(found.map((one) => [one.value, text(one) || one.text]), found.length, [shape, ...said]);
    }, select);
    // What was typed and not chosen: the one option that it means, or what was chosen before.
    const settle = () => {
      if (field.value !== text(select.selectedOptions[0])) {
        const several = meant(field.value);
        const exact = several.find((one) => bare(text(one)) === bare(field.value.trim()));
        const one = field.value.trim() ? (exact ?? (several.length === 1 ? several[0] : null)) : empty;
        if (one) {
          select.value = one.value;
          select.dispatchEvent(new Event("change", { bubbles: true }));
        }
      }
      show();
    };
    select.addEventListener("change", show);
    field.addEventListener("focus", () => field.select());
    field.addEventListener("blur", () => setTimeout(settle, 200));
    field.form?.addEventListener("submit", settle, { capture: true });
  };
  // Several people: a search box over the boxes of the page, and a chip with a way out for each that is ticked.
  const several = (group) => {
    const [ticks, legend] = [group.querySelector(".ticks"), group.querySelector("legend")];
    const said = group.dataset.chips.split("|");
    const boxes = [...ticks.querySelectorAll("input[type=checkbox]")];
    const [at, typed] = [group.dataset.source, group.querySelector(".typed-people")];
    const name = (box) => box.closest("label").textContent.trim();
    const control = Object.assign(document.createElement("span"), { className: "control combo" });
    const field = Object.assign(document.createElement("input"), { type: "text", autocomplete: "off", placeholder: said[0] });
    const chips = Object.assign(document.createElement("ul"), { className: "chips picked" });
    field.setAttribute("aria-label", legend.firstChild.textContent.trim());
    if (group.hasAttribute("aria-describedby")) field.setAttribute("aria-describedby", group.getAttribute("aria-describedby"));
    if (group.classList.contains("wrong")) field.setAttribute("aria-invalid", "true");
    control.append(field);
    ticks.before(chips, control);
    ticks.hidden = true;
    // Names that were typed and not understood stay in sight; else the search takes the place of typing.
    if (at) {
      control.dataset.combo = at;
      typed.hidden = !typed.querySelector("textarea").value;
    }
    const called = boxes[0]?.name ?? typed?.querySelector("textarea").name;
    // Somebody whom the server found, or a draft names, gets a box like those of the page.
    const boxed = (value, text) => {
      const found = boxes.find((box) => box.value === value);
      if (found) return found;
      const [label, box] = [Object.assign(document.createElement("label"), { className: "tick" }), document.createElement("input")];
      Object.assign(box, { type: "checkbox", name: called, value });
      box.dataset.found = "";
      label.append(box, " ", Object.assign(document.createElement("span"), { textContent: text.replace(/ \([^()]*\)$/, "") }));
      ticks.append(label);
      boxes.push(box);
      return box;
    };
    group.closest("form")?.addEventListener("draft:rows", (event) => {
      for (const [name, type, value] of event.detail) if (at && name === called && type === "checkbox" && value) boxed(value, value);
    });
    const show = () => {
      chips.replaceChildren(...boxes.filter((box) => box.checked).map((box) => {
        const line = document.createElement("li");
        const out = Object.assign(document.createElement("button"), { type: "button", className: "chip", textContent: name(box) });
        const cross = Object.assign(document.createElement("span"), { textContent: "×" });
        cross.setAttribute("aria-hidden", "true");
        out.append(cross);
        out.setAttribute("aria-label", group.dataset.drop.replace("{name}", name(box)));
        out.disabled = box.disabled;
        out.addEventListener("click", () => tick(box, false));
        line.append(out);
        return line;
      }));
      chips.hidden = !chips.children.length;
    };
    const set = (box, to) => {
      box.checked = to;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const tick = (box, to) => {
      set(box, to);
      field.setCustomValidity("");
      if (!to && "found" in box.dataset) {
        boxes.splice(boxes.indexOf(box), 1);
        box.closest("label").remove();
      }
      field.focus();
    };
    const meant = (text) => {
      const asked = words(text);
      return boxes.filter((box) => !box.checked && asked.every((word) => words(name(box)).some((own) => own.startsWith(word))));
    };
    // A name that was typed and not chosen is the one person of the page whom it means; else it is asked about, for the search
    // itself is not sent. Whom the server searches it understands too, as it was typed.
    const judge = () => field.setCustomValidity(!at && field.value.trim() && (!words(field.value).length || meant(field.value).length !== 1) ? said[4] : "");
    const settle = (event) => {
      const text = field.value.trim();
      const found = !at && words(text).length ? meant(text) : [];
      if (found.length === 1) set(found[0], true);
      else if (at && text && event) typed.querySelector("textarea").value += `\n${text}`;
      else return;
      field.value = "";
    };
    field.addEventListener("input", judge);
    field.addEventListener("blur", () => setTimeout(() => document.activeElement !== field && settle(), 200));
    field.form?.addEventListener("submit", settle, { capture: true });
    const far = async (text) => {
      const found = await remote(control)(text);
      if (found instanceof DocumentFragment) for (const box of boxes) if (box.checked) found.querySelector(`[data-value="${CSS.escape(box.value)}"]`)?.remove();
      return found;
    };
    combine(control, at ? far : async (text) => {
      const found = meant(text);
      return drawn(found.map((box) => [box.value, name(box)]), found.length, said);
    }, null, (value, text) => tick(boxed(value, text), true));
    // Enter takes the first that is found, and never sends the form; Backspace in the empty field takes the last one out.
    field.addEventListener("keydown", (event) => {
      const [first] = control.querySelectorAll("[role=listbox]:not([hidden]) > [role=option]");
      const last = boxes.findLast((box) => box.checked && !box.disabled);
      if (event.key === "Backspace" && !field.value && last) tick(last, false);
      if (event.key !== "Enter") return;
      event.preventDefault();
      if (first && words(field.value).length && !field.hasAttribute("aria-activedescendant")) first.click();
    });
    ticks.addEventListener("change", show);
    addEventListener("pageshow", show);
    show();
  };
  const sift = (boxes) => {
    const box = document.createElement("input");
    box.type = "search";
    box.className = "sift";
    box.autocomplete = "off";
    box.placeholder = boxes.dataset.sift;
    box.setAttribute("aria-label", boxes.dataset.sift);
    box.addEventListener("input", () => {
      const typed = bare(box.value).split(/\s+/).filter(Boolean);
      for (const one of boxes.querySelectorAll(".tick")) {
        const inside = ` ${bare(one.textContent)}`;
        one.hidden = !one.querySelector("input").checked && !typed.every((word) => inside.includes(word));
      }
    });
    box.addEventListener("keydown", (event) => event.key === "Enter" && event.preventDefault());
    boxes.before(box);
  };
  document.querySelectorAll("[data-combo]").forEach((one) => combine(one));
  for (const one of document.querySelectorAll("select[data-search]")) if (!one.closest("[data-grid]")) within(one);
  document.querySelectorAll("[data-chips]").forEach(several);
  document.querySelectorAll("[data-sift]").forEach(sift);
})();
