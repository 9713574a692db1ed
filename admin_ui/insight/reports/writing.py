"""What people put into a draft: texts beside last period's, values that they state, and figures filled again."""

from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.insight.reports import tables
from admin_ui.insight.reports.page import ONE, address, reader
from admin_ui.shell import late
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.problems import told as told_of
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.core.errors import NotFound, RefusedAct
from backend.insight.reports import marks, service, views
from backend.ledger import service as ledger
from schemas.insight.report_views import ReportRowView, ReportTableView, ReportView

_TEXTS = f"{ONE}/texts"
_VALUES = f"{ONE}/values/{{part:str}}/{{at:int}}"
_MOST, _MOST_REASON = 5000, 2000
"""Letters of a text and of a reason, as their acts take them."""


@get(_TEXTS, include_in_schema=False)
async def write_texts(request: AnyRequest, report_id: FromPath[UUID]) -> Response[Any]:
    """Show the parts in words, each beside last period's. Raises NotFound."""
    view = await _view(request, report_id)
    if not view.may.edit:
        return Redirect(address(report_id), status_code=303)
    return await _texts_page(request, view, _form_of(view))


@post(_TEXTS, opt=ONCE, include_in_schema=False)
async def save_texts(request: AnyRequest, report_id: FromPath[UUID]) -> Response[Any]:
    """Save those parts that were changed. Raises NotFound."""
    actor, form, language = reader(request), await read_form(request), language_of(request)
    view = await _view(request, report_id)
    if not view.may.edit:
        return Redirect(address(report_id), status_code=303)
    errors = {
        f"text_{one.part}": say(language, "reportacts.too_long", most=_MOST)
        for one in view.texts
        if len(form.text(f"text_{one.part}")) > _MOST
    }
    if errors:
        return await _texts_page(request, view, form, errors=errors, status=422)
    try:
        async with transaction():
            for one in view.texts:
                if _untouched(form, one.part):
                    continue
                text, mark = form.text(f"text_{one.part}"), form.text(f"base_{one.part}")
                opened = service.text_opened(report_id, one.part, text, mark)
                ledger.unwrap(await service.write_text(report_id, one.part, text, actor, opened))
    except RefusedAct as refused:
        view = await _view(request, report_id)
        if late.is_told(refused.problem_code):
            form = _opened_now(form, view)
        return await _texts_page(request, view, form, refused=told_of(request, refused), status=409)
    return Redirect(f"{address(report_id)}?done=text_written#texts", status_code=303)


def _untouched(form: Form, part: str) -> bool:
    """Tell whether a text is as it was when the form was opened."""
    return marks.of_text(part, form.text(f"text_{part}")) == form.text(f"base_{part}")


def _form_of(view: ReportView) -> Form:
    texts = {f"text_{one.part}": one.text for one in view.texts}
    return Form({}).with_values(texts | {f"base_{one.part}": one.mark for one in view.texts})


def _opened_now(form: Form, view: ReportView) -> Form:
    """Return the form as if it were opened with what stands now: its reader has been told.

    What the reader left as it was is shown as a colleague has written it since.
    """
    now = _form_of(view)
    kept = {
        f"text_{one.part}": form.text(f"text_{one.part}")
        for one in view.texts
        if not _untouched(form, one.part)
    }
    return now.with_values(kept)


