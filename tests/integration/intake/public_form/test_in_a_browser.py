"""The citizens' pages in a real browser: accessible, fit for a phone, and usable by keyboard and without a script."""

from datetime import timedelta
from pathlib import Path

import pytest
from litestar import Litestar
from playwright.async_api import Page, expect

from backend.core import clock, database
from backend.core.settings import Settings
from backend.intake.public_form import service as public_form
from schemas.fieldwork.maps import MapTiles
from schemas.intake import acts
from schemas.intake.words import Means, Result, SecretKind
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support import informations
from tests.support.chromium import Chrome
from tests.support.citizens import WHAT, picture
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE
from tests.support.workers import worker_of

pytestmark = [pytest.mark.browser, pytest.mark.long, MAY_RUN_ONCE_MORE]


async def filled(page: Page, lang: str, photographs: list[Path]) -> None:
    """Open the form and fill it in."""
    await page.goto(f"/phan-anh/?lang={lang}")
    await page.fill("#who", "Tạp hóa Bình Minh Thử")
    await page.fill("#what", WHAT)
    await page.fill("#address", "12 phố Thử, phường Cửa Nam")
    await page.select_option("#province", "01")
    if photographs:
        await page.set_input_files("#photographs", photographs)


@pytest.mark.parametrize(
    ("width", "lang", "scheme"),
    [(390, "vi", "light"), (390, "en", "dark"), (1280, "vi", "dark"), (1280, "en", "light")],
)
async def test_every_page_of_the_form_is_accessible_and_fits(
    chrome: Chrome,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    width: int,
    lang: str,
    scheme: str,
) -> None:
    monkeypatch.setattr(public_form, "LEAST_SECONDS", 0)
    page = await chrome.window(width, color_scheme=scheme)
    files = [tmp_path / "a.jpg", tmp_path / "b.jpg"]
    for number, file in enumerate(files):
        file.write_bytes(picture(number))
    wrong = tmp_path / "c.jpg"
    wrong.write_bytes(b"GIF89a")
    await page.goto(f"/phan-anh/?lang={lang}")
    await check(page, width)
    await page.check("#nature-denunciation")
    await page.fill("#phone", "x")
    await page.set_input_files("#photographs", wrong)
    await page.click("#send")
    await expect(page.locator("#problems")).to_be_focused()
    assert await page.get_attribute("html", "lang") == lang
    await check(page, width)
    await filled(page, lang, files)
    await page.click("#send")
    await page.locator("#receipt-code").wait_for()
    await check(page, width)
    await page.locator(".big-link").first.click()
    await page.locator("[data-told=received]").wait_for()
    await check(page, width)
    await page.locator("main form button").click()
    await check(page, width)
    await page.locator("button.danger").click()
    await page.locator("[data-told=withdrawn]").wait_for()
    await check(page, width)
    for address in ("tra-cuu", "0000"):
        await page.goto(f"/phan-anh/{address}?lang={lang}")
        await check(page, width)
    assert chrome.complaints == []


async def test_it_is_filled_in_and_sent_by_keyboard(
    chrome: Chrome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_form, "LEAST_SECONDS", 0)
    page = await chrome.window(390)
    await page.goto("/phan-anh/")
    reached: list[str] = []
    for _ in range(80):
        await page.keyboard.press("Tab")
        at = await page.evaluate("document.activeElement.id")
        reached.append(at)
        if at == "what":
            await page.keyboard.type(WHAT)
        elif at == "address":
            await page.keyboard.type("12 phố Thử")
        elif at == "secret":
            await page.keyboard.press("Space")
        elif at == "send":
            break
    assert "website" not in reached  # the trap for machines
    assert {"who", "what", "address", "province", "name", "photographs", "send"} <= set(reached)
    await page.keyboard.press("Enter")
    await page.locator("#receipt-code").wait_for()


async def test_without_a_script_it_is_sent_and_asked_about(
    chrome: Chrome, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_form, "LEAST_SECONDS", 0)
    page = await chrome.window(390, java_script_enabled=False)
    file = tmp_path / "a.jpg"
    file.write_bytes(picture())
    await filled(page, "vi", [file])
    assert not await page.locator("#locate").is_visible()
    await page.click("#send")
    code = await page.locator("#receipt-code").inner_text()
    await page.goto("/phan-anh/tra-cuu")
    await page.fill("#code", code.replace("-", " ").lower())
    await page.locator("main form button").click()
    await page.locator("[data-told=received]").wait_for()


async def test_the_phone_s_own_position_is_sent_only_when_asked_for(
    chrome: Chrome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_form, "LEAST_SECONDS", 0)
    page = await chrome.window(
        390,
        geolocation={"latitude": 21.0278, "longitude": 105.8342, "accuracy": 12},
        permissions=["geolocation"],
    )
    await page.goto("/phan-anh/")
    assert await page.input_value("#latitude_e7") == ""
    await page.click("#locate")
    await expect(page.locator("#point-said")).to_contain_text("12 m")
    assert await page.input_value("#latitude_e7") == "210278000"
    await page.click("#locate-off")
    assert await page.input_value("#latitude_e7") == ""
    await page.click("#locate")
    await page.fill("#what", WHAT)
    await page.click("#send")
    await page.locator("#receipt-code").wait_for()
    assert chrome.complaints == []


