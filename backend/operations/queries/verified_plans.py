"""Queries of verification about plans. For operators: no scope applies."""

from uuid import UUID

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.operations.rules.verification import PlanItemLine, PlanLine
from backend.planning.tables.plans import PlanItemRow, PlanRecord


@compiled.one(PlanLine)
def plan(plan_id: UUID) -> Query:
    """Return a plan as its table has it, or None."""
    return PlanRecord.select(*rows.columns(PlanLine, PlanRecord)).where(PlanRecord.id == plan_id)


@compiled.many(PlanItemLine)
def items(plan_id: UUID) -> Query:
    """Return all items of a plan, also those removed, as their table has them."""
    query = PlanItemRow.select(*rows.columns(PlanItemLine, PlanItemRow))
    return query.where(PlanItemRow.plan_id == plan_id)


@compiled.values(UUID)
def every() -> Query:
    """Return the ids of all plans in the table."""
    return PlanRecord.select(PlanRecord.id)
