// Shows the button that copies what is shown only once, and says when it is copied; without the script it is selected
// by hand. Browsers give the clipboard to pages at a safe address only: elsewhere the older command copies the selection.
for (const button of document.querySelectorAll("[data-copy]")) {
  const value = document.getElementById(button.dataset.copy);
  const said = document.getElementById(`${button.dataset.copy}-said`);
  button.hidden = false;
  button.addEventListener("click", async () => {
    const copied = (await toClipboard(value.textContent)) || bySelection(value);
    said.textContent = "";
    // A live region tells a change: the same words again are none.
    setTimeout(() => {
      said.textContent = copied ? button.dataset.copied : button.dataset.selected;
    }, 50);
  });
}

async function toClipboard(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function bySelection(value) {
  getSelection().selectAllChildren(value);
  return document.execCommand("copy");
}
