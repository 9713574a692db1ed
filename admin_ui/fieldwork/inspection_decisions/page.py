"""Issuing an inspection decision (QĐ-KT): the form, a confirmation that shows the whole, the act."""

from typing import Any
from uuid import UUID

import msgspec
from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import Redirect

from admin_ui.fieldwork.inspection_decisions import decision_form
from admin_ui.fieldwork.inspection_decisions.party_chosen import chosen, subject_said
from admin_ui.shell.again import again as lost_days
from admin_ui.shell.confirming import confirming
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of, page
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import say
from backend.core import clock
from backend.core.database import transaction
from backend.fieldwork.decision_papers import service as papers
from backend.fieldwork.inspections import issue as decisions
from backend.fieldwork.inspections import service as inspections
from backend.ledger.service import unwrap
from backend.parties import service as parties
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.decisions import DecisionFault, IssueDecision, TeamCandidate

_ADDRESS = "/desk/inspections/new"
_AGAIN = "/desk/unknown/{record_id:uuid}/decision"


@get(_ADDRESS, include_in_schema=False)
async def new_decision(request: AnyRequest) -> Response[str]:
    """Show the form as it opens."""
    confirming.require(request)
    today = clock.today()
    return await _form_page(request, decision_form.empty(today), {}, None)


@post(_ADDRESS, opt=ONCE, include_in_schema=False)
async def issue_decision(request: AnyRequest) -> Response[Any]:
    """Search the register, show the confirmation, or issue the decision, depending on the button."""
    return await _taken(request, None)


@get(_AGAIN, include_in_schema=False)
async def decision_again(request: AnyRequest, record_id: FromPath[UUID]) -> Response[str]:
    """Show the form for a decision that a restore lost, filled from what phones sent of its inspection."""
    actor = actor_of(request)
    async with transaction():
        record = await inspections.unknown.read(record_id, actor, address_of(request))
        team = await decisions.team_candidates(actor)
    confirming.require(request)
    today = clock.today()
    return await _form_page(request, decision_form.again(record, team, today), {}, record_id)


@post(_AGAIN, opt=ONCE, include_in_schema=False)
async def issue_again(request: AnyRequest, record_id: FromPath[UUID]) -> Response[Any]:
    """Do the same as issue_decision() for an inspection that only phones know.

    Raises NotFound if the server has the inspection after all.
    """
    async with transaction():
        await inspections.unknown.record(record_id, actor_of(request))
    return await _taken(request, record_id)


async def _taken(request: AnyRequest, record_id: UUID | None) -> Response[Any]:
    form, actor = await read_form(request), actor_of(request)
    step = form.text("step")
    if step in {"find", "change"}:
        return await _form_page(request, form, {}, record_id)
    language = language_of(request)
    again, wrong = decision_form.read_again(form, record_id, language) if record_id else (None, {})
    async with transaction():
        team = await decisions.team_candidates(actor)
        named = await chosen(form, actor)
        order, errors = decision_form.read(form, named, language)
        errors |= wrong
        faults = await decisions.check_decision(order, actor, again) if order else []
    errors |= _by_field(faults, language)
    if order is None or errors:
        return await _form_page(request, form, errors, record_id)
    if step == "draft" and again is None:
        async with transaction():
            document_id, outcome = await papers.draft(order, actor)
        unwrap(outcome)
        return Redirect(f"/desk/decisions/{document_id}?done=saved", status_code=303)
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
    done = "entered" if again else "issued"
    return Redirect(f"/desk/inspections/{issued.inspection_id}?done={done}", status_code=303)


def _address(record_id: UUID | None) -> str:
    return f"/desk/unknown/{record_id}/decision" if record_id else _ADDRESS


async def _form_page(
    request: AnyRequest, form: Form, errors: dict[str, str], record_id: UUID | None
) -> Response[str]:
    actor, language = actor_of(request), language_of(request)
    async with transaction():
        team = await decisions.team_candidates(actor)
        subjects = await parties.search(actor, form.text("find")[:200])
        named = await chosen(form, actor)
    if named and named.id not in {row.id for row in subjects}:
        subjects = [named, *subjects]
    return page(
        request,
        "fieldwork/inspection_decisions/new.html",
        status=422 if errors else 200,
        form=form,
        errors=errors,
        again=record_id is not None,
        drafting=False,
        back="/desk/",
        lost=await lost_days.lost() if record_id else [],
        address=_address(record_id),
        subjects=[(str(row.id), subject_said(row)) for row in subjects],
        kinds=[(kind.value, say(language, f"domain.subject_{kind}")) for kind in SubjectKind],
        team=team,
    )


def _named(order: IssueDecision, team: list[TeamCandidate]) -> list[TeamCandidate]:
    by_id = {candidate.officer_id: candidate for candidate in team}
    return [by_id[officer] for officer in (order.leader_id, *order.member_ids)]


def _by_field(faults: list[DecisionFault], language: str) -> dict[str, str]:
    said: dict[str, list[str]] = {}
    for fault in faults:
        said.setdefault(fault.field, []).append(getattr(fault.text, language))
    return {field: " ".join(sentences) for field, sentences in said.items()}


HANDLERS = [new_decision, issue_decision, decision_again, issue_again]
