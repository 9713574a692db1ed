"""Rows, columns and cells of a report's tables: which there are, and what each says. Pure.

Where figures are the rows, rows and columns are the definition's. Else the rows follow from data (units, fields,
behaviours, the total last) and the columns are figures.
"""

from collections.abc import Callable, Mapping

import msgspec

from backend.insight.rules import filling
from backend.insight.rules.reports.facts import Content, Statement
from schemas.core.problems import Text
from schemas.insight.definitions import FigureDefinition
from schemas.insight.report_definitions import (
    FigureFilter,
    ReportDefinition,
    ReportRow,
    ReportTable,
    ReportText,
)
from schemas.insight.reports import FilledTable
from schemas.insight.words import ColumnKind, RowsBy

COMPUTED = frozenset({ColumnKind.CHANGE, ColumnKind.CHANGE_PERCENT})
"""Columns that follow from others: nobody states them."""
TOTAL = "total"
"""Key of a row that sums the others up."""
ADDS_UP = ("sum", "stock")
"""Kinds of figures of which a total is the sum of its rows, and a unit's value that of the units below."""

Figures = Mapping[str, FigureDefinition]


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """A row as people read it."""

    key: str
    label: Text
    figure: str | None = None
    """The figure of the whole row; None for a heading, and where figures are the columns."""
    filters: FigureFilter = FigureFilter()
    indent: int = 0
    heading: bool = False


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """A column as people read it."""

    label: Text
    kind: ColumnKind = ColumnKind.PERIOD
    figure: str | None = None
    """The figure of the whole column; None where figures are the rows."""


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What a cell says: as it was counted, as a person states it, and what the report says."""

    counted: int | None
    stated: Statement | None
    value: int | None
    """The stated value before the counted one. A total and a change follow the values that they are made of."""


def tables_of(definition: ReportDefinition) -> dict[str, ReportTable]:
    """Return the tables of a definition by their ids."""
    return {one.id: one for one in definition.parts if isinstance(one, ReportTable)}


def texts_of(definition: ReportDefinition) -> dict[str, ReportText]:
    """Return the parts that people write, by their ids."""
    return {one.id: one for one in definition.parts if isinstance(one, ReportText)}


def of_part(content: Content, part: str) -> FilledTable | None:
    """Return a table as it was filled last, or None."""
    return next((one for one in content.tables if one.part == part), None)


def key_of(filled: FilledTable, row: int) -> str:
    """Return by what a row is known: what it is about; of a definition's own row its place."""
    return filled.keys[row] if filled.keys else str(row)


def place_of(filled: FilledTable) -> Callable[[str], int | None]:
    """Return what tells in which row of a filled table a row's key is now; None if it is in none."""
    if not filled.keys:
        return lambda key: int(key) if key.isdecimal() else None
    places = {key: place for place, key in enumerate(filled.keys)}
    return places.get


def rows_of(table: ReportTable, filled: FilledTable | None) -> list[Row]:
    """Return the rows of a table, in order."""
    if table.by is RowsBy.FIGURE:
        return [_own(place, one) for place, one in enumerate(table.rows)]
    if filled is None:
        return []
    return [
        Row(key=key, label=label) for key, label in zip(filled.keys, filled.labels, strict=True)
    ]


def _own(place: int, one: ReportRow) -> Row:
    return Row(
        key=str(place),
        label=one.label,
        figure=one.figure,
        filters=one.filters,
        indent=one.indent,
        heading=one.figure is None,
    )


def columns_of(table: ReportTable, figures: Figures) -> list[Column]:
    """Return the columns of a table, in order; a figure that is not defined any more has its code as name."""
    if table.by is RowsBy.FIGURE:
        return [Column(label=one.label, kind=one.kind) for one in table.columns]
    return [
        Column(label=figures[one].name if one in figures else Text(vi=one, en=one), figure=one)
        for one in table.figures
    ]


