"""A reset in all its states as people see it: used too early, confirmed, stopped, opened by the handed code."""

from urllib.parse import urlsplit

import pyotp
import pytest

from backend.core import database
from tests.integration.force.accounts.test_field_only import later
from tests.integration.force.accounts.test_in_a_browser import NEW, check
from tests.support.chromium import Chrome
from tests.support.people import People
from tests.support.timeouts import MAY_RUN_ONCE_MORE

pytestmark = pytest.mark.browser


@MAY_RUN_ONCE_MORE
@pytest.mark.parametrize("width", [390, pytest.param(1280, marks=pytest.mark.long)])
async def test_who_confirms_reads_that_the_link_was_used_and_its_holder_types_the_code_at_the_desk(
    people: People, chrome: Chrome, width: int
) -> None:
    my = await chrome.sign_in(people.my, width)
    await my.goto(f"/desk/people/{people.giang.id}/enrol")
    await my.select_option("[name=purpose]", "both")
    await my.fill("[name=reason]", "mất điện thoại")
    await my.click("main form button")
    await my.wait_for_url("**/desk/asks/*")
    ask = urlsplit(my.url).path
    await later(people, 4.1)
    await my.goto(ask)
    await my.click("form[action$=link] button")
    link = urlsplit((await my.inner_text("main code")).strip()).path
    officer = await chrome.window(width)
    await officer.goto(link)
    secret = (await officer.inner_text("main form p code")).replace(" ", "")
    for name, value in (
        ("password", NEW),
        ("password_again", NEW),
        ("code", pyotp.TOTP(secret).now()),
    ):
        await officer.fill(f"[name={name}]", value)
    await officer.click("main form button")
    await officer.wait_for_url("**/desk/sign-in?enrolled=true")
    lan = await chrome.sign_in(people.lan, width)
    await lan.goto(ask)
    assert "đã được dùng trước khi có ai xác nhận" in await lan.inner_text("main")
    await check(lan, 1280)  # the tick is as small as everywhere; its label is not
    await lan.fill("[name=note]", "gặp trực tiếp tại phòng")
    await lan.check("[name=met]")
    await lan.click("form[action$=confirm] button")
    handed = await lan.inner_text("main code")
    await lan.goto(ask)
    assert await lan.is_visible("form[action$=decline] button")
    await check(lan, width)
    for typed in (None, handed):
        await database.execute("UPDATE credentials SET totp_step = 0")
        await officer.goto("/desk/sign-in") if typed is None else None
        await officer.fill("[name=username]", "giang")
        await officer.fill("[name=password]", NEW)
        await officer.fill("[name=code]", pyotp.TOTP(secret).now())
        if typed is not None:
            await officer.fill("[name=handed]", typed)
        await officer.click("main form button")
        if typed is None:
            await officer.wait_for_selector("[name=handed]")
            await check(officer, width)
    await officer.wait_for_url(lambda url: "sign-in" not in url)
    await lan.goto(ask)
    assert not await lan.is_visible("form[action$=decline] button")
    again = await chrome.sign_in(people.my, width)
    await again.goto(f"/desk/people/{people.an.id}/enrol")
    await again.select_option("[name=purpose]", "both")
    await again.fill("[name=reason]", "quên mật khẩu")
    await again.click("main form button")
    await again.wait_for_url("**/desk/asks/*")
    own = await chrome.sign_in(people.an, width)
    await own.goto("/desk/notices")
    await own.click("main a[href^='/desk/asks/']")
    await check(own, width)
    await own.fill("[name=reason]", "tôi không nhờ việc này")
    await own.click("form[action$=decline] button")
    await own.wait_for_url("**done=decline")
    await check(own, width)
