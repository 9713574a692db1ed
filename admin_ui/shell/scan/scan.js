// Sends a form with a large file, such as a scan or a rescue file, and shows the progress. The answer is a page: the one
// that the server redirects to, or the form again with its errors. With data-raw the request body is the file itself, so
// that it is never copied into a form. Without this script the browser sends the form.
(() => {
  const start = (form) => {
    const words = form.dataset;
    const said = form.querySelector("[data-scan-said]");
    const bar = form.querySelector("progress");
    const chosen = form.querySelector("input[type=file]");
    const buttons = form.querySelectorAll("button");

    const stop = (text) => {
      said.textContent = text;
      bar.hidden = true;
      for (const button of buttons) button.disabled = false;
      dispatchEvent(new Event("fieldsshown"));
    };

    const show = (source) => {
      const answer = new DOMParser().parseFromString(source, "text/html");
      const page = answer.querySelector("main");
      if (!page) {
        stop(words.broken);
        return;
      }
      document.querySelector("main").replaceWith(document.importNode(page, true));
      document.title = answer.title; // says first that there are errors
      (document.querySelector("main [autofocus]") ?? document.querySelector("main")).focus();
      startAll();
      dispatchEvent(new Event("fieldsshown"));
    };

    form.addEventListener("submit", (event) => {
      const file = chosen.files[0];
      if (!file) return;
      event.preventDefault();
      if (file.size > Number(words.max)) {
        stop(words.tooLarge);
        return;
      }
      const body = new FormData(form, event.submitter); // before the buttons are disabled: a disabled one is not sent
      for (const button of buttons) button.disabled = true;
      bar.hidden = false;
      const request = new XMLHttpRequest();
      request.upload.addEventListener("progress", ({ loaded, total }) => {
        const percent = Math.floor((100 * loaded) / Math.max(total, 1));
        bar.value = percent;
        said.textContent = percent < 100 ? words.sending.replace("{percent}", percent) : words.storing;
      });
      request.addEventListener("load", () => {
        if (request.status === 200 && request.responseURL !== form.action) location.assign(request.responseURL);
        else show(request.responseText);
      });
      request.addEventListener("error", () => stop(words.broken));
      request.open("POST", form.action);
      if ("raw" in words) {
        request.setRequestHeader("Content-Type", "application/octet-stream");
        request.setRequestHeader("X-CSRF-Token", form.elements.csrf_token.value);
        request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
      }
      request.send("raw" in words ? file : body);
    });
  };

  const startAll = () => {
    for (const form of document.querySelectorAll("form[data-scan]:not([data-started])")) {
      form.dataset.started = "yes";
      start(form);
    }
  };
  startAll();
})();
