"""A report's tables as its page shows them: each value written, with the records behind it and what was counted.

Every cell is text, so that the template writes and decides nothing.
"""

from collections.abc import Mapping
from typing import NamedTuple

from admin_ui.shell import formats
from admin_ui.shell.forms import query_of
from admin_ui.shell.words import Language, say
from backend.insight.figures import definitions as figure_definitions
from schemas.insight.definitions import FigureDefinition
from schemas.insight.report_definitions import FigureFilter, ReportDefinition, ReportTable
from schemas.insight.report_views import (
    CellView,
    ReportColumnView,
    ReportRowView,
    ReportTableView,
    ReportView,
)
from schemas.insight.words import RowsBy
from schemas.law.periods import PeriodKind

BEHIND = "/desk/statistics/behind"
_WITHOUT_RECORDS = ("distinct", "stated")
"""Figures that are no sum of events: nothing is listed behind them."""
_IN_NO_ROW = ("own", "untold", "others")
"""Rows of what is in no other row: nothing in the address tells it apart."""
_IN_TENTHS = ("days", "percent")
_NOTHING = frozenset({"0", "–", "0,0", "0.0", "0,0 %", "0.0 %"})


class Cell(NamedTuple):
    """One value. Texts are empty where there is nothing to say."""

    label: str
    """The column's name, for narrow screens."""
    written: str
    href: str
    """The records behind it."""
    spoken: str
    """What the link says to those who do not see its row and column."""
    counted: str
    """What was counted, if a person states another value, and who stated it."""
    reason: str


class Line(NamedTuple):
    """One row."""

    name: str
    indent: int
    heading: bool
    total: bool
    cells: list[Cell]
    edit: str
    """Where values of this row are stated; empty if nobody states any now."""
    folded: bool = False
    """It heads rows that are all folded."""

    @property
    def says_nothing(self) -> bool:
        """Tell whether all that it says is that there was nothing, and nobody may say otherwise now."""
        said = any(one.counted or one.written not in _NOTHING for one in self.cells)
        return not (self.edit or said)

    @property
    def is_empty(self) -> bool:
        """Tell whether the page may fold it: a row in which there was nothing, no heading and no total."""
        return self.says_nothing and not (self.heading or self.total)


class Table(NamedTuple):
    """One table."""

    part: str
    title: str
    note: str
    first: str
    """What the rows are."""
    headings: list[str]
    lines: list[Line]
    edits: bool
    """Some row has a value that the reader may state."""

    @property
    def empty(self) -> int:
        """Return how many rows are folded."""
        return sum(one.is_empty for one in self.lines)

    @property
    def bare(self) -> bool:
        """Tell whether all that is left of it are headings and noughts: it is folded as a whole."""
        return bool(self.lines) and all(one.says_nothing for one in self.lines)


class _Of(NamedTuple):
    """What the cells of a table are told by."""

    table: ReportTable
    view: ReportView
    figures: Mapping[str, FigureDefinition]
    language: Language
    opens: bool


def tables(
    view: ReportView, definition: ReportDefinition, language: Language, *, opens: bool
) -> list[Table]:
    """Return the tables of a report, in the order of its definition.

    Values lead to the records behind them for those who read statistics (`opens`).
    """
    parts = {one.id: one for one in definition.parts if isinstance(one, ReportTable)}
    figures = figure_definitions.in_force(view.row.last)
    return [
        _table(_Of(parts[one.part], view, figures, language, opens), one) for one in view.tables
    ]


def _table(of: _Of, table: ReportTableView) -> Table:
    lines = [_line(of, table, at, row) for at, row in enumerate(table.rows)]
    return Table(
        part=table.part,
        title=getattr(table.title, of.language),
        note=getattr(table.note, of.language) if table.note else "",
        first=first_column(of.table, of.language),
        headings=[getattr(one.label, of.language) for one in table.columns],
        lines=headed(lines),
        edits=any(one.edit for one in lines),
    )


