"""Queries of the search: each statement carries the one scope filter, on the slim row.

Common words are found by a walk: of the newest rows of a unit, by the index that lists have, those whose words match;
it ends after WALKED rows. What it leaves short is asked of the index of words (GIN), which has the unit, officer and
state as tags, so that it meets words and scope before a row is read; of at most CANDIDATES rows the newest are chosen,
or, if more match, of a quarter after the other. PostgreSQL alone would choose one of the two ways by a guess, and each
is a hundred times slower than the other where it does not fit. The scope's parts (a unit; what names the officer) are
asked apart: an OR over both would read all rows.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, filter_queries, rows, scope
from backend.core.scope import Reach
from backend.insight.queries.search_sources import SOURCES, Source
from backend.insight.rules.search import indexing
from backend.insight.rules.search.asking import Question
from backend.insight.rules.search.indexing import Said
from schemas.insight.search import MOST_COUNTED, Sought

WALKED = 400
"""Rows of a walk. If some match, but too few, up to ten times as many are looked through."""
WALK_ON = 0.01
"""From this share of matching rows on."""
TYPED = 501
"""Rows of the index's answer that are looked at as one types. If more match, the newest months are asked alone."""
COUNT_WALKED = 0.3
"""From this share of matching rows on they are counted by a walk."""
CANDIDATES = MOST_COUNTED + 1
ALL_WALKED = 500_000
"""Rows that are looked at at worst: all that the nation has in a quarter."""

After = tuple[datetime, UUID] | tuple[UUID]


class Filters(filter_queries.Filters, frozen=True, kw_only=True):
    """What hits are narrowed to, beside words."""

    officers: tuple[UUID, ...] = ()
    """Any of whom works on it."""
    behaviours: tuple[str, ...] = ()
    """Codes of the catalogue, any of which it names."""
    party_id: UUID | None = None
    """A party of the register, whose it is."""
    value_from: int | None = None
    value_to: int | None = None


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A hit as it is stored."""

    id: UUID
    ordered_at: datetime | None
    number: str | None
    name: str | None
    place: str | None
    state: str | None
    form: str | None
    at: datetime | None
    unit_vi: str | None
    unit_en: str | None
    said: list[Said]


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """Hits in one part of a reader's scope."""

    rows: list[Row]
    count: int
    """Of the rows that were looked at: all, if `whole`."""
    whole: bool
    """Nothing was left out that may match."""
    share: float = 0.0
    """Of the rows of a walk, those that match."""


class _Statement:
    """SQL of one kind under construction, with its parameters."""

    def __init__(self, kind: Sought, filters: Filters, reach: Reach, without: Reach | None) -> None:
        self.source: Source = SOURCES[kind]
        self.filters = filters
        self.reach = reach
        self.without = without
        self.args: list[Any] = []

    def value(self, value: Any) -> str:
        """Return the placeholder of a value."""
        self.args.append(value)
        return f"${len(self.args)}"

    def scoped(self) -> str:
        """Return the condition that the reader may see the row, and that an earlier part has not shown it."""
        seen, args = scope.sql(self.reach, self.source.seen, len(self.args) + 1)
        self.args += args
        if self.without is None:
            return seen
        shown, args = scope.sql(self.without, self.source.seen, len(self.args) + 1)
        self.args += args
        return f"{seen} AND NOT {scope.as_value(shown)}"

    def narrowed(self) -> str:
        """Return what an index of the row itself answers in the order of the list: unit and days."""
        found = [self.source.only]
        unit = self.filters.unit_level and (self.filters.unit_level, self.filters.unit_id)
        unit = unit or self.reach.unit
        if unit:
            found.append(f"r.unit_{unit[0]} = {self.value(unit[1])}")
        if self.source.at is not None:
            found += filter_queries.in_days(self.filters, f"r.{self.source.at}", self.value)
        return " AND ".join(found)

    def filtered(self) -> str:
        """Return the conditions of all filters, on the row itself: tags may lag, rows do not."""
        asked, source = self.filters, self.source
        found = [source.only, *filter_queries.in_unit(asked, "r", self.value)]
        if source.at is not None:
            found += filter_queries.in_days(asked, f"r.{source.at}", self.value)
        if asked.states:
            found.append(f"r.state = ANY({self.value(list(asked.states))}::text[])")
        if asked.officers and source.officers is not None:
            theirs = f"{self.value(list(asked.officers))}::uuid[]"
            found.append(source.officers.format(officers=theirs))
        if asked.behaviours and source.behaviours is not None:
            found.append(f"r.{source.behaviours} ?| {self.value(list(asked.behaviours))}::text[]")
        if asked.party_id is not None and source.party is not None:
            found.append(f"r.{source.party} = {self.value(asked.party_id)}")
        if asked.value_from is not None and source.value is not None:
            found.append(f"r.{source.value} >= {self.value(asked.value_from)}")
        if asked.value_to is not None and source.value is not None:
            found.append(f"r.{source.value} <= {self.value(asked.value_to)}")
        return " AND ".join(found)

    def behind(self, after: After | None) -> str:
        """Return the condition that a row comes behind the last one of the page before."""
        if after is None:
            return "true"
        if self.source.at is None:
            return f"r.id < {self.value(after[-1])}"
        at, ident = self.value(after[0]), self.value(after[-1])
        return f"(r.{self.source.at}, r.id) < ({at}::timestamptz, {ident}::uuid)"

    @property
    def order(self) -> str:
        """The order of a list, newest first."""
        return f"r.{self.source.at} DESC, r.id DESC" if self.source.at else "r.id DESC"

    @property
    def ordered_at(self) -> str:
        """The value by which it is ordered."""
        return f"r.{self.source.at}" if self.source.at else "NULL::timestamptz"

    def rank(self, question: Question, *, ranked: bool) -> str:
        """Return what comes first: with `ranked` the rows whose name or number has all the words."""
        named = question.named() if ranked else None
        return f"(NOT w.words @@ {self.value(named)}::tsquery)::int" if named else "0"

    @property
    def words(self) -> str:
        """The words of a row, looked up by its id alone: a planner that hashes all words would read them all."""
        looked_up = f"SELECT x.words FROM {self.source.words} x WHERE x.id = r.id OFFSET 0"
        return f"JOIN LATERAL ({looked_up}) w ON true"

    async def run(self, ctes: str, limit: int, looked_at: str) -> list[Any]:
        """Return the first rows of the CTE `matched` (id, ordered_at, rank), with how many it has and `looked_at`."""
        source = self.source
        return await database.fetch(
            f"""
            WITH {ctes}
            SELECT (SELECT count(*) FROM matched) AS all_matched, ({looked_at}) AS looked_at, f.*
            FROM (SELECT 1) one LEFT JOIN LATERAL (
                SELECT r.id, m.ordered_at, m.rank, {source.shown}, y.said::text AS said
                FROM (SELECT * FROM matched ORDER BY rank, ordered_at DESC, id DESC LIMIT {self.value(limit)}) m
                JOIN {source.table} r ON r.id = m.id {source.scope_join} {source.joins}
                LEFT JOIN {source.words} y ON y.id = r.id
            ) f ON true
            ORDER BY f.rank, f.ordered_at DESC, f.id DESC
            """,
            *self.args,
        )


