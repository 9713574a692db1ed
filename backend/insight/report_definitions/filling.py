"""Fills the tables of a report from figures: each filter and period is asked for once, with all its figures.

    through, tables = await fill(version.definition, unit_id, period.first, period.last, actor)

The values are those of one position of the log, which is returned with them: who counts up to it gets the same.
"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from backend.core.actors import Actor
from backend.force.units import service as units_service
from backend.force.units.service import UnitView
from backend.insight.figures import definitions as figure_definitions
from backend.insight.figures import service as figures
from backend.insight.figures.service import Wanted
from backend.insight.queries import counting as counting_queries
from backend.insight.rules import filling as rules
from backend.insight.rules import rows_from_data as row_rules
from backend.insight.rules.asking import Filters
from backend.insight.rules.definitions import within
from backend.insight.rules.periods import Period
from backend.insight.rules.rows_from_data import Line, Values
from backend.insight.texts import report_definitions as words
from backend.law.catalogue import service as catalogue
from schemas.core.problems import Text
from schemas.insight.definitions import FigureDefinition
from schemas.insight.report_definitions import FigureFilter, ReportDefinition, ReportTable
from schemas.insight.reports import FilledCell, FilledTable
from schemas.insight.words import ColumnKind, RowsBy

_TRIES = 3
MOST_CELLS = 18_000
"""Of one table whose rows are behaviours; the rest is in one row."""
_LONGEST_LABEL = 280
_WORDS = {
    row_rules.TOTAL: words.TOTAL,
    row_rules.OWN: words.OWN,
    row_rules.UNTOLD: words.UNTOLD,
    row_rules.OTHERS: words.OTHERS,
}


async def fill(
    definition: ReportDefinition, unit_id: UUID, first: date, last: date, actor: Actor
) -> tuple[int, list[FilledTable]]:
    """Return up to which position of the log was counted, and the filled tables in their order.

    A figure that nothing in the system tells, or that was not defined in the period of a column, has no value. The
    counting goes on meanwhile: when it moved, all is asked again, and at last the counting waits. Runs in the caller's
    transaction. Raises NotFound for a unit out of sight.
    """
    report = _Report(definition, unit_id, first, last, actor)
    through = (await figures.counted_until()).through
    for _ in range(_TRIES):
        tables = await report.tables()
        now = (await figures.counted_until()).through
        if now == through:
            return through, tables
        through = now
    through = await counting_queries.wait_for_progress()
    return through, await report.tables()


class _Report:
    """One report to be filled, and the answers to what it asks."""

    def __init__(
        self, definition: ReportDefinition, unit_id: UUID, first: date, last: date, actor: Actor
    ) -> None:
        self._parts = [one for one in definition.parts if isinstance(one, ReportTable)]
        self._unit_id = unit_id
        self._period = Period(kind=definition.period, first=first, last=last)
        self._actor = actor
        self._known = figure_definitions.in_force(last)

    async def tables(self) -> list[FilledTable]:
        """Ask for everything, and return the tables."""
        values = await self._of_figures()
        found = []
        for part in self._parts:
            if part.by is RowsBy.FIGURE:
                found.append(_by_figure(part, values))
            else:
                found.append(await self._from_data(part))
        return found

    async def _of_figures(self) -> dict[tuple[ColumnKind, Filters], Values]:
        """Return the values of all rows of figures, by period and filter, for each question one answer."""
        asked: dict[tuple[ColumnKind, Filters], list[str]] = {}
        for part in self._parts:
            kinds = {kind for column in part.columns for kind in rules.asked(column.kind)}
            for row in part.rows:
                if row.figure is not None:
                    filters = _filters(within(part.filters, row.filters))
                    for kind in sorted(kinds):
                        asked.setdefault((kind, filters), []).append(row.figure)
        return {
            (kind, filters): await self._values(codes, kind, filters)
            for (kind, filters), codes in asked.items()
        }

    async def _values(self, codes: Iterable[str], kind: ColumnKind, filters: Filters) -> Values:
        span = rules.span(kind, self._period)
        defined = figure_definitions.in_force(span.last)
        known = [one for one in dict.fromkeys(codes) if one in defined]
        if not known:
            return {}
        wanted = Wanted(units=(self._unit_id,), first=span.first, last=span.last, filters=filters)
        return (await figures.values(known, wanted, self._actor))[self._unit_id]

    async def _from_data(self, part: ReportTable) -> FilledTable:
        codes = [one for one in part.figures if one in self._known]
        period, filters = self._period, _filters(part.filters)
        wanted = Wanted(
            units=(self._unit_id,), first=period.first, last=period.last, filters=filters
        )
        if part.by is RowsBy.UNIT:
            return await self._by_unit(part, codes, wanted)
        total = (await figures.values(codes, wanted, self._actor))[self._unit_id]
        if part.by is RowsBy.FIELD:
            found = await figures.broken_down(codes, wanted, "field", self._actor)
            fields = list(filters.fields) or list(words.FIELDS)
            return _from_lines(part, row_rules.of_fields(total, found, fields), words.FIELDS)
        found = await figures.broken_down(codes, wanted, "behaviour", self._actor)
        most = MOST_CELLS // len(part.figures)
        named = await catalogue.names()
        lines = row_rules.of_behaviours(total, found, most, self._adds_up)
        return _from_lines(part, lines, {one: _behaviour(one, named) for one in found})

    async def _by_unit(self, part: ReportTable, codes: list[str], wanted: Wanted) -> FilledTable:
        """Rows are the units right below that were in force in the period, and those in which anything was counted."""
        below = {
            one.id: one for one in await units_service.list_tree() if one.parent_id == self._unit_id
        }
        wanted = Wanted(
            units=(self._unit_id, *below),
            first=wanted.first,
            last=wanted.last,
            filters=wanted.filters,
        )
        found = await figures.values(codes, wanted, self._actor)
        lines = row_rules.of_units(
            found[self._unit_id],
            ((str(one), found[one], self._was_in_force(unit)) for one, unit in below.items()),
            self._adds_up,
        )
        return _from_lines(part, lines, {str(one.id): one.name for one in below.values()})

    def _was_in_force(self, unit: UnitView) -> bool:
        began = unit.valid_from <= self._period.last
        return began and (unit.valid_to is None or unit.valid_to > self._period.first)

    def _adds_up(self, code: str) -> bool:
        figure: FigureDefinition = self._known[code]
        return figure.kind in ("sum", "stock")


def _behaviour(code: str, named: dict[str, str]) -> Text:
    said = f"{named[code]} ({code})" if code in named else code
    return Text(vi=said[-_LONGEST_LABEL:], en=said[-_LONGEST_LABEL:])


def _filters(said: FigureFilter | None) -> Filters:
    if said is None:  # no published definition has such a row
        raise ValueError("a filter that selects nothing")
    return Filters(
        fields=tuple(said.fields),
        behaviours=tuple(said.behaviours),
        parties=tuple(said.parties),
    )


def _by_figure(part: ReportTable, values: dict[tuple[ColumnKind, Filters], Values]) -> FilledTable:
    cells = []
    for at, row in enumerate(part.rows):
        if row.figure is None:
            continue
        filters = _filters(within(part.filters, row.filters))
        for place, column in enumerate(part.columns):
            told = {
                kind: values[kind, filters].get(row.figure) for kind in rules.asked(column.kind)
            }
            value = rules.value(column.kind, told)
            cells.append(FilledCell(row=at, column=place, value=value))
    return FilledTable(part=part.id, cells=cells)


def _from_lines(part: ReportTable, lines: list[Line], named: dict[str, Text]) -> FilledTable:
    return FilledTable(
        part=part.id,
        keys=[one.key for one in lines],
        labels=[_WORDS.get(one.key) or named[one.key] for one in lines],
        cells=[
            FilledCell(row=at, column=place, value=line.values.get(code))
            for at, line in enumerate(lines)
            for place, code in enumerate(part.figures)
        ],
    )