@pytest.mark.parametrize(
    ("lang", "near"),
    [("vi", "Gần Phường Cửa Nam, cách trung tâm khoảng 0"), ("en", "Near Phường Cửa Nam, about 0")],
    ids=["vi", "en"],
)
async def test_a_place_is_pointed_at_on_the_map_drawn_of_the_province_s_communes(
    chrome: Chrome, monkeypatch: pytest.MonkeyPatch, lang: str, near: str
) -> None:
    """It needs no source of tiles, and asks nobody but us, and only once it is opened."""
    monkeypatch.setattr(public_form, "LEAST_SECONDS", 0)
    page = await chrome.window(390)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    await page.goto(f"/phan-anh/?lang={lang}")
    own = page.url.split("/phan-anh")[0]
    assert not [one for one in asked if "leaflet" in one or "communes" in one]
    await page.locator("#on-map summary").click()
    await expect(page.locator("#map-said")).not_to_be_empty()  # a province is to be chosen first
    assert not await page.locator("#place-map").is_visible()
    await page.select_option("#province", "01")
    await page.locator(".commune-name").first.wait_for()
    await check(page, 390)
    await page.select_option("#commune", label="Phường Cửa Nam")
    await page.locator("#place-map").click()
    await expect(page.locator("#point-said")).to_contain_text(near)
    assert (await page.input_value("#latitude_e7")).startswith("210")
    await page.click("#locate-off")
    await page.locator("#place-map").focus()
    await page.keyboard.press("ArrowUp")
    await page.keyboard.press("Enter")
    assert await page.input_value("#latitude_e7") != ""
    await check(page, 390)
    await page.select_option("#province", "04")  # the point stays, and is far from there
    await expect(page.locator("#commune")).to_contain_text("Phường Thục Phán")
    await page.fill("#what", WHAT)
    await page.click("#send")
    await page.locator("#receipt-code").wait_for()
    assert all(one.startswith((own, "blob:")) for one in asked)
    assert chrome.complaints == []


async def test_hoang_sa_and_truong_sa_are_on_the_map_where_they_belong(chrome: Chrome) -> None:
    page = await chrome.window(390)
    await page.goto("/phan-anh/")
    await page.locator("#on-map summary").click()
    for province, name in (("48", "Đặc khu Hoàng Sa"), ("56", "Đặc khu Trường Sa")):
        await page.select_option("#province", province)
        await expect(page.locator("#commune")).to_contain_text(name)
        await page.select_option("#commune", label=name)
        await page.locator(".commune-name", has_text=name).wait_for()


async def test_a_map_that_cannot_be_fetched_says_so_and_the_form_is_sent_without_it(
    chrome: Chrome, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_form, "LEAST_SECONDS", 0)
    page = await chrome.window(390)
    await page.route("**/communes-*", lambda route: route.abort())
    await page.goto("/phan-anh/")
    await page.select_option("#province", "01")
    await page.locator("#on-map summary").click()
    await expect(page.locator("#map-said")).to_contain_text("Không mở được bản đồ")
    await page.fill("#address", "12 phố Thử")
    await page.fill("#what", WHAT)
    await page.click("#send")
    await page.locator("#receipt-code").wait_for()


async def test_a_place_is_pointed_at_on_the_operator_s_tiles(
    chrome: Chrome, app: Litestar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(public_form, "LEAST_SECONDS", 0)
    page = await chrome.window(390)
    app.state.map_tiles = MapTiles(
        url="https://tiles.example/{z}/{x}/{y}.png",
        origin="https://tiles.example",
        attribution="© bản đồ thử",
    )
    await page.route("https://tiles.example/**", lambda route: route.abort())
    await page.goto("/phan-anh/")
    await page.locator("#on-map summary").click()
    await page.locator("#place-map.leaflet-container").wait_for()
    await check(page, 390)
    await page.locator("#place-map").click()
    assert await page.input_value("#latitude_e7") != ""
    await page.fill("#what", WHAT)
    await page.click("#send")
    await page.locator("#receipt-code").wait_for()
    assert chrome.complaints == []


async def test_a_tip_is_played_from_the_form_to_the_answer(
    chrome: Chrome,
    tmp_path: Path,
    settings: Settings,
    people: People,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With two photographs; the citizen's page at each step (Circular 27/2020 Arts 8 to 10)."""
    monkeypatch.setattr(public_form, "LEAST_SECONDS", 0)
    page = await chrome.window(390)
    files = [tmp_path / "a.jpg", tmp_path / "b.jpg"]
    for number, file in enumerate(files):
        file.write_bytes(picture(number))
    await filled(page, "vi", files)
    await page.fill("#phone", "0912345678")
    await page.check("#wants_answer")
    await page.click("#send")
    code = await page.locator("#receipt-code").inner_text()

    async def told() -> str | None:
        await page.goto(f"/phan-anh/{code}")
        return await page.locator("[data-told]").get_attribute("data-told")

    assert await told() == "received"
    assert await worker_of(settings).take_reports() == 1
    assert await told() == "received"
    information = await database.fetchval("SELECT id FROM informations")
    view = await informations.seen(people.giang, information)
    assert [one.kind for one in view.secrets].count(SecretKind.ATTACHMENT) == 4
    assert WHAT in (await informations.account(people.giang, information))[0]
    known = await informations.informant(people.giang, information)
    assert known is not None
    assert known.phone == "0912345678"
    verifier = acts.Verifier(officer_id=people.an.id, full_name="Nguyễn Hoài An")
    steps = (
        (
            people.giang,
            acts.Assigned(
                officers=[verifier],
                due_on=clock.today() + timedelta(days=5),
                instructions="",
                document_id=None,
            ),
            "verifying",
        ),
        (
            people.an,
            acts.Verified(result=Result.NO_VIOLATION, report="Đủ hóa đơn.", document_id=None),
            "no_violation",
        ),
        (
            people.giang,
            acts.InformantTold(told_on=clock.today(), means=Means.LETTER, document_id=None),
            "result_sent",
        ),
    )
    for by, content, word in steps:
        await informations.did(by, information, content)
        assert await told() == word
        await check(page, 390)
    assert "Bình Minh" not in await page.content()
