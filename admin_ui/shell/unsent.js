// Lets the browser ask before a page is left on which a text was typed and not sent: pages are never stored (no-store), so
// going back would not bring it back. It asks only about what would be missed: some words, in a form that is posted.
(() => {
  const LEAST = 12; // letters; shorter ones are names, numbers and choices
  const least = (one) => ("remark" in one.dataset ? 1 : LEAST); // a remark is counted in the bar, however short
  const TYPED = "textarea, input:is([type=text], [type=search], [type=url], [type=email], :not([type]))";
  // The language switch carries the form that the page answers (shell/kept.py): as it stands here, not as it was sent.
  const SECRET = ["csrf_token", "password", "password_again", "password_now", "passphrase", "handed"];
  const carry = (by) => {
    const to = by.elements.kept_to && new URL(by.elements.kept_to.value, location.href).href;
    const forms = [...document.forms].filter((one) => to && one.method === "post" && new URL(one.getAttribute("action") ?? "", location.href).href === to);
    if (forms.length !== 1 || forms[0].querySelector("[name=kept]")) return;
    const [form] = forms;
    // Hidden fields and buttons as they were sent: those of a page that asks whether one is sure would say that one is.
    // What has no place in this form any more is not sent again: who changes a confirmed form is asked once more.
    const controls = [...form.elements];
    const shown = controls.filter((one) => !["hidden", "submit"].includes(one.type)).map((one) => one.name);
    const here = ([name, value]) => controls.some((one) => one.name === name && (one.type !== "submit" || one.value === value));
    const before = [...new URLSearchParams(by.elements.kept.value)].filter((pair) => !shown.includes(pair[0]) && here(pair));
    const now = [...new FormData(form)].filter(
      ([name, value]) => typeof value === "string" && shown.includes(name) && !SECRET.includes(name),
    );
    by.elements.kept.value = new URLSearchParams([...now, ...before]).toString();
    sent.add(form);
  };
  let sent = new WeakSet();
  addEventListener("submit", (event) => {
    sent.add(event.target);
    if (event.target.getAttribute("action") === "/desk/language") carry(event.target);
  });
  addEventListener("input", (event) => event.target.form && sent.delete(event.target.form));
  addEventListener("pageshow", () => {
    sent = new WeakSet();
  });
  // A page that shows a form again, with what is wrong in it, has not recorded what stands there; an editor has saved it.
  const again = (form) => document.querySelector("main [role=alert]") !== null && !form.closest(".editor");
  const lost = (form) => (one) =>
    one.matches(TYPED) && one.value.length >= least(one) && (again(form) || one.value !== one.defaultValue);
  // What drafts.js has saved is offered again on the same page.
  const unsent = (form) => form.method === "post" && !("draftSaved" in form.dataset) && !sent.has(form) && [...form.elements].some(lost(form));
  addEventListener("beforeunload", (event) => {
    if ([...document.forms].some(unsent)) event.preventDefault();
  });
})();
