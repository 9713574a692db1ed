"""Proposing an inspection at the desk (ĐX): the form of a decision, with why, on what text, and how urgent.

Circular 27/2020/TT-BCT Art 11. The draft of the decision follows in the same transaction, as after a
proposal from a phone; the head answers on the paper's page.
"""

from typing import Any
from uuid import UUID

from litestar import Response, get, post
from litestar.params import FromPath, FromQuery
from litestar.response import Redirect

from admin_ui.fieldwork.adhoc_plans import plan_form
from admin_ui.fieldwork.decision_papers.drafting import LIST, address
from admin_ui.fieldwork.inspection_decisions import decision_form
from admin_ui.fieldwork.inspection_decisions.party_chosen import (
    by_field,
    candidates_of,
    chosen,
    form_page,
)
from admin_ui.shell import typed
from admin_ui.shell.forms import Form, read_form
from admin_ui.shell.render import AnyRequest, actor_of, address_of, language_of
from admin_ui.shell.scan import comparing
from admin_ui.shell.submissions import ONCE
from admin_ui.shell.words import Language, say
from backend.core import clock
from backend.core.actors import Actor
from backend.core.database import transaction
from backend.core.errors import NotFound
from backend.fieldwork.decision_papers import service as papers
from backend.intake.informations import service as informations
from backend.ledger.service import Refused
from schemas.core.ids import new_id
from schemas.core.vocabulary import SubjectKind
from schemas.fieldwork.decisions import IssueDecision
from schemas.fieldwork.proposals import DecisionProposed, order_of
from schemas.fieldwork.words import PaperState

_NEW = f"{LIST}/propose"
_AGAIN = f"{LIST}/{{document_id:uuid}}/propose"
_MOST_INFORMATIONS = 50


@get(_NEW, include_in_schema=False)
async def new_proposal(request: AnyRequest, information: FromQuery[str] = "") -> Response[str]:
    """Show the form as it opens, filled from the informations it rests on: their ids, with spaces between."""
    form = decision_form.empty(clock.today())
    named = [one for one in map(typed.identifier, information.split()) if one is not None]
    known = await _from_informations(named[:_MOST_INFORMATIONS], actor_of(request))
    return await _form_page(
        request, form.with_values(known | {"information_ids": information}), {}, None
    )


async def _from_informations(named: list[UUID], actor: Actor) -> dict[str, str]:
    """Return what informations in sight say for a proposal: their numbers, and the party, the place and the summary of
    the first. Nothing of what is sealed. Raises NotFound for one out of sight."""
    async with transaction():
        found = [await informations.view(one, actor) for one in named]
    if not found:
        return {}
    matter, numbers = found[0].matter, ", ".join(one.number for one in found)
    known = {
        "proposal": f"Thông tin số {numbers}"[:500],
        "reason": matter.summary[:2000],
        "place": matter.place.address or "",
    }
    if matter.suspects:
        party = matter.suspects[0]
        known |= {
            "subject": str(party.subject_id or ""),
            "subject_name": party.name,
            "subject_kind": party.kind.value if party.kind else SubjectKind.HOUSEHOLD.value,
            "subject_address": party.address or matter.place.address or "",
            "tax_code": party.tax_code or "",
        }
    return known


@post(_NEW, opt=ONCE, include_in_schema=False)
async def propose(request: AnyRequest) -> Response[Any]:
    """Search the register, or record the proposal, depending on the button."""
    return await _taken(request, None, None)


async def _own(request: AnyRequest, document_id: UUID) -> tuple[DecisionProposed, UUID]:
    """Return the reader's own proposal, which may still be changed, and its record. Raises NotFound."""
    actor = actor_of(request)
    async with transaction():
        view = await papers.read(document_id, actor, address_of(request))
        shown = await papers.plans.proposal_of(document_id)
    if shown is None or shown.proposed_by != actor.officer_id:
        raise NotFound(what="proposal")
    if view.row.state is not PaperState.DRAFT:
        raise NotFound(what="proposal")
    return shown.proposed, shown.inspection_id


@get(_AGAIN, include_in_schema=False)
async def change(request: AnyRequest, document_id: FromPath[UUID]) -> Response[str]:
    """Show the form filled from the reader's own proposal. Raises NotFound."""
    proposed, _ = await _own(request, document_id)
    return await _form_page(request, _filled(proposed), {}, document_id)


@post(_AGAIN, opt=ONCE, include_in_schema=False)
async def propose_again(request: AnyRequest, document_id: FromPath[UUID]) -> Response[Any]:
    """Record the proposal anew: what was returned is answered. Raises NotFound."""
    _, record_id = await _own(request, document_id)
    return await _taken(request, document_id, record_id)


