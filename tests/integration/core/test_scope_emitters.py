"""Scope is described once and written twice: as SQL, and for Piccolo. Both find the same rows, for everybody.

So does the query of Piccolo that is compiled once and then run for officers of every kind.
"""

from collections.abc import AsyncIterator, Callable
from itertools import combinations
from uuid import UUID

import asyncpg
import pytest
from piccolo import columns
from piccolo.table import Table

from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.tables.cases import Case
from backend.core import compiled, database, scope, scoped
from backend.core.actors import Actor, UnitPath
from backend.core.compiled import Query
from backend.core.database import fetch
from backend.core.scope import Reach
from backend.core.tables.columns import UnitPath as UnitColumns
from backend.fieldwork.queries.teams import INSPECTION_TEAMS
from backend.fieldwork.tables.inspections import Inspection
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from tests.support.databases import Database

pytestmark = pytest.mark.usefixtures("pool")


class Probe(UnitColumns, Table, tablename="scope_probe"):
    """A table with every column that a reach can name."""

    id = columns.UUID(primary_key=True, default=None)
    officer_id = columns.UUID(default=None)
    record_id = columns.UUID(default=None)
    uploaded_by = columns.UUID(default=None)
    asked_by = columns.UUID(default=None)


class ProbePaper(Table, tablename="scope_probe_papers"):
    """A table whose rows are in scope if the rows to which they refer are."""

    id = columns.UUID(primary_key=True, default=None)
    of = columns.ForeignKey(references=Probe, null=False, default=None)


@compiled.values(UUID)
def _compiled_once(reach: Reach) -> Query:
    return Probe.select(Probe.id).where(scoped.where(reach, Probe))


@compiled.values(UUID)
def _of_papers(reach: Reach) -> Query:
    return ProbePaper.select(ProbePaper.of).where(scoped.where(reach, ProbePaper.of))


class ProbeTip(UnitColumns, Table, tablename="scope_probe_tips"):
    """A table with what the scope of informations reads of a row."""

    id = columns.UUID(primary_key=True, default=None)
    readers = columns.Array(columns.UUID(), default=None)
    named_officers = columns.Array(columns.UUID(), default=None)
    auditors_only = columns.Boolean(default=None)


@compiled.values(UUID)
def _tips(reach: Reach) -> Query:
    return ProbeTip.select(ProbeTip.id).where(scoped.where(reach, ProbeTip))


TEAMS = scope.Teamed(
    on_team="EXISTS (SELECT 1 FROM scope_probe_team t WHERE t.probe_id = {id} AND t.officer_id = {officer})",
    readers=scope.READS_UNIT,
)
FILTERS: dict[str, Callable[[Actor], Reach]] = {
    "teamed": lambda actor: scope.teamed(TEAMS, actor),
    "whole_unit": scope.whole_unit,
    "administered": scope.administered,
    "devices": scope.devices,
    "in_office": scope.in_office,
    "officer_scans": scope.officer_scans,
    "people_asks": scope.people_asks,
    "delegations": scope.delegations,
    "exceptions": scope.exceptions,
    "refusals": scope.refusals,
    "access_log": scope.access_log,
    "directory": scope.directory,
    "senders": scope.senders,
    "own_unit": scope.own_unit,
}
NATION, FIRST, SECOND, TEAM_1, TEAM_2, ELSEWHERE = (new_id() for _ in range(6))
UNITS = (
    UnitPath(unit_1=NATION),
    UnitPath(unit_1=NATION, unit_2=FIRST),
    UnitPath(unit_1=NATION, unit_2=SECOND),
    UnitPath(unit_1=NATION, unit_2=FIRST, unit_3=TEAM_1),
    UnitPath(unit_1=NATION, unit_2=FIRST, unit_3=TEAM_2),
    UnitPath(unit_1=NATION, unit_2=SECOND, unit_3=ELSEWHERE),
)
OFFICERS = tuple(new_id() for _ in range(3))
ROLES = [frozenset(roles) for count in (0, 1) for roles in combinations(Role, count)]
ROLES += [frozenset({Role.INSPECTOR, other}) for other in Role] + [frozenset(Role)]


@pytest.fixture
async def _probes(database: Database) -> AsyncIterator[None]:
    """Rows of every unit, about every officer in every column, with teams."""
    owner = await asyncpg.connect(database.superuser_dsn)
    await owner.execute(
        """
        CREATE TABLE scope_probe (id uuid PRIMARY KEY, unit_1 uuid, unit_2 uuid, unit_3 uuid, unit_4 uuid,
            officer_id uuid, record_id uuid, uploaded_by uuid, asked_by uuid);
        CREATE TABLE scope_probe_team (probe_id uuid, officer_id uuid);
        CREATE TABLE scope_probe_papers (id uuid PRIMARY KEY, "of" uuid NOT NULL REFERENCES scope_probe);
        GRANT SELECT ON scope_probe, scope_probe_team, scope_probe_papers TO hientruong_app;
        """
    )
    stranger = new_id()
    for unit in UNITS:
        for column in range(5):
            for officer in OFFICERS:
                named = [officer if at == column else stranger for at in range(4)]
                probe = new_id()
                await owner.execute(
                    "INSERT INTO scope_probe VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                    probe,
                    *unit.as_tuple(),
                    *named,
                )
                if column == 4:
                    await owner.execute(
                        "INSERT INTO scope_probe_team VALUES ($1, $2)", probe, officer
                    )
    await owner.execute(
        "INSERT INTO scope_probe_papers SELECT gen_random_uuid(), id FROM scope_probe"
    )
    yield
    await owner.execute("DROP TABLE scope_probe_papers, scope_probe, scope_probe_team")
    await owner.close()


