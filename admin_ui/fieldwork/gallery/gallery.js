// The gallery: shows the next photograph without reloading the page. A picture is fetched only when somebody goes to it,
// because every fetch is recorded in the access log. Without this script the same links load whole pages.
(() => {
  const room = document.getElementById("gallery");
  if (!room?.querySelector(".strip")) return;
  const part = (name, where = room) => where.querySelector(`[data-part="${name}"]`);
  const link = (name) => room.querySelector(`a[data-key="${name}"]`);
  const said = document.getElementById("gallery-said");
  const strip = room.querySelector(".strip");
  const all = [...strip.querySelectorAll("a")];
  const placeOf = (id) => all.findIndex((item) => item.dataset.photo === id);
  let at = placeOf(part("picture").dataset.photo);
  let viewer = null;
  let asked = null;

  const begin = () => {
    const picture = part("picture");
    viewer = picture.querySelector(".stage:not(.none) > img") ? new hientruong.Viewer(picture) : null;
    if (!viewer) return;
    viewer.onswipe = (step) => go(at + step);
    viewer.onsaid = (text) => { said.textContent = text; };
  };

  const mark = () => {
    for (const item of all) item.removeAttribute("aria-current");
    all[at].setAttribute("aria-current", "true");
    strip.scrollLeft = all[at].offsetLeft - (strip.clientWidth - all[at].clientWidth) / 2;
  };

  const replace = (inert) => {
    const held = document.activeElement;
    const [key, onStage] = [held?.dataset.key, held?.classList.contains("stage")];
    for (const name of ["picture", "about"]) part(name).replaceWith(document.adoptNode(part(name, inert)));
    begin();
    if (onStage && viewer) viewer.stage.focus({ preventScroll: true });
    else if (key || onStage) {
      const again = room.querySelector(`[data-key="${key}"]:not([hidden])`);
      (again ?? document.getElementById("shown-title")).focus({ preventScroll: true });
    }
  };

  // Keys may be pressed faster than pictures load: only the picture at which somebody stops is fetched.
  const go = async (place) => {
    if (place === at || !all[place]) return;
    at = place;
    asked?.abort();
    const mine = (asked = new AbortController());
    const address = new URL(all[place].href);
    part("picture").setAttribute("aria-busy", "true");
    try {
      const only = new URL(address);
      only.searchParams.set("part", "shown");
      const answer = await fetch(only, { credentials: "same-origin", cache: "no-store", signal: mine.signal });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const inert = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine.signal.aborted) return;
      const photo = part("picture", inert).dataset;
      replace(inert);
      history.replaceState(null, "", address);
      document.title = photo.title;
      said.textContent = photo.said;
      mark();
    } catch (error) {
      if (error.name !== "AbortError") location.assign(address);
    }
  };

  room.addEventListener("click", (event) => {
    const to = event.target.closest("a[data-go]");
    if (!to || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(placeOf(new URL(to.href).searchParams.get("photo")));
  });

  const follow = (name) => {
    const to = link(name);
    if (to) location.assign(to.href);
  };

  hientruong.keys((event) => {
    if (viewer?.key(event)) return true;
    if (event.shiftKey) return false;
    const places = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: all.length - 1 };
    if (event.key in places) go(places[event.key]);
    else if (event.key === "Escape") follow("back");
    else if (event.key.toLowerCase() === "c") follow("compare");
    else return false;
    return true;
  });

  begin();
  mark();
})();
