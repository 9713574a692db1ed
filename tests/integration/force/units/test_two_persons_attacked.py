"""What two administrators must agree on, attacked: a forged row, a lost right, a rename, a decline from within."""

import asyncio
import json
from dataclasses import replace
from uuid import UUID

import asyncpg
import pytest
from litestar import Litestar

from backend.core import database as rows
from backend.core.database import transaction
from backend.force.units import asking, restructuring
from backend.ledger import service as ledger
from backend.ledger.service import Outcome, Refused
from schemas.core.base import Wire
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind, Role
from schemas.force.acts import (
    AskConfirmed,
    MoveAsked,
    OfficerMoved,
    OfficerRegistered,
    PeopleAct,
)
from schemas.force.restructuring_acts import RestructuringDeclined, UnitMerged
from tests.integration.force.units.test_two_persons import asked, delegated, merger, tried
from tests.support import restructured
from tests.support.cases_made import today
from tests.support.databases import Database
from tests.support.people import People, Person
from tests.support.readers import Readers
from tests.support.verifying import verify

pytestmark = pytest.mark.usefixtures("pool")


async def test_a_row_that_says_confirmed_without_an_act_is_found(
    app: Litestar, people: People, database: Database
) -> None:
    """The door believes the table: whoever can write it merges units alone, and it is told."""
    ask_id = await asked(people)
    team = people.units["0101"].unit_id
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        await connection.execute(
            "UPDATE unit_asks SET state = 'confirmed', answered_by = $1, answered_at = now(), note = 'x'",
            people.lan.id,
        )
    finally:
        await connection.close()
    content = UnitMerged(
        into_id=people.units["0102"].unit_id,
        valid_to=today(),
        ordered=restructured.ORDER,
        ask_id=ask_id,
    )
    await restructured.record(team, PeopleAct.UNIT_MERGED, content, people.lan.actor("desk"))
    found = {one.what for one in (await verify()).findings if one.where == f"asks of unit {team}"}
    assert len(found) == 2
    assert any("nobody else agreed" in one for one in found)


async def test_who_comes_to_a_unit_in_the_moment_of_its_merger_goes_with_it(
    app: Litestar, people: People
) -> None:
    """An officer is registered, not committed yet: the merger waits, and takes the officer over."""
    unit, into = people.units["0102"].unit_id, people.units["0101"].unit_id
    officer_id, written = new_id(), asyncio.Event()
    content = OfficerRegistered(
        username="ha.moi",
        full_name="Hà Thị Mới",
        officer_number="QLTT-998877",
        unit_id=unit,
        language="vi",
        reason="Người mới",
    )

    async def registered() -> None:
        actor = people.lan.actor("desk")
        async with transaction():
            act = ledger.desk_act(
                RecordKind.OFFICER, officer_id, PeopleAct.OFFICER_REGISTERED, content, actor
            )
            ledger.unwrap(await ledger.record(act, actor))
            written.set()
            await asyncio.sleep(1)

    async def merged() -> None:
        await written.wait()
        await restructured.merged("0102", into, people)

    await asyncio.gather(registered(), merged())
    assert await rows.fetchval("SELECT unit_id FROM officers WHERE id = $1", officer_id) == into


