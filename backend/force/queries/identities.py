"""Queries of officers' sealed identity numbers."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, rows
from backend.core.compiled import Query
from backend.force.tables.identities import OfficerIdentity


class Sealed(msgspec.Struct, frozen=True, kw_only=True):
    """An officer's number as it is kept."""

    officer_id: UUID
    sealed: bytes
    entered_at: datetime


async def of(officer_ids: Sequence[UUID]) -> list[Sealed]:
    """Return the sealed numbers of these officers; nothing for those who entered none."""
    if not officer_ids:
        return []
    found = OfficerIdentity.select(*rows.columns(Sealed, OfficerIdentity))
    return rows.many(Sealed, await found.where(OfficerIdentity.officer_id.is_in(list(officer_ids))))


async def keep(officer_id: UUID, sealed: bytes, at: datetime) -> None:
    """Keep an officer's number instead of the one before."""
    entry = OfficerIdentity(officer_id=officer_id, sealed=sealed, entered_at=at)
    await OfficerIdentity.insert(entry).on_conflict(
        target=OfficerIdentity.officer_id,
        action="DO UPDATE",
        values=[OfficerIdentity.sealed, OfficerIdentity.entered_at],
    )


@compiled.write
def forget(officer_id: UUID) -> Query:
    """Delete an officer's number."""
    return OfficerIdentity.delete().where(OfficerIdentity.officer_id == officer_id)
