"""Queries of the search: each statement carries the one scope filter, on the slim row.

Common words are found by a walk: of the newest rows of a unit, by the index that lists have, those whose words match;
it ends after so many rows, or with those that a page has. What it leaves short is asked of the index of words (GIN),
which has the unit, officer, state and time as tags, so that it meets words and scope before a row is read; of at most
so many rows the newest are chosen. PostgreSQL alone would choose one of the two ways by a guess, and each is a hundred
times slower than the other where it does not fit: backend/insight/search/ways.py chooses. The scope's parts (a unit;
what names the officer) are asked apart: an OR over both would read all rows.

Looks at several kinds, or parts, are one statement (`look`).
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

import msgspec

from backend.core import database, filter_queries, rows, scope
from backend.core.scope import Reach
from backend.insight.queries.search_sources import SOURCES, Source, shown
from backend.insight.rules.search import indexing
from backend.insight.rules.search.asking import Question
from backend.insight.rules.search.indexing import Said
from schemas.insight.search import MOST_COUNTED, Sought

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
    """Of the rows that were looked at, those that match."""


class _Statement:
    """SQL of one kind under construction, with its parameters."""

    def __init__(self, asked: "Asked", args: list[Any]) -> None:
        self.asked = asked
        self.source: Source = SOURCES[asked.kind]
        self.filters = asked.filters
        self.reach = asked.reach
        self.args = args

    def value(self, value: Any) -> str:
        """Return the placeholder of a value."""
        self.args.append(value)
        return f"${len(self.args)}"

    def scoped(self) -> str:
        """Return the condition that the reader may see the row, and that an earlier part has not shown it."""
        seen, args = scope.sql(self.reach, self.source.seen, len(self.args) + 1)
        self.args += args
        if self.asked.without is None:
            return seen
        shown, args = scope.sql(self.asked.without, self.source.seen, len(self.args) + 1)
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

    def behind(self) -> str:
        """Return the condition that a row comes behind the last one of the page before."""
        after = self.asked.after
        if after is None:
            return "true"
        if self.source.at is None:
            return f"r.id < {self.value(after[-1])}"
        at, ident = self.value(after[0]), self.value(after[-1])
        return f"(r.{self.source.at}, r.id) < ({at}::timestamptz, {ident}::uuid)"

    def newest(self, limit: int) -> str:
        """Return the newest rows of the part's unit, whole, in the order of the list."""
        return f"""
            SELECT r.* FROM {self.source.table} r WHERE {self.narrowed()} AND {self.behind()}
            ORDER BY {self.order} LIMIT {self.value(limit)}"""

    def matches(self) -> str:
        """Return the condition that a row has all that is asked for."""
        return f"w.words @@ {self.value(self.asked.question.whole())}::tsquery"

    @property
    def order(self) -> str:
        """The order of a list, newest first."""
        return f"r.{self.source.at} DESC, r.id DESC" if self.source.at else "r.id DESC"

    @property
    def ordered_at(self) -> str:
        """The value by which it is ordered."""
        return f"r.{self.source.at}" if self.source.at else "NULL::timestamptz"

    def hit(self) -> str:
        """Return the columns of the CTE `matched`."""
        named = self.asked.question.named() if self.asked.ranked else None
        rank = f"(NOT w.words @@ {self.value(named)}::tsquery)::int" if named else "0"
        return f"r.id, {self.ordered_at} AS ordered_at, {rank} AS rank"

    @property
    def words(self) -> str:
        """The words of a row, looked up by its id alone: a planner that hashes all words would read them all."""
        looked_up = f"SELECT x.words, x.said FROM {self.source.words} x WHERE x.id = r.id OFFSET 0"
        return f"JOIN LATERAL ({looked_up}) w ON true"

    def first(self) -> str:
        """Return the first rows of the CTE `matched`, with what is shown of them."""
        source = self.source
        return f"""
            SELECT r.id, m.ordered_at, m.rank, {source.shown}, y.said::text AS said
            FROM (SELECT * FROM matched ORDER BY rank, ordered_at DESC, id DESC LIMIT {self.value(self.asked.limit)}) m
            JOIN {source.table} r ON r.id = m.id {source.scope_join} {source.joins}
            LEFT JOIN {source.words} y ON y.id = r.id"""

    def taken(self) -> str:
        """Return what is shown of all rows of the CTE `matched`, if it has taken the whole rows with it."""
        source = self.source
        return f"""
            SELECT r.id, r.ordered_at, r.rank, {source.shown}, r.said::text AS said
            FROM matched r {source.scope_join} {source.joins}"""


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


