"""Answers questions about counted events: by sums where they are kept, else from events; and the records behind.

    lines = await statistics.answer(Asked(events=…, first=…, last=…, units=(…,)), actor)

Every question goes through _covers(): an officer sees figures of the own unit and below. Both ways of answering give
the same sums, to the đồng; a test asks both.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from uuid import UUID

import msgspec

from backend.core import clock, scope
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.insight.queries import counted_units
from backend.insight.queries import counting as counting_queries
from backend.insight.queries import statistics as queries
from backend.insight.queries.counted_units import UnitRow
from backend.insight.queries.statistics import Behind, CellRow, Days, PartyCount, Sum
from backend.insight.rules import asking, covering, halves
from backend.insight.rules.asking import Asked
from backend.insight.rules.covering import Cover
from schemas.insight.figures import CountedEvent, CountedParty


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What one cell comes to in one of the asked units, in the period or a half month of it."""

    unit_id: UUID
    cell: CellRow
    starts_on: date | None
    counted: int
    amount: int
    annulled: int
    annulled_amount: int

    @property
    def event(self) -> CountedEvent:
        """What happened."""
        return self.cell.event

    @property
    def detail(self) -> str:
        """Which kind of it."""
        return self.cell.detail

    @property
    def party(self) -> CountedParty:
        """Kind of party; NOBODY if not told apart."""
        return self.cell.party


class _Found:
    """Sums as they come in, by asked unit, cell and part of the period."""

    def __init__(self) -> None:
        self._sums: dict[tuple[UUID, CellRow, date | None], list[int]] = {}

    def add(
        self, cells: Iterable[CellRow], found: Iterable[Sum], covers: dict[UUID, Cover]
    ) -> None:
        """Add sums to those asked units of `covers` to which they belong: more than one, if they lie in each other."""
        known = {one.id: one for one in cells}
        by_unit: dict[UUID, list[UUID]] = {}
        by_place: dict[int, list[UUID]] = {}
        for asked, cover in covers.items():
            for unit in cover.units:
                by_unit.setdefault(unit, []).append(asked)
            for place in cover.places:
                by_place.setdefault(place, []).append(asked)
        for one in found:
            told = (one.counted, one.amount, one.annulled, one.annulled_amount)
            of = by_unit[one.unit_id] if one.unit_id is not None else by_place[one.place_id or 0]
            for asked in of:
                sums = self._sums.setdefault((asked, known[one.cell_id], one.starts_on), [0] * 4)
                for place, value in enumerate(told):
                    sums[place] += value

    def lines(self) -> list[Line]:
        return [
            Line(
                unit_id=unit_id,
                cell=cell,
                starts_on=starts_on,
                counted=sums[0],
                amount=sums[1],
                annulled=sums[2],
                annulled_amount=sums[3],
            )
            for (unit_id, cell, starts_on), sums in self._sums.items()
        ]


async def answer(asked: Asked, actor: Actor) -> list[Line]:
    """Return what the asked events come to in each unit. Raises NotFound for a unit out of sight."""
    covers = await _covers(asked, actor)
    found = _Found()
    grain = asking.grain(asked)
    summed = {
        key: cover
        for key, cover in covers.items()
        if asking.summed(cover.units.values(), grain, "half")
    }
    if summed:
        await _by_sums(asked, summed, grain, found)
    rest = {key: cover for key, cover in covers.items() if key not in summed}
    if any(cover.places for cover in rest.values()):
        cells = await queries.cells(asked, asking.FINEST)
        ids, days = [one.id for one in cells], (asked.first, asked.last)
        told = await queries.events(_places(rest), ids, days, series=asked.series)
        found.add(cells, told, rest)
    return found.lines()


async def _by_sums(asked: Asked, covers: dict[UUID, Cover], grain: int, found: _Found) -> None:
    cells = await queries.cells(asked, grain)
    ids = [one.id for one in cells]
    units = {unit: level for cover in covers.values() for unit, level in cover.units.items()}
    parts = halves.parts(asked.first, asked.last)
    if parts.halves is not None:
        sums = await queries.sums(
            list(units), "half", grain, ids, parts.halves, series=asked.series
        )
        found.add(cells, sums, covers)
    for days in parts.days:
        if asking.summed(units.values(), grain, "day"):
            sums = await queries.sums(list(units), "day", grain, ids, days, series=asked.series)
            found.add(cells, [_in_half(one) for one in sums], covers)
        else:
            told = await _edge(asked, _places(covers), grain, cells, days)
            found.add(cells, told, covers)


def _places(covers: dict[UUID, Cover]) -> list[int]:
    return list(dict.fromkeys(place for cover in covers.values() for place in cover.places))


async def _edge(
    asked: Asked, places: Sequence[int], grain: int, cells: list[CellRow], days: Days
) -> list[Sum]:
    """Return the days at an end of the period from their events, under the cells of the coarser grain."""
    coarse = {_known(one, grain): one.id for one in cells}
    fine = await queries.cells(asked, asking.FINEST)
    meant = {one.id: coarse[_known(one, grain)] for one in fine if _known(one, grain) in coarse}
    told = await queries.events(places, list(meant), days, series=asked.series)
    return [msgspec.structs.replace(one, cell_id=meant[one.cell_id]) for one in told]


def _known(cell: CellRow, grain: int) -> tuple[str, ...]:
    finer = (cell.field, cell.party) if grain >= 1 else ("", "")
    return (cell.event, cell.detail, *finer, cell.behaviour if grain == asking.FINEST else "")


def _in_half(one: Sum) -> Sum:
    if one.starts_on is None:
        return one
    return msgspec.structs.replace(one, starts_on=halves.start_of(one.starts_on))


async def _covers(asked: Asked, actor: Actor) -> dict[UUID, Cover]:
    units = await counted_units.units()
    for unit_id in asked.units:
        _allowed(unit_id, units, actor)
    places = await counting_queries.known_places()
    day = clock.today() if asked.reading == "today" else asked.last if asked.stands else None
    return {one: covering.cover(one, places, units, day) for one in asked.units}


def _allowed(unit_id: UUID, units: dict[UUID, UnitRow], actor: Actor) -> None:
    unit = units.get(unit_id)
    if unit is None or not scope.covers(actor, unit.path):
        raise NotFound(what="unit")


async def parties(asked: Asked, actor: Actor) -> dict[UUID, list[PartyCount]]:
    """Return how many parties the asked events are about in each unit, each once in the period.

    Counted from the events: distinct parties of two halves are not the sum of both. Raises NotFound as answer().
    """
    ids = [one.id for one in await queries.cells(asked, asking.FINEST)]
    days = (asked.first, asked.last)
    covers = await _covers(asked, actor)
    return {key: await queries.parties(one.places, ids, days) for key, one in covers.items()}


After = tuple[date, UUID, int, int]
"""The event after which a page begins: day, record, act, place."""


async def behind(
    asked: Asked,
    actor: Actor,
    meant: Callable[[CellRow], bool],
    *,
    gone: bool = False,
    after: After | None = None,
    limit: int = 50,
) -> list[Behind]:
    """Return the events behind a figure with their records, one more than `limit` if there are more.

    `meant` chooses cells, `gone` those alone that stand no more. Raises NotFound as answer(). Whether the reader may
    open a record is decided where it is named and opened.
    """
    covers = await _covers(asked, actor)
    ids = [one.id for one in await queries.cells(asked, asking.FINEST) if meant(one)]
    days = (asked.first, asked.last)
    return await queries.behind(_places(covers), ids, days, gone=gone, after=after, limit=limit + 1)
