// Brings a page with a `live.bar` up to date when the server says that something changed, in place: scroll position,
// focus, selection and open details stay. It never touches a page on which somebody is typing, or decides about what is
// shown; it then says that something changed. It stays in its language, whichever another tab has chosen. Without a
// stream it asks once a minute. A hidden page rests.
(() => {
  const bar = document.getElementById("live-bar");
  const main = document.getElementById("main");
  if (!bar || !main || !window.EventSource) return;
  const find = (name) => bar.querySelector(`.live-${name}`);
  const [faces, said, reload, waits] = ["faces", "said", "reload", "waits"].map(find);
  const POLL = 60000; // milliseconds between questions without a stream
  const REST = 2500; // milliseconds between two refreshes
  const TRIES = 3; // questions until a stream is tried again
  const MOST_FAILED = 3; // connections, some seconds apart
  const language = document.documentElement.lang;
  let at = Number(bar.dataset.at); // of when the page is
  let told = ""; // id of the last event
  let source = null;
  let poll = 0;
  let asked = 0;
  let due = 0;
  let last = 0;
  let busy = false;
  let failed = 0; // connections in a row that brought nothing
  let over = false;
  document.documentElement.classList.add("live-on");

  const say = (text) => {
    if (said.textContent !== text) said.textContent = text;
  };
  const address = (path) => `${path}?${new URLSearchParams({ of: bar.dataset.of, at: String(at), told, language })}`;
  const request = (url) => fetch(url, { headers: { "x-live": language }, cache: "no-store" });

  // --- when ---
  const connect = () => {
    if (over || document.hidden || source) return;
    source = new EventSource(address("/desk/live"));
    source.addEventListener("hello", () => {
      stopPolling();
      reload.hidden = true;
      failed = 0;
      if (!said.textContent || said.textContent === bar.dataset.off) say(bar.dataset.on);
    });
    source.addEventListener("changed", refreshSoon);
    source.addEventListener("faces", (event) => {
      faces.textContent = event.data;
      faces.hidden = !event.data;
    });
    for (const name of ["changed", "faces"])
      source.addEventListener(name, (event) => (told = event.lastEventId));
    source.addEventListener("error", () => {
      failed += 1; // the browser connects again by itself; a page that waits for that must not claim to be live
      if (source && (source.readyState === EventSource.CLOSED || failed >= MOST_FAILED)) withoutStream();
    });
  };
  const disconnect = () => {
    if (source) source.close();
    source = null;
    faces.hidden = true;
    stopPolling();
    clearTimeout(due);
    due = 0;
  };
  const withoutStream = () => {
    disconnect();
    reload.hidden = false;
    say(bar.dataset.off);
    asked = 0;
    poll = setInterval(ask, POLL);
  };
  const stopPolling = () => {
    clearInterval(poll);
    poll = 0;
  };
  const ask = async () => {
    asked += 1;
    if (asked > TRIES) {
      disconnect();
      connect();
      return;
    }
    try {
      const answer = await request(address("/desk/live/changed"));
      if (answer.redirected || !answer.ok) return end();
      if ((await answer.json()).changed) await refresh();
    } catch {
      // No network: the next question may be answered.
    }
  };
  const end = () => {
    over = true;
    disconnect();
    reload.hidden = false;
    say(bar.dataset.ended);
  };
  const refreshSoon = () => {
    if (due) return;
    const wait = Math.max(0, last + REST - performance.now()) + Math.random() * 250;
    due = setTimeout(() => {
      due = 0;
      refresh();
    }, wait);
  };

  // --- what ---
  const TYPED = "input:not([type=hidden]):not([type=submit]):not([type=button]), textarea, select";
  const changedByHand = (field) => {
    if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
    if (field.type === "file") return field.files.length > 0;
    if (field.tagName === "SELECT") {
      const chosen = [...field.options].some((one) => one.defaultSelected);
      return [...field.options].some((one, at) => one.selected !== (chosen ? one.defaultSelected : at === 0));
    }
    return field.value !== field.defaultValue;
  };
  const occupied = () => {
    const fields = [...main.querySelectorAll(TYPED)].filter((field) => !field.closest("dialog"));
    const sending = main.querySelector("dialog[open]");
    return sending || fields.some((field) => field === document.activeElement || changedByHand(field));
  };
  const wait = () => {
    const line = waits.firstElementChild;
    if (!line.hidden) return;
    waits.classList.add("notice", "warn");
    line.hidden = false;
  };
  const refresh = async () => {
    if (busy || over || document.hidden) return;
    if ("onlyTold" in bar.dataset || occupied()) return wait();
    busy = true;
    try {
      const answer = await request(location.pathname + location.search);
      if (answer.redirected || answer.status === 403 || answer.status === 404) return end();
      if (!answer.ok) return;
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = next.getElementById("main");
      if (!fresh || !next.getElementById("live-bar")) return end();
      if (occupied()) return wait();
      at = Math.max(at, Number(next.getElementById("live-bar").dataset.at));
      inPlace(() => bring(main, document.importNode(fresh, true)));
      const here = { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" }; // as every other time at the desk
      const hour = new Date().toLocaleTimeString(language, here);
      say(bar.dataset.updated.replace("{hour}", hour));
    } catch {
      // No network: the stream ends too, and tells what was missed when it is back.
    } finally {
      busy = false;
      last = performance.now();
    }
  };

  // --- how ---
  const top = (element) => element.getBoundingClientRect().top;
  const anchor = () => {
    const focused = document.activeElement;
    const inside = (element) => top(element) >= 0 && top(element) < innerHeight;
    if (focused && main.contains(focused) && inside(focused)) return [focused];
    return [...main.querySelectorAll("tr, li, section, h2, h3, p")].filter(inside).slice(0, 40);
  };
  const inPlace = (change) => {
    const focused = document.activeElement;
    const marks = scrollY > 0 ? anchor().map((element) => [element, top(element)]) : [];
    change();
    if (focused && focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
    const kept = marks.find(([element]) => element.isConnected);
    if (kept) scrollBy({ top: top(kept[0]) - kept[1], behavior: "instant" });
  };
  const key = (node) => {
    if (node.nodeType !== Node.ELEMENT_NODE) return null;
    if (node.id) return `#${node.id}`;
    if (node.dataset.key) return `=${node.dataset.key}`;
    if (node.tagName === "SECTION") return `@${node.getAttribute("aria-labelledby")}`;
    if (node.tagName !== "TR" && node.tagName !== "LI") return null;
    const link = node.querySelector("a[href]");
    return link && `>${link.getAttribute("href")}`;
  };
  const alike = (old, fresh) =>
    old.nodeType === fresh.nodeType && old.nodeName === fresh.nodeName && key(old) === key(fresh);
  const bring = (old, fresh) => {
    if (old === bar || old.isEqualNode(fresh)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
      if (old.nodeValue !== fresh.nodeValue) old.nodeValue = fresh.nodeValue;
      return;
    }
    // A script shows the button of a help window; the page as it was sent has it hidden.
    const stays = (name) => (name === "open" && old.tagName === "DETAILS") || (name === "hidden" && "opens" in old.dataset);
    for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !stays(name)) old.removeAttribute(name);
    for (const { name, value } of [...fresh.attributes])
      if (old.getAttribute(name) !== value && !stays(name)) old.setAttribute(name, value);
    bringChildren(old, [...fresh.childNodes]);
  };
  const sameAhead = (here, fresh) => {
    if (fresh.nodeType !== Node.ELEMENT_NODE) return here && alike(here, fresh) ? here : null;
    let one = here;
    while (one && !key(one) && !alike(one, fresh)) one = one.nextSibling;
    return one && alike(one, fresh) ? one : null;
  };
  const bringChildren = (parent, wanted) => {
    const keyed = new Map();
    for (const child of parent.childNodes) if (key(child)) keyed.set(key(child), child);
    const coming = new Set(wanted.map(key).filter(Boolean));
    let here = parent.firstChild;
    for (const fresh of wanted) {
      const name = key(fresh);
      while (here && key(here) && !coming.has(key(here))) {
        const gone = here;
        here = here.nextSibling;
        gone.remove();
      }
      const known = name ? keyed.get(name) : null;
      const same = name ? null : sameAhead(here, fresh);
      if (known && known.nodeName === fresh.nodeName) {
        keyed.delete(name);
        if (known === here) here = here.nextSibling;
        else parent.insertBefore(known, here);
        bring(known, fresh);
      } else if (same) {
        while (here !== same) {
          const gone = here;
          here = here.nextSibling;
          gone.remove();
        }
        here = here.nextSibling;
        bring(same, fresh);
      } else parent.insertBefore(fresh, here);
    }
    while (here) {
      const gone = here;
      here = here.nextSibling;
      gone.remove();
    }
  };

  // --- what was typed, across a reload that its reader asked for ---
  const KEPT = "hientruong-typed"; // of this window alone, and gone once it was put back
  const FRESH = 60000; // milliseconds after which a reload is another one
  const typed = () => [...main.querySelectorAll(TYPED)].filter((field) => !["password", "file"].includes(field.type));
  const named = (fields, name) => fields.filter((field) => field.name === name);
  const keep = () => {
    const fields = typed();
    const found = fields.filter(changedByHand).map((field) => ({
      name: field.name,
      at: named(fields, field.name).indexOf(field),
      value: field.value,
      ticked: field.checked === true,
    }));
    try {
      sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, when: Date.now(), found }));
    } catch {
      // No storage: then it is lost, as without this.
    }
  };
  const putBack = () => {
    let kept = null;
    try {
      kept = JSON.parse(sessionStorage.getItem(KEPT));
      sessionStorage.removeItem(KEPT);
    } catch {
      return;
    }
    if (!kept || kept.path !== location.pathname || Date.now() - kept.when > FRESH) return;
    const fields = typed();
    const homeless = kept.found.filter(({ name, at, value, ticked }) => {
      const field = named(fields, name)[at];
      if (!field) return value.includes(" ");
      if (field.type === "checkbox" || field.type === "radio") field.checked = ticked;
      else field.value = value;
      return field.value !== value && value.includes(" ");
    });
    const line = waits.lastElementChild;
    line.hidden = kept.found.length === 0;
    if (homeless.length === 0) return;
    line.textContent = `${bar.dataset.left} ${homeless.map(({ value }) => `“${value}”`).join(" ")}`;
  };

  waits.querySelector("button").addEventListener("click", () => {
    keep();
    location.replace(location.pathname + location.search);
  });
  putBack();
  document.addEventListener("visibilitychange", () => (document.hidden ? disconnect() : connect()));
  addEventListener("pagehide", disconnect);
  addEventListener("pageshow", connect);
  connect();
})();
