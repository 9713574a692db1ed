"""Queries of units as events find them: where each lay on a day, by the acts that are sealed."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, remembering, rows
from backend.core.actors import Owned, UnitPath
from backend.insight.queries.counting import Moved


class Former(Owned, frozen=True, kw_only=True):
    """Where a unit lay until a day."""

    id: int
    unit_id: UUID
    until: date
    act_id: UUID


class UnitRow(msgspec.Struct, frozen=True, kw_only=True):
    """A unit as events find it: its path, and until when it is in force."""

    id: UUID
    unit_1: UUID
    unit_2: UUID | None
    unit_3: UUID | None
    unit_4: UUID | None
    valid_to: date | None
    successor_id: UUID | None
    former: tuple[Former, ...] = ()
    """Where it lay before, in the order in which it was moved."""

    @property
    def path(self) -> UnitPath:
        """The unit with its ancestors today."""
        return UnitPath(
            unit_1=self.unit_1, unit_2=self.unit_2, unit_3=self.unit_3, unit_4=self.unit_4
        )

    def path_on(self, day: date) -> UnitPath:
        """Return the unit with its ancestors of a day.

        What was entered first says where it lay before; a later move of an earlier day began where that one ended, and
        so says nothing of the days before.
        """
        return next((one.path for one in self.former if day < one.until), self.path)


@remembering.once
async def units() -> dict[UUID, UnitRow]:
    """Return all units that ever were, each with where it lay before: in one question, for pages that ask few."""
    found = await database.fetch(
        """
        SELECT u.id, u.unit_1, u.unit_2, u.unit_3, u.unit_4, u.valid_to, u.successor_id,
            f.id AS moved, f.until, f.act_id,
            f.unit_1 AS from_1, f.unit_2 AS from_2, f.unit_3 AS from_3, f.unit_4 AS from_4
        FROM units u LEFT JOIN former_paths f ON f.unit_id = u.id ORDER BY f.id
        """
    )
    former: dict[UUID, list[Former]] = {}
    for row in found:
        if row["moved"] is not None:
            former.setdefault(row["id"], []).append(_former(row))
    return {
        row["id"]: UnitRow(
            id=row["id"],
            unit_1=row["unit_1"],
            unit_2=row["unit_2"],
            unit_3=row["unit_3"],
            unit_4=row["unit_4"],
            valid_to=row["valid_to"],
            successor_id=row["successor_id"],
            former=tuple(former.get(row["id"], ())),
        )
        for row in found
    }


def _former(row: Mapping[str, Any]) -> Former:
    return Former(
        id=row["moved"],
        unit_id=row["id"],
        until=row["until"],
        act_id=row["act_id"],
        unit_1=row["from_1"],
        unit_2=row["from_2"],
        unit_3=row["from_3"],
        unit_4=row["from_4"],
    )


async def units_as_of(position: int) -> dict[UUID, UnitRow]:
    """Return all units as the leaves before a position tell them: what is sealed later ended and moved none yet.

    So the same leaves give the same places at any time, also while a closing waits to be counted.
    """
    known = await units()
    found = await database.fetch(
        """
        SELECT e.record_id, e.act_id FROM ledger_entries e
        LEFT JOIN ledger_leaves l ON l.record_id = e.record_id AND l.number = e.number
        WHERE e.record_id IN (SELECT id FROM units) AND e.quarantine IS NULL
            AND e.act_type IN ('unit.closed', 'unit.merged', 'unit.split', 'unit.moved')
            AND (l.position IS NULL OR l.position >= $1)
        """,
        position,
    )
    later = {row["act_id"] for row in found}
    ended = {row["record_id"] for row in found}
    return {key: _before(one, later, ended=key in ended) for key, one in known.items()}


def _before(unit: UnitRow, later: set[UUID], *, ended: bool) -> UnitRow:
    """Return a unit without what acts that are sealed later did to it."""
    undone = [one for one in unit.former if one.act_id in later]
    if undone:
        first = undone[0]
        unit = msgspec.structs.replace(
            unit,
            unit_1=first.unit_1,
            unit_2=first.unit_2,
            unit_3=first.unit_3,
            unit_4=first.unit_4,
            former=tuple(one for one in unit.former if one.act_id not in later),
        )
    ends_in_self = unit.path.unit_id == unit.id
    if ended and ends_in_self:
        unit = msgspec.structs.replace(unit, valid_to=None, successor_id=None)
    return unit


async def after_closing(unit_ids: Sequence[UUID], position: int) -> list[Moved]:
    """Return records with events in these units on days when others had their work already.

    What is entered late, or a successor named then, moves what was counted since.
    """
    found = await database.fetch(
        """
        SELECT DISTINCT c.record_id, k.kind AS record_kind, 0 AS last, $2::bigint AS position
        FROM ledger_entries e JOIN former_paths f ON f.act_id = e.act_id
        JOIN figure_places p ON p.unit_id = f.unit_id
        JOIN counted_events c ON c.place_id = p.id AND c.happened_on >= f.until
        JOIN LATERAL (SELECT o.record_kind AS kind FROM ledger_entries o WHERE o.record_id = c.record_id LIMIT 1) k ON
        true
        WHERE e.record_id = ANY($1)
        """,
        list(unit_ids),
        position,
    )
    return rows.many(Moved, found)
