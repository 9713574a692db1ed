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
  // What stands in the form is laid out beside it: when the button is pressed, and by itself a moment after typing stops.
  // One preview is asked for at a time; what was typed meanwhile is asked for once it is there, so an older answer never
  // comes after a newer one. Nothing of the form is saved by it, and it does not count as sent.
  const button = document.querySelector("[data-preview]");
  const frame = document.querySelector("iframe[name=typed-preview]");
  const told = document.querySelector("[data-preview-told]");
  const PAUSE_MS = 1200;
  const AGAIN_MS = 5000;
  let timer = 0;
  let asking = false;
  let again = false;
  let shownNow = "";
  const say = (what) => {
    told.textContent = what ? told.dataset[what] : "";
  };
  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(lay, wait);
  };
  const lay = async () => {
    clearTimeout(timer);
    if (asking) {
      again = true;
      return;
    }
    asking = true;
    again = false;
    say("made");
    let wait = PAUSE_MS;
    try {
      const answer = await fetch(button.formAction, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      if (answer.ok && answer.headers.get("content-type") === "application/pdf") {
        const made = URL.createObjectURL(await answer.blob());
        frame.src = `${made}#view=FitH&navpanes=0`;
        if (shownNow) URL.revokeObjectURL(shownNow);
        shownNow = made;
        say("");
      } else if (answer.status === 429 || answer.status >= 500) {
        again = true;
        wait = AGAIN_MS;
        say("waits");
      } else say("failed");
    } catch {
      say("failed");
    } finally {
      asking = false;
      if (again) later(wait);
    }
  };
  const seen = () => frame.offsetParent !== null;
  form.addEventListener("input", () => {
    if (seen()) later(PAUSE_MS);
  });
  button.addEventListener("click", (event) => {
    event.preventDefault();
    lay();
  });
})();
