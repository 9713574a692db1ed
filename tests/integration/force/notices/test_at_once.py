"""What is written of notices at the same moment: nothing of a former office stays in sight, whoever is first."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from litestar import Litestar

from backend.casework.notices import service as case_notices
from backend.core import database as rows
from backend.core.database import transaction
from backend.force.notices import service as notices
from backend.ledger import service as ledger
from backend.operations.queries import verified_people
from schemas.core.ids import new_id
from schemas.core.vocabulary import RecordKind
from schemas.force.acts import OfficerMoved, PeopleAct
from tests.support import factories
from tests.support.databases import Database
from tests.support.people import People, Person

pytestmark = pytest.mark.usefixtures("app")
_BOTH_ARE_IN = 0.5
"""Seconds in which the second one writes, or waits for the first one."""


@pytest.fixture(autouse=True)
async def kept_as_the_rule_has_it(app: Litestar) -> AsyncIterator[None]:
    """What the database keeps in the end is what `verify` would ask for."""
    yield
    assert await verified_people.notices_wrongly_kept() == []


async def move(who: Person, code: str, people: People) -> None:
    operator = people.lan.actor("cli")
    content = OfficerMoved(unit_id=people.units[code].unit_id, reason="Điều động")
    act = ledger.desk_act(RecordKind.OFFICER, who.id, PeopleAct.OFFICER_MOVED, content, operator)
    ledger.unwrap(await ledger.record(act, operator))


async def tell(who: Person, record_id: UUID) -> None:
    words = {"by": "An", "officer": "An", "what": "Cửa hàng Kín"}
    await notices.tell(
        [who.id], "inspection", record_id, "person.team_proposed", dict(words), on_phones=True
    )


async def at_once(
    first: Callable[[], Awaitable[Any]], second: Callable[[], Awaitable[Any]]
) -> None:
    """The first one has written and is not done yet, while the second one comes."""
    written, go_on = asyncio.Event(), asyncio.Event()

    async def slowly() -> None:
        async with transaction():
            await first()
            written.set()
            await go_on.wait()

    async def quickly() -> None:
        async with transaction():
            await second()

    slow = asyncio.create_task(slowly())
    await written.wait()
    quick = asyncio.create_task(quickly())
    await asyncio.wait([quick], timeout=_BOTH_ARE_IN)
    go_on.set()
    await asyncio.gather(slow, quick)


async def read(who: Person) -> list[str]:
    return [one.kind for one in (await case_notices.mine(who.actor())).rows]


async def test_a_notice_that_comes_while_its_reader_moves_stays_with_the_former_office(
    people: People,
) -> None:
    await at_once(lambda: tell(people.giang, new_id()), lambda: move(people.giang, "48", people))
    assert await read(people.giang) == []


async def test_a_notice_of_before_that_is_written_after_the_move_is_not_shown_either(
    people: People,
) -> None:
    came = await rows.fetchval("SELECT now()")

    async def told_of_before() -> None:
        await rows.execute(
            "INSERT INTO notices (id, officer_id, kind, record_id, text_key, numbers, at) "
            "VALUES ($1, $2, 'inspection', $1, 'person.team_proposed', '{}', $3)",
            *(new_id(), people.giang.id, came),
        )

    await at_once(lambda: move(people.giang, "48", people), told_of_before)
    assert await read(people.giang) == []


async def test_who_is_taken_off_a_team_while_moving_reads_nothing_of_it(people: People) -> None:
    mine = await factories.decided(people)
    async with transaction():
        await tell(people.an, mine.id)
    team = "DELETE FROM inspection_team WHERE inspection_id = $1 AND officer_id = $2"
    await at_once(
        lambda: rows.execute(team, mine.id, people.an.id), lambda: move(people.an, "48", people)
    )
    assert await read(people.an) == []


async def test_a_unit_that_goes_under_another_while_somebody_leaves_it_takes_its_notices_along(
    people: People, database: Database
) -> None:
    async with transaction():
        await tell(people.chi, new_id())
    owner = await asyncpg.connect(database.owner_dsn)
    try:
        under = owner.transaction()
        await under.start()
        await owner.execute(
            "UPDATE units SET unit_2 = $2 WHERE id = $1",
            *(people.chi.unit.unit_id, people.units["48"].unit_id),
        )

        async def moved() -> None:
            async with transaction():
                await move(people.chi, "48", people)

        leaving = asyncio.create_task(moved())
        await asyncio.wait([leaving], timeout=_BOTH_ARE_IN)
        await under.commit()
        await leaving
    finally:
        await owner.close()
    assert "inspection" in await read(people.chi)


async def test_phones_are_told_what_goes_out_of_sight_with_a_team_and_what_comes_back(
    people: People,
) -> None:
    mine = await factories.decided(people)
    async with transaction():
        await tell(people.an, mine.id)
        await move(people.an, "48", people)
    told = next(
        one for one in await notices.told_on_phone(people.an.id) if one["record_id"] == str(mine.id)
    )
    team = "DELETE FROM inspection_team WHERE inspection_id = $1 AND officer_id = $2 RETURNING is_leader"
    leads = await rows.fetchval(team, mine.id, people.an.id)
    last = "SELECT op FROM changes WHERE officer_id = $1 AND kind = 'told' AND ref = $2 ORDER BY id DESC LIMIT 1"
    assert await rows.fetchval(last, people.an.id, told["id"]) == "remove"
    again = "INSERT INTO inspection_team (inspection_id, officer_id, is_leader) VALUES ($1, $2, $3)"
    await rows.execute(again, mine.id, people.an.id, leads)
    assert await rows.fetchval(last, people.an.id, told["id"]) == "put"
