"""Chooses how to look for rows, step by step: what was found says what is looked at next. It asks no database.

    steps = ways.in_unit(asked, stands, counted=False)      # yields looks, and is sent what they found

Each way is tried as long as it is the cheapest that may still answer: the newest rows, from the newest day on which
all words stand; more of them if some match; the index of words for all, if one of the words is rare; else for a month,
for quarters, for years. Steps of several kinds go side by side (finding.py), each round in one statement.
"""

from collections.abc import Generator, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar
from uuid import UUID

import msgspec

from backend.core import clock, keyset
from backend.core.local_time import VIETNAM, day_of
from backend.insight.queries import search as queries
from backend.insight.queries.search import Asked, Look, Part, Row, Way
from backend.insight.queries.search_lists import HowMany, Stands
from backend.insight.queries.search_sources import SOURCES
from backend.insight.rules.search import indexing
from backend.insight.rules.search.asking import MOST_MEANT, Question, Term
from backend.insight.rules.search.indexing import Span
from schemas.insight.search import MOST_COUNTED

WALKED = 400
"""Rows of a walk. If some match, but too few, up to ten times as many are looked through."""
WALK_ON = 0.01
"""From this share of matching rows on."""
COUNT_WALKED = 0.3
"""From this share of matching rows on they are counted by a walk."""
TYPED = 501
"""Rows of the index's answer that are looked at. If more match, shorter spans are asked for."""
IN_MONTH = 5_001
"""The same of a month, of which there is no shorter span."""
MOST_COUNT_WALKED = 60_000
"""Rows of such a walk."""
CANDIDATES = MOST_COUNTED + 1
"""The same where all are counted."""
SHORT_LIST = 150_000
"""Records that have the rarest of the words, up to which the index is asked for all of them at once."""
ALL_WALKED = 500_000
"""Rows that are looked at at worst: all that the nation has in some months."""
_YEARS = 20
"""That are looked through: longer than a file is kept."""
_GREATEST = UUID(int=(1 << 128) - 1)

Known = Mapping[Term, Stands]
Found = TypeVar("Found")
Steps = Generator[Sequence[Look] | HowMany, Any, Found]
"""Yields looks, and is sent a Part for each; or a question how many, and is sent a number."""
Answer = tuple[list[Row], int]
"""Rows, and their count if it was asked for."""


def in_unit(asked: Asked, known: Known, *, counted: bool) -> Steps[Answer]:
    """Find rows of the part that a unit shows."""
    if asked.question.empty and queries.by_tags(asked.filters):
        asked = _of(asked, Question(tags=queries.tags(asked.filters, asked.reach)))
    if asked.question.empty:
        count = [Look(way=Way.COUNT, asked=asked)] if counted else []
        parts: list[Part] = yield [Look(way=Way.LISTED, asked=asked), *count]
        return parts[0].rows, parts[-1].count
    if any(not one.words for one in known.values()):
        return [], 0
    asked = _from_newest(asked, known)
    if asked.question.rare:
        found = yield from _rare(asked, known, counted=counted)
        if found is not None:
            return found.rows, found.count
    walked: Part = yield from _walk(asked, counted=counted)
    if walked.whole:
        return walked.rows, walked.count
    if walked.count >= asked.enough:
        dense = walked.share >= COUNT_WALKED
        return walked.rows, (yield from _count(asked, known, dense=dense)) if counted else 0
    rarest = yield from _rarest(asked, known)
    if not counted:
        return (yield from _newest(asked, known, rarest)), 0
    if rarest <= SHORT_LIST:
        found = yield from _look_up(asked, known, CANDIDATES)
        if found.whole:
            return found.rows, found.count
    rows = yield from _newest(asked, known, rarest)
    return rows, (yield from _count(asked, known, dense=False))


