"""The gallery and the comparison in a real browser: keys, wheel, touch, and the same pages without any script."""

import asyncio
import re
from typing import Any
from uuid import UUID

import pytest
from playwright.async_api import Page, expect

from backend.core import database
from backend.core.settings import Settings
from schemas.core.ids import new_id
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import factories, pictures
from tests.support.chromium import Chrome
from tests.support.factories import Work
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE
from tests.support.uploads import Tus, all_stored
from tests.support.waiting import waiting_for
from tests.support.workers import worker_of

pytestmark = [pytest.mark.browser, MAY_RUN_ONCE_MORE]

_SHOWN = ".stage > img"
_SCROLLED = """new Promise((done) => scrollY > 0 ? done() : addEventListener("scroll", done, {once: true}))"""


async def stored(work: Work, tus: Tus, settings: Settings, *sizes: tuple[int, int]) -> Work:
    """One photograph of each size, whose picture can be shown."""
    for size in sizes:
        picture = await factories.take_photo(work, pictures.jpeg(size=size), f"Cỡ {size[0]}")
        await tus.whole(picture.data, picture.photo_id)
    await all_stored()
    worker = worker_of(settings)
    await worker.drain()
    await worker.close()
    return work


@pytest.fixture
async def roll(tus: Tus, people: People, settings: Settings) -> Work:
    """Four photographs that can all be shown."""
    work = await factories.announced(people)
    return await stored(work, tus, settings, *((320 + step, 240) for step in range(4)))


@pytest.fixture
async def other(album: Work, tus: Tus, people: People, settings: Settings) -> Work:
    """Beside the album, another inspection with one photograph."""
    return await stored(await factories.announced(people), tus, settings, (300, 200))


def gallery(work: Work, number: int = 0) -> str:
    return f"/desk/inspections/{work.id}/gallery?photo={work.pictures[number].photo_id}"


async def at(page: Page, work: Work, number: int) -> None:
    """The address, the picture's part and the strip all name this photograph."""
    photo_id = work.pictures[number].photo_id
    await expect(page.locator("[data-part=picture]")).to_have_attribute("data-photo", photo_id)
    await expect(page.locator(".strip a[aria-current]")).to_have_attribute("data-photo", photo_id)
    assert page.url.endswith(photo_id)


async def look(page: Page, side: int = 0) -> tuple[float, str]:
    """How large and how turned a picture is shown."""
    stage = page.locator(".stage").nth(side)
    scale = await stage.get_attribute("data-scale")
    turned = await stage.get_attribute("data-turned")
    return float(scale or 0), turned or ""


async def viewed(work: Work) -> set[int]:
    """Which pictures were opened, by the record."""
    rows = await database.fetch("SELECT photo_id FROM access_log WHERE action = 'photo.view'")
    ids = [picture.photo_id for picture in work.pictures]
    return {ids.index(str(row["photo_id"])) for row in rows}


