// Lets the browser ask before a page is left on which a text was typed and not sent: pages are never stored (no-store), so
// going back would not bring it back. It asks only about what would be missed: some words, in a form that is posted.
(() => {
  const LEAST = 12; // letters; shorter ones are names, numbers and choices
  const least = (one) => ("remark" in one.dataset ? 1 : LEAST); // a remark is counted in the bar, however short
  const TYPED = "textarea, input:is([type=text], [type=search], [type=url], [type=email], :not([type]))";
  let sent = new WeakSet();
  addEventListener("submit", (event) => sent.add(event.target));
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
