"""Queries of proposals of inspections: folded, found, shown on phones."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.core.json_columns import decoded
from backend.fieldwork.tables.proposals import InspectionProposal
from schemas.fieldwork.proposals import DecisionProposed
from schemas.fieldwork.words import PaperState


class Proposal(msgspec.Struct, frozen=True, kw_only=True):
    """A proposal's row. `remarks` is set while a return waits for its answer. Times are UTC."""

    document_id: UUID
    inspection_id: UUID
    proposed_by: UUID
    proposed_at: datetime
    remarks: str | None
    returned_by: UUID | None


class ShownProposal(Proposal, frozen=True, kw_only=True):
    """A proposal with what became of its paper, which is missing if it could not be drafted."""

    proposed: DecisionProposed
    proposed_by_name: str
    proposed_by_number: str | None
    """The officer number."""
    returned_by_name: str | None
    returned_at: datetime | None
    state: PaperState
    number: str | None
    issuer_name: str | None
    issued_at: datetime | None
    discarded_by_name: str | None
    discarded_at: datetime | None
    discard_reason: str | None


@compiled.one(Proposal)
def find(document_id: UUID) -> Query:
    """Return the proposal with which a paper began, or None."""
    proposal = InspectionProposal
    found = proposal.select(*rows.columns(Proposal, proposal))
    return found.where(proposal.document_id == document_id)


_SHOWN = """
    SELECT p.document_id, p.inspection_id, p.proposed_by, p.proposed_at, p.remarks, p.returned_by, p.proposed,
        o.full_name AS proposed_by_name, o.officer_number AS proposed_by_number,
        r.full_name AS returned_by_name, p.returned_at, d.state, d.number,
        d.issuer_name, d.issued_at, e.full_name AS discarded_by_name, e.received_at AS discarded_at,
        e.reason AS discard_reason
    FROM inspection_proposals p
    JOIN officers o ON o.id = p.proposed_by
    JOIN decision_papers d ON d.id = p.document_id
    LEFT JOIN officers r ON r.id = p.returned_by
    LEFT JOIN LATERAL (
        SELECT w.full_name, l.received_at, l.act::jsonb #>> '{content,reason}' AS reason
        FROM ledger_entries l JOIN officers w ON w.id = l.officer_id
        WHERE d.state = 'discarded' AND l.record_id = p.inspection_id AND l.act_type = 'paper.discarded'
            AND l.act::jsonb #>> '{content,document_id}' = p.document_id::text
        ORDER BY l.number DESC LIMIT 1
    ) e ON true
"""


async def shown(document_id: UUID) -> ShownProposal | None:
    """Return one proposal as it is shown, or None. The caller checks that the reader may see its paper."""
    found = await database.fetch(f"{_SHOWN} WHERE p.document_id = $1", document_id)
    made = rows.many(ShownProposal, decoded(found, "proposed"))
    return made[0] if made else None


async def of_officer(
    officer_id: UUID, document_id: UUID | None, since: datetime, limit: int
) -> list[ShownProposal]:
    """Return an officer's own proposals since a moment, newest first, or the named one of them."""
    found = await database.fetch(
        f"""
        {_SHOWN} WHERE p.proposed_by = $1 AND p.proposed_at >= $3 AND ($2::uuid IS NULL OR p.document_id = $2)
        ORDER BY p.proposed_at DESC, p.document_id LIMIT $4
        """,
        officer_id,
        document_id,
        since,
        limit,
    )
    return rows.many(ShownProposal, decoded(found, "proposed"))


async def propose(
    document_id: UUID,
    inspection_id: UUID,
    act_id: UUID,
    proposed: str,
    officer_id: UUID,
    at: datetime,
) -> None:
    """Store a proposal, or the one that replaces it; a return before it is answered."""
    await database.execute(
        """
        INSERT INTO inspection_proposals
            (document_id, inspection_id, act_id, proposed, proposed_by, proposed_at)
        VALUES ($1, $2, $3, $4::jsonb, $5, $6)
        ON CONFLICT (document_id) DO UPDATE SET act_id = excluded.act_id, proposed = excluded.proposed,
            proposed_at = excluded.proposed_at, remarks = NULL, returned_by = NULL, returned_at = NULL
        """,
        document_id,
        inspection_id,
        act_id,
        proposed,
        officer_id,
        at,
    )


async def id_taken(document_id: UUID) -> bool:
    """Tell whether something else has this id, which a phone chose.

    Numbers are kept by the paper's id alone: giving the draft up would void the other's number.
    """
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT FROM document_numbers WHERE document_id = $1)
            OR EXISTS (SELECT FROM document_writings WHERE document_id = $1)
            OR EXISTS (SELECT FROM ledger_entries WHERE act_id = $1)
        """,
        document_id,
    )
    return found


@compiled.write
def send_back(document_id: UUID, remarks: str, officer_id: UUID, at: datetime) -> Query:
    """Store that a head sent a proposal back."""
    proposal = InspectionProposal
    return proposal.update(
        {
            proposal.remarks: remarks,
            proposal.returned_by: officer_id,
            proposal.returned_at: at,
        }
    ).where(proposal.document_id == document_id)