async def test_the_keyboard_leads_through_all_photographs(
    roll: Work, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.khanh)
    await page.goto(gallery(roll))
    await at(page, roll, 0)
    for key, number in (("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("End", 3)):
        await page.keyboard.press(key)
        await at(page, roll, number)
        about = await page.locator("[data-part=about]").text_content() or ""
        assert roll.pictures[number].sha256[:12] in about
    await page.keyboard.press("ArrowRight")
    await at(page, roll, 3)
    await expect(page.locator("#gallery-said")).to_have_text(re.compile("4 trên 4.*Cỡ 323"))
    await page.keyboard.press("Home")
    await at(page, roll, 0)
    await page.keyboard.press("Escape")
    await page.wait_for_url(f"**/inspections/{roll.id}#photo-*")
    assert chrome.complaints == []


async def test_no_picture_is_fetched_before_somebody_goes_to_it(
    roll: Work, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.khanh)
    await page.goto(gallery(roll, 1))
    await page.wait_for_load_state("networkidle")
    assert await viewed(roll) == {1}
    await page.get_by_role("link", name="Ảnh sau").press("Enter")
    await at(page, roll, 2)
    await expect(page.get_by_role("link", name="Ảnh sau")).to_be_focused()
    # "networkidle" was reached once already, so it waits no more.
    async with waiting_for("the page to note both photographs as viewed"):
        while await viewed(roll) != {1, 2}:  # noqa: ASYNC110 - a page has no event for it
            await asyncio.sleep(0.05)


async def test_a_picture_is_zoomed_moved_and_turned_on_the_screen_alone(
    album: Work, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.khanh)
    asked: list[str] = []
    await page.goto(gallery(album))
    await page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url))
    for key, shown in (
        ("+", (1.5, "0")),
        ("+", (2.25, "0")),
        ("-", (1.5, "0")),
        ("r", (1.5, "90")),
        ("Shift+R", (1.5, "0")),
        ("Shift+R", (1.5, "270")),
        ("0", (1.0, "0")),
    ):
        await page.keyboard.press(key)
        assert await look(page) == shown, key
    await page.get_by_role("button", name="Xoay phải").click()
    assert await look(page) == (1.0, "90")
    await expect(page.locator("#gallery-said")).to_have_text(
        "Phóng 100 % · xoay 90°, chỉ trên màn hình"
    )
    await page.keyboard.press("0")
    box = await page.locator(".stage").bounding_box()
    assert box
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    await page.mouse.move(*middle)
    await page.mouse.wheel(0, -400)
    await expect(page.locator(".stage")).not_to_have_attribute("data-scale", "1.00")
    before = await page.locator(_SHOWN).bounding_box()
    await page.mouse.down()
    await page.mouse.move(middle[0] + 60, middle[1] + 40, steps=4)
    await page.mouse.up()
    after = await page.locator(_SHOWN).bounding_box()
    assert before
    assert after
    assert after["x"] > before["x"]
    assert asked == []
    assert chrome.complaints == []


async def touch(page: Page, *moments: list[tuple[float, float]]) -> None:
    """Fingers on the glass: where each is, moment by moment; then all are lifted."""
    cdp = await page.context.new_cdp_session(page)
    for number, fingers in enumerate(moments):
        points: list[dict[str, Any]] = [
            {"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(fingers)
        ]
        kind = "touchMove" if number else "touchStart"
        await cdp.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
    await cdp.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})


@pytest.mark.long
async def test_two_fingers_zoom_and_one_swipes_to_the_next(
    album: Work, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.khanh, 390, has_touch=True)
    await page.goto(gallery(album))
    box = await page.locator(".stage").bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    await touch(page, *([(x - far, y), (x + far, y)] for far in (30, 45, 60, 90)))
    scale, _ = await look(page)
    assert 2.0 <= scale <= 4.0
    await page.get_by_role("button", name="Vừa khung").click()
    await touch(page, *([(x + 120 - step * 40, y)] for step in range(6)))
    await at(page, album, 1)
    assert chrome.complaints == []


@pytest.mark.long
async def test_the_keys_are_listed_and_the_single_letters_can_be_switched_off(
    album: Work, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.khanh)
    await page.goto(gallery(album))
    await page.keyboard.press("?")
    await expect(page.locator("dialog")).to_be_visible()
    await check(page, 1280)
    await page.keyboard.press("r")
    assert await look(page) == (1.0, "0")
    await page.get_by_label("Dùng phím tắt một chữ").uncheck()
    await page.keyboard.press("Escape")
    await expect(page.locator("dialog")).to_be_hidden()
    await page.keyboard.press("r")
    assert await look(page) == (1.0, "0")
    await page.reload()
    await page.keyboard.press("r")
    assert await look(page) == (1.0, "0")
    await page.keyboard.press("ArrowRight")
    await at(page, album, 1)


