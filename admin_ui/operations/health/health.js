// Brings the check-up up to date every half minute, in its language, while somebody looks and nobody selects or reads on
// with the keyboard. The question says that a browser asks by itself: it keeps no session alive.
(() => {
  const EVERY = 30000;
  const told = document.getElementById("health-told");
  const now = () => document.getElementById("health-now");
  if (!told || !now()) return;

  const refresh = async () => {
    const part = now();
    if (document.hidden || part.contains(document.activeElement) || String(getSelection())) return;
    try {
      const answer = await fetch(location.href, { headers: { "x-live": part.dataset.language }, cache: "no-store" });
      if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("health-now");
      if (!fresh) throw new Error("another page");
      part.replaceWith(fresh);
      told.textContent = told.dataset.told;
    } catch {
      told.textContent = told.dataset.failed;
    }
  };
  setInterval(refresh, EVERY);
  document.addEventListener("visibilitychange", refresh);
})();
