"""The map of a visit and its time line: every fact in words as well as drawn, and nothing else drawn."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from axe_playwright_python.async_playwright import Axe
from litestar import Litestar
from playwright.async_api import Page, Route

from admin_ui.shell import static_files
from admin_ui.shell.files import DESK, files
from backend.core import anchors, clock, database
from deploy.demo import contents
from deploy.demo.outbox import Outbox
from schemas.fieldwork.maps import MapTiles
from tests.support import factories
from tests.support.chromium import Chrome
from tests.support.factories import Work
from tests.support.people import People
from tests.support.readers import Readers
from tests.support.timeouts import MAY_RUN_ONCE_MORE

ADDRESS = (210285110, 1058542300)
METRE_E7 = 90
"""About one metre of latitude."""
DRAWN = {
    "ground",
    "graticule",
    "accuracy",
    "track",
    "mark-address",
    "house",
    "spot",
    "leader",
    "in-doubt",
    "mark-of",
    "north",
    "scale",
    *(f"officer-{number}" for number in range(1, 6)),
}
"""Everything that a still map consists of: officers' marks, a grid, north, a scale. No land, no sea, no border."""
TILES = MapTiles(
    url="https://tiles.example/{z}/{x}/{y}.png",
    origin="https://tiles.example",
    attribution="© Sở Bản đồ <thử>",
)


@dataclass
class Visit:
    """An inspection by two officers: one connected, one an hour and a half without a line."""

    work: Work
    other: Outbox

    @property
    def address(self) -> str:
        """Of its map."""
        return f"/desk/inspections/{self.work.id}/map"


def at(metres: int, **changed: Any) -> dict[str, Any]:
    return contents.place(ADDRESS[0] + metres * METRE_E7, ADDRESS[1], **changed)


@pytest.fixture
async def visit(app: Litestar, people: People) -> Visit:
    """Marks 1 and 2: binh's, made offline; 3 to 5: an's announcement, place, photograph; 6: held."""
    work = await factories.decided(people, latitude_e7=ADDRESS[0], longitude_e7=ADDRESS[1])
    decision = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    await work.act("inspection.opened", {"decision_id": str(decision)})
    work.pen.anchor = anchors.make()
    await work.act("inspection.announced", {"place": at(0)})
    await work.act("place.fixed", at(12))
    photo = contents.photo(str(UUID(int=7 << 76)), b"x", "image/jpeg", at(12), "Kệ <hàng>")
    await work.act("photo.taken", photo)
    other = await factories.pen(people.binh)
    for minutes in (90, 30):
        made = clock.rfc3339(datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=minutes))
        act = other.write(str(work.id), "place.fixed", at(250), made_at=made)
        await factories.hand_in(act, people.binh, UUID(str(act["device_id"])))
    forged = other.write(str(work.id), "place.fixed", at(40))
    forged["signature"] = other.log[0]["signature"]
    await factories.hand_in(forged, people.binh, UUID(str(forged["device_id"])))
    return Visit(work, other)