async def _taken(
    request: AnyRequest, document_id: UUID | None, record_id: UUID | None
) -> Response[Any]:
    form, actor = await read_form(request), actor_of(request)
    if form.text("step") == "find":
        return await _form_page(request, form, {}, document_id)
    language = language_of(request)
    async with transaction():
        candidates = await candidates_of(request)
        order, errors = decision_form.read(form, await chosen(form, actor), language, candidates)
    errors |= _errors(form, order, language)
    if order is None or errors:
        return await _form_page(request, form, errors, document_id)
    proposed = _proposed(form, order, document_id or new_id())
    async with transaction():
        outcome = await papers.propose(proposed, actor, record_id)
    if isinstance(outcome, Refused):
        async with transaction():
            faults = await papers.faults(order, actor)
        wrong = by_field(faults, language) or {"issuer": getattr(outcome.text, language)}
        return await _form_page(request, form, wrong, document_id)
    return Redirect(f"{address(proposed.document_id)}?done=proposed", status_code=303)


def _errors(form: Form, order: IssueDecision | None, language: Language) -> dict[str, str]:
    """Return what a proposal lacks that a decision's form does not ask, by field (Art 11)."""
    errors = plan_form.emergency_errors(form, language, needed=False)
    if typed.reason(form.text("reason")) is None:
        errors["reason"] = say(language, "propose.reason_needed")
    for name, longest in (("expected_violation", 3000), ("provision", 500)):
        if not 1 <= len(form.text(name)) <= longest:
            errors[name] = say(language, "adhoc.needed")
    if order is not None and not order.contents:
        errors["contents"] = say(language, "propose.contents_needed")
    if order is not None and not order.member_ids:
        errors["member_ids"] = say(language, "propose.members_needed")
    if (
        order is not None
        and order.proposal is not None
        and len(order.proposal) < typed.LEAST_REASON
    ):
        errors["proposal"] = say(language, "propose.basis_short")
    return errors


def _proposed(form: Form, order: IssueDecision, document_id: UUID) -> DecisionProposed:
    named = (typed.identifier(one) for one in form.text("information_ids").split())
    return DecisionProposed(
        document_id=document_id,
        subject=order.subject,
        place=order.place,
        latitude_e7=order.latitude_e7,
        longitude_e7=order.longitude_e7,
        basis=order.proposal,
        reason=form.text("reason")[:2000],
        contents=order.contents,
        duration_days=order.duration_days,
        complex=order.complex,
        start_on=order.start_on,
        leader_id=order.leader_id,
        member_ids=order.member_ids,
        no_conflict_declared=order.no_conflict_declared,
        ground=order.ground,
        expected_violation=form.text("expected_violation"),
        provision=form.text("provision"),
        emergency=plan_form.emergency(form) if order.ground == "ad_hoc" else None,
        information_ids=list(dict.fromkeys(one for one in named if one))[:_MOST_INFORMATIONS],
    )


def _filled(proposed: DecisionProposed) -> Form:
    emergency = proposed.emergency
    values = {
        "reason": proposed.reason,
        "expected_violation": proposed.expected_violation or "",
        "provision": proposed.provision or "",
        "proposal": proposed.basis or "",
        "emergency_risk": emergency.risk if emergency else "",
        "emergency_reason": emergency.reason if emergency else "",
        "information_ids": " ".join(map(str, proposed.information_ids)),
    }
    order = order_of(proposed, papers.standard_bases(), "")
    return decision_form.of_order(order).with_values(values)


async def _form_page(
    request: AnyRequest, form: Form, errors: dict[str, str], document_id: UUID | None
) -> Response[str]:
    return await form_page(
        request,
        form,
        errors,
        again=False,
        proposing=True,
        risks=plan_form.risks(language_of(request)),
        back=address(document_id) if document_id else LIST,
        lost=[],
        address=f"{address(document_id)}/propose" if document_id else _NEW,
    )


@get(f"{LIST}/{{document_id:uuid}}/proposal.pdf", include_in_schema=False)
async def show_pdf(request: AnyRequest, document_id: FromPath[UUID]) -> Response[bytes]:
    """Send the proposal on its form (ĐX). The reading is recorded. Raises NotFound."""
    async with transaction():
        data = await papers.proposal_pdf(document_id, actor_of(request), address_of(request))
    return comparing.shown(data, "application/pdf", "proposal.pdf")


HANDLERS = [show_pdf, new_proposal, propose, change, propose_again]
