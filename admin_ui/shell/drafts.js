// Keeps what is typed into a long form (`forms.drafts()`) in this browser, encrypted under a key that only pages of the
// same officer get, and offers it when the form is opened again. A draft goes away when its form was accepted, when
// somebody discards it, or after a week. Passwords, files, marks of the page and fields of informants are never kept.
(() => {
  const form = document.querySelector("form[data-draft]");
  const BEFORE = "draft-sent";
  const OLDEST = 7 * 86400000;
  const WAIT = 1500; // milliseconds without a key
  const PREFIX = "draft:";
  // A form was accepted if it led here, and here is neither the form again with what is wrong, nor a problem, nor a page in
  // between. Who goes back after a lost connection, or to another address, has not been led.
  const here = location.href.split("#")[0];
  const sent = JSON.parse(sessionStorage.getItem(BEFORE) ?? "null");
  sessionStorage.removeItem(BEFORE);
  const refused = document.querySelector("main [role=alert]") !== null;
  const problem = document.querySelector("[data-problem]") !== null;
  const confirming = document.querySelector("form.confirm") !== null || location.pathname.startsWith("/desk/confirm");
  const [visit] = performance.getEntriesByType("navigation");
  const led = sent && visit?.type === "navigate" && document.referrer.split("#")[0] === sent.from;
  if (sent && confirming) {
    sessionStorage.setItem(BEFORE, JSON.stringify({ place: sent.place, from: "" }));
    addEventListener("submit", (event) => {
      if (event.target.closest("main")) sessionStorage.setItem(BEFORE, JSON.stringify({ place: sent.place, from: here }));
    });
  } else if (led && !problem && !(form && refused)) localStorage.removeItem(sent.place);
  if (!form || !crypto.subtle) return;

  const words = form.dataset.draftWords.split("|");
  // Each officer of a shared desk has a draft of their own of the same form.
  const place = `${PREFIX}${form.dataset.draftOf}:${form.dataset.draft}`;
  const bar = form.querySelector("[data-draft-bar]");
  const KEPT_NEVER = "csrf_token, once, base, kept, kept_to, step".split(", ");
  const clock = (at) => new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Ho_Chi_Minh" }).format(at);
  const day = (at) => new Intl.DateTimeFormat("vi-VN", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Ho_Chi_Minh" }).format(at);
  const when = (at) => (day(at) === day(Date.now()) ? clock(at) : `${clock(at)} ${day(at)}`);
  const kept = (one) =>
    one.name && !KEPT_NEVER.includes(one.name) && !one.name.endsWith(".was") && !["password", "file", "submit", "button"].includes(one.type) &&
    !one.closest("[data-draft-never]") && !(one.type === "hidden" && !one.closest(".combo") && !("rowCount" in one.dataset));
  const typed = () =>
    [...form.elements].filter(kept).map((one) => [one.name, one.type, /^(checkbox|radio)$/.test(one.type) ? one.checked && one.value : one.value]);
  const bytes = (text) => Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
  const text = (data) => btoa(Array.from(new Uint8Array(data), (one) => String.fromCharCode(one)).join(""));
  let made;
  const key = () =>
    (made ??= fetch("/desk/draft-key", { headers: { "x-live": document.documentElement.lang } })
      .then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)))
      .then((found) => crypto.subtle.importKey("raw", bytes(found), "AES-GCM", false, ["encrypt", "decrypt"])));
  const show = (sentence, ...buttons) => {
    bar.replaceChildren(Object.assign(document.createElement("span"), { textContent: sentence, role: "status" }));
    for (const [label, act] of buttons) {
      const one = Object.assign(document.createElement("button"), { type: "button", className: "quiet", textContent: label });
      one.addEventListener("click", act);
      bar.append(" ", one);
    }
    bar.hidden = false;
  };
  const discard = () => {
    localStorage.removeItem(place);
    show(words[4]);
  };
  const first = JSON.stringify(typed());
  let timer;
  const save = async () => {
    const now = JSON.stringify(typed());
    if (now === first) return;
    const at = Date.now();
    try {
      const nonce = crypto.getRandomValues(new Uint8Array(12));
      const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: new TextEncoder().encode(place) }, await key(), new TextEncoder().encode(now));
      localStorage.setItem(place, JSON.stringify({ at, nonce: text(nonce), sealed: text(sealed) }));
      form.dataset.draftSaved = "yes";
      show(words[0].replace("{at}", clock(at)), [words[3], discard]);
    } catch {
      delete form.dataset.draftSaved;
      show(words[5]);
    }
  };
  const later = () => {
    delete form.dataset.draftSaved;
    clearTimeout(timer);
    timer = setTimeout(save, WAIT);
  };
  // What comes back into a closed fold is seen there.
  const unfold = (one) => {
    for (let fold = one.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  const fill = (values) => {
    const left = [];
    const seen = new Map();
    for (const [name, type, value] of values) {
      const nth = seen.get(name) ?? 0;
      seen.set(name, nth + 1);
      const one = [...form.elements].filter((each) => each.name === name)[nth];
      if (!one) {
        if (value) left.push(value);
        continue;
      }
      const before = one.checked || one.value;
      if (/^(checkbox|radio)$/.test(type)) one.checked = one.value === value;
      else one.value = value;
      if (value && value !== before) unfold(one);
    }
    for (const [name] of values)
      for (const one of form.elements) if (one.name === name) one.dispatchEvent(new Event("change", { bubbles: true }));
    return left;
  };
  const offer = async () => {
    const found = JSON.parse(localStorage.getItem(place) ?? "null");
    if (!found || Date.now() - found.at > OLDEST) return localStorage.removeItem(place);
    let values;
    try {
      const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(found.nonce), additionalData: new TextEncoder().encode(place) }, await key(), bytes(found.sealed));
      values = JSON.parse(new TextDecoder().decode(plain));
    } catch {
      return undefined; // another officer's
    }
    if (JSON.stringify(values) === first) return undefined;
    return show(words[1].replace("{at}", when(found.at)), [words[2], () => {
      form.dispatchEvent(new CustomEvent("draft:rows", { detail: values }));
      const left = fill(values);
      show(left.length ? `${words[6]} ${left.join(" · ")}` : words[0].replace("{at}", when(found.at)), [words[3], discard]);
    }], [words[3], discard]);
  };
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(PREFIX)) continue;
    const at = JSON.parse(localStorage.getItem(name) ?? "{}").at ?? 0;
    if (Date.now() - at > OLDEST) localStorage.removeItem(name);
  }
  form.addEventListener("input", later);
  form.addEventListener("change", later);
  form.addEventListener("submit", (event) => {
    if (event.submitter?.formNoValidate) return; // a button that only adds a row or searches
    clearTimeout(timer);
    sessionStorage.setItem(BEFORE, JSON.stringify({ place, from: here }));
  });
  if (!refused) offer();
})();
