"""Queries of the register of outgoing papers."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.casework.queries.teams import CASE_TEAMS
from backend.casework.tables.dispatches import Dispatch
from backend.casework.tables.documents import Document
from backend.core import compiled, database, rows, scope
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.documents.queries import desk_papers
from schemas.casework.acts.dispatching import DocumentDispatched, DocumentSealed


class OutgoingRow(msgspec.Struct, frozen=True, kw_only=True):
    """A numbered paper, with how it was dispatched last; `sent_on` is None if it was not. Times are UTC."""

    id: UUID
    case_id: UUID | None
    """None for a paper about an inspection decision."""
    inspection_id: UUID | None
    record_number: str
    """Of the case, or of the inspection decision that the paper is or changes."""
    form: str
    form_version: int
    number: str
    issued_on: date
    issued_at: datetime
    issuer_name: str | None
    issuer_title: str | None
    party_name: str | None
    state: str
    sent_on: date | None
    manner: str | None
    recipients: str | None
    copies: int | None
    note: str | None
    times: int


async def insert(content: DocumentDispatched, act_id: UUID, officer_id: UUID) -> None:
    """Enter a dispatch."""
    await desk_papers.insert_dispatch(Dispatch, content, act_id, officer_id)


@compiled.write
def set_sealed(content: DocumentSealed, by: UUID) -> Query:
    """Note that a paper has the agency's seal, in a file of its own; the signed one stays."""
    return Document.update(
        {
            Document.sealed_id: content.file_id,
            Document.sealed_sha256: content.sha256,
            Document.sealed_at: content.sealed_at,
            Document.sealed_by: by,
            Document.seal_name: content.seal_name,
            Document.seal_level: content.signature_level,
        }
    ).where(Document.id == content.document_id)


_SENT = "s.sent_on, s.manner, s.recipients, s.copies, s.note, COALESCE(s.times, 0) AS times"
_OVER = "coalesce(i.state = 'discarded' AND NOT coalesce((d.change ->> 'withdraws')::boolean, false), false)"
"""Of a decision: it was withdrawn, or has lapsed, so that nothing goes out any more."""
_SENT_BY = """
        LEFT JOIN document_numbers n ON n.document_id = d.id AND n.state = 'used'
        LEFT JOIN LATERAL (
            SELECT x.*, count(*) OVER () AS times FROM {table} x WHERE x.document_id = d.id
            ORDER BY x.dispatched_at DESC LIMIT 1
        ) s ON true
"""


async def outgoing(
    actor: Actor,
    unit_id: UUID,
    days: tuple[date, date],
    *,
    of_units: list[str],
    which: str,
    words: str,
    after: tuple[datetime, UUID] | None,
    limit: int,
    oldest_first: bool = False,
) -> list[OutgoingRow]:
    """Return signed papers of a unit, the latest first, as far as the actor sees them.

    `days`: of the papers, the first and the last one.

    A paper is of the unit that numbered it; one with an officer's number, of its case's unit.
    Decisions about inspections are among them.

    A paper of a unit (`of_units`, forms) is in the register from its signing; others once they were
    dispatched. `which` is all, sent or waiting. `words` occur in number, party or recipients.
    """
    cases, args = scope.sql(scope.teamed(CASE_TEAMS, actor), "c", 10)
    decisions, more = scope.sql(scope.decision_papers(actor), "d", 10 + len(args))
    at, last = after or (None, None)
    beyond, order = (">", "ASC") if oldest_first else ("<", "DESC")
    shown = f"""
        d.issued_on BETWEEN $2 AND $9 AND d.number IS NOT NULL AND d.issued_at IS NOT NULL
            AND ($4 = 'all' OR ($4 = 'sent') = (s.sent_on IS NOT NULL))
            AND ($6::timestamptz IS NULL OR (d.issued_at, d.id) {beyond} ($6, $7::uuid))
    """
    in_order = f"ORDER BY issued_at {order}, id {order} LIMIT $8"
    found = await database.fetch(
        f"""
        (SELECT d.id, d.case_id, NULL::uuid AS inspection_id, c.number AS record_number, d.form, d.form_version,
            d.number, d.issued_on, d.issued_at, d.issuer_name, d.issuer_title, d.party_name, d.state, {_SENT}
        FROM documents d JOIN cases c ON c.id = d.case_id {_SENT_BY.format(table="dispatches")}
        WHERE CASE WHEN n.issuer_kind = 'unit' THEN n.issuer_id ELSE d.unit_id END = $1 AND {shown}
            AND d.state IN ('signed', 'delivered', 'replaced', 'cancelled')
            AND (s.sent_on IS NOT NULL OR d.form = ANY($3::text[]))
            AND ($5 = '' OR strpos(lower(concat_ws(' ', d.number, d.party_name, s.recipients)), lower($5)) > 0)
            AND {cases} {in_order})
        UNION ALL
        (SELECT d.id, NULL, d.inspection_id, coalesce(i.decision_number, d.number), d.form, d.form_version,
            d.number, d.issued_on, d.issued_at, d.issuer_name, d.issuer_title, d.subject_name,
            CASE WHEN {_OVER} THEN 'cancelled' ELSE d.state END, {_SENT}
        FROM decision_papers d LEFT JOIN inspections i ON i.id = d.inspection_id
            {_SENT_BY.format(table="decision_dispatches")}
        WHERE coalesce(n.issuer_id, d.unit_id) = $1 AND {shown} AND d.state IN ('signed', 'awaiting', 'sent_back')
            AND NOT ($4 = 'waiting' AND {_OVER})
            AND ($5 = '' OR strpos(lower(concat_ws(' ', d.number, d.subject_name, s.recipients)), lower($5)) > 0)
            AND {decisions} {in_order})
        {in_order}
        """,
        unit_id,
        days[0],
        of_units,
        which,
        words,
        at,
        last,
        limit,
        days[1],
        *args,
        *more,
    )
    return rows.many(OutgoingRow, found)