async def test_every_position_is_told_in_words(
    visit: Visit, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    page = await desk.open(visit.address)
    marks = re.findall(r'<li id="fix-(\d+)".*?</li>', desk.html, re.DOTALL)
    assert marks == ["1", "2", "3", "4", "5", "6"]
    for words in (
        "Công bố quyết định tại nơi kiểm tra",
        people.an.full_name,
        people.binh.full_name,
        "21.0307610, 105.8542300",
        "sai số 8 m",
        "Cách nơi kiểm tra 250 m",
        "Cách nơi kiểm tra 0 m (trong sai số)",
        "Kệ <hàng>",
        "Chờ xem xét",
    ):
        assert words in page.text, words


async def test_what_waited_on_a_phone_is_told_with_both_clocks(
    visit: Visit, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    page = await desk.open(visit.address)
    assert re.search(r"Chờ trên máy từ .* \(1 giờ 30 phút\): 2 việc\.", page.text)
    assert "làm sau" in page.text, "the anchor of an's acts is a lower bound"
    assert "không rõ lúc sớm nhất" in page.text, "binh's phone had never seen the server"
    assert desk.html.count("url(#unconnected-wide)") == 1


async def test_a_clock_that_the_server_refutes_is_told(
    visit: Visit, people: People, readers: Readers
) -> None:
    hour = timedelta(hours=1)
    for made in (clock.now() - hour, clock.now() + hour):
        await visit.work.act("place.fixed", at(3), made_at=clock.rfc3339(made))
    desk = await readers.of(people.giang)
    page = await desk.open(visit.address)
    assert "đồng hồ máy chậm hơn mốc giờ máy chủ đã ký" in page.text
    assert "đồng hồ máy nhanh hơn giờ máy chủ nhận" in page.text
    assert re.search("đồng hồ máy nhanh (59 phút|1 giờ)", page.text)


async def test_officers_differ_by_shape_as_well_as_by_colour(
    visit: Visit, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    await desk.open(visit.address)
    [legend] = re.findall(r'<ul class="legend">(.*?)</ul>', desk.html, re.DOTALL)
    assert len(re.findall("<li>", legend)) == 4
    assert 'officer-1"><circle' in legend
    assert 'officer-2"><rect' in legend


async def test_a_held_position_is_shown_apart_and_joins_no_way(
    visit: Visit, people: People, readers: Readers
) -> None:
    desk = await readers.of(people.giang)
    await desk.open(visit.address)
    assert desk.html.count('class="in-doubt"') == 1
    ways = re.findall(r'class="track officer-\d" points="([^"]*)"', desk.html)
    assert sorted(len(way.split()) for way in ways) == [2, 3]


async def test_our_own_map_draws_no_sea_no_border_and_no_name(
    visit: Visit, people: People, readers: Readers
) -> None:
    """Hoàng Sa and Trường Sa are Vietnam's: we draw nothing that could say otherwise."""
    desk = await readers.of(people.giang)
    await desk.open(visit.address)
    [still] = re.findall(r'<svg class="still".*?</svg>', desk.html, re.DOTALL)
    classes = {name for value in re.findall(r'class="([^"]*)"', still) for name in value.split()}
    assert classes - {"still"} <= DRAWN
    words = [word.strip() for word in re.findall(r"<text[^>]*>([^<]*)</text>", still)]
    assert all(re.fullmatch(r"\d+|[\d.]+°|B|[\d.,]+ m", word) for word in words), words
    assert "<image" not in still
    brought = sorted(path.name for path in (DESK / "fieldwork/visit_map/vendor").glob("[!.]*"))
    assert brought == ["leaflet.LICENSE.txt", "leaflet.css", "leaflet.js"]
    data = {".geojson", ".topojson", ".json", ".pmtiles", ".mbtiles", ".png", ".shp"}
    ours = [path for path in files(*data) if path.parent.name != "vendor"]
    assert not ours


async def test_out_of_scope_there_is_no_map_and_reading_is_recorded(
    visit: Visit, people: People, readers: Readers
) -> None:
    for person in (people.ho, people.dung, people.lan):
        desk = await readers.of(person)
        assert await desk.look(visit.address) == 404
    desk = await readers.of(people.khanh)
    await desk.open(visit.address)
    rows = await database.fetch(
        "SELECT officer_id, action FROM access_log WHERE record_id = $1", visit.work.id
    )
    assert [tuple(row) for row in rows] == [(people.khanh.id, "inspection.map")]


async def test_before_anything_was_recorded_the_page_says_so(
    people: People, readers: Readers
) -> None:
    work = await factories.decided(people)
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}/map")
    assert "Nơi kiểm tra theo quyết định:" in page.text
    assert "Điện thoại của Đoàn chưa gửi việc nào." in page.text
    assert "leaflet" not in desk.html


async def test_what_came_in_at_once_and_without_a_place_is_a_table_alone(
    people: People, readers: Readers
) -> None:
    """A title that speaks of a map, and an axis with every mark on one spot, would say nothing."""
    work = await factories.decided(people)
    decision = await database.fetchval("SELECT decision_id FROM inspections WHERE id = $1", work.id)
    await work.act("inspection.opened", {"decision_id": str(decision)})
    desk = await readers.of(people.giang)
    page = await desk.open(f"/desk/inspections/{work.id}/map")
    assert "Vị trí và thời gian" in page.text
    assert "Chưa có vị trí nào được ghi và quyết định không ghi tọa độ." in page.text
    assert "Bản đồ và dòng thời gian" not in page.text
    assert 'class="times ' not in desk.html
    assert "Bảng 1 việc theo giờ điện thoại" in page.text


async def test_without_leaflet_the_still_map_says_the_same(
    visit: Visit, people: People, readers: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(static_files.FILES, "leaflet.js")
    desk = await readers.of(people.giang)
    page = await desk.open(visit.address)
    assert "chưa tải được phần bản đồ phóng to được" in page.text
    assert '<svg class="still"' in desk.html
    assert "map.js" not in desk.html
    assert len(re.findall('<li id="fix-', desk.html)) == 6


async def test_an_operator_s_tiles_widen_the_policy_on_this_page_alone(
    visit: Visit, people: People, readers: Readers, app: Litestar
) -> None:
    app.state.map_tiles = TILES
    desk = await readers.of(people.giang)
    policy = (await desk.fetch(visit.address)).headers["content-security-policy"]
    assert "img-src 'self' data: blob: https://tiles.example;" in policy
    assert policy.count("tiles.example") == 1
    page = await desk.open(visit.address)
    assert "© Sở Bản đồ <thử>" in page.text
    for address in ("/desk/", f"/desk/inspections/{visit.work.id}"):
        other = await desk.fetch(address)
        assert "tiles.example" not in other.headers["content-security-policy"] + other.text


@pytest.mark.browser
@MAY_RUN_ONCE_MORE
@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.long)])
async def test_in_a_browser_map_list_and_card_show_the_same_mark(
    visit: Visit, people: People, chrome: Chrome, width: int
) -> None:
    page = await chrome.sign_in(people.giang, width)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    photo_act = visit.work.pen.log[-1]["id"]
    await page.goto(f"{visit.address}#act-{photo_act}")
    await page.locator(".map-mark[data-number]").first.wait_for()
    assert await chosen(page) == ["fix-5"], "a link from elsewhere leads to the very mark"
    site = page.url.split("/desk/")[0]
    assert [url for url in asked if not url.startswith(site)] == []
    assert await page.locator(".map-mark[data-number]").count() == 6
    assert not await page.locator(".still").is_visible()
    await page.locator(".map-mark[data-number='4']").click()
    assert await chosen(page) == ["fix-4"]
    await page.locator(".map-mark[data-number='5']").click()
    assert await chosen(page) == ["fix-5"]
    assert "Kệ <hàng>" in await page.locator("#chosen").inner_text()
    await page.get_by_role("button", name="Chỉ trên bản đồ 3").click()
    assert await chosen(page) == ["fix-3"]
    assert await page.locator(".map-mark.picked").get_attribute("data-number") == "3"
    found: dict[str, Any] = (await Axe().run(page)).response
    assert [(item["id"], item["nodes"][0]["html"][:120]) for item in found["violations"]] == []
    assert chrome.complaints == []