@pytest.mark.parametrize("by_two", [False, True])
async def test_who_is_moved_into_the_unit_that_takes_over_breaks_neither_off(
    app: Litestar, people: People, by_two: bool
) -> None:
    """The merger holds both units, and takes the officer over; the move waits for it before it locks the officer."""
    unit, into = people.units["0101"].unit_id, people.units["0102"].unit_id
    mover, held = people.lan.actor("desk"), asyncio.Event()
    lan = people.lan.actor("cli")
    officer_id = people.binh.id if by_two else people.an.id
    moved: tuple[PeopleAct, Wire] = (
        PeopleAct.OFFICER_MOVED,
        OfficerMoved(unit_id=into, reason="Điều động"),
    )
    if by_two:  # who takes a power along
        await rows.execute(
            "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'supervisor')", officer_id
        )
        wanted = MoveAsked(ask_id=new_id(), unit_id=into, reason="Điều động")
        async with transaction():
            act = ledger.desk_act(
                RecordKind.OFFICER,
                officer_id,
                PeopleAct.MOVE_ASKED,
                wanted,
                people.my.actor("desk"),
            )
            ledger.unwrap(await ledger.record(act, people.my.actor("desk")))
        confirmed = AskConfirmed(ask_id=wanted.ask_id, note="Đã đối chiếu quyết định")
        moved = (PeopleAct.ASK_CONFIRMED, confirmed)

    async def merged() -> None:
        content = UnitMerged(into_id=into, valid_to=today(), ordered=restructured.ORDER)
        async with transaction():
            await restructuring.lock(unit, content)
            held.set()
            await asyncio.sleep(0.5)
            act = ledger.desk_act(RecordKind.UNIT, unit, PeopleAct.UNIT_MERGED, content, lan)
            ledger.unwrap(await ledger.record(act, lan))

    async def moves() -> Outcome:
        await held.wait()
        async with transaction():
            act = ledger.desk_act(RecordKind.OFFICER, officer_id, *moved, mover)
            return await ledger.record(act, mover)

    _, outcome = await asyncio.gather(merged(), moves())
    assert isinstance(outcome, Refused), "the merger brought the officer there"
    assert outcome.code == "state_unchanged"
    assert await rows.fetchval("SELECT unit_id FROM officers WHERE id = $1", officer_id) == into


async def test_two_mergers_that_cross_are_confirmed_at_once_and_one_is_refused_in_words(
    app: Litestar, people: People, readers: Readers
) -> None:
    """Each would end the unit that the other one needs. Neither breaks the other off half-way."""
    one, other = people.units["0101"].unit_id, people.units["0102"].unit_id
    desks = []
    for unit, into in ((one, other), (other, one)):
        async with transaction():
            outcome, ask_id = await asking.ask(
                people.my.actor("desk"),
                unit,
                UnitMerged(into_id=into, valid_to=today(), ordered=restructured.ORDER),
            )
        ledger.unwrap(outcome)
        desk = await readers.of(people.lan)
        await desk.open(f"/desk/unit-asks/{ask_id}")
        desks.append(desk)
    answers = await asyncio.gather(
        *(desk.press("/confirm", note="Đã đối chiếu quyết định") for desk in desks)
    )
    assert sorted(answers) == [200, 409]
    refused = desks[answers.index(409)]
    assert "đã thay đổi, nên chưa thực hiện" in refused.html
    assert "đã giải thể" in refused.html or "không còn hiệu lực" in refused.html
    ended = await rows.fetch("SELECT id FROM units WHERE valid_to IS NOT NULL")
    assert len(ended) == 1


async def test_what_somebody_asked_who_administers_no_more_is_confirmed_by_nobody(
    app: Litestar, people: People
) -> None:
    ask_id = await asked(people)
    await rows.execute("UPDATE officers SET state = 'disabled' WHERE id = $1", people.my.id)
    assert await tried(ask_id, people.lan) == "unit_ask_asker_gone"


async def test_a_receiving_unit_that_was_renamed_since_is_shown_again(
    app: Litestar, people: People
) -> None:
    """One administrator alone renames: who confirms sees the name under which the officers go on."""
    ask_id, lan = await asked(people), people.lan.actor("desk")
    async with transaction():
        seen = (await asking.get(lan, ask_id)).seen
    await rows.execute(
        "UPDATE units SET name_vi = 'Đội khác' WHERE id = $1", people.units["0102"].unit_id
    )
    async with transaction():
        assert await asking.confirm(lan, ask_id, seen, "Đã đối chiếu") is None


