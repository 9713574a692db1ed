"""Queries of verification about what was asked of units. For operators: no scope applies."""

from uuid import UUID

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.force.queries.unit_asks import AskRow
from backend.force.tables.unit_asks import UnitAsk


@compiled.many(AskRow)
def of_unit(unit_id: UUID) -> Query:
    """Return the asks of a unit as the table has them."""
    return UnitAsk.select(*rows.columns(AskRow, UnitAsk)).where(UnitAsk.unit_id == unit_id)


@compiled.values(UUID)
def units() -> Query:
    """Return the units of which anything was asked."""
    return UnitAsk.select(UnitAsk.unit_id)
