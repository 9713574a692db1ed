"""Nobody but an act of the ledger has rows lie elsewhere, and what was written meanwhile comes to lie right."""

from uuid import UUID

import asyncpg
import pytest
from litestar import Litestar

from backend.core import database as rows
from backend.core.actors import UnitPath
from backend.core.database import transaction
from backend.force.queries import restructuring as queries
from backend.force.units import service as units
from backend.force.units import steps
from schemas.core.ids import new_id
from schemas.force.restructuring import Step, Steps
from tests.support import cases_made, restructured
from tests.support.cases_made import in_days, today
from tests.support.databases import Database
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")


async def written_at(database: Database, case_id: UUID, path: UnitPath, *tables: str) -> None:
    """Put rows of a case where a unit lay, as an act does that began before the unit's act ended."""
    connection = await asyncpg.connect(database.owner_dsn)
    try:
        for table in tables:
            column = "id" if table == "cases" else "case_id"
            await connection.execute(
                f"UPDATE {table} SET unit_1 = $2, unit_2 = $3, unit_3 = $4, unit_4 = $5 WHERE {column} = $1",
                case_id,
                *path.as_tuple(),
            )
    finally:
        await connection.close()


async def refused(act: UUID, who: UUID, unit: UUID, to: UUID, *, into: bool = True) -> bool:
    """Whether the database refuses the application's own role to rewrite under this act."""
    try:
        async with transaction():
            await queries.restructure(act, who, unit, to, into=into, since=today())
    except asyncpg.PostgresError as error:
        return error.sqlstate == "HT002"
    return False


async def test_the_application_rewrites_no_path_without_the_act_that_orders_it(
    app: Litestar, people: People
) -> None:
    assert await rows.fetchval("SELECT current_user") == "hientruong_app"
    one, two, far = (people.units[code].unit_id for code in ("0101", "0102", "4801"))
    assert await refused(new_id(), people.lan.id, one, two), "an act that nobody made"
    case = await cases_made.recorded(people)
    taken = await restructured.merged("0101", two, people)
    act = taken.receipt.act_id
    assert await refused(act, people.lan.id, far, two), "an act about another unit"
    assert await refused(act, people.lan.id, two, far), "a unit that only takes over"
    assert await refused(act, people.an.id, one, two), "another officer's name"
    assert await refused(act, people.lan.id, one, two), "the same act a second time"
    made = await rows.fetchval(
        "SELECT act_id FROM ledger_entries WHERE act_type = 'unit.created' AND record_id <> $1 LIMIT 1",
        one,
    )
    assert made is None or await refused(made, people.lan.id, far, two), "an act of another kind"
    for query in (
        f"SELECT * FROM restructure_case('{act}', '{people.lan.id}', '{case.id}', '{far}')",
        f"SELECT * FROM settle_paths('{new_id()}', '{people.lan.id}')",
        f"SELECT * FROM rewrite_paths('{act}', '{people.lan.id}', '{two}', '{far}', true, now()::date)",
        f"SELECT * FROM rewrite_case_paths('{act}', '{people.lan.id}', '{case.id}', '{far}')",
        f"SELECT * FROM settle_all_paths('{act}', '{people.lan.id}')",
    ):
        with pytest.raises(asyncpg.PostgresError) as caught:
            await rows.fetch(query)
        assert caught.value.sqlstate in ("HT002", "42501"), query


