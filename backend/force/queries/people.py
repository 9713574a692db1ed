"""Queries of officers: accounts and roles."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec
from piccolo.columns import Column

from backend.core import compiled, database, rows
from backend.core.actors import Owned, UnitPath
from backend.core.compiled import Query
from backend.force.tables.devices import Device
from backend.force.tables.officers import Officer, OfficerRole
from schemas.core.vocabulary import Role


class Account(Owned, frozen=True, kw_only=True):
    """An officer's account with the roles; the unit is the officer's own."""

    id: UUID
    username: str
    full_name: str
    officer_number: str | None
    unit_id: UUID
    language: str
    state: str
    """active or disabled."""
    created_at: datetime
    objected_at: datetime | None
    roles: list[Role]


class Namesake(msgspec.Struct, frozen=True, kw_only=True):
    """An officer whose name reads as another's."""

    id: UUID
    near: bool
    """Whether both are of one department."""


# Serialises everything that could leave a scope without an administrator ("ht" and a number).
_LOCK_ADMINISTRATORS = 0x68740003
_LOCK_NAMES = 0x68740004

COLUMNS = """
    o.id, o.username, o.full_name, o.officer_number, o.unit_id, o.unit_1, o.unit_2, o.unit_3,
    o.unit_4, o.language, o.state, o.created_at, o.objected_at,
    ARRAY(SELECT r.role FROM officer_roles r WHERE r.officer_id = o.id ORDER BY r.role) AS roles
"""


async def lock(officer_id: UUID) -> Account | None:
    """Lock and return the officer's row with their roles, or None."""
    found = await database.fetchrow(
        f"SELECT {COLUMNS} FROM officers o WHERE o.id = $1 FOR NO KEY UPDATE", officer_id
    )
    return rows.one(Account, found)


async def find(officer_id: UUID) -> Account | None:
    """Return the officer's row with their roles, or None; the caller checks scope."""
    found = await database.fetchrow(f"SELECT {COLUMNS} FROM officers o WHERE o.id = $1", officer_id)
    return rows.one(Account, found)


async def get(officer_id: UUID) -> Account:
    """Return the account of an officer whom a row names. Raises LookupError if there is none."""
    found = await find(officer_id)
    if found is None:
        raise LookupError(f"no officer {officer_id}")
    return found


@compiled.exists
def username_taken(username: str) -> Query:
    """Tell whether an officer has this user name; names are never given again."""
    return Officer.exists().where(Officer.username == username)


@compiled.values(str)
def usernames() -> Query:
    """Return all user names that were ever given."""
    return Officer.select(Officer.username)


async def lock_names() -> None:
    """Serialise those who take a name or a number: two concurrent ones would both find it free."""
    await database.execute("SELECT pg_advisory_xact_lock($1, 0)", _LOCK_NAMES)


_NUMBER = "translate(regexp_replace(fold({}), '[^a-z0-9]', '', 'g'), 'oil', '011')"
# As the index officers_number_read has it.


async def number_taken(officer_number: str, but: UUID) -> bool:
    """Tell whether another officer has this number (số hiệu).

    Separators are ignored, and O reads as 0, l as 1.
    """
    return (
        await database.fetchval(
            f"""
            SELECT true FROM officers WHERE id <> $2 AND officer_number IS NOT NULL
                AND {_NUMBER.format("officer_number")} = {_NUMBER.format("$1")} LIMIT 1
            """,
            officer_number,
            but,
        )
        is True
    )


async def numbers_taken(officer_numbers: Sequence[str]) -> set[str]:
    """Return those of these numbers that an officer has, compared as number_taken() does."""
    found = await database.fetch(
        f"""
        SELECT t.said FROM unnest($1::text[]) AS t (said) WHERE EXISTS (SELECT FROM officers
            WHERE officer_number IS NOT NULL AND {_NUMBER.format("officer_number")} = {_NUMBER.format("t.said")})
        """,
        list(officer_numbers),
    )
    return {row["said"] for row in found}


_WORDS = r"""btrim(translate(replace(replace(regexp_replace(regexp_replace(fold({}),
    '[^a-z\s]', '', 'g'), '\s+', ' ', 'g'), 'rn', 'm'), 'vv', 'w'), 'l', 'i'))"""
# How a name is compared: without diacritics and case, and with look-alikes as one letter. Without its blanks it is
# what the index officers_name_read has.
_NAME = f"replace({_WORDS}, ' ', '')"


async def namesakes(full_name: str, but: UUID, department: UUID | None) -> list[Namesake]:
    """Return other officers whose name reads as this one, each marked if of this department.

    `department` is None at the national level. Within the department also those whose whole name,
    of three words or more, is contained in this one. Disabled accounts count too: they may be
    reinstated, and their papers keep the name.
    """
    found = await namesakes_of([full_name], [department], but)
    return [one.namesake for one in found]


class NamesakeOf(msgspec.Struct, frozen=True, kw_only=True):
    """A namesake of one of several names, by its place in their list."""

    place: int
    id: UUID
    near: bool

    @property
    def namesake(self) -> Namesake:
        """It without the place."""
        return Namesake(id=self.id, near=self.near)


