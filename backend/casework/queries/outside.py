"""Queries of acts outside the catalogue that cases recorded."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.core.actors import UnitPath
from schemas.casework.acts.outside import OutsideStated
from schemas.law.catalogue import ViolationField


class Queued(msgspec.Struct, frozen=True, kw_only=True):
    """An act of a case in the queue for the catalogue, with the names that the page shows."""

    case_id: UUID
    case_number: str
    code: str
    name: str
    legal_basis: str
    decree: str
    field: ViolationField
    statement: str | None
    """JSON text of an OutsideStated."""
    stated_by_name: str | None
    confirmed_by_name: str | None
    confirmed_at: datetime | None
    recorded_at: datetime

    @property
    def stated(self) -> OutsideStated | None:
        """What was stated of it last."""
        if self.statement is None:
            return None
        return msgspec.json.decode(self.statement, type=OutsideStated)


async def write(
    case_id: UUID,
    path: UnitPath,
    *,
    code: str,
    name: str,
    legal_basis: str,
    decree: str,
    field: str,
    statement: str | None,
    stated: tuple[UUID, datetime] | None,
    confirmed: tuple[UUID, datetime] | None,
    recorded_at: datetime,
) -> None:
    """Write an act of a case as it is now. `stated` and `confirmed`: by whom and when."""
    await database.execute(
        """
        INSERT INTO outside_acts (case_id, code, unit_1, unit_2, unit_3, unit_4, name, legal_basis, decree, field,
            statement, stated_by, stated_at, confirmed_by, confirmed_at, recorded_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::text::jsonb, $12, $13, $14, $15, $16)
        ON CONFLICT (case_id, code) DO UPDATE SET name = excluded.name, legal_basis = excluded.legal_basis,
            decree = excluded.decree, field = excluded.field, statement = excluded.statement,
            stated_by = excluded.stated_by, stated_at = excluded.stated_at, confirmed_by = excluded.confirmed_by,
            confirmed_at = excluded.confirmed_at, recorded_at = excluded.recorded_at
        """,
        case_id,
        code,
        *path.as_tuple(),
        name,
        legal_basis,
        decree,
        field,
        statement,
        *(stated or (None, None)),
        *(confirmed or (None, None)),
        recorded_at,
    )


_SHOWN = """
    SELECT o.case_id, c.number AS case_number, o.code, o.name, o.legal_basis, o.decree, o.field,
        o.statement::text AS statement, s.full_name AS stated_by_name, f.full_name AS confirmed_by_name,
        o.confirmed_at, o.recorded_at
    FROM outside_acts o JOIN cases c ON c.id = o.case_id
    LEFT JOIN officers s ON s.id = o.stated_by LEFT JOIN officers f ON f.id = o.confirmed_by
    LEFT JOIN LATERAL (
        SELECT a.answer, a.proposal_id FROM catalogue_outside a
        WHERE a.case_id = o.case_id AND a.code = o.code ORDER BY a.recorded_at DESC LIMIT 1
    ) a ON true
    LEFT JOIN catalogue_proposals p ON p.proposal_id = a.proposal_id AND p.event = 'declined'
"""
_WAITS = "(a.answer IS NULL OR p.event IS NOT NULL)"


async def waiting(condition: str, args: Sequence[UUID], limit: int) -> list[Queued]:
    """List those in scope without an answer, the oldest first. Parameters of the scope start at $2."""
    found = await database.fetch(
        f"{_SHOWN} WHERE {condition} AND {_WAITS} ORDER BY o.recorded_at, o.case_id, o.code LIMIT $1",
        limit,
        *args,
    )
    return rows.many(Queued, found)


async def answered(condition: str, args: Sequence[UUID], limit: int) -> list[Queued]:
    """List those in scope with an answer, the newest first. Parameters of the scope start at $2."""
    found = await database.fetch(
        f"{_SHOWN} WHERE {condition} AND NOT {_WAITS} ORDER BY o.recorded_at DESC, o.case_id, o.code LIMIT $1",
        limit,
        *args,
    )
    return rows.many(Queued, found)


async def find(condition: str, args: Sequence[UUID], case_id: UUID, code: str) -> Queued | None:
    """One of those in scope, or None. Parameters of the scope start at $3."""
    found = await database.fetchrow(
        f"{_SHOWN} WHERE o.case_id = $1 AND o.code = $2 AND {condition}", case_id, code, *args
    )
    return rows.one(Queued, found)
