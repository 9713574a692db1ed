// Sends files by tus 1.0.0 (tus.io): chosen or dragged, several at once, each in parts of 4 MB with its progress. A cut is
// waited out and gone on from where the server says; after a reload, or another sign-in, choosing the same file again goes
// on with it too, because its address is remembered here. Without this script the form sends one file.
(() => {
  const PART = 4 * 1024 * 1024;
  const AT_ONCE = 2;
  const PAUSES = [1, 2, 4, 8, 15, 30, 30, 60]; // seconds
  const form = document.querySelector("form[data-filing]");
  if (!form) return;
  const words = form.dataset;
  const said = form.querySelector("[data-said]");
  const list = form.querySelector(".sent");
  const input = form.querySelector("input[type=file]");
  const token = form.elements.csrf_token.value;
  const waiting = [];
  const complete = [];
  let running = 0;
  let open = 0;

  for (const one of form.querySelectorAll("[data-no-script]")) one.hidden = true;
  for (const one of form.querySelectorAll("[data-script]")) one.hidden = false;
  input.multiple = true;

  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const key = (file) => `filing:${words.case}:${file.name}:${file.size}:${file.lastModified}`;
  const remembered = (file) => {
    try { return localStorage.getItem(key(file)); } catch { return null; }
  };
  const remember = (file, address) => {
    try {
      if (address) localStorage.setItem(key(file), address);
      else localStorage.removeItem(key(file));
    } catch { /* without storage a reload begins again */ }
  };
  const pause = (seconds) => new Promise((done) => {
    const timer = setTimeout(done, seconds * 1000);
    addEventListener("online", () => { clearTimeout(timer); done(); }, { once: true });
  });

  const ask = (method, address, headers, body, progress, job) => new Promise((answered) => {
    const request = new XMLHttpRequest();
    job.request = request;
    request.open(method, address);
    for (const [name, value] of Object.entries({ "Tus-Resumable": "1.0.0", "X-CSRF-Token": token, ...headers })) {
      request.setRequestHeader(name, value);
    }
    if (progress) request.upload.addEventListener("progress", ({ loaded }) => progress(loaded));
    request.addEventListener("loadend", () => answered(request));
    request.send(body);
  });

  const text = (request) => {
    try { return JSON.parse(request.responseText).text[words.lang]; } catch { return words.wordBroken; }
  };
  const isOver = (status) => status >= 400 && status < 500 && ![408, 409, 423, 429].includes(status);

  const show = (job, label, offset, failed = false) => {
    job.label.textContent = label;
    job.label.classList.toggle("failed", failed);
    if (offset !== undefined) job.bar.value = job.file.size ? Math.floor((100 * offset) / job.file.size) : 100;
  };

  const begin = async (job) => {
    const known = remembered(job.file);
    if (known) {
      const found = await ask("HEAD", known, {}, null, null, job);
      if (found.status === 200) return { address: known, offset: Number(found.getResponseHeader("Upload-Offset")) };
      if (found.status === 0 || found.status >= 500) return { retry: found };
      if (found.status === 401 || found.status === 403) return { over: found };
      remember(job.file, null);
    }
    const metadata = `case_id ${base64(words.case)},filename ${base64(job.file.name)}`;
    const made = await ask("POST", words.mount, { "Upload-Length": job.file.size, "Upload-Metadata": metadata }, null, null, job);
    if (made.status !== 201) return isOver(made.status) ? { over: made } : { retry: made };
    const address = made.getResponseHeader("Location");
    remember(job.file, address);
    return { address, offset: 0 };
  };

  const send = async (job) => {
    let tried = 0;
    for (;;) {
      if (job.stopped) return;
      const at = await begin(job);
      let answer = at.over ?? at.retry;
      let over = Boolean(at.over);
      let offset = at.offset ?? 0;
      while (!answer && offset < job.file.size && !job.stopped) {
        const from = offset;
        const percent = (loaded) => words.wordSending.replace("{percent}", Math.floor((100 * (from + loaded)) / job.file.size));
        show(job, percent(0), from);
        const headers = { "Content-Type": "application/offset+octet-stream", "Upload-Offset": from };
        const part = job.file.slice(from, from + PART);
        const sent = await ask("PATCH", at.address, headers, part, (loaded) => show(job, percent(loaded), from + loaded), job);
        if (sent.status === 204) {
          offset = Number(sent.getResponseHeader("Upload-Offset"));
          tried = 0;
        } else {
          answer = sent;
          over = isOver(sent.status) && sent.status !== 404 && sent.status !== 410;
          if (sent.status === 404 || sent.status === 410) remember(job.file, null);
        }
      }
      if (job.stopped) return;
      if (!answer) {
        complete.push({ id: at.address.split("/").pop(), file: job.file });
        show(job, words.wordCame, job.file.size);
        job.stop.remove();
        return;
      }
      if (over || tried >= PAUSES.length) {
        show(job, answer.status === 401 ? words.wordSignedOut : text(answer), undefined, true);
        job.stop.textContent = words.wordRetry;
        job.stop.onclick = () => { job.stop.textContent = words.wordStop; job.stop.onclick = () => halt(job); queue(job); };
        return;
      }
      const seconds = PAUSES[tried];
      tried += 1;
      show(job, words.wordAgain.replace("{seconds}", seconds));
      await pause(seconds);
    }
  };

  const halt = (job) => {
    job.stopped = true;
    job.request?.abort();
    const address = remembered(job.file);
    if (address) ask("DELETE", address, {}, null, null, {});
    remember(job.file, null);
    show(job, words.wordStopped, undefined, true);
    job.stop.remove();
  };

  const take = async () => {
    if (running || waiting.length || !complete.length) return;
    said.textContent = words.wordStoring;
    const body = new FormData();
    body.append("csrf_token", token);
    for (const { id } of complete) body.append("upload", id);
    const answer = await fetch(form.action, { method: "POST", body }).catch(() => null);
    if (!answer) {
      said.textContent = words.wordBroken;
      await pause(5);
      return take();
    }
    for (const { file } of complete) remember(file, null);
    removeEventListener("beforeunload", warn);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
    if (answer.redirected || !page) location.assign(answer.redirected ? answer.url : location.href);
    else {
      document.querySelector("main").replaceWith(document.importNode(page, true));
      document.querySelector("main [role=alert]")?.focus();
    }
    return undefined;
  };

  const next = () => {
    while (running < AT_ONCE && waiting.length) {
      const job = waiting.shift();
      running += 1;
      send(job).finally(() => { running -= 1; open -= 1; next(); take(); });
    }
  };

  const queue = (job) => { open += 1; job.stopped = false; waiting.push(job); next(); };
  const warn = (event) => { if (open > 0) event.preventDefault(); };
  addEventListener("beforeunload", warn);

  const add = (file) => {
    const line = document.createElement("li");
    const name = document.createElement("strong");
    const label = document.createElement("span");
    const bar = document.createElement("progress");
    const stop = document.createElement("button");
    name.textContent = file.name;
    bar.max = 100;
    bar.value = 0;
    bar.setAttribute("aria-label", words.wordProgress.replace("{name}", file.name));
    stop.type = "button";
    stop.textContent = words.wordStop;
    stop.setAttribute("aria-label", `${words.wordStop}: ${file.name}`);
    line.append(name, " ", label, bar, stop);
    list.append(line);
    const job = { file, label, bar, stop, stopped: false };
    stop.onclick = () => halt(job);
    if (file.size > Number(words.most)) { show(job, words.wordLarge, undefined, true); stop.remove(); return; }
    if (file.size === 0) { show(job, words.wordEmpty, undefined, true); stop.remove(); return; }
    show(job, words.wordWaits, 0);
    queue(job);
  };

  input.addEventListener("change", () => {
    for (const file of input.files) add(file);
    input.value = "";
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const type of ["dragenter", "dragover"]) {
    form.addEventListener(type, (event) => { event.preventDefault(); form.classList.add("over"); });
  }
  form.addEventListener("dragleave", (event) => { if (!form.contains(event.relatedTarget)) form.classList.remove("over"); });
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    form.classList.remove("over");
    for (const file of event.dataTransfer.files) add(file);
  });
})();
