// Says that the server works on a form that takes some seconds. Without this script the browser waits silently.
(() => {
  const forms = document.querySelectorAll("form[data-waits]");
  for (const form of forms) {
    form.addEventListener("submit", () => {
      form.querySelector("progress").hidden = false;
      const said = form.querySelector("[data-waits-said]");
      said.textContent = said.dataset.waitsSaid;
    });
  }
  addEventListener("pageshow", () => {
    for (const form of forms) {
      form.querySelector("progress").hidden = true;
      form.querySelector("[data-waits-said]").textContent = "";
    }
  });
})();
