"""Entering an inspection decision that a restore lost: the form, a confirmation, the act.

A decision is issued as a paper (decision_papers/); one that was issued before keeps its number and day.
"""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.fieldwork.inspection_decisions import decision_form
from admin_ui.fieldwork.inspection_decisions.party_chosen import by_field, chosen, form_page
from admin_ui.shell.again import again as lost_days
from admin_ui.shell.choosing.sources import candidate_options
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from backend.core import clock
from backend.core.database import transaction
from backend.fieldwork.inspections import issue as decisions
from backend.fieldwork.inspections import service as inspections
from backend.parties import service as parties
from schemas.fieldwork.decisions import IssueDecision, TeamCandidate

_AGAIN = "/desk/unknown/{record_id:uuid}/decision"


@get("/desk/inspections/new", include_in_schema=False)
async def moved() -> Redirect:
    """Lead to the form of drafting, which has replaced the form at this address."""
    return Redirect("/desk/decisions/new", status_code=301)


@get(_AGAIN, include_in_schema=False)
async def decision_again(request: AnyRequest, record_id: FromPath[UUID]) -> Response[str]:
    """Show the form, filled from what phones sent of the inspection."""
    actor = actor_of(request)
    async with transaction():
        record = await inspections.unknown.read(record_id, actor, address_of(request))
        team = await decisions.team_candidates(actor)
    confirming.require(request)
    today = clock.today()
    return await _form_page(request, decision_form.again(record, team, today), {}, record_id)


@post(_AGAIN, opt=ONCE, include_in_schema=False)
async def issue_again(request: AnyRequest, record_id: FromPath[UUID]) -> Response[Any]:
    """Search the register, show the confirmation, or enter the decision, depending on the button.

    Raises NotFound if the server has the inspection after all.
    """
    form, actor = await read_form(request), actor_of(request)
    async with transaction():
        await inspections.unknown.record(record_id, actor)
    step = form.text("step")
    if step in {"find", "change"}:
        return await _form_page(request, form, {}, record_id)
    language = language_of(request)
    again, wrong = decision_form.read_again(form, record_id, language)
    async with transaction():
        team = await decisions.team_candidates(actor)
        named = await chosen(form, actor)
        candidates = await candidate_options(team, language)
        order, errors = decision_form.read(form, named, language, candidates)
        errors |= wrong
        faults = await decisions.check_decision(order, actor, again) if order else []
    errors |= by_field(faults, language)
    if order is None or errors:
        return await _form_page(request, form, errors, record_id)
    if step != "confirm":
        return page(
            request,
            "fieldwork/inspection_decisions/confirm.html",
            order=order,
            again=again,
            address=_address(record_id),
            team=_named(order, team),
            pairs=[pair for pair in form.pairs() if pair[0] != "step"],
        )
    confirming.require(request)
    async with transaction():
        if order.subject.subject_id is None:
            added = await parties.add(actor, order.subject)
            party = msgspec.structs.replace(order.subject, subject_id=added.id)
            order = msgspec.structs.replace(order, subject=party)
        issued = await decisions.issue_decision(order, actor, again)
    return Redirect(f"/desk/inspections/{issued.inspection_id}?done=entered", status_code=303)


def _address(record_id: UUID) -> str:
    return f"/desk/unknown/{record_id}/decision"


async def _form_page(
    request: AnyRequest, form: Form, errors: dict[str, str], record_id: UUID
) -> Response[str]:
    return await form_page(
        request,
        form,
        errors,
        again=True,
        proposing=False,
        back="/desk/",
        lost=await lost_days.lost(),
        address=_address(record_id),
    )


def _named(order: IssueDecision, team: list[TeamCandidate]) -> list[TeamCandidate]:
    by_id = {candidate.officer_id: candidate for candidate in team}
    return [by_id[officer] for officer in (order.leader_id, *order.member_ids)]


HANDLERS = [moved, decision_again, issue_again]