class Asked(msgspec.Struct, frozen=True, kw_only=True):
    """What is asked of one part of a reader's scope."""

    kind: Sought
    question: Question
    filters: Filters
    reach: Reach
    without: Reach | None = None
    """An earlier part, whose rows are not shown again."""
    after: After | None = None
    limit: int
    enough: int
    """With so many rows a way has answered, although there may be more."""
    ranked: bool = False
    """Those whose name or number has all the words come first, as far as rows are looked at; else the newest."""

    def statement(self) -> _Statement:
        """Begin a statement."""
        return _Statement(self.kind, self.filters, self.reach, self.without)


async def walk(asked: Asked, most: int) -> Part:
    """Look through the newest rows of the part's unit."""
    it = asked.statement()
    walked = f"""
        SELECT r.id FROM {it.source.table} r WHERE {it.narrowed()} AND {it.behind(asked.after)}
        ORDER BY {it.order} LIMIT {it.value(most)}"""
    matched = f"""
        SELECT r.id, {it.ordered_at} AS ordered_at, {it.rank(asked.question, ranked=asked.ranked)} AS rank
        FROM walked v JOIN {it.source.table} r ON r.id = v.id {it.source.scope_join} {it.words}
        WHERE w.words @@ {it.value(asked.question.whole())}::tsquery AND {it.scoped()} AND {it.filtered()}"""
    found = await it.run(
        f"walked AS MATERIALIZED ({walked}), matched AS MATERIALIZED ({matched})",
        asked.limit,
        "SELECT count(*) FROM walked",
    )
    return _part(found, most=most)


async def look_up(asked: Asked, drivers: str, most: int) -> Part:
    """Ask the index of words for rows that match `drivers`, and of these for those that match the whole question."""
    it = asked.statement()
    picked = f"""
        SELECT w.id, w.words FROM {it.source.words} w WHERE w.words @@ {it.value(drivers)}::tsquery
        LIMIT {it.value(most)}"""
    matched = f"""
        SELECT r.id, {it.ordered_at} AS ordered_at, {it.rank(asked.question, ranked=asked.ranked)} AS rank
        FROM picked w JOIN {it.source.table} r ON r.id = w.id {it.source.scope_join}
        WHERE w.words @@ {it.value(asked.question.whole())}::tsquery AND {it.scoped()} AND {it.filtered()}
            AND {it.behind(asked.after)}"""
    found = await it.run(
        f"picked AS MATERIALIZED ({picked}), matched AS MATERIALIZED ({matched})",
        asked.limit,
        "SELECT count(*) FROM picked",
    )
    return _part(found, most=most)


