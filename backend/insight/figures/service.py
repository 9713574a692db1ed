"""Figures as the desk and reports ask for them: by code, for units and a period.

table = await figures.values(["decisions", "fines_unpaid"], Wanted(units=(…,), first=…, last=…), actor)
"""

from collections.abc import Sequence
from datetime import date
from typing import Literal
from uuid import UUID

import msgspec

from backend.core import replica
from backend.core.actors import Actor
from backend.core.database import at_once
from backend.core.errors import NotFound
from backend.insight.figures import definitions, statistics
from backend.insight.queries import behind as behind_queries
from backend.insight.queries import counted_units
from backend.insight.queries import counting as counting_queries
from backend.insight.queries import freshness as freshness_queries
from backend.insight.queries import recounting as recount_queries
from backend.insight.queries.behind import Named
from backend.insight.queries.counting import Progress
from backend.insight.queries.freshness import Freshness as Freshness
from backend.insight.queries.recounting import Monthly
from backend.insight.queries.statistics import Behind
from backend.insight.rules import evaluating
from backend.insight.rules.asking import Asked, By, Filters
from backend.insight.rules.covering import Reading
from schemas.insight.definitions import FigureDefinition
from schemas.insight.figures import CountedEvent

SINCE = date(2000, 1, 1)
"""Before anything was counted: how things stand at a day is summed from here."""
_NEVER = 9999
"""The last year that a date can have: its last day has none after it."""


_ROWS = 50
_SEALED = frozenset(
    {
        CountedEvent.INFORMATIONS_RECEIVED,
        CountedEvent.INFORMATIONS_VERIFIED,
        CountedEvent.INFORMATIONS_ENDED,
    }
)
"""A line without a name would tell an officer of the national office that somebody informed of them, and when."""
_MOST_HIDDEN = 20
"""Pages without anything in sight, after which the list ends: who sees none of a year would make it be read whole."""
_ADDS_UP = ("sum", "average")


class Wanted(msgspec.Struct, frozen=True, kw_only=True):
    """For which units and days figures are asked, and of which part of what happened."""

    units: tuple[UUID, ...]
    first: date
    last: date
    reading: Reading = "then"
    filters: Filters = Filters()


async def read_ahead() -> None:
    """Read what every question about figures begins with: where units lay, and where anything was counted.

    Several questions that are asked at once each read it else; within one transaction it is read once.
    """
    async with at_once() as ask:
        ask(counted_units.units())
        ask(counting_queries.known_places())


@replica.reads
async def values(
    codes: Sequence[str], wanted: Wanted, actor: Actor
) -> dict[UUID, dict[str, int | None]]:
    """Return figures by unit and code; None for one that nothing in the system tells.

    Their definitions are those of the period's last day. Money in đồng, an average in tenths of a day. Raises NotFound
    for a code that is not defined, and for a unit out of sight.
    """
    known = definitions.in_force(wanted.last)
    if missing := [one for one in codes if one not in known]:
        raise NotFound(what=f"figure {missing[0]}")
    figures = [known[one] for one in codes]
    found: dict[UUID, dict[str, int | None]] = {one: {} for one in wanted.units}
    since = msgspec.structs.replace(wanted, first=SINCE)
    async with at_once() as ask:
        ask(_sums([one for one in figures if one.kind in _ADDS_UP], wanted, actor, found))
        ask(_sums([one for one in figures if one.kind == "stock"], since, actor, found))
        ask(_parties([one for one in figures if one.kind == "distinct"], wanted, actor, found))
    return {unit: {code: told.get(code) for code in codes} for unit, told in found.items()}


Along = Literal["field", "behaviour", "party", "half"]
"""What the rows of a table are, within one unit."""


@replica.reads
async def broken_down(
    codes: Sequence[str], wanted: Wanted, along: Along, actor: Actor
) -> dict[str, dict[str, int | None]]:
    """Return figures of the first unit by row and code: by field, behaviour, party or half month.

    Rows where nothing was counted are left out. Stocks and distinct parties have no rows that add up and are left out
    too; so is what nothing tells. Raises NotFound as values().
    """
    known = definitions.in_force(wanted.last)
    figures = [known[one] for one in codes if one in known and known[one].kind in _ADDS_UP]
    if not figures:
        return {}
    by: tuple[By, ...] = () if along == "half" else (along,)
    if any(term.parties for one in figures for term in one.terms):
        by = tuple(dict.fromkeys((*by, "party")))
    asked = msgspec.structs.replace(_asked(figures, wanted), by=by, series=along == "half")
    lines = await statistics.answer(asked, actor)
    rows: dict[str, list[statistics.Line]] = {}
    for line in lines:
        if line.unit_id == wanted.units[0]:
            rows.setdefault(_row(line, along), []).append(line)
    return {
        row: {one.code: evaluating.value(one, told) for one in figures}
        for row, told in sorted(rows.items())
    }