@pytest.mark.long
async def test_two_pictures_move_together_until_they_are_parted(
    album: Work, other: Work, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.khanh)
    await page.goto(
        f"/desk/inspections/{album.id}/compare?left={album.pictures[0].photo_id}"
        f"&right={other.pictures[0].photo_id}"
    )
    await expect(page.locator(_SHOWN)).to_have_count(2)
    await page.keyboard.press("+")
    assert (await look(page, 0))[0] == (await look(page, 1))[0] == 1.5
    await page.get_by_role("button", name="Phóng to").nth(1).click()
    assert (await look(page, 0))[0] == (await look(page, 1))[0] == 2.25
    await page.keyboard.press("s")
    await expect(page.locator("[data-both]")).to_have_attribute("aria-pressed", "false")
    await page.keyboard.press("+")
    assert (await look(page, 0))[0] == 2.25
    assert (await look(page, 1))[0] > 3
    await page.keyboard.press("r")
    assert [await look(page, side) for side in (0, 1)] == [(2.25, "0"), (3.38, "90")]
    await page.get_by_role("button", name="Phóng và dời cùng nhau").click()
    assert (await look(page, 0))[0] == 3.38
    await page.keyboard.press("x")
    await page.wait_for_url(f"**left={other.pictures[0].photo_id}&right=*")
    assert chrome.complaints == []


async def test_without_javascript_the_gallery_is_links_and_the_comparison_a_form(
    album: Work, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.khanh, 390, java_script_enabled=False)
    await page.goto(f"/desk/inspections/{album.id}/gallery")
    assert (
        await page.locator("[data-do]:visible, [data-opens]:visible, [data-both]:visible").count()
        == 0
    )
    await page.get_by_role("link", name="Ảnh sau").click()
    await at(page, album, 1)
    await page.locator(".strip a").nth(3).click()
    await at(page, album, 3)
    await page.get_by_role("link", name="So với ảnh khác").click()
    await page.select_option("#f-left", album.pictures[0].photo_id)
    await page.get_by_role("button", name="So", exact=True).click()
    await page.wait_for_url(f"**left={album.pictures[0].photo_id}*")
    assert await page.locator(_SHOWN).count() == 1


async def test_a_photograph_s_own_page_zooms_by_its_buttons_and_leaves_the_wheel_to_the_page(
    album: Work, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.khanh)
    await page.goto(f"/desk/photos/{album.pictures[0].photo_id}")
    await page.get_by_role("button", name="Phóng to").click()
    assert await look(page) == (1.5, "0")
    box = await page.locator(".stage").bounding_box()
    assert box
    await page.mouse.move(box["x"] + 50, box["y"] + 50)
    await page.mouse.wheel(0, 300)
    await page.evaluate(_SCROLLED)
    assert await look(page) == (1.5, "0")
    await page.keyboard.press("r")
    assert await look(page) == (1.5, "0")
    await page.locator(".stage").focus()
    await page.keyboard.press("r")
    assert await look(page) == (1.5, "90")
    await page.get_by_role("link", name="Ảnh sau").click()
    await page.wait_for_url(f"**/{album.pictures[1].photo_id}")
    assert chrome.complaints == []


@pytest.mark.long
async def test_a_repeated_picture_and_the_form_that_weighs_it_are_accessible_and_fit(
    album: Work, other: Work, people: People, chrome: Chrome
) -> None:
    finding = new_id()
    await database.execute(
        "INSERT INTO findings (id, inspection_id, kind, subject_id, photo_id, other_id,"
        " other_inspection_id, other_photo_id, numbers, found_at)"
        " VALUES ($1, $2, 'same_bytes', $3, $3, $4, $5, $4, '{}', now())",
        finding,
        album.id,
        UUID(album.pictures[0].photo_id),
        UUID(other.pictures[0].photo_id),
        other.id,
    )
    page = await chrome.sign_in(people.giang, 390)
    for address in (
        f"/desk/inspections/{album.id}#finding-{finding}",
        f"/desk/photos/{album.pictures[0].photo_id}",
        f"/desk/inspections/{album.id}/findings/{finding}/weigh",
    ):
        await page.goto(address)
        await expect(page.locator(f"#finding-{finding}")).to_be_visible()
        await check(page, 390)
    await page.get_by_label("Bỏ qua").check()
    await page.get_by_role("textbox", name="Lý do").fill("Ảnh chụp lại theo yêu cầu.")
    await page.get_by_role("button", name="Xem lại trước khi gửi").click()
    await check(page, 390)
    await page.get_by_role("button", name="Ghi ý kiến").click()
    await page.wait_for_url("**?done=weighed")
    assert chrome.complaints == []
