"""Queries of the answers to acts that cases used without the catalogue."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.law.tables.catalogue import CatalogueOutside
from schemas.law.catalogue import OutsideAnswer, OutsideSettled


class Settled(msgspec.Struct, frozen=True, kw_only=True):
    """The last answer to an act outside the catalogue; `open`: its proposal was declined since."""

    case_id: UUID
    code: str
    answer: OutsideAnswer
    catalogue_code: str | None
    proposal_id: UUID | None
    reason: str
    officer_id: UUID
    recorded_at: datetime
    proposal_answer: str | None
    """How the proposal was answered, if there is one and it was."""

    @property
    def open(self) -> bool:
        """Whether it may be answered anew."""
        return self.proposal_answer == "declined"


_LAST = """
    SELECT DISTINCT ON (s.record_id) s.case_id, s.code, s.answer, s.catalogue_code, s.proposal_id, s.reason,
        s.officer_id, s.recorded_at, p.event AS proposal_answer
    FROM catalogue_outside s
    LEFT JOIN catalogue_proposals p ON p.proposal_id = s.proposal_id AND p.event <> 'proposed'
    WHERE {condition} ORDER BY s.record_id, s.recorded_at DESC
"""


async def last(record_id: UUID) -> Settled | None:
    """The last answer to an act, or None."""
    found = await database.fetchrow(_LAST.format(condition="s.record_id = $1"), record_id)
    return rows.one(Settled, found)


async def of_cases(case_ids: list[UUID]) -> list[Settled]:
    """The last answers to the acts of these cases."""
    found = await database.fetch(_LAST.format(condition="s.case_id = ANY($1)"), case_ids)
    return rows.many(Settled, found)


async def insert(
    content: OutsideSettled, record_id: UUID, act_id: UUID, officer_id: UUID, at: datetime
) -> None:
    """Insert an answer."""
    await CatalogueOutside.insert(
        CatalogueOutside(
            act_id=act_id,
            record_id=record_id,
            case_id=content.case_id,
            code=content.code,
            answer=str(content.answer),
            catalogue_code=content.catalogue_code,
            proposal_id=content.proposal_id,
            reason=content.reason,
            officer_id=officer_id,
            recorded_at=at,
        )
    )
