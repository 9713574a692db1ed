"""Finds rows of one kind in a reader's scope, each part of it by the way that is short for these words."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import UUID

import msgspec

from backend.core import clock, keyset, scope
from backend.core.actors import Actor
from backend.core.scope import Reach
from backend.insight.queries import search as queries
from backend.insight.queries import search_words
from backend.insight.queries.search import After, Asked, Filters, Part, Row
from backend.insight.queries.search_sources import SOURCES
from backend.insight.rules.search import indexing
from backend.insight.rules.search.asking import Question
from backend.insight.rules.search.indexing import Quarter
from schemas.insight.search import MOST_COUNTED, Sought

_RECENT = 2
"""Quarters, this one included, that are asked alone first."""
_QUARTERS = 80
"""Quarters that are looked through, back from those: twenty years, longer than a file is kept."""
_GREATEST = UUID(int=(1 << 128) - 1)
_LAST = (keyset.FOREVER, _GREATEST)
"""Behind which every row comes."""


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
    enough: int | None = None,
    ranked: bool = False,
    counted: bool = False,
) -> Matches:
    """Find up to `limit` rows of a kind; all parts of the scope are merged in the order of their days.

    With `enough` it ends with that many, if more would take longer.
    """
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
            enough=limit if enough is None else enough,
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
    """Find rows of the part that a unit shows, with their count if it is asked for.

    Each way is tried as long as it is the cheapest that may still answer: the newest rows, more of them if some match,
    the index for the last months, the index for all, the index month after month.
    """
    if asked.question.empty and queries.by_tags(asked.filters):
        tagged = Question(tags=queries.tags(asked.filters, asked.reach))
        asked = msgspec.structs.replace(asked, question=tagged)
    if asked.question.empty:
        listed = await queries.listed(asked)
        return listed.rows, await queries.count(asked, by_walk=False) if counted else 0
    begins = await _begins(asked)
    if begins is None:
        return [], 0
    dense = False
    if not asked.question.rare:
        walked = await _walked(asked)
        if walked.whole and asked.after is None:
            return walked.rows, walked.count
        if walked.whole or walked.count >= asked.enough:
            dense = walked.share >= queries.COUNT_WALKED
            return walked.rows, await queries.count(asked, by_walk=dense) if counted else 0
    if counted:
        found = await _looked_up(asked, queries.CANDIDATES)
        if found.whole:
            return found.rows, found.count
        return await _newest(asked, begins), await queries.count(asked, by_walk=False)
    return await _newest(asked, begins), 0


async def _walked(asked: Asked) -> Part:
    walked = await queries.walk(asked, queries.WALKED)
    some = walked.share >= queries.WALK_ON
    if some and not walked.whole and walked.count < asked.enough:
        # As many as have enough if the next ones match as often, and as many again.
        times = min(10, 2 * asked.enough // walked.count + 1)
        return await queries.walk(asked, times * queries.WALKED)
    return walked


async def _newest(asked: Asked, begins: Quarter) -> list[Row]:
    """Ask the index for the last months, then for all, and if that is too much to choose from, for each quarter.

    No record that is newer than the quarter `begins` has all the words.
    """
    if asked.question.rare or SOURCES[asked.kind].at is None:
        found = await _looked_up(asked, queries.CANDIDATES)
        return found.rows if found.whole else (await queries.walk(asked, queries.ALL_WALKED)).rows
    recent = await _in_span(asked, begins.back(_RECENT))
    if len(recent) >= asked.enough:
        return recent
    part = await _looked_up(asked, queries.TYPED)
    if part.whole:
        return part.rows
    for quarter in begins.back(_QUARTERS)[_RECENT:]:
        recent += await _in_quarter(_left(asked, recent), quarter)
        if len(recent) >= asked.enough:
            break
    return recent


async def _in_span(asked: Asked, quarters: Sequence[Quarter]) -> list[Row]:
    """Return the newest rows of a span; of one that has more than is looked at, quarter after quarter."""
    part = await _looked_up(asked, queries.TYPED, quarters)
    if part.whole:
        return part.rows
    found: list[Row] = []
    for quarter in quarters:
        found += await _in_quarter(_left(asked, found), quarter)
        if len(found) >= asked.enough:
            break
    return found


async def _in_quarter(asked: Asked, quarter: Quarter) -> list[Row]:
    part = await _looked_up(asked, queries.TYPED, [quarter])
    if part.whole:
        return part.rows
    behind = min(asked.after or _LAST, (quarter.end, _GREATEST))
    # Nothing newer than this quarter is left, so its newest rows are the next ones, if they are there at all.
    walked = await queries.walk(msgspec.structs.replace(asked, after=behind), queries.WALKED)
    if walked.count >= asked.enough:
        return walked.rows
    return (await _looked_up(asked, queries.ALL_WALKED, [quarter])).rows


def _left(asked: Asked, found: list[Row]) -> Asked:
    return msgspec.structs.replace(asked, limit=asked.limit - len(found))


async def _looked_up(asked: Asked, most: int, quarters: Sequence[Quarter] = ()) -> Part:
    """Ask the index of words. Beginnings of words are asked of it only if whole words leave too many rows."""
    tags = queries.tags(asked.filters, asked.reach)
    if quarters:
        tags = (*tags, tuple(one.tag for one in quarters))
    question = msgspec.structs.replace(asked.question, tags=tags)
    drivers, whole = question.drivers(), question.whole()
    asked = msgspec.structs.replace(asked, question=question)
    if drivers is not None and drivers != whole:
        found = await queries.look_up(asked, drivers, most)
        if found.whole:
            return found
    return await queries.look_up(asked, whole, most)


async def _begins(asked: Asked) -> Quarter | None:
    """Return the newest quarter that can have matches; None if a word stands in no record at all."""
    now = clock.now()
    begins = asked.after[0] if asked.after else now
    # A cursor that somebody made up may name the end of time, of which Vietnam has no day.
    newest = indexing.quarter_of(min(begins, now) if isinstance(begins, datetime) else now)
    words = asked.question.whole_words
    if not words or SOURCES[asked.kind].at is None:
        return newest
    known = await search_words.newest_of(asked.kind, words)
    return None if known is None else min(newest, Quarter(known))
