// Gives each field for files a face in the page's language: a browser writes "Choose File" in its own. The field itself
// lies over it and stays what is pressed, focused, dropped upon and read aloud; without this script it is seen as it is.
(() => {
  const { choose, none, several } = document.currentScript.dataset;
  const named = ({ files }) => {
    if (files.length > 1) return several.replace("{count}", files.length);
    return files[0]?.name ?? none;
  };
  for (const field of document.querySelectorAll("main input[type=file]")) {
    const face = document.createElement("span");
    face.className = "file-face";
    field.before(face);
    const [button, name] = ["button", "file-name"].map((kind) => {
      const part = document.createElement("span");
      part.className = kind;
      part.ariaHidden = "true";
      return part;
    });
    button.textContent = choose;
    const show = () => {
      name.textContent = named(field);
      face.classList.toggle("empty-file", !field.files.length);
    };
    face.append(button, name, field);
    field.addEventListener("change", show);
    field.form?.addEventListener("reset", () => setTimeout(show));
    show();
  }
})();
