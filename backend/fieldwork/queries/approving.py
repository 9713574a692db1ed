"""Queries of what is submitted of an inspection: its row, its papers, who drafted a decision."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.actors import Owned
from backend.core.compiled import Query
from backend.fieldwork.tables.documents import FieldDocument
from backend.fieldwork.tables.inspections import Inspection, Minutes


class SubmittedInspection(Owned, frozen=True, kw_only=True):
    """What a submission needs to know of an inspection. Times are UTC."""

    id: UUID
    decision_number: str
    subject_name: str
    leader_id: UUID
    issued_by: UUID
    minutes_id: UUID | None
    minutes_flow: int
    revision: str | None
    submitted_by: UUID | None
    file_status: str | None
    draft_since: datetime | None


class SitePaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper made on site, as it is in force."""

    document_id: UUID
    form: str
    fields: dict[str, Any]


class _Ended(msgspec.Struct, frozen=True, kw_only=True):
    made_at: datetime
    received_at: datetime


@compiled.one(SubmittedInspection)
def find(inspection_id: UUID) -> Query:
    """Return an inspection, or None. The caller checks scope."""
    found = Inspection.select(*rows.columns(SubmittedInspection, Inspection))
    return found.where(Inspection.id == inspection_id)


@compiled.values(UUID)
def _lock(inspection_id: UUID) -> Query:
    found = Inspection.select(Inspection.id).where(Inspection.id == inspection_id)
    return found.lock_rows("UPDATE")


async def lock(inspection_id: UUID) -> bool:
    """Lock an inspection's row until the transaction ends, as its acts do; False if there is none."""
    return bool(await _lock(inspection_id))


@compiled.many(SitePaper, decode=("fields",))
def papers(inspection_id: UUID) -> Query:
    """List the papers made on site."""
    found = FieldDocument.select(*rows.columns(SitePaper, FieldDocument))
    return found.where(FieldDocument.inspection_id == inspection_id)


@compiled.one(_Ended)
def _ended(minutes_id: UUID) -> Query:
    return Minutes.select(*rows.columns(_Ended, Minutes)).where(Minutes.act_id == minutes_id)


async def ended_at(minutes_id: UUID) -> datetime | None:
    """Return when these minutes were written, and not after they came."""
    found = await _ended(minutes_id)
    return min(found.made_at, found.received_at) if found else None


async def drafters(inspection_id: UUID, document_id: UUID) -> list[UUID]:
    """List who wrote drafts of this paper, the first one first."""
    found = await database.fetch(
        """
        SELECT e.officer_id, min(e.number) AS first FROM ledger_entries e
        WHERE e.record_id = $1 AND e.act_type = 'paper.drafted' AND e.quarantine IS NULL
            AND e.act::jsonb #>> '{content,document_id}' = $2
        GROUP BY e.officer_id ORDER BY first
        """,
        inspection_id,
        str(document_id),
    )
    return [row["officer_id"] for row in found]
