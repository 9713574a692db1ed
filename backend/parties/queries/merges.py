"""Queries of merges of parties: asked for, confirmed, declined, undone."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import compiled, database, rows, scope, scoped
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.json_columns import written
from backend.core.scope import Reach
from backend.parties.tables.merging import PartyMerge, PartyPair, PartyRecordOfOther
from backend.parties.tables.parties import Subject
from schemas.parties.acts import PartyDetails
from schemas.parties.merging import PartyMergeAsked


class Merge(msgspec.Struct, frozen=True, kw_only=True):
    """A merge from its asking on. `party` is what is known of the one that stays after it, `before` what was before."""

    ask_id: UUID
    party_id: UUID
    other_id: UUID
    party: PartyDetails
    before: PartyDetails
    stays: str
    goes: str
    reason: str
    asked_by: UUID
    asked_at: datetime
    state: str
    decided_by: UUID | None
    decided_at: datetime | None
    decided_reason: str | None
    undone_by: UUID | None
    undone_at: datetime | None
    undone_reason: str | None


@compiled.one(Merge, decode=("party", "before"))
def find(ask_id: UUID) -> Query:
    """Return a merge; None if nobody asked for it. The caller has checked scope or holds the party's lock."""
    return PartyMerge.select(*rows.columns(Merge, PartyMerge)).where(PartyMerge.ask_id == ask_id)


@compiled.many(Merge, decode=("party", "before"))
def of_two(one_id: UUID, other_id: UUID) -> Query:
    """Return the merges of two parties, whichever stays, the latest first. The caller has checked scope."""
    found = PartyMerge.select(*rows.columns(Merge, PartyMerge))
    straight = (PartyMerge.party_id == one_id) & (PartyMerge.other_id == other_id)
    turned = (PartyMerge.party_id == other_id) & (PartyMerge.other_id == one_id)
    return found.where(straight | turned).order_by(PartyMerge.asked_at, ascending=False)


@compiled.many(Merge, decode=("party", "before"))
def joined_to(party_id: UUID) -> Query:
    """Return the merges by which a party stays or stayed, in force and undone. The caller has checked scope."""
    found = PartyMerge.select(*rows.columns(Merge, PartyMerge))
    state = (PartyMerge.state == "merged") | (PartyMerge.state == "undone")
    return found.where((PartyMerge.party_id == party_id) & state)


@compiled.many(Merge, decode=("party", "before"))
def asked_about(party_id: UUID) -> Query:
    """Return the merge that waits in which this party stays or goes: one at most. The caller has checked scope."""
    about = (PartyMerge.party_id == party_id) | (PartyMerge.other_id == party_id)
    found = PartyMerge.select(*rows.columns(Merge, PartyMerge))
    return found.where(about & (PartyMerge.state == "asked"))


async def asked_of_two(one_id: UUID, other_id: UUID) -> bool:
    """Tell whether a merge of these two waits, whichever stays. The caller holds the locks of both."""
    return any(one.state == "asked" for one in await of_two(one_id, other_id))


async def lapse(ask_id: UUID, at: datetime) -> None:
    """Write that a merge can be confirmed no longer."""
    told: dict[Any, Any] = {PartyMerge.state: "lapsed", PartyMerge.decided_at: at}
    await PartyMerge.update(told).where(PartyMerge.ask_id == ask_id)


@compiled.exists
def open_about(party_id: UUID) -> Query:
    """Tell whether a merge is asked for in which this party stays or goes."""
    about = (PartyMerge.party_id == party_id) | (PartyMerge.other_id == party_id)
    return PartyMerge.exists().where(about & (PartyMerge.state == "asked"))


async def ask(
    ask_id: UUID,
    party_id: UUID,
    said: PartyMergeAsked,
    before: PartyDetails,
    officer_id: UUID,
    at: datetime,
) -> None:
    """Write what was asked for."""
    await PartyMerge.insert(
        PartyMerge(
            ask_id=ask_id,
            party_id=party_id,
            other_id=said.other_id,
            party=written(said.party),
            before=written(before),
            stays=said.stays,
            goes=said.goes,
            reason=said.reason,
            asked_by=officer_id,
            asked_at=at,
            state="asked",
        )
    )


async def decide(
    ask_id: UUID, state: str, officer_id: UUID, at: datetime, reason: str | None
) -> None:
    """Write the second person's word."""
    said: dict[Any, Any] = {
        PartyMerge.state: state,
        PartyMerge.decided_by: officer_id,
        PartyMerge.decided_at: at,
        PartyMerge.decided_reason: reason,
    }
    await PartyMerge.update(said).where(PartyMerge.ask_id == ask_id)


async def undo(ask_id: UUID, officer_id: UUID, at: datetime, reason: str) -> None:
    """Write that they are two again."""
    said: dict[Any, Any] = {
        PartyMerge.state: "undone",
        PartyMerge.undone_by: officer_id,
        PartyMerge.undone_at: at,
        PartyMerge.undone_reason: reason,
    }
    await PartyMerge.update(said).where(PartyMerge.ask_id == ask_id)


async def join(party_id: UUID, into: UUID | None) -> None:
    """Write that a party is one with another, or stands alone again and waits to be compared."""
    changed: dict[Any, Any] = {Subject.merged_into: into, Subject.compared_at: None}
    await Subject.update(changed).where(Subject.id == party_id)


async def set_pair(one_id: UUID, other_id: UUID, state: str) -> None:
    """Write how a pair stands, if there is one."""
    low, high = sorted((one_id, other_id))
    pair = (PartyPair.one_id == low) & (PartyPair.other_id == high)
    told: dict[Any, Any] = {
        PartyPair.state: state,
        PartyPair.apart_by: None,
        PartyPair.apart_at: None,
        PartyPair.apart_reason: None,
    }
    await PartyPair.update(told).where(pair)


