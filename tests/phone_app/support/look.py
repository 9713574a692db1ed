"""Checks of a screen of the phone: accessible, not too wide, and recorded as a picture."""

from typing import Any

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from deploy import surroundings

PICTURES = surroundings.ROOT / "screenshots"
LEAST_TARGET = 44
"""CSS pixels: WCAG 2.2 success criterion 2.5.5."""
_SMALL = """(least) => [...document.querySelectorAll(
    "button, a.button, a.row, a.status, nav a, .page-back, summary, select, textarea," +
    "input:not([type=hidden], [type=checkbox], [type=radio], [type=file])")]
    .filter((e) => e.offsetParent && e.getBoundingClientRect().height < least - 0.5)
    .map((e) => e.outerHTML.slice(0, 120))"""
_COVERED = """() => [...document.querySelectorAll("main .button-primary")]
    .filter((e) => e.offsetParent)
    .map((e) => [e, e.getBoundingClientRect()])
    .filter(([, box]) => box.top < innerHeight && box.bottom > 0)
    .filter(([e, box]) => {
      const y = Math.min(box.top + box.height / 2, innerHeight - 1);
      const over = document.elementFromPoint(box.left + box.width / 2, y);
      return over !== null && !e.contains(over) && over.closest(".foot") !== null;
    })
    .map(([e]) => e.outerHTML.slice(0, 120))"""
"""The main content of a screen must not begin behind its own dock."""
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Look:
    """Opens screens, checks them and takes pictures of them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[str] = []

    async def at(self, page: Page, screen: str) -> None:
        """Check one screen: axe, width, touch targets; take a picture."""
        await page.wait_for_load_state("networkidle")
        found: dict[str, Any] = (await Axe().run(page)).response
        self.faults += [
            f"{screen}: {item['id']}: {item['nodes'][0]['html'][:160]}"
            for item in found["violations"]
        ]
        if (wider := await page.evaluate(_OVERFLOW)) > 1:
            self.faults.append(f"{screen}: {wider} px wider than the phone")
        small = await page.evaluate(_SMALL, LEAST_TARGET)
        self.faults += [f"{screen}: too small to touch: {one}" for one in small]
        covered = await page.evaluate(_COVERED)
        self.faults += [f"{screen}: behind the dock: {one}" for one in covered]
        PICTURES.mkdir(exist_ok=True)
        await page.screenshot(path=PICTURES / f"{self.name} {screen}.png")