async def chosen(page: Page) -> list[str]:
    """Which items of the list are marked as the current one."""
    found: list[str] = await page.evaluate(
        "[...document.querySelectorAll('.fix[aria-current=true]')].map((e) => e.id)"
    )
    return found


@pytest.mark.browser
@MAY_RUN_ONCE_MORE
async def test_the_keyboard_reaches_every_mark(
    visit: Visit, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.giang)
    await page.goto(visit.address)
    mark = page.locator(".map-mark[data-number='2']")
    await page.locator(".map-mark[data-number='1']").focus()
    await page.keyboard.press("Tab")
    assert await mark.evaluate("(e) => e === document.activeElement")
    said = await mark.get_attribute("aria-label")
    assert said is not None
    assert said.startswith("2. Xác định vị trí")
    await page.keyboard.press("Enter")
    assert await chosen(page) == ["fix-2"]
    before = await mark.bounding_box()
    await page.locator("#map").focus()
    await page.keyboard.press("+")
    await page.wait_for_function(
        "(x) => document.querySelector('[data-number=\"2\"]').getBoundingClientRect().x !== x",
        arg=before and before["x"],
    )
    assert chrome.complaints == []


@pytest.mark.browser
@MAY_RUN_ONCE_MORE
async def test_without_javascript_and_on_paper_the_still_map_stands(
    visit: Visit, people: People, chrome: Chrome
) -> None:
    page = await chrome.sign_in(people.giang, 390, java_script_enabled=False)
    await page.goto(visit.address)
    assert await page.locator(".still").is_visible()
    assert not await page.locator("#map").is_visible()
    assert await page.locator(".still .mark-of").count() == 6
    page = await chrome.sign_in(people.giang)
    await page.goto(visit.address)
    await page.locator(".map-mark").first.wait_for()
    await page.emulate_media(media="print")
    assert await page.locator(".still").is_visible()
    assert not await page.locator("#map").is_visible()


@pytest.mark.browser
@MAY_RUN_ONCE_MORE
async def test_tiles_are_fetched_where_the_operator_said_and_nothing_is_blocked(
    visit: Visit, people: People, chrome: Chrome, app: Litestar
) -> None:
    app.state.map_tiles = TILES
    page = await chrome.sign_in(people.giang)
    asked: list[str] = []

    async def tile(route: Route) -> None:
        asked.append(route.request.url)
        await route.fulfill(
            content_type="image/svg+xml", body="<svg xmlns='http://www.w3.org/2000/svg'/>"
        )

    await page.route("https://tiles.example/**", tile)
    async with page.expect_request("https://tiles.example/**"):
        await page.goto(visit.address)
    assert all(re.fullmatch(r"https://tiles\.example/\d+/\d+/\d+\.png", url) for url in asked)
    assert chrome.complaints == []
