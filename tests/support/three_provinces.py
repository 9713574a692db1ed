"""Three provinces with seven teams beside the usual cast: a force in which figures can be summed and compared.

    force = await three_provinces(people)
    case = await cases_made.inspected(force["4802"])        # people.an, chi and giang are of that team

Hà Nội and Đà Nẵng are the cast's; Huế is new. Each team is a cast of its own: `an` and `binh` inspect, `chi` leads,
`giang` heads the department. They are written as rows, as the cast is.
"""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid5

import asyncpg

from backend.core import clock
from backend.core.actors import UnitPath
from schemas.core.ids import new_id
from schemas.core.vocabulary import Role
from tests.support.people import People, Person

_SPACE = UUID("0c0f3b1e-52f4-4f2e-8b7a-2a6c51d4b7e1")
_NEW_UNITS = {
    "0103": ("team", "01", "Đội số 3 thử", "Test Team 3"),
    "4802": ("team", "48", "Đội số 2 Đà Nẵng thử", "Test Team 2 of Đà Nẵng"),
    "46": ("department", "00", "Chi cục Huế thử", "Test Department of Huế"),
    "4601": ("team", "46", "Đội số 1 Huế thử", "Test Team 1 of Huế"),
    "4602": ("team", "46", "Đội số 2 Huế thử", "Test Team 2 of Huế"),
}
TEAMS = ("0101", "0102", "0103", "4801", "4802", "4601", "4602")
_NAMES = {"an": "Nguyễn Văn An", "binh": "Trần Thị Bình", "chi": "Lê Quế Chi"}
_POSTS = {
    "an": ("Kiểm soát viên thị trường", "Market inspector"),
    "binh": ("Kiểm soát viên thị trường", "Market inspector"),
    "chi": ("Đội trưởng", "Team head"),
    "giang": ("Chi cục trưởng", "Head of department"),
}
_ROLES = {
    "an": (Role.INSPECTOR,),
    "binh": (Role.INSPECTOR,),
    "chi": (Role.TEAM_LEADER, Role.INSPECTOR),
    "giang": (Role.SUPERVISOR,),
}


@dataclass(frozen=True, kw_only=True)
class Posted(Person):
    """A person with a post of their own."""

    post: str = ""

    @property
    def title(self) -> str:
        """The person's post as papers write it."""
        return self.post

    @property
    def officer_number(self) -> str:
        """The officer number; longer than the cast's, so that none comes twice."""
        return f"02-QLTT{self.id.int % 10**9:09d}"


class Force:
    """The units by code, and a cast for each team."""

    def __init__(
        self,
        people: People,
        units: dict[str, UnitPath],
        teams: dict[str, People],
        heads: dict[str, Person],
    ):
        self.people, self.units, self._teams = people, units, teams
        self.heads = heads
        """Of the centre and the provinces, by their units' codes."""

    def __getitem__(self, code: str) -> People:
        """The cast of a team, by the team's code."""
        return self._teams[code]

    def unit(self, code: str) -> UUID:
        """The id of a unit, by its code."""
        return self.units[code].unit_id

    def by_id(self, text: str) -> UUID | None:
        """The id of the unit that is written so; None if it is another word."""
        return next((one.unit_id for one in self.units.values() if str(one.unit_id) == text), None)


async def three_provinces(people: People, owner_dsn: str) -> Force:
    """Write what the cast lacks, in force since the cast is."""
    connection = await asyncpg.connect(owner_dsn)
    try:
        units = dict(people.units)
        for code, (kind, parent, vi, en) in _NEW_UNITS.items():
            units[code] = _below(units[parent], uuid5(_SPACE, code))
            await _unit(connection, code, units[code], kind, units[parent].unit_id, vi, en)
        hue = await _officer(connection, "giang", "46", units["46"])
        centre = await _officer(connection, "giang", "00", units["00"])
        heads = {"00": centre, "01": people.giang, "48": people.ho, "46": hue}
        teams = {}
        for code in TEAMS:
            own = {
                name: await _officer(connection, name, code, units[code])
                for name in ("an", "binh", "chi")
                if code != "0101"
            }
            known = {one.username: one for one in people}
            teams[code] = People(known | own | {"giang": heads[code[:2]]}, units, owner_dsn)
    finally:
        await connection.close()
    return Force(people, units, teams, heads)


def _below(parent: UnitPath, unit_id: UUID) -> UnitPath:
    named = [one for one in parent.as_tuple() if one is not None]
    levels = {f"unit_{level}": one for level, one in enumerate([*named, unit_id], 1)}
    return UnitPath(**levels)


async def _unit(
    connection: asyncpg.Connection,
    code: str,
    path: UnitPath,
    kind: str,
    parent: UUID,
    vi: str,
    en: str,
) -> None:
    await connection.execute(
        "INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2,"
        " unit_3, unit_4, valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        path.unit_id,
        code,
        vi,
        en,
        kind,
        parent,
        path.level,
        *path.as_tuple(),
        clock.today() - timedelta(days=365),
    )


async def _officer(connection: asyncpg.Connection, name: str, code: str, unit: UnitPath) -> Posted:
    person = Posted(
        id=uuid5(_SPACE, f"{name}.{code}"),
        username=f"{name}.{code}",
        full_name=f"{_NAMES.get(name, 'Bùi Thu Giang')} {code}",
        roles=_ROLES[name],
        unit=unit,
        totp_secret="",
        post=_POSTS[name][0],
    )
    since = clock.today() - timedelta(days=300)
    await connection.execute(
        "INSERT INTO officers (id, username, full_name, officer_number, unit_id, unit_1, unit_2,"
        " unit_3, unit_4) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        person.id,
        person.username,
        person.full_name,
        person.officer_number,
        unit.unit_id,
        *unit.as_tuple(),
    )
    await connection.executemany(
        "INSERT INTO officer_roles (officer_id, role) VALUES ($1, $2)",
        [(person.id, role) for role in person.roles],
    )
    await connection.execute(
        "INSERT INTO officer_positions (id, officer_id, unit_id, title_vi, title_en, valid_from)"
        " VALUES ($1, $2, $3, $4, $5, $6)",
        new_id(),
        person.id,
        unit.unit_id,
        *_POSTS[name],
        since,
    )
    await connection.execute(
        "INSERT INTO inspection_cards (id, officer_id, number, issued_on, expires_on)"
        " VALUES ($1, $2, $3, $4, $5)",
        new_id(),
        person.id,
        f"THE-{person.username}",
        since,
        since + timedelta(days=1825),
    )
    return person
