"""The scope filter as a condition of Piccolo. What an officer may see is described in scope.py alone."""

from functools import reduce
from operator import or_

from piccolo.columns import Column
from piccolo.columns.combination import WhereRaw
from piccolo.custom_types import Combinable
from piccolo.table import Table

from backend.core.scope import Reach


def where(reach: Reach, table: type[Table]) -> Combinable:
    """Return the reach as a condition on the rows of `table`.

    Raises ValueError if the table lacks a column that the reach names.
    """
    parts: list[Combinable] = []
    if reach.unit is not None:
        level, unit_id = reach.unit
        parts.append(_column(table, f"unit_{level}") == unit_id)
    if reach.on_team is not None:
        on_team = reach.on_team.format(row=table._meta.tablename, officer="{}")
        parts.append(WhereRaw(on_team, reach.officer_id))
    parts += [_column(table, name) == reach.officer_id for name in reach.officer_in]
    return reduce(or_, parts) if parts else WhereRaw("false")


def _column(table: type[Table], name: str) -> Column:
    return table._meta.get_column_by_name(name)
