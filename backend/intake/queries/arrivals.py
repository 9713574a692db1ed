"""Queries of what officers register by phone: the record, and the photographs that are still coming."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.scope import Reach
from backend.intake.tables.arrivals import InformationArrival, InformationArrivalPiece
from backend.intake.tables.informations import InformationRecord
from schemas.casework.words import InformationSource
from schemas.intake.words import Channel, InformationState, Nature


class Registered(msgspec.Struct, frozen=True, kw_only=True):
    """An information with this id, and who registered it."""

    number: str
    registered_by: UUID
    registered_at: datetime
    received_at: datetime
    source: InformationSource
    channel: Channel


class Arrival(msgspec.Struct, frozen=True, kw_only=True):
    """A photograph that was announced."""

    id: UUID
    information_id: UUID
    key_id: str
    sha256: str
    size: int
    taken_at: datetime | None


class Own(msgspec.Struct, frozen=True, kw_only=True):
    """An information in sight that the officer registered by phone."""

    id: UUID
    number: str
    nature: Nature
    source: InformationSource
    state: InformationState
    received_at: datetime
    registered_at: datetime
    summary: str


async def lock_id(information_id: UUID) -> None:
    """Let others who register under this id wait. In the caller's transaction."""
    await database.execute(
        "SELECT pg_advisory_xact_lock(hashtextextended('information ' || $1::text, 0))",
        str(information_id),
    )


@compiled.one(Registered)
def registered(information_id: UUID) -> Query:
    """Return who registered an information under this id, None if nobody did. The caller compares the officer."""
    query = InformationRecord.select(*rows.columns(Registered, InformationRecord))
    return query.where(InformationRecord.id == information_id)


@compiled.values(UUID)
def registered_among(information_ids: list[UUID], officer_id: UUID) -> Query:
    """Return those of these ids under which this officer registered an information by phone."""
    query = InformationRecord.select(InformationRecord.id)
    mine = query.where(InformationRecord.registered_by == officer_id)
    by_phone = mine.where(InformationRecord.channel == Channel.APP.value)
    return by_phone.where(rows.any_of(InformationRecord.id, information_ids))


async def announce(
    information_id: UUID, officer_id: UUID, announced: Sequence[tuple[UUID, str, str, int]]
) -> bool:
    """Insert photographs that will come, each as (id, key, SHA-256, size); False if one of these ids is in use."""
    if not announced:
        return True
    ids, keys, hashes, sizes = zip(*announced, strict=True)
    tag = await database.execute(
        "INSERT INTO information_arrivals (id, information_id, officer_id, key_id, sha256, size)"
        " SELECT id, $1, $2, key_id, sha256, size"
        " FROM unnest($3::uuid[], $4::text[], $5::text[], $6::int[]) AS one (id, key_id, sha256, size)"
        " ON CONFLICT (id) DO NOTHING",
        information_id,
        officer_id,
        list(ids),
        list(keys),
        list(hashes),
        list(sizes),
    )
    return int(tag.split()[-1]) == len(announced)


@compiled.many(Arrival)
def arrivals_of(information_id: UUID, officer_id: UUID) -> Query:
    """List what this officer announced of an information, in the order of the ids."""
    query = InformationArrival.select(*rows.columns(Arrival, InformationArrival))
    found = query.where(InformationArrival.information_id == information_id)
    return found.where(InformationArrival.officer_id == officer_id).order_by(InformationArrival.id)


@compiled.one(Arrival)
def lock(arrival_id: UUID, information_id: UUID, officer_id: UUID) -> Query:
    """Lock a photograph that this officer announced, None if there is none."""
    query = InformationArrival.select(*rows.columns(Arrival, InformationArrival))
    found = query.where(InformationArrival.id == arrival_id)
    mine = found.where(InformationArrival.information_id == information_id)
    return mine.where(InformationArrival.officer_id == officer_id).lock_rows("UPDATE")


async def coming(secret_ids: Sequence[UUID], information_id: UUID, officer_id: UUID) -> bool:
    """Tell whether all of these secrets are photographs that the officer announced and that are still coming."""
    found: int = await database.fetchval(
        "SELECT count(*) FROM information_arrivals"
        " WHERE id = ANY ($1) AND information_id = $2 AND officer_id = $3 AND taken_at IS NULL",
        list(secret_ids),
        information_id,
        officer_id,
    )
    return bool(secret_ids) and found == len(set(secret_ids))


@compiled.values(int)
def pieces_of(arrival_id: UUID) -> Query:
    """Return the numbers of the pieces that are here, in order."""
    query = InformationArrivalPiece.select(InformationArrivalPiece.n)
    found = query.where(InformationArrivalPiece.arrival_id == arrival_id)
    return found.order_by(InformationArrivalPiece.n)


async def put_piece(arrival_id: UUID, n: int, data: bytes) -> None:
    """Keep a piece; one that is here already stays as it is."""
    await database.execute(
        "INSERT INTO information_arrival_pieces (arrival_id, n, sealed) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        arrival_id,
        n,
        data,
    )


@compiled.values(bytes)
def bytes_of(arrival_id: UUID) -> Query:
    """Return the pieces' bytes in order."""
    query = InformationArrivalPiece.select(InformationArrivalPiece.sealed)
    found = query.where(InformationArrivalPiece.arrival_id == arrival_id)
    return found.order_by(InformationArrivalPiece.n)


@compiled.changed
def drop_pieces(arrival_id: UUID) -> Query:
    """Delete the pieces of a photograph that is sealed beside its information, or that did not come whole."""
    return InformationArrivalPiece.delete().where(InformationArrivalPiece.arrival_id == arrival_id)


@compiled.write
def taken(arrival_id: UUID, at: datetime) -> Query:
    """Note that a photograph is sealed beside its information."""
    return InformationArrival.update({InformationArrival.taken_at: at}).where(
        InformationArrival.id == arrival_id
    )


@compiled.many(Own)
def _own(officer_id: UUID, since: datetime, seen: Reach) -> Query:
    query = InformationRecord.select(*rows.columns(Own, InformationRecord))
    mine = query.where(InformationRecord.registered_by == officer_id)
    found = mine.where(InformationRecord.channel == Channel.APP.value)
    late = found.where(InformationRecord.registered_at > since)
    return late.where(scoped.where(seen, InformationRecord)).order_by(
        InformationRecord.registered_at, ascending=False
    )


async def own(actor: Actor, since: datetime) -> list[Own]:
    """List what the actor registered by phone since then and still sees, the newest first."""
    return await _own(actor.officer_id, since, scope.informations(actor))
