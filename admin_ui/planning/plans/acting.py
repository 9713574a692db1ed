"""The acts of a plan: each has a page that says what it means, its form and, if it cannot be undone, a box to tick."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.planning.plans import act_forms
from admin_ui.planning.plans.act_forms import Asked
from admin_ui.planning.plans.page import ONE, address, results_of
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.problems import told as told_of
from admin_ui.shell.reading.fields import Errors, read
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.scan.scan_upload import MOST_BODY, read_scan
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.core.database import transaction
from backend.core.errors import DomainError, NotFound
from backend.ledger.service import Refused
from backend.planning.plans import reading, scanning
from backend.planning.signed_copies import service as signed_copies
from schemas.planning.views import PlanView

_ACT = f"{ONE}/acts/{{act:str}}"


@get(_ACT, include_in_schema=False)
async def ask(request: AnyRequest, plan_id: FromPath[UUID], act: FromPath[str]) -> Response[Any]:
    """Show what the act means and its form. Raises NotFound."""
    async with transaction():
        view = await reading.view(plan_id, actor_of(request))
    if not _open(act, view):
        return Redirect(address(plan_id), status_code=303)
    return await _page(request, act, view, act_forms.empty(act))


@post(_ACT, opt=ONCE, include_in_schema=False, request_max_body_size=MOST_BODY)
async def record(request: AnyRequest, plan_id: FromPath[UUID], act: FromPath[str]) -> Response[Any]:
    """Record the act. Raises NotFound."""
    actor, form, language = actor_of(request), await read_form(request), language_of(request)
    async with transaction():
        view = await reading.view(plan_id, actor)
    if not _open(act, view):
        return Redirect(address(plan_id), status_code=303)
    asked = await act_forms.asked(request, act, view)
    errors = _checked(act, asked, form, language)
    if errors:
        return await _page(request, act, view, form, errors=errors, status=422)
    try:
        scan_id = await _scan(request, plan_id) if act == act_forms.WITH_SCAN else None
        async with transaction():
            outcome = await act_forms.do(act, view, form, actor, scan_id)
    except DomainError as error:
        if error.status not in (409, 422):
            raise
        return await _page(
            request, act, view, form, refused=told_of(request, error), status=error.status
        )
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return await _page(request, act, view, form, refused=said, status=409)
    goes_to = act_forms.goes_to(act, view, form)
    return Redirect(f"{address(goes_to)}?done={act}", status_code=303)


async def _scan(request: AnyRequest, plan_id: UUID) -> UUID | None:
    """Take the scan that was sent with the form, if there is one. Raises ScanWrong, Unavailable."""
    data = await read_scan(request)
    return (await scanning.take_scan(plan_id, data, actor_of(request))).id if data else None


def _open(act: str, view: PlanView) -> bool:
    """Tell whether the reader may do it now. Raises NotFound for an act that is none of these."""
    if act not in act_forms.ALLOWED:
        raise NotFound(what="plan_act")
    return bool(getattr(view.may, act_forms.ALLOWED[act]))


def _checked(act: str, asked: Asked, form: Form, language: Language) -> Errors:
    _, errors = read(asked.fields, form, asked.choices, partial(say, language))
    if act in act_forms.SURE and not form.ticked("sure"):
        errors["sure"] = say(language, "planacts.sure_needed")
    return errors


async def _page(
    request: AnyRequest,
    act: str,
    view: PlanView,
    form: Form,
    *,
    errors: dict[str, str] | None = None,
    refused: str = "",
    status: int = 200,
) -> Response[str]:
    language = language_of(request)
    async with transaction():
        numbers = await act_forms.numbers(act, view, actor_of(request))
        results = await results_of(numbers.results, language) if numbers else []
        asked = await act_forms.asked(request, act, view)
    return page(
        request,
        "planning/plans/act.html",
        status=status,
        view=view,
        act=act,
        form=form,
        fields=asked.fields,
        choices=asked.choices,
        errors=errors or {},
        refused=refused,
        sure=act in act_forms.SURE,
        scanned=act == act_forms.WITH_SCAN,
        numbers=numbers,
        results=results,
    )


@get(f"{ONE}/scan", include_in_schema=False)
async def signed_copy(request: AnyRequest, plan_id: FromPath[UUID]) -> Response[bytes]:
    """Send the scan of the signed plan as it was uploaded. Raises NotFound, ConfirmationNeeded."""
    async with transaction():
        await reading.view(plan_id, actor_of(request))
    confirming.require(request)
    async with transaction():
        scan, data, name = await signed_copies.read(plan_id, actor_of(request), address_of(request))
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type=scan.media_type, headers=headers)


HANDLERS = [ask, record, signed_copy]