async def _texts_page(
    request: AnyRequest,
    view: ReportView,
    form: Form,
    *,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[str]:
    return page(
        request,
        "insight/reports/texts.html",
        status=status,
        view=view.row,
        texts=view.texts,
        before_id=view.before_id,
        place=address(view.row.id),
        form=form,
        errors=errors or {},
        refused=refused,
    )


class _Field(NamedTuple):
    """The field of one value of a row."""

    column: int
    name: str
    label: str
    hint: str
    unit: str
    counted: int | None
    stated: int | None


@get(_VALUES, include_in_schema=False)
async def ask_values(
    request: AnyRequest, report_id: FromPath[UUID], part: FromPath[str], at: FromPath[int]
) -> Response[Any]:
    """Show the values of one row, as counted and as stated. Raises NotFound."""
    view = await _view(request, report_id)
    if not view.may.edit:
        return Redirect(address(report_id), status_code=303)
    fields = _fields(*_row(view, part, at), language_of(request))
    form = Form({one.name: [_typed(one.stated, one.unit)] for one in fields})
    form = form.with_values(
        {"through": str(view.counted_through), "reason": _reason(view, part, at)}
    )
    return _values_page(request, view, part, at, form)


@post(_VALUES, opt=ONCE, include_in_schema=False)
async def save_values(
    request: AnyRequest, report_id: FromPath[UUID], part: FromPath[str], at: FromPath[int]
) -> Response[Any]:
    """State those values of the row that were changed. Raises NotFound."""
    actor, form, language = reader(request), await read_form(request), language_of(request)
    view = await _view(request, report_id)
    if not view.may.edit:
        return Redirect(address(report_id), status_code=303)
    if form.text("through") != str(view.counted_through):
        form = form.with_values({"through": str(view.counted_through)})
        moved = say(language, "reports.value_moved")
        return _values_page(request, view, part, at, form, refused=moved, status=409)
    fields = _fields(*_row(view, part, at), language)
    said, errors = _read(fields, form, language)
    reason = form.optional("reason")
    changed = [
        one
        for one in fields
        if said.get(one.column) != one.stated
        or (one.stated is not None and reason != _reason(view, part, at))
    ]
    needs = any(one.counted is not None and said.get(one.column) is not None for one in changed)
    if not errors and (needs or reason) and len(reason or "") < 3:
        errors["reason"] = say(language, "reports.error_reason")
    elif len(reason or "") > _MOST_REASON:
        errors["reason"] = say(language, "reportacts.too_long", most=_MOST_REASON)
    if errors:
        return _values_page(request, view, part, at, form, errors=errors, status=422)
    try:
        async with transaction():
            for one in changed:
                value = said.get(one.column)
                why = reason if value is not None else None
                ledger.unwrap(
                    await service.state_value(report_id, part, at, one.column, value, actor, why)
                )
    except RefusedAct as refused:
        told = told_of(request, refused)
        return _values_page(request, view, part, at, form, refused=told, status=409)
    return Redirect(f"{address(report_id)}?done=value_stated#{part}", status_code=303)


def _row(view: ReportView, part: str, at: int) -> tuple[ReportTableView, ReportRowView]:
    table = next((one for one in view.tables if one.part == part), None)
    if table is None or not 0 <= at < len(table.rows) or table.rows[at].heading:
        raise NotFound(what="report row")
    return table, table.rows[at]


def _reason(view: ReportView, part: str, at: int) -> str:
    _, row = _row(view, part, at)
    return next((one.reason for one in row.cells if one.reason), "") or ""


def _fields(table: ReportTableView, row: ReportRowView, language: Language) -> list[_Field]:
    found = []
    for place, (column, cell) in enumerate(zip(table.columns, row.cells, strict=True)):
        if not cell.may_state:
            continue
        unit = tables.unit_of(row, column)
        hint = say(language, "reports.value_not_told")
        if cell.counted is not None:
            was = tables.written(cell.counted, unit, language)
            hint = say(language, "reports.value_counted", value=was)
        if unit == "days":
            hint = f"{hint} {say(language, 'reports.value_in_days')}"
        found.append(
            _Field(
                column=place,
                name=f"v{place}",
                label=getattr(column.label, language),
                hint=hint,
                unit=unit,
                counted=cell.counted,
                stated=cell.value if cell.stated else None,
            )
        )
    return found


def _typed(value: int | None, unit: str) -> str:
    """Return a stated value as it is typed again: grouped, days with a comma."""
    if value is None:
        return ""
    return tables.written(value, unit, "vi")


def _read(
    fields: list[_Field], form: Form, language: Language
) -> tuple[dict[int, int], dict[str, str]]:
    """Return the values by column, without those left empty, and the errors by field."""
    said: dict[int, int] = {}
    reading = Reader(form, partial(say, language))
    for one in fields:
        read = reading.tenths if one.unit == "days" else reading.signed
        value = read(one.name, one.label, required=False)
        if value is not None:
            said[one.column] = value
    return said, reading.errors


def _values_page(
    request: AnyRequest,
    view: ReportView,
    part: str,
    at: int,
    form: Form,
    *,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[str]:
    language = language_of(request)
    table, row = _row(view, part, at)
    return page(
        request,
        "insight/reports/value.html",
        status=status,
        view=view.row,
        place=address(view.row.id),
        part=part,
        at=at,
        table=getattr(table.title, language),
        row=getattr(row.label, language),
        fields=_fields(table, row, language),
        form=form,
        errors=errors or {},
        refused=refused,
    )


@post(f"{ONE}/fill", opt=ONCE, include_in_schema=False)
async def fill(request: AnyRequest, report_id: FromPath[UUID]) -> Response[Any]:
    """Count the figures anew. Raises NotFound, RefusedAct."""
    actor = reader(request)
    async with transaction():
        outcome = await service.fill(report_id, actor)
    ledger.unwrap(outcome)
    return Redirect(f"{address(report_id)}?done=filled#tables", status_code=303)


async def _view(request: AnyRequest, report_id: UUID) -> ReportView:
    async with transaction():
        return await views.view(report_id, reader(request))


HANDLERS = [write_texts, save_texts, ask_values, save_values, fill]