def _actor(officer_id: UUID, unit: UnitPath, roles: frozenset[Role]) -> Actor:
    return Actor(
        officer_id=officer_id,
        username="ai",
        full_name="Ai Đó",
        roles=roles,
        unit=unit,
        session_id=None,
        face="desk",
    )


@pytest.mark.usefixtures("_probes")
@pytest.mark.parametrize("name", FILTERS)
async def test_both_emitters_find_the_same_rows_for_every_role_and_unit(name: str) -> None:
    sizes = set()
    for unit in UNITS:
        for roles in ROLES:
            reach = FILTERS[name](_actor(OFFICERS[0], unit, roles))
            condition, args = scope.sql(reach, "p", 1)
            by_sql = await database.fetch(f"SELECT id FROM scope_probe p WHERE {condition}", *args)
            by_piccolo = await Probe.select(Probe.id).where(scoped.where(reach, Probe))
            assert {row["id"] for row in by_sql} == {row["id"] for row in by_piccolo}, (unit, roles)
            assert set(await _compiled_once(reach)) == {row["id"] for row in by_sql}, (unit, roles)
            assert set(await _of_papers(reach)) == {row["id"] for row in by_sql}, (unit, roles)
            counted = ProbePaper.count().where(scoped.where(reach, ProbePaper.of))
            assert await counted == len(by_sql), (unit, roles)
            assert reach.empty <= (not by_sql)
            sizes.add(len(by_sql))
    assert len(sizes) > 2, "a filter that shows everybody the same is compared with nothing"


@pytest.mark.parametrize(
    ("rows", "table"), [(CASE_TEAMS, Case), (INSPECTION_TEAMS, Inspection)], ids=["cases", "visits"]
)
async def test_the_teams_of_a_group_can_be_asked_for_in_both_ways(
    rows: scope.Teamed, table: type[Table]
) -> None:
    reach = scope.teamed(rows, _actor(OFFICERS[0], UNITS[3], frozenset({Role.TEAM_LEADER})))
    assert reach.on_team is not None
    assert await table.count().where(scoped.where(reach, table)) == 0
    condition, args = scope.sql(reach, "r", 1)
    counted = f"SELECT count(*) FROM {table._meta.tablename} r WHERE {condition}"
    assert await database.fetchval(counted, *args) == 0


def _sees(
    actor: Actor, unit: UnitPath, named: list[UUID], reads: bool, auditors_only: bool
) -> bool:
    """Who sees an information, as DESIGN says it: heads and auditors, team leaders unless it is about an officer."""
    national_auditor = actor.has(Role.AUDITOR) and actor.unit.level == 1
    if actor.officer_id in named or (auditors_only and not national_auditor):
        return False
    checks = actor.has(Role.SUPERVISOR, Role.AUDITOR)
    of_unit = checks or (actor.has(Role.TEAM_LEADER) and not named)
    works = bool(actor.roles - {Role.ADMINISTRATOR})
    return (of_unit and scope.covers(actor, unit)) or (works and reads)


async def test_what_is_about_an_officer_is_shown_to_heads_and_to_its_readers_and_never_to_him(
    database: Database,
) -> None:
    """Asked whole, by Piccolo, and part by part as the lists and the board ask: each finds the same rows."""
    owner, me = await asyncpg.connect(database.superuser_dsn), OFFICERS[0]
    await owner.execute(
        """
        CREATE TABLE scope_probe_tips (id uuid PRIMARY KEY, unit_1 uuid, unit_2 uuid, unit_3 uuid, unit_4 uuid,
            readers uuid[] NOT NULL, named_officers uuid[] NOT NULL, auditors_only boolean NOT NULL);
        GRANT SELECT ON scope_probe_tips TO hientruong_app;
        """
    )
    made = [
        (new_id(), unit, named, reads, closed)
        for unit in UNITS
        for named in ([], [me], [OFFICERS[1]])
        for reads in (False, True)
        for closed in (False, True)
    ]
    await owner.executemany(
        "INSERT INTO scope_probe_tips VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        [
            (key, *unit.as_tuple(), [me] if reads else [], named, closed)
            for key, unit, named, reads, closed in made
        ],
    )
    for unit in (UNITS[0], UNITS[1], UNITS[3]):
        for roles in ROLES:
            actor = _actor(me, unit, roles)
            reach = scope.informations(actor)
            expected = {one[0] for one in made if _sees(actor, *one[1:])}
            asked = [[reach], scope.parts(reach)]
            of_unit = [one for one in scope.parts(reach) if one.unit is not None]
            sides = [scope.sql(one, "p", 1)[0] for one in of_unit]
            assert not [one for one in sides if "readers" in one], "its index would not answer"
            for parts in asked:
                found = set()
                for part in parts:
                    condition, args = scope.sql(part, "p", 1)
                    sql = f"SELECT id FROM scope_probe_tips p WHERE {condition}"
                    found |= {row["id"] for row in await fetch(sql, *args)}
                assert found == expected, (unit, roles)
            assert set(await _tips(reach)) == expected, (unit, roles)
    await owner.execute("DROP TABLE scope_probe_tips")
    await owner.close()
