// Rows of a form as a grid (casework/acts/_fields.html): takes a paste from a spreadsheet, adds and removes rows without
// loading the page. Ctrl+Enter adds a row below, Ctrl+Delete removes the row, arrows move up and down. Values are put in
// as they were copied; the server reads them (12,5 and 1.250.000 as people write here). Without this script the button
// adds a row, and an empty row counts as none.
(() => {
  const bare = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replaceAll("đ", "d").replace(/[^0-9a-z]+/g, " ").trim();
  // Cells of a copied range: tabs between columns, quotes around what has line breaks.
  const cells = (text) => {
    const rows = [[""]];
    let quoted = false;
    const all = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    for (let at = 0; at < all.length; at += 1) {
      const letter = all[at];
      const row = rows.at(-1);
      if (quoted && letter === '"' && all[at + 1] === '"') {
        row[row.length - 1] += '"';
        at += 1;
      } else if (letter === '"' && (quoted || row.at(-1) === "")) quoted = !quoted;
      else if (letter === "\t" && !quoted) row.push("");
      else if (letter === "\n" && !quoted) rows.push([""]);
      else row[row.length - 1] += letter;
    }
    return rows;
  };
  const set = (control, text) => {
    const value = text.trim().replace(/\s*\n\s*/g, " ");
    if (control instanceof HTMLSelectElement) {
      const found = [...control.options].find((one) => bare(one.text) === bare(value)) ?? [...control.options].find((one) => bare(value) && bare(one.text).startsWith(bare(value)));
      if (found) control.value = found.value;
    } else if (control.type !== "checkbox") control.value = value;
    control.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const begin = (table) => {
    const [name, most, words] = [table.dataset.grid, Number(table.dataset.most), table.dataset.words.split("|")];
    const [form, body] = [table.closest("form"), table.tBodies[0]];
    const count = form.querySelector(`input[data-row-count][name="${CSS.escape(name)}"]`);
    const said = Object.assign(document.createElement("p"), { className: "small" });
    said.setAttribute("role", "status");
    table.parentElement.after(said);
    const rows = () => [...body.rows];
    const controls = (row) => [...row.querySelectorAll("input:not([type=hidden]), select, textarea")];
    const number = () => {
      rows().forEach((row, place) => {
        for (const one of row.querySelectorAll("[name], [id], [for], [aria-describedby], [data-only-when]"))
          for (const what of ["name", "id", "for", "aria-describedby"]) {
            const value = one.getAttribute(what);
            if (value) one.setAttribute(what, value.replaceAll(/(^|\s)((?:f-)?)([^\s]+)/g, (all, space, prefix, rest) =>
              rest.startsWith(`${name}.`) ? `${space}${prefix}${name}.${place}${rest.slice(name.length + 1).replace(/^\d+/, "")}` : all));
          }
        row.querySelector(".row-number").textContent = place + 1;
        const said = row.querySelector(".drop > .said");
        if (said) said.textContent = words[0].replace("{number}", place + 1);
      });
      count.value = rows().length;
      count.dispatchEvent(new Event("change", { bubbles: true }));
    };
    const equip = (row) => {
      const by = Object.assign(document.createElement("button"), { type: "button", className: "quiet drop" });
      const [sign, said] = [document.createElement("span"), Object.assign(document.createElement("span"), { className: "said" })];
      sign.textContent = "×";
      sign.setAttribute("aria-hidden", "true");
      by.append(sign, said);
      by.addEventListener("click", () => drop(row));
      row.querySelector(".row-acts").append(by);
    };
    const add = (after = rows().at(-1)) => {
      if (rows().length >= most) {
        said.textContent = words[2].replace("{most}", most);
        return null;
      }
      const row = after.cloneNode(true);
      row.querySelector(".drop")?.remove();
      row.querySelectorAll(".error").forEach((one) => one.remove());
      row.querySelectorAll("details").forEach((one) => (one.open = false));
      row.querySelectorAll(".wrong").forEach((one) => one.classList.remove("wrong"));
      for (const one of row.querySelectorAll("input, select, textarea")) {
        one.removeAttribute("aria-invalid");
        one.required = false;
        if ("new" in one.dataset) one.value = crypto.randomUUID();
        else if (one.type === "checkbox") one.checked = false;
        else if (one instanceof HTMLSelectElement) one.selectedIndex = 0;
        else one.value = "";
      }
      equip(row);
      after.after(row);
      number();
      return row;
    };
    const drop = (row) => {
      const all = rows();
      const place = all.indexOf(row);
      if (all.length === 1) controls(row).forEach((one) => set(one, ""));
      else row.remove();
      number();
      said.textContent = words[1].replace("{number}", place + 1);
      controls(rows()[Math.min(place, rows().length - 1)])[0].focus();
    };
    const paste = (control, text) => {
      const given = cells(text);
      const [row, column] = [control.closest("tr"), controls(control.closest("tr")).indexOf(control)];
      const heads = [...table.tHead.rows[0].cells].map((one) => bare(one.textContent));
      if (given[0].length > 1 && given[0].every((one) => heads.includes(bare(one)))) given.shift();
      const from = rows().indexOf(row);
      const room = Math.min(given.length, most - from);
      while (rows().length < from + room) if (!add()) break;
      const all = rows();
      for (let line = 0; line < room; line += 1) {
        const into = controls(all[from + line]);
        given[line].forEach((value, place) => into[column + place] && set(into[column + place], value));
      }
      said.textContent = room < given.length ? words[4].replace("{count}", room).replace("{left}", given.length - room) : words[3].replace("{count}", room);
      table.dispatchEvent(new Event("input", { bubbles: true }));
    };
    rows().forEach(equip);
    number();
    // what was put in a folded field, as from a spreadsheet, is seen
    body.addEventListener("change", ({ target }) => {
      const fold = target.value && target.closest("td.detail")?.parentElement.querySelector(".row-more > details");
      if (fold) fold.open = true;
    });
    body.addEventListener("paste", (event) => {
      const text = event.clipboardData.getData("text/plain");
      const control = event.target.closest("input, textarea, select");
      if (!control || !/[\t\n\r]/.test(text.replace(/[\r\n]+$/, ""))) return;
      event.preventDefault();
      paste(control, text);
    });
    body.addEventListener("keydown", (event) => {
      const row = event.target.closest("tr");
      const place = controls(row).indexOf(event.target);
      if (event.ctrlKey && event.key === "Enter") {
        const made = add(row);
        if (made) controls(made)[0].focus();
      } else if (event.ctrlKey && event.key === "Delete") drop(row);
      else if (/^Arrow(Up|Down)$/.test(event.key) && event.target.matches("input[type=text]:not([role=combobox])")) {
        const to = event.key === "ArrowUp" ? row.previousElementSibling : row.nextElementSibling;
        if (!to) return;
        controls(to)[place]?.focus();
      } else return;
      event.preventDefault();
    });
    form.querySelector(`button[value="more:${CSS.escape(name)}"]`)?.addEventListener("click", (event) => {
      const made = add();
      event.preventDefault();
      if (made) controls(made)[0].focus();
    });
    form.addEventListener("draft:rows", ({ detail }) => {
      const wanted = Number(detail.find((one) => one[0] === name)?.[2] ?? 0);
      while (rows().length < Math.min(wanted, most)) if (!add()) break;
    });
  };
  document.querySelectorAll("table[data-grid]").forEach(begin);
})();
