"""What is known of words before records are looked at: where each stands newest, how many have it, and which few."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.core import database, rows
from backend.insight.queries.search_sources import SOURCES
from backend.insight.rules.search.asking import MOST_MEANT, Term
from schemas.insight.search import Sought

FEW = 100
"""Records of a kind that are looked at one by one, wherever in the nation they are."""


class Stands(msgspec.Struct, frozen=True, kw_only=True):
    """Which words of records a term stands for, and until when."""

    words: list[str]
    """None: no record has it. More than MOST_MEANT: a beginning of too many to tell them all."""
    day: date | None
    """The newest day on which a record began that has one of them; None for words of more than are told."""


async def where(asked: Sequence[tuple[Sought, Sequence[Term]]]) -> list[dict[Term, Stands]]:
    """Return for each kind in which words each term stands, and how new; all kinds in one statement."""
    terms = [(number, kind, one) for number, (kind, of) in enumerate(asked) for one in of]
    if not terms:
        return [{} for _ in asked]
    found = await database.fetch(
        """
        SELECT f.words, CASE WHEN cardinality(f.words) <= $5 THEN f.day END AS day
        FROM unnest($1::text[], $2::text[], $3::boolean[]) WITH ORDINALITY AS t (kind, word, unfinished, place),
        LATERAL (
            SELECT coalesce(array_agg(n.word), '{}') AS words, max(n.day) AS day FROM (
                SELECT n.word, n.day FROM search_newest n
                WHERE n.kind = t.kind AND n.word >= t.word
                    AND n.word < CASE WHEN t.unfinished THEN t.word || chr(1114111) ELSE t.word || chr(1) END
                LIMIT $4
            ) n
        ) f
        ORDER BY t.place
        """,
        [kind for _, kind, _ in terms],
        [one.word for _, _, one in terms],
        [one.unfinished for _, _, one in terms],
        MOST_MEANT + 1,
        MOST_MEANT,
    )
    stands: list[dict[Term, Stands]] = [{} for _ in asked]
    for (number, _, term), row in zip(terms, rows.many(Stands, found), strict=True):
        stands[number][term] = row
    return stands


class HowMany(msgspec.Struct, frozen=True, kw_only=True):
    """A question how many records of a kind have the rarest of these words and tags."""

    kind: Sought
    lexemes: tuple[str, ...]


async def how_many(asked: Sequence[HowMany]) -> list[float]:
    """Return for each about how many records have the rarest of its lexemes, as PostgreSQL counted them in a sample.

    A lexeme that the sample's list of the most common ones lacks is rarer than all of these. Of a table that was never
    looked at, which is small, none are known: 0.
    """
    pairs = [
        (number, one.kind, lexeme) for number, one in enumerate(asked) for lexeme in one.lexemes
    ]
    found = await database.fetch(
        """
        WITH lists AS MATERIALIZED (
            SELECT s.tablename, s.most_common_elems::text::text[] AS elems, s.most_common_elem_freqs AS shares,
                greatest(c.reltuples, 0) AS records
            FROM pg_stats s JOIN pg_class c ON c.oid = s.tablename::text::regclass
            WHERE s.schemaname = 'public' AND s.tablename = ANY($2::text[]) AND s.attname = 'words'
        )
        SELECT t.number, min(l.records * coalesce(
            l.shares[array_position(l.elems, t.lexeme)], l.shares[cardinality(l.elems) + 1])) AS records
        FROM unnest($1::integer[], $2::text[], $3::text[]) AS t (number, of, lexeme)
        LEFT JOIN lists l ON l.tablename = t.of
        GROUP BY t.number
        """,
        [number for number, _, _ in pairs],
        [SOURCES[kind].words for _, kind, _ in pairs],
        [lexeme for _, _, lexeme in pairs],
    )
    known = {row["number"]: float(row["records"] or 0) for row in found}
    return [known.get(number, 0.0) for number in range(len(asked))]


async def few(asked: Sequence[tuple[Sought, str]]) -> list[tuple[UUID, ...] | None]:
    """Return the records of each kind that match what the index is asked for, whosever they are; None if more than FEW.

    All kinds are one statement, which is planned in a small part of the time of one that has their scopes and rows: so
    kinds without any such record cost little. The scope is looked at as the rows are read (Way.GIVEN).
    """
    found = await database.fetch(
        " UNION ALL ".join(
            f"(SELECT {at} AS number, w.id FROM {SOURCES[kind].words} w WHERE w.words @@ ${at + 2}::tsquery LIMIT $1)"
            for at, (kind, _) in enumerate(asked)
        ),
        FEW + 1,
        *(drivers for _, drivers in asked),
    )
    ids: list[list[UUID]] = [[] for _ in asked]
    for row in found:
        ids[row["number"]].append(row["id"])
    return [tuple(one) if len(one) <= FEW else None for one in ids]