async def all_of(asked: Asked) -> Part:
    """Ask all rows that name the officer: some thousands at most, which an index of the officer's own has."""
    it = asked.statement()
    words, matches, rank = "", "true", "0"
    if not asked.question.empty:
        words, matches = it.words, f"w.words @@ {it.value(asked.question.whole())}::tsquery"
        rank = it.rank(asked.question, ranked=asked.ranked)
    matched = f"""
        SELECT r.id, {it.ordered_at} AS ordered_at, {rank} AS rank
        FROM {it.source.table} r {it.source.scope_join} {words}
        WHERE {matches} AND {it.scoped()} AND {it.filtered()} AND {it.behind(asked.after)}"""
    found = await it.run(f"matched AS MATERIALIZED ({matched})", asked.limit, "SELECT 0")
    return _part(found, most=1)


async def listed(asked: Asked) -> Part:
    """Return the newest rows of a part, whatever their words; without their count."""
    it = asked.statement()
    matched = f"""
        SELECT r.id, {it.ordered_at} AS ordered_at, 0 AS rank FROM {it.source.table} r {it.source.scope_join}
        WHERE {it.narrowed()} AND {it.scoped()} AND {it.filtered()} AND {it.behind(asked.after)}
        ORDER BY {it.order} LIMIT {it.value(asked.limit)}"""
    found = await it.run(f"matched AS MATERIALIZED ({matched})", asked.limit, "SELECT 0")
    return _part(found, most=1)


async def count(asked: Asked, *, by_walk: bool) -> int:
    """Count the rows of a part, up to one more than MOST_COUNTED; `by_walk` if many of the newest rows match."""
    it = asked.statement()
    if asked.question.empty:
        look = f"""
            SELECT FROM {it.source.table} r {it.source.scope_join}
            WHERE {it.narrowed()} AND {it.scoped()} AND {it.filtered()}"""
    elif by_walk:
        whole = it.value(asked.question.whole())
        look = f"""
            SELECT FROM (SELECT r.* FROM {it.source.table} r WHERE {it.narrowed()} ORDER BY {it.order}) r
            {it.source.scope_join} {it.words}
            WHERE w.words @@ {whole}::tsquery AND {it.scoped()} AND {it.filtered()}"""
    else:
        whole = it.value(asked.question.whole())
        look = f"""
            SELECT FROM {it.source.words} w JOIN {it.source.table} r ON r.id = w.id {it.source.scope_join}
            WHERE w.words @@ {whole}::tsquery AND {it.scoped()} AND {it.filtered()}"""
    found: int = await database.fetchval(
        f"SELECT count(*) FROM ({look} LIMIT {it.value(MOST_COUNTED + 1)}) counted", *it.args
    )
    return found


async def names(kind: Sought, ids: Sequence[UUID], reach: Reach) -> dict[UUID, str]:
    """Return what those of these rows are called that the reader may see, searched or not: an officer who left, too."""
    it = _Statement(kind, Filters(), reach, None)
    found = await database.fetch(
        f"""
        SELECT f.id, f.name FROM (
            SELECT r.id, {it.source.shown} FROM {it.source.table} r {it.source.scope_join} {it.source.joins}
            WHERE r.id = ANY({it.value(list(ids))}::uuid[]) AND {it.scoped()}
        ) f""",
        *it.args,
    )
    return {row["id"]: row["name"] or "" for row in found}


def tags(filters: Filters, reach: Reach) -> tuple[tuple[str, ...], ...]:
    """Return the tags that a row must have which these filters, or this reach by its unit alone, let through."""
    found: list[tuple[str, ...]] = []
    if filters.unit_id is not None:
        found.append((indexing.unit_tag(filters.unit_id),))
    elif reach.unit is not None and reach.unit[0] > 1:
        found.append((indexing.unit_tag(reach.unit[1]),))
    if filters.officers:
        found.append(tuple(indexing.officer_tag(one) for one in filters.officers))
    if filters.behaviours:
        found.append(tuple(indexing.behaviour_tag(one) for one in filters.behaviours))
    if filters.party_id is not None:
        found.append((indexing.party_tag(filters.party_id),))
    if filters.states:
        found.append(tuple(indexing.state_tag(one) for one in filters.states))
    return tuple(found)


def by_tags(filters: Filters) -> bool:
    """Tell whether these filters are such that few rows have what they ask for, which no index of the row answers."""
    return bool(filters.officers or filters.behaviours or filters.party_id)


def _part(found: list[Any], *, most: int) -> Part:
    looked_at, count = found[0]["looked_at"], found[0]["all_matched"]
    hits = [dict(row) for row in found if row["id"] is not None]
    for row in hits:
        row["said"] = msgspec.json.decode(row["said"]) if row["said"] else []
    return Part(
        rows=rows.many(Row, hits),
        count=count,
        whole=looked_at < most,
        share=count / looked_at if looked_at else 0.0,
    )


async def plan_anew() -> None:
    """Have the statements of this transaction planned for their values: how common a word is decides the plan."""
    await database.execute("SET LOCAL plan_cache_mode = force_custom_plan")
