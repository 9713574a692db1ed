"""Queries of what is sealed beside informations. Who reads a row has been asked by backend/intake/secrecy."""

from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows
from backend.core.compiled import Query
from backend.intake.tables.secrets import InformationSecret


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A sealed secret with its ciphertext."""

    id: UUID
    information_id: UUID
    kind: str
    sealed: bytes
    recipient: str
    matches: list[str]
    media_type: str | None


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A sealed secret without its ciphertext."""

    id: UUID
    kind: str
    media_type: str | None
    matches: list[str]
    sealed_at: datetime


class Sealing(msgspec.Struct, frozen=True, kw_only=True):
    """A secret to be written."""

    id: UUID
    kind: str
    sealed: bytes
    recipient: str
    matches: tuple[str, ...]
    media_type: str | None


async def insert(information_id: UUID, secrets: list[Sealing], sealed_by: UUID) -> None:
    """Insert sealed secrets of an information."""
    for one in secrets:
        await InformationSecret.insert(
            InformationSecret(
                id=one.id,
                information_id=information_id,
                kind=one.kind,
                sealed=one.sealed,
                recipient=one.recipient,
                matches=list(one.matches),
                media_type=one.media_type,
                sealed_by=sealed_by,
            )
        )


@compiled.one(Kept)
def find(secret_id: UUID, information_id: UUID) -> Query:
    """Return a secret of an information, or None."""
    query = InformationSecret.select(*rows.columns(Kept, InformationSecret))
    found = query.where(InformationSecret.id == secret_id)
    return found.where(InformationSecret.information_id == information_id)


@compiled.many(Kept)
def of_kind(information_id: UUID, kind: str) -> Query:
    """List the secrets of one kind, oldest first."""
    query = InformationSecret.select(*rows.columns(Kept, InformationSecret))
    found = query.where(InformationSecret.information_id == information_id)
    return found.where(InformationSecret.kind == kind).order_by(InformationSecret.id)


@compiled.many(Listed)
def of(information_id: UUID) -> Query:
    """List the secrets of an information without their ciphertexts, oldest first."""
    query = InformationSecret.select(*rows.columns(Listed, InformationSecret))
    found = query.where(InformationSecret.information_id == information_id)
    return found.order_by(InformationSecret.id)


async def looked_lately(
    officer_id: UUID, action: str, information_id: UUID, since: datetime
) -> bool:
    """Tell whether the officer had a look of this kind on the access log since then."""
    found: bool = await database.fetchval(
        """
        SELECT EXISTS (SELECT FROM access_log
            WHERE record_id = $3 AND officer_id = $1 AND action = $2 AND at > $4)
        """,
        officer_id,
        action,
        information_id,
        since,
    )
    return found