async def test_what_was_written_at_the_former_place_is_put_right_by_the_janitor(
    app: Litestar, people: People, database: Database
) -> None:
    """A case is opened in the very moment in which its team is merged: its rows come to lie in the successor."""
    case = await cases_made.recorded(people)
    old, new = people.units["0101"], people.units["0102"]
    taken = await restructured.merged("0101", new.unit_id, people)
    await written_at(database, case.id, old, "cases", "case_clocks", "documents")
    before = await rows.fetchval("SELECT max(id) FROM path_rewrites")
    assert await units.settle() > 2
    for table, column in (("cases", "id"), ("case_clocks", "case_id"), ("documents", "case_id")):
        found = await rows.fetch(
            f"SELECT DISTINCT unit_3 FROM {table} WHERE {column} = $1", case.id
        )
        assert [row["unit_3"] for row in found] == [new.unit_id], table
    told = await rows.fetch(
        "SELECT DISTINCT act_id, officer_id FROM path_rewrites WHERE id > $1", before
    )
    assert [tuple(row) for row in told] == [(taken.receipt.act_id, people.lan.id)]
    assert await units.settle() == 0
    waiting = "SELECT count(*) FROM search_waiting WHERE id = $1"
    assert await rows.fetchval(waiting, case.id) == 1


@pytest.mark.parametrize("by", ["the janitor", "the end of a list"])
async def test_a_paper_of_a_case_that_went_apart_follows_its_case(
    app: Litestar, people: People, database: Database, by: str
) -> None:
    department = people.units["01"].unit_id
    one = await restructured.made("0103", "Đội số 3 thử", department, people, "team")
    two = await restructured.made("0104", "Đội số 4 thử", department, people, "team")
    case = await cases_made.recorded(people)
    lead = await rows.fetchval("SELECT lead_id FROM cases WHERE id = $1", case.id)
    other = await cases_made.recorded(people)
    await rows.execute("UPDATE cases SET lead_id = $2 WHERE id = $1", other.id, people.binh.id)
    list_of = Steps(
        steps=[
            Step(
                what="split",
                code="0101",
                to="0104",
                officers={await username(lead): "0103"},
                valid_from=cases_made.today(),
                decision=restructured.ORDER,
            )
        ]
    )
    operator = restructured.operator(people)
    done = [one.number async for one in steps.carry_out(list_of, operator)]
    assert done == [1]
    for each in (case, other):
        await written_at(database, each.id, people.units["0101"], "documents", "case_clocks")
    if by == "the janitor":
        assert await units.settle() >= 4
    else:
        assert await steps.settle(list_of, operator) >= 4
        assert await steps.settle(list_of, operator) == 0
    for each, part in ((case, one), (other, two)):
        for table in ("documents", "case_clocks"):
            found = await rows.fetch(
                f"SELECT DISTINCT unit_3 FROM {table} WHERE case_id = $1", each.id
            )
            assert [row["unit_3"] for row in found] == [part]
    paper = await rows.fetchval("SELECT id FROM documents WHERE case_id = $1 LIMIT 1", case.id)
    assert await rows.fetchval("SELECT count(*) FROM search_waiting WHERE id = $1", paper) == 1


async def username(officer_id: UUID) -> str:
    found: str = await rows.fetchval("SELECT username FROM officers WHERE id = $1", officer_id)
    return found


async def test_a_head_s_post_ends_with_the_unit_whatever_was_signed_since(
    app: Litestar, people: People
) -> None:
    """A merger is entered three days late, and the head signed meanwhile: the paper keeps its signer."""
    case = await cases_made.sanctioned(people)
    head = await rows.fetchrow(
        "SELECT p.id, p.officer_id, p.unit_id FROM officer_positions p JOIN documents d ON d.issued_by = p.officer_id"
        " WHERE d.case_id = $1 AND d.number IS NOT NULL AND p.title_vi ILIKE '%trưởng%' LIMIT 1",
        case.id,
    )
    code = next(code for code, path in people.units.items() if path.unit_id == head["unit_id"])
    papers = "SELECT id, issued_by, issuer_name, issuer_title, issued_on FROM documents WHERE case_id = $1 ORDER BY id"
    before = await rows.fetch(papers, case.id)
    into = people.units["48" if code == "01" else "0102"].unit_id
    await restructured.merged(code, into, people, on=in_days(-3))
    ends = await rows.fetchval("SELECT valid_to FROM officer_positions WHERE id = $1", head["id"])
    assert ends == in_days(-3)
    assert await rows.fetch(papers, case.id) == before
