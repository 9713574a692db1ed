"""The acts of a report: each has a page that says what it means, its form and, where it is final, a box to tick."""

from typing import Any, NamedTuple
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.insight.reports.page import ONE, address, reader
from admin_ui.shell.clock_words import clock_end
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.problems import told as told_of
from admin_ui.shell.render import AnyRequest, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import DomainError, NotFound
from backend.insight.reports import limits, service, views
from backend.ledger.service import Outcome, Refused
from schemas.insight.report_views import ReportView

_ACT = f"{ONE}/acts/{{act:str}}"
_ALLOWED = {
    "unit_left_out": "leave_out",
    "taken_over": "take_over",
    "sent_up": "send_up",
    "sent_back": "send_back",
    "submitted": "submit",
    "reopened": "reopen",
    "corrected": "correct",
    "given_up": "give_up",
}
"""Each act with the permission that opens it (schemas.insight.report_views.ReportAllowed)."""
_SURE = frozenset({"sent_up", "submitted", "given_up", "taken_over"})
"""What cannot be undone, or only by others: a box must be ticked."""
_LEAST = 3


class _Asked(NamedTuple):
    """One field of an act's form."""

    name: str
    label: str
    longest: int = 2000
    required: bool = True
    hint: str = ""


@get(_ACT, include_in_schema=False)
async def ask(request: AnyRequest, report_id: FromPath[UUID], act: FromPath[str]) -> Response[Any]:
    """Show what the act means and its form. Raises NotFound."""
    view = await _view(request, report_id)
    if not _open(act, view):
        return Redirect(address(report_id), status_code=303)
    asked = {"revision": [_revision(act, view)], "unit": [request.query_params.get("unit", "")]}
    return _page(request, act, view, Form(asked))


@post(_ACT, opt=ONCE, include_in_schema=False)
async def record(
    request: AnyRequest, report_id: FromPath[UUID], act: FromPath[str]
) -> Response[Any]:
    """Record the act. Raises NotFound."""
    actor, form, language = reader(request), await read_form(request), language_of(request)
    view = await _view(request, report_id)
    if not _open(act, view):
        return Redirect(address(report_id), status_code=303)
    errors = _errors(act, _fields(act, view, language), form, language)
    if errors:
        return _page(request, act, view, form, errors=errors, status=422)
    goes_to = report_id
    try:
        async with transaction():
            if act == "corrected":
                goes_to = await service.correct(report_id, form.text("reason"), actor)
            else:
                outcome = await _do(act, report_id, form, actor)
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        return _page(request, act, view, form, refused=told_of(request, error), status=error.status)
    if act != "corrected" and isinstance(outcome, Refused):
        # What was shown is no more what there is: the page says so, and is pressed again for what there is now.
        view = await _view(request, report_id)
        form = form.with_values({"revision": _revision(act, view)})
        said = getattr(outcome.text, language)
        return _page(request, act, view, form, refused=said, status=409)
    return Redirect(f"{address(goes_to)}?done={act}", status_code=303)


async def _view(request: AnyRequest, report_id: UUID) -> ReportView:
    async with transaction():
        return await views.view(report_id, reader(request))


def _open(act: str, view: ReportView) -> bool:
    """Tell whether the reader may do it now. Raises NotFound for an act that is none of these."""
    if act not in _ALLOWED:
        raise NotFound(what="report_act")
    return bool(getattr(view.may, _ALLOWED[act]))


def _revision(act: str, view: ReportView) -> str:
    """Return what the page shows: who sends, submits or sends back names what they saw."""
    return (view.sent_revision or "") if act == "sent_back" else view.revision


def _unit(form: Form) -> UUID:
    try:
        return UUID(form.text("unit"))
    except ValueError as error:
        raise NotFound(what="unit") from error


async def _do(act: str, report_id: UUID, form: Form, actor: Actor) -> Outcome:
    revision = form.text("revision")
    match act:
        case "sent_up":
            late = form.optional("late")
            return await service.send_up(report_id, revision, actor, late)
        case "sent_back":
            return await service.send_back(report_id, revision, form.text("reason"), actor)
        case "submitted":
            return await service.submit(report_id, revision, form.text("note"), actor)
        case "reopened":
            return await service.reopen(report_id, form.text("reason"), actor)
        case "unit_left_out":
            unit_id = _unit(form)
            return await service.leave_out(report_id, unit_id, form.text("reason"), actor)
        case "taken_over":
            return await service.take_over(report_id, form.text("reason"), actor)
    return await service.give_up(report_id, form.text("reason"), actor)


def _fields(act: str, view: ReportView, language: Language) -> list[_Asked]:
    match act:
        case "sent_up":
            if view.row.due_on is None or view.row.before_use:
                return []
            if clock.now() < limits.end_of(view.row.due_on):
                return []
            due = clock_end(limits.end_of(view.row.due_on), language)
            hint = say(language, "reportacts.late_hint", due=due)
            return [_Asked("late", say(language, "reportacts.late"), hint=hint)]
        case "sent_back":
            return [_Asked("reason", say(language, "reportacts.comment"))]
        case "submitted":
            return [_Asked("note", say(language, "reportacts.note"), 5000, required=False)]
        case "reopened":
            return [_Asked("reason", say(language, "reportacts.reason"), 500)]
        case "unit_left_out":
            return [_Asked("reason", say(language, "reportacts.left_out_reason"), 500)]
        case "taken_over":
            why = say(language, f"reports.behalf_{view.may.take_over}")
            return [_Asked("reason", say(language, "reportacts.over_reason"), hint=why)]
    return [_Asked("reason", say(language, "reportacts.reason"))]


def _errors(act: str, fields: list[_Asked], form: Form, language: Language) -> dict[str, str]:
    errors = {}
    for one in fields:
        said = form.text(one.name)
        if len(said) > one.longest:
            errors[one.name] = say(language, "reportacts.too_long", most=one.longest)
        elif one.required and len(said) < _LEAST:
            errors[one.name] = say(language, "reportacts.reason_needed")
    if act in _SURE and not form.ticked("sure"):
        errors["sure"] = say(language, "reportacts.sure_needed")
    return errors


def _page(
    request: AnyRequest,
    act: str,
    view: ReportView,
    form: Form,
    *,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[str]:
    language = language_of(request)
    return page(
        request,
        "insight/reports/act.html",
        status=status,
        view=view.row,
        place=address(view.row.id),
        act=act,
        form=form,
        revision=form.text("revision"),
        unit=next((one for one in view.below if str(one.unit_id) == form.text("unit")), None),
        fields=_fields(act, view, language),
        errors=errors or {},
        refused=refused,
        sure=act in _SURE,
    )


HANDLERS = [ask, record]
