"""The citizens' pages in a real browser: accessible, fit for a phone, and usable by keyboard and without a script."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from backend.intake.public_form import service as public_form
from tests.integration.admin_ui.shell.test_in_a_browser import check
from tests.support.chromium import Chrome
from tests.support.citizens import WHAT, picture
from tests.support.timeouts import MAY_RUN_ONCE_MORE

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
