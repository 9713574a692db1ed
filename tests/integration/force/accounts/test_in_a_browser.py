"""The people's pages in a real browser: what a client library does not notice, a browser refuses."""

import re
from typing import Any
from urllib.parse import urlsplit

import pyotp
import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Page

from backend.core import database
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.sampling import Sample
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = pytest.mark.browser

NEW = "con trâu đi trước cái cày theo sau"
_INLINE = re.compile(
    r"<style|\sstyle\s*=|\son[a-z]+\s*=\s*[\"']|javascript:|<script(?![^>]*\ssrc=)"
)
_OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
_SMALL = """() => [...document.querySelectorAll("button, a.button, select, textarea, input")]
    .filter((e) => e.offsetParent && e.type != "hidden" && !e.closest(".visually-hidden")
        && e.getBoundingClientRect().height < 43.5)
    .map((e) => e.outerHTML.slice(0, 100))"""


def addresses(people: People, device_id: str) -> list[str]:
    person = f"/desk/people/{people.chi.id}"
    acts = (
        "correct", "move", "disable", "give-role", "take-role", "give-position", "end-position",
        "issue-card", "suspend-card", "revoke-card", "enrol", "unlock",
    )  # fmt: skip
    return [
        "/desk/people",
        "/desk/people?search=khong-co-ai",
        "/desk/people/new",
        person,
        f"/desk/people/{people.my.id}",
        *(f"{person}/{act}" for act in acts),
        "/desk/asks",
        "/desk/asks?show=all",
        "/desk/units",
        "/desk/units/new",
        "/desk/unit-asks",
        f"/desk/units/{people.units['0101'].unit_id}",
        f"/desk/units/{people.units['0101'].unit_id}/rename",
        f"/desk/units/{people.units['0101'].unit_id}/close",
        "/desk/devices",
        f"/desk/devices/{device_id}/revoke",
        "/desk/account",
    ]


async def check(page: Page, width: int) -> None:
    found: dict[str, Any] = (await Axe().run(page)).response
    told = [(item["id"], item["nodes"][0]["html"][:120]) for item in found["violations"]]
    assert told == [], page.url
    assert await page.evaluate(_OVERFLOW) <= 1, page.url
    if width < 500:
        assert await page.evaluate(_SMALL) == [], page.url
    assert not _INLINE.search(await page.content()), page.url


@MAY_RUN_ONCE_MORE
@pytest.mark.parametrize(
    ("width", "scheme"), [(390, "light"), pytest.param(1280, "dark", marks=pytest.mark.long)]
)
async def test_every_page_is_accessible_and_fits(
    people: People, chrome: Chrome, width: int, scheme: str, sample: Sample
) -> None:
    device_id = await database.fetchval(
        "INSERT INTO devices (id, enrolled_by, unit_id, unit_1, unit_2, name, public_key) "
        "SELECT gen_random_uuid(), id, unit_id, unit_1, unit_2, 'Máy của Chi', '{}' FROM officers "
        "WHERE username = 'chi' RETURNING id"
    )
    page = await chrome.window(width, color_scheme=scheme)
    await page.goto("/desk/sign-in")
    await check(page, width)
    page = await chrome.sign_in(people.my, width, color_scheme=scheme)
    for address in sample.of(addresses(people, str(device_id)), one_in=4):
        answer = await page.goto(address)
        assert answer, address
        assert answer.status == 200, address
        await check(page, width)
    assert chrome.complaints == []


@pytest.mark.parametrize("script", [True, pytest.param(False, marks=pytest.mark.long)])
async def test_a_one_time_address_works_from_issue_to_sign_in(
    people: People, chrome: Chrome, script: bool
) -> None:
    administrator = await chrome.sign_in(people.my, java_script_enabled=script)
    await administrator.goto(f"/desk/people/{people.an.id}/enrol")
    await administrator.select_option("[name=purpose]", "both")
    await administrator.fill("[name=reason]", "mất điện thoại")
    await administrator.click("main form button")
    await administrator.wait_for_url("**/desk/asks/*")
    head = await chrome.sign_in(people.giang, java_script_enabled=script)
    await head.goto(urlsplit(administrator.url).path)
    await head.fill("[name=note]", "gặp trực tiếp tại phòng")
    await head.check("[name=met]")
    await head.click("form[action$=confirm] button")
    handed = await head.inner_text("main code")
    await administrator.reload()
    await administrator.click("form[action$=link] button")
    address = urlsplit((await administrator.inner_text("main code")).strip()).path
    officer = await chrome.window(390, java_script_enabled=script)
    await officer.goto(address.strip())
    if script:
        await check(officer, 390)
    picture = await officer.request.get(f"{address.strip()}/qr.svg")
    assert picture.status == 200
    secret = (await officer.inner_text("main form p code")).replace(" ", "")
    await officer.fill("[name=handed]", handed)
    await officer.fill("[name=password]", NEW)
    await officer.fill("[name=password_again]", NEW)
    await officer.fill("[name=code]", pyotp.TOTP(secret).now())
    await officer.click("main form button")
    await officer.wait_for_url("**/desk/sign-in?enrolled=true")
    await people.forget_codes(people.an)
    await officer.fill("[name=username]", "an")
    await officer.fill("[name=password]", NEW)
    await officer.fill("[name=code]", pyotp.TOTP(secret).now())
    await officer.click("main form button")
    await officer.wait_for_url(lambda url: "sign-in" not in url)
    assert chrome.complaints == []


async def test_a_disabled_officer_s_open_page_leads_to_the_sign_in(
    people: People, chrome: Chrome
) -> None:
    from schemas.force.acts import OfficerDisabled

    page = await chrome.sign_in(people.giang)
    async with transaction():
        reason = OfficerDisabled(reason="nghỉ hưu từ hôm nay")
        await accounts.change(people.my.actor(), people.giang.id, reason)
    await page.reload()
    assert "/desk/sign-in" in page.url
