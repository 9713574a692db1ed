// A calendar beside each day of a form (macros/forms.html), after the date picker of the WAI-ARIA practices: arrows move
// by days and weeks, Home and End within the week, Page Up and Down by months, with Shift by years; Enter picks, Escape
// closes. Weeks begin on Monday, days are written 24/11/2026 whatever the browser speaks. Without this script the day is
// typed; what is typed in another shape (1-2-2026, 01022026) is written so when the field is left.
(() => {
  const language = document.documentElement.lang === "en" ? "en-GB" : "vi-VN";
  const two = (number) => String(number).padStart(2, "0");
  const written = (day) => `${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${String(day.getUTCFullYear()).padStart(4, "0")}`;
  const iso = (day) => day.toISOString().slice(0, 10);
  const at = (year, month, day) => {
    const made = new Date(0);
    made.setUTCFullYear(year, month - 1, day);
    return made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? made : null;
  };
  const DAY = /^ *(\d{1,2}) ?[/.-] ?(\d{1,2}) ?[/.-] ?(\d{4})(?= |$)/;
  const ISO = /^ *(\d{4})-(\d{1,2})-(\d{1,2})(?=[ T]|$)/;
  const DIGITS = /^ *(\d\d)(\d\d)((?:19|20|21)\d\d)(?= |$)/;
  const read = (text) => {
    const found = DAY.exec(text) ?? DIGITS.exec(text);
    if (found) return at(+found[3], +found[2], +found[1]);
    const other = ISO.exec(text);
    return other && at(+other[1], +other[2], +other[3]);
  };
  const rest = (text) => text.replace(DAY, "").replace(DIGITS, "").replace(ISO, "").replace(/^T/, " ").trim();
  const put = (field, day) => {
    const after = field.dataset.pick === "moment" ? rest(field.value) : "";
    field.value = after ? `${written(day)} ${after}` : written(day);
  };
  const today = () => read(new Date().toLocaleDateString("en-CA", { timeZone: "Asia/Ho_Chi_Minh" }));
  const moved = (day, days) => new Date(day.getTime() + days * 86400000);
  const monthsOn = (day, months) => {
    const first = at(1, 1, 1);
    first.setUTCFullYear(day.getUTCFullYear(), day.getUTCMonth() + months, 1);
    const last = new Date(first);
    last.setUTCMonth(last.getUTCMonth() + 1, 0);
    first.setUTCDate(Math.min(day.getUTCDate(), last.getUTCDate()));
    return first;
  };
  const made = (tag, given = {}, ...inside) => {
    const one = document.createElement(tag);
    for (const [name, value] of Object.entries(given)) one.setAttribute(name, value);
    one.append(...inside);
    return one;
  };
  const format = (how) => new Intl.DateTimeFormat(language, { timeZone: "UTC", ...how });
  const MONDAY = at(2026, 11, 23);

  let dialog, heading, body, field, button, focused, words, picked;
  const build = () => {
    const turn = (label, sign, months) => {
      const one = made("button", { type: "button", "aria-label": label, class: "quiet" }, sign);
      one.addEventListener("click", () => show(monthsOn(focused, months), false));
      return one;
    };
    heading = made("h2", { "aria-live": "polite", id: "picker-month" });
    body = made("tbody");
    const names = made("tr");
    for (let number = 0; number < 7; number += 1) {
      const day = moved(MONDAY, number);
      const long = format({ weekday: "long" }).format(day);
      const short = language === "vi-VN" ? (number === 6 ? "CN" : `T${number + 2}`) : long.slice(0, 2);
      names.append(made("th", { scope: "col", abbr: long }, short));
    }
    const grid = made("table", { role: "grid", "aria-labelledby": "picker-month" }, made("thead", {}, names), body);
    const now = made("button", { type: "button", class: "quiet" }, words[5]);
    now.addEventListener("click", () => pick(today()));
    const close = made("button", { type: "button", class: "quiet" }, words[6]);
    close.addEventListener("click", () => dialog.close());
    dialog = made(
      "dialog",
      { class: "picker", "aria-label": words[0] },
      made("div", { class: "picker-head" }, turn(words[1], "«", -12), turn(words[2], "‹", -1), heading, turn(words[3], "›", 1), turn(words[4], "»", 12)),
      grid,
      made("div", { class: "picker-foot" }, now, close),
    );
    body.addEventListener("click", (event) => {
      const cell = event.target.closest("[data-day]");
      if (cell && cell.getAttribute("aria-disabled") !== "true") pick(read(cell.dataset.day));
    });
    body.addEventListener("keydown", keyed);
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("close", () => {
      button.setAttribute("aria-expanded", "false");
      (picked && field.dataset.pick === "moment" ? field : button).focus();
    });
    document.body.append(dialog);
  };
  const outside = (day) =>
    (field.dataset.min && iso(day) < field.dataset.min) || (field.dataset.max && iso(day) > field.dataset.max);
  const show = (day, focus) => {
    if (day.getUTCFullYear() < 1900 || day.getUTCFullYear() > 2199) return;
    focused = day;
    const title = format({ month: "long", year: "numeric" }).format(day);
    heading.textContent = title[0].toUpperCase() + title.slice(1);
    const chosen = read(field.value);
    const first = at(day.getUTCFullYear(), day.getUTCMonth() + 1, 1);
    let next = moved(first, -((first.getUTCDay() + 6) % 7));
    body.replaceChildren();
    for (let week = 0; week < 6; week += 1) {
      const row = made("tr");
      for (let number = 0; number < 7; number += 1, next = moved(next, 1)) {
        const own = next.getUTCMonth() === day.getUTCMonth();
        const cell = made("td", { "data-day": iso(next), tabindex: iso(next) === iso(day) ? "0" : "-1" }, String(next.getUTCDate()));
        cell.setAttribute("aria-label", format({ dateStyle: "full" }).format(next));
        if (chosen && iso(chosen) === iso(next)) cell.setAttribute("aria-selected", "true");
        if (iso(next) === iso(today())) cell.setAttribute("aria-current", "date");
        if (!own) cell.classList.add("other");
        if (outside(next)) cell.setAttribute("aria-disabled", "true");
        row.append(cell);
      }
      body.append(row);
    }
    if (focus) body.querySelector("[tabindex='0']").focus();
  };
  const pick = (day) => {
    if (outside(day)) return;
    put(field, day);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
    picked = true;
    dialog.close();
  };
  const keyed = (event) => {
    const weekday = (focused.getUTCDay() + 6) % 7;
    const year = event.shiftKey ? 12 : 1;
    const to = {
      ArrowLeft: () => moved(focused, -1),
      ArrowRight: () => moved(focused, 1),
      ArrowUp: () => moved(focused, -7),
      ArrowDown: () => moved(focused, 7),
      Home: () => moved(focused, -weekday),
      End: () => moved(focused, 6 - weekday),
      PageUp: () => monthsOn(focused, -year),
      PageDown: () => monthsOn(focused, year),
    }[event.key];
    if (to) show(to(), true);
    else if (event.key === "Enter" || event.key === " ") pick(focused);
    else return;
    event.preventDefault();
  };
  const place = () => {
    const box = button.getBoundingClientRect();
    const mine = dialog.getBoundingClientRect();
    const top = box.bottom + mine.height + 8 < innerHeight ? box.bottom + 4 : Math.max(8, box.top - mine.height - 4);
    dialog.style.top = `${top}px`;
    dialog.style.left = `${Math.max(8, Math.min(box.right - mine.width, innerWidth - mine.width - 8))}px`;
  };
  const open = (one, by) => {
    [field, button] = [one, by];
    words = field.dataset.words.split("|");
    if (!dialog) build();
    picked = false;
    dialog.showModal();
    button.setAttribute("aria-expanded", "true");
    const given = read(field.value) ?? today();
    const least = field.dataset.min && iso(given) < field.dataset.min ? read(field.dataset.min) : given;
    show(field.dataset.max && iso(least) > field.dataset.max ? read(field.dataset.max) : least, true);
    place();
  };
  const offer = (one) => {
    const label = one.form?.querySelector(`label[for="${CSS.escape(one.id)}"]`)?.firstChild?.textContent.trim() ?? "";
    const by = made("button", { type: "button", class: "pick", "aria-label": `${one.dataset.words.split("|")[0]}: ${label}`, "aria-haspopup": "dialog", "aria-expanded": "false" });
    by.addEventListener("click", () => open(one, by));
    one.after(by);
  };
  for (const one of document.querySelectorAll("input[data-pick]")) if (!one.readOnly) offer(one);
  addEventListener("change", (event) => {
    const one = event.target;
    const day = one instanceof HTMLInputElement && one.dataset.pick ? read(one.value) : null;
    if (day) put(one, day);
  });
})();
