"""Answers questions about counted events: by sums where they are kept, else from the events, and the records behind them.

    answer = await statistics.answer(Asked(events=…, first=…, last=…, unit_id=…), actor)

Every question goes through _allowed(): an officer sees figures of the own unit and below, those with the role of the nation's
auditors all. Both ways of answering give the same sums, to the đồng; a test asks both.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

import msgspec

from backend.core import scope
from backend.core.actors import Actor
from backend.core.errors import NotFound
from backend.insight.queries import counting as counting_queries
from backend.insight.queries import statistics as queries
from backend.insight.queries.counting import UnitRow
from backend.insight.queries.statistics import CellRow, Sum
from backend.insight.rules import asking, covering, halves
from backend.insight.rules.asking import Asked
from backend.insight.rules.covering import Cover


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """What one cell comes to in the asked unit, in the period or a part of it."""

    cell: CellRow
    starts_on: date | None
    counted: int
    amount: int
    annulled: int
    annulled_amount: int


async def answer(asked: Asked, actor: Actor) -> list[Line]:
    """Return what the asked events come to. Raises NotFound for a unit out of sight."""
    cover = await _cover(asked, actor)
    grain = asking.grain(asked)
    lines: dict[tuple[CellRow, date | None], list[int]] = {}
    if asking.summed(cover.units.values(), grain, "half"):
        cells = await queries.cells(asked, grain)
        for found in await _summed(asked, cover, grain, cells):
            _add(lines, cells, found)
    else:
        cells = await queries.cells(asked, 2)
        days = (asked.first, asked.last)
        ids = [one.id for one in cells]
        _add(lines, cells, await queries.events(cover.places, ids, days, series=asked.series))
    return [_line(cell, starts_on, sums) for (cell, starts_on), sums in lines.items()]


async def _summed(asked: Asked, cover: Cover, grain: int, cells: list[CellRow]) -> list[list[Sum]]:
    parts = halves.parts(asked.first, asked.last)
    ids, units, found = [one.id for one in cells], list(cover.units), []
    if parts.halves is not None:
        found.append(
            await queries.sums(units, "half", grain, ids, parts.halves, series=asked.series)
        )
    for days in parts.days:
        if asking.summed(cover.units.values(), grain, "day"):
            told = await queries.sums(units, "day", grain, ids, days, series=asked.series)
            found.append([_in_half(one) for one in told])
        else:
            found.append(await _edge(asked, cover, grain, cells, days))
    return found


async def _edge(
    asked: Asked, cover: Cover, grain: int, cells: list[CellRow], days: tuple[date, date]
) -> list[Sum]:
    """Return the days at an end of the period from their events, under the cells of the coarser grain."""
    fine = await queries.cells(asked, 2)
    coarse = {_known(one, grain): one.id for one in cells}
    meant = {one.id: coarse[_known(one, grain)] for one in fine if _known(one, grain) in coarse}
    told = await queries.events(cover.places, list(meant), days, series=asked.series)
    return [msgspec.structs.replace(one, cell_id=meant[one.cell_id]) for one in told]


def _known(cell: CellRow, grain: int) -> tuple[str, ...]:
    finer = (cell.field, cell.party) if grain >= 1 else ("", "")
    return (cell.event, cell.detail, *finer, cell.behaviour if grain == 2 else "")


def _in_half(one: Sum) -> Sum:
    if one.starts_on is None:
        return one
    return msgspec.structs.replace(one, starts_on=halves.start_of(one.starts_on))


def _add(
    lines: dict[tuple[CellRow, date | None], list[int]],
    cells: Iterable[CellRow],
    found: Iterable[Sum],
) -> None:
    known = {one.id: one for one in cells}
    for one in found:
        sums = lines.setdefault((known[one.cell_id], one.starts_on), [0, 0, 0, 0])
        told = (one.counted, one.amount, one.annulled, one.annulled_amount)
        for place, value in enumerate(told):
            sums[place] += value


def _line(cell: CellRow, starts_on: date | None, sums: list[int]) -> Line:
    return Line(
        cell=cell,
        starts_on=starts_on,
        counted=sums[0],
        amount=sums[1],
        annulled=sums[2],
        annulled_amount=sums[3],
    )


async def _cover(asked: Asked, actor: Actor) -> Cover:
    units = await counting_queries.units()
    _allowed(asked.unit_id, units, actor)
    places = await counting_queries.known_places()
    return covering.cover(asked.unit_id, asked.reading, places, units)


def _allowed(unit_id: UUID, units: dict[UUID, UnitRow], actor: Actor) -> None:
    unit = units.get(unit_id)
    if unit is None or not scope.covers(actor, unit.path):
        raise NotFound(what="unit")


async def behind(
    asked: Asked, actor: Actor, *, after: tuple[date, UUID, int, int] | None = None, limit: int = 51
) -> list[queries.Behind]:
    """Return the events behind a figure with their records, a page at a time. Raises NotFound as answer().

    Whether the reader may open a record is decided where it is opened.
    """
    cover = await _cover(asked, actor)
    ids = [one.id for one in await queries.cells(asked, 2)]
    days = (asked.first, asked.last)
    return await queries.behind(cover.places, ids, days, after=after, limit=limit)
