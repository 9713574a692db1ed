"""The year 2025 again: departments of provinces go below departments of industry and trade, and become fewer.

Nothing is lost, everyone sees what is theirs and no more, clocks run on, numbers stay, and both readings of the
figures have the same totals.
"""

import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from litestar import Litestar

from backend.casework.queries.teams import CASE_TEAMS
from backend.core import clock, scope
from backend.core import database as rows
from backend.core.actors import Actor, UnitPath
from backend.core.scope import Reach
from backend.insight.figures import counting, statistics
from backend.insight.rules.asking import Asked
from backend.ledger import sealer
from deploy import restructure
from schemas.insight.figures import CountedEvent
from tests.support.databases import Database
from tests.support.force_of_2025 import Force
from tests.support.later import at
from tests.support.people import People

pytestmark = pytest.mark.usefixtures("pool")
_KEPT = {
    "cases": "SELECT id, number, state, rule_set, opened_at, lead_id, subject_name FROM cases ORDER BY id",
    "officers of cases": "SELECT case_id, officer_id FROM case_officers ORDER BY 1, 2",
    "clocks": "SELECT case_id, rule, subject, trigger_at, due_at, met_at, moot_at FROM case_clocks ORDER BY 1, 2, 3, 4",
    "numbers": "SELECT issuer_kind, issuer_id, form, year, number, state FROM document_numbers ORDER BY 1, 2, 3, 4, 5",
    "papers": "SELECT id, unit_id, number, form, issuer_name FROM documents ORDER BY id",
    "officers": "SELECT id, username, full_name, state FROM officers ORDER BY id",
    "roles": "SELECT officer_id, role FROM officer_roles ORDER BY 1, 2",
    "plans": "SELECT id, unit_id, kind, year, state, title, drafted_by FROM plans ORDER BY id",
    "items": "SELECT id, plan_id, unit_id, state, first_day, last_day FROM plan_items ORDER BY id",
    "informations": "SELECT id, number, state, received_at, due_at, due_rule, near_at FROM informations ORDER BY id",
    "submissions": "SELECT id, record_id, state, submitted_at, due_at, due_rule FROM approval_submissions ORDER BY id",
    "steps": "SELECT submission_id, number, kind, began_at, due_at, outcome FROM approval_steps ORDER BY 1, 2",
    "waits": "SELECT submission_id, step, key, opens_at, due_at FROM approval_waits ORDER BY 1, 2, 3",
}


async def kept() -> dict[str, list[Any]]:
    """All that no restructuring changes."""
    return {name: [tuple(row) for row in await rows.fetch(query)] for name, query in _KEPT.items()}


async def seen_by(actor: Actor) -> set[UUID]:
    """The cases in an officer's sight."""
    condition, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 1)
    found = await rows.fetch(f"SELECT c.id FROM cases c WHERE {condition}", *args)
    return {row["id"] for row in found}


async def now(actor: Actor) -> Actor:
    """An officer as the next request finds them."""
    row = await rows.fetchrow(
        "SELECT unit_1, unit_2, unit_3, unit_4 FROM officers WHERE id = $1", actor.officer_id
    )
    return msgspec.structs.replace(actor, unit=UnitPath(**dict(row)))


async def totals(unit_ids: Sequence[UUID], reading: Any, actor: Actor) -> dict[UUID, int]:
    """How many cases each unit opened, by a reading of the restructured force."""
    today = clock.today()
    asked = Asked(
        events=(CountedEvent.CASES_OPENED,),
        first=today - timedelta(days=30),
        last=today,
        units=tuple(unit_ids),
        reading=reading,
    )
    found = dict.fromkeys(unit_ids, 0)
    for line in await statistics.answer(asked, actor):
        found[line.unit_id] += line.counted
    return found


async def restructured(
    people: People,
    database: Database,
    *,
    departments: int,
    left: int,
    teams: int,
    officers: int,
    of_cases: int,
) -> None:
    """Make the force on the first of a month, restructure it on the tenth, and compare."""
    began = time.monotonic()
    with at("2026-12-01 10:00"):
        force = await Force.made(
            people,
            database.owner_dsn,
            departments=departments,
            teams=teams,
            officers=officers,
            cases=of_cases,
        )
        await force.under_way()
    with at("2026-12-10 10:00"):
        await changed(force, people, left, began)


