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
    await look_at_informations(phone, look)
    for screen, path in {"20 nothing here": "/app/nothing/here", "21 unlock": "/app/"}.items():
        await page.goto(path)
        if screen != "21 unlock":
            await phone.unlock_if_asked()
        await look.at(page, screen)


async def look_at_informations(phone: Phone, look: Look) -> None:
    """The list, a form that lacks something, its map, the rescue file with a draft, and one that was sent."""
    page, words = phone.page, INFORMATION[look.name.split()[0]]
    await phone.go("/app/informations")
    await look.at(page, "30 informations")
    await phone.press(words["begin"])
    await page.get_by_role("heading", name=words["point"]).wait_for()
    await phone.press(words["go"])
    await look.at(page, "31 information, what is missing")
    await page.get_by_label(words["source"]).select_option("tip")
    await phone.press(words["locate"])
    await phone.press(words["take"])
    await phone.press(words["map"])
    ground = page.get_by_role("application")
    await ground.click(position={"x": 60, "y": 80})
    await page.get_by_text(words["nearest"]).wait_for()
    await look.at(page, "32 information, the map")
    form = page.url
    await phone.go("/app/rescue")
    await page.get_by_text(words["draft"]).wait_for()
    await look.at(page, "33 rescue with a draft")
    await page.goto(form)
    await phone.unlock_if_asked()
    await look.at(page, "34 information, taken up again")
    await page.get_by_label(words["summary"]).fill("Phản ánh một kho rượu không nhãn.")
    await page.get_by_label(words["urgent"]).fill("Hàng chuyển đi trước sáng mai.")
    await look.at(page, "35 information, why it cannot wait")
    await page.get_by_label(words["no"], exact=True).check()
    await phone.press(words["go"])
    await look.at(page, "36 information, asked whether sure")
    await phone.confirm(words["go"])
    await page.get_by_role("heading", name=words["one"], exact=True).wait_for()
    await phone.wait_until_stored()
    await look.at(page, "37 information, sent")


INFORMATION = {
    "vi": {
        "begin": "Tiếp nhận thông tin mới",
        "point": "Vị trí (không bắt buộc)",
        "go": "Ghi thông tin",
        "source": "Nguồn tin",
        "locate": "Dùng vị trí của máy",
        "take": "Niêm vị trí này",
        "map": "Chỉ trên bản đồ",
        "nearest": "Gần nhất:",
        "draft": "1 bản nháp báo tin",
        "summary": "Tóm tắt để xử lý",
        "urgent": "Vì sao không chờ được",
        "no": "Không",
        "one": "Thông tin",
    },
    "en": {
        "begin": "Register new information",
        "point": "Position (optional)",
        "go": "Register",
        "source": "Source",
        "locate": "Use the phone’s position",
        "take": "Seal this position",
        "map": "Point at the map",
        "nearest": "Nearest:",
        "draft": "1 draft of information",
        "summary": "Summary for the work",
        "urgent": "Why it cannot wait",
        "no": "No",
        "one": "Information",
    },
}
