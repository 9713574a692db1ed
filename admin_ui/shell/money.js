// Sets dots between the thousands of a sum while it is typed: 1.250.000. Only digits are moved, never dots or commas that
// somebody typed: "1.5" stays as it is, and is refused. Where papers write the sum in words too, they are shown below.
(() => {
  const WELL = /^\d{0,3}(\.\d{3})*$|^\d*$/;
  const grouped = (digits) => digits.replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+$)/g, ".");
  const before = new WeakMap();
  const PAUSE = 350; // milliseconds without a key, before the words are asked for
  const waits = new WeakMap();
  const say = async (field) => {
    const place = document.getElementById(`${field.id}-words`);
    const digits = field.value.replace(/[.\s]/g, "");
    if (!/^\d{1,12}$/.test(digits) || !WELL.test(field.value.trim())) {
      place.textContent = "";
      return;
    }
    const answer = await fetch(`${field.dataset.wordsAt}?dong=${digits}`);
    if (answer.ok && field.value.replace(/[.\s]/g, "") === digits) place.textContent = await answer.text();
  };
  addEventListener("focusin", ({ target }) => target.matches?.("input[data-money]") && before.set(target, target.value));
  addEventListener("input", (event) => {
    const field = event.target;
    if (!field.matches?.("input[data-money]")) return;
    const was = before.get(field) ?? "";
    const now = field.value;
    const typedDigits = event.data == null || /^\d+$/.test(event.data);
    if (typedDigits && WELL.test(was) && /^[\d.]+$/.test(now) && !/^\.|\.\.|\.$/.test(now)) {
      const caret = now.slice(0, field.selectionStart ?? now.length).replace(/\D/g, "").length;
      const inserted = event.inputType === "insertFromPaste" || event.inputType === "insertFromDrop";
      if (!inserted || /^\d+$/.test(now)) {
        const next = grouped(now.replace(/\D/g, ""));
        if (next !== now) {
          field.value = next;
          let place = 0;
          for (let left = caret; left > 0 && place < next.length; place += 1) if (next[place] !== ".") left -= 1;
          field.setSelectionRange(place, place);
        }
      }
    }
    before.set(field, field.value);
    if (field.dataset.wordsAt) {
      clearTimeout(waits.get(field));
      waits.set(field, setTimeout(() => say(field), PAUSE));
    }
  });
})();