async def changed(force: Force, people: People, left: int, began: float) -> None:
    """Restructure the force, and compare."""
    of_cases = len(force.cases)
    await sealer.seal_all()
    await counting.count_all()
    before = await kept()
    saw = [await seen_by(one.head) for one in force.departments]
    team_saw = [[await seen_by(one.head) for one in row] for row in force.teams]
    made = time.monotonic()
    lines: list[str] = []
    steps = force.steps(left)
    assert await restructure.run(steps, "check", lines.append) == 0
    assert await restructure.run(steps, "carry_out", lines.append) == 0
    done = time.monotonic()
    print(
        f"\n{len(force.departments)} -> {left}: made in {made - began:.0f} s; {len(steps.steps)} steps with "
        f"{len(before['officers'])} officers and {of_cases} cases in {done - made:.1f} s"
    )
    assert await kept() == before
    assert len(before["plans"]) == len(before["informations"]) == len(force.departments)
    assert all(row[4] for row in before["informations"]), "each has a limit that runs"
    await what_is_under_way_is_seen(force, left)
    await nobody_and_nothing_is_homeless()
    await everyone_sees_theirs(force, left, saw, team_saw)
    await figures_add_up(force, left, people.khanh.actor("desk"), of_cases)
    assert (await rows.fetchval("SELECT count(*) FROM figure_faults")) == 0


async def nobody_and_nothing_is_homeless() -> None:
    """Every row lies at the path of a unit in force; officers and open cases belong to it."""
    for table in await rows.fetchval("SELECT owned_tables()"):
        strays = await rows.fetchval(
            f"""
            SELECT count(*) FROM {table} t JOIN units u
                ON u.id = coalesce(t.unit_4, t.unit_3, t.unit_2, t.unit_1)
            WHERE u.valid_to IS NOT NULL
                OR (t.unit_1, t.unit_2, t.unit_3, t.unit_4)
                    IS DISTINCT FROM (u.unit_1, u.unit_2, u.unit_3, u.unit_4)
            """
        )
        assert strays == 0, table
    for table in ("officers", "cases", "devices"):
        elsewhere = await rows.fetchval(
            f"SELECT count(*) FROM {table} WHERE unit_id <> coalesce(unit_4, unit_3, unit_2, unit_1)"
        )
        assert elsewhere == 0, table


async def everyone_sees_theirs(
    force: Force, left: int, saw: list[set[UUID]], team_saw: list[list[set[UUID]]]
) -> None:
    """A head sees what the heads of all departments saw that became theirs, a team's leader what both teams had."""
    for number, one in enumerate(force.departments):
        into = force.into(number, left)
        theirs = [saw[n] for n in range(len(saw)) if force.into(n, left) == into]
        assert await seen_by(await now(one.head)) == set().union(*theirs), one.name
    for number, row in enumerate(force.teams):
        for place, team in enumerate(row):
            mine = team_saw[number][place]
            if place == 0:
                into = force.into(number, left)
                mine = set().union(
                    *(team_saw[n][0] for n in range(len(saw)) if force.into(n, left) == into)
                )
            assert await seen_by(await now(team.head)) == mine, team.name
    heads = [await seen_by(await now(one.head)) for one in force.departments[:left]]
    assert sum(len(one) for one in heads) == len(force.cases)


async def what_is_under_way_is_seen(force: Force, left: int) -> None:
    """Plans, information and submissions are in sight of who heads their department now, and of nobody else."""
    submitted = {
        row["record_id"] for row in await rows.fetch("SELECT record_id FROM approval_submissions")
    }
    assert submitted
    for number, one in enumerate(force.departments[:left]):
        actor = await now(one.head)
        theirs = [n for n in range(len(force.departments)) if force.into(n, left) == number]
        plans = {force.plans[n] for n in theirs}
        assert await in_sight("plans", "id", scope.plans(actor)) == plans, one.name
        found = await in_sight("informations", "id", scope.informations(actor))
        assert found == {force.informations[n] for n in theirs}, one.name
        found = await in_sight("approval_submissions", "record_id", scope.submissions(actor))
        assert found == plans & submitted, one.name


async def in_sight(table: str, column: str, reach: Reach) -> set[UUID]:
    """What of a table is in an officer's sight."""
    condition, args = scope.sql(reach, "r", 1)
    found = await rows.fetch(f"SELECT r.{column} AS id FROM {table} r WHERE {condition}", *args)
    return {row["id"] for row in found}


async def figures_add_up(force: Force, left: int, auditor: Actor, of_cases: int) -> None:
    """The nation has all by both readings. Units of then have their own, units of today what they took over."""
    await sealer.seal_all()
    await counting.count_all()
    ids = [one.path.unit_id for one in force.departments]
    nation = [force.root]
    then = await totals([*nation, *ids], "then", auditor)
    today = await totals([*nation, *ids], "today", auditor)
    assert then[force.root] == today[force.root] == of_cases
    assert sum(today[one] for one in ids[:left]) == of_cases
    assert sum(today[one] for one in ids[left:]) == 0
    assert sum(then[one] for one in ids) == of_cases
    assert all(then[one] for one in ids)


async def test_three_departments_become_two(
    app: Litestar, people: People, database: Database
) -> None:
    await restructured(people, database, departments=3, left=2, teams=2, officers=20, of_cases=6)


@pytest.mark.long
async def test_sixty_three_departments_become_thirty_four(
    app: Litestar, people: People, database: Database
) -> None:
    await restructured(
        people, database, departments=63, left=34, teams=6, officers=6_400, of_cases=900
    )
