"""Queries of officers' ranks."""

from datetime import date, datetime
from uuid import UUID

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.force.tables.officers import OfficerRank


class Rank(msgspec.Struct, frozen=True, kw_only=True):
    """A rank of an officer, held from a day on until a later one begins."""

    id: UUID
    officer_id: UUID
    code: str
    valid_from: date
    number: str
    decided_on: date


AT = """(SELECT r.code FROM officer_ranks r WHERE r.officer_id = o.id AND r.withdrawn_at IS NULL
    AND r.valid_from <= {day} ORDER BY r.valid_from DESC LIMIT 1)"""
"""SQL of the rank that the officer `o` holds on a day."""


async def insert(row: Rank) -> None:
    """Insert a rank."""
    await OfficerRank.insert(OfficerRank(**msgspec.structs.asdict(row)))


@compiled.write
def withdraw(rank_id: UUID, at: datetime) -> Query:
    """Record that a rank was entered by mistake."""
    return OfficerRank.update({OfficerRank.withdrawn_at: at}).where(OfficerRank.id == rank_id)


@compiled.many(Rank)
def list_of(officer_id: UUID) -> Query:
    """Return an officer's ranks, the newest first; the caller has checked scope on the officer."""
    found = OfficerRank.select(*rows.columns(Rank, OfficerRank))
    theirs = (OfficerRank.officer_id == officer_id) & OfficerRank.withdrawn_at.is_null()
    return found.where(theirs).order_by(OfficerRank.valid_from, ascending=False)
