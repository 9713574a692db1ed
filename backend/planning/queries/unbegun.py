"""Queries of units that have not begun a plan which the calendar asks of them."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from backend.core import database, rows
from backend.core.actors import Owned


class Unit(Owned, frozen=True, kw_only=True):
    """A unit with its place in the tree."""

    id: UUID


async def units(kind: str, year: int, levels: Sequence[int], today: date, once: str) -> list[Unit]:
    """Return the units of these levels that have no plan of a kind for a year, and whose heads were not told so.

    While no plan at all is kept here, only the unit above all: a force that still plans on paper is not reminded of
    every team, and its head decides whether plans are kept here.
    """
    found = await database.fetch(
        """
        SELECT u.id, u.unit_1, u.unit_2, u.unit_3, u.unit_4 FROM units u
        WHERE u.level = ANY ($3::smallint[]) AND u.valid_from <= $4 AND (u.valid_to IS NULL OR u.valid_to > $4)
            AND (u.parent_id IS NULL OR EXISTS (SELECT FROM plans))
            AND NOT EXISTS (SELECT FROM plans p WHERE p.unit_id = u.id AND p.kind = $1 AND p.year = $2::smallint
                AND p.state <> 'given_up')
            AND NOT EXISTS (SELECT FROM notices n WHERE n.kind = 'plan' AND n.record_id = u.id AND n.once = $5)
        ORDER BY u.id
        """,
        kind,
        year,
        list(levels),
        today,
        once,
    )
    return rows.many(Unit, found)