async def test_nobody_within_the_unit_or_who_gains_by_it_declines_an_order_of_the_level_above(
    app: Litestar, people: People, database: Database
) -> None:
    ask_id = await asked(people)
    declined = RestructuringDeclined(ask_id=ask_id, reason="Đội không muốn")
    team = people.units["0101"].unit_id
    within = replace(people.an, roles=(Role.ADMINISTRATOR,))

    async def refused(who: Person) -> str:
        found = await restructured.record(
            team, PeopleAct.RESTRUCTURING_DECLINED, declined, who.actor("desk")
        )
        return found.code if isinstance(found, Refused) else ""

    assert await refused(within) == "unit_own"
    async with transaction():
        assert not (await asking.get(within.actor("desk"), ask_id)).may_decline
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        await connection.execute(
            "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
            " VALUES ($1, $2, $3, 'Đội trưởng', 'Team Leader', $4)",
            *(new_id(), people.lan.id, people.units["0102"].unit_id, today()),
        )
    finally:
        await connection.close()
    assert await refused(people.lan) == "unit_ask_gains"
    assert await refused(people.my) == "", "who asked takes it back"


async def waits(kind: str, who: Person, content: dict[str, str], people: People) -> None:
    """my asks for something about an officer; nobody answered yet."""
    await rows.execute(
        "INSERT INTO people_asks (id, officer_id, kind, content, asked_by, asked_at, unit_1)"
        " VALUES ($1, $2, $3, $4::text::jsonb, $5, now(), $6)",
        *(new_id(), who.id, kind, json.dumps(content), people.my.id, people.units["00"].unit_id),
    )


@pytest.mark.parametrize("asks", ["the role", "the move", "both"])
async def test_who_would_head_it_by_what_is_asked_about_them_does_not_confirm_it(
    app: Litestar, people: People, asks: str, database: Database
) -> None:
    """Who delegates to lan would be a supervisor of the team that takes over."""
    into = people.units["0102"].unit_id
    ask_id = await asked(people)
    supervisor = people.em if asks == "the role" else people.hai
    await delegated(supervisor, people.lan, people)
    assert await gains_nothing(ask_id, people)
    if asks == "the role":
        await waits("role", people.em, {"role": "supervisor"}, people)
    else:
        await waits("move", people.hai, {"unit_id": str(into)}, people)
    if asks == "both":
        await rows.execute("DELETE FROM officer_roles WHERE officer_id = $1", people.hai.id)
        assert await gains_nothing(ask_id, people), "an officer who moves there without the role"
        await waits("role", people.hai, {"role": "supervisor"}, people)
    assert await tried(ask_id, people.lan) == "unit_ask_gains"
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        await connection.execute("UPDATE people_asks SET asked_at = now() - interval '8 days'")
    finally:
        await connection.close()
    assert await tried(ask_id, people.lan) == "", "what lapsed gives nobody anything"


async def test_whose_supervisor_a_merger_takes_up_into_the_department_does_not_confirm_it(
    app: Litestar, people: People
) -> None:
    """The team's supervisor reads the whole department afterwards, and so does who acts for them."""
    async with transaction():
        outcome, ask_id = await asking.ask(
            people.lan.actor("desk"),
            people.units["0101"].unit_id,
            merger(people, "01"),
        )
    ledger.unwrap(outcome)
    khanh = replace(people.khanh, roles=(Role.ADMINISTRATOR,))
    await delegated(people.an, khanh, people)
    async with transaction():
        assert (await asking.get(khanh.actor("desk"), ask_id)).may_confirm
    await rows.execute(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, 'supervisor')", people.an.id
    )
    assert await tried(ask_id, khanh) == "unit_ask_gains"


async def gains_nothing(ask_id: UUID, people: People) -> bool:
    async with transaction():
        return (await asking.get(people.lan.actor("desk"), ask_id)).may_confirm


async def test_nobody_s_emergency_access_grows_by_a_merger(
    app: Litestar, people: People, database: Database
) -> None:
    """It was confirmed for the unit that receives, without what comes to it now."""
    ask_id = await asked(people)
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        await connection.execute(
            "INSERT INTO people_asks (id, officer_id, kind, content, asked_by, asked_at, state, answered_by,"
            " answered_at, unit_1, unit_2, unit_3) VALUES ($1, $2, 'emergency', '{\"hours\": 2}', $3, now(),"
            " 'confirmed', $4, now(), $5, $6, $7)",
            *(new_id(), people.em.id, people.my.id, people.giang.id),
            *people.em.unit.as_tuple()[:3],
        )
    finally:
        await connection.close()
    assert await tried(ask_id, people.lan) == "unit_emergency"
