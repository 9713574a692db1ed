"""Who changes the language on a page that answers a form loses nothing of it, and records nothing by it."""

import re
from pathlib import Path
from urllib.parse import urlencode

import pytest
from litestar import Litestar
from playwright.async_api import Page, expect

from admin_ui.shell import kept
from backend.core import database
from backend.core.database import transaction
from backend.force.units import asking
from backend.ledger import service as ledger
from schemas.force.restructuring_acts import UnitClosed
from tests.integration.admin_ui.shell.test_typed_text_is_kept import OWN, Careless, readable
from tests.support import restructured
from tests.support.cases_made import today
from tests.support.chromium import Chrome, in_english
from tests.support.doors import Desk
from tests.support.people import People


async def test_who_changes_the_language_of_a_refused_form_sends_what_was_typed_from_there(
    app: Litestar, people: People
) -> None:
    my = Careless(await Desk.of(app, people.my, people))
    typed = {
        "parent_id": str(people.giang.unit.unit_id),
        "kind": "team",
        "code": "not digits",
        "name_vi": "Đội Quản lý thị trường số 9",
        "name_en": "Market Surveillance Team 9",
        "valid_from": "2026-01-01",
    }
    refused = await my.send("/desk/units/new", **typed)
    assert refused.status_code == 422, readable(refused)
    changed = await my.go_on(refused, "/desk/language")
    assert changed.status_code == 200
    assert '<html lang="en">' in changed.text
    assert "What you typed is still here" in readable(changed)
    assert typed["name_vi"] in readable(changed)
    back = await my.go_on(changed, "/desk/language")
    assert '<html lang="vi">' in back.text
    again = await my.go_on(back, "/desk/units/new")
    assert again.status_code == 422, (
        "it is the same form, and nothing of it was recorded in between"
    )
    assert typed["name_vi"] in again.text
    assert typed["name_en"] in again.text
    await my.desk.close()


async def test_what_is_shown_only_once_has_no_language_switch_that_would_lose_it(
    app: Litestar, people: People
) -> None:
    an = Careless(await Desk.of(app, people.an, people))
    form = await an.desk.http.get("/desk/account/recovery")
    assert 'action="/desk/language"' in form.text
    await people.forget_codes(people.an)
    codes = await an.send("/desk/account/recovery", code=people.an.code())
    assert codes.status_code == 200, readable(codes)
    assert "recovery-codes" in codes.text
    assert 'action="/desk/language"' not in codes.text
    await an.desk.close()


async def test_a_stranger_who_changes_the_language_of_the_sign_in_page_still_carries_the_form(
    app: Litestar, people: People
) -> None:
    nobody = Careless(Desk(app))
    typed = {"kept_to": "/desk/units/new", "kept": urlencode({"name_vi": "Đội số 9 thử nghiệm"})}
    answer = await nobody.desk.http.post(
        "/desk/language", data={"language": "en", **typed}, headers=OWN
    )
    assert answer.status_code == 200
    assert 'action="/desk/sign-in"' in answer.text
    assert 'action="/desk/units/new"' not in answer.text, "nobody sends it who has not signed in"
    await people.forget_codes(people.my)
    who = {"username": people.my.username, "password": people.my.password}
    my = await nobody.go_on(answer, "/desk/sign-in", **who, code=people.my.code())
    assert "Đội số 9 thử nghiệm" in readable(my)
    await nobody.desk.close()
    other = Desk(app)
    many = {"kept_to": "/desk/units/new", "kept": "a&" * 5_000}
    refused = await other.http.post("/desk/language", data={"language": "en", **many}, headers=OWN)
    assert (refused.status_code, refused.headers["location"]) == (303, "/desk/")
    await other.close()


async def test_a_file_in_the_place_of_a_carried_form_is_a_refused_request_and_no_fault(
    app: Litestar, people: People
) -> None:
    an = await Desk.of(app, people.an, people)
    token = {"csrf_token": await an.form_token(), "language": "en", "kept_to": "/desk/cases"}
    for name in ("kept", "kept_to"):
        answer = await an.http.post(
            "/desk/language", data=token, files={name: ("a.txt", b"abc")}, headers=OWN
        )
        assert answer.status_code in (303, 400, 415), name
    await an.close()


async def test_a_look_up_that_is_on_the_access_log_is_not_offered_again_as_if_it_were_not(
    app: Litestar, people: People
) -> None:
    an = Careless(await Desk.of(app, people.an, people))
    asked = {"number": "0101248141", "purpose": "Đối chiếu giấy phép tại chỗ"}
    found = await an.send("/desk/parties/lookup", **asked)
    assert found.status_code == 200, readable(found)
    assert 'name="kept_to"' not in found.text
    refused = await an.send("/desk/parties/lookup", **{**asked, "purpose": ""})
    assert refused.status_code == 422
    assert 'name="kept_to"' in refused.text
    await an.desk.close()


async def test_the_script_puts_back_no_secret_that_the_server_does_not() -> None:
    script = (Path(kept.__file__).parent / "unsent.js").read_text()
    said = re.search(r"const SECRET = \[(.*?)\]", script)
    assert said is not None
    assert set(re.findall(r'"(\w+)"', said[1])) == kept.SECRET


@pytest.mark.browser
@pytest.mark.long
async def test_who_changes_the_language_where_they_are_asked_if_they_are_sure_is_asked_again(
    people: People, chrome: Chrome
) -> None:
    empty = await restructured.made(
        "0103", "Đội trống thử", people.units["01"].unit_id, people, "team"
    )
    page: Page = await chrome.sign_in(people.my)
    await page.goto(f"/desk/units/{empty}/close")
    await page.locator("[name=valid_to]").fill(today().isoformat())
    await page.locator("[name=reason]").fill("Không còn ai ở đội này")
    await page.locator("main form button.primary").click()
    await expect(page.get_by_text("giải thể, không có đơn vị kế thừa")).to_be_visible()
    await in_english(page)
    await page.get_by_role("button", name="Send again").click()
    await expect(page.locator("main form.confirm [name=confirmed]")).to_be_attached()
    assert await database.fetchval("SELECT count(*) FROM unit_asks") == 0, "nothing was sent unread"
    lan = people.lan.actor("desk")
    async with transaction():
        change = UnitClosed(valid_to=today(), successor_id=None, reason="Giải thể")
        outcome, ask_id = await asking.ask(lan, empty, change)
        ledger.unwrap(outcome)
    await page.locator("main form.confirm button.primary").click()
    await expect(page.get_by_role("alert")).to_be_visible()
    async with transaction():
        ledger.unwrap(await asking.decline(lan, ask_id, "Rút lại"))
    await page.locator("[name=reason]").fill("Một lý do khác, chưa ai xem lại")
    await page.locator("summary.account").click()
    await page.get_by_role("button", name="Tiếng Việt").click()
    await page.get_by_role("button", name="Gửi lại").click()
    await expect(page.get_by_text("Một lý do khác, chưa ai xem lại")).to_be_visible()
    await page.locator("main form.confirm button.primary").click()
    await expect(page.locator("main form.confirm")).to_have_count(0)
    asked = await database.fetch("SELECT asked_by FROM unit_asks WHERE state = 'waiting'")
    assert [one["asked_by"] for one in asked] == [people.my.id]
    assert chrome.complaints == []
