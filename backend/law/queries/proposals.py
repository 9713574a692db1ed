"""SQL of proposals to change the catalogue, and of how they were answered."""

from datetime import datetime
from typing import Any
from uuid import UUID

from backend.core import database

_SHOWN = """
    SELECT p.proposal_id, p.record_id, p.code, p.kind, p.version, p.content::text AS content, p.officer_id,
        p.recorded_at, a.event AS answer, a.reason, a.recorded_at AS answered_at, a.officer_id AS answered_by
    FROM catalogue_proposals p
    LEFT JOIN catalogue_proposals a ON a.proposal_id = p.proposal_id AND a.event <> 'proposed'
    WHERE p.event = 'proposed'
"""


async def open_of(record_id: UUID) -> Any:
    """Return the proposal on a behaviour that waits for an answer; None if there is none."""
    return await database.fetchrow(f"{_SHOWN} AND p.record_id = $1 AND a.event IS NULL", record_id)


async def waiting() -> list[Any]:
    """Every proposal that waits, oldest first."""
    return await database.fetch(f"{_SHOWN} AND a.event IS NULL ORDER BY p.recorded_at LIMIT 500")


async def find(code: str, proposal_id: UUID) -> Any:
    """A proposal on this behaviour, answered or not."""
    return await database.fetchrow(
        f"{_SHOWN} AND p.code = $1 AND p.proposal_id = $2", code, proposal_id
    )


async def insert(
    proposal_id: UUID,
    event: str,
    code: str,
    about: tuple[str, int],
    content: str | None,
    reason: str,
    record_id: UUID,
    act_id: UUID,
    officer_id: UUID,
    at: datetime,
) -> None:
    """Write a proposal, or the answer to one.

    `about` is the kind of change and the version number.
    """
    await database.execute(
        """
        INSERT INTO catalogue_proposals (proposal_id, event, code, kind, version, content, reason, record_id, act_id,
            officer_id, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """,
        proposal_id,
        event,
        code,
        *about,
        content,
        reason,
        record_id,
        act_id,
        officer_id,
        at,
    )
