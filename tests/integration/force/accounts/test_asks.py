"""Asks about people at the desk: who sees them, who may answer, and what an answer does."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from litestar import Litestar

from backend.core import clock, database
from backend.core.database import transaction
from backend.force.accounts import service as accounts
from backend.force.errors import NotSoleAdministrator
from backend.ledger.service import Accepted, Refused
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force import acts
from tests.integration.force.accounts.test_take_over import (
    MET,
    WHY,
    asked,
    give_position,
    register,
    told,
)
from tests.support.doors import Desk
from tests.support.people import People, Person


async def answer(app: Litestar, people: People, who: Person, ask: str) -> tuple[int, int]:
    """How this person is answered when he looks at an ask, and when he confirms it."""
    desk = await Desk.of(app, who, people)
    seen = (await desk.http.get(ask)).status_code
    return seen, (await desk.post(f"{ask}/confirm", **MET)).status_code


async def test_only_a_second_administrator_or_the_head_confirms_and_others_see_no_more_than_theirs(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.an.id}/enrol"
    ask = await asked(await my.post(page, purpose="password", reason=WHY))
    expected = {
        "an": (200, 403),  # whom it is about
        "binh": (404, 404),
        "ho": (404, 404),
        "khanh": (200, 409),
        "nga": (200, 409),
        "my": (200, 409),
    }
    for name, statuses in expected.items():
        assert await answer(app, people, getattr(people, name), ask) == statuses, name
    assert await answer(app, people, people.hai, ask) == (200, 409), "a deputy is nobody's head"
    assert await answer(app, people, people.giang, ask) == (200, 200)
    assert await answer(app, people, people.lan, ask) == (200, 409), "answered already"
    assert people.giang.full_name in await told(app, people.an, people)


async def test_a_head_s_position_is_confirmed_from_above_or_by_a_clerk(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.hai.id}"
    ask = await asked(await give_position(my, page, people))
    assert await answer(app, people, people.giang, ask) == (200, 409), "of the same level"
    shown = await (await Desk.of(app, people.nga, people)).http.get(ask)
    assert "12/QĐ-QLTT" in shown.text
    scan = shown.text.split("/desk/scans/")[1].split('"')[0]
    nga = await Desk.of(app, people.nga, people)
    assert (await nga.http.get(f"/desk/scans/{scan}")).status_code == 200
    assert await answer(app, people, people.nga, ask) == (200, 303)
    held = await database.fetch(
        "SELECT title_vi FROM officer_positions WHERE officer_id = $1 ORDER BY valid_from",
        people.hai.id,
    )
    assert [row["title_vi"] for row in held] == ["Phó Chi cục trưởng", "Chi cục trưởng"]
    other = {"number": "13/QĐ-QLTT", "title_vi": "Trưởng phòng Nghiệp vụ"}
    second = await asked(await give_position(my, page, people, **other))
    assert await answer(app, people, people.lan, second) == (200, 303)


async def test_what_is_declined_or_taken_back_changes_nothing_and_can_be_asked_anew(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    page = f"/desk/people/{people.an.id}/give-role"
    ask = await asked(await my.post(page, role="supervisor", reason=WHY))
    giang = await Desk.of(app, people.giang, people)
    assert (await giang.post(f"{ask}/decline")).status_code == 422
    assert (await giang.post(f"{ask}/decline", reason="không có quyết định")).status_code == 303
    again = await asked(await my.post(page, role="supervisor", reason=WHY))
    assert (await my.post(f"{again}/decline", reason="ghi nhầm người")).status_code == 303
    assert (await giang.post(f"{again}/confirm", **MET)).status_code == 409
    roles = await database.fetch(
        "SELECT role FROM officer_roles WHERE officer_id = $1", people.an.id
    )
    assert [row["role"] for row in roles] == ["inspector"]
    listed = (await giang.http.get("/desk/asks?show=all")).text
    assert listed.count("Không xác nhận</td>") == 2
    assert "Không có đề nghị nào đang chờ" in (await giang.http.get("/desk/asks")).text


async def test_after_a_week_it_is_over(app: Litestar, people: People, monkeypatch: Any) -> None:
    ask = acts.RoleAsked(ask_id=new_id(), role=Role.SUPERVISOR, reason=WHY)
    async with transaction():
        await accounts.ask(people.my.actor(), people.an.id, ask)
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: real() + timedelta(days=7, minutes=1))
    async with transaction():
        outcome, _ = await accounts.confirm_ask(people.giang.actor(), ask.ask_id, WHY)
    assert isinstance(outcome, Refused)
    assert outcome.code == "ask_over"


async def test_a_confirmed_reset_whose_link_is_not_made_within_a_day_is_over(
    app: Litestar, people: People, monkeypatch: Any
) -> None:
    ask = acts.ResetAsked(ask_id=new_id(), purpose="password", reason=WHY)
    async with transaction():
        await accounts.ask(people.my.actor(), people.an.id, ask)
        await accounts.confirm_ask(people.giang.actor(), ask.ask_id, WHY)
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: real() + timedelta(hours=24, minutes=1))
    async with transaction():
        outcome, issued = await accounts.make_link_of_ask(people.my.actor(), ask.ask_id)
    assert isinstance(outcome, Refused)
    assert (outcome.code, issued) == ("ask_over", None)


async def test_a_correction_of_a_name_is_told_to_the_officer_and_his_head(
    app: Litestar, people: People
) -> None:
    my = await Desk.of(app, people.my, people)
    form = {"full_name": "Nguyễn Hoài Ân", "officer_number": "01-QLTT7777"}
    done = await my.post(f"/desk/people/{people.an.id}/correct", **form)
    assert done.status_code == 303
    for person in (people.an, people.giang):
        assert "sửa họ tên «Nguyễn Hoài An» thành «Nguyễn Hoài Ân»" in await told(
            app, person, people
        )
    assert "sửa họ tên" not in await told(app, people.binh, people)


async def test_where_nobody_else_is_the_operator_confirms_and_his_name_stands_in_the_act(
    app: Litestar, people: People
) -> None:
    lan = await Desk.of(app, people.lan, people)
    page = await register(lan, people)
    ask = UUID(
        (await asked(await lan.post(f"{page}/give-role", role="auditor", reason=WHY))).rsplit(
            "/", 1
        )[-1]
    )
    async with transaction():
        outcome, code = await accounts.confirm_as_operator(ask, WHY, "root@may-chu")
    assert isinstance(outcome, Accepted)
    assert code is None
    act = await database.fetchval("SELECT act FROM ledger_entries WHERE act_type = 'ask.confirmed'")
    assert "root@may-chu" in act
    shown = await lan.http.get(f"/desk/asks/{ask}")
    assert "root@may-chu" in shown.text


async def test_the_operator_resets_a_sole_administrator_and_nobody_else(
    app: Litestar, people: People
) -> None:
    for username in ("an", "my"):
        try:
            async with transaction():
                await accounts.reset_sole_administrator(username, WHY, "root@may-chu")
        except NotSoleAdministrator:
            continue
        raise AssertionError(username)
    async with transaction():
        issued = await accounts.reset_sole_administrator("lan", WHY, "root@may-chu")
    enrolment = await accounts.get_enrolment(issued.path.rsplit("/", 1)[-1])
    assert (enrolment.username, enrolment.purpose) == ("lan", "first")
    reset = await database.fetchrow(
        "SELECT * FROM people_asks WHERE officer_id = $1", people.lan.id
    )
    assert (reset["state"], reset["operator"]) == ("confirmed", "root@may-chu")
    assert reset["used_at"], "no second link is made of it"
    assert reset["done_at"], "nobody is offered a stop that would end nothing"
    desk = await Desk.of(app, people.lan, people)
    page = (await desk.http.get(f"/desk/asks/{reset['id']}")).text
    assert f"/desk/asks/{reset['id']}/decline" not in page
    assert f"/desk/asks/{reset['id']}/link" not in page