def follows(row: Row, column: Column, figures: Figures) -> bool:
    """Tell whether a cell follows from others, so that nobody states it.

    A change does, and the total of a figure that adds up where rows follow from data.
    """
    if column.kind in COMPUTED:
        return True
    known = figures.get(column.figure) if column.figure else None
    return row.key == TOTAL and known is not None and known.kind in ADDS_UP


def said(content: Content, table: ReportTable, figures: Figures) -> dict[tuple[int, int], Said]:
    """Return what each cell of a table says, by row and column. A cell that says nothing may be left out."""
    filled = of_part(content, table.id)
    if filled is None:
        return {}
    counted = {(one.row, one.column): one.value for one in filled.cells}
    place, stated = place_of(filled), dict[tuple[int, int], Statement]()
    for one in content.statements:
        row = place(one.row) if one.part == table.id else None
        if row is not None:
            stated[row, one.column] = one
    found = {
        at: Said(counted=counted.get(at), stated=stated.get(at), value=_before(counted, stated, at))
        for at in {**counted, **stated}
    }
    if stated:
        follow = _changes if table.by is RowsBy.FIGURE else _totals
        for at, value in follow(table, filled, found, figures).items():
            if at in found and found[at].stated is None:
                found[at] = msgspec.structs.replace(found[at], value=value)
    return found


def _before(
    counted: Mapping[tuple[int, int], int | None],
    stated: Mapping[tuple[int, int], Statement],
    at: tuple[int, int],
) -> int | None:
    return stated[at].value if at in stated else counted.get(at)


def _changes(
    table: ReportTable, _filled: FilledTable, found: Mapping[tuple[int, int], Said], _: Figures
) -> dict[tuple[int, int], int | None]:
    """Return the changes of rows in which a value is stated."""
    kinds = [one.kind for one in table.columns]
    moved: dict[tuple[int, int], int | None] = {}
    for row in {row for (row, _), one in found.items() if one.stated is not None}:
        told = {kind: found[row, at].value for at, kind in enumerate(kinds) if (row, at) in found}
        counted = {
            kind: found[row, at].counted for at, kind in enumerate(kinds) if (row, at) in found
        }
        now = told.get(ColumnKind.PERIOD)
        before = told.get(ColumnKind.YEAR_BEFORE, _year_before(counted))
        asked = {ColumnKind.PERIOD: now, ColumnKind.YEAR_BEFORE: before}
        for at, kind in enumerate(kinds):
            if kind in COMPUTED:
                moved[row, at] = filling.value(kind, asked)
    return moved


def _year_before(counted: Mapping[ColumnKind, int | None]) -> int | None:
    """Return what was counted a year before, where a column tells only by how much it changed."""
    now, change = counted.get(ColumnKind.PERIOD), counted.get(ColumnKind.CHANGE)
    return now - change if now is not None and change is not None else None


def _totals(
    table: ReportTable,
    filled: FilledTable,
    found: Mapping[tuple[int, int], Said],
    figures: Figures,
) -> dict[tuple[int, int], int | None]:
    """Return totals moved by what is stated in their rows, of figures that add up."""
    moved: dict[tuple[int, int], int | None] = {}
    if TOTAL not in filled.keys:
        return moved
    total = filled.keys.index(TOTAL)
    for at, code in enumerate(table.figures):
        counted = found[total, at].counted if (total, at) in found else None
        if counted is None or code not in figures or figures[code].kind not in ADDS_UP:
            continue
        by = sum(
            (one.value or 0) - (one.counted or 0)
            for (row, column), one in found.items()
            if column == at and row != total and one.stated is not None
        )
        moved[total, at] = counted + by
    return moved


def lost(content: Content) -> list[Statement]:
    """Return statements about rows that the tables do not have any more."""
    places = {one.part: place_of(one) for one in content.tables}
    return [
        one
        for one in content.statements
        if one.part not in places or places[one.part](one.row) is None
    ]
