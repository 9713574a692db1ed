"""Finds rows of several kinds in a reader's scope, each part of it by the way that is short for these words (ways.py).

All kinds and parts go side by side: each round of their steps is one statement, so that six kinds cost no more round
trips than the hardest of them. Before them the index is asked for much of a number: most kinds have no record with it,
and of the others few, which are then looked at alone.
"""

from collections.abc import Sequence
from itertools import islice
from uuid import UUID

import msgspec

from backend.core import scope
from backend.core.actors import Actor
from backend.core.scope import Reach
from backend.insight.queries import search as queries
from backend.insight.queries import search_lists as lists
from backend.insight.queries.search import After, Asked, Filters, Look, Row
from backend.insight.queries.search_lists import HowMany
from backend.insight.queries.search_sources import SOURCES
from backend.insight.rules.search.asking import Question
from backend.insight.search import ways
from backend.insight.search.ways import Answer, Known, Steps
from schemas.insight.search import MOST_COUNTED, Sought


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


class Want(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be found of one kind."""

    kind: Sought
    question: Question
    filters: Filters = Filters()
    limit: int
    after: After | None = None
    enough: int | None = None
    """With so many it ends, if more would take longer; None: with `limit`."""
    ranked: bool = False
    counted: bool = False


async def find(actor: Actor, wants: Sequence[Want]) -> list[Matches]:
    """Find up to `limit` rows of each kind; all parts of the scope are merged in the order of their days."""
    known = await lists.where([(one.kind, one.question.of_letters) for one in wants])
    few = await _few(actor, wants, known)
    steps: list[tuple[int, Steps[Answer]]] = []
    for number, want in enumerate(wants):
        given = few.get(number)
        own = _steps(actor, want, known[number]) if given is None else _of_given(actor, want, given)
        steps += [(number, one) for one in own]
    answers = await _side_by_side([one for _, one in steps])
    found = []
    for number, want in enumerate(wants):
        mine = [answer for (of, _), answer in zip(steps, answers, strict=True) if of == number]
        found.append(_merged(want, mine))
    return found


async def _few(
    actor: Actor, wants: Sequence[Want], known: Sequence[Known]
) -> dict[int, tuple[UUID, ...] | None]:
    """Return by their places in `wants` the few records that have much of a number; None for more than a few."""
    asked = {
        number: (want.kind, ways.index_part(want.question, known[number]))
        for number, want in enumerate(wants)
        if want.question.rare
        and can_match(want.kind, want.filters)
        and not reach(want.kind, actor).empty
        and all(one.words for one in known[number].values())
    }
    if not asked:
        return {}
    return dict(zip(asked, await lists.few(list(asked.values())), strict=True))


def _of_given(actor: Actor, want: Want, given: tuple[UUID, ...]) -> list[Steps[Answer]]:
    """Look at given records in the whole scope at once: of so few an OR over its parts reads no others."""
    asked = _asked(want, reach(want.kind, actor))
    return [ways.of_given(asked, given)] if given else []


def _steps(actor: Actor, want: Want, known: Known) -> list[Steps[Answer]]:
    seen = reach(want.kind, actor)
    if seen.empty or not can_match(want.kind, want.filters):
        return []
    steps: list[Steps[Answer]] = []
    unit: Reach | None = None
    for part in sorted(scope.parts(seen), key=lambda one: one.unit is None):
        asked = _asked(want, part, without=None if part.unit is not None else unit)
        if part.unit is not None:
            unit = part
            steps.append(ways.in_unit(asked, known, counted=want.counted))
        else:
            steps.append(ways.by_name(asked, known))
    return steps


def _asked(want: Want, part: Reach, *, without: Reach | None = None) -> Asked:
    return Asked(
        kind=want.kind,
        question=want.question,
        filters=want.filters,
        reach=part,
        without=without,
        after=want.after,
        limit=want.limit,
        enough=want.limit if want.enough is None else want.enough,
        ranked=want.ranked,
    )


def _merged(want: Want, answers: list[Answer]) -> Matches:
    found = [row for rows, _ in answers for row in rows]
    if not want.ranked:
        found.sort(key=lambda one: (one.ordered_at or queries.BEGINNING, one.id), reverse=True)
    count = sum(many for _, many in answers)
    return Matches(
        rows=found[: want.limit], count=min(count, MOST_COUNTED + 1) if want.counted else None
    )


async def _side_by_side(steps: Sequence[Steps[Answer]]) -> list[Answer]:
    """Take all steps to their ends: in each round what they look at is one statement, and what they ask another."""
    answers: dict[int, Answer] = {}
    asks: dict[int, Sequence[Look] | HowMany] = {}

    def go_on(number: int, told: object) -> None:
        asks.pop(number, None)
        try:
            asks[number] = steps[number].send(told)
        except StopIteration as ended:
            answers[number] = ended.value

    for number in range(len(steps)):
        go_on(number, None)
    while asks:
        looks = [(number, one) for number, one in asks.items() if not isinstance(one, HowMany)]
        many = [(number, one) for number, one in asks.items() if isinstance(one, HowMany)]
        if looks:
            parts = iter(await queries.look([one for _, of in looks for one in of]))
            for number, of in looks:
                go_on(number, list(islice(parts, len(of))))
        if many:
            told = await lists.how_many([one for _, one in many])
            for (number, _), one in zip(many, told, strict=True):
                go_on(number, one)
    return [answers[number] for number in range(len(steps))]
