// Keys of a page on which files are ruled on: each follows the link that names it in data-key. The link is on the page with
// the content that was opened, so nothing is ruled on that was not. Agreeing asks once more on its own page.
(() => {
  hientruong.keys((event) => {
    if (event.shiftKey || event.key.length !== 1) return false;
    const link = document.querySelector(`a[data-key~="${CSS.escape(event.key.toLowerCase())}"]`);
    if (link === null) return false;
    link.click();
    return true;
  });
})();