def _row(line: statistics.Line, along: Along) -> str:
    if along == "half":
        return line.starts_on.isoformat() if line.starts_on else ""
    return str(getattr(line.cell, along))


class Shown(msgspec.Struct, frozen=True, kw_only=True):
    """One event behind a figure. `record` is null for a record that the reader may not see."""

    event: Behind
    record: Named | None


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """Some of the events behind a figure; `after` begins the next page, empty on the last."""

    rows: list[Shown]
    after: str


@replica.reads
async def behind(figure: FigureDefinition, wanted: Wanted, actor: Actor, after: str) -> Page:
    """Return a page of the events behind a figure of the first unit, with their records. Raises NotFound.

    Those of a stock begin with the first that was ever counted. A mark that is no mark begins at the beginning. Of
    information that the reader may not see (`is_sealed`) nothing is told, its day neither.
    """
    first = SINCE if figure.kind == "stock" else wanted.first
    asked = _asked([figure], msgspec.structs.replace(wanted, first=first))
    mark = _mark(after)
    for _ in range(_MOST_HIDDEN):
        found = await statistics.behind(
            asked,
            actor,
            lambda cell: any(evaluating.meant(term, cell) for term in figure.terms),
            gone=all(term.part == "annulled" for term in figure.terms),
            after=mark,
        )
        page, more = found[:_ROWS], len(found) > _ROWS
        named = await behind_queries.named([one.record_id for one in page], actor)
        shown = [one for one in page if one.record_id in named or one.event not in _SEALED]
        if shown or not more:
            return Page(
                rows=[Shown(event=one, record=named.get(one.record_id)) for one in shown],
                after=".".join(map(str, _key(shown[-1]))) if more else "",
            )
        mark = _key(page[-1])
    return Page(rows=[], after="")


def is_sealed(figure: FigureDefinition) -> bool:
    """Tell whether a figure counts records of which some are hidden from whom they are about."""
    return any(term.event in _SEALED for term in figure.terms)


def _key(one: Behind) -> statistics.After:
    return one.happened_on, one.record_id, one.entry, one.ordinal


def _mark(text: str) -> statistics.After | None:
    try:
        day, record, entry, ordinal = text.split(".")
        found = date.fromisoformat(day), UUID(record), int(entry), int(ordinal)
    except ValueError:
        return None
    counted = found[0].year < _NEVER and 0 <= found[2] < 2**31 and 0 <= found[3] < 2**15
    return found if counted else None


@replica.reads
async def counted_until() -> Progress:
    """Return up to which place of the log, and until when, figures are counted."""
    return await counting_queries.progress()


@replica.reads
async def freshness() -> Freshness:
    """Return the same, and what is sealed and not counted yet."""
    return await freshness_queries.freshness()


async def recounted() -> Monthly | None:
    """Return what counting everything anew found the last time; None if it never was."""
    return await recount_queries.last()


async def _sums(
    figures: list[FigureDefinition],
    wanted: Wanted,
    actor: Actor,
    found: dict[UUID, dict[str, int | None]],
) -> None:
    if not figures:
        return
    by_party = any(term.parties for one in figures for term in one.terms)
    asked = _asked(figures, wanted)
    asked = msgspec.structs.replace(asked, by=("party",) if by_party else ())
    lines = await statistics.answer(asked, actor)
    for unit_id, told in found.items():
        mine = [line for line in lines if line.unit_id == unit_id]
        told |= {one.code: evaluating.value(one, mine) for one in figures}


async def _parties(
    figures: list[FigureDefinition],
    wanted: Wanted,
    actor: Actor,
    found: dict[UUID, dict[str, int | None]],
) -> None:
    if not figures:
        return
    counts = await statistics.parties(_asked(figures, wanted), actor)
    for unit_id, told in found.items():
        for one in figures:
            kinds = {kind for term in one.terms for kind in term.parties}
            told[one.code] = sum(
                each.parties for each in counts[unit_id] if not kinds or kinds & set(each.kinds)
            )


def _asked(figures: list[FigureDefinition], wanted: Wanted) -> Asked:
    return Asked(
        events=evaluating.events_of(figures),
        first=wanted.first,
        last=wanted.last,
        units=wanted.units,
        reading=wanted.reading,
        stands=any(one.kind == "stock" for one in figures),
        filters=wanted.filters,
    )
