"""Emergency access: two persons, one no administrator; hours that end; everybody told; a verdict of auditors."""

from collections.abc import Awaitable, Callable

import asyncpg
import pytest
from litestar import Litestar

from backend.approvals.absences import service as absences
from backend.core import database
from backend.core.database import transaction
from backend.force.queries import sessions
from backend.force.rules.actors import actor_of
from backend.ledger.service import Refused
from backend.operations.verification import service as verification
from schemas.approvals.absences import AbsenceRecorded
from schemas.core.vocabulary import Role
from tests.integration.force.accounts.test_take_over import MET, asked
from tests.support.cases_made import in_days, today
from tests.support.doors import Desk
from tests.support.people import People, Person

WHY = "Chi cục trưởng không liên lạc được, thời hạn xử lý hết trong ngày"
HEADS_ONLY = "/desk/lost-phones"
"""A page that supervisors and administrators alone see."""


@pytest.fixture
def desk_of(app: Litestar, people: People) -> Callable[[Person], Awaitable[Desk]]:
    async def made(person: Person) -> Desk:
        return await Desk.of(app, person, people)

    return made


async def ask_for(
    desk: Desk, person: Person, role: str = "supervisor", hours: str = "2", why: str = WHY
) -> str:
    """Ask as an administrator; returns the page of the ask."""
    page = f"/desk/people/{person.id}/emergency"
    shown = await desk.http.get(page)
    assert shown.status_code == 200, shown.text
    return await asked(await desk.post(page, role=role, hours=hours, reason=why))


async def told(person: Person) -> set[str]:
    rows = await database.fetch("SELECT text_key FROM notices WHERE officer_id = $1", person.id)
    return {row["text_key"] for row in rows}


async def test_an_administrator_asks_and_a_head_who_is_none_confirms(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]]
) -> None:
    an, my, lan, giang = [
        await desk_of(one) for one in (people.an, people.my, people.lan, people.giang)
    ]
    page = await my.http.get(f"/desk/people/{people.an.id}")
    assert f'href="/desk/people/{people.an.id}/emergency"' in page.text
    ask = await ask_for(my, people.an)
    assert (await my.post(f"{ask}/confirm", **MET)).status_code == 409, "the own ask"
    assert (await lan.post(f"{ask}/confirm", **MET)).status_code == 409, "another administrator"
    assert (await an.post(f"{ask}/confirm", **MET)).status_code == 403, "the officer"
    assert (await an.http.get(HEADS_ONLY)).status_code == 403, "nothing yet"
    assert "emergency.asked" in await told(people.khanh)
    waiting = (await giang.http.get("/desk/?kind=person")).text
    assert people.an.full_name in waiting
    assert "Quyền khẩn cấp" in waiting, "what is asked for, among the work of the head"
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 303
    assert (await an.http.get(HEADS_ONLY)).status_code == 200, "from the next request on"
    for person in (people.an, people.my, people.khanh, people.hai):
        assert "emergency.opened" in await told(person), person.username
    page = (await giang.http.get(ask)).text
    assert "quyền khẩn cấp" in page.lower()
    assert "Hết hiệu lực" in page


async def test_nobody_gets_it_whose_credentials_one_administrator_alone_set(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]]
) -> None:
    """Who made them alone may know them, and the access would be theirs. It may come to that after the asking, too."""
    an, my, giang = [await desk_of(one) for one in (people.an, people.my, people.giang)]
    ask = await ask_for(my, people.an)
    await database.execute(
        "UPDATE credentials SET alone = true WHERE officer_id = $1", people.an.id
    )
    answer = await giang.post(f"{ask}/confirm", **MET)
    assert answer.status_code == 409
    assert "một người quản trị đặt một mình" in answer.text
    assert (await an.http.get(HEADS_ONLY)).status_code == 403


