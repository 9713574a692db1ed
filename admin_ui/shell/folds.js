// Opens the folds around a field that the browser will not send: it cannot point at a field inside a closed fold, and would
// refuse the form without a word. Without this script the server says what is wrong, and shows the fold open.
addEventListener(
  "invalid",
  (event) => {
    for (let fold = event.target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  },
  { capture: true },
);
