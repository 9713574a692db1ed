"""A restructuring at the desk takes two administrators, of whom the second gains nothing by it."""

import re
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import asyncpg
import pytest
from litestar import Litestar

from backend.casework.cases import service as cases
from backend.casework.issued_documents import scans
from backend.core import clock
from backend.core import database as rows
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.force.units import asking
from backend.ledger import service as ledger
from backend.ledger.service import Refused
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force.acts import PeopleAct
from schemas.force.restructuring_acts import (
    RestructuringConfirmed,
    UnitClosed,
    UnitMerged,
    UnitMoved,
    UnitSplit,
)
from tests.support import cases_made, restructured
from tests.support import scans as scans_made
from tests.support.cases_made import today
from tests.support.databases import Database
from tests.support.people import People, Person
from tests.support.readers import Readers
from tests.support.verifying import verify

pytestmark = pytest.mark.usefixtures("pool")


def merger(people: People, into: str = "0102") -> UnitMerged:
    return UnitMerged(
        into_id=people.units[into].unit_id, valid_to=today(), ordered=restructured.ORDER
    )


async def asked(people: People, by: Person | None = None) -> UUID:
    """my asks that team 1 be merged into team 2."""
    async with transaction():
        outcome, ask_id = await asking.ask(
            (by or people.my).actor("desk"), people.units["0101"].unit_id, merger(people)
        )
    ledger.unwrap(outcome)
    return ask_id


async def tried(ask_id: UUID, by: Person) -> str:
    """Why somebody may not confirm it; empty if they did."""
    actor = by.actor("desk")
    async with transaction():
        seen = (await asking.get(actor, ask_id)).seen
        outcome = await asking.confirm(actor, ask_id, seen, "Đã đối chiếu")
    assert outcome is not None
    return outcome.code if isinstance(outcome, Refused) else ""


async def told(who: Person) -> list[str]:
    found = await rows.fetch(
        "SELECT text_key FROM notices WHERE officer_id = $1 AND kind = 'restructuring' ORDER BY at, id",
        who.id,
    )
    return [row["text_key"] for row in found]


async def test_nobody_restructures_at_the_desk_alone(app: Litestar, people: People) -> None:
    """Each of the four is refused without an ask that another confirmed, whatever the act says of one."""
    team, other = people.units["0101"].unit_id, people.units["0102"].unit_id
    order, day = restructured.ORDER, today()
    ask_id = await asked(people)
    for kind, content in (
        (PeopleAct.UNIT_MERGED, merger(people)),
        (PeopleAct.UNIT_MERGED, UnitMerged(into_id=other, valid_to=day, ordered=order, ask_id=ask_id)),
        (PeopleAct.UNIT_MOVED, UnitMoved(parent_id=other, valid_from=day, ordered=order)),
        (PeopleAct.UNIT_SPLIT, UnitSplit(rest_id=other, units=[], officers=[], valid_to=day, ordered=order)),
        (PeopleAct.UNIT_CLOSED, UnitClosed(valid_to=day, successor_id=other, reason="Sắp xếp")),
    ):  # fmt: skip
        for who in (people.my, people.lan):
            outcome = await restructured.record(team, kind, content, who.actor("desk"))
            assert isinstance(outcome, Refused), kind
            assert outcome.code == "unit_second_person", kind
    assert await tried(ask_id, people.my) == "unit_ask_own"
    assert await rows.fetchval("SELECT valid_to FROM units WHERE id = $1", team) is None
    assert await tried(ask_id, people.lan) == ""
    assert await rows.fetchval("SELECT successor_id FROM units WHERE id = $1", team) == other
    assert [one.where for one in (await verify()).findings if "unit" in one.where] == []
    assert await tried_again(ask_id, people.lan) == "unit_closed"


async def tried_again(ask_id: UUID, by: Person) -> str:
    content = RestructuringConfirmed(ask_id=ask_id, preview={}, note="Lần nữa")
    row = await rows.fetchval("SELECT unit_id FROM unit_asks WHERE id = $1", ask_id)
    found = await restructured.record(
        row, PeopleAct.RESTRUCTURING_CONFIRMED, content, by.actor("desk")
    )
    assert isinstance(found, Refused)
    return "unit_closed" if found.code == "unit_ask_answered" else found.code


