"""Queries of pairs of parties that may be one: candidates by indexes, what was found, and the list.

By hand where trigrams, unions or row comparison are needed: Piccolo has none of them.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import clock, compiled, database, rows, scope
from backend.core.actors import Actor
from backend.core.compiled import Query
from backend.core.json_columns import decoded, written
from backend.parties.rules import details as detail_rules
from backend.parties.rules import likeness
from backend.parties.rules.facts import Row
from backend.parties.rules.likeness import Reason
from backend.parties.tables.merging import PartyPair
from backend.parties.tables.parties import Subject
from schemas.parties.acts import PartyDetails

EACH = 60
"""Candidates by one key. More than so many parties with one phone or address are an office building, not one party."""


class Comparable(Row, frozen=True, kw_only=True):
    """What of a row is compared."""

    id: UUID
    unit_1: UUID
    unit_2: UUID | None
    latitude_e7: int | None
    longitude_e7: int | None
    details: PartyDetails | None

    @property
    def known(self) -> PartyDetails:
        """What is known of it; of a party without acts, what its row says."""
        return self.details or detail_rules.of_row(self, clock.today())

    @property
    def point(self) -> tuple[int, int] | None:
        """Where it is on the map."""
        if self.latitude_e7 is None or self.longitude_e7 is None:
            return None
        return self.latitude_e7, self.longitude_e7


_SAME_UNIT = "s.unit_2 IS NOT DISTINCT FROM p.unit_2"
_COLUMNS = rows.named(Comparable, "s")


async def take(limit: int) -> list[Comparable]:
    """Lock and return parties that wait to be compared, skipping those that another worker has."""
    found = await database.fetch(
        f"""
        SELECT {_COLUMNS} FROM subjects s WHERE s.compared_at IS NULL AND s.merged_into IS NULL
        ORDER BY s.id LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED
        """,
        limit,
    )
    return rows.many(Comparable, decoded(found, "details"))


async def take_again(since: datetime, limit: int) -> list[Comparable]:
    """Lock and return parties that were compared before the present sums, skipping those that another worker has."""
    found = await database.fetch(
        f"""
        SELECT {_COLUMNS} FROM subjects s WHERE s.compared_at < $1 AND s.merged_into IS NULL
        ORDER BY s.compared_at, s.id LIMIT $2 FOR NO KEY UPDATE SKIP LOCKED
        """,
        since,
        limit,
    )
    return rows.many(Comparable, decoded(found, "details"))


async def candidates(party: Comparable) -> list[Comparable]:
    """Return the parties that share a key with this one, or have a name like its in its commune: some hundred.

    Without a commune they are looked for in the department. A name that is only alike proposes nobody by itself.
    """
    # By its operator PostgreSQL would ask the index of trigrams even of a commune, which takes longer.
    nearby = (
        f"s.commune_code = p.commune_code AND similarity(s.name_key, p.name_key) >= {likeness.LEAST_NAME}"
        if party.commune_code
        else f"s.name_key % p.name_key AND {_SAME_UNIT}"
    )
    found = await database.fetch(
        f"""
        WITH p AS (SELECT unit_2, name_key, address_key, phone_key, commune_code FROM subjects WHERE id = $1), near AS (
            (SELECT i.party_id AS id FROM party_identifiers mine JOIN party_identifiers i ON i.value = mine.value
             WHERE mine.party_id = $1 LIMIT {EACH})
            UNION (SELECT s.id FROM p JOIN subjects s ON s.phone_key = p.phone_key LIMIT {EACH})
            UNION (SELECT s.id FROM p JOIN subjects s ON s.address_key = p.address_key LIMIT {EACH})
            UNION (SELECT s.id FROM p JOIN subjects s ON s.name_key = p.name_key AND {_SAME_UNIT} LIMIT {EACH})
            UNION (SELECT s.id FROM p JOIN subjects s ON {nearby} LIMIT {EACH})
        )
        SELECT {_COLUMNS} FROM near JOIN subjects s USING (id) WHERE s.id <> $1 AND s.merged_into IS NULL
        """,
        party.id,
    )
    return rows.many(Comparable, decoded(found, "details"))


async def alike_from(share: float) -> None:
    """Let `%` mean, in this transaction, at least this share of common trigrams."""
    await database.execute(
        "SELECT set_config('pg_trgm.similarity_threshold', $1, true)", str(share)
    )


async def compared(party_ids: Sequence[UUID], at: datetime) -> None:
    """Write that parties were compared."""
    done: dict[Any, Any] = {Subject.compared_at: at}
    await Subject.update(done).where(rows.any_of(Subject.id, party_ids))


async def hold(party_ids: Sequence[UUID]) -> None:
    """Lock all pairs about these parties until the transaction ends, in the order of their keys.

    The worker that compares writes pairs of many parties in one transaction, a merge those of two. Both hold their
    parties first and take all pairs in one order, so that they wait for each other and never in a circle.

    By hand: Piccolo locks rows in the order in which it finds them.
    """
    await database.fetch(
        """
        SELECT FROM party_pairs WHERE one_id = ANY ($1::uuid[]) OR other_id = ANY ($1::uuid[])
        ORDER BY one_id, other_id FOR UPDATE
        """,
        list(party_ids),
    )


async def replace_open(
    party_id: UUID,
    pairs: Sequence[tuple[Comparable, Comparable, int, Sequence[Reason]]],
    at: datetime,
) -> bool:
    """Write what is proposed about a party instead of what was. What people decided about a pair stays.

    Another party is held while the pair is written, so that no merge of it is confirmed unseen meanwhile. It is not
    waited for: who merges takes both in the order of their ids, and this one is held already. Returns whether
    everything was written; if not, the party has to be compared again.
    """
    whole = True
    about = (PartyPair.one_id == party_id) | (PartyPair.other_id == party_id)
    await PartyPair.delete().where(about & (PartyPair.state == "open"))
    for first, second, weight, reasons in pairs:
        one, other = sorted((first, second), key=lambda party: party.id)
        written_one = await database.fetchval(
            """
            WITH held AS (SELECT FROM subjects WHERE id = $8 AND merged_into IS NULL FOR SHARE SKIP LOCKED)
            INSERT INTO party_pairs (one_id, other_id, unit_1, unit_2, weight, reasons, found_at)
            SELECT $1, $2, $3, $4, $5, $6, $7 FROM held
            ON CONFLICT (one_id, other_id) DO UPDATE
                SET weight = excluded.weight, reasons = excluded.reasons, found_at = excluded.found_at
            RETURNING true
            """,
            one.id,
            other.id,
            one.unit_1,
            one.unit_2 if one.unit_2 == other.unit_2 else None,
            weight,
            written(list(reasons)),
            at,
            second.id,
        )
        whole = whole and bool(written_one)
    return whole


async def tell_apart(
    one_id: UUID,
    other_id: UUID,
    path: tuple[UUID, UUID | None],
    officer_id: UUID,
    at: datetime,
    why: str,
) -> None:
    """Write that two parties are two, whether or not they were proposed."""
    one, other = sorted((one_id, other_id))
    await database.execute(
        """
        INSERT INTO party_pairs
            (one_id, other_id, unit_1, unit_2, weight, reasons, state, found_at, apart_by, apart_at, apart_reason)
        VALUES ($1, $2, $3, $4, 0, '[]', 'apart', $5, $6, $5, $7)
        ON CONFLICT (one_id, other_id) DO UPDATE SET state = excluded.state, apart_by = excluded.apart_by,
            apart_at = excluded.apart_at, apart_reason = excluded.apart_reason
        """,
        one,
        other,
        *path,
        at,
        officer_id,
        why,
    )


class Pair(msgspec.Struct, frozen=True, kw_only=True):
    """A pair as the list shows it."""

    one_id: UUID
    other_id: UUID
    weight: int
    reasons: list[Reason]
    state: str
    apart_at: datetime | None
    apart_reason: str | None


class ListedPair(Pair, frozen=True, kw_only=True):
    """A pair with the names of both."""

    one_name: str
    one_address: str
    other_name: str
    other_address: str


async def page(
    actor: Actor, state: str, after: tuple[int, UUID, UUID] | None, limit: int
) -> list[ListedPair]:
    """Return pairs of the reader's department, the likeliest first; `after` is the last one of the page before."""
    condition, seen = scope.sql(scope.directory(actor), "q", 3)
    args: list[Any] = [*seen]
    further = ""
    if after is not None:
        base = 2 + len(args)
        further = f"AND (-q.weight, q.one_id, q.other_id) > (-${base + 1}::smallint, ${base + 2}, ${base + 3})"
        args = [*args, *after]
    found = await database.fetch(
        f"""
        SELECT {rows.named(Pair, "q")}, a.name AS one_name, a.address AS one_address, b.name AS other_name,
            b.address AS other_address
        FROM party_pairs q JOIN subjects a ON a.id = q.one_id JOIN subjects b ON b.id = q.other_id
        WHERE {condition} AND q.state = $1 {further}
        ORDER BY q.weight DESC, q.one_id, q.other_id LIMIT $2
        """,
        state,
        limit,
        *args,
    )
    return rows.many(ListedPair, decoded(found, "reasons"))


async def count(actor: Actor, state: str, most: int) -> int:
    """Count the pairs of the list, up to `most`."""
    condition, args = scope.sql(scope.directory(actor), "q", 3)
    found: int = await database.fetchval(
        f"SELECT count(*) FROM (SELECT 1 FROM party_pairs q WHERE {condition} AND q.state = $1 LIMIT $2) c",
        state,
        most,
        *args,
    )
    return found


@compiled.one(Pair, decode=("reasons",))
def find(one_id: UUID, other_id: UUID) -> Query:
    """Return the pair of two parties in the order of their ids. The caller has checked scope."""
    found = PartyPair.select(*rows.columns(Pair, PartyPair)).where(PartyPair.one_id == one_id)
    return found.where(PartyPair.other_id == other_id)


@compiled.one(Comparable, decode=("details",))
def comparable(party_id: UUID) -> Query:
    """Return what of a party is compared. The caller has checked scope."""
    return Subject.select(*rows.columns(Comparable, Subject)).where(Subject.id == party_id)
