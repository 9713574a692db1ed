// Signs the chosen papers one at a time with the page's own form, so that each result is seen as it comes.
// Without this script the server does the same in one answer.
"use strict";
(() => {
  const form = document.getElementById("list-signing");
  if (!form) return;
  const progress = document.getElementById("list-progress");
  const lines = document.getElementById("result-lines");
  const chosen = document.getElementById("list-chosen");
  const button = form.querySelector("button.primary");
  let busy = false;

  const pass = document.getElementById("list-pass");

  // how many are chosen stands by the password, which is asked only once there is something to sign, and on the button
  function tell() {
    if (!chosen) return;
    const count = form.querySelectorAll("input[name=paper]:checked").length;
    chosen.hidden = false;
    chosen.textContent = count ? chosen.dataset.some.replace("{count}", count) : chosen.dataset.none;
    button.textContent = button.dataset.count.replace("{count}", count);
    button.disabled = busy || !count;
    const rests = !busy && !count;
    // who signed by Enter goes on at what came of it, not at the top of the page
    if (rests && pass.contains(document.activeElement)) document.getElementById("results").focus();
    pass.hidden = rests;
  }
  form.addEventListener("change", tell);
  addEventListener("pageshow", tell); // a page that comes back keeps its ticks
  tell();

  async function signed(box) {
    const data = new URLSearchParams(new FormData(form));
    data.delete("paper");
    data.append("paper", box.value);
    const answer = await fetch(form.action, { method: "POST", body: data, credentials: "same-origin" });
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  }

  function show(page, box) {
    const line = page.getElementById(`result-${box.value.split(":")[0]}`);
    if (!line) return page.getElementById("list-wrong")?.textContent.trim() || form.dataset.failed;
    document.getElementById(line.id)?.remove();
    lines.append(document.adoptNode(line));
    document.getElementById("results").hidden = false;
    const row = box.closest("tr");
    if (["signed", "already"].includes(line.dataset.outcome)) {
      if (row.nextElementSibling?.matches(".more")) row.nextElementSibling.remove();
      row.remove();
    } else box.checked = false;
    return "";
  }

  form.addEventListener("submit", async (event) => {
    const boxes = [...form.querySelectorAll("input[name=paper]:checked")];
    if (busy) return event.preventDefault();
    if (!boxes.length || boxes.length > Number(form.dataset.most) || !form.elements.passphrase.value) return;
    event.preventDefault();
    busy = true;
    button.disabled = true;
    let said = "";
    for (const [at, box] of boxes.entries()) {
      progress.textContent = `${form.dataset.busy} ${at + 1}/${boxes.length}`;
      try {
        said = show(await signed(box), box);
      } catch {
        said = form.dataset.failed; // the line was cut: sent again, what is signed says so
      }
      if (said) break;
    }
    form.elements.passphrase.value = "";
    progress.textContent = said || form.dataset.done;
    busy = false;
    tell();
  });
})();