async def test_who_may_confirm_is_told_and_so_is_who_asked(
    app: Litestar, people: People, readers: Readers
) -> None:
    """lan finds it among what waits, confirms it on its page, and my is told."""
    ask_id = await asked(people)
    assert await told(people.lan) == ["restructuring.asked"]
    assert await told(people.my) == []
    lan, my = await readers.of(people.lan), await readers.of(people.my)
    await lan.open("/desk")
    assert f"/desk/unit-asks/{ask_id}" in lan.html
    assert "Đội số 1 thử" in lan.html
    await my.open("/desk")
    assert f"/desk/unit-asks/{ask_id}" not in my.html
    await my.open(f"/desk/units/{people.units['0101'].unit_id}")
    assert f"/desk/unit-asks/{ask_id}" in my.html
    await my.open(f"/desk/unit-asks/{ask_id}")
    assert "Rút đề nghị" in my.html
    assert people.lan.full_name in my.html
    assert "/confirm" not in my.html.split("<main", 1)[1]
    await lan.open(f"/desk/unit-asks/{ask_id}")
    assert await lan.press("/confirm", note="Đã đối chiếu quyết định 40") == 200
    assert "Đã thực hiện" in lan.html
    assert await told(people.my) == ["restructuring.confirmed"]
    await lan.open("/desk")
    assert f"/desk/unit-asks/{ask_id}" not in lan.html
    await lan.open("/desk/unit-asks")
    assert "Sáp nhập: Đội số 1 thử" in lan.html


async def test_it_is_declined_with_a_reason_or_taken_back(
    app: Litestar, people: People, readers: Readers
) -> None:
    first = await asked(people)
    lan = await readers.of(people.lan)
    await lan.open(f"/desk/unit-asks/{first}")
    assert await lan.press("/decline", reason="") == 422
    assert await lan.press("/decline", reason="Chưa có quyết định của tỉnh") == 200
    assert "Lúc đề nghị, việc này liên quan đến" in lan.html
    assert "<dt>Công chức</dt>" in lan.html
    assert await told(people.my) == ["restructuring.declined"]
    assert await tried(first, people.lan) == "unit_ask_answered"
    second = await asked(people)
    my = await readers.of(people.my)
    await my.open(f"/desk/unit-asks/{second}")
    assert await my.press("/decline", reason="Gõ nhầm đơn vị nhận") == 200
    states = await rows.fetch("SELECT state FROM unit_asks ORDER BY asked_at")
    assert [row["state"] for row in states] == ["declined", "declined"]
    assert await rows.fetchval("SELECT count(*) FROM path_rewrites") == 0


async def test_what_changed_since_it_was_seen_is_shown_and_asked_again(
    app: Litestar, people: People, readers: Readers
) -> None:
    """A case is opened while lan reads: nothing is done, the page says what is different, and then it is confirmed."""
    ask_id = await asked(people)
    lan = await readers.of(people.lan)
    await lan.open(f"/desk/unit-asks/{ask_id}")
    await cases_made.recorded(people)
    assert await lan.press("/confirm", note="Đã đối chiếu") == 409
    assert "đã thay đổi, nên chưa thực hiện" in lan.html
    assert "lúc đề nghị: 0" in lan.html
    assert await rows.fetchval("SELECT count(*) FROM path_rewrites") == 0
    assert await lan.press("/confirm", note="Đã đối chiếu lại") == 200
    kept = await rows.fetchval(
        "SELECT act::jsonb -> 'content' -> 'preview' ->> 'open_cases' FROM ledger_entries"
        " WHERE act_type = 'unit.restructuring_confirmed'"
    )
    assert kept == "1"
    assert "Lúc xác nhận, việc này liên quan đến" in lan.html
    assert "lúc đề nghị: 0" in lan.html
    await lan.open(f"/desk/unit-asks/{ask_id}")
    assert re.search(r"<dt>Vụ việc đang làm</dt><dd[^>]*>.*?</span> 1</dd>", lan.html), (
        "still there"
    )


async def scanned(people: People) -> UUID:
    """A scan, which the register of delegations demands."""
    case = await cases_made.recorded(people)
    an = people.an.actor("desk")
    async with transaction():
        paper, _ = await cases.draft(case.id, "MBB02", 1, cases_made.example("MBB02"), an)
    return (await scans.of_paper(paper, scans_made.pdf(), an)).id


async def delegated(giver: Person, receiver: Person, people: People) -> None:
    """One acts for the other, as the register of delegations says."""
    await rows.execute(
        "INSERT INTO delegations (id, number, decided_on, summary, giver_id, giver_title, receiver_id,"
        " receiver_title, unit_id, unit_1, unit_2, unit_3, kinds, valid_from, scan_id, entered_by, entered_at)"
        " SELECT $1, '1/QĐ-GQ', $7, 'giao quyền', $2, 'Đội trưởng', $3, 'Phó Đội trưởng', u.id, u.unit_1,"
        " u.unit_2, u.unit_3, 'sanction', $7, $4, $5, now() FROM units u WHERE u.id = $6",
        *(new_id(), giver.id, receiver.id, await scanned(people), people.nga.id),
        *(people.units["0102"].unit_id, today()),
    )