async def forget_open_pairs(party_id: UUID) -> None:
    """Delete what was proposed about a party that stands alone no longer."""
    about = (PartyPair.one_id == party_id) | (PartyPair.other_id == party_id)
    await PartyPair.delete().where(about & (PartyPair.state == "open"))


async def give(record_ids: Sequence[UUID], party_id: UUID) -> None:
    """Write whose the records are that were recorded under a party while it was two."""
    for record_id in record_ids:
        row = PartyRecordOfOther(record_id=record_id, party_id=party_id)
        await PartyRecordOfOther.insert(row).on_conflict(
            target=PartyRecordOfOther.record_id,
            action="DO UPDATE",
            values=[PartyRecordOfOther.party_id],
        )


async def lock_in_order(party_ids: Sequence[UUID]) -> None:
    """Lock parties in the order of their ids, so that merges that cross wait for each other and never block.

    By hand: Piccolo locks rows in the order in which it finds them.
    """
    await database.fetch(
        "SELECT id FROM subjects WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE",
        list(party_ids),
    )


async def together(party_id: UUID) -> list[UUID]:
    """Return the party with all that were merged into it, itself first. The caller has checked scope.

    By hand: Piccolo has no recursive query.
    """
    found = await database.fetch(
        """
        WITH RECURSIVE one AS (
            SELECT $1::uuid AS id, 0 AS step
            UNION SELECT s.id, one.step + 1 FROM subjects s JOIN one ON s.merged_into = one.id
        )
        SELECT id FROM one ORDER BY step, id
        """,
        party_id,
    )
    return [row["id"] for row in found]


async def chain(party_id: UUID) -> list[UUID]:
    """Return a party and those that it was merged into, the one that stands alone last. The caller has checked scope.

    By hand: Piccolo has no recursive query.
    """
    found = await database.fetch(
        """
        WITH RECURSIVE up AS (
            SELECT id, merged_into, 0 AS step FROM subjects WHERE id = $1
            UNION SELECT s.id, s.merged_into, up.step + 1 FROM subjects s JOIN up ON s.id = up.merged_into
        )
        SELECT id FROM up ORDER BY step
        """,
        party_id,
    )
    return [row["id"] for row in found]


class KnownAs(msgspec.Struct, frozen=True, kw_only=True):
    """One of the parties that are one: its name, its address and its numbers by kind, without spaces."""

    id: UUID
    name: str
    address: str
    kinds: list[str]
    values: list[str]


async def known_as(
    party_id: UUID | None, numbers: Sequence[str], name: str | None, address: str | None
) -> list[KnownAs]:
    """Return the entries that a merge made one with this entry, with these numbers, or with this name and address.

    Nothing for parties that were never merged. It reads the whole force: the caller only searches by it.

    By hand: Piccolo has no recursive query. `UNION` ends a circle, which no merge makes.
    """
    found = await database.fetch(
        """
        WITH RECURSIVE up AS (
            SELECT s.id, s.merged_into FROM subjects s
            WHERE s.id IN (
                SELECT $1::uuid UNION SELECT i.party_id FROM party_identifiers i WHERE i.value = ANY ($2::text[])
                UNION SELECT n.id FROM subjects n
                    WHERE fold(n.name) = fold($3::text) AND fold(n.address) = fold($4::text))
            UNION SELECT s.id, s.merged_into FROM subjects s JOIN up ON s.id = up.merged_into
        ), one AS (
            SELECT id FROM up UNION SELECT s.id FROM subjects s JOIN one ON s.merged_into = one.id
        )
        SELECT s.id, s.name, s.address, ARRAY(SELECT i.kind FROM party_identifiers i WHERE i.party_id = s.id
                ORDER BY i.kind, i.value) AS kinds,
            ARRAY(SELECT i.value FROM party_identifiers i WHERE i.party_id = s.id ORDER BY i.kind, i.value) AS values
        FROM one JOIN subjects s USING (id)
        WHERE s.merged_into IS NOT NULL OR EXISTS (SELECT FROM subjects m WHERE m.merged_into = s.id) ORDER BY s.id
        """,
        party_id,
        list(numbers),
        name,
        address,
    )
    return rows.many(KnownAs, found)


async def stands_for(actor: Actor, party_id: UUID) -> UUID | None:
    """Return the party in scope that a merged one is now; itself if it stands alone, None out of scope.

    By hand: Piccolo has no recursive query.
    """
    condition, args = scope.sql(scope.directory(actor), "s", 2)
    found: UUID | None = await database.fetchval(
        f"""
        WITH RECURSIVE one AS (
            SELECT id, merged_into FROM subjects WHERE id = $1
            UNION SELECT s.id, s.merged_into FROM subjects s JOIN one ON s.id = one.merged_into
        )
        SELECT s.id FROM one JOIN subjects s ON s.id = one.id WHERE one.merged_into IS NULL AND {condition}
        """,
        party_id,
        *args,
    )
    return found


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A party of a pair as a list names it."""

    id: UUID
    name: str
    address: str


@compiled.many(Seen)
def both(ids: list[UUID]) -> Query:
    """Return parties by their names. The caller has checked scope."""
    return Subject.select(*rows.columns(Seen, Subject)).where(rows.any_of(Subject.id, ids))


@compiled.many(Seen)
def named(ids: list[UUID], seen: Reach) -> Query:
    """Return those of the parties that are in scope."""
    found = Subject.select(*rows.columns(Seen, Subject)).where(rows.any_of(Subject.id, ids))
    return found.where(scoped.where(seen, Subject))
