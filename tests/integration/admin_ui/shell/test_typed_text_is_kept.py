"""What somebody typed is not lost where a code, a sign-in or a fault stands in its way: it is sent from there."""

from typing import Any

import httpx
import pytest
from litestar import Litestar

from backend.core import database
from deploy.demo.pages import Page
from schemas.core.ids import new_id
from tests.integration.force.accounts.test_step_up import a_quarter_of_an_hour_later
from tests.support import cases_made, factories
from tests.support.doors import ORIGIN, Desk
from tests.support.people import People

OWN = {"Origin": ORIGIN, "Sec-Fetch-Site": "same-origin"}
LONG = "Hộ kinh doanh bày bán hàng không rõ nguồn gốc.\nĐã giải thích cho chủ hộ <hai lần>."


class Careless:
    """A desk whose browser says where a form came from, and whose reader looks for his text."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    async def send(self, path: str, **fields: str) -> httpx.Response:
        """Send a form of ours."""
        token = {"csrf_token": await self.desk.form_token()}
        return await self.desk.http.post(path, data=fields | token, headers=OWN)

    async def go_on(self, answer: httpx.Response, part: str, **typed: str) -> httpx.Response:
        """Fill the form of the answered page whose address has this part, and send it."""
        shown = Page(answer.text, str(answer.url))
        form = next(one for one in shown.forms if part in one.action)
        for name, value in typed.items():
            form.fill(name, value)
        pairs: dict[str, list[str]] = {}
        for name, value in form.sent(form.buttons[0]):
            pairs.setdefault(name, []).append(value)
        return await self.desk.http.post(form.action, data=pairs, headers=OWN)


def readable(answer: httpx.Response) -> str:
    return Page(answer.text, str(answer.url)).text


async def notes(case: cases_made.Case, reader: Careless) -> list[str]:
    """The lines of the case's story that tell the text."""
    story = await reader.desk.http.get(f"/desk/cases/{case.id}")
    return [line for line in story.text.splitlines() if "không rõ nguồn gốc" in line]


