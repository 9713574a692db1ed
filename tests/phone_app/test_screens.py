"""Every screen, in both languages, light and dark: open to everybody, wide enough, and pictured.

The pictures go to screenshots/ (git-ignored), 390 x 844 as a phone shows them.
"""

from collections.abc import AsyncIterator

import pytest

from tests.phone_app.conftest import MakePhone
from tests.phone_app.support.look import Look
from tests.phone_app.support.office import Office
from tests.phone_app.support.phone import Phone
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


@pytest.fixture(params=["vi light", "vi dark", "en light", "en dark"])
async def look(request: pytest.FixtureRequest) -> AsyncIterator[Look]:
    """How the app is looked at; its faults are told together."""
    made = Look(str(request.param))
    yield made
    assert made.faults == [], "\n".join(made.faults)


async def test_every_screen_is_open_to_everybody_and_fits(
    phones: MakePhone, office: Office, look: Look
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
