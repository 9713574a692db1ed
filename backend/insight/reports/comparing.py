"""What units below sent, against what is counted of them: figure by figure, unit by unit.

Only figures in rows, of the period itself: other columns and tables say the same of other days or parts.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from uuid import UUID

from backend.core.actors import Actor
from backend.insight.figures import service as figure_service
from backend.insight.figures.service import Wanted
from backend.insight.queries import reports as queries
from backend.insight.reports import below, defined, showing
from backend.insight.rules.asking import Filters
from backend.insight.rules.definitions import within
from backend.insight.rules.reports import cells
from backend.insight.rules.reports.facts import Report
from schemas.insight.report_definitions import (
    FigureFilter,
    ReportDefinition,
    ReportRow,
    ReportTable,
)
from schemas.insight.report_views import ComparedRow, ComparedUnit
from schemas.insight.words import ColumnKind, RowsBy

_ADDS_UP = (*cells.ADDS_UP, "stated")
Counted = Mapping[UUID, Mapping[str, int | None]]


class _Line(NamedTuple):
    """One row of figures of the report."""

    table: ReportTable
    place: int
    column: int
    row: ReportRow
    figure: str
    filters: FigureFilter


async def rows(report: Report, actor: Actor) -> tuple[list[ComparedRow], int]:
    """Return the rows, and up to which position of the log units are counted."""
    definition = await defined.of(report)
    units = [one.id for one in await below.units(report)]
    sent = await _sent(report)
    others = {key: await defined.of(one) for key, one in sent.items()}
    through = (await figure_service.counted_until()).through
    lines = list(_lines(definition))
    counted = await _counted(report, lines, units, actor)
    return [
        _row(report, one, units, sent, others, counted[_key(one.filters)]) for one in lines
    ], through


async def _sent(report: Report) -> dict[UUID, Report]:
    """Return by unit what this report rests on; before it took any, what there is now."""
    taken = report.content.taken
    if taken is None:
        taken = (await below.taken_now(report)).taken
    return {one.unit_id: one for one in await queries.of_ids([each.report_id for each in taken])}


def _lines(definition: ReportDefinition) -> Iterator[_Line]:
    for table in cells.tables_of(definition).values():
        kinds = [one.kind for one in table.columns]
        if table.by is not RowsBy.FIGURE or ColumnKind.PERIOD not in kinds:
            continue
        column = kinds.index(ColumnKind.PERIOD)
        for place, row in enumerate(table.rows):
            filters = within(table.filters, row.filters)
            if row.figure is not None and filters is not None:
                yield _Line(table, place, column, row, row.figure, filters)


def _key(filters: FigureFilter) -> Filters:
    return Filters(
        fields=tuple(filters.fields),
        behaviours=tuple(filters.behaviours),
        parties=tuple(filters.parties),
    )


async def _counted(
    report: Report, lines: Sequence[_Line], units: Sequence[UUID], actor: Actor
) -> dict[Filters, Counted]:
    """Return what is counted of each unit, for each filter in one question."""
    known = defined.figures_of(report)
    asked: dict[Filters, list[str]] = {}
    for one in lines:
        codes = asked.setdefault(_key(one.filters), [])
        if one.figure in known and one.figure not in codes:
            codes.append(one.figure)
    found: dict[Filters, Counted] = {}
    for filters, codes in asked.items():
        wanted = Wanted(
            units=tuple(units), first=report.first_day, last=report.last_day, filters=filters
        )
        found[filters] = await figure_service.values(codes, wanted, actor) if units else {}
    return found


def _row(
    report: Report,
    line: _Line,
    units: Sequence[UUID],
    sent: Mapping[UUID, Report],
    others: Mapping[UUID, ReportDefinition],
    counted: Counted,
) -> ComparedRow:
    figures = defined.figures_of(report)
    of_units = [
        ComparedUnit(
            unit_id=one,
            sent=_value(sent[one], others[one], line) if one in sent else None,
            counted=counted.get(one, {}).get(line.figure),
        )
        for one in units
    ]
    adds_up = line.figure in figures and figures[line.figure].kind in _ADDS_UP
    own = cells.said(report.content, line.table, figures).get((line.place, line.column))
    there = [one for one in of_units if one.unit_id in sent]
    return ComparedRow(
        table=line.table.title,
        label=line.row.label,
        unit=showing.unit_of(line.figure, ColumnKind.PERIOD, figures),
        sent=_sum([one.sent for one in there]) if adds_up else None,
        counted=_sum([one.counted for one in there]) if adds_up else None,
        report=own.value if own is not None else None,
        units=of_units,
    )


def _sum(values: Sequence[int | None]) -> int | None:
    """Sum what was said; None if nobody said anything."""
    said = [one for one in values if one is not None]
    return sum(said) if said else None


def _value(sent: Report, definition: ReportDefinition, line: _Line) -> int | None:
    """Return what a unit's report says of the same figure, which stands elsewhere in another version."""
    figures = defined.figures_of(sent)
    for one in _lines(definition):
        same = (one.table.id, one.figure, one.filters) == (line.table.id, line.figure, line.filters)
        if same:
            found = cells.said(sent.content, one.table, figures).get((one.place, one.column))
            return found.value if found is not None else None
    return None