class Way(StrEnum):
    """How rows are looked for."""

    WALK = "walk"
    """Through the newest rows of the part's unit."""
    INDEX = "index"
    """By the index of words, for rows that match `drivers`; of these those that match the whole question."""
    ALL = "all"
    """Through all rows that name the officer: some thousands at most, which an index of the officer's own has."""
    LISTED = "listed"
    """The newest rows of a part, whatever their words; without their count."""
    COUNT = "count"
    """Only how many there are, up to one more than MOST_COUNTED."""
    COUNT_WALKING = "count_walking"
    """The same by a walk, where many of the newest rows match."""
    GIVEN = "given"
    """Of the few records that search_lists.py told: all that may match."""


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """One way to look for rows."""

    way: Way
    asked: Asked
    most: int = 1
    """Rows that are looked at."""
    ends: bool = False
    """A walk ends with the rows that are asked for, the newest; what was looked at is then not known."""
    drivers: str | None = None
    given: tuple[UUID, ...] = ()


async def look(looks: Sequence[Look]) -> list[Part]:
    """Look for rows by each of these ways, all in one statement; return what each found, in their order."""
    args: list[Any] = []
    arms = [_arm(number, one, args) for number, one in enumerate(looks)]
    found = await database.fetch(" UNION ALL ".join(f"({arm})" for arm in arms), *args)
    return [
        _part([dict(row) for row in found if row["look"] == number], looks[number].most)
        for number in range(len(looks))
    ]


def _arm(number: int, look: Look, args: list[Any]) -> str:
    it = _Statement(look.asked, args)
    table, join = it.source.table, it.source.scope_join
    ctes, looked_at, first = "", "0", ""
    match look.way:
        case Way.WALK if look.ends:
            # The rows are read as they are asked for: the walk ends with the last that is, and has all that is shown.
            taken = f"{it.hit().removeprefix('r.id, ')}, w.said AS said"
            ctes = f"""walked AS MATERIALIZED ({it.newest(look.most)}), matched AS MATERIALIZED (
                SELECT r.*, {taken} FROM walked r {join} {it.words}
                WHERE {it.matches()} AND {it.scoped()} AND {it.filtered()}
                ORDER BY {it.order} LIMIT {it.value(look.asked.limit)})"""
            full = f"(SELECT count(*) FROM matched) >= {it.value(look.asked.limit)}"
            looked_at = f"CASE WHEN {full} THEN {it.value(look.most)} ELSE (SELECT count(*) FROM walked) END"
            first = it.taken()
        case Way.WALK:
            ctes = f"""matched AS MATERIALIZED (
                SELECT {it.hit()} FROM ({it.newest(look.most)}) r {join} {it.words}
                WHERE {it.matches()} AND {it.scoped()} AND {it.filtered()})"""
            looked_at = f"(SELECT count(*) FROM ({it.newest(look.most)}) r)"
        case Way.INDEX:
            ctes = f"""picked AS MATERIALIZED (
                SELECT w.id, w.words FROM {it.source.words} w WHERE w.words @@ {it.value(look.drivers)}::tsquery
                LIMIT {it.value(look.most)}
            ), matched AS MATERIALIZED (
                SELECT {it.hit()} FROM picked w JOIN {table} r ON r.id = w.id {join}
                WHERE {it.matches()} AND {it.scoped()} AND {it.filtered()} AND {it.behind()})"""
            looked_at = "(SELECT count(*) FROM picked)"
        case Way.GIVEN:
            ctes = f"""matched AS MATERIALIZED (
                SELECT {it.hit()} FROM unnest({it.value(list(look.given))}::uuid[]) g JOIN {table} r ON r.id = g {join}
                {it.words} WHERE {it.matches()} AND {it.scoped()} AND {it.filtered()} AND {it.behind()})"""
        case Way.ALL:
            words = "" if look.asked.question.empty else it.words
            matches = "true" if look.asked.question.empty else it.matches()
            ctes = f"""matched AS MATERIALIZED (
                SELECT {it.hit()} FROM {table} r {join} {words}
                WHERE {matches} AND {it.scoped()} AND {it.filtered()} AND {it.behind()})"""
        case Way.LISTED:
            ctes = f"""matched AS MATERIALIZED (
                SELECT {it.hit()} FROM {table} r {join}
                WHERE {it.narrowed()} AND {it.scoped()} AND {it.filtered()} AND {it.behind()}
                ORDER BY {it.order} LIMIT {it.value(look.asked.limit)})"""
        case Way.COUNT | Way.COUNT_WALKING:
            counted = f"{_counted(it, look)} LIMIT {it.value(MOST_COUNTED + 1)}"
            ctes, first = f"matched AS MATERIALIZED ({counted})", _NO_ROW
            if look.way is Way.COUNT_WALKING:
                full = f"(SELECT count(*) FROM matched) > {it.value(MOST_COUNTED)}"
                newest = f"(SELECT count(*) FROM ({it.newest(look.most)}) r)"
                looked_at = f"CASE WHEN {full} THEN {it.value(look.most)} ELSE {newest} END"
    return f"""
        WITH {ctes}
        SELECT {number} AS look, (SELECT count(*) FROM matched) AS all_matched, {looked_at} AS looked_at, f.*
        FROM (SELECT 1) one LEFT JOIN LATERAL ({first or it.first()}) f ON true"""


