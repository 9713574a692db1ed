"""A force as large as the one of 2025, and its restructuring: N departments with districts' teams become fewer.

    force = await Force.made(people, owner_dsn, departments=63, teams=6, officers=6_400, cases=900)
    steps = force.steps(34)

Units and officers are written as rows; cases are taken in through the one door, each by the head of its team.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import asyncpg

from backend import registry
from backend.casework.cases import service as cases
from backend.core import database
from backend.core.actors import Actor, UnitPath
from backend.core.database import transaction
from backend.ledger.service import Accepted
from schemas.casework.acts import handed as handed_acts
from schemas.casework.words import CaseAct, CaseOfficerRole
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from schemas.force.restructuring import Step, Steps
from schemas.force.restructuring_acts import Ordered
from schemas.intake.words import Nature
from tests.support import cases_made, informations, plans_made
from tests.support.cases_made import today
from tests.support.people import People
from tests.support.played_month.making import person

ORDER = Ordered(number="40/2025/NĐ-CP", decided_on=date(2025, 2, 26), by="Chính phủ")
_FOUNDED = date(2018, 10, 12)
_HEAD_AND_WORKER = 2


class _At:
    """An officer of this force, where a function of a test asks for one of the cast."""

    def __init__(self, who: Actor) -> None:
        self.who, self.unit = who, who.unit

    def actor(self, face: str) -> Actor:
        """The officer at the desk."""
        assert face == "desk"
        return self.who


@dataclass(frozen=True)
class Unit:
    """A department or a team, with who heads it."""

    code: str
    name: str
    path: UnitPath
    head: Actor


def _code(department: int) -> str:
    return f"2{department:02d}"


class Force:
    """Departments and teams by code. The nation is that of the cast."""

    def __init__(self, root: UUID) -> None:
        self.root = root
        self.departments: list[Unit] = []
        self.teams: list[list[Unit]] = []
        self.cases: list[UUID] = []
        self.plans: list[UUID] = []
        """One of each department, in their order."""
        self.informations: list[UUID] = []
        """One of the first team of each department."""

    @classmethod
    async def made(
        cls,
        people: People,
        owner_dsn: str,
        *,
        departments: int,
        teams: int,
        officers: int,
        cases: int,
    ) -> "Force":
        """Write units and officers, and take the cases in."""
        force = cls(people.units["00"].unit_id)
        connection = await asyncpg.connect(owner_dsn)
        try:
            for number in range(departments):
                await force._department(connection, number, teams)
            places = [team for row in force.teams for team in row]
            used = len(force.departments) + _HEAD_AND_WORKER * len(places)
            for number in range(max(0, officers - used)):
                place = places[number % len(places)]
                await _officer(connection, f"u{number:05d}", place.path, Role.INSPECTOR, _INSPECTS)
        finally:
            await connection.close()
        registry.open_all()
        for number in range(cases):
            force.cases.append(await _case(places[number * 11 % len(places)], number))
        return force

    async def under_way(self) -> None:
        """Have each department draft a plan with an item for each team, each second one submit it, and tips come in."""
        for number, row in enumerate(self.teams):
            head = _At(self.departments[number].head)
            items = [
                plans_made.item(team.path.unit_id, f"Cửa hàng {team.code}", 1 + place % 10)
                for place, team in enumerate(row)
            ]
            plan_id = await plans_made.drafted(head, items)
            self.plans.append(plan_id)
            if number % 2 == 0:
                await plans_made.submitted(plan_id, head)
            done = await informations.registered(_At(row[0].head), nature=Nature.DENUNCIATION)
            self.informations.append(done.id)

    async def _department(self, connection: Any, number: int, teams: int) -> None:
        code = _code(number)
        path = UnitPath(unit_1=self.root, unit_2=new_id())
        name = f"Chi cục số {number + 1} thử"
        await _unit(connection, code, name, "department", path, self.root)
        head = await _officer(connection, f"h{code}", path, Role.SUPERVISOR, _HEADS)
        self.departments.append(Unit(code, name, path, head))
        found = []
        for one in range(teams):
            below = UnitPath(unit_1=self.root, unit_2=path.unit_2, unit_3=new_id())
            team, called = f"{code}{one + 1:02d}", f"Đội số {one + 1} của {name}"
            await _unit(connection, team, called, "team", below, path.unit_id)
            leader = await _officer(connection, f"l{team}", below, Role.TEAM_LEADER, _LEADS)
            await _officer(connection, f"w{team}", below, Role.INSPECTOR, _INSPECTS)
            found.append(Unit(team, called, below, leader))
        self.teams.append(found)

    def steps(self, left: int, *, on: date | None = None) -> Steps:
        """Return the steps: `left` departments stay, each below a provincial department of industry and trade.

        The others go into them, the first team of each into the first of the receiving one; the others get new names.
        """
        day, found = on or today(), []

        def step(what: Any, code: str, to: str | None = None, **more: Any) -> None:
            found.append(Step(what=what, code=code, to=to, valid_from=day, decision=ORDER, **more))

        for number in range(left):
            names = {"name_vi": f"Sở Công Thương {number + 1}", "name_en": f"Industry {number + 1}"}
            step("create", f"7{number:02d}", "00", kind="industry_department", **names)
            step("move", _code(number), f"7{number:02d}")
        for number in range(left, len(self.departments)):
            into = number % left
            step("merge", self.teams[number][0].code, self.teams[into][0].code)
            for team in self.teams[number][1:]:
                names = {"name_vi": f"{team.name} (mới)", "name_en": f"{team.code} (new)"}
                step("rename", team.code, **names)
            step("merge", _code(number), _code(into))
        return Steps(steps=found)

    def into(self, number: int, left: int) -> int:
        """Return where a department's work is afterwards."""
        return number if number < left else number % left


