"""Whoever gives himself a power in the tables, behind the one door, is found: both are made anew from the acts."""

from collections.abc import AsyncIterator

import asyncpg
import pytest
from litestar import Litestar

from backend.ledger import sealer
from backend.operations.verification import service as verification
from backend.operations.verification.findings import Report, Verdict
from tests.integration.casework.issued_documents.test_delegations import given
from tests.integration.force.accounts.test_take_over import MET, WHY, asked
from tests.support import cases_made
from tests.support.databases import Database
from tests.support.doors import Desk
from tests.support.people import People

pytestmark = pytest.mark.asyncio


@pytest.fixture
async def intruder(database: Database) -> AsyncIterator[asyncpg.Connection]:
    """Somebody with the database's highest rights and without the program."""
    connection = await asyncpg.connect(database.superuser_dsn)
    yield connection
    await connection.close()


async def verify() -> Report:
    """Verify without objects: none matter here."""
    await sealer.seal_once()
    return await verification.in_snapshot(None, lambda *_: None)


def told(report: Report) -> set[str]:
    """What was told to be tampered with."""
    return {one.where for one in report.findings if one.verdict is Verdict.TAMPERED}


CHANGES_OF_A_DELEGATION = [
    "kinds = 'custody,sanction'",
    "valid_to = valid_from + 3650",
    "giver_title = 'Cục trưởng'",
    "number = '13/QĐ-GQ'",
    "entered_by = confirmed_by, confirmed_by = entered_by",
    "ended_on = NULL, ended_by = NULL, end_reason = NULL",
    "powers = 'tất cả'",
    "end_ground = 'died'",
    "unit_id = (SELECT id FROM units WHERE code = '48')",
    "unit_1 = unit_id",
]
CHANGES_OF_AN_ASK = [
    "state = 'confirmed'",
    "answered_by = asked_by",
    "reason = 'Tôi đồng ý'",
    "content = jsonb_set(content, '{purpose}', '\"both\"')",
    "kind = 'move'",
    "asked_at = asked_at - interval '2 days'",
    "officer_id = (SELECT id FROM officers WHERE username = 'binh')",
]


async def found_one_by_one(intruder: asyncpg.Connection, table: str, changes: list[str]) -> None:
    """Make each change of the table's one row, see it told and nothing else, and take it back."""
    ident = await intruder.fetchval(f"SELECT id FROM {table}")
    what = f"{'ask' if table == 'people_asks' else 'delegation'} {ident}"
    assert told(await verify()) == set()
    await intruder.execute(f"CREATE TABLE kept AS TABLE {table}")
    for change in changes:
        await intruder.execute(f"UPDATE {table} SET {change}")
        assert told(await verify()) == {what}, change
        await intruder.execute(f"DELETE FROM {table}")
        assert told(await verify()) == {what}, "taken out"
        await intruder.execute(f"INSERT INTO {table} SELECT * FROM kept")
    assert told(await verify()) == set()
    await intruder.execute(
        f"UPDATE kept SET id = gen_random_uuid(){', number = number || 1' * (table == 'delegations')}"
    )
    await intruder.execute(f"INSERT INTO {table} SELECT * FROM kept")
    smuggled = await intruder.fetchval("SELECT id FROM kept")
    assert told(await verify()) == {f"{what.split()[0]} {smuggled}"}, "smuggled in"


async def test_a_delegation_that_was_changed_smuggled_in_or_taken_out_is_found(
    app: Litestar, people: People, intruder: asyncpg.Connection
) -> None:
    address = await given(app, people)
    giang = await Desk.of(app, people.giang, people)
    today = cases_made.today().isoformat()
    ended = await giang.post(
        f"{address}/end", ground="moved", on=today, reason="Thu hồi theo MQĐ37"
    )
    assert ended.status_code == 303, ended.text
    await found_one_by_one(intruder, "delegations", CHANGES_OF_A_DELEGATION)


async def test_an_answer_that_nobody_gave_about_somebody_is_found(
    app: Litestar, people: People, intruder: asyncpg.Connection
) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    page = f"/desk/people/{people.an.id}/enrol"
    ask = await asked(await my.post(page, purpose="password", reason=WHY))
    assert told(await verify()) == set(), "while it waits"
    declined = await giang.post(f"{ask}/decline", reason="không gặp được người này")
    assert declined.status_code == 303, declined.text
    await found_one_by_one(intruder, "people_asks", CHANGES_OF_AN_ASK)


async def test_who_confirmed_and_who_stopped_a_reset_is_as_their_acts_say(
    app: Litestar, people: People, intruder: asyncpg.Connection
) -> None:
    my, giang = await Desk.of(app, people.my, people), await Desk.of(app, people.giang, people)
    ask = await asked(
        await my.post(f"/desk/people/{people.an.id}/enrol", purpose="password", reason=WHY)
    )
    confirmed = await giang.post(f"{ask}/confirm", **MET)
    assert confirmed.status_code == 200, confirmed.text
    assert told(await verify()) == set(), "while its link waits"
    stopped = await giang.post(f"{ask}/decline", reason="gặp nhầm người")
    assert stopped.status_code == 303, stopped.text
    changes = [
        "state = 'confirmed', stopped_by = NULL, stopped_at = NULL, stopped_why = NULL",
        "stopped_why = 'Không có gì'",
        "stopped_by = asked_by",
    ]
    await found_one_by_one(intruder, "people_asks", changes)
