"""Queries of recovery codes: hashes only."""

from datetime import datetime
from uuid import UUID

from backend.core import compiled
from backend.core.compiled import Query
from backend.force.tables.officers import RecoveryCode


async def claim(officer_id: UUID, code_hash: bytes, at: datetime) -> bool:
    """Use up a code of this officer; False if it is none of theirs, or was used before."""
    return await _claim(officer_id, code_hash, at) is not None


@compiled.value(UUID)
def _claim(officer_id: UUID, code_hash: bytes, at: datetime) -> Query:
    live = (RecoveryCode.code_hash == code_hash) & RecoveryCode.used_at.is_null()
    used = RecoveryCode.update({RecoveryCode.used_at: at}).where(live)
    return used.where(RecoveryCode.officer_id == officer_id).returning(RecoveryCode.officer_id)


@compiled.exists
def is_left(officer_id: UUID, code_hash: bytes) -> Query:
    """Tell whether a code is this officer's and was not used."""
    live = (RecoveryCode.code_hash == code_hash) & RecoveryCode.used_at.is_null()
    return RecoveryCode.exists().where(live & (RecoveryCode.officer_id == officer_id))


@compiled.count
def count_left(officer_id: UUID) -> Query:
    """Count the codes that an officer has left."""
    return RecoveryCode.count().where(
        (RecoveryCode.officer_id == officer_id) & RecoveryCode.used_at.is_null()
    )


@compiled.value(datetime)
def made_at(officer_id: UUID) -> Query:
    """Return when the officer's set was made; None if there is none."""
    found = RecoveryCode.select(RecoveryCode.made_at).where(RecoveryCode.officer_id == officer_id)
    return found.limit(1)


async def insert(officer_id: UUID, hashes: list[bytes], at: datetime) -> None:
    """Insert a set."""
    await RecoveryCode.insert(
        *(RecoveryCode(code_hash=one, officer_id=officer_id, made_at=at) for one in hashes)
    )


@compiled.write
def delete_all(officer_id: UUID) -> Query:
    """Delete an officer's set."""
    return RecoveryCode.delete().where(RecoveryCode.officer_id == officer_id)