def headed(lines: list[Line]) -> list[Line]:
    """Fold each heading below which there was nothing, with its rows."""
    found: list[Line] = []
    seen = False
    for line in reversed(lines):
        found.append(line._replace(folded=not seen) if line.heading else line)
        seen = not line.heading and (seen or not line.is_empty)
    return found[::-1]


def first_column(table: ReportTable, language: Language) -> str:
    """Return what the rows of a table are."""
    if table.by is RowsBy.FIGURE:
        return say(language, "reports.column_row")
    return say(language, f"reports.rows_{table.by}")


def _line(of: _Of, table: ReportTableView, at: int, row: ReportRowView) -> Line:
    states = of.view.may.edit and any(one.may_state for one in row.cells)
    return Line(
        name=getattr(row.label, of.language),
        indent=row.indent,
        heading=row.heading,
        total=row.total,
        cells=[
            _cell(of, row, column, cell)
            for column, cell in zip(table.columns, row.cells, strict=not row.heading)
        ],
        edit=f"/desk/reports/{of.view.row.id}/values/{table.part}/{at}" if states else "",
    )


def _cell(of: _Of, row: ReportRowView, column: ReportColumnView, cell: CellView) -> Cell:
    label = getattr(column.label, of.language)
    unit = unit_of(row, column)
    shown = written(cell.value, unit, of.language)
    href = _behind(of, row, column) if of.opens and cell.counted and not cell.computed else ""
    name = getattr(row.label, of.language)
    spoken = say(of.language, "reports.behind", row=name, column=label, value=shown) if href else ""
    counted = ""
    if cell.stated:
        was = written(cell.counted, unit, of.language)
        key = "reports.stated_only" if cell.counted is None else "reports.stated_instead"
        counted = say(of.language, key, who=cell.by_name or "", value=was)
    return Cell(label, shown, href, spoken, counted, cell.reason or "")


def unit_of(row: ReportRowView, column: ReportColumnView) -> str:
    """Return in what the values of a cell are: as its column says for percent, else as its figure says."""
    if column.unit == "percent":
        return column.unit
    return row.unit or column.unit or "count"


def written(value: int | None, unit: str, language: Language) -> str:
    """Write a value: grouped, or in tenths of a day or of a percent."""
    if value is None:
        return "–"
    if unit not in _IN_TENTHS:
        return formats.number(value, language)
    said = formats.fixed(value, 1, language)
    if unit != "percent":
        return said
    return f"+{said} %" if value > 0 else f"{said} %"


def _behind(of: _Of, row: ReportRowView, column: ReportColumnView) -> str:
    """Return where the records behind a counted value are; empty if it has none."""
    figure = of.figures.get(row.figure or column.figure or "")
    if figure is None or figure.kind in _WITHOUT_RECORDS:
        return ""
    if row.filters is None or column.days is None or _is_wide(row.filters):
        return ""
    days = column.days
    asked = {
        "figure": figure.code,
        "period": str(days.kind),
        "since": days.first.isoformat() if days.kind is PeriodKind.DAYS else "",
        "until": days.last.isoformat(),
        "unit": str(of.view.row.unit_id),
        **_filtered(row.filters),
    }
    if of.table.by is not RowsBy.FIGURE and not row.total:
        if row.key in _IN_NO_ROW:
            return ""
        asked[str(of.table.by)] = row.key
    return f"{BEHIND}?{query_of(asked)}"


def _is_wide(filters: FigureFilter) -> bool:
    """Tell whether a filter has several values of one sort, which an address of statistics cannot say."""
    return any(len(one) > 1 for one in (filters.fields, filters.behaviours, filters.parties))


def _filtered(filters: FigureFilter) -> dict[str, str]:
    return {
        "field": next(iter(filters.fields), ""),
        "party": str(next(iter(filters.parties), "")),
        "behaviour": next(iter(filters.behaviours), ""),
    }
