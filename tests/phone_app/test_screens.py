"""Every screen, in both languages, light and dark: open to everybody, wide enough, and pictured.

The pictures go to screenshots/ (git-ignored), 390 x 844 as a phone shows them.
"""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from deploy import surroundings
from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone

pytestmark = [pytest.mark.browser, pytest.mark.long]

PICTURES = surroundings.ROOT / "screenshots"
LEAST_TARGET = 44
"""CSS pixels: WCAG 2.2 success criterion 2.5.5."""
_SMALL = """(least) => [...document.querySelectorAll(
    "button, a.button, a.row, a.status, nav a, .page-back, summary, select, textarea," +
    "input:not([type=hidden], [type=checkbox], [type=radio], [type=file])")]
    .filter((e) => e.offsetParent && e.getBoundingClientRect().height < least - 0.5)
    .map((e) => e.outerHTML.slice(0, 120))"""
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class Look:
    """Looks at screens, judges and pictures them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.faults: list[str] = []

    async def at(self, page: Page, screen: str) -> None:
        """One screen: axe, width, targets, picture."""
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
        PICTURES.mkdir(exist_ok=True)
        await page.screenshot(path=PICTURES / f"{self.name} {screen}.png")


@pytest.fixture(params=["vi light", "vi dark", "en light", "en dark"])
async def look(request: pytest.FixtureRequest) -> AsyncIterator[Look]:
    """How the app is looked at; its faults are told together."""
    made = Look(str(request.param))
    yield made
    assert made.faults == [], "\n".join(made.faults)


async def test_every_screen_is_open_to_everybody_and_fits(
    phones: MakePhone, office: Office, look: Look, tmp_path: Path
) -> None:
    language, scheme = look.name.split()
    phone = await phones(None, scheme=scheme)
    await look.at(phone.page, "01 sign in")
    await phone.sign_in("hn1.an")
    await phone.page.get_by_label("Mã PIN mới", exact=True).wait_for()
    await look.at(phone.page, "02 set pin")
    await phone.set_pin()
    inspection, other = await office.issue(), await office.issue()
    await phone.take_up(inspection)
    await phone.take_photos(inspection, 1)
    await phone.write_minutes(inspection)
    await phone.sign(inspection, "leader")
    await phone.sync()
    if language == "en":
        await phone.speak_english()
    await look_at_the_app(phone, look, inspection, other)


async def look_at_the_app(phone: Phone, look: Look, inspection: str, other: str) -> None:
    """From the list of work through a visit to the outbox, and the lock at the end."""
    page, visit = phone.page, f"/app/inspections/{inspection}"
    [photo] = (await phone.kept()).photos_of(inspection)
    for screen, path in {
        "03 home": "/app/",
        "04 assignment": f"/app/inspections/{other}",
        "05 visit": visit,
        "06 place": f"{visit}/place",
        "07 camera": f"{visit}/camera",
        "08 photographs": f"{visit}/photos",
        "09 photograph": f"{visit}/photos/{photo['id']}",
        "10 minutes": f"{visit}/minutes",
        "12 signatures": f"{visit}/signatures",
        "13 sign": f"{visit}/sign/subject",
        "14 review": f"{visit}/review",
        "15 discard": f"{visit}/discard",
        "11 minutes of non-execution": f"{visit}/minutes?form=BB-KKT",
        "16 outbox": "/app/outbox",
        "17 rescue": "/app/rescue",
        "18 look up": "/app/reference",
        "19 settings": "/app/settings",
    }.items():
        await phone.go(path)
        await look.at(page, screen)
    for screen, path in {"20 nothing here": "/app/nothing/here", "21 unlock": "/app/"}.items():
        await page.goto(path)
        if screen != "21 unlock":
            await phone.unlock_if_asked()
        await look.at(page, screen)
