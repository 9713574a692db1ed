"""Handing work over: whose, what is open, who takes it, one confirmation.

Heads and administrators open it. A line is named by the number of its record alone: an administrator sees no content.
"""

from functools import partial
from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.approvals import naming
from admin_ui.insight.handing_over import asked as asking
from admin_ui.insight.handing_over import lines, teams
from admin_ui.insight.handing_over.asked import Asked
from admin_ui.shell.choosing.sources import administered_units
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core.database import transaction
from backend.core.errors import NotAllowed
from backend.force.accounts.service import possible_acts
from backend.insight.handing_over import service as handing_over
from backend.insight.handing_over.service import Stopped, Work

_PLACE = "/desk/handover"
_ONE = f"{_PLACE}/{{officer_id:uuid}}"


@get(_PLACE, include_in_schema=False)
async def choose(request: AnyRequest) -> Response[Any]:
    """Ask whose work is handed over, and lead there. Raises NotAllowed."""
    if not handing_over.may(actor_of(request)):
        raise NotAllowed
    text, errors = request.query_params.get("officer", ""), dict[str, str]()
    if text:
        found = await naming.officer(request, text)
        if found.officer_id is not None:
            return Redirect(f"{_PLACE}/{found.officer_id}", status_code=303)
        errors = {"officer": found.error}
    return page(
        request,
        "insight/handing_over/choose.html",
        status=422 if errors else 200,
        value=text,
        errors=errors,
    )


@get(_ONE, include_in_schema=False)
async def show(request: AnyRequest, officer_id: FromPath[UUID]) -> Response[Any]:
    """Show what is open with an officer. Raises NotAllowed, NotFound."""
    async with transaction():
        work = await handing_over.open_work(officer_id, actor_of(request))
    return await _work(request, work, Form({}), done=request.query_params.get("done", ""))


async def _work(
    request: AnyRequest,
    work: Work,
    form: Form,
    *,
    status: int = 200,
    errors: dict[str, str] | None = None,
    wrong: str = "",
    done: str = "",
) -> Response[Any]:
    language, actor = language_of(request), actor_of(request)
    administers = possible_acts.administers(actor)
    return page(
        request,
        "insight/handing_over/work.html",
        status=status,
        officer=work.officer,
        above=lines.above(work, administers=administers),
        administers=administers,
        groups=lines.groups(work, form, errors or {}, language),
        beside=lines.beside(work.beside, language),
        more=lines.more(work, language),
        colleagues=await handing_over.offered(work.officer),
        thens=lines.thens(work, language),
        must_be_asked=handing_over.must_be_asked(actor),
        askers=[(one, say(language, f"handover.asked_by_{one}")) for one in asking.ASKERS],
        units=await administered_units(actor, language) if administers else [],
        seen=work.seen,
        form=form,
        errors=errors or {},
        wrong=wrong,
        done=done if done in ("done", "asked") else "",
    )


@post(_ONE, opt=ONCE, include_in_schema=False)
async def hand_over(request: AnyRequest, officer_id: FromPath[UUID]) -> Response[Any]:
    """Show what would go where, or carry it out once it is confirmed. Raises ConfirmationNeeded."""
    actor, language, form = actor_of(request), language_of(request), await read_form(request)
    async with transaction():
        work = await handing_over.open_work(officer_id, actor)
    if form.text("step") == "correct":
        return await _work(request, work, form)
    asked = await asking.read(request, work, form)
    if asked.errors:
        return await _work(request, work, form, status=422, errors=asked.errors)
    if form.text("seen") != work.seen:
        said = say(language, "handover.at_new")
        return await _work(request, work, form, status=409, wrong=said)
    if form.text("step") != "confirm":
        return await _sure(request, work, form, asked)
    confirming.require(request)
    try:
        async with transaction():
            present = await handing_over.open_work(officer_id, actor)
            done = await handing_over.carry_out(
                present, asked.choices, asked.order, asked.then, actor
            )
    except Stopped as stopped:
        said = lines.stopped(stopped, language)
        async with transaction():
            work = await handing_over.open_work(officer_id, actor)
        return await _work(request, work, form, status=409, wrong=said)
    if asked.then.how == "leave":
        return Redirect(f"/desk/people/{officer_id}?done=handover", status_code=303)
    if asked.then.how == "move" and done.asked is None:
        return Redirect("/desk/people?done=move", status_code=303)
    return Redirect(
        f"{_PLACE}/{officer_id}?done={'asked' if done.asked else 'done'}", status_code=303
    )


async def _sure(request: AnyRequest, work: Work, form: Form, asked: Asked) -> Response[Any]:
    language, actor = language_of(request), actor_of(request)
    administers = possible_acts.administers(actor)
    people = await handing_over.receivers(asked.choices.values())
    translate = partial(say, language)
    return page(
        request,
        "insight/handing_over/sure.html",
        officer=work.officer,
        above=lines.above(work, administers=administers),
        question=translate(
            "handover.sure",
            count=sum(one.kind != "team" for one in work.lines),
            name=work.officer.full_name,
        ),
        gets=lines.gets(work, asked.choices, people, language),
        warnings=await lines.warnings(work, people, language),
        then=asking.then_said(asked, language),
        grave=asked.then.how == "leave",
        form=form,
        carried=[one for one in form.pairs() if one[0] not in ("step", "draft")],
    )


HANDLERS = [choose, show, hand_over, *teams.HANDLERS]