async def test_it_ends_by_itself_with_its_hours(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]]
) -> None:
    an, my, giang = [await desk_of(one) for one in (people.an, people.my, people.giang)]
    ask = await ask_for(my, people.an, hours="1")
    await giang.post(f"{ask}/confirm", **MET)
    assert (await an.http.get(HEADS_ONLY)).status_code == 200
    await database.execute(
        "UPDATE people_asks SET answered_at = answered_at - interval '59 minutes' WHERE kind = 'emergency'"
    )
    assert (await an.http.get(HEADS_ONLY)).status_code == 200
    await database.execute(
        "UPDATE people_asks SET answered_at = answered_at - interval '2 minutes' WHERE kind = 'emergency'"
    )
    assert (await an.http.get(HEADS_ONLY)).status_code == 403
    held = await database.fetch(
        "SELECT role FROM officer_roles WHERE officer_id = $1", people.an.id
    )
    assert [row["role"] for row in held] == ["inspector"]


@pytest.mark.parametrize("by", ["an", "my", "giang", "hai"])
async def test_whoever_is_concerned_stops_it_at_once(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]], by: str
) -> None:
    an, my, giang = [await desk_of(one) for one in (people.an, people.my, people.giang)]
    ask = await ask_for(my, people.an)
    await giang.post(f"{ask}/confirm", **MET)
    stopper = await desk_of(getattr(people, by))
    page = (await stopper.http.get(ask)).text
    assert "Dừng quyền khẩn cấp" in page
    assert "mật khẩu" not in page.split("<main", 1)[1], "no word of a reset"
    ended = await stopper.post(f"{ask}/decline", reason="đã liên lạc được")
    assert ended.status_code == 303
    assert "Đã dừng quyền khẩn cấp của" in (await stopper.http.get(ended.headers["location"])).text
    assert (await an.http.get(HEADS_ONLY)).status_code == 403
    assert "emergency.shut" in await told(people.khanh)


@pytest.mark.parametrize("hours", ["0", "5", "24", "-1", "1.5", ""])
async def test_no_other_hours_than_one_to_four_are_taken(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]], hours: str
) -> None:
    my = await desk_of(people.my)
    page = f"/desk/people/{people.an.id}/emergency"
    answer = await my.post(page, role="supervisor", hours=hours, reason=WHY)
    assert answer.status_code == 422
    assert (await my.post(page, role="administrator", hours="2", reason=WHY)).status_code == 422


async def test_no_administrator_gets_any_and_none_adds_that_role_meanwhile(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]]
) -> None:
    lan, my, giang, an = [
        await desk_of(one) for one in (people.lan, people.my, people.giang, people.an)
    ]
    page = f"/desk/people/{people.my.id}/emergency"
    refused = await lan.post(page, role="supervisor", hours="2", reason=WHY)
    assert refused.status_code == 409
    own = f"/desk/people/{people.lan.id}/emergency"
    assert (await lan.post(own, role="supervisor", hours="2", reason=WHY)).status_code == 403
    ask = await ask_for(my, people.an)
    await giang.post(f"{ask}/confirm", **MET)
    assert (await an.http.get(HEADS_ONLY)).status_code == 200
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'administrator')", people.an.id
    )
    await database.execute(
        "DELETE FROM officer_roles WHERE officer_id = $1 AND role = 'inspector'", people.an.id
    )
    assert (await an.http.get("/desk/cases")).status_code == 403, "an administrator reads no case"


async def test_who_has_it_confirms_nothing_for_others(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]]
) -> None:
    an, my, giang = [await desk_of(one) for one in (people.an, people.my, people.giang)]
    first = await ask_for(my, people.an)
    await giang.post(f"{first}/confirm", **MET)
    second = await ask_for(my, people.binh)
    assert (await an.post(f"{second}/confirm", **MET)).status_code == 409
    again = await my.post(
        f"/desk/people/{people.an.id}/emergency", role="supervisor", hours="4", reason=WHY
    )
    assert again.status_code == 409, "one at a time"


async def test_a_head_of_another_unit_neither_sees_nor_confirms_it(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]]
) -> None:
    my, ho = await desk_of(people.my), await desk_of(people.ho)
    ask = await ask_for(my, people.an)
    assert (await ho.http.get(ask)).status_code == 404
    assert (await ho.post(f"{ask}/confirm", **MET)).status_code == 404


