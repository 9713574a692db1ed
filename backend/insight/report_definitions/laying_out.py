"""Filled tables with the words of their definition, as a page or a workbook shows them. Pure."""

from collections.abc import Mapping, Sequence
from typing import Literal

from backend.insight.report_definitions.workbook import Cell, Row, Table
from backend.insight.rules import rows_from_data
from schemas.core.problems import Text
from schemas.insight.definitions import FigureDefinition
from schemas.insight.report_definitions import ReportDefinition, ReportTable
from schemas.insight.reports import FilledTable
from schemas.insight.words import ColumnKind, RowsBy

Figures = Mapping[str, FigureDefinition]
Language = Literal["vi", "en"]


def tables(
    definition: ReportDefinition,
    filled: Sequence[FilledTable],
    figures: Figures,
    language: Language,
) -> dict[str, Table]:
    """Return the tables of a definition by their ids, as they were filled; one that was not filled has no values."""
    by_part = {one.part: one for one in filled}
    return {
        part.id: _table(part, by_part.get(part.id), figures, language)
        for part in definition.parts
        if isinstance(part, ReportTable)
    }


def _table(
    part: ReportTable, filled: FilledTable | None, figures: Figures, language: Language
) -> Table:
    values = {(one.row, one.column): one.value for one in filled.cells} if filled else {}
    by_figure = part.by is RowsBy.FIGURE
    rows = _own_rows(part, language) if by_figure else _rows_from_data(filled, language)
    units = [
        [unit_of(figures, row_figure, kind) for row_figure, kind in _asked(part, at)]
        for at in range(len(rows))
    ]
    return Table(
        title=getattr(part.title, language),
        columns=_columns(part, figures, language),
        rows=[
            row
            if row.heading
            else Row(
                label=row.label,
                indent=row.indent,
                total=row.total,
                cells=[
                    Cell(value=values.get((at, place)), unit=unit)
                    for place, unit in enumerate(units[at])
                ],
            )
            for at, row in enumerate(rows)
        ],
        note=getattr(part.note, language) if part.note else "",
    )


def _own_rows(part: ReportTable, language: Language) -> list[Row]:
    return [
        Row(label=getattr(one.label, language), indent=one.indent, heading=one.figure is None)
        for one in part.rows
    ]


def _rows_from_data(filled: FilledTable | None, language: Language) -> list[Row]:
    if filled is None:
        return []
    return [
        Row(label=getattr(label, language), total=key == rows_from_data.TOTAL)
        for key, label in zip(filled.keys, filled.labels, strict=True)
    ]


def _asked(part: ReportTable, row: int) -> list[tuple[str | None, ColumnKind]]:
    if part.by is RowsBy.FIGURE:
        return [(part.rows[row].figure, one.kind) for one in part.columns]
    return [(one, ColumnKind.PERIOD) for one in part.figures]


def _columns(part: ReportTable, figures: Figures, language: Language) -> list[str]:
    if part.by is RowsBy.FIGURE:
        return [getattr(one.label, language) for one in part.columns]
    return [_named(one, figures, language) for one in part.figures]


def _named(code: str, figures: Figures, language: Language) -> str:
    if code not in figures:  # it was defined once, and is not any more
        return code
    figure = figures[code]
    name: Text = figure.name
    money = " (đồng)" if figure.unit == "vnd" else ""
    return f"{getattr(name, language)}{money}"


def unit_of(figures: Figures, figure: str | None, kind: ColumnKind) -> str:
    """Return in what a value is: count, vnd, days or percent (tenths of both)."""
    if kind is ColumnKind.CHANGE_PERCENT:
        return "percent"
    return figures[figure].unit if figure and figure in figures else "count"
