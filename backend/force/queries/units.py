"""SQL of units."""

from datetime import date
from typing import Any
from uuid import UUID

from backend.core import database, scope
from backend.core.actors import Actor, UnitPath

_COLUMNS = """
    u.id, u.code, u.name_vi, u.name_en, u.kind, u.parent_id, u.level, u.unit_1, u.unit_2, u.unit_3,
    u.unit_4, u.valid_from, u.valid_to, u.successor_id
"""


async def lock(unit_id: UUID) -> Any:
    """Lock the unit's row against other changes and return it, or None."""
    return await database.fetchrow(
        f"SELECT {_COLUMNS} FROM units u WHERE u.id = $1 FOR NO KEY UPDATE", unit_id
    )


async def find(unit_id: UUID) -> Any:
    """Return a unit, or None; the caller decides who may see it."""
    return await database.fetchrow(f"SELECT {_COLUMNS} FROM units u WHERE u.id = $1", unit_id)


async def find_administered(actor: Actor, unit_id: UUID) -> Any:
    """Return a unit in the administrator's scope, or None."""
    condition, args = scope.administered(actor, "u", 2)
    return await database.fetchrow(
        f"SELECT {_COLUMNS} FROM units u WHERE u.id = $1 AND {condition}", unit_id, *args
    )


async def list_administered(actor: Actor) -> list[Any]:
    """Return all units in the administrator's scope, in tree order, with their active officers.

    These are only counted.
    """
    condition, args = scope.administered(actor, "u", 1)
    return await database.fetch(
        f"""
        SELECT {_COLUMNS},
            (SELECT count(*) FROM officers o WHERE o.unit_id = u.id AND o.state = 'active') AS officers,
            p1.code AS code_1, p2.code AS code_2, p3.code AS code_3, p4.code AS code_4
        FROM units u
        LEFT JOIN units p1 ON p1.id = u.unit_1 LEFT JOIN units p2 ON p2.id = u.unit_2
        LEFT JOIN units p3 ON p3.id = u.unit_3 LEFT JOIN units p4 ON p4.id = u.unit_4
        WHERE {condition}
        ORDER BY p1.code, p2.code NULLS FIRST, p3.code NULLS FIRST, p4.code NULLS FIRST, u.valid_from
        """,
        *args,
    )


async def list_tree() -> list[Any]:
    """Return every unit, parents before children: names are no secret within the force."""
    return await database.fetch(f"SELECT {_COLUMNS} FROM units u ORDER BY u.level, u.code")


async def code_in_force(code: str) -> bool:
    """Tell whether a unit in force has this code."""
    return (
        await database.fetchval(
            "SELECT true FROM units WHERE code = $1 AND valid_to IS NULL LIMIT 1", code
        )
        is True
    )


async def find_root() -> Any:
    """Return the national unit in force, or None."""
    return await database.fetchrow(
        f"SELECT {_COLUMNS} FROM units u WHERE u.level = 1 AND u.valid_to IS NULL "
        "ORDER BY u.valid_from LIMIT 1"
    )


async def insert(
    unit_id: UUID,
    code: str,
    name_vi: str,
    name_en: str,
    kind: str,
    parent_id: UUID | None,
    path: UnitPath,
    valid_from: date,
) -> None:
    """Insert a unit under its path."""
    await database.execute(
        "INSERT INTO units (id, code, name_vi, name_en, kind, parent_id, level, unit_1, unit_2, "
        "unit_3, unit_4, valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        unit_id,
        code,
        name_vi,
        name_en,
        kind,
        parent_id,
        path.level,
        *path.as_tuple(),
        valid_from,
    )


async def rename(unit_id: UUID, name_vi: str, name_en: str) -> None:
    """Rename a unit."""
    await database.execute(
        "UPDATE units SET name_vi = $2, name_en = $3 WHERE id = $1", unit_id, name_vi, name_en
    )


async def close(unit_id: UUID, valid_to: date, successor_id: UUID | None) -> None:
    """Close a unit; its last day was the one before `valid_to`."""
    await database.execute(
        "UPDATE units SET valid_to = $2, successor_id = $3 WHERE id = $1",
        unit_id,
        valid_to,
        successor_id,
    )


async def inhabitants(unit_id: UUID) -> tuple[int, int]:
    """Count the active officers of the unit, and the units in force directly below it."""
    row = await database.fetchrow(
        """
        SELECT (SELECT count(*) FROM officers WHERE unit_id = $1 AND state = 'active') AS officers,
               (SELECT count(*) FROM units WHERE parent_id = $1 AND valid_to IS NULL) AS units
        """,
        unit_id,
    )
    return row["officers"], row["units"]
