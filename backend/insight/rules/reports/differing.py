"""What a report says otherwise than the one that it replaces. Pure."""

import msgspec

from backend.insight.rules.reports import cells
from backend.insight.rules.reports.facts import Content
from schemas.core.problems import Text
from schemas.insight.report_definitions import ReportDefinition, ReportTable
from schemas.insight.words import ColumnKind


class CellDiffers(msgspec.Struct, frozen=True, kw_only=True):
    """A cell that says something else than before. None: it said nothing, or was not there."""

    part: str
    table: Text
    row: Text
    column: Text
    figure: str | None
    kind: ColumnKind
    before: int | None
    after: int | None
    before_counted: int | None
    after_counted: int | None


class TextDiffers(msgspec.Struct, frozen=True, kw_only=True):
    """A part in words that reads otherwise than before."""

    part: str
    title: Text
    before: str
    after: str


def in_cells(
    before: Content,
    after: Content,
    definition: ReportDefinition,
    figures: cells.Figures,
) -> list[CellDiffers]:
    """Return the cells that differ, in the order of the report; of rows that are gone, after the others of the table.

    Both reports are of the same version of the definition. Rows are the same if they are about the same.
    """
    return [
        one
        for table in cells.tables_of(definition).values()
        for one in _of_table(before, after, table, figures)
    ]


def _of_table(
    before: Content,
    after: Content,
    table: ReportTable,
    figures: cells.Figures,
) -> list[CellDiffers]:
    was, now = _by_key(before, table, figures), _by_key(after, table, figures)
    columns = cells.columns_of(table, figures)
    rows = {one.key: one for one in _rows(after, table)}
    for gone in _rows(before, table):
        rows.setdefault(gone.key, gone)
    found = []
    for row in rows.values():
        for place, column in enumerate(columns):
            one, other = was.get((row.key, place)), now.get((row.key, place))
            if _value(one) != _value(other):
                found.append(
                    CellDiffers(
                        part=table.id,
                        table=table.title,
                        row=row.label,
                        column=column.label,
                        figure=row.figure or column.figure,
                        kind=column.kind,
                        before=_value(one),
                        after=_value(other),
                        before_counted=one.counted if one else None,
                        after_counted=other.counted if other else None,
                    )
                )
    return found


def _value(one: cells.Said | None) -> int | None:
    return one.value if one is not None else None


def _rows(content: Content, table: ReportTable) -> list[cells.Row]:
    return cells.rows_of(table, cells.of_part(content, table.id))


def _by_key(
    content: Content, table: ReportTable, figures: cells.Figures
) -> dict[tuple[str, int], cells.Said]:
    keys = [one.key for one in _rows(content, table)]
    return {
        (keys[row], column): one
        for (row, column), one in cells.said(content, table, figures).items()
        if row < len(keys)
    }


def in_texts(before: Content, after: Content, definition: ReportDefinition) -> list[TextDiffers]:
    """Return the parts in words that differ, in the order of the report."""
    was = {one.part: one.text for one in before.texts}
    now = {one.part: one.text for one in after.texts}
    return [
        TextDiffers(
            part=one.id, title=one.title, before=was.get(one.id, ""), after=now.get(one.id, "")
        )
        for one in cells.texts_of(definition).values()
        if was.get(one.id, "") != now.get(one.id, "")
    ]
