"""Queries of the inspections that carry items out."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.fieldwork.tables.inspections import Inspection
from schemas.fieldwork.words import InspectionState


class Carrying(msgspec.Struct, frozen=True, kw_only=True):
    """How far an inspection is."""

    state: InspectionState
    decision_number: str
    withdrawn_at: datetime | None
    """When its decision was withdrawn, or lapsed."""


@compiled.one(Carrying)
def of_inspection(inspection_id: UUID) -> Query:
    """Return how far an inspection is, or None. The caller follows an act of it."""
    query = Inspection.select(*rows.columns(Carrying, Inspection))
    return query.where(Inspection.id == inspection_id)
