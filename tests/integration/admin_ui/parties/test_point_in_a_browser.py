"""The point of a party is picked on a map with the mouse, a finger or the keys, and shown on its page."""

import re

import pytest
from playwright.async_api import Page, expect

from backend.core import database
from schemas.parties import acts
from schemas.parties.words import PlacedBy
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import parties_made
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]
REGISTER = "/desk/parties/register"
POINT = re.compile(r"2[01]\.\d{6}, 105\.\d{6}")


async def mapped(page: Page) -> None:
    """The map stands, with names of communes on it."""
    await page.locator("#place-map.leaflet-container").wait_for()
    await page.locator(".commune-name").first.wait_for()


@pytest.mark.parametrize("width", [390, 1280])
async def test_a_point_is_picked_on_the_map_recorded_and_shown(
    people: People, chrome: Chrome, width: int
) -> None:
    """It needs no source of tiles, and asks nobody but us."""
    party_id = await parties_made.registered(people.an)
    page = await chrome.sign_in(people.an, width)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(f"{REGISTER}/{party_id}/acts/place")
    own = page.url.split("/desk")[0]
    await mapped(page)
    await check(page, width)
    await page.select_option("#commune", label="Phường Cửa Nam")
    await page.locator("#place-map").click(position={"x": 120, "y": 90})
    await expect(page.locator("#f-point")).to_have_value(POINT)
    await expect(page.locator("#point-said")).to_contain_text("Gần Phường")
    await expect(page.locator(".place-mark")).to_have_count(1)
    typed = await page.input_value("#f-point")
    await page.get_by_role("button", name="Đặt vị trí trên bản đồ").click()
    await page.locator("#party-place").wait_for()
    await check(page, width)
    row = await database.fetchrow(
        "SELECT latitude_e7, longitude_e7 FROM subjects WHERE id = $1", party_id
    )
    assert typed == f"{row['latitude_e7'] / 1e7:.6f}, {row['longitude_e7'] / 1e7:.6f}"
    assert all(one.startswith((own, "blob:", "data:")) for one in asked)
    assert chrome.complaints == []


async def test_the_keys_move_the_map_and_enter_puts_the_mark_in_its_middle(
    people: People, chrome: Chrome
) -> None:
    party_id = await parties_made.registered(people.an)
    page = await chrome.sign_in(people.an, 1280)
    await page.goto(f"{REGISTER}/{party_id}/acts/place")
    await mapped(page)
    await page.locator("#place-map").focus()
    await page.keyboard.press("Enter")
    first = await page.input_value("#f-point")
    assert POINT.fullmatch(first)
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    await expect(page.locator("#f-point")).not_to_have_value(first)
    north = float((await page.input_value("#f-point")).split(",")[0])
    assert north > float(first.split(",")[0])
    assert page.url.endswith("/place"), "Enter on the map sends nothing"


async def test_a_finger_touches_the_map(people: People, chrome: Chrome) -> None:
    party_id = await parties_made.registered(people.an)
    page = await chrome.sign_in(people.an, 390)
    await page.goto(f"{REGISTER}/{party_id}/acts/place")
    await mapped(page)
    box = await page.locator("#place-map").bounding_box()
    assert box is not None
    await page.locator("#place-map").scroll_into_view_if_needed()
    await page.locator("#place-map").dispatch_event(
        "click", {"clientX": box["x"] + 80, "clientY": box["y"] + 80}
    )
    await expect(page.locator("#f-point")).to_have_value(POINT)


async def test_what_is_typed_is_marked_on_the_map_and_what_was_known_is_there_at_once(
    people: People, chrome: Chrome
) -> None:
    party_id = await parties_made.registered(people.an)
    point = acts.Point(latitude_e7=210245000, longitude_e7=1058412000)
    await parties_made.done(people.an, party_id, acts.PartyPlaced(point=point, by=PlacedBy.GIVEN))
    page = await chrome.sign_in(people.an, 1280)
    await page.goto(f"{REGISTER}/{party_id}/acts/place")
    await mapped(page)
    await expect(page.locator("#f-point")).to_have_value("21.024500, 105.841200")
    await expect(page.locator(".place-mark")).to_have_count(1)
    await page.fill("#f-point", "21.0245, 105.9")
    await expect(page.locator("#point-said")).to_contain_text("105.90000")
    await expect(page.locator(".place-mark")).to_have_count(1)
    await page.fill("#f-point", "nơi nào đó")
    await expect(page.locator(".place-mark")).to_have_count(0)


async def test_without_the_communes_the_field_stays_and_the_page_says_what_to_do(
    people: People, chrome: Chrome
) -> None:
    party_id = await parties_made.registered(people.an)
    page = await chrome.sign_in(people.an, 390)
    await page.route("**/communes-*", lambda route: route.abort())
    await page.goto(f"{REGISTER}/{party_id}/acts/place")
    await expect(page.locator("#map-said")).to_contain_text("Không mở được bản đồ")
    await page.fill("#f-point", "21.0245, 105.8412")
    await page.get_by_role("button", name="Đặt vị trí trên bản đồ").click()
    await page.locator("#party-place").wait_for()


@pytest.mark.parametrize("width", [390, 1280])
async def test_of_a_party_s_still_map_nothing_lies_out_of_sight(
    people: People, chrome: Chrome, width: int
) -> None:
    party_id = await parties_made.registered(people.an)
    page = await chrome.sign_in(people.an, width)
    await page.goto(f"{REGISTER}/{party_id}/acts/place")
    await page.fill("#f-point", "21.0245, 105.8412")
    await page.get_by_role("button", name="Đặt vị trí trên bản đồ").click()
    await expect(page.locator("#party-place > svg:visible")).to_have_count(1)
    box = await page.locator("#party-place > svg:visible").bounding_box()
    assert box is not None
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    letter = await page.locator("#party-place > svg:visible .commune-said").first.evaluate(
        "one => one.getScreenCTM().a * parseFloat(getComputedStyle(one).fontSize)"
    )
    assert letter > 10, "names are read"