@pytest.mark.parametrize("gain", ["own post", "post asked for", "delegate", "giver"])
async def test_who_gains_by_it_does_not_confirm_it(
    app: Litestar, people: People, gain: str, database: Database
) -> None:
    """lan, or somebody who acts for lan or for whom lan acts, heads the team that takes over."""
    into = people.units["0102"].unit_id
    post = (
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
        " VALUES ($1, $2, $3, 'Đội trưởng', 'Team Leader', $4)"
    )
    ask_id = await asked(people)
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        match gain:
            case "own post":
                await connection.execute(post, new_id(), people.lan.id, into, today())
            case "post asked for":
                await connection.execute(
                    "INSERT INTO people_asks (id, officer_id, kind, content, asked_by, asked_at, unit_1)"
                    " VALUES ($1, $2, 'position', jsonb_build_object('unit_id', $3::uuid, 'title_vi', 'Đội trưởng'),"
                    " $4, now(), $5)",
                    new_id(),
                    people.lan.id,
                    into,
                    people.my.id,
                    people.units["00"].unit_id,
                )
            case _:
                await connection.execute(post, new_id(), people.em.id, into, today())
                pair = (people.lan, people.em)
                await delegated(*(pair if gain == "delegate" else pair[::-1]), people)
    finally:
        await connection.close()
    assert await tried(ask_id, people.lan) == "unit_ask_gains"
    khanh = replace(people.khanh, roles=(Role.ADMINISTRATOR,))
    assert await tried(ask_id, khanh) == ""


async def test_an_ask_lapses_after_a_week_and_both_are_told(
    app: Litestar, people: People, database: Database
) -> None:
    ask_id = await asked(people)
    async with transaction():
        assert await asking.tell_lapsed() == 0
    owner = await asyncpg.connect(database.owner_dsn)
    try:
        before = clock.now() - timedelta(days=7, minutes=1)
        await owner.execute("UPDATE unit_asks SET asked_at = $2 WHERE id = $1", ask_id, before)
    finally:
        await owner.close()
    assert await tried(ask_id, people.lan) == "unit_ask_over"
    async with transaction():
        assert await asking.tell_lapsed() == 2
        assert await asking.tell_lapsed() == 0
    assert "restructuring.lapsed" in await told(people.my)
    assert "restructuring.lapsed" in await told(people.lan)
    assert isinstance(await asked(people), UUID), "it may be asked for again"


async def test_an_administrator_elsewhere_sees_nothing_of_it(
    app: Litestar, people: People, readers: Readers
) -> None:
    ask_id = await asked(people)
    role = "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'administrator')"
    await rows.execute(role, people.ho.id)
    ho = await readers.of(people.ho)
    assert await ho.look(f"/desk/unit-asks/{ask_id}") == 404
    with pytest.raises(NotFound):
        async with transaction():
            await asking.get(replace(people.ho, roles=(Role.ADMINISTRATOR,)).actor("desk"), ask_id)
    assert await ho.look("/desk/unit-asks") == 200
    assert "Đội số 1" not in ho.html


async def test_a_unit_is_closed_by_two(app: Litestar, people: People, readers: Readers) -> None:
    department = people.units["01"].unit_id
    empty = await restructured.made("0103", "Đội trống thử", department, people, "team")
    my, lan = await readers.of(people.my), await readers.of(people.lan)
    await my.open(f"/desk/units/{empty}/close")
    assert await my.press("/close", valid_to=today().isoformat(), reason="Không còn ai") == 200
    assert "giải thể, không có đơn vị kế thừa" in my.html
    assert await my.press("/close") == 200
    ask_id = await rows.fetchval("SELECT id FROM unit_asks")
    assert await rows.fetchval("SELECT valid_to FROM units WHERE id = $1", empty) is None
    await lan.open(f"/desk/unit-asks/{ask_id}")
    assert await lan.press("/confirm", note="Đã đối chiếu") == 200
    assert await rows.fetchval("SELECT valid_to FROM units WHERE id = $1", empty) == today()
    renamed = await lan.look(f"/desk/units/{people.units['0101'].unit_id}/rename")
    assert renamed == 200, "a name is changed by one"
