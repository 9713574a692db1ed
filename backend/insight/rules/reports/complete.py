"""What keeps a report from being begun, sent or submitted. Pure."""

from collections.abc import Collection
from datetime import date

from backend.insight.rules import periods
from backend.insight.rules.reports import cells
from backend.insight.rules.reports.facts import Content
from schemas.insight.report_definitions import ReportDefinition, ReportTable
from schemas.insight.reports import FilledTable
from schemas.insight.words import RowsBy
from schemas.law.periods import PeriodKind


def is_period(kind: PeriodKind, first: date, last: date, months: Collection[int]) -> bool:
    """Tell whether two days are a period of this kind. `months`: in which alone such a period ends; empty: in all."""
    if first > last or (months and last.month not in months):
        return False
    if kind is PeriodKind.DAYS:
        return True
    try:
        found = periods.containing(kind, last)
    except ValueError:
        return False
    return (found.first, found.last) == (first, last)


def existed(valid_from: date, valid_to: date | None, first: date, last: date) -> bool:
    """Tell whether a unit was in force on some day of a period. `valid_to` is the first day on which it was not."""
    return valid_from <= last and (valid_to is None or valid_to > first)


def fits(tables: Collection[FilledTable], definition: ReportDefinition) -> bool:
    """Tell whether tables are those of the definition, each once, and their cells inside of them."""
    known = cells.tables_of(definition)
    if sorted(one.part for one in tables) != sorted(known):
        return False
    return all(_inside(one, known[one.part]) for one in tables)


def _inside(filled: FilledTable, table: ReportTable) -> bool:
    fixed = table.by is RowsBy.FIGURE
    rows = len(table.rows) if fixed else len(filled.labels)
    columns = len(table.columns) if fixed else len(table.figures)
    named = len(filled.keys) == len(filled.labels) and not (fixed and filled.labels)
    places = [(one.row, one.column) for one in filled.cells]
    once = len(places) == len(set(places))
    return named and once and all(row < rows and column < columns for row, column in places)


def lacks(content: Content, definition: ReportDefinition) -> list[tuple[str, str]]:
    """Return what a report lacks: a code, and the id of the part that it is about or nothing."""
    found = [] if content.counted_through is not None else [("not_filled", "")]
    written = {one.part for one in content.texts if one.text.strip()}
    asked = [one.id for one in cells.texts_of(definition).values() if one.required]
    return [*found, *(("text", one) for one in asked if one not in written)]
