"""Tables and texts of a report as pages show them. Pure."""

from collections.abc import Mapping
from uuid import UUID

from backend.insight.reports import marks
from backend.insight.rules import filling
from backend.insight.rules.definitions import within
from backend.insight.rules.periods import Period
from backend.insight.rules.reports import cells
from backend.insight.rules.reports.cells import Column, Figures, Row, Said
from backend.insight.rules.reports.facts import Content
from schemas.core.problems import Text
from schemas.insight.report_definitions import ReportDefinition, ReportTable
from schemas.insight.report_views import (
    CellView,
    Days,
    ReportColumnView,
    ReportRowView,
    ReportTableView,
    ReportTextView,
    StatementLost,
)
from schemas.insight.words import ColumnKind

_NOTHING = Said(counted=None, stated=None, value=None)
Names = Mapping[UUID, str]


def tables(
    content: Content,
    definition: ReportDefinition,
    figures: Figures,
    people: Names,
    period: Period,
) -> list[ReportTableView]:
    """Return the tables in the order of the definition."""
    return [
        _table(one, content, figures, people, period)
        for one in cells.tables_of(definition).values()
    ]


def _table(
    table: ReportTable, content: Content, figures: Figures, people: Names, period: Period
) -> ReportTableView:
    columns = cells.columns_of(table, figures)
    said = cells.said(content, table, figures)
    return ReportTableView(
        part=table.id,
        title=table.title,
        note=table.note,
        columns=[
            ReportColumnView(
                label=one.label,
                kind=one.kind,
                unit=_of_column(one, figures),
                figure=one.figure,
                days=_days(one, period),
            )
            for one in columns
        ],
        rows=[
            ReportRowView(
                key=row.key,
                label=row.label,
                indent=row.indent,
                heading=row.heading,
                total=row.key == cells.TOTAL,
                unit=unit_of(row.figure, ColumnKind.PERIOD, figures) if row.figure else None,
                figure=row.figure,
                filters=within(table.filters, row.filters),
                cells=[]
                if row.heading
                else [
                    _cell(
                        said.get((at, place), _NOTHING),
                        row,
                        people,
                        computed=cells.follows(row, column, figures),
                    )
                    for place, column in enumerate(columns)
                ],
            )
            for at, row in enumerate(cells.rows_of(table, cells.of_part(content, table.id)))
        ],
    )


def _days(column: Column, period: Period) -> Days | None:
    if column.kind in cells.COMPUTED:
        return None
    found = filling.span(column.kind, period)
    return Days(kind=found.kind, first=found.first, last=found.last)


def _of_column(column: Column, figures: Figures) -> str | None:
    if column.figure is not None:
        return figures[column.figure].unit if column.figure in figures else "count"
    return "percent" if column.kind is ColumnKind.CHANGE_PERCENT else None


def unit_of(figure: str | None, kind: ColumnKind, figures: Figures) -> str:
    """Return in what a cell's value is: count, vnd, days or percent."""
    if kind is ColumnKind.CHANGE_PERCENT:
        return "percent"
    return figures[figure].unit if figure and figure in figures else "count"


def _cell(said: Said, row: Row, people: Names, *, computed: bool) -> CellView:
    stated = said.stated
    return CellView(
        counted=said.counted,
        value=said.value,
        stated=stated is not None,
        reason=stated.reason if stated else None,
        by_name=people.get(stated.by) if stated else None,
        at=stated.at if stated else None,
        computed=computed,
        may_state=not computed and not row.heading,
    )


def texts(
    content: Content, before: Content | None, definition: ReportDefinition, people: Names
) -> list[ReportTextView]:
    """Return the parts in words, each with what the last report said."""
    written = {one.part: one for one in content.texts}
    last = {one.part: one.text for one in before.texts} if before else {}
    found = []
    for part in cells.texts_of(definition).values():
        one = written.get(part.id)
        found.append(
            ReportTextView(
                part=part.id,
                title=part.title,
                help=part.help,
                required=part.required,
                text=one.text if one else "",
                mark=marks.of_text(part.id, one.text if one else ""),
                by_name=people.get(one.by) if one else None,
                at=one.at if one else None,
                before=last.get(part.id, ""),
            )
        )
    return found


def lost(content: Content, definition: ReportDefinition, people: Names) -> list[StatementLost]:
    """Return stated values whose row is gone."""
    titles = {key: one.title for key, one in cells.tables_of(definition).items()}
    return [
        StatementLost(
            table=titles.get(one.part, Text(vi=one.part, en=one.part)),
            row=one.row,
            value=one.value,
            reason=one.reason,
            by_name=people.get(one.by),
            at=one.at,
        )
        for one in cells.lost(content)
    ]
