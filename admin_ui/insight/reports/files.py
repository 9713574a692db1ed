"""A report as a workbook. As a paper it is begun, signed and printed on the pages of papers."""

from uuid import UUID

from litestar import Response, get
from litestar.params import FromPath

from admin_ui.insight.reports import tables
from admin_ui.insight.reports.page import ONE, reader
from admin_ui.shell import formats
from admin_ui.shell.render import AnyRequest, language_of
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.insight.report_definitions import workbook
from backend.insight.report_definitions.workbook import Book, Cell, Row, Table
from backend.insight.reports import views
from schemas.insight.report_views import ReportTableView, ReportView


@get(f"{ONE}/xlsx", include_in_schema=False)
async def send_workbook(request: AnyRequest, report_id: FromPath[UUID]) -> Response[bytes]:
    """Send the report as a workbook: what it says, in the reader's language. Raises NotFound."""
    actor, language = reader(request), language_of(request)
    async with transaction():
        view = await views.view(report_id, actor)
    data = await workbook.written(book(view, language), language)
    name = f"bao-cao-{view.row.definition}-{view.row.last:%Y%m%d}.xlsx"
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=workbook.MEDIA_TYPE, headers=headers)


def book(view: ReportView, language: Language) -> Book:
    """Return a report as its workbook has it."""
    row = view.row
    lines = [
        formats.period(row.first, row.last, language),
        say(language, f"reports.state_{row.state}"),
    ]
    if row.number:
        lines.append(f"{row.number}, {formats.short_date(row.issued_on, language)}")
    if view.counted_at is not None and view.counted_through is not None:
        at = formats.moment(view.counted_at, language)
        through = formats.number(view.counted_through, language)
        lines.append(say(language, "reports.counted", at=at, through=through))
    return Book(
        title=row.title,
        unit=getattr(row.unit_name, language),
        lines=lines,
        tables=[_table(one, language) for one in view.tables],
        texts=[(getattr(one.title, language), one.text) for one in view.texts]
        + _left_out(view, language),
    )


def _left_out(view: ReportView, language: Language) -> list[tuple[str, str]]:
    """Return without which reports it is made, and why, as one more text."""
    said = [f"{getattr(one.unit_name, language)}: {one.reason}" for one in view.left_out]
    return [(say(language, "reports.left_out"), "\n".join(said))] if said else []


def _table(table: ReportTableView, language: Language) -> Table:
    return Table(
        title=getattr(table.title, language),
        columns=[getattr(one.label, language) for one in table.columns],
        note=getattr(table.note, language) if table.note else "",
        rows=[
            Row(
                label=getattr(row.label, language),
                indent=row.indent,
                heading=row.heading,
                total=row.total,
                cells=[
                    Cell(value=cell.value, unit=tables.unit_of(row, column))
                    for column, cell in zip(table.columns, row.cells, strict=not row.heading)
                ],
            )
            for row in table.rows
        ],
    )


HANDLERS = [send_workbook]
