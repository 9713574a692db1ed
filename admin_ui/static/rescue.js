// Sends a rescue file as the body of a request, so that it is never copied into a form, and shows how far it is.
// The answer is a page: on success where the file is shown, else one that says what was wrong. Without this script the
// form works by itself.
(() => {
  const form = document.getElementById("rescue-upload");
  if (!form) return;
  const words = form.dataset;
  const said = form.querySelector("[role=status]");
  const bar = form.querySelector("progress");
  const button = form.querySelector("button");
  const chosen = form.querySelector("input[type=file]");

  const stop = (text) => {
    said.textContent = text;
    bar.hidden = true;
    button.disabled = false;
  };

  const show = (source) => {
    const page = new DOMParser().parseFromString(source, "text/html").querySelector("main");
    if (!page) {
      stop(words.broken);
      return;
    }
    document.querySelector("main").replaceWith(document.importNode(page, true));
    document.querySelector("main").focus();
  };

  form.addEventListener("submit", (event) => {
    const file = chosen.files[0];
    if (!file) return;
    event.preventDefault();
    if (file.size > Number(words.max)) {
      stop(words.tooLarge);
      return;
    }
    button.disabled = true;
    bar.hidden = false;
    const request = new XMLHttpRequest();
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      const percent = Math.floor((100 * loaded) / Math.max(total, 1));
      bar.value = percent;
      said.textContent = percent < 100 ? words.sending.replace("{percent}", percent) : words.reading;
    });
    request.addEventListener("load", () => {
      if (request.status === 200 && request.responseURL.includes("/desk/rescue/")) location.assign(request.responseURL);
      else show(request.responseText);
    });
    request.addEventListener("error", () => stop(words.broken));
    request.open("POST", form.action);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-CSRF-Token", form.elements.csrf_token.value);
    request.setRequestHeader("X-File-Name", encodeURIComponent(file.name));
    request.send(file);
  });
})();
