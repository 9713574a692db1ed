// Compares a file with the hash of the issued document on the reader's own device. The file is read and hashed there and
// never sent. Once the page is loaded this needs nothing from the server, so it also works offline.
(() => {
  const place = document.getElementById("file-check");
  if (!place) return;
  const words = place.dataset;
  const drop = place.querySelector(".drop");
  const input = place.querySelector("input[type=file]");
  const answer = place.querySelector(".file-answer");
  drop.hidden = false;
  place.querySelector(".by-hand").open = false;

  const line = (text, lang, name) => {
    const made = document.createElement("p");
    made.textContent = text;
    made.className = name;
    if (lang) made.lang = lang;
    return made;
  };
  const tell = (kind, key, hash) => {
    const box = document.createElement("div");
    box.className = `verdict ${kind}`;
    box.append(line(words[`${key}Vi`], "vi", ""), line(words[`${key}En`], "en", "second"));
    if (hash) box.append(line(`${words.computed}: ${hash}`, "", "hash"));
    answer.replaceChildren(box);
  };
  const check = async (file) => {
    if (!file) return;
    if (!globalThis.crypto?.subtle) {
      tell("unknown", "insecure");
      return;
    }
    answer.replaceChildren(line(words.checking, "", ""));
    try {
      const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
      const hash = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
      if (words.earlier?.split(" ").includes(hash)) tell("unknown", "earlier", hash);
      else if (!words.sha256.split(" ").includes(hash)) tell(words.unlike ?? "differs", "differs", hash);
      else if (["valid", "awaiting_comparison", "suspended"].includes(words.state)) tell("same", "same", hash);
      else tell("unknown", "sameBut", hash);
    } catch {
      tell("unknown", "unreadable");
    }
  };

  input.addEventListener("change", () => check(input.files[0]));
  for (const name of ["dragenter", "dragover"])
    addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  addEventListener("dragleave", (event) => {
    if (!event.relatedTarget) drop.classList.remove("over");
  });
  addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    check(event.dataTransfer.files[0]);
  });
})();
