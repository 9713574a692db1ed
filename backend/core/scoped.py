"""The scope filter as a condition of Piccolo. What an officer may see is described in scope.py alone."""

from functools import reduce
from operator import and_, or_
from typing import Any

from piccolo.columns import Column, ForeignKey
from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable
from piccolo.table import Table

from backend.core.scope import Reach


def where(reach: Reach, rows: type[Table] | ForeignKey[Any]) -> Combinable:
    """Return the reach as a condition on the rows of a table, or on the rows that a foreign key of a table refers to.

    `Case` stands for cases, `Document.case_id` for the case of each document. Such a key must be a column of the table
    that is queried, because the condition of a team compares it without a join.

    Raises ValueError if the table lacks a column that the reach names.
    """
    parts: list[Combinable] = []
    if reach.unit is not None:
        level, unit_id = reach.unit
        of_unit: Combinable = _column(rows, f"unit_{level}") == unit_id
        if reach.unit_but is not None:
            of_unit = and_(of_unit, _about(f"NOT ({reach.unit_but})", rows, reach))
        parts.append(of_unit)
    if reach.on_team is not None:
        key = rows if isinstance(rows, ForeignKey) else _column(rows, "id")
        # The key's own name, not the key: Piccolo would not add the joins of a column in raw SQL.
        on_team = reach.on_team.format(id=key._meta.get_full_name(with_alias=False), officer="{}")
        parts.append(WhereRaw(on_team, reach.officer_id))
    parts += [_column(rows, name) == reach.officer_id for name in reach.officer_in]
    if reach.on_row is not None:
        parts.append(_about(reach.on_row, rows, reach))
    if not parts:
        return WhereRaw("false")
    shown = reduce(or_, parts)
    hidden = [_about(f"NOT ({one})", rows, reach) for one in reach.hidden]
    return reduce(and_, [shown, *hidden])


def _about(template: str, rows: type[Table] | ForeignKey[Any], reach: Reach) -> WhereRaw:
    """Return SQL about the row itself. Raises ValueError for rows that a foreign key refers to: they need a join."""
    if isinstance(rows, ForeignKey):
        raise ValueError("a reach with SQL about the row is for the table that is queried")  # noqa: TRY004 - as _column()
    named = template.format(row=rows._meta.tablename, officer="{}")
    return WhereRaw(named, *([reach.officer_id] if "{officer}" in template else []))


def _column(rows: type[Table] | ForeignKey[Any], name: str) -> Column:
    if not isinstance(rows, ForeignKey):
        return rows._meta.get_column_by_name(name)
    rows._foreign_key_meta.resolved_references._meta.get_column_by_name(name)  # or a ValueError
    joined: Column = getattr(rows, name)
    return joined
