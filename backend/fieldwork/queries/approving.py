"""Queries of what is submitted of an inspection: its row, its papers, who drafted a decision."""

from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.actors import Owned
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.fieldwork.queries.decision_papers import DeskPaper
from backend.fieldwork.tables.documents import FieldDocument
from backend.fieldwork.tables.inspections import Inspection


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


class SubmittedFile(SubmittedInspection, frozen=True, kw_only=True):
    """The same with what a file is made of. Times are UTC."""

    fields: dict[str, Any] | None
    """Of the minutes in force."""
    ended_at: datetime | None
    """When these were written, and not after they came."""
    team: list[UUID]
    issuer_level: int
    """Of the unit where who issued the decision serves now; 1 is the nation."""
    asker: str
    """Who submitted it, else its leader, by name."""


class SitePaper(msgspec.Struct, frozen=True, kw_only=True):
    """A paper made on site, as it is in force."""

    document_id: UUID
    form: str
    fields: dict[str, Any]


@compiled.one(SubmittedInspection)
def find(inspection_id: UUID) -> Query:
    """Return an inspection, or None. The caller checks scope."""
    found = Inspection.select(*rows.columns(SubmittedInspection, Inspection))
    return found.where(Inspection.id == inspection_id)


async def find_file(inspection_id: UUID) -> SubmittedFile | None:
    """Return an inspection with what its file is made of, or None. The caller checks scope."""
    found = await database.fetch(
        f"""
        SELECT {rows.named(SubmittedInspection, "i")}, own.fields, least(m.made_at, m.received_at) AS ended_at,
            ARRAY(SELECT t.officer_id FROM inspection_team t WHERE t.inspection_id = i.id) AS team,
            u.level AS issuer_level, a.full_name AS asker
        FROM inspections i JOIN officers o ON o.id = i.issued_by JOIN units u ON u.id = o.unit_id
            JOIN officers a ON a.id = coalesce(i.submitted_by, i.leader_id)
            LEFT JOIN minutes m ON m.act_id = i.minutes_id
            LEFT JOIN minutes own ON own.act_id = i.minutes_id AND own.inspection_id = i.id
        WHERE i.id = $1
        """,
        inspection_id,
    )
    return next(iter(rows.many(SubmittedFile, decoded(found, "fields"))), None)


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


@compiled.values(datetime)
def _announced(inspection_id: UUID) -> Query:
    return Inspection.select(Inspection.announced_at).where(Inspection.id == inspection_id)


async def announced_at(inspection_id: UUID) -> datetime | None:
    """Return when the team announced the decision, in UTC; None before, or if there is only a draft."""
    return next(iter(await _announced(inspection_id)), None)


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


async def drafted_by(paper: DeskPaper, officer_id: UUID) -> bool:
    """Tell whether any draft of this paper was the officer's, also one that was rewritten since."""
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT FROM ledger_entries e WHERE e.record_id = $1 AND e.officer_id = $2
            AND e.act_type = 'paper.drafted' AND e.quarantine IS NULL
            AND e.act::jsonb #>> '{content,document_id}' = $3)
        """,
        paper.inspection_id,
        officer_id,
        str(paper.id),
    )
    return found
