"""Finds rows of one kind in a reader's scope, each part of it by the way that is short for these words."""

from datetime import UTC, datetime

import msgspec

from backend.core import clock, scope
from backend.core.actors import Actor
from backend.core.scope import Reach
from backend.insight.queries import search as queries
from backend.insight.queries.search import After, Asked, Filters, Part, Row
from backend.insight.queries.search_sources import SOURCES
from backend.insight.rules.search import indexing
from backend.insight.rules.search.asking import Question
from schemas.insight.search import MOST_COUNTED, Sought

_QUARTERS = 60
"""Quarters that are looked through, from this one back: fifteen years, longer than any file is kept open."""


class Matches(msgspec.Struct, frozen=True, kw_only=True):
    """Rows that match, the newest first, and how many there are."""

    rows: list[Row]
    count: int | None
    """Up to one more than MOST_COUNTED; None if it was not asked."""


def reach(kind: Sought, actor: Actor) -> Reach:
    """Return what of a kind the reader may see."""
    return SOURCES[kind].reach(actor)


def can_match(kind: Sought, filters: Filters) -> bool:
    """Tell whether a kind has what these filters ask for: a party has no state."""
    if kind not in SOURCES:
        return False
    source = SOURCES[kind]
    return not (
        (filters.officers and source.officers is None)
        or (filters.party_id is not None and source.party is None)
        or (filters.behaviours and source.behaviours is None)
        or ((filters.value_from or filters.value_to) and source.value is None)
        or (filters.states and kind in (Sought.PARTY, Sought.PERSON))
        or ((filters.since or filters.until) and source.at is None)
    )


async def find(
    kind: Sought,
    actor: Actor,
    question: Question,
    filters: Filters,
    limit: int,
    *,
    after: After | None = None,
    ranked: bool = False,
    counted: bool = False,
) -> Matches:
    """Find up to `limit` rows of a kind; all parts of the scope are merged in the order of their days."""
    seen = reach(kind, actor)
    if seen.empty or not can_match(kind, filters):
        return Matches(rows=[], count=0 if counted else None)
    found: list[Row] = []
    count = 0
    unit: Reach | None = None
    for part in sorted(scope.parts(seen), key=lambda one: one.unit is None):
        asked = Asked(
            kind=kind,
            question=question,
            filters=filters,
            reach=part,
            without=None if part.unit is not None else unit,
            after=after,
            limit=limit,
            ranked=ranked,
        )
        if part.unit is not None:
            unit = part
            hits, many = await _in_unit(asked, counted=counted)
        else:
            one = await queries.all_of(asked)
            hits, many = one.rows, one.count
        found += hits
        count += many
    if not ranked:
        found.sort(key=lambda one: (one.ordered_at or _BEGINNING, one.id), reverse=True)
    return Matches(rows=found[:limit], count=min(count, MOST_COUNTED + 1) if counted else None)


_BEGINNING = datetime.min.replace(tzinfo=UTC)
"""Of what has no day: ids that grow with time order it."""


async def _in_unit(asked: Asked, *, counted: bool) -> tuple[list[Row], int]:
    """Find rows of the part that a unit shows, with their count if it is asked for."""
    if asked.question.empty and queries.by_tags(asked.filters):
        tagged = Question(tags=queries.tags(asked.filters, asked.reach))
        asked = msgspec.structs.replace(asked, question=tagged)
    if asked.question.empty:
        listed = await queries.listed(asked)
        return listed.rows, await queries.count(asked, by_walk=False) if counted else 0
    walked = await queries.walk(asked, queries.WALKED)
    if walked.whole and asked.after is None:
        return walked.rows, walked.count
    if walked.whole or walked.count >= asked.limit:
        by_walk = walked.share >= queries.COUNT_WALKED
        many = await queries.count(asked, by_walk=by_walk) if counted else 0
        return walked.rows, many
    found = await _looked_up(asked)
    if found.whole:
        return found.rows, found.count
    many = await queries.count(asked, by_walk=False) if counted else 0
    return await _by_quarters(asked), many


async def _looked_up(asked: Asked) -> Part:
    """Ask the index of words. Beginnings of words are asked of it only if whole words leave too many rows."""
    tags = queries.tags(asked.filters, asked.reach)
    question = msgspec.structs.replace(asked.question, tags=tags)
    drivers, whole = question.drivers(), question.whole()
    if drivers is not None and drivers != whole:
        found = await queries.look_up(asked, drivers, queries.CANDIDATES)
        if found.whole:
            return found
    return await queries.look_up(asked, whole, queries.CANDIDATES)


async def _by_quarters(asked: Asked) -> list[Row]:
    """Ask the index for a quarter after the other, from the newest back, until the page is full."""
    if SOURCES[asked.kind].at is None:
        return (await queries.walk(asked, queries.QUARTER_CANDIDATES)).rows
    tags = queries.tags(asked.filters, asked.reach)
    found: list[Row] = []
    newest = asked.after[0] if asked.after and len(asked.after) == 2 else clock.now()
    for quarter in indexing.quarters_before(newest, _QUARTERS):
        left = msgspec.structs.replace(asked, limit=asked.limit - len(found))
        question = msgspec.structs.replace(asked.question, tags=(*tags, (quarter,)))
        part = await queries.look_up(left, question.whole(), queries.QUARTER_CANDIDATES)
        found += part.rows
        if len(found) >= asked.limit:
            break
    return found