def _rare(asked: Asked, known: Known, *, counted: bool) -> Steps[Part | None]:
    """Ask the index for much of a number: in the two newest quarters that can have it, and if too few do, in all.

    Hundreds of records have the same five digits somewhere, of which the newest are shown.
    """
    if not counted and SOURCES[asked.kind].at is not None:
        quarters = indexing.quarters_back(_begins(asked, known), 2)
        [newest] = yield [_indexed(asked, known, TYPED, *quarters)]
        if newest.whole and len(newest.rows) >= asked.enough:
            return msgspec.structs.replace(newest, whole=False)  # type: ignore[no-any-return]
    found = yield from _look_up(asked, known, CANDIDATES)
    return found if found.whole else None


def by_name(asked: Asked, known: Known) -> Steps[Answer]:
    """Find rows that name the officer, whatever their unit."""
    if any(not one.words for one in known.values()):
        return [], 0
    [found] = yield [Look(way=Way.ALL, asked=asked)]
    return found.rows, found.count


def of_given(asked: Asked, given: tuple[UUID, ...]) -> Steps[Answer]:
    """Find rows of these records, which are all that can match."""
    [found] = yield [Look(way=Way.GIVEN, asked=asked, given=given)]
    return found.rows, found.count


def index_part(question: Question, known: Known) -> str:
    """Return what of a question the index answers quickly, without tags of unit or time; else the whole question."""
    return question.drivers(_meant(known)) or question.whole()


def _meant(known: Known) -> dict[Term, Sequence[str]]:
    return {term: one.words for term, one in known.items() if len(one.words) <= MOST_MEANT}


def _of(asked: Asked, question: Question) -> Asked:
    return msgspec.structs.replace(asked, question=question)


def _from_newest(asked: Asked, known: Known) -> Asked:
    """Return the question without the rows that are newer than a day on which all words stand: none of them matches."""
    day = _newest_day(known)
    if day is None or SOURCES[asked.kind].at is None:
        return asked
    ends = datetime.combine(day + timedelta(days=1), time(), VIETNAM)
    return _behind(asked, ends)


def _newest_day(known: Known) -> date | None:
    return min((one.day for one in known.values() if one.day is not None), default=None)


def _behind(asked: Asked, ends: datetime) -> Asked:
    after = (ends, _GREATEST)
    if asked.after is not None and len(asked.after) > 1:
        after = min(after, (asked.after[0], asked.after[-1]))
    return msgspec.structs.replace(asked, after=after)