_HEADS = ("Chi cục trưởng", "Head of department")
_LEADS = ("Đội trưởng", "Team head")
_INSPECTS = ("Kiểm soát viên thị trường", "Market inspector")


async def _unit(
    connection: Any, code: str, name: str, kind: str, path: UnitPath, parent: UUID
) -> None:
    await connection.execute(
        "INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2, unit_3, valid_from)"
        " VALUES ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10)",
        path.unit_id,
        code,
        name,
        kind,
        parent,
        path.level,
        *path.as_tuple()[:3],
        _FOUNDED,
    )


async def _officer(
    connection: Any, username: str, path: UnitPath, role: Role, title: tuple[str, str]
) -> Actor:
    officer_id, name = new_id(), f"Nguyễn Văn {username.upper()}"
    await connection.execute(
        "INSERT INTO officers (id, username, full_name, unit_id, unit_1, unit_2, unit_3)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7)",
        officer_id,
        username,
        name,
        path.unit_id,
        *path.as_tuple()[:3],
    )
    await connection.execute("INSERT INTO officer_roles VALUES ($1, $2)", officer_id, role)
    await connection.execute(
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
        " VALUES ($1, $2, $3, $4, $5, $6)",
        new_id(),
        officer_id,
        path.unit_id,
        *title,
        today() - timedelta(days=300),
    )
    return Actor(
        officer_id=officer_id,
        username=username,
        full_name=name,
        roles=frozenset({role}),
        unit=path,
        session_id=None,
        face="desk",
    )


async def _case(team: Unit, number: int) -> UUID:
    """A file of the police, taken in by the team's head."""
    two_days_ago = cases_made.in_days(-2)
    async with transaction():
        worker = await _worker(team)
        content = handed_acts.FileReceived(
            opening=await cases.opening(team.head, worker),
            source="force",
            body="Công an xã Đồng Mẫu",
            transfer_number=f"{number}/CA",
            transfer_on=today(),
            received_on=today(),
            handover="Biên bản bàn giao số 01",
            sheets=12,
            document_id=new_id(),
            detected_on=two_days_ago,
            violations=[cases_made.violation(ended_on=two_days_ago)],
            party=person(number + 1),
            explanation_right=True,
            electronic_consent=False,
            minutes_number=f"{number}/BB-VPHC",
            minutes_on=two_days_ago,
            minutes_by="Lê Văn Giao, Công an xã",
            explanation_waived=True,
            alone="Đội trực, người có thẩm quyền đi vắng",
        )
        case_id, outcome = await cases.start(team.head, CaseAct.FILE_RECEIVED, content)
    assert isinstance(outcome, Accepted), outcome
    return case_id


async def _worker(team: Unit) -> Any:
    found = await database.fetchval("SELECT id FROM officers WHERE username = $1", f"w{team.code}")
    return await cases.as_officer(found, CaseOfficerRole.MEMBER)