async def test_auditors_alone_judge_it_in_five_working_days(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]]
) -> None:
    my, giang, khanh, phuc = [
        await desk_of(one) for one in (people.my, people.giang, people.khanh, people.phuc)
    ]
    ask = await ask_for(my, people.phuc, role="auditor")
    await giang.post(f"{ask}/confirm", **MET)
    row = await database.fetchrow("SELECT id, kind, check_by FROM exceptions")
    assert row["kind"] == "emergency_access"
    assert row["check_by"]
    check = f"/desk/exceptions/{row['id']}/check"
    page = (await khanh.http.get("/desk/exceptions")).text
    assert people.phuc.full_name in page
    assert WHY in page
    assert f'href="{ask}"' in page
    assert "/desk/log?officer=phuc" in (await khanh.http.get(ask)).text.replace("&amp;", "&")
    assert people.phuc.full_name in (await khanh.http.get("/desk/")).text, (
        "among the auditor's work"
    )
    assert (await giang.post(check, verdict="right")).status_code == 409, "who confirmed it"
    assert (await phuc.post(check, verdict="right")).status_code == 409, "who got it"
    assert (await my.post(check, verdict="right")).status_code == 403, "who asked"
    assert (await khanh.post(check, verdict="wrong", note="không có căn cứ")).status_code == 303
    assert await database.fetchval("SELECT verdict FROM exceptions") == "wrong"
    assert (await verification.verify(None, lambda *_: None)).findings == []


async def test_its_hours_are_not_stretched_unseen(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]]
) -> None:
    my, giang = await desk_of(people.my), await desk_of(people.giang)
    ask = await ask_for(my, people.an)
    await giang.post(f"{ask}/confirm", **MET)
    with pytest.raises(asyncpg.InsufficientPrivilegeError):
        await database.execute("UPDATE people_asks SET content = '{}'")
    await database.execute(
        "UPDATE people_asks SET answered_at = answered_at + interval '3 hours' WHERE kind = 'emergency'"
    )
    found = (await verification.verify(None, lambda *_: None)).findings
    assert [one.where for one in found] == [f"ask {ask.rsplit('/', 1)[1]}"]


async def test_one_administrator_carries_it_nowhere_else(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]]
) -> None:
    """A head of one unit confirmed it for that unit: a move takes a second person then, and leaves it behind."""
    em, my, giang = [await desk_of(one) for one in (people.em, people.my, people.giang)]
    ask = await ask_for(my, people.em, hours="4")
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 303
    assert (await em.http.get(HEADS_ONLY)).status_code == 200
    to = people.units["0101"]
    moved = {"unit_id": str(to.unit_id), "reason": "Điều động tạm thời"}
    await my.post(f"/desk/people/{people.em.id}/move", **moved)
    stays = await database.fetchval("SELECT unit_id FROM officers WHERE id = $1", people.em.id)
    assert stays == people.units["0102"].unit_id, "it waits for a second person"
    await database.execute(
        "UPDATE officers SET unit_id = $2, unit_3 = $2 WHERE id = $1", people.em.id, to.unit_id
    )
    assert (await em.http.get(HEADS_ONLY)).status_code == 403


async def test_some_hours_of_a_head_s_rights_give_nobody_weeks_of_them(
    people: People, desk_of: Callable[[Person], Awaitable[Desk]]
) -> None:
    my, giang = [await desk_of(one) for one in (people.my, people.giang)]
    ask = await ask_for(my, people.phuc, hours="1")
    assert (await giang.post(f"{ask}/confirm", **MET)).status_code == 303
    actor = actor_of(await sessions.get_actor(people.phuc.id), "desk")
    assert Role.SUPERVISOR in actor.roles
    away = AbsenceRecorded(
        officer_id=people.chi.id,
        stand_in_id=people.hai.id,
        first_day=today(),
        last_day=in_days(30),
        reason="Nghỉ phép",
    )
    async with transaction():
        _, outcome = await absences.act(None, away, actor)
    assert isinstance(outcome, Refused)
    assert outcome.code == "approval_absence_not_yours"