async def test_a_form_whose_session_ended_goes_through_the_sign_in(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = Careless(await Desk.of(app, people.an, people))
    await database.execute("UPDATE desk_sessions SET expires_at = now()")
    place = f"/desk/cases/{case.id}/acts/note.added"
    form = {"text": LONG, "csrf_token": "of the session that ended"}
    ended = await an.desk.http.post(place, data=form, headers=OWN)
    assert ended.status_code == 401
    assert "không rõ nguồn gốc" in readable(ended)
    assert "Hãy đăng nhập lại" in readable(ended)
    who = {"username": people.an.username, "password": people.an.password}
    wrong = await an.go_on(ended, "/desk/sign-in", **who, code="000000")
    assert wrong.status_code == 401
    await people.forget_codes(people.an)
    asked = await an.go_on(wrong, "/desk/sign-in", **who, code=people.an.code())
    assert asked.status_code == 200
    assert people.an.full_name in readable(asked)
    assert people.an.password not in asked.text
    assert await notes(case, an) == []
    sent = await an.go_on(asked, place)
    assert sent.status_code == 303, readable(sent)
    note = await notes(case, an)
    assert note
    assert "&lt;hai lần&gt;" in (await an.desk.http.get(f"/desk/cases/{case.id}")).text
    await an.desk.close()


async def test_a_form_that_needs_a_code_waits_beside_it(app: Litestar, people: People) -> None:
    work = await factories.submitted(people)
    giang = Careless(await Desk.of(app, people.giang, people))
    await a_quarter_of_an_hour_later()
    place = f"/desk/inspections/{work.id}/refuse"
    refused = await giang.send(place, revision=work.revision, reason=LONG, step="confirm")
    assert refused.status_code == 403
    assert "không rõ nguồn gốc" in readable(refused)
    wrong = await giang.go_on(refused, "/desk/confirm", code="000000")
    assert wrong.status_code == 422
    assert "không rõ nguồn gốc" in readable(wrong)
    await people.forget_codes(people.giang)
    asked = await giang.go_on(wrong, "/desk/confirm", code=people.giang.code())
    sent = await giang.go_on(asked, place)
    assert sent.status_code in (200, 303), readable(sent)
    state = await database.fetchval("SELECT state FROM inspections WHERE id = $1", work.id)
    assert state == "refused"
    await giang.desk.close()


async def test_a_page_from_before_another_sign_in_is_sent_again_by_who_is_signed_in_now(
    app: Litestar, people: People
) -> None:
    case = await cases_made.inspected(people)
    an = Careless(await Desk.of(app, people.an, people))
    old = await an.desk.form_token()
    await people.forget_codes(people.an)
    await an.desk.sign_in(people.an)
    place = f"/desk/cases/{case.id}/acts/note.added"
    form = {"text": LONG, "csrf_token": old}
    stale = await an.desk.http.post(place, data=form, headers=OWN)
    assert stale.status_code == 403
    assert "mở từ trước lần đăng nhập" in readable(stale)
    assert await notes(case, an) == []
    sent = await an.go_on(stale, place)
    assert sent.status_code == 303, readable(sent)
    assert len(await notes(case, an)) == 1
    # Who cannot show that it is a page of ours gets neither the text nor a token to send it with.
    strange = await an.desk.http.post(place, data=form)
    assert strange.status_code == 403
    assert "không rõ nguồn gốc" not in strange.text
    await an.desk.close()


async def test_where_something_of_ours_broke_the_text_is_sent_again(
    app: Litestar, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = await cases_made.inspected(people)
    an = Careless(await Desk.of(app, people.an, people))
    place = f"/desk/cases/{case.id}/acts/note.added"

    async def breaks(*_: Any, **__: Any) -> None:
        raise RuntimeError("nobody foresaw it")

    with monkeypatch.context() as broken:
        broken.setattr("backend.casework.cases.service.act", breaks)
        fault = await an.send(place, text=LONG)
    assert fault.status_code == 500
    assert "không rõ nguồn gốc" in readable(fault)
    sent = await an.go_on(fault, place)
    assert sent.status_code == 303, readable(sent)
    assert len(await notes(case, an)) == 1
    gone = await an.send(f"/desk/cases/{new_id()}/acts/note.added", text=LONG)
    assert gone.status_code == 404
    assert "không rõ nguồn gốc" in readable(gone), "to be copied; there is nowhere to send it"
    assert not [one for one in Page(gone.text, "").forms if "note.added" in one.action]
    await an.desk.close()


async def test_a_reason_that_is_looked_at_once_more_may_be_corrected_and_one_that_came_too_late_is_copied(
    app: Litestar, people: People
) -> None:
    work = await factories.submitted(people)
    giang = Careless(await Desk.of(app, people.giang, people))
    place = f"/desk/inspections/{work.id}/refuse"
    sure = await giang.send(place, revision=work.revision, reason=LONG, step="review")
    again = await giang.send(place, revision=work.revision, reason=LONG, step="correct")
    assert 'value="correct"' in sure.text
    assert "<textarea" in again.text
    assert "không rõ nguồn gốc" in again.text
    hai = Careless(await Desk.of(app, people.hai, people))
    approved = await hai.send(f"/desk/inspections/{work.id}/approve", revision=work.revision)
    assert approved.status_code == 303
    late = await giang.send(place, revision=work.revision, reason=LONG, step="confirm")
    assert late.status_code == 409
    assert "không rõ nguồn gốc" in readable(late)
    assert people.hai.full_name in readable(late)
    for desk in (giang, hai):
        await desk.desk.close()


async def test_nobody_sends_a_carried_form_out_of_the_desk(app: Litestar, people: People) -> None:
    giang = Careless(await Desk.of(app, people.giang, people))
    for to in ("https://evil.test/desk/", "//evil.test/", "/api/x", "/desk/\\evil.test"):
        await people.forget_codes(people.giang)
        answer = await giang.send(
            "/desk/confirm", code=people.giang.code(), kept_to=to, kept="text=abc"
        )
        assert answer.status_code == 303
        assert answer.headers["location"] == "/desk/"
    await giang.desk.close()
