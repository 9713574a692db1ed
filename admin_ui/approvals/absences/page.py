"""Absences and stand-ins: entered by the officer, or by a head or clerk of the unit or above."""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.approvals import naming
from admin_ui.approvals.absences import lines
from admin_ui.shell import typed
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.listing.places import Place
from admin_ui.shell.listing.table import Empty, Listing, total_shown
from admin_ui.shell.reading.reader import Reader
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.approvals.absences import service as absences
from backend.core import clock
from backend.core.database import transaction
from backend.ledger.service import Refused
from schemas.approvals.absences import AbsenceEnded, AbsenceRecorded

_PLACE = "/desk/absences"
_ONE = f"{_PLACE}/{{absence_id:uuid}}"
_REASON = 500
"""Most characters of a reason."""


@get(_PLACE, include_in_schema=False)
async def list_absences(request: AnyRequest) -> Response[str]:
    """List absences in sight, newest first, with the form for a new one."""
    return await _show(request, Form({"officer": [await naming.own(request)]}))


async def _show(
    request: AnyRequest,
    form: Form,
    *,
    status: int = 200,
    errors: dict[str, str] | None = None,
    wrong: str = "",
) -> Response[str]:
    actor = actor_of(request)
    after = typed.identifier(request.query_params.get("after", ""))
    rows = await absences.page(actor, after)
    shown, language = rows[: absences.PAGE], language_of(request)
    place = Place(_PLACE, {}, after=str(after or ""))
    following = place.following(str(shown[-1].id) if len(rows) > len(shown) else None)
    ends = {one.id for one in shown if absences.may_end(one, actor)}
    return page(
        request,
        "approvals/absences/list.html",
        status=status,
        list=Listing(
            caption=say(language, "absences.title"),
            heading=say(language, "absences.officer"),
            columns=lines.columns(language),
            lines=lines.lines(shown, language, clock.today(), ends),
            empty=Empty(say(language, "absences.none")),
            total=total_shown(language, len(shown), place.first, following),
            first=place.first,
            following=following,
        ),
        form=form,
        errors=errors or {},
        wrong=wrong,
        done=request.query_params.get("done", ""),
    )


@post(_PLACE, opt=ONCE, include_in_schema=False)
async def record_absence(request: AnyRequest) -> Response[Any]:
    """Enter an absence with who stands in, who then has another's steps. Raises ConfirmationNeeded."""
    form, language = await read_form(request), language_of(request)
    reader = Reader(form, partial(say, language))
    found = {}
    for name in ("officer", "stand_in"):
        found[name] = await naming.officer(request, form.text(name))
        if found[name].error:
            reader.tell(name, found[name].error)
    first, last = reader.days(
        ("first_day", say(language, "absences.first_day")),
        ("last_day", say(language, "absences.last_day")),
    )
    reader.text("reason", say(language, "absences.reason"), most=_REASON)
    officer_id, stand_in_id = found["officer"].officer_id, found["stand_in"].officer_id
    if reader.errors or officer_id is None or stand_in_id is None or first is None or last is None:
        return await _show(request, form, status=422, errors=reader.errors)
    content = AbsenceRecorded(
        officer_id=officer_id,
        stand_in_id=stand_in_id,
        first_day=first,
        last_day=last,
        reason=form.text("reason"),
    )
    confirming.require(request)
    async with transaction():
        _, outcome = await absences.act(None, content, actor_of(request))
    if isinstance(outcome, Refused):
        return await _show(request, form, status=409, wrong=getattr(outcome.text, language))
    return Redirect(f"{_PLACE}?done=recorded", status_code=303)


@get(_ONE, include_in_schema=False)
async def absence(request: AnyRequest, absence_id: FromPath[UUID]) -> Response[str]:
    """Show the form that ends an absence earlier. Raises NotFound if it is out of sight."""
    return await _ending(request, absence_id, Form({}))


async def _ending(
    request: AnyRequest,
    absence_id: UUID,
    form: Form,
    *,
    status: int = 200,
    wrong: str = "",
    errors: dict[str, str] | None = None,
) -> Response[str]:
    row = await absences.find(absence_id, actor_of(request))
    today = clock.today()
    return page(
        request,
        "approvals/absences/end.html",
        status=status,
        row=row,
        form=form,
        wrong=wrong,
        errors=errors or {},
        form_day=today.isoformat(),
    )


@post(f"{_ONE}/end", include_in_schema=False)
async def end_absence(request: AnyRequest, absence_id: FromPath[UUID]) -> Response[Any]:
    """End an absence from a day on. Raises NotFound if it is out of sight."""
    actor, form, language = actor_of(request), await read_form(request), language_of(request)
    await absences.find(absence_id, actor)
    reader = Reader(form, partial(say, language))
    back = reader.day("first_day_back", say(language, "absences.first_day_back"))
    reason = reader.text(
        "reason",
        say(language, "absences.end_reason"),
        least=typed.LEAST_REASON,
        most=2000,
        required=True,
    )
    if reader.errors or back is None:
        return await _ending(request, absence_id, form, status=422, errors=reader.errors)
    async with transaction():
        content = AbsenceEnded(first_day_back=back, reason=reason)
        _, outcome = await absences.act(absence_id, content, actor)
    if isinstance(outcome, Refused):
        said = getattr(outcome.text, language)
        return await _ending(request, absence_id, form, status=409, wrong=said)
    return Redirect(f"{_PLACE}?done=ended", status_code=303)


HANDLERS = [list_absences, record_absence, absence, end_absence]