async def namesakes_of(
    names: Sequence[str], departments: Sequence[UUID | None], but: UUID
) -> list[NamesakeOf]:
    """Do as namesakes() does for several names, each beside its department."""
    found = await database.fetch(
        f"""
        WITH asked AS MATERIALIZED (SELECT t.place - 1 AS place, t.department, {_WORDS.format("t.said")} AS mine
            FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS t (said, department, place)),
        near AS MATERIALIZED (SELECT o.id, o.unit_2, {_WORDS.format("o.full_name")} AS theirs FROM officers o
            WHERE o.unit_2 = ANY($2::uuid[]) OR (o.unit_2 IS NULL AND array_position($2::uuid[], NULL) IS NOT NULL))
        SELECT a.place, o.id, o.unit_2 IS NOT DISTINCT FROM a.department AS near
            FROM asked a JOIN officers o ON {_NAME.format("o.full_name")} = replace(a.mine, ' ', '') WHERE o.id <> $3
        UNION SELECT a.place, n.id, true FROM asked a JOIN near n ON n.unit_2 IS NOT DISTINCT FROM a.department
            WHERE n.id <> $3 AND n.theirs LIKE '% % %' AND ' ' || a.mine || ' ' LIKE '% ' || n.theirs || ' %'
        """,
        list(names),
        list(departments),
        but,
    )
    return rows.many(NamesakeOf, found)


async def insert(
    officer_id: UUID,
    username: str,
    full_name: str,
    officer_number: str | None,
    path: UnitPath,
    language: str,
) -> None:
    """Insert a new officer."""
    await Officer.insert(
        Officer(
            id=officer_id,
            username=username,
            full_name=full_name,
            officer_number=officer_number,
            unit_id=path.unit_id,
            unit_1=path.unit_1,
            unit_2=path.unit_2,
            unit_3=path.unit_3,
            unit_4=path.unit_4,
            language=language,
        )
    )


@compiled.write
def correct(officer_id: UUID, full_name: str, officer_number: str | None) -> Query:
    """Change name and number."""
    return Officer.update(
        {Officer.full_name: full_name, Officer.officer_number: officer_number}
    ).where(Officer.id == officer_id)


async def move(officer_id: UUID, path: UnitPath) -> None:
    """Move the officer, and the devices that they enrolled, to another unit."""
    await _move(officer_id, path)
    await _move_devices(officer_id, path)


@compiled.write
def _move(officer_id: UUID, path: UnitPath) -> Query:
    return Officer.update(_unit(Officer, path)).where(Officer.id == officer_id)


@compiled.write
def _move_devices(officer_id: UUID, path: UnitPath) -> Query:
    return Device.update(_unit(Device, path)).where(Device.enrolled_by == officer_id)


def _unit(table: type[Officer] | type[Device], path: UnitPath) -> dict[Column | str, UUID | None]:
    return {
        table.unit_id: path.unit_id,
        table.unit_1: path.unit_1,
        table.unit_2: path.unit_2,
        table.unit_3: path.unit_3,
        table.unit_4: path.unit_4,
    }


async def set_state(officer_id: UUID, state: str) -> None:
    """Set an officer active or disabled. Becoming active ends a head's objection."""
    if state == "active":
        await _activate(officer_id)
    else:
        await _set_state(officer_id, state)


@compiled.write
def _activate(officer_id: UUID) -> Query:
    return Officer.update({Officer.state: "active", Officer.objected_at: None}).where(
        Officer.id == officer_id
    )


@compiled.write
def _set_state(officer_id: UUID, state: str) -> Query:
    return Officer.update({Officer.state: state}).where(Officer.id == officer_id)


@compiled.write
def object_to(officer_id: UUID, at: datetime) -> Query:
    """Disable an officer because a head objects."""
    return Officer.update({Officer.state: "disabled", Officer.objected_at: at}).where(
        Officer.id == officer_id
    )


@compiled.write
def set_language(officer_id: UUID, language: str) -> Query:
    """Set the officer's own choice of language."""
    return Officer.update({Officer.language: language}).where(Officer.id == officer_id)


async def give_role(officer_id: UUID, role: str, by: UUID) -> None:
    """Add a role."""
    await database.execute(
        "INSERT INTO officer_roles (officer_id, role, granted_by) VALUES ($1, $2, $3)",
        officer_id,
        role,
        by,
    )


@compiled.write
def take_role(officer_id: UUID, role: str) -> Query:
    """Remove a role. The ledger keeps that it was held."""
    theirs = OfficerRole.delete().where(OfficerRole.officer_id == officer_id)
    return theirs.where(OfficerRole.role == role)


async def any_administrator() -> bool:
    """Tell whether there is any administrator; serialised, for the creation of the first one."""
    await database.execute("SELECT pg_advisory_xact_lock($1, 0)", _LOCK_ADMINISTRATORS)
    return await _administrator_exists()


@compiled.exists
def _administrator_exists() -> Query:
    return OfficerRole.exists().where(OfficerRole.role == Role.ADMINISTRATOR)


async def another_administrator_covers(officer_id: UUID) -> bool:
    """Tell whether another active administrator is in this officer's unit or above; serialised."""
    await database.execute("SELECT pg_advisory_xact_lock($1, 0)", _LOCK_ADMINISTRATORS)
    return (
        await database.fetchval(
            """
            SELECT true FROM officers o, officers a JOIN officer_roles r ON r.officer_id = a.id
            WHERE o.id = $1 AND a.id <> o.id AND a.state = 'active' AND r.role = 'administrator'
              AND a.unit_id IN (o.unit_1, o.unit_2, o.unit_3, o.unit_4)
            LIMIT 1
            """,
            officer_id,
        )
        is True
    )