def _walk(asked: Asked, *, counted: bool) -> Steps[Part]:
    """Look through the newest rows. Where they are counted all are looked at, for the share of those that match."""
    ends = not (asked.ranked or counted)
    [walked] = yield [Look(way=Way.WALK, asked=asked, most=WALKED, ends=ends)]
    found: Part = walked
    if found.whole or found.count >= asked.enough or not found.count or found.share < WALK_ON:
        return found
    # As many as have enough if the next ones match as often, and as many again.
    times = min(10, 2 * asked.enough // found.count + 1)
    [walked] = yield [Look(way=Way.WALK, asked=asked, most=times * WALKED, ends=True)]
    return walked  # type: ignore[no-any-return]


def _count(asked: Asked, known: Known, *, dense: bool) -> Steps[int]:
    """Count all rows, of which none was shown before: by a walk if many of the newest match and go on to do so."""
    if dense:
        [found] = yield [Look(way=Way.COUNT_WALKING, asked=asked, most=MOST_COUNT_WALKED)]
        if found.whole or found.count > MOST_COUNTED:
            return found.count  # type: ignore[no-any-return]
    tagged, drivers = _driven(asked, known, ())
    [found] = yield [Look(way=Way.COUNT, asked=tagged, drivers=drivers)]
    return found.count  # type: ignore[no-any-return]


def _rarest(asked: Asked, known: Known) -> Steps[float]:
    """Ask how many records have the rarest word or tag."""
    tagged, _ = _driven(asked, known, ())
    if SOURCES[asked.kind].at is None or not tagged.question.lexemes:
        return 0.0
    many: float = yield HowMany(kind=asked.kind, lexemes=tagged.question.lexemes)
    return many


def _newest(asked: Asked, known: Known, rarest: float) -> Steps[list[Row]]:
    """Ask the index of words for the newest rows: for all if a list is short, else for one span after the other."""
    if SOURCES[asked.kind].at is None:
        found = yield from _look_up(asked, known, CANDIDATES)
        if found.whole:
            return found.rows
        [walked] = yield [Look(way=Way.WALK, asked=asked, most=ALL_WALKED, ends=True)]
        return walked.rows  # type: ignore[no-any-return]
    asked_all = rarest <= SHORT_LIST
    if asked_all and (found := (yield from _look_up(asked, known, TYPED))).whole:
        return found.rows
    rows: list[Row] = []
    for number, span in enumerate(indexing.spans_back(_begins(asked, known), _YEARS)):
        if number == indexing.SHORT_SPANS and not asked_all:
            found = yield from _look_up(asked, known, TYPED)
            if found.whole:
                return found.rows
        rows += yield from _in_span(_left(asked, rows), known, span)
        if len(rows) >= asked.enough:
            break
    return rows


def _begins(asked: Asked, known: Known) -> date:
    """Return a day behind which nothing matches."""
    day = _newest_day(known) or day_of(clock.now())
    behind = asked.after[0] if asked.after else None
    # A cursor that somebody made up may name the end of time, of which Vietnam has no day.
    if isinstance(behind, datetime) and behind.year < keyset.FOREVER.year:
        return min(day, day_of(behind))
    return day


def _in_span(asked: Asked, known: Known, span: Span) -> Steps[list[Row]]:
    """Return the newest rows of a span; of one that has more than is looked at, from its shorter ones."""
    found = yield from _look_up(asked, known, TYPED if span.shorter else IN_MONTH, span)
    if found.whole:
        return found.rows
    rows: list[Row] = []
    for shorter in span.shorter:
        rows += yield from _in_span(_left(asked, rows), known, shorter)
        if len(rows) >= asked.enough:
            break
    if span.shorter:
        return rows
    # Nothing newer than this month is left, so its newest rows are the next ones, if they are there at all.
    [walked] = yield [Look(way=Way.WALK, asked=_behind(asked, span.end), most=WALKED, ends=True)]
    if walked.count >= asked.enough:
        return walked.rows  # type: ignore[no-any-return]
    return (yield from _look_up(asked, known, ALL_WALKED, span)).rows


def _left(asked: Asked, rows: list[Row]) -> Asked:
    many = len(rows)
    return msgspec.structs.replace(asked, limit=asked.limit - many, enough=asked.enough - many)


def _look_up(asked: Asked, known: Known, most: int, span: Span | None = None) -> Steps[Part]:
    [found] = yield [_indexed(asked, known, most, *([span] if span else []))]
    return found  # type: ignore[no-any-return]


def _indexed(asked: Asked, known: Known, most: int, *spans: Span) -> Look:
    tagged, drivers = _driven(asked, known, [tuple(one.tag for one in spans)] if spans else [])
    return Look(way=Way.INDEX, asked=tagged, most=most, drivers=drivers)


def _driven(asked: Asked, known: Known, tags: Sequence[tuple[str, ...]]) -> tuple[Asked, str]:
    """Return the question with its tags, and what of it the index is asked for."""
    narrowed = queries.tags(asked.filters, asked.reach)
    question = msgspec.structs.replace(asked.question, tags=(*narrowed, *tags))
    meant = _meant(known)
    drivers = question.drivers(meant)
    words = msgspec.structs.replace(question, tags=()).drivers(meant)
    if words is None and not narrowed:
        # Only a month has what begins so: it would be read whole.
        drivers = None
    return _of(asked, question), drivers or question.whole()