def _counted(it: _Statement, look: Look) -> str:
    table, join = it.source.table, it.source.scope_join
    if look.asked.question.empty:
        return f"""
            SELECT r.id FROM {table} r {join} WHERE {it.narrowed()} AND {it.scoped()} AND {it.filtered()}"""
    if look.way is Way.COUNT_WALKING:
        return f"""
            SELECT r.id FROM ({it.newest(look.most)}) r {join} {it.words}
            WHERE {it.matches()} AND {it.scoped()} AND {it.filtered()}"""
    # OFFSET 0: else the index is asked for the whole question, with the beginnings of words that `drivers` leave out.
    driven = f"w.words @@ {it.value(look.drivers)}::tsquery"
    return f"""
        SELECT r.id FROM (SELECT w.id, w.words FROM {it.source.words} w WHERE {driven} OFFSET 0) w
        JOIN {table} r ON r.id = w.id {join}
        WHERE {it.matches()} AND {it.scoped()} AND {it.filtered()}"""


_NO_ROW = f"""
    SELECT NULL::uuid AS id, NULL::timestamptz AS ordered_at, 0 AS rank, {shown()}, NULL::text AS said WHERE false"""


async def names(kind: Sought, ids: Sequence[UUID], reach: Reach) -> dict[UUID, str]:
    """Return what those of these rows are called that the reader may see, searched or not: an officer who left, too."""
    asked = Asked(kind=kind, question=Question(), filters=Filters(), reach=reach, limit=0, enough=0)
    it = _Statement(asked, [])
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


def _part(found: list[dict[str, Any]], most: int) -> Part:
    looked_at, count = found[0]["looked_at"], found[0]["all_matched"]
    hits = [row for row in found if row["id"] is not None]
    hits.sort(key=lambda row: (row["ordered_at"] or BEGINNING, row["id"]), reverse=True)
    hits.sort(key=lambda row: row["rank"])
    for row in hits:
        row["said"] = msgspec.json.decode(row["said"]) if row["said"] else []
    return Part(
        rows=rows.many(Row, hits),
        count=count,
        whole=looked_at < most,
        share=count / looked_at if looked_at else 0.0,
    )


BEGINNING = datetime.min.replace(tzinfo=UTC)
"""Of what has no day: ids that grow with time order it."""


async def plan_anew() -> None:
    """Have the statements of this transaction planned for their values: how common a word is decides the plan.

    And never by reading a table through: two words that are common apart are believed to be so together, and the first
    five hundred rows that have both to come soon.
    """
    await database.execute(
        "SELECT set_config('plan_cache_mode', 'force_custom_plan', true), set_config('enable_seqscan', 'off', true)"
    )
