// The search box answers as one types (a combobox with a list, by the WAI-ARIA practices). `/` and Ctrl-K lead to it.
// The server renders the answer; this script fetches it, moves through it by keys, and says how many were found.
(() => {
  const form = document.querySelector("form.find");
  if (!form) return;
  const words = form.querySelector("input");
  const answer = form.querySelector(".find-answer");
  const said = form.querySelector("[data-find-said]");
  const WAIT_MS = 180;
  let asking = null;
  let timer = 0;
  let shown = ""; // the words of which the list is the answer

  form.classList.add("live");
  words.setAttribute("role", "combobox");
  words.setAttribute("aria-autocomplete", "list");
  words.setAttribute("aria-controls", "find-list");
  words.setAttribute("aria-expanded", "false");

  const options = () => [...answer.querySelectorAll("[role=option]")];
  const chosen = () => answer.querySelector("[aria-selected=true]");

  const choose = (option) => {
    chosen()?.setAttribute("aria-selected", "false");
    if (!option) {
      words.removeAttribute("aria-activedescendant");
      return;
    }
    option.setAttribute("aria-selected", "true");
    words.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  const open = (yes) => {
    answer.hidden = !yes;
    words.setAttribute("aria-expanded", String(yes));
    if (!yes) choose(null);
  };
  const stop = () => {
    clearTimeout(timer);
    asking?.abort();
    asking = null;
  };

  const ask = async (typed) => {
    asking?.abort();
    const mine = (asking = new AbortController());
    try {
      const found = await fetch(`${form.dataset.find}?q=${encodeURIComponent(typed)}`, {
        signal: mine.signal,
        credentials: "same-origin",
        redirect: "error", // signed out meanwhile: the form itself leads to the sign-in
      });
      if (found.status === 429 && !mine.signal.aborted) {
        // Asked faster than an officer may: what is in the box by then is asked a little later, and nothing is said.
        timer = setTimeout(() => ask(words.value), 1000 * Number(found.headers.get("retry-after") ?? 1));
        return;
      }
      if (!found.ok && found.status !== 422) throw new Error(String(found.status));
      const text = await found.text();
      if (mine.signal.aborted) return;
      const fragment = new DOMParser().parseFromString(text, "text/html");
      answer.replaceChildren(...fragment.body.children);
      shown = typed;
      said.textContent = answer.firstElementChild?.dataset.said ?? form.dataset.none;
      open(document.activeElement === words);
    } catch (error) {
      if (error.name === "AbortError") return;
      open(false);
      said.textContent = "";
    }
  };

  words.addEventListener("input", () => {
    stop();
    const typed = words.value.trim();
    if (typed.length < 2) {
      shown = "";
      said.textContent = "";
      open(false);
      return;
    }
    timer = setTimeout(() => ask(words.value), WAIT_MS);
  });
  words.addEventListener("focus", () => {
    if (shown && shown === words.value) open(true);
  });
  words.addEventListener("keydown", (event) => {
    if (event.isComposing) return; // an input method is making a Vietnamese letter
    if (event.key === "Escape") {
      if (answer.hidden) words.value = "";
      stop();
      open(false);
      event.preventDefault();
      return;
    }
    if (event.key === "Enter") {
      const option = chosen();
      if (!option) return; // the form goes to the page of results
      event.preventDefault();
      option.click();
      return;
    }
    if (event.key === "Tab") open(false);
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    if (answer.hidden) {
      if (!shown || shown !== words.value) return;
      open(true);
    }
    event.preventDefault();
    const all = options();
    if (!all.length) return;
    const at = all.indexOf(chosen());
    // From the words down into the list, and from its ends back to the words.
    const next = event.key === "ArrowDown" ? at + 1 : (at < 0 ? all.length : at) - 1;
    choose(all[next] ?? null);
  });
  answer.addEventListener("pointerdown", (event) => event.preventDefault()); // the words keep the focus
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) open(false);
  });
  form.addEventListener("submit", stop);

  const writes = (target) =>
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, [role=textbox]"));
  addEventListener("keydown", (event) => {
    const control = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    const wanted = control ? event.key.toLowerCase() === "k" : event.key === "/" && !event.altKey && !writes(event.target);
    if (!wanted || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    event.preventDefault();
    words.focus();
    words.select();
  });
})();
