"""Counts what a person presses in a real browser, whatever the test calls it.

    presses = await clicks.counted(page)
    ... what the officer does ...
    assert presses.so_far() <= 6

A press is one of the pointer, or a button, link or fold that is worked by the keyboard; letters, digits and moving
between fields are none. It is counted by the browser itself, over page loads and in every window of the reader, so a
test cannot forget one.
"""

from playwright.async_api import Page

_WATCH = """
addEventListener("pointerdown", (event) => event.isTrusted && pressed(), true);
addEventListener("click", (event) =>
  event.isTrusted && event.detail === 0 && event.target.closest("a, button, summary") && pressed(), true);
"""


class Presses:
    """The presses of one reader since the count began."""

    def __init__(self) -> None:
        self._count = 0

    def _one(self) -> None:
        self._count += 1

    def so_far(self) -> int:
        """Return how often something was pressed."""
        return self._count


async def counted(page: Page) -> Presses:
    """Begin to count in the window of this page. What it shows now is loaded again."""
    presses = Presses()
    await page.context.expose_function("pressed", presses._one)
    await page.context.add_init_script(_WATCH)
    await page.reload()
    return presses
