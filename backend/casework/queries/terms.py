"""Queries of terms that are no clocks of a case: papers to be compared, exceptions to be checked."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from backend.core import database, rows
from backend.core.actors import Owned


class Term(Owned, frozen=True, kw_only=True):
    """Something that a second person must do by a moment; its unit is that of the record."""

    kind: Literal["document", "decision", "record_paper", "inspection", "exception"]
    id: UUID
    """The paper, the inspection that began from a sheet, or the exception."""
    moment: Literal["due", "overdue"]
    due_at: datetime
    form: str | None
    form_version: int | None
    name: str | None
    """The inspected party; of an exception its kind."""
    number: str | None
    officer: str | None
    own: list[UUID]
    """Those whose own paper or act it is."""


async def open_terms(now: datetime, limit: int) -> list[Term]:
    """List terms over or with at most 24 hours left of which nobody was told yet at this stage.

    Those that ended more than 30 days ago are left to the lists: a backlog sends no notices.
    """
    found = await database.fetch(
        """
        WITH open AS (
            SELECT 'document' AS kind, d.id, d.issued_at + interval '48 hours' AS due_at, d.form, d.form_version,
                NULL AS name, d.number, NULL AS officer, c.unit_1, c.unit_2, c.unit_3, c.unit_4,
                ARRAY[d.drafted_by, d.issued_by] AS own
            FROM documents d JOIN cases c ON c.id = d.case_id
            WHERE d.hand = 'waits' AND d.state IN ('signed', 'delivered')
            UNION ALL
            SELECT 'decision', p.id, p.issued_at + interval '48 hours', p.form, p.form_version, NULL, p.number, NULL,
                p.unit_1, p.unit_2, p.unit_3, p.unit_4, ARRAY[p.drafted_by, p.issued_by, p.scanned_by]
            FROM decision_papers p WHERE p.state = 'awaiting'
            UNION ALL
            SELECT 'record_paper', p.id, p.issued_at + interval '48 hours', p.form, p.form_version, NULL, p.number,
                NULL, p.unit_1, p.unit_2, p.unit_3, p.unit_4,
                ARRAY[p.drafted_by, p.issued_by, p.scanned_by, p.finalised_by]
            FROM record_papers p WHERE p.state = 'awaiting'
            UNION ALL
            SELECT 'inspection', h.inspection_id, h.due_at, NULL, NULL, i.subject_name, i.decision_number, NULL,
                i.unit_1, i.unit_2, i.unit_3, i.unit_4, ARRAY[h.begun_by]
            FROM hand_signed_decisions h JOIN inspections i ON i.id = h.inspection_id WHERE h.outcome IS NULL
            UNION ALL
            SELECT 'exception', x.id, x.check_by, NULL, NULL, x.kind, coalesce(c.number, i.decision_number),
                o.full_name, x.unit_1, x.unit_2, x.unit_3, x.unit_4, ARRAY[x.officer_id]
            FROM exceptions x JOIN officers o ON o.id = x.officer_id
            LEFT JOIN cases c ON x.record_kind = 'case' AND c.id = x.record_id
            LEFT JOIN inspections i ON x.record_kind = 'inspection' AND i.id = x.record_id
            WHERE x.verdict IS NULL AND x.check_by IS NOT NULL
        ), staged AS (
            SELECT t.*, CASE WHEN t.due_at <= $1 THEN 'overdue' ELSE 'due' END AS moment FROM open t
            WHERE t.due_at <= $1 + interval '24 hours' AND t.due_at > $1 - interval '30 days'
        )
        SELECT s.kind, s.id, s.moment, s.due_at, s.form, s.form_version, s.name, s.number, s.officer, s.unit_1,
            s.unit_2, s.unit_3, s.unit_4, array_remove(s.own, NULL) AS own
        FROM staged s WHERE NOT EXISTS (
            SELECT FROM notices n WHERE n.record_id = s.id AND n.due_at = s.due_at
              AND n.text_key IN ('compare.' || s.moment, 'exception.' || s.moment))
        ORDER BY s.due_at DESC, s.id LIMIT $2
        """,
        now,
        limit,
    )
    return rows.many(Term, found)
